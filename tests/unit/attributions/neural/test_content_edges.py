import pytest

from marked import parse_marked
from onrecord.attributions.neural.content_edges import mend_end
from onrecord.attributions.neural.decoding import Draft


@pytest.mark.parametrize(
    ("marked_text", "end"),
    [
        ("[source:Holt] [cue:allowed] [content:the port of] Mykor to open.", "port of Mykor"),
        (
            "[source:Holt] [cue:worked] [content:for the U.S]. attorney's office.",
            "attorney's office",
        ),
        ("[source:Holt] [cue:went] [content:to the U.S]. He left.", "to the U.S."),
        ("[source:Holt] [cue:spoke] [content:in an on-]air interview.", "on-air interview"),
        (
            "[source:Holt] [cue:praised] [content:her respect for Mr]. Ruiz's rules for boats.",
            "Ruiz's rules",
        ),
        (
            "[source:Holt] [cue:unveiled] [content:a list from] 95 retired growers.",
            "95 retired growers",
        ),
        (
            "[source:Holt] [cue:said] [content:it was a rise for the] top bracket.",
            "the top bracket",
        ),
        ("[source:Holt] [cue:knew] [content:what she asked for], and left.", "what she asked for"),
        ("[source:Holt] [cue:knew] [content:what he ran from] when it fell.", "what he ran from"),
        ("[content:There is more of] [source:the dam] [cue:said].", "There is more of"),
        ("[source:Holt] [cue:said] [content:no]. Ruiz left.", "no"),
    ],
)
def test_a_content_goes_on_to_the_end_of_its_phrase(marked_text: str, end: str) -> None:
    text, marked = parse_marked(marked_text)
    first = marked[1]
    draft = mend_end(Draft(first.source, first.cue, first.content, 0.9), text)
    last = draft.content[-1]
    assert text[last.start : last.end].endswith(end)
