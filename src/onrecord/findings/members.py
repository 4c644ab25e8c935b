"""The members of several who stand together: "Ames and Bell" is Ames, and Bell."""

import bisect
import re
from collections.abc import Sequence

from onrecord.records import Entity, Span
from onrecord.resolution.layout import Layout

_JOINTS = re.compile(r",\s(?:and\s|both\s)?|\sand\s(?:both\s)?|\sor\s")
_TITLE = re.compile(
    r"(?:(?:both|the|The|Both|Mr|Mrs|Ms|Dr|Sens?|Senators?|Reps?|Gov|Governors?|President|Speaker|"
    r"Prime\sMinister|Minister)\.?\s)*"
)
_FEWEST = 2


class Members:
    """The mentions of an article's entities, looked up by where they begin."""

    def __init__(self, layout: Layout, entities: Sequence[Entity]) -> None:
        self._text = layout.text
        self._mentions = sorted(
            (mention.start, mention.end, entity.id)
            for entity in entities
            for mention in entity.mentions
        )

    def list_members(self, words: Span, whole: str) -> list[str]:
        """The entities that the words list one by one, or else the whole.

        Args:
            words: what names those who stand together.
            whole: the entity that they are together.
        """
        if _JOINTS.search(self._text, words.start, words.end) is None:
            return [whole]
        found: list[str] = []
        start = words.start
        joints = [*_JOINTS.finditer(self._text, words.start, words.end), None]
        for joint in joints:
            end = words.end if joint is None else joint.start()
            member = self._named_at(start, end, whole)
            if member is not None and member not in found:
                found.append(member)
            start = end if joint is None else joint.end()
        return found if len(found) >= _FEWEST else [whole]

    def _named_at(self, start: int, end: int, whole: str) -> str | None:
        """The entity whose mention opens a part, after a title."""
        title = _TITLE.match(self._text, start, end)
        first = start if title is None else title.end()
        number = bisect.bisect_left(self._mentions, (start, 0, ""))
        for begin, until, entity in self._mentions[number:]:
            if begin > first:
                return None
            owns = self._text.startswith(("’s", "'s", "’ ", "' "), until)
            if until <= end and entity != whole and not owns:
                return entity
        return None
