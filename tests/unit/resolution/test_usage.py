"""The kind of a name that no list knows, by what the text says goes with it."""

import pytest

from onrecord.records import EntityKind
from unit.resolution.resolved import resolve

SAID = " [cue:said] [content:the works would close]."


@pytest.mark.parametrize(
    "text",
    [
        f"Shares in Korvane fell by a tenth. [source:Korvane]{SAID}",
        f"On Monday Korvane's board met twice. [source:Korvane]{SAID}",
        f"They wrote to the chief executive of Korvane. [source:Korvane]{SAID}",
        f"The carmaker Korvane is in trouble. [source:Korvane]{SAID}",
        f"On Monday Korvane sporting director Karl Ode left. [source:Korvane]{SAID}",
        f"Analysts at Korvane were gloomy. [source:Korvane]{SAID}",
        f"[source:Korvane]{SAID} “Every order has been met,” it said in a statement.",
    ],
)
def test_what_has_shares_a_board_or_staff_is_a_body(text: str) -> None:
    (entity,) = resolve(text)
    assert (entity.name, entity.kind) == ("Korvane", EntityKind.ORGANISATION)


@pytest.mark.parametrize(
    "text",
    [
        f"Marzotti's lawyer left, and he wept. [source:Marzotti]{SAID}",
        f"Marzotti, who joined the board of Norrow Lines, came. [source:Marzotti]{SAID}",
        f"He wrote to Marzotti. [source:Marzotti]{SAID} It was late.",
    ],
)
def test_whoever_has_none_of_these_stays_a_person(text: str) -> None:
    assert resolve(text)[-1].kind is EntityKind.PERSON


def test_a_person_noun_before_a_company_is_no_role_of_it() -> None:
    text = (
        f"The mill courts its larger rival Korvane. Shares in Korvane fell. [source:Korvane]{SAID}"
    )
    assert resolve(text)[-1].roles == ()


def test_it_is_the_company_not_the_paper_that_reported() -> None:
    text = (
        "[source#1:The Brenn Post] [cue#1:reported] [content#1:that shares in Korvane would fall]. "
        "[source#2:Korvane] [cue#2:denied] [content#2:it]. "
        "“[content#3:Every order has been met],” [source#3:it] [cue#3:said]."
    )
    assert resolve(text)[-1].name == "Korvane"


def test_a_river_with_which_is_no_body() -> None:
    text = (
        "They sold sheep on the river Korvane. Farms on the lower Korvane closed. "
        "[source:The Korvane], which has heard much, [cue:knows] [content:that it rained]."
    )
    assert resolve(text)[-1].kind is not EntityKind.ORGANISATION
