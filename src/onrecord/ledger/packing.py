"""Members as bytes: what is read out of an article once, kept so that claims open at once."""

import functools
import hashlib

import msgspec
import numpy as np

from onrecord.matches.copies import Sketch
from onrecord.matches.members import Member

_DIGEST = np.dtype("<u4")


@functools.cache
def _coder() -> tuple[msgspec.msgpack.Encoder, msgspec.msgpack.Decoder[Member]]:
    return msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(Member)


def pack_member(member: Member) -> bytes:
    """A member as MessagePack; its column compresses it."""
    return _coder()[0].encode(member)


def unpack_member(packed: bytes) -> Member:
    """The member that was packed.

    Raises:
        ValueError: the bytes hold none.
    """
    return _coder()[1].decode(packed)


def pack_digest(sketch: Sketch) -> bytes:
    """The numbers of a sketch, four bytes each, the lowest first."""
    return np.array(sketch.digest, dtype=_DIGEST).tobytes()


def unpack_digest(runs: int, digest: bytes) -> Sketch:
    """The sketch that was packed."""
    return Sketch(runs, tuple(np.frombuffer(digest, dtype=_DIGEST).tolist()))


def number_word(word: str) -> int:
    """A word as a signed number of 64 bits; two words have one number by chance never."""
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), signed=True)
