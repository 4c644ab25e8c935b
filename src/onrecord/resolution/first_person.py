"""Who says "I" and "we": the speaker of the words around them, or who writes."""

from collections.abc import Callable, Mapping

from onrecord.records import EntityKind, Span
from onrecord.resolution.descriptions import span_text
from onrecord.resolution.discourse import Discourse, Referent
from onrecord.resolution.mentions import FIRST_PERSON, SourceMention
from onrecord.resolution.speech import Speech

_SELF = frozenset({"i", "me", "my", "mine", "myself"})


def resolve_first_persons(
    discourse: Discourse,
    speech: Speech,
    mentions: Mapping[int, SourceMention],
    sources: dict[int, Referent],
    *,
    writer_at: Callable[[int, bool], Referent | None] = lambda _position, _alone: None,
) -> None:
    """Fill in the sources that are still open, and note "I" in quotations as their speaker.

    Args:
        discourse: everybody who was mentioned.
        speech: whose words stand where.
        mentions: the sources as they are written.
        sources: the sources that are settled; grows.
        writer_at: who writes at a position, where the text itself says so; asked whether the
            word stands for one alone.
    """
    for number, mention in mentions.items():
        if number not in sources:
            referent = _speaker_of_words(number, mentions, speech, sources)
            if referent is None and mention.head in FIRST_PERSON:
                referent = _speaker_near(mention.span, discourse)
                quoted = discourse.layout.quotation_at(mention.span.start) is not None
                if referent is None and not quoted:
                    referent = writer_at(mention.span.start, mention.head in _SELF)
            if referent is None:
                referent = _writer_or_reader(mention, discourse)
            sources[number] = referent
            referent.spans.append(mention.span)
    layout = discourse.layout
    for word in layout.words:
        if word.stem in _SELF and layout.quotation_at(word.start) is not None:
            around = speech.contents_around(word.start, but=None)
            if around and around[0] in sources:
                span = Span(word.start, word.start + len(word.stem))
                sources[around[0]].spans.append(span)


def _speaker_of_words(
    number: int, mentions: Mapping[int, SourceMention], speech: Speech, sources: dict[int, Referent]
) -> Referent | None:
    """The speaker of the innermost words around that is settled."""
    mention = mentions[number]
    if mention.head not in FIRST_PERSON:
        return None
    parent = speech.parent_of(number)
    around = speech.contents_around(mention.span.start, but=number)
    for outer in [*([parent] if parent is not None else []), *around]:
        if outer in sources:
            return sources[outer]
    return None


def _speaker_near(span: Span, discourse: Discourse) -> Referent | None:
    """The speaker named nearest to the quotation around a span, in its paragraph."""
    layout = discourse.layout
    quotation = layout.quotation_at(span.start)
    if quotation is None:
        return None
    paragraph = layout.paragraph_at(quotation.start)
    nearest: tuple[int, Referent] | None = None
    for entry in discourse.speakers_in(paragraph):
        distance = min(abs(entry.span.start - quotation.end), abs(entry.span.end - quotation.start))
        if nearest is None or distance < nearest[0]:
            nearest = (distance, entry.referent)
    return nearest[1] if nearest is not None else None


def _writer_or_reader(mention: SourceMention, discourse: Discourse) -> Referent:
    """Whom the article itself calls "I", "we" or "you": one referent each."""
    key = "i" if mention.head in _SELF else "we" if mention.head in FIRST_PERSON else "you"
    if key not in discourse.voices:
        words = span_text(discourse.layout.text, mention.span)
        discourse.voices[key] = discourse.introduce(
            Referent(EntityKind.UNNAMED, plural=key == "we", words=words, head=key)
        )
    return discourse.voices[key]
