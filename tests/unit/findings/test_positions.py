import pytest

from growth import grows_in_line
from onrecord.findings.asked_deeds import list_measures
from onrecord.findings.positions import find_stances
from onrecord.findings.propositions import read_proposition
from onrecord.records import Act, Article, Span
from onrecord.resolution.layout import Layout
from stands import Said, list_rows, read_stands


def test_a_proposal_is_the_partys_own_support() -> None:
    reading = read_stands(
        "Varga proposed freezing the water price. It rained.",
        ("Varga", "proposed", "freezing the water price", Act.PROPOSES),
    )
    assert list_rows(reading) == {("Varga", "supports", "freezing the water price", "self")}


def test_an_attitude_is_on_the_authors_word() -> None:
    reading = read_stands(
        "The Growers’ Union opposes a ban on night fishing.",
        ("The Growers’ Union", "opposes", "a ban on night fishing", Act.OPPOSES),
    )
    assert list_rows(reading) == {("Growers’ Union", "opposes", "a ban on night fishing", "author")}


def test_not_supporting_is_opposing() -> None:
    reading = read_stands(
        "Varga does not support the withdrawal from Tarn.",
        ("Varga", "does not support", "the withdrawal from Tarn", Act.SUPPORTS),
    )
    assert {row[1] for row in list_rows(reading)} == {"opposes"}


def test_a_stand_that_another_reports_is_second_hand() -> None:
    text = "Dahl said that Varga wants to ban night fishing on the lake."
    reading = read_stands(
        text,
        ("Dahl", "said", "that Varga wants to ban night fishing on the lake", Act.SAYS),
        ("Varga", "wants", "to ban night fishing on the lake", Act.WANTS),
        parents={1: 0},
    )
    (position,) = reading.positions
    assert list_rows(reading) == {("Varga", "supports", "to ban night fishing on the lake", "Dahl")}
    assert not position.first_hand


def test_what_a_plan_involves_is_taken_apart() -> None:
    text = (
        "He said it would involve freezing the front lines, creating a zone patrolled by "
        "observers, and preventing Tarn from joining the union."
    )
    measures = list_measures(Layout(text), Span(0, len(text)))
    assert [text[m.start : m.end] for m in measures] == [
        "freezing the front lines",
        "creating a zone patrolled by observers",
        "preventing Tarn from joining the union",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Orvenia’s demand for permanent neutrality has been widely rejected by the Keshite "
            "government.",
            {
                ("Orvenia", "supports", "permanent neutrality", "self"),
                ("Keshite government", "opposes", "permanent neutrality", "author"),
            },
        ),
        (
            "Freezing the front lines would reward theft, which many in Tarn view as unacceptable.",
            {("many in Tarn", "opposes", "Freezing the front lines", "author")},
        ),
        (
            "The plan is far from full union membership for Tarn, which has been a red line for "
            "Kesh.",
            {("Kesh", "opposes", "full union membership for Tarn", "author")},
        ),
        (
            "For the river towns, the prospect of closing the sluice could be seen as a betrayal.",
            {("the river towns", "conditional", "closing the sluice", "author")},
        ),
        (
            "The first point, freezing the front lines, mirrors Kesh’s demands.",
            {("Kesh", "supports", "freezing the front lines", "author")},
        ),
    ],
)
def test_wordings_of_the_author(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert expected <= list_rows(read_stands(text))


def test_namings_of_one_proposition_are_gathered() -> None:
    reading = read_stands(
        "Varga proposed freezing the conflict along the front lines.\n\nFreezing the front lines "
        "would reward theft, which many in Tarn view as unacceptable.",
        ("Varga", "proposed", "freezing the conflict along the front lines", Act.PROPOSES),
    )
    assert {row[2] for row in list_rows(reading)} == {"freezing the conflict along the front lines"}
    assert len(reading.positions) == 2


def test_a_thing_and_its_reverse_are_two_propositions() -> None:
    reading = read_stands(
        "Varga proposed preventing Tarn from joining the union. Dahl supports union membership "
        "for Tarn, joining as it does.",
        ("Varga", "proposed", "preventing Tarn from joining the union.", Act.PROPOSES),
        ("Dahl", "supports", "union membership for Tarn, joining", Act.SUPPORTS),
    )
    assert len({row[2] for row in list_rows(reading)}) == len(reading.positions) == 2


@pytest.mark.parametrize(
    "content",
    ["Ilse Varga", "the crowd", "that it rained", "to win", "to make his mark", "the weather"],
)
def test_what_cannot_be_done_or_agreed_is_no_proposition(content: str) -> None:
    assert read_proposition(Layout(content), Span(0, len(content))) is None


@pytest.mark.parametrize(
    "content",
    [
        "to ban night fishing",
        "that the council should close the sluice",
        "the bill",
        "a ban on night fishing",
        "that the sluice be closed",
        "building a wall along the border",
    ],
)
def test_what_can_be_done_or_agreed_is_a_proposition(content: str) -> None:
    assert read_proposition(Layout(content), Span(0, len(content))) is not None


def test_a_proposition_ends_where_its_reason_begins() -> None:
    text = "The union wants that the council should close the sluice, because rain is near."
    span = read_proposition(Layout(text), Span(16, len(text)))
    assert span is not None
    assert text[span.start : span.end] == "the council should close the sluice"


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("ban all fees such as the harbour toll", "ban all fees"),
        ("ban the toll known as the salt penny", "ban the toll"),
        ("ban the toll as soon as it can", "ban the toll"),
    ],
)
def test_a_proposition_ends_before_the_words_that_name_it_otherwise(content, kept):
    span = read_proposition(Layout(f"to {content}"), Span(0, len(content) + 3))
    assert span is not None
    assert f"to {content}"[span.start : span.end] == f"to {kept}"


def test_stances_take_linear_time() -> None:
    paragraph = (
        "Orvenia’s demand for permanent neutrality has been rejected by the Keshite government. "
        "For the river towns, the prospect of closing the sluice could be seen as a betrayal.\n\n"
    )

    def stand(times: int) -> None:
        find_stances(Article(title="", text=paragraph * times), ())

    assert grows_in_line(stand, 100, 800)


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        (
            "Oren Dahl urged the council to reopen the gates.",
            ("Oren Dahl", "urged", "the council to reopen the gates", Act.DEMANDS),
            ("Oren Dahl", "supports", "reopen the gates", "self"),
        ),
        (
            "Oren Dahl voted to open the old gates.",
            ("Oren Dahl", "voted", "to open the old gates", Act.DECIDES),
            ("Oren Dahl", "supports", "open the old gates", "author"),
        ),
        (
            "Oren Dahl said he would ban night fishing.",
            ("Oren Dahl", "said", "he would ban night fishing", Act.SAYS),
            ("Oren Dahl", "supports", "ban night fishing", "self"),
        ),
        (
            "Oren Dahl said they won’t ban night fishing.",
            ("Oren Dahl", "said", "they won’t ban night fishing", Act.SAYS),
            ("Oren Dahl", "opposes", "ban night fishing", "self"),
        ),
        (
            "Oren Dahl said she would ban night fishing if it rains.",
            ("Oren Dahl", "said", "she would ban night fishing if it rains", Act.SAYS),
            ("Oren Dahl", "conditional", "ban night fishing", "self"),
        ),
    ],
)
def test_what_somebody_asks_for_or_intends_is_a_stand(
    text: str, said: Said, expected: tuple[str, str, str, str]
) -> None:
    assert list_rows(read_stands(text, said)) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oren Dahl, another critic of the fishing ban, laughed.",
            ("Oren Dahl", "opposes", "the fishing ban", "author"),
        ),
        (
            "The fishing ban has the backing of the Growers’ Union.",
            ("Growers’ Union", "supports", "The fishing ban", "author"),
        ),
        (
            "The fishing ban was rebuffed by the Growers’ Union.",
            ("Growers’ Union", "opposes", "The fishing ban", "author"),
        ),
    ],
)
def test_the_author_can_say_who_is_on_which_side(
    text: str, expected: tuple[str, str, str, str]
) -> None:
    assert list_rows(read_stands(text)) == {expected}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Oren Dahl urged voters to reopen the gates.",
            ("Oren Dahl", "urged", "voters to reopen the gates", Act.DEMANDS),
        ),
        (
            "Does Oren Dahl want to ban night fishing?",
            ("Oren Dahl", "want", "to ban night fishing", Act.WANTS),
        ),
    ],
)
def test_asking_the_public_and_open_questions_are_no_stands(text: str, said: Said) -> None:
    assert list_rows(read_stands(text, said)) == set()


def test_what_nobody_does_is_nobodys_stand() -> None:
    reading = read_stands(
        "No member of the council supports freezing the water price.",
        ("No member of the council", "supports", "freezing the water price", Act.SUPPORTS),
    )
    assert list_rows(reading) == set()


def test_a_place_inside_a_phrase_takes_no_stand() -> None:
    plain = read_stands("Kelmara would freeze the water price. It rained.")
    assert {(party, stance) for party, stance, *_ in list_rows(plain)} == {("Kelmara", "supports")}
    inside = read_stands("A force in Kelmara would freeze the water price. It rained.")
    assert list_rows(inside) == set()


def test_what_a_party_says_itself_the_author_need_not_say() -> None:
    reading = read_stands(
        "Ilse Varga proposed freezing the water price. Varga has voted for freezing water prices.",
        ("Ilse Varga", "proposed", "freezing the water price", Act.PROPOSES),
    )
    assert [word for *_, word in list_rows(reading)] == ["self"]
