"""The words of a proposition: where it ends, what its head is."""

import re
from collections.abc import Sequence

from onrecord.findings.actions import load_actions
from onrecord.resolution.layout import Layout, Word

_LONGEST_WORDS = 24
OPENERS = frozenset({"that", "for", "of", "on", "to", "against", "with", "in", "as", "also", "and"})
_STOPS = frozenset(
    """because although though while whereas since which who whom whose where when but if
    unless after before until saying said says adding noting arguing as including
    according despite amid during stating telling claiming insisting suggesting""".split()
)
_ABBREVIATED = frozenset("mr mrs ms dr sen rep gov st u.s u.n no gen".split())
_LOOSE = frozenset("that which who whom whose to as and or but is are was were by of for".split())
# Loose where a long proposition is cut: "the towns it |".
_LOOSE_IN_THE_MIDDLE = frozenset(
    """it they he she we you i a an the its their his her our my this these those has have had
    would could will may might can not in on at from with into over""".split()
)
# Loose where a proposition is cut at "as": "the fees such |", "the law known |".
_BEFORE_AS = frozenset("such known so just even described".split())
PREPOSITIONS = frozenset(
    """of on for to in from by with at that and into over under between against about after
    before through across within without toward towards than as via during since until
    among like who which whose making""".split()
)
_TIMES = frozenset(
    """january february march april june july august september october november december
    last next this two three four five six ten earlier later again yesterday today
    tonight monday tuesday wednesday thursday friday saturday sunday""".split()
)
VERBS = frozenset("is are was were has have had will would could can may might".split())
DETERMINERS = frozenset("a an the new".split())
NEGATIONS = frozenset("to not never also".split())
OBJECTS = frozenset("a an the his her their its our this that these those it them".split())
_AFTER_DEED = OBJECTS | {"to"}
_SUBJECTS = frozenset("i he she we they".split())
# "A set of measures" is measures.
PARTS = frozenset(
    """set series variety number range handful kind sort type form version round host
    couple pair bunch some one idea notion concept prospect part parts package""".split()
)
_FEWEST_OF_DEED = 3
_LONGEST_LIST = 5
_LONGEST_ITEM = 12
_ARTICLES = frozenset({"a", "an"})
_DID = frozenset("did does do didn’t didn't doesn’t doesn't".split())
_CONDITIONS = frozenset("if unless because when while until although though".split())
_JOINING = frozenset({"and", "or"})


def trim_words(layout: Layout, words: Sequence[Word]) -> list[Word]:
    """Without what leads in, and up to where the proposition is over."""
    kept = list(words)
    while kept and kept[0].lower in OPENERS and not _is_infinitive(kept):
        kept = kept[1:]
    apart = len(kept) > 1 and layout.text[kept[0].end : kept[1].start] == ", "
    if apart or (len(kept) > 1 and kept[0].is_capitalised and kept[1].lower in _CONDITIONS):
        return kept[:1]
    if len(kept) > 2 and kept[1].lower in {"and", "but"} and kept[2].lower in _SUBJECTS:
        return kept[:1]
    for number in range(2, len(kept)):
        over = kept[number].lower in _STOPS and (number > 2 or kept[number].lower == "as")
        if over or _is_mark(layout, kept, number) or _goes_on(kept, number):
            names = _BEFORE_AS if kept[number].lower == "as" else frozenset()
            return _without_loose_end(kept[:number], _LOOSE | names)
        if number >= _LONGEST_WORDS:
            return _without_loose_end(kept[:number], _LOOSE | _LOOSE_IN_THE_MIDDLE)
    return _without_loose_end(kept)


def _is_mark(layout: Layout, words: Sequence[Word], number: int) -> bool:
    """Whether a mark that ends a proposition stands before a word."""
    gap = layout.text[words[number - 1].end : words[number].start]
    if re.search(r"[;:\n\u2014]|,[”\"’']|\s--?\s", gap):
        return True
    if re.search(r"\.[”\"]?\s", gap):
        return words[number - 1].lower not in _ABBREVIATED
    if not gap.startswith(",") or gap == ",":
        return False
    if words[number].lower in _STOPS | VERBS | _DID:
        return True
    # "revive the levy, a tax on salt": what the levy is, and no second thing to revive.
    named = words[number].lower in _ARTICLES and not any(
        word.lower in _JOINING for word in words[number : number + _LONGEST_ITEM]
    )
    return number > _LONGEST_LIST or named


def _without_loose_end(words: list[Word], loose: frozenset[str] = _LOOSE) -> list[Word]:
    """Without words at the end that lead to what is cut off: "a bill that |"."""
    end = len(words)
    while end > 2 and words[end - 1].lower in loose:
        end -= 1
    return words[:end]


def _goes_on(words: Sequence[Word], number: int) -> bool:
    """Whether "and" leads to what somebody did next: "backing of the ban and thanked her"."""
    if words[number].lower not in {"and", "but"} or number + 1 >= len(words):
        return False
    following = words[number + 1]
    if following.lower in _SUBJECTS:
        return True
    return following.text.islower() and (
        (
            following.lower.endswith("ed")
            and number + 2 < len(words)
            and words[number + 2].lower in _AFTER_DEED
        )
        or following.lower in VERBS
    )


def _is_infinitive(words: Sequence[Word]) -> bool:
    return (
        words[0].lower == "to"
        and len(words) > 1
        and load_actions().names_action(words[1].text, words[2:])
    )


def names_thing(layout: Layout, words: Sequence[Word]) -> bool:
    """As in "a ban on the gun", "permanent neutrality": the head noun is a thing to do."""
    nouns = load_actions().nouns
    head = head_of_phrase(layout, words)
    after = next((word for word in words if word.start > head.end), None)
    if head.lower in PARTS and after is not None and after.lower == "of":
        rest = [word for word in words if word.start > after.end]
        return bool(rest) and names_thing(layout, rest)
    if after is not None and after.lower in VERBS:
        return False
    lower = head.lower
    return (lower in nouns or lower.removesuffix("s") in nouns) and not (
        head.is_capitalised and words[0] is head and len(words) == 1
    )


def head_of_phrase(layout: Layout, words: Sequence[Word]) -> Word:
    """The head of a noun phrase: its last word before a preposition, a mark or a clause."""
    head = words[0]
    for number, word in enumerate(words):
        if number and not _is_close(layout.text[words[number - 1].end : word.start]):
            break
        if _joins_adjectives(words, number):
            continue
        if word.lower in PREPOSITIONS | VERBS or (number and word.lower in _TIMES):
            break
        head = word
        if number > 7:
            break
    return head


def _joins_adjectives(words: Sequence[Word], number: int) -> bool:
    """Whether "and" stands inside a phrase: "rural and coastal bans"."""
    if words[number].lower != "and" or not 0 < number < len(words) - 2:
        return False
    nouns = load_actions().nouns
    before, noun = words[number - 1].lower, words[number + 2].lower
    return before not in nouns and (noun in nouns or noun.removesuffix("s") in nouns)


def _is_close(gap: str) -> bool:
    """Whether two words belong to one phrase: only a space, a hyphen or a mark between."""
    return gap.strip("“”\"'’‘") in {" ", "-", "s ", ""} and "\n" not in gap


def begins_with_verb(words: Sequence[Word]) -> bool:
    """Whether the first of some words is a verb, by what follows it: "slap a tax"."""
    if len(words) < _FEWEST_OF_DEED or words[0].lower in DETERMINERS | PREPOSITIONS:
        return False
    return words[1].lower in OBJECTS or words[1].lower.endswith("ing")
