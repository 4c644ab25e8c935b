"""What the dating of one article's sayings goes by, and what is found."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.dates import PartialDate
from onrecord.records import Article, Attribution, Span
from onrecord.resolution.date_mentions import DateMention, find_dates
from onrecord.resolution.layout import lay_out
from onrecord.resolution.when_clauses import SAYING_NOUNS, is_of_a_saying

PRONOUNS = frozenset("he she they it i we who".split())


TAKEN_UP = re.compile(
    rf"\b(?:(?i:the|his|her|their|its|this|that|these|those|such)|[A-Z]\w+[’']s?)\s+"
    rf"(?:[\w-]+\s+){{0,2}}?(?P<noun>{SAYING_NOUNS})\b"
)


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A noun that takes up a saying and has a date.

    Attributes:
        on: the date.
        position: where the date stands.
        speaker: the key of who said what it takes up; "" where that comes only after it.
    """

    on: PartialDate
    position: int
    speaker: str = ""


class SaidOn(dict[str, PartialDate]):
    """By attribution id, when it was said."""


class Dating:
    """What dating one article's sayings goes by.

    Attributes:
        attributions: in the order of their cues.
        nested: ids of those whose cue stands inside the content of another.
        found: what was found so far.
    """

    def __init__(self, article: Article, attributions: Sequence[Attribution]) -> None:
        self.article = article
        self.layout = lay_out(article.text)
        self.attributions = sorted(attributions, key=lambda one: (one.cue[0].start, one.id))
        self.nested = _find_nested(self.attributions)
        self.found = SaidOn()
        self._by_sentence: defaultdict[int, list[Attribution]] = defaultdict(list)
        self._contents: defaultdict[int, list[Span]] = defaultdict(list)
        self._dates: defaultdict[int, list[DateMention]] = defaultdict(list)
        self.dates: list[DateMention] = []
        for one in self.attributions:
            self._by_sentence[self.sentence_of(one)].append(one)
            for piece in one.content:
                for number in self._sentences_of(piece):
                    self._contents[number].append(piece)
        for mention in find_dates(article.text, article.published_on):
            if is_of_a_saying(article.text, mention):
                self.dates.append(mention)
                self._dates[self.layout.sentence_at(mention.span.start)].append(mention)

    def _sentences_of(self, span: Span) -> range:
        first, last = self.layout.sentence_at(span.start), self.layout.sentence_at(span.end - 1)
        return range(first, last + 1)

    def sentence_of(self, attribution: Attribution) -> int:
        """The number of the sentence of the cue."""
        return self.layout.sentence_at(attribution.cue[0].start)

    def paragraph_of(self, attribution: Attribution) -> int:
        """The number of the paragraph of the cue."""
        return self.layout.paragraph_at(attribution.cue[0].start)

    def attributions_in(self, sentence: int) -> list[Attribution]:
        """Those whose cue begins in a sentence."""
        return self._by_sentence.get(sentence, [])

    def dates_near(self, attribution: Attribution) -> list[DateMention]:
        """The dates in the sentences of the cue."""
        span = Span(attribution.cue[0].start, attribution.cue[-1].end)
        return [one for number in self._sentences_of(span) for one in self._dates.get(number, [])]

    def contents_near(self, attribution: Attribution) -> list[Span]:
        """Contents of all attributions that touch the sentences of the cue."""
        span = Span(attribution.cue[0].start, attribution.cue[-1].end)
        return [
            one for number in self._sentences_of(span) for one in self._contents.get(number, [])
        ]

    def rest_of_sentence(self, attribution: Attribution) -> str:
        """What follows the cue in its sentence, without contents."""
        start = attribution.cue[-1].end
        end = self.layout.sentence_span(self.layout.sentence_at(start)).end
        rest = ""
        for piece in sorted(self.contents_near(attribution)):
            if start <= piece.start < end:
                rest += self.article.text[start : piece.start]
            if piece.end > start:
                start = piece.end
        return rest + self.article.text[start:end]

    def is_said(self, mention: DateMention) -> bool:
        """Whether a date stands inside a content."""
        start = mention.span.start
        pieces = self._contents.get(self.layout.sentence_at(start), [])
        return any(piece.start <= start < piece.end for piece in pieces)


def _find_nested(attributions: Sequence[Attribution]) -> frozenset[str]:
    """Ids of attributions whose cue stands inside the content of another, in one pass."""
    pieces = sorted(
        (piece.start, piece.end, one.id) for one in attributions for piece in one.content
    )
    nested, opened, number = set(), list[tuple[int, str]](), 0
    for one in attributions:
        start = one.cue[0].start
        while number < len(pieces) and pieces[number][0] <= start:
            opened.append(pieces[number][1:])
            number += 1
        opened = [piece for piece in opened if piece[0] > start]
        if one.parent_id is not None or any(owner != one.id for _, owner in opened):
            nested.add(one.id)
    return frozenset(nested)


def find_key(text: str, attribution: Attribution) -> str:
    """Who speaks: the entity, or the last name; "" for a pronoun that nobody resolved."""
    if attribution.entity_id:
        return attribution.entity_id
    if not attribution.source:
        return ""
    words = text[attribution.source[0].start : attribution.source[-1].end]
    if words.lower() in PRONOUNS:
        return ""
    names: list[str] = re.findall(r"\b(?!(?:The|An?)\b)[A-Z][\w’'-]+", words.split(",")[0])
    return (names[-1] if names else words).lower().removesuffix("’s").removesuffix("'s")


def read_clause(dating: Dating, attribution: Attribution) -> str:
    """The words of the sentence before the cue, and of the cue, without contents."""
    sentence = dating.layout.sentence_span(dating.sentence_of(attribution))
    start, end = sentence.start, max(attribution.cue[-1].end, sentence.start)
    for piece in dating.contents_near(attribution):
        if start < piece.end <= attribution.cue[0].start:
            start = piece.end
    return dating.article.text[start:end]
