"""What could be done or agreed: which words name a proposition."""

import itertools
import re
from collections.abc import Sequence

from onrecord.findings.actions import load_actions
from onrecord.findings.proposition_words import (
    DETERMINERS,
    PARTS,
    PREPOSITIONS,
    head_of_phrase,
    names_thing,
    trim_words,
)
from onrecord.records import Span
from onrecord.resolution.layout import Layout, Word, split_words
from onrecord.resolution.lexicon import load_lexicon

_MODALS = frozenset({"should", "must", "ought", "shall"})
_NO_MATTER = frozenset(
    """he she it they him them who which what you i we us me one someone somebody people everyone
    nobody anything everything something nothing whatever""".split()
)
# What is said, thought or lived can be rejected, but nobody can do it or agree on it.
_NO_DEEDS = frozenset(
    """argument comment remark statement claim accusation charge criticism behavior
    behaviour family day attack allegation assertion theory rhetoric tone question
    report name friend life history character conduct record view belief label term word
    words phrase language characterization notion thesis handling performance work role
    leadership cause position stance status quo forces movement constituency constituencies
    wealthy rich fighter rival understanding industry politics appearance ideal thing king
    wing morning evening building transgression passion mission tension implication suggestion
    contention insinuation description sentiment inclination tendency mood
    reputation explanation interpretation impact year specific detail answer""".split()
)
# What is done, decided or handed in, though no list of plans has it.
_MATTERS = frozenset(
    """accountability action agenda application approach attempt bailout concept cooperation
    course decision demand discussion effort equality equipment force fund judgment leave
    meeting motion move nomination offer order practice primary priority procedure process project
    provision question request resignation scheme sit-down spending step strategy system test
    transparency verdict weapon""".split()
)
_DEEDS_ENDINGS = ("tion", "tions", "sion", "sions", "ment", "ments", "ing", "hood", "isation", "al")
_TO_BE = re.compile(r"to\sbe\s\w+")
# Things that make a deed public, but are no matter of their own.
_LOOSE = frozenset(
    "economy country countries state states power office job jobs information care".split()
)
_IDEAS = frozenset("idea notion concept prospect part parts package".split())
_AT_LEAST = frozenset("at least even only also".split())
_EARLY = 3
_MAY_BE = frozenset("to will would may can could might cannot can't can’t won't won’t".split())
_NO_PARTIES = frozenset(
    """decision decisions finding findings waiver waivers vote votes court-order lawsuit argument
    idea issue question report reports ruling statute effort efforts move moves step""".split()
)


def read_proposition(layout: Layout, span: Span, *, could: bool = False) -> Span | None:
    """The words of a content that name what could be done, or None where they name nothing such.

    "that Congress should ban the gun" and "banning the gun" and "a ban on the gun" do; "Mrs. Ames",
    "the crowd" and "that it rained" do not.
    """
    words = trim_words(layout, split_words(layout.text, span.start, span.end))
    if len(words) < 2 and not (words and words[0].lower in load_actions().nouns):
        return None
    if not (_is_action(words) or _is_demand(words, could=could) or names_thing(layout, words)):
        return None
    return Span(words[0].start, words[-1].end)


def trim_proposition(layout: Layout, span: Span) -> Span | None:
    """Words that name what is to be done, up to where they end, whatever their verb is."""
    words = trim_words(layout, split_words(layout.text, span.start, span.end))
    return Span(words[0].start, words[-1].end) if len(words) > 1 else None


def read_matter(layout: Layout, span: Span) -> Span | None:
    """What somebody takes a stand on by the cue's own word ("opposes the unsealing").

    Any noun phrase or action will do there, but for people, names alone and pronouns: whoever is
    supported is no proposition.
    """
    found = read_proposition(layout, span, could=True)
    if found is not None:
        return found
    words = trim_words(layout, split_words(layout.text, span.start, span.end))
    if len(words) < 2:
        return None
    first = next((word for word in words if word.lower not in _AT_LEAST), words[0])
    deed = first.lower.endswith("ing") and first.text.islower()
    head = head_of_phrase(layout, words)
    named = deed and first is not head
    if words[0].lower in _NO_MATTER or not head.text.replace("-", "").isalpha():
        return None
    if not named and not _is_matter(layout, words, head):
        return None
    return Span(words[0].start, words[-1].end)


def _is_matter(layout: Layout, words: Sequence[Word], head: Word) -> bool:
    """Whether a noun phrase names something to be decided: no people, no name, no manner."""
    lexicon = load_lexicon()
    after = next((word for word in words if word.start > head.end), None)
    if after is not None and after.lower.endswith("ing") and after.text.islower():
        return True  # "opposes the council making changes"
    if after is not None and _TO_BE.match(layout.text, after.start):
        return True  # "wants the letters to be opened"
    one = lexicon.singular_of(head.text)
    forms = {one.lower(), head.lower, head.lower.removesuffix("s")}
    bodies = lexicon.groups | lexicon.organisation_nouns | lexicon.government_nouns
    rest = [word for word in words if after is not None and word.start > after.end]
    if head.lower in PARTS - _IDEAS and after is not None and after.lower == "of" and rest:
        return _is_matter(layout, rest, head_of_phrase(layout, rest))  # "a range of habits"
    if any(map(lexicon.is_person_noun, (head.text, one))) or forms & (bodies | _NO_DEEDS):
        return False
    if head.is_capitalised and not (head.is_all_caps and words[0].lower in DETERMINERS):
        return False
    known = load_actions().nouns | (load_actions().things - _LOOSE) | _MATTERS
    return head.lower.endswith(_DEEDS_ENDINGS) or any(
        word.lower in known or word.lower.removesuffix("s") in known for word in words
    )


def is_demand(layout: Layout, span: Span, *, could: bool = False) -> bool:
    """Whether a clause says what somebody should do (or `could`)."""
    return _is_demand(
        trim_words(layout, split_words(layout.text, span.start, span.end)), could=could
    )


# Unions and alliances can be agreed on, but they also take stands.
_BODIES = frozenset("union alliance partnership".split())


def is_thing(name: str) -> bool:
    """Whether words name something that is done or agreed, which takes no stand itself."""
    words = split_words(name, 0, len(name))
    if not words or any(word.is_capitalised for word in words):
        return False
    head = words[0]
    for word in words:
        if word.lower in PREPOSITIONS:
            break
        head = word
    nouns = (load_actions().nouns | _NO_PARTIES) - _BODIES
    return head.lower in nouns or head.lower.removesuffix("s") in nouns


def _is_action(words: Sequence[Word]) -> bool:
    """As in "to ban the gun", "banning the gun", "ban the gun"."""
    actions = load_actions()
    first = words[1:] if words[0].lower in {"to", "not"} else words
    while first and (first[0].lower.endswith("ly") or first[0].lower in {"not", "to"}):
        first = first[1:]
    if len(first) < 2:
        return False
    verb = first[0].lower
    if not actions.names_action(verb, first[1:]):
        return False
    return words[0].lower in {"to", "not"} or verb.endswith("ing")


def _is_demand(words: Sequence[Word], *, could: bool = False) -> bool:
    """As in "Congress should ban the gun", "the gun be banned", "the need for Q to adopt P"."""
    names_action = load_actions().names_action
    for number, word in enumerate(words[:12]):
        if number == 0:
            continue
        ahead = [each for each in words[number + 1 :] if not _leads_to_verb(each)]
        if word.lower in _MODALS or (could and word.lower in {"could", "would"}):
            done = words[number + 1 : number + 4]
            passive = any(each.lower in {"be", "been"} for each in done)
            return any(
                names_action(ahead[n].text, ahead[n + 1 :]) and (passive or len(ahead) > n + 1)
                for n in range(len(ahead[:2]))
            )  # but not "the flood must stop"
        if word.lower == "be" and words[number - 1].lower not in _MAY_BE:
            return bool(ahead) and names_action(ahead[0].text, ahead[1:])
        if word.lower == "need" and number < _EARLY:
            return any(
                each.lower == "to" and names_action(after.text, words[number + 3 :])
                for each, after in itertools.pairwise(words[number + 1 : number + 6])
            )
    return False


def _leads_to_verb(word: Word) -> bool:
    """Whether a word stands between "should" and what should be done."""
    return word.lower in {"not", "never", "be", "have", "also"} or (
        word.lower.endswith("ly") and word.text.islower()
    )
