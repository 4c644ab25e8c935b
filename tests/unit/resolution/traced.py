"""Marked text, traced: who stands between the page and whoever knows, for tests."""

from dataclasses import replace

from onrecord.records import Act, Attribution
from onrecord.resolution.chains.tracing import trace_chains
from onrecord.resolution.entities import resolve_entities
from onrecord.resolution.newsrooms import find_newsrooms
from onrecord.resolution.parties import list_parties
from unit.resolution.resolved import extract


def trace(
    marked_text: str,
    parents: dict[int, int] | None = None,
    publisher: str = "Vale Weekly",
    *,
    act: Act = Act.SAYS,
) -> list[tuple[Attribution, list[str]]]:
    """Every attribution with its chain as "name how", in the order of their numbers."""
    article, extraction = extract(marked_text, parents)
    # The article's id is of its publisher too, and positions are all that these tests look at.
    ids = {one.id: number for number, one in enumerate(extraction.attributions)}
    printed = replace(article, publisher=publisher)
    made: list[Attribution] = []
    for one in extraction.attributions:
        parent = made[ids[one.parent_id]].id if one.parent_id is not None else None
        made.append(replace(one, article_id=printed.id, parent_id=parent, act=act))
    extraction = replace(extraction, attributions=tuple(made))
    newsrooms = find_newsrooms(printed, extraction.attributions)
    resolved = resolve_entities(printed, extraction, list_parties(newsrooms))
    names = {entity.id: entity.name for entity in resolved.entities}
    return [
        (one, [f"{names[hop.entity_id]} {hop.how}" for hop in one.chain])
        for one in trace_chains(printed, resolved.attributions, newsrooms, resolved)
    ]


def last_chain(
    marked_text: str, parents: dict[int, int] | None = None, publisher: str = "Vale Weekly"
) -> list[str]:
    """The chain of the last attribution."""
    return trace(marked_text, parents, publisher)[-1][1]


def last_basis(marked_text: str, parents: dict[int, int] | None = None) -> str:
    """The basis of the last attribution."""
    return trace(marked_text, parents)[-1][0].basis.value
