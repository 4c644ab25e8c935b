"""A reading out of the JSON contract's objects, each id held against its content."""

from onrecord.dates import PartialDate
from onrecord.export.shapes import (
    AUTHOR,
    AbsenceDict,
    ArticleDict,
    AttributionDict,
    CheckDict,
    EntityDict,
    PositionDict,
    ReadingDict,
    ResponseDict,
)
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
    Role,
    Run,
    Span,
    Spans,
    Stance,
)


def reading_from_dict(record: ReadingDict) -> Reading:
    """The reading that `reading_to_dict` was given.

    Args:
        record: valid by `json_schema`.

    Raises:
        ValueError: an id is not that of the content beside it, because one of them was changed.
    """
    article = _read_article(record["article"])
    run = record["run"]
    return Reading(
        article=article,
        entities=tuple(_read_entity(one, article.id) for one in record["entities"]),
        attributions=tuple(_read_attribution(one, article.id) for one in record["attributions"]),
        run=Run(run["version"], run["model"], dict(run["settings"])),
        responses=tuple(_read_response(one, article.id) for one in record["responses"]),
        absences=tuple(_read_absence(one, article.id) for one in record["absences"]),
        positions=tuple(_read_position(one, article.id) for one in record["positions"]),
        checks=tuple(_read_check(one, article.id) for one in record["checks"]),
    )


def _read_article(record: ArticleDict) -> Article:
    article = Article(
        title=record["title"],
        text=record["text"],
        url=record["url"],
        publisher=record["publisher"],
        authors=tuple(record["authors"]),
        published_on=_read_date(record["published_on"]),
        updated_on=_read_date(record["updated_on"]),
        language=record["language"],
    )
    _check_id("article", record["id"], article.id)
    return article


def _read_entity(record: EntityDict, article_id: str) -> Entity:
    entity = Entity(
        article_id=article_id,
        name=record["name"],
        kind=EntityKind(record["kind"]),
        mentions=_read_spans(record["mentions"]),
        roles=tuple(Role(one["role"], Span(*one["evidence"])) for one in record["roles"]),
        speaks_for_id=record["speaks_for"],
    )
    _check_id("entity", record["id"], entity.id)
    return entity


def _read_attribution(record: AttributionDict, article_id: str) -> Attribution:
    attribution = Attribution(
        article_id=article_id,
        source=_read_pieces(record["source"]),
        cue=_read_spans(record["cue"]),
        content=_read_spans(record["content"]),
        entity_id=record["entity"],
        form=Form(record["form"]),
        act=Act(record["act"]),
        negated=record["negated"],
        hedged=record["hedged"],
        parent_id=record["parent"],
        score=record["score"],
        addressee=_read_pieces(record["addressee"]),
        said_on=_read_date(record["said_on"]),
        chain=tuple(
            Hop(hop["entity"], How(hop["how"]), Span(*hop["evidence"])) for hop in record["chain"]
        ),
        basis=Basis(record["basis"]),
    )
    _check_id("attribution", record["id"], attribution.id)
    return attribution


def _read_response(record: ResponseDict, article_id: str) -> Response:
    response = Response(
        article_id=article_id,
        party_id=record["party"],
        kind=ResponseKind(record["kind"]),
        evidence=_read_spans(record["evidence"]),
        to_id=record["to"],
        spokesperson_id=record["spokesperson"],
        as_of=_read_date(record["as_of"]),
        about=_read_pieces(record["about"]) or (),
    )
    _check_id("response", record["id"], response.id)
    return response


def _read_absence(record: AbsenceDict, article_id: str) -> Absence:
    absence = Absence(
        article_id=article_id,
        kind=AbsenceKind(record["kind"]),
        evidence=Span(*record["evidence"]),
        about_id=record["about"],
    )
    _check_id("absence", record["id"], absence.id)
    return absence


def _read_position(record: PositionDict, article_id: str) -> Position:
    proposition, word_of = record["proposition"], record["word_of"]
    position = Position(
        article_id=article_id,
        party_id=record["party"],
        proposition=Proposition(proposition["text"], _read_spans(proposition["evidence"])),
        stance=Stance(record["stance"]),
        word_of_id=None if word_of == AUTHOR else word_of,
        evidence=_read_spans(record["evidence"]),
    )
    _check_id("position", record["id"], position.id)
    return position


def _read_check(record: CheckDict, article_id: str) -> Check:
    check = Check(
        article_id=article_id,
        kind=CheckKind(record["kind"]),
        message=record["message"],
        evidence=_read_spans(record["evidence"]),
        against=Against(record["against"]),
    )
    _check_id("check", record["id"], check.id)
    return check


def _check_id(what: str, found: str, expected: str) -> None:
    if found != expected:
        raise ValueError(
            f"{what} {found} has the content of {expected}: it was changed after it was written; "
            "read the article again"
        )


def _read_spans(pairs: list[list[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)


def _read_pieces(pairs: list[list[int]] | None) -> Spans | None:
    return None if pairs is None else _read_spans(pairs)


def _read_date(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.parse(text)
