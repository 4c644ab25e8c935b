"""Every story: its attributions are classified as it says, and the rules reader finds them."""

from pathlib import Path

import pytest

from marked import Story, read_stories
from onrecord.attributions.acts import classify_act
from onrecord.attributions.form import classify_form
from onrecord.attributions.modality import classify_modality
from onrecord.attributions.rules.reader import RulesReader
from onrecord.records import Act, Article, Attribution
from stories.matching import find_exact

STORIES = read_stories(Path(__file__).parent)


def name_of(story: Story) -> str:
    return story.name


def read(story: Story) -> tuple[Attribution, ...]:
    return RulesReader().read(Article(title="", text=story.text)).attributions


@pytest.mark.parametrize("story", STORIES, ids=name_of)
def test_classes_are_read_off_the_passages(story: Story) -> None:
    for expected in story.expectations:
        marked = story.marked[expected.number]
        found = (
            classify_form(story.text, marked.content),
            classify_act(story.text, marked.cue, marked.content, marked.source),
            *classify_modality(story.text, marked.cue, marked.source, marked.content),
        )
        wanted = (expected.form, expected.act, expected.negated, expected.hedged)
        assert found == wanted, f"attribution {expected.number} of {story.text!r}"


@pytest.mark.parametrize("story", STORIES, ids=name_of)
def test_the_rules_find_what_is_within_their_reach(story: Story) -> None:
    found = read(story)
    for expected in story.expectations:
        is_found = find_exact(story, expected, found) is not None
        if expected.reach.beyond_rules:
            assert not is_found, f"now within reach: {expected} in {story.text!r}"
        else:
            assert is_found, f"{expected} not among {passages_of(story, found)}"


# What the rules make of a text beyond them is not laid down.
WITHIN_REACH = [
    story
    for story in STORIES
    if not any(expected.reach.beyond_rules for expected in story.expectations)
]


@pytest.mark.parametrize("story", WITHIN_REACH, ids=name_of)
def test_the_rules_find_nothing_else(story: Story) -> None:
    found = read(story)
    if story.nothing and story.nothing.beyond_rules:
        assert found, f"now within reach: nothing in {story.text!r}"
    else:
        assert len(found) <= len(story.marked), passages_of(story, found)


def test_every_act_has_a_story() -> None:
    assert {expected.act for story in STORIES for expected in story.expectations} == set(Act)


def passages_of(story: Story, found: tuple[Attribution, ...]) -> list[list[str]]:
    return [
        [story.text[s.start : s.end] for s in (*(one.source or ()), *one.cue, *one.content)]
        for one in found
    ]
