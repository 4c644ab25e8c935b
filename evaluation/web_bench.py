"""`python -m evaluation.web_bench [--ledger FILE]`: how fast the desk answers over a ledger.

One server of one process is asked for every page, on claims drawn by chance from all and from the
two hundred that most reports speak of, on the newest articles and on the most frequent names: the
time from request to whole answer, 95th percentile. It makes each page anew; a published desk
(`serve --read-only`) keeps pages until the record changes, and is asked for claim pages by several
connections at once, with two workers. The server's first answer of a kind, which fills caches, is
not counted; whoever asks runs on the same cores as the server, so the figures are a lower bound.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import http.client
import json
import random
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import sqlalchemy as sa

from evaluation.synthetic import write_readings
from onrecord.ledger import claim_tables
from onrecord.ledger.gathering import gather_pending
from onrecord.ledger.ledger import open_ledger, store_reading

if TYPE_CHECKING:
    from collections.abc import Iterator

ASKED = 60
"""Requests of each kind of page."""
SECONDS = 8.0
CONNECTIONS = 8
WORKERS = 2
_PATIENCE = 600.0
_DRAWN = 200
_ASKED_AT_ONCE = 50
"""Claims of each kind that several connections ask for."""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ledger", type=Path, help="else one of invented readings is made")
    parser.add_argument("--articles", type=int, default=1_000, help="in a ledger that is made")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = arguments.ledger or make_ledger(Path(folder) / "bench.db", arguments.articles)
        measure(ledger, random.Random(arguments.seed))
    return 0


def make_ledger(path: Path, articles: int) -> Path:
    """A ledger with so many articles of invented news, ten reports in each."""
    at = datetime.datetime.now(datetime.UTC)
    with open_ledger(path) as ledger:
        for one in write_readings(articles, seed=1):
            store_reading(ledger, one.capture, one.reading, at)
        gather_pending(ledger)
    return path


def measure(ledger: Path, chance: random.Random) -> None:
    """Print what each page of a ledger costs."""
    with serve(ledger, "--workers", "1") as port:
        drawn = [f"/claims/{one}" for one in draw_claims(ledger, chance)]
        pages = {"a claim": drawn, **list_pages(port, chance)}
        print(f"{'page':28} {'median':>8} {'95 %':>8}   milliseconds, one process")
        for name, paths in pages.items():
            times = measure_page(port, chance.choices(paths, k=ASKED))
            cuts = statistics.quantiles(times, n=20, method="inclusive")
            print(f"{name:28} {1000 * statistics.median(times):8.1f} {1000 * cuts[18]:8.1f}")
        sent, fonts = weigh_first_page(port)
        print(f"first page: {sent / 1000:.1f} kB on the wire, and {fonts / 1000:.0f} kB of fonts")
        asked = {
            kind: chance.sample(pages[kind], min(len(pages[kind]), _ASKED_AT_ONCE))
            for kind in ("a claim", "a claim of the heaviest")
        }
        for kind, paths in asked.items():
            made = measure_rate(port, paths)
            print(f"{kind}, one worker, each page made anew: {made:.0f} requests/s")
    with serve(ledger, "--workers", str(WORKERS), "--read-only") as port:
        for kind, paths in asked.items():
            kept = measure_rate(port, paths)
            print(f"{kind}, {WORKERS} workers of a published desk: {kept:.0f} requests/s")


@contextmanager
def serve(ledger: Path, *options: str) -> Iterator[int]:
    """The port at which the ledger is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = "from onrecord.cli import main; main()"
    command = [sys.executable, "-c", program, "serve", "--ledger", str(ledger), *options]
    process = subprocess.Popen([*command, "--port", str(port)], stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait(30)


def _wait_for(port: int) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            ask(http.client.HTTPConnection("127.0.0.1", port, timeout=60), "/readyz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"nothing answers at port {port}")


def ask(connection: http.client.HTTPConnection, path: str) -> tuple[http.client.HTTPMessage, bytes]:
    """The answer to one request; a fault ends the measurement."""
    connection.request("GET", path, headers={"accept-encoding": "gzip", "host": "127.0.0.1"})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status not in {200, 302}:
        raise SystemExit(f"{path}: {answer.status} {body[:200]!r}")
    return answer.headers, body


def list_pages(port: int, chance: random.Random) -> dict[str, list[str]]:
    """By kind of page, paths of some of them."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)

    def items(path: str) -> list[dict[str, str]]:
        found = json.loads(_plain(*ask(connection, path)))["items"]
        return [dict(one) for one in found]

    claims = items(f"/api/v1/claims?limit={_DRAWN}")
    articles = items(f"/api/v1/articles?limit={_DRAWN}")
    sources = items(f"/api/v1/sources?limit={_DRAWN}")
    words = [chance.choice(re.findall(r"\w{4,}", one["title"]) or ["said"]) for one in claims]
    names = [quote(one["name"], safe="") for one in sources]
    return {
        "claims": ["/"],
        "claims by word": [f"/?q={quote(word)}" for word in words],
        "changes": ["/changes"],
        "a claim of the heaviest": [f"/claims/{one['id']}" for one in claims],
        "the same as of a day": [f"/claims/{one['id']}?as_of={one['last_on']}" for one in claims],
        "articles": ["/articles"],
        "an article": [f"/articles/{one['id']}" for one in articles],
        "story, to begin with": ["/story"],
        "a story": [f"/story?q={quote(word)}" for word in words],
        "sources": ["/sources"],
        "a source": [f"/sources/{name}" for name in names],
        "search, everything": ["/search"],
        "search by word": [f"/search?q={quote(word)}" for word in words],
        "search by act": [f"/search?act={act}" for act in ("says", "denies", "confirms")],
        "search by source": [f"/search?source={name}" for name in names],
        "a feed": [f"/search.atom?q={quote(word)}" for word in words],
        "review": ["/review"],
        "method": ["/method"],
        "API: claims": ["/api/v1/claims?limit=50"],
        "API: one of the heaviest": [f"/api/v1/claims/{one['id']}" for one in claims],
        "API: attributions": ["/api/v1/attributions?limit=50"],
    }


def draw_claims(ledger: Path, chance: random.Random) -> list[str]:
    """The ids of claims of several articles, each as likely as any other."""
    claims = claim_tables.claims
    with open_ledger(ledger) as opened, opened.engine.connect() as connection:
        keys = connection.scalars(sa.select(claims.c.key).where(claims.c.weight > 0)).all()
        some = chance.sample(keys, min(len(keys), _DRAWN))
        return list(connection.scalars(sa.select(claims.c.id).where(claims.c.key.in_(some))))


def _plain(headers: http.client.HTTPMessage, body: bytes) -> bytes:
    return gzip.decompress(body) if headers.get("content-encoding") == "gzip" else body


def measure_page(port: int, paths: list[str]) -> list[float]:
    """Seconds of each request, after one that is not counted."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    ask(connection, paths[0])
    times = []
    for path in paths:
        began = time.perf_counter()
        ask(connection, path)
        times.append(time.perf_counter() - began)
    return times


def measure_rate(port: int, paths: list[str]) -> float:
    """Requests a second, asked by several connections at once."""
    counts = [0] * CONNECTIONS
    end = time.monotonic() + SECONDS

    def go(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        chance = random.Random(number)
        while time.monotonic() < end:
            ask(connection, chance.choice(paths))
            counts[number] += 1

    # Each worker keeps its own pages: new connections reach now one, now the other.
    for path in paths * 4:
        ask(http.client.HTTPConnection("127.0.0.1", port, timeout=60), path)
    end = time.monotonic() + SECONDS
    threads = [threading.Thread(target=go, args=(number,)) for number in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / SECONDS


def weigh_first_page(port: int) -> tuple[int, int]:
    """Bytes of the first page with everything that it asks for: without fonts, and the fonts."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers, body = ask(connection, "/")
    page = _plain(headers, body).decode()
    sent, fonts = len(body) + len(str(headers)), 0
    for address in dict.fromkeys(re.findall(r'(?:src|href)="(/static/[^"]+)"', page)):
        headers, body = ask(connection, address)
        size = len(body) + len(str(headers))
        if "font" in headers.get("content-type", ""):
            fonts += size
        else:
            sent += size
    return sent, fonts


if __name__ == "__main__":
    sys.exit(main())
