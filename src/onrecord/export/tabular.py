"""Attributions as CSV: one a row, for spreadsheets and statistics."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence

from onrecord.export.outline import find_extent, join_pieces
from onrecord.export.wording import ARROW, NO_PUBLISHER
from onrecord.records import Attribution, Entity, Reading, Spans

COLUMNS = (
    "article_id",
    "title",
    "publisher",
    "published_on",
    "url",
    "attribution_id",
    "source",
    "entity_name",
    "entity_kind",
    "cue",
    "content",
    "form",
    "act",
    "negated",
    "hedged",
    "addressee",
    "said_on",
    "basis",
    "chain",
    "parent_id",
    "score",
    "start",
    "end",
    "source_spans",
    "cue_spans",
    "content_spans",
)

# What spreadsheets take for the start of a formula, the full-width signs included.
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def render_csv(readings: Iterable[Reading]) -> str:
    """CSV with a header, one attribution a row, in the order of the readings.

    `chain` is the way of the words from the page's publisher to where the trail stops, names joined
    with " → "; empty where no chain was read. White space in texts becomes one space and the pieces
    of a part are joined with " … ", so that a row is a line. `start` and `end` are the
    attribution's extent, the `*_spans` its exact pieces as JSON; all are half-open code points of
    the article's text. A text that a spreadsheet would take for a formula (it starts with = + - or
    @) gets a leading apostrophe: who needs the characters as they stand takes the JSON.
    """
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(COLUMNS)
    for reading in readings:
        writer.writerows(_make_rows(reading))
    return page.getvalue()


def _make_rows(reading: Reading) -> Iterator[list[str]]:
    article = reading.article
    entities = {entity.id: entity for entity in reading.entities}
    facts = [
        article.id,
        article.title,
        article.publisher,
        str(article.published_on or ""),
        article.url or "",
    ]
    for attribution in reading.attributions:
        entity = entities.get(attribution.entity_id or "")
        chain = write_chain(
            article.publisher, [entities[hop.entity_id].name for hop in attribution.chain]
        )
        cells = [*facts, *_describe(article.text, attribution, entity, chain)]
        yield [guard_cell(cell) for cell in cells]


def write_chain(publisher: str, names: Sequence[str]) -> str:
    """The names of a chain from the page's publisher outward; "" where there is no chain."""
    return ARROW.join((publisher or NO_PUBLISHER, *names)) if names else ""


def _describe(text: str, attribution: Attribution, entity: Entity | None, chain: str) -> list[str]:
    extent = find_extent(attribution)
    source = attribution.source or ()
    return [
        attribution.id,
        join_pieces(text, source),
        entity.name if entity else "",
        entity.kind.value if entity else "",
        join_pieces(text, attribution.cue),
        join_pieces(text, attribution.content),
        attribution.form.value,
        attribution.act.value,
        str(attribution.negated).lower(),
        str(attribution.hedged).lower(),
        join_pieces(text, attribution.addressee or ()),
        str(attribution.said_on or ""),
        attribution.basis.value,
        chain,
        attribution.parent_id or "",
        f"{attribution.score:.3f}",
        str(extent.start),
        str(extent.end),
        _write_spans(source),
        _write_spans(attribution.cue),
        _write_spans(attribution.content),
    ]


def _write_spans(spans: Spans) -> str:
    """JSON and not "12-34", which a spreadsheet would turn into a date."""
    return json.dumps([[span.start, span.end] for span in spans]) if spans else ""


def guard_cell(cell: str) -> str:
    """On one line, and never the start of a spreadsheet's formula."""
    line = " ".join(cell.split())
    return f"'{line}" if line.startswith(_FORMULA_STARTS) else line
