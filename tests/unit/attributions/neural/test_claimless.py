import pytest

from marked import parse_marked
from onrecord.attributions.neural.claimless import is_nobodys, says_nothing
from onrecord.attributions.neural.decoding import Draft


def draft_of(marked_text: str) -> tuple[Draft, str]:
    text, marked = parse_marked(marked_text)
    first = marked[1]
    return Draft(first.source, first.cue, first.content, 0.9), text


@pytest.mark.parametrize(
    "marked_text",
    [
        "[source:A keeper] [cue:commits] [content:suicide every hour].",
        "them [cue:managing the urge] [content:to leave].",
        "[source:Norvik], [cue:citing] [content:three people briefed on the matter].",
        "[content:It had no quotation other than] [source:the one Holt] [cue:gave].",
        "[source:Holt] [cue:advises] [content:Ana Ruiz].",
        "[source:Holt] [cue:says] [content:things].",
        "[source:Holt] [cue:called into] [content:Tom Varga's radio show].",
        "[source:They] [cue:were] [content:very].",
    ],
)
def test_no_reader_misses_a_draft_without_a_claim(marked_text: str) -> None:
    assert says_nothing(*draft_of(marked_text))


@pytest.mark.parametrize(
    "marked_text",
    [
        "[source:Holt] [cue:committed] [content:to rebuild the dam].",
        "[source:Holt] [cue:committed] [content:ten boats to the search].",
        "[source:Holt], [cue:citing] [content:two officials who said it had failed].",
        "[source:Holt], [cue:citing] [content:the cost].",
        "[source:Holt] [cue:did not mention] [content:Ana Ruiz].",
        "[source:Holt] [cue:proposed] [content:things].",
        "[source:Holt] [cue:backs] [content:Ana Ruiz].",
        "[source:Holt] [cue:talked about] [content:Ana Ruiz].",
        '[source:Holt] [cue:called it] [content:"Miracle Run"].',
        "[source:the one Holt] [cue:says] [content:he heard].",
        "[source:Holt] [cue:called in] [content:the police to clear the hall before noon].",
    ],
)
def test_a_draft_with_a_claim_stays(marked_text: str) -> None:
    assert not says_nothing(*draft_of(marked_text))


@pytest.mark.parametrize(
    ("marked_text", "is_nobody"),
    [
        ("[source:You] [cue:know] [content:what I want to do].", True),
        ("[source:You] [cue:know] [content:that the dam has failed].", False),
        ("[source:people who] [cue:like] [content:plums].", True),
        ("[source:nobody] [cue:wants] [content:to leave].", True),
        ("[source:nobody] [cue:wants] [content:to bus their children over the hill].", False),
        ("[source:no decision] [cue:had been made about] [content:an appeal].", True),
        ("[source:the decision] [cue:says] [content:no].", False),
        ("[source:people] [cue:know] [content:who she is].", False),
        ("[source:people] [cue:say] [content:it rained].", False),
        ("[source:growers] [cue:want] [content:to leave].", False),
        ("[cue:wants] [content:to leave].", False),
    ],
)
def test_few_words_that_anybody_may_have_in_mind_are_nobodys(
    marked_text: str, is_nobody: bool
) -> None:
    assert is_nobodys(*draft_of(marked_text)) == is_nobody
