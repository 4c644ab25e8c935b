import multiprocessing
import os
import signal
import time
from itertools import count, islice

import pytest

from onrecord.errors import ReaderError
from onrecord.workers import Ended, run_in_processes
from worker_tasks import (
    prepare_answer,
    prepare_measure,
    prepare_tell_interrupt,
    prepare_tell_process,
    refuse,
)


def answers(*tasks: int | str, processes: int = 2) -> list[object]:
    return list(run_in_processes(prepare_answer, tasks, processes))


def test_answers_come_in_the_order_of_the_tasks():
    tasks = (300, 0, 100, 1, 2, 0)
    assert answers(*tasks) == [f"{task} answered" for task in tasks]


def test_no_task_needs_no_process():
    assert answers() == []
    assert not multiprocessing.active_children()


def test_work_is_spread_over_other_processes():
    seen = set(run_in_processes(prepare_tell_process, [50] * 8, 2))
    assert len(seen) == 2
    assert os.getpid() not in seen


@pytest.mark.parametrize(("task", "status"), [("die", -signal.SIGKILL), ("leave", 3)])
def test_a_process_that_ends_costs_the_task_in_its_hand_and_no_other(task, status):
    found = answers(1, task, 2, 3, 4, 5)
    assert found[1] == Ended(task, status)
    assert [found[0], *found[2:]] == [f"{number} answered" for number in (1, 2, 3, 4, 5)]


def test_a_process_that_is_killed_at_rest_costs_nothing():
    found = run_in_processes(prepare_answer, range(30), 1)
    first = next(found)
    time.sleep(2)  # what the process was given ahead is answered by now
    (process,) = multiprocessing.active_children()
    process.kill()
    process.join()
    assert [first, *found] == [f"{task} answered" for task in range(30)]


def test_a_batch_in_which_every_task_kills_comes_to_its_end():
    assert answers(*["die"] * 5) == [Ended("die", -signal.SIGKILL)] * 5


def test_an_error_in_getting_ready_is_raised_here():
    with pytest.raises(ReaderError, match="install it again"):
        list(run_in_processes(refuse, [1, 2, 3], 2))
    assert not multiprocessing.active_children()


def test_tasks_and_answers_longer_than_a_pipe_do_not_block():
    tasks = [bytes([number]) * 3_000_000 for number in range(6)]
    assert list(run_in_processes(prepare_measure, tasks, 2)) == tasks


def test_endless_tasks_are_taken_little_ahead_of_the_answers():
    tasks = count()
    found = run_in_processes(prepare_answer, tasks, 2)
    assert list(islice(found, 3)) == ["0 answered", "1 answered", "2 answered"]
    found.close()
    assert next(tasks) < 30
    assert not multiprocessing.active_children()


def test_an_interrupt_passes_the_processes_by():
    before = signal.getsignal(signal.SIGINT)
    assert list(run_in_processes(prepare_tell_interrupt, [1, 2], 2)) == [True, True]
    assert signal.getsignal(signal.SIGINT) is before
