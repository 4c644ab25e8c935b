"""Other outlets named in a passage: the same as asking each of their mentions."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Entity, EntityKind, Span
from onrecord.resolution.chains.outlet_mentions import OutletMentions

_spans = st.tuples(st.integers(0, 60), st.integers(1, 9)).map(lambda pair: Span(pair[0], sum(pair)))
_mentions = st.lists(_spans, min_size=1, max_size=3).map(lambda spans: tuple(sorted(spans)))


@given(places=st.lists(_mentions, max_size=5), passages=st.lists(_spans, max_size=3))
def test_a_passage_names_another_outlet_where_one_of_its_mentions_stands(
    places: list[tuple[Span, ...]], passages: list[Span]
) -> None:
    entities = {
        str(number): Entity("art", f"Paper {number}", EntityKind.OUTLET, mentions)
        for number, mentions in enumerate(places)
    }
    index = OutletMentions(entities, "Vale Weekly")
    named = {
        name
        for name, one in entities.items()
        for mention in one.mentions
        if any(passage.overlaps(mention) for passage in passages)
    }
    assert index.names_other(passages, None) == bool(named)
    assert index.names_other(passages, "0") == bool(named - {"0"})


def test_the_pages_own_newsroom_and_people_are_no_other_outlets() -> None:
    name = Span(4, 15)
    entities = {
        "own": Entity("art", "Vale Weekly", EntityKind.OUTLET, (name,)),
        "person": Entity("art", "Ida Bell", EntityKind.PERSON, (name,)),
    }
    assert not OutletMentions(entities, "Vale Weekly").names_other([name], None)
    assert OutletMentions(entities, "Brenn Post").names_other([name], None)
