"""Ids made from content: the same thing read twice has the same id."""

import hashlib
import json

# Made once: an article asks for hundreds of ids.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def content_id(prefix: str, *parts: object) -> str:
    """An id like ``att_3f8a…``: a prefix and the first 16 hex digits of a SHA-256.

    The parts are hashed as a JSON list, so no two different lists of parts run together.

    Args:
        prefix: three letters that say what the id names.
        parts: strings, integers, None and (nested) lists or tuples of them.
    """
    canonical = _ENCODER.encode(parts)
    return f"{prefix}_{hashlib.sha256(canonical.encode()).hexdigest()[:16]}"
