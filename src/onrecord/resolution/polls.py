"""Who answered a poll: shares of those asked, and the polls that a text names."""

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import Span

POLL = re.compile(
    r"(?<!no )(?<!No )\b(?:(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Oo]ne|[Tt]his|[Aa]nother) "
    r"(?:[\w’'.,/&-]+ ){0,6}?(?:poll|survey)|(?:[A-Z][\w’'./&-]+ )+(?:poll|survey)|"
    r"[Ee]xit polls?|[Pp]olls (?:conducted|released|taken|published) (?:by|in|for))\b(?![’'\-])"
)
_COUNTED = re.compile(
    r"\bper ?cent\b|\bpercen\b|\d ?%|\b(?:respondents|of those (?:polled|surveyed|asked))\b|"
    r"\b(?:\w+|\d+) (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|"
    r"\d+) (?!\d)"
)
_SHARED = re.compile(
    r"(?:[Aa]|[Aa]t least|[Aa]bout|[Nn]early|[Aa]lmost|[Mm]ore than|[Ff]ewer than|[Ll]ess than|"
    r"[Oo]ver|[Jj]ust|"
    r"[Oo]nly|[Ss]lightly| )*(?:(?:(?:overwhelming|slim|large|clear|bare|strong) )?[Mm]ajority|"
    r"[Mm]ajorities|[Pp]lurality|[Mm]ost|[Hh]alf|[Tt]wo-thirds|[Tt]hree-quarters|[Tt]hird|"
    r"[Qq]uarter|[Oo]ne-third)(?: of)?(?: the)?(?: [\w-]+){0,3}"
)
_BESIDE = re.compile(
    r"\b(?:than|from|since|before|after|compared (?:to|with)|unlike|percent|points?)(?: \w+)?"
    r"(?: in)? $"
)
_OLDER = re.compile(r"\b(?:similar|previous|earlier|older|last|prior|another|after|before)\b")
_FAR, _NEAR = 6, 1


@dataclass(frozen=True, slots=True)
class PollMention:
    """A poll that the text names, with the paragraph it is named in, and which entity it is."""

    span: Span
    paragraph: int
    aside: bool = False
    entity_id: str | None = None


def find_polls(text: str) -> list[Span]:
    """Every phrase that names a poll, in text order."""
    return [Span(*match.span()) for match in POLL.finditer(text)]


def is_aside(text: str, span: Span) -> bool:
    """Whether a poll is named only beside another: "than in a similar survey in May"."""
    before = text[max(0, span.start - 40) : span.start]
    return (
        _BESIDE.search(before) is not None or _OLDER.search(text, span.start, span.end) is not None
    )


def is_share(words: str) -> bool:
    """Whether a source is a counted share of people: "24 percent of voters"."""
    return _COUNTED.search(words) is not None


def find_answered(
    words: str, position: int, paragraph: int, polls: Sequence[PollMention]
) -> PollMention | None:
    """The poll that a share of people answered; None where the source is no share.

    Args:
        words: the source.
        position: where its attribution ends: a poll named up to here can be meant.
        paragraph: the attribution's.
        polls: in text order.
    """
    counted = is_share(words)
    if not counted and not _SHARED.fullmatch(words):
        return None
    number = bisect.bisect_right([one.span.start for one in polls], position) - 1
    while number > 0 and polls[number].aside:
        number -= 1
    if number < 0 or paragraph - polls[number].paragraph > (_FAR if counted else _NEAR):
        return None
    return polls[number]
