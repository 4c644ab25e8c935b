"""Passages → an attribution with its form, act, negation and hedging."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.articles.quotations import Quotation
from onrecord.attributions.acts import classify_act
from onrecord.attributions.form import classify_form
from onrecord.attributions.modality import classify_modality
from onrecord.records import Article, Attribution, Spans


@dataclass(frozen=True, slots=True)
class Passages:
    """Where an attribution stands, before it is classified."""

    source: Spans | None
    cue: Spans
    content: Spans
    score: float


def classify_passages(
    article: Article,
    passages: Passages,
    quotations: Sequence[Quotation],
    *,
    parent_id: str | None = None,
) -> Attribution:
    """The attribution that these passages make.

    Args:
        article: the article that the positions refer to.
        passages: source, cue and content.
        quotations: what `find_quotations` finds in the article's text.
        parent_id: the attribution whose content this one stands in.
    """
    source, cue, content = passages.source, passages.cue, passages.content
    negated, hedged = classify_modality(article.text, cue, source, content)
    return Attribution(
        article_id=article.id,
        cue=cue,
        content=content,
        source=source,
        form=classify_form(article.text, content, quotations),
        act=classify_act(article.text, cue, content, source),
        negated=negated,
        hedged=hedged,
        parent_id=parent_id,
        score=round(passages.score, 4),
    )
