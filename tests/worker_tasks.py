"""What the processes of `test_workers.py` do: they import it by name."""

import os
import signal
import time
from collections.abc import Callable

from onrecord.errors import ReaderError


def answer(task: int | str) -> str:
    if task == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if task == "leave":
        os._exit(3)
    if isinstance(task, int):
        time.sleep(task / 1000)
    return f"{task} answered"


def measure(task: bytes) -> bytes:
    """As long an answer as the task was: both are more than a pipe holds."""
    return task[::-1]


def tell_process(task: int) -> int:
    time.sleep(task / 1000)
    return os.getpid()


def tell_interrupt(task: int) -> bool:
    """Whether Ctrl-C would pass this process by."""
    return signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def prepare_answer() -> Callable[[int | str], str]:
    return answer


def prepare_measure() -> Callable[[bytes], bytes]:
    return measure


def prepare_tell_process() -> Callable[[int], int]:
    return tell_process


def prepare_tell_interrupt() -> Callable[[int], bool]:
    return tell_interrupt


def refuse() -> Callable[[int], str]:
    raise ReaderError("the reader's files are gone: install it again")
