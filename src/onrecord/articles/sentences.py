"""Where paragraphs and sentences begin and end."""

import re

from onrecord.records import Span

_LINE = re.compile(r"[^\n]+")
# Closing quotation marks and brackets belong to the sentence that their full stop ends: in any
# style, and after a space where guillemets stand apart from their words.
_END = re.compile(r"(?:[.!?]+|…)(?:[\"'”’»›)\]«“‹‘]|\s[»›](?=\s))*(?=\s)")
_WORD_BEFORE = re.compile(r"[\w.&'’-]+$")
_OPENER = re.compile(r"[\s\"'“‘«‹„(\[—–-]*")

# Words whose full stop does not end a sentence when a name or a number follows.
_TITLES = frozenset(
    """mr mrs ms dr prof rev hon sen sens rep reps gov govs gen lt col maj capt cmdr sgt adm pres
    st messrs mme supt insp det atty asst amb jr sr vs no nos fig art sec op cf al pp approx est
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun mt ft ave blvd rd
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb
    nev okla ore pa penn tenn tex va vt wash wis wyo inc corp co ltd bros dept univ e.g i.e d r i
    """.split()
)
# These may also end a sentence: they do where the next word looks like the start of one.
_MAY_END = frozenset("inc corp co ltd bros jr sr a.m p.m u.s u.k u.n e.u d.c no est al sec".split())
_SENTENCE_STARTERS = frozenset(
    """the a an this that these those he she it they we i you his her its their our my in on at by
    for from with after before but and or if when while as although though there here some many
    most no not what who how why where officials according however meanwhile still yet then so
    """.split()
)
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]")


def split_paragraphs(text: str) -> tuple[Span, ...]:
    """One span a paragraph: a line of text, without the white space around it."""
    paragraphs = []
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            paragraphs.append(Span(start, end))
    return tuple(paragraphs)


def split_sentences(text: str) -> tuple[Span, ...]:
    """One span a sentence, in order, none crossing a paragraph.

    A full stop after an initial, a title, a month or a state ("Sen.", "Fla.") ends no sentence
    unless what follows looks like the start of one. Closing quotation marks stay with the sentence
    that they close.
    """
    sentences = []
    for paragraph in split_paragraphs(text):
        start = paragraph.start
        for match in _END.finditer(text, paragraph.start, paragraph.end):
            following = _OPENER.match(text, match.end())
            position = following.end() if following else match.end()
            if position >= paragraph.end:
                break
            if _ends_sentence(text, start, match, position):
                sentences.append(Span(start, match.end()))
                start = match.end() + len(_leading_space(text, match.end()))
        sentences.append(Span(start, paragraph.end))
    return tuple(sentences)


def _leading_space(text: str, position: int) -> str:
    end = position
    while end < len(text) and text[end].isspace():
        end += 1
    return text[position:end]


def _ends_sentence(text: str, start: int, mark: re.Match[str], position: int) -> bool:
    """Whether the mark ends the sentence that began at start; position is the next word's."""
    if text[position].islower():
        return False
    if mark.group().strip("\"'”’»›)]") != ".":
        return True
    before = _WORD_BEFORE.search(text, max(start, mark.start() - 40), mark.start())
    if before is None:
        return True
    word = before.group()
    next_word = re.match(r"\w+", text[position : position + 20])
    starts_new = next_word is not None and next_word.group().lower() in _SENTENCE_STARTERS
    key = word.lower()
    if key in _MAY_END:
        return starts_new
    if _INITIAL.fullmatch(word) and word != "I":
        return starts_new and len(word) > 1
    if key in _TITLES:
        return starts_new and key not in {"mr", "mrs", "ms", "dr", "st"} and len(key) > 2
    return True
