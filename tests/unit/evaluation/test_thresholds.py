from dataclasses import dataclass

from evaluation.thresholds import select_at_own_threshold, select_outermost

from onrecord.records import Span, Spans


@dataclass(frozen=True)
class Found:
    cue: Spans
    content: Spans
    score: float


HOLDER = Found((Span(0, 4),), (Span(5, 60),), 0.2)
INNER = Found((Span(20, 24),), (Span(25, 50),), 0.8)


def test_a_low_threshold_lets_a_weak_holder_in() -> None:
    assert select_outermost([HOLDER, INNER], 0.1) == [HOLDER]
    assert select_outermost([HOLDER, INNER], 0.5) == [INNER]


def test_at_its_own_threshold_each_is_judged() -> None:
    assert select_at_own_threshold([HOLDER, INNER]) == [HOLDER, INNER]


def test_what_a_surer_one_holds_is_never_outermost() -> None:
    sure = Found(HOLDER.cue, HOLDER.content, 0.9)
    assert select_at_own_threshold([sure, INNER]) == [sure]


def test_two_that_hold_each_other_leave_the_larger() -> None:
    # "A, said Holt, B, Ruiz added": the contents share a piece, each cue stands in the other.
    large = Found((Span(10, 14),), (Span(0, 9), Span(15, 60)), 0.5)
    small = Found((Span(30, 35),), (Span(8, 20), Span(36, 40)), 0.5)
    assert select_outermost([large, small], 0.1) == [large]
