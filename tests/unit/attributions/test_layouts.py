import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.attributions.layouts import find_layout_attributions


def found(text: str) -> list[tuple[str, str]]:
    return [
        (
            text[p.source[0].start : p.source[0].end] if p.source else "",
            " | ".join(text[s.start : s.end] for s in p.content),
        )
        for p in find_layout_attributions(text)
    ]


def test_turns_of_a_transcript_go_on_to_the_next_speaker() -> None:
    text = (
        "MAREK: When will the bridge open?\n\nROE: In the spring.\n\nWe have said so for a year.\n\n"
        "MAREK: And the toll?\n\nROE: There will be none."
    )
    assert found(text) == [
        ("MAREK", "When will the bridge open?"),
        ("ROE", "In the spring. | We have said so for a year."),
        ("MAREK", "And the toll?"),
        ("ROE", "There will be none."),
    ]


def test_questions_and_answers_are_turns() -> None:
    text = "Q: Will you run?\nA: I will not.\nQ: Why not?\nA: I am tired of it."
    assert [source for source, _ in found(text)] == ["Q", "A", "Q", "A"]


def test_quoted_turns_go_on_only_in_quoted_paragraphs() -> None:
    text = (
        "“MAREK: When?\n\n“ROE: In spring.\n\n“We said so.\n\n“(LAUGHTER)\n\n“MAREK: And the toll?\n\n"
        "“ROE: There is none.\n\nFollow us for more of this."
    )
    assert found(text) == [
        ("MAREK", "When?"),
        ("ROE", "In spring. | “We said so."),
        ("MAREK", "And the toll?"),
        ("ROE", "There is none."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Note: the shop is closed.\n\nUpdate: the shop is open again.\n\nThe owner was away.",
        "Kelmar: 547.\n\nOrven: 46.\n\nKelmar: 2,316.\n\nOrven: 1,547.",
        "Correction: an earlier version misspelled a name.",
        "The time: 12:30. The place: the pier.",
        "NOTE: The shop is closed.\n\nHOLT: It is open again.",
        "A. Bread and salt\n\nB. Wine and oil\n\nA. Fish and rice",
        "PLACE: the rooms\n\nTIME: from eight",
    ],
)
def test_notes_and_tables_are_no_transcripts(text: str) -> None:
    assert found(text) == []


def test_times_and_chevrons_stand_before_a_turn() -> None:
    text = "[00:01] HOLT: We left.\n\n12:30 — ROE: At nine?\n\n>> SPEAKER 2: At ten."
    assert [source for source, _ in found(text)] == ["HOLT", "ROE", "SPEAKER 2"]


def test_two_in_capitals_that_follow_each_other_are_a_transcript() -> None:
    assert len(found("RUIZ: The bridge stays.\n\nHOLT: Then pay for it.")) == 2
    assert found("RUIZ: The bridge stays.\n\nHe left.\n\nHOLT: Then pay for it.") == []
    assert found("MAP: Where the bridge stands\n\nRUIZ: The bridge stays.") == []


def test_letters_with_full_stops_are_questions_and_answers() -> None:
    assert len(found("Q. Where were you?\n\nA. On the pier.")) == 2


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Senator: budget is dead", "Senator", "budget is dead"),
        ("Ana Ruiz: budget is dead", "Ana Ruiz", "budget is dead"),
        ("Bridge unsafe for lorries: inspectors", "inspectors", "Bridge unsafe for lorries"),
        ("‘We will stay’: mayor on the bridge", "mayor", "‘We will stay’"),
        ("Kelmar: “We will stay.”", "Kelmar", "“We will stay.”"),
        ("14:32 — Coastguard: all are safe", "Coastguard", "all are safe"),
        ("• Ana Ruiz, mayor of Kelmar: “No.”", "Ana Ruiz, mayor of Kelmar", "“No.”"),
        ("EXCLUSIVE – Mayor to voters: I am going", "Mayor", "I am going"),
        ("Ruiz: I am going\n\nNobody, Ruiz said, had asked.", "Ruiz", "I am going"),
        ("Kelmar Post editorial: sell the pier", "Kelmar Post editorial", "sell the pier"),
    ],
)
def test_a_line_with_a_colon_and_a_speaker_is_his(text: str, source: str, content: str) -> None:
    assert found(text) == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Port Ellis: two hurt in fire",
        "Editorial: sell the pier",
        "Mayor: who will stand in May",
        "Director: Jane Roe",
        "Responding to the board: “No.”",
        "He was blunt: “No.”",
        "The mayor: a man of few words, and he knew it.\n\nHe left.",
        "The town is quiet.\n\nMayor: it will stay quiet.",
    ],
)
def test_a_line_with_a_topic_is_nobodys(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("“We are proud of it.” — Jane Roe, chair", "Jane Roe, chair", "“We are proud of it.”"),
        ('"We are proud." ― Lena P. Marsh', "Lena P. Marsh", '"We are proud."'),
        ("“We are proud.”\n— Jane Roe", "Jane Roe", "“We are proud.”"),
        ("“We are proud.” — Jane Roe.", "Jane Roe", "“We are proud.”"),
        ("“We came.\n\n“We are proud.”\n— Jane Roe", "Jane Roe", "“We came. | “We are proud.”"),
    ],
)
def test_a_quotation_with_a_credit_is_the_credited_ones(
    text: str, source: str, content: str
) -> None:
    assert found(text) == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "“We are proud” — That was all. She left.",
        "“We are proud” — Nobody left.",
        "The chair was proud — Jane Roe",
        "“We go,” she said — Jane Roe had come late and nobody “knew”",
    ],
)
def test_a_dash_alone_is_no_credit(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet='ABa b:\n“”"—(.)', max_size=80))
def test_passages_lie_in_the_text_and_apart(text: str) -> None:
    for passages in find_layout_attributions(text):
        spans = sorted([*(passages.source or ()), *passages.cue, *passages.content])
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
        assert spans[-1].end <= len(text)
