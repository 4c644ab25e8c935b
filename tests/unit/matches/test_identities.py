"""Who is who over articles: joined with reasons, namesakes kept apart, a person's word last."""

import pytest

from onrecord.dates import PartialDate
from onrecord.matches.identities import Identity, Sighting, find_identities
from onrecord.records import EntityKind

PERSON = EntityKind.PERSON


def sighting(
    number: int, name: str, *roles: str, kind: EntityKind = PERSON, company: str = "",
    speaks_for: str = "",
) -> Sighting:  # fmt: skip
    return Sighting(
        f"ent_{number}", f"art_{number}", name, kind, PartialDate(2031, 3, number),
        "The Dale Mail", roles, speaks_for, frozenset(filter(None, company.split(", "))),
    )  # fmt: skip


def groups(found: tuple[Identity, ...]) -> list[list[str]]:
    return [[one.id for one in identity.sightings] for identity in found]


MINISTER = sighting(1, "Ida Sorrel", "finance minister", company="Bram Teller")
KEEPER = sighting(2, "Ida Sorrel", "goalkeeper of Brenn United", company="Jory Pell")


def test_a_full_name_is_joined_unless_something_speaks_against_it() -> None:
    (one,) = find_identities([MINISTER, sighting(3, "Ida Sorrel")])
    assert [join.message for join in one.joins] == ["the same name; nothing speaks against it"]


def test_reasons_are_given_in_words_of_the_articles() -> None:
    later = sighting(3, "Ida Sorrel", "former finance minister", company="Bram Teller")
    (one,) = find_identities([MINISTER, later])
    (join,) = one.joins
    assert (join.first, join.second) == ("ent_1", "ent_3")
    assert join.message == (
        "the same name; “former finance minister” in both; Bram Teller named with both"
    )


def test_namesakes_with_other_roles_and_other_company_are_two() -> None:
    found = find_identities([MINISTER, KEEPER])
    assert groups(found) == [["ent_1"], ["ent_2"]]
    assert [why for one in found for _, why in one.apart] == [
        "“goalkeeper of Brenn United” there, “finance minister” here, and nobody is named with both",
        "“finance minister” there, “goalkeeper of Brenn United” here, and nobody is named with both",
    ]


def test_another_role_in_the_same_company_is_the_same_person() -> None:
    promoted = sighting(3, "Ida Sorrel", "head of the Orsund Bank", company="Bram Teller")
    assert groups(find_identities([MINISTER, promoted])) == [["ent_1", "ent_3"]]


def test_a_surname_is_that_of_the_only_one_who_bears_it() -> None:
    (one,) = find_identities([MINISTER, sighting(3, "Sorrel")])
    assert one.joins[0].message == "part of Ida Sorrel; no other Sorrel is named"
    assert one.name == "Ida Sorrel"


def test_a_surname_that_two_bear_goes_where_the_article_points() -> None:
    football = sighting(3, "Sorrel", company="Jory Pell")
    unclear = sighting(4, "Sorrel")
    found = find_identities([MINISTER, KEEPER, football, unclear])
    assert groups(found) == [["ent_2", "ent_3"], ["ent_1"], ["ent_4"]]


def test_surnames_alone_are_joined_by_what_they_share_and_not_by_chance() -> None:
    apart = find_identities([sighting(1, "Sorrel"), sighting(2, "Sorrel")])
    assert groups(apart) == [["ent_1"], ["ent_2"]]
    shared = [
        sighting(1, "Sorrel", company="Jory Pell"),
        sighting(2, "Sorrel", company="Jory Pell"),
    ]
    assert groups(find_identities(shared)) == [["ent_1", "ent_2"]]


def test_whoever_speaks_for_the_same_house_is_tied_by_it() -> None:
    one = sighting(1, "Sorrel", speaks_for="the Citadel")
    other = sighting(2, "Sorrel", "Citadel spokeswoman")
    assert groups(find_identities([one, other])) == [["ent_1", "ent_2"]]


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("The Orsund Bank", "Orsund Bank", True),
        ("Orsund Bank", "Bank", False),
    ],
)
def test_organisations_are_one_by_their_whole_name(first: str, second: str, one: bool) -> None:
    kind = EntityKind.ORGANISATION
    found = find_identities([sighting(1, first, kind=kind), sighting(2, second, kind=kind)])
    assert (len(found) == 1) is one


def test_a_person_is_no_organisation_and_the_unnamed_are_nobody() -> None:
    bank = sighting(1, "Sorrel", kind=EntityKind.ORGANISATION)
    aide = sighting(3, "an aide", kind=EntityKind.UNNAMED)
    assert groups(find_identities([bank, sighting(2, "Sorrel"), aide])) == [["ent_1"], ["ent_2"]]


def test_a_persons_word_outranks_what_is_found() -> None:
    joined = find_identities([MINISTER, KEEPER], together=[("ent_1", "ent_2")])
    assert groups(joined) == [["ent_1", "ent_2"]]
    assert joined[0].joins[-1].message == "joined by a person"
    later = sighting(3, "Ida Sorrel", "finance minister", company="Bram Teller")
    parted = find_identities([MINISTER, later], apart=[("ent_1", "ent_3")])
    assert groups(parted) == [["ent_1"], ["ent_3"]]
    assert parted[0].apart == (("ent_3", "parted by a person"),)


def test_nobody_is_lost_or_doubled() -> None:
    every = [
        MINISTER,
        KEEPER,
        sighting(3, "Sorrel"),
        sighting(4, "I. Sorrel"),
        sighting(5, "Sorrel"),
    ]
    found = [name for group in groups(find_identities(every)) for name in group]
    assert sorted(found) == [one.id for one in every]
