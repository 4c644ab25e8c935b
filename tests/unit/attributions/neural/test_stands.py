"""The branch that reads stands, with a network that knows one letter."""

import numpy as np
import pytest

from letters import TOKENIZER
from onrecord.attributions.neural.scoring import frame_window, plan_windows
from onrecord.attributions.neural.stands import OWN_WORD, STANCES, STAND, StandNetwork
from onrecord.attributions.neural.tags import AFTER, BEFORE, Tag
from onrecord.attributions.neural.tokens import tokenize
from onrecord.records import Stance

LIKELY, UNLIKELY = 3.0, -6.0


def piece(letter: str) -> int:
    return int(tokenize(letter, TOKENIZER).pieces[0])


class LetterNetwork:
    """ "v" opposes what stands behind it; what stands before it is who does."""

    def __init__(self, word: int) -> None:
        self.word = word
        self.marks: list[int] = []

    def branch(self, inputs):
        pieces = inputs["states"][0, :, 0]
        logits = np.full((len(pieces), 1 + len(STANCES)), UNLIKELY)
        logits[:, 0] = LIKELY
        logits[pieces == piece("v"), 1 + STANCES.index(Stance.OPPOSES)] = 2 * LIKELY
        words = np.tile(np.eye(3)[self.word], (len(pieces), 1))
        outputs = (logits, words, pieces[:, None], pieces[:, None])
        return [each[None].astype(np.float32) for each in outputs]

    def tag(self, inputs):
        self.marks.append(int(inputs["mark"][0]))
        tags = np.full(BEFORE + AFTER, Tag.OUTSIDE)
        tags[[BEFORE - 3, BEFORE - 1]] = Tag.SOURCE
        tags[BEFORE] = Tag.CUE
        tags[BEFORE + 1 : BEFORE + 3] = Tag.CONTENT
        return [5 * np.eye(4, dtype=np.float32)[tags[inputs["distances"]]][None]]


def read(text: str, word: int = OWN_WORD):
    network = LetterNetwork(word)
    reader = StandNetwork(network.branch, network.tag, np.zeros((4, 4), dtype=np.float32))
    tokens = tokenize(text, TOKENIZER)
    trunk = [
        frame_window(tokens, window)[0][:, None].astype(np.float32)
        for window in plan_windows(tokens)
    ]
    return reader.read(tokens, trunk), network


def words(text: str, spans) -> list[str]:
    return [text[span.start : span.end] for span in spans]


def test_a_stand_has_its_cue_its_parties_and_what_it_is_on():
    text = "a b o n v c d e"
    (stand,), network = read(text)
    assert stand.stance is Stance.OPPOSES
    assert words(text, (stand.cue,)) == ["v"]
    assert words(text, stand.parties) == ["b", "n"]
    assert words(text, stand.propositions) == ["c d"]
    assert network.marks == [STAND]


@pytest.mark.parametrize(("word", "own"), [(OWN_WORD, True), (1, False), (2, False)])
def test_a_head_says_whether_it_is_the_party_s_own_word(word, own):
    (stand,), _ = read("b o n v c d", word)
    assert stand.own_word is own


def test_what_is_likelier_none_is_not_read():
    assert read("a b o n u c d e")[0] == ()


def test_a_stand_at_the_end_of_a_text_that_is_on_nothing_is_none():
    seen, _ = read("a b v")
    assert seen == ()


@pytest.mark.parametrize("before", [0, 100, 141, 142, 143, 300, 1000])
def test_what_begins_in_any_window_is_found_once_at_its_place(before):
    text = "a " * before + "b o n v c d " + "e " * 200
    seen, _ = read(text)
    assert [stand.cue.start for stand in seen] == [text.index("v")]
