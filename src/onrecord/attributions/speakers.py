"""Who may stand before a colon as a speaker: words for people and bodies, and names."""

import functools
import importlib.resources
import json
import re
from typing import TYPE_CHECKING, Any

from onrecord.attributions import word_classes as wc
from onrecord.attributions.cues import Inflection, load_lexicon
from onrecord.records import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

# Documents that a headline quotes: "Poll: …". Other papers head a section: "Letters: …".
_DOCUMENTS = frozenset("report study poll survey research inquiry audit memo newspaper".split())
# Documents that are somebody's: "Kestrel Post editorial: …"; alone they head a section.
_OWNED_DOCUMENTS = frozenset("editorial letter statement analysis".split())
_BODIES = frozenset(
    """police coastguard officials authorities experts critics sources witnesses insiders watchdog
    regulator ministry court camp auditors inspectors campaigners doctors scientists families
    union government council board company firm bank army navy union unions agency embassy
    parliament family hospital ombudsman master keeper crew skipper coroner neighbours residents
    locals islanders relatives bosses rivals reports""".split()
)
_PREPOSITIONS = frozenset("on to at after before in over about against as for from of".split())
_NEVER = (
    frozenset(
        "and or but the a an this that your my what how why who when where which & vs".split()
    )
    | wc.AUXILIARIES
    | wc.SUBJECT_PRONOUNS
)
_TOKEN = re.compile(r"\S+")
_LONGEST, _LONGEST_NAME = 5, 3
"""Words of a speaker, and of a name that nothing else says is one."""


@functools.cache
def _person_nouns() -> frozenset[str]:
    file = importlib.resources.files("onrecord") / "data" / "speakers.json"
    lists: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    lines = (*lists["person_nouns"].values(), *lists["titles_before_names"].values())
    return frozenset(word.strip() for line in lines for word in line.split(","))


@functools.cache
def _given_names() -> frozenset[str]:
    file = importlib.resources.files("onrecord") / "data" / "given_names.json"
    lists: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return frozenset(name for key in ("female", "male", "either") for name in lists[key].split())


def is_speaker_noun(word: str, *, owned: bool) -> bool:
    """Whether a noun, singular or plural, stands for somebody who says something.

    Args:
        word: the noun.
        owned: whether something stands before it that tells whose it is.
    """
    word = word.lower()
    for noun in (word, word.removesuffix("s"), word.removesuffix("es")):
        if noun in _BODIES or noun in _DOCUMENTS or noun in _person_nouns():
            return True
        if owned and noun in _OWNED_DOCUMENTS:
            return True
    return word.endswith("men") and word[:-2] + "an" in _person_nouns()


@functools.cache
def _telling_words() -> str:
    words = {
        form.words[0]
        for forms in load_lexicon().forms.values()
        for form in forms
        if form.is_verbal
        and len(form.words) == 1
        and form.takes & {"clause", "quote"}
        and form.inflections & {Inflection.PAST, Inflection.PRESENT}
    }
    return "|".join(sorted(words))


@functools.cache
def _speaking() -> re.Pattern[str]:
    verbs = _telling_words()
    name = r"(?:[A-Z]['’])?[A-Z][\w-]+"
    return re.compile(
        rf"(?P<before>{name})(?=(?:,[^,.;:\n]{{1,60}},)? (?:(?:has|had|also) )?(?:{verbs})\b)"
        rf"|\b(?:said|says|asked|added|wrote|told)(?: {name}){{0,3}} (?P<after>{name})"
    )


def find_speaking_names(text: str) -> frozenset[str]:
    """Last names that the text lets speak: "Ruiz said", "said Ana Ruiz"."""
    return frozenset(
        (match["before"] or match["after"]).casefold() for match in _speaking().finditer(text)
    )


def find_speaker(
    text: str, within: Span, names: frozenset[str], *, quoted: bool = False
) -> Span | None:
    """The speaker with whom a stretch of text begins, or None where it begins with something else.

    After the speaker nothing may follow but a preposition's phrase ("on takeover bid") or, behind
    a comma, a description ("mayor").

    Args:
        text: the whole text.
        within: where to look.
        names: last names that speak elsewhere in the text, casefolded.
        quoted: a quotation of his follows or precedes, so any name will do.
    """
    tokens = list(_TOKEN.finditer(text, within.start, within.end))
    head: list[re.Match[str]] = []
    for token in tokens:
        if head and token.group().lower() in _PREPOSITIONS:
            break
        head.append(token)
        if token.group().endswith(","):
            break
    if not head:
        return None
    end = head[-1].end()
    words = [token.group().strip(",") for token in head]
    words[-1] = re.sub(r"['’]s?$", "", words[-1])
    # "According to the board: “…”" begins with a capital as a name does.
    is_whole = len(head) == len(tokens) or text[end - 1] == ","
    if not _is_speaker(words, names, quoted=quoted and is_whole):
        return None
    if text[end - 1] == ",":
        described = Span(end, within.end)
        return Span(within.start, within.end) if _is_description(text, described) else None
    return Span(within.start, end)


def _is_speaker(words: list[str], names: frozenset[str], *, quoted: bool) -> bool:
    if len(words) > _LONGEST or not all(word[:1].isalpha() for word in words):
        return False
    if not _NEVER.isdisjoint(word.lower() for word in words):
        return False
    if is_speaker_noun(words[-1], owned=len(words) > 1):
        return True
    if not all(word[0].isupper() for word in words):
        return False
    is_named = len(words) > 1 and words[0].lower() in _given_names()
    any_name = quoted and len(words) <= _LONGEST_NAME
    return any_name or is_named or words[-1].casefold() in names


def _is_description(text: str, span: Span) -> bool:
    """Whether what follows a name and a comma says who it is: "mayor of Port Ellis"."""
    words = text[span.start : span.end].replace(",", " ").split()
    return len(words) <= 2 * _LONGEST and any(is_speaker_noun(word, owned=False) for word in words)
