"""What the cue-conditioned head says of each unit near a cue; shared by reading and training."""

from enum import IntEnum


class Tag(IntEnum):
    """The part that a unit plays in the attribution of one given cue."""

    OUTSIDE = 0
    SOURCE = 1
    CUE = 2
    CONTENT = 3


BEFORE, AFTER = 96, 128
"""The furthest units from the first unit of a cue that the head looks at: [-BEFORE, AFTER)."""

NAME_TAGS = ("O", *(f"{p}-{k}" for k in ("PER", "ORG", "LOC", "MISC") for p in "BI"))
"""Tags of proper names in the order of the name head's outputs."""
