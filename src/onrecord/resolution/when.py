"""When things were said, by the dates in the text and the dateline."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Article, Attribution, Span
from onrecord.resolution.date_mentions import DateMention
from onrecord.resolution.when_clauses import SAYING_NOUNS, choose_date, find_clause_date
from onrecord.resolution.when_dating import TAKEN_UP, Dating, TakenUp, find_key
from onrecord.resolution.when_scenes import date_by_scene, date_lead

_MADE = re.compile(
    r",? (?:which |that )?(?:was |were )?(?:made|given|delivered|issued|released|posted"
    r"|recorded|held|conducted|came|aired|broadcast)\b"
)
_TURN = re.compile(r"[.;:!?]\s|\n")


def date_sayings(article: Article, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in their order, each with its `said_on` where the text gives it.

    A date says when something was said where it stands in the clause of the cue, where a noun for
    the saying takes it up ("The comments, made on February 7, …"), or where the same speaker goes
    on. A date inside a content is of what is said, never of the saying.
    """
    if not attributions:
        return ()
    dating = Dating(article, attributions)
    _date_by_clause(dating)
    taken_up = _date_by_noun(dating)
    date_by_scene(dating, taken_up)
    date_lead(dating)
    return tuple(
        replace(one, said_on=dating.found[one.id]) if one.id in dating.found else one
        for one in attributions
    )


def _date_by_clause(dating: Dating) -> None:
    """Dates in the clauses of cues."""
    for one in dating.attributions:
        start = one.cue[0].start
        # A nested cue and its date stand both inside the content around them.
        others = [
            piece
            for piece in dating.contents_near(one)
            if piece in one.content or not piece.start <= start < piece.end
        ]
        mention = find_clause_date(dating.layout, one, dating.dates_near(one), others)
        if mention is None or _belongs_to_other(dating, one, mention):
            continue
        on = choose_date(mention, dating.article.published_on)
        if on is not None:
            dating.found[one.id] = on


def _belongs_to_other(dating: Dating, attribution: Attribution, mention: DateMention) -> bool:
    """Whether another cue stands between the cue and the date."""
    low = min(attribution.cue[0].start, mention.span.start)
    high = max(attribution.cue[-1].end, mention.span.end)
    return any(
        low < other.cue[0].start < high
        and not attribution.cue[0].start <= other.cue[0].start < attribution.cue[-1].end
        for other in dating.attributions_in(dating.sentence_of(attribution))
        if other.id != attribution.id
    )


def _date_by_noun(dating: Dating) -> dict[int, TakenUp]:
    """Dates that nouns for sayings bring: of what they take up; given back by their paragraph."""
    by_paragraph: dict[int, TakenUp] = {}
    for mention in dating.dates:
        on = choose_date(mention, dating.article.published_on)
        if on is None or dating.is_said(mention):
            continue
        number = dating.layout.sentence_at(mention.span.start)
        if not _is_of_noun(dating.article.text, dating.layout.sentence_span(number), mention):
            continue
        paragraph = dating.layout.paragraph_at(mention.span.start)
        speaker = ""
        for one in [*dating.attributions_in(number - 2), *dating.attributions_in(number - 1)][::-1]:
            if one.id in dating.nested or dating.paragraph_of(one) != paragraph:
                continue
            dating.found.setdefault(one.id, on)
            speaker = find_key(dating.article.text, one)
            break
        by_paragraph.setdefault(paragraph, TakenUp(on, mention.span.start, speaker))
    return by_paragraph


def _is_of_noun(text: str, sentence: Span, mention: DateMention) -> bool:
    """Whether a date is of a noun for a saying: "The comments, made on February 7"."""
    after = re.match(
        rf"\s+(?P<noun>{SAYING_NOUNS})\b", text[mention.span.end : mention.span.end + 40]
    )
    if after and TAKEN_UP.search(text[sentence.start : mention.span.end + after.end()]):
        return True
    lead = text[sentence.start : mention.span.start]
    opening = TAKEN_UP.match(lead)
    return bool(opening and not _TURN.search(lead) and _MADE.match(lead, opening.end()))
