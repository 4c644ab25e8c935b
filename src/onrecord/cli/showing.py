"""One article or one attribution of the ledger, shown whole."""

from __future__ import annotations

import json
import os
import shutil
import sys
from typing import TYPE_CHECKING

import click

from onrecord.articles.sentences import split_paragraphs
from onrecord.cli.lines import join_facts, open_console, print_indented
from onrecord.cli.listing import content_of, facts_of, head_of
from onrecord.export.contract import render_json
from onrecord.export.digest import digest_reading
from onrecord.export.encoding import write_response
from onrecord.export.outline import find_extent, outline_attributions
from onrecord.export.passages import Part, Passage, cut_segments
from onrecord.export.terminal import render_text
from onrecord.export.terminal_lines import clean_line
from onrecord.export.wording import FORM_WORDS, KIND_WORDS, count_in_words, score_in_words
from onrecord.fields import attribution_fields
from onrecord.ledger.found import find_in_reading
from onrecord.records import Attribution, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from onrecord.ledger.found import FoundCapture
    from onrecord.records import Reading

AROUND = 300
"""Characters of a long paragraph that are shown before and after an attribution."""

_PIPE_WIDTH = 100
_STYLES = {Part.SOURCE: "bold", Part.CUE: "italic", Part.CONTENT: "underline"}


def write_article(readings: Sequence[Reading], captures: Sequence[FoundCapture], form: str) -> None:
    """Write an article's latest reading, and where it comes from.

    Args:
        readings: all of the article's, the latest first.
        captures: the pages that it was found in.
        form: "json", the same object as `onrecord read` prints, or "text".
    """
    latest = readings[0]
    if form == "json":
        click.echo(render_json([latest]), nl=False)
        return
    on_terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns if on_terminal else _PIPE_WIDTH
    colour = on_terminal and not os.environ.get("NO_COLOR")
    click.echo(render_text(latest, width=width, colour=colour))
    console = open_console()
    for capture in captures:
        fetched = f"received {capture.fetched_at:%Y-%m-%d %H:%M} UTC"
        again = f"last {capture.last_fetched_at:%Y-%m-%d %H:%M} UTC"
        is_again = capture.last_fetched_at != capture.fetched_at
        facts = join_facts(capture.origin, fetched, again if is_again else "")
        print_indented(console, 0, (facts, "dim"))
    earlier = count_in_words(len(readings) - 1, "earlier reading") if len(readings) > 1 else ""
    print_indented(console, 0, (join_facts(_describe_run(latest), earlier), "dim"))
    hint = f"ids of the attributions: onrecord attributions --article {latest.article.id}"
    print_indented(console, 0, (hint, "dim"))


def _describe_run(reading: Reading) -> str:
    return f"read by {reading.run.model} (onrecord {reading.run.version})"


def write_attribution(reading: Reading, identity: str, form: str, *, is_latest: bool) -> None:
    """Write an attribution in its surroundings, with what it stands in and what stands in it.

    Args:
        reading: the one that found it.
        identity: the attribution's id.
        form: "json" or "text".
        is_latest: whether the article's latest reading found it too.
    """
    found = find_in_reading(reading, identity)
    nested = [one.id for one in reading.attributions if one.parent_id == identity]
    stretch = find_surroundings(reading.article.text, found.attribution)
    if form == "json":
        surroundings = {
            "start": stretch.start,
            "end": stretch.end,
            "text": reading.article.text[stretch.start : stretch.end],
        }
        responses = [write_response(one) for one in reading.responses if one.to_id == identity]
        fields = {
            **attribution_fields(found),
            "responses": responses,
            "nested": nested,
            "surroundings": surroundings,
        }
        lines = (
            f"  {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in fields.items()
        )
        click.echo("{\n" + ",\n".join(lines) + "\n}")
        return
    console = open_console()
    print_indented(console, 0, *head_of(found))
    article = (found.title, found.publisher, found.published_on or "", reading.article.id)
    print_indented(console, 0, (join_facts(*article), "dim"))
    console.print()
    print_indented(console, 2, *mark_passages(reading.article.text, stretch, found.attribution))
    console.print()
    facts = join_facts(
        FORM_WORDS[found.attribution.form],
        KIND_WORDS[found.entity_kind] if found.entity_kind else "source not resolved",
        f"{score_in_words(found.attribution.score)} ({found.attribution.score:.2f})",
        _describe_run(reading),
        "" if is_latest else "not in the latest reading of the article",
    )
    print_indented(console, 0, (facts, "dim"))
    way = facts_of(found)
    if way:
        print_indented(console, 0, (way, "dim"))
    _write_findings(console, reading, identity)
    parent = found.attribution.parent_id
    _write_others(console, "Stands inside", reading, [parent] if parent else [])
    _write_others(console, "Inside it", reading, nested)


def _write_findings(console: Console, reading: Reading, identity: str) -> None:
    """Who answered it, and what it lacks."""
    entries = outline_attributions(reading)
    digest = digest_reading(reading, entries)
    numbers = {entry.attribution.id: entry.number for entry in entries}
    responses = [line for line in digest.responses if line.number == numbers[identity]]
    absences = [line for line in digest.absences if line.number == numbers[identity]]
    if responses or absences:
        console.print()
        print_indented(console, 0, ("Answers, and what is missing", "bold"))
    for response in responses:
        through = f" (through {response.spokesperson})" if response.spokesperson else ""
        as_of = f"as of {response.as_of}" if response.as_of else ""
        said = join_facts(f"{response.party}{through} {response.words}", as_of)
        print_indented(console, 2, (said, ""))
        for quote in response.quotes:
            print_indented(console, 4, (f"“{clean_line(quote.words)}”", "dim"))
    for absence in absences:
        print_indented(console, 2, (absence.words, ""))
        print_indented(console, 4, (f"“{clean_line(absence.quote.words)}”", "dim"))


def _write_others(
    console: Console, heading: str, reading: Reading, identities: Sequence[str]
) -> None:
    if identities:
        console.print()
        print_indented(console, 0, (heading, "bold"))
    for identity in identities:
        other = find_in_reading(reading, identity)
        print_indented(console, 2, *head_of(other))
        print_indented(console, 4, (content_of(other), ""))


def find_surroundings(text: str, attribution: Attribution) -> Span:
    """The paragraphs in which an attribution stands; of long ones what is near, in whole words."""
    extent = find_extent(attribution)
    touched = [paragraph for paragraph in split_paragraphs(text) if paragraph.overlaps(extent)] or [
        extent
    ]
    start = min(touched[0].start, extent.start)
    end = max(touched[-1].end, extent.end)
    if extent.start - start > AROUND:
        space = text.find(" ", extent.start - AROUND, extent.start)
        start = extent.start if space < 0 else space + 1
    if end - extent.end > AROUND:
        space = text.rfind(" ", extent.end, extent.end + AROUND)
        end = extent.end if space < 0 else space
    return Span(start, end)


def mark_passages(text: str, stretch: Span, attribution: Attribution) -> Iterator[tuple[str, str]]:
    """A stretch of text as pieces with styles: `[source:Ana Ruiz] [cue:said] [content:…]`."""
    parts = (
        (Part.SOURCE, attribution.source or ()),
        (Part.CUE, attribution.cue),
        (Part.CONTENT, attribution.content),
    )
    passages = [Passage(span, 1, part) for part, spans in parts for span in spans]
    if stretch.start > 0 and not text[: stretch.start].endswith("\n"):
        yield ("… ", "dim")
    for segment in cut_segments(stretch, passages):
        for passage in segment.passages:
            if passage.span.start == segment.span.start:
                yield (f"[{passage.part}:", "dim")
        words = _clean_inside(text[segment.span.start : segment.span.end])
        yield (words, " ".join(sorted({_STYLES[one.part] for one in segment.passages})))
        for passage in segment.passages:
            if passage.span.end == segment.span.end:
                yield ("]", "dim")
    if stretch.end < len(text) and not text[stretch.end :].startswith("\n"):
        yield (" …", "dim")


def _clean_inside(text: str) -> str:
    """Like `clean_line`, with the white space at the ends and between paragraphs kept."""
    kept = "\n\n".join(clean_line(paragraph) for paragraph in text.split("\n\n"))
    before = " " if text[:1] in (" ", "\t") else ""
    after = " " if text[-1:] in (" ", "\t") and len(text) > 1 else ""
    return f"{before}{kept}{after}"
