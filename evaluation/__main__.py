"""`python -m evaluation`: score the readers on the corpora and hold the floors.

A floor falls only by `--lower-floors`, which writes the figures of this run into floors.json.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from evaluation.polnear import MEASURES, predict, read_articles, score
from onrecord.operations import READERS, open_reader

FLOORS = Path(__file__).parent / "floors.json"
# A floor stands this far under what was measured when it was set: another machine's arithmetic may
# tip a few cues over the threshold.
SLACK = 0.003


def main() -> int:
    """Score, print, compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder of corpora and scorers")
    parser.add_argument("--reader", choices=READERS, action="append", help="default: all")
    parser.add_argument("--lower-floors", action="store_true", help="also let floors fall")
    arguments = parser.parse_args()
    split = arguments.shared / "data" / "polnear" / "dev"
    scorer = arguments.shared / "eval" / "score_polnear.py"
    if not split.is_dir() or not scorer.is_file():
        print(f"no corpora in {arguments.shared}: nothing is measured", file=sys.stderr)
        return 0
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    articles = read_articles(split)
    fallen: list[str] = []
    for name in arguments.reader or READERS:
        reader = open_reader(name)
        figures, table = score(scorer, split, predict(articles, reader))
        print(f"== {reader.name} on PolNeAR dev, first annotator ==")
        print(table)
        fallen += compare(name, figures, floors, lower=arguments.lower_floors)
    FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    for line in fallen:
        print(f"below its floor: {line}", file=sys.stderr)
    return 1 if fallen else 0


def compare(
    reader: str, figures: dict[str, Any], floors: dict[str, dict[str, float]], *, lower: bool
) -> list[str]:
    """Raise floors that were passed, name those that were not reached."""
    fallen = []
    mine = floors.setdefault(reader, {})
    for measure in MEASURES:
        reached = round(figures[measure]["f1"] - SLACK, 4)
        floor = mine.get(measure, 0.0)
        if reached >= floor or lower:
            mine[measure] = reached
        elif figures[measure]["f1"] < floor:
            fallen.append(f"{reader} {measure} {figures[measure]['f1']:.4f} < {floor:.4f}")
    return fallen


if __name__ == "__main__":
    sys.exit(main())
