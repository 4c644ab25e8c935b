"""Occasions that last while their speaker goes on: interviews, speeches, letters."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from onrecord.records import Basis
from onrecord.resolution.chains.other_times import names_another
from onrecord.resolution.chains.rooms import Room

_TAKEN_UP = re.compile(
    r"\b(?:in|during|throughout|of) (?:the|his|her|their|that|this|"
    r"the same) (?:[\w-]+ )?interview\b|"
    r"\btold the (?:newspaper|paper|magazine|network|outlet|agency|broadcaster|station)\b|"
    r"\bthe (?:\w+ \d+ )?(?:comments|remarks) (?:were|came)\b", re.IGNORECASE,
)  # fmt: skip
_WROTE = re.compile(r"\b(?:wrote|writes|written|added|adds|continued|concluded)\b")
_IN_WRITING = frozenset({Basis.DOCUMENT, Basis.COURT, Basis.STATEMENT, Basis.SOCIAL_MEDIA})
_FARTHEST = 4
"""Paragraphs without its speaker after which an interview is over."""
_OFTEN, _FARTHEST_OFTEN = 3, 9
"""How often an interview has to be taken up to be what the story is about; and its paragraphs."""
_NEXT = 3
"""Paragraphs within which the name follows of somebody who was described."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One interview, or another occasion.

    Attributes:
        rooms: the newsrooms that have it.
        paragraph: where it was last taken up.
        apart: whether the text tells of it by the way: "she later told Vale Radio".
    """

    rooms: tuple[Room, ...]
    basis: Basis
    paragraph: int
    apart: bool = False

    @property
    def is_own(self) -> bool:
        """Whether the page had the interview itself: then the whole story draws on it."""
        return not self.rooms and self.basis is Basis.INTERVIEW


@dataclass(frozen=True, slots=True)
class Turn:
    """What a speaker says next, on whatever occasion.

    Attributes:
        words: those of the cue's clause, without what is said.
        occasion: the one that stands beside the cue.
        named: whether the speaker has a name: only then it can be whom the text described before.
    """

    speaker: str
    paragraph: int
    words: str
    occasion: Basis | None
    named: bool

    def is_on(self, scene: Scene) -> bool:
        """Whether no other occasion is named."""
        return self.occasion in (None, scene.basis)


class Scenes:
    """The occasions of an article so far: each speaker's last one, and who speaks now."""

    def __init__(self) -> None:
        self._of: dict[str, Scene] = {}
        self._count: Counter[str] = Counter()
        self._followed: Counter[str] = Counter()
        self._first: dict[str, Scene] = {}
        self._described: Scene | None = None
        self._first_described: Scene | None = None
        self._interviews: dict[str, Scene] = {}
        self._last_interview: Scene | None = None
        self._asides: dict[str, Scene] = {}
        self.current: tuple[str, int] | None = None
        """Who speaks in a scene right now, and the paragraph."""

    def open(self, speaker: str, scene: Scene, *, described: bool = False) -> None:
        """Begin an occasion; its speaker may be one that the text only describes."""
        if scene.rooms:
            self._described = scene if described else None
            if described:
                self._first_described = self._first_described or scene
        self._of[speaker] = scene
        self.current = (speaker, scene.paragraph)
        self._count[speaker] += 1
        self._remember_first(speaker, scene)
        if scene.rooms and scene.basis in (Basis.INTERVIEW, Basis.BROADCAST):
            self._interviews[speaker] = self._last_interview = scene

    def open_aside(self, speaker: str, scene: Scene) -> None:
        """Remember what a speaker said elsewhere: after its paragraph the interview goes on."""
        before = self._of.get(speaker)
        aired = speaker in self._interviews and not scene.apart
        if before is not None and (before.is_own or aired):
            self._asides[speaker] = scene
            self._remember_first(speaker, scene)
        else:
            self.open(speaker, scene)

    def _remember_first(self, speaker: str, scene: Scene) -> None:
        """Keep a speaker's first occasion; one by the way until the page's own interview."""
        first = self._first.get(speaker)
        if first is None or (first.apart and scene.is_own):
            self._first[speaker] = scene

    def knows(self, speaker: str) -> bool:
        """Whether a speaker has had an occasion."""
        return speaker in self._first

    def first_of(self, speaker: str) -> Scene | None:
        """The first occasion of a speaker in the article; or of one who is only described."""
        return self._first.get(speaker, self._first_described)

    def has_only(self, speaker: str) -> bool:
        """Whether a speaker has one occasion in the article, and that with a newsroom."""
        return self._count[speaker] == 1 and bool(self._first[speaker].rooms)

    def follow(self, turn: Turn) -> Scene | None:
        """The occasion that these words of a speaker belong to; None where they do to none."""
        aside = self._find_aside(turn)
        if aside is not None:
            return aside
        scene = self._of.get(turn.speaker) or self._find_described(turn)
        if scene is not None and _writes_on(turn, scene):
            return self._go_on(turn, scene)
        taken_up = self._take_up(turn, scene)
        if taken_up is not None:
            return self._go_on(turn, taken_up)
        if scene is None or _is_over_with_post(turn, scene) or not turn.is_on(scene):
            return None
        if not self._is_near(turn, scene) or names_another(turn.words):
            self._of.pop(turn.speaker, None)
            return None
        return self._go_on(turn, scene)

    def _find_aside(self, turn: Turn) -> Scene | None:
        """What the speaker said elsewhere, in the paragraph that tells it; later it is over."""
        aside = self._asides.pop(turn.speaker, None)
        if aside is None or turn.paragraph != aside.paragraph or not turn.is_on(aside):
            return None
        self._asides[turn.speaker] = aside
        return aside

    def _find_described(self, turn: Turn) -> Scene | None:
        """The interview before a name: "the former minister told Brenn Radio …" and then hers."""
        scene = self._described
        if scene is None or not turn.named or turn.occasion is not None:
            return None
        return scene if 0 <= turn.paragraph - scene.paragraph <= _NEXT else None

    def _take_up(self, turn: Turn, scene: Scene | None) -> Scene | None:
        """The interview that words take up again: "in the interview", "told the paper"."""
        told = self._interviews.get(turn.speaker) or scene or self._last_interview
        taken_up = _TAKEN_UP.search(turn.words) if told is not None else None
        if told is None or taken_up is None:
            return None
        if taken_up[0].lower().endswith("interview"):
            return replace(told, basis=Basis.INTERVIEW)
        return told

    def _is_near(self, turn: Turn, scene: Scene) -> bool:
        often = scene.rooms and self._followed[turn.speaker] >= _OFTEN
        farthest = _FARTHEST_OFTEN if often else _FARTHEST
        return scene.is_own or turn.paragraph - scene.paragraph <= farthest

    def _go_on(self, turn: Turn, scene: Scene) -> Scene:
        self._followed[turn.speaker] += 1
        self._of[turn.speaker] = replace(scene, paragraph=turn.paragraph)
        self.current = (turn.speaker, turn.paragraph)
        return self._of[turn.speaker]


def _writes_on(turn: Turn, scene: Scene) -> bool:
    """Whether more is quoted of what somebody wrote: "she added", however much later."""
    written = scene.basis in _IN_WRITING and turn.is_on(scene)
    return written and _WROTE.search(turn.words) is not None


def _is_over_with_post(turn: Turn, scene: Scene) -> bool:
    """Whether it was a post: that is over with its paragraph."""
    return scene.basis is Basis.SOCIAL_MEDIA and turn.paragraph > scene.paragraph
