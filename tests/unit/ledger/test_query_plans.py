"""Queries go through indices: a ledger of a hundred thousand attributions answers at once."""

from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa

from ledger_examples import NOON, make_article, make_capture, make_reading
from onrecord.dates import PartialDate
from onrecord.ledger.found import ArticleQuery, AttributionQuery, ResponseQuery
from onrecord.ledger.judgements import store_judgement
from onrecord.ledger.ledger import Ledger, open_ledger, reading_from, store_reading
from onrecord.ledger.namings import has_source
from onrecord.ledger.queries import select_articles, select_attributions
from onrecord.ledger.response_queries import select_responses
from onrecord.records import Act, Judgement, ResponseKind, Verdict


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with open_ledger(tmp_path_factory.mktemp("plans") / "onrecord.db") as opened:
        for number in range(40):
            article = make_article(number, published_on=PartialDate(2031, 3, number % 28 + 1))
            store_reading(opened, make_capture(article), make_reading(article), NOON)
        yield opened


def plan_of(ledger: Ledger, statement: sa.Select[Any]) -> list[str]:
    compiled = statement.compile(ledger.engine, compile_kwargs={"literal_binds": True})
    with ledger.engine.connect() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}")
        return [row[3] for row in rows]


def scans(plan: list[str]) -> list[str]:
    """Steps that look at every row; SQLite says SCAN for walking along an index as well."""
    return [step for step in plan if step.startswith("SCAN")]


def test_listing_articles_walks_along_the_dates_and_sorts_nothing(ledger: Ledger) -> None:
    plan = plan_of(ledger, select_articles(ArticleQuery(limit=20)))
    assert scans(plan) == ["SCAN readings USING INDEX ix_readings_published_on"]
    assert not any("TEMP B-TREE" in step for step in plan)


def test_articles_of_some_days_are_searched_by_date(ledger: Ledger) -> None:
    query = ArticleQuery(since=PartialDate(2031, 3, 2), until=PartialDate(2031, 3, 4))
    plan = plan_of(ledger, select_articles(query))
    assert scans(plan) == []
    assert any("(published_on>? AND published_on<?)" in step for step in plan)


@pytest.mark.parametrize(
    "query",
    [
        AttributionQuery(article_id="art_0000000000000000"),
        AttributionQuery(act=Act.WARNS, since=PartialDate(2031, 3, 2), until=PartialDate(2031, 3)),
        AttributionQuery(until=PartialDate(2031, 3, 2)),
    ],
)
def test_attributions_by_article_or_day_are_searched(
    ledger: Ledger, query: AttributionQuery
) -> None:
    assert scans(plan_of(ledger, select_attributions(query))) == []


def test_a_source_needs_one_walk_along_the_names(ledger: Ledger) -> None:
    plan = plan_of(ledger, select_attributions(AttributionQuery(source="varga")))
    assert scans(plan) == ["SCAN entities USING COVERING INDEX ix_entities_folded_name"]


def test_a_source_that_people_named_is_searched_as_well(ledger: Ledger) -> None:
    reading = make_reading(make_article(0, published_on=PartialDate(2031, 3, 1)))
    brandt = reading.entities[0]
    claim = next(one for one in reading.attributions if one.act is Act.CLAIMS)
    made = Judgement(Verdict.SOURCE, claim.id, brandt.id, "Ida Bell", "", NOON)
    store_judgement(ledger, made)
    for name in ("Ilse Varga", "Tomas Brandt"):
        with reading_from(ledger) as connection:
            wanted = select_attributions(AttributionQuery(limit=20))
            statement = wanted.where(has_source(connection, [name]))
        # Judgements are few, and each is looked at.
        seen = {step.split()[1] for step in scans(plan_of(ledger, statement))}
        assert seen <= {"judgements", "withdrawal"}


def test_a_search_goes_through_the_full_text_index(ledger: Ledger) -> None:
    plan = plan_of(ledger, select_attributions(AttributionQuery(search="cracks")))
    assert any("attribution_search VIRTUAL TABLE" in step for step in plan)
    assert not any(step.startswith("SCAN attributions") for step in plan)


@pytest.mark.parametrize(
    "query",
    [
        ResponseQuery(article_id="art_0000000000000000"),
        ResponseQuery(kind=ResponseKind.DENIES),
        ResponseQuery(since=PartialDate(2031, 3, 2)),
    ],
)
def test_responses_by_article_kind_or_day_are_searched(
    ledger: Ledger, query: ResponseQuery
) -> None:
    assert scans(plan_of(ledger, select_responses(query))) == []


def test_a_party_needs_walks_along_the_names_alone(ledger: Ledger) -> None:
    plan = plan_of(ledger, select_responses(ResponseQuery(party="varga")))
    walks = {"SCAN entities USING COVERING INDEX ix_entities_folded_name"}
    assert walks <= set(scans(plan))
    assert not any(step.startswith("SCAN responses") for step in plan)


def test_an_id_is_found_without_a_scan(ledger: Ledger) -> None:
    with ledger.engine.connect() as connection:
        for table in ("articles", "attributions"):
            rows = connection.exec_driver_sql(
                f"EXPLAIN QUERY PLAN SELECT DISTINCT id FROM {table} "
                "WHERE id >= 'a' AND id < 'b' ORDER BY id LIMIT 2"
            )
            assert scans([row[3] for row in rows]) == []
