"""Readings of invented news in any number, with the claim behind every report known.

What makes news hard for a ledger is kept in its proportions: a few stories are carried by hundreds
of articles and most by a handful (sizes by Pareto's law); six of ten reports in an article repeat
what others carry, in other words; every fifth article is another's text cut, with a lead of its
own; every third says that somebody denied, confirmed or declined. Numbers, people and places are
drawn so that some words are everywhere and most are rare; a story lasts some weeks. Everything
follows from one seed.
"""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.dates import PartialDate
from onrecord.records import (
    Act,
    Article,
    Attribution,
    Basis,
    Capture,
    Entity,
    EntityKind,
    Form,
    Hop,
    How,
    Position,
    Proposition,
    Reading,
    Response,
    ResponseKind,
    Run,
    Span,
    Stance,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

ATTRIBUTIONS = 10
"""Reports of one article."""
_RUN = Run("synthetic", "synthetic-1", {})
_NOON = datetime.datetime(2031, 1, 1, 12, tzinfo=datetime.UTC)
_FIRST_DAY = datetime.date(2029, 1, 1)
_DAYS = 720
_ALIVE = 60
"""Stories that are in the news at one time."""

_STARTS = (
    "ba be bra da dre fa fi gro ha ka ke kli la lo ma mi na ne o pa ra ro sa se ta to u va vo zu"
)
_MIDDLES = "ba da di ga ke la li ma mi na no ra re ri sa se ta ti va vi"
_ENDS = "ck d hl k l n nd nn r rd rg s sk st t th x z la na ra sa ta va"
_VERBS = {  # Each with another way to say it.
    "closed": "shut", "built": "constructed", "bought": "purchased", "sold": "sold off",
    "repaired": "mended", "delayed": "postponed", "inspected": "examined", "flooded": "inundated",
    "cancelled": "called off", "hid": "concealed", "moved": "shifted", "paid for": "financed",
    "promised": "pledged", "abandoned": "gave up", "insured": "covered", "leased": "rented out",
    "painted": "repainted", "guarded": "watched over", "drained": "emptied", "named": "called",
}  # fmt: skip
_ADJECTIVES = """old new northern southern eastern western public private wooden stone broken
narrow wide hidden costly empty crowded frozen burnt rusted painted shared rented secret famous
small large upper lower central distant""".split()
_NOUNS = """bridge harbour dam school clinic market tunnel museum archive ferry station mill quarry
library stadium airport reservoir orchard prison theatre lighthouse cannery depot hangar foundry
vineyard barracks observatory shelter hospital laboratory nursery pier refinery warehouse chapel
academy brewery canal causeway""".split()
_UNITS = "workers tonnes families metres votes vehicles days bottles houses trees".split()
_CUES = {
    "said": Act.SAYS,
    "claimed": Act.CLAIMS,
    "told reporters": Act.SAYS,
    "insisted": Act.CLAIMS,
}
_ROLES = (
    "mayor minister engineer lawyer union leader councillor director spokesman governor".split()
)
_ANSWERS = {
    ResponseKind.DENIES: "denied it",
    ResponseKind.CONFIRMS: "confirmed it",
    ResponseKind.DECLINES: "declined to comment",
    ResponseKind.NO_RESPONSE_YET: "did not immediately respond",
}
_FILLER = """The road along the shore was closed for most of the morning. | Rain is expected. |
Nobody was hurt. | The meeting was the third this month. | Shops in the square opened late. |
A decision had been expected before the summer. | Few people came. | The hall was full."""


@dataclass(frozen=True, slots=True)
class _Fact:
    """What can be reported: who did what to which thing where, and how many of something."""

    number: int
    actor: str
    verb: str
    thing: str
    place: str
    count: int
    unit: str

    def write(self, chance: random.Random) -> str:
        """One of its wordings."""
        verb = chance.choice((self.verb, _VERBS[self.verb]))
        counted = chance.choice(
            (f" with {self.count} {self.unit}", f", {self.count} {self.unit} in all", "")
        )
        return f"{self.actor} {verb} the {self.thing} of {self.place}{counted}"


@dataclass(frozen=True, slots=True)
class Written:
    """A reading with what only its maker knows.

    Attributes:
        truth: by the id of an attribution, the number of what it reports.
        copied: the article whose text it repeats; None where it has its own.
    """

    capture: Capture
    reading: Reading
    truth: dict[str, int]
    copied: str | None


@dataclass(eq=False)
class _World:
    chance: random.Random
    people: list[str]
    places: list[str]
    outlets: list[str]
    facts: int = 0
    stories: list[list[_Fact]] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    progress: float = 0.0
    """How much of the time has passed, 0 to 1."""

    def draw_story(self) -> list[_Fact]:
        """One of the stories of these weeks, the big ones more often."""
        now = int(self.progress * len(self.stories))
        lasting = slice(max(0, now - _ALIVE), now + 5)
        (story,) = self.chance.choices(self.stories[lasting], self.weights[lasting])
        return story

    def make_fact(self, actor: str | None = None, place: str | None = None) -> _Fact:
        chance = self.chance
        self.facts += 1
        thing = f"{chance.choice(_ADJECTIVES)} {chance.choice(_NOUNS)}"
        return _Fact(
            self.facts, actor or _draw(self.people, chance), chance.choice(list(_VERBS)), thing,
            place or chance.choice(self.places), chance.randrange(3, 900), chance.choice(_UNITS),
        )  # fmt: skip


def write_readings(articles: int, *, seed: int = 20310304) -> Iterator[Written]:
    """So many readings, in the order of a newsroom's day; the same seed gives the same ones."""
    chance = random.Random(seed)
    world = _World(
        chance,
        people=[f"{_name(chance)} {_name(chance)}" for _ in range(max(200, articles // 10))],
        places=[_name(chance) for _ in range(max(200, articles // 20))],
        outlets=[
            f"{_name(chance)} {paper}" for paper in ("Post", "News", "Herald") for _ in range(80)
        ],
    )
    for _ in range(max(5, articles // 25)):
        cast = [_draw(world.people, chance) for _ in range(4)]
        where = chance.choice(world.places)
        world.stories.append([world.make_fact(chance.choice(cast), where) for _ in range(12)])
        world.weights.append(chance.paretovariate(1.1))
    earlier: list[tuple[str, list[tuple[_Fact, str]], str]] = []
    for number in range(articles):
        day = _FIRST_DAY + datetime.timedelta(days=number * _DAYS // articles)
        world.progress = number / articles
        copied = chance.choice(earlier) if earlier and chance.random() < 0.2 else None
        written = _write(world, number, day, copied)
        reported = [(fact, words) for fact, words in written[1]]
        if copied is None:
            earlier.append((written[0].reading.article.id, reported, written[2]))
            del earlier[:-200]
        yield written[0]


def _write(
    world: _World,
    number: int,
    day: datetime.date,
    copied: tuple[str, list[tuple[_Fact, str]], str] | None,
) -> tuple[Written, list[tuple[_Fact, str]], str]:
    chance = world.chance
    if copied is None:
        story = world.draw_story()
        shared = chance.sample(story, 6)
        facts = [*shared, *(world.make_fact() for _ in range(ATTRIBUTIONS - 6))]
        chance.shuffle(facts)
        reported = [(fact, fact.write(chance)) for fact in facts]
        sources = [_draw(world.people, chance) for _ in range(3)]
    else:
        reported = copied[1][: chance.randrange(6, ATTRIBUTIONS + 1)]
        sources = copied[2].split("|")
    page = _Page(chance.choice(_FILLER.split("|")).strip() + f" This is dispatch {number}.")
    said = [page.report(chance, sources[index % 3], fact, words)
            for index, (fact, words) in enumerate(reported)]  # fmt: skip
    answer = page.answer(chance) if chance.random() < 0.34 else None
    stand = page.stand(chance, reported[0][0].thing) if chance.random() < 0.3 else None
    article = Article(
        title=f"{reported[0][0].place}: the {reported[0][0].thing} ({number})",
        text=page.text,
        url=f"https://synthetic.example/{number}",
        publisher=chance.choice(world.outlets),
        published_on=PartialDate.from_date(day),
    )
    reading, truth = _make_reading(article, page, said, answer, stand)
    capture = Capture(article.url or "", b"", _NOON, url=article.url, media_type="text/html")
    return Written(capture, reading, truth, copied and copied[0]), reported, "|".join(sources)


@dataclass(frozen=True, slots=True)
class _Said:
    source: str
    where: Span
    cue: Span
    content: Span
    act: Act
    fact: int


class _Page:
    """A text as it grows, with where everything stands."""

    def __init__(self, lead: str) -> None:
        self.text = lead
        self.mentions: dict[str, list[Span]] = {}

    def write(self, words: str, before: str = "") -> Span:
        self.text += before
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def name(self, name: str, before: str = "") -> Span:
        span = self.write(name, before)
        self.mentions.setdefault(name, []).append(span)
        return span

    def report(self, chance: random.Random, source: str, fact: _Fact, words: str) -> _Said:
        where = self.name(source, "\n\n")
        cue_words = chance.choice(list(_CUES))
        cue = self.write(cue_words, f", the {chance.choice(_ROLES)}, ")
        start = len(self.text) + len(" that ")
        self.name(fact.actor, " that ")
        content = Span(start, self.write(words.removeprefix(fact.actor)).end)
        self.write(f" {chance.choice(_FILLER.split('|')).strip()}", ".")
        return _Said(source, where, cue, content, _CUES[cue_words], fact.number)

    def answer(self, chance: random.Random) -> tuple[str, ResponseKind, Span]:
        party = chance.choice(list(self.mentions))
        kind = chance.choice(list(_ANSWERS))
        start = len(self.text) + 2
        self.name(party, "\n\n")
        self.write(_ANSWERS[kind], " ")
        return party, kind, Span(start, len(self.text))

    def stand(self, chance: random.Random, thing: str) -> tuple[str, Span, Span]:
        party = chance.choice(list(self.mentions))
        start = len(self.text) + 2
        self.name(party, "\n\n")
        proposition = self.write(f"the sale of the {thing}", " supports ")
        self.write(".")
        return party, proposition, Span(start, proposition.end)


def _make_reading(
    article: Article,
    page: _Page,
    said: list[_Said],
    answer: tuple[str, ResponseKind, Span] | None,
    stand: tuple[str, Span, Span] | None,
) -> tuple[Reading, dict[str, int]]:
    entities = {
        name: Entity(article.id, name, EntityKind.PERSON, tuple(spans))
        for name, spans in page.mentions.items()
    }
    attributions = tuple(
        Attribution(
            article.id, (one.cue,), (one.content,), Form.INDIRECT, one.act, (one.where,),
            entity_id=entities[one.source].id, said_on=article.published_on, score=0.9,
            chain=(Hop(entities[one.source].id, How.QUOTES, one.where),), basis=Basis.STATEMENT,
        )
        for one in said
    )  # fmt: skip
    responses = ()
    if answer is not None:
        party, kind, evidence = answer
        responses = (
            Response(article.id, entities[party].id, kind, (evidence,), to_id=attributions[0].id,
                     as_of=article.published_on),
        )  # fmt: skip
    positions = ()
    if stand is not None:
        party, words, evidence = stand
        proposition = Proposition(article.text[words.start : words.end], (words,))
        positions = (
            Position(
                article.id, entities[party].id, proposition, Stance.SUPPORTS, None, (evidence,)
            ),
        )  # fmt: skip
    reading = Reading(
        article=article, entities=tuple(entities.values()), attributions=attributions, run=_RUN,
        responses=responses, positions=positions,
    )  # fmt: skip
    return reading, {a.id: one.fact for a, one in zip(attributions, said, strict=True)}


def _draw(among: list, chance: random.Random) -> object:
    """One of some, by Zipf's law: the first far more often than the last."""
    return among[min(int(len(among) ** chance.random()) - 1, len(among) - 1)]


def _name(chance: random.Random) -> str:
    parts = (chance.choice(_STARTS.split()), chance.choice(_MIDDLES.split()),
             chance.choice(_ENDS.split()))  # fmt: skip
    return "".join(parts).capitalize()
