"""Newsrooms and occasions that stick to what was never said there."""

import pytest

from onrecord.records import Basis, EntityKind
from onrecord.resolution.chains.basis_wordings import is_court_source, judge_source, read_occasion
from onrecord.resolution.chains.speakers import is_known_one
from unit.resolution.traced import last_basis, last_chain, trace


def test_what_somebody_told_a_newsroom_later_is_not_where_his_words_before_come_from() -> None:
    text = (
        "[source#1:Ida Bell] [cue#1:called] [content#1:the answer “wet”].\n\n"
        "[source#2:She] [cue#2:later told] Radio Vale [content#2:that it rained]."
    )
    assert trace(text)[0][1] == ["Ida Bell reports"]
    assert last_chain(text)[0] == "Radio Vale cites"


@pytest.mark.parametrize("by_the_way", ["recently told", "later told"])
def test_the_pages_own_interview_goes_on_after_another(by_the_way: str) -> None:
    text = (
        "[source#1:Ida Bell] [cue#1:told] me [content#1:it rained].\n\n"
        f"[source#2:She] [cue#2:{by_the_way}] Radio Vale [content#2:that it snowed].\n\n"
        "[source#3:She] [cue#3:said] [content#3:it was dry]."
    )
    _, (_, elsewhere), (last, chain) = trace(text)
    assert elsewhere[0] == "Radio Vale cites"
    assert chain == ["Ida Bell interviewed"]
    assert last.basis is Basis.INTERVIEW


@pytest.mark.parametrize("cue", ["isn't saying", "hasn't said", "has had", "also chronicles"])
def test_what_somebody_does_not_say_or_films_is_not_from_the_interview(cue: str) -> None:
    text = (
        f"[source#1:Ida Bell] [cue#1:{cue}] [content#1:much about the flood].\n\n"
        "[source#2:Bell] [cue#2:told] Radio Vale [content#2:it rained]."
    )
    assert trace(text)[0][1] == ["Ida Bell reports"]


@pytest.mark.parametrize("work", ["time on", "tenure on", "long career on"])
def test_where_somebody_worked_is_not_where_he_speaks(work: str) -> None:
    text = f"During her {work} Radio Vale, [source:Ida Bell] [cue:said] [content:it rained]."
    assert last_chain(text) == ["Ida Bell reports"]


def test_a_journalist_who_posts_speaks_for_himself() -> None:
    text = "[content:“It rained,”] [source:Ida Bell, a writer for The Vale Times], [cue:said] on Twitter."
    assert last_chain(text) == ["Ida Bell reports"]
    assert last_basis(text) == "social_media"


@pytest.mark.parametrize(
    "words",
    [
        "after news in the harbour email probe, Bell said",
        "at the event organiser's desk, Bell said",
        "in a police interview Bell said",
        "Bell was interviewed by police and said",
        "Bell — a judge of many songs at debates and rallies — said",
    ],
)
def test_a_stray_word_is_no_occasion(words: str) -> None:
    assert read_occasion(words) is None


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("Addressing the media after the vote, Bell said", Basis.PRESS_CONFERENCE),
        ("In a police interview read to the jury, Bell said", Basis.COURT),
        ("Bell — speaking at a rally — said", Basis.SPEECH),
        ("Bell said in an email message", Basis.STATEMENT),
    ],
)
def test_a_full_wording_is_one(words: str, basis: Basis) -> None:
    assert read_occasion(words) is basis


def test_a_ruling_party_is_no_court() -> None:
    assert not is_court_source("The ruling party")
    assert is_court_source("The ruling")


def test_who_owns_a_share_is_not_asked_in_a_poll() -> None:
    words = "Vale Partners, which owns 6 per cent"
    assert judge_source(words, EntityKind.ORGANISATION, "") is None
    assert judge_source("6 per cent", EntityKind.UNNAMED, "") is Basis.POLL
    assert judge_source("voters, who were surveyed", EntityKind.UNNAMED, "") is Basis.POLL


@pytest.mark.parametrize(
    "words", ["The Harbour Union's policy chief", "The Northern League trade minister"]
)
def test_who_has_an_office_of_a_body_is_not_who_spoke_before(words: str) -> None:
    assert not is_known_one(words)
    assert is_known_one("The former minister")


@pytest.mark.parametrize(("between", "basis"), [(3, "interview"), (14, "unstated")])
def test_the_pages_own_interview_does_not_reach_back_without_end(between: int, basis: str) -> None:
    filling = "\n\n".join("The port is old." for _ in range(between))
    text = (
        f"[source#1:Ida Bell] [cue#1:said] [content#1:it rained].\n\n{filling}\n\n"
        "[source#2:Bell] [cue#2:told] me [content#2:it snowed]."
    )
    assert trace(text)[0][0].basis.value == basis
