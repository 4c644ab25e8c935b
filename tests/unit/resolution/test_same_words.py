"""Parts of one phrase, clauses that follow it and names held back: one and the same."""

import pytest

from onrecord.records import EntityKind
from unit.resolution.resolved import last_name, resolve

SAID = " [cue:said] [content:it would rain]."


def test_a_noun_within_a_source_is_nobody_else() -> None:
    text = (
        "[source#1:One former engineer], [source#2:who] [cue#2:asked] [content#2:not to be named], "
        "[cue#1:disputed] [content#1:that]. “[content#3:They knew],” [source#3:he] [cue#3:said]."
    )
    assert {entity.name for entity in resolve(text)} == {"One former engineer"}


def test_the_police_of_a_town_are_they() -> None:
    text = (
        "Citizens came. [source#1:Brenn police] [cue#1:said] [content#1:little] "
        "but [source#2:they] [cue#2:promised] [content#2:more]."
    )
    assert last_name(text) == "Brenn police"


def test_who_after_a_verb_of_asking_follows_nobody() -> None:
    text = (
        "Ida Bell and Karl Ode left. They had asked "
        "[source:who] [cue:approved] [content:the agreements]."
    )
    (entity,) = resolve(text)
    assert (entity.name, entity.kind) == ("who", EntityKind.UNNAMED)


def test_that_before_a_plural_opens_a_clause() -> None:
    text = (
        "[source:A report] [cue:said] [content:no]. It listed forms that companies report. "
        "[source#2:The report] [cue#2:added] [content#2:little]."
    )
    assert last_name(text) == "A report"


def test_a_former_office_holder_of_the_lead_is_the_one_who_held_it() -> None:
    text = (
        "[source#1:A former Tarn Committee chairman] [cue#1:says] [content#1:Anna Vale should "
        "leave]. “[content#2:It is time],” [cue#2:said] [source#2:Karl Ode], who led it for years."
    )
    assert [entity.name for entity in resolve(text)] == ["Karl Ode", "Karl Ode"]


def test_a_former_office_holder_of_the_lead_is_nobody_of_whom_nothing_is_told() -> None:
    text = (
        "[source#1:A former Tarn Committee chairman] [cue#1:says] [content#1:Anna Vale should "
        "leave]. “[content#2:It is a disgrace],” [cue#2:said] [source#2:Karl Ode]."
    )
    assert resolve(text)[0].name != "Karl Ode"


@pytest.mark.parametrize("first", ["Norrowex Coal", "Norrowex Semiconductors"])
def test_a_company_is_known_by_its_first_word(first: str) -> None:
    text = f"The suit names {first}. Later [source:Norrowex]{SAID}"
    assert last_name(text) == first
