"""The date in the clause of a cue: "said on Monday", "In a speech late Monday, she said"."""

import re
from collections.abc import Sequence

from onrecord.dates import PartialDate
from onrecord.records import Attribution, Span
from onrecord.resolution.date_mentions import DateMention
from onrecord.resolution.layout import Layout

SAYING_NOUNS = (
    "announcement|appearance|address|article|book|briefing|broadcast|column|comments?|commentary"
    "|conference|conversation|debate|decision|editorial|email|e-mail|episode|essay|event|filing"
    "|forum|gathering|hearing|interviews?|letter|meeting|memo|memoir|news conference|note|op-ed"
    "|paper|phone call|podcast|poll|post|press conference|program|rally|release|remarks?|report"
    "|ruling|session|show|speech|statements?|study|survey|telecast|testimony|town hall|tweets?"
    "|video|visit|words|claim|claims|broadside"
)
_REACH = 140
_SHORT = 80
"""Characters of a content that a date of the cue may follow: "called it a disgrace on Monday"."""
# The date is of something else than the saying: "said after Monday's debate".
_ELSE = re.compile(
    r"\b(?:since|until|till|after|before|following|from|for|ahead of|prior to|by|between|of|through"
    r"|than|about|over|regarding|when|whether|that|who|which|because|where|if|to)"
    r"(?: (?:the|a|his|her|their|its|late|early))?\s*$",
    re.IGNORECASE,
)
_IN_PHRASE = re.compile(
    r"\b(?:on|in|at|during|on the|at the|in the|in his|in her|in their|in its|in an?|aboard)\s*$",
    re.IGNORECASE,
)
_NEW_CLAUSE = re.compile(
    r"\b(?:who|which|whose|that|after|before|because|since|when|while|where|if|although|though"
    r"|whether|until|but)\b|[;:]|[.?!]\s|\n",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"(?:\b(?:on|in|at|during|late|early|earlier|released|issued|made|posted|held|dated"
    r"|aired|airing|broadcast|delivered|given|filed|back in|only|again|also|here"
    r"|of)\s*|,\s*|^\s*)$",
    re.IGNORECASE,
)
# "In the interview, published on Monday": when it was printed is not when it was given.
_PUBLICATION = re.compile(r"\bpublished\s(?:on\s|in\s|late\s|early\s)?$", re.IGNORECASE)
_NEAR_WORD = 20
_POSSESSIVE = re.compile(r"[’']s?\b")
_SAYING_NEXT = re.compile(rf"[’']?s?\s+(?:[\w-]+\s+){{0,3}}?(?:{SAYING_NOUNS})\b", re.IGNORECASE)
_FREE_WORDS = re.compile(
    r"(?:last|this|earlier|yesterday|today|tonight|late|early|overnight|that|the (?:previous|day)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thurs?|fri|sat)\.|.*\bago$"
    r"|.*\d{1,2}(?:,|$|\s\d{4}$))",
    re.IGNORECASE,
)
_VERB_IN_LEAD = re.compile(
    r"\b(?:was|were|is|are|had|has|have|did|said|says|told|asked|wrote|announced|who|which|as|when"
    r"|after|since|before)\b",
    re.IGNORECASE,
)


def is_of_a_saying(text: str, mention: DateMention) -> bool:
    """Whether a date can say when: a day, month or year that hangs on a verb or on a saying."""
    if _PUBLICATION.search(text, max(0, mention.span.start - _NEAR_WORD), mention.span.start):
        return False
    if mention.value is None or mention.kind not in {"DATE", "TIME"}:
        return False
    before = text[max(0, mention.span.start - 30) : mention.span.start]
    after = text[mention.span.end : mention.span.end + 60]
    saying = _SAYING_NEXT.match(after)
    if _POSSESSIVE.match(after):
        return saying is not None and _IN_PHRASE.search(before) is not None
    if _ELSE.search(before) and not before.lower().endswith(("of ", "for ")):
        return False
    if saying:
        return True
    if re.match(r"[\s-]+[a-z]{3,}", after) and not _ADVERBIAL.search(before):
        return _FREE_WORDS.match(mention.words) is not None and mention.value.day > 0
    if _ADVERBIAL.search(before):
        return not before.lower().endswith("of ")
    return _FREE_WORDS.match(mention.words) is not None


def find_clause_date(
    layout: Layout, attribution: Attribution, dates: Sequence[DateMention], contents: Sequence[Span]
) -> DateMention | None:
    """The date that says when the cue's saying took place, the nearest of several.

    Args:
        layout: of the article's text.
        attribution: of the article.
        dates: those of the text that can be of a saying, in order.
        contents: the pieces of every content in which the cue does not stand itself.
    """
    sentence = layout.sentence_span(layout.sentence_at(attribution.cue[0].start))
    low, high = sentence.start, _find_end(layout, attribution)
    best: tuple[int, DateMention] | None = None
    for mention in dates:
        span = mention.span
        if span.end <= low or span.start >= high or _lies_in(span, contents):
            continue
        distance = _measure(layout.text, attribution, span, low)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, mention)
    return best[1] if best else None


def _find_end(layout: Layout, attribution: Attribution) -> int:
    """The end of the sentence of the cue's last piece."""
    return layout.sentence_span(layout.sentence_at(attribution.cue[-1].end - 1)).end


def _lies_in(span: Span, pieces: Sequence[Span]) -> bool:
    return any(piece.start <= span.start < piece.end for piece in pieces)


def _measure(text: str, attribution: Attribution, span: Span, sentence: int) -> int | None:
    """How far from its cue a date stands in the cue's own clause; None outside of it."""
    cue, source = attribution.cue, attribution.source or ()
    for piece in (*cue, *source):
        if piece.start <= span.start < piece.end:
            if piece in source and not re.search(
                rf"\b(?:{SAYING_NOUNS})\b", text[piece.start : span.start], re.IGNORECASE
            ):
                return None
            return 0
    first = min((*cue[:1], *(one for one in source[:1] if one.end <= cue[0].start)))
    last = max((*cue[-1:], *(one for one in source[-1:] if one.start >= cue[-1].end)))
    if span.start >= last.end:
        return _measure_after(text, attribution, last.end, span)
    if span.end <= first.start:
        return _measure_before(text, attribution, span, sentence, first.start)
    # Between source and cue: "Ruiz on Wednesday called".
    between = text[first.end : span.start]
    return 1 if not re.search(r"[.;\n]|\bwho\b|\bwhich\b", between) else None


def _measure_after(text: str, attribution: Attribution, end: int, span: Span) -> int | None:
    between = text[end : span.start]
    if len(between) > _REACH or _NEW_CLAUSE.search(between):
        return None
    passed = [piece for piece in attribution.content if end <= piece.start < span.start]
    if passed and (passed[-1].end - passed[0].start > _SHORT or span.start - passed[-1].end > 4):
        return None
    return len(between) + 2


def _measure_before(
    text: str, attribution: Attribution, span: Span, sentence: int, subject: int
) -> int | None:
    lead, between = text[sentence : span.start], text[span.end : subject]
    if len(between) > _REACH or any(
        sentence <= piece.start < subject for piece in attribution.content
    ):
        return None
    if _VERB_IN_LEAD.search(lead) or _NEW_CLAUSE.search(between) or _VERB_IN_LEAD.search(between):
        return None
    # An opening says when: "On Monday, Ruiz said", "In a speech in Quayton late Monday, Ruiz".
    if len(lead.strip()) > 90 or not re.match(
        r"[“\"'‘(\s]*(?:$|(?:on|in|at|during|early|late|earlier|just|only|but|and|then|also|back|by"
        r"|speaking|later|meanwhile|appearing|asked|as|yet|so|again|for)\b)",
        lead,
        re.IGNORECASE,
    ):
        return None
    return len(between) + 3


def choose_date(mention: DateMention, published_on: PartialDate | None) -> PartialDate | None:
    """The date of a saying: nobody has said yet what the dateline lies before."""
    value = mention.value
    if value is None or (published_on and value.first_day > published_on.last_day):
        return None
    return value
