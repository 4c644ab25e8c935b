from collections.abc import Iterable

from evaluation.gold import Record
from evaluation.matching import Lettering, find_quoted, judge_article, pair_attributions

TEXT = 'Ana Ruiz said the bridge would close. "It will not," Tom Holt of the council said.'


def pieces(*words: str) -> list[list[int]]:
    return [[TEXT.index(word), TEXT.index(word) + len(word)] for word in words]


def record(source: str | None, cue: str, *content: str) -> Record:
    return {
        "source": pieces(source) if source else None,
        "cue": pieces(cue),
        "content": pieces(*content),
    }


RUIZ = record("Ana Ruiz", "said", "the bridge would close")
HOLT = record("Tom Holt", "said", "It will not")


def matches(golds: Iterable[Record], predictions: Iterable[Record]) -> list[tuple[bool, bool]]:
    _, judged = judge_article("a", TEXT, list(golds), list(predictions))
    return [(one.overlap, one.full) for one in judged]


def test_marks_and_spaces_make_no_difference() -> None:
    quoted = record("Tom Holt of the council", "said", '"It will not,"')
    assert matches([RUIZ, HOLT], [quoted]) == [(True, True)]


def test_another_source_leaves_the_overlap() -> None:
    assert matches([RUIZ], [record("Tom Holt", "said", "the bridge would close")]) == [
        (True, False)
    ]


def test_a_missing_source_fits_only_a_missing_one() -> None:
    bare = record(None, "said", "the bridge would close")
    assert matches([bare], [bare]) == [(True, True)]
    assert matches([RUIZ], [bare]) == [(True, False)]


def test_less_than_half_is_no_match() -> None:
    assert matches([RUIZ], [record("Ana Ruiz", "said", "the")]) == [(False, False)]


def test_one_gold_is_found_once_by_the_more_similar_prediction() -> None:
    shorter = record("Ana Ruiz", "said", "bridge would close")
    assert matches([RUIZ], [shorter, RUIZ]) == [(False, False), (True, True)]


def test_a_fitting_source_breaks_a_tie() -> None:
    lettering = Lettering(TEXT)
    wrong = lettering.letter(record("Tom Holt", "said", "the bridge would close"))
    right = lettering.letter(RUIZ)
    assert pair_attributions([right], [wrong, right], with_source=False) == [(0, 1)]


def test_gold_is_judged_too() -> None:
    golds, _ = judge_article("a", TEXT, [RUIZ, HOLT], [RUIZ])
    assert [(one.form, one.full) for one in golds] == [("indirect", True), ("direct", False)]


def test_a_content_partly_in_marks_is_mixed() -> None:
    golds, _ = judge_article("a", TEXT, [record(None, "said", "close", "It will not")], [])
    assert golds[0].form == "mixed"


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    text = 'He said "one\ntwo'
    assert "".join(text[p] for p in sorted(find_quoted(text))) == "one"
