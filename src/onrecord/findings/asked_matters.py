"""What somebody who is silent, or refuses to speak, may have been asked about."""

import re
from collections.abc import Sequence, Set

from onrecord.findings.answered_passages import Passage
from onrecord.findings.answers import Answer
from onrecord.findings.claims import holds_any
from onrecord.findings.matter import is_party
from onrecord.findings.said_not_so import denies_something
from onrecord.findings.subjects import stems_of
from onrecord.records import Entity, ResponseKind, Span
from onrecord.resolution.layout import Layout

_MATTER = re.compile(r"\b(?:on|about|over)\s(?!\w+day\b)(?P<matter>[^.;,:\n]+)")


def find_refusals(answers: Sequence[Answer]) -> frozenset[str]:
    """The attributions whose own words refuse an answer: nobody is asked about those."""
    return frozenset(
        answer.attribution.id
        for answer in answers
        if answer.kind is ResponseKind.DECLINES and answer.attribution is not None
        if any(
            piece.overlaps(span)
            for piece in answer.attribution.content
            for span in answer.party.doing
        )
    )


def may_be_asked(
    layout: Layout, answer: Answer, party: Entity, passage: Passage, refusals: Set[str]
) -> bool:
    """Whether a party may have been asked about a passage.

    What others refuse to say, and what they say is not so, nobody is asked about. Who is silent,
    of him the passage speaks, or it stands right before; who is new to the article may be silent
    about what it leads with.
    """
    speaker = passage.speaker
    if speaker is not None and speaker.id in refusals:
        return False
    span = passage.span
    if holds_any((span,), party.mentions):
        return True
    if speaker is not None and denies_something(layout.text, speaker):
        return False
    if (
        not answer.kind.is_silence
        or _stands_before(layout, answer, party, passage)
        or _names_matter(layout, answer, passage)
    ):
        return True
    return is_party(party, (layout.text[span.start : span.end],))


def _names_matter(layout: Layout, answer: Answer, passage: Passage) -> bool:
    """Whether a passage has a word of what a party would not speak on: "on the port report"."""
    for span in answer.evidence:
        match = _MATTER.search(layout.text, span.start, span.end)
        if match is not None and stems_of(layout, (Span(*match.span("matter")),)) & passage.stems:
            return True
    return False


def _stands_before(layout: Layout, answer: Answer, party: Entity, passage: Passage) -> bool:
    """Whether a passage is of the paragraph, or where the silence begins one, of that before.

    Of the lead too, where the party is new.
    """
    start = answer.evidence[0].start
    paragraph, sentence = layout.paragraph_at(start), layout.sentence_at(start)
    if layout.paragraph_at(layout.sentence_span(max(0, sentence - 1)).start) == paragraph:
        return passage.paragraph == paragraph
    is_new = not party.mentions or party.mentions[0].start >= start
    lead = 1 if layout.in_headline(0) else 0
    return (is_new and passage.paragraph <= lead) or paragraph - passage.paragraph <= 1
