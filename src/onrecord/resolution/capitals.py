"""Runs of capitalised words that make proper names, cut where a person's name begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.resolution.kinds import is_common_outlet, is_person_suffix
from onrecord.resolution.layout import Layout, Word
from onrecord.resolution.lexicon import Lexicon

_PARTICLES = frozenset(
    """de la le van von der den del della dello degli delle dei di da dos du al bin ibn el ben ter
    zu af abu""".split()
)
# Written with a capital only because a sentence begins, or never part of a name.
_NEVER_NAMES = frozenset(
    """a an the this that these those he she it they we i you his her its their our my your him them
    us me who whom whose which what when where why how if and but or nor so yet for of in on at by
    to from with without about after before during since until as than then there here while
    because although though despite unless whether not no yes both either neither each every all
    any some many most much few more several other another such same only just even also still
    again once now today yesterday tomorrow tonight soon later earlier meanwhile however moreover
    furthermore nevertheless instead indeed perhaps maybe according asked told said says speaking
    is are was were be been being has have had do does did will would can could may might must
    shall should let under over between among against into onto upon through throughout across
    toward towards behind beyond within inside outside near around along per via like unlike
    first second third last next one two three four five six seven eight nine ten half
    monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december mon tue wed thu fri sat sun jan feb apr jun
    jul aug sep sept oct nov dec ok okay mr mrs ms dr sen rep gov photo image video abstract text
    full update breaking nobody somebody anybody everybody everyone someone anyone something nothing
    question answer related read share follow subscribe copyright editor's overnight elsewhere
    afterwards afterward midday""".split()
)
_MAY_BE_VERBS = frozenset("will mark bill rob pat grant drew may art rush guy chad dawn".split())
_INNER_PARTICLES = frozenset("della dello degli delle dei".split())
_JOINERS = frozenset({"of", "for", "and", "&", "the", "on", "in", "to"})
_BOTH_TITLE_AND_PARTY = frozenset({"republican", "democrat", "libertarian", "private", "major"})
_SPACES = re.compile(r"[ \t\u00a0]+")
_LOWER_TAIL = re.compile(r"^[A-Z][\w.]+-(?:[a-z]+)$")
_LONGEST_RUN = 12


@dataclass(frozen=True, slots=True)
class Known:
    """Words that a text writes with a capital inside a sentence.

    Attributes:
        openings: those before which no other capital stands: names begin with them.
    """

    words: frozenset[str]
    openings: frozenset[str]


def find_runs(layout: Layout, lexicon: Lexicon) -> Iterator[list[Word]]:
    """Every run of words that capital letters show to be a name, with titles and modifiers."""
    yield from _capitalised_runs(layout, lexicon, _known_names(layout))


def adjoin(layout: Layout, one: Word, other: Word) -> bool:
    """Whether only white space, or the full stop of an abbreviation, stands between two words."""
    between = layout.text[one.end : other.start]
    return bool(_SPACES.fullmatch(between.removeprefix(".")))


def is_title(word: Word, rest: list[Word], lexicon: Lexicon) -> bool:
    """Whether the first word of a name is a title of the rest, not a part of the name."""
    plural = lexicon.singular_of(word.text)  # "Professors Ames and Bell"
    titled = word.lower in lexicon.titles or plural in lexicon.titles - _BOTH_TITLE_AND_PARTY
    if not titled or word.possessive:
        return False
    if not rest[0].is_capitalised and rest[0].lower not in _PARTICLES:
        return False
    if rest[-1].lower in lexicon.organisation_endings | lexicon.outlet_endings:
        return False
    if word.lower in _BOTH_TITLE_AND_PARTY or lexicon.is_given_name(word.text):
        return lexicon.is_given_name(rest[0].text) and len(rest) > 1
    return True


def _known_names(layout: Layout) -> Known:
    """What is written with a capital inside a sentence: it is a name at its start too."""
    known, openings = set(), set()
    previous: Word | None = None
    previous_sentence = -1
    for word in layout.words:
        sentence = layout.sentence_at(word.start)
        first = sentence != previous_sentence
        previous_sentence = sentence
        if (
            not first
            and word.is_capitalised
            and sentence not in layout.shouting_sentences
            and not _opens(layout, word)
            and word.lower not in _NEVER_NAMES
        ):
            known.add(word.lower)
            if previous is not None and not previous.is_capitalised:
                openings.add(word.lower)
        previous = word
    return Known(frozenset(known), frozenset(openings))


def is_never_name(lower: str) -> bool:
    """Whether a capital on this word only tells that a sentence begins."""
    return lower in _NEVER_NAMES and lower not in _ABBREVIATED_TITLES


_ABBREVIATED_TITLES = frozenset({"mr", "mrs", "ms", "dr", "sen", "rep", "gov"})


def _opens(layout: Layout, word: Word) -> bool:
    """Whether something like a sentence begins with the word: after a quotation mark or a colon."""
    before = layout.text[max(0, word.start - 2) : word.start].rstrip()
    return bool(before) and before[-1] in "\"“‘'«„:([—–•*"


def _may_begin_name(layout: Layout, number: int, known: Known, lexicon: Lexicon) -> bool:
    word = layout.words[number]
    if _LOWER_TAIL.search(word.text):
        return False
    if word.stem != word.lower and word.stem in _NEVER_NAMES:
        return False
    sentence = layout.sentence_at(word.start)
    if word.lower in _NEVER_NAMES:
        if _is_month_of_birth(layout, number, lexicon):
            return sentence not in layout.shouting_sentences
        # "US" and "WHO" are no pronouns, except where everything is in capitals.
        named = word.is_all_caps and word.lower in lexicon.places | lexicon.organisations
        return word.lower in lexicon.titles or (named and sentence not in layout.shouting_sentences)
    shouting = sentence in layout.shouting_sentences
    first = number == 0 or layout.sentence_at(layout.words[number - 1].start) != sentence
    if not (first or shouting or _opens(layout, word)):
        return True
    if word.lower in known.words:
        return True
    following = layout.words[number + 1] if number + 1 < len(layout.words) else None
    named_next = (
        following is not None
        and following.is_capitalised
        and following.lower not in _NEVER_NAMES
        and adjoin(layout, word, following)
    )
    if shouting and word.lower in lexicon.titles and not lexicon.is_given_name(word.text):
        return (
            named_next
            and following is not None
            and (following.lower in known.words or lexicon.is_given_name(following.text))
        )
    if word.lower in lexicon.titles or lexicon.is_given_name(word.text):
        return named_next or (not shouting and word.lower not in _MAY_BE_VERBS)
    if shouting:
        return word.is_all_caps is False and word.lower in lexicon.seats_of_power
    if word.lower in layout.small_words or word.lower in lexicon.modifiers:
        return False
    if word.is_all_caps or _is_listed(word.lower, lexicon) or _precedes_particle(layout, number):
        return True
    return named_next and not _precedes_name(layout, number, known)


def _is_listed(lower: str, lexicon: Lexicon) -> bool:
    """Whether a word is a name of which the lists know."""
    if lower in lexicon.places or lower in lexicon.seats_of_power:
        return True
    return lower in lexicon.outlets and not is_common_outlet(lower)


def _precedes_particle(layout: Layout, number: int) -> bool:
    """Whether a foreign name goes on without a capital: "Gazzetta dello Sport"."""
    word, after = layout.words[number], layout.words[number + 1 : number + 3]
    return (
        len(after) == 2
        and after[0].text in _INNER_PARTICLES
        and after[1].is_capitalised
        and adjoin(layout, word, after[0])
        and adjoin(layout, after[0], after[1])
    )


def _is_month_of_birth(layout: Layout, number: int, lexicon: Lexicon) -> bool:
    """Whether the name of a month is somebody's: "April Bell", but not "in April Bell"."""
    word = layout.words[number]
    if word.text not in _MONTHS_OF_BIRTH or number + 1 >= len(layout.words):
        return False
    before, after = layout.words[number - 1 : number], layout.words[number + 1]
    dated = bool(before) and (before[0].lower in _BEFORE_MONTHS or before[0].text.isdigit())
    return (
        layout.text[word.end : after.start] == " "
        and after.is_capitalised
        and after.lower not in _NEVER_NAMES | lexicon.modifiers | lexicon.peoples
        and not after.is_all_caps
        and not dated
    )


_MONTHS_OF_BIRTH = frozenset({"Jan", "April", "June", "August"})
_BEFORE_MONTHS = frozenset(
    """in by since until till last next this early late mid of for from to through before after and
    or the a an each every during on between""".split()
)


def _precedes_name(layout: Layout, number: int, known: Known) -> bool:
    """Whether a longer name, known from elsewhere, follows: "Overnight Kell House"."""
    after = layout.words[number + 1 : number + 3]
    return len(after) == 2 and (
        after[0].lower in known.openings
        and not after[0].possessive
        and after[1].is_capitalised
        and after[1].lower in known.words
        and adjoin(layout, after[0], after[1])
    )


def _capitalised_runs(layout: Layout, lexicon: Lexicon, known: Known) -> Iterator[list[Word]]:
    words, number = layout.words, 0
    while number < len(words):
        word = words[number]
        if not word.is_capitalised or not _may_begin_name(layout, number, known, lexicon):
            number += 1
            continue
        run = [word]
        number += 1
        while number < len(words) and len(run) < _LONGEST_RUN:
            grown = _grow(layout, run, number, known, lexicon)
            if not grown:
                break
            run.extend(grown)
            number += len(grown)
        yield run


def _grow(
    layout: Layout, run: list[Word], number: int, known: Known, lexicon: Lexicon
) -> list[Word]:
    """The next words of a run that began before; empty where the name ends."""
    word, last = layout.words[number], run[-1]
    if last.possessive or not _continues(layout, last, word, lexicon):
        return []
    shouting = layout.sentence_at(word.start) in layout.shouting_sentences
    if word.is_capitalised and " ".join(one.lower for one in (*run, word)) in lexicon.outlets:
        return [word]  # "USA Today", though "Today" is no name elsewhere
    if word.is_capitalised and word.lower not in _NEVER_NAMES:
        if shouting and word.lower not in known.words and not _asks_for_surname(run, lexicon):
            return []
        return [] if word.stem in _NEVER_NAMES else [word]
    following = layout.words[number + 1 : number + 3]
    if not following or not _continues(layout, word, following[0], lexicon):
        return []
    if word.lower in _PARTICLES and following[0].is_capitalised:
        return [word, following[0]]
    if word.lower in _PARTICLES and len(following) == 2 and following[0].lower in _PARTICLES:
        return [word, *following] if following[1].is_capitalised else []
    if word.lower not in _JOINERS or shouting or not _is_institution(run, lexicon):
        return []
    if not _may_join(run, word, lexicon):
        return []
    if following[0].is_capitalised and following[0].lower not in _NEVER_NAMES:
        return [] if following[0].is_all_caps else [word, following[0]]
    if following[0].lower == "the" and len(following) == 2 and following[1].is_capitalised:
        return [word, *following]
    return []


def _may_join(run: list[Word], joiner: Word, lexicon: Lexicon) -> bool:
    """Whether a small word can go on with a body's name: no "in" after somebody's name."""
    if joiner.lower in {"and", "&"}:
        return any(part.lower in {"of", "for"} for part in run)
    # "Union Home Secretary Ida Bell in Brenn"
    titled = any(part.lower in lexicon.titles for part in run[:-1])
    return not (titled and joiner.lower in {"in", "on", "to"})


def _asks_for_surname(run: list[Word], lexicon: Lexicon) -> bool:
    """Whether a run ends in a title, or in its first given name."""
    given = [word for word in run if lexicon.is_given_name(word.text)]
    return run[-1].lower in lexicon.titles or (len(given) == 1 and given[0] is run[-1])


def _is_institution(run: list[Word], lexicon: Lexicon) -> bool:
    first_words = {part.lower for part in run}
    singulars = {lexicon.singular_of(part) for part in first_words}
    return bool(singulars & (lexicon.organisation_endings | lexicon.government_nouns))


def _continues(layout: Layout, one: Word, other: Word, lexicon: Lexicon) -> bool:
    between = layout.text[one.end : other.start]
    if between == "" or _SPACES.fullmatch(between):
        return True
    if between.startswith(".") and _SPACES.fullmatch(between[1:]):
        return (
            one.lower in lexicon.titles
            or len(one.text.rstrip(".")) == 1
            or one.lower in {"st", "jr"}
        )
    # "Joseph Ames, Jr."
    return between == ", " and is_person_suffix(other.text)


def split_run(run: list[Word], lexicon: Lexicon) -> Iterator[list[Word]]:
    """Cut a run where a title or a given name shows that a person's name begins.

    "US President Donald Ames" is a country, then a titled name; "Senate Majority Leader Ames" is
    one titled name with a modifier.
    """
    if run[-1].lower in lexicon.organisation_endings | lexicon.outlet_endings and not (
        lexicon.is_given_name(run[0].text)
        or run[0].lower in {"mr", "mrs", "ms", "dr", "sen", "rep"}
    ):
        yield run
        return
    cut = 1 if _opens_with_noun(run, lexicon) else 0
    for number in range(1, len(run)):
        if not cut and _person_begins(run, number, lexicon):
            cut = number
            break
    if cut:
        yield run[:cut]
    yield run[cut:]


def _opens_with_noun(run: list[Word], lexicon: Lexicon) -> bool:
    """Whether what somebody is stands before a full name: "Petitioner Ida Bell"."""
    first, rest = run[0], run[1:]
    named = len(rest) > 1 and rest[0].is_capitalised and rest[1].lower not in _JOINERS
    noun = lexicon.is_person_noun(first.text) or first.lower == "opposition"
    common = first.lower in lexicon.titles or lexicon.is_given_name(first.text)
    return named and noun and not common and not first.possessive


def _person_begins(run: list[Word], number: int, lexicon: Lexicon) -> bool:
    before, word, after = run[:number], run[number], run[number + 1 :]
    if before[-1].lower in _PARTICLES | _JOINERS and word.lower not in lexicon.titles:
        return False
    if word.lower in lexicon.titles and after and not lexicon.is_given_name(word.text):
        # "Charlotte Mayor Ida Bell": a town, for the given name follows the title.
        named = len(after) > 1 and lexicon.is_given_name(after[0].text)
        return is_title(word, after, lexicon) and (
            named or not all(lexicon.is_given_name(part.text) for part in before)
        )
    if not lexicon.is_given_name(word.text) or not after or is_person_suffix(after[0].text):
        return False
    return not any(
        lexicon.is_given_name(part.text) or len(part.lower) == 1 or part.lower in lexicon.titles
        for part in before
    )
