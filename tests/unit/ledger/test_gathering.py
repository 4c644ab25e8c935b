"""Claims in the ledger: what is kept article by article is what all articles at once give."""

import dataclasses
import datetime
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import sqlalchemy as sa
from evaluation.synthetic import Written, write_readings

from ledger_examples import NOON, make_article, make_capture, make_reading
from onrecord.dates import PartialDate
from onrecord.errors import LedgerError, SettingsError
from onrecord.judging import judge, name_source, split_claim, withdraw_judgement
from onrecord.ledger import gathering
from onrecord.ledger.claim_queries import (
    ClaimQuery,
    find_changed,
    find_claims,
    list_claims,
    load_claim,
)
from onrecord.ledger.claim_tables import claims, members, word_counts
from onrecord.ledger.gathering import (
    count_pending,
    forget_claims,
    gather_pending,
    record_judgement,
)
from onrecord.ledger.identities import load_identities
from onrecord.ledger.judgements import load_judgements
from onrecord.ledger.ledger import Ledger, open_ledger, store_reading
from onrecord.ledger.story_queries import load_story
from onrecord.ledger.versions import find_article_at, find_pages, load_page
from onrecord.matches.record import Claim, gather_record
from onrecord.records import Judgement, Reading, Run, Verdict
from postgres_server import STORES, Server

WRITTEN = tuple(write_readings(60, seed=4))


@pytest.fixture(scope="module", params=STORES)
def story(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Ledger]:
    """Sixty invented articles, gathered; nothing in it is changed."""
    with ExitStack() as stack:
        if request.param == "sqlite":
            address: Path | str = tmp_path_factory.mktemp("story") / "story.db"
        else:
            server: Server = request.getfixturevalue("postgres")
            address = stack.enter_context(server.lend_database())
        opened = stack.enter_context(open_ledger(address))
        store(opened, *(written.reading for written in WRITTEN))
        gather_pending(opened)
        yield opened


def store(ledger: Ledger, *readings: Reading) -> None:
    for reading in readings:
        store_reading(ledger, make_capture(reading.article), reading, NOON)


def dispatch(number: int, day: int | None, **fields: object) -> Reading:
    published = None if day is None else PartialDate(2031, 3, day)
    return make_reading(make_article(number, published_on=published, **fields))


def groups(ledger: Ledger) -> set[frozenset[str]]:
    """Which contents are one claim."""
    found: dict[int, set[str]] = {}
    with ledger.engine.connect() as connection:
        for row in connection.execute(sa.select(members.c["claim_key"], members.c["id"])):
            found.setdefault(row.claim_key, set()).add(row.id)
    return {frozenset(names) for names in found.values()}


def rows(ledger: Ledger) -> list[tuple[object, ...]]:
    """What is told of every claim, without the numbers that rows have by chance."""
    with ledger.engine.connect() as connection:
        columns = [column for column in claims.c if column.name != "key"]
        return sorted(map(tuple, connection.execute(sa.select(*columns))), key=str)


def check_counts(ledger: Ledger) -> None:
    """Every row of `claims` agrees with its members, and no claim is without any."""
    with ledger.engine.connect() as connection:
        for claim in connection.execute(sa.select(claims)):
            own = connection.execute(
                sa.select(members).where(members.c.claim_key == claim.key)
            ).all()
            assert own
            assert claim.reports == sum(row.reported for row in own)
            assert claim.articles == len({row.article_id for row in own if row.reported})
            assert claim.answers == sum(row.answers for row in own)


def test_kept_claims_are_nearly_those_of_all_articles_at_once(story: Ledger) -> None:
    """Rare words are known only from what came before: a pair in a hundred may be missed."""
    at_once = gather_record([written.reading for written in WRITTEN])
    kept = find_claims(story, ClaimQuery())
    wanted = {pair for claim in at_once for pair in pairs(claim)}
    found = {pair for claim in kept for pair in pairs(claim)}
    assert len(wanted) > 200
    assert len(wanted & found) > 0.98 * max(len(wanted), len(found))


def pairs(claim: Claim) -> Iterator[frozenset[str]]:
    names = [report.id for report in claim.reports]
    return (frozenset((one, other)) for one in names for other in names if one < other)


def test_claims_are_those_that_the_maker_knows(story: Ledger) -> None:
    truth = {name: fact for written in WRITTEN for name, fact in written.truth.items()}
    same = [
        truth[one] == truth[other]
        for claim in find_claims(story, ClaimQuery())
        for one, other in map(sorted, pairs(claim))
    ]
    assert sum(same) > 0.95 * len(same)


def test_copies_are_found_where_articles_share_a_claim(story: Ledger) -> None:
    copied = {(w.reading.article.id, w.copied) for w in WRITTEN if w.copied is not None}
    with story.engine.connect() as connection:
        found = set(connection.execute(sa.text("SELECT first_id, second_id FROM copies")).all())
    assert {tuple(sorted(pair)) for pair in copied} <= {tuple(pair) for pair in found}


def test_rows_tell_what_members_are(story: Ledger) -> None:
    check_counts(story)


def test_gathering_twice_changes_nothing(ledger: Ledger) -> None:
    store(ledger, *(written.reading for written in WRITTEN[:20]))
    assert (count_pending(ledger), gather_pending(ledger), count_pending(ledger)) == (20, 20, 0)
    before = rows(ledger)
    assert gather_pending(ledger) == 0
    store(ledger, WRITTEN[3].reading)
    assert (gather_pending(ledger), rows(ledger)) == (0, before)


def test_both_stores_keep_the_same_claims(postgres: Server, tmp_path: Path) -> None:
    kept = []
    for address in (tmp_path / "onrecord.db", postgres.lend_ledger()):
        with open_ledger(address) as opened:
            store(opened, *(written.reading for written in WRITTEN))
            # The second takes its turn while claims are there, and one is without a date.
            gather_pending(opened)
            store(opened, *(dispatch(number, None if number == 5 else 3) for number in range(30)))
            gather_pending(opened)
            word = find_claims(opened, ClaimQuery())[0].title.split()[0]
            kept.append(
                (
                    groups(opened),
                    rows(opened),
                    list_claims(opened, ClaimQuery(limit=1000)),
                    list_claims(opened, ClaimQuery(word)),
                    load_story(opened, ClaimQuery("cracks")),
                )
            )
    assert kept[0] == kept[1]
    assert max(len(group) for group in kept[0][0]) > 24


def test_claims_begun_anew_by_another_are_not_thrown_away(
    ledger: Ledger, address: Path | str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(ledger, *(written.reading for written in WRITTEN[:5]))
    asked = []

    def is_current(connection: sa.Connection) -> bool:
        asked.append(current := is_method_current(connection))
        if len(asked) == 1:
            with open_ledger(address) as other:
                gather_pending(other)
        return current

    is_method_current = gathering._is_current
    monkeypatch.setattr(gathering, "_is_current", is_current)
    assert gather_pending(ledger) == 0
    assert len(groups(ledger)) > 5
    assert asked[0] is False


def test_claims_thrown_away_are_made_again(ledger: Ledger) -> None:
    store(ledger, *(written.reading for written in WRITTEN[:25]))
    gather_pending(ledger)
    before = groups(ledger), rows(ledger)
    forget_claims(ledger)
    assert find_claims(ledger, ClaimQuery()) == ()
    gather_pending(ledger)
    assert (groups(ledger), rows(ledger)) == before


def test_claims_of_an_older_method_are_made_again(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(ledger, *(written.reading for written in WRITTEN[:5]))
    gather_pending(ledger)
    monkeypatch.setattr(gathering, "METHOD", "a newer one")
    assert (count_pending(ledger), gather_pending(ledger), gather_pending(ledger)) == (5, 5, 0)


def test_another_reading_of_an_article_takes_the_place_of_the_first(ledger: Ledger) -> None:
    store(ledger, dispatch(1, 3), dispatch(2, 4))
    gather_pending(ledger)
    (claim,) = find_claims(ledger, ClaimQuery("cracks"))
    assert len(claim.reports) == 2
    plain = dispatch(2, 4)
    silent = Reading(plain.article, plain.entities, (), Run("0.2.0", "rules-2", {}))
    store_reading(ledger, make_capture(plain.article), silent, NOON + datetime.timedelta(hours=1))
    gather_pending(ledger)
    (claim,) = find_claims(ledger, ClaimQuery("cracks"))
    assert [report.article_id for report in claim.reports] == [make_article(1).id]
    check_counts(ledger)
    with ledger.engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.min(word_counts.c.members))) >= 0


def test_a_claim_left_by_a_newer_reading_is_found_by_the_next(ledger: Ledger) -> None:
    """The words of a claim are kept with its first member: another takes its place."""
    store(ledger, dispatch(1, 3), dispatch(2, 4))
    gather_pending(ledger)
    first = dispatch(1, 3)
    silent = Reading(first.article, first.entities, (), Run("0.2.0", "rules-2", {}))
    store_reading(ledger, make_capture(first.article), silent, NOON + datetime.timedelta(hours=1))
    store(ledger, dispatch(3, 5))
    gather_pending(ledger)
    (claim,) = find_claims(ledger, ClaimQuery("cracks"))
    assert len(claim.reports) == 2


def test_a_persons_word_outranks_later_suggestions(ledger: Ledger) -> None:
    store(ledger, dispatch(1, 3), dispatch(2, 4))
    gather_pending(ledger)
    (claim,) = find_claims(ledger, ClaimQuery("cracks"))
    first, second = sorted(report.id for report in claim.reports)
    judged = Judgement(Verdict.DIFFERENT, first, second, "Ida Bell", "", NOON)
    record_judgement(ledger, judged)
    assert load_claim(ledger, first).id != load_claim(ledger, second).id
    store(ledger, dispatch(3, 5))
    gather_pending(ledger)
    assert load_claim(ledger, first).id != load_claim(ledger, second).id
    forget_claims(ledger)
    gather_pending(ledger)
    assert load_claim(ledger, first).id != load_claim(ledger, second).id
    check_counts(ledger)
    later = NOON + datetime.timedelta(hours=1)
    undo = Judgement(Verdict.WITHDRAWN, first, second, "Ida Bell", "", later, judged.id)
    record_judgement(ledger, undo)
    assert load_claim(ledger, first).id == load_claim(ledger, second).id


def test_a_person_joins_what_nothing_else_does(ledger: Ledger) -> None:
    store(ledger, *(written.reading for written in WRITTEN[:2]))
    gather_pending(ledger)
    alone = sorted(next(iter(group)) for group in groups(ledger) if len(group) == 1)
    record_judgement(ledger, Judgement(Verdict.SAME, alone[0], alone[1], "Ida Bell", "", NOON))
    forget_claims(ledger)
    gather_pending(ledger)
    assert frozenset(alone[:2]) in groups(ledger)


def test_a_source_that_a_person_names_counts_and_can_be_taken_back(ledger: Ledger) -> None:
    store(ledger, dispatch(1, 3), dispatch(2, 4))
    gather_pending(ledger)
    (claim,) = find_claims(ledger, ClaimQuery("cracks"))
    report = claim.reports[0]
    assert report.source == "Ilse Varga"
    made = name_source(ledger, report.id, "tomas brandt", who="Ida Bell", now=lambda: NOON)
    corrected = load_claim(ledger, report.id)
    assert next(one for one in corrected.reports if one.id == report.id).source == "Tomas Brandt"
    pair = (made.first_id, made.second_id)
    withdraw_judgement(ledger, pair, who="Ida Bell")
    assert load_claim(ledger, report.id).reports == claim.reports


def test_a_source_is_somebody_of_the_same_article(ledger: Ledger) -> None:
    first, second = dispatch(1, 3), dispatch(2, 4)
    store(ledger, first, second)
    gather_pending(ledger)
    report, stranger = first.attributions[0].id, second.entities[0].id
    with pytest.raises(LedgerError, match="an entity of the article that the attribution stands"):
        judge(ledger, Verdict.SOURCE, (report, stranger), who="Ida Bell")
    with pytest.raises(LedgerError, match="only two of a kind can be the same"):
        judge(ledger, Verdict.SAME, (report, stranger), who="Ida Bell")
    with pytest.raises(SettingsError, match="the article calls nobody 'Nemo'; it names "):
        name_source(ledger, report, "Nemo", who="Ida Bell")
    assert load_judgements(ledger) == ()


def test_a_report_split_off_stays_alone(ledger: Ledger) -> None:
    store(ledger, dispatch(1, 3), dispatch(2, 4), dispatch(3, 5))
    gather_pending(ledger)
    (claim,) = find_claims(ledger, ClaimQuery("cracks"))
    report = claim.reports[1].id
    made = split_claim(ledger, report, who="Ida Bell", why="another bridge")
    assert len(made) == len(claim.reports) - 1
    assert [one.id for one in load_claim(ledger, report).reports] == [report]
    forget_claims(ledger)
    gather_pending(ledger)
    assert [one.id for one in load_claim(ledger, report).reports] == [report]
    with pytest.raises(SettingsError, match="is alone in its claim"):
        split_claim(ledger, report, who="Ida Bell")


def test_namesakes_are_parted_by_a_person(ledger: Ledger) -> None:
    store(ledger, dispatch(1, 3), dispatch(2, 4))
    (varga,) = load_identities(ledger, "Varga")
    first, second = (one.id for one in varga.sightings)
    judge(ledger, Verdict.DIFFERENT, (first, second), who="Ida Bell")
    assert len(load_identities(ledger, "ilse varga")) == 2
    withdraw_judgement(ledger, (first, second), who="Ida Bell")
    assert len(load_identities(ledger, "Varga")) == 1


def test_a_judgement_on_what_is_not_there_stores_nothing(ledger: Ledger) -> None:
    store(ledger, dispatch(1, 3))
    gather_pending(ledger)
    before = rows(ledger)
    with pytest.raises(LedgerError, match="nothing with the id att_aa"):
        record_judgement(ledger, Judgement(Verdict.SAME, "att_aa", "att_zz", "I", "", NOON))
    assert rows(ledger) == before


def test_articles_without_a_date_and_of_the_future_are_gathered(ledger: Ledger) -> None:
    store(ledger, dispatch(1, None), dispatch(2, 3), make_reading(make_article(
        3, published_on=PartialDate(2999, 1, 1))))  # fmt: skip
    gather_pending(ledger)
    (claim,) = find_claims(ledger, ClaimQuery("cracks"))
    assert len(claim.reports) == 3
    early = PartialDate(2031, 3, 4)
    assert [str(one.published_on) for one in claim.reports_as_of(early)] == ["2031-03-03"]


ADDRESS = "https://orsund-courier.example/kell"


def versions(*days: int) -> list[Reading]:
    """Versions of one page, published on the 3rd and changed on other days."""
    return [
        dispatch(number, 3, url=ADDRESS, updated_on=PartialDate(2031, 3, day))
        for number, day in enumerate(days)
    ]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_what_a_later_version_says_is_on_record_from_its_own_day(
    ledger: Ledger, order: tuple[int, ...]
) -> None:
    readings = versions(3, 5, 9)
    for number in order:
        store(ledger, readings[number])
        gather_pending(ledger)
    with ledger.engine.connect() as connection:
        known = connection.execute(
            sa.select(members.c["article_id", "published_on"]).distinct()
        ).all()
    days = {row.article_id: str(row.published_on) for row in known}
    assert [days[one.article.id] for one in readings] == ["2031-03-03", "2031-03-05", "2031-03-09"]


def test_a_page_that_gives_no_day_of_change_is_known_from_when_it_was_fetched(
    ledger: Ledger,
) -> None:
    first, second = (dispatch(number, 3, url=ADDRESS) for number in (1, 2))
    store(ledger, first)
    later = NOON + datetime.timedelta(days=4)
    capture = dataclasses.replace(make_capture(second.article), fetched_at=later)
    store_reading(ledger, capture, second, later)
    gather_pending(ledger)
    (claim,) = find_claims(ledger, ClaimQuery("cracks"))
    assert [str(one.published_on) for one in claim.reports] == ["2031-03-03", "2031-03-08"]


def test_the_versions_of_a_page_are_found_in_order_and_compared(ledger: Ledger) -> None:
    readings = versions(9, 3)
    store(ledger, *readings, dispatch(5, 3))
    ((first, second),) = find_pages(ledger)
    assert [first.article_id, second.article_id] == [one.article.id for one in readings[::-1]]
    page = load_page(ledger, second.article_id)
    # What differs between these two stands in no attribution.
    assert page.revisions == ((),)
    assert find_article_at(ledger, ADDRESS) in {one.article.id for one in readings}
    assert find_article_at(ledger, "https://nowhere.example/") is None


def test_an_article_without_an_address_has_no_versions(ledger: Ledger) -> None:
    reading = dispatch(1, 3, url=None)
    capture = dataclasses.replace(make_capture(reading.article), origin="-", url=None)
    store_reading(ledger, capture, reading, NOON)
    with pytest.raises(LedgerError, match="has no address"):
        load_page(ledger, reading.article.id)


def test_a_claim_of_an_earlier_day_holds_nothing_that_came_later(ledger: Ledger) -> None:
    store(ledger, dispatch(1, 3), dispatch(2, 5), dispatch(3, 7))
    gather_pending(ledger)
    (claim,) = find_claims(ledger, ClaimQuery("cracks"))
    then = load_claim(ledger, claim.id, as_of=PartialDate(2031, 3, 5))
    assert then.id == claim.id
    assert [str(one.published_on) for one in then.reports] == ["2031-03-03", "2031-03-05"]
    assert {one for origin in then.origins for one in origin.reports} == {
        one.id for one in then.reports
    }
    before = load_claim(ledger, claim.id, as_of=PartialDate(2031, 3, 1))
    assert (before.reports, before.facts, before.origins) == ((), (), ())


def test_one_article_under_ten_addresses_is_one_origin(ledger: Ledger) -> None:
    readings = [dispatch(1, 3, url=f"https://mirror{n}.example/kell") for n in range(10)]
    store(ledger, *readings)
    gather_pending(ledger)
    (claim,) = find_claims(ledger, ClaimQuery("cracks"))
    assert (len(claim.reports), len(claim.origins)) == (10, 1)


def test_words_dates_and_limits_narrow_claims_down(story: Ledger) -> None:
    every = find_claims(story, ClaimQuery())
    assert [len(claim.reports) for claim in every] == sorted(
        (len(claim.reports) for claim in every), reverse=True
    )
    assert find_claims(story, ClaimQuery(limit=3)) == every[:3]
    word = every[0].reports[0].source.split()[0]
    found = find_claims(story, ClaimQuery(word))
    assert every[0] in found
    assert len(found) < len(every)
    first_day = min(str(fact.known_on) for claim in every for fact in claim.facts)
    early = find_claims(story, ClaimQuery(until=PartialDate.parse(first_day)))
    assert 0 < len(early) < len(every)
    assert all(any(str(f.known_on) == first_day for f in claim.facts) for claim in early)
    assert find_claims(story, ClaimQuery("nowherewordatall")) == ()


def test_any_id_that_a_claim_had_names_it(story: Ledger) -> None:
    claim = find_claims(story, ClaimQuery(limit=1))[0]
    for name in claim.names:
        assert load_claim(story, name) == claim
    assert load_claim(story, claim.id[:12]) == claim
    with pytest.raises(SettingsError, match="several claims begin with"):
        load_claim(story, "clm_")
    with pytest.raises(LedgerError, match="no claim has the id clm_nothing"):
        load_claim(story, "clm_nothing")


def test_what_changed_since_a_day_is_what_was_published_since(story: Ledger) -> None:
    last = max(written.reading.article.published_on for written in WRITTEN)
    changed = find_changed(story, last)
    assert changed
    assert all(any(fact.known_on == last for fact in claim.facts) for claim in changed)


def test_a_story_has_the_positions_of_its_articles(story: Ledger) -> None:
    claim = next(one for one in find_claims(story, ClaimQuery()) if len(one.reports) > 5)
    place = claim.title.split(" of ")[-1].split()[0].strip(",")
    found = load_story(story, ClaimQuery(place))
    assert claim.summary() in found.claims
    published = {w.reading.article.publisher for w in WRITTEN}
    assert {name for name, _ in found.outlets} <= published
    assert sum(count for _, count in found.outlets) == sum(one.reports for one in found.claims)
    known = {position.id for w in WRITTEN for position in w.reading.positions}
    shown = [name for cell in found.matrix for name in cell.positions]
    assert shown
    assert set(shown) <= known


def test_a_list_shows_what_whole_claims_say(story: Ledger) -> None:
    whole = find_claims(story, ClaimQuery())
    assert list_claims(story, ClaimQuery()) == tuple(claim.summary() for claim in whole)
    day = PartialDate.parse("2029-06-01")
    early = list_claims(story, ClaimQuery(as_of=day))
    assert 0 < len(early) < len(whole)
    assert all(str(one.last_on) <= "2029-06-01" for one in early)


def test_synthetic_readings_are_the_same_for_one_seed() -> None:
    def texts(written: tuple[Written, ...]) -> list[str]:
        return [one.reading.article.text for one in written]

    assert texts(tuple(write_readings(5, seed=1))) == texts(tuple(write_readings(5, seed=1)))
    assert texts(tuple(write_readings(5, seed=1))) != texts(tuple(write_readings(5, seed=2)))
