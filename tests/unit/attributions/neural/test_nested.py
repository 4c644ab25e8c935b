import numpy as np

from letters import TOKENIZER
from onrecord.articles.quotations import find_quotations
from onrecord.attributions.neural.decoding import Draft
from onrecord.attributions.neural.nested import ScoredText, read_nested
from onrecord.attributions.neural.scoring import encode_text, squash
from onrecord.attributions.neural.tags import AFTER, BEFORE, Tag
from onrecord.attributions.neural.tokens import tokenize
from onrecord.records import Span


class WordAfterNameBackend:
    """Takes each word after a name for the cue of a nested attribution, the name for its source."""

    judge = staticmethod(squash)

    def __init__(self) -> None:
        self.transitions = np.zeros((4, 4), dtype=np.float32)
        self.tagged = 0

    def encode(self, pieces, quotes, cases):
        anchor = np.full((len(pieces), 2), -4.0, dtype=np.float32)
        # Names are of one piece here: [CLS] has case 0 and stands before no word.
        for place in range(2, len(pieces)):
            if cases[place - 1] == 1 and cases[place] == 0:
                anchor[place, 1] = 2.0
        local = np.zeros((len(pieces), 1), dtype=np.float32)
        return anchor, np.zeros((len(pieces), 9), dtype=np.float32), local, local, local

    def tag(self, local, cue, distances):
        self.tagged += 1
        tags = np.full(BEFORE + AFTER, Tag.OUTSIDE)
        tags[BEFORE - 1], tags[BEFORE] = Tag.SOURCE, Tag.CUE
        tags[BEFORE + 1 :] = Tag.CONTENT
        return 5 * np.eye(4, dtype=np.float32)[tags[distances]]


def read(text: str, content: tuple[int, int], *, threshold: float = 0.5):
    backend = WordAfterNameBackend()
    outer = Draft((Span(0, 1),), (Span(2, 3),), (Span(*content),), 0.9)
    tokens = tokenize(text, TOKENIZER)
    scores = encode_text(tokens, backend)
    scored = ScoredText(text, tokens, find_quotations(text), scores)
    return read_nested(scored, [outer], backend, threshold=threshold), backend


def test_an_attribution_inside_a_content_hangs_from_its_holder() -> None:
    text = "R s t L b u v w. N o."
    drafts, _ = read(text, (6, 15))
    assert [d.parent for d in drafts] == [None, 0]
    inner = drafts[1]
    assert inner.source == (Span(6, 7),)
    assert inner.cue == (Span(8, 9),)
    assert inner.content == (Span(10, 15),), "it ends where its holder's content ends"


def test_its_score_is_its_own_times_its_holders() -> None:
    drafts, _ = read("R s t L b u v w.", (6, 15))
    assert abs(drafts[1].score - 0.9 * squash(np.float32(2.0))) < 1e-6


def test_a_cue_outside_of_all_contents_is_not_even_tagged() -> None:
    drafts, backend = read("R s t u v. L b w.", (4, 9))
    assert len(drafts) == 1
    assert backend.tagged == 0


def test_a_cue_under_the_threshold_is_left_out() -> None:
    drafts, _ = read("R s t L b u v w.", (6, 15), threshold=0.95)
    assert len(drafts) == 1


def test_a_preposition_is_no_cue_and_a_pronoun_no_content() -> None:
    assert len(read("R s t L to v w.", (6, 14))[0]) == 1
    assert len(read("R s t L b it.", (6, 12))[0]) == 1


def test_a_quotation_inside_is_read_to_its_closing_mark() -> None:
    text = "R s t L b “u v!” w."
    drafts, _ = read(text, (6, len(text) - 3))
    assert text[drafts[1].content[-1].start : drafts[1].content[-1].end] == "“u v!”"


def test_a_threshold_of_nothing_lets_in_no_cue_outside_of_contents() -> None:
    text = "R s t u v."
    backend = WordAfterNameBackend()
    tokens = tokenize(text, TOKENIZER)
    scored = ScoredText(text, tokens, (), encode_text(tokens, backend))
    assert read_nested(scored, [], backend, threshold=0.0) == []
    assert backend.tagged == 0
