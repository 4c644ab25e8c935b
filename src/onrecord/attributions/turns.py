"""Turns of a transcript: a name, a colon, and what the one named says."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from onrecord.attributions.classification import Passages
from onrecord.attributions.line_starts import skip_line_start
from onrecord.records import Span

TURN_SCORE = 0.9
"""About the share that people also marked, `full`: 25 of 25 on PolNeAR dev, 27 of 30 on train.

Left out of the second is one interview, all of whose 40 turns the annotators marked otherwise: each
statement inside an answer, and not the answer.
"""

_FEWEST_TURNS = 3
_MARKS = "\"“”„«»‘'"

_TURN = re.compile(
    r"(?P<open>[\"“‘']?)"
    r"(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,4}(?: \d{1,2})?"  # HOLT, MAYOR ANA RUIZ
    r"|[QA]\d{0,2}"
    r"|(?:(?:Mr|Ms|Mrs|Dr|Sen|Gov|Rep)\. )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,3})"
    r"(?: \([^()\n]{1,40}\))?(?P<colon>:)[ \t]+(?=\S)"
)
_LETTER = re.compile(r"(?P<open>[\"“‘']?)(?P<name>[QA])(?P<colon>\.)[ \t]+(?=\S)")
_RUNNING_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')]*$")
_ASIDE = re.compile(r"[\"“]?[(\[].*[)\].]+[\"”]?")
# In capitals before a colon, these head a note of the paper's.
_NOTES = frozenset(
    """NOTE NOTES UPDATE CORRECTION CLARIFICATION EXCLUSIVE BREAKING LIVE WATCH READ MORE PHOTO
    PHOTOS VIDEO PICTURED RELATED SEE WHAT WHEN WHERE WHO WHY HOW TIME DATE PLACE VENUE CONTACT
    CONTACTS SOURCE SOURCES EDITOR ABSTRACT SUMMARY OPINION ANALYSIS""".split()
)


def find_turns(text: str, paragraphs: Sequence[Span]) -> Iterator[Passages]:
    """Turns, where enough paragraphs of the text begin one.

    "Note:" or "Update:" once or twice in an article make no transcript; a question with its answer,
    or two in capitals that follow each other, do.
    """
    turns = _keep_speakers(_match_turns(text, paragraphs))
    if not _make_transcript(text, paragraphs, turns):
        return
    last = max(turns)
    for number, match in turns.items():
        pieces = [Span(match.end(), paragraphs[number].end)]
        following = number + 1
        while following < len(paragraphs) and following not in turns:
            paragraph = paragraphs[following]
            opens = text[paragraph.start] in _MARKS
            goes_on = opens if match["open"] else following < last
            if not goes_on or _ASIDE.fullmatch(text, paragraph.start, paragraph.end):
                break
            pieces.append(paragraph)
            following += 1
        yield Passages(
            source=(Span(*match.span("name")),),
            cue=(Span(*match.span("colon")),),
            content=tuple(pieces),
            score=TURN_SCORE,
        )


def _match_turns(text: str, paragraphs: Sequence[Span]) -> dict[int, re.Match[str]]:
    """What looks like the start of a turn, by the number of its paragraph."""
    turns = {}
    for number, paragraph in enumerate(paragraphs):
        start = skip_line_start(text, paragraph)
        match = _TURN.match(text, start, paragraph.end) or _LETTER.match(text, start, paragraph.end)
        if match and _RUNNING_WORD.search(text, match.end(), paragraph.end):
            turns[number] = match
    return turns


def _keep_speakers(turns: Mapping[int, re.Match[str]]) -> dict[int, re.Match[str]]:
    """The turns of those who are named in capitals, or more than once."""
    counts = Counter(match["name"] for match in turns.values())
    stops = {match["name"] for match in turns.values() if match["colon"] == "."}
    return {
        number: match
        for number, match in turns.items()
        if (match["name"].isupper() or counts[match["name"]] > 1)
        and match["name"] not in _NOTES
        and (match["colon"] == ":" or len(stops) == 2)
    }


def _make_transcript(
    text: str, paragraphs: Sequence[Span], turns: Mapping[int, re.Match[str]]
) -> bool:
    names = {match["name"] for match in turns.values()}
    if len(names) < 2 or len(turns) >= _FEWEST_TURNS:
        return len(names) >= 2
    first, second = sorted(turns)
    follow = second - first == 1 and all(name.isupper() for name in names)
    return follow and all(
        _SENTENCE_END.search(text, match.end(), paragraphs[number].end)
        for number, match in turns.items()
    )
