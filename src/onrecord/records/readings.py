"""What a run read out of an article, or why it could not."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.identifiers import content_id
from onrecord.records.articles import Article
from onrecord.records.attributions import Attribution
from onrecord.records.entities import Entity
from onrecord.records.findings import Absence, Check, Position, Response


@dataclass(frozen=True, slots=True)
class Run:
    """Which program with which model and settings read an article: enough to read it again."""

    version: str
    model: str
    settings: Mapping[str, str | int | float | bool] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The same program, model and settings are the same run."""
        return content_id(
            "run", self.version, self.model, sorted([k, v] for k, v in self.settings.items())
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one run read out of one article."""

    article: Article
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    run: Run
    responses: tuple[Response, ...] = ()
    absences: tuple[Absence, ...] = ()
    positions: tuple[Position, ...] = ()
    checks: tuple[Check, ...] = ()

    def __post_init__(self) -> None:
        article_id = self.article.id
        records: tuple[Entity | Attribution | Response | Absence | Position | Check, ...] = (
            *self.entities,
            *self.attributions,
            *self.responses,
            *self.absences,
            *self.positions,
            *self.checks,
        )
        for record in records:
            if record.article_id != article_id:
                raise ValueError(f"{record.id} is not of the article {article_id}")


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read, and why; the batch went on.

    Attributes:
        origin: what was asked for: a URL, a path, or "-".
        kind: the class name of the error.
        message: names the thing, what is wrong and what to do.
    """

    origin: str
    kind: str
    message: str
    failed_at: datetime.datetime

    def __post_init__(self) -> None:
        if self.failed_at.tzinfo is None:
            raise ValueError("failed_at must be an aware UTC instant")

    @property
    def id(self) -> str:
        """The same input failing for the same reason is the same failure."""
        return content_id("fai", self.origin, self.kind, self.message)
