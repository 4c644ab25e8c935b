"""What the cue-conditioned head says of each unit near a cue; shared by reading and training."""

from enum import IntEnum


class Tag(IntEnum):
    """The part that a unit plays in the attribution of one given cue."""

    OUTSIDE = 0
    SOURCE = 1
    CUE = 2
    CONTENT = 3


BEFORE, AFTER = 64, 96
"""Units around the first unit of a cue that the head looks at: [anchor - BEFORE, anchor + AFTER).

99.3 % of the attributions of PolNeAR train lie inside; longer quotations are completed by rule.
"""

NAME_TAGS = ("O", *(f"{p}-{k}" for k in ("PER", "ORG", "LOC", "MISC") for p in "BI"))
"""Tags of proper names in the order of the name head's outputs."""
