import pytest
from hypothesis import given
from hypothesis import strategies as st

from marked import Marked, MarkedTextError, Reach, parse_marked, parse_stories
from onrecord.records import Act, Form, Span


def test_roles_become_spans_of_the_plain_text() -> None:
    text, marked = parse_marked("[source:Ana Ruiz] [cue:said] [content:it rained].")
    assert text == "Ana Ruiz said it rained."
    assert marked == {1: Marked((Span(0, 8),), (Span(9, 13),), (Span(14, 23),))}


def test_brackets_nest_and_numbers_tell_attributions_apart() -> None:
    text, marked = parse_marked(
        "[source:Holt] [cue:said] [content:[source#2:Ruiz] [cue#2:wanted] [content#2:out]]."
    )
    assert text == "Holt said Ruiz wanted out."
    assert [text[span.start : span.end] for span in marked[1].content] == ["Ruiz wanted out"]
    assert [text[span.start : span.end] for span in marked[2].content] == ["out"]


def test_a_role_given_twice_has_two_pieces() -> None:
    _, marked = parse_marked("[content:Roads], [cue:it is said], [content:close].")
    assert marked[1].source is None
    assert marked[1].content == (Span(0, 5), Span(19, 24))


def test_other_brackets_stay_in_the_text() -> None:
    text, _ = parse_marked("[source:He] [cue:said] [content:they [the police] left].")
    assert text == "He said they [the police] left."


@pytest.mark.parametrize(
    "broken",
    ["[source:He] [cue:said] [content:no", "[source:He] left.", "[source:][cue:a] [content:b]"],
)
def test_broken_marks_are_refused(broken: str) -> None:
    with pytest.raises(MarkedTextError):
        parse_marked(broken)


@given(st.text(alphabet=st.characters(exclude_characters="[]"), min_size=1))
def test_what_is_marked_is_what_the_span_covers(content: str) -> None:
    text, marked = parse_marked(f"[cue:x] [content:{content}] z")
    (span,) = marked[1].content
    assert text[span.start : span.end] == content


def test_a_story_file_holds_texts_and_what_to_expect() -> None:
    one, two = parse_stories(
        "sample",
        "# a comment\n[source:He] [cue:said] [content:no].\n> 1 indirect says\n\n"
        "First.\n\n[source:She] [cue:denied] [content:it].\n> 1 indirect denies negated hedged\n",
    )
    assert one.text == "He said no."
    assert one.expectations[0].form is Form.INDIRECT
    assert two.text == "First.\n\nShe denied it."
    assert two.expectations[0].act is Act.DENIES
    assert (two.expectations[0].negated, two.expectations[0].hedged) == (True, True)


def test_a_story_says_who_need_not_do_as_it_says() -> None:
    one, two, three = parse_stories(
        "sample",
        "[source:He] [cue:said] [content:[source#2:I] [cue#2:know] [content#2:it]].\n"
        "> 1 indirect says beyond rules\n> 2 indirect knows inside 1 beyond rules wished neural\n\n"
        "Nobody spoke.\n> nothing\n\nNobody left.\n> nothing wished neural\n",
    )
    assert [expected.reach for expected in one.expectations] == [
        Reach(beyond_rules=True, wished_neural=False),
        Reach(beyond_rules=True, wished_neural=True),
    ]
    assert two.nothing == Reach(beyond_rules=False, wished_neural=False)
    assert three.nothing == Reach(beyond_rules=False, wished_neural=True)
    assert (one.nothing, two.expectations, two.marked) == (None, (), {})


def test_a_story_that_expects_nothing_marks_nothing() -> None:
    with pytest.raises(MarkedTextError, match="where nothing is expected"):
        parse_stories("sample", "[source:He] [cue:said] [content:no].\n> nothing\n")


def test_a_story_without_expectations_is_refused() -> None:
    with pytest.raises(MarkedTextError, match="expects nothing"):
        parse_stories("sample", "[source:He] [cue:said] [content:no].\n")


def test_a_story_must_expect_something_of_every_attribution() -> None:
    with pytest.raises(MarkedTextError, match="needs one expectation"):
        parse_stories("sample", "[source:He] [cue:said] [content:no].\n> 2 indirect says\n")
