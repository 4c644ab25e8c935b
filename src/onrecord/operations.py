"""The shell around the pure core: files, network, clock and ledger are used from here."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from onrecord.errors import LedgerError, OnrecordError, SettingsError
from onrecord.records import Capture, Failure, Reading

if TYPE_CHECKING:
    from onrecord.attributions.reader import Reader
    from onrecord.ledger.ledger import Ledger
    from onrecord.settings import FetchSettings

Clock = Callable[[], datetime.datetime]

STANDARD_INPUT = "-"
READERS = ("neural", "rules")


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
        name: one of `READERS`.
        threads: threads that the neural reader may use; 0 for one a core.
        min_score: lowest score of an attribution; None for the reader's own choice.

    Raises:
        SettingsError: there is no reader of that name, or the score is not between 0 and 1.
        ReaderError: the reader's files are missing or damaged.
    """
    if min_score is not None and not 0.0 <= min_score <= 1.0:
        raise SettingsError(f"the lowest score must lie between 0 and 1, not {min_score}")
    if name == "neural":
        from onrecord.attributions.neural.model import load_neural_reader

        return load_neural_reader(threads=threads, min_score=min_score)
    if name == "rules":
        from onrecord.attributions.rules.reader import RulesReader

        return RulesReader(min_score=min_score or 0.0)
    raise SettingsError(f"there is no reader {name!r}: choose one of {', '.join(READERS)}")


def is_url(name: str) -> bool:
    """Whether an input names a page rather than a file."""
    return name.lower().startswith(("http://", "https://"))


def expand_inputs(names: Iterable[str]) -> list[str | Failure]:
    """Folders become the articles in them; all else stays, in order.

    A folder without articles becomes a Failure, so that it is reported like any other input.
    """
    from onrecord.captures.files import find_files

    expanded: list[str | Failure] = []
    for name in names:
        if name == STANDARD_INPUT or is_url(name) or not Path(name).is_dir():
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
) -> Iterator[Outcome]:
    """Read inputs one by one, and store each before its outcome is given out.

    An expected error becomes a Failure and the batch goes on. A ledger that can no longer be
    written does not take the reading away from the caller: the outcome then has both.
    """
    for entry in inputs:
        if isinstance(entry, Failure):
            yield _store_failed(entry, ledger)
            continue
        try:
            capture = capture_input(entry, settings, now=now)
            reading = _read_capture(capture, reader)
        except OnrecordError as error:
            yield _store_failed(_describe(_origin(entry), error, now()), ledger)
        else:
            yield _store_read(capture, reading, ledger, now)


def _read_capture(capture: Capture, reader: Reader) -> Reading:
    from onrecord.pipeline import read

    return read(capture, reader)


def _origin(name: str) -> str:
    """The name under which a failure is recorded; a password in an address is not."""
    if is_url(name):
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
    from onrecord.settings import FetchSettings

    capture = capture_input(str(source), settings or FetchSettings())
    return _read_capture(capture, reader or open_reader())
