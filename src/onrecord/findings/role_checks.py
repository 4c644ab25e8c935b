"""Roles of one person that do not fit: in office here, out of it there."""

import re
from collections.abc import Iterator, Sequence

from onrecord.records import Article, Check, CheckKind, Entity, EntityKind, Span
from onrecord.resolution.layout import Layout, lay_out

_OFFICES = frozenset(
    """president premier chancellor minister governor mayor king queen secretary chairman chairwoman
    chair speaker senator ambassador chief director commissioner""".split()
)
_SHORT = {"gov": "governor", "sen": "senator", "pres": "president"}
_FORMER = frozenset({"former", "ex", "onetime", "one-time", "erstwhile"})
# Words that move an office into another time or to another person.
_SHIFTS = frozenset(
    "then then-president elect president-elect future acting designate vice deputy late".split()
)
_NOW = frozenset({"current", "sitting", "incumbent"})
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_PAST = re.compile(
    r"\b(?:then|when|as president|served as|was president|years? ago|at the time|since)\b"
)


def find_role_conflicts(article: Article, entities: Sequence[Entity]) -> tuple[Check, ...]:
    """Offices stated as held now and as held before, of one person, in one article.

    A courtesy title says nothing about today ("President Ames" of somebody who was president):
    an office counts as held now only where the text says of what ("Orvenian President Ames").
    """
    layout = lay_out(article.text)
    checks: list[Check] = []
    for entity in entities:
        if entity.kind is EntityKind.PERSON:
            checks.extend(_compare_offices(article, layout, entity))
    return tuple(checks)


def _compare_offices(article: Article, layout: Layout, entity: Entity) -> Iterator[Check]:
    held: dict[str, Span] = {}
    left: dict[str, Span] = {}
    spans = sorted({*entity.mentions, *(role.evidence for role in entity.roles)})
    for span in spans:
        for office, is_former, whole in _read_offices(layout, span):
            place = left if is_former else held
            if is_former or _is_stated_now(article, layout, whole):
                place.setdefault(office, whole)
    for office, former in left.items():
        current = held.get(office)
        if current is None or _explains(article.text, current, former):
            continue
        first, second = sorted((current, former))
        words = [article.text[span.start : span.end] for span in (current, former)]
        yield Check(
            article.id,
            CheckKind.ROLE_CONFLICT,
            f"{entity.name} is “{words[0]}” in one place and “{words[1]}” in another.",
            (first, second),
        )


def _read_offices(layout: Layout, span: Span) -> Iterator[tuple[str, bool, Span]]:
    """The offices that a mention or role names: which, whether former, and the words."""
    words = layout.words_in(span)
    for number, word in enumerate(words):
        office = _SHORT.get(word.lower, word.lower)
        if office not in _OFFICES:
            continue
        first = number
        while first > 0 and layout.text[words[first - 1].end : words[first].start] in {" ", "-"}:
            first -= 1
        before = [each.lower for each in words[first:number]]
        outside = layout.word_number(words[first].start) - 1
        if outside >= 0 and layout.text[layout.words[outside].end : words[first].start] in " -":
            before.insert(0, layout.words[outside].lower)
        if _SHIFTS & set(before):
            continue
        is_former = any(
            each in _FORMER or each.startswith(("ex-", "former")) for each in before
        ) or word.lower.startswith("ex-")
        start = words[first].start
        if is_former and outside >= 0 and layout.words[outside].lower in _FORMER:
            start = layout.words[outside].start
        yield office, is_former, Span(start, word.end)


def _is_stated_now(article: Article, layout: Layout, office: Span) -> bool:
    """Whether the words say of what the office is, in a sentence that is not about the past."""
    sentence = layout.sentence_span(layout.sentence_at(office.start))
    words = layout.words_in(office)
    owned = any(
        word.lower in _NOW or (word.is_capitalised and len(word.text) > 1) for word in words[:-1]
    )
    if not owned or layout.quotation_at(office.start) is not None:
        return False
    said = article.text[sentence.start : sentence.end]
    years = [int(year) for year in _YEAR.findall(said)]
    this_year = article.published_on.year if article.published_on else None
    past_year = any(this_year is None or year < this_year for year in years)
    around = article.text[
        max(sentence.start, office.start - _NEAR) : min(sentence.end, office.end + _NEAR)
    ]
    return not past_year and not _PAST.search(around.lower())


_NEAR = 50
"""Characters around an office within which "then" or "since" moves it into the past."""


def _explains(text: str, current: Span, former: Span) -> bool:
    """Whether the two stand close together, as two offices do: "the former governor, now …"."""
    first, second = sorted((current, former))
    return "\n" not in text[first.end : second.start] and second.start - first.end < _CLOSE


_CLOSE = 60
