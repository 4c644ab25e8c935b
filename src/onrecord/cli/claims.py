"""`onrecord claims`, `claim`, `story`, `changes`: the record across articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.cli.ids import check_kind, complete_id
from onrecord.cli.messages import say
from onrecord.cli.options import (
    DateType,
    check_words,
    cut,
    date_options,
    ledger_option,
    list_options,
    one_more,
    open_gathered,
)

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.dates import PartialDate

_AS_OF = click.option(
    "--as-of", type=DateType(), help="What stood on record at the end of this day."
)


@click.command()
@click.argument("words", nargs=-1)
@_AS_OF
@list_options
def claims(
    words: tuple[str, ...],
    path: Path | str | None,
    form: str,
    limit: int,
    as_of: PartialDate | None,
) -> None:
    """List the claims that several articles or an answer speak of; WORDS narrow them down."""
    from onrecord.cli.claim_lines import write_claims
    from onrecord.ledger.claim_queries import ClaimQuery, list_claims

    wanted = check_words(" ".join(words)) if words else ""
    query = ClaimQuery(wanted, as_of=as_of, limit=one_more(limit))
    with open_gathered(path) as ledger:
        found = list_claims(ledger, query)
    shown = cut(found, limit, "claim")
    write_claims(shown, form, as_of)


@click.command()
@click.argument("identity", metavar="ID")
@_AS_OF
@ledger_option
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True
)
def claim(identity: str, path: Path | str | None, form: str, as_of: PartialDate | None) -> None:
    """Show one claim: its reports by origin, who answered, and what changed when.

    ID is the beginning of the claim's id, or of the id of a report of it.
    """
    from onrecord.cli.claim_lines import write_claim
    from onrecord.ledger.claim_queries import load_claim

    identity = check_kind(identity, "clm", "att", "rsp")
    with open_gathered(path) as ledger:
        if not identity.startswith("clm"):
            identity = complete_id(ledger, identity, "att", "rsp")
        found = load_claim(ledger, identity, as_of=as_of)
    write_claim(found, form, as_of)


_STORY = 40
"""Claims of a story: more are no story that anybody can look over."""


@click.command()
@click.argument("words", nargs=-1, required=True)
@date_options
@ledger_option
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True
)
def story(
    words: tuple[str, ...],
    path: Path | str | None,
    form: str,
    since: PartialDate | None,
    until: PartialDate | None,
) -> None:
    """Show a story: the claims that hold all WORDS, their time line, and who stands where.

    The forty most reported claims are shown; narrow the story down by more words or by days.
    """
    from onrecord.cli.story_lines import write_story
    from onrecord.ledger.claim_queries import ClaimQuery
    from onrecord.ledger.story_queries import load_story

    query = ClaimQuery(check_words(" ".join(words)), since=since, until=until, limit=_STORY)
    with open_gathered(path) as ledger:
        found = load_story(ledger, query)
    if not found.claims:
        say("no claim found")
        if form == "text":
            return
    write_story(found, form)


@click.command()
@click.option("--since", type=DateType(), required=True, help="The first day that is looked at.")
@list_options
def changes(path: Path | str | None, form: str, limit: int, since: PartialDate) -> None:
    """List what changed in any claim since a day, each with the passage that changed it."""
    from onrecord.cli.claim_lines import write_changes
    from onrecord.ledger.claim_queries import find_changed
    from onrecord.matches.record import list_changes_since

    with open_gathered(path) as ledger:
        found = list_changes_since(find_changed(ledger, since), since)
    write_changes(cut(found[: one_more(limit)], limit, "change"), form)
