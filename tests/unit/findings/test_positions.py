import pytest

from growth import grows_in_line
from onrecord.attributions.reader import Extraction
from onrecord.findings.positions import find_stances, gather_positions
from onrecord.findings.propositions import list_measures, read_proposition
from onrecord.records import Act, Article, Attribution, Form, Position, Reading, Run, Span
from onrecord.resolution.entities import resolve_entities
from onrecord.resolution.layout import Layout
from onrecord.resolution.parties import list_parties

Said = tuple[str, str, str, Act]


def read(text: str, *said: Said, parents: dict[int, int] | None = None) -> Reading:
    article = Article(title="", text=text)

    def find(words: str) -> tuple[Span, ...]:
        assert text.count(words) == 1, words
        return (Span(text.index(words), text.index(words) + len(words)),)

    attributions: list[Attribution] = []
    for number, (source, cue, content, act) in enumerate(said):
        parent = (parents or {}).get(number)
        attributions.append(
            Attribution(
                article.id, find(cue), find(content), Form.INDIRECT, act, find(source),
                negated=cue.startswith(("did not", "does not")),
                parent_id=None if parent is None else attributions[parent].id,
            )
        )  # fmt: skip
    stances = find_stances(article, attributions)
    resolved = resolve_entities(article, Extraction(tuple(attributions)), list_parties(stances))
    positions = gather_positions(article, resolved.attributions, stances, resolved)
    return Reading(
        article, resolved.entities, resolved.attributions, Run("0", "test"), positions=positions
    )


def rows(reading: Reading) -> set[tuple[str, str, str, str]]:
    names = {entity.id: entity.name for entity in reading.entities}

    def word(position: Position) -> str:
        if position.word_of_id is None:
            return "author"
        return "self" if position.first_hand else names[position.word_of_id]

    return {
        (names[each.party_id], each.stance.value, each.proposition.text, word(each))
        for each in reading.positions
    }


def test_a_proposal_is_the_partys_own_support() -> None:
    reading = read(
        "Varga proposed freezing the water price. It rained.",
        ("Varga", "proposed", "freezing the water price", Act.PROPOSES),
    )
    assert rows(reading) == {("Varga", "supports", "freezing the water price", "self")}


def test_an_attitude_is_on_the_authors_word() -> None:
    reading = read(
        "The Growers’ Union opposes a ban on night fishing.",
        ("The Growers’ Union", "opposes", "a ban on night fishing", Act.OPPOSES),
    )
    assert rows(reading) == {("Growers’ Union", "opposes", "a ban on night fishing", "author")}


def test_not_supporting_is_opposing() -> None:
    reading = read(
        "Varga does not support the withdrawal from Tarn.",
        ("Varga", "does not support", "the withdrawal from Tarn", Act.SUPPORTS),
    )
    assert {row[1] for row in rows(reading)} == {"opposes"}


def test_a_stand_that_another_reports_is_second_hand() -> None:
    text = "Dahl said that Varga wants to ban night fishing on the lake."
    reading = read(
        text,
        ("Dahl", "said", "that Varga wants to ban night fishing on the lake", Act.SAYS),
        ("Varga", "wants", "to ban night fishing on the lake", Act.WANTS),
        parents={1: 0},
    )
    (position,) = reading.positions
    assert rows(reading) == {("Varga", "supports", "to ban night fishing on the lake", "Dahl")}
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
    assert expected <= rows(read(text))


def test_namings_of_one_proposition_are_gathered() -> None:
    reading = read(
        "Varga proposed freezing the conflict along the front lines.\n\nFreezing the front lines "
        "would reward theft, which many in Tarn view as unacceptable.",
        ("Varga", "proposed", "freezing the conflict along the front lines", Act.PROPOSES),
    )
    assert {row[2] for row in rows(reading)} == {"freezing the conflict along the front lines"}
    assert len(reading.positions) == 2


def test_a_thing_and_its_reverse_are_two_propositions() -> None:
    reading = read(
        "Varga proposed preventing Tarn from joining the union. Dahl supports union membership "
        "for Tarn, joining as it does.",
        ("Varga", "proposed", "preventing Tarn from joining the union.", Act.PROPOSES),
        ("Dahl", "supports", "union membership for Tarn, joining", Act.SUPPORTS),
    )
    assert len({row[2] for row in rows(reading)}) == len(reading.positions) == 2


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
    assert rows(read(text, said)) == {expected}


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
    assert rows(read(text)) == {expected}


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
    assert rows(read(text, said)) == set()


def test_what_nobody_does_is_nobodys_stand() -> None:
    reading = read(
        "No member of the council supports freezing the water price.",
        ("No member of the council", "supports", "freezing the water price", Act.SUPPORTS),
    )
    assert rows(reading) == set()


def test_a_place_inside_a_phrase_takes_no_stand() -> None:
    plain = read("Kelmara would freeze the water price. It rained.")
    assert {(party, stance) for party, stance, *_ in rows(plain)} == {("Kelmara", "supports")}
    inside = read("A force in Kelmara would freeze the water price. It rained.")
    assert rows(inside) == set()


def test_what_a_party_says_itself_the_author_need_not_say() -> None:
    reading = read(
        "Ilse Varga proposed freezing the water price. Varga has voted for freezing water prices.",
        ("Ilse Varga", "proposed", "freezing the water price", Act.PROPOSES),
    )
    assert [word for *_, word in rows(reading)] == ["self"]
