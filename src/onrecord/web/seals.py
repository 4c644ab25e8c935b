"""Seals on what a browser keeps for us: form tokens, and who has signed in.

A form carries the seal of a cookie that scripts of other sites can neither read nor set; a sign-in
cookie carries a name and its end, sealed.
"""

import hmac
import json
import re
import secrets
from hashlib import sha256

FORM_COOKIE = "onrecord_form"
SIGN_IN_COOKIE = "onrecord_signed_in"
NAME_COOKIE = "onrecord_name"
LONGEST_NAME = 80
"""Letters of a name that stands beside decisions."""
SIGN_IN_SECONDS = 12 * 60 * 60

_COOKIE = re.compile(r"[\w-]{20,64}")


def make_form_cookie() -> str:
    """A new value of the cookie that forms are tied to."""
    return secrets.token_urlsafe(24)


def is_form_cookie(value: str) -> bool:
    """Whether a value could be one of ours."""
    return _COOKIE.fullmatch(value) is not None


def seal_form(secret: bytes, cookie: str) -> str:
    """A token that a form must carry beside the cookie.

    Another one each time: a page that is compressed on the way betrays no secret by its length.
    """
    nonce = secrets.token_hex(8)
    return f"{nonce}.{_seal(secret, nonce, cookie)}"


def is_sealed_form(secret: bytes, cookie: str, token: str) -> bool:
    """Whether a form's token belongs to the cookie; compared in constant time."""
    nonce, _, seal = token.partition(".")
    return is_form_cookie(cookie) and hmac.compare_digest(
        _seal(secret, nonce, cookie).encode(), seal.encode("utf-8", "surrogatepass")
    )


def seal_sign_in(secret: bytes, digest: str, ends_at: int) -> str:
    """The cookie of whoever signed in with a token of this digest, valid to an instant (Unix)."""
    return f"{ends_at}.{_seal(secret, 'sign-in', f'{digest}.{ends_at}')}"


def is_signed_in(secret: bytes, digest: str, cookie: str, *, now: float) -> bool:
    """Whether a cookie says that the owner of a token has signed in, and holds at an instant."""
    ends, _, _ = cookie.partition(".")
    if not (ends.isascii() and ends.isdigit() and len(ends) < len("99999999999999")):
        return False
    expected = seal_sign_in(secret, digest, int(ends))
    return hmac.compare_digest(expected.encode(), cookie.encode("utf-8", "surrogatepass")) and (
        now < int(ends)
    )


def _seal(secret: bytes, purpose: str, words: str) -> str:
    return hmac.new(secret, json.dumps([purpose, words]).encode(), sha256).hexdigest()
