import json
from typing import ClassVar

import pytest
from evaluation.discourse import DiscourseAttribution, Document
from evaluation.nesting import (
    Tally,
    bound_f1,
    join_discourse,
    join_labels,
    measure_polnear,
    print_nesting,
    rate,
    tally_article,
)

from onrecord.attributions.reader import Extraction
from onrecord.records import Act, Article, Attribution, Form, Span

TEXT = "Ana Ruiz said Bo Lind thinks the harbour will close. Critics hope that it stays open."


def place(words, text=TEXT):
    start = text.index(words)
    return [[start, start + len(words)]]


def record(cue, content, **more):
    return {"source": None, "cue": place(cue), "content": place(content), **more}


def attribution(cue, content, parent=None):
    def spans(words):
        return tuple(Span(*piece) for piece in place(words))

    return Attribution(
        article_id="art_1",
        cue=spans(cue),
        content=spans(content),
        form=Form.INDIRECT,
        act=Act.SAYS,
        parent_id=parent.id if parent else None,
    )


GOLD = [
    record("said", "Bo Lind thinks the harbour will close"),
    record("hope", "that it stays open"),
]
LABEL = record("thinks", "the harbour will close", parent=place("said"), sure=True)
OUTER = attribution("said", "Bo Lind thinks the harbour will close")
INNER = attribution("thinks", "the harbour will close", OUTER)


def reference(**changes):
    return join_labels(TEXT, GOLD, [{**LABEL, **changes}])


def test_a_pair_is_found_where_both_ends_fit():
    tally = tally_article(TEXT, reference(), [OUTER, INNER])
    assert tally == Tally(1, 1, 1, 1, 1, 1, 1, 1, 1)


def test_contents_that_overlap_by_half_are_the_same():
    outer = attribution("said", "thinks the harbour will close")
    inner = attribution("thinks", "the harbour will", outer)
    assert tally_article(TEXT, reference(), [outer, inner]).found == 1


def test_a_child_with_another_cue_is_not_the_same():
    inner = attribution("Bo", "the harbour will close", OUTER)
    tally = tally_article(TEXT, reference(), [OUTER, inner])
    assert (tally.found, tally.predicted, tally.seen) == (0, 1, 0)


def test_a_child_with_little_of_the_content_is_seen_but_not_found():
    inner = attribution("thinks", "close", OUTER)
    assert tally_article(TEXT, reference(), [OUTER, inner]).found == 0
    assert tally_article(TEXT, reference(), [OUTER, inner]).seen == 1


def test_a_child_read_as_outermost_is_seen_but_not_found():
    inner = attribution("thinks", "the harbour will close")
    tally = tally_article(TEXT, reference(), [OUTER, inner])
    assert (tally.found, tally.predicted, tally.seen) == (0, 0, 1)


def test_without_its_parent_a_pair_is_no_error_of_nesting():
    tally = tally_article(TEXT, reference(), [])
    assert (tally.gold, tally.gold_held) == (1, 0)


def test_a_pair_under_a_parent_that_gold_lacks_is_no_error_of_nesting():
    outer = attribution("Ana", "Ruiz said")
    inner = attribution("said", "Ruiz", outer)
    tally = tally_article(TEXT, reference(), [outer, inner])
    assert (tally.predicted, tally.predicted_held) == (1, 0)


def test_where_a_label_is_debatable_a_prediction_counts_neither_way():
    unsure = reference(sure=False)
    silent, bold = (tally_article(TEXT, unsure, found) for found in ([OUTER], [OUTER, INNER]))
    assert (silent.gold, silent.predicted) == (bold.gold, bold.predicted) == (0, 0)
    assert (bold.labels, bold.labels_predicted, bold.labels_found) == (1, 1, 1)
    assert silent.labels_found == 0


def test_the_parent_of_a_label_may_be_a_label():
    text = "Ana Ruiz said Bo Lind thinks Cy Orr wants to leave."
    gold = [
        {"cue": place("said", text), "content": place("Bo Lind thinks Cy Orr wants to leave", text)}
    ]
    labels = [
        {
            "cue": place("thinks", text),
            "content": place("Cy Orr wants to leave", text),
            "parent": place("said", text),
            "sure": True,
        },
        {
            "cue": place("wants", text),
            "content": place("to leave", text),
            "parent": place("thinks", text),
            "sure": True,
        },
    ]
    outer, inner = join_labels(text, gold, labels).pairs
    assert inner.parent == outer.child


def test_a_label_whose_parent_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="no attribution has the parent"):
        reference(parent=place("hope"))


def test_in_a_discourse_tree_what_begins_in_a_nucleus_is_nested_in_the_smallest():
    text = "Ana says Bo thinks Cy hopes to win"

    def relation(satellite, nucleus):
        return DiscourseAttribution(
            [tuple(place(satellite, text)[0])], [tuple(place(nucleus, text)[0])]
        )

    document = Document(
        "GUM_news_test",
        text,
        (
            relation("Ana says", "Bo thinks Cy hopes to win"),
            relation("Bo thinks", "Cy hopes to win"),
            relation("Cy hopes", "to win"),
        ),
    )
    first, second = join_discourse(document).pairs
    assert second.parent == first.child
    assert document.genre == "news"


def test_a_signature_under_a_whole_text_holds_no_passage():
    text = "Dear Bo, Cy thinks that it rains. Ana"
    document = Document(
        "GUM_letter_test",
        text,
        (
            DiscourseAttribution([(34, 37)], [(0, 33)]),
            DiscourseAttribution([(9, 18)], [(19, 33)]),
        ),
    )
    assert len(join_discourse(document).pairs) == 1
    assert len(join_discourse(document, longest=5).pairs) == 0
    assert len(join_discourse(document, longest=5).attributions) == 1


def test_figures_are_shares_and_nothing_gives_nought():
    assert rate(Tally(gold=4, predicted=2, found=1))["pairs"].f1 == pytest.approx(1 / 3)
    assert rate(Tally())["pairs"].f1 == 0.0


def test_texts_that_differ_widen_the_interval():
    alike = [Tally(gold=2, predicted=2, found=1)] * 5
    mixed = [Tally(gold=2, predicted=2, found=found) for found in (0, 0, 1, 2, 2)]
    low, high = bound_f1(mixed)
    assert bound_f1(alike) == (0.5, 0.5)
    assert low < 0.5 < high


def test_tallies_add_up():
    assert Tally(1, 2, 3) + Tally(4, 5, 6, 7) == Tally(5, 7, 9, 7)


class Reading:
    name = "a reader that knows the text"
    settings: ClassVar[dict[str, float]] = {}

    def read(self, article: Article) -> Extraction:
        return Extraction((OUTER, INNER) if article.text == TEXT else ())


def test_labels_are_measured_from_files(tmp_path, capsys):
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "harbour.txt").write_text(TEXT, encoding="utf-8")
    (outer_cue,), (outer_content,) = GOLD[0]["cue"], GOLD[0]["content"]
    (tmp_path / "attributions" / "harbour_0001.ann").write_text(
        f"T1\tCue {outer_cue[0]} {outer_cue[1]}\tsaid\n"
        f"T2\tContent {outer_content[0]} {outer_content[1]}\t…\n"
        "E1\tAttribution:T1 Cue:T1 Content:T2\n",
        encoding="utf-8",
    )
    labels = tmp_path / "nested.jsonl"
    labels.write_text(
        json.dumps({"article": "harbour", "nested": [LABEL]}) + "\n", encoding="utf-8"
    )
    measured = measure_polnear(Reading(), tmp_path, labels)
    assert measured["harbour"].found == 1
    print_nesting({"here": measured})
    assert "1 pairs in 1 texts" in capsys.readouterr().out
