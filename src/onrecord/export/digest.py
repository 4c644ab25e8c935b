"""What was found beside the attributions, with names and numbers in the place of ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.export.outline import Entry, join_pieces
from onrecord.export.trails import Trail, make_trails
from onrecord.export.wording import (
    ABSENCE_WORDS,
    AGAINST_WORDS,
    CHECK_WORDS,
    RESPONSE_WORDS,
    STANCE_WORDS,
    count_in_words,
    date_in_words,
    word_in_words,
)
from onrecord.records import (
    Absence,
    Against,
    Article,
    Check,
    Position,
    Reading,
    Response,
    Span,
    Spans,
)

AROUND = 48
"""Characters that are shown before and after a short passage, so that it can be understood."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of the text in words, and where it stands."""

    words: str
    evidence: Spans


@dataclass(frozen=True, slots=True)
class ResponseLine:
    """What a party did about a claim, once for all passages that say so.

    Attributes:
        number: the claim's entry; None where the article has none.
    """

    party: str
    spokesperson: str
    kind: str
    words: str
    as_of: str
    number: int | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class AbsenceLine:
    """What a passage of the article says is missing: "no date, no details".

    Attributes:
        number: the entry that lacks it; None where the article has none.
    """

    words: str
    number: int | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class PositionLine:
    """Where one party stands on the proposition of its group, on whose word."""

    party: str
    stance: str
    words: str
    word: str
    first_hand: bool
    quote: Quote


@dataclass(frozen=True, slots=True)
class PropositionGroup:
    """Everybody who takes a stand on one proposition."""

    text: str
    evidence: Spans
    lines: tuple[PositionLine, ...]


@dataclass(frozen=True, slots=True)
class CheckedPassage:
    """One of the two passages of a check, with what stands around it.

    Attributes:
        where: what it stands in: the text, the headline, the article's date.
        span: its place in the text; None where it is no part of the text.
    """

    against: Against
    where: str
    before: str
    quote: str
    after: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class CheckLine:
    """Two passages that do not fit, and one sentence that says why."""

    words: str
    message: str
    passages: tuple[CheckedPassage, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """All findings of one reading; trails are by the numbers of the entries."""

    trails: Mapping[int, Trail]
    responses: tuple[ResponseLine, ...]
    absences: tuple[AbsenceLine, ...]
    propositions: tuple[PropositionGroup, ...]
    checks: tuple[CheckLine, ...]

    @property
    def central(self) -> tuple[int, ...]:
        """The entries to look at first: answered ones, then those with a long trail or a lack."""
        answered = {line.number for line in self.responses}
        lacking = {line.number for line in self.absences}
        chosen = (
            number
            for number, trail in self.trails.items()
            if trail.tells_more or number in answered or number in lacking
        )
        return tuple(sorted(chosen, key=lambda number: (number not in answered, number)))

    @property
    def summary(self) -> str:
        """How much was found, as in "2 answers, 1 position"; "" where nothing was."""
        positions = sum(len(group.lines) for group in self.propositions)
        counts = (
            (len(self.responses), "answer"),
            (len(self.absences), "absence"),
            (positions, "position"),
            (len(self.checks), "check"),
        )
        return ", ".join(count_in_words(count, noun) for count, noun in counts if count)


def digest_reading(reading: Reading, entries: Sequence[Entry]) -> Digest:
    """Everything beside the attributions, in the order of the reading."""
    text = reading.article.text
    names = {entity.id: entity.name for entity in reading.entities}
    numbers = {entry.attribution.id: entry.number for entry in entries}
    return Digest(
        trails=make_trails(reading.article, entries, names),
        responses=_list_responses(text, reading.responses, names, numbers),
        absences=_list_absences(text, reading.absences, numbers),
        propositions=_group_positions(text, reading.positions, names),
        checks=tuple(_describe_check(reading.article, check) for check in reading.checks),
    )


def _list_responses(
    text: str,
    responses: Sequence[Response],
    names: Mapping[str, str],
    numbers: Mapping[str, int],
) -> tuple[ResponseLine, ...]:
    """In text order; an article that says it three times has one line with three passages."""
    groups: dict[tuple[object, ...], list[Response]] = {}
    for one in responses:
        key = (one.party_id, one.kind, one.to_id, one.spokesperson_id, one.as_of)
        groups.setdefault(key, []).append(one)
    return tuple(
        ResponseLine(
            party=names[group[0].party_id],
            spokesperson=_name_spokesperson(group[0], names),
            kind=group[0].kind.value,
            words=RESPONSE_WORDS[group[0].kind],
            as_of=date_in_words(group[0].as_of) if group[0].as_of else "",
            number=numbers.get(group[0].to_id or ""),
            quotes=tuple(_quote(text, one.evidence) for one in group),
        )
        for group in groups.values()
    )


def _name_spokesperson(response: Response, names: Mapping[str, str]) -> str:
    identity = response.spokesperson_id
    return names[identity] if identity is not None and identity != response.party_id else ""


def _list_absences(
    text: str, absences: Sequence[Absence], numbers: Mapping[str, int]
) -> tuple[AbsenceLine, ...]:
    """In text order; a passage that says that several things are missing has one line."""
    groups: dict[tuple[str | None, Span], list[Absence]] = {}
    for one in absences:
        groups.setdefault((one.about_id, one.evidence), []).append(one)
    return tuple(
        AbsenceLine(
            words=", ".join(ABSENCE_WORDS[one.kind] for one in group),
            number=numbers.get(about_id or ""),
            quote=_quote(text, (evidence,)),
        )
        for (about_id, evidence), group in groups.items()
    )


def _quote(text: str, evidence: Spans) -> Quote:
    return Quote(join_pieces(text, evidence), evidence)


def _group_positions(
    text: str, positions: Sequence[Position], names: Mapping[str, str]
) -> tuple[PropositionGroup, ...]:
    groups: dict[Spans, list[Position]] = {}
    for position in positions:
        groups.setdefault(position.proposition.evidence, []).append(position)
    return tuple(
        PropositionGroup(
            text=" ".join(group[0].proposition.text.split()),
            evidence=evidence,
            lines=tuple(
                PositionLine(
                    party=names[one.party_id],
                    stance=one.stance.value,
                    words=STANCE_WORDS[one.stance],
                    word=word_in_words(one, names.get(one.word_of_id or "", "")),
                    first_hand=one.first_hand,
                    quote=_quote(text, one.evidence),
                )
                for one in group
            ),
        )
        for evidence, group in groups.items()
    )


def _describe_check(article: Article, check: Check) -> CheckLine:
    passages = [_surround(article.text, span) for span in check.evidence]
    where = AGAINST_WORDS[check.against]
    if check.against is Against.TITLE:
        title = " ".join(article.title.split())
        passages.insert(0, CheckedPassage(check.against, where, "", title, "", None))
    elif check.against is Against.PUBLISHED_ON:
        date = article.published_on
        words = date_in_words(date) if date else "not stated"
        passages.append(CheckedPassage(check.against, where, "", words, "", None))
    return CheckLine(CHECK_WORDS[check.kind], " ".join(check.message.split()), tuple(passages))


def _surround(text: str, span: Span) -> CheckedPassage:
    """A passage with a few whole words around it, of its own paragraph."""
    start = max(span.start - AROUND, 0, text.rfind("\n", 0, span.start) + 1)
    end = min(span.end + AROUND, _find_end(text, span.end))
    before, after = text[start : span.start], text[span.end : end]
    if start and text[start - 1] != "\n":
        before = f"… {before.partition(' ')[2]}"
    if end < len(text) and text[end] != "\n":
        after = f"{after.rpartition(' ')[0]} …"
    quote = " ".join(text[span.start : span.end].split())
    where = AGAINST_WORDS[Against.TEXT]
    return CheckedPassage(Against.TEXT, where, before, quote, after, span)


def _find_end(text: str, start: int) -> int:
    found = text.find("\n", start)
    return len(text) if found < 0 else found
