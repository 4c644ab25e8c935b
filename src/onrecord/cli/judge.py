"""`onrecord judge`: what a person decides about matches, origins, sources and namesakes."""

from __future__ import annotations

import itertools
import re
import sys
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import ledger_option, open_gathered
from onrecord.errors import LedgerError, SettingsError
from onrecord.records import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from onrecord.ledger.ledger import Ledger
    from onrecord.records import Judgement

_OF_TWO = tuple(
    one.value for one in Verdict if one not in {Verdict.WITHDRAWN, Verdict.SOURCE}
)  # fmt: skip
_ID = re.compile(r"(?:att|rsp|ent|clm)_[0-9a-f]+")
_USAGE = (
    "say what to decide: `judge REPORT REPORT same` (or different, unsure, one_origin, "
    "two_origins, undo), `judge CLAIM CLAIM same`, `judge ENTITY ENTITY different`, "
    "`judge REPORT split`, `judge REPORT source NAME`; on a terminal, `judge` alone asks one after "
    "the other"
)


@click.command()
@click.argument("words", nargs=-1, metavar="[ID] [ID] [VERDICT]")
@click.option("--by", "who", default="", help="The name of who decides.")
@click.option("--why", default="", help="The reason, in your words.")
@ledger_option
def judge(words: tuple[str, ...], who: str, why: str, path: Path | str | None) -> None:
    r"""Decide what the machine only suggests; `undo` takes a decision back.

    \b
    judge REPORT REPORT same         two reports are of one claim
    judge REPORT REPORT different    they are not
    judge REPORT REPORT one_origin   they go back to one source (two_origins: not)
    judge REPORT REPORT unsure       somebody has looked, and cannot tell
    judge CLAIM CLAIM same           merge two claims
    judge REPORT split               take a report out of its claim
    judge REPORT source NAME         the source is somebody else in the article
    judge ENTITY ENTITY different    namesakes; the ids are those of `onrecord who`

    Without arguments, on a terminal, suggestions are shown one at a time and decided with single
    keys: a same, r different, u unsure, s later, z undo, q leave.

    Nothing is overwritten: a judgement stays in the record, and outranks what is suggested.
    """
    with open_gathered(path) as ledger:
        if not words and sys.stdin.isatty():
            from onrecord.cli.asking import ask_all

            ask_all(ledger, who.strip() or click.prompt("Your name"))
            return
        for one in _decide(ledger, words, who, why):
            click.echo(f"{one.id}: {one.verdict.value}, by {one.who}")


def _decide(ledger: Ledger, words: Sequence[str], who: str, why: str) -> Sequence[Judgement]:
    from onrecord import judging

    ids = tuple(itertools.takewhile(_ID.fullmatch, words))
    verdict, rest = (words[len(ids) :] or ("",))[0], words[len(ids) + 1 :]
    if not who.strip():
        raise SettingsError("a judgement needs the name of who makes it: give --by NAME")
    found = [_complete(ledger, one) for one in ids[:2]]
    if len(ids) == 1 and verdict == "split" and not rest:
        return judging.split_claim(ledger, found[0], who=who, why=why)
    if len(ids) == 1 and verdict == "source" and rest:
        name = " ".join(rest)
        source = _complete(ledger, name) if _ID.fullmatch(name) else name
        return [judging.name_source(ledger, found[0], source, who=who, why=why)]
    if len(ids) != 2 or rest or verdict not in {*_OF_TWO, "undo"}:
        raise SettingsError(_USAGE)
    pair = (found[0], found[1])
    if verdict == "undo":
        return [judging.withdraw_judgement(ledger, pair, who=who, why=why)]
    return [judging.judge(ledger, Verdict(verdict), pair, who=who, why=why)]


def _complete(ledger: Ledger, prefix: str) -> str:
    """The one id that begins so; of a claim, that of its first report.

    Raises:
        SettingsError: several do.
        LedgerError: none does.
    """
    from onrecord.ledger.claim_queries import load_claim
    from onrecord.ledger.queries import find_ids

    if prefix.startswith("clm"):
        return load_claim(ledger, prefix).reports[0].id
    found = find_ids(ledger, prefix)
    if not found:
        raise LedgerError(f"nothing in the ledger has an id that begins with {prefix!r}")
    if len(found) > 1:
        raise SettingsError(f"several ids begin with {prefix!r}: give more of it")
    return found[0]
