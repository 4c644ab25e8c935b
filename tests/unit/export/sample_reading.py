"""One reading made by hand, with every shape of attribution and finding that an export has to show.

People, places, outlets and the dam are invented.
"""

import dataclasses
from collections.abc import Sequence

from onrecord.dates import PartialDate
from onrecord.records import (
    Absence,
    AbsenceKind,
    Act,
    Against,
    Article,
    Attribution,
    Basis,
    Check,
    CheckKind,
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
    Stance,
)
from unit.export.sample_attributions import (
    ARTICLE,
    ATTRIBUTIONS,
    ENTITIES,
    TEXT,
    passage,
    passages,
)

__all__ = ["SAMPLE", "TEXT", "passage", "plain_reading", "small_reading"]

THURSDAY = PartialDate(2026, 3, 5)

# By the place of the attribution: what it stands in its chain, from the page outward.
CHAINS: dict[int, Sequence[tuple[str, How]]] = {
    0: [("officials", How.REPORTS)],
    1: [("varga", How.QUOTES)],
    2: [("varga", How.QUOTES)],
    3: [("varga", How.QUOTES), ("dahl", How.RELAYS)],
    4: [("varga", How.QUOTES), ("dahl", How.RELAYS)],
    5: [("spokesman", How.REPORTS)],
    7: [("dispatch", How.CITES), ("people", How.INTERVIEWED)],
    8: [("dispatch", How.CITES), ("people", How.INTERVIEWED), ("kesh", How.RELAYS)],
    9: [("dispatch", How.CITES), ("people", How.INTERVIEWED), ("survey", How.RELAYS)],
    10: [("dahl", How.QUOTES)],
    11: [("farmers", How.REPORTS)],
    12: [("union", How.QUOTES)],
    13: [("reyl", How.QUOTES)],
    14: [("reyl", How.QUOTES), ("desk", How.RELAYS)],
    15: [("notice", How.CITES)],
    16: [("notice", How.CITES), ("court", How.RELAYS)],
}
DETAILS: dict[int, dict[str, object]] = {
    0: {"said_on": THURSDAY, "basis": Basis.UNNAMED_SOURCE},
    1: {
        "addressee": passages("told |reporters| in"),
        "basis": Basis.PRESS_CONFERENCE,
        "said_on": PartialDate(2026, 3),
    },
    7: {
        "addressee": passages("told |the Lomar Dispatch| that"),
        "basis": Basis.UNNAMED_SOURCE,
    },
    10: {"addressee": passages("to |the provincial assembly|."), "basis": Basis.DOCUMENT},
    15: {"basis": Basis.DOCUMENT},
}


def _trace(place: int, attribution: Attribution) -> Attribution:
    chain = tuple(
        Hop(ENTITIES[key].id, how, ENTITIES[key].mentions[0]) for key, how in CHAINS.get(place, ())
    )
    return dataclasses.replace(attribution, chain=chain, **DETAILS.get(place, {}))  # type: ignore[arg-type]


def _response(
    party: str, kind: ResponseKind, evidence: str, to: int | None, **facts: object
) -> Response:
    return Response(
        ARTICLE.id,
        ENTITIES[party].id,
        kind,
        passages(evidence),
        to_id=None if to is None else ATTRIBUTIONS[to].id,
        **facts,  # type: ignore[arg-type]
    )


RESPONSES = (
    _response(
        "kesh",
        ResponseKind.NEITHER_CONFIRMS_NOR_DENIES,
        "|A spokesman for Dahl’s ministry did not confirm| that",
        4,
        spokesperson_id=ENTITIES["spokesman"].id,
        as_of=THURSDAY,
    ),
    _response(
        "union",
        ResponseKind.DENIES,
        "|its chair, Tomas Reyl, denied claims| by",
        14,
        spokesperson_id=ENTITIES["reyl"].id,
        as_of=THURSDAY,
    ),
    _response("court", ResponseKind.DECLINES, "|nobody at the registry could explain|", None),
    _response(
        "chamber",
        ResponseKind.DISPUTES,
        "|Valdora’s chamber of engineers disputed the date for the gates|;",
        1,
        as_of=PartialDate(2026, 3),
    ),
    _response(
        "embassy",
        ResponseKind.NO_RESPONSE_YET,
        "|the Keshite embassy in Port Ardel had yet to comment| on",
        7,
        as_of=THURSDAY,
    ),
)

ABSENCES = (
    Absence(
        ARTICLE.id,
        AbsenceKind.NO_DETAILS,
        passage("although |no text of the agreement has been published|"),
        ATTRIBUTIONS[0].id,
    ),
    Absence(
        ARTICLE.id,
        AbsenceKind.NO_INDEPENDENT_CONFIRMATION,
        passage("|The Courier could not independently verify the figures|."),
    ),
)

GATES = Proposition("opening of the gates", passages("any |opening of the gates| “before"))
OFFICE = Proposition(
    "a joint office with its own budget", passages("“|a joint office with its own budget|”")
)


def _position(
    party: str, proposition: Proposition, stance: Stance, word_of: str | None, evidence: str
) -> Position:
    return Position(
        ARTICLE.id,
        ENTITIES[party].id,
        proposition,
        stance,
        None if word_of is None else ENTITIES[word_of].id,
        passages(evidence),
    )


POSITIONS = (
    _position("varga", GATES, Stance.SUPPORTS, "varga", "“|We will open the gates in April|,"),
    _position("dahl", OFFICE, Stance.SUPPORTS, "varga", "|Oren Dahl, wants| “a joint"),
    _position(
        "kesh",
        GATES,
        Stance.CONDITIONAL,
        None,
        "|no money would move before a court in Lomar rules|",
    ),
    _position("kesh", OFFICE, Stance.OPEN, "people", "|are “a bargaining position”|."),
    _position(
        "union", GATES, Stance.OPPOSES, "union", "|the Ardel Growers’ Union opposes any opening|"
    ),
)

CHECKS = (
    Check(
        ARTICLE.id,
        CheckKind.HEADLINE_OVERREACH,
        "The headline has a deal near; the text has officials say that there is an understanding.",
        passages("“|an understanding in principle|”"),
        Against.TITLE,
    ),
    Check(
        ARTICLE.id,
        CheckKind.ROLE_CONFLICT,
        "Dahl is Varga’s counterpart in one place and a former minister in another.",
        passages("her |Keshite counterpart|,", "Dahl, |a former minister|,"),
    ),
    Check(
        ARTICLE.id,
        CheckKind.DATE_CONFLICT,
        "Dahl took office after the day on which the article appeared.",
        passages("|took office in 2027|."),
        Against.PUBLISHED_ON,
    ),
)

SAMPLE = Reading(
    article=ARTICLE,
    entities=tuple(ENTITIES.values()),
    attributions=tuple(_trace(place, one) for place, one in enumerate(ATTRIBUTIONS)),
    run=Run("0.1.0", "by hand", {"min_score": 0.4, "reader": "hand"}),
    responses=RESPONSES,
    absences=ABSENCES,
    positions=POSITIONS,
    checks=CHECKS,
)


def plain_reading(text: str, title: str = "A title", **facts: object) -> Reading:
    """An article of which nothing was read."""
    article = Article(title=title, text=text, **facts)  # type: ignore[arg-type]
    return Reading(article, (), (), Run("0.1.0", "by hand"))


def small_reading(text: str, source: str, cue: str, content: str, **facts: object) -> Reading:
    """An article with one attribution, its parts found by the words themselves."""
    article = Article(**{"title": "A title", "text": text, **facts})  # type: ignore[arg-type]
    parts = [(passage(f"|{part}|", text),) for part in (source, cue, content)]
    entity = Entity(article.id, source, EntityKind.PERSON, parts[0])
    attribution = Attribution(
        article_id=article.id,
        source=parts[0],
        cue=parts[1],
        content=parts[2],
        form=Form.INDIRECT,
        act=Act.SAYS,
        entity_id=entity.id,
    )
    return Reading(article, (entity,), (attribution,), Run("0.1.0", "by hand"))
