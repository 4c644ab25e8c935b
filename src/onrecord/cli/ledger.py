"""`onrecord articles`, `attributions`, `responses`, `show`, `failures`: what the ledger holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.ids import complete_id
from onrecord.cli.options import (
    NameType,
    check_words,
    cut,
    date_options,
    ledger_option,
    list_options,
    one_more,
    open_existing,
)
from onrecord.records import Act, ResponseKind

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.dates import PartialDate


@click.command()
@date_options
@click.option("--publisher", type=NameType(), help="A part of the publisher's name.")
@list_options
def articles(
    path: Path | str | None,
    form: str,
    limit: int,
    since: PartialDate | None,
    until: PartialDate | None,
    publisher: str | None,
) -> None:
    """List the articles that were read, the newest first."""
    from onrecord.cli.listing import write_articles
    from onrecord.ledger.found import ArticleQuery
    from onrecord.ledger.queries import find_articles

    with open_existing(path) as ledger:
        query = ArticleQuery(since, until, publisher, one_more(limit))
        found = find_articles(ledger, query)
    write_articles(cut(found, limit, "article"), form)


@click.command()
@click.option(
    "--source", type=NameType(), help="A part of the name of who is reported to have said it."
)
@click.option(
    "--act",
    metavar="ACT",
    type=click.Choice([act.value for act in Act]),
    help=f"What the source did: {', '.join(Act)}.",
)
@date_options
@click.option(
    "--search",
    metavar="WORDS",
    help='Words, "a phrase" or a beginning* in content, source or title; all have to be there.',
)
@click.option("--article", "article_id", metavar="ID", help="Only those of this article.")
@list_options
def attributions(path: Path | str | None, form: str, limit: int, **wanted: Any) -> None:
    """List who said what, in the newest articles first."""
    from onrecord.cli.listing import write_attributions
    from onrecord.ledger.found import AttributionQuery
    from onrecord.ledger.queries import find_attributions

    if wanted["search"] is not None:
        check_words(wanted["search"])
    with open_existing(path) as ledger:
        if wanted["article_id"] is not None:
            wanted["article_id"] = complete_id(ledger, wanted["article_id"], "art")
        if wanted["act"] is not None:
            wanted["act"] = Act(wanted["act"])
        found = find_attributions(ledger, AttributionQuery(limit=one_more(limit), **wanted))
    write_attributions(cut(found, limit, "attribution"), form)


@click.command()
@click.option(
    "--party", type=NameType(), help="A part of the name of the party, or of who speaks for it."
)
@click.option(
    "--kind",
    metavar="KIND",
    type=click.Choice([kind.value for kind in ResponseKind]),
    help=f"What the party did: {', '.join(ResponseKind)}.",
)
@date_options
@click.option("--article", "article_id", metavar="ID", help="Only those of this article.")
@list_options
def responses(path: Path | str | None, form: str, limit: int, **wanted: Any) -> None:
    """List who answered which claim, and how, in the newest articles first."""
    from onrecord.cli.responses import write_responses
    from onrecord.ledger.found import ResponseQuery
    from onrecord.ledger.response_queries import find_responses

    with open_existing(path) as ledger:
        if wanted["article_id"] is not None:
            wanted["article_id"] = complete_id(ledger, wanted["article_id"], "art")
        if wanted["kind"] is not None:
            wanted["kind"] = ResponseKind(wanted["kind"])
        found = find_responses(ledger, ResponseQuery(limit=one_more(limit), **wanted))
    write_responses(cut(found, limit, "response"), form)


@click.command()
@click.option("--all", "include_resolved", is_flag=True, help="Also those that were read since.")
@list_options
def failures(path: Path | str | None, form: str, limit: int, include_resolved: bool) -> None:
    """List the inputs that could not be read, and why, the last first."""
    from onrecord.cli.listing import write_failures
    from onrecord.ledger.queries import find_failures

    with open_existing(path) as ledger:
        found = find_failures(ledger, include_resolved=include_resolved, limit=one_more(limit))
    write_failures(cut(found, limit, "failure"), form)


@click.command()
@click.argument("identity", metavar="ID")
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True
)
@ledger_option
def show(identity: str, path: Path | str | None, form: str) -> None:
    """Show one article or one attribution; the beginning of its ID is enough.

    An article with its facts and everything that was read out of it; an attribution where it
    stands in the text, with its source, cue and content marked.
    """
    from onrecord.cli.showing import write_article, write_attribution
    from onrecord.ledger.loading import find_captures, load_reading_of, load_readings

    with open_existing(path) as ledger:
        identity = complete_id(ledger, identity, "art", "att")
        if identity.startswith("art_"):
            readings = load_readings(ledger, identity)
            write_article(readings, find_captures(ledger, identity), form)
        else:
            reading = load_reading_of(ledger, identity)
            latest = load_readings(ledger, reading.article.id)[0]
            write_attribution(reading, identity, form, is_latest=reading == latest)
