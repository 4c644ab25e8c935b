"""Tasks spread over processes: answers in the order of the tasks, a killed process costs one."""

from __future__ import annotations

import contextlib
import multiprocessing
import queue
import signal
import threading
from collections import deque
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Generic, TypeVar

from onrecord.errors import OnrecordError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from multiprocessing.process import BaseProcess

Task = TypeVar("Task")
Answer = TypeVar("Answer")

_IN_HAND = 2
"""Tasks that a process holds: with a second one waiting it is never idle while we are busy."""
_AHEAD = 8
"""Tasks a process that may be given out before the answer to the oldest one has been taken."""


@dataclass(frozen=True, slots=True)
class Ended(Generic[Task]):
    """Instead of an answer: the process that had the task in hand ended.

    Attributes:
        task: what it had in hand.
        status: minus the signal that killed it, or its exit status.
    """

    task: Task
    status: int


@dataclass(frozen=True, slots=True)
class _Refusal:
    """What a process says that could not get ready."""

    error: OnrecordError


@dataclass(eq=False, slots=True)
class _Worker(Generic[Task]):
    """One process, our end of its pipe, and what it has in hand, the oldest first."""

    process: BaseProcess
    connection: Connection
    in_hand: deque[tuple[int, Task]] = field(default_factory=deque)


def run_in_processes(
    prepare: Callable[[], Callable[[Task], Answer]], tasks: Iterable[Task], processes: int
) -> Generator[Answer | Ended[Task]]:
    """Answer tasks in several processes; close the iterator to stop them early.

    Args:
        prepare: called once in each process; gives what answers a task there. It is sent there (a
            function of a module, or a `partial` of one), as are tasks and answers (records).
            Interrupts (Ctrl-C) reach only the process that calls this function.
        tasks: taken one by one, not far ahead of the answers.
        processes: how many to start.

    Yields:
        the answers in the order of the tasks.

    Raises:
        OnrecordError: as raised by `prepare`.
    """
    crew: _Crew[Task, Answer] = _Crew(prepare, processes)
    entries = enumerate(tasks)
    answers: dict[int, Answer | Ended[Task]] = {}
    position, given, has_more = 0, 0, True
    try:
        while True:
            answers.update(crew.collect(block=False))
            while has_more and crew.has_room() and given < position + _AHEAD * processes:
                entry = next(entries, None)
                has_more = entry is not None
                if entry is not None:
                    crew.give(*entry)
                    given += 1
            if position in answers:
                yield answers.pop(position)
                position += 1
            elif position < given:
                answers.update(crew.collect(block=True))
            elif not has_more:
                return
    finally:
        crew.dismiss()


class _Crew(Generic[Task, Answer]):
    """The processes at work; one that ends is replaced, and only what it was doing is lost."""

    def __init__(self, prepare: Callable[[], Callable[[Task], Answer]], processes: int) -> None:
        self._prepare = prepare
        self._processes = processes
        self._workers: list[_Worker[Task]] = []

    def has_room(self) -> bool:
        """Whether a task that is given now is taken up at once, or next."""
        living = self._list_living()
        idle = any(len(worker.in_hand) < _IN_HAND for worker in living)
        return idle or len(living) < self._processes

    def give(self, number: int, task: Task) -> None:
        """Give a task to the process with least in hand; processes are started as needed."""
        living = self._list_living()
        idlest = min(living, key=lambda worker: len(worker.in_hand), default=None)
        if idlest is None or (idlest.in_hand and len(living) < self._processes):
            idlest = self._start()
        idlest.in_hand.append((number, task))
        # A process that is killed at this moment cannot be written to; `collect` finds that out.
        with contextlib.suppress(OSError):
            idlest.connection.send((task,))

    def collect(self, *, block: bool) -> dict[int, Answer | Ended[Task]]:
        """The answers that have come, by the numbers of their tasks; block to wait for one."""
        busy = {worker.connection: worker for worker in self._workers if worker.in_hand}
        found: dict[int, Answer | Ended[Task]] = {}
        for connection in wait(busy, None if block else 0):
            worker = busy[connection]  # type: ignore[index]
            try:
                message = worker.connection.recv()
            except (EOFError, OSError):
                found.update(self._replace(worker))
                continue
            if isinstance(message, _Refusal):
                raise message.error
            number, _ = worker.in_hand.popleft()
            found[number] = message[0]
        return found

    def dismiss(self) -> None:
        """End all processes; what they have in hand is lost."""
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
            worker.connection.close()
        self._workers.clear()

    def _list_living(self) -> list[_Worker[Task]]:
        """A dead process may have answers left to collect, but takes no more tasks."""
        return [worker for worker in self._workers if worker.process.is_alive()]

    def _replace(self, worker: _Worker[Task]) -> dict[int, Ended[Task]]:
        """Give what a dead process had not begun to others."""
        worker.process.join()
        worker.connection.close()
        self._workers.remove(worker)
        (number, task), *untouched = worker.in_hand
        for entry in untouched:
            self.give(*entry)
        return {number: Ended(task, worker.process.exitcode or 0)}

    def _start(self) -> _Worker[Task]:
        # A fresh interpreter: a fork would share the locks and the threads of this one.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, self._prepare), daemon=True)
        with _interrupts_ignored():
            process.start()
        theirs.close()
        worker: _Worker[Task] = _Worker(process, ours)
        self._workers.append(worker)
        return worker


@contextlib.contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """A process that is started meanwhile ignores Ctrl-C from its first instant on."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _work(connection: Connection, prepare: Callable[[], Callable[[Task], Answer]]) -> None:
    """What a process does: answer task after task, until the other end of the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tasks: queue.SimpleQueue[tuple[Task] | None] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(connection, tasks), daemon=True).start()
    try:
        answer = prepare()
    except OnrecordError as error:
        connection.send(_Refusal(error))
        return
    while (message := tasks.get()) is not None:
        reply = (answer(message[0]),)
        # Where the parent has gone there is nobody to tell, and no next task.
        with contextlib.suppress(BrokenPipeError):
            connection.send(reply)


def _receive(connection: Connection, tasks: queue.SimpleQueue[tuple[Task] | None]) -> None:
    """Take tasks in at once, so that the parent never waits for us while we wait for it."""
    try:
        while True:
            tasks.put(connection.recv())
    except (EOFError, OSError):
        tasks.put(None)
