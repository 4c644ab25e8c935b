"""What the words after a cue make of it: "told … to" demands, "asked whether" asks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from onrecord.attributions.cue_head import CueHead
from onrecord.attributions.refusals import is_proposal_noun
from onrecord.attributions.word_classes import AUXILIARIES, DETERMINERS
from onrecord.records import Act

_WH = frozenset("whether if who what when where why how which".split())
_PASSIVE = frozenset("is are was were been be".split())
# What is offered in words: "offered an explanation" says, "offered help" proposes.
_TALK = frozenset(
    """account analysis answer apology argument assessment caveat clue comment condolence
    confirmation congratulations contradiction criticism description detail evidence example
    explanation figure glimpse guess hint insight interpretation look observation opinion
    perspective picture portrait prayer reaction reason reassurance remark reminder response retort
    review rhetoric specific story sympathy testimony thanks theory thought tribute version view
    word language ammunition""".split()
)
_ISSUED_WORDS = frozenset("apology tweet report memo letter response message reply".split())
_NEEDING = frozenset(
    """needs need wants want has had have going plans used able ready ought said due""".split()
)
_AFTER_A_QUESTION = frozenset("about over on by from of is was are were that".split())
_NOMINATIVES = frozenset("i he she we they".split())
_LONGEST_ADDRESSEE = 6
_MODALS_OF_FACT = frozenset("would will may might could can to must cannot shall".split())


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue's entry with what can follow it.

    Attributes:
        head: the entry and the words after it.
        content: the first words of the content.
        kind: what the content is: quote, clause, to, object.
        interrupts: whether the content begins before the cue.
    """

    head: CueHead
    content: tuple[str, ...]
    kind: str
    interrupts: bool

    @property
    def following(self) -> tuple[str, ...]:
        """The words after the entry."""
        return self.head.following

    @property
    def first(self) -> str:
        """The first of them."""
        return self.following[0] if self.following else ""

    @property
    def opens_infinitive(self) -> bool:
        """Whether what follows is to be done."""
        negative = self.following[:2] == ("not", "to")
        return self.first == "to" or negative or self.content[:1] == ("to",)


def read_frame(frame: Frame) -> Act | None:
    """The act of a cue whose meaning hangs on what follows; None for all others."""
    form = frame.head.form
    reader = _READERS.get(form.lemma) if form else None
    return reader(frame) if reader else None


def _read_asking(frame: Frame) -> Act:
    early = frame.content[:6]
    wants_something = frame.first == "for" or ("to" in early and not set(early) & _WH)
    return Act.DEMANDS if wants_something and "about" not in frame.following[:2] else Act.ASKS


def _read_questioning(frame: Frame) -> Act | None:
    """Who questions the wisdom of a plan opposes it; who has a question about it asks."""
    before = frame.head.words[: frame.head.position]
    is_noun = not DETERMINERS.isdisjoint(before)
    return Act.ASKS if is_noun or frame.first in _AFTER_A_QUESTION else None


def _read_telling(frame: Frame) -> Act | None:
    if frame.following[:2] == ("no", "to"):
        return Act.OPPOSES
    if frame.following[:2] == ("yes", "to"):
        return Act.SUPPORTS
    passive = not _PASSIVE.isdisjoint(frame.head.words[: frame.head.position])
    if frame.interrupts or frame.kind == "quote" or passive:
        return None
    # The addressee may stand in the content: "told | her aides to find out".
    form = frame.head.form
    addresses = form is not None and form.lemma == "tell" and _addresses_somebody(frame.content)
    return Act.DEMANDS if frame.opens_infinitive or addresses else None


def _read_ordering(frame: Frame) -> Act:
    """Who orders people to leave demands it; who orders an evacuation decides it."""
    to_somebody = frame.kind == "clause" or _addresses_somebody(frame.content)
    return Act.DEMANDS if frame.opens_infinitive or to_somebody else Act.DECIDES


def _read_challenging(frame: Frame) -> Act:
    """Who challenges a rival to run demands it; who challenges a ruling opposes it."""
    demands = frame.opens_infinitive or "to" in frame.content
    return Act.DEMANDS if demands else Act.OPPOSES


def _addresses_somebody(content: tuple[str, ...]) -> bool:
    """Whether a content opens with whom it is to: "her aides to find out"."""
    for position, word in enumerate(content[:_LONGEST_ADDRESSEE]):
        if word == "to":
            before = content[position - 1] if position else ""
            return bool(before) and before not in _NEEDING and not before.endswith("ed")
        if word in AUXILIARIES or word in _WH or word in _NOMINATIVES:
            return False
        if word in ("that", "of", "about"):
            return False
    return False


def _read_suggesting(frame: Frame) -> Act | None:
    """Whether a suggestion is of something to do: "pausing the works", "that they should wait"."""
    content, early = frame.content, frozenset(frame.content)
    # "that waiving the fee was fair" is a statement, "waiving the fee" is none.
    gerund = content[:1] and content[0].endswith("ing") and len(content[0]) > 5
    thing = frame.kind == "object" and (
        len(content) <= 2 or any(map(is_proposal_noun, content[:5]))
    )
    if gerund or thing:
        return Act.PROPOSES if early.isdisjoint(AUXILIARIES) else None
    if early & {"should", "ought"}:
        return None if {"should", "have"} <= early else Act.PROPOSES
    subjunctive = "be" in content[1:8] and early.isdisjoint(_MODALS_OF_FACT)
    return Act.PROPOSES if subjunctive else None


def _read_offering(frame: Frame) -> Act:
    """Help that is offered is proposed, an explanation is given."""
    words = (*frame.following, *frame.content)[:8]
    talks = any(word in _TALK or word.removesuffix("s") in _TALK for word in words)
    return Act.PROPOSES if frame.opens_infinitive or not talks else Act.SAYS


def _read_presenting(frame: Frame) -> Act:
    """A plan that is unveiled is proposed; anything else is shown to the public."""
    words = (*frame.following, *frame.content)[:6]
    return Act.PROPOSES if any(map(is_proposal_noun, words)) else Act.SAYS


def _read_issuing(frame: Frame) -> Act:
    words = (*frame.following, *frame.content)[:8]
    return Act.SAYS if any(word in _ISSUED_WORDS for word in words) else Act.DECIDES


def _read_settling(frame: Frame) -> Act:
    """A plan that is agreed on is decided, a view is shared."""
    decided = any(map(is_proposal_noun, frame.content[:5]))
    return Act.DECIDES if decided else Act.SUPPORTS


def _read_wanting(frame: Frame) -> Act | None:
    return Act.ASKS if frame.following[:2] == ("to", "know") else None


def _read_agreeing(frame: Frame) -> Act:
    return Act.DECIDES if frame.opens_infinitive else Act.SUPPORTS


def _read_agreement(frame: Frame) -> Act | None:
    return Act.SUPPORTS if frame.first in ("that", "with") else None


def _read_determination(frame: Frame) -> Act:
    return Act.WANTS if frame.opens_infinitive else Act.DECIDES


def _read_accepting(frame: Frame) -> Act:
    admits = frame.first in ("that", "responsibility", "blame")
    return Act.CONFIRMS if admits else Act.SUPPORTS


def _read_voting(frame: Frame) -> Act:
    if "against" in frame.following[:2]:
        return Act.OPPOSES
    backs = set(frame.following[:3]) & {"for", "favor", "favour"}
    return Act.SUPPORTS if backs else Act.DECIDES


def _read_certainty(frame: Frame) -> Act | None:
    """Who is sure that it held believes so; sure whether, knows; sure to come, is expected."""
    if frame.first == "to":
        return Act.PREDICTS
    return Act.KNOWS if frame.first in _WH else None


def _read_clarity(frame: Frame) -> Act | None:
    """A person who is clear about a thing says it; "it is clear" is known."""
    impersonal = not {"it", "it's"}.isdisjoint(frame.head.words[: frame.head.position])
    return None if impersonal or frame.first in _WH else Act.SAYS


_READERS: Mapping[str, Callable[[Frame], Act | None]] = MappingProxyType(
    {
        "ask": _read_asking,
        "question": _read_questioning,
        **dict.fromkeys(("tell", "say", "remind", "advise"), _read_telling),
        "order": _read_ordering,
        "challenge": _read_challenging,
        "issue": _read_issuing,
        "suggest": _read_suggesting,
        "offer": _read_offering,
        **dict.fromkeys(("unveil", "introduce", "present", "release"), _read_presenting),
        **dict.fromkeys(("want", "demand", "would like"), _read_wanting),
        "agree": _read_agreeing,
        "agree on": _read_settling,
        "agreement": _read_agreement,
        "determination": _read_determination,
        "accept": _read_accepting,
        "vote": _read_voting,
        **dict.fromkeys(("sure", "certain"), _read_certainty),
        "clear": _read_clarity,
    }
)
