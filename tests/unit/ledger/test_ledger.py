"""What is stored comes back as it was, once, and nothing that was stored is lost."""

import dataclasses
import datetime

import pytest
import sqlalchemy as sa

from ledger_examples import (
    NOON,
    RULES,
    make_article,
    make_capture,
    make_reading,
    without_findings,
)
from onrecord.dates import PartialDate
from onrecord.errors import LedgerError
from onrecord.ledger.found import ArticleQuery, AttributionQuery
from onrecord.ledger.gathering import gather_pending
from onrecord.ledger.ledger import Ledger, store_failure, store_reading
from onrecord.ledger.loading import (
    find_captures,
    load_capture,
    load_reading,
    load_reading_of,
    load_readings,
)
from onrecord.ledger.queries import find_articles, find_attributions, find_failures
from onrecord.ledger.tables import marks, metadata
from onrecord.records import (
    Absence,
    AbsenceKind,
    Failure,
    Hop,
    How,
    Reading,
    Run,
    Span,
)

LATER = NOON + datetime.timedelta(hours=1)


def count_rows(ledger: Ledger) -> dict[str, int]:
    with ledger.engine.connect() as connection:
        return {
            table.name: connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0
            for table in metadata.sorted_tables
            # It has one row from the beginning.
            if table is not marks
        }


def test_what_was_stored_comes_back_equal(ledger: Ledger) -> None:
    reading, capture = make_reading(), make_capture()
    assert store_reading(ledger, capture, reading, NOON) is True
    assert load_reading(ledger, reading.article.id) == reading
    assert load_capture(ledger, capture.id) == capture


def test_storing_the_same_again_adds_nothing_but_the_last_time(ledger: Ledger) -> None:
    reading, capture = make_reading(), make_capture()
    store_reading(ledger, capture, reading, NOON)
    before = count_rows(ledger)
    fetched_again = dataclasses.replace(capture, fetched_at=LATER)
    assert store_reading(ledger, fetched_again, reading, LATER) is False
    assert count_rows(ledger) == before
    (found,) = find_articles(ledger, ArticleQuery())
    assert (found.first_read_at, found.last_read_at) == (NOON, LATER)
    (page,) = find_captures(ledger, reading.article.id)
    assert (page.fetched_at, page.last_fetched_at) == (NOON, LATER)
    assert load_capture(ledger, capture.id).fetched_at == NOON


def test_a_clock_that_was_set_back_does_not_set_the_record_back(ledger: Ledger) -> None:
    reading, capture = make_reading(), make_capture(fetched_at=LATER)
    store_reading(ledger, capture, reading, LATER)
    store_reading(ledger, dataclasses.replace(capture, fetched_at=NOON), reading, NOON)
    (found,) = find_articles(ledger, ArticleQuery())
    assert found.last_read_at == LATER
    (page,) = find_captures(ledger, reading.article.id)
    assert page.last_fetched_at == LATER


def test_a_newer_run_stands_beside_the_older_and_is_what_queries_show(ledger: Ledger) -> None:
    older = make_reading()
    newer = dataclasses.replace(
        without_findings(make_reading(run=Run("0.2.0", "neural-1"))),
        attributions=without_findings(older).attributions[1:],
    )
    for at, reading in ((NOON, older), (LATER, newer)):
        assert store_reading(ledger, make_capture(), reading, at) is True
    assert load_readings(ledger, older.article.id) == (newer, older)
    shown = find_attributions(ledger, AttributionQuery())
    assert sorted(f.attribution.id for f in shown) == sorted(a.id for a in newer.attributions)
    (article,) = find_articles(ledger, ArticleQuery())
    assert (article.attributions, article.first_read_at) == (2, NOON)
    assert load_reading_of(ledger, older.attributions[0].id) == older
    assert load_reading_of(ledger, older.attributions[1].id) == newer


def test_reading_again_with_the_older_run_makes_it_the_latest(ledger: Ledger) -> None:
    older, newer = make_reading(), make_reading(run=Run("0.2.0", "neural-1"))
    for reading in (older, newer, older):
        store_reading(ledger, make_capture(), reading, NOON)
    assert load_reading(ledger, older.article.id) == older


def test_a_run_that_finds_something_else_adds_a_reading(ledger: Ledger) -> None:
    first = make_reading()
    dated = dataclasses.replace(first.article, updated_on=PartialDate(2031, 3, 5))
    second = dataclasses.replace(first, article=dated)
    for reading in (first, second):
        assert store_reading(ledger, make_capture(), reading, NOON) is True
    assert load_readings(ledger, dated.id) == (second, first)


def test_a_reading_that_differs_only_in_scores_says_nothing_new(ledger: Ledger) -> None:
    reading = make_reading()
    store_reading(ledger, make_capture(), reading, NOON)
    rescored = dataclasses.replace(
        reading,
        attributions=tuple(dataclasses.replace(a, score=0.25) for a in reading.attributions),
    )
    assert store_reading(ledger, make_capture(), rescored, LATER) is False


def test_one_article_on_two_pages_has_both_captures_and_one_reading(ledger: Ledger) -> None:
    reading = make_reading()
    page = make_capture()
    with_other_furniture = dataclasses.replace(page, body=page.body + b"<aside/>", fetched_at=LATER)
    assert store_reading(ledger, page, reading, NOON) is True
    assert store_reading(ledger, with_other_furniture, reading, LATER) is False
    found = find_captures(ledger, reading.article.id)
    assert [capture.id for capture in found] == [page.id, with_other_furniture.id]


def test_an_instant_of_another_zone_is_kept_as_utc(ledger: Ledger) -> None:
    zone = datetime.timezone(datetime.timedelta(hours=5, minutes=30))
    store_reading(ledger, make_capture(), make_reading(), NOON.astimezone(zone))
    (found,) = find_articles(ledger, ArticleQuery())
    assert found.last_read_at == NOON
    assert found.last_read_at.tzinfo is datetime.UTC


def test_a_failure_is_counted_resolved_and_open_again(ledger: Ledger) -> None:
    capture = make_capture()
    failure = Failure(capture.origin, "CaptureError", "it took too long", NOON)
    assert store_failure(ledger, failure) is True
    assert store_failure(ledger, dataclasses.replace(failure, failed_at=LATER)) is False
    (found,) = find_failures(ledger)
    assert found.failure == failure
    assert (found.count, found.last_failed_at, found.resolved_at) == (2, LATER, None)

    store_reading(ledger, capture, make_reading(), LATER)
    assert find_failures(ledger) == ()
    (resolved,) = find_failures(ledger, include_resolved=True)
    assert resolved.resolved_at == LATER

    store_failure(ledger, failure)
    (again,) = find_failures(ledger)
    assert (again.count, again.resolved_at) == (3, None)


def test_success_resolves_only_failures_of_its_own_origin(ledger: Ledger) -> None:
    for origin in ("/a.html", "/b.html"):
        store_failure(ledger, Failure(origin, "ArticleError", "no article", NOON))
    store_reading(ledger, make_capture(origin="/a.html"), make_reading(), LATER)
    assert [found.failure.origin for found in find_failures(ledger)] == ["/b.html"]


def test_a_reading_without_attributions_is_stored(ledger: Ledger) -> None:
    reading = Reading(make_article(), (), (), RULES)
    assert store_reading(ledger, make_capture(), reading, NOON) is True
    assert load_reading(ledger, reading.article.id) == reading


def test_a_reading_that_refers_outside_of_itself_is_refused_whole(ledger: Ledger) -> None:
    reading = make_reading()
    warning, claim, silence = reading.attributions
    broken = {
        "twice": dataclasses.replace(reading, attributions=(claim, claim)),
        "entity": dataclasses.replace(reading, entities=()),
        "parent": dataclasses.replace(reading, attributions=(warning, silence)),
        "inside itself": dataclasses.replace(
            reading,
            attributions=(warning, dataclasses.replace(claim, parent_id=warning.id)),
        ),
        "ends after": dataclasses.replace(
            reading, attributions=(dataclasses.replace(silence, content=(Span(5, 9999),)),)
        ),
    }
    for fault, wrong in broken.items():
        with pytest.raises(ValueError, match=fault):
            store_reading(ledger, make_capture(), wrong, NOON)
    assert set(count_rows(ledger).values()) == {0}


def test_a_finding_that_refers_outside_of_its_reading_is_refused(ledger: Ledger) -> None:
    reading = make_reading()
    warning, claim, silence = reading.attributions
    (response,), (absence,) = reading.responses, reading.absences
    position = reading.positions[0]
    stranger = "ent_0000000000000000"
    hop = Hop(stranger, How.CITES, Span(0, 3))
    late = Absence(reading.article.id, AbsenceKind.NO_DATE, Span(5, 9999))
    broken = {
        "hop is not in it": {
            "attributions": (warning, dataclasses.replace(claim, chain=(hop,)), silence)
        },
        "party of a finding": {"responses": (dataclasses.replace(response, party_id=stranger),)},
        "whose word it is": {"positions": (dataclasses.replace(position, word_of_id=stranger),)},
        "a finding is about": {"absences": (dataclasses.replace(absence, about_id="att_0"),)},
        "a finding stands in it twice": {"responses": (response, response)},
        "ends after": {"absences": (late,)},
    }
    for fault, changes in broken.items():
        with pytest.raises(ValueError, match=fault):
            store_reading(ledger, make_capture(), dataclasses.replace(reading, **changes), NOON)
    assert set(count_rows(ledger).values()) == {0}


def test_a_reading_that_differs_in_any_finding_is_another_reading(ledger: Ledger) -> None:
    reading = make_reading()
    warning, claim, silence = reading.attributions
    (response,), (check,) = reading.responses, reading.checks
    store_reading(ledger, make_capture(), reading, NOON)
    undated = dataclasses.replace(claim, said_on=None)
    for changes in (
        {"attributions": (warning, undated, silence)},
        {"attributions": (warning, dataclasses.replace(claim, chain=()), silence)},
        {"responses": (dataclasses.replace(response, as_of=None),)},
        {"responses": (dataclasses.replace(response, to_id=None),)},
        {"responses": (dataclasses.replace(response, to_id=None, about=response.evidence),)},
        {"absences": ()},
        {"positions": reading.positions[:1]},
        {"checks": (dataclasses.replace(check, message="other words"),)},
    ):
        other = dataclasses.replace(reading, **changes)  # type: ignore[arg-type]
        assert store_reading(ledger, make_capture(), other, LATER) is True
        assert load_reading(ledger, reading.article.id) == other


def test_what_is_not_there_is_named(ledger: Ledger) -> None:
    for load, identity in (
        (load_reading, "art_0000000000000000"),
        (load_reading_of, "att_0000000000000000"),
        (load_capture, "cap_0000000000000000"),
    ):
        with pytest.raises(LedgerError, match=identity):
            load(ledger, identity)


def test_a_naive_instant_is_refused(ledger: Ledger) -> None:
    with pytest.raises(sa.exc.StatementError, match="needs a time zone"):
        store_reading(ledger, make_capture(), make_reading(), NOON.replace(tzinfo=None))
    assert set(count_rows(ledger).values()) == {0}


def test_the_body_is_kept_small_and_whole(ledger: Ledger) -> None:
    body = b"<p>the same words again and again</p>" * 1000
    capture = make_capture(body=body)
    store_reading(ledger, capture, make_reading(), NOON)
    with ledger.engine.connect() as connection:
        stored = connection.scalar(sa.text("SELECT length(body) FROM captures"))
    assert stored is not None
    assert stored < len(body) / 10
    assert load_capture(ledger, capture.id).body == body


def test_a_value_that_only_a_newer_version_knows_is_reported(ledger: Ledger) -> None:
    reading = make_reading()
    store_reading(ledger, make_capture(), reading, NOON)
    with ledger.engine.begin() as connection:
        connection.execute(sa.text("UPDATE attributions SET act = 'sings'"))
    with pytest.raises(LedgerError, match=r"'sings'.*upgrade onrecord"):
        load_reading(ledger, reading.article.id)


def test_a_stored_value_that_makes_no_record_is_reported_as_damage(ledger: Ledger) -> None:
    reading = make_reading()
    store_reading(ledger, make_capture(), reading, NOON)
    not_a_text = ["content = x'ff'"] if ledger.engine.dialect.name == "sqlite" else []
    for damage in ("cue = '[[1,'", "cue = '[[9, 3]]'", *not_a_text):
        with ledger.engine.begin() as connection:
            connection.execute(sa.text(f"UPDATE attributions SET {damage}"))
        with pytest.raises(LedgerError, match="is damaged"):
            load_reading(ledger, reading.article.id)


def test_damaged_bytes_of_a_capture_are_reported(ledger: Ledger) -> None:
    capture = make_capture()
    store_reading(ledger, capture, make_reading(), NOON)
    with ledger.engine.begin() as connection:
        connection.execute(sa.text("UPDATE captures SET body = :body"), {"body": b"\0"})
    with pytest.raises(LedgerError, match="damaged"):
        load_capture(ledger, capture.id)


def test_one_run_is_one_row_for_many_articles(ledger: Ledger) -> None:
    for number in range(3):
        article = make_article(number)
        store_reading(ledger, make_capture(article), make_reading(article, RULES), NOON)
    assert count_rows(ledger)["runs"] == 1


def test_names_and_addresses_may_be_long(ledger: Ledger) -> None:
    """PostgreSQL's ordered indices take 2,700 bytes; these do not shrink."""
    long = "".join(chr(0x4E00 + number * 7919 % 20_000) for number in range(6_000))
    article = make_article(url=f"https://x.example/{long}", publisher=long, title=long)
    reading = make_reading(article)
    capture = make_capture(article, origin=article.url)
    assert store_reading(ledger, capture, reading, NOON) is True
    assert load_reading(ledger, article.id) == reading
    assert len(find_articles(ledger, ArticleQuery(publisher=long[:20]))) == 1
    store_failure(ledger, Failure(long, "CaptureError", long, NOON))
    assert gather_pending(ledger) == 1
