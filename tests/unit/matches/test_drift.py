"""Drift: one quotation in two wordings, aligned word by word."""

from onrecord.matches.drift import Quotation, find_drift

GATE = "Nobody should have to bury a son over a sluice gate"


def drift(one: str, other: str, speaker: str = "Vesk") -> list[tuple[tuple[str, str], ...]]:
    quotations = [Quotation("a", "Vesk", one), Quotation("b", speaker, other)]
    return [each.changes for each in find_drift(quotations)]


def test_changed_words_are_shown_side_by_side() -> None:
    assert drift(GATE, GATE.replace("bury a son", "lose a child")) == [
        (("bury", "lose"), ("son", "child"))
    ]


def test_the_same_words_have_not_drifted() -> None:
    assert drift(GATE, GATE.upper() + ".") == []


def test_a_shorter_quotation_has_not_drifted() -> None:
    assert drift(GATE, "should have to bury a son over a sluice") == []


def test_words_left_out_in_the_middle_have() -> None:
    assert drift(GATE, GATE.replace("have to ", "")) == [(("have to", ""),)]


def test_other_sentences_and_other_speakers_are_not_compared() -> None:
    assert drift(GATE, "The river will rise again before the beets are drilled") == []
    assert drift(GATE, GATE.replace("son", "child"), speaker="Orlasca") == []


def test_it_is_said_in_one_sentence() -> None:
    (found,) = find_drift(
        [Quotation("a", "V", GATE), Quotation("b", "V", GATE.replace("son", "boy"))]
    )
    assert str(found) == "the same quotation in two wordings: “son” / “boy”"
