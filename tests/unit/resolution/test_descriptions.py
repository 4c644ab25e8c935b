"""Descriptions that take up somebody, and roles with the passages that state them."""

import pytest

from onrecord.records import EntityKind
from unit.resolution.resolved import extract, find_entities, last_name, pair_entities, resolve

AFTER = " Karl Ode, a farmer, listened. [source:{}] [cue:said] [content:it would rain]."


@pytest.mark.parametrize(
    ("before", "description"),
    [
        ("The mayor of Brenn, Ida Bell, arrived.", "The mayor"),
        ("Ida Bell, the mayor of Brenn, arrived.", "the mayor"),
        ("Mayor Ida Bell arrived.", "the mayor"),
        ("Ida Bell is the mayor of Brenn.", "The mayor"),
        ("Ida Bell, who is the mayor of Brenn, arrived.", "The mayor"),
        ("Former Foreign Minister Ida Bell arrived.", "the former foreign minister"),
        ("Sen. Ida Bell (B-Vt.) arrived.", "the Vermont senator"),
        ("Sen. Ida Bell of Texas arrived.", "the Texas senator"),
        ("US President Ida Bell arrived.", "the US president"),
        ("Rep. Ida Bell arrived.", "the lawmaker"),
        ("Ida Bell, a retired surgeon, arrived.", "the surgeon"),
        ("Ida Bell, a billionaire, arrived.", "The billionaire"),
    ],
)
def test_a_description_falls_to_the_one_whose_role_was_stated(
    before: str, description: str
) -> None:
    assert last_name(before + AFTER.format(description)) == "Ida Bell"


@pytest.mark.parametrize("description", ["The prime minister", "The PM"])
def test_portfolios_are_kept_apart(description: str) -> None:
    text = (
        "Prime Minister Ida Bell arrived. Energy Minister Anna Ode followed. "
        f"[source:{description}] [cue:said] [content:it would rain]."
    )
    assert last_name(text) == "Ida Bell"


def test_an_office_in_capitals_is_a_description() -> None:
    text = (
        "Ida Bell, the prime minister, left. [source:The Prime Minister] [cue:said] [content:no]."
    )
    assert last_name(text) == "Ida Bell"


def test_an_office_that_nobody_was_given_falls_to_the_person_in_focus() -> None:
    text = (
        "Ida Bell opened the session and spoke for an hour. "
        "[source:The candidate] [cue:said] [content:it would rain]."
    )
    assert last_name(text) == "Ida Bell"


def test_an_anonymous_official_is_nobody_who_was_named() -> None:
    text = "Ida Bell arrived. [source:The official] [cue:said] [content:it would rain]."
    (entity,) = resolve(text)
    assert entity.kind is EntityKind.UNNAMED


def test_an_anonymous_official_is_taken_up_by_the_same_noun() -> None:
    text = (
        "[source:A senior official] [cue:said] [content:no]. Ida Bell laughed. "
        "[source#2:The official] [cue#2:added] [content#2:little]."
    )
    one, other = resolve(text)
    assert one == other


def test_an_indefinite_description_is_always_somebody_new() -> None:
    text = (
        "[source:A resident] [cue:said] [content:no]. "
        "[source#2:A resident] [cue#2:said] [content#2:yes]."
    )
    one, other = resolve(text)
    assert one != other


def test_a_determiner_that_the_reader_cut_off_still_counts() -> None:
    text = "Mayor Ida Bell arrived. The [source:mayor’s] [cue:claim] was [content:false]."
    assert last_name(text) == "Ida Bell"


def test_the_same_bare_words_are_the_same_group() -> None:
    text = (
        "[source:Critics] [cue:said] [content:no]. "
        "Ida Bell disagreed with [source#2:critics] [cue#2:saying] [content#2:yes]."
    )
    one, other = resolve(text)
    assert one == other


def test_the_poll_is_the_poll_before() -> None:
    text = (
        "[source:A Vale University poll] [cue:showed] [content:a lead]. "
        "[source#2:The survey] [cue#2:found] [content#2:doubts]."
    )
    one, other = resolve(text)
    assert one == other


def test_a_description_does_not_fall_to_the_other_gender() -> None:
    text = (
        "Karl Ode, the chairman, arrived with Ida Bell. "
        "[source:The chairwoman] [cue:said] [content:it rained]."
    )
    assert last_name(text) != "Karl Ode"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Kremlin spokesman Pavel Orlov left.", "Kremlin spokesman"),
        ("Former US President Pavel Orlov left.", "Former US President"),
        ("Pavel Orlov, the mayor of Brenn, left.", "mayor of Brenn"),
        ("The town's mayor, Pavel Orlov, left.", "town's mayor"),
        ("Pavel Orlov is the mayor of Brenn.", "mayor of Brenn"),
        ("The bank's chief economist Pavel Orlov left.", "bank's chief economist"),
    ],
)
def test_a_role_is_kept_with_the_passage_that_states_it(text: str, role: str) -> None:
    (found,) = find_entities(text)["Pavel Orlov"].roles
    assert found.role == role
    assert text[found.evidence.start : found.evidence.end] == role


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Orlov left with Pavel Orlov.",
        "Pavel Orlov, a spokesman said, had left.",
        "They told Pavel Orlov, the mayors of three towns and others.",
    ],
)
def test_what_is_no_role_is_not_kept(text: str) -> None:
    assert not find_entities(text)["Pavel Orlov"].roles


def test_roles_may_contradict_each_other() -> None:
    found = find_entities(
        "US President Pavel Orlov spoke. Pavel Orlov, the former president, left."
    )
    assert [role.role for role in found["Pavel Orlov"].roles] == [
        "US President",
        "former president",
    ]


def test_a_named_role_holder_keeps_every_mention() -> None:
    text = (
        "The mayor of Brenn, Ida Bell, arrived. [source:The mayor] [cue:said] [content:no]. "
        "[source#2:She] [cue#2:left] [content#2:it at that]."
    )
    article, extraction = extract(text)
    entities, _ = pair_entities(article, extraction)
    mentions = next(entity for entity in entities if entity.name == "Ida Bell").mentions
    assert [article.text[span.start : span.end] for span in mentions][-2:] == ["The mayor", "She"]
