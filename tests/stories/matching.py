"""When an attribution that a reader found is the one that a story marks."""

from marked import Expectation, Story
from onrecord.records import Attribution, Spans


def positions_of(text: str, spans: Spans | None) -> frozenset[int]:
    """The letters and digits that spans cover, as the scorer compares them."""
    return frozenset(
        position
        for span in spans or ()
        for position in range(span.start, span.end)
        if text[position].isalnum()
    )


def find_exact(
    story: Story, expected: Expectation, found: tuple[Attribution, ...]
) -> Attribution | None:
    """The attribution with the very source and content that the story marks, and its parent."""
    marked = story.marked[expected.number]
    for one in found:
        if (
            positions_of(story.text, one.source) == positions_of(story.text, marked.source)
            and positions_of(story.text, one.content) == positions_of(story.text, marked.content)
            and _has_parent(story, expected, one, found)
        ):
            return one
    return None


def find_alike(
    story: Story, expected: Expectation, found: tuple[Attribution, ...]
) -> Attribution | None:
    """The attribution of the same source whose content is for the most part what the story marks.

    One that the story marks as outermost, or as nested, is so.
    """
    marked = story.marked[expected.number]
    source = positions_of(story.text, marked.source)
    content = positions_of(story.text, marked.content)
    for one in found:
        found_source = positions_of(story.text, one.source)
        found_content = positions_of(story.text, one.content)
        if (
            (source & found_source or not (source or found_source))
            and 2 * len(content & found_content) >= max(len(content), len(found_content))
            and (one.parent_id is None) == (expected.parent is None)
        ):
            return one
    return None


def _has_parent(
    story: Story,
    expected: Expectation,
    one: Attribution,
    found: tuple[Attribution, ...],
) -> bool:
    if expected.parent is None or one.parent_id is None:
        return expected.parent is None and one.parent_id is None
    (parent,) = (other for other in found if other.id == one.parent_id)
    holder = story.marked[expected.parent]
    return positions_of(story.text, parent.content) == positions_of(story.text, holder.content)
