from hypothesis import given

from onrecord.articles.sentences import split_paragraphs
from onrecord.export.marking import Paragraph, list_passages, mark_paragraphs
from onrecord.export.outline import outline_attributions
from onrecord.export.passages import Part, Passage
from onrecord.records import Reading, Span
from unit.export.reading_strategies import readings
from unit.export.sample_reading import SAMPLE, TEXT, plain_reading


def marked(reading: Reading) -> tuple[Paragraph, ...]:
    return mark_paragraphs(reading.article.text, outline_attributions(reading))


def shape(paragraph: Paragraph) -> str:
    """A paragraph's contents as a person would write them down: 3[ … 3]."""
    words = []
    for fragment in paragraph.fragments:
        words.extend(f"{'~' * one.broken}{one.number}[" for one in fragment.opens)
        words.append(fragment.text)
        words.extend(f"]{one.number}{'~' * one.broken}" for one in fragment.closes)
    return "".join(words)


def test_nested_contents_stand_in_the_brackets_around_them() -> None:
    assert shape(marked(SAMPLE)[2]) == (
        "She said 3[her Keshite counterpart, Oren Dahl, wants 4[“a joint office with its own "
        "budget”]4 and has promised 5[to pay half of its costs]5]3."
    )


def test_contents_that_share_words_both_have_their_brackets() -> None:
    assert (
        "9[10[the Valdoran figures]10]9, which a 2023 survey shows 10[to be too low by a third]10, "
        "9[are “a bargaining position”]9]8."
    ) in shape(marked(SAMPLE)[4])


def test_a_content_across_paragraphs_is_broken_off_and_taken_up_again() -> None:
    assert shape(marked(SAMPLE)[5]).endswith(
        "11[“It is a quarrel about who is believed when the river is low.]11~"
    )
    assert shape(marked(SAMPLE)[6]) == (
        "~11[“If we cannot agree on a number, we will not agree on a dam.”]11"
    )


def test_only_the_first_bracket_of_a_content_is_not_a_repeated_one() -> None:
    opens = [one for part in marked(SAMPLE) for frag in part.fragments for one in frag.opens]
    assert [one.repeated for one in opens if one.number == 11] == [False, True, True]


def test_a_closing_bracket_has_a_number_only_where_it_could_be_another_one() -> None:
    closes = [one for part in marked(SAMPLE)[:3] for frag in part.fragments for one in frag.closes]
    assert [(one.number, one.numbered) for one in closes] == [
        (1, False),
        (2, False),
        (2, False),
        (4, True),
        (5, True),
        (3, True),
    ]


def test_sources_that_two_attributions_share_end_once() -> None:
    fragment = next(one for one in marked(SAMPLE)[2].fragments if "Oren Dahl" in one.text)
    assert (fragment.sources, fragment.contents, fragment.ended) == ((4, 5), (3,), (4, 5))


def test_attributions_begin_in_the_paragraph_of_their_first_word() -> None:
    assert [paragraph.numbers for paragraph in marked(SAMPLE)] == [
        (1,),
        (2,),
        (3, 4, 5),
        (6, 7),
        (8, 9, 10),
        (11,),
        (),
        (12, 13, 14, 15),
        (),
        (16, 17),
        (),
    ]


def test_a_text_without_words_is_one_empty_paragraph() -> None:
    assert marked(plain_reading(" \n\n ")) == (Paragraph((), ()),)


def test_every_piece_of_every_part_is_a_passage() -> None:
    passages = list_passages(outline_attributions(SAMPLE))
    second = [
        (one.part, TEXT[one.span.start : one.span.end]) for one in passages if one.number == 2
    ]
    assert second == [
        (Part.CONTENT, "“We will open the gates in April, and not a day later,”"),
        (Part.CONTENT, "“The farmers downstream have waited long enough.”"),
        (Part.SOURCE, "Ilse Varga, the water minister"),
        (Part.CUE, "told"),
    ]


@given(readings())
def test_the_fragments_of_a_paragraph_are_its_text(reading: Reading) -> None:
    text = reading.article.text
    written = ["".join(one.text for one in part.fragments) for part in marked(reading)]
    expected = [text[span.start : span.end] for span in split_paragraphs(text)]
    assert [words for words in written if words] == expected


@given(readings())
def test_every_attribution_begins_once_and_brackets_pair_up_within_a_paragraph(
    reading: Reading,
) -> None:
    paragraphs = marked(reading)
    numbers = sorted(number for paragraph in paragraphs for number in paragraph.numbers)
    assert numbers == list(range(1, len(reading.attributions) + 1))
    anchors = [n for part in paragraphs for frag in part.fragments for n in frag.anchors]
    anchors += [number for part in paragraphs for number in part.unplaced]
    assert sorted(anchors) == numbers
    for paragraph in paragraphs:
        opened = [one.number for frag in paragraph.fragments for one in frag.opens]
        closed = [one.number for frag in paragraph.fragments for one in frag.closes]
        assert sorted(opened) == sorted(closed)


def test_the_passages_of_findings_are_marked_and_begin_once() -> None:
    text = "One two.\n\nThree four."
    findings = (
        Passage(Span(4, 15), 1, Part.FINDING),
        Passage(Span(4, 7), 2, Part.FINDING),
        Passage(Span(8, 10), 3, Part.FINDING),
    )
    first, second, last = mark_paragraphs(text, (), findings)
    begun = [one.finding_anchors for part in (first, second) for one in part.fragments]
    assert [number for numbers in begun for number in numbers] == [1, 2]
    covered = [one.text for one in (*first.fragments, *second.fragments) if 1 in one.findings]
    assert "".join(covered) == "two.Three"
    assert last.unplaced_findings == (3,)
    assert first.numbers == second.numbers == ()
