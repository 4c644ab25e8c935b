"""How the words reached the page: the hops from the publisher to where the trail stops.

Decisions:
- An attribution inside a speaker's content has that speaker's chain before its own source: it is
  on his word. Somebody who reports himself is no further hop.
- An interview stays the occasion of what its speaker says next, until somebody else speaks or
  another occasion is named; "in the interview" takes it up again.
- The page's own newsroom is no hop, however it is named.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Article, Attribution
from onrecord.resolution.chains.addressees import find_addressee
from onrecord.resolution.chains.basis import judge_basis
from onrecord.resolution.chains.context import ChainContext, gather_context
from onrecord.resolution.chains.hops import make_hops
from onrecord.resolution.chains.named_occasions import find_occasion
from onrecord.resolution.chains.occasions import Occasions
from onrecord.resolution.chains.parents import find_parent
from onrecord.resolution.chains.passes.debaters import trace_debate
from onrecord.resolution.chains.passes.echoes import trace_echoes
from onrecord.resolution.chains.passes.groups import trace_groups
from onrecord.resolution.chains.passes.leads import trace_leads
from onrecord.resolution.chains.passes.papers import trace_papers
from onrecord.resolution.chains.passes.questions import trace_questions
from onrecord.resolution.chains.passes.retold import trace_newsroom
from onrecord.resolution.chains.rooms import GROUNDS
from onrecord.resolution.chains.sentence_rooms import find_rooms
from onrecord.resolution.chains.telling import Telling
from onrecord.resolution.newsrooms import Newsroom
from onrecord.resolution.parties import Resolution


def trace_chains(
    article: Article,
    attributions: Sequence[Attribution],
    newsrooms: Sequence[Newsroom],
    resolved: Resolution,
) -> tuple[Attribution, ...]:
    """The attributions in their order, each with its addressee, chain and basis."""
    context = gather_context(article, attributions, newsrooms, resolved)
    occasions = Occasions(context)
    traced = _Tracer(context, occasions).trace_all()
    # Each pass gives back what it changes, and the next one sees it.
    traced |= trace_leads(context, occasions.scenes, traced)
    traced |= trace_groups(context, occasions.groups, traced)
    traced |= trace_echoes(context, traced)
    traced |= trace_debate(context, traced)
    traced |= trace_newsroom(context, traced)
    traced |= trace_papers(context, traced)
    traced |= trace_questions(context, traced)
    return tuple(traced[number] for number in range(len(attributions)))


class _Tracer:
    """One pass over one article's attributions, in text order, each after its parent."""

    def __init__(self, context: ChainContext, occasions: Occasions) -> None:
        self._context = context
        self._occasions = occasions
        self._traced: dict[int, Attribution] = {}
        self._begun: set[int] = set()

    def trace_all(self) -> dict[int, Attribution]:
        """Every attribution by its number, in text order."""
        attributions = self._context.attributions
        order = sorted(range(len(attributions)), key=lambda n: attributions[n].cue[0].start)
        return {number: self._trace(number) for number in order}

    def _trace(self, number: int) -> Attribution:
        if number not in self._traced:
            self._begun.add(number)
            telling = self._read_telling(number)
            traced = _follow_words(self._context, telling)
            self._traced[number] = traced
            self._occasions.remember_document(traced)
        return self._traced[number]

    def _read_telling(self, number: int) -> Telling:
        """How it is told; its parent first, so that occasions begin in their order."""
        context, attribution = self._context, self._context.attributions[number]
        above = self._trace_parent(number)
        rooms = find_rooms(context, number)
        if above is not None:
            self._occasions.remember_report(attribution, above)
            through = context.kind_of(above.entity_id) in GROUNDS
            occasion = find_occasion(context, attribution) if through else None
            return Telling(attribution, above, rooms, occasion, None)
        occasion = find_occasion(context, attribution)
        scene = self._occasions.enter(attribution, rooms, occasion)
        rooms = list(scene.rooms) if scene is not None else rooms
        return Telling(attribution, None, rooms, occasion, scene)

    def _trace_parent(self, number: int) -> Attribution | None:
        """Whose content this one stands in, traced; None where that stands in this one's."""
        parent = find_parent(self._context, number)
        if parent is None:
            return None
        if parent in self._begun and parent not in self._traced:
            return None
        return self._trace(parent)


def _follow_words(context: ChainContext, telling: Telling) -> Attribution:
    """The attribution with all that follows from how it is told."""
    return replace(
        telling.attribution,
        chain=make_hops(context, telling),
        basis=judge_basis(context, telling),
        addressee=find_addressee(context, telling),
    )
