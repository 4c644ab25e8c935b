"""Which offices, and whose: a foreign minister is no prime minister, a Democrat no Republican."""

import re

from onrecord.resolution.discourse import Discourse, Referent
from onrecord.resolution.mentions import SourceMention

# Besides offices: what an article calls somebody it has named, without having said so before.
_PROMINENT = frozenset(
    "surgeon neurosurgeon doctor actor actress singer star chairman chairwoman premier".split()
)


def portfolios_differ(description: SourceMention, referent: Referent) -> bool:
    """Whether two offices of one name are two: a foreign minister is no prime minister."""
    wanted = _PORTFOLIOS & set(description.modifiers)
    words = referent.words.lower().split()
    stated: set[str] = set(words).union(*(role.words for role in referent.roles)) & _PORTFOLIOS
    if wanted:
        return bool(stated) and not wanted & stated
    return bool(stated & _LESSER) and not any(
        not role.words & _LESSER for role in referent.roles if role.head
    )


def may_be_office(head: str, discourse: Discourse) -> bool:
    """Whether an article may call somebody this whom it names later: "the president"."""
    classes = discourse.lexicon.role_classes
    return head in _PROMINENT.union(classes["politician"], classes["business"], classes["general"])


_LESSER = frozenset({"vice", "deputy", "assistant"})
_PORTFOLIOS = _LESSER | frozenset(
    """prime foreign defence defense energy finance interior health education justice trade culture
    economy economic environment labour labor agriculture transport home treasury security state
    chief attorney""".split()
)


HIGHEST_OFFICES = frozenset(
    "president minister premier chancellor governor mayor king queen".split()
)
_INTRODUCTION = re.compile(r",? (?:of|from|at|for) (?:the )?[A-Z]|, \d\d,")


def is_introduced(referent: Referent, discourse: Discourse) -> bool:
    """Whether the text says whose somebody is: "Ida Bell, of Norrow Lines"; no head of state is."""
    if referent.group is None:
        return False
    text = discourse.layout.text
    return any(_INTRODUCTION.match(text, name.span.end) for name in referent.group.members)


_PARTIES = {
    "republican": "r", "gop": "r", "democratic": "d", "democrat": "d", "libertarian": "l",
    "green": "g", "labour": "b", "tory": "c", "conservative": "c",
}  # fmt: skip


def parties_differ(description: SourceMention, referent: Referent, discourse: Discourse) -> bool:
    """Whether the text has called somebody by another party than the description's."""
    wanted = {_PARTIES[word] for word in description.modifiers if word in _PARTIES}
    if not wanted:
        return False
    text = discourse.layout.text
    spans = [*referent.spans, *(role.span for role in referent.roles)]
    said = {word for span in spans for word in text[span.start : span.end].lower().split()}
    stated = {_PARTIES[word] for word in said if word in _PARTIES}
    return bool(stated) and not wanted & stated
