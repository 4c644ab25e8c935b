import dataclasses

from hypothesis import given

from onrecord.export.outline import (
    find_extent,
    join_pieces,
    list_speakers,
    outline_attributions,
)
from onrecord.records import Reading, Span
from unit.export.reading_strategies import readings
from unit.export.sample_reading import SAMPLE, TEXT, plain_reading


def test_attributions_are_numbered_in_text_order_with_nested_ones_after_their_parent() -> None:
    entries = outline_attributions(SAMPLE)
    assert [(entry.number, entry.depth, entry.parent) for entry in entries[2:6]] == [
        (3, 0, None),
        (4, 1, 3),
        (5, 1, 3),
        (6, 0, None),
    ]


def test_the_order_in_which_a_reader_found_them_does_not_matter() -> None:
    turned = dataclasses.replace(SAMPLE, attributions=SAMPLE.attributions[::-1])
    assert [one.attribution.id for one in outline_attributions(turned)] == [
        one.attribution.id for one in outline_attributions(SAMPLE)
    ]


def test_a_speaker_has_the_full_name_and_the_words_used_there() -> None:
    third = outline_attributions(SAMPLE)[2]
    assert (third.name, third.source) == ("Ilse Varga", "She")


def test_no_source_has_no_name() -> None:
    assert outline_attributions(SAMPLE)[6].name == ""


def test_a_parent_that_is_not_there_is_passed_over() -> None:
    orphan = dataclasses.replace(SAMPLE.attributions[3], parent_id="att_0000000000000000")
    entries = outline_attributions(dataclasses.replace(SAMPLE, attributions=(orphan,)))
    assert [(entry.depth, entry.parent) for entry in entries] == [(0, None)]


def test_parents_in_a_ring_come_out_once_each() -> None:
    one, other, below = SAMPLE.attributions[:3]
    ring = (
        dataclasses.replace(one, parent_id=other.id),
        dataclasses.replace(other, parent_id=one.id),
        dataclasses.replace(below, parent_id=other.id),
    )
    entries = outline_attributions(dataclasses.replace(SAMPLE, attributions=ring))
    assert sorted(entry.attribution.id for entry in entries) == sorted(a.id for a in ring)


@given(readings())
def test_every_attribution_comes_out_once_with_a_parent_before_it(reading: Reading) -> None:
    entries = outline_attributions(reading)
    assert [entry.number for entry in entries] == list(range(1, len(reading.attributions) + 1))
    assert sorted(e.attribution.id for e in entries) == sorted(a.id for a in reading.attributions)
    for entry in entries:
        assert (entry.parent is None) == (entry.depth == 0)
        assert entry.parent is None or entry.parent < entry.number


def test_speakers_come_by_number_of_attributions_and_the_missing_source_last() -> None:
    speakers = list_speakers(outline_attributions(SAMPLE))
    assert [(speaker.name, len(speaker.entries)) for speaker in speakers[:3]] == [
        ("Oren Dahl", 3),
        ("Ilse Varga", 2),
        ("Valdoran officials", 1),
    ]
    assert (speakers[-1].name, speakers[-1].kind) == ("", None)
    assert speakers[1].roles == ("water minister",)


def test_nobody_speaks_where_nothing_was_read() -> None:
    assert list_speakers(outline_attributions(plain_reading("Rain."))) == ()


def test_the_extent_is_from_the_first_part_to_the_last() -> None:
    extent = find_extent(SAMPLE.attributions[1])
    assert TEXT[extent.start :].startswith("“We will open")
    assert TEXT[: extent.end].endswith("waited long enough.”")


def test_pieces_are_put_on_one_line() -> None:
    assert join_pieces("a \n\nb, c", [Span(0, 5), Span(7, 8)]) == "a b … c"
