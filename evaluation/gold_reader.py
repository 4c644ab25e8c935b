"""A reader that finds what the corpus's first annotator marked: later stages stand alone."""

from collections.abc import Mapping, Sequence

from evaluation.gold import Record
from onrecord.articles.quotations import find_quotations
from onrecord.attributions.classification import Passages, classify_passages
from onrecord.attributions.reader import Extraction
from onrecord.records import Article, Attribution, Span, Spans


class GoldReader:
    """Gold passages with the program's own form, act and marks.

    Attributes:
        records: the gold of each article's text.
        extra: passages that gold lacks: nested ones, which get the smallest gold content around
            them as parent.
    """

    name = "gold"
    settings: Mapping[str, float] = {}

    def __init__(
        self, records: Mapping[str, Sequence[Record]], extra: Mapping[str, Sequence[Record]]
    ) -> None:
        self.records = records
        self.extra = extra

    def read(self, article: Article) -> Extraction:
        """The gold attributions of a text in their order, then those that gold lacks."""
        quotations = find_quotations(article.text)
        found: dict[str, Attribution] = {}
        for record in self.records.get(article.text, ()):
            passages = as_passages(record)
            if passages is not None:
                made = classify_passages(article, passages, quotations)
                found.setdefault(made.id, made)
        for record in self.extra.get(article.text, ()):
            passages = as_passages(record)
            if passages is None:
                continue
            parent = _find_parent(passages, list(found.values()))
            made = classify_passages(article, passages, quotations, parent_id=parent)
            found.setdefault(made.id, made)
        ordered = sorted(found.values(), key=lambda each: (each.content[0], each.cue[0]))
        return Extraction(tuple(ordered))


def as_spans(pieces: Sequence[Sequence[int]] | None) -> Spans | None:
    """Pieces of a label as spans; None where there are none."""
    return tuple(Span(start, end) for start, end in pieces) if pieces else None


def as_passages(record: Mapping[str, Sequence[Sequence[int]] | None]) -> Passages | None:
    """The passages of a label; None where it lacks a cue or a content."""
    cue, content = as_spans(record["cue"]), as_spans(record["content"])
    if cue is None or content is None:
        return None
    return Passages(as_spans(record["source"]), cue, content, 1.0)


def _find_parent(passages: Passages, others: Sequence[Attribution]) -> str | None:
    cue = passages.cue[0]
    holding = [
        (piece.end - piece.start, number)
        for number, other in enumerate(others)
        for piece in other.content
        if piece.start <= cue.start and cue.end <= piece.end
    ]
    return others[min(holding)[1]].id if holding else None
