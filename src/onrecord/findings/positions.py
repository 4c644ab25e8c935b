"""Who stands where on what could be done or agreed: stands of one proposition gathered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.findings.members import Members
from onrecord.findings.named_propositions import NamedPropositions
from onrecord.findings.stance_sites import StanceSite
from onrecord.findings.stances import find_stances
from onrecord.findings.who_may_stand import may_stand
from onrecord.findings.whose_word import find_teller
from onrecord.records import Article, Attribution, Entity, Position
from onrecord.resolution.layout import Layout, lay_out
from onrecord.resolution.parties import Party, Resolution
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
    named = NamedPropositions(layout)
    positions: dict[tuple[object, ...], Position] = {}
    for site in stances:
        own = None if site.attribution is None else numbers.get(site.attribution.id)
        party = resolved.parties.get(site.party) if own is None else attributions[own].entity_id
        if party is None or not may_stand(entities[party]):
            continue
        around = speech.contents_around(site.party.doing[0].start, but=own)
        teller = find_teller(layout, site, [attributions[each] for each in around], entities)
        word = teller or (party if site.own_word else None)
        proposition = named.name(site)
        if proposition is None:
            continue
        whole = members.list_members(site.party.words[0], party)
        for each in _list_parties(site, whole, resolved, entities):
            whose = each if word == party else word
            position = Position(
                article.id, each, proposition, site.stance, whose, site.evidence
            )  # fmt: skip
            key = (each, proposition.evidence, site.stance, whose)
            positions.setdefault(key, position)
    order = named.order()
    return tuple(
        sorted(
            _drop_headlines(layout, _keep_own_words(positions.values())),
            key=lambda position: (order[position.proposition.evidence], position.evidence),
        )
    )


def _list_parties(
    site: StanceSite, whole: list[str], resolved: Resolution, entities: Mapping[str, Entity]
) -> list[str]:
    """Everybody who takes the stand: those who stand together one by one, then who is like them."""

    def resolve(parties: Iterable[Party]) -> list[str]:
        ids = dict.fromkeys(resolved.parties[each] for each in parties if each in resolved.parties)
        return [each for each in ids if may_stand(entities[each])]

    joint = resolve(site.joint)
    parties = joint if len(joint) > len(whole) else whole
    return list(dict.fromkeys([*parties, *resolve(site.examples)]))


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
    """Without what a headline says where the article has a stand of that kind too.

    A headline says again what stands below, in fewer words and often of a fuller name.
    """
    positions = list(positions)
    below = {each.stance for each in positions if not layout.in_headline(each.evidence[0].start)}
    for each in positions:
        if each.stance not in below or not layout.in_headline(each.evidence[0].start):
            yield each
