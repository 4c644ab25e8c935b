from collections import Counter
from dataclasses import replace

from evaluation.gold_reader import GoldReader
from evaluation.positions import PositionCounts, count_positions
from evaluation.responses import count_responses

from onrecord.records import (
    Article,
    Entity,
    EntityKind,
    Position,
    Proposition,
    Reading,
    Response,
    ResponseKind,
    Run,
    Span,
    Stance,
)

TEXT = "Varga backs a ban on nets. Dahl declined to comment. Marsh said so."
ARTICLE = Article(title="", text=TEXT)
VARGA = Entity(ARTICLE.id, "Varga", EntityKind.PERSON, (Span(0, 5),))
DAHL = Entity(ARTICLE.id, "Dahl", EntityKind.PERSON, (Span(27, 31),))
POSITION = Position(
    ARTICLE.id, VARGA.id, Proposition("a ban on nets", (Span(12, 25),)), Stance.SUPPORTS, None,
    (Span(0, 25),),
)  # fmt: skip
RESPONSE = Response(ARTICLE.id, DAHL.id, ResponseKind.DECLINES, (Span(27, 51),))
READING = Reading(
    ARTICLE, (VARGA, DAHL), (), Run("0", "test"), responses=(RESPONSE,), positions=(POSITION,)
)
STAND = {
    "party": [[0, 5]], "party_name": [[0, 5]], "proposition": [[12, 25]], "stance": "supports",
    "word_of": "author", "evidence": [[0, 25]], "sure": True,
}  # fmt: skip
ANSWER = {
    "evidence": [[32, 51]], "party": [[27, 31]], "kind": "declines", "to": None, "sure": True
}  # fmt: skip


def count(*labels: dict[str, object]) -> PositionCounts:
    counts = PositionCounts()
    count_positions(counts, READING, labels)
    return counts


def test_a_position_is_right_by_party_stance_and_passage() -> None:
    counts = count(STAND)
    assert (counts.matched, counts.labels, counts.read, counts.f1) == (1, 1, 1, 1.0)
    assert (counts.second_hand, counts.second_hand_right) == (1, 1)


def test_another_stance_is_no_match() -> None:
    assert count(STAND | {"stance": "opposes"}).matched == 0


def test_another_party_is_no_match() -> None:
    assert count(STAND | {"party": [[27, 31]], "party_name": [[27, 31]]}).matched == 0


def test_a_label_that_is_not_sure_counts_neither_way() -> None:
    counts = count(STAND | {"sure": False})
    assert (counts.matched, counts.labels, counts.read) == (0, 0, 0)


def test_each_label_counts_once() -> None:
    twice = replace(POSITION, word_of_id=VARGA.id)
    reading = replace(READING, positions=(POSITION, twice))
    counts = PositionCounts()
    count_positions(counts, reading, [STAND])
    assert (counts.matched, counts.read) == (1, 2)


def test_a_response_is_right_by_kind_and_passage() -> None:
    counts: Counter[str] = Counter()
    count_responses(counts, READING, {"responses": [ANSWER], "absences": []})
    assert (counts["matched"], counts["labels"], counts["read"]) == (1, 1, 1)
    assert (counts["party"], counts["to"], counts["to of"]) == (1, 1, 1)
    counts.clear()
    count_responses(counts, READING, {"responses": [ANSWER | {"to": [[0, 5]]}], "absences": []})
    assert (counts["to"], counts["to of"]) == (0, 1)
    counts.clear()
    other = ANSWER | {"kind": "denies"}
    count_responses(counts, READING, {"responses": [other], "absences": []})
    assert (counts["matched"], counts["labels"], counts["read"]) == (0, 1, 1)


def test_any_passage_that_states_the_claim_is_what_an_answer_answers() -> None:
    counts: Counter[str] = Counter()
    stated = ANSWER | {"to": [[0, 5]], "states": [[0, 5], [32, 40]]}
    count_responses(counts, READING, {"responses": [stated], "absences": []})
    assert (counts["to"], counts["to chosen"], counts["to of"]) == (1, 0, 1)


def test_the_gold_reader_gives_gold_passages_and_nests_the_labels_own() -> None:
    outer = {"source": [[53, 58]], "cue": [[59, 63]], "content": [[0, 51]]}
    inner = {"source": [[0, 5]], "cue": [[6, 11]], "content": [[12, 25]]}
    extraction = GoldReader({TEXT: [outer]}, {TEXT: [outer, inner]}).read(ARTICLE)
    assert len(extraction.attributions) == 2
    by_cue = {each.cue[0].start: each for each in extraction.attributions}
    assert by_cue[6].parent_id == by_cue[59].id
