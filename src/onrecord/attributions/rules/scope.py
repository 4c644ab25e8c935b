"""What the rules may look at when they read one unit."""

from dataclasses import dataclass

from onrecord.attributions.cues import Lexicon
from onrecord.attributions.words import Words

CLAUSE_OPENERS = frozenset(
    "when while as after although though if since because before until once whereas".split()
)


@dataclass(frozen=True, slots=True)
class Scope:
    """The words [low, high) of a text, and the cues to look for.

    Attributes:
        quoted: look for cues inside quotation marks too, as for nested attributions.
    """

    words: Words
    low: int
    high: int
    lexicon: Lexicon
    quoted: bool = False
