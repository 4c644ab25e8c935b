"""Sayings of a speaker who goes on where a date has been given: an interview, a speech."""

import re
from dataclasses import dataclass, field

from onrecord.dates import PartialDate
from onrecord.records import Act, Attribution
from onrecord.resolution.date_mentions import DateMention
from onrecord.resolution.when_clauses import SAYING_NOUNS, choose_date
from onrecord.resolution.when_dating import (
    PRONOUNS,
    TAKEN_UP,
    Dating,
    TakenUp,
    find_key,
    read_clause,
)

_GOES_ON = 5
"""Paragraphs after which the same speaker no longer goes on in the same scene."""


_VAGUELY_ON = 1
"""The same where only the month or the year is known."""
_LEAD_REACH = 9
"""Paragraphs within which an article comes back to what its opening says."""
# What somebody thinks or wants has no day but the one that its own clause gives.
_ATTITUDES = frozenset((Act.BELIEVES, Act.KNOWS, Act.WANTS, Act.SUPPORTS, Act.OPPOSES))
_OTHER_TIME = re.compile(
    r"\b(?:has|have|had|often|long|repeated|repeatedly|previously|earlier|once|always|before"
    r"|formerly|later|recently|consistently|initially|originally|will|would|years ago|in the past"
    r"|can|can[’']t|cannot|could|should|may|might|must|(?:is|are) (?!saying|telling)\w+ing"
    r"|thinks|believes|feels|wants|knows|hopes|supports|opposes|favors|seeks)\b",
    re.IGNORECASE,
)


_SAYING = re.compile(rf"\b(?:{SAYING_NOUNS})\b", re.IGNORECASE)


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


@dataclass(frozen=True, slots=True)
class _Known:
    """Dates of sayings that no clause of a cue holds.

    Attributes:
        by_paragraph: the date of a noun for a saying.
        told: by sentence, the date of what the article itself tells.
        speakers: by paragraph, who spoke first after the noun.
    """

    by_paragraph: dict[int, TakenUp]
    told: dict[int, DateMention]
    speakers: dict[int, str] = field(default_factory=dict)


def date_by_scene(dating: Dating, by_paragraph: dict[int, TakenUp]) -> None:
    """Sayings of a speaker who goes on in a scene that has its date."""
    scenes: dict[str, _Scene] = {}
    last_key = ""
    known = _Known(by_paragraph, _find_told(dating))
    for one in dating.attributions:
        if one.id in dating.nested:
            continue
        key = find_key(dating.article.text, one) or last_key
        paragraph = dating.paragraph_of(one)
        clause = read_clause(dating, one)
        nouns = frozenset(noun.lower() for noun in _SAYING.findall(clause))
        if one.id not in dating.found:
            on = _find_scene(dating, one, scenes.get(key), known, clause)
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


def date_lead(dating: Dating) -> None:
    """The opening says first what a speaker's first dated saying then tells at length."""
    first: dict[str, Attribution] = {}
    for one in dating.attributions:
        if one.id in dating.found and one.id not in dating.nested:
            first.setdefault(find_key(dating.article.text, one), one)
    for one in dating.attributions:
        if dating.paragraph_of(one) > 1:
            break
        later = first.get(find_key(dating.article.text, one))
        if later is None or one.id in dating.found or one.id in dating.nested:
            continue
        if one.act in _ATTITUDES:
            continue
        on = dating.found[later.id]
        if on.day and one.cue < later.cue and dating.paragraph_of(later) <= _LEAD_REACH and not (
            _OTHER_TIME.search(read_clause(dating, one))
        ):  # fmt: skip
            dating.found[one.id] = on


def _find_scene(
    dating: Dating,
    one: Attribution,
    scene: _Scene | None,
    known: _Known,
    clause: str,
) -> PartialDate | None:
    """The date of an attribution that has none of its own, by what stands around it."""
    paragraph = dating.paragraph_of(one)
    on = _carry_on(scene, one, paragraph, clause=clause, rest=dating.rest_of_sentence(one))
    if on is not None or one.act in _ATTITUDES or _NEW_SAYING.search(clause):
        return on
    return _take_from_noun(dating, one, known, clause) or _take_from_story(
        dating, one, known.told, clause
    )


def _carry_on(
    scene: _Scene | None, attribution: Attribution, paragraph: int, *, clause: str, rest: str
) -> PartialDate | None:
    """The date of a scene in which an attribution goes on; None where it does not."""
    if scene is None or not attribution.source or _OTHER_TIME.search(clause):
        return None
    nouns = {noun.lower() for noun in _SAYING.findall(clause)}
    if nouns & scene.nouns and TAKEN_UP.search(clause):
        return scene.on
    if attribution.act in _ATTITUDES:
        return None
    if _NEW_SAYING.search(clause + rest) and paragraph != scene.paragraph:
        return None
    reach = _GOES_ON if scene.on.day else _VAGUELY_ON
    return scene.on if paragraph - scene.paragraph <= reach else None


def _take_from_noun(
    dating: Dating, attribution: Attribution, known: _Known, clause: str
) -> PartialDate | None:
    """The date of "The February 7 comments were no exception." for who speaks first after it."""
    paragraph = dating.paragraph_of(attribution)
    taken_up = known.by_paragraph.get(paragraph)
    if taken_up is None or not attribution.source or attribution.cue[0].start < taken_up.position:
        return None
    key = find_key(dating.article.text, attribution)
    speaker = known.speakers.setdefault(paragraph, taken_up.speaker or key)
    return None if _OTHER_TIME.search(clause) or key not in {speaker, ""} else taken_up.on


def _find_told(dating: Dating) -> dict[int, DateMention]:
    """By sentence, the date of what the article itself tells of somebody who speaks."""
    told: dict[int, DateMention] = {}
    for mention in dating.dates:
        if mention.value is None or not mention.value.day or dating.is_said(mention):
            continue
        number = dating.layout.sentence_at(mention.span.start)
        span = dating.layout.sentence_span(number)
        if _SPOKE.search(dating.article.text, span.start, span.end):
            told[number] = mention
    return told


def _take_from_story(
    dating: Dating, attribution: Attribution, told: dict[int, DateMention], clause: str
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
    if words.lower() in PRONOUNS:
        return None
    names: list[str] = re.findall(r"\b(?!(?:The|An?)\b)[A-Z][\w-]+", words.split(",")[0])
    return names[-1] if names else words
