"""A story as text and JSON."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING

import click

from onrecord.cli.claim_lines import count_reports
from onrecord.cli.lines import join_facts, open_console, print_indented
from onrecord.export.terminal_lines import clean_line
from onrecord.export.wording import RESPONSE_WORDS, count_in_words, date_in_words
from onrecord.fields import story_fields

if TYPE_CHECKING:
    from rich.console import Console

    from onrecord.matches.stories import Story

_MOST_EVENTS = 60
_LONGEST_WORDS = 140


def write_story(story: Story, form: str) -> None:
    """Write a story to standard output."""
    if form == "json":
        click.echo(json.dumps(story_fields(story), ensure_ascii=False, indent=1))
        return
    console = open_console()
    _print_claims(console, story)
    _print_timeline(console, story)
    _print_matrix(console, story)


def _print_claims(console: Console, story: Story) -> None:
    print_indented(console, 0, ("Claims", "bold"))
    for one in story.claims:
        print_indented(console, 2, (clean_line(one.title), ""))
        print_indented(console, 6, (join_facts(one.standing, count_reports(one), one.id), "dim"))
    outlets = ", ".join(f"{name or '?'} ({count})" for name, count in story.outlets)
    if outlets:
        print_indented(console, 2, (f"reported by {clean_line(outlets)}", "dim"))


def _print_timeline(console: Console, story: Story) -> None:
    if not story.events:
        return
    console.print()
    print_indented(console, 0, ("Time line", "bold"))
    shown = story.events[:_MOST_EVENTS]
    for day, events in itertools.groupby(shown, key=lambda one: one.day):
        print_indented(console, 2, (date_in_words(day), "bold"))
        for one in events:
            words = clean_line(one.words)
            cut = words if len(words) <= _LONGEST_WORDS else words[:_LONGEST_WORDS] + "…"
            did = "" if one.kind is None else f" {RESPONSE_WORDS[one.kind]}"
            who = f"{one.lane.value:9}  {clean_line(one.who)}{did}: "
            print_indented(console, 4, (who, ""), (cut, "dim"))
    if len(story.events) > len(shown):
        left = count_in_words(len(story.events) - len(shown), "more event")
        print_indented(console, 2, (f"and {left}: narrow the story down, or --format json", "dim"))


def _print_matrix(console: Console, story: Story) -> None:
    if not story.matrix:
        return
    console.print()
    print_indented(console, 0, ("Who stands where", "bold"))
    for proposition, cells in itertools.groupby(story.matrix, key=lambda one: one.proposition):
        print_indented(console, 2, (clean_line(proposition), ""))
        for one in cells:
            hand = "" if one.first_hand else " (on others\u2019 word)"
            where = count_in_words(one.articles, "article")
            print_indented(
                console, 4, (f"{one.stance.value:11} {clean_line(one.party)}{hand} · {where}", "")
            )
