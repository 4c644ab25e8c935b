"""A headline that says more than the body: as a fact what is attributed, or by a stronger act."""

import re
from collections.abc import Iterator, Sequence

from onrecord.articles.sentences import split_sentences
from onrecord.attributions.cues import load_lexicon
from onrecord.findings.content_words import content_stems
from onrecord.records import (
    Act,
    Against,
    Article,
    Attribution,
    Check,
    CheckKind,
    Entity,
    EntityKind,
    Span,
    Spans,
)
from onrecord.resolution.layout import Word, split_words

_ARM_LENGTH = frozenset({Act.CLAIMS, Act.BELIEVES, Act.PREDICTS})
_WEAK = frozenset({Act.SAYS, Act.CLAIMS, Act.BELIEVES, Act.DECLINES})
# A headline that holds its words off by itself.
_GUARDED = re.compile(
    r"[\"“”‘?:]|(?<!\w)['’]|\b(?:may|might|could|would|should|if|whether|alleged(?:ly)?|reported(?:ly)?|"
    r"apparent(?:ly)?|likely|possibl[ey]|suspected|accused|amid|over|per|why|how|what)\b",
    re.IGNORECASE,
)
_ADMISSION = re.compile(
    r"\b(?:admits|confirms|acknowledges|concedes|proves|reveals|exposes)\b", re.IGNORECASE
)
_LEAST_STEMS = 4
_SAID_SHARE = 0.7
_OWN_SHARE = 0.6
_ADMITTED_SHARE = 0.5


def find_headline_overreach(
    article: Article, entities: Sequence[Entity], attributions: Sequence[Attribution]
) -> tuple[Check, ...]:
    """At most one check: the passage of the body that the headline goes beyond.

    As a fact: a headline without any sign of attribution says what the body holds at arm's
    length (claimed, believed, possibly said, said by somebody unnamed) and nowhere says itself.
    "Ames said" under a headline without "Ames says" is custom, and no check. By a stronger act:
    the headline has somebody admit or confirm what the body only lets them say.
    """
    words = split_words(article.title, 0, len(article.title))
    stems = frozenset(content_stems(words))
    if len(stems) < _LEAST_STEMS:
        return ()
    kinds = {entity.id: entity for entity in entities}
    outermost = [each for each in attributions if each.parent_id is None]
    found = _find_admission(article, words, kinds, outermost)
    if found is None and not _holds_off(article.title, words):
        found = _find_plain_fact(article, stems, kinds, outermost)
    return () if found is None else (found,)


def _holds_off(title: str, words: Sequence[Word]) -> bool:
    lexicon = load_lexicon()
    forms = [word.lower for word in words]
    return bool(_GUARDED.search(title)) or any(
        form.is_verbal and form.lemma not in lexicon.timid
        for position in range(len(forms))
        for form in lexicon.match(forms, position)
    )


def _find_plain_fact(
    article: Article,
    stems: frozenset[str],
    entities: dict[str, Entity],
    attributions: Sequence[Attribution],
) -> Check | None:
    for attribution in attributions:
        entity = entities.get(attribution.entity_id or "")
        unnamed = entity is not None and entity.kind is EntityKind.UNNAMED
        arm_length = attribution.act in _ARM_LENGTH or attribution.hedged or unnamed
        if attribution.negated or not arm_length:
            continue
        said = frozenset(_stems_of(article.text, attribution.content))
        if len(stems & said) < max(_LEAST_STEMS, _SAID_SHARE * len(stems)):
            continue
        if _repeats_title(article, attribution):
            continue
        if any(len(stems & own) >= _OWN_SHARE * len(stems)
               for own in _own_sentences(article, attributions)):  # fmt: skip
            return None
        cue = _cue_of(article, attribution)
        who = entity.name if entity is not None else "somebody"
        return _make_check(
            article,
            attribution,
            f"The headline states as a fact what the article gives as {who}’s words (“{cue}”).",
        )
    return None


def _repeats_title(article: Article, attribution: Attribution) -> bool:
    """Whether the passage is the headline itself, which some pages print in the body again."""
    first = article.text.find(article.title.rstrip("."))
    return first >= 0 and first <= attribution.cue[0].start < first + len(article.title)


def _own_sentences(
    article: Article, attributions: Sequence[Attribution]
) -> Iterator[frozenset[str]]:
    """The meaning words of each sentence that stand in no content."""
    pieces = sorted(piece for each in attributions for piece in each.content)
    number = 0
    for sentence in split_sentences(article.text):
        words = split_words(article.text, sentence.start, sentence.end)
        kept = []
        for word in words:
            while number < len(pieces) and pieces[number].end <= word.start:
                number += 1
            if number == len(pieces) or word.start < pieces[number].start:
                kept.append(word)
        yield frozenset(content_stems(kept))


def _find_admission(
    article: Article,
    words: Sequence[Word],
    entities: dict[str, Entity],
    attributions: Sequence[Attribution],
) -> Check | None:
    verb = _ADMISSION.search(article.title)
    if verb is None:
        return None
    subject = {word.lower for word in words if word.end <= verb.start()}
    told = frozenset(content_stems(word for word in words if word.start >= verb.end()))
    if len(told) < 2:
        return None
    weaker = None
    for attribution in attributions:
        entity = entities.get(attribution.entity_id or "")
        said = frozenset(_stems_of(article.text, attribution.content))
        if len(told & said) < _ADMITTED_SHARE * len(told):
            continue
        if attribution.act not in _WEAK or _ADMISSION.search(_cue_of(article, attribution)):
            return None
        if entity is not None and entity.name.lower().split()[-1] in subject:
            weaker = weaker or attribution
    if weaker is None:
        return None
    cue = _cue_of(article, weaker)
    return _make_check(
        article, weaker, f"The headline has “{verb.group()}” where the article has “{cue}”."
    )


def _cue_of(article: Article, attribution: Attribution) -> str:
    return " ".join(article.text[span.start : span.end] for span in attribution.cue)


def _stems_of(text: str, spans: Spans) -> list[str]:
    return [stem for s in spans for stem in content_stems(split_words(text, s.start, s.end))]


def _make_check(article: Article, attribution: Attribution, message: str) -> Check:
    spans = (*(attribution.source or ()), *attribution.cue, *attribution.content)
    whole = Span(min(s.start for s in spans), max(s.end for s in spans))
    return Check(article.id, CheckKind.HEADLINE_OVERREACH, message, (whole,), against=Against.TITLE)
