"""Reports of newsrooms from which a speaker's words come, and go on coming."""

from dataclasses import replace

from onrecord.resolution.chains.other_times import names_other_day
from onrecord.resolution.chains.scenes import Scene


class ReportScenes:
    """The report through which each speaker's words came last."""

    def __init__(self) -> None:
        self._of: dict[str, Scene] = {}

    def open(self, speaker: str, scene: Scene) -> None:
        """Remember through whose report a speaker's words came."""
        self._of[speaker] = scene

    def follow(self, speaker: str, paragraph: int, words: str, *, quoted: bool) -> Scene | None:
        """The report that these words of a speaker likely come from too; None where none.

        In the next paragraph only what is quoted does.
        """
        scene = self._of.get(speaker)
        if scene is None or paragraph - scene.paragraph > quoted or names_other_day(words):
            return None
        self._of[speaker] = replace(scene, paragraph=paragraph)
        return self._of[speaker]
