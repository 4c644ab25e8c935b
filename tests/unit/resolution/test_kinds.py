"""Kinds: person, organisation, outlet, government, document or unnamed."""

import pytest

from onrecord.records import EntityKind
from unit.resolution.resolved import resolve

PERSON, ORGANISATION = EntityKind.PERSON, EntityKind.ORGANISATION
OUTLET, GOVERNMENT = EntityKind.OUTLET, EntityKind.GOVERNMENT
DOCUMENT, UNNAMED = EntityKind.DOCUMENT, EntityKind.UNNAMED


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("Robin Ames, the mayor's manager,", "Robin Ames", PERSON),
        ("Kremlin spokesman Pavel Orlov", "Pavel Orlov", PERSON),
        ("the town's mayor, Ida Bell,", "Ida Bell", PERSON),
        ("the shipowner, Ida Bell,", "Ida Bell", PERSON),
        ("her ferryman, Ida Bell", "Ida Bell", PERSON),
        ("Bell’s firm, Norrow Lines,", "Norrow Lines", ORGANISATION),
        ("Sen. Ida Bell (B-Brenn)", "Ida Bell", PERSON),
        ("conservative activist Bob Klint, who is 40", "Bob Klint", PERSON),
        ("former prosecutor and mayor Karl Ode, who left,", "Karl Ode", PERSON),
        ("NBC’s Karl Ode", "Karl Ode", PERSON),
        (
            "The National Institute for Harbour Research",
            "National Institute for Harbour Research",
            ORGANISATION,
        ),
        ("Republican Karl Ode", "Karl Ode", PERSON),
        ("US President Karl Ode", "Karl Ode", PERSON),
        ("Mr. Tsarov", "Tsarov", PERSON),
        ("Gisel Amandro", "Gisel Amandro", PERSON),
        ("Aurelio de la Vega", "Aurelio de la Vega", PERSON),
        ("the Orsund Bank", "Orsund Bank", ORGANISATION),
        ("the Harbour Workers Union", "Harbour Workers Union", ORGANISATION),
        ("Bell's campaign", "Bell's campaign", ORGANISATION),
        ("NATO", "NATO", ORGANISATION),
        ("the Centre for Northern Studies", "Centre for Northern Studies", ORGANISATION),
        ("the Brenn Evening Post", "Brenn Evening Post", OUTLET),
        ("Radio Vale", "Radio Vale", OUTLET),
        ("the Orsund Courier", "Orsund Courier", OUTLET),
        ("the Kell Daily", "Kell Daily", OUTLET),
        ("Reuters", "Reuters", OUTLET),
        ("the Vale News Agency", "Vale News Agency", OUTLET),
        ("the Kremlin", "Kremlin", GOVERNMENT),
        ("Moscow", "Moscow", GOVERNMENT),
        ("the White House", "White House", GOVERNMENT),
        ("the US", "US", GOVERNMENT),
        ("Downing Street", "Downing Street", GOVERNMENT),
        ("the Ministry of Fisheries", "Ministry of Fisheries", GOVERNMENT),
        ("the Foreign Ministry", "Foreign Ministry", GOVERNMENT),
        ("the government", "government", GOVERNMENT),
        ("a new poll", "a new poll", DOCUMENT),
        ("the report", "the report", DOCUMENT),
        ("recent polls", "recent polls", DOCUMENT),
        ("a letter to the council", "a letter to the council", DOCUMENT),
        ("court filings", "court filings", DOCUMENT),
        ("critics", "critics", UNNAMED),
        ("two officials", "two officials", UNNAMED),
        ("people familiar with the matter", "people familiar with the matter", UNNAMED),
        (
            "a senior official who spoke on condition of anonymity",
            "a senior official who spoke on condition of anonymity",
            UNNAMED,
        ),
        ("many in Ukraine", "many in Ukraine", UNNAMED),
        ("some voters", "some voters", UNNAMED),
        ("voters who", "voters", UNNAMED),
        ("a spokesman for the ministry", "a spokesman for the ministry", UNNAMED),
        ("State Department officials", "State Department officials", UNNAMED),
        ("Republicans", "Republicans", UNNAMED),
        ("12% of voters", "12% of voters", UNNAMED),
        ("lawyers for both Karl and Anna Ode", "lawyers for both Karl and Anna Ode", UNNAMED),
        ("Ida Bell and her deputies", "Ida Bell and her deputies", UNNAMED),
        ("Neither Karl Ode nor his rivals", "Karl Ode nor his rivals", UNNAMED),
        ("environmental groups", "environmental groups", UNNAMED),
        ("judges handling the Orsund case", "judges handling the Orsund case", UNNAMED),
        ("Karl Ode, Ida Bell and other rebels", "Karl Ode, Ida Bell and other rebels", UNNAMED),
    ],
)
def test_a_source_alone_has_its_name_and_kind(source: str, name: str, kind: EntityKind) -> None:
    (entity,) = resolve(f"On Monday [source:{source}] [cue:said] that [content:it would rain].")
    assert (entity.name, entity.kind) == (name, kind)


def test_an_outlet_keeps_the_article_that_is_part_of_its_name() -> None:
    (entity,) = resolve("On Monday [source:The Orsund Courier] [cue:said] [content:it rained].")
    assert entity.name == "The Orsund Courier"
