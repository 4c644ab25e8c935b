"""What the first annotator marked in each article of a PolNeAR split, as the scorer reads it."""

import re
from pathlib import Path

ROLES = ("source", "cue", "content")

Pieces = list[list[int]]
Record = dict[str, Pieces | None]
"""One attribution: role → pieces as code points of the file; None where the role is missing."""

_FILE = re.compile(r"(?P<article>.+)_(?P<annotator>[0-9a-f]{4})\.ann")


def read_gold(split: Path, *, everybody: bool = False) -> dict[str, list[Record]]:
    """The attributions of each article, in the order of the file.

    Args:
        split: folder with `attributions/ARTICLE_XXXX.ann` (brat standoff).
        everybody: take those of all annotators together, not of the first one alone.
    """
    gold: dict[str, list[Record]] = {}
    for path in sorted((split / "attributions").glob("*.ann")):
        match = _FILE.fullmatch(path.name)
        if match and (everybody or match["article"] not in gold):
            gold.setdefault(match["article"], []).extend(read_annotations(path))
    return gold


def read_annotations(path: Path) -> list[Record]:
    """The attributions of one brat file that have a content."""
    spans: dict[str, Pieces] = {}
    events = []
    # The text of an annotation may run over several lines: only the first two fields matter.
    for line in path.read_bytes().decode("utf-8").split("\n"):
        fields = line.split("\t")
        if re.fullmatch(r"T\d+", fields[0]) and len(fields) > 2:
            pieces = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = [[int(number) for number in piece.split()] for piece in pieces]
        elif re.fullmatch(r"E\d+", fields[0]) and len(fields) > 1:
            events.append(fields[1].split()[1:])
    attributions: list[Record] = []
    for arguments in events:
        found: dict[str, Pieces] = {role: [] for role in ROLES}
        for argument in arguments:
            name, _, ident = argument.partition(":")
            role = name.rstrip("0123456789").lower()
            if role in found:
                found[role] += spans[ident]
        if found["content"]:
            attributions.append({role: sorted(found[role]) or None for role in ROLES})
    return attributions
