"""Where a content ends: not on an article, a preposition or half a word that leads on.

The tagger judges word by word, and sometimes stops before the last words of a phrase.
"""

import re
from dataclasses import replace

from onrecord.attributions.neural.decoding import Draft
from onrecord.attributions.word_classes import AUXILIARIES
from onrecord.records import Span

_LEADS_ON = re.compile(
    r"(?<![\w'’.-])(?:the|an?|his|its|their|our|my|your|of|from|with|by|among|under|between|"
    r"against|into|toward|towards|without)$",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(
    r"(?<![\w.])(?:(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St)$"
)
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St)\.$")
_WORD = re.compile(r"\s(?P<word>[^\W_][\w’'.-]*)")
_REST_OF_WORD = re.compile(r"[\w’'-]*[^\W_]")
_DETERMINERS = frozenset("the a an his her its their our my your this that these those".split())
_NOT_OF_PHRASE = AUXILIARIES | frozenset(
    """at in on of by with from for to into about over under after before during since through
    between against among amid despite upon than as and or but nor so if because when where while
    who whom whose which what how why that not never also only just even then now he she they we i
    you it him them us me there here compared according""".split()
)
_MOST_WORDS = 4


def mend_end(draft: Draft, text: str) -> Draft:
    """The draft with a content that goes on to the end of the phrase that it breaks off in.

    Where nothing that belongs to it follows, words that lead on are left as they are: "what she
    asked for" is whole.
    """
    last = draft.content[-1]
    limit = min(
        (span.start for span in (*draft.cue, *(draft.source or ())) if span.start >= last.end),
        default=len(text),
    )
    end = _find_end(text, last, limit)
    if end == last.end:
        return draft
    return replace(draft, content=(*draft.content[:-1], Span(last.start, end)))


def _find_end(text: str, span: Span, limit: int) -> int:
    end = span.end
    if text[end - 1 : end] == "-" and text[end - 2 : end - 1].isalpha():
        rest = _REST_OF_WORD.match(text, end, limit)
        return _go_through_phrase(text, rest.end(), limit) if rest else end
    piece = text[max(span.start, end - 30) : end]
    if text[end : end + 1] == "." and end < limit and _ABBREVIATION.search(piece):
        end += 1
        piece = text[max(span.start, end - 30) : end]
        # "for the U.S. | attorney's office", not "in the U.S. | He".
        following = _WORD.match(text, end, limit)
        if following and (_TITLE.search(piece) or following["word"][0].islower()):
            return _go_through_phrase(text, end, limit)
        return end
    return _go_through_phrase(text, end, limit) if _LEADS_ON.search(piece) else end


def _go_through_phrase(text: str, start: int, limit: int) -> int:
    """The end of a noun phrase that begins after a position, or the position."""
    end, count = start, 0
    while count < _MOST_WORDS:
        match = _WORD.match(text, end, limit)
        if match is None or match.end() > limit:
            break
        word = match["word"].lower().rstrip(".")
        if word in _NOT_OF_PHRASE and not (count == 0 and word in _DETERMINERS):
            break
        if count == 0 and word.endswith("ed"):
            break
        end, count = match.end(), count + 1
        if match["word"].endswith("."):
            # A full stop ends the sentence; "U.S." does not.
            end -= not _ABBREVIATION.search(match["word"][:-1])
            break
    words = text[start:end].split()
    return start if words and words[-1].lower() in _DETERMINERS else end
