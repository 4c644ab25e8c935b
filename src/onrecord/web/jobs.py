"""Readings that were asked for on the page: one at a time, with progress, and cancelled at will."""

import contextlib
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from onrecord.errors import OnrecordError
from onrecord.ledger.gathering import count_pending, gather_pending
from onrecord.ledger.ledger import Ledger, store_failure, store_reading
from onrecord.operations import open_reader, utc_now
from onrecord.records import Capture, Failure, Reading
from onrecord.review import count_matches
from onrecord.web.record import warm
from onrecord.web.settings import WebSettings

if TYPE_CHECKING:
    from onrecord.attributions.reader import Reader

_KEPT = 200
_PAUSE = 0.2
_LOOK_EVERY = 5.0
"""Seconds: other processes may put articles on record, and their claims are to be gathered."""


class Step(StrEnum):
    """How far the reading of one input has come."""

    WAITING = "waiting"
    FETCHING = "fetching"
    FINDING = "finding the article"
    READING = "reading who says what"
    STORING = "storing"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


ENDED = frozenset({Step.DONE, Step.FAILED, Step.CANCELLED})


_OUR_MISTAKE = "this is our mistake: please report it, with what `onrecord serve` printed"


class BusyError(OnrecordError):
    """Too many readings wait already."""


@dataclass(frozen=True, slots=True)
class Intake:
    """One input: an address to fetch, or bytes that were given.

    Attributes:
        name: what the page calls it.
        origin: what its capture has as its origin, and its failure too: a later good reading
            closes the failure.
        take: takes it in; called where it is read.
    """

    name: str
    origin: str
    take: Callable[[], Capture] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one input has come.

    Attributes:
        message: why it failed; "" else.
        article_id: of the article, once it is stored; title and attributions likewise.
        is_new: whether the ledger did not hold the reading before.
    """

    name: str
    step: Step = Step.WAITING
    message: str = ""
    article_id: str = ""
    title: str = ""
    attributions: int = 0
    is_new: bool = False


def is_ended(progress: Sequence[Progress]) -> bool:
    """Whether nothing is left to do of inputs that have come so far."""
    return all(one.step in ENDED for one in progress)


class Job:
    """Some inputs that are read one after the other.

    Attributes:
        intakes: what is to be read; nothing once all is: a job is kept, its bodies are not.
    """

    def __init__(self, intakes: Sequence[Intake]) -> None:
        self.id = secrets.token_urlsafe(12)
        self.intakes = tuple(intakes)
        self.cancelled = threading.Event()
        self._progress = [Progress(one.name) for one in intakes]
        self._lock = threading.Lock()

    @property
    def progress(self) -> tuple[Progress, ...]:
        """How far each input has come."""
        with self._lock:
            return tuple(self._progress)

    @property
    def is_ended(self) -> bool:
        """Whether nothing is left to do."""
        return is_ended(self.progress)

    def cancel(self) -> None:
        """Leave out what is not stored yet; a reading that runs is thrown away when it ends."""
        self.cancelled.set()
        for number, one in enumerate(self.progress):
            if one.step is Step.WAITING:
                self.tell(number, replace(one, step=Step.CANCELLED))

    def fail(self, message: str) -> None:
        """Say of all that has not ended why it never will."""
        for number, one in enumerate(self.progress):
            if one.step not in ENDED:
                self.tell(number, Progress(one.name, Step.FAILED, message=message))

    def tell(self, number: int, progress: Progress) -> None:
        """Say how far an input has come."""
        with self._lock:
            self._progress[number] = progress
            if is_ended(self._progress):
                self.intakes = ()


class Jobs:
    """The readings of a desk: one thread reads, whoever asks is told."""

    def __init__(self, ledger: Ledger, settings: WebSettings) -> None:
        self._ledger = ledger
        self._settings = settings
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()
        self._queue: SimpleQueue[Job] = SimpleQueue()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._reader: Reader | None = None
        self._looked_at = 0.0

    def add(self, intakes: Sequence[Intake]) -> Job:
        """Have inputs read.

        Raises:
            BusyError: too many wait already.
        """
        job = Job(intakes)
        with self._lock:
            waiting = sum(
                one.step not in ENDED for other in self._jobs.values() for one in other.progress
            )
            if waiting + len(intakes) > self._settings.max_waiting:
                raise BusyError(
                    f"{waiting} readings are waiting, and {self._settings.max_waiting} is the "
                    "most: wait until some are done"
                )
            self._jobs[job.id] = job
            while len(self._jobs) > _KEPT:
                self._jobs.popitem(last=False)
            self._start()
        self._queue.put(job)
        return job

    def start(self) -> None:
        """Begin to read, and to look for what others put on record; again where a bug ended it."""
        with self._lock:
            self._start()

    def _start(self) -> None:
        if self._stopping.is_set():
            return
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._work, name="reading", daemon=True)
            self._thread.start()

    def find(self, identity: str) -> Job | None:
        """A job by its id; None where it is long over, or never was."""
        with self._lock:
            # Whoever asks may be waiting behind a job whose reading ended the thread.
            self._start()
            return self._jobs.get(identity)

    def stop(self) -> None:
        """Read nothing more."""
        self._stopping.set()
        with self._lock:
            jobs = list(self._jobs.values())
        for job in jobs:
            job.cancel()
        if self._thread is not None:
            self._thread.join(timeout=5)

    def _work(self) -> None:
        while not self._stopping.is_set():
            try:
                job = self._queue.get(timeout=_PAUSE)
            except Empty:
                if time.monotonic() - self._looked_at >= _LOOK_EVERY:
                    # Noted before: what breaks here does not break at once again.
                    self._looked_at = time.monotonic()
                    self._gather()
            else:
                self._read_all(job)
                del job

    def _gather(self) -> None:
        """Bring claims and counts up to date; where that fails, the next time will do."""
        try:
            if not self._settings.read_only:
                if count_pending(self._ledger):
                    gather_pending(self._ledger)
                count_matches(self._ledger)
            warm(self._ledger)
        except OnrecordError:
            return

    def _read_all(self, job: Job) -> None:
        try:
            for number, intake in enumerate(job.intakes):
                self._read(job, number, intake)
        finally:
            # A bug ends this thread, and whoever asks next begins another; who waits is told.
            job.fail(_OUR_MISTAKE)

    def _read(self, job: Job, number: int, intake: Intake) -> None:
        """Read one input; an expected error is told, and the others go on."""

        def tell(step: Step) -> None:
            if job.cancelled.is_set():
                raise _CancelledError
            job.tell(number, Progress(intake.name, step))

        try:
            tell(Step.FETCHING)
            capture = intake.take()
            reading = self._make_reading(capture, tell)
            tell(Step.STORING)
            is_new = store_reading(self._ledger, capture, reading, utc_now())
            gather_pending(self._ledger)
        except _CancelledError:
            job.tell(number, Progress(intake.name, Step.CANCELLED))
        except OnrecordError as error:
            self._fail(job, number, intake, str(error), type(error).__name__)
        else:
            job.tell(
                number,
                Progress(
                    intake.name,
                    Step.DONE,
                    article_id=reading.article.id,
                    title=reading.article.title,
                    attributions=len(reading.attributions),
                    is_new=is_new,
                ),
            )

    def _make_reading(self, capture: Capture, tell: Callable[[Step], None]) -> Reading:
        from onrecord.articles.extraction import extract_article
        from onrecord.pipeline import read_article

        tell(Step.FINDING)
        article = extract_article(capture)
        tell(Step.READING)
        if self._reader is None:
            self._reader = open_reader(self._settings.reader)
        return read_article(article, self._reader)

    def _fail(self, job: Job, number: int, intake: Intake, message: str, kind: str) -> None:
        # Stored first: whoever is told can look it up.
        with contextlib.suppress(OnrecordError):
            store_failure(self._ledger, Failure(intake.origin, kind, message, utc_now()))
        job.tell(number, Progress(intake.name, Step.FAILED, message=message))


class _CancelledError(Exception):
    """Somebody has cancelled the job."""
