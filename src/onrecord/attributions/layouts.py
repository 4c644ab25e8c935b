"""Attributions that the layout alone marks: transcripts, and quotations with a credit line.

A paragraph that begins with "HOLT:" among others of its kind is a turn of speech; a quoted
paragraph that ends with "— Jane Roe, chair" is hers. No verb says so, the page does.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.articles.sentences import split_paragraphs
from onrecord.attributions.classification import Passages
from onrecord.records import Span

SCORE = 0.9
"""About the share that people also marked, `full`: 25 of 25 on PolNeAR dev, 27 of 30 on train.

Left out of the second is one interview, all of whose 40 turns the annotators marked otherwise: each
statement inside an answer, and not the answer.
"""

_FEWEST_TURNS = 3
_LONGEST_CREDIT = 80
_MARKS = "\"“”„«»‘'"

_TURN = re.compile(
    r"(?P<open>[\"“‘']?)"
    r"(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,4}"  # HOLT, MAYOR ANA RUIZ
    r"|[QA]"
    r"|(?:(?:Mr|Ms|Mrs|Dr|Sen|Gov|Rep)\. )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,3})"
    r"(?: \([^()\n]{1,40}\))?(?P<colon>:)[ \t]+(?=\S)"
)
_RUNNING_WORD = re.compile(r"[^\W\d_]{2,}")
_ASIDE = re.compile(r"[\"“]?[(\[].*[)\].]+[\"”]?")
_CREDIT = re.compile(
    r"(?P<mark>[―—–]|(?<=\s)--?(?=\s))[ \t]*"
    r"(?P<name>[A-ZÀ-Þ][^\n]*?)[ \t]*$"
)
_CREDIT_LINE = re.compile(r"(?P<mark>[―—–]|--?)[ \t]*(?P<name>[A-ZÀ-Þ][^\n]*)")
_SENTENCE_IN_NAME = re.compile(r"[.!?]\s+[A-Z\"“]|[\"“”]|[.!?]$")
_INITIALS = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Jr|Sr|Sen|Rep|Gov|St)\.(?=\s|$)")


def find_layout_attributions(text: str) -> tuple[Passages, ...]:
    """Turns of transcripts, and quotations with a credit, in text order."""
    paragraphs = split_paragraphs(text)
    found = [*_find_turns(text, paragraphs), *_find_credits(text, paragraphs)]
    return tuple(sorted(found, key=lambda passages: passages.cue))


def _find_turns(text: str, paragraphs: Sequence[Span]) -> Iterator[Passages]:
    """Turns, where enough paragraphs of the text begin one.

    "Note:" or "Update:" once or twice in an article make no transcript.
    """
    turns = {
        number: match
        for number, paragraph in enumerate(paragraphs)
        if (match := _TURN.match(text, paragraph.start, paragraph.end))
    }
    counts = Counter(match["name"] for match in turns.values())
    turns = {
        number: match
        for number, match in turns.items()
        if (match["name"].isupper() or counts[match["name"]] > 1)
        and _RUNNING_WORD.search(text, match.end(), paragraphs[number].end)
    }
    speakers = {match["name"] for match in turns.values()}
    if len(turns) < _FEWEST_TURNS or len(speakers) < 2:
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
            score=SCORE,
        )


def _find_credits(text: str, paragraphs: Sequence[Span]) -> Iterator[Passages]:
    for number, paragraph in enumerate(paragraphs):
        if text[paragraph.start] not in _MARKS:
            continue
        credit = _CREDIT.search(text, paragraph.start, paragraph.end)
        end = credit.start() if credit else paragraph.end
        if credit is None and number + 1 < len(paragraphs):
            below = paragraphs[number + 1]
            credit = _CREDIT_LINE.fullmatch(text, below.start, below.end)
        if credit is None or not _is_name(credit["name"]):
            continue
        quoted = text[paragraph.start : end].rstrip()
        if quoted and quoted[-1] in _MARKS and len(quoted) > 2:
            yield Passages(
                source=(Span(*credit.span("name")),),
                cue=(Span(*credit.span("mark")),),
                content=(Span(paragraph.start, paragraph.start + len(quoted)),),
                score=SCORE,
            )


def _is_name(words: str) -> bool:
    """Whether a credit is a name with a description at most, and no sentence."""
    plain = _INITIALS.sub("", words)
    return len(words) <= _LONGEST_CREDIT and not _SENTENCE_IN_NAME.search(plain)
