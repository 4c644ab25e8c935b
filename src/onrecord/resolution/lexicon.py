"""What onrecord knows about words before it reads an article: names, titles, nouns of speakers."""

import functools
import importlib.resources
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Words = frozenset[str]


class Gender(StrEnum):
    """Which of "he" and "she" a person is called by; UNKNOWN where the text does not tell."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of `data/given_names.json` and `data/speakers.json`, lower case, singular.

    Attributes:
        role_classes: for a general noun ("lawmaker") the nouns that it can stand for ("senator").
        states: for a federal state ("vermont") its abbreviation in newspapers ("vt").
        short_forms: for a short given name ("ted") the full one ("edward").
    """

    female_names: Words
    male_names: Words
    either_names: Words
    short_forms: Mapping[str, str]
    female_titles: Words
    male_titles: Words
    titles: Words
    female_nouns: Words
    male_nouns: Words
    person_nouns: Words
    role_classes: Mapping[str, Words]
    modifiers: Words
    document_nouns: Words
    outlet_nouns: Words
    organisation_nouns: Words
    government_nouns: Words
    seats_of_power: Words
    places: Words
    states: Mapping[str, str]
    short_states: Words
    peoples: Words
    groups: Words
    organisation_endings: Words
    outlet_endings: Words
    outlets: Words
    organisations: Words

    def gender_of_given_name(self, name: str) -> Gender:
        """The gender of most people with this given name."""
        key = name.lower()
        if key in self.female_names:
            return Gender.FEMALE
        return Gender.MALE if key in self.male_names else Gender.UNKNOWN

    def gender_of_noun(self, noun: str) -> Gender:
        """The gender that a noun or a title tells: "spokeswoman", "Mr"."""
        key = noun.lower().rstrip(".")
        if key in self.female_nouns or key in self.female_titles:
            return Gender.FEMALE
        if key in self.male_nouns or key in self.male_titles:
            return Gender.MALE
        return Gender.UNKNOWN

    def is_given_name(self, name: str) -> bool:
        """Whether people are called this, women or men."""
        key = name.lower()
        return key in self.female_names or key in self.male_names or key in self.either_names

    def is_person_noun(self, noun: str) -> bool:
        """Whether the noun names a person by an office, a trade or a relation ("co-chairman")."""
        key = noun.lower().rstrip(".")
        if key in self.person_nouns:
            return True
        # "vice-chairman", "ex-wife", "editor-in-chief"
        parts = key.split("-")
        return len(parts) > 1 and (parts[-1] in self.person_nouns or parts[0] in self.person_nouns)

    def singular_of(self, noun: str) -> str:
        """The singular of a plural noun that the lists know; otherwise the noun itself."""
        key = noun.lower()
        if not key.endswith(("men", "s")):
            return key
        for plural, singular in (("women", "woman"), ("men", "man")):
            if key.endswith(plural):
                return key.removesuffix(plural) + singular
        for ending, replacement in (("ies", "y"), ("es", ""), ("s", "")):
            if key.endswith(ending):
                candidate = key.removesuffix(ending) + replacement
                if self._knows(candidate):
                    return candidate
        return key

    def is_plural(self, noun: str) -> bool:
        """Whether the noun is a plural: of a known word, or by its ending."""
        key = noun.lower()
        if self._knows(key) and key not in self.groups:
            return False
        if key in self.groups or self.singular_of(key) != key:
            return True
        return len(key) > 3 and key.endswith("s") and not key.endswith(("ss", "us", "is", "'s"))

    def role_fits(self, noun: str, role_noun: str) -> bool:
        """Whether a description by `noun` can mean somebody whose role is `role_noun`."""
        one, other = noun.lower().rstrip("."), role_noun.lower().rstrip(".")
        return one == other or other in self.role_classes.get(one, frozenset())

    def _knows(self, noun: str) -> bool:
        return (
            noun in self.person_nouns
            or noun in self.document_nouns
            or noun in self.outlet_nouns
            or noun in self.organisation_nouns
            or noun in self.government_nouns
            or noun in self.peoples
        )


def _split(line: str) -> Words:
    return frozenset(word.strip() for word in line.split(",") if word.strip())


@functools.cache
def load_lexicon() -> Lexicon:
    """Read the shipped word lists, once and on first use."""
    folder = importlib.resources.files("onrecord") / "data"
    given = json.loads((folder / "given_names.json").read_text(encoding="utf-8"))
    lists = json.loads((folder / "speakers.json").read_text(encoding="utf-8"))
    titles, nouns = lists["titles_before_names"], lists["person_nouns"]
    return Lexicon(
        female_names=frozenset(given["female"].split()),
        male_names=frozenset(given["male"].split()),
        either_names=frozenset(given["either"].split()),
        short_forms={
            short: full for full, forms in given["short_forms"].items() for short in forms.split()
        },
        female_titles=_split(titles["female"]),
        male_titles=_split(titles["male"]),
        titles=frozenset().union(*map(_split, titles.values())),
        female_nouns=_split(nouns["female"]),
        male_nouns=_split(nouns["male"]),
        person_nouns=frozenset().union(*map(_split, nouns.values())),
        role_classes={noun: _split(line) for noun, line in lists["role_classes"].items()},
        states=lists["states"],
        short_states=frozenset(lists["states"].values()),
        **{
            name: _split(lists[name])
            for name in (
                "modifiers",
                "document_nouns",
                "outlet_nouns",
                "organisation_nouns",
                "government_nouns",
                "seats_of_power",
                "places",
                "peoples",
                "groups",
                "organisation_endings",
                "outlet_endings",
                "outlets",
                "organisations",
            )
        },
    )
