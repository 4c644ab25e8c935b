"""Settings: read once at the edge, passed on, never looked up in the middle."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import SettingsError
from onrecord.version import __version__

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")
_DATABASES = frozenset({"postgresql", "postgres", "postgresql+psycopg"})


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How pages are fetched.

    Attributes:
        connect_timeout: seconds to wait for a connection.
        read_timeout: seconds to wait between two pieces of a body.
        max_body_bytes: largest decompressed body that is taken in.
        max_redirects: hops followed before giving up.
        retries: attempts after the first on 429, 5xx and broken connections.
        allow_private: also fetch from loopback, private and link-local addresses.
        honour_robots: ask robots.txt first.
    """

    connect_timeout: float = 10.0
    read_timeout: float = 20.0
    max_body_bytes: int = 10 * 1024 * 1024
    max_redirects: int = 5
    retries: int = 3
    backoff: float = 0.5
    allow_private: bool = False
    honour_robots: bool = True
    user_agent: str = f"onrecord/{__version__} (reads news articles for the record)"


def ledger_address(text: str) -> Path | str:
    """Where a ledger is: the URL of a PostgreSQL database as it stands, or the path of a file.

    Raises:
        SettingsError: it is empty, no text, or a URL of something else.
    """
    if not text.strip():
        raise SettingsError("the name of the ledger is empty: name a file, or a database")
    if not is_text(text):
        raise SettingsError("the name of the ledger is not text in UTF-8: write it in UTF-8")
    scheme = _SCHEME.match(text)
    if scheme is None:
        return check_path(_expand(text))
    if scheme[1].lower() not in _DATABASES:
        # The rest is not shown: it may hold a password.
        raise SettingsError(
            f"a ledger cannot be at {scheme[1]}://…: "
            "name a file, or a PostgreSQL database as postgresql://user@host/name"
        )
    return text


def _expand(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        user = text.partition("/")[0]
        raise SettingsError(f"nobody knows the folder {user}: write the path in full") from error


def is_text(word: str) -> bool:
    """Whether a word is text: what was given as bytes that are no UTF-8 is none."""
    return not any("\ud800" <= character <= "\udfff" for character in word)


def check_path(path: Path) -> Path:
    """The path of a ledger as it stands; a URL that was taken for a path is no path.

    Raises:
        SettingsError: it begins as the URL of a database does.
    """
    scheme, colon, _ = str(path).partition(":")
    if colon and scheme.lower() in _DATABASES:
        # The rest is not shown: it may hold a password.
        raise SettingsError(
            f"a ledger cannot be at {scheme}:…: "
            "write its URL with two slashes and as text, postgresql://user@host/name"
        )
    return path


def default_ledger(environ: Mapping[str, str] = os.environ) -> Path | str:
    """`ONRECORD_LEDGER`, a path or a URL, or `onrecord.db` in the user's data folder."""
    named = environ.get("ONRECORD_LEDGER", "")
    if named:
        return ledger_address(named)
    import platformdirs

    folder = platformdirs.user_data_path("onrecord", appauthor=False)
    if not folder.is_absolute():
        raise SettingsError(
            f"the user's data folder {folder} is not an absolute path: set ONRECORD_LEDGER"
        )
    return folder / "onrecord.db"
