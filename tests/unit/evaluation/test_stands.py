"""Labels of training as positions to judge a reader by."""

from evaluation.stands import gather_labels

TEXT = "Ida Bell backs the toll. Bell would sign it. She backs the toll, Kerr said."


def row(cue: str, party: str, proposition: str, *, sure: bool = True, stance: str = "supports"):
    def find(words: str) -> list[int]:
        return [TEXT.index(words), TEXT.index(words) + len(words)]

    return {
        "stance": stance,
        "cue": find(cue),
        "party": find(party),
        "party_name": find("Ida Bell"),
        "proposition": find(proposition),
        "word": "author",
        "sure": sure,
    }


def test_rows_of_one_stand_in_the_same_words_are_one_label() -> None:
    again = row("She backs", "She", "the toll")
    (label,) = gather_labels(TEXT, [row("backs", "Ida Bell", "the toll", sure=False), again])
    assert label["party"] == [[0, 8], again["party"]]
    assert label["also"] == [again["cue"], again["proposition"]]
    assert label["sure"]


def test_other_words_and_other_stances_are_labels_of_their_own() -> None:
    rows = [
        row("backs", "Ida Bell", "the toll"),
        row("would sign", "Bell", "it"),
        row("backs", "Ida Bell", "the toll", stance="opposes"),
    ]
    assert len(gather_labels(TEXT, rows)) == 3
