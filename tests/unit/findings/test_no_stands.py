"""What is no position, though it is worded like one; all people and places are invented."""

import pytest

from onrecord.records import Act
from stands import Said, list_rows, read_stands


def stands(text: str, *said: Said) -> set[tuple[str, str]]:
    return {(party, stance) for party, stance, *_ in list_rows(read_stands(text, *said))}


@pytest.mark.parametrize(
    "content",
    [
        "Oren Dahl to focus on the winter",
        "the growers to stay calm",
        "her rival to take a look at",
        "Oren Dahl to replace her in Kelmara",
    ],
)
def test_what_people_ask_of_each_other_is_no_proposition(content: str) -> None:
    text = f"Ilse Varga urged {content}."
    assert stands(text, ("Ilse Varga", "urged", content, Act.DEMANDS)) == set()


@pytest.mark.parametrize(
    "content",
    [
        "the council to wait until the spring",
        "Oren Dahl to resign over the port",
        "Oren Dahl to resume the fishing talks",
        "Oren Dahl to give her a hearing",
        "the letters to be published",
    ],
)
def test_what_is_decided_by_a_body_or_in_office_is_a_proposition(content: str) -> None:
    text = f"Ilse Varga urged {content}."
    said = ("Ilse Varga", "urged", content, Act.DEMANDS)
    assert stands(text, said) == {("Ilse Varga", "supports")}


def test_what_is_asked_not_to_be_done_is_opposed() -> None:
    text = "Ilse Varga urged the council not to lift the fishing ban."
    said = ("Ilse Varga", "urged", "the council not to lift the fishing ban", Act.DEMANDS)
    assert list_rows(read_stands(text, said)) == {
        ("Ilse Varga", "opposes", "lift the fishing ban", "self")
    }


def test_who_criticises_that_something_is_not_done_wants_it_done() -> None:
    text = "The growers criticized the council for not raising the water price."
    said = ("The growers", "criticized the council for", "not raising the water price", Act.OPPOSES)
    assert stands(text, said) == {("The growers", "supports")}


@pytest.mark.parametrize(
    "content",
    [
        "the council for selling boats",
        "the label",
        "the term neutrality",
        "the forces of hate",
        "her handling of the flood",
        "his past support for a judge",
        "a politics of fear",
        "the prospect of success",
        "any implication that she had lied",
    ],
)
def test_people_manners_and_words_are_no_propositions(content: str) -> None:
    text = f"Ilse Varga rejected {content}."
    assert stands(text, ("Ilse Varga", "rejected", content, Act.OPPOSES)) == set()


@pytest.mark.parametrize(
    "content",
    [
        "the unsealing of the letters",
        "the funding system",
        "at least lowering the price",
        "his offer",
    ],
)
def test_what_is_done_or_handed_in_is_a_proposition(content: str) -> None:
    text = f"Ilse Varga rejected {content}."
    said = ("Ilse Varga", "rejected", content, Act.OPPOSES)
    assert stands(text, said) == {("Ilse Varga", "opposes")}


@pytest.mark.parametrize(
    "content", ["to keep the country safe", "to create good jobs", "to ease their concerns"]
)
def test_an_end_that_everybody_shares_is_no_proposition(content: str) -> None:
    text = f"Ilse Varga wants {content}."
    assert stands(text, ("Ilse Varga", "wants", content, Act.WANTS)) == set()


@pytest.mark.parametrize(
    "content", ["to secure votes in Kelmara", "to prevent him from winning delegates"]
)
def test_what_a_campaign_is_after_is_no_proposition(content: str) -> None:
    text = f"Ilse Varga wants {content}."
    assert stands(text, ("Ilse Varga", "wants", content, Act.WANTS)) == set()


def test_what_is_not_known_yet_is_no_open_stand() -> None:
    text = "The council has not decided what taxes it would raise."
    said = ("The council", "has not decided", "what taxes it would raise", Act.DECIDES)
    assert stands(text, said) == set()


def test_who_is_wished_to_ask_has_not_asked_yet() -> None:
    text = "They waited for the council to demand a fishing ban."
    said = ("the council", "to demand", "a fishing ban", Act.DEMANDS)
    assert stands(text, said) == set()


def test_what_somebody_says_in_resisting_is_his_reason() -> None:
    text = 'Oren Dahl resisted: "No mayor may suspend the harbour rules."'
    said = ("Oren Dahl", "resisted:", "No mayor may suspend the harbour rules.", Act.OPPOSES)
    assert stands(text, said) == set()


def test_advice_for_winning_is_no_stand() -> None:
    text = 'Oren Dahl said, "She needs to raise the water price in order to win."'
    said = ("Oren Dahl", "said", "She needs to raise the water price in order to win.", Act.SAYS)
    assert stands(text, said) == set()


def test_that_something_unnamed_is_necessary_is_no_stand() -> None:
    text = 'The town has a fishing ban. "That is necessary," said Oren Dahl.'
    assert stands(text, ("Oren Dahl", "said", "That is necessary,", Act.SAYS)) == set()


def test_what_somebody_is_accused_of_is_not_found_good() -> None:
    text = "Oren Dahl was accused of covering up the fishing ban to protect the harbour."
    content = "covering up the fishing ban to protect the harbour"
    assert stands(text, ("Oren Dahl", "accused of", content, Act.CLAIMS)) == set()


def test_a_call_is_named_by_what_it_is_for() -> None:
    text = "Ilse Varga decried Oren Dahl's repeated calls to ban night fishing."
    content = "Oren Dahl's repeated calls to ban night fishing"
    rows = list_rows(read_stands(text, ("Ilse Varga", "decried", content, Act.OPPOSES)))
    assert ("Ilse Varga", "opposes", "to ban night fishing", "self") in rows


def test_plans_are_killed_and_so_are_people() -> None:
    text = "Ilse Varga urged the council to kill the wolves of the north."
    content = "the council to kill the wolves of the north"
    assert stands(text, ("Ilse Varga", "urged", content, Act.DEMANDS)) == {
        ("Ilse Varga", "supports")
    }


def test_not_backing_away_from_a_pledge_is_to_stand_by_it() -> None:
    text = "Ilse Varga did not back away from her pledge to ban night fishing."
    said = ("Ilse Varga", "did not back away from her pledge", "to ban night fishing", Act.SUPPORTS)
    assert stands(text, said) == {("Ilse Varga", "supports")}


@pytest.mark.parametrize(
    ("content", "proposition"),
    [
        ("a ban on nets, noting the winter", "a ban on nets"),
        ("a ban on nets during the winter", "a ban on nets"),
        ("the salt levy, a tax on ships", "the salt levy"),
        ("a ban on nets and she laughed", "a ban on nets"),
        ("a cap of 1,200 boats in the port", "a cap of 1,200 boats in the port"),
    ],
)
def test_a_proposition_ends_where_something_else_begins(content: str, proposition: str) -> None:
    text = f"Ilse Varga proposed {content}."
    rows = list_rows(read_stands(text, ("Ilse Varga", "proposed", content, Act.PROPOSES)))
    assert rows == {("Ilse Varga", "supports", proposition, "self")}


def test_backers_are_named_without_what_they_say() -> None:
    text = "Proponents of the fishing ban here say that it works."
    assert {party for party, _ in stands(text)} == {"Proponents of the fishing ban"}


@pytest.mark.parametrize(
    "text",
    [
        "Organizers of the push to oppose the fishing ban met in Kelmara.",
        "A group near Oren Dahl's campaign for the fishing ban met in Kelmara.",
        "For all the criticism of the fishing ban, it rained.",
    ],
)
def test_half_a_phrase_is_nobody(text: str) -> None:
    assert stands(text) == set()


def test_what_somebody_argued_does_not_open_a_proposition() -> None:
    text = "He argued the harbour pipeline is supported by the growers."
    rows = list_rows(read_stands(text))
    assert {proposition for _, _, proposition, _ in rows} == {"the harbour pipeline"}


def test_who_decides_not_to_do_something_opposes_it() -> None:
    text = "The council decided not to raise the water price."
    said = ("The council", "decided not", "to raise the water price", Act.DECIDES)
    assert stands(text, said) == {("council", "opposes")}


@pytest.mark.parametrize("content", ["This flood must stop", "Many clubs should have closed"])
def test_what_merely_has_to_end_is_no_proposition(content: str) -> None:
    text = f"{content}, Oren Dahl said."
    assert stands(text, ("Oren Dahl", "said", content, Act.SAYS)) == set()


def test_a_rally_against_something_is_not_what_a_guest_does() -> None:
    text = "Ilse Varga invited Oren Dahl to a Castle Hill rally against the fishing ban."
    assert stands(text) == set()


@pytest.mark.parametrize("party", ["whose leaders", "Z"])
def test_a_fragment_or_a_letter_is_no_party(party: str) -> None:
    text = f"There it stood: {party} demanded a fishing ban."
    assert stands(text, (party, "demanded", "a fishing ban", Act.DEMANDS)) == set()


@pytest.mark.parametrize("content", ["the sharing economy of the north", "a range of bad habits"])
def test_an_economy_or_a_range_of_habits_is_no_proposition(content: str) -> None:
    text = f"Ilse Varga criticized {content}."
    assert stands(text, ("Ilse Varga", "criticized", content, Act.OPPOSES)) == set()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("to raise the stakes and win applause", set()),
        ("to extend her reach", set()),
        ("to raise the water tax", {("Ilse Varga", "supports")}),
        ("to ban night fishing", {("Ilse Varga", "supports")}),
    ],
)
def test_what_is_wanted_is_done_to_something_public(
    content: str, expected: set[tuple[str, str]]
) -> None:
    text = f"Ilse Varga wants {content}."
    assert stands(text, ("Ilse Varga", "wants", content, Act.WANTS)) == expected


@pytest.mark.parametrize(
    "content", ["We will have to go to war", "I guess I will slow down and wait"]
)
def test_what_somebody_will_have_to_do_is_no_stand(content: str) -> None:
    text = f"{content}, said Oren Dahl."
    assert stands(text, ("Oren Dahl", "said", content, Act.SAYS)) == set()


def test_a_verdict_on_this_needs_a_plan_close_before() -> None:
    filler = "It rained for weeks on end and the harbour was under water. " * 6
    text = f'The town has a fishing ban. {filler}"This is a disaster," said Oren Dahl.'
    assert stands(text, ("Oren Dahl", "said", "This is a disaster,", Act.SAYS)) == set()


def test_a_verdict_on_this_is_on_the_plan_just_named() -> None:
    text = 'The town passed a fishing ban. "This is a disaster," said Oren Dahl.'
    rows = list_rows(read_stands(text, ("Oren Dahl", "said", "This is a disaster,", Act.SAYS)))
    assert ("Oren Dahl", "opposes", "a fishing ban", "self") in rows


def test_who_draws_criticism_does_not_criticise() -> None:
    text = "Oren Dahl drew intense criticism for banning nets on the lake."
    content = "banning nets on the lake"
    said = ("Oren Dahl", "drew intense criticism for", content, Act.OPPOSES)
    assert stands(text, said) == set()


def test_the_word_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    text = "Despite Oren Dahl's call to ban night fishing, it went on."
    assert stands(text) == {("Oren Dahl", "supports")}


def test_what_a_person_should_do_with_himself_is_no_proposition() -> None:
    text = "Oren Dahl said that she should run for a smaller seat in the parliament."
    content = "she should run for a smaller seat in the parliament"
    assert stands(text, ("Oren Dahl", "said", content, Act.SAYS)) == set()


def test_the_legislation_is_the_bill_named_before() -> None:
    text = "Ilse Varga backed a bill on night fishing. Oren Dahl opposed the legislation."
    rows = list_rows(
        read_stands(
            text,
            ("Ilse Varga", "backed", "a bill on night fishing", Act.SUPPORTS),
            ("Oren Dahl", "opposed", "the legislation", Act.OPPOSES),
        )
    )
    assert {proposition for _, _, proposition, _ in rows} == {"a bill on night fishing"}


def test_plans_of_different_sums_are_two() -> None:
    text = "Ilse Varga backed a 3 million harbour plan. Oren Dahl opposed a 5 million harbour plan."
    rows = list_rows(
        read_stands(
            text,
            ("Ilse Varga", "backed", "a 3 million harbour plan", Act.SUPPORTS),
            ("Oren Dahl", "opposed", "a 5 million harbour plan", Act.OPPOSES),
        )
    )
    assert len({proposition for _, _, proposition, _ in rows}) == 2


@pytest.mark.parametrize(
    ("content", "proposition"),
    [
        ("a ban on nets - and then she laughed", "a ban on nets"),
        ("a ban on nets -- he is a critic of it -- and of boats", "a ban on nets"),
        ("a ban on nets, did not ring true", "a ban on nets"),
        ("the ban, saying that it works", "the ban"),
    ],
)
def test_a_proposition_ends_at_a_dash_or_a_verb(content: str, proposition: str) -> None:
    text = f"Ilse Varga proposed {content}."
    rows = list_rows(read_stands(text, ("Ilse Varga", "proposed", content, Act.PROPOSES)))
    assert {each for _, _, each, _ in rows} == {proposition}


def test_a_person_who_is_endorsed_is_no_proposition() -> None:
    text = "Ilse Varga withdrew her endorsement of Dahl, saying he lacks patience."
    assert stands(text) == set()


@pytest.mark.parametrize("cue", ["was tussling with whether", "had determined", "to focus on"])
def test_a_verdict_is_said_or_thought(cue: str) -> None:
    text = f"Oren Dahl {cue} the fishing ban was a good idea."
    said = ("Oren Dahl", cue, "the fishing ban was a good idea", Act.BELIEVES)
    assert stands(text, said) == set()


@pytest.mark.parametrize("cue", ["struggled to demonstrate", "made no effort to introduce"])
def test_what_somebody_fails_to_do_is_no_stand(cue: str) -> None:
    text = f"Oren Dahl {cue} a fishing ban."
    assert stands(text, ("Oren Dahl", cue, "a fishing ban", Act.WANTS)) == set()


def test_everything_is_no_plan_though_it_ends_like_a_deed() -> None:
    text = 'Oren Dahl said, "Everything we do here is wrong."'
    said = ("Oren Dahl", "said", "Everything we do here is wrong.", Act.SAYS)
    assert stands(text, said) == set()


def test_who_only_did_not_say_so_takes_no_stand() -> None:
    text = "Oren Dahl did not say that the council should lift the fishing ban."
    content = "that the council should lift the fishing ban"
    assert stands(text, ("Oren Dahl", "did not say", content, Act.SAYS)) == set()


def test_a_number_of_years_is_no_party() -> None:
    text = "In 10 years they met. 10 years oppose the fishing ban."
    assert stands(text) == set()


def test_support_that_somebody_has_is_a_noun() -> None:
    text = "Dahl cited the growers' support for the treaty, the cards and the 1968 harbour strike."
    rows = list_rows(read_stands(text))
    assert "the 1968 harbour strike" not in {proposition for _, _, proposition, _ in rows}


def test_a_promise_not_to_allow_something_is_against_it() -> None:
    text = "Ilse Varga promised that she would not allow the salt treaty to pass."
    content = "that she would not allow the salt treaty to pass"
    said = ("Ilse Varga", "promised", content, Act.PROMISES)
    assert stands(text, said) == {("Ilse Varga", "opposes")}


def test_what_is_not_welcome_is_opposed() -> None:
    text = "Ilse Varga said night fishing rules are not welcome."
    said = ("Ilse Varga", "said", "night fishing rules are not welcome", Act.SAYS)
    assert stands(text, said) == {("Ilse Varga", "opposes")}


def test_who_is_blamed_for_a_stand_is_no_proposition() -> None:
    text = "Oren Dahl met the growers, who denounced her because she opposed the fishing ban."
    propositions = {each for _, _, each, _ in list_rows(read_stands(text))}
    assert all(not each.startswith("her ") for each in propositions)


def test_who_would_not_support_a_person_takes_no_stand() -> None:
    text = "The growers would not support Dahl if he loses the nomination."
    assert stands(text) == set()


def test_any_sensible_person_is_nobody() -> None:
    text = "It rained, and any sensible person opposes the fishing ban."
    said = ("any sensible person", "opposes", "the fishing ban", Act.OPPOSES)
    assert stands(text, said) == set()


def test_who_challenges_an_attempt_opposes_what_is_attempted() -> None:
    text = "Oren Dahl is prepared to challenge the council's attempt to ban night fishing."
    content = "the council's attempt to ban night fishing"
    rows = stands(text, ("Oren Dahl", "is prepared to challenge", content, Act.DEMANDS))
    assert ("Oren Dahl", "supports") not in rows


def test_who_was_criticised_for_something_does_not_oppose_it() -> None:
    text = "Oren Dahl was criticized for banning nets on the lake."
    said = ("Oren Dahl", "was criticized for", "banning nets on the lake", Act.OPPOSES)
    assert stands(text, said) == set()


def test_whatever_is_voted_on_is_a_proposition() -> None:
    text = "The panel voted narrowly to hold Oren Dahl in Kelmara."
    said = ("The panel", "voted narrowly", "to hold Oren Dahl in Kelmara", Act.DECIDES)
    assert {stance for _, stance in stands(text, said)} == {"supports"}
