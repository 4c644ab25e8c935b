"""How the time of a piece of work grows with what it is given: a ratio, which noise cannot fail.

The clock is the processor time of this process, the garbage collector waits, and the best of
several rounds counts, so a busy machine costs rounds and not the test. Work whose time grows with
the square of its input misses the limit by far in every round.
"""

import gc
import time
from collections.abc import Callable

_ROUNDS = 8
_ALLOWANCE = 3


def grows_in_line(work: Callable[[int], object], few: int, many: int) -> bool:
    """Whether `work(many)` takes at most three times as long as its size alone would explain.

    `many` should be at least eight times `few`: a square then shows as 64 times the time, and the
    limit is 24.
    """
    work(few)
    shortest, longest = float("inf"), float("inf")
    for _ in range(_ROUNDS):
        shortest = min(shortest, _measure(work, few))
        longest = min(longest, _measure(work, many))
        if longest <= _ALLOWANCE * shortest * many / few:
            return True
    return False


def _measure(work: Callable[[int], object], size: int) -> float:
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        work(size)
        return time.process_time() - begun
    finally:
        gc.enable()
