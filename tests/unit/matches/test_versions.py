"""Versions of one page: every kind of change is told, and what only moved is not."""

import functools

import pytest

import onrecord
from onrecord.dates import PartialDate
from onrecord.matches.versions import Revision, Shift, compare_versions
from onrecord.pipeline import read_article
from onrecord.records import Article, Reading

OPENING = "The old ferry at Lannock stayed in port on Monday."
CLAIM = "The harbour master, Ida Sorrel, said that 40 passengers were hurt in the collision."
SECOND = "The shipowner, Bram Teller, said that the crew had ignored two warnings."
SILENCE = "Teller’s company, Norrow Lines, did not immediately respond to a request for comment."
CLOSING = "The island has 900 inhabitants and one doctor."
PAGE = (OPENING, CLAIM, SECOND, SILENCE, CLOSING)


open_reader = functools.cache(onrecord.open_reader)


@functools.cache
def read(*sentences: str) -> Reading:
    article = Article(
        title="Ferry stays in port",
        text="\n\n".join(sentences),
        url="https://lannock-times.example/ferry",
        publisher="The Lannock Times",
        published_on=PartialDate(2031, 3, 4),
    )
    return read_article(article, open_reader())


def edit(old: str, *new: str) -> tuple[Revision, ...]:
    """What is told of a page in which one sentence was replaced by others, or by none."""
    place = PAGE.index(old)
    return compare_versions(read(*PAGE), read(*PAGE[:place], *new, *PAGE[place + 1 :]))


def shifts(revisions: tuple[Revision, ...]) -> list[Shift]:
    return [one.shift for one in revisions]


def test_one_version_differs_from_itself_in_nothing() -> None:
    assert compare_versions(read(*PAGE), read(*PAGE)) == ()


def test_paragraphs_that_move_are_no_change() -> None:
    assert compare_versions(read(*PAGE), read(*reversed(PAGE))) == ()


def test_other_words_for_the_same_are_no_change() -> None:
    assert edit(CLAIM, "Harbour master Ida Sorrel said 40 passengers were hurt in the crash.") == ()


@pytest.mark.parametrize(
    ("new", "shift", "message"),
    [
        (
            "Forty passengers were hurt in the collision.",
            Shift.LOST_ATTRIBUTION,
            "attributed to Ida Sorrel before, stated in the page’s own voice now",
        ),
        (
            CLAIM.replace("said", "claimed"),
            Shift.SOFTENED,
            "says before, claims now",
        ),
        (
            CLAIM.replace("were hurt", "may have been hurt"),
            Shift.SOFTENED,
            "says before, says, “hurt” only possible now",
        ),
        (CLAIM.replace("said", "confirmed"), Shift.HARDENED, "says before, confirms now"),
        (CLAIM.replace("40", "14"), Shift.CHANGED, "40 passengers here, 14 passengers there"),
        (
            CLAIM.replace("The harbour master, Ida Sorrel,", "A doctor"),
            Shift.CHANGED,
            "said by Ida Sorrel before, by a doctor now",
        ),
    ],
)
def test_what_became_of_a_claim_is_told(new: str, shift: Shift, message: str) -> None:
    (revision,) = edit(CLAIM, new)
    assert revision.shift is shift
    assert revision.message == message
    assert revision.before is not None
    assert revision.before.words == CLAIM
    assert revision.after is not None
    assert revision.after.words == new


def test_passages_are_tied_to_the_characters_they_were_read_from() -> None:
    new = CLAIM.replace("40", "14")
    (revision,) = edit(CLAIM, new)
    later = read(OPENING, new, SECOND, SILENCE, CLOSING)
    assert revision.after is not None
    (span,) = revision.after.evidence
    assert later.article.text[span.start : span.end] == new
    assert revision.after.article_id == later.article.id


def test_a_claim_that_is_gone_has_vanished_and_a_new_one_has_appeared() -> None:
    (gone,) = edit(CLAIM)
    assert (gone.shift, gone.after) == (Shift.VANISHED, None)
    new = "The mayor, Tove Lindal, said that the port would close for a week."
    (come,) = edit(CLOSING, CLOSING, new)
    assert (come.shift, come.before) == (Shift.APPEARED, None)


def test_a_source_given_later_is_a_gain() -> None:
    plain = "Forty passengers were hurt in the collision."
    without = (OPENING, plain, SECOND, SILENCE, CLOSING)
    (revision,) = compare_versions(read(*without), read(*PAGE))
    assert revision.shift is Shift.GAINED_ATTRIBUTION
    assert revision.before is not None
    assert revision.before.words == plain


def test_a_party_that_answers_at_last_is_told_with_both_passages() -> None:
    answer = "Norrow Lines denied on Tuesday that the crew had ignored two warnings."
    revisions = [one for one in edit(SILENCE, answer) if one.shift is Shift.ANSWERED]
    (revision,) = revisions
    assert revision.message == "Norrow Lines: denies now; no response yet before"
    assert revision.before is not None
    assert revision.before.words == SILENCE


def test_silence_that_stays_is_no_answer() -> None:
    again = "Norrow Lines has still not responded to requests for comment."
    assert Shift.ANSWERED not in shifts(edit(SILENCE, again))
