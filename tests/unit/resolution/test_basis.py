"""Basis: how the last visible newsroom knows."""

import pytest

from onrecord.records import Act
from unit.resolution.traced import last_basis, trace


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[source:Ida Bell] [cue:said] [content:it rained].", "unstated"),
        ("[source:Ida Bell] [cue:told] The Brenn Post that [content:it rained].", "interview"),
        ("In an interview, [source:Ida Bell] [cue:said] [content:it rained].", "interview"),
        ("[source:Ida Bell] [cue:told] reporters that [content:it rained].", "press_conference"),
        ("At a rally, [source:Ida Bell] [cue:said] [content:it rained].", "speech"),
        ("[source:Ida Bell] [cue:tweeted] that [content:it rained].", "social_media"),
        ("[source:Ida Bell] [cue:said] in a statement that [content:it rained].", "statement"),
        ("On Radio Vale, [source:Ida Bell] [cue:said] [content:it rained].", "broadcast"),
        ("[source:The Brenn Post] [cue:reported] that [content:it rained].", "other_outlet"),
        ("[source:A poll] [cue:shows] that [content:it rained].", "poll"),
        ("[source:An official familiar with it] [cue:said] [content:it rained].", "unnamed_source"),
        ("[source:The affidavit] [cue:says] that [content:it rained].", "court"),
        ("[source:A report] [cue:says] that [content:it rained].", "document"),
        ("[source:The company website] [cue:says] that [content:it rained].", "document"),
        (
            "In a letter to the council, [source:Ida Bell] [cue:said] [content:it rained].",
            "document",
        ),
        ("[source:Ida Bell] [cue:said] after the rally that [content:it rained].", "unstated"),
        ("[source:A Bell campaign ad] [cue:says] that [content:it rained].", "broadcast"),
        ("[source:A TV spot released Monday] [cue:says] that [content:it rained].", "broadcast"),
        ("[source:The group] [cue:ran ads saying] [content:it rained].", "broadcast"),
        ("[source:The tweet] [cue:says] that [content:it rained].", "social_media"),
        ("A boy held up [source:a sign] that [cue:read] [content:“Rain.”]", "observed"),
        ("[source:Some friends] [cue:say] that [content:it rained].", "unnamed_source"),
        ("[source:One port lobbyist] [cue:said] [content:it rained].", "unnamed_source"),
        ("[source:Ida Bell] [cue:pleaded guilty], saying [content:it rained].", "court"),
        ("[source:Port commission filings] [cue:show] that [content:it rained].", "document"),
        ("[source:Ida Bell] [cue:told] the packed hall that [content:it rained].", "speech"),
    ],
)
def test_the_words_around_a_cue_tell_the_basis(text: str, expected: str) -> None:
    assert last_basis(text) == expected


def test_what_is_said_inside_a_content_is_no_occasion() -> None:
    text = "[source:Ida Bell] [cue:said] [content:the rally in the rain was a speech too many]."
    assert last_basis(text) == "unstated"


def test_a_nested_one_has_the_basis_of_its_parent() -> None:
    text = (
        "[source:Ida Bell] [cue:told] The Brenn Post that "
        "[content:[source#2:Ivo Marsh] [cue#2:wanted] [content#2:to leave]]."
    )
    assert last_basis(text, {2: 1}) == "interview"


@pytest.mark.parametrize(
    ("act", "expected"), [(Act.SAYS, "unnamed_source"), (Act.BELIEVES, "unstated")]
)
def test_friends_are_a_source_of_what_they_say_alone(act: Act, expected: str) -> None:
    [(one, _)] = trace("[source:Her friends] [cue:hold] that [content:it rained].", act=act)
    assert one.basis.value == expected
