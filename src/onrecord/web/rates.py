"""How often a client may write: a bucket that fills again with time (token bucket)."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

_MOST_CLIENTS = 10_000


class Rates:
    """Buckets of clients, the longest unused forgotten first."""

    def __init__(self, a_minute: int, now: Callable[[], float] = time.monotonic) -> None:
        self._most = float(a_minute)
        self._now = now
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, client: str) -> float:
        """Take one from a client's bucket.

        Returns:
            0 where there was one, else the seconds until there is.
        """
        with self._lock:
            now = self._now()
            left, then = self._buckets.pop(client, (self._most, now))
            left = min(self._most, left + (now - then) * self._most / 60)
            allowed = left >= 1
            self._buckets[client] = (left - 1 if allowed else left, now)
            if len(self._buckets) > _MOST_CLIENTS:
                self._buckets.popitem(last=False)
            return 0.0 if allowed else (1 - left) * 60 / self._most
