"""`python -m evaluation`: score the readers on the corpora and hold the floors.

The parts: `polnear` (the readers by the corpus's own scorer), `people` (annotators against each
other), `slices`, `calibration`, `acts` and `nesting` (of the neural reader); `entities`, `dates`
and `chains` (on gold passages); `findings` and `checks` (end to end). A floor falls only by
`--lower-floors`, which writes the figures of this run into floors.json.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from evaluation.floors import Figures, hold_floors, read_floors, write_floors
from evaluation.parts import (
    Corpora,
    run_acts,
    run_calibration,
    run_chains,
    run_checks,
    run_dates,
    run_entities,
    run_findings,
    run_matches,
    run_nesting,
    run_people,
    run_polnear,
    run_slices,
)
from onrecord.operations import READERS

Part = Callable[[Corpora], Figures]
PARTS: dict[str, Part] = {
    "people": run_people,
    "polnear": run_polnear,
    "slices": run_slices,
    "calibration": run_calibration,
    "acts": run_acts,
    "nesting": run_nesting,
    "entities": run_entities,
    "dates": run_dates,
    "chains": run_chains,
    "findings": run_findings,
    "checks": run_checks,
    "matches": run_matches,
}


def main() -> int:
    """Measure, print, compare with the floors."""
    arguments = parse_arguments()
    corpora = Corpora(arguments.shared, tuple(arguments.reader or READERS))
    if not corpora.dev.is_dir() or not corpora.scorer.is_file():
        print(f"no corpora in {arguments.shared}: nothing is measured", file=sys.stderr)
        return 0
    floors, fallen = read_floors(), []
    for name in arguments.only or PARTS:
        floors, below = hold_floors(PARTS[name](corpora), floors, lower=arguments.lower_floors)
        fallen += below
    write_floors(floors)
    for line in fallen:
        print(f"below its floor: {line}", file=sys.stderr)
    return 1 if fallen else 0


def parse_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder of corpora and scorers")
    parser.add_argument(
        "--only", type=split_parts, help=f"parts to run, with commas: {','.join(PARTS)}"
    )
    parser.add_argument(
        "--reader", choices=READERS, action="append", help="for the part polnear; default: all"
    )
    parser.add_argument("--lower-floors", action="store_true", help="also let floors fall")
    return parser.parse_args()


def split_parts(names: str) -> list[str]:
    """The names of parts out of a list with commas."""
    parts = names.split(",")
    for name in parts:
        if name not in PARTS:
            known = ", ".join(PARTS)
            raise argparse.ArgumentTypeError(f"there is no part {name!r}: choose of {known}")
    return parts


if __name__ == "__main__":
    sys.exit(main())
