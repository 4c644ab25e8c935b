"""The lexicon of what somebody who decides can do."""

import importlib.resources
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.findings.content_words import stem_word
from onrecord.resolution.layout import Word

_NEAR_OBJECT = 5


@dataclass(frozen=True, slots=True)
class ActionLexicon:
    """Words that make a proposition.

    Attributes:
        nouns: heads of phrases, lower case.
        verbs: stems of what somebody who decides can do.
        weak_verbs: stems of verbs that need one of the nouns or things in their object.
        things: further nouns that make their object one.
    """

    nouns: frozenset[str]
    verbs: frozenset[str]
    weak_verbs: frozenset[str]
    things: frozenset[str]

    def names_action(self, verb: str, rest: Sequence[Word]) -> bool:
        """Whether a verb with what follows it is something that could be done."""
        stem = stem_word(verb)
        single = stem[:-1] if stem[-2:-1] == stem[-1:] else stem  # "banned" is of "ban"
        if stem in self.verbs or single in self.verbs:
            return True
        return bool({stem, single} & self.weak_verbs) and any(
            word.lower in self.things or word.lower in self.nouns for word in rest[:_NEAR_OBJECT]
        )


@cache
def load_actions() -> ActionLexicon:
    """Read the lexicon that is part of the package, once."""
    file = importlib.resources.files("onrecord") / "data" / "propositions.json"
    source = json.loads(file.read_text(encoding="utf-8"))
    return ActionLexicon(
        frozenset(source["nouns"].split()),
        frozenset(map(stem_word, source["verbs"].split())),
        frozenset(map(stem_word, source["weak_verbs"].split())),
        frozenset(source["things"].split()),
    )
