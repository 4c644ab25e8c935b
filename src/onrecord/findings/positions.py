"""Who stands where on what could be done or agreed: stands of one proposition gathered."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.findings.content_words import stem_word
from onrecord.findings.members import Members
from onrecord.findings.propositions import is_thing
from onrecord.findings.same_propositions import is_bare, is_same_proposition, key_stems
from onrecord.findings.stance_sites import StanceSite
from onrecord.findings.stances import find_stances
from onrecord.records import Article, Attribution, Entity, EntityKind, Position, Proposition
from onrecord.resolution.layout import Layout, lay_out
from onrecord.resolution.parties import Resolution
from onrecord.resolution.speech import Speech

__all__ = ["find_stances", "gather_positions"]


def gather_positions(
    article: Article,
    attributions: Sequence[Attribution],
    stances: Sequence[StanceSite],
    resolved: Resolution,
) -> tuple[Position, ...]:
    """Give each stand its party, its word, and one proposition for all who speak of the same.

    The proposition is named by its first naming. A party that takes the same stand twice, on the
    same word, is listed once, by its first passage; what it says itself, the author need not say.
    A stand inside somebody's content is on that one's word; the party's own word is first-hand.
    """
    layout = lay_out(article.text)
    speech = Speech(attributions)
    numbers = {attribution.id: number for number, attribution in enumerate(attributions)}
    entities = {entity.id: entity for entity in resolved.entities}
    members = Members(layout, resolved.entities)
    known: list[tuple[frozenset[str], Proposition]] = []
    positions: dict[tuple[object, ...], Position] = {}
    for site in stances:
        own = None if site.attribution is None else numbers.get(site.attribution.id)
        party = resolved.parties.get(site.party) if own is None else attributions[own].entity_id
        if party is None or not _may_stand(entities[party]):
            continue
        word = party if site.own_word else None
        place = site.party.doing[0].start
        for around in speech.contents_around(place, but=own):
            speaker = attributions[around].entity_id
            if speaker is not None and _may_stand(entities[speaker]):
                word = speaker
                break
        proposition = _name_proposition(layout, site, known)
        if proposition is None:
            continue
        for each in members.list_members(site.party.words[0], party):
            whose = each if word == party else word
            position = Position(
                article.id, each, proposition, site.stance, whose, site.evidence
            )  # fmt: skip
            key = (each, proposition.evidence, site.stance, whose)
            positions.setdefault(key, position)
    order = {proposition.evidence: number for number, (_, proposition) in enumerate(known)}
    return tuple(
        sorted(
            _drop_headlines(layout, _keep_own_words(positions.values())),
            key=lambda position: (order[position.proposition.evidence], position.evidence),
        )
    )


def _keep_own_words(positions: Iterable[Position]) -> list[Position]:
    """Without what the author says of a stand that the party takes in its own words too."""
    positions = list(positions)
    own = {
        (each.party_id, each.proposition.evidence, each.stance)
        for each in positions
        if each.word_of_id == each.party_id
    }
    return [
        each
        for each in positions
        if each.word_of_id is not None
        or (each.party_id, each.proposition.evidence, each.stance) not in own
    ]


def _drop_headlines(layout: Layout, positions: Iterable[Position]) -> Iterator[Position]:
    """Without what a headline says and the article then says again, if of a fuller name."""
    positions = list(positions)
    below = {
        (each.proposition.evidence, each.stance)
        for each in positions
        if not layout.in_headline(each.evidence[0].start)
    }
    for each in positions:
        again = (each.proposition.evidence, each.stance) in below
        if not again or not layout.in_headline(each.evidence[0].start):
            yield each


def _may_stand(entity: Entity) -> bool:
    """Whether somebody can take a stand or speak of one: no thing, nobody left unresolved."""
    name = entity.name.lower()
    if entity.kind is EntityKind.DOCUMENT or name in _NOBODY:
        return False
    if name.partition(" ")[0] in _NONE:
        return False
    return entity.kind is not EntityKind.UNNAMED or not is_thing(entity.name)


# "No member of the council backs it": what nobody does is no stand of somebody.
_NONE = frozenset("no nobody none neither".split())
_NOBODY = frozenset(
    """i you we he she it they who which that this these those nobody everybody anybody everyone
    anyone someone somebody one another w of whom both it's there""".split()
)


def _name_proposition(
    layout: Layout, site: StanceSite, known: list[tuple[frozenset[str], Proposition]]
) -> Proposition | None:
    """The proposition, by its first naming; "the deal" is the last one that was called so.

    None where the words name nothing by themselves and nothing was named before.
    """
    if is_bare(layout, site.proposition[0]):
        noun = layout.words_in(site.proposition[0])[-1]
        called = stem_word(noun.text)
        for _, proposition in reversed(known):
            if called in map(stem_word, proposition.text.split()):
                return proposition
        return None if _is_vague(layout, site) else _add_proposition(layout, site, known)
    stems = key_stems(layout, site.proposition[0])
    for others, proposition in known:
        if is_same_proposition(stems, others):
            return proposition
    return _add_proposition(layout, site, known)


def _add_proposition(
    layout: Layout, site: StanceSite, known: list[tuple[frozenset[str], Proposition]]
) -> Proposition:
    stems = key_stems(layout, site.proposition[0])
    words = " … ".join(layout.text[span.start : span.end] for span in site.proposition)
    proposition = Proposition(" ".join(words.split()), site.proposition)
    known.append((stems, proposition))
    return proposition


def _is_vague(layout: Layout, site: StanceSite) -> bool:
    """Whether a bare noun names no one thing: "policies", "her proposals", "a deal"."""
    words = layout.words_in(site.proposition[0])
    definite = words[0].lower in {"the", "this", "that"} and len(words) > 1
    return not definite or words[-1].lower.endswith("s")
