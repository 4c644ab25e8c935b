"""A suggestion on its page: two passages with what they share marked, and the reasons in words."""

import re
from dataclasses import dataclass

from onrecord.ledger.found import FoundAttribution
from onrecord.matches.differences import Aspect
from onrecord.matches.word_forms import head_of
from onrecord.review import Suggestion
from onrecord.web.views.wording_diff import Piece

ASPECT_WORDS = {
    Aspect.ACTORS: "who",
    Aspect.ACTION: "what was done",
    Aspect.NUMBERS: "how many",
    Aspect.DATES: "when",
    Aspect.NEGATION: "whether it is so",
    Aspect.MODALITY: "whether it happened or may happen",
    Aspect.WORDING: "the words",
    Aspect.MEANING: "the meaning",
}
_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 4
_TELLING_NOTHING = frozenset(
    "about after again also been before being between could does ever from have having here into "
    "just last less like more most much next only other over same should some such than that their "
    "them then there these they this those through under upon very were what when where whether "
    "which while will with would your".split()
)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two passages, in pieces: those with words that the other has too are shared."""

    passage: FoundAttribution
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One aspect in which the two were compared."""

    aspect: str
    agrees: bool
    message: str


@dataclass(frozen=True, slots=True)
class SuggestionView:
    """A suggestion as the page shows it."""

    id: str
    sides: tuple[Side, Side]
    reasons: tuple[ReasonLine, ...]
    is_near: bool


def make_suggestion_view(suggestion: Suggestion) -> SuggestionView:
    """Two passages side by side with what speaks for and against one claim."""
    first, second = suggestion.first, suggestion.second
    comparison = suggestion.comparison
    return SuggestionView(
        id=suggestion.match.id,
        sides=(
            Side(first, _mark_shared(first.content_text, second.content_text)),
            Side(second, _mark_shared(second.content_text, first.content_text)),
        ),
        reasons=tuple(
            ReasonLine(ASPECT_WORDS[one.aspect], one.agrees, _describe(one.aspect, one.message))
            for one in comparison.reasons
        ),
        is_near=suggestion.is_near,
    )


def _describe(aspect: Aspect, message: str) -> str:
    """The reason in words; of the action the marked words say more than its stems."""
    if aspect is Aspect.ACTION and message.startswith("both have"):
        return "both have the words marked in them"
    return message


def _mark_shared(text: str, other: str) -> tuple[Piece, ...]:
    """A text in pieces; longer words whose stem the other text has are shared."""
    line = " ".join(text.split())
    known = {head_of(word.casefold()) for word in _WORD.findall(other) if _tells(word)}
    pieces: list[Piece] = []
    place = 0
    for match in _WORD.finditer(line):
        if _tells(match[0]) and head_of(match[0].casefold()) in known:
            if match.start() > place:
                pieces.append(Piece(line[place : match.start()], shared=False))
            pieces.append(Piece(match[0], shared=True))
            place = match.end()
    if place < len(line):
        pieces.append(Piece(line[place:], shared=False))
    return tuple(pieces)


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST and word.casefold() not in _TELLING_NOTHING
