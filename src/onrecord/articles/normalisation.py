"""Makes the text that positions refer to: decoded and normalised once, on the way in."""

import re
import unicodedata

from onrecord.articles.encodings import decode_bytes
from onrecord.records import Capture

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")

# Invisible characters without meaning for the reader of a news text.
_DROPPED = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f"  # controls (tab and line breaks have their steps)
    "\xad"  # soft hyphen
    "\u034f"  # combining grapheme joiner
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # direction marks
    "\u180e\u200b\u2060-\u2064\ufeff"  # zero-width: space, word joiner, invisible operators, BOM
    "\ufe00-\ufe0f\U000e0100-\U000e01ef"  # variation selectors
    "\ufff9-\ufffc"  # annotation anchors, object replacement
    "\ufdd0-\ufdef\ufffe\uffff"  # no characters
    "]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_TAGS = re.compile("(\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f)|[\U000e0000-\U000e007f]")
_JOINERS = re.compile("[\u200c\u200d]+")
_EMOJI = re.compile(
    "[\u2194-\u21aa\u231a-\u2328\u23cf-\u23fa\u25aa-\u27bf\u2934\u2935\u2b05-\u2b55"
    "\U0001f000-\U0001faff]"
)
# Arabic to Arabic Extended-A, the scripts of India and Sri Lanka, Tibetan, Myanmar, Khmer,
# Mongolian, Arabic presentation forms: letters there change their shape, and words their
# meaning, with a joiner.
_JOINING_SCRIPTS = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]"
)

_SPACES = re.compile("[\t \xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_LINE_EDGES = re.compile(" *\n *")
_BLANK_LINES = re.compile("\n{3,}")


def decode_body(capture: Capture) -> str:
    """Decode a capture as its byte order mark, its declarations or its bytes say.

    The order of trust stands at `encodings.decode_bytes`; nothing raises.
    """
    return decode_bytes(capture.body, charset=capture.charset, media_type=capture.media_type)


def normalise_text(text: str) -> str:
    """Bring text into the one form in which onrecord stores it; doing it twice changes nothing.

    1. Line breaks: CRLF, CR, VT, FF, NEL, LS and PS become LF.
    2. Lone surrogates become U+FFFD, so that any text can be stored.
    3. Dropped: control characters but tab and LF; soft hyphens; zero-width space, word joiner,
       BOM, invisible operators, combining grapheme joiner; variation selectors (also those of
       ideographs: the character stays, its variant is lost); direction marks, embeddings,
       overrides and isolates (text is stored in logical order, showing it is the page's work,
       and they can make a quotation look like another); annotation anchors, object replacements,
       noncharacters of the basic plane; tag characters outside of flags.
    4. Zero-width joiners and non-joiners, in runs of any length: one joiner stays between two
       emoji, and after a letter of a joining script (Arabic, the scripts of India …); one
       non-joiner stays between two letters of such scripts, where Persian writes it inside
       words. All others are dropped.
    5. Unicode normalisation form C.
    6. Spaces: tab, no-break space and all other space characters become plain spaces, runs of
       them one; none stays at the start or end of a line.
    7. At most one blank line in a row; none at the start or end of the text.

    Quotation marks, dashes and letters are never changed, except as form C demands.
    """
    text = _LINE_BREAKS.sub("\n", text)
    text = _SURROGATES.sub("\ufffd", text)
    text = _DROPPED.sub("", text)
    text = _TAGS.sub(lambda match: match.group(1) or "", text)
    text = _JOINERS.sub(_keep_joiner, text)
    text = unicodedata.normalize("NFC", text)
    text = _SPACES.sub(" ", text)
    text = _LINE_EDGES.sub("\n", text)
    text = _BLANK_LINES.sub("\n\n", text)
    return text.strip(" \n")


def _keep_joiner(run: re.Match[str]) -> str:
    """The first joiner of a run where it stands between characters that it works on, or ""."""
    text, joiner = run.string, run.group()[0]
    before = text[run.start() - 1 : run.start()]
    after = text[run.end() : run.end() + 1]
    follows_letter = _JOINING_SCRIPTS.match(before)
    if joiner == "\u200d":
        kept = follows_letter or (_EMOJI.match(before) and _EMOJI.match(after))
    else:
        kept = follows_letter and _JOINING_SCRIPTS.match(after)
    return joiner if kept else ""
