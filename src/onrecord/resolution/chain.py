"""How the words reached the page: the hops from the publisher to where the trail stops."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.records import (
    Act,
    Article,
    Attribution,
    Basis,
    Entity,
    EntityKind,
    Form,
    Hop,
    How,
    Span,
)
from onrecord.resolution.addressee import find_addressee
from onrecord.resolution.layout import Layout
from onrecord.resolution.newsrooms import Newsroom, find_newsrooms
from onrecord.resolution.occasions import find_occasion
from onrecord.resolution.parties import Resolution

__all__ = ["Newsroom", "find_newsrooms", "trace_chains"]

_SCENE_PARAGRAPHS = 5
_THE_INTERVIEW = re.compile(
    r"\b(?:the|that|his|her|same)\s(?:\w+\s)?(?:interview|conversation|appearance|programme|program|show)\b",
    re.IGNORECASE,
)
_LEAD = 4
_NO_WORDS = frozenset({Act.WANTS, Act.SUPPORTS, Act.OPPOSES, Act.DECIDES, Act.KNOWS, Act.SHOWS})
_AT_OTHER_TIMES = frozenset(
    "long previously repeatedly often once frequently always consistently formerly regularly".split()
)
_WROTE = re.compile(r"\b(?:wrote|writes|writing)\b")
_WRITING = re.compile(
    r"\b(?:books?|memoirs?|letters?|memo|essay|op-?ed|column|report|article|ruling|brief|motion|opinion|"
    r"dissent|paper|post|filing)\b",
    re.IGNORECASE,
)
_PRESS = re.compile(r"\b(?:media|newspapers?|press|news reports?|broadcasters?)\b", re.IGNORECASE)
_UNNAMED = re.compile(
    r"\b(?:anonym\w+|familiar\swith|unnamed|sources?|insiders?|close\sto|an?\s(?:\w+\s){0,2}?(?:aide|"
    r"official|diplomat|adviser)|briefed\son|knowledge\sof|"
    r"not\sauthori[sz]ed|person\swho|people\swho\sheard)\b",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"\b(?:court|ruling|lawsuit|complaint|indictment|affidavit|motion|filings?|brief|order|"
    r"judgment|deposition|legal)\b",
    re.IGNORECASE,
)
_POLL = re.compile(r"\b(?:polls?|surveys?|percent|per\scent|respondents)\b|\d%", re.IGNORECASE)
_RANKS_FIRST = frozenset({Basis.INTERVIEW, Basis.BROADCAST, Basis.DOCUMENT})
_OWN_ACTS = frozenset({Basis.POLL, Basis.DOCUMENT, Basis.COURT})


@dataclass(frozen=True, slots=True)
class _Scene:
    """Where somebody is speaking, until another occasion is told.

    Attributes:
        newsroom: what the words came through; None for a speech, a tweet, a statement.
        paragraph: where it was last spoken in.
    """

    basis: Basis
    newsroom: Newsroom | None
    paragraph: int


def trace_chains(
    article: Article,
    attributions: Sequence[Attribution],
    newsrooms: Sequence[Newsroom],
    resolved: Resolution,
) -> tuple[Attribution, ...]:
    """The attributions in their order, each with its addressee, chain and basis.

    The page's own publisher is no hop, also where it is the newsroom that was told. A scene (an
    interview, a speech) goes on for its speaker until he speaks on another occasion or for
    `_SCENE_PARAGRAPHS` paragraphs without him. What a speaker says of another's words hangs on the
    speaker's chain, and so on.
    """
    tracer = _Tracer(article, attributions, newsrooms, resolved)
    traced = {each.id: tracer.trace(each) for each in tracer.in_order()}
    return tuple(traced[each.id] for each in attributions)


class _Tracer:
    """One pass over one article; made for it and thrown away."""

    def __init__(
        self,
        article: Article,
        attributions: Sequence[Attribution],
        newsrooms: Sequence[Newsroom],
        resolved: Resolution,
    ) -> None:
        self.article = article
        self.layout = Layout(article.text)
        self.resolved = resolved
        self.entities: Mapping[str, Entity] = {e.id: e for e in resolved.entities}
        self.attributions = {each.id: each for each in attributions}
        self.sites = [site for site in newsrooms if resolved.parties.get(site.party)]
        self.scenes: dict[str, _Scene] = {}
        self.last_interview: _Scene | None = None
        self.traced: dict[str, Attribution] = {}
        self.waiting = sorted(self.sites, key=lambda site: site.evidence)
        self.last_writing: tuple[str, int] | None = None
        self.coming = self._list_coming()

    def _list_coming(self) -> dict[str, _Scene]:
        """The first newsroom of each speaker, for the lead, which tells before it says where."""
        coming: dict[str, _Scene] = {}
        by_sentence: dict[int, Newsroom] = {}
        for site in self.sites:
            if not site.cited and site.basis in {Basis.INTERVIEW, Basis.BROADCAST}:
                by_sentence.setdefault(self.layout.sentence_at(site.evidence.start), site)
        for attribution in self.attributions.values():
            place = attribution.cue[0].start
            near = by_sentence.get(self.layout.sentence_at(place))
            if near is not None and attribution.entity_id and attribution.parent_id is None:
                scene = _Scene(near.basis, near, self.layout.paragraph_at(place))
                earlier = coming.get(attribution.entity_id, scene)
                coming[attribution.entity_id] = min(scene, earlier, key=lambda s: s.paragraph)
        return coming

    def in_order(self) -> list[Attribution]:
        """Parents before their children, otherwise as the cues stand in the text."""
        return sorted(
            self.attributions.values(), key=lambda each: (self._depth(each), each.cue[0].start)
        )

    def _depth(self, attribution: Attribution) -> int:
        depth, parent = 0, attribution.parent_id
        while parent in self.attributions and depth < len(self.attributions):
            depth, parent = depth + 1, self.attributions[parent].parent_id
        return depth

    def trace(self, attribution: Attribution) -> Attribution:
        """The attribution with its addressee, chain and basis."""
        parent = self.traced.get(attribution.parent_id or "") or self._teller_of(attribution)
        scene = self._scene_of(attribution, inside=parent is not None)
        own = self._own_hop(attribution, parent, scene)
        if parent is not None:
            hops, basis = parent.chain, parent.basis
        else:
            hops, basis = self._newsroom_hops(scene), self._basis_of(attribution, scene)
            if not hops:
                hops = self._writing_hops(attribution, own)
            basis = Basis.DOCUMENT if hops and scene is None else basis
        cited = self._cited_by(attribution)
        hops = (
            *hops,
            *(hop for hop in (*own, *cited) if not hops or hop.entity_id != hops[-1].entity_id),
        )
        traced = replace(
            attribution,
            addressee=find_addressee(self.article.text, attribution),
            chain=tuple(hops),
            basis=basis,
        )
        self.traced[attribution.id] = traced
        return traced

    def _teller_of(self, attribution: Attribution) -> Attribution | None:
        """The outlet's attribution in whose content this one's cue stands, though not nested."""
        cue = attribution.cue[0]
        for other in self.traced.values():
            entity = self.entities.get(other.entity_id or "")
            if entity is None or entity.kind is not EntityKind.OUTLET or other is attribution:
                continue
            if other.entity_id != attribution.entity_id and any(
                piece.start <= cue.start < piece.end for piece in other.content
            ):
                return other
        return None

    def _scene_of(self, attribution: Attribution, *, inside: bool) -> _Scene | None:
        """Where the speaker is speaking; remembered for what he says next."""
        speaker = attribution.entity_id
        if speaker is None or inside:
            return None
        self._open_scenes(attribution.cue[0].start)
        sentence = self.layout.sentence_span(self.layout.sentence_at(attribution.cue[0].start))
        paragraph = self.layout.paragraph_at(sentence.start)
        site = self._site_in(sentence, attribution)
        scene = None
        if site is not None:
            scene = _Scene(site.basis, site, paragraph)
        else:
            scene = self._worded_scene(attribution, sentence, paragraph)
        if scene is None:
            scene = self._scene_of_host(attribution, paragraph)
        if scene is None:
            last = self.scenes.get(speaker) or self._scene_of_description()
            goes_on = last is not None and self._may_go_on(attribution)
            if last is not None and goes_on and paragraph - last.paragraph <= _SCENE_PARAGRAPHS:
                scene = replace(last, paragraph=paragraph)
        coming = self.coming.get(speaker)
        if scene is None and coming is not None and paragraph <= _LEAD:
            scene = coming if 0 <= coming.paragraph - paragraph <= _LEAD else None
        if scene is not None and scene.basis not in {Basis.POLL, Basis.UNNAMED_SOURCE}:
            self.scenes[speaker] = scene
            if scene.basis in {Basis.INTERVIEW, Basis.BROADCAST}:
                self.last_interview = scene
        return scene

    def _may_go_on(self, attribution: Attribution) -> bool:
        """Whether words may belong to a scene that stands before: no habit, no stand or wish."""
        if attribution.form is Form.INDIRECT and attribution.act in _NO_WORDS:
            return False
        words = self.layout.words
        cue = self.layout.word_number(attribution.cue[0].start)
        last = self.layout.word_number(attribution.cue[-1].end)
        near = {word.lower for word in words[max(0, cue - 3) : last]}
        return not near & _AT_OTHER_TIMES

    def _scene_of_host(self, attribution: Attribution, paragraph: int) -> _Scene | None:
        """The programme whose host is told: "told Harvey" after "The Ada Harvey Show"."""
        addressee = find_addressee(self.article.text, attribution)
        if addressee is None:
            return None
        words = self.layout.words_in(addressee[0])
        if not words or not words[-1].is_capitalised:
            return None
        for site in self.sites:
            shown = self.article.text[site.evidence.start : site.evidence.end]
            before = site.evidence.start < attribution.cue[0].start
            if before and not site.cited and re.search(rf"\b{re.escape(words[-1].text)}\b", shown):
                return _Scene(site.basis, site, paragraph)
        return None

    def _scene_of_description(self) -> _Scene | None:
        """The last scene, where only a description spoke in it: it may be anybody's."""
        if self.last_interview is None:
            return None
        speakers = [who for who, scene in self.scenes.items()
                    if scene.newsroom is self.last_interview.newsroom]  # fmt: skip
        if speakers and all(self.entities[who].kind is EntityKind.UNNAMED for who in speakers):
            near = self.last_interview
            return replace(near, paragraph=near.paragraph + _SCENE_PARAGRAPHS - 2)
        return None

    def _open_scenes(self, position: int) -> None:
        """Let newsrooms named before a position set the scene for the people named with them."""
        while self.waiting and self.waiting[0].evidence.start < position:
            site = self.waiting.pop(0)
            if site.cited or site.basis is Basis.OTHER_OUTLET:
                continue
            number = self.layout.sentence_at(site.evidence.start)
            sentence = self.layout.sentence_span(number)
            scene = _Scene(site.basis, site, self.layout.paragraph_at(sentence.start))
            if scene.basis in {Basis.INTERVIEW, Basis.BROADCAST}:
                self.last_interview = scene
            for entity in self.entities.values():
                if entity.kind in {EntityKind.PERSON, EntityKind.UNNAMED} and any(
                    sentence.start <= mention.start < sentence.end for mention in entity.mentions
                ):
                    self.scenes[entity.id] = scene

    def _site_in(self, sentence: Span, attribution: Attribution) -> Newsroom | None:
        """The newsroom of the cue's sentence, outside of the content; the nearest to the cue."""
        cue = attribution.cue[0].start
        near = [
            site
            for site in self.sites
            if sentence.start <= site.evidence.start < sentence.end
            and not site.cited
            and not any(
                piece.start <= site.evidence.start < piece.end for piece in attribution.content
            )
            and self.resolved.parties[site.party] != attribution.entity_id
        ]
        return min(near, key=lambda site: abs(site.evidence.start - cue), default=None)

    def _worded_scene(
        self, attribution: Attribution, sentence: Span, paragraph: int
    ) -> _Scene | None:
        text = self.article.text
        for start, end in _outside(sentence, attribution):
            if self.last_interview is not None and _THE_INTERVIEW.search(text, start, end):
                return replace(self.last_interview, paragraph=paragraph)
            occasion = find_occasion(text, start, end)
            if occasion is not None and occasion.basis not in _OWN_ACTS:
                return _Scene(occasion.basis, None, paragraph)
            if occasion is not None and occasion.basis is not Basis.POLL:
                return _Scene(occasion.basis, None, paragraph)
        return None

    def _newsroom_hops(self, scene: _Scene | None) -> tuple[Hop, ...]:
        if scene is None or scene.newsroom is None:
            return ()
        entity = self.resolved.parties[scene.newsroom.party]
        if self._is_publisher(self.entities[entity]):
            return ()
        return (Hop(entity, How.CITES, scene.newsroom.evidence),)

    def _writing_hops(self, attribution: Attribution, own: tuple[Hop, ...]) -> tuple[Hop, ...]:
        """The book or letter that somebody "wrote" in, if it was named shortly before."""
        paragraph = self.layout.paragraph_at(attribution.cue[0].start)
        entity = self.entities.get(attribution.entity_id or "")
        if entity is not None and entity.kind is EntityKind.DOCUMENT:
            if _WRITING.search(entity.name):
                self.last_writing = (entity.id, paragraph)
            return ()
        cue = " ".join(self.article.text[s.start : s.end] for s in attribution.cue)
        if not own or self.last_writing is None or not _WROTE.search(cue):
            return ()
        writing, last = self.last_writing
        if paragraph - last > _SCENE_PARAGRAPHS:
            return ()
        self.last_writing = (writing, paragraph)
        return (Hop(writing, How.CITES, Span(attribution.cue[0].start, attribution.cue[-1].end)),)

    def _is_publisher(self, entity: Entity) -> bool:
        """Whether an outlet is the page's own: "The Times" in The New York Times."""
        own = _name_words(self.article.publisher)
        return bool(own) and bool(_name_words(entity.name)) and _name_words(entity.name) <= own

    def _own_hop(
        self, attribution: Attribution, parent: Attribution | None, scene: _Scene | None
    ) -> tuple[Hop, ...]:
        entity = self.entities.get(attribution.entity_id or "")
        if entity is None or attribution.source is None:
            return ()
        if self._is_publisher(entity) and entity.kind is EntityKind.OUTLET:
            return ()
        evidence = Span(attribution.source[0].start, attribution.source[-1].end)
        return (Hop(entity.id, self._how(attribution, entity, parent, scene), evidence),)

    def _how(
        self,
        attribution: Attribution,
        entity: Entity,
        parent: Attribution | None,
        scene: _Scene | None,
    ) -> How:
        if entity.kind in {EntityKind.OUTLET, EntityKind.DOCUMENT} and parent is None:
            return How.CITES
        if parent is not None:
            teller = self.entities.get(parent.entity_id or "")
            newsroom = teller is None or teller.kind in {EntityKind.OUTLET, EntityKind.DOCUMENT}
            if not newsroom:
                return How.RELAYS
        if scene is not None and scene.basis is Basis.INTERVIEW:
            return How.INTERVIEWED
        return How.REPORTS if attribution.form is Form.INDIRECT else How.QUOTES

    def _cited_by(self, attribution: Attribution) -> tuple[Hop, ...]:
        """Whom an outlet cites for its report: "Reuters reported, citing two officials"."""
        entity = self.entities.get(attribution.entity_id or "")
        if entity is None or entity.kind is not EntityKind.OUTLET:
            return ()
        sentence = self.layout.sentence_at(attribution.cue[0].start)
        return tuple(
            Hop(self.resolved.parties[site.party], How.CITES, site.evidence)
            for site in self.sites
            if site.cited and self.layout.sentence_at(site.evidence.start) == sentence
        )

    def _basis_of(self, attribution: Attribution, scene: _Scene | None) -> Basis:
        if scene is not None:
            return scene.basis
        entity = self.entities.get(attribution.entity_id or "")
        source = " ".join(self.article.text[s.start : s.end] for s in attribution.source or ())
        if entity is not None and entity.kind is EntityKind.OUTLET:
            return Basis.UNSTATED if self._is_publisher(entity) else Basis.OTHER_OUTLET
        if entity is not None and entity.kind is EntityKind.UNNAMED and _PRESS.search(source):
            return Basis.OTHER_OUTLET
        if _POLL.search(source):
            return Basis.POLL
        if entity is not None and entity.kind is EntityKind.DOCUMENT:
            return Basis.COURT if _COURT.search(source) else Basis.DOCUMENT
        if _UNNAMED.search(source):
            return Basis.UNNAMED_SOURCE
        return Basis.UNSTATED


def _outside(sentence: Span, attribution: Attribution) -> list[tuple[int, int]]:
    """The stretches of a sentence that stand in no piece of the content."""
    stretches, start = [], sentence.start
    for piece in attribution.content:
        if piece.end <= sentence.start or piece.start >= sentence.end:
            continue
        if piece.start > start:
            stretches.append((start, piece.start))
        start = max(start, piece.end)
    if start < sentence.end:
        stretches.append((start, sentence.end))
    return stretches


def _name_words(name: str) -> frozenset[str]:
    words = re.findall(r"\w+", name.lower())
    return frozenset(words) - {"the", "of", "and", "a"}
