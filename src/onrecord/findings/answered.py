"""What an answer answers, whose it is, and as of when."""

import datetime
import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from onrecord.dates import PartialDate
from onrecord.findings.answered_passages import AnsweredPassages, Passage, Sought
from onrecord.findings.answers import Answer
from onrecord.findings.asked_matters import find_refusals, may_be_asked
from onrecord.findings.claims import Claims, Remark, holds_any, speaks_of
from onrecord.findings.matter import is_party
from onrecord.findings.said_not_so import denies_something
from onrecord.findings.subjects import find_asked, is_asked, stated_in_answer, stems_of
from onrecord.records import (
    Act,
    Article,
    Attribution,
    Entity,
    EntityKind,
    Response,
    ResponseKind,
    Spans,
)
from onrecord.resolution.layout import Layout, lay_out
from onrecord.resolution.parties import Resolution

# How likely a passage must be among all: alone, beside the answer's own words for it, and in the
# author's voice, which is right less often.
_LIKELY, _LIKELY_BESIDE, _LIKELY_TOLD = 0.15, 0.3, 0.5
# Records and data bear a claim out or speak against it: that is evidence, and nobody's answer.
_OF_PEOPLE = frozenset({ResponseKind.CONFIRMS, ResponseKind.DISPUTES})


def link_responses(
    article: Article,
    attributions: Sequence[Attribution],
    answers: Sequence[Answer],
    resolved: Resolution,
) -> tuple[Response, ...]:
    """Give each answer its party, the claim that it answers and its date.

    The silence of a party that was silent before is about the same claim. Silence holds as of the
    article's own date, an answer as of the day it was given. Answers whose party cannot be found
    are left out, and so are confirmations of what nobody in the article said before.
    """
    layout = lay_out(article.text)
    claims = Claims(layout, attributions)
    told = [answer.party.doing[0] for answer in answers]
    passages = AnsweredPassages(layout, attributions, told)
    entities = {entity.id: entity for entity in resolved.entities}
    dated = {attribution.id: attribution.said_on for attribution in attributions}
    refusals = find_refusals(answers)
    responses: dict[tuple[object, ...], Response] = {}
    silent_about: dict[str, str] = {}
    for answer in answers:
        party = resolved.parties.get(answer.party)
        if party is None:
            continue
        if entities[party].kind is EntityKind.DOCUMENT and answer.kind in _OF_PEOPLE:
            continue
        own = answer.attribution
        remark = _make_remark(answer, party, entities[party].mentions)
        found = claims.find(remark)
        if not _is_about(answer, remark, found, claims):
            continue
        # "We do not discuss calls" says too little to weigh passages by.
        quoted = layout.quotation_at(answer.party.doing[0].start) is not None
        about: Spans = ()
        asked = is_asked(layout, answer.party.doing[0].start)
        if not quoted or asked or answer.kind is not ResponseKind.DECLINES:
            found, about = _settle(layout, answer, entities[party], passages, refusals)
        reports = found is not None and _is_report(found, entities)
        turned = _turn(layout.text, answer, found, reports=reports)
        if turned is None:
            continue
        claim = None if found is None else found.id
        meant = () if found is None else found.content
        silent = answer.kind.is_silence
        if silent and claim is not None:
            claim = silent_about.setdefault(party, claim)
        spoken = answer.spokesperson
        spokesperson = None if spoken is None else resolved.parties.get(spoken)
        said_on = None if own is None or silent else dated.get(own.id)
        if not silent:
            said_on = _date_before(article, answer) or said_on
        response = Response(
            article.id,
            party,
            _name_kind(article, turned, entities[party], meant, resolved.entities),
            answer.evidence,
            claim,
            spokesperson if spokesperson != party else None,
            said_on or article.published_on,
            about,
        )
        responses.setdefault((party, answer.kind, answer.evidence), response)
    return _drop_headlines(layout, tuple(responses.values()))


def _drop_headlines(layout: Layout, responses: tuple[Response, ...]) -> tuple[Response, ...]:
    """Without what a headline says and the article then says again, of the same party."""
    below = {
        (each.party_id, each.kind)
        for each in responses
        if not layout.in_headline(each.evidence[0].start)
    }
    return tuple(
        each
        for each in responses
        if (each.party_id, each.kind) not in below or not layout.in_headline(each.evidence[0].start)
    )


_BEFORE = re.compile(
    r"\b(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s(?P<unit>day|week)s?\s"
    r"after\s(?:[\w’'-]+\s){0,6}$"
)
_COUNTS = {
    word: number
    for number, word in enumerate(
        "a one two three four five six seven eight nine ten".split()
    )
} | {"a": 1, "an": 1}  # fmt: skip
_BACK = 60


def _date_before(article: Article, answer: Answer) -> PartialDate | None:
    """The day of an answer that something else came so many days after."""
    trigger = answer.party.doing[0].start
    match = _BEFORE.search(article.text, max(0, trigger - _BACK), trigger)
    published = article.published_on
    if match is None or published is None or not published.day:
        return None
    word = match["count"].lower()
    days = _COUNTS.get(word) or int(word)
    shift = datetime.timedelta(days=days * (7 if match["unit"] == "week" else 1))
    return PartialDate.from_date(published.first_day - shift)


def _settle(
    layout: Layout,
    answer: Answer,
    party: Entity,
    passages: AnsweredPassages,
    refusals: Set[str],
) -> tuple[Attribution | None, Spans]:
    """The attribution that states what is answered, and the words beside it that say what it is.

    An answer can say itself what it answers ("denied that …"), or the question before it does.
    What the author tells is answered as well as what somebody claims.
    """
    words, trigger = answer.party.words[0], answer.party.doing[0]
    own = find_asked(layout, answer.evidence) if not answer.kind.is_silence else None
    if own is None and layout.quotation_at(trigger.start) is None:
        own = stated_in_answer(layout, words, trigger, is_silence=answer.kind.is_silence)
    stated = () if own is None else (own,)
    content = () if answer.attribution is None else answer.attribution.content
    sought = Sought(answer.kind, answer.evidence, content, stated, party.id, party.mentions)
    quiet = answer.kind.is_silence or answer.kind is ResponseKind.DECLINES

    asked_here = is_asked(layout, trigger.start)

    def may_be(passage: Passage) -> bool:
        # "Asked about the reports, she …" names what was reported before, and does not state it.
        if asked_here and passage.number == layout.sentence_at(answer.evidence[0].start):
            return False
        return not quiet or may_be_asked(layout, answer, party, passage, refusals)

    passage, likely = passages.find(sought, None if stated else may_be)
    if passage is None or likely < (_LIKELY_BESIDE if stated else _LIKELY):
        return None, stated
    if stated and not stems_of(layout, stated) & stems_of(layout, (passage.span,)):
        return None, stated
    claim = passage.speaker
    if claim is not None and quiet and claim.act is Act.DENIES:
        # What was denied is the matter, and not that it was.
        return None, tuple(sorted({*stated, *claim.content}))
    if claim is not None and claim is not answer.attribution and _may_answer(answer, party, claim):
        return claim, stated
    in_question = asked_here and any(passage.span.overlaps(span) for span in stated)
    if likely < _LIKELY_TOLD or in_question:
        return None, stated
    return None, tuple(sorted({*stated, passage.span}))


def _is_report(claim: Attribution, entities: Mapping[str, Entity]) -> bool:
    """Whether it is a newsroom that claims it."""
    return claim.entity_id is not None and entities[claim.entity_id].kind is EntityKind.OUTLET


def _turn(text: str, answer: Answer, claim: Attribution | None, *, reports: bool) -> Answer | None:
    """An answer as it stands to its claim: "it is not so" contests that it is.

    Said of a claim that it is not so, it contests nothing: a confirmation stays one, and any other
    is no answer; neither is one whose claim is not found, or is no newsroom's and not confirmed.
    """
    if not answer.says_not:
        return answer
    if claim is None:
        return None
    confirms = answer.kind is ResponseKind.CONFIRMS
    if denies_something(text, claim) or not (confirms or reports):
        return answer if confirms else None
    return replace(answer, kind=ResponseKind.DENIES, contests=True)


def _may_answer(answer: Answer, party: Entity, claim: Attribution) -> bool:
    """Nobody answers his own claim, but whoever made one can withdraw it."""
    own = claim.entity_id == party.id
    return claim.source is not None and (not own or answer.kind is ResponseKind.RETRACTS)


def _is_about(answer: Answer, remark: Remark, found: Attribution | None, claims: Claims) -> bool:
    """Whether enough is found for an answer that does not say itself that it is one."""
    if answer.least_shared is None:
        return True
    if found is None or claims.count_shared_words(remark, found) < answer.least_shared:
        return False
    return not answer.names_party or speaks_of(found, remark.mentions)


def _name_kind(
    article: Article,
    answer: Answer,
    party: Entity,
    meant: Spans,
    entities: Sequence[Entity],
) -> ResponseKind:
    """A party to the matter denies; others dispute."""
    own = answer.attribution
    if not answer.contests or not meant or (own is not None and speaks_of(own, party.mentions)):
        return answer.kind
    layout = lay_out(article.text)
    trigger = answer.party.doing[0]
    sentence = layout.sentence_span(layout.sentence_at(trigger.start))
    said = article.text[trigger.start : max(trigger.end, sentence.end)]
    concerned = [one.name for one in entities if holds_any(meant, one.mentions)]
    return answer.kind if is_party(party, (*concerned, said)) else ResponseKind.DISPUTES


def _make_remark(answer: Answer, party: str, mentions: Spans) -> Remark:
    """What the claim of an answer is looked for by."""
    own = answer.attribution
    # Only its maker can withdraw a claim; nobody answers his own in another way.
    retracts = answer.kind is ResponseKind.RETRACTS
    return Remark(
        answer.evidence,
        own.content if own is not None else (),
        None if retracts else party,
        mentions,
        own.id if own is not None else None,
        owner_id=party if retracts else None,
        of_lead=answer.kind.is_silence,
    )
