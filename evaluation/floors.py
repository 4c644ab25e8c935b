"""Figures that must not fall: each has a floor in floors.json, which rises by itself.

A floor falls only by `--lower-floors`, which writes the figures of that run.
"""

import json
from collections.abc import Mapping
from pathlib import Path

FLOORS = Path(__file__).parent / "floors.json"

Figures = Mapping[str, Mapping[str, float]]
"""Section (a reader, "slices", …) → measure → figure, the higher the better."""
Floors = dict[str, dict[str, float]]

SLACK = 0.003
"""A floor stands this far under what was measured when it was set.

Another machine's arithmetic may tip a few cues over the threshold.
"""
WIDE_SLACK = {"slices": 0.02, "calibration": 0.01, "acts_open": 0.01, "acts_held": 0.01}
"""Of sections that measure on so few attributions that a handful of cues moves them further."""


def read_floors(path: Path = FLOORS) -> Floors:
    """Section → measure → floor."""
    floors: Floors = json.loads(path.read_text(encoding="utf-8"))
    return floors


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Write them, sorted."""
    path.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def hold_floors(figures: Figures, floors: Floors, *, lower: bool) -> tuple[Floors, list[str]]:
    """Raise the floors that were passed, name the figures that are below theirs.

    Args:
        figures: of this run; sections and measures that it leaves out keep their floors.
        floors: as they stand.
        lower: also let floors fall to what this run measured.

    Returns:
        the floors as they should be from now on, and one line for each figure that fell.
    """
    held = {section: dict(measures) for section, measures in floors.items()}
    fallen = []
    for section, measures in figures.items():
        mine = held.setdefault(section, {})
        for measure, figure in measures.items():
            reached = round(figure - WIDE_SLACK.get(section, SLACK), 4)
            floor = mine.get(measure, 0.0)
            if reached >= floor or lower:
                mine[measure] = reached
            elif figure < floor:
                fallen.append(f"{section}: {measure} {figure:.4f} < {floor:.4f}")
    return held, fallen
