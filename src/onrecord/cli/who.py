"""`onrecord who`: the people and organisations that a name means, over all articles."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.options import NameType, cut, ledger_option, open_existing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from onrecord.matches.identities import Identity

_SIGHTINGS = 5


@click.command()
@click.argument("name", nargs=-1, required=True, type=NameType())
@ledger_option
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True
)
def who(name: tuple[str, ...], path: Path | str | None, form: str) -> None:
    """Tell whom NAME means: one person or several of the same name, and why.

    Each is shown with its roles and articles, what ties the articles together, and what keeps
    namesakes apart. `onrecord judge ID ID different` (or `same`) outranks all of it.
    """
    from onrecord.ledger.identities import load_identities

    if not any(character.isalnum() for character in " ".join(name)):
        raise click.UsageError(f"there is no name in {' '.join(name)!r}: give one, or a surname")
    with open_existing(path) as ledger:
        found = load_identities(ledger, " ".join(name))
    found = cut(found, 0, "name")  # type: ignore[assignment]
    if form == "json":
        click.echo(json.dumps([_fields(one) for one in found], ensure_ascii=False, indent=1))
    else:
        _print_all(found)


def _fields(one: Identity) -> dict[str, Any]:
    from onrecord.fields import plain_value

    return {
        "id": one.id,
        "name": one.name,
        "kind": one.kind.value,
        "roles": [{"role": role, "articles": count} for role, count in one.roles],
        "sightings": [
            {
                "id": each.id,
                "article_id": each.article_id,
                "name": each.name,
                "published_on": plain_value(each.day),
                "publisher": each.publisher,
                "roles": list(each.roles),
                "speaks_for": each.speaks_for or None,
            }
            for each in one.sightings
        ],
        "joins": [
            {"first": each.first, "second": each.second, "message": each.message}
            for each in one.joins
        ],
        "apart": [{"id": other, "message": message} for other, message in one.apart],
    }


def _print_all(found: Sequence[Identity]) -> None:
    from onrecord.cli.lines import join_facts, open_console, print_indented
    from onrecord.export.terminal_lines import clean_line
    from onrecord.export.wording import count_in_words, date_in_words

    console = open_console()
    for number, one in enumerate(found):
        if number:
            console.print()
        print_indented(console, 0, (clean_line(one.name), "bold"), (f" · {one.kind.value}", ""))
        articles = len({each.article_id for each in one.sightings})
        days = [date_in_words(each.day) for each in one.sightings if each.day is not None]
        span = " to ".join(dict.fromkeys((days[0], days[-1]))) if days else "no date"
        print_indented(console, 2, (join_facts(count_in_words(articles, "article"), span), ""))
        for role, count in one.roles[:_SIGHTINGS]:
            print_indented(console, 2, (f"{clean_line(role)} ({count})", ""))
        because = {join.second: join.message for join in one.joins}
        for each in one.sightings[:_SIGHTINGS]:
            where = join_facts(each.publisher or "?", each.name, each.id)
            print_indented(console, 4, (where, "dim"))
            if each.id in because:
                print_indented(console, 6, (clean_line(because[each.id]), "dim"))
        if len(one.sightings) > _SIGHTINGS:
            print_indented(console, 4, (f"and {len(one.sightings) - _SIGHTINGS} more", "dim"))
        for other, message in one.apart:
            print_indented(console, 2, (f"not {other}: {clean_line(message)}", ""))
