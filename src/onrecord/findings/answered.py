"""What an answer answers, whose it is, and as of when."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.dates import PartialDate
from onrecord.findings.answers import Answer
from onrecord.findings.claims import Claims, Remark, holds_any, speaks_of
from onrecord.findings.matter import is_party
from onrecord.findings.said_not_so import denies_something
from onrecord.findings.settling import Settler
from onrecord.records import (
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
    linker = _Linker(article, attributions, answers, resolved)
    responses: dict[tuple[object, ...], Response] = {}
    for answer in answers:
        response = linker.link(answer)
        if response is not None:
            key = (response.party_id, answer.kind, answer.evidence)
            responses.setdefault(key, response)
    return _drop_headlines(linker.layout, tuple(responses.values()))


class _Linker:
    """One pass over one article's answers, in text order."""

    def __init__(
        self,
        article: Article,
        attributions: Sequence[Attribution],
        answers: Sequence[Answer],
        resolved: Resolution,
    ) -> None:
        self.layout = lay_out(article.text)
        self._article = article
        self._parties = resolved.parties
        self._entities = {entity.id: entity for entity in resolved.entities}
        self._dated = {attribution.id: attribution.said_on for attribution in attributions}
        self._claims = Claims(self.layout, attributions)
        self._settler = Settler(self.layout, attributions, answers)
        self._silent_about: dict[str, str] = {}

    def link(self, answer: Answer) -> Response | None:
        """The answer with its party, its claim and its date; None where it answers nothing."""
        party = self._entities.get(self._parties.get(answer.party) or "")
        if party is None or (party.kind is EntityKind.DOCUMENT and answer.kind in _OF_PEOPLE):
            return None
        remark = _make_remark(answer, party.id, party.mentions)
        found = self._claims.find(remark)
        about: Spans = ()
        if not _is_about(answer, remark, found, self._claims):
            return None
        if self._settler.may_settle(answer):
            found, about = self._settler.settle(answer, party)
        turned = _turn(self.layout.text, answer, found, reports=self._is_report(found))
        if turned is None:
            return None
        meant = () if found is None else found.content
        return Response(
            self._article.id,
            party.id,
            _name_kind(self.layout, turned, party, meant, tuple(self._entities.values())),
            answer.evidence,
            self._name_claim(answer, party.id, found),
            self._find_spokesperson(answer, party.id),
            self._date(answer),
            about,
        )

    def _is_report(self, claim: Attribution | None) -> bool:
        """Whether it is a newsroom that claims it."""
        entity = self._entities.get(claim.entity_id or "") if claim is not None else None
        return entity is not None and entity.kind is EntityKind.OUTLET

    def _name_claim(self, answer: Answer, party: str, claim: Attribution | None) -> str | None:
        """The claim's id; of a silence that of the party's first one."""
        if claim is None or not answer.kind.is_silence:
            return None if claim is None else claim.id
        return self._silent_about.setdefault(party, claim.id)

    def _find_spokesperson(self, answer: Answer, party: str) -> str | None:
        spoken = answer.spokesperson
        spokesperson = None if spoken is None else self._parties.get(spoken)
        return spokesperson if spokesperson != party else None

    def _date(self, answer: Answer) -> PartialDate | None:
        """The day as of which it holds: that of a silence is the article's."""
        said_on = None
        if not answer.kind.is_silence:
            own = answer.attribution
            said_on = _date_before(self._article, answer)
            said_on = said_on or (None if own is None else self._dated.get(own.id))
        return said_on or self._article.published_on


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


def _is_about(answer: Answer, remark: Remark, found: Attribution | None, claims: Claims) -> bool:
    """Whether enough is found for an answer that does not say itself that it is one."""
    if answer.least_shared is None:
        return True
    if found is None or claims.count_shared_words(remark, found) < answer.least_shared:
        return False
    return not answer.names_party or speaks_of(found, remark.mentions)


def _name_kind(
    layout: Layout,
    answer: Answer,
    party: Entity,
    meant: Spans,
    entities: Sequence[Entity],
) -> ResponseKind:
    """A party to the matter denies; others dispute."""
    own = answer.attribution
    if not answer.contests or not meant or (own is not None and speaks_of(own, party.mentions)):
        return answer.kind
    trigger = answer.party.doing[0]
    sentence = layout.sentence_span(layout.sentence_at(trigger.start))
    said = layout.text[trigger.start : max(trigger.end, sentence.end)]
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
