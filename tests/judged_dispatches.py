"""Dispatches that say three things or some of them: read again, judged, gathered from scratch."""

import dataclasses
import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from ledger_examples import NOON, RULES, make_capture, span_of
from onrecord.dates import PartialDate
from onrecord.ledger.claim_tables import member_words, members, word_counts
from onrecord.ledger.gathering import gather_pending, record_judgement
from onrecord.ledger.judgements import list_in_force, load_judgements, store_judgement
from onrecord.ledger.ledger import Ledger, store_reading
from onrecord.ledger.packing import number_word, unpack_member
from onrecord.matches.claims import list_keys
from onrecord.records import (
    Act,
    Article,
    Attribution,
    Entity,
    EntityKind,
    Form,
    Judgement,
    Reading,
    Run,
    Span,
    Verdict,
)

BRIDGE = ("Ilse Varga", "the Kell bridge had been closed after cracks appeared in the north pier")
FERRY = ("Tomas Brandt", "no ferry would run to the island of Hessle this winter")
BREWERY = ("Nell Aster", "the brewery of Dunmoor was sold to a foreign bidder")
THINGS = (BRIDGE, FERRY, BREWERY)
_ALONE = (
    "the council of Dunmoor would double its grant to the library",
    "seven lorries had overturned on the road to Tarvin",
    "a storm flooded the cellars of the Brenn museum",
    "the theatre cancelled its autumn season for lack of heating",
    "farmers near Osk had poisoned the wells with nitrate",
)
Said = tuple[str, str]


def write_dispatch(
    number: int,
    said: Sequence[Said] = THINGS,
    *,
    day: int | None = 3,
    heard: Iterable[int] | None = None,
    body: str = "",
    **fields: object,
) -> Reading:
    """A reading of an article in which some people say something, each in a sentence.

    Args:
        number: another one is another article.
        said: who says what.
        day: of its publication.
        heard: which of it was read; None for all.
        body: what stands behind it.
        fields: others of the article.
    """
    text = " ".join((f"Dispatch {number}.", *(f"{who} said {what}." for who, what in said), body))
    known: dict[str, object] = {
        "title": f"Dispatch {number}",
        "text": text.strip(),
        "url": f"https://orsund-courier.example/{number}",
        "publisher": f"The Orsund Paper {number}",
        "authors": (),
        "published_on": None if day is None else PartialDate(2031, 3, day),
    }
    article = Article(**{**known, **fields})  # type: ignore[arg-type]
    entities = {
        who: Entity(article.id, who, EntityKind.PERSON, (span_of(text, who),))
        for who in dict.fromkeys(who for who, _ in said)
    }
    places = range(len(said)) if heard is None else sorted(heard)
    found = tuple(_attribute(article, entities, *said[place]) for place in places)
    return Reading(article, tuple(entities.values()), found, RULES)


def list_said(number: int) -> tuple[Said, ...]:
    """Two things that every dispatch says, and one that it alone does; five dispatches at most."""
    return (BRIDGE, FERRY, ("Oren Dahl", _ALONE[number]))


def _attribute(article: Article, entities: dict[str, Entity], who: str, what: str) -> Attribution:
    whole = span_of(article.text, f"{who} said {what}")
    source = Span(whole.start, whole.start + len(who))
    return Attribution(
        article.id,
        source=(source,),
        cue=(Span(source.end + 1, source.end + 5),),
        content=(Span(whole.end - len(what), whole.end),),
        form=Form.INDIRECT,
        act=Act.SAYS,
        entity_id=entities[who].id,
    )


def store_all(ledger: Ledger, *readings: Reading) -> None:
    """Store readings, and gather what they say."""
    for reading in readings:
        store_reading(ledger, make_capture(reading.article), reading, NOON)
    gather_pending(ledger)


def read_again(reading: Reading, times: int, heard: Iterable[int] | None = None) -> Reading:
    """The same article read by another run, which may hear less of it."""
    found = reading.attributions
    if heard is not None:
        found = tuple(found[place] for place in sorted(heard) if place < len(found))
    run = Run("0.2.0", "rules-2", {"again": times})
    return dataclasses.replace(reading, attributions=found, run=run)


def decide(ledger: Ledger, verdict: Verdict, one: str, other: str, *, minute: int = 0) -> Judgement:
    """Record that a person decided so about two contents."""
    first, second = sorted((one, other))
    at = NOON + datetime.timedelta(minutes=minute)
    made = Judgement(verdict, first, second, "Ida Bell", "", at)
    record_judgement(ledger, made)
    return made


def take_back(ledger: Ledger, made: Judgement, *, minute: int = 999) -> None:
    """Record that a judgement is withdrawn."""
    at = NOON + datetime.timedelta(minutes=minute)
    pair = (made.first_id, made.second_id)
    record_judgement(ledger, Judgement(Verdict.WITHDRAWN, *pair, "Ida Bell", "", at, made.id))


def list_groups(ledger: Ledger) -> set[frozenset[str]]:
    """Which contents are one claim."""
    found: dict[int, set[str]] = {}
    with ledger.engine.connect() as connection:
        for row in connection.execute(sa.select(members.c["claim_key", "id"])):
            found.setdefault(row.claim_key, set()).add(row.id)
    return {frozenset(names) for names in found.values()}


def are_one(ledger: Ledger, one: str, other: str) -> bool:
    """Whether two contents are one claim."""
    return any({one, other} <= group for group in list_groups(ledger))


def list_counts(ledger: Ledger) -> dict[int, int]:
    """In how many claims each word stands."""
    with ledger.engine.connect() as connection:
        rows = connection.execute(sa.select(word_counts).where(word_counts.c.members != 0))
        return {row.word: row.members for row in rows}


def count_words(ledger: Ledger) -> dict[int, int]:
    """The same as it has to be: each claim counts the words of its first member that has any."""
    with ledger.engine.connect() as connection:
        rows = connection.execute(sa.select(members).order_by(members.c.key)).all()
    words: dict[int, frozenset[str]] = {}
    for row in rows:
        own = list_keys(unpack_member(row.packed).statement)
        if own:
            words.setdefault(row.claim_key, own)
    counts = Counter(number_word(word) for own in words.values() for word in own)
    return dict(counts)


def list_posted(ledger: Ledger) -> set[tuple[int, int]]:
    """Words, each with the key of a member that is found by it."""
    with ledger.engine.connect() as connection:
        return {(row.word, row.member_key) for row in connection.execute(sa.select(member_words))}


@dataclass
class Desk:
    """What came into a ledger, so that another can be gathered from scratch out of the same."""

    ledger: Ledger
    readings: list[Reading] = field(default_factory=list)
    made: list[Judgement] = field(default_factory=list)
    clock: int = 0

    def read(self, reading: Reading) -> None:
        self.clock += 1
        at = NOON + datetime.timedelta(minutes=self.clock)
        self.readings.append(reading)
        store_reading(self.ledger, make_capture(reading.article), reading, at)
        gather_pending(self.ledger)

    def judge(self, verdict: Verdict, one: str, other: str) -> None:
        self.clock += 1
        self.made.append(decide(self.ledger, verdict, one, other, minute=self.clock))

    def withdraw(self, number: int) -> None:
        in_force = list_in_force(load_judgements(self.ledger))
        if in_force:
            self.clock += 1
            take_back(self.ledger, in_force[number % len(in_force)], minute=self.clock)

    def gather_from_scratch(self, empty: Ledger) -> None:
        """Store the same in another ledger, articles in the order of what is kept, and gather it."""
        with self.ledger.engine.connect() as connection:
            wanted = sa.select(members.c.article_id, sa.func.min(members.c.key).label("first"))
            rows = connection.execute(wanted.group_by(members.c.article_id)).all()
        place = {row.article_id: row.first for row in rows}
        ordered = sorted(
            enumerate(self.readings), key=lambda one: (place.get(one[1].article.id, 0), one[0])
        )
        gather_pending(empty)
        for number, reading in ordered:
            at = NOON + datetime.timedelta(minutes=number)
            store_reading(empty, make_capture(reading.article), reading, at)
        for judgement in load_judgements(self.ledger):
            store_judgement(empty, judgement)
        gather_pending(empty)
