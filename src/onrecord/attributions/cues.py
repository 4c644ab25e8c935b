"""The lexicon of cues: which words mark an attribution, and what they say that the source did."""

import functools
import importlib.resources
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from onrecord.records import Act

VOWELS = "aeiou"


class CueKind(StrEnum):
    """What kind of word heads a cue."""

    VERB = "verb"
    PHRASE = "phrase"
    FIXED = "fixed"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"


_VERBAL = frozenset((CueKind.VERB, CueKind.PHRASE))


class Inflection(StrEnum):
    """The form in which a verb stands; the only form of everything else is `BASE`."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a cue.

    Attributes:
        act: what the source does.
        takes: what may follow: "quote", "clause", "to" (an infinitive), "object" (a noun phrase),
            "person" (an addressee, then one of the others), or a preposition after a noun.
    """

    act: Act
    takes: frozenset[str]


@dataclass(frozen=True, slots=True)
class CueForm:
    """A cue as it can stand in a text.

    Attributes:
        lemma: as the lexicon lists it: "point out".
        words: as it stands, in lower case: ("pointed", "out").
        inflections: "put" is base, past and participle at once.
        senses: in the order of the lexicon, the commonest first.
    """

    lemma: str
    words: tuple[str, ...]
    kind: CueKind
    inflections: frozenset[Inflection]
    senses: tuple[Sense, ...]

    @property
    def takes(self) -> frozenset[str]:
        """What may follow the cue in any of its senses."""
        return frozenset().union(*(sense.takes for sense in self.senses))

    @property
    def is_verbal(self) -> bool:
        """Whether the cue is headed by a verb, and so wants a subject."""
        return self.kind in _VERBAL


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cue forms, by their first word; never changes once it is read."""

    forms: Mapping[str, tuple[CueForm, ...]]
    timid: frozenset[str]

    def match(self, words: Sequence[str], position: int) -> tuple[CueForm, ...]:
        """The cue forms that start at a word: the longest ones, all of one length.

        Args:
            words: the words of a text in lower case.
            position: where in them a cue may start.
        """
        forms = self.forms.get(words[position])
        if forms is None:
            return ()
        matches: list[CueForm] = []
        for form in forms:
            if matches and len(form.words) < len(matches[0].words):
                break
            if all(
                words[position + offset] == word
                for offset, word in enumerate(form.words)
                if position + offset < len(words)
            ) and position + len(form.words) <= len(words):
                matches.append(form)
        return tuple(matches)


@functools.cache
def load_lexicon() -> Lexicon:
    """Read the lexicon that is part of the package, once."""
    file = importlib.resources.files("onrecord") / "data" / "cues.json"
    return build_lexicon(json.loads(file.read_text(encoding="utf-8")))


def build_lexicon(source: Mapping[str, Any]) -> Lexicon:
    """Make a lexicon of the groups of `data/cues.json`: every lemma in all its forms."""
    irregular: Mapping[str, Sequence[str]] = source["irregular"]
    doubling = frozenset(source["doubling"])
    senses: dict[tuple[CueKind, str], list[Sense]] = {}
    for kind, lemma, sense in _list_senses(source):
        senses.setdefault((kind, lemma), []).append(sense)
    by_first: dict[str, list[CueForm]] = {}
    for (kind, lemma), meanings in senses.items():
        for words, inflections in _inflect_lemma(kind, lemma, irregular, doubling):
            form = CueForm(lemma, words, kind, inflections, tuple(meanings))
            by_first.setdefault(words[0], []).append(form)
    return Lexicon(
        forms=MappingProxyType(
            {
                word: tuple(sorted(forms, key=lambda form: -len(form.words)))
                for word, forms in by_first.items()
            }
        ),
        timid=frozenset(source["timid"]),
    )


def _list_senses(source: Mapping[str, Any]) -> Iterator[tuple[CueKind, str, Sense]]:
    for section, key, kind in (
        ("verbs", "lemmas", CueKind.VERB),
        ("phrases", "phrases", CueKind.PHRASE),
        ("fixed", "phrases", CueKind.FIXED),
        ("nouns", "lemmas", CueKind.NOUN),
        ("adjectives", "lemmas", CueKind.ADJECTIVE),
        ("adverbs", "lemmas", CueKind.ADVERB),
    ):
        for group in source[section]:
            sense = Sense(Act(group["act"]), frozenset(group.get("takes", ("clause",))))
            for lemma in group[key]:
                yield kind, lemma, sense


def _inflect_lemma(
    kind: CueKind,
    lemma: str,
    irregular: Mapping[str, Sequence[str]],
    doubling: frozenset[str],
) -> Iterator[tuple[tuple[str, ...], frozenset[Inflection]]]:
    head, *rest = lemma.split()
    if kind in _VERBAL:
        listed = irregular.get(head) or inflect_verb(head, doubles=head in doubling)
        names = (Inflection.PRESENT, Inflection.PAST, Inflection.PARTICIPLE, Inflection.GERUND)
        forms = zip((Inflection.BASE, *names), (head, *listed), strict=True)
    elif kind is CueKind.NOUN:
        forms = zip((Inflection.BASE, Inflection.BASE), (head, _add_s(head)), strict=True)
    else:
        forms = zip((Inflection.BASE,), (head,), strict=True)
    for word, inflections in _group_by_word(forms).items():
        yield (word, *rest), frozenset(inflections)


def _group_by_word(forms: Iterable[tuple[Inflection, str]]) -> dict[str, set[Inflection]]:
    grouped: dict[str, set[Inflection]] = {}
    for inflection, word in forms:
        grouped.setdefault(word, set()).add(inflection)
    return grouped


def inflect_verb(lemma: str, *, doubles: bool = False) -> tuple[str, str, str, str]:
    """The present, past, participle and gerund of a regular verb.

    Args:
        lemma: the base form.
        doubles: whether the last consonant doubles, which spelling does not tell: "admitted".
    """
    stem = lemma + lemma[-1] if doubles else lemma
    if lemma.endswith("e"):
        past = lemma + "d"
    elif lemma.endswith("y") and lemma[-2] not in VOWELS:
        past = lemma[:-1] + "ied"
    else:
        past = stem + "ed"
    if lemma.endswith("ie"):
        gerund = lemma[:-2] + "ying"
    elif lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        gerund = lemma[:-1] + "ing"
    else:
        gerund = stem + "ing"
    return _add_s(lemma), past, past, gerund


def _add_s(word: str) -> str:
    if word.endswith("y") and word[-2] not in VOWELS:
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")) or word in ("go", "veto", "echo"):
        return word + "es"
    return word + "s"
