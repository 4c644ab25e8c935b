"""Interviews that a newsroom had with several people: those without names are they."""

from dataclasses import replace

from onrecord.resolution.chains.scenes import Scene

_NEXT = 3
"""Paragraphs within which somebody without a name speaks in the last of them."""


class GroupScenes:
    """The interviews with groups of an article so far."""

    def __init__(self) -> None:
        self._last: Scene | None = None
        self._told: list[Scene] = []

    def open(self, scene: Scene) -> None:
        """Remember that a newsroom talked with several people."""
        self._last = scene

    def open_told(self, scene: Scene) -> None:
        """Remember interviews that the text itself tells of: "the Post spoke with a dozen"."""
        self._last = scene
        self._told.append(scene)

    def follow(self, paragraph: int) -> Scene | None:
        """The interviews that somebody without a name likely gave."""
        last = self._last
        if last is None or paragraph - last.paragraph > _NEXT:
            return None
        self._last = replace(last, paragraph=paragraph)
        return self._last

    def find_told_after(self, paragraph: int) -> Scene | None:
        """The interviews that this paragraph, or the next, tells of."""
        return next((one for one in self._told if 0 <= one.paragraph - paragraph <= 1), None)
