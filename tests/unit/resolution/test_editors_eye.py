"""What a careful editor would laugh at: odd names, the wrong one, nobody where somebody is known."""

import pytest

from onrecord.records import EntityKind
from unit.resolution.resolved import find_entities, last_name, resolve

SAID = " [cue:said] [content:it would rain]."


@pytest.mark.parametrize(
    "source",
    [
        "A lawyer for the port, Ida Bell,",
        "His former partner at the mill, Ida Bell,",
        "One of the harbour's lawyers, Ida Bell,",
        "Charlotte Mayor Ida Bell",
        "Ode's running mate, Texas Gov. Ida Bell,",
        "Brenn's mayor and current Democratic nominee Ida Bell",
    ],
)
def test_a_description_with_its_name_is_the_named(source: str) -> None:
    assert last_name(f"Karl Ode left. [source:{source}]{SAID}") == "Ida Bell"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Critics of the plan, like Senator Ida Bell of Vermont,", "Critics of the plan"),
        ("Some farmers, including Karl Ode,", "Some farmers"),
        ("The growers, who had been cut out of the talks,", "The growers"),
        ("BRENN - Northern leaders", "Northern leaders"),
        ("Federal and state officials", "Federal and state officials"),
        ("The farmers, the millers and the bakers", "The farmers, the millers and the bakers"),
    ],
)
def test_an_unnamed_source_is_called_by_its_core(source: str, name: str) -> None:
    (entity,) = resolve(f"[source:{source}]{SAID}")
    assert (entity.name, entity.kind) == (name, EntityKind.UNNAMED)


def test_an_article_alone_takes_its_noun() -> None:
    text = "[source:The] [cue:proposal] [content:to close the port] failed."
    assert last_name(text) == "The proposal"


def test_candidates_before_two_names_are_both() -> None:
    text = f"[source:Presidential candidates Ida Bell and Karl Ode]{SAID}"
    assert last_name(text) == "Ida Bell and Karl Ode"


def test_two_surnames_are_both() -> None:
    text = f"Ida Bell and Karl Ode met. Later [source:Bell and Ode]{SAID}"
    assert last_name(text) == "Ida Bell and Karl Ode"


def test_what_belongs_to_a_plural_takes_the_apostrophe_alone() -> None:
    text = f"The workers met on Monday. [source:Their union]{SAID}"
    assert "s's" not in last_name(text)


def test_who_follows_the_whole_source_not_the_owner_within_it() -> None:
    text = (
        "[source#2:A senior figure in Ida Bell's own party, [source#1:who]] [cue#1:begged] "
        "[content#1:to stay unnamed], [cue#2:said] [content#2:it would rain]."
    )
    assert {entity.name for entity in resolve(text)} == {"A senior figure in Ida Bell's own party"}


def test_a_name_held_back_is_the_office_holder_of_the_lead() -> None:
    text = (
        "[source#1:Brenn's president] [cue#1:told] the Courier [content#1:that it would rain]. "
        '[content#2:"Twice,"] [source#2:Karl Ode] [cue#2:said]. [source#3:He] [cue#3:smiled] [content#3:so].'
    )
    assert {entity.name for entity in resolve(text)} == {"Karl Ode"}


def test_whoever_follows_another_name_is_not_the_one_of_the_lead() -> None:
    text = (
        "[source#1:Brenn's president] [cue#1:told] Ida Bell [content#1:that it would rain]. "
        "[source#2:Karl Ode] [cue#2:said] [content#2:it was dry]."
    )
    assert resolve(text)[0].name != "Karl Ode"


def test_a_foreign_minister_is_no_prime_minister_met_before() -> None:
    text = (
        "Brenn's prime minister stayed away. Anna Vale arrived. She was late. "
        f"[source:The foreign minister]{SAID}"
    )
    assert last_name(text) == "Anna Vale"


def test_a_news_agency_is_an_agency() -> None:
    text = (
        "[source#1:Vale Wire] [cue#1:reported] [content#1:floods along the Orrin]. "
        "[cue#2:According to] [source#2:the agency], [content#2:it would rain]."
    )
    assert last_name(text) == "Vale Wire"


def test_an_adjective_that_opens_a_sentence_names_nobody() -> None:
    assert "Federal" not in find_entities("The Federal Bank closed. Federal officials left.")


def test_whoever_asks_in_a_transcript_is_an_unnamed_questioner() -> None:
    (entity,) = resolve("[source:QUESTION][cue::] [content:Was that a yes?]")
    assert (entity.name, entity.kind) == ("questioner", EntityKind.UNNAMED)


def test_nobody_speaks_of_himself_by_an_office_that_was_not_his() -> None:
    text = (
        "[source#1:Karl Ode] [cue#1:said] [content#1:little]. [source#2:He] [cue#2:said] "
        "[content#2:[source#3:the president] [cue#3:knows] [content#3:her voice]]."
    )
    assert last_name(text) == "the president"


def test_somebody_of_another_party_is_not_meant() -> None:
    text = (
        "Republican Karl Ode toured the port on Monday. He spoke for an hour. "
        f"[source:The Democratic candidate]{SAID}"
    )
    assert last_name(text) == "The Democratic candidate"


def test_a_prime_minister_is_no_president() -> None:
    text = f"Ida Bell, the prime minister, arrived. She was late. [source:The president]{SAID}"
    assert last_name(text) == "The president"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Commission on Harbour Debates", EntityKind.ORGANISATION),
        ("Atomic Energy Agency", EntityKind.ORGANISATION),
        ("Vale News Agency", EntityKind.OUTLET),
    ],
)
def test_bodies_are_no_people_and_no_outlets(name: str, kind: EntityKind) -> None:
    (entity,) = resolve(f"[source:The {name}]{SAID}")
    assert (entity.name, entity.kind) == (name, kind)


def test_places_in_brackets_do_not_part_those_who_speak_together() -> None:
    text = f"[source:Ida Bell (B-Ohio), Karl Ode (B-Texas) and Anna Vale (B-Iowa)]{SAID}"
    assert last_name(text) == "Ida Bell, Karl Ode and Anna Vale"


def test_both_are_the_two_named_before() -> None:
    text = f"Ida Bell and Karl Ode met on Monday. [source:Both]{SAID}"
    assert last_name(text) == "Ida Bell and Karl Ode"


def test_one_of_them_is_one_of_the_group() -> None:
    text = f"On Monday two officials left the hall. [source:One of them]{SAID}"
    assert last_name(text) == "One of the officials"


def test_both_of_nobody_stay_as_they_are_written() -> None:
    assert last_name(f"It rained. [source:Both]{SAID}") == "Both"


def test_somebodys_claims_are_a_document() -> None:
    (entity,) = resolve(f"[source:Her remarks]{SAID}")
    assert entity.kind is EntityKind.DOCUMENT


def test_an_office_and_its_country_are_whoever_was_said_to_hold_it() -> None:
    text = f"Orvenian Prime Minister Ida Bell left. [source:Orvenian Prime Minister]{SAID}"
    assert last_name(text) == "Ida Bell"
