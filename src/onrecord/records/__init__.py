"""Every noun of onrecord as a frozen record.

Positions are half-open spans of code points of `Article.text`. Names are the same here, in the
ledger's columns, in JSON and on the page. `*_at` is an aware UTC instant, `*_on` a `PartialDate`.
"""

from onrecord.records.articles import Article, Capture
from onrecord.records.attributions import Act, Attribution, Basis, Form, Hop, How
from onrecord.records.entities import Entity, EntityKind, Role
from onrecord.records.findings import (
    Absence,
    AbsenceKind,
    Against,
    Check,
    CheckKind,
    Position,
    Proposition,
    Response,
    ResponseKind,
    Stance,
)
from onrecord.records.judgements import Judgement, Verdict
from onrecord.records.passages import Evidence, Span, Spans, check_pieces, check_spans
from onrecord.records.readings import Failure, Reading, Run

__all__ = [
    "Absence",
    "AbsenceKind",
    "Act",
    "Against",
    "Article",
    "Attribution",
    "Basis",
    "Capture",
    "Check",
    "CheckKind",
    "Entity",
    "EntityKind",
    "Evidence",
    "Failure",
    "Form",
    "Hop",
    "How",
    "Judgement",
    "Position",
    "Proposition",
    "Reading",
    "Response",
    "ResponseKind",
    "Role",
    "Run",
    "Span",
    "Spans",
    "Stance",
    "Verdict",
    "check_pieces",
    "check_spans",
]
