"""Claims in the ledger: what is kept article by article is what all articles at once give."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from evaluation.synthetic import Written, write_readings

from ledger_examples import NOON, make_article, make_capture, make_reading
from onrecord.dates import PartialDate
from onrecord.errors import LedgerError, SettingsError
from onrecord.ledger import gathering
from onrecord.ledger.claim_queries import (
    ClaimQuery,
    find_changed,
    find_claims,
    list_claims,
    load_claim,
    load_story,
)
from onrecord.ledger.gathering import (
    count_pending,
    forget_claims,
    gather_pending,
    record_judgement,
)
from onrecord.ledger.ledger import Ledger, open_ledger, store_reading
from onrecord.ledger.tables import claims, members, word_counts
from onrecord.matches.record import Claim, gather_record
from onrecord.records import Judgement, Reading, Run, Verdict

WRITTEN = tuple(write_readings(60, seed=4))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "onrecord.db") as opened:
        yield opened


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Sixty invented articles, gathered; nothing in it is changed."""
    with open_ledger(tmp_path_factory.mktemp("story") / "story.db") as opened:
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
