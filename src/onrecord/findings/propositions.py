"""What could be done or agreed: which words name a proposition."""

import importlib.resources
import itertools
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.findings.content_words import stem_word
from onrecord.records import Span, Stance
from onrecord.resolution.layout import Layout, Word, split_words
from onrecord.resolution.lexicon import Lexicon

_LONGEST_WORDS = 24
_NEAR_OBJECT = 5
_LONGEST_ASKED = 12
_MODALS = frozenset({"should", "must", "ought", "shall"})
_OPENERS = frozenset(
    {"that", "for", "of", "on", "to", "against", "with", "in", "as", "also", "and"}
)
_STOPS = frozenset(
    """because although though while whereas since which who whom whose where when but if unless
    after before until saying said says adding noting arguing as including according despite amid""".split()
)
_ABBREVIATED = frozenset("mr mrs ms dr sen rep gov st u.s u.n no gen".split())


@dataclass(frozen=True, slots=True)
class ActionLexicon:
    """Words that make a proposition.

    Attributes:
        nouns: heads of phrases, lower case.
        verbs: stems of what somebody who decides can do.
        weak_verbs: stems of verbs that need one of the nouns or things in their object.
        things: further nouns that make their object one.
    """

    nouns: frozenset[str]
    verbs: frozenset[str]
    weak_verbs: frozenset[str]
    things: frozenset[str]

    def names_action(self, verb: str, rest: Sequence[Word]) -> bool:
        """Whether a verb with what follows it is something that could be done."""
        stem = stem_word(verb)
        single = stem[:-1] if stem[-2:-1] == stem[-1:] else stem  # "banned" is of "ban"
        if stem in self.verbs or single in self.verbs:
            return True
        return bool({stem, single} & self.weak_verbs) and any(
            word.lower in self.things or word.lower in self.nouns for word in rest[:_NEAR_OBJECT]
        )


@cache
def load_actions() -> ActionLexicon:
    """Read the lexicon that is part of the package, once."""
    file = importlib.resources.files("onrecord") / "data" / "propositions.json"
    source = json.loads(file.read_text(encoding="utf-8"))
    return ActionLexicon(
        frozenset(source["nouns"].split()),
        frozenset(map(stem_word, source["verbs"].split())),
        frozenset(map(stem_word, source["weak_verbs"].split())),
        frozenset(source["things"].split()),
    )


def read_proposition(layout: Layout, span: Span, *, could: bool = False) -> Span | None:
    """The words of a content that name what could be done, or None where they name nothing such.

    "that Congress should ban the gun" and "banning the gun" and "a ban on the gun" do; "Mrs. Ames",
    "the crowd" and "that it rained" do not.
    """
    words = _trim(layout, split_words(layout.text, span.start, span.end))
    if len(words) < 2 and not (words and words[0].lower in load_actions().nouns):
        return None
    if not (_is_action(words) or _is_demand(words, could=could) or _is_thing(layout, words)):
        return None
    return Span(words[0].start, words[-1].end)


def trim_proposition(layout: Layout, span: Span) -> Span | None:
    """Words that name what is to be done, up to where they end, whatever their verb is."""
    words = _trim(layout, split_words(layout.text, span.start, span.end))
    return Span(words[0].start, words[-1].end) if len(words) > 1 else None


def read_matter(layout: Layout, span: Span, lexicon: Lexicon) -> Span | None:
    """What somebody takes a stand on by the cue's own word ("opposes the unsealing").

    Any noun phrase or action will do there, but for people, names alone and pronouns: whoever is
    supported is no proposition.
    """
    found = read_proposition(layout, span, could=True)
    if found is not None:
        return found
    words = _trim(layout, split_words(layout.text, span.start, span.end))
    if len(words) < 2:
        return None
    head = _head_of(layout, words)
    one = lexicon.singular_of(head.text)
    person = any(map(lexicon.is_person_noun, (head.text, one))) or one in lexicon.groups
    person = person or one.lower() in _NO_DEEDS
    person = person and not (words[0] is not head and words[0].lower.endswith("ing"))
    called = head.is_capitalised and not (head.is_all_caps and words[0].lower in _DETERMINERS)
    after = next((word for word in words if word.start > head.end), None)
    if after is not None and after.lower.endswith("ing") and after.text.islower():
        person = called = False  # "opposes the council making changes"
    deed = len(words) > 1 and words[0].lower.endswith("ing") and words[0].text.islower()
    called = called and not deed
    if person or called or words[0].lower in _NO_MATTER or not head.text.replace("-", "").isalpha():
        return None
    return Span(words[0].start, words[-1].end)


_NO_MATTER = frozenset(
    """he she it they him them who which what you i we us me one someone somebody people everyone
    nobody""".split()
)
# What is said, thought or lived can be rejected, but nobody can do it or agree on it.
_NO_DEEDS = frozenset(
    """argument comment remark statement claim accusation charge criticism behavior behaviour family day
    attack allegation assertion theory rhetoric tone question report name friend life history character
    conduct record view belief""".split()
)


_STATES = frozenset(
    """be have do get know see hear feel think believe make win say vote choose listen remember
    look come go rush discuss answer explain talk speak""".split()
)


# "An end to subsidies" asks nobody to do anything.
_TAKES_NOUN = frozenset("end halt stop access support opposition limits cuts return aid threat response".split())


def read_asked(layout: Layout, span: Span, *, at_once: bool) -> Span | None:
    """What somebody is asked, or promises, to do: "Brenn to open the gates", "to open them".

    Args:
        layout: the text's words.
        span: the content.
        at_once: whether the infinitive has to open it; else whoever is asked may stand before.
    """
    words = split_words(layout.text, span.start, span.end)
    for number, word in enumerate(words[: 1 if at_once else _LONGEST_ASKED]):
        if word.lower != "to" or number + 2 >= len(words):
            continue
        if number and words[number - 1].lower in _TAKES_NOUN:
            continue
        verb = words[number + 1]
        if verb.lower.endswith("ly") and number + 3 < len(words):
            verb = words[number + 2]
        if verb.lower == "be" and _is_passive(words[number + 2 :]):
            kept = _trim(layout, words)
            return Span(kept[0].start, kept[-1].end)
        no_verb = verb.lower in _STATES | _OPENERS | _OBJECTS | _PREPOSITIONS
        if not verb.text.islower() or no_verb:
            continue
        kept = _trim(layout, words[number + 1 :])
        return Span(kept[0].start, kept[-1].end) if len(kept) > 1 else None
    return None


def _is_passive(words: Sequence[Word]) -> bool:
    """Whether "to be" leads to what is done: "for the gates to be opened"."""
    ahead = [word for word in words[:2] if not word.lower.endswith("ly")]
    return bool(ahead) and load_actions().names_action(ahead[0].text, ahead[1:])


_INTENDS = re.compile(
    r"[“\"‘']*(?:that\s)?(?:(?:in|by|on)\s[^.;]{2,40}?,?\s)?(?P<who>it|he|she|they|we|i)(?:[’']ll|\s(?:will|would|won[’']t|wouldn[’']t)|"
    r"(?:[’'](?:m|re|s)|\s(?:am|are|is|was|were))\s(?:not\s)?going\sto)\s"
    r"(?P<not>not\s)?(?:also\s|\w+ly\s)?(?=(?P<verb>\w+)\s)",
    re.IGNORECASE,
)


def read_intention(
    layout: Layout, span: Span, *, promised: bool = False
) -> tuple[Stance, Span] | None:
    """What a speaker says that he would do: "she would ban the gun", "we won't open the gates".

    Args:
        layout: the text's words.
        span: the content.
        promised: whether it is a promise, where "it" is who makes it; elsewhere "it" is a plan.
    """
    match = _INTENDS.match(layout.text, span.start, span.end)
    if match is None or (match["who"].lower() == "it" and not promised):
        return None
    words = _trim(layout, split_words(layout.text, match.end(), span.end))
    if len(words) < 2 or not load_actions().names_action(words[0].text, words[1:]):
        return None
    against = re.search(r"\bnot\b|n[’']t\b", match.group()) is not None
    condition = _CONDITION.search(layout.text, match.end(), span.end)
    stance = Stance.OPPOSES if against else Stance.SUPPORTS
    return Stance.CONDITIONAL if condition else stance, Span(words[0].start, words[-1].end)


_CONDITION = re.compile(r"\b(?:if|unless|provided|as\slong\sas|only\swhen)\b", re.IGNORECASE)


def is_demand(layout: Layout, span: Span, *, could: bool = False) -> bool:
    """Whether a clause says what somebody should do (or `could`)."""
    return _is_demand(_trim(layout, split_words(layout.text, span.start, span.end)), could=could)


_INVOLVES = re.compile(
    r"\b(?:plan|proposal|deal|agreement|strategy|package|policy|it|they|arrangement)\s"
    r"(?:would|will|should|could)\s(?:also\s)?(?:involve|include|entail|consist\sof|mean|call\sfor|"
    r"require)\s"
)
_NEXT_MEASURE = re.compile(r",\s(?:and\s)?(?=\w+ing\b)|\sand\s(?=\w+ing\b)")


def list_measures(layout: Layout, span: Span) -> list[Span]:
    """What a plan is said to involve, one by one: "it would mean doing A, doing B and doing C"."""
    opening = _INVOLVES.search(layout.text, span.start, span.end)
    if opening is None:
        return []
    starts = [opening.end()]
    starts += [each.end() for each in _NEXT_MEASURE.finditer(layout.text, opening.end(), span.end)]
    measures = []
    for start, end in zip(starts, [*starts[1:], span.end], strict=True):
        measure = read_proposition(layout, Span(start, end))
        if measure is not None:
            measures.append(measure)
    return measures


def _trim(layout: Layout, words: Sequence[Word]) -> list[Word]:
    """Without what leads in, and up to where the proposition is over."""
    kept = list(words)
    while kept and kept[0].lower in _OPENERS and not _is_infinitive(kept):
        kept = kept[1:]
    for number in range(2, len(kept)):
        gap = layout.text[kept[number - 1].end : kept[number].start]
        if kept[number - 1].lower in _ABBREVIATED:
            continue
        over = kept[number].lower in _STOPS and (number > 2 or kept[number].lower == "as")
        ends = re.search(r"[;:\n\u2014]|\.[”\"]?\s", gap) or (gap.startswith(",") and number > 5)
        if over or ends or number >= _LONGEST_WORDS or _goes_on(kept, number):
            return _without_loose_end(kept[:number])
    return _without_loose_end(kept)


_LOOSE = frozenset("that which who whom whose to as and or but is are was were by of for".split())


def _without_loose_end(words: list[Word]) -> list[Word]:
    """Without words at the end that lead to what is cut off: "a bill that |"."""
    end = len(words)
    while end > 2 and words[end - 1].lower in _LOOSE:
        end -= 1
    return words[:end]


def _goes_on(words: Sequence[Word], number: int) -> bool:
    """Whether "and" leads to what somebody did next: "support for the ban and praised her"."""
    if words[number].lower not in {"and", "but"} or number + 1 >= len(words):
        return False
    following = words[number + 1]
    return following.text.islower() and (
        (following.lower.endswith("ed") and number + 2 < len(words) and words[number + 2].lower in _OBJECTS)
        or following.lower in _VERBS
    )


def _is_infinitive(words: Sequence[Word]) -> bool:
    return (
        words[0].lower == "to"
        and len(words) > 1
        and load_actions().names_action(words[1].text, words[2:])
    )


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
            return any(names_action(ahead[n].text, ahead[n + 1 :]) for n in range(len(ahead[:2])))
        if word.lower == "be" and words[number - 1].lower not in _MAY_BE:
            return bool(ahead) and names_action(ahead[0].text, ahead[1:])
        if word.lower == "need" and number < _EARLY:
            return any(
                each.lower == "to" and names_action(after.text, words[number + 3 :])
                for each, after in itertools.pairwise(words[number + 1 : number + 6])
            )
    return False


_EARLY = 3
_MAY_BE = frozenset("to will would may can could might cannot can't can’t won't won’t".split())
_PREPOSITIONS = frozenset(
    """of on for to in from by with at that and into over under between against about after before
    through across within without toward towards than as via during since until among like who which
    whose making""".split()
)
_TIMES = frozenset(
    """january february march april june july august september october november december last next this two three four five six ten earlier later again yesterday today tonight
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
_VERBS = frozenset("is are was were has have had will would could can may might".split())


def _leads_to_verb(word: Word) -> bool:
    """Whether a word stands between "should" and what should be done."""
    return word.lower in {"not", "never", "be", "have", "also"} or (
        word.lower.endswith("ly") and word.text.islower()
    )


def _is_thing(layout: Layout, words: Sequence[Word]) -> bool:
    """As in "a ban on the gun", "permanent neutrality": the head noun is a thing to do."""
    nouns = load_actions().nouns
    head = _head_of(layout, words)
    after = next((word for word in words if word.start > head.end), None)
    if head.lower in _PARTS and after is not None and after.lower == "of":
        rest = [word for word in words if word.start > after.end]
        return bool(rest) and _is_thing(layout, rest)
    if after is not None and after.lower in _VERBS:
        return False
    lower = head.lower
    return (lower in nouns or lower.removesuffix("s") in nouns) and not (
        head.is_capitalised and words[0] is head and len(words) == 1
    )


# "A set of measures" is measures.
_PARTS = frozenset(
    """set series variety number range handful kind sort type form version round host couple pair bunch
    some one idea notion concept prospect part parts package""".split()
)
_NO_PARTIES = frozenset(
    """decision decisions finding findings waiver waivers vote votes court-order lawsuit argument
    idea issue question report reports ruling statute effort efforts move moves step""".split()
)


def is_thing(name: str) -> bool:
    """Whether words name something that is done or agreed, which takes no stand itself."""
    words = split_words(name, 0, len(name))
    if not words or any(word.is_capitalised for word in words):
        return False
    head = words[0]
    for word in words:
        if word.lower in _PREPOSITIONS:
            break
        head = word
    nouns = load_actions().nouns | _NO_PARTIES
    return head.lower in nouns or head.lower.removesuffix("s") in nouns


def _head_of(layout: Layout, words: Sequence[Word]) -> Word:
    """The head of a noun phrase: its last word before a preposition, a mark or a clause."""
    head = words[0]
    for number, word in enumerate(words):
        if number and not _is_close(layout.text[words[number - 1].end : word.start]):
            break
        if _joins_adjectives(words, number):
            continue
        if word.lower in _PREPOSITIONS | _VERBS or (number and word.lower in _TIMES):
            break
        head = word
        if number > 7:
            break
    return head


def _joins_adjectives(words: Sequence[Word], number: int) -> bool:
    """Whether "and" stands inside a phrase: "statutory and constitutional bans"."""
    if words[number].lower != "and" or not 0 < number < len(words) - 2:
        return False
    nouns = load_actions().nouns
    before, noun = words[number - 1].lower, words[number + 2].lower
    return before not in nouns and (noun in nouns or noun.removesuffix("s") in nouns)


def _is_close(gap: str) -> bool:
    """Whether two words belong to one phrase: only a space, a hyphen or a quotation mark between."""
    return gap.strip("“”\"'’‘") in {" ", "-", "s ", ""} and "\n" not in gap


_JOINT = re.compile(r",?\s(?:and|or)\s(?:to\s)?(?=(?P<next>[a-z][\w-]*)\s)")
_DETERMINERS = frozenset("a an the new".split())


_ENDS_SOMETHING = re.compile(r"an\s(?:immediate\s)?end\sto\s|a\s(?:halt|stop)\sto\s")
_PARTICLES = frozenset("off out up down back away over".split())
_OBJECTS = frozenset("a an the his her their its our this that these those it them".split())


def _is_verb(words: Sequence[Word]) -> bool:
    """Whether the first of some words is a verb, by what follows it: "slap a tax", "consider adding"."""
    if len(words) < _FEWEST_OF_DEED or words[0].lower in _DETERMINERS | _PREPOSITIONS:
        return False
    return words[1].lower in _OBJECTS or words[1].lower.endswith("ing")


_FEWEST_OF_DEED = 3


def split_propositions(layout: Layout, span: Span) -> list[Span]:
    """What is joined by "and", one by one: "lift the ban and open the land", "a tax and a ban".

    Only where both sides name by themselves what could be done; otherwise the whole.
    """
    actions = load_actions()
    words = layout.words_in(span)
    opening = words[1:] if words and words[0].lower == "to" else words
    if len(opening) < 2:
        return [span]
    acts = actions.names_action(opening[0].text, opening[1:]) or (
        opening[0].text.islower() and (opening[1].lower in _PARTICLES or _is_verb(opening))
    )
    pieces, start = [], span.start
    for joint in _JOINT.finditer(layout.text, span.start, span.end):
        rest = Span(joint.end(), span.end)
        following = layout.words_in(rest)
        if acts:
            form = opening[0].lower.endswith("ing") == joint["next"].endswith("ing")
            splits = form and (
                actions.names_action(joint["next"], following[1:]) or _is_verb(following)
            )
        else:
            splits = joint["next"] in _DETERMINERS and _is_thing(layout, following)
            before = layout.words_in(Span(start, joint.start()))
            splits = splits and _is_thing(layout, before)
            splits = splits or (_ENDS_SOMETHING.match(layout.text, joint.end()) is not None)
        if splits:
            pieces.append(Span(start, joint.start()))
            start = joint.end()
    return [*pieces, Span(start, span.end)]
