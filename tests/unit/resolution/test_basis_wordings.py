"""What the words beside a cue, and a source without a name, say of how the page knows."""

import pytest

from onrecord.records import Basis, EntityKind
from onrecord.resolution.chains.basis_wordings import judge_source, read_occasion


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("Ida Bell described herself on her Facebook account as", Basis.SOCIAL_MEDIA),
        ("Marsh in a Medium post said", Basis.SOCIAL_MEDIA),
        ("she posted", Basis.SOCIAL_MEDIA),
        ("Asked at a briefing Monday about the ferry, Marsh said", Basis.PRESS_CONFERENCE),
        ("Bell said on the campaign trail", Basis.SPEECH),
        ("Appearing before cheering supporters, Bell said", Basis.SPEECH),
    ],
)
def test_words_beside_a_cue_name_the_occasion(words: str, basis: Basis) -> None:
    assert read_occasion(words) is basis


def test_words_that_only_resemble_an_occasion_name_none() -> None:
    assert read_occasion("Bell, who stood before the board, said") is None
    assert read_occasion("Marsh, posted in Brenn for years, said") is None


@pytest.mark.parametrize("words", ["Ms. Bell’s aides", "law enforcement officials", "insiders"])
def test_insiders_without_names_are_unnamed_sources(words: str) -> None:
    assert judge_source(words, EntityKind.UNNAMED, "said") is Basis.UNNAMED_SOURCE


def test_people_of_whom_nobody_is_inside_are_no_unnamed_sources() -> None:
    assert judge_source("critics", EntityKind.UNNAMED, "said") is None
