"""How the words of attributions reached the page, step by step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.export.outline import Entry, join_pieces
from onrecord.export.wording import BASIS_WORDS, HOW_WORDS, NO_PUBLISHER, day_in_words
from onrecord.records import Article, Attribution


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a trail: the page's publisher first, then the hops.

    Attributes:
        how: what the step before did with its words, as in "cited"; "" for the publisher.
    """

    name: str
    how: str


@dataclass(frozen=True, slots=True)
class Trail:
    """How the words of one attribution reached the page.

    Attributes:
        steps: empty where no chain was read.
        tells_more: whether it says more than who speaks, and inside whose words.
        addressee: to whom it was said; "" where the text names nobody, or a step.
        basis: how the last visible newsroom knows; "" where the text does not say.
        said_on: in words; "" where the text does not say.
    """

    steps: tuple[Step, ...]
    tells_more: bool
    addressee: str
    basis: str
    said_on: str


def make_trails(
    article: Article, entries: Sequence[Entry], names: Mapping[str, str]
) -> dict[int, Trail]:
    """A trail for every entry, by its number; `names` are those of the entities by their ids."""
    chains = {entry.number: entry.attribution.chain for entry in entries}
    trails = {}
    for entry in entries:
        attribution = entry.attribution
        hops = [Step(names[hop.entity_id], HOW_WORDS[hop.how]) for hop in attribution.chain]
        # A nested one's trail goes on from its parent's, which stands right above it.
        above = chains[entry.parent] if entry.parent is not None else ()
        trails[entry.number] = Trail(
            steps=(Step(article.publisher or NO_PUBLISHER, ""), *hops) if hops else (),
            tells_more=len(hops) > 1 and attribution.chain[:-1] != above,
            addressee=_name_addressee(article.text, attribution, hops),
            basis=BASIS_WORDS[attribution.basis],
            said_on=day_in_words(attribution.said_on) if attribution.said_on else "",
        )
    return trails


def _name_addressee(text: str, attribution: Attribution, hops: Sequence[Step]) -> str:
    """To whom it was said, where that is no step of the trail already."""
    words = join_pieces(text, attribution.addressee or ())
    return (
        ""
        if any(step.name.casefold().removeprefix("the ") in words.casefold() for step in hops)
        else words
    )
