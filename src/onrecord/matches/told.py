"""What one version of a page tells: on whose word, and in its own voice."""

from dataclasses import dataclass

from onrecord.articles.sentences import split_sentences
from onrecord.matches.actors import list_named
from onrecord.matches.compare import compare
from onrecord.matches.differences import Aspect
from onrecord.matches.statements import Statement, read_passage, read_statement
from onrecord.matches.word_forms import head_of
from onrecord.records import Act, Attribution, Entity, Reading, Span, Spans


@dataclass(frozen=True, slots=True)
class Place:
    """A passage of one version.

    Attributes:
        record_id: the attribution or response that it is; None for words in the page's own voice.
        words: the sentences that it stands in, with single spaces.
        evidence: where they stand in the article's text.
    """

    article_id: str
    record_id: str | None
    words: str
    evidence: Spans


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution with what it states, where, who says so, and who passed it on."""

    attribution: Attribution
    statement: Statement
    place: Place
    source: Entity | None
    through: tuple[str, ...]


class Version:
    """A reading with what its attributions tell, and what it tells in its own voice.

    Args:
        reading: of one version of a page.

    Attributes:
        told: its attributions but those that say that nobody answers, in text order.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._named = list_named(reading)
        self._sentences = split_sentences(reading.article.text)
        self._entities = {entity.id: entity for entity in reading.entities}
        self.told = [
            self._tell(one, self._entities.get(one.entity_id or ""))
            for one in reading.attributions
            if one.act is not Act.DECLINES
        ]
        self._own = [
            read_passage(reading, (span,), str(span.start), self._named)
            for span in self._sentences
            if not any(span.overlaps(piece) for one in reading.attributions for piece in one.cue)
        ]
        self._text = squeeze(reading.article.text)

    def _tell(self, one: Attribution, source: Entity | None) -> Told:
        statement = read_statement(self.reading, one, self._named)
        through = tuple(self._entities[hop.entity_id].name for hop in one.chain[:-1])
        place = self.place(one.id, (*one.cue, *one.content))
        return Told(one, statement, place, source, through)

    def place(self, record_id: str | None, pieces: Spans) -> Place:
        """The sentences that a passage touches."""
        touched = tuple(
            span for span in self._sentences if any(span.overlaps(piece) for piece in pieces)
        )
        text = self.reading.article.text
        words = " ".join(squeeze(text[span.start : span.end]) for span in touched)
        return Place(self.reading.article.id, record_id, words, touched)

    def has_sentences(self, place: Place) -> bool:
        """Whether the very words of a passage's sentences stand in this version too."""
        return place.words in self._text

    def find_own(self, statement: Statement) -> Place | None:
        """The sentence that states most of it in the page's own voice, the likest first."""
        scored = [
            (share, own)
            for own in self._own
            if (share := _share_stated(statement, own)) >= _MOST_OF_IT
            and not _differ(statement, own)
        ]
        if not scored:
            return None
        start = int(max(scored, key=lambda pair: pair[0])[1].id)
        return self.place(None, (Span(start, start + 1),))


_MOST_OF_IT = 0.6
_FEWEST_STATED = 3


def _differ(statement: Statement, own: Statement) -> bool:
    """Whether they differ in more than in how sure it is: what loses its source is firmer, too."""
    return any(
        not reason.agrees and reason.aspect not in {Aspect.MODALITY, Aspect.WORDING}
        for reason in compare(statement, own).reasons
    )


def _share_stated(statement: Statement, own: Statement) -> float:
    """How much of a statement a sentence says: words, names, numbers and days, 0 to 1.

    The sentence may say more, as one does that tells what was two before.
    """
    words = {head_of(word) for word in statement.words}
    said = len(words & {head_of(word) for word in own.words})
    named = sum(any(actor.is_same(each) for each in own.actors) for actor in statement.actors)
    counts = {(one.value, one.unit) for one in statement.quantities}
    counted = len(counts & {(one.value, one.unit) for one in own.quantities})
    dated = len(set(statement.dates) & set(own.dates))
    found = said + named + counted + dated
    whole = len(words) + len(statement.actors) + len(counts) + len(set(statement.dates))
    return found / whole if found >= min(_FEWEST_STATED, whole) and said else 0.0


def squeeze(text: str) -> str:
    """A text with single spaces."""
    return " ".join(text.split())
