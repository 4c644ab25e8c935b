"""Ids as people type them: of which kind one is, and the one in the ledger that begins so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.errors import LedgerError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.ledger.ledger import Ledger

_MOST = 6
_NAMED = 2
"""Kinds that a message speaks of, where more will do."""
_BEGINNING = re.compile(r"[a-z]{3}_[0-9a-f]{0,16}")

_NOUNS = {
    "art": "an article",
    "att": "an attribution",
    "rsp": "a response",
    "ent": "an entity",
    "clm": "a claim",
    "pos": "a position",
    "abs": "an absence",
    "chk": "a check",
    "jdg": "a judgement",
    "mat": "a match",
    "cap": "a capture",
    "fai": "a failure",
}
_LISTS = {
    "art": "`onrecord articles`",
    "att": "`onrecord attributions`",
    "rsp": "`onrecord responses --format csv`",
    "ent": "`onrecord who NAME`",
    "clm": "`onrecord claims`",
}
_SHOWN_BY = {"art": "show", "att": "show", "rsp": "claim", "clm": "claim"}


def check_kind(word: str, *kinds: str) -> str:
    """An id or its beginning as it is written in the ledger.

    Args:
        word: as somebody typed it.
        kinds: the kinds that will do, as the letters that ids begin with; the first is most wanted.

    Raises:
        SettingsError: it is no id, or one of another kind.
    """
    name = word.strip().lower()
    kind = name[:3]
    if not name:
        raise SettingsError(f"the id is empty: {_list_of(kinds)}")
    wanted = " or ".join(_NOUNS[one] for one in kinds[:_NAMED])
    if not _BEGINNING.fullmatch(name) or kind not in _NOUNS:
        raise SettingsError(
            f"{word!r} is not the id of {wanted}: they look like {kinds[0]}_3f8a07c1d2e4b596, and "
            f"{_list_of(kinds)}"
        )
    if kind not in kinds:
        shown = f"`onrecord {_SHOWN_BY[kind]} {name}` shows it" if kind in _SHOWN_BY else ""
        raise SettingsError(
            f"{word!r} is not the id of {wanted} but of {_NOUNS[kind]}: {shown or _list_of(kinds)}"
        )
    return name


def complete_id(ledger: Ledger, word: str, *kinds: str) -> str:
    """The one id in the ledger that begins so.

    Raises:
        SettingsError: it is no id of these kinds, or several begin so.
        LedgerError: none does.
    """
    from onrecord.ledger.queries import find_ids

    prefix = check_kind(word, *kinds)
    ids = find_ids(ledger, prefix, limit=_MOST)
    if not ids:
        raise LedgerError(
            f"nothing in the ledger {ledger.name} has an id that begins with {prefix!r}: "
            f"{_list_of([prefix[:3]])}"
        )
    if len(ids) > 1:
        several = ", ".join(ids[: _MOST - 1]) + (", …" if len(ids) == _MOST else "")
        raise SettingsError(f"several ids begin with {prefix!r}: {several}. Give more of it")
    return ids[0]


def _list_of(kinds: Sequence[str]) -> str:
    listing = [_LISTS[one] for one in kinds[:_NAMED] if one in _LISTS]
    return f"{' and '.join(listing)} {'list' if len(listing) > 1 else 'lists'} the ids"
