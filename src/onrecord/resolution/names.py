"""Proper names in a text: those a reader tagged, or those that capital letters show."""

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.attributions.reader import Name, NameLabel
from onrecord.records import EntityKind, Span
from onrecord.resolution.capitals import adjoin, find_runs, is_never_name, is_title, split_run
from onrecord.resolution.kinds import classify_name, classify_noun, is_honour
from onrecord.resolution.layout import Layout, Word
from onrecord.resolution.lexicon import Gender, Lexicon


@dataclass(frozen=True, slots=True)
class NameMention:
    """A proper name where it stands.

    Attributes:
        span: with its title ("Mr. Ames"), without an article.
        words: the name's words without the title.
        title: "Mr", "President"; "" where there is none.
        kind: None where only the use of the name can tell.
        article: the article before it ("the", "The"), as it is written.
        possessive: whether "'s" follows.
        placed: whether "in", "near" or "from" stands before it, as before places.
    """

    span: Span
    words: tuple[str, ...]
    title: str
    label: NameLabel
    kind: EntityKind | None
    gender: Gender
    article: str = ""
    possessive: bool = False
    placed: bool = False


_PLACING = frozenset("in near outside across from at".split())


def find_names(layout: Layout, tagged: Iterable[Name], lexicon: Lexicon) -> list[NameMention]:
    """Every proper name, in order, none overlapping another.

    A reader's names come first where there are any (they are noisy: articles, titles and possessive
    endings are put right); capital letters, titles and endings tell the rest.
    """
    tagged = sorted(tagged, key=lambda name: (name.span.start, -name.span.end))
    by_rules = list(_from_capitals(layout, lexicon))
    if not tagged:
        return by_rules
    return _fill_gaps(list(_from_reader(layout, tagged, lexicon)), by_rules)


def _fill_gaps(found: list[NameMention], others: list[NameMention]) -> list[NameMention]:
    """The first list without overlaps, and those of the second that overlap none of it."""
    kept: list[NameMention] = []
    for mention in sorted(found, key=lambda mention: (mention.span.start, -mention.span.end)):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    starts = [mention.span.start for mention in kept]
    for mention in others:
        after = bisect.bisect_left(starts, mention.span.end)
        if after == 0 or kept[after - 1].span.end <= mention.span.start:
            kept.insert(after, mention)
            starts.insert(after, mention.span.start)
    return kept


def _from_reader(layout: Layout, tagged: Iterable[Name], lexicon: Lexicon) -> Iterator[NameMention]:
    for name in tagged:
        words = layout.words_in(name.span)
        while words and is_never_name(words[0].lower) and words[0].lower not in lexicon.titles:
            words = words[1:]
        label = name.label
        if words:
            last = list(split_run(words, lexicon))[-1]
            while len(last) > 2 and last[0].lower in lexicon.peoples:
                last = last[1:]
            if label is NameLabel.PERSON or _is_full_name(last, words, lexicon):
                words, label = last, NameLabel.PERSON
        if not words or lexicon.singular_of(words[-1].text) in lexicon.peoples:
            continue
        if any(word.is_capitalised for word in words):
            yield from read_name(layout, words, label, lexicon)


def _is_full_name(last: list[Word], words: list[Word], lexicon: Lexicon) -> bool:
    """Whether a longer stretch ends in a person's full name: "Court Justice Ida Bell"."""
    cut = len(last) < len(words) and len(last) > 1
    return cut and (lexicon.is_given_name(last[0].text) or is_title(last[0], last[1:], lexicon))


def _from_capitals(layout: Layout, lexicon: Lexicon) -> Iterator[NameMention]:
    for run in find_runs(layout, lexicon):
        for part in split_run(run, lexicon):
            modifies = part[-1] is not run[-1] and not part[-1].possessive
            texts = [word.text for word in part]
            if modifies and classify_name(texts, None, lexicon)[1] in (None, EntityKind.PERSON):
                continue
            if _is_common_noun(part, lexicon):
                continue
            if lexicon.singular_of(part[-1].text) in lexicon.peoples and not (
                part[0] is not part[-1] and lexicon.is_given_name(part[0].text)
            ):
                continue
            yield from read_name(layout, part, None, lexicon)


def _is_common_noun(part: list[Word], lexicon: Lexicon) -> bool:
    """Whether the capitals are those of an office or a body: "the Prime Minister"."""
    joined = " ".join(word.lower for word in part)
    if any(
        joined in names
        for names in (lexicon.seats_of_power, lexicon.organisations, lexicon.outlets)
    ):
        return False
    if joined in lexicon.titles and not lexicon.is_given_name(joined):
        return True
    # "Orvenian Prime Minister": an office and whose it is.
    if part[-1].lower in _OFFICES and not any(lexicon.is_given_name(word.text) for word in part):
        return part[0].lower not in lexicon.titles or joined in lexicon.titles
    return len(part) == 1 and (
        (joined in lexicon.modifiers and joined.endswith(_ADJECTIVE_ENDINGS))
        or (part[0].is_all_caps and lexicon.is_person_noun(joined) and len(joined) <= _ABBREVIATION)
        or _is_body(lexicon.singular_of(joined), lexicon)
        or (lexicon.is_plural(joined) and classify_noun(joined, lexicon) is not None)
    )


_ABBREVIATION = 3
_OFFICES = frozenset(
    "president minister chancellor governor senator secretary spokesman spokeswoman".split()
)
# "Federal and state officials": an adjective at the start of a sentence.
_ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ary", "ist")


def _is_body(noun: str, lexicon: Lexicon) -> bool:
    bodies = (lexicon.organisation_nouns, lexicon.government_nouns, lexicon.document_nouns)
    return noun not in lexicon.outlet_endings and any(noun in nouns for nouns in bodies)


def read_name(
    layout: Layout, words: list[Word], label: NameLabel | None, lexicon: Lexicon
) -> Iterator[NameMention]:
    """The mention that these words make, its title and article found; none for a bare title."""
    title, words = _take_title(layout, words, label, lexicon)
    words = _without_honours(words, lexicon)
    if not words:
        return
    number = layout.word_number(title[0].start if title else words[0].start)
    before = layout.words[number - 1] if number > 0 else None
    article = before.text if before is not None and before.lower == "the" else ""
    texts = tuple(word.text for word in words)
    shown = label
    if title and label is not NameLabel.ORGANISATION:
        shown = NameLabel.PERSON
    found, kind = classify_name(texts, shown, lexicon)
    if (
        label is None
        and not title
        and article
        and kind is EntityKind.PERSON
        and not lexicon.is_given_name(texts[0])
    ):
        found, kind = NameLabel.OTHER, None
    if article == "The" and not title and f"the {' '.join(texts).lower()}" in lexicon.outlets:
        found, kind = NameLabel.ORGANISATION, EntityKind.OUTLET  # "The Hill"; not "the Hill"
    if label is None and not title and _is_quoted(layout, words):
        found, kind = NameLabel.OTHER, None
    gender = Gender.UNKNOWN
    if kind is EntityKind.PERSON:
        gender = _gender(title, texts, lexicon)
    yield NameMention(
        Span((title or words)[0].start, words[-1].end),
        texts,
        " ".join(word.text.rstrip(".") for word in title),
        found,
        kind,
        gender,
        article,
        words[-1].possessive,
        before is not None and before.lower in _PLACING and not words[-1].possessive,
    )


def _without_honours(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """A name without the letters after it: "Ida Bell KC", "Ida Bell MP"."""
    while len(words) > 1:
        named = len(words) > 2 and lexicon.is_given_name(words[0].text)
        if not is_honour(words[-1].text, seats=named):
            break
        words = words[:-1]
    return words


def _is_quoted(layout: Layout, words: list[Word]) -> bool:
    """Whether the name stands in quotation marks of its own, as titles of works do."""
    before = layout.text[max(0, words[0].start - 1) : words[0].start]
    after = layout.text[words[-1].end : words[-1].end + 2].lstrip(",.;")
    return before in _MARKS and before != "" and after[:1] in _MARKS and after != ""


_MARKS = frozenset("\"“”‘’'")


def _gender(title: list[Word], texts: tuple[str, ...], lexicon: Lexicon) -> Gender:
    for word in reversed(title):
        gender = lexicon.gender_of_noun(word.text)
        if gender is not Gender.UNKNOWN:
            return gender
    # "Warren" alone is a surname more often than not.
    return lexicon.gender_of_given_name(texts[0]) if len(texts) > 1 else Gender.UNKNOWN


def _take_title(
    layout: Layout, words: list[Word], label: NameLabel | None, lexicon: Lexicon
) -> tuple[list[Word], list[Word]]:
    """The title in or before a name, and the words of the name itself."""
    title: list[Word] = []
    if label in (None, NameLabel.PERSON):
        while len(words) > 1 and is_title(words[0], words[1:], lexicon):
            title.append(words[0])
            words = words[1:]
        if len(words) == 1 and not title and label is None and words[0].lower in lexicon.titles:
            return [], []
    if label in (None, NameLabel.PERSON) and not title:
        number = layout.word_number(words[0].start)
        for size in (3, 2, 1):
            before = layout.words[max(0, number - size) : number]
            if (
                len(before) == size
                and before[0].is_capitalised
                and " ".join(word.lower for word in before) in lexicon.titles
                and not any(word.possessive for word in before)
                and adjoin(layout, before[-1], words[0])
            ):
                return before, words
    return title, words
