"""Lists of what the ledger holds, as text, JSON, JSONL or CSV."""

from __future__ import annotations

import csv
import itertools
import json
import sys
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.lines import join_facts, open_console, print_indented
from onrecord.export.contract import HIDDEN_LINE_BREAKS
from onrecord.export.outline import find_extent
from onrecord.export.tabular import COLUMNS, guard_cell, write_chain
from onrecord.export.terminal_lines import clean_line
from onrecord.export.wording import (
    BASIS_WORDS,
    act_in_words,
    count_in_words,
    day_in_words,
    describe_source,
    quote_direct,
)
from onrecord.fields import Fields, article_fields, attribution_fields, plain_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from onrecord.ledger.found import (
        FoundArticle,
        FoundAttribution,
        FoundFailure,
        FoundResponse,
    )

_ARTICLE_FIELDS = (
    "id",
    "title",
    "publisher",
    "url",
    "authors",
    "published_on",
    "updated_on",
    "language",
    "attributions",
    "first_read_at",
    "last_read_at",
)
_FAILURE_FIELDS = (
    "id",
    "origin",
    "kind",
    "message",
    "failed_at",
    "last_failed_at",
    "count",
    "resolved_at",
)


def write_articles(found: Sequence[FoundArticle], form: str) -> None:
    """Write articles to standard output."""
    if form != "text":
        write_fields((article_fields(article) for article in found), form, _ARTICLE_FIELDS)
        return
    console = open_console()
    for article in found:
        print_indented(console, 0, (clean_line(article.title) or "(no title)", "bold"))
        facts = join_facts(
            article.publisher or "(no publisher)",
            article.published_on or "(no date)",
            _updated(article),
            ", ".join(article.authors),
            count_in_words(article.attributions, "attribution"),
        )
        print_indented(console, 2, (facts, ""))
        print_indented(console, 2, (article.id, "dim"))


def _updated(article: FoundArticle) -> str:
    """The day of its last update, where that is another than that of publication."""
    if article.updated_on is None or article.updated_on == article.published_on:
        return ""
    return f"updated {article.updated_on}"


def write_attributions(found: Sequence[FoundAttribution], form: str) -> None:
    """Write attributions to standard output, in the text format under their articles."""
    if form == "csv":
        _write_csv((_attribution_cells(one) for one in found), COLUMNS)
        return
    if form != "text":
        write_fields((attribution_fields(one) for one in found), form, ())
        return
    console = open_console()
    groups = itertools.groupby(found, key=lambda one: one.attribution.article_id)
    for place, (article_id, of_article) in enumerate(groups):
        attributions = list(of_article)
        print_article(console, attributions[0], article_id, first=place == 0)
        for one in attributions:
            print_indented(console, 2, *head_of(one))
            print_indented(console, 4, (content_of(one), ""))
            facts = facts_of(one)
            if facts:
                print_indented(console, 4, (facts, "dim"))


def print_article(
    console: Console, found: FoundAttribution | FoundResponse, article_id: str, *, first: bool
) -> None:
    """Print the head under which an article's rows stand."""
    if not first:
        console.print()
    print_indented(console, 0, (clean_line(found.title) or "(no title)", "bold"))
    facts = (found.publisher or "(no publisher)", found.published_on or "(no date)", article_id)
    print_indented(console, 0, (join_facts(*facts), "dim"))


def facts_of(found: FoundAttribution) -> str:
    """How the words reached the page, to whom and when they were said; "" where nothing says so."""
    attribution = found.attribution
    chain = write_chain(found.publisher, found.chain_names) if len(found.chain_names) > 1 else ""
    return join_facts(
        chain,
        f"to {found.addressee_text}" if found.addressee_text else "",
        BASIS_WORDS[attribution.basis],
        day_in_words(attribution.said_on) if attribution.said_on else "",
    )


def head_of(found: FoundAttribution) -> list[tuple[str, str]]:
    """Id, source and act of an attribution, as pieces of a line with their styles."""
    attribution = found.attribution
    name = clean_line(found.entity_name or found.source_text or "")
    alias = clean_line(describe_source(name, found.source_text or ""))
    act_style = "bold" if attribution.negated or attribution.hedged else ""
    pieces = [
        (f"{attribution.id}  ", "dim"),
        (name or "(no source named)", "bold" if name else "italic"),
    ]
    if alias:
        pieces.append((f" [{alias}]", "dim"))
    pieces.extend([(" ", ""), (act_in_words(attribution, found.content_text), act_style)])
    if attribution.parent_id:
        pieces.append((f" (inside {attribution.parent_id})", "dim"))
    return pieces


def content_of(found: FoundAttribution) -> str:
    """The whole content on one line; nothing is cut off."""
    return clean_line(quote_direct(" ".join(found.content_text.split()), found.attribution.form))


def write_failures(found: Sequence[FoundFailure], form: str) -> None:
    """Write failures to standard output."""
    if form != "text":
        write_fields((_failure_fields(failure) for failure in found), form, _FAILURE_FIELDS)
        return
    console = open_console()
    for one in found:
        print_indented(console, 0, (clean_line(one.failure.origin), "bold"))
        facts = join_facts(
            one.failure.kind,
            f"{one.last_failed_at:%Y-%m-%d %H:%M} UTC",
            f"{one.count} times" if one.count > 1 else "",
            f"resolved {one.resolved_at:%Y-%m-%d %H:%M} UTC" if one.resolved_at else "",
        )
        print_indented(console, 2, (facts, "dim"))
        print_indented(console, 2, (clean_line(one.failure.message), ""))


def _attribution_cells(found: FoundAttribution) -> Fields:
    """The columns that `onrecord read --format csv` has."""
    attribution = found.attribution
    fields = attribution_fields(found)
    extent = find_extent(attribution)
    return {
        **{name: fields[name] for name in COLUMNS if name in fields},
        "attribution_id": attribution.id,
        "source": " ".join((found.source_text or "").split()),
        "cue": " ".join(found.cue_text.split()),
        "content": " ".join(found.content_text.split()),
        "addressee": " ".join((found.addressee_text or "").split()),
        "chain": write_chain(found.publisher, found.chain_names),
        "parent_id": attribution.parent_id,
        "score": f"{attribution.score:.3f}",
        "start": extent.start,
        "end": extent.end,
        "source_spans": fields["source"],
        "cue_spans": fields["cue"],
        "content_spans": fields["content"],
    }


def _failure_fields(found: FoundFailure) -> Fields:
    failure = found.failure
    return {
        "id": failure.id,
        "origin": failure.origin,
        "kind": failure.kind,
        "message": failure.message,
        "failed_at": plain_value(failure.failed_at),
        "last_failed_at": plain_value(found.last_failed_at),
        "count": found.count,
        "resolved_at": plain_value(found.resolved_at),
    }


def write_fields(records: Iterable[Fields], form: str, columns: Sequence[str]) -> None:
    """Write records as "json", "jsonl" or "csv", which has the columns."""
    if form == "csv":
        _write_csv(records, columns)
    elif form == "jsonl":
        for record in records:
            line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
            click.echo(line.translate(HIDDEN_LINE_BREAKS))
    else:
        lines = ",\n".join(json.dumps(record, ensure_ascii=False) for record in records)
        click.echo(f"[\n{lines}\n]" if lines else "[]")


def _write_csv(records: Iterable[Fields], columns: Sequence[str]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for record in records:
        writer.writerow([_cell(record[column]) for column in columns])


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        texts = all(isinstance(one, str) for one in value)
        value = "; ".join(value) if texts else json.dumps(value)
    return guard_cell(str(value))
