import numpy as np

from letters import TOKENIZER
from onrecord.attributions.neural.decoding import Draft
from onrecord.attributions.neural.nested import read_nested
from onrecord.attributions.neural.tags import AFTER, BEFORE, Tag
from onrecord.attributions.neural.tokens import tokenize
from onrecord.records import Span


class WordAfterNameBackend:
    """Takes the word after a name for a cue, and the name for its source."""

    def __init__(self) -> None:
        self.transitions = np.zeros((4, 4), dtype=np.float32)
        self.lengths: list[int] = []

    def encode(self, pieces, quotes, cases):
        self.lengths.append(len(pieces) - 2)
        assert not quotes.any(), "a content is read as if nothing of it were quoted"
        anchor = np.full(len(pieces), -4.0, dtype=np.float32)
        capitals = np.flatnonzero(cases == 1)
        small = np.flatnonzero(cases == 0)
        if len(capitals):
            anchor[small[small > capitals[0]][:1]] = 4.0
        local = np.zeros((len(pieces), 1), dtype=np.float32)
        return anchor, np.zeros((len(pieces), 9), dtype=np.float32), local, local

    def tag(self, local, cue, distances):
        tags = np.full(BEFORE + AFTER, Tag.OUTSIDE)
        tags[BEFORE - 1], tags[BEFORE] = Tag.SOURCE, Tag.CUE
        tags[BEFORE + 1 :] = Tag.CONTENT
        return 5 * np.eye(4, dtype=np.float32)[tags[distances]]


def read(text: str, content: tuple[int, int]) -> list[Draft]:
    outer = Draft((Span(0, 3),), (Span(4, 8),), (Span(*content),), 0.9)
    tokens = tokenize(text, TOKENIZER)
    return read_nested(text, tokens, [outer], WordAfterNameBackend(), threshold=0.5)


def test_a_content_with_a_verb_of_saying_is_read_on_its_own() -> None:
    text = "Roe said that Lee believes the talks will fail."
    drafts = read(text, (9, 46))
    assert [d.parent for d in drafts] == [None, 0]
    inner = drafts[1]
    assert inner.score < drafts[0].score
    assert all(s.start >= 9 and s.end <= 46 for s in (*inner.cue, *inner.content))


def test_marks_inside_a_content_do_not_stand_in_the_way() -> None:
    text = "Roe said Lee “wants to see it end.”"
    drafts = read(text, (9, len(text)))
    assert [d.parent for d in drafts] == [None, 0]


def test_a_content_without_a_verb_of_the_lexicon_is_not_read_again() -> None:
    text = "Roe said the pier of the old port."
    backend = WordAfterNameBackend()
    outer = Draft((Span(0, 3),), (Span(4, 8),), (Span(9, 33),), 0.9)
    read_nested(text, tokenize(text, TOKENIZER), [outer], backend, threshold=0.5)
    assert backend.lengths == []
