from onrecord.attributions.neural.blanks import blank, touches
from onrecord.attributions.neural.decoding import Draft
from onrecord.records import Span

TEXT = "BRENN: Holt said no."
DATELINE = Span(0, 7)


def test_a_draft_that_takes_a_word_of_it_touches_a_span() -> None:
    draft = Draft((Span(7, 11),), (Span(12, 16),), (Span(17, 19),), 0.9)
    assert not touches(DATELINE, [draft])
    assert touches(DATELINE, [Draft((Span(0, 5),), (Span(5, 6),), (Span(7, 19),), 0.9)])


def test_positions_stay_where_a_span_is_blank() -> None:
    assert blank(TEXT, DATELINE) == "       Holt said no."
