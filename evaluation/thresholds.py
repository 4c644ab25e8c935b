"""What a reader shows at a threshold, out of what it found at a lower one.

An attribution that a lower threshold lets in may hold one that scores better, which then stands
nested in it. So who is outermost depends on the threshold.
"""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from onrecord.records import Spans


class Scored(Protocol):
    """An attribution or a draft of one."""

    @property
    def cue(self) -> Spans:
        """Its cue."""
        ...

    @property
    def content(self) -> Spans:
        """Its content."""
        ...

    @property
    def score(self) -> float:
        """How sure the reader is of it."""
        ...


S = TypeVar("S", bound=Scored)


def select_outermost(found: Sequence[S], lowest: float) -> list[S]:
    """Those that score at least the lowest and stand in no other one that does."""
    kept = [one for one in found if one.score >= lowest]
    return [one for one in kept if not any(_holds(other, one) for other in kept)]


def select_at_own_threshold(found: Sequence[S]) -> list[S]:
    """Those that are outermost where the threshold is their own score.

    All that any threshold would show as outermost: each of them can be right or wrong.
    """
    return [
        one
        for one in found
        if not any(other.score >= one.score and _holds(other, one) for other in found)
    ]


def _holds(holder: Scored, one: Scored) -> bool:
    cue = one.cue[0]
    return _size(holder.content) > _size(one.content) and any(
        span.start <= cue.start and cue.end <= span.end for span in holder.content
    )


def _size(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)
