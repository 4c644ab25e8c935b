"""A ledger that grew, was read again and judged is what one gathered from scratch would be."""

import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from judged_dispatches import (
    Desk,
    count_words,
    list_counts,
    list_groups,
    list_posted,
    list_said,
    read_again,
    write_dispatch,
)
from onrecord.ledger.ledger import Ledger, open_ledger
from onrecord.records import Reading, Verdict

_ARTICLES = 5
_SAID = 3
_CLAIMS = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)
_numbers = st.integers(0, _ARTICLES - 1)
_places = st.tuples(_numbers, st.integers(0, _SAID - 1))
_reread = st.tuples(
    st.just("read"), _numbers, st.frozensets(st.integers(0, _SAID - 1))
)  # fmt: skip
_withdrawn = st.tuples(st.just("withdraw"), st.integers(0, 9))
_judged = st.tuples(st.just("judge"), st.sampled_from(Verdict), _places, _places)
# Between contents that say the same, or that nothing else is like: there rules leave no choice.
_judged_alike = st.builds(
    lambda verdict, one, other, what: ("judge", verdict, (one, what), (other, what)),
    st.sampled_from(_CLAIMS), _numbers, _numbers, st.integers(0, _SAID - 1),
)  # fmt: skip
# A failing example is short as it is, and each run takes a second.
_settings = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    open_ledger(path).close()
    return path


@_settings
@given(steps=st.lists(st.one_of(_reread, _judged, _withdrawn), max_size=12))
def test_words_are_counted_as_claims_are_whatever_happened(
    empty: Path, steps: list[tuple[object, ...]]
) -> None:
    with ExitStack() as stack:
        desk = Desk(lend(empty, stack))
        happen(desk, steps)
        assert list_counts(desk.ledger) == count_words(desk.ledger)
        check_findable(desk.ledger)


@_settings
@given(steps=st.lists(st.one_of(_reread, _judged_alike, _withdrawn), max_size=12))
def test_a_ledger_gathered_from_scratch_is_the_same_whatever_happened(
    empty: Path, steps: list[tuple[object, ...]]
) -> None:
    with ExitStack() as stack:
        desk, fresh = Desk(lend(empty, stack)), lend(empty, stack)
        happen(desk, steps)
        desk.gather_from_scratch(fresh)
        assert list_groups(desk.ledger) == list_groups(fresh)
        assert list_counts(desk.ledger) == list_counts(fresh)


def lend(empty: Path, stack: ExitStack) -> Ledger:
    """A new ledger, quicker than making one."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    return stack.enter_context(open_ledger(shutil.copy(empty, folder / "onrecord.db")))


def dispatch(number: int) -> Reading:
    return write_dispatch(number, list_said(number))


def happen(desk: Desk, steps: list[tuple[object, ...]]) -> None:
    """Five dispatches come in, and then what steps say."""
    for number in range(_ARTICLES):
        desk.read(dispatch(number))
    for step in steps:
        match step:
            case ("read", int(number), frozenset() as heard):
                desk.read(read_again(dispatch(number), desk.clock, heard))
            case ("judge", Verdict() as verdict, (one, what), (other, that)):
                first = dispatch(one).attributions[what].id
                second = dispatch(other).attributions[that].id
                if first != second and verdict not in {Verdict.SOURCE, Verdict.WITHDRAWN}:
                    desk.judge(verdict, first, second)
            case ("withdraw", int(number)):
                desk.withdraw(number)


def check_findable(ledger: Ledger) -> None:
    """Every claim can be found by a word, and every word finds a member that is there."""
    posted = {key for _, key in list_posted(ledger)}
    with ledger.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT key, claim_key FROM members").all()
    claim_of = {row.key: row.claim_key for row in rows}
    assert posted <= claim_of.keys()
    assert {claim_of[key] for key in posted} == set(claim_of.values())
