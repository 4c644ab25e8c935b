import numpy as np

from letters import TOKENIZER
from onrecord.attributions.neural.names import decode_names
from onrecord.attributions.neural.tags import NAME_TAGS
from onrecord.attributions.neural.tokens import tokenize


def read_names(text: str, *tags: str) -> list[tuple[str, str]]:
    """The names that these tags, one a unit, give."""
    logits = np.eye(len(NAME_TAGS), dtype=np.float32)[[NAME_TAGS.index(tag) for tag in tags]]
    names = decode_names(tokenize(text, TOKENIZER), logits)
    return [(text[name.span.start : name.span.end], name.label.value) for name in names]


def test_a_name_goes_on_as_long_as_its_label():
    text = "Ada Roe of Sarrel met Bell"
    tags = ("B-PER", "I-PER", "O", "B-LOC", "O", "B-PER")
    assert read_names(text, *tags) == [
        ("Ada Roe", "person"),
        ("Sarrel", "location"),
        ("Bell", "person"),
    ]


def test_a_new_beginning_or_another_label_is_another_name():
    assert read_names("Ada Roe", "B-PER", "B-PER") == [("Ada", "person"), ("Roe", "person")]
    assert read_names("Ada Sarrel", "B-PER", "I-LOC") == [("Ada", "person"), ("Sarrel", "location")]


def test_a_name_that_nothing_begins_is_a_name():
    assert read_names("the Roe", "O", "I-PER") == [("Roe", "person")]


def test_a_paragraph_break_alone_is_no_name():
    assert read_names("a\n\nb", "O", "B-ORG", "O") == []
    assert read_names("Ada\n\nRoe", "B-PER", "O", "I-PER") == [("Ada", "person"), ("Roe", "person")]


def test_a_text_without_names_has_none():
    assert read_names("no name", "O", "O") == []
