"""Names: joined across an article, told apart where they differ."""

import pytest

from onrecord.records import EntityKind
from unit.resolution.resolved import find_entities, last_name, resolve


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("Marsh", "Ivo Marsh"),
        ("Mr. Marsh", "Ivo Marsh"),
        ("President Marsh", "Ivo Marsh"),
        ("Marsh’s", "Ivo Marsh"),
        ("MARSH", "Ivo Marsh"),
        ("Ivo", "Ivo Marsh"),
        ("Ivo Marsh", "Ivo Marsh"),
        ("Ms. Bell", "Ida Bell"),
        ("Bell", "Ida Bell"),
    ],
)
def test_a_shorter_name_falls_to_its_bearer(later: str, expected: str) -> None:
    text = (
        "Ivo Marsh met Ida Bell in Brenn on Friday. The talks took an hour.\n\n"
        f"Later [source:{later}] [cue:said] that [content:the bridge would close]."
    )
    assert last_name(text) == expected


def test_a_name_is_the_fullest_form_wherever_it_stands() -> None:
    text = (
        "[source:Marsh] [cue:said] [content:no]. The mayor, Ivo Henrik Marsh, was asked again. "
        "Ivo Marsh left."
    )
    assert last_name(text) == "Ivo Henrik Marsh"


def test_a_title_tells_two_bearers_of_a_surname_apart() -> None:
    text = (
        "Karl Ode and Anna Ode arrived together. "
        "[source:Mr. Ode] [cue:said] [content:it rained]. "
        "[source#2:Mrs. Ode] [cue#2:said] [content#2:it did not]."
    )
    assert [entity.name for entity in resolve(text)] == ["Karl Ode", "Anna Ode"]


def test_the_bare_surname_belongs_to_the_one_introduced_first() -> None:
    text = (
        "Anna Ode opened the session. Her brother Karl Ode watched. Many came. It took hours. "
        "Nobody left early. The hall was full and the speeches were long. "
        "[source:Ode] [cue:said] [content:the harbour was safe]."
    )
    assert last_name(text) == "Anna Ode"


def test_a_pronoun_after_a_bare_surname_tells_whose_it_is() -> None:
    text = (
        "Anna Ode opened the session. Karl Ode watched. "
        "[source:Ode] [cue:said] that [content:his boat was gone]."
    )
    assert last_name(text) == "Karl Ode"


def test_a_short_form_of_a_given_name_joins_the_full_one() -> None:
    text = "William Tarn spoke first. [source:Bill Tarn] [cue:said] [content:it was late]."
    (entity,) = resolve(text)
    assert len(entity.mentions) == 2


def test_a_campaign_is_not_its_candidate() -> None:
    text = (
        "Ida Bell smiled. [source:Bell] [cue:promised] [content:a bridge]. "
        "[source#2:The Bell campaign] [cue#2:said] [content#2:it would be cheap]. "
        "[source#3:Her campaign] [cue#3:added] [content#3:little]."
    )
    bell, campaign, again = resolve(text)
    assert bell.kind is EntityKind.PERSON
    assert campaign.kind is EntityKind.ORGANISATION
    assert campaign == again


def test_an_owned_description_is_called_by_its_owner() -> None:
    text = "Ida Bell rested. [source:Her campaign] [cue:said] [content:she was well]."
    assert last_name(text) == "Ida Bell's campaign"


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("the Northern Harbour Council (NHC)", "the NHC"),
        ("the Northern Harbour Council", "the council"),
        ("the Department of Fisheries", "the Fisheries Department"),
        ("the Brenn Evening Post", "the Evening Post"),
        ("the Brenn Evening Post", "the Post"),
        ("the Brenn Evening Post", "the newspaper"),
        ("Halvard Group", "Halvard"),
    ],
)
def test_an_organisation_is_joined_with_its_short_form(first: str, later: str) -> None:
    text = (
        f"On Monday [source:{first}] [cue:said] [content:the port was open]. "
        f"On Tuesday [source#2:{later}] [cue#2:said] [content#2:it was shut]."
    )
    one, other = resolve(text)
    assert one == other


def test_two_newspapers_with_one_ending_stay_two() -> None:
    text = (
        "[source:The Brenn Post] [cue:reported] [content:a fire]. "
        "[source#2:The Orsund Post] [cue#2:reported] [content#2:none]."
    )
    one, other = resolve(text)
    assert one != other


def test_a_country_has_several_names() -> None:
    text = (
        "[source:The United States] [cue:said] [content:no]. "
        "Then [source#2:the U.S.] [cue#2:said] [content#2:yes]."
    )
    one, other = resolve(text)
    assert one == other


def test_several_names_in_one_source_are_one_entity_with_all_of_them() -> None:
    text = (
        "[source:Sen. Ida Bell (B-Brenn), Sherrin Marsh and Karl Ode] [cue:said] [content:no]. "
        "[source#2:Ode] [cue#2:said] [content#2:more]."
    )
    together, alone = resolve(text)
    assert together.name == "Ida Bell, Sherrin Marsh and Karl Ode"
    assert alone.name == "Karl Ode"


def test_named_ones_who_never_speak_are_entities_and_places_are_not() -> None:
    found = find_entities(
        "Ida Bell flew to Norway with officials of the Orsund Bank. In Brenn it rained."
    )
    assert found["Ida Bell"].kind is EntityKind.PERSON
    assert found["Orsund Bank"].kind is EntityKind.ORGANISATION
    assert "Norway" not in found
    assert "Brenn" not in found


def test_a_headline_with_capitals_on_every_word_makes_no_names_of_verbs() -> None:
    found = find_entities(
        "Ida Bell Rejects Harbour Plan After Stormy Night In Parliament\n\n"
        "Ida Bell rejected the harbour plan."
    )
    assert "Ida Bell" in found
    assert not any("Rejects" in name or "Stormy" in name for name in found)


def test_a_text_in_capitals_keeps_its_speakers() -> None:
    text = (
        "MAYOR IDA BELL WELCOMED THE DECISION ABOUT THE HARBOUR. "
        "[source:BELL] [cue:SAID] [content:THE TOWN WOULD GAIN]."
    )
    assert last_name(text).upper() == "IDA BELL"


def test_a_word_that_opens_a_sentence_is_no_name() -> None:
    found = find_entities("Yesterday the council met. Critics were angry. However, Ida Bell left.")
    assert set(found) == {"Ida Bell"}


def test_a_name_that_has_a_people_is_a_place() -> None:
    found = find_entities("Troops from Kelmara left. Kelmara won. Kelmaran boats burned.")
    assert not found


def test_a_place_that_speaks_is_a_government() -> None:
    text = "The Kelmaran fleet burned. [source:Kelmara] [cue:said] [content:it was an accident]."
    (entity,) = resolve(text)
    assert (entity.name, entity.kind) == ("Kelmara", EntityKind.GOVERNMENT)


def test_a_contraction_is_no_name() -> None:
    assert not find_entities("I'm told that it rained. He's sure. They'd gone.")
