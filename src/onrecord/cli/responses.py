"""Responses of the ledger, listed under their articles or as records."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from onrecord.cli.lines import join_facts, open_console, print_indented
from onrecord.cli.listing import print_article, write_fields
from onrecord.export.terminal_lines import clean_line
from onrecord.export.wording import NO_SOURCE, RESPONSE_WORDS, date_in_words
from onrecord.fields import response_fields

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.ledger.found import FoundResponse

_FIELDS = (
    "id",
    "article_id",
    "title",
    "publisher",
    "published_on",
    "url",
    "party",
    "party_name",
    "spokesperson",
    "spokesperson_name",
    "kind",
    "as_of",
    "evidence",
    "evidence_text",
    "to",
    "about",
    "claim_source",
    "claim_text",
    "about_text",
)


def write_responses(found: Sequence[FoundResponse], form: str) -> None:
    """Write responses to standard output, in the text format under their articles."""
    if form != "text":
        write_fields((response_fields(one) for one in found), form, _FIELDS)
        return
    console = open_console()
    groups = itertools.groupby(found, key=lambda one: one.response.article_id)
    for place, (article_id, of_article) in enumerate(groups):
        responses = list(of_article)
        print_article(console, responses[0], article_id, first=place == 0)
        for one in responses:
            print_indented(console, 2, *_head_of(one))
            print_indented(console, 4, (f"“{clean_line(one.evidence_text)}”", ""))
            if one.claim_text is not None:
                claim = (one.response.to_id, one.claim_source or NO_SOURCE)
                words = f"to {join_facts(*claim)}: {clean_line(one.claim_text)}"
                print_indented(console, 4, (words, "dim"))
            elif one.about_text is not None:
                print_indented(console, 4, (f"on: {clean_line(one.about_text)}", "dim"))


def _head_of(found: FoundResponse) -> list[tuple[str, str]]:
    """Party, what it did and as of when, as pieces of a line with their styles."""
    pieces = [(clean_line(found.party_name), "bold")]
    if found.spokesperson_name and found.spokesperson_name != found.party_name:
        pieces.append((f" (through {clean_line(found.spokesperson_name)})", ""))
    pieces.append((f" {RESPONSE_WORDS[found.response.kind]}", "bold"))
    if found.response.as_of is not None:
        pieces.append((f" · as of {date_in_words(found.response.as_of)}", "dim"))
    return pieces
