"""A reading as text for a terminal or a pipe: facts, who says what, findings, who speaks."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.export.digest import digest_reading
from onrecord.export.outline import (
    Entry,
    Speaker,
    join_pieces,
    list_speakers,
    outline_attributions,
)
from onrecord.export.terminal_findings import print_findings
from onrecord.export.terminal_lines import (
    clean_line,
    close_console,
    make_table,
    open_console,
    style,
)
from onrecord.export.trails import Trail
from onrecord.export.wording import (
    ARROW,
    KIND_WORDS,
    NO_SOURCE,
    UNSURE_BELOW,
    act_in_words,
    count_in_words,
    cut_words,
    describe_source,
    quote_direct,
    summarise_dates,
    summarise_entries,
    summarise_speakers,
)
from onrecord.records import Article, Reading

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

NARROWEST = 40
"""Narrower terminals get this width: below it, the columns hold no words."""

_WIDEST = 160  # Beyond it, a line of content is too long to read.
_MOST_SPEAKERS = 15
_ALIAS_LIMIT = 40
_NAME_LIMIT = 60
_STEP_LIMIT = 40
_COUNT_WIDTH = 3


def render_text(reading: Reading, *, width: int, colour: bool) -> str:
    """A reading as lines of at most `width` columns, with ANSI styles where `colour`.

    Contents are shortened between words. Control characters of the page are left out: they could
    move the cursor, rewrite the line or turn it round.
    """
    width = max(NARROWEST, min(width, _WIDEST))
    entries = outline_attributions(reading)
    speakers = list_speakers(entries, reading.entities)
    console = open_console(width, colour=colour)
    digest = digest_reading(reading, entries)
    _print_facts(console, reading.article)
    if not entries:
        console.print("\nNo attribution was found in this article.")
    else:
        console.print()
        console.print(style(summarise_entries(entries), "bold"))
        console.print(summarise_speakers(speakers))
        if digest.summary:
            console.print(digest.summary)
        console.print()
        console.print(_tabulate_entries(entries, reading.article.text, digest.trails, width))
    print_findings(console, digest, width)
    if speakers:
        console.print()
        console.print(style("Who speaks", "bold"))
        console.print(_tabulate_speakers(speakers, width))
    if any(entry.attribution.score < UNSURE_BELOW for entry in entries):
        console.print()
        console.print(style("? the reader is not sure that it read this passage rightly", "dim"))
    return close_console(console)


def _print_facts(console: "Console", article: Article) -> None:
    console.print(style(clean_line(article.title) or "(no title)", "bold"))
    by_line = (
        article.publisher or "(no publisher found)",
        ", ".join(article.authors),
        summarise_dates(article),
    )
    console.print(" · ".join(clean_line(fact) for fact in by_line if fact))
    if article.url:
        console.print(style(clean_line(article.url), "dim"), overflow="fold")
    words = count_in_words(len(article.text.split()), "word")
    console.print(style(f"{words} · language {clean_line(article.language)} · {article.id}", "dim"))


def _tabulate_entries(
    entries: Sequence[Entry], text: str, trails: Mapping[int, Trail], width: int
) -> "Table":
    source_width = max(12, min(30, width * 28 // 100))
    act_width = max(10, min(16, width * 15 // 100))
    number_width = len(str(len(entries))) + 1
    content_width = width - number_width - source_width - act_width - 3 * 2
    table = make_table(
        ("#", number_width),
        ("Source", source_width),
        ("Act", act_width),
        ("Content", content_width),
    )
    limit = max(100, 2 * content_width)
    for entry in entries:
        unsure = "?" if entry.attribution.score < UNSURE_BELOW else ""
        table.add_row(
            f"{entry.number}{unsure or ' '}",
            _show_source(entry),
            _show_act(entry, text),
            _show_content(entry, text, trails[entry.number], limit),
        )
    return table


def _show_source(entry: Entry) -> "RenderableType":
    from rich.padding import Padding
    from rich.text import Text

    shown = Text("↳ " if entry.depth else "")
    name = clean_line(entry.name)
    shown.append(name or f"({NO_SOURCE})", style="bold" if name else "italic")
    alias = clean_line(describe_source(entry.name, entry.source))
    if alias:
        shown.append(f" [{cut_words(alias, _ALIAS_LIMIT)}]", style="dim")
    return Padding(shown, (0, 0, 0, 2 * min(entry.depth - 1, 3))) if entry.depth > 1 else shown


def _show_act(entry: Entry, text: str) -> "Text":
    attribution = entry.attribution
    marked = attribution.negated or attribution.hedged
    words = act_in_words(attribution, join_pieces(text, attribution.content))
    return style(words, "bold" if marked else "")


def _show_content(entry: Entry, text: str, trail: Trail, limit: int) -> "Text":
    content = clean_line(join_pieces(text, entry.attribution.content))
    shown = style(cut_words(quote_direct(content, entry.attribution.form), limit))
    facts = _describe_trail(trail)
    if facts:
        shown.append(f"\n{facts}", style="dim")
    return shown


def _describe_trail(trail: Trail) -> str:
    """How the words reached the page, as far as the columns beside it do not say so."""
    steps = [cut_words(clean_line(step.name), _STEP_LIMIT) for step in trail.steps]
    facts = (
        ARROW.join(steps) if trail.tells_more else "",
        f"to {cut_words(clean_line(trail.addressee), _STEP_LIMIT)}" if trail.addressee else "",
        trail.basis,
        trail.said_on,
    )
    return " · ".join(fact for fact in facts if fact)


def _tabulate_speakers(speakers: Sequence[Speaker], width: int) -> "Table":
    rows = [_describe_speaker(speaker) for speaker in speakers[:_MOST_SPEAKERS]]
    if len(speakers) > _MOST_SPEAKERS:
        rows.append(("", style(f"and {len(speakers) - _MOST_SPEAKERS} more", ""), "", ""))
    kind_width = max(len(kind) for _, _, kind, _ in rows) or 1
    where_width = min(width // 5, max(len(where) for *_, where in rows)) or 1
    longest = max(name.cell_len for _, name, _, _ in rows)
    name_width = min(longest, width - _COUNT_WIDTH - kind_width - where_width - 3 * 2)
    widths = (_COUNT_WIDTH, name_width, kind_width, where_width)
    table = make_table(*(("", column_width) for column_width in widths))
    table.show_header = False
    for row in rows:
        table.add_row(*row)
    return table


def _describe_speaker(speaker: Speaker) -> tuple[str, "Text", str, str]:
    """How often, who, what kind, and in which attributions."""
    name = cut_words(clean_line(speaker.name), _NAME_LIMIT)
    shown = style(name or f"({NO_SOURCE})", "bold" if name else "italic")
    roles = ", ".join(clean_line(role) for role in speaker.roles)
    shown.append(f", {roles}" if roles else "")
    kind = KIND_WORDS[speaker.kind] if speaker.kind else ""
    where = " ".join(str(entry.number) for entry in speaker.entries)
    return str(len(speaker.entries)), shown, kind, where
