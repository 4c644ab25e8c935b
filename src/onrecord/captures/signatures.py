"""Tells text from what is not text, by its first bytes: images, documents, archives, programs."""

import json
import re

from onrecord.errors import CaptureError

_SIGNATURES = tuple(
    (re.compile(signature, re.DOTALL), kind)
    for signature, kind in (
        (rb"%PDF-", "a PDF document"),
        (rb"%!PS", "a PostScript document"),
        (rb"\{\\rtf", "an RTF document"),
        (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
        (rb"PK(?:\x03\x04|\x05\x06)", "a ZIP archive or an Office document"),
        (rb"\x1f\x8b", "a gzip archive"),
        (rb"BZh\d1AY&SY", "a bzip2 archive"),
        (rb"\xfd7zXZ\x00", "an xz archive"),
        (rb"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
        (rb"Rar!\x1a\x07", "a RAR archive"),
        (rb"\x28\xb5\x2f\xfd", "a Zstandard archive"),
        (rb".{257}ustar[\x00 ]", "a tar archive"),
        (rb"\x89PNG\r\n\x1a\n", "a PNG image"),
        (rb"\xff\xd8\xff", "a JPEG image"),
        (rb"GIF8[79]a", "a GIF image"),
        (rb"RIFF.{4}WEBP", "a WebP image"),
        (rb"II\*\x00|MM\x00\*", "a TIFF image"),
        (rb"\x00\x00\x01\x00", "an icon"),
        (rb"\x00.{3}ftyp", "an MP4 video or a HEIC or AVIF image"),
        (rb"\x1aE\xdf\xa3", "a Matroska or WebM video"),
        (rb"RIFF.{4}AVI ", "an AVI video"),
        (rb"ID3[\x02-\x04]", "an MP3 recording"),
        (rb"OggS\x00", "an Ogg recording"),
        (rb"fLaC\x00", "a FLAC recording"),
        (rb"RIFF.{4}WAVE", "a WAV recording"),
        (rb"wOF[F2]", "a font"),
        (rb"\x7fELF", "a program"),
        (rb"SQLite format 3\x00", "an SQLite database"),
    )
)

_UNICODE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")

_BLANK = b" \t\r\n\xef\xbb\xbf"
_HEAD = 64 * 1024
# A page with a stray NUL or control byte from a broken editor is still a page; in data without
# structure, one byte in nine is a control byte.
_MAX_NUL_SHARE = 0.001
_MAX_CONTROL_SHARE = 0.02
_CONTROLS = bytes(
    code for code in range(1, 0x20) if chr(code) not in "\t\n\v\f\r\x1b"
)  # ESC belongs to ISO-2022-JP


def check_text(body: bytes, name: str, *, charset: str = "") -> None:
    """Raise CaptureError unless the bytes can be the text of an article.

    Args:
        body: what was received.
        name: what the message calls it: a path, a URL.
        charset: as declared by the transport; UTF-16 and UTF-32 are full of NUL bytes.
    """
    if not body.strip(_BLANK):
        raise CaptureError(f"{name} is empty: there is nothing to read")
    kind = identify_binary(body, charset=charset)
    if kind:
        raise CaptureError(f"{name} is not text but {kind}: give the article as HTML or plain text")
    if _is_json(body):
        raise CaptureError(f"{name} is JSON, not an article: give the page or its text")


def _is_json(body: bytes) -> bool:
    """Whether it is an object or a list of them, or many, one a line (JSONL)."""
    if body.lstrip(_BLANK)[:1] not in {b"{", b"["}:
        return False
    text = body.decode("utf-8-sig", errors="replace").strip()
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except RecursionError:
        return True
    except ValueError:
        return False
    rest = text[end:].lstrip(" \t\r")
    # "[1] said the minister" begins with a list, and is none.
    holds_objects = isinstance(value, dict) or (bool(value) and not isinstance(value[0], int))
    return holds_objects and (not rest or rest.startswith("\n{"))


def identify_binary(body: bytes, *, charset: str = "") -> str:
    """What the bytes look like ("a PNG image"), or "" for text."""
    head = body[:_HEAD]
    start = head.lstrip(_BLANK)  # sloppy servers send blank lines before a PDF
    for signature, kind in _SIGNATURES:
        if signature.match(start):
            return kind
    if body.startswith(_UNICODE_MARKS) or charset.lower().startswith(("utf-16", "utf-32")):
        return ""
    nuls = head.count(0)
    controls = len(head) - len(head.translate(None, delete=_CONTROLS))
    if nuls > _MAX_NUL_SHARE * len(head):
        return "binary data (NUL bytes; UTF-16 needs its byte order mark)"
    if controls > _MAX_CONTROL_SHARE * len(head):
        return "binary data (control bytes)"
    return ""
