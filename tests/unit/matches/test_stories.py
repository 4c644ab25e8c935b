"""Stories: three clocks on one time line, and who stands where over all articles."""

from ledger_examples import make_article, make_reading
from onrecord.dates import PartialDate
from onrecord.matches.parties import Parties
from onrecord.matches.record import Judgements, gather_members, is_kept, list_names, make_claim
from onrecord.matches.stories import (
    Lane,
    Story,
    Thread,
    gather_matrix,
    gather_story,
    list_stands,
)
from onrecord.records import Reading, Stance

READINGS = [
    make_reading(make_article(1, published_on=PartialDate(2031, 3, 1))),
    make_reading(make_article(2, published_on=PartialDate(2031, 3, 4))),
]


def story(readings: list[Reading] = READINGS, **days: PartialDate) -> Story:
    names = {reading.article.id: list_names(reading) for reading in readings}
    threads = [
        Thread(make_claim(members, names, (), Judgements()).summary(), members)
        for members in gather_members(readings, Judgements())
        if is_kept(members)
    ]
    return gather_story(threads, list_stands(readings), parties(readings), **days)


def parties(readings: list[Reading]) -> Parties:
    return Parties(name for reading in readings for name in list_names(reading))


def test_what_was_said_published_and_answered_are_three_lanes() -> None:
    lanes = {event.lane for event in story().events}
    assert lanes == {Lane.SAID, Lane.PUBLISHED, Lane.ANSWERED}
    days = [str(event.day) for event in story().events]
    assert days == sorted(days)


def test_answers_say_what_they_are() -> None:
    kinds = {event.kind for event in story().events if event.lane is Lane.ANSWERED}
    assert {kind.value for kind in kinds if kind is not None} == {"neither_confirms_nor_denies"}


def test_days_narrow_a_story_down() -> None:
    late = story(since=PartialDate(2031, 3, 3))
    assert late.events
    assert all(str(event.day) >= "2031-03" for event in late.events)
    assert {str(event.day) for event in late.events if event.lane is Lane.PUBLISHED} == {
        "2031-03-04"
    }
    assert not story(until=PartialDate(2030)).events


def test_positions_of_several_articles_are_one_cell() -> None:
    cells = {
        (cell.party, cell.stance): cell
        for cell in gather_matrix(list_stands(READINGS), parties(READINGS))
    }
    supports = cells["Ilse Varga", Stance.SUPPORTS]
    assert (supports.articles, supports.first_hand, supports.proposition) == (2, True, "stay shut")
    assert cells["Tomas Brandt", Stance.OPEN].first_hand is False
