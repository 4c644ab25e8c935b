"""Pairs of statements that look alike and must be kept apart, and pairs that state the same.

Sentences are made from parts of our own, so that what was changed is known. Each trap changes one
thing that embeddings of sentences hardly see.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

PEOPLE = ("Ilran Vesk", "Neda Orlasca", "Oren Dahl", "Mira Holt", "Tamsa Brell", "Lucan Ferrado",
          "Odile Farran", "Anselm Rook")  # fmt: skip
PLACES = ("Kelmara", "Orvenia", "Hallen", "Dorvast", "Sabrel", "Port Carrow")
VERBS = (
    ("accused", "accuse", "of hiding {n} {things}"),
    ("blamed", "blame", "for the loss of {n} {things}"),
    ("criticised", "criticise", "over {n} missing {things}"),
    ("sued", "sue", "over {n} broken {things}"),
    ("warned", "warn", "about {n} unsafe {things}"),
    ("invited", "invite", "to inspect {n} new {things}"),
    ("thanked", "thank", "for sending {n} spare {things}"),
    ("paid", "pay", "for {n} repaired {things}"),
)
THINGS = ("turbines", "wagons", "pumps", "barges", "letters", "soldiers", "ballots", "gauges")
WHEN = ("on 3 March 2025", "on 26 February 2025", "on 14 January 2025", "in November 2024")
OPPOSITES = (
    ("accepted", "rejected"), ("won", "lost"), ("opened", "closed"), ("raised", "lowered"),
    ("approved", "blocked"), ("supported", "opposed"), ("joined", "left"), ("signed", "vetoed"),
    ("confirmed", "denied"), ("hired", "dismissed"),
)  # fmt: skip
OBJECTS = ("the river treaty", "the water tariff", "the harbour contract", "the dam inquiry")


@dataclass(frozen=True)
class Made:
    """A sentence in parts."""

    subject: str
    verb: tuple[str, str, str]
    object: str
    number: int
    things: str
    when: str
    not_: bool = False
    modal: str = ""
    passive: bool = False

    def __str__(self) -> str:
        past, base, tail = self.verb
        rest = tail.format(n=self.number, things=self.things)
        if self.passive:
            negation = "not " if self.not_ else ""
            return f"{self.object} was {negation}{past} by {self.subject} {rest} {self.when}"
        if self.modal:
            negation = " not" if self.not_ else ""
            return f"{self.subject} {self.modal}{negation} {base} {self.object} {rest} {self.when}"
        if self.not_:
            return f"{self.subject} did not {base} {self.object} {rest} {self.when}"
        return f"{self.subject} {past} {self.object} {rest} {self.when}"


def make(chance: random.Random) -> Made:
    subject, other = chance.sample(PEOPLE + PLACES, 2)
    return Made(
        subject, chance.choice(VERBS), other, chance.randint(11, 400), chance.choice(THINGS),
        chance.choice(WHEN),
    )  # fmt: skip


def _other(chance: random.Random, one: str, all_of: tuple[str, ...], but: str = "") -> str:
    return chance.choice([each for each in all_of if each not in {one, but}])


TRAPS: dict[str, Callable[[Made, random.Random], Made]] = {
    "number": lambda made, chance: replace(made, number=made.number + chance.choice((1, 7, 90))),
    "negation": lambda made, chance: replace(made, not_=True),
    "swapped": lambda made, chance: replace(made, subject=made.object, object=made.subject),
    "could": lambda made, chance: replace(made, modal=chance.choice(("could", "may", "might"))),
    "would": lambda made, chance: replace(made, modal=chance.choice(("will", "would", "should"))),
    "subject": lambda made, chance: replace(
        made, subject=_other(chance, made.subject, PEOPLE + PLACES, made.object)
    ),
    "object": lambda made, chance: replace(
        made, object=_other(chance, made.object, PEOPLE + PLACES, made.subject)
    ),
    "date": lambda made, chance: replace(made, when=_other(chance, made.when, WHEN)),
    "passive_swapped": lambda made, chance: replace(
        made, subject=made.object, object=made.subject, passive=True
    ),
}


def traps(count: int, seed: int = 3) -> Iterator[tuple[str, str, str]]:
    """Kind of trap, and two sentences that do not state the same."""
    chance = random.Random(seed)
    kinds = [*TRAPS, "opposite"]
    for number in range(count):
        kind = kinds[number % len(kinds)]
        if kind == "opposite":
            one, other = chance.choice(OPPOSITES)
            who, what = chance.choice(PEOPLE), chance.choice(OBJECTS)
            yield kind, f"{who} {one} {what} on Monday", f"{who} {other} {what} on Monday"
            continue
        made = make(chance)
        yield kind, str(made), str(TRAPS[kind](made, chance))


REPHRASED: dict[str, Callable[[Made], str]] = {
    "same": str,
    "passive": lambda made: str(replace(made, passive=True)),
    "surname": lambda made: str(
        replace(made, subject=made.subject.split()[-1], object=made.object.split()[-1])
    ),
    "date first": lambda made: (
        f"{made.when.capitalize()}, {str(made).removesuffix(' ' + made.when)}"
    ),
    "no date": lambda made: str(made).removesuffix(" " + made.when),
    "reported": lambda made: f"{made}, according to people who were there",
}


def rephrasings(count: int, seed: int = 4) -> Iterator[tuple[str, str, str]]:
    """Kind of change, and two sentences that state the same."""
    chance = random.Random(seed)
    kinds = list(REPHRASED)
    for number in range(count):
        made, kind = make(chance), kinds[number % len(kinds)]
        yield kind, str(made), REPHRASED[kind](made)
