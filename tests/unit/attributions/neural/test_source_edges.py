import pytest

from marked import parse_marked
from onrecord.attributions.neural.decoding import Draft
from onrecord.attributions.neural.source_edges import mend_source


def mend(marked_text: str) -> str:
    text, marked = parse_marked(marked_text)
    first = marked[1]
    draft = mend_source(Draft(first.source, first.cue, first.content, 0.9), text)
    return "…".join(text[span.start : span.end] for span in draft.source or ())


@pytest.mark.parametrize(
    ("marked_text", "source"),
    [
        ("[source:those I] [cue:say] [content:what have you got to lose].", "I"),
        ("[content:The plan] [cue:was praised] by [source:two growers we] met.", "two growers"),
        ("[source:my wife and I] [cue:say] [content:no].", "my wife and I"),
        ("[source:Some of you] [cue:say] [content:no].", "Some of you"),
        ("[source:the one Holt] [cue:says] [content:he heard].", "Holt"),
        ("voters [source:who Ferrymen] [cue:say] [content:will come].", "Ferrymen"),
        ("[source:as Ana Ruiz] [cue:said] [content:no].", "Ana Ruiz"),
        ("Papers kept [source:as harbour master] [cue:have cited] [content:the vote].", ""),
        ("[source:in the port that she ran] [cue:raised doubts about] [content:it].", ""),
        ("[source:among the older growers] [cue:was opposed] [content:it].", "the older growers"),
        ("[source:About four in 10 growers] [cue:say] [content:no].", "About four in 10 growers"),
        ("[source:At least two growers] [cue:say] [content:no].", "At least two growers"),
        ("In [source:Brenn, two officials] [cue:said] [content:no].", "two officials"),
        ("[source:Brenn, a two-year-old] [cue:said] [content:no].", "Brenn, a two-year-old"),
        ("[source:the] [cue:proposal] [content:to sell].", ""),
        ("[source:Absolutely] [cue:hate] [content:this].", ""),
        ("[source:2022] [cue:promising] [content:rain].", ""),
        ("[source:Holt, who runs the dam and] [cue:says] [content:no].", "Holt, who runs the dam"),
        ("[[source:W]]e [cue:want] [content:rain].", "[W]e"),
        ("[source:Cross]-examined by Ruiz, [cue:he said] [content:no].", ""),
        ("[source:Holt]-[cue:endorsed] [content:candidate].", "Holt"),
        (
            "[source:Ana Ruiz, mayor of Brenn,] [cue:said] [content:no].",
            "Ana Ruiz, mayor of Brenn,",
        ),
        ("[source:Holt] and [source:Ruiz] [cue:said] [content:no].", "Holt…Ruiz"),
    ],
)
def test_a_source_begins_and_ends_where_a_speaker_does(marked_text: str, source: str) -> None:
    assert mend(marked_text) == source
