"""Tokens: who may write, known by the digest of a secret that is shown once and never kept."""

import hashlib
import hmac
import json
import os
import re
import secrets
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from onrecord.errors import SettingsError

_BYTES = 32
_PREFIX = "onr_"


class Scope(StrEnum):
    """What a token allows."""

    READ = "read"
    JUDGE = "judge"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Token:
    """Somebody's permission.

    Attributes:
        name: whose it is; judgements made with it carry the name.
        digest: SHA-256 of the secret, in hex.
    """

    name: str
    scopes: frozenset[Scope]
    digest: str


def make_token(name: str, scopes: Iterable[Scope]) -> tuple[Token, str]:
    """A new token, and the secret that is told to nobody but its owner.

    Raises:
        SettingsError: nobody's name is given.
    """
    if not name.strip():
        raise SettingsError("a token needs the name of who has it: judgements carry the name")
    secret = _PREFIX + secrets.token_urlsafe(_BYTES)
    return Token(name.strip(), frozenset(scopes) | {Scope.READ}, _digest(secret)), secret


def find_token(tokens: Sequence[Token], secret: str) -> Token | None:
    """The token that a secret belongs to.

    All are compared, each in constant time: how long it takes tells nothing.
    """
    presented = _digest(secret)
    found = None
    for token in tokens:
        if hmac.compare_digest(token.digest, presented):
            found = token
    return found


def tokens_path(ledger: Path | str) -> Path:
    """Where the tokens of a ledger are kept: beside its file; of a database, in the data folder."""
    if isinstance(ledger, Path):
        return ledger.with_name(ledger.name + ".tokens.json")
    import platformdirs

    # The name of the database alone: the URL may hold a password.
    name = re.sub(r"[^\w.-]+", "-", ledger.partition("://")[2].rpartition("@")[2].partition("?")[0])
    return platformdirs.user_data_path("onrecord", appauthor=False) / f"{name}.tokens.json"


def load_tokens(path: Path) -> tuple[Token, ...]:
    """The tokens in a file; none where there is no file.

    Raises:
        SettingsError: the file cannot be read, or is none of ours.
    """
    try:
        rows = json.loads(path.read_text("utf-8"))
        return tuple(
            Token(row["name"], frozenset(map(Scope, row["scopes"])), row["digest"]) for row in rows
        )
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise SettingsError(f"the tokens in {path} cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise SettingsError(
            f"{path} holds no tokens of onrecord: move it away and make new ones "
            "with `onrecord token NAME`"
        ) from error


def store_tokens(path: Path, tokens: Sequence[Token]) -> None:
    """Write tokens to a file that only its owner may read.

    It is written beside the old one and then takes its place: what else may read the old one does
    not read this one, and whatever breaks, one of the two is whole.

    Raises:
        SettingsError: it cannot be written; the old one stays.
    """
    rows = [
        {"name": one.name, "scopes": sorted(one.scopes), "digest": one.digest} for one in tokens
    ]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # It is made for its owner alone (0600).
        descriptor, made = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
            Path(made).replace(path)
        except BaseException:
            Path(made).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise SettingsError(f"the tokens cannot be kept in {path}: {error.strerror}") from error


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
