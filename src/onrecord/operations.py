"""The shell around the pure core: files, network, clock and ledger are used from here."""

from __future__ import annotations

import contextlib
import datetime
import os
import re
import sys
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from onrecord.errors import CaptureError, LedgerError, OnrecordError, ReaderError, SettingsError
from onrecord.records import Capture, Failure, Reading
from onrecord.settings import FetchSettings, is_text

if TYPE_CHECKING:
    from onrecord.attributions.reader import Reader
    from onrecord.ledger.ledger import Ledger
    from onrecord.workers import Ended

Clock = Callable[[], datetime.datetime]

STANDARD_INPUT = "-"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
READERS = ("neural", "rules")
ALIASES = {"fast": "rules"}
"""Names by what a reader is good for; a reading always names the reader itself."""


def utc_now() -> datetime.datetime:
    """The current instant."""
    return datetime.datetime.now(datetime.UTC)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one input.

    Attributes:
        origin: the input as it was named.
        reading: None where it could not be read.
        failure: why it could not be read or stored; None where all went well.
        is_new: whether the ledger did not hold this reading before; None without a ledger.
    """

    origin: str
    reading: Reading | None = None
    failure: Failure | None = None
    is_new: bool | None = None


def open_reader(
    name: str = "neural", *, threads: int = 0, min_score: float | None = None
) -> Reader:
    """A reader by its name.

    Args:
        name: one of `READERS` or `ALIASES`.
        threads: threads that the neural reader may use; 0 for one a core.
        min_score: lowest score of an attribution; None for the reader's own choice.

    Raises:
        SettingsError: there is no reader of that name, or the score is not between 0 and 1.
        ReaderError: the reader's files are missing or damaged.
    """
    if min_score is not None and not 0.0 <= min_score <= 1.0:
        raise SettingsError(f"the lowest score must lie between 0 and 1, not {min_score}")
    chosen = ALIASES.get(name, name)
    if chosen == "neural":
        from onrecord.attributions.neural.model import load_neural_reader

        return load_neural_reader(threads=threads, min_score=min_score)
    if chosen == "rules":
        from onrecord.attributions.rules.reader import RulesReader

        return RulesReader(min_score=min_score or 0.0)
    known = ", ".join((*READERS, *ALIASES))
    raise SettingsError(f"there is no reader {name!r}: choose one of {known}")


def count_cores() -> int:
    """The processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def is_url(name: str) -> bool:
    """Whether an input names a page rather than a file."""
    return name.lower().startswith(("http://", "https://"))


def has_scheme(name: str) -> bool:
    """Whether an input is written as an address, of the web or of something else."""
    return _SCHEME.match(name) is not None


def expand_inputs(names: Iterable[str]) -> list[str | Failure]:
    """Folders become the articles in them; all else stays, in order.

    A folder without articles becomes a Failure, so that it is reported like any other input.
    """
    from onrecord.captures.files import find_files

    expanded: list[str | Failure] = []
    for name in names:
        try:
            # What the system takes for no name at all is reported as it is read.
            is_folder = not has_scheme(name) and name != STANDARD_INPUT and Path(name).is_dir()
        except (OSError, ValueError):
            is_folder = False
        if not is_folder:
            expanded.append(name)
            continue
        try:
            expanded.extend(str(path) for path in find_files(Path(name)))
        except OnrecordError as error:
            expanded.append(_describe(str(Path(name).absolute()), error, utc_now()))
    return expanded


def capture_input(
    name: str, settings: FetchSettings, *, now: Clock = utc_now, stdin: BinaryIO | None = None
) -> Capture:
    """Take in one file, page or standard input.

    Raises:
        CaptureError: it could not be taken in.
    """
    if is_url(name):
        from onrecord.captures.fetch import fetch_url

        return fetch_url(name, settings, fetched_at=now())
    if has_scheme(name):
        raise CaptureError(
            f"{_origin(name)} is no address that onrecord fetches: they begin with https:// or "
            "http://, and a file is named by its path"
        )
    if not is_text(name):
        raise CaptureError(f"the name {_origin(name)} is not text in UTF-8: rename the file")
    from onrecord.captures.files import read_file, read_stream

    if name == STANDARD_INPUT:
        return read_stream(stdin or sys.stdin.buffer, fetched_at=now())
    return read_file(Path(name), fetched_at=now())


def read_inputs(
    inputs: Iterable[str | Failure],
    reader: Reader,
    settings: FetchSettings,
    *,
    ledger: Ledger | None = None,
    now: Clock = utc_now,
) -> Generator[Outcome]:
    """Read inputs one by one, and store each before its outcome is given out.

    An expected error becomes a Failure and the batch goes on. A ledger that can no longer be
    written does not take the reading away from the caller: the outcome then has both.
    """
    for entry in inputs:
        yield _store(_read_input(entry, reader, settings, now), ledger, now)


def read_inputs_in_processes(
    inputs: Iterable[str | Failure],
    open_own: Callable[[], Reader],
    settings: FetchSettings,
    *,
    processes: int,
    ledger: Ledger | None = None,
) -> Generator[Outcome]:
    """The outcomes of `read_inputs`, read in several processes, stored and given out in this one.

    They come in the order of the inputs. A process that is killed is replaced, and the input that
    it had in hand becomes a Failure.

    Args:
        inputs: as for `read_inputs`.
        open_own: called once in each process to open its reader, best with one thread. It is sent
            there: a function of a module, or a `partial` of one.
        settings: how pages are fetched.
        processes: how many to start; each holds a reader of its own.
        ledger: where outcomes are stored.

    Raises:
        OnrecordError: a process could not open its reader.
    """
    from onrecord.workers import Ended, run_in_processes

    prepare = partial(_prepare_reading, open_own, settings)
    tasks = (_take_in_stream(entry) for entry in inputs)
    with contextlib.closing(run_in_processes(prepare, tasks, processes)) as found:
        for answer in found:
            read = _describe_end(answer) if isinstance(answer, Ended) else answer
            yield _store(read, ledger, utc_now)


def _prepare_reading(
    open_own: Callable[[], Reader], settings: FetchSettings
) -> Callable[[str | Capture | Failure], _Read | Failure]:
    """In a process of its own: what reads one input there."""
    return partial(_read_input, reader=open_own(), settings=settings, now=utc_now)


def _take_in_stream(entry: str | Failure) -> str | Capture | Failure:
    """Standard input taken in, as other processes have none; everything else as it is."""
    if entry != STANDARD_INPUT:
        return entry
    try:
        return capture_input(STANDARD_INPUT, FetchSettings())
    except OnrecordError as error:
        return _describe(STANDARD_INPUT, error, utc_now())


def _describe_end(ended: Ended[str | Capture | Failure]) -> Failure:
    if isinstance(ended.task, Failure):
        return ended.task
    how = (
        f"was killed by signal {-ended.status}, most often for want of memory"
        if ended.status < 0
        else f"ended with status {ended.status}"
    )
    error = ReaderError(f"the process that read it {how}: read it again alone, or in fewer jobs")
    return _describe(_origin(ended.task), error, utc_now())


@dataclass(frozen=True, slots=True)
class _Read:
    """An input that was read, not yet stored."""

    capture: Capture
    reading: Reading


def _read_input(
    entry: str | Capture | Failure, reader: Reader, settings: FetchSettings, now: Clock
) -> _Read | Failure:
    """Read one input; an expected error becomes a Failure."""
    if isinstance(entry, Failure):
        return entry
    try:
        if not isinstance(entry, Capture):
            entry = capture_input(entry, settings, now=now)
        return _Read(entry, _read_capture(entry, reader))
    except OnrecordError as error:
        return _describe(_origin(entry), error, now())


def _store(read: _Read | Failure, ledger: Ledger | None, now: Clock) -> Outcome:
    if isinstance(read, Failure):
        return _store_failed(read, ledger)
    return _store_read(read.capture, read.reading, ledger, now)


def _read_capture(capture: Capture, reader: Reader) -> Reading:
    from onrecord.pipeline import read

    return read(capture, reader)


def _origin(entry: str | Capture) -> str:
    """The name under which a failure is recorded; a password in an address is not."""
    name = entry.origin if isinstance(entry, Capture) else entry
    # What is no text cannot be recorded.
    name = name.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    if has_scheme(name):
        scheme, _, rest = name.partition("://")
        host, slash, path = rest.partition("/")
        return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"
    return name if name == STANDARD_INPUT else str(Path(name).absolute())


def _describe(origin: str, error: OnrecordError, at: datetime.datetime) -> Failure:
    """The failure of one input; what was raised in the core does not know the input's name."""
    name = "standard input" if origin == STANDARD_INPUT else origin
    message = str(error) if name in str(error) else f"{name}: {error}"
    return Failure(origin=origin, kind=type(error).__name__, message=message, failed_at=at)


def _store_failed(failure: Failure, ledger: Ledger | None) -> Outcome:
    if ledger is not None:
        from onrecord.ledger.ledger import store_failure

        try:
            store_failure(ledger, failure)
        except LedgerError as error:
            message = f"{failure.message} (and this could not be recorded: {error})"
            failure = Failure(failure.origin, failure.kind, message, failure.failed_at)
    return Outcome(failure.origin, failure=failure)


def _store_read(capture: Capture, reading: Reading, ledger: Ledger | None, now: Clock) -> Outcome:
    if ledger is None:
        return Outcome(capture.origin, reading)
    from onrecord.ledger.ledger import store_reading

    try:
        is_new = store_reading(ledger, capture, reading, now())
    except LedgerError as error:
        return Outcome(capture.origin, reading, _describe(capture.origin, error, now()))
    return Outcome(capture.origin, reading, is_new=is_new)


def read_one(
    source: str | Path, *, reader: Reader | None = None, settings: FetchSettings | None = None
) -> Reading:
    """Read one file or URL with the neural reader, or with the reader given.

    Raises:
        OnrecordError: it could not be read; the message says why and what to do.
    """
    capture = capture_input(str(source), settings or FetchSettings())
    return _read_capture(capture, reader or open_reader())
