import pytest
from evaluation.coreference import (
    METRICS,
    align_mentions,
    f1_of,
    read_clusters,
    score_b3,
    score_muc,
)

A, B, C, D, E = ((n, n + 1) for n in range(0, 50, 10))
GOLD = [frozenset({A, B, C}), frozenset({D, E})]


@pytest.mark.parametrize("metric", METRICS)
def test_gold_against_itself_is_perfect(metric: str) -> None:
    assert f1_of([METRICS[metric](GOLD, GOLD)]) == pytest.approx(1)


@pytest.mark.parametrize("metric", METRICS)
def test_a_split_chain_costs_something(metric: str) -> None:
    read = [frozenset({A, B}), frozenset({C}), frozenset({D, E})]
    assert 0 < f1_of([METRICS[metric](GOLD, read)]) < 1


def test_muc_counts_missing_links() -> None:
    read = [frozenset({A, B}), frozenset({C, D, E})]
    found, read_links, recalled, gold_links = score_muc(GOLD, read)
    assert (found, read_links, recalled, gold_links) == (2, 3, 2, 3)


def test_b3_weighs_each_mention() -> None:
    # The example of Bagga and Baldwin: one chain of five where there are two.
    found, mentions, _, _ = score_b3(GOLD, [frozenset({A, B, C, D, E})])
    assert found / mentions == pytest.approx((3 * 3 / 5 + 2 * 2 / 5) / 5)


TABLE = """\
1-1\t0-3\tIda\tperson[1]\t_\t_\t_\t_\t_\t_
1-2\t4-8\tBell\tperson[1]\t_\t_\t_\t_\t_\t_
1-3\t9-13\tleft\t_\t_\t_\t_\t_\t_\t_
2-1\t15-18\tShe\tperson[2]\t_\t_\t_\t_\tcoref\t1-1[1_2]
2-2\t19-25\tslept\t_\t_\t_\t_\t_\t_\t_
"""
TEXT = "Ida Bell left\n\nShe slept"
SPANS = [(0, 3), (4, 8), (9, 13), (15, 18), (19, 24)]


def test_a_table_becomes_chains_of_positions() -> None:
    document = read_clusters("x", TEXT, SPANS, TABLE)
    assert document.clusters == [frozenset({(0, 8), (15, 18)})]
    assert document.kinds[0, 8] == "person"


def test_a_pronoun_is_in_the_chain_of_its_antecedent() -> None:
    document = read_clusters("x", TEXT, SPANS, TABLE.replace("coref", "ana"))
    assert document.clusters == [frozenset({(0, 8), (15, 18)})]


def test_a_link_of_another_kind_makes_no_chain() -> None:
    assert read_clusters("x", TEXT, SPANS, TABLE.replace("coref", "disc")).clusters == []


def test_a_table_of_other_words_is_refused() -> None:
    with pytest.raises(ValueError, match="not of the same words"):
        read_clusters("x", TEXT, SPANS[:3], TABLE)


def test_a_name_without_its_lead_is_the_same_mention() -> None:
    document = read_clusters("x", TEXT, SPANS, TABLE)
    aligned, strange = align_mentions(document, [[(4, 8), (15, 18)], [(19, 24)]])
    assert aligned == [frozenset({(0, 8), (15, 18)})]
    assert strange == 1
