"""The findings as sections of text: answers, what is missing, positions, what does not fit."""

from typing import TYPE_CHECKING

from onrecord.export.digest import (
    AbsenceLine,
    CheckedPassage,
    CheckLine,
    Digest,
    PropositionGroup,
    Quote,
    ResponseLine,
)
from onrecord.export.terminal_lines import clean_line, make_table, style
from onrecord.export.wording import cut_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

_NUMBER_WIDTH = 5
_NAME_LIMIT = 60
_QUOTE_LIMIT = 200
_WIDEST_PARTY = 30
_STANCE_WIDTH = 14
_GAPS = 3 * 2


def print_findings(console: "Console", digest: Digest, width: int) -> None:
    """Print a section for each kind of finding that there is, each after an empty line."""
    sections = (
        ("Answers", _tabulate_responses(digest.responses, width)),
        ("What is missing, by the article itself", _tabulate_absences(digest.absences, width)),
        ("Positions", _tabulate_positions(digest.propositions, width)),
        ("What does not fit", _tabulate_checks(digest.checks, width)),
    )
    for heading, table in sections:
        if table.row_count:
            console.print()
            console.print(style(heading, "bold"))
            console.print(table)


def _tabulate_responses(lines: "Sequence[ResponseLine]", width: int) -> "Table":
    table = _make_list("to #", width)
    for line in lines:
        shown = style(_name(line.party), "bold")
        if line.spokesperson:
            shown.append(f" (through {_name(line.spokesperson)})")
        shown.append(f" {line.words}", style="bold")
        shown.append(f" · as of {line.as_of}" if line.as_of else "")
        table.add_row(_number(line.number), _add_quotes(shown, line.quotes))
    return table


def _tabulate_absences(lines: "Sequence[AbsenceLine]", width: int) -> "Table":
    table = _make_list("of #", width)
    for line in lines:
        table.add_row(_number(line.number), _add_quotes(style(line.words, "bold"), [line.quote]))
    return table


def _tabulate_positions(groups: "Sequence[PropositionGroup]", width: int) -> "Table":
    party_width = min(_WIDEST_PARTY, width * 26 // 100)
    stance_width = min(_STANCE_WIDTH, width * 18 // 100)
    word_width = min(_WIDEST_PARTY, width * 26 // 100)
    first_width = width - party_width - stance_width - word_width - _GAPS
    table = make_table(
        ("Proposition", first_width),
        ("Party", party_width),
        ("Stance", stance_width),
        ("On whose word", word_width),
    )
    table.columns[0].justify = "left"
    for group in groups:
        for place, line in enumerate(group.lines):
            proposition = "" if place else cut_words(clean_line(group.text), _QUOTE_LIMIT)
            table.add_row(
                proposition,
                style(_name(line.party), "bold"),
                line.words,
                style(_name(line.word), "" if line.first_hand else "italic dim"),
            )
    return table


def _tabulate_checks(lines: "Sequence[CheckLine]", width: int) -> "Table":
    table = make_table(("", 1), ("", width - 1 - 2))
    table.show_header = False
    for line in lines:
        shown = style(f"{line.words}: ", "bold")
        shown.append(clean_line(line.message))
        for passage in line.passages:
            shown.append("\n")
            shown.append_text(_show_passage(passage))
        table.add_row("!", shown)
    return table


def _show_passage(passage: CheckedPassage) -> "Text":
    quote = cut_words(clean_line(passage.quote), _QUOTE_LIMIT)
    if passage.span is None:
        shown = style(f"{passage.where}: ", "dim")
        shown.append(quote)
        return shown
    before, after = clean_line(passage.before), clean_line(passage.after)
    shown = style(f"{before} " if passage.before.endswith(" ") else before, "dim")
    shown.append(f"[{quote}]")
    shown.append(f" {after}" if passage.after.startswith(" ") else after, style="dim")
    return shown


def _make_list(header: str, width: int) -> "Table":
    return make_table((header, _NUMBER_WIDTH), ("", width - _NUMBER_WIDTH - 2))


def _number(number: int | None) -> str:
    return "–" if number is None else str(number)


def _name(name: str) -> str:
    return cut_words(clean_line(name), _NAME_LIMIT)


def _add_quotes(shown: "Text", quotes: "Sequence[Quote]") -> "Text":
    for quote in quotes:
        words = cut_words(clean_line(quote.words), _QUOTE_LIMIT)
        shown.append(f"\n“{words}”", style="dim")
    return shown
