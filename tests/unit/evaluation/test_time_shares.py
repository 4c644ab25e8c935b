import time

import pytest
from evaluation.time_shares import Stopwatch


def test_a_part_does_not_count_the_time_of_parts_inside_it():
    stopwatch = Stopwatch()
    inner = stopwatch.time("inner", lambda: time.sleep(0.05))

    def work(value: int, *, more: int) -> int:
        inner()
        inner()
        return value + more

    assert stopwatch.time("outer", work)(1, more=2) == 3
    assert stopwatch.seconds["inner"] >= 0.1
    assert 0 <= stopwatch.seconds["outer"] < stopwatch.seconds["inner"]


def test_a_part_that_fails_is_counted_too():
    stopwatch = Stopwatch()

    def fail() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        stopwatch.time("failing", fail)()
    stopwatch.time("outer", lambda: None)()
    assert set(stopwatch.seconds) == {"failing", "outer"}
