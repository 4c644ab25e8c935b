"""The JSON contract: readings as JSON text, and the names behind which it stands.

Names are those of the records, except that ids of other records drop their "_id" and that positions
are `[start, end]`. `reading_from_dict(reading_to_dict(reading)) == reading`.
"""

import json
import re
from collections.abc import Sequence

from onrecord.export.decoding import reading_from_dict
from onrecord.export.encoding import reading_to_dict
from onrecord.export.schema import json_schema
from onrecord.export.shapes import ReadingDict
from onrecord.records import Reading

__all__ = [
    "ReadingDict",
    "json_schema",
    "reading_from_dict",
    "reading_to_dict",
    "render_json",
    "render_jsonl",
]

# An indented [start, end]. White space with a line break stands in no JSON string.
_INDENTED_POSITION = re.compile(r"\[\n\s+(\d+),\n\s+(\d+)\n\s+\]")
# Line breaks to some programs that read a file by lines, though not to JSON.
HIDDEN_LINE_BREAKS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\u0085\u2028\u2029"}


def render_json(readings: Sequence[Reading], *, as_list: bool | None = None) -> str:
    """Indented JSON: one object for one reading, a list for any other number.

    `as_list` overrides that: say True where several inputs were asked for and all but one failed.
    """
    records = [reading_to_dict(reading) for reading in readings]
    listed = len(records) != 1 if as_list is None else as_list
    written = json.dumps(records if listed else records[0], ensure_ascii=False, indent=2)
    return _INDENTED_POSITION.sub(r"[\1, \2]", written) + "\n"


def render_jsonl(reading: Reading) -> str:
    """One line of JSON, whatever the article's text contains."""
    written = json.dumps(reading_to_dict(reading), ensure_ascii=False, separators=(",", ":"))
    return written.translate(HIDDEN_LINE_BREAKS) + "\n"
