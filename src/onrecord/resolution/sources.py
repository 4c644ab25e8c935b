"""The head of a source span: whom the words name, describe or point to."""

import re
from collections.abc import Sequence

from onrecord.records import EntityKind, Span, Spans
from onrecord.resolution.joint import read_joint
from onrecord.resolution.kinds import classify_noun
from onrecord.resolution.layout import Layout, Word
from onrecord.resolution.lexicon import Gender, Lexicon
from onrecord.resolution.mentions import (
    CLAUSE_MARK,
    DEFINITE,
    DETERMINERS,
    PERSONAL,
    POSSESSIVES,
    RELATIVES,
    TRANSCRIPT_LABELS,
    Shape,
    SourceMention,
)
from onrecord.resolution.names import NameMention
from onrecord.resolution.source_names import find_name

_SKIPPED = frozenset(
    """to by from for in on at with of even both also perhaps and but or only just like through
    according then now neither either not nor saying""".split()
)
_POSTMODIFIERS = frozenset(
    """of for from in at on to with by about as among against between inside outside within near
    over under behind who whom whose which that where when and or nor but than including like
    named called released published filed familiar close led based said says working speaking
    running supporting backing seeking involved surveyed briefed conducted taken posted asked
    including who's whose there here alike nationwide prior himself herself itself themselves
    themself is was are were has had have last earlier next ago today yesterday tomorrow monday
    tuesday wednesday thursday friday saturday sunday later""".split()
)


def read_source(
    layout: Layout, source: Spans, names: Sequence[NameMention], lexicon: Lexicon
) -> SourceMention:
    """Find the head of a source.

    Args:
        layout: the text's words.
        source: the pieces of the source span.
        names: the proper names that overlap the source, in order.
        lexicon: nouns of speakers, titles, modifiers.
    """
    whole = Span(source[0].start, source[-1].end)
    dateline = _DATELINE.match(layout.text, whole.start, whole.end)
    if dateline is not None and dateline.end() < whole.end:
        whole = Span(dateline.end(), whole.end)
    words = [
        word for piece in source for word in layout.words_in(piece) if word.start >= whole.start
    ]
    if len(words) == 1 and words[0].lower in _ARTICLES:
        words = _with_noun(layout, words[0])
        whole = Span(whole.start, words[-1].end)
    while len(words) > 1 and words[0].lower in _SKIPPED:
        words = words[1:]
    while len(words) > 1 and words[-1].lower in RELATIVES | _SKIPPED:
        words = words[:-1]
    if not words:
        return SourceMention(whole, Shape.DESCRIPTION, layout.text[whole.start : whole.end].lower())
    pronoun = _read_pronoun(layout, words)
    if pronoun is not None:
        return pronoun
    names = [name for name in names if name.span.end > words[0].start]
    joint = read_joint(layout, words, names, lexicon)
    if joint is not None:
        return joint
    core = _core_words(layout, words, names, lexicon)
    named = find_name(layout, core, words[-1].end, names, lexicon)
    if named is not None:
        return SourceMention(
            named.span, Shape.NAME, named.words[-1].lower(), (named,), named.kind, named.gender
        )
    return _read_description(layout, whole, words, core, names, lexicon)


def _with_noun(layout: Layout, article: Word) -> list[Word]:
    """An article that a reader has left alone, with the noun that it goes with."""
    number = layout.word_number(article.start) + 1
    following = layout.words[number : number + 1]
    adjoins = following and layout.text[article.end : following[0].start] == " "
    return [article, *following] if adjoins else [article]


def _read_pronoun(layout: Layout, words: Sequence[Word]) -> SourceMention | None:
    first = words[0]
    following = words[1] if len(words) > 1 else None
    span = Span(first.start, first.end)
    alone = following is None or CLAUSE_MARK.search(layout.text[first.end : following.start])
    # "he's", "I'm", "they'd"
    key = re.split(r"['’]", first.lower)[0]
    if first.text == "US":
        return None
    if key in PERSONAL and (alone or key not in POSSESSIVES):
        gender, plural = PERSONAL[key]
        return SourceMention(
            span, Shape.PRONOUN, key, gender=Gender(gender or "unknown"), plural=plural
        )
    if key in RELATIVES and (alone or key in {"who", "whom", "which"}):
        return SourceMention(span, Shape.RELATIVE, key)
    return None


def _core_words(
    layout: Layout, words: Sequence[Word], names: Sequence[NameMention], lexicon: Lexicon
) -> Sequence[Word]:
    """The words before the first comma, bracket or postmodifier: the head is the last of them."""
    for number, word in enumerate(words):
        if number == 0:
            continue
        if any(name.span.start < word.start < name.span.end for name in names):
            continue
        between = layout.text[words[number - 1].end : word.start]
        if words[number - 1].possessive:
            between = re.sub(r"^[’']s?", "", between)
        stops = word.lower in _POSTMODIFIERS or re.split(r"['’]", word.lower)[0] in RELATIVES
        # "federal and state officials"
        before = words[number - 1]
        modifies = before.lower in lexicon.modifiers and not classify_noun(before.text, lexicon)
        if word.lower in {"and", "or"} and modifies:
            stops = number + 1 == len(words)
        # "Ames's running mate"
        if before.possessive and word.lower.endswith(("ing", "ed")):
            stops = False
        if (
            stops
            or _is_participle(words[number - 1], word, lexicon)
            or (_TITLE_MARK.search(between) and _is_paper(before, lexicon))
            or (CLAUSE_MARK.search(between) and not _is_abbreviation(between))
        ):
            return words[:number]
    return words


def _is_participle(before: Word, word: Word, lexicon: Lexicon) -> bool:
    """Whether a noun is over because a participle follows: "judges handling the case"."""
    if not word.text.islower() or not word.text.endswith(("ing", "ed")):
        return False
    if _is_paper(word, lexicon) and classify_noun(before.text, lexicon) is EntityKind.GOVERNMENT:
        return False  # "a court filing"
    return before.text.islower() and (
        lexicon.is_plural(before.text) or classify_noun(before.text, lexicon) is not None
    )


def _is_paper(word: Word, lexicon: Lexicon) -> bool:
    return classify_noun(word.text, lexicon) is EntityKind.DOCUMENT


def _is_abbreviation(between: str) -> bool:
    return between.strip() == "." and "\n" not in between


def _read_description(
    layout: Layout,
    whole: Span,
    words: Sequence[Word],
    core: Sequence[Word],
    names: Sequence[NameMention],
    lexicon: Lexicon,
) -> SourceMention:
    head = core[-1]
    core = _with_determiner(layout, core)
    owner, owned = _read_owner(core, names)
    first = core[0].lower
    # "Orvenian Prime Minister": capitals throughout make an office one, as "the" does.
    office = len(core) > 1 and all(word.is_capitalised for word in core)
    definite = first in DEFINITE or owned or (office and first not in DETERMINERS)
    modifiers = tuple(word.lower for word in core[:-1] if word.lower not in DETERMINERS)
    plural = lexicon.is_plural(head.text) and first not in {"a", "an", "one", "another"}
    # "Figures show" but "a senior figure said".
    kind = EntityKind.PERSON if head.lower == "figure" else classify_noun(head.text, lexicon)
    if kind is not EntityKind.DOCUMENT and (plural or (kind in _BODIES and not definite)):
        kind = EntityKind.UNNAMED
    if _is_alliance(words):
        kind, plural = EntityKind.ORGANISATION, False
    end = whole.end if words[-1].end > whole.end - _LONGEST_MARK else words[-1].end
    while end > words[-1].end and layout.text[end - 1] in ' \t\n,;:.-–—"“”':
        end -= 1
    if core[-1] is words[-1] and head.possessive:
        end = head.end
    span = Span(min(core[0].start, words[0].start), end)
    return SourceMention(
        span,
        Shape.DESCRIPTION,
        TRANSCRIPT_LABELS.get(head.lower, head.lower) if len(core) == 1 else head.lower,
        (),
        kind or EntityKind.UNNAMED,
        lexicon.gender_of_noun(lexicon.singular_of(head.text)),
        plural,
        definite,
        modifiers,
        owner,
    )


def _is_alliance(words: Sequence[Word]) -> bool:
    """Whether people are an organisation by name: "Citizens for Open Harbours"."""
    return (
        len(words) > _SHORTEST_ALLIANCE
        and words[0].is_capitalised
        and words[0].lower in _ALLIED
        and words[1].lower in {"for", "against"}
        and all(word.is_capitalised for word in words[2:])
    )


def _with_determiner(layout: Layout, core: Sequence[Word]) -> Sequence[Word]:
    """The phrase with the determiner before it, which a reader may have cut off."""
    number = layout.word_number(core[0].start)
    if number == 0 or core[0].lower in DETERMINERS:
        return core
    before = layout.words[number - 1]
    if before.lower in _ARTICLES and layout.text[before.end : core[0].start] == " ":
        return [before, *core]
    return core


_SHORTEST_ALLIANCE = 2
_ALLIED = frozenset(
    "citizens americans friends veterans students mothers women doctors scientists".split()
)
_ARTICLES = frozenset({"the", "a", "an"})
_LONGEST_MARK = 3


def _read_owner(core: Sequence[Word], names: Sequence[NameMention]) -> tuple[Span | None, bool]:
    """Whom a description belongs to, and whether it is marked as owned."""
    if core[0].lower in POSSESSIVES and len(core) > 1:
        return Span(core[0].start, core[0].end), True
    inside = [name for name in names if name.span.end <= core[-1].start]
    for name in inside:
        if name.possessive:
            return name.span, True
    owned = any(word.possessive for word in core[:-1])
    # "the Ames campaign", "the Bell administration"
    if inside and core[-1].lower in _OWNED_BY_NAME and inside[-1].span.end == core[-2].end:
        return inside[-1].span, True
    return None, owned


# "his book “The Long Vale”": the title says nothing of who he is.
_TITLE_MARK = re.compile(r"[“\"]|['‘’]{2}")
_DATELINE = re.compile(r"[A-Z][A-Z.,/ ]{2,}(?:\([^()]*\) )?(?:-{1,2}|\u2013|\u2014) ")
_BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.OUTLET, EntityKind.GOVERNMENT})
_OWNED_BY_NAME = frozenset({"campaign", "administration", "camp", "team", "government"})
