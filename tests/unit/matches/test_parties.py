"""Parties: one name for one party, and none for what could be two."""

from onrecord.matches.parties import Parties
from onrecord.records import EntityKind


def entity(name: str, kind: EntityKind = EntityKind.PERSON) -> tuple[str, EntityKind]:
    return name, kind


def test_a_surname_is_the_one_person_who_bears_it() -> None:
    parties = Parties([entity("Neda Orlasca"), entity("Orlasca"), entity("Ilran Vesk")])
    assert parties.name_of("Orlasca") == "Neda Orlasca"
    assert parties.name_of("Mrs Orlasca") == "Neda Orlasca"


def test_namesakes_stay_apart() -> None:
    parties = Parties([entity("Neda Orlasca"), entity("Ida Orlasca"), entity("Orlasca")])
    assert parties.name_of("Orlasca") == "Orlasca"
    assert parties.name_of("Ida Orlasca") == "Ida Orlasca"


def test_an_office_speaks_for_its_holder() -> None:
    office = entity("Orlasca’s office, known as Lantern House", EntityKind.GOVERNMENT)
    parties = Parties([entity("Neda Orlasca"), office])
    for name in ("Orlasca’s office", "Neda Orlasca's office", "Lantern House", office[0]):
        assert parties.name_of(name) == "Neda Orlasca"


def test_an_office_of_nobody_known_stays_an_office() -> None:
    parties = Parties([entity("Neda Orlasca")])
    assert parties.name_of("the prime minister’s office") == "the prime minister’s office"


def test_bodies_are_one_by_name_and_no_part_of_each_other() -> None:
    council, port = (
        entity("The Brenn Council", EntityKind.ORGANISATION),
        entity("Brenn Port Council", EntityKind.ORGANISATION),
    )
    parties = Parties([council, port])
    assert parties.name_of("Brenn Council") == "The Brenn Council"
    assert parties.name_of("brenn port council") == "Brenn Port Council"
