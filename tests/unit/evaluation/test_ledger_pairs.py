"""The bench of a ledger scores the pairs that it holds for one claim as one would by hand."""

from itertools import combinations
from pathlib import Path

import sqlalchemy as sa
from evaluation.ledger_bench import score_pairs
from evaluation.synthetic import write_readings

from ledger_examples import NOON
from onrecord.ledger.claim_tables import members
from onrecord.ledger.gathering import gather_pending
from onrecord.ledger.ledger import open_ledger, store_reading

WRITTEN = tuple(write_readings(25, seed=7))


def test_pairs_are_scored_against_what_the_maker_knows(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        for one in WRITTEN:
            store_reading(ledger, one.capture, one.reading, NOON)
        gather_pending(ledger)
        truth = {name: fact for one in WRITTEN for name, fact in one.truth.items()}
        with ledger.engine.begin() as connection:
            # One report is put where it does not belong: something is to be found wrong.
            kept = {row.id: row.claim_key for row in connection.execute(sa.select(members))}
            first, *others = (name for name in truth if name in kept)
            other = next(name for name in others if kept[name] != kept[first])
            kept[first] = kept[other]
            moved = sa.update(members).where(members.c.id == first)
            connection.execute(moved.values(claim_key=kept[other]))
        pairs = list(combinations(truth, 2))
        held = {pair for pair in pairs if kept.get(pair[0], 0) == kept.get(pair[1], 1)}
        wanted = {pair for pair in pairs if truth[pair[0]] == truth[pair[1]]}
        precision, recall = score_pairs(ledger, WRITTEN)
    assert precision == len(held & wanted) / len(held)
    assert recall == len(held & wanted) / len(wanted)
    assert 0.8 < precision < 1
    assert 0.8 < recall <= 1


def test_a_ledger_without_claims_holds_no_pair(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        for one in WRITTEN:
            store_reading(ledger, one.capture, one.reading, NOON)
        assert score_pairs(ledger, WRITTEN) == (0, 0)
