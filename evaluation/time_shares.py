"""Where the neural reader's time goes."""

from __future__ import annotations

import dataclasses
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from onrecord.attributions.neural.scoring import Backend


class Stopwatch:
    """Seconds spent in each part of a program, without those spent in parts inside it."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._inside: list[float] = []

    def time(self, part: str, run: Callable[..., Any]) -> Callable[..., Any]:
        """The function, timed under the name of a part."""

        def timed(*inputs: Any, **options: Any) -> Any:
            began = time.perf_counter()
            self._inside.append(0.0)
            try:
                return run(*inputs, **options)
            finally:
                spent = time.perf_counter() - began
                self.seconds[part] = self.seconds.get(part, 0.0) + spent - self._inside.pop()
                if self._inside:
                    self._inside[-1] += spent

        return timed


class TimedBackend:
    """A backend whose calls are timed."""

    def __init__(self, backend: Backend, stopwatch: Stopwatch) -> None:
        self.transitions = backend.transitions
        self.judge = backend.judge
        self.encode = stopwatch.time("encoder", backend.encode)
        self.tag = stopwatch.time("tagger", backend.tag)


# What the neural reader's `read` calls, by the part of the time that it is counted under.
_PARTS = {
    "tokenize": "tokenising",
    "read_drafts": "decoding",
    "read_nested": "decoding",
    "classify_passages": "classification",
}


def measure_parts(paths: list[Path]) -> dict[str, float]:
    """Shares of the neural reader's time by part."""
    from onrecord.attributions.neural import model
    from onrecord.records import Article

    stopwatch = Stopwatch()
    for name, part in _PARTS.items():
        setattr(model, name, stopwatch.time(part, getattr(model, name)))
    reader = model.load_neural_reader(threads=1)
    reader = dataclasses.replace(reader, backend=TimedBackend(reader.backend, stopwatch))
    read = stopwatch.time("the rest", reader.read)
    articles = [Article(title="", text=path.read_text(encoding="utf-8")) for path in paths]
    read(articles[0])  # loads the lexicon
    stopwatch.seconds.clear()
    for article in articles:
        read(article)
    total = sum(stopwatch.seconds.values())
    shares = {part: spent / total for part, spent in stopwatch.seconds.items()}
    return dict(sorted(shares.items(), key=lambda share: -share[1]))
