"""What the words after `onrecord judge` ask for: one decision and the ids that it is about."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from onrecord.cli.ids import check_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

_CONTENTS = ("att", "rsp", "clm")


@dataclass(frozen=True, slots=True)
class _Form:
    """How a decision is written.

    Attributes:
        counts: how many ids it can have.
        kinds: of which kinds, as the letters that ids begin with.
        usage: how to write it.
    """

    counts: tuple[int, ...]
    kinds: tuple[str, ...]
    usage: str


_FORMS = {
    "same": _Form((2,), (*_CONTENTS, "ent"), "judge ID ID same"),
    "different": _Form((2,), (*_CONTENTS, "ent"), "judge ID ID different"),
    "unsure": _Form((2,), (*_CONTENTS, "ent"), "judge ID ID unsure"),
    "one_origin": _Form((2,), ("att",), "judge REPORT REPORT one_origin"),
    "two_origins": _Form((2,), ("att",), "judge REPORT REPORT two_origins"),
    "split": _Form((1,), ("att", "rsp"), "judge REPORT split"),
    "source": _Form((1,), ("att",), "judge REPORT source NAME"),
    "undo": _Form((1, 2), (*_CONTENTS, "ent"), "judge ID ID undo, or judge REPORT undo"),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be decided.

    Attributes:
        word: one of the words of `_FORMS`.
        ids: one or two, as they were typed, of kinds that the decision can be about.
        name: whose words they are, where a source is named.
    """

    word: str
    ids: tuple[str, ...]
    name: str = ""


def read_decision(words: Sequence[str]) -> Decision:
    """Take the words apart.

    Raises:
        UsageError: they are no decision, or lack something that it needs.
        SettingsError: an id is none, or of a kind that the decision cannot be about.
    """
    if not words:
        raise click.UsageError(
            "say what to decide, as in `judge ID ID same`; on a terminal, `judge` alone asks about "
            "one suggestion after the other"
        )
    place = next((n for n, word in enumerate(words) if word.lower() in _FORMS), None)
    if place is None:
        raise click.UsageError(_describe_unknown(words))
    word = words[place].lower()
    form, given, rest = _FORMS[word], words[:place], words[place + 1 :]
    if len(given) not in form.counts:
        wanted = " or ".join(f"{count}" for count in form.counts)
        raise click.UsageError(
            f"{word} takes {wanted} {'id' if form.counts[-1] == 1 else 'ids'} before it, "
            f"not {len(given)}: {form.usage}"
        )
    if word == "source" and not any(map(str.strip, rest)):
        raise click.UsageError(f"who is the source is missing: {form.usage}")
    if word != "source" and rest:
        raise click.UsageError(f"{' '.join(rest)!r} after {word} means nothing: {form.usage}")
    ids = tuple(check_kind(one, *form.kinds) for one in given)
    if len(ids) == 2 and len({one[:3] == "ent" for one in ids}) == 2 and word != "undo":
        raise click.UsageError(
            f"{ids[0]} and {ids[1]}: one is an entity, the other is not; only two of a kind can "
            "be the same"
        )
    return Decision(word, ids, " ".join(rest).strip())


def _describe_unknown(words: Sequence[str]) -> str:
    last = words[-1]
    near = difflib.get_close_matches(last.lower(), _FORMS, n=1)
    if near:
        return f"{last!r} is no decision: did you mean {near[0]}?"
    if "_" in last:
        return f"what to decide about {last} is missing: add one of {', '.join(_FORMS)}"
    return f"{last!r} is no decision: those are {', '.join(_FORMS)}"
