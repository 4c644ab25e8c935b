"""The dates that a text mentions, read against its dateline.

A grammar of our own for the habits of news: a weekday without more is the last one, unless its
clause looks ahead. Libraries for dates read single strings and know neither clause nor dateline.
"""

import re
from dataclasses import dataclass

from onrecord.dates import PartialDate
from onrecord.records import Span
from onrecord.resolution.date_grammar import compile_rules
from onrecord.resolution.date_setting import Setting
from onrecord.resolution.periods import Period

_TITLE_WORD = re.compile(
    r"(?:Today|Tonight|Yesterday|Tomorrow|This|Last|Next|Now|Daily|Weekly|Monthly|Quarterly|Annual"
    r"|Nightly|Hourly|Morning|Evening|Overnight|Every|Future|Recent|Current)\b"
)
_ALONE = frozenset("daily weekly monthly quarterly nightly annual".split())


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time.

    Attributes:
        span: where it stands.
        words: the characters there.
        kind: DATE, TIME, DURATION or SET, as in TIMEX3 (ISO-TimeML).
        timex: its TIMEX3 value: "2025-02-07", "2025-W06", "P2D", "PRESENT_REF"; "" if unknown.
        value: the most precise date that covers it; None where no year does.
    """

    span: Span
    words: str
    kind: str
    timex: str
    value: PartialDate | None


def find_dates(text: str, published_on: PartialDate | None) -> tuple[DateMention, ...]:
    """Every expression of time in a text, in order, none overlapping another.

    Args:
        text: any text.
        published_on: its dateline. Without one, or with a vaguer one than an expression needs,
            what is relative to it has no value.
    """
    anchor = Period.of(published_on) if published_on else None
    patterns, resolvers = compile_rules()
    candidates = [
        (match.start(), -match.end(), number, match)
        for number, matches in enumerate(patterns.find_each(text))
        for match in matches
    ]
    candidates.sort(key=lambda candidate: candidate[:3])
    mentions: list[DateMention] = []
    last: Period | None = None
    end = 0
    for start, _, number, match in candidates:
        if start < end or _is_in_title(text, match):
            continue
        meaning = resolvers[number](match, Setting(text, anchor, last))
        if meaning is None:
            continue
        end = match.end()
        words = match.group()
        begin = start + len(words) - len(words.lstrip())
        mentions.append(
            DateMention(Span(begin, end), text[begin:end], meaning.kind, meaning.timex,
                        meaning.period.date if meaning.period else None)
        )  # fmt: skip
        last = meaning.period if meaning.period and meaning.moves else last
    return tuple(mentions)


def _is_in_title(text: str, match: re.Match[str]) -> bool:
    """Whether a word of time is part of a name: "the Quayton Daily", "Today Quayton"."""
    if _TITLE_WORD.match(match.group()) is None:
        return False
    before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() :][:2]
    inside = len(before) == 2 and before[0].isalnum() and before[1] == " "
    return inside or (after[:1] == " " and after[1:].isupper() and match.group().lower() in _ALONE)
