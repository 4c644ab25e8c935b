"""How one attribution is told: in whose content, through which newsrooms, on which occasion."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import Attribution, Basis
from onrecord.resolution.chains.rooms import Room
from onrecord.resolution.chains.scenes import Scene


@dataclass(frozen=True, slots=True)
class Telling:
    """An attribution with what its chain, its basis and its addressee follow from.

    Attributes:
        above: the attribution, traced, in whose content it stands.
        rooms: the newsrooms that its words came through.
        occasion: the one that the words beside its cue name; inside a speaker's words, which have
            his occasion, none is looked for.
        scene: the one that it belongs to, where that began before.
    """

    attribution: Attribution
    above: Attribution | None
    rooms: Sequence[Room]
    occasion: Basis | None
    scene: Scene | None
