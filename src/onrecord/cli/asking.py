"""Suggestions on a terminal, one at a time: decided with single keys, taken back with another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.records import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.ledger.found import FoundAttribution
    from onrecord.ledger.ledger import Ledger
    from onrecord.review import Suggestion

_VERDICTS = {"a": Verdict.SAME, "r": Verdict.DIFFERENT, "u": Verdict.UNSURE}
_KEYS = "a same claim · r different · u unsure · s later · z undo · q leave"


def ask_all(ledger: Ledger, who: str, *, get_key: Callable[[], str] = click.getchar) -> int:
    """Ask about one suggestion after the other until none is left or the person leaves.

    Args:
        ledger: where the suggestions come from and the judgements go.
        who: the name of who decides.
        get_key: gives the key that was pressed.

    Returns:
        How many decisions of this session stand.
    """
    from onrecord import judging
    from onrecord.review import open_queue

    passed: list[str] = []
    made: list[tuple[str, str]] = []
    while True:
        queue = open_queue(ledger)
        suggestion = queue.find_next(skip=passed)
        if suggestion is None:
            click.echo("nothing else waits for a decision")
            if not made or not _wants_undo(get_key):
                return len(made)
            key = "z"
        else:
            waiting, total = queue.count()
            _show(suggestion, f"{total - waiting} of {total} decided")
            key = _read_key(get_key)
        if key == "q":
            return len(made)
        if key == "z":
            if made:
                judging.withdraw_judgement(ledger, made.pop(), who=who)
                click.echo("taken back\n")
            else:
                click.echo("nothing of this session to take back\n")
        elif suggestion is not None and key == "s":
            passed.append(suggestion.match.id)
        elif suggestion is not None:
            judging.judge(ledger, _VERDICTS[key], suggestion.pair, who=who)
            made.append(suggestion.pair)
            click.echo(f"{_VERDICTS[key].value}\n")


def _wants_undo(get_key: Callable[[], str]) -> bool:
    click.echo("z takes the last decision back; any other key leaves")
    return get_key().lower() == "z"


def _read_key(get_key: Callable[[], str]) -> str:
    click.echo(_KEYS)
    while (key := get_key().lower()) not in {*_VERDICTS, "s", "z", "q"}:
        if key in {"\x03", "\x04", ""}:
            raise click.Abort
    return key


def _show(suggestion: Suggestion, progress: str) -> None:
    from onrecord.cli.lines import open_console, print_indented
    from onrecord.export.terminal_lines import clean_line

    console = open_console()
    print_indented(
        console, 0, ("Do these two state the same claim?", "bold"), (f"  {progress}", "dim")
    )
    if suggestion.is_near:
        print_indented(console, 0, ("near in meaning; no rule matches them", "dim"))
    for passage in (suggestion.first, suggestion.second):
        console.print()
        _show_passage(passage)
    console.print()
    for reason in suggestion.comparison.reasons:
        mark = "+" if reason.agrees else "-"
        print_indented(
            console, 2, (f"{mark} {reason.aspect.value}: {clean_line(reason.message)}", "dim")
        )


def _show_passage(passage: FoundAttribution) -> None:
    from onrecord.cli.lines import join_facts, open_console, print_indented
    from onrecord.export.terminal_lines import clean_line
    from onrecord.export.wording import date_in_words

    console = open_console()
    day = date_in_words(passage.published_on) if passage.published_on else "no date"
    source = passage.entity_name or passage.source_text or "no source named"
    print_indented(console, 2, (join_facts(passage.publisher or "?", day), "dim"))
    act = passage.attribution.act.value
    print_indented(console, 2, (clean_line(source), "bold"), (f" {act}", ""))
    print_indented(console, 4, (f"“{clean_line(passage.content_text)}”", ""))
