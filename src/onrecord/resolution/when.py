"""When things were said, by the dates in the text and the dateline."""

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.dates import PartialDate
from onrecord.records import Article, Attribution, Span
from onrecord.resolution.date_mentions import DateMention, find_dates
from onrecord.resolution.layout import Layout
from onrecord.resolution.when_clauses import (
    SAYING_NOUNS,
    choose_date,
    find_clause_date,
    is_of_a_saying,
)

_PRONOUNS = frozenset("he she they it i we who".split())
_GOES_ON = 4
"""Paragraphs after which the same speaker no longer goes on in the same scene."""
_OTHER_TIME = re.compile(
    r"\b(?:has|have|had|often|long|repeated|repeatedly|previously|earlier|once|always|before|formerly|later"
    r"|recently|consistently|initially|originally|will|would|years ago|in the past"
    r"|thinks|believes|feels|wants|knows|hopes|supports|opposes|favors|seeks)\b",
    re.IGNORECASE,
)
_SAYING = re.compile(rf"\b(?:{SAYING_NOUNS})\b", re.IGNORECASE)
_TAKEN_UP = re.compile(
    rf"\b(?:(?i:the|his|her|their|its|this|that|these|those|such)|[A-Z]\w+[’']s?)\s+"
    rf"(?:[\w-]+\s+){{0,2}}?(?P<noun>{SAYING_NOUNS})\b"
)
_NEW_SAYING = re.compile(
    rf"\b(?:an?|another|one)\s+(?:[\w-]+\s+){{0,3}}?(?:{SAYING_NOUNS})\b", re.IGNORECASE
)
_SPOKE = re.compile(
    rf"\b(?:{SAYING_NOUNS}|advice|support|questions?|appeared|spoke|speaking|offered|rejected|blasted"
    r"|slammed|criticized|criticised|attacked|defended|praised|addressed|testified|filed|released"
    r"|responded|reacted|weighed in|called|condemned)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"(?:is|are)\b|(?!was\b)[a-z]+s\b(?! of\b)")
_TURN = re.compile(r"[.;:!?]\s|\n")


@dataclass(frozen=True, slots=True)
class _Scene:
    """A speaker who goes on: the date of what it says.

    Attributes:
        on: the date.
        paragraph: where the speaker was last heard in this scene.
        nouns: what the text calls the saying: "interview".
    """

    on: PartialDate
    paragraph: int
    nouns: frozenset[str] = frozenset()


class _Dating:
    """What dating one article's sayings goes by."""

    def __init__(self, article: Article, attributions: Sequence[Attribution]) -> None:
        self.article = article
        self.layout = Layout(article.text)
        self.attributions = sorted(attributions, key=lambda one: (one.cue[0].start, one.id))
        pieces = sorted(piece for one in attributions for piece in one.content)
        self.contents = pieces
        self.dates = [
            mention
            for mention in find_dates(article.text, article.published_on)
            if is_of_a_saying(article.text, mention)
        ]
        self.found: dict[str, PartialDate] = {}

    def sentence_of(self, attribution: Attribution) -> int:
        return self.layout.sentence_at(attribution.cue[0].start)

    def paragraph_of(self, attribution: Attribution) -> int:
        return self.layout.paragraph_at(attribution.cue[0].start)


def date_sayings(article: Article, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in their order, each with its `said_on` where the text gives it.

    A date says when something was said where it stands in the clause of the cue, where a noun for
    the saying takes it up ("The comments, made on February 7, …"), or where the same speaker goes
    on. A date inside a content is of what is said, never of the saying.
    """
    if not attributions:
        return ()
    dating = _Dating(article, attributions)
    _date_by_clause(dating)
    taken_up = _date_by_noun(dating)
    _date_by_scene(dating, taken_up)
    _date_lead(dating)
    return tuple(
        replace(one, said_on=dating.found[one.id]) if one.id in dating.found else one
        for one in attributions
    )


def _is_nested(attribution: Attribution, contents: Sequence[Span]) -> bool:
    start = attribution.cue[0].start
    own = set(attribution.content)
    return attribution.parent_id is not None or any(
        piece.start <= start < piece.end for piece in contents if piece not in own
    )


def _date_by_clause(dating: _Dating) -> None:
    """Dates in the clauses of cues."""
    for one in dating.attributions:
        near = _pick_near(dating, one)
        holding = {p for p in near[1] if p.start <= one.cue[0].start < p.end}
        others = [piece for piece in near[1] if piece not in holding or piece in one.content]
        mention = find_clause_date(dating.layout, one, near[0], others)
        if mention is None or _belongs_to_other(dating, one, mention):
            continue
        on = choose_date(mention, dating.article.published_on)
        if on is not None:
            dating.found[one.id] = on


def _pick_near(dating: _Dating, attribution: Attribution) -> tuple[list[DateMention], list[Span]]:
    """The dates and contents that touch the sentences of a cue."""
    first = dating.layout.sentence_span(dating.sentence_of(attribution)).start
    last = dating.layout.sentence_at(attribution.cue[-1].end - 1)
    end = dating.layout.sentence_span(last).end
    dates = [one for one in dating.dates if one.span.end > first and one.span.start < end]
    return dates, [one for one in dating.contents if one.end > first and one.start < end]


def _belongs_to_other(dating: _Dating, attribution: Attribution, mention: DateMention) -> bool:
    """Whether another cue stands between the cue and the date."""
    low = min(attribution.cue[0].start, mention.span.start)
    high = max(attribution.cue[-1].end, mention.span.end)
    return any(
        low < other.cue[0].start < high and other.id != attribution.id
        and other.cue[0].start not in range(attribution.cue[0].start, attribution.cue[-1].end)
        for other in dating.attributions
        if dating.sentence_of(other) == dating.sentence_of(attribution)
    )  # fmt: skip


def _date_by_noun(dating: _Dating) -> dict[int, tuple[PartialDate, str]]:
    """Dates that nouns for sayings bring: of what they take up; given back by their paragraph."""
    by_paragraph: dict[int, tuple[PartialDate, str]] = {}
    for mention in dating.dates:
        position = mention.span.start
        if any(piece.start <= position < piece.end for piece in dating.contents):
            continue
        number = dating.layout.sentence_at(position)
        sentence = dating.layout.sentence_span(number)
        noun = _find_noun(dating.article.text, sentence, mention)
        on = choose_date(mention, dating.article.published_on)
        if noun is None or on is None:
            continue
        by_paragraph.setdefault(dating.layout.paragraph_at(position), (on, noun))
        for one in reversed(dating.attributions):
            behind = number - dating.sentence_of(one)
            if behind in (1, 2) and one.id not in dating.found:
                same = dating.paragraph_of(one) == dating.layout.paragraph_at(position)
                if same and not _is_nested(one, dating.contents):
                    dating.found[one.id] = on
                    break
    return by_paragraph


def _find_noun(text: str, sentence: Span, mention: DateMention) -> str | None:
    """The noun for a saying that a date is of: "The comments, made on February 7"; None."""
    after = re.match(
        rf"\s+(?P<noun>{SAYING_NOUNS})\b", text[mention.span.end : mention.span.end + 40]
    )
    if after and _TAKEN_UP.search(text[sentence.start : mention.span.end + after.end()]):
        return after["noun"].lower()
    lead = text[sentence.start : mention.span.start]
    opening = _TAKEN_UP.match(lead)
    if opening and not _TURN.search(lead) and re.match(
        r"(?:,? (?:which |that )?(?:was |were )?(?:made|given|delivered|issued|released|published"
        r"|posted|recorded|held|conducted|came|aired|broadcast)\b)", lead[opening.end() :]
    ):  # fmt: skip
        return opening["noun"].lower()
    return None


def _date_by_scene(dating: _Dating, by_paragraph: dict[int, tuple[PartialDate, str]]) -> None:
    """Sayings of a speaker who goes on in a scene that has its date."""
    scenes: dict[str, _Scene] = {}
    last_key = ""
    told = _find_told(dating)
    for one in dating.attributions:
        if _is_nested(one, dating.contents):
            continue
        key = _find_key(dating.article.text, one) or last_key
        paragraph = dating.paragraph_of(one)
        clause = _read_clause(dating, one)
        nouns = frozenset(noun.lower() for noun in _SAYING.findall(clause))
        if one.id not in dating.found:
            on = _find_scene(dating, one, scenes.get(key), told, by_paragraph, clause)
            if on is not None:
                dating.found[one.id] = on
            elif _NEW_SAYING.search(clause):
                scenes.pop(key, None)
        on = dating.found.get(one.id)
        scene = scenes.get(key)
        if on is not None:
            kept = scene.nouns if scene and scene.on == on else frozenset()
            scenes[key] = _Scene(on, paragraph, kept | nouns)
        last_key = key


def _date_lead(dating: _Dating) -> None:
    """The opening says first what a speaker's first dated saying then tells at length."""
    first: dict[str, Attribution] = {}
    for one in dating.attributions:
        if one.id in dating.found and not _is_nested(one, dating.contents):
            first.setdefault(_find_key(dating.article.text, one), one)
    for one in dating.attributions:
        if dating.paragraph_of(one) > 1:
            break
        later = first.get(_find_key(dating.article.text, one))
        if later is None or one.id in dating.found or _is_nested(one, dating.contents):
            continue
        on = dating.found[later.id]
        if on.day and one.cue < later.cue and dating.paragraph_of(later) <= _GOES_ON and not (
            _OTHER_TIME.search(_read_clause(dating, one))
        ):  # fmt: skip
            dating.found[one.id] = on


def _find_scene(dating, one, scene, told, by_paragraph, clause):
    paragraph = dating.paragraph_of(one)
    on = _carry_on(scene, one, paragraph, clause=clause, text="")
    if on is not None or _NEW_SAYING.search(clause):
        return on
    if paragraph in by_paragraph and one.source:
        on = _take_from_paragraph(dating, one, by_paragraph[paragraph])
    return on or _take_from_story(dating, one, told, clause)


def _find_key(text: str, attribution: Attribution) -> str:
    """Who speaks: the entity, or the last name; "" for a pronoun that nobody resolved."""
    if attribution.entity_id:
        return attribution.entity_id
    if not attribution.source:
        return ""
    words = text[attribution.source[0].start : attribution.source[-1].end]
    if words.lower() in _PRONOUNS:
        return ""
    names: list[str] = re.findall(r"\b[A-Z][\w’'-]+", words.split(",")[0])
    return (names[-1] if names else words).lower().removesuffix("’s").removesuffix("'s")


def _read_clause(dating: _Dating, attribution: Attribution) -> str:
    """The words of the sentence before the cue, and of the cue, without contents."""
    sentence = dating.layout.sentence_span(dating.sentence_of(attribution))
    start, end = sentence.start, max(attribution.cue[-1].end, sentence.start)
    for piece in attribution.content:
        if start < piece.end <= attribution.cue[0].start:
            start = piece.end
    return dating.article.text[start:end]


def _carry_on(
    scene: _Scene | None, attribution: Attribution, paragraph: int, *, clause: str, text: str
) -> PartialDate | None:
    """The date of a scene in which an attribution goes on; None where it does not."""
    if scene is None or not attribution.source or _OTHER_TIME.search(clause):
        return None
    nouns = {noun.lower() for noun in _SAYING.findall(clause)}
    if nouns & scene.nouns and _TAKEN_UP.search(clause):
        return scene.on
    if _NEW_SAYING.search(clause) and paragraph != scene.paragraph:
        return None
    return scene.on if paragraph - scene.paragraph <= _GOES_ON else None


def _take_from_paragraph(
    dating: _Dating, attribution: Attribution, taken_up: tuple[PartialDate, str]
) -> PartialDate | None:
    """The date of "The February 7 comments were no exception." for what follows in the paragraph."""
    on, _ = taken_up
    clause = _read_clause(dating, attribution)
    return None if _OTHER_TIME.search(clause) else on


def _find_told(dating: _Dating) -> dict[int, DateMention]:
    """By sentence, the date of what the article itself tells of somebody who speaks."""
    told: dict[int, DateMention] = {}
    for mention in dating.dates:
        if mention.value is None or not mention.value.day or _lies_in(dating.contents, mention):
            continue
        number = dating.layout.sentence_at(mention.span.start)
        span = dating.layout.sentence_span(number)
        if _SPOKE.search(dating.article.text, span.start, span.end):
            told[number] = mention
    return told


def _lies_in(contents: Sequence[Span], mention: DateMention) -> bool:
    number = bisect.bisect_right(contents, mention.span.start, key=lambda piece: piece.start)
    return any(mention.span.start < piece.end for piece in contents[max(0, number - 4) : number])


def _take_from_story(
    dating: _Dating, attribution: Attribution, told: dict[int, DateMention], clause: str
) -> PartialDate | None:
    """The date of the sentence before, where it tells that the same one spoke or appeared."""
    cue = dating.article.text[attribution.cue[0].start : attribution.cue[-1].end]
    if _OTHER_TIME.search(clause) or not attribution.source or _PRESENT.match(cue):
        return None
    first = dating.layout.sentence_at(min(attribution.cue[0].start, attribution.content[0].start))
    paragraph = dating.layout.paragraph_at(dating.layout.sentence_span(first).start)
    name = _last_name(dating.article.text, attribution)
    for number in range(first - 1, max(-1, first - 3), -1):
        mention = told.get(number)
        span = dating.layout.sentence_span(number)
        if mention is None or paragraph - dating.layout.paragraph_at(span.start) > 1:
            continue
        if name is None or name in dating.article.text[span.start : mention.span.start]:
            return choose_date(mention, dating.article.published_on)
    return None


def _last_name(text: str, attribution: Attribution) -> str | None:
    """The last name in the source; None for a pronoun."""
    source = attribution.source or attribution.cue
    words = text[source[0].start : source[-1].end]
    if words.lower() in _PRONOUNS:
        return None
    names: list[str] = re.findall(r"\b[A-Z][\w-]+", words.split(",")[0])
    return names[-1] if names else words
