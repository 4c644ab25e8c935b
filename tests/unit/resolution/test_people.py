"""People looked up by where they are named, and by their full names."""

from onrecord.records import Entity, EntityKind, Span
from onrecord.resolution.chains.people import Named, People

BELL, POST, MARSH = Span(0, 8), Span(12, 21), Span(30, 35)
PEOPLE = People(
    {
        "marsh": Entity("art", "Marsh", EntityKind.PERSON, (MARSH,)),
        "post": Entity("art", "Brenn Post", EntityKind.OUTLET, (POST,)),
        "bell": Entity("art", "Ida Bell", EntityKind.PERSON, (BELL, Span(40, 44))),
    }
)


def test_people_are_named_in_text_order() -> None:
    assert [one.person for one in PEOPLE.named] == ["bell", "marsh", "bell"]


def test_a_passage_names_whoever_begins_in_it() -> None:
    assert list(PEOPLE.named_between(0, 30)) == [Named("bell", BELL)]
    assert list(PEOPLE.named_between(1, 31)) == [Named("marsh", MARSH)]


def test_the_nearest_before_a_position_and_from_it_on() -> None:
    assert PEOPLE.named_before(30) == Named("bell", BELL)
    assert PEOPLE.named_from(30) == Named("marsh", MARSH)
    assert PEOPLE.named_before(0) is None
    assert PEOPLE.named_from(41) is None


def test_only_a_person_with_a_full_name_is_found_by_it() -> None:
    assert PEOPLE.find_by_name("Ida Bell") == "bell"
    assert PEOPLE.find_by_name("Marsh") is None
    assert PEOPLE.find_by_name("Brenn Post") is None
