"""Two labelled readings of one article, and what both of them say."""

from evaluation.positions import PositionCounts, agree, count_agreement, pair_labels

TEXT = "Mayor Orla Brandt opposes the toll. Brandt backs the ferry. Kerr wants the toll."


def label(party, evidence, stance, *, sure=True, word="author", name=None):
    def find(words):
        return [TEXT.index(words), TEXT.index(words) + len(words)]

    return {
        "party": [find(party)],
        "party_name": [find(name or party)],
        "evidence": [find(evidence)],
        "stance": stance,
        "word_of": word,
        "sure": sure,
    }


TOLL = label("Orla Brandt", "opposes the toll", "opposes")
FERRY = label("Brandt backs", "backs the ferry", "supports", name="Orla Brandt")
KERR = label("Kerr", "wants the toll", "supports")


def test_what_both_readings_list_is_sure_and_what_one_lists_is_not():
    agreed = agree(pair_labels(TEXT, [TOLL, KERR], [TOLL, FERRY]))
    sure = {(each["stance"], each["sure"]) for each in agreed}
    assert sure == {("opposes", True), ("supports", False)}
    assert len(agreed) == 3


def test_what_the_first_reading_doubts_stays_in_doubt():
    doubted = label("Orla Brandt", "opposes the toll", "opposes", sure=False)
    assert [each["sure"] for each in agree(pair_labels(TEXT, [doubted], [TOLL]))] == [False]


def test_a_last_name_says_who_is_meant_where_passages_differ():
    short = {**FERRY, "party_name": FERRY["party"], "party": [[36, 42]]}
    short["party_name"] = [[36, 42]]
    assert pair_labels(TEXT, [FERRY], [short]) == [(FERRY, short)]


def test_another_stance_or_another_passage_is_another_label():
    other = {**TOLL, "stance": "supports"}
    assert pair_labels(TEXT, [TOLL], [other]) == [(None, other), (TOLL, None)]
    assert len(pair_labels(TEXT, [TOLL], [{**TOLL, "evidence": FERRY["evidence"]}])) == 2


def test_agreement_counts_what_either_is_sure_of():
    counts = PositionCounts()
    told = {**KERR, "word_of": "self"}
    doubted = {**FERRY, "sure": False}
    count_agreement(counts, pair_labels(TEXT, [TOLL, KERR], [TOLL, told, doubted]))
    assert (counts.labels, counts.read, counts.matched, counts.words_right) == (2, 2, 2, 1)
    assert (counts.second_hand, counts.second_hand_right) == (2, 1)
