"""`python -m evaluation.ledger_bench`: what a ledger of invented readings costs as it grows.

For each size a new SQLite file: finished readings are stored one by one as `onrecord read` stores
them, claims are gathered, and then single questions are timed on claims, words and reports drawn
by chance; half of the questions warm the caches and are not counted. A machine shared with others
measures them too: look at the growth from size to size, and at the ratios. The maker of the
readings knows which reports are of one claim: the pairs that the ledger holds for one are scored.
"""

from __future__ import annotations

import argparse
import datetime
import random
import resource
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from evaluation.synthetic import ATTRIBUTIONS, Written, write_readings
from onrecord.ledger.claim_queries import ClaimQuery, list_claims, load_claim
from onrecord.ledger.claim_tables import claims, members
from onrecord.ledger.found import AttributionQuery
from onrecord.ledger.gathering import gather_pending
from onrecord.ledger.ledger import Ledger, open_ledger, store_reading
from onrecord.ledger.queries import find_attributions
from onrecord.ledger.story_queries import load_story
from onrecord.ledger.tables import entities

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

SIZES = (1_000, 10_000)
"""Articles; `--articles 100000` measures a million reports, in about an hour."""
QUESTIONS = 200
_NEW = 40
"""Articles that are stored and gathered one by one, once the ledger is full."""


@dataclass(frozen=True, slots=True)
class Grown:
    """What one size costs.

    Attributes:
        stored, gathered: reports a second.
        matching: milliseconds a new report, the 95th percentile over new articles.
        asked: by question, milliseconds: median and 95th percentile.
        plans: of the three questions that take longest, the statement that takes most of it, and
            how SQLite answers it.
        size: bytes of the file a report.
        peak: megabytes of the process, the largest so far.
        pairs: precision and recall of pairs of reports that are held for one claim.
    """

    articles: int
    stored: float
    gathered: float
    matching: float
    asked: dict[str, tuple[float, float]]
    plans: dict[str, tuple[str, ...]]
    size: float
    peak: float
    pairs: tuple[float, float]


def measure_ledger(articles: int, folder: Path, *, seed: int = 1) -> Grown:
    """Fill a new ledger with so many articles, and question it."""
    path = folder / f"ledger-{articles}.db"
    chance = random.Random(seed)
    written = write_readings(articles + _NEW, seed=seed)
    at = datetime.datetime.now(datetime.UTC)
    with open_ledger(path) as ledger:
        stored = 0.0
        for _, one in zip(range(articles), written, strict=False):
            began = time.perf_counter()
            store_reading(ledger, one.capture, one.reading, at)
            stored += time.perf_counter() - began
        gathered = _time(lambda: gather_pending(ledger))
        new = []
        for one in written:
            store_reading(ledger, one.capture, one.reading, at)
            new.append(_time(lambda: gather_pending(ledger)) / ATTRIBUTIONS)
        questions = _list_questions(ledger, chance)
        asked = {
            name: _rank([_time(ask) for ask in asks][QUESTIONS // 2 :])
            for name, asks in questions.items()
        }
        slowest = sorted(asked, key=lambda name: -asked[name][1])[:_EXPLAINED]
        plans = {name: explain(ledger, questions[name][-1]) for name in slowest}
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        # They are written again, so that what is known of them takes no memory that is measured.
        pairs = score_pairs(ledger, write_readings(articles + _NEW, seed=seed))
    reports = articles * ATTRIBUTIONS
    size = sum(file.stat().st_size for file in folder.glob(f"{path.name}*"))
    matching = _rank(new)[1]
    return Grown(
        articles,
        reports / stored,
        reports / gathered,
        matching,
        asked,
        plans,
        size / reports,
        peak,
        pairs,
    )


def score_pairs(ledger: Ledger, written: Iterable[Written]) -> tuple[float, float]:
    """Precision and recall of the pairs of reports that a ledger holds for one claim.

    Linear: pairs are counted by how many reports of one fact each claim has, none is made.
    """
    kept, facts, right = Counter[int](), Counter[int](), Counter[tuple[int, int]]()
    with ledger.engine.connect() as connection:
        for one in written:
            own = sa.select(members.c["id", "claim_key"]).where(
                members.c.article_id == one.reading.article.id, members.c.reported
            )
            keys = {row.id: row.claim_key for row in connection.execute(own)}
            for name, fact in one.truth.items():
                facts[fact] += 1
                if name in keys:
                    kept[keys[name]] += 1
                    right[keys[name], fact] += 1
    both = _count_pairs(right)
    return both / max(1, _count_pairs(kept)), both / max(1, _count_pairs(facts))


def _count_pairs(counts: Counter[Any]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())


def explain(ledger: Ledger, ask: Callable[[], object]) -> tuple[str, ...]:
    """The statement that takes longest of a question, and the steps by which SQLite answers it."""
    taken: list[tuple[float, str, Any]] = []
    began = 0.0

    def note_start(*_: object) -> None:
        nonlocal began
        began = time.perf_counter()

    def note_end(_c: object, _u: object, statement: str, parameters: Any, *_: object) -> None:
        taken.append((time.perf_counter() - began, statement, parameters))

    sa.event.listen(ledger.engine, "before_cursor_execute", note_start)
    sa.event.listen(ledger.engine, "after_cursor_execute", note_end)
    try:
        ask()
    finally:
        sa.event.remove(ledger.engine, "before_cursor_execute", note_start)
        sa.event.remove(ledger.engine, "after_cursor_execute", note_end)
    _, statement, parameters = max(taken, key=lambda one: one[0])
    with ledger.engine.connect() as connection:
        steps = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
    return (" ".join(statement.split())[:_LONGEST_STATEMENT], *(str(step[-1]) for step in steps))


_EXPLAINED = 3
_LONGEST_STATEMENT = 400


def _list_questions(ledger: Ledger, chance: random.Random) -> dict[str, list[Callable[[], object]]]:
    with ledger.engine.connect() as connection:
        shown = connection.execute(sa.select(*claims.c["id", "title"], claims.c.weight).where(
            claims.c.weight > 0)).all()  # fmt: skip
        names = connection.scalars(sa.select(entities.c.name).limit(20_000)).all()
    weights = [row.weight for row in shown]
    pages = [row.id for row in chance.choices(shown, weights, k=QUESTIONS)]
    places = [_place_of(row.title) for row in chance.choices(shown, weights, k=QUESTIONS)]
    words = [chance.choice(chance.choice(names).split()) for _ in range(QUESTIONS)]
    return {
        "a claim": [_bind(load_claim, ledger, name) for name in pages],
        "a story": [
            _bind(load_story, ledger, ClaimQuery(place, limit=40)) for place in places
        ],
        "claims by word": [
            _bind(list_claims, ledger, ClaimQuery(word, limit=50)) for word in words
        ],
        "the heaviest claims": [
            _bind(list_claims, ledger, ClaimQuery(limit=100)) for _ in range(QUESTIONS)
        ],
        "search": [
            _bind(find_attributions, ledger, AttributionQuery(search=word, limit=50))
            for word in words
        ],
    }  # fmt: skip


def _place_of(title: str) -> str:
    return title.partition(" of ")[2].split(maxsplit=1)[0].strip(",") or title.split()[0]


def _bind(ask: Callable[..., object], *arguments: object) -> Callable[[], object]:
    return lambda: ask(*arguments)


def _time(ask: Callable[[], object]) -> float:
    began = time.perf_counter()
    ask()
    return time.perf_counter() - began


def _rank(seconds: list[float]) -> tuple[float, float]:
    """The median and the 95th percentile, in milliseconds."""
    cuts = statistics.quantiles(seconds, n=20, method="inclusive")
    return 1000 * statistics.median(seconds), 1000 * cuts[18]


def main() -> int:
    """Measure each size and print how it grows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="*", default=SIZES)
    parser.add_argument(
        "--again", type=Path, help="a ledger of an earlier run: only its questions are asked again"
    )
    parser.add_argument("--folder", type=Path, help="where the ledgers are kept; else thrown away")
    arguments = parser.parse_args()
    if arguments.again is not None:
        print("\n".join(_ask_again(arguments.again)))
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for lines in (_describe(measure_ledger(size, folder)) for size in arguments.articles):
            print("\n".join(lines), flush=True)
    return 0


def _ask_again(path: Path) -> Iterator[str]:
    with open_ledger(path, create=False) as ledger:
        questions = _list_questions(ledger, random.Random(1))
        for name, asks in questions.items():
            middle, late = _rank([_time(ask) for ask in asks][QUESTIONS // 2 :])
            yield f"  {name:20} median {middle:6.1f} ms, 95 % within {late:6.1f} ms"
            yield from (f"    {line}" for line in explain(ledger, asks[-1]))


def _describe(grown: Grown) -> Iterator[str]:
    reports = grown.articles * ATTRIBUTIONS
    yield f"{reports:,} reports in {grown.articles:,} articles"
    yield f"  stored {grown.stored:,.0f} reports/s, gathered {grown.gathered:,.0f} reports/s"
    yield f"  matching a new report: 95 % within {grown.matching:.1f} ms"
    precision, recall = grown.pairs
    yield f"  pairs of reports held for one claim: precision {precision:.3f}, recall {recall:.3f}"
    for name, (middle, late) in grown.asked.items():
        yield f"  {name:20} median {middle:6.1f} ms, 95 % within {late:6.1f} ms"
    for name, (statement, *steps) in grown.plans.items():
        yield f"  {name}: {statement}"
        yield from (f"    {step}" for step in steps)
    yield f"  {grown.size:,.0f} bytes a report, peak {grown.peak:,.0f} MB"


if __name__ == "__main__":
    sys.exit(main())
