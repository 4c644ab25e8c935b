"""What queries find, and in which order."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger_examples import NOON, make_article, make_capture, make_reading, span_of
from onrecord.dates import PartialDate
from onrecord.errors import SettingsError
from onrecord.ledger.found import ArticleQuery, AttributionQuery, ResponseQuery
from onrecord.ledger.ledger import Ledger, store_failure, store_reading
from onrecord.ledger.queries import find_articles, find_attributions, find_failures, find_ids
from onrecord.ledger.response_queries import find_responses
from onrecord.records import Act, Article, EntityKind, Failure, ResponseKind


def store_article(ledger: Ledger, number: int, **fields: object) -> Article:
    article = make_article(number, **fields)
    store_reading(ledger, make_capture(article), make_reading(article), NOON)
    return article


def titles(ledger: Ledger, **wanted: object) -> list[str]:
    found = find_articles(ledger, ArticleQuery(**wanted))  # type: ignore[arg-type]
    return [article.title for article in found]


def contents(ledger: Ledger, **wanted: object) -> list[str]:
    found = find_attributions(ledger, AttributionQuery(**wanted))  # type: ignore[arg-type]
    return [attribution.content_text for attribution in found]


@pytest.fixture
def three_days(ledger: Ledger) -> Ledger:
    store_article(ledger, 1, published_on=PartialDate(2031, 3, 1), title="first")
    store_article(ledger, 3, published_on=PartialDate(2031, 3, 3), title="third")
    store_article(ledger, 2, published_on=PartialDate(2031, 3, 2), title="second")
    store_article(ledger, 4, published_on=None, title="undated", publisher="Gräsö 100% Radio")
    return ledger


def test_an_empty_ledger_finds_nothing(ledger: Ledger) -> None:
    assert find_articles(ledger, ArticleQuery()) == ()
    assert find_attributions(ledger, AttributionQuery()) == ()
    assert find_failures(ledger) == ()


def test_articles_come_newest_first_and_undated_last(three_days: Ledger) -> None:
    assert titles(three_days) == ["third", "second", "first", "undated"]
    assert titles(three_days, limit=2) == ["third", "second"]


def test_articles_between_two_days_include_both_and_no_undated(three_days: Ledger) -> None:
    assert titles(three_days, since=PartialDate(2031, 3, 2)) == ["third", "second"]
    assert titles(three_days, until=PartialDate(2031, 3, 2)) == ["second", "first"]
    assert titles(three_days, since=PartialDate(2031), until=PartialDate(2031)) == [
        "third",
        "second",
        "first",
    ]


def test_an_article_carries_the_facts_of_its_latest_reading(ledger: Ledger) -> None:
    article = store_article(ledger, 1)
    (found,) = find_articles(ledger, ArticleQuery())
    assert (found.id, found.url, found.authors) == (article.id, article.url, article.authors)
    assert (found.attributions, found.language) == (3, "en")


@pytest.mark.parametrize("publisher", ["gräsö", "GRASO", "100%", "radio"])
def test_a_part_of_the_publisher_is_enough(three_days: Ledger, publisher: str) -> None:
    assert titles(three_days, publisher=publisher) == ["undated"]


@pytest.mark.parametrize("publisher", ["100_ ", "1%0", "%%", "_"])
def test_wildcards_in_a_publisher_are_characters(three_days: Ledger, publisher: str) -> None:
    assert titles(three_days, publisher=publisher) == []


def test_a_month_may_be_any_of_its_days(ledger: Ledger) -> None:
    store_article(ledger, 1, published_on=PartialDate(2031, 2))
    assert len(titles(ledger, since=PartialDate(2031, 2, 20))) == 1
    assert len(titles(ledger, until=PartialDate(2031, 2, 3))) == 1
    assert titles(ledger, since=PartialDate(2031, 3)) == []
    assert titles(ledger, until=PartialDate(2031, 1, 31)) == []


partial_dates = st.builds(
    lambda year, month, day: PartialDate(year, month, day if month else 0),
    st.integers(2030, 2032),
    st.integers(0, 12),
    st.integers(0, 28),
)


def test_dates_are_found_where_the_days_they_can_mean_overlap(ledger: Ledger) -> None:
    article = make_article()
    reading = make_reading(article)

    @settings(deadline=None, max_examples=80)
    @given(published_on=partial_dates, since=partial_dates, until=partial_dates)
    def check(published_on: PartialDate, since: PartialDate, until: PartialDate) -> None:
        dated = dataclasses.replace(article, published_on=published_on)
        store_reading(
            ledger, make_capture(article), dataclasses.replace(reading, article=dated), NOON
        )
        assert bool(titles(ledger, since=since)) == (published_on.last_day >= since.first_day)
        assert bool(titles(ledger, until=until)) == (published_on.first_day <= until.last_day)

    check()


def test_attributions_come_with_their_words_and_their_article(ledger: Ledger) -> None:
    article = store_article(ledger, 1)
    (found,) = find_attributions(ledger, AttributionQuery(act=Act.WARNS))
    reading = make_reading(article)
    assert found.attribution == reading.attributions[0]
    assert found.source_text == "the engineer Tomas Brandt"
    assert found.cue_text == "warned of"
    assert found.content_text == "cracks … in the north pier"
    assert (found.entity_name, found.entity_kind) == ("Tomas Brandt", EntityKind.PERSON)
    assert (found.title, found.publisher) == (article.title, article.publisher)
    assert (found.published_on, found.url) == (article.published_on, article.url)


def test_attributions_come_newest_article_first_in_the_order_of_the_reading(
    three_days: Ledger,
) -> None:
    found = find_attributions(three_days, AttributionQuery())
    assert [f.title for f in found[::3]] == ["third", "second", "first", "undated"]
    order = [a.act for a in make_reading().attributions]
    assert [f.attribution.act for f in found] == order * 4


def test_an_attribution_without_an_entity_is_found_too(ledger: Ledger) -> None:
    store_article(ledger, 1)
    (found,) = find_attributions(ledger, AttributionQuery(act=Act.CONFIRMS))
    assert (found.entity_name, found.entity_kind, found.source_text) == (None, None, "Brandt did")


@pytest.mark.parametrize("source", ["varga", "ILSE", "e v", "Vårga"])
def test_source_is_a_part_of_the_entitys_name(ledger: Ledger, source: str) -> None:
    store_article(ledger, 1)
    assert len(contents(ledger, source=source)) == 1


@pytest.mark.parametrize("source", ["v%a", "_arga", "Brandt, Tomas", "\\"])
def test_source_knows_no_wildcards(ledger: Ledger, source: str) -> None:
    store_article(ledger, 1)
    assert contents(ledger, source=source) == []


def test_conditions_hold_together(three_days: Ledger) -> None:
    day = PartialDate(2031, 3, 2)
    assert len(contents(three_days, source="varga", since=day, until=day)) == 1
    assert contents(three_days, source="varga", act=Act.WARNS) == []
    assert len(contents(three_days, search="cracks", act=Act.WARNS, limit=3)) == 3


def test_attributions_of_one_article(three_days: Ledger) -> None:
    (second,) = find_articles(
        three_days, ArticleQuery(since=PartialDate(2031, 3, 2), until=PartialDate(2031, 3, 2))
    )
    found = find_attributions(three_days, AttributionQuery(article_id=second.id))
    assert {f.title for f in found} == {"second"}
    assert len(found) == 3


def test_ids_are_found_by_their_beginning(ledger: Ledger) -> None:
    ids = sorted(store_article(ledger, number).id for number in range(6))
    assert find_ids(ledger, "art_") == tuple(ids)
    assert find_ids(ledger, "art_", limit=2) == tuple(ids[:2])
    assert find_ids(ledger, ids[3]) == (ids[3],)
    assert find_ids(ledger, ids[3][:-4]) == (ids[3],)
    attribution = make_reading(make_article(0)).attributions[0]
    assert find_ids(ledger, attribution.id[:14]) == (attribution.id,)


@pytest.mark.parametrize("prefix", ["", "art", "jdg_12", "art_xyz", "art_%", "art_" + "0" * 17])
def test_what_cannot_be_an_id_is_refused(ledger: Ledger, prefix: str) -> None:
    with pytest.raises(SettingsError, match="art_"):
        find_ids(ledger, prefix)


def test_failures_come_last_first(ledger: Ledger) -> None:
    for hour, origin in enumerate(("/a", "/c", "/b")):
        failed_at = NOON.replace(hour=hour)
        store_failure(ledger, Failure(origin, "ArticleError", "no article", failed_at))
    assert [found.failure.origin for found in find_failures(ledger)] == ["/b", "/c", "/a"]
    assert len(find_failures(ledger, limit=1)) == 1


def parties(ledger: Ledger, **wanted: object) -> list[str]:
    found = find_responses(ledger, ResponseQuery(**wanted))  # type: ignore[arg-type]
    return [f"{one.title}: {one.party_name}" for one in found]


def test_responses_come_with_their_party_and_the_claim_newest_article_first(
    three_days: Ledger,
) -> None:
    assert parties(three_days) == [
        f"{title}: Tomas Brandt" for title in ("third", "second", "first", "undated")
    ]
    assert len(parties(three_days, limit=1)) == 1
    found = find_responses(three_days, ResponseQuery())[0]
    assert (found.spokesperson_name, found.claim_source) == ("Ilse Varga", "Ilse Varga")
    assert found.evidence_text == "Brandt did not confirm"
    assert found.claim_text == 'the engineer Tomas Brandt "warned of cracks" in the north pier'


def test_responses_are_found_by_party_spokesperson_kind_date_and_article(
    three_days: Ledger,
) -> None:
    assert len(parties(three_days, party="BRANDT")) == 4
    assert len(parties(three_days, party="varga")) == 4
    assert parties(three_days, party="Courier") == []
    assert len(parties(three_days, kind=ResponseKind.NEITHER_CONFIRMS_NOR_DENIES)) == 4
    assert parties(three_days, kind=ResponseKind.DENIES) == []
    assert len(parties(three_days, since=PartialDate(2031, 3, 2))) == 2
    (first, *_) = find_articles(three_days, ArticleQuery())
    assert parties(three_days, article_id=first.id) == ["third: Tomas Brandt"]


def test_a_response_to_no_claim_is_found_too(ledger: Ledger) -> None:
    reading = make_reading()
    response = dataclasses.replace(reading.responses[0], to_id=None, spokesperson_id=None)
    store_reading(ledger, make_capture(), dataclasses.replace(reading, responses=(response,)), NOON)
    (found,) = find_responses(ledger, ResponseQuery())
    assert (found.claim_text, found.claim_source, found.spokesperson_name) == (None, None, None)
    assert (found.response, found.about_text) == (response, None)


def test_what_a_response_says_that_it_answers_comes_with_it(ledger: Ledger) -> None:
    reading = make_reading()
    about = (span_of(reading.article.text, "cracks"),)
    response = dataclasses.replace(reading.responses[0], to_id=None, about=about)
    store_reading(ledger, make_capture(), dataclasses.replace(reading, responses=(response,)), NOON)
    (found,) = find_responses(ledger, ResponseQuery())
    assert (found.response, found.about_text) == (response, "cracks")


def test_attributions_are_found_with_their_chains(ledger: Ledger) -> None:
    article = store_article(ledger, 1)
    found = find_attributions(ledger, AttributionQuery())
    assert [one.attribution for one in found] == list(make_reading(article).attributions)
    assert [one.chain_names for one in found] == [
        ("Ilse Varga", "Tomas Brandt"),
        ("Ilse Varga",),
        (),
    ]
    assert found[1].addressee_text == "the engineer"
