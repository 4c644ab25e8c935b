"""Sources that people named: in what is found, in what it is found by, and in what is counted."""

import dataclasses
import datetime
import itertools

import pytest

from ledger_examples import NOON, make_article, make_capture, make_reading
from onrecord.ledger.facets import FacetQuery, count_facets, find_passages
from onrecord.ledger.found import find_in_reading
from onrecord.ledger.judgements import list_in_force, load_judgements, store_judgement
from onrecord.ledger.ledger import Ledger, reading_from, store_reading
from onrecord.ledger.namings import load_namings, name_sources
from onrecord.ledger.sources import find_said, find_sources
from onrecord.records import Judgement, Run, Verdict

READING = make_reading()
BRANDT, VARGA = (one.id for one in READING.entities)
WARNING, CLAIM, SILENCE = (one.id for one in READING.attributions)
"""Brandt warns, Varga claims, and nobody is found for the third."""


@pytest.fixture
def ledger(ledger: Ledger) -> Ledger:
    for number in (0, 1):
        article = make_article(number)
        store_reading(ledger, make_capture(article), make_reading(article), NOON)
    return ledger


def name_source(
    ledger: Ledger, minute: int, attribution_id: str, entity_id: str, who: str = "Ida Bell"
) -> Judgement:
    at = NOON + datetime.timedelta(minutes=minute)
    made = Judgement(Verdict.SOURCE, attribution_id, entity_id, who, "", at)
    store_judgement(ledger, made)
    return made


def take_back(ledger: Ledger, minute: int, one: Judgement) -> None:
    at = NOON + datetime.timedelta(minutes=minute)
    made = Judgement(Verdict.WITHDRAWN, one.first_id, one.second_id, one.who, "", at, one.id)
    store_judgement(ledger, made)


def sources_of(ledger: Ledger, query: FacetQuery) -> dict[str, tuple[str | None, str | None]]:
    found = find_passages(ledger, query, limit=20)
    return {one.attribution.id: (one.entity_name, one.named_by) for one in found}


def test_a_passage_has_the_source_that_was_named_and_who_named_it(ledger: Ledger) -> None:
    assert sources_of(ledger, FacetQuery())[WARNING] == ("Tomas Brandt", None)
    name_source(ledger, 1, WARNING, VARGA)
    name_source(ledger, 2, SILENCE, BRANDT)
    found = sources_of(ledger, FacetQuery())
    assert found[WARNING] == ("Ilse Varga", "Ida Bell")
    assert found[SILENCE] == ("Tomas Brandt", "Ida Bell")
    assert found[CLAIM] == ("Ilse Varga", None)
    assert sum(who is not None for _, who in found.values()) == 2


def test_the_way_of_the_words_ends_at_the_source_that_was_named(ledger: Ledger) -> None:
    name_source(ledger, 1, WARNING, VARGA)
    reading, named_by = name_sources(ledger, READING)
    whole = find_in_reading(reading, WARNING)
    (found,) = [
        one
        for one in find_passages(ledger, FacetQuery(), limit=20)
        if one.attribution.id == WARNING
    ]
    assert dataclasses.replace(found, named_by=None) == whole
    assert found.chain_names == ("Ilse Varga", "Ilse Varga")
    assert named_by == {WARNING: "Ida Bell"}


def test_a_passage_is_found_and_counted_by_the_source_that_was_named_alone(
    ledger: Ledger,
) -> None:
    varga, brandt = FacetQuery(source="ilse varga"), FacetQuery(source="Tomas Brandt")
    before = {one: len(sources_of(ledger, one)) for one in (varga, brandt)}
    assert before == {varga: 2, brandt: 2}
    name_source(ledger, 1, WARNING, VARGA)
    name_source(ledger, 2, SILENCE, VARGA)
    assert sources_of(ledger, varga).keys() >= {WARNING, SILENCE, CLAIM}
    assert WARNING not in sources_of(ledger, brandt)
    assert {one.attribution.id for one in find_said(ledger, ["Ilse Varga"], limit=20)} == set(
        sources_of(ledger, varga)
    )
    counts = {one.value: one.count for one in count_facets(ledger, FacetQuery()).source}
    assert counts == {"Ilse Varga": 4, "Tomas Brandt": 1}
    assert count_facets(ledger, varga).total == 4
    for part, expected in (("", counts), ("varga", {"Ilse Varga": 4})):
        listed = find_sources(ledger, part=part)
        assert {one.name: one.attributions for one in listed} == expected
        assert {one.articles for one in listed if one.name == "Tomas Brandt"} <= {1}


def test_two_sources_can_be_exchanged(ledger: Ledger) -> None:
    name_source(ledger, 1, WARNING, VARGA)
    name_source(ledger, 2, CLAIM, BRANDT)
    for name, own, other in (("Ilse Varga", WARNING, CLAIM), ("Tomas Brandt", CLAIM, WARNING)):
        found = sources_of(ledger, FacetQuery(source=name))
        assert found[own] == (name, "Ida Bell")
        assert other not in found


def test_where_the_article_is_read_anew_without_the_name_the_source_is_as_read(
    ledger: Ledger,
) -> None:
    name_source(ledger, 1, WARNING, VARGA)
    warning = next(one for one in READING.attributions if one.id == WARNING)
    brandt = next(one for one in READING.entities if one.id == BRANDT)
    anew = dataclasses.replace(
        READING,
        entities=(brandt,),
        attributions=(dataclasses.replace(warning, parent_id=None, chain=()),),
        run=Run("0.2.0", "rules-2"),
        responses=(),
        absences=(),
        positions=(),
    )
    store_reading(ledger, make_capture(), anew, NOON + datetime.timedelta(days=1))
    assert sources_of(ledger, FacetQuery())[WARNING] == ("Tomas Brandt", None)
    assert WARNING in sources_of(ledger, FacetQuery(source="Tomas Brandt"))
    assert WARNING not in sources_of(ledger, FacetQuery(source="Ilse Varga"))


@pytest.mark.parametrize(
    "taken_back", [some for count in range(4) for some in itertools.combinations(range(3), count)]
)
def test_the_naming_that_counts_is_the_last_that_nobody_took_back(
    ledger: Ledger, taken_back: tuple[int, ...]
) -> None:
    # Two of them at one instant: then their ids tell which is the last.
    made = [
        name_source(ledger, minute, WARNING, entity_id, who)
        for minute, entity_id, who in ((1, VARGA, "Ada"), (2, BRANDT, "Ben"), (2, VARGA, "Cleo"))
    ]
    for number in taken_back:
        take_back(ledger, 3 + number, made[number])
    with reading_from(ledger) as connection:
        found = load_namings(connection, [WARNING, CLAIM])
    expected = {one.first_id: one for one in list_in_force(load_judgements(ledger))}
    assert {name: (one.entity_id, one.who) for name, one in found.items()} == {
        name: (one.second_id, one.who) for name, one in expected.items()
    }
    counts = expected[WARNING].second_id if expected else BRANDT
    for name, entity_id in (("Ilse Varga", VARGA), ("Tomas Brandt", BRANDT)):
        assert (WARNING in sources_of(ledger, FacetQuery(source=name))) == (entity_id == counts)
