import pytest
from evaluation.gold import Record
from evaluation.matching import Judged
from evaluation.slicing import PROPERTIES, KnownCues, Setting

TEXT = (
    "Critics said the plan was late. Ruiz insisted it would work. It fails, she told Ruiz. "
    "According to Delgo Rail, trains run. They do. The minister fumed that it was wrong."
)
KNOWN = KnownCues(frozenset({"said", "insists"}), frozenset({"say", "insist"}))
SETTING = Setting(TEXT, KNOWN)


def record(source: str | None, cue: str, *content: str) -> Record:
    def pieces(*words: str) -> list[list[int]]:
        return [[TEXT.index(word), TEXT.index(word) + len(word)] for word in words]

    return {
        "source": pieces(source) if source else None,
        "cue": pieces(cue) if cue else None,
        "content": pieces(*content),
    }


def value(name: str, one: Record) -> str:
    judged = Judged("delgo-post_2031-01-02_late", one, "indirect", overlap=False, full=False)
    return PROPERTIES[name][0](judged, SETTING)


CRITICS = record("Critics", "said", "the plan was late")
RUIZ = record("Ruiz", "insisted", "it would work")
RAIL = record("Delgo Rail", "According to", "trains run", "They do")


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (CRITICS, "other"),
        (RUIZ, "named"),
        (record("she", "told", "It fails"), "pronoun"),
        (RAIL, "named"),
        (record("The minister", "fumed", "it was wrong"), "other"),
        (record(None, "said", "trains run"), "none"),
    ],
)
def test_the_kind_of_source(one: Record, kind: str) -> None:
    assert value("source", one) == kind


@pytest.mark.parametrize(
    ("one", "seen"),
    [
        (CRITICS, "seen"),
        (RUIZ, "only its lemma seen"),
        (record("The minister", "fumed", "it was wrong"), "unseen"),
        (record("Critics", "", "the plan was late"), "no cue"),
    ],
)
def test_whether_the_cue_was_in_the_training_texts(one: Record, seen: str) -> None:
    assert value("cue in training texts", one) == seen


def test_a_piece_in_the_next_sentence_crosses() -> None:
    assert value("source, cue and content in", RUIZ) == "one sentence"
    assert value("source, cue and content in", RAIL) == "several sentences"
    assert value("sentences of content", RAIL) == "2"


def test_pieces_with_nothing_between_them_are_one() -> None:
    assert value("pieces of content", RAIL) == "1"
    assert value("pieces of content", record(None, "said", "plan", "late")) == "2"
    assert value("pieces of content", record(None, "said", "the", "was", "would", "run")) == (
        "3 or more"
    )


def test_the_outlet_is_the_front_of_the_name() -> None:
    assert value("outlet", RUIZ) == "delgo-post"


def test_every_value_has_its_place_in_the_table() -> None:
    for name, (_, order) in PROPERTIES.items():
        if order:
            assert {value(name, one) for one in (CRITICS, RUIZ, RAIL)} <= set(order)
