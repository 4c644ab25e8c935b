"""Every story: its attributions are classified as it says, and the rules reader finds them."""

from pathlib import Path

import pytest

from marked import Story, read_stories
from onrecord.attributions.acts import classify_act
from onrecord.attributions.form import classify_form
from onrecord.attributions.modality import classify_modality
from onrecord.attributions.rules.reader import RulesReader
from onrecord.records import Act, Article, Attribution, Spans

STORIES = read_stories(Path(__file__).parent)


def name_of(story: Story) -> str:
    return story.name


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
    found = RulesReader().read(Article(title="", text=story.text)).attributions
    by_passages = {passages_of(story.text, one): one for one in found}
    for expected in story.expectations:
        marked = story.marked[expected.number]
        wanted = (
            letters_of(story.text, marked.source or ()),
            letters_of(story.text, marked.content),
        )
        if expected.beyond_rules:
            assert wanted not in by_passages, f"now within reach: {expected} in {story.text!r}"
            continue
        assert wanted in by_passages, f"{wanted} not in {list(by_passages)}"
        parent_id = by_passages[wanted].parent_id
        if expected.parent is None:
            assert parent_id is None
        else:
            holder = story.marked[expected.parent]
            (parent,) = [one for one in found if one.id == parent_id]
            assert letters_of(story.text, parent.content) == letters_of(story.text, holder.content)


# What the rules make of a text beyond them is not laid down.
WITHIN_REACH = [
    story for story in STORIES if not any(expected.beyond_rules for expected in story.expectations)
]


@pytest.mark.parametrize("story", WITHIN_REACH, ids=name_of)
def test_the_rules_find_nothing_else(story: Story) -> None:
    found = RulesReader().read(Article(title="", text=story.text)).attributions
    assert len(found) <= len(story.marked), [passages_of(story.text, one) for one in found]


def test_every_act_has_a_story() -> None:
    assert {expected.act for story in STORIES for expected in story.expectations} == set(Act)


def passages_of(text: str, attribution: Attribution) -> tuple[str, str]:
    return letters_of(text, attribution.source or ()), letters_of(text, attribution.content)


def letters_of(text: str, spans: Spans) -> str:
    """What spans cover, letters and digits alone, as the scorer compares them."""
    return "".join(
        character
        for span in spans
        for character in text[span.start : span.end]
        if character.isalnum()
    )
