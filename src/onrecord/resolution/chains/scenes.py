"""Interviews as scenes: an occasion that lasts while its speaker goes on."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from onrecord.records import Basis
from onrecord.resolution.newsrooms import Newsroom

_TAKEN_UP = re.compile(
    r"\b(?:in|during|throughout|of) (?:the|his|her|their|that|this|"
    r"the same) (?:[\w-]+ )?interview\b|"
    r"\btold the (?:newspaper|paper|magazine|network|outlet|agency|broadcaster|station)\b|"
    r"\bthe (?:\w+ \d+ )?(?:comments|remarks) (?:were|came)\b", re.IGNORECASE,
)  # fmt: skip
_ANOTHER = re.compile(
    r"\b(?:previously|earlier|in the past|has (?:long|often|repeatedly|also|said|called|"
    r"previously|been)|have (?:long|often|"
    r"repeatedly|said)|had (?:said|told|previously|earlier|\w+ly|\w+ed)\b|last (?:week|month|"
    r"year|night)|later|"
    r"in (?:19|20)\d\d|"
    r"[’']s (?:long |often |also )?said|(?:at|back) the time\b|back then|"
    r"another|separate|once|repeatedly|often|afterwards?|subsequently|when (?:he|she|they) first|"
    r"in (?:January|February|March|April|June|July|August|September|October|November|"
    r"December))\b", re.IGNORECASE,
)  # fmt: skip
# In a cue alone: "has reiterated", "have repeatedly urged".
_PERFECT = re.compile(
    r"^(?:has|have|had) (?:\w+ly |since |also |often |\w+ times )*(?!told\b|been\b)"
    r"\w+(?:ed|aid|ade)\b"
)
_OTHER_DAY = re.compile(
    rf"{_ANOTHER.pattern}|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:has|have|asked)\b",
    re.IGNORECASE,
)
_WROTE = re.compile(r"\b(?:wrote|writes|written|added|adds|continued|concluded)\b")
_IN_WRITING = frozenset({Basis.DOCUMENT, Basis.COURT, Basis.STATEMENT, Basis.SOCIAL_MEDIA})
_FARTHEST = 4
"""Paragraphs without its speaker after which an interview is over."""
_OFTEN, _FARTHEST_OFTEN = 3, 9
"""How often an interview has to be taken up to be what the story is about; and its paragraphs."""
_NEXT = 3


def is_perfect(cue: str) -> bool:
    """Whether a cue says that something was said at some time or other: "has reiterated"."""
    return _PERFECT.search(cue) is not None


def names_another(words: str) -> bool:
    """Whether words say that something was said on another occasion: "has previously said"."""
    return _ANOTHER.search(words) is not None


@dataclass(frozen=True, slots=True)
class Scene:
    """One interview.

    Attributes:
        rooms: the newsrooms that have it.
        paragraph: where it was last taken up.
    """

    rooms: tuple[Newsroom, ...]
    basis: Basis
    paragraph: int

    @property
    def is_own(self) -> bool:
        """Whether the page had the interview itself: then the whole story draws on it."""
        return not self.rooms and self.basis is Basis.INTERVIEW


class Scenes:
    """The interviews of an article so far: each speaker's last one, and who speaks now."""

    def __init__(self) -> None:
        self._of: dict[str, Scene] = {}
        self._count: Counter[str] = Counter()
        self._followed: Counter[str] = Counter()
        self._first: dict[str, Scene] = {}
        self._described: Scene | None = None
        self._first_described: Scene | None = None
        self._interviews: dict[str, Scene] = {}
        self._last_interview: Scene | None = None
        self._group: Scene | None = None
        self.groups: list[Scene] = []
        self._reports: dict[str, Scene] = {}
        self._asides: dict[str, Scene] = {}
        self.current: tuple[str, int] | None = None
        """Who speaks in a scene right now, and the paragraph."""

    def open_group(self, scene: Scene) -> None:
        """Remember that a newsroom talked with several people: those without names are they."""
        self._group = scene

    def find_group_after(self, paragraph: int) -> Scene | None:
        """The interviews with a group that this paragraph, or the next, tells of."""
        return next((one for one in self.groups if 0 <= one.paragraph - paragraph <= 1), None)

    def follow_group(self, paragraph: int) -> Scene | None:
        """The interviews with a group that somebody without a name likely gave."""
        group = self._group
        if group is None or paragraph - group.paragraph > _NEXT:
            return None
        self._group = replace(group, paragraph=paragraph)
        return self._group

    def open_report(self, speaker: str, scene: Scene) -> None:
        """Remember through whose report a speaker's words came."""
        self._reports[speaker] = scene

    def follow_report(
        self, speaker: str, paragraph: int, around: str, *, quoted: bool
    ) -> Scene | None:
        """The report that these words of a speaker likely come from too; None where none.

        In the next paragraph only what is quoted does.
        """
        scene = self._reports.get(speaker)
        if scene is None or paragraph - scene.paragraph > quoted or _OTHER_DAY.search(around):
            return None
        self._reports[speaker] = replace(scene, paragraph=paragraph)
        return self._reports[speaker]

    def open(self, speaker: str, scene: Scene, *, described: bool = False) -> None:
        """Begin an interview; its speaker may be one that the text only describes."""
        if scene.rooms:
            self._described = scene if described else None
            if described:
                self._first_described = self._first_described or scene
        self._of[speaker] = scene
        self.current = (speaker, scene.paragraph)
        self._count[speaker] += 1
        self._first.setdefault(speaker, scene)
        if scene.rooms and scene.basis in (Basis.INTERVIEW, Basis.BROADCAST):
            self._interviews[speaker] = self._last_interview = scene

    def open_aside(self, speaker: str, scene: Scene) -> None:
        """Remember what a speaker said elsewhere: after its paragraph the interview goes on."""
        if speaker in self._interviews and speaker in self._of:
            self._asides[speaker] = scene
        else:
            self.open(speaker, scene)

    def knows(self, speaker: str) -> bool:
        """Whether a speaker has had an occasion."""
        return speaker in self._first

    def first_of(self, speaker: str) -> Scene | None:
        """The first interview of a speaker in the article; or of one who is only described."""
        return self._first.get(speaker, self._first_described)

    def has_only(self, speaker: str) -> bool:
        """Whether a speaker has one occasion in the article, and that with a newsroom."""
        return self._count[speaker] == 1 and bool(self._first[speaker].rooms)

    def follow(
        self, speaker: str, paragraph: int, around: str, occasion: Basis | None, *, named: bool
    ) -> Scene | None:
        """The interview that these words of a speaker belong to; None where they do to none.

        Only a speaker with a name can be the one whom the text described before.
        """
        aside = self._asides.pop(speaker, None)
        if aside is not None and paragraph == aside.paragraph and occasion in (None, aside.basis):
            self._asides[speaker] = aside
            return aside
        scene = self._of.get(speaker)
        if (
            scene is None
            and named
            and self._described is not None
            and (0 <= paragraph - self._described.paragraph <= _NEXT and occasion is None)
        ):
            # "the former minister told Brenn Radio …" and then her name.
            scene = self._described
        if (
            scene is not None
            and scene.basis in _IN_WRITING
            and occasion in (None, scene.basis)
            and _WROTE.search(around)
        ):
            return self._go_on(speaker, scene, paragraph)
        told = self._interviews.get(speaker) or scene or self._last_interview
        taken_up = _TAKEN_UP.search(around)
        if told is not None and taken_up is not None:
            if taken_up[0].lower().endswith("interview"):
                told = replace(told, basis=Basis.INTERVIEW)
            return self._go_on(speaker, told, paragraph)
        if scene is None or (scene.basis is Basis.SOCIAL_MEDIA and paragraph > scene.paragraph):
            return None  # a post is over with its paragraph
        often = scene.rooms and self._followed[speaker] >= _OFTEN
        far = _FARTHEST_OFTEN if often else _FARTHEST
        near = scene.is_own or paragraph - scene.paragraph <= far
        if occasion not in (None, scene.basis):
            return None
        if not near or names_another(around):
            self._of.pop(speaker, None)
            return None
        return self._go_on(speaker, scene, paragraph)

    def _go_on(self, speaker: str, scene: Scene, paragraph: int) -> Scene:
        self._followed[speaker] += 1
        self._of[speaker] = replace(scene, paragraph=paragraph)
        self.current = (speaker, paragraph)
        return self._of[speaker]
