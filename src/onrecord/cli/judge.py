"""`onrecord judge`: what a person decides about matches, origins, sources and namesakes."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

import click

from onrecord.cli.deciding import read_decision
from onrecord.cli.ids import complete_id
from onrecord.cli.messages import say
from onrecord.cli.options import ledger_option, open_gathered
from onrecord.errors import SettingsError
from onrecord.export.terminal_lines import clean_line
from onrecord.records import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from onrecord.cli.deciding import Decision
    from onrecord.ledger.ledger import Ledger
    from onrecord.records import Judgement


@click.command()
@click.argument("words", nargs=-1, metavar="[ID] [ID] [DECISION]")
@click.option("--by", "who", default="", help="The name of who decides.")
@click.option("--why", default="", help="The reason, in your words.")
@ledger_option
def judge(words: tuple[str, ...], who: str, why: str, path: Path | str | None) -> None:
    """Decide what the machine only suggests; `undo` takes a decision back.

    \b
    judge REPORT REPORT same         two reports are of one claim
    judge REPORT REPORT different    they are not
    judge REPORT REPORT one_origin   they go back to one source
    judge REPORT REPORT two_origins  they do not
    judge REPORT REPORT unsure       somebody has looked, and cannot tell
    judge CLAIM CLAIM same           merge two claims
    judge REPORT split               take a report out of its claim
    judge REPORT source NAME         the source is somebody else in the article
    judge ENTITY ENTITY different    namesakes, by the ids of `onrecord who`
    judge ID ID undo                 take back what was decided about the two
    judge REPORT undo                the same of a split, or of a source

    Without arguments, on a terminal, suggestions are shown one at a time and decided with single
    keys: a same, r different, u unsure, s later, z undo, q leave.

    Nothing is overwritten: a judgement stays in the record, and outranks what is suggested.
    """  # noqa: D301 - click looks for the character itself, and a raw string has none.
    if not words and sys.stdin.isatty():
        from onrecord.cli.asking import ask_all

        with open_gathered(path) as ledger:
            ask_all(ledger, who.strip() or click.prompt("Your name"))
        return
    decision = read_decision(words)
    if not who.strip():
        raise click.UsageError("a judgement needs the name of who makes it: give --by NAME")
    with open_gathered(path) as ledger:
        ids = _complete_all(ledger, decision)
        made = _decide(ledger, decision, ids, who=who, why=why)
    _tell(decision.word, ids, made)


def _decide(
    ledger: Ledger, decision: Decision, ids: Sequence[str], *, who: str, why: str
) -> Sequence[Judgement]:
    from onrecord import judging

    if decision.word == "split":
        return judging.split_claim(ledger, ids[0], who=who, why=why)
    if decision.word == "source":
        return [judging.name_source(ledger, ids[0], decision.name, who=who, why=why)]
    if decision.word == "undo" and len(ids) == 1:
        return judging.withdraw_last_about(ledger, ids[0], who=who, why=why)
    pair = (ids[0], ids[1])
    if decision.word == "undo":
        return [judging.withdraw_judgement(ledger, pair, who=who, why=why)]
    return [judging.judge(ledger, Verdict(decision.word), pair, who=who, why=why)]


def _complete_all(ledger: Ledger, decision: Decision) -> tuple[str, ...]:
    """The whole ids; of a claim, that of its first report."""
    from onrecord.ledger.claim_queries import load_claim

    ids = tuple(
        load_claim(ledger, one).reports[0].id
        if one.startswith("clm")
        else complete_id(ledger, one, "att", "rsp", "ent")
        for one in decision.ids
    )
    if len(ids) > len(set(ids)):
        once, again = decision.ids
        raise SettingsError(f"{once} and {again} are one and the same: a judgement is about two")
    return ids


def _tell(word: str, ids: Sequence[str], made: Sequence[Judgement]) -> None:
    """Say what has been decided, and how it is taken back."""
    who = clean_line(made[0].who)
    if word == "split":
        others = "1 other" if len(made) == 1 else f"{len(made)} others"
        click.echo(f"{ids[0]}: no longer of one claim with {others}, by {who}")
    elif word == "undo" and len(made) > 1:
        click.echo(f"{ids[0]}: {len(made)} judgements withdrawn, by {who}")
    else:
        click.echo(f"{made[0].id}: {made[0].verdict.value}, by {who}")
    if word != "undo":
        named = ids[:1] if word in {"split", "source"} else ids
        say(f"to take it back: onrecord judge {' '.join(named)} undo --by {shlex.quote(who)}")
