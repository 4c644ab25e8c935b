"""The attributions of the sample reading, in every shape that an export has to show.

People, places, outlets and the dam are invented.
"""

from collections.abc import Mapping
from typing import NamedTuple

from onrecord.dates import PartialDate
from onrecord.records import (
    Act,
    Article,
    Attribution,
    Entity,
    EntityKind,
    Form,
    Role,
    Span,
    Spans,
)

TEXT = """\
Valdoran officials said on Thursday that engineers had reached “an understanding in principle” \
with Kesh over the Ardel dam, although no text of the agreement has been published.

“We will open the gates in April, and not a day later,” Ilse Varga, the water minister, told \
reporters in Port Ardel. “The farmers downstream have waited long enough.”

She said her Keshite counterpart, Oren Dahl, wants “a joint office with its own budget” and has \
promised to pay half of its costs.

A spokesman for Dahl’s ministry did not confirm that a promise had been made. It was reportedly \
decided in Kesh last week that no money would move before a court in Lomar rules on the fishing \
rights.

Two people familiar with the talks told the Lomar Dispatch that the Keshite side believes the \
Valdoran figures, which a 2023 survey shows to be too low by a third, are “a bargaining position”.

“This is not a quarrel about water,” Dahl wrote in a letter to the provincial assembly. “It is a \
quarrel about who is believed when the river is low.

“If we cannot agree on a number, we will not agree on a dam.”

Farmers’ groups on both banks warn that the reservoir could fall below the intake by August; the \
Ardel Growers’ Union opposes any opening of the gates “before there is rain”, and its chair, Tomas \
Reyl, denied claims by “desk people in the capital” that its members had broken the locks.

The gates were last opened in 2019. Water reached the lower terraces in nine days.

The court in Lomar may have said in a closed session that it would rule before the thaw, according \
to a notice on its door that nobody at the registry could explain.

Valdora’s chamber of engineers disputed the date for the gates; the Keshite embassy in Port Ardel \
had yet to comment on Friday. The Courier could not independently verify the figures. Dahl, a \
former minister, took office in 2027."""

ARTICLE = Article(
    title="Valdora and Kesh near a deal on the Ardel dam, officials say",
    text=TEXT,
    url="https://courier.example/ardel/deal-near?edition=2&lang=en",
    publisher="The Tarn Courier",
    authors=("Ida Solberg", "Marek Dunne"),
    published_on=PartialDate(2026, 3, 5),
    updated_on=PartialDate(2026, 3, 6),
)


def passage(marked: str, text: str = TEXT) -> Span:
    """The span of what stands between two bars, found by its surroundings: "Dahl |wrote| in"."""
    before, exact, after = marked.split("|")
    assert text.count(before + exact + after) == 1, f"{marked!r} does not stand there just once"
    start = text.index(before + exact + after) + len(before)
    return Span(start, start + len(exact))


def passages(*marked: str) -> Spans:
    return tuple(passage(one) for one in marked)


class Speaker(NamedTuple):
    name: str
    kind: EntityKind
    mentions: tuple[str, ...]
    role: tuple[str, str] | None = None
    speaks_for: str | None = None

    def entity(self) -> Entity:
        roles = () if self.role is None else (Role(self.role[0], passage(self.role[1])),)
        principal = None if self.speaks_for is None else SPEAKERS[self.speaks_for].entity().id
        mentions = passages(*self.mentions)
        return Entity(ARTICLE.id, self.name, self.kind, mentions, roles, principal)


SPEAKERS = {
    "officials": Speaker("Valdoran officials", EntityKind.UNNAMED, ("|Valdoran officials| said",)),
    "varga": Speaker(
        "Ilse Varga",
        EntityKind.PERSON,
        ("|Ilse Varga|, the", "|She| said her"),
        ("water minister", "the |water minister|"),
    ),
    "dahl": Speaker(
        "Oren Dahl",
        EntityKind.PERSON,
        ("|her Keshite counterpart, Oren Dahl|, wants", "|Dahl| wrote"),
        ("Keshite counterpart", "her |Keshite counterpart|"),
    ),
    "spokesman": Speaker(
        "A spokesman for Dahl’s ministry",
        EntityKind.UNNAMED,
        ("|A spokesman for Dahl’s ministry| did",),
        speaks_for="dahl",
    ),
    "people": Speaker(
        "Two people familiar with the talks",
        EntityKind.UNNAMED,
        ("|Two people familiar with the talks| told",),
    ),
    "kesh": Speaker(
        "Kesh", EntityKind.GOVERNMENT, ("with |Kesh| over", "|the Keshite side| believes")
    ),
    "survey": Speaker("2023 survey", EntityKind.DOCUMENT, ("a |2023 survey| shows",)),
    "farmers": Speaker(
        "Farmers’ groups on both banks",
        EntityKind.UNNAMED,
        ("|Farmers’ groups on both banks| warn",),
    ),
    "union": Speaker(
        "Ardel Growers’ Union", EntityKind.ORGANISATION, ("the |Ardel Growers’ Union| opposes",)
    ),
    "reyl": Speaker(
        "Tomas Reyl",
        EntityKind.PERSON,
        ("chair, |Tomas Reyl|, denied",),
        ("chair", "its |chair|, Tomas"),
    ),
    "desk": Speaker(
        "desk people in the capital",
        EntityKind.UNNAMED,
        ("by “|desk people in the capital|” that",),
    ),
    "court": Speaker(
        "The court in Lomar", EntityKind.ORGANISATION, ("|The court in Lomar| may have",)
    ),
    "notice": Speaker(
        "A notice on its door", EntityKind.DOCUMENT, ("|a notice on its door| that",)
    ),
    "dispatch": Speaker("Lomar Dispatch", EntityKind.OUTLET, ("the |Lomar Dispatch| that",)),
    "chamber": Speaker(
        "Valdora’s chamber of engineers",
        EntityKind.ORGANISATION,
        ("|Valdora’s chamber of engineers| disputed",),
    ),
    "embassy": Speaker(
        "Keshite embassy in Port Ardel",
        EntityKind.GOVERNMENT,
        ("the |Keshite embassy in Port Ardel| had",),
    ),
}


class Saying(NamedTuple):
    """One attribution in short: who, its passages, form and act, and what is unusual about it."""

    speaker: str | None
    source: str | None
    cue: str
    content: tuple[str, ...]
    form: Form
    act: Act
    score: float
    parent: int | None = None
    negated: bool = False
    hedged: bool = False


SAYINGS = (
    Saying(
        "officials",
        "|Valdoran officials| said",
        "officials |said| on",
        (
            "|that engineers had reached “an understanding in principle” with Kesh over the "
            "Ardel dam|,",
        ),
        Form.MIXED,
        Act.SAYS,
        0.99,
    ),
    Saying(
        "varga",
        "|Ilse Varga, the water minister|,",
        "minister, |told| reporters",
        (
            "|“We will open the gates in April, and not a day later,”| Ilse",
            "|“The farmers downstream have waited long enough.”|",
        ),
        Form.DIRECT,
        Act.PROMISES,
        0.97,
    ),
    Saying(
        "varga",
        "|She| said her",
        "She |said| her",
        (
            "said |her Keshite counterpart, Oren Dahl, wants “a joint office with its own budget” "
            "and has promised to pay half of its costs|.",
        ),
        Form.MIXED,
        Act.SAYS,
        0.96,
    ),
    Saying(
        "dahl",
        "|her Keshite counterpart, Oren Dahl|, wants",
        "Dahl, |wants| “a",
        ("|“a joint office with its own budget”|",),
        Form.DIRECT,
        Act.WANTS,
        0.88,
        parent=2,
    ),
    Saying(
        "dahl",
        "|her Keshite counterpart, Oren Dahl|, wants",
        "and |has promised| to",
        ("|to pay half of its costs|",),
        Form.INDIRECT,
        Act.PROMISES,
        0.71,
        parent=2,
    ),
    Saying(
        "spokesman",
        "|A spokesman for Dahl’s ministry| did",
        "ministry |did not confirm| that",
        ("|that a promise had been made|",),
        Form.INDIRECT,
        Act.CONFIRMS,
        0.93,
        negated=True,
    ),
    Saying(
        None,
        None,
        "It |was reportedly decided| in",
        ("|that no money would move before a court in Lomar rules on the fishing rights|",),
        Form.INDIRECT,
        Act.DECIDES,
        0.58,
        hedged=True,
    ),
    Saying(
        "people",
        "|Two people familiar with the talks| told",
        "talks |told| the",
        (
            "|that the Keshite side believes the Valdoran figures, which a 2023 survey shows to be "
            "too low by a third, are “a bargaining position”|.",
        ),
        Form.MIXED,
        Act.SAYS,
        0.95,
    ),
    Saying(
        "kesh",
        "|the Keshite side| believes",
        "side |believes| the",
        ("|the Valdoran figures|, which", "|are “a bargaining position”|"),
        Form.MIXED,
        Act.BELIEVES,
        0.83,
        parent=7,
    ),
    Saying(
        "survey",
        "|a 2023 survey| shows",
        "survey |shows| to",
        ("|the Valdoran figures|, which", "|to be too low by a third|"),
        Form.INDIRECT,
        Act.SHOWS,
        0.44,
        parent=7,
    ),
    Saying(
        "dahl",
        "|Dahl| wrote",
        "Dahl |wrote| in",
        (
            "|“This is not a quarrel about water,”|",
            "|“It is a quarrel about who is believed when the river is low.\n\n“If we cannot agree "
            "on a number, we will not agree on a dam.”|",
        ),
        Form.DIRECT,
        Act.SAYS,
        0.91,
    ),
    Saying(
        "farmers",
        "|Farmers’ groups on both banks| warn",
        "banks |warn| that",
        ("|that the reservoir could fall below the intake by August|",),
        Form.INDIRECT,
        Act.WARNS,
        0.98,
    ),
    Saying(
        "union",
        "|the Ardel Growers’ Union| opposes",
        "Union |opposes| any",
        ("|any opening of the gates “before there is rain”|",),
        Form.MIXED,
        Act.OPPOSES,
        0.9,
    ),
    Saying(
        "reyl",
        "|its chair, Tomas Reyl|, denied",
        "Reyl, |denied| claims",
        ("|claims by “desk people in the capital” that its members had broken the locks|",),
        Form.MIXED,
        Act.DENIES,
        0.94,
    ),
    Saying(
        "desk",
        "by |“desk people in the capital”| that",
        "|claims| by",
        ("|that its members had broken the locks|",),
        Form.INDIRECT,
        Act.CLAIMS,
        0.79,
        parent=13,
    ),
    Saying(
        "notice",
        "|a notice on its door| that",
        "thaw, |according to| a",
        (
            "|The court in Lomar may have said in a closed session that it would rule before "
            "the thaw|",
        ),
        Form.INDIRECT,
        Act.SAYS,
        0.86,
    ),
    Saying(
        "court",
        "|The court in Lomar| may",
        "Lomar |may have said| in",
        ("|that it would rule before the thaw|",),
        Form.INDIRECT,
        Act.SAYS,
        0.62,
        parent=15,
        hedged=True,
    ),
)

ENTITIES = {key: speaker.entity() for key, speaker in SPEAKERS.items()}


def _attributions(
    sayings: tuple[Saying, ...], entities: Mapping[str, Entity]
) -> tuple[Attribution, ...]:
    made: list[Attribution] = []
    for saying in sayings:
        made.append(
            Attribution(
                article_id=ARTICLE.id,
                source=None if saying.source is None else passages(saying.source),
                cue=passages(saying.cue),
                content=passages(*saying.content),
                form=saying.form,
                act=saying.act,
                entity_id=None if saying.speaker is None else entities[saying.speaker].id,
                negated=saying.negated,
                hedged=saying.hedged,
                parent_id=None if saying.parent is None else made[saying.parent].id,
                score=saying.score,
            )
        )
    return tuple(made)


ATTRIBUTIONS = _attributions(SAYINGS, ENTITIES)
