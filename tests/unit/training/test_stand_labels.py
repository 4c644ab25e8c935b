"""Labels of stands and answers as arrays over units."""

import pytest
from training.stand_labels import OTHER_WORD, UNKNOWN, Mark, find_beginnings, list_marks

from letters import TOKENIZER
from onrecord.attributions.neural.stands import OWN_WORD, STANCES
from onrecord.attributions.neural.tags import Tag
from onrecord.attributions.neural.tokens import tokenize
from onrecord.records import ResponseKind, Stance

TEXT = "a b opposes c d. e denies it."
TOKENS = tokenize(TEXT, TOKENIZER)


def span(words):
    assert TEXT.count(words) == 1, words
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def unit(words):
    return TOKENS.starts.tolist().index(span(words)[0])


def position(party="a b", proposition="c d", *, stance="opposes", word="author", sure=True):
    return {
        "stance": stance, "cue": span("opposes"), "party": span(party),
        "proposition": span(proposition), "word": word, "sure": sure,
    }  # fmt: skip


def read(*positions, responses=()):
    return find_beginnings(TOKENS, {"positions": positions, "responses": responses, "absences": ()})


def test_a_stand_begins_at_its_cue_with_the_parts_around_it():
    found = read(position())
    ((mark, where), beginning) = next(iter(found.items()))
    assert (mark, where) == (Mark.STAND, unit("opposes"))
    assert beginning.chosen == 1 + STANCES.index(Stance.OPPOSES)
    assert beginning.tags[unit("opposes")] is Tag.CUE
    assert {beginning.tags[unit(each)] for each in ("a ", "b ")} == {Tag.SOURCE}
    assert {beginning.tags[unit(each)] for each in ("c ", "d.")} == {Tag.CONTENT}


def test_several_rows_of_one_cue_are_one_beginning():
    found = read(position(proposition="c "), position(proposition="d.", sure=False))
    assert len(found) == 1
    (beginning,) = found.values()
    assert beginning.sure
    assert beginning.tags[unit("c ")] is beginning.tags[unit("d.")] is Tag.CONTENT


def test_a_cue_with_two_stances_keeps_the_first_and_nothing_of_the_second():
    (beginning,) = read(position(), position(party="e ", stance="supports")).values()
    assert beginning.chosen == 1 + STANCES.index(Stance.OPPOSES)
    assert unit("e ") not in beginning.tags


def test_a_cue_s_units_are_its_own_and_a_party_s_are_not_the_content_s():
    (beginning,) = read(position(proposition="a b opposes c d")).values()
    assert beginning.tags[unit("opposes")] is Tag.CUE
    assert beginning.tags[unit("a ")] is Tag.SOURCE
    assert beginning.tags[unit("d.")] is Tag.CONTENT


@pytest.mark.parametrize(
    ("word", "class_"), [("self", OWN_WORD), ("author", 1), (span("e "), OTHER_WORD)]
)
def test_whose_word_it_is_has_three_classes(word, class_):
    (beginning,) = read(position(word=word)).values()
    assert beginning.word == class_


def test_an_answer_begins_at_its_first_word_and_is_nobody_s_word():
    row = {"kind": "denies", "answer": span("denies it"), "party": span("e "), "sure": False}
    ((mark, where), beginning) = next(iter(read(responses=[row]).items()))
    assert (mark, where) == (Mark.ANSWER, unit("denies"))
    assert beginning.chosen == 1 + list(ResponseKind).index(ResponseKind.DENIES)
    assert (beginning.word, beginning.sure) == (UNKNOWN, False)
    assert beginning.tags[unit("it.")] is Tag.CONTENT


def test_what_was_not_labelled_in_an_article_is_told_from_what_it_lacks():
    label = {"positions": [position()], "absences": []}
    assert list_marks(label) == {Mark.STAND, Mark.ABSENCE}
    assert [mark for mark, _ in find_beginnings(TOKENS, label)] == [Mark.STAND]
