"""Attributions that the layout alone marks: no verb says whose words these are, the page does."""

from onrecord.articles.sentences import split_paragraphs
from onrecord.attributions.classification import Passages
from onrecord.attributions.credits import find_credits
from onrecord.attributions.labels import find_labelled_lines
from onrecord.attributions.turns import find_turns


def find_layout_attributions(text: str) -> tuple[Passages, ...]:
    """Turns of transcripts, quotations with a credit, lines with a speaker, in text order.

    No two of them share a cue or a piece of content.
    """
    paragraphs = split_paragraphs(text)
    found = [*find_turns(text, paragraphs), *find_credits(text, paragraphs)]
    taken = {span.start for passages in found for span in (*passages.cue, *passages.content)}
    for passages in find_labelled_lines(text, paragraphs):
        spans = (*passages.cue, *passages.content, *(passages.source or ()))
        if not any(span.start in taken for span in spans):
            found.append(passages)
    return tuple(sorted(found, key=lambda passages: passages.cue))
