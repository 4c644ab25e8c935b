"""`onrecord versions`: pages that were read again with other words, and what became of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import cut, list_options, one_more, open_existing
from onrecord.errors import LedgerError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from onrecord.ledger.ledger import Ledger
    from onrecord.ledger.versions import FoundVersion, Page
    from onrecord.matches.versions import Revision

_FIELDS = ("url", "publisher", "title", "versions", "first_on", "last_on", "article_id")


@click.command()
@click.argument("page", metavar="[ID|URL]", required=False)
@list_options
def versions(page: str | None, path: Path | str | None, form: str, limit: int) -> None:
    """List the pages that were read in several versions, or show what became of one's claims.

    ID is the beginning of the id of any version. Of each version it is told which claims appeared,
    softened, hardened, changed or vanished, which lost their attribution, and who has answered.
    """
    with open_existing(path) as ledger:
        if page is None:
            from onrecord.ledger.versions import find_pages

            found = cut(find_pages(ledger, limit=one_more(limit)), limit, "page with versions")
            _write_pages(found, form)
        else:
            from onrecord.ledger.versions import load_page

            _write_page(load_page(ledger, _find_article(ledger, page)), form)


def _find_article(ledger: Ledger, page: str) -> str:
    from onrecord.cli.ids import complete_id
    from onrecord.ledger.versions import find_article_at

    if not page.startswith(("http:", "https:")):
        return complete_id(ledger, page, "art")
    found = find_article_at(ledger, page)
    if found is None:
        raise LedgerError(
            f"nothing in the ledger {ledger.name} stood at {page}: "
            "`onrecord articles --format csv` lists the addresses"
        )
    return found


def _write_pages(found: Sequence[Sequence[FoundVersion]], form: str) -> None:
    from onrecord.cli.lines import join_facts, open_console, print_indented
    from onrecord.cli.listing import write_fields
    from onrecord.export.terminal_lines import clean_line
    from onrecord.export.wording import count_in_words
    from onrecord.fields import plain_value

    if form != "text":
        rows = (
            {
                "url": own[-1].url,
                "publisher": own[-1].publisher,
                "title": own[-1].title,
                "versions": len(own),
                "first_on": plain_value(own[0].day),
                "last_on": plain_value(own[-1].day),
                "article_id": own[-1].article_id,
            }
            for own in found
        )
        write_fields(rows, form, _FIELDS)
        return
    console = open_console()
    for own in found:
        last = own[-1]
        print_indented(console, 0, (clean_line(last.title), "bold"))
        facts = join_facts(last.publisher, count_in_words(len(own), "version"), last.url)
        print_indented(console, 2, (facts, ""))
        print_indented(console, 2, (last.article_id, "dim"))


def _write_page(page: Page, form: str) -> None:
    if form == "text":
        _print_page(page)
        return
    from onrecord.cli.listing import write_fields
    from onrecord.fields import page_fields

    fields = page_fields(page)
    if form == "json":
        click.echo(json.dumps(fields, ensure_ascii=False, indent=1))
        return
    write_fields(fields["revisions"], form, _REVISION_FIELDS)


_REVISION_FIELDS = (
    "day", "shift", "message", "before", "after", "before_id", "after_id", "article_id",
)  # fmt: skip


def _print_page(page: Page) -> None:
    from onrecord.cli.lines import join_facts, open_console, print_indented
    from onrecord.export.terminal_lines import clean_line
    from onrecord.export.wording import date_in_words

    console = open_console()
    for number, version in enumerate(page.versions):
        day = date_in_words(version.day) if version.day else "no date"
        heading = f"Version {number + 1}: {clean_line(version.title)}"
        print_indented(console, 0, (heading, "bold"))
        print_indented(console, 2, (join_facts(version.publisher, day, version.article_id), "dim"))
        revisions = page.revisions[number - 1] if number else ()
        for one in revisions:
            console.print()
            _print_revision(one)
        if number and not revisions:
            print_indented(console, 2, ("no claim changed", ""))
        console.print()


def _print_revision(one: Revision) -> None:
    from onrecord.cli.lines import open_console, print_indented
    from onrecord.export.terminal_lines import clean_line

    console = open_console()
    shift = one.shift.value.replace("_", " ")
    print_indented(console, 2, (shift, "bold"), (f": {clean_line(one.message)}", ""))
    for mark, place in (("before", one.before), ("now", one.after)):
        if place is not None:
            print_indented(console, 6, (f"{mark:6} “{clean_line(place.words)}”", "dim"))
