"""Bytes of unknown encoding → text, in the order of trust of the WHATWG standards."""

import codecs
import re

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# The WHATWG Encoding Standard reads these labels as the superset that pages in truth use.
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "utf-16": "utf-16-le",
    "utf-32": "utf-32-le",
    "utf-8-sig": "utf-8",
}
_SINGLE_BYTE = re.compile(r"cp(125\d|437|85\d|866|874)|iso8859-\d+|koi8-[rtu]|mac-\w+")
# Python also knows codecs that are no encodings of pages (rot13, zlib, idna, UTF-7 …).
_MULTI_BYTE = frozenset(
    "utf-8 utf-16-le utf-16-be utf-32-le utf-32-be "
    "gb18030 big5hkscs cp932 cp949 euc_jp iso2022_jp".split()
)

_PRESCAN = 4096
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_DECLARATIONS = (
    re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE),
    re.compile(rb"<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w:.-]+)", re.IGNORECASE),
)

# A wrong codec breaks on most of the characters outside ASCII; a page with a cut-off end or a
# few pasted-in bytes of another encoding breaks on a few.
_MAX_BROKEN_SHARE = 0.1

_CANDIDATES = (
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp874 koi8_r iso8859_2 iso8859_5 "
    "cp866 mac_cyrillic gb18030 big5 euc_jp cp932 euc_kr"
).split()
_LATIN_CODE_PAGES = frozenset({"cp1250", "cp1252", "cp1254", "cp1257"})
_CODE_PAGE_OF_LANGUAGE = {
    **dict.fromkeys(
        ("Croatian", "Czech", "Hungarian", "Polish", "Romanian", "Slovak", "Slovene"), "cp1250"
    ),
    "Turkish": "cp1254",
    **dict.fromkeys(("Estonian", "Latvian", "Lithuanian"), "cp1257"),
}
_EQUAL_CHAOS = 0.02
_TAG = re.compile(rb"<[^<>]*>")
_SAMPLE = 64 * 1024


def decode_bytes(body: bytes, *, charset: str = "", media_type: str = "") -> str:
    """Decode a page: by its byte order mark, its declarations, or the look of its bytes.

    1. A byte order mark decides (UTF-8, UTF-16, UTF-32) and is dropped.
    2. Then the charset of the transport, then, unless the type is plain text, a `<meta charset>`,
       its http-equiv form or an XML declaration in the first 4 kB. Labels are read as the WHATWG
       Encoding Standard reads them (latin-1 and ASCII mean windows-1252). A declaration is not
       believed where more than a tenth of the characters outside ASCII break under it, nor where
       it names a single-byte encoding and the bytes are valid UTF-8, which happens by mistake of
       the server and hardly ever by chance.
    3. Then UTF-8, where it fits.
    4. Then the most likely of the older encodings, found by charset-normalizer from the bytes
       outside markup.
    5. Then windows-1252, which reads anything.

    What does not decode becomes U+FFFD; nothing raises.
    """
    for mark, codec in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(codec, errors="replace")
    valid_utf8 = not body.isascii() and _count_broken(body, "utf-8") == 0
    for codec in (_find_codec(charset), _find_declared_codec(body, media_type), "utf-8"):
        if not codec:
            continue
        chosen = "utf-8" if valid_utf8 and _SINGLE_BYTE.fullmatch(codec) else codec
        text = body.decode(chosen, errors="replace")
        if _count_broken(body, chosen) <= _MAX_BROKEN_SHARE * _count_beyond_ascii(text):
            return text
    return body.decode(_guess_codec(body), errors="replace")


def _find_codec(label: str) -> str:
    """The Python codec for a declared label, or "" for none or an unknown one."""
    label = label.strip().lower().removeprefix("x-")
    try:
        name = codecs.lookup(re.sub(r"^(iso-8859-8)-[ei]$", r"\1", label)).name
    except (LookupError, ValueError):
        return ""
    name = _SUPERSETS.get(name, name)
    return name if name in _MULTI_BYTE or _SINGLE_BYTE.fullmatch(name) else ""


def _find_declared_codec(body: bytes, media_type: str) -> str:
    """The codec that the page declares in its own head, or ""."""
    if media_type in {"text/plain", "text/markdown"}:
        return ""
    head = _COMMENT.sub(b"", body[:_PRESCAN])
    for declaration in _DECLARATIONS:
        match = declaration.search(head)
        if match:
            codec = _find_codec(match.group(1).decode("ascii"))
            # A declaration that could be read byte by byte is not in UTF-16 or UTF-32.
            return "utf-8" if codec.startswith(("utf-16", "utf-32")) else codec
    return ""


def _count_broken(body: bytes, codec: str) -> int:
    """How many pieces of the bytes do not decode."""
    try:
        body.decode(codec)
    except UnicodeDecodeError:
        text = body.decode(codec, errors="replace")
        genuine = body.count("\ufffd".encode()) if codec == "utf-8" else 0
        return max(1, text.count("\ufffd") - genuine)
    return 0


def _count_beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", errors="ignore"))


def _guess_codec(body: bytes) -> str:
    """The likeliest older encoding.

    The code pages of Latin scripts agree on most letters, so that a text often fits several of
    them equally well. Among these the one is taken under which the text is in a language that
    the code page was made for, else windows-1252.
    """
    from charset_normalizer import from_bytes

    words = _TAG.sub(b" ", body)
    lines = b"\n".join(line for line in words.splitlines() if not line.isascii())
    matches = from_bytes(lines[:_SAMPLE], cp_isolation=_CANDIDATES)
    best = matches.best()
    if best is None:
        return "cp1252"
    if best.encoding not in _LATIN_CODE_PAGES:
        return best.encoding
    at_home = [
        match
        for match in matches
        if match.chaos <= best.chaos + _EQUAL_CHAOS
        and match.encoding == _CODE_PAGE_OF_LANGUAGE.get(match.language, "")
    ]
    return max(at_home, key=lambda match: match.coherence).encoding if at_home else "cp1252"
