"""Records for the tests of the ledger: numbered dispatches about an invented bridge."""

import dataclasses
import datetime

from onrecord.dates import PartialDate
from onrecord.records import (
    Absence,
    AbsenceKind,
    Act,
    Article,
    Attribution,
    Basis,
    Capture,
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
    Role,
    Run,
    Span,
    Stance,
)

NOON = datetime.datetime(2031, 3, 4, 12, 0, tzinfo=datetime.UTC)
RULES = Run("0.1.0", "rules-1", {"min_score": 0.5})


def span_of(text: str, words: str) -> Span:
    """Where words stand in a text, the first time."""
    start = text.index(words)
    return Span(start, start + len(words))


def make_article(number: int = 0, **fields: object) -> Article:
    """A dispatch in which a minister reports what an engineer warns of."""
    text = (
        f"ORSUND — The Kell Bridge will stay shut for {number + 2} weeks, the transport minister, "
        "Ilse Varga, said on Monday.\n\n"
        'Varga claimed that the engineer Tomas Brandt "warned of cracks" in the north pier. '
        "Brandt did not confirm that he had been asked."
    )
    known: dict[str, object] = {
        "title": f"Kell Bridge stays shut ({number})",
        "text": text,
        "url": f"https://orsund-courier.example/{number}",
        "publisher": "The Orsund Courier",
        "authors": ("Nell Aster", "Jörn Ekwall"),
        "published_on": PartialDate(2031, 3, 3),
    }
    return Article(**{**known, **fields})  # type: ignore[arg-type]


def make_reading(article: Article | None = None, run: Run = RULES) -> Reading:
    """Everything that stands in a dispatch: a nested attribution and a negated one too."""
    article = article or make_article()
    text = article.text
    varga = Entity(
        article.id,
        "Ilse Varga",
        EntityKind.PERSON,
        (span_of(text, "Ilse Varga"), span_of(text, "Varga claimed")),
        (Role("transport minister", span_of(text, "the transport minister")),),
    )
    brandt = Entity(article.id, "Tomas Brandt", EntityKind.PERSON, (span_of(text, "Tomas Brandt"),))
    claim = Attribution(
        article.id,
        source=(Span(span_of(text, "Varga claimed").start, span_of(text, " claimed").start),),
        cue=(span_of(text, "claimed"),),
        content=(span_of(text, 'the engineer Tomas Brandt "warned of cracks" in the north pier'),),
        form=Form.MIXED,
        act=Act.CLAIMS,
        entity_id=varga.id,
        score=0.8125,
        addressee=(span_of(text, "the engineer"),),
        said_on=PartialDate(2031, 3, 3),
        chain=(Hop(varga.id, How.QUOTES, span_of(text, "Varga claimed")),),
        basis=Basis.STATEMENT,
    )
    warning = Attribution(
        article.id,
        source=(span_of(text, "the engineer Tomas Brandt"),),
        cue=(span_of(text, "warned of"),),
        content=(span_of(text, "cracks"), span_of(text, "in the north pier")),
        form=Form.MIXED,
        act=Act.WARNS,
        entity_id=brandt.id,
        parent_id=claim.id,
        hedged=True,
        score=0.5,
        chain=(
            Hop(varga.id, How.QUOTES, span_of(text, "Varga claimed")),
            Hop(brandt.id, How.RELAYS, span_of(text, "Tomas Brandt")),
        ),
    )
    silence = Attribution(
        article.id,
        source=(span_of(text, "Brandt did"),),
        cue=(span_of(text, "confirm"),),
        content=(span_of(text, "that he had been asked"),),
        form=Form.INDIRECT,
        act=Act.CONFIRMS,
        negated=True,
    )
    denial = Response(
        article.id,
        brandt.id,
        ResponseKind.NEITHER_CONFIRMS_NOR_DENIES,
        (span_of(text, "Brandt did not confirm"),),
        to_id=claim.id,
        spokesperson_id=varga.id,
        as_of=PartialDate(2031, 3),
    )
    pier = Proposition("stay shut", (span_of(text, "stay shut"),))
    # The child stands before its parent: a reading may be in any order.
    return Reading(
        article,
        (brandt, varga),
        (warning, claim, silence),
        run,
        responses=(denial,),
        absences=(Absence(article.id, AbsenceKind.NO_DATE, span_of(text, "cracks"), warning.id),),
        positions=(
            Position(article.id, varga.id, pier, Stance.SUPPORTS, varga.id, pier.evidence),
            Position(article.id, brandt.id, pier, Stance.OPEN, None, pier.evidence),
        ),
        checks=(
            Check(
                article.id,
                CheckKind.NUMBER_CONFLICT,
                "two numbers of weeks",
                (span_of(text, "weeks"), span_of(text, "north pier")),
            ),
        ),
    )


def without_findings(reading: Reading) -> Reading:
    """As version 1 of the schema kept it."""
    plain = tuple(
        dataclasses.replace(one, addressee=None, said_on=None, chain=(), basis=Basis.UNSTATED)
        for one in reading.attributions
    )
    return Reading(reading.article, reading.entities, plain, reading.run)


def make_capture(article: Article | None = None, **fields: object) -> Capture:
    """The page that a dispatch stands on."""
    article = article or make_article()
    known: dict[str, object] = {
        "origin": article.url,
        "url": article.url,
        "body": f"<html><title>{article.title}</title><p>{article.text}</p></html>".encode(),
        "fetched_at": NOON,
        "media_type": "text/html",
        "charset": "utf-8",
    }
    return Capture(**{**known, **fields})  # type: ignore[arg-type]
