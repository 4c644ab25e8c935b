"""Processes that use a ledger at once, or are killed at it: forked, so that each begins at once."""

import os
import select
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ledger_examples import NOON, RULES, make_article, make_capture, make_reading
from onrecord.ledger.ledger import Ledger, open_ledger, store_reading
from onrecord.records import Reading, Run

Tell = Callable[[object], None]
RUNS = (RULES, Run("0.2.0", "rules-2", {"min_score": 0.25}))
"""Every dispatch is read by the one, then by the other."""


@dataclass
class Process:
    """A forked process, and the pipe on which it tells what it has done."""

    id: int
    pipe: int
    told: list[str] = field(default_factory=list)

    def wait_for_line(self, seconds: float = 60) -> None:
        """Until it has told something."""
        ready, _, _ = select.select([self.pipe], [], [], seconds)
        assert ready, "the process told nothing"

    def kill(self) -> None:
        """End it as the system would, at once; it may have ended by itself."""
        os.kill(self.id, signal.SIGKILL)
        assert self.wait() in (-signal.SIGKILL, 0)

    def wait(self, seconds: float = 60) -> int:
        """Its exit status, when it has ended; it may not take longer than so long."""
        pieces, end = [], time.monotonic() + seconds
        while True:
            ready, _, _ = select.select([self.pipe], [], [], max(0.0, end - time.monotonic()))
            if not ready:
                os.kill(self.id, signal.SIGKILL)
                os.waitpid(self.id, 0)
                raise AssertionError("the process did not end: a deadlock?")
            piece = os.read(self.pipe, 65536)
            if not piece:
                break
            pieces.append(piece)
        os.close(self.pipe)
        _, status = os.waitpid(self.id, 0)
        # A last line may have been cut off by the end.
        lines = b"".join(pieces).decode().splitlines(keepends=True)
        self.told = [line.strip() for line in lines if line.endswith("\n")]
        return os.waitstatus_to_exitcode(status)


def start(work: Callable[[Tell], None]) -> Process:
    """Run a function in a process of its own."""
    ours, theirs = os.pipe()
    with warnings.catch_warnings():
        # Later Pythons warn that threads are not copied; no lock of theirs is asked for.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid:
        os.close(theirs)
        return Process(pid, ours)
    status = 1
    try:
        os.close(ours)
        work(lambda line: os.write(theirs, f"{line}\n".encode()) and None)
        status = 0
    except BaseException:  # noqa: BLE001
        traceback.print_exc(file=sys.__stderr__)
    finally:
        os._exit(status)


def make_readings(numbers: Iterable[int]) -> list[Reading]:
    """The readings of numbered dispatches, by each run, in the order of an ingest."""
    return [make_reading(make_article(number), run) for number in numbers for run in RUNS]


def store_all(ledger: Ledger, readings: Iterable[Reading], tell: Tell) -> None:
    """Store readings; tells the number of each when it is stored."""
    for number, reading in enumerate(readings):
        store_reading(ledger, make_capture(reading.article), reading, NOON)
        tell(number)


def ingest(address: Path | str, readings: Iterable[Reading], tell: Tell) -> None:
    """Open a ledger and store readings."""
    tell("opening")
    with open_ledger(address) as ledger:
        store_all(ledger, readings, tell)
