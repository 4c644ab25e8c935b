from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_in_line
from marked import parse_marked
from onrecord.attributions.rules.reader import RulesReader
from onrecord.records import Act, Article, Attribution, Form, Spans

if TYPE_CHECKING:
    from onrecord.attributions.reader import Reader

SCRAPS = st.lists(
    st.sampled_from(
        [
            *(
                '"',
                "“",
                "”",
                "«",
                "»",
                "‘",
                "’",
                "''",
                ",",
                ".",
                "?",
                ":",
                ";",
                "—",
                "(",
                ")",
                "\n",
            ),
            *(
                "said",
                "says",
                "told",
                "according to",
                "Ana Ruiz",
                "he",
                "who",
                "that",
                "and",
                "not",
            ),
            *(
                "the mayor",
                "wants",
                "to leave",
                "was accused of",
                "by",
                "claims",
                "HOLT:",
                "•",
                "'s",
            ),
            *(
                "adding",
                "called for",
                "U.S.",
                "did not",
                "🚢",
                "שלום",
                "a\u0301",
                "3,000",
                "reporters",
            ),
        ]
    ),
    max_size=60,
).map(" ".join)


def read(text: str) -> tuple[Attribution, ...]:
    return RulesReader().read(Article(title="", text=text)).attributions


def positions(spans: Spans | None) -> set[int]:
    return {position for span in spans or () for position in range(span.start, span.end)}


def check_laws(text: str) -> None:
    found = read(text)
    by_id = {one.id: one for one in found}
    for one in found:
        source, cue, content = positions(one.source), positions(one.cue), positions(one.content)
        assert max(source | cue | content) < len(text)
        assert not source & cue
        assert not source & content
        assert not cue & content
        if one.parent_id is not None:
            parent = by_id[one.parent_id]
            assert parent.parent_id is None
            assert source | cue | content <= positions(parent.content)


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    check_laws(text)


@given(SCRAPS)
def test_any_heap_of_cues_and_marks_can_be_read(text: str) -> None:
    check_laws(text)


def test_the_rules_reader_is_a_reader() -> None:
    reader: Reader = RulesReader()
    assert reader.name == "rules-1"


def test_an_attribution_has_everything_but_its_entity() -> None:
    text, marked = parse_marked(
        '[content:"We will not pay,"] [source:Ana Ruiz, the mayor], [cue:reportedly told] Holt.'
    )
    (one,) = read(text)
    assert one.content == marked[1].content
    assert one.cue == marked[1].cue
    assert one.source == marked[1].source
    assert (one.form, one.act, one.negated, one.hedged) == (Form.DIRECT, Act.SAYS, False, True)
    assert one.entity_id is None
    assert 0.5 < one.score < 1


def test_attributions_stand_in_text_order_with_parents_before_children() -> None:
    found = read(
        "Ruiz said Holt wanted to leave. According to Meyer, he denied that he had been paid."
    )
    assert [one.parent_id for one in found] == [None, found[0].id, None, found[2].id]
    starts = [one.cue[0].start for one in found]
    assert starts == sorted(starts)


def test_a_lowest_score_leaves_the_doubtful_out() -> None:
    text = "Ruiz seems to like the plan. “No,” said Holt."
    assert len(read(text)) == 2
    surer = RulesReader(min_score=0.7).read(Article(title="", text=text)).attributions
    assert [text[one.content[0].start : one.content[0].end] for one in surer] == ["“No,”"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", '"', "“”", ":", "said", "he said", "— “", "•"])
def test_nothing_to_read_is_no_attribution(text: str) -> None:
    assert read(text) == ()


def test_the_writer_is_no_source() -> None:
    assert read("I think that the bridge should stay.") == ()


def test_positions_are_code_points() -> None:
    text = "🚢🚢 שלום — “The ferry sails,” said Ruiz."
    (one,) = read(text)
    assert text[one.content[0].start : one.content[0].end].endswith("“The ferry sails,”")
    assert one.source is not None
    assert text[one.source[0].start : one.source[0].end] == "Ruiz"


@pytest.mark.parametrize(
    "unit",
    [
        'Ruiz said, "no one told Holt that he wanted to leave ',
        "Ruiz said that Holt claimed that Meyer denied that ",
        '"Yes," he said. ',
        "the mayor of the city of the isle, a friend, ",
        "HOLT: he said: ",
        "“ ‘ « said ",
    ],
    ids=["open quotations", "nested clauses", "quotations", "noun phrases", "colons", "marks"],
)
def test_time_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    assert grows_in_line(lambda times: read(unit * times), 300, 2400)
