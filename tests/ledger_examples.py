"""Records for the tests of the ledger: numbered dispatches about an invented bridge."""

import datetime

from onrecord.dates import PartialDate
from onrecord.records import (
    Act,
    Article,
    Attribution,
    Capture,
    Entity,
    EntityKind,
    Form,
    Reading,
    Role,
    Run,
    Span,
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
    # The child stands before its parent: a reading may be in any order.
    return Reading(article, (brandt, varga), (warning, claim, silence), run)


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
