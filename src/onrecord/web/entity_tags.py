"""What a client has already: the tags in If-None-Match (RFC 9110, 13.1.2)."""

from fastapi import Request

ANY = "*"
"""What matches whatever there is; of what is not there nothing."""


def list_known(request: Request) -> frozenset[str]:
    """The tags that a client knows, weak ones as if they were strong."""
    known = request.headers.get("if-none-match", "")
    return frozenset(one.strip().removeprefix("W/") for one in known.split(",")) - {""}
