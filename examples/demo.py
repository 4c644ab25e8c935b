"""What a newcomer should see: the commands of a first quarter of an hour, with real output."""

import sys
from pathlib import Path

from onrecord.cli import run

STORY = Path("examples/dispatches")
BUILD = Path("build/demo")


def show(title: str, *arguments: str) -> None:
    """Print a heading and the command, and run it."""
    print(f"\n\033[1m{title}\033[0m" if sys.stdout.isatty() else f"\n== {title} ==")
    print("$ onrecord " + " ".join(f"'{a}'" if " " in a else a for a in arguments), flush=True)
    status = run(arguments)
    sys.stdout.flush()
    if status:
        sys.exit(status)


def _central_claim(ledger: Path) -> str:
    """The most reported claim about a talk by telephone."""
    from onrecord.ledger.claim_queries import ClaimQuery, find_claims
    from onrecord.ledger.ledger import open_ledger

    with open_ledger(ledger) as opened:
        (claim, *_) = find_claims(opened, ClaimQuery('"talked by telephone"'))
    return claim.id


def main() -> None:
    """Read the example story and ask the ledger about it."""
    BUILD.mkdir(parents=True, exist_ok=True)
    ledger = BUILD / "story.db"
    for leftover in BUILD.glob("story.db*"):
        leftover.unlink()
    report = BUILD / "story.html"
    ask = ("--ledger", str(ledger))
    print("The presidents of two invented countries: did they speak on the telephone?")
    show(
        "Read fourteen dispatches into a ledger, and write them as one page",
        "read", str(STORY), *ask, "-o", str(report),
    )  # fmt: skip
    show("What was read", "articles", *ask)
    show(
        "One of them in full: who says what, on whose word, and who has answered",
        "read", str(next(STORY.glob("*orlasca-acknowledges*"))), *ask,
    )  # fmt: skip
    show("Who answered, and who is silent", "responses", "--limit", "12", *ask)
    show("Who denied what, all week", "attributions", "--act", "denies", *ask)
    show("Everything the prime minister is reported to have said", "attributions",
         "--source", "Orlasca", "--limit", "8", *ask)  # fmt: skip
    show("Across all fourteen: which claims have many reports, and how many origins",
         "claims", "--limit", "5", *ask)  # fmt: skip
    show("The central claim, from first report to confirmation, with its origins",
         "claim", _central_claim(ledger), *ask)  # fmt: skip
    show("The same as it stood in the middle of the week",
         "claim", _central_claim(ledger), "--as-of", "2025-03-05", *ask)  # fmt: skip
    show("A page that was read twice: what became of its claims", "versions",
         "https://lowlanddaily.example/news/immery-growers-april-water-18842", *ask)  # fmt: skip
    show("Who is who, and why the names are one", "who", "Vesk", *ask)
    show("What changed in the last days", "changes", "--since", "2025-03-10", *ask)
    show("Search the words", "attributions", "--search", '"telephone"', "--limit", "5", *ask)
    print(
        f"""
Next:
  open {report}                 the story as a page, every passage marked
  onrecord serve --ledger {ledger}   the same in a browser
  onrecord read ARTICLE.html              your own: a file, a folder, a web address, or -
  onrecord read --format json ARTICLE     the same for a program (onrecord schema: what it means)
  onrecord attributions --source NAME     what your ledger holds
  onrecord --help"""
    )


if __name__ == "__main__":
    main()
