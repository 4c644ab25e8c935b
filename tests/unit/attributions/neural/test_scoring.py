from dataclasses import replace

import numpy as np
import pytest

from letters import TOKENIZER
from onrecord.articles.quotations import find_quotations
from onrecord.attributions.neural.scoring import encode_text, find_reach, read_drafts, squash
from onrecord.attributions.neural.tags import AFTER, BEFORE, Tag
from onrecord.attributions.neural.tokens import COLON, WINDOW, tokenize


class WordBackend:
    """A network that knows one cue word, and takes what stands before it as source."""

    def __init__(self, cue_piece: int) -> None:
        self.cue_piece = cue_piece
        self.transitions = np.zeros((4, 4), dtype=np.float32)

    def encode(self, pieces, quotes, cases):
        assert len(pieces) == len(quotes) == len(cases)
        anchor = np.where(pieces == self.cue_piece, 4.0, -4.0).astype(np.float32)
        anchor = np.stack((anchor, -anchor), axis=1)
        local = pieces[:, None].astype(np.float32)
        return anchor, np.zeros((len(pieces), 9), dtype=np.float32), local, local, local

    judge = staticmethod(squash)

    def tag(self, local, cue, distances):
        assert len(local) == len(distances)
        tags = np.full(BEFORE + AFTER, Tag.OUTSIDE)
        tags[BEFORE - 1], tags[BEFORE] = Tag.SOURCE, Tag.CUE
        tags[BEFORE + 1 : BEFORE + 4] = Tag.CONTENT
        return 5 * np.eye(4, dtype=np.float32)[tags[distances]]


def cue_piece() -> int:
    return int(tokenize("z", TOKENIZER).pieces[0])


def read(text: str):
    backend = WordBackend(cue_piece())
    tokens = tokenize(text, TOKENIZER)
    drafts, _ = read_drafts(text, tokens, find_quotations(text), backend, threshold=0.5)
    return [
        tuple(
            " ".join(text[s.start : s.end] for s in spans)
            for spans in (d.source or (), d.cue, d.content)
        )
        for d in drafts
    ]


def test_source_cue_and_content_are_linked():
    assert read("x z a b c d") == [("x", "z", "a b c")]


def test_a_text_without_a_cue_has_no_attribution():
    assert read("x a b c") == []


def test_a_cue_at_either_end_of_the_text_is_read():
    assert read("z a b c") == [("", "z", "a b c")]
    assert read("a b z") == []


def test_every_cue_of_a_text_of_many_windows_is_read_once():
    sentence = "q x z a b c d e f g h. "
    text = sentence * 400
    found = read(text)
    assert len(found) == 400
    assert set(found) == {("x", "z", "a b c")}


def test_every_unit_is_read_in_exactly_one_window():
    text = "one two three four. " * 300
    tokens = tokenize(text, TOKENIZER)
    scores = encode_text(tokens, WordBackend(cue_piece()))
    assert len(scores.anchor) == len(tokens)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a b\n\nc d e\n\nf g", "c d e"),
        ("a b\n\nc d:\n\nf g\n\nh", "c d : f g"),
        ("a b\n\nc d e\n\n“f g” h\n\ni", "c d e “ f g ” h"),
        ("d", "d"),
    ],
)
def test_the_tagger_looks_at_its_paragraph_and_at_a_next_one_that_is_announced_or_quoted(
    text: str, seen: str
) -> None:
    tokens = tokenize(text, TOKENIZER)
    colon = tokenize(":", TOKENIZER).pieces[0]
    tokens = replace(tokens, pieces=np.where(tokens.pieces == colon, COLON, tokens.pieces))
    words = [text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)]
    ((low, high),) = find_reach(tokens, np.array([words.index("d")]))
    assert " ".join(word for word in words[low:high] if word) == seen


def test_a_long_paragraph_ends_the_reach_at_its_limits() -> None:
    tokens = tokenize("a " * 600, TOKENIZER)
    assert find_reach(tokens, np.array([300])).tolist() == [[300 - BEFORE, 300 + AFTER]]


def test_what_a_cue_says_may_stand_in_another_window() -> None:
    filler = "q " * (WINDOW - 14)
    for shift in range(12):
        text = filler + "q " * shift + "x z a b c d."
        assert read(text) == [("x", "z", "a b c")]
