"""Wordings and deeds that show a stand, one kind a test; all people and places are invented."""

import pytest

from growth import grows_in_line
from onrecord.findings.positions import find_stances
from onrecord.records import Act, Article
from stands import Said, list_rows, read_stands


def stands(text: str, *said: Said) -> set[tuple[str, str]]:
    return {(party, stance) for party, stance, *_ in list_rows(read_stands(text, *said))}


def test_those_who_stand_together_are_listed_one_by_one() -> None:
    text = "Kelmara and Orvenia unveiled a proposal to freeze the water price."
    said = ("Kelmara and Orvenia", "unveiled a proposal", "to freeze the water price", Act.PROPOSES)
    assert stands(text, said) == {("Kelmara", "supports"), ("Orvenia", "supports")}


def test_a_body_with_a_long_name_is_one() -> None:
    text = "The Trade and Harbour Committee opposes the fishing ban."
    said = ("The Trade and Harbour Committee", "opposes", "the fishing ban", Act.OPPOSES)
    assert len(stands(text, said)) == 1


def test_one_person_with_two_offices_is_one() -> None:
    text = "The former mayor and harbour master opposes the fishing ban."
    said = ("The former mayor and harbour master", "opposes", "the fishing ban", Act.OPPOSES)
    assert len(stands(text, said)) == 1


def test_who_is_named_as_like_minded_stands_there_too() -> None:
    text = "Ilse Varga, like Oren Dahl, has urged the council to reopen the gates."
    said = ("Ilse Varga", "has urged", "the council to reopen the gates", Act.DEMANDS)
    assert stands(text, said) == {("Ilse Varga", "supports"), ("Oren Dahl", "supports")}


def test_a_headline_is_not_listed_beside_what_it_says_again() -> None:
    text = (
        "Mayor urges closing of the gates\n\nIlse Varga urged the council to close the old gates."
    )
    said: list[Said] = [
        ("Mayor", "urges", "closing of the gates", Act.DEMANDS),
        ("Ilse Varga", "urged", "the council to close the old gates", Act.DEMANDS),
    ]
    assert stands(text, *said) == {("Ilse Varga", "supports")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ilse Varga is a longtime supporter of the fishing ban.", ("Ilse Varga", "supports")),
        ("Ilse Varga, as a backer of the fishing ban, laughed.", ("Ilse Varga", "supports")),
        ("Once a critic of the fishing ban, Ilse Varga laughed.", ("Ilse Varga", "opposes")),
        ("Critics of the fishing ban were loud.", ("Critics of the fishing ban", "opposes")),
    ],
)
def test_nouns_of_siding_belong_to_whom_they_describe(text: str, expected: tuple[str, str]) -> None:
    assert stands(text) == {expected}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ilse Varga has vetoed the fishing ban.", "opposes"),
        ("Ilse Varga, the chair of the port, signed the treaty.", "supports"),
        ("Ilse Varga laughed and rejected the treaty.", "opposes"),
        ("Ilse Varga came out against the fishing ban.", "opposes"),
        ("Ilse Varga has long advocated a ban on night fishing.", "supports"),
        ("Ilse Varga withdrew from the treaty.", "opposes"),
        ("Ilse Varga refused to sign the treaty.", "opposes"),
        ("Ilse Varga did not support the treaty.", "opposes"),
        ("Ilse Varga has not endorsed the treaty.", "open"),
        ("Ilse Varga might support the treaty.", "conditional"),
        ("Ilse Varga plans to introduce a fishing bill.", "supports"),
        ("Ilse Varga leads the effort to repeal the law.", "supports"),
    ],
)
def test_deeds_show_a_stand_on_the_authors_word(text: str, stance: str) -> None:
    rows = list_rows(read_stands(text + " It rained."))
    assert {(row[0], row[1], row[3]) for row in rows} == {("Ilse Varga", stance, "author")}


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was signed in May.",
        "Ilse Varga should sign the treaty.",
        "Ilse Varga would have signed the treaty.",
        "The harbour rally against the treaty was loud.",
        "Nobody knew whether Ilse Varga supported the treaty.",
        "Does Ilse Varga oppose the treaty?",
        "It takes a vote to sign the treaty.",
    ],
)
def test_what_was_not_done_by_somebody_is_no_deed(text: str) -> None:
    assert stands(text + " It rained.") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan is opposed by fishing unions.", {("fishing unions", "opposes")}),
        ("The law was authored by Oren Dahl.", {("Oren Dahl", "supports")}),
        ("The fishing ban was struck down by Oren Dahl.", {("Oren Dahl", "opposes")}),
        ("The proposal that Oren Dahl pushed last year failed.", {("Oren Dahl", "supports")}),
        ("The plan was defeated by ten votes.", set()),
    ],
)
def test_who_did_it_may_stand_after_the_plan(text: str, expected: set[tuple[str, str]]) -> None:
    assert stands(text + " It rained.") == expected


def test_whoever_passed_a_bill_supports_it() -> None:
    assert stands("The fishing bill easily passed the Senate. It rained.") == {
        ("Senate", "supports")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ilse Varga laughed at her opposition to the fishing ban.",
            {("Ilse Varga", "opposes")},
        ),
        (
            "The efforts by Oren Dahl to repeal the law failed.",
            {("Oren Dahl", "supports")},
        ),
        (
            "The fishing ban drew sharp criticism from Oren Dahl and Ilse Varga.",
            {("Oren Dahl", "opposes"), ("Ilse Varga", "opposes")},
        ),
    ],
)
def test_nouns_of_standing_have_their_owner_before_or_after(
    text: str, expected: set[tuple[str, str]]
) -> None:
    said: Said = ("Ilse Varga", "laughed", "the fishing ban", Act.SHOWS)
    assert stands(text, *([said] if "laughed" in text else [])) >= expected


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("The council must never sell the port to a bank", "opposes"),
        ("It is time to end the embargo", "supports"),
        ("We cannot afford to keep the embargo", "opposes"),
        ("There is no need for a new law", "opposes"),
        ("We need a new treaty", "supports"),
        ("No. We are going to repeal the law", "supports"),
        ("The plan violates the constitution", "opposes"),
        ("The present quota policy, for all its rigour, is not working", "opposes"),
        ("It would be a mistake to leave the treaty", "opposes"),
        ("I don’t think the plan is a good idea", "opposes"),
        ("The rules should be part of a wider reform", "supports"),
    ],
)
def test_what_is_said_holds_a_stand_of_its_speaker(content: str, stance: str) -> None:
    text = f"Ilse Varga said: “{content}.” It rained."
    rows = list_rows(read_stands(text, ("Ilse Varga", "said", f"“{content}.”", Act.SAYS)))
    assert {(row[0], row[1], row[3]) for row in rows} == {("Ilse Varga", stance, "self")}


def test_a_stand_inside_what_another_thinks_is_not_the_speakers() -> None:
    text = "Dahl said that Varga thinks we should ban night fishing."
    reading = read_stands(
        text,
        ("Dahl", "said", "that Varga thinks we should ban night fishing", Act.SAYS),
        ("Varga", "thinks", "we should ban night fishing", Act.BELIEVES),
        parents={1: 0},
    )
    assert {(row[0], row[3]) for row in list_rows(reading)} == {("Varga", "Dahl")}


def test_it_stands_for_the_plan_named_before() -> None:
    text = "The fishing ban was read out. Oren Dahl opposes it."
    rows = list_rows(read_stands(text, ("Oren Dahl", "opposes", "it", Act.OPPOSES)))
    assert rows == {("Oren Dahl", "opposes", "The fishing ban", "author")}


def test_asking_others_to_reject_something_is_against_it() -> None:
    text = "Oren Dahl urged the council to reject the harbour deal."
    said = ("Oren Dahl", "urged", "the council to reject the harbour deal", Act.DEMANDS)
    assert list_rows(read_stands(text, said)) == {
        ("Oren Dahl", "opposes", "the harbour deal", "self")
    }


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        (("Oren Dahl", "is intent on", "approving the harbour plan", Act.BELIEVES), "supports"),
        (("Oren Dahl", "is totally against", "the harbour plan", Act.SAYS), "opposes"),
        (("Oren Dahl", "is open to", "the harbour plan", Act.SUPPORTS), "open"),
        (("Oren Dahl", "passed a law barring", "the harbour deal", Act.DECIDES), "opposes"),
    ],
)
def test_a_cues_own_words_say_where_somebody_stands(said: Said, stance: str) -> None:
    text = f"{said[0]} {said[1]} {said[2]}. It rained."
    assert stands(text, said) == {("Oren Dahl", stance)}


def test_a_supporter_with_a_condition_is_conditional() -> None:
    text = "Oren Dahl supports the harbour plan as long as it is cheap."
    assert stands(text, ("Oren Dahl", "supports", "the harbour plan", Act.SUPPORTS)) == {
        ("Oren Dahl", "conditional")
    }


@pytest.mark.parametrize(
    "said",
    [
        ("Oren Dahl", "vowed", "to stay in the race", Act.PROMISES),
        ("Oren Dahl", "rejected", "the notion that the ban is lawful", Act.OPPOSES),
        ("workers", "want", "a ban on night fishing", Act.WANTS),
        ("The accord", "calls for", "a ban on night fishing", Act.DEMANDS),
        ("Oren Dahl", "supports", "her family", Act.SUPPORTS),
        ("Oren Dahl", "blasted", "Ilse Varga for her bill", Act.OPPOSES),
        ("Oren Dahl", "wants", "voters to remember the harbour deal", Act.WANTS),
        ("Oren Dahl", "sought", "to raise 3 million dollars for the harbour vote", Act.WANTS),
        ("Oren Dahl", "is pursuing", "support from the harbour unions", Act.WANTS),
    ],
)
def test_conduct_beliefs_people_and_things_make_no_stand(said: Said) -> None:
    rows = list_rows(read_stands(f"{said[0]} {said[1]} {said[2]}. It rained.", said))
    assert not {row for row in rows if row[0] == said[0].removeprefix("The ")}


def test_stands_of_all_kinds_take_linear_time() -> None:
    paragraph = (
        "Ames, who laughed, has opposed his plan for a ban, and Bell, a critic of the deal, was "
        "really not going to sign the bill, to veto it or to vote for it. "
    )

    def stand(times: int) -> None:
        find_stances(Article(title="", text=paragraph * times), ())

    assert grows_in_line(stand, 100, 800)


def test_what_somebody_rejects_is_described_by_the_author() -> None:
    text = "Ilse Varga rejected the harbour plan backed by Oren Dahl."
    said = ("Ilse Varga", "rejected", "the harbour plan backed by Oren Dahl", Act.OPPOSES)
    words = {row[0]: row[3] for row in list_rows(read_stands(text, said))}
    assert words["Oren Dahl"] == "author"


def test_what_somebody_is_blamed_for_is_on_the_word_of_who_blames() -> None:
    text = "Ilse Varga attacked Oren Dahl for his support of the harbour plan."
    said: list[Said] = [
        ("Ilse Varga", "attacked", "Oren Dahl for his support of the harbour plan", Act.OPPOSES),
        ("his", "support of", "the harbour plan.", Act.SUPPORTS),
    ]
    reading = read_stands(text, *said, parents={1: 0})
    assert {(row[0], row[3]) for row in list_rows(reading)} == {("Oren Dahl", "Ilse Varga")}


def test_all_of_whom_are_those_named_before() -> None:
    text = "Senators Ida Bell, Oren Dahl and Ilse Varga, all of whom opposed the treaty, laughed."
    assert stands(text) == {
        ("Ida Bell", "opposes"),
        ("Oren Dahl", "opposes"),
        ("Ilse Varga", "opposes"),
    }


def test_what_is_demanded_of_a_thing_is_a_stand() -> None:
    text = "Oren Dahl demanded that every permit include a map of the port. It rained."
    said = ("Oren Dahl", "demanded", "that every permit include a map of the port", Act.DEMANDS)
    assert stands(text, said) == {("Oren Dahl", "supports")}


@pytest.mark.parametrize(
    ("content", "proposition"),
    [
        ("an end to port subsidies", "an end to port subsidies"),
        ("a set of measures against night fishing", "a set of measures against night fishing"),
        ("the idea of a fishing ban", "the idea of a fishing ban"),
        ("the gates to be opened", "the gates to be opened"),
    ],
)
def test_what_is_called_for_is_named_whole(content: str, proposition: str) -> None:
    text = f"Oren Dahl called for {content}. It rained."
    said = ("Oren Dahl", "called for", content, Act.DEMANDS)
    (row,) = list_rows(read_stands(text, said))
    assert row[2] == proposition


def test_joined_deeds_are_two_propositions() -> None:
    text = "Oren Dahl promised to wall off the port and slap a fee on boats. It rained."
    said = ("Oren Dahl", "promised", "to wall off the port and slap a fee on boats", Act.PROMISES)
    rows = list_rows(read_stands(text, said))
    assert {row[2] for row in rows} == {"wall off the port", "slap a fee on boats"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oren Dahl long rejected the harbour plan.", {("Oren Dahl", "opposes")}),
        ("The harbour plan was rejected long ago.", set()),
    ],
)
def test_a_stand_without_a_source_is_its_subjects(
    text: str, expected: set[tuple[str, str]]
) -> None:
    content = "the harbour plan" if expected else "The harbour plan"
    assert stands(text + " It rained.", ("", "rejected", content, Act.OPPOSES)) == expected


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("have long been skeptical of", {("The Brenn ministers", "opposes")}),
        ("are not skeptical of", set()),
    ],
)
def test_the_negation_in_a_word_of_doubt_is_counted_once(
    cue: str, stance: set[tuple[str, str]]
) -> None:
    text = f"The Brenn ministers {cue} foreign mediation."
    said = ("The Brenn ministers", cue, "foreign mediation", Act.BELIEVES)
    assert stands(text, said) == stance


def test_a_long_proposition_does_not_end_in_the_middle_of_a_clause() -> None:
    text = (
        "Orvenia’s demands for a permanent freeze of the water price in the river towns with"
        " the council keeping the whole of its say over the mills it has closed since May."
    )
    ((_, _, proposition, _),) = list_rows(read_stands(text))
    assert proposition.endswith("its say over the mills")


@pytest.mark.parametrize(
    ("cue", "stance"),
    [("refused", "opposes"), ("did not refuse", "supports")],
)
def test_who_refuses_to_do_it_is_against_it_once(cue: str, stance: str) -> None:
    text = f"Ilse Varga {cue} to drop the fishing ban. It rained."
    said = ("Ilse Varga", cue, "to drop the fishing ban", Act.DECIDES)
    rows = list_rows(read_stands(text, said))
    assert {row[1] for row in rows} == {stance}
