"""Claims as text and JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from onrecord.cli.lines import join_facts, open_console, print_indented
from onrecord.cli.listing import write_fields
from onrecord.export.terminal_lines import clean_line
from onrecord.export.wording import (
    BASIS_WORDS,
    RESPONSE_WORDS,
    count_in_words,
    date_in_words,
    origins_in_words,
)
from onrecord.fields import change_fields, claim_fields, whole_claim_fields

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.dates import PartialDate
    from onrecord.matches.record import Claim, Summary
    from onrecord.matches.reports import Report
    from onrecord.matches.status import Change, Fact

_CLAIM_FIELDS = ("id", "title", "status", "as_of", "reports", "origins", "first_on", "last_on")
_CHANGE_FIELDS = (
    "day", "claim_id", "title", "status", "party", "kind", "fact_id", "article_id", "words",
)  # fmt: skip


def write_claims(claims: Sequence[Summary], form: str, as_of: PartialDate | None) -> None:
    """Write a list of claims as of a day to standard output."""
    if form != "text":
        write_fields((claim_fields(one, as_of) for one in claims), form, _CLAIM_FIELDS)
        return
    console = open_console()
    for number, one in enumerate(claims):
        if number:
            console.print()
        print_indented(console, 0, (clean_line(one.title), "bold"))
        print_indented(console, 2, (str(one.standing), ""), (f" · {count_reports(one)}", ""))
        print_indented(console, 2, (one.id, "dim"))


def write_claim(claim: Claim, form: str, as_of: PartialDate | None) -> None:
    """Write one claim with everything on record about it to standard output."""
    if form == "json":
        fields = whole_claim_fields(claim, as_of)
        click.echo(json.dumps(fields, ensure_ascii=False, indent=1))
        return
    _print_claim(claim, as_of)


def _print_claim(claim: Claim, as_of: PartialDate | None) -> None:
    console = open_console()
    print_indented(console, 0, (clean_line(claim.title), "bold"))
    day = f" as of {date_in_words(as_of)}" if as_of else ""
    print_indented(console, 0, (f"{claim.standing(as_of)}{day}", "bold"))
    print_indented(console, 0, (f"{count_reports(claim.summary(as_of))} · {claim.id}", "dim"))
    console.print()
    print_indented(console, 0, ("What changed", "bold"))
    for change in claim.history_as_of(as_of):
        print_indented(
            console, 2, (date_in_words(change.day), "bold"), (f"  {change.standing}", "")
        )
        print_indented(console, 6, (_show_fact(change.fact), "dim"))
    _print_origins(claim, as_of)
    _print_findings(claim)


def _print_origins(claim: Claim, as_of: PartialDate | None) -> None:
    """The reports by origin; what nothing tells the origin of has no number."""
    console = open_console()
    reports = {one.id: one for one in claim.reports_as_of(as_of)}
    number = 0
    for origin in claim.origins:
        members = [reports[one] for one in origin.reports if one in reports]
        if not members:
            continue
        console.print()
        number += origin.known
        which = f"Origin {number}" if origin.known else "No origin known"
        heading = f"{which}: {count_in_words(len(members), 'report')}"
        print_indented(console, 0, (heading, "bold"))
        for one in members:
            print_indented(console, 2, (_show_report(one), ""))
            print_indented(console, 6, (one.id, "dim"))
        because = "one origin" if origin.known else "together"
        for message in dict.fromkeys(tie.message for tie in origin.groupings):
            print_indented(console, 4, (f"{because}: {message}", "dim"))


def _print_findings(claim: Claim) -> None:
    console = open_console()
    if claim.drifts or claim.stale or claim.conflicts:
        console.print()
        print_indented(console, 0, ("What does not fit", "bold"))
    for drift in claim.drifts:
        print_indented(console, 2, (clean_line(str(drift)), ""))
        print_indented(console, 6, (f"{drift.first}, {drift.second}", "dim"))
    for conflict in claim.conflicts:
        print_indented(console, 2, (clean_line(conflict.message), ""))
        print_indented(console, 6, (f"{conflict.citing}, {conflict.cited}", "dim"))
    for stale in claim.stale:
        said = f"{date_in_words(stale.silence.known_on)}: {clean_line(stale.silence.words)}"
        print_indented(console, 2, (said, ""))
        answer = f"on record since {date_in_words(stale.answer.known_on)}: {stale.answer.words}"
        print_indented(console, 6, (clean_line(answer), "dim"))


def write_changes(changes: Sequence[tuple[Claim, Change]], form: str) -> None:
    """Write changes to standard output, in the order of days."""
    if form != "text":
        write_fields((change_fields(*one) for one in changes), form, _CHANGE_FIELDS)
        return
    console = open_console()
    for claim, change in changes:
        print_indented(
            console, 0, (date_in_words(change.day), "bold"), (f"  {change.standing}", "bold")
        )
        print_indented(console, 2, (clean_line(claim.title), ""))
        print_indented(console, 6, (_show_fact(change.fact), "dim"))
        print_indented(console, 6, (claim.id, "dim"))


def count_reports(claim: Summary) -> str:
    """How many reports a claim has, and how many origins stand behind them."""
    reports = count_in_words(claim.reports, "report")
    return f"{reports}, {origins_in_words(claim.origins)}"


def _show_fact(fact: Fact) -> str:
    did = f" {RESPONSE_WORDS[fact.kind]}" if fact.kind is not None else ""
    who = f"{fact.party}{did}: " if fact.party else ""
    return clean_line(f"{who}“{fact.words}”")


def _show_report(one: Report) -> str:
    chain = " → ".join((one.publisher or "?", *one.newsrooms, one.source or "nobody named"))
    published = date_in_words(one.published_on) if one.published_on else "no date"
    return join_facts(published, chain, one.act.value, BASIS_WORDS.get(one.basis, ""))
