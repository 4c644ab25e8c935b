"""Stories: three clocks on one time line, and who stands where over all articles."""

from ledger_examples import make_article, make_reading
from onrecord.dates import PartialDate
from onrecord.matches.parties import Parties
from onrecord.matches.record import gather_record, list_names
from onrecord.matches.stories import (
    Lane,
    gather_matrix,
    gather_story,
    list_stands,
    pick_claims,
)
from onrecord.records import Reading, Stance

READINGS = [
    make_reading(make_article(1, published_on=PartialDate(2031, 3, 1))),
    make_reading(make_article(2, published_on=PartialDate(2031, 3, 4))),
]


def story(*words: str, readings: list[Reading] = READINGS, **days: PartialDate):
    claims = pick_claims(gather_record(readings), words, **days)
    return gather_story(claims, list_stands(readings), parties(readings), **days)


def parties(readings: list[Reading]) -> Parties:
    return Parties(name for reading in readings for name in list_names(reading))


def test_words_pick_claims_in_any_case() -> None:
    assert story("CRACKS", "pier").claims
    assert not story("cracks", "volcano").claims


def test_what_was_said_published_and_answered_are_three_lanes() -> None:
    lanes = {event.lane for event in story("cracks").events}
    assert lanes == {Lane.SAID, Lane.PUBLISHED, Lane.ANSWERED}
    days = [str(event.day) for event in story("cracks").events]
    assert days == sorted(days)


def test_answers_say_what_they_are() -> None:
    kinds = {event.kind for event in story("cracks").events if event.lane is Lane.ANSWERED}
    assert {kind.value for kind in kinds if kind is not None} == {"neither_confirms_nor_denies"}


def test_days_narrow_a_story_down() -> None:
    late = story("cracks", since=PartialDate(2031, 3, 3))
    assert all(str(event.day) >= "2031-03" for event in late.events)
    assert {str(event.day) for event in late.events if event.lane is Lane.PUBLISHED} == {
        "2031-03-04"
    }
    assert not story("cracks", until=PartialDate(2030)).claims


def test_positions_of_several_articles_are_one_cell() -> None:
    cells = {
        (cell.party, cell.stance): cell
        for cell in gather_matrix(list_stands(READINGS), parties(READINGS))
    }
    supports = cells["Ilse Varga", Stance.SUPPORTS]
    assert (supports.articles, supports.first_hand, supports.proposition) == (2, True, "stay shut")
    assert cells["Tomas Brandt", Stance.OPEN].first_hand is False


def test_outlets_are_counted() -> None:
    ((name, count), *_) = story("cracks").outlets
    assert (name, count > 1) == ("The Orsund Courier", True)
