"""The head of a source span: whom the words name, describe or point to."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import EntityKind, Span, Spans
from onrecord.resolution.joint import are_modifiers, read_joint
from onrecord.resolution.kinds import classify_noun
from onrecord.resolution.layout import Layout, Word
from onrecord.resolution.lexicon import Gender, Lexicon
from onrecord.resolution.mentions import (
    CLAUSE_MARK,
    PERSONAL,
    POSSESSIVES,
    RELATIVES,
    TRANSCRIPT_LABELS,
    Shape,
    SourceMention,
)
from onrecord.resolution.names import NameMention, read_name

_DETERMINERS = frozenset({"the", "this", "that", "these", "those", "a", "an", "another", "one"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
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
    named = (
        _name_at_end(layout, core, names, lexicon)
        or _name_after(layout, core, names, lexicon)
        or _name_after_complement(layout, core, words[-1].end, names, lexicon)
        or _name_after_noun(layout, core, words[-1].end, names, lexicon)
    )
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


def _name_at_end(
    layout: Layout, core: Sequence[Word], names: Sequence[NameMention], lexicon: Lexicon
) -> NameMention | None:
    """The name that the core ends with: "spokesman Ivo Marsh", "the Brenn Post", "Ames's"."""
    end = core[-1].end
    for name in names:
        if name.span.start <= core[-1].start and name.span.end >= end:
            return None if name.kind is EntityKind.DOCUMENT and name.article == "" else name
    if not core[-1].is_capitalised or _is_common(core[-1], lexicon):
        return None
    first = len(core) - 1
    while (
        first > 0
        and core[first - 1].is_capitalised
        and not core[first - 1].possessive
        and not lexicon.is_person_noun(core[first - 1].text)
        and core[first - 1].lower not in _DETERMINERS
    ):
        first -= 1
    if len(core) > 1 and first == len(core) - 1 and core[0].lower in _DETERMINERS:
        return None
    return next(read_name(layout, list(core[first:]), None, lexicon), None)


def _is_common(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word with a capital is a common noun all the same: "Critics", "The Senator"."""
    singular = lexicon.singular_of(word.text)
    return (
        word.lower in TRANSCRIPT_LABELS
        or singular in lexicon.peoples
        or word.lower in lexicon.groups
        or word.lower in lexicon.titles
        or lexicon.is_person_noun(singular)
        or classify_noun(word.text, lexicon) is not None
        or lexicon.is_plural(word.text)
        or word.lower in _DETERMINERS
    )


def _name_after(
    layout: Layout, core: Sequence[Word], names: Sequence[NameMention], lexicon: Lexicon
) -> NameMention | None:
    """The name that stands in apposition: "the town's mayor, Ida Bell"."""
    if lexicon.is_plural(core[-1].text) or not lexicon.is_person_noun(core[-1].text):
        return None
    for name in names:
        between = layout.text[core[-1].end : name.span.start]
        if name.span.start < core[-1].end:
            continue
        between = between.lstrip().removeprefix(",").removeprefix("and ")
        if not are_modifiers(between, lexicon):
            return None
        if name.kind in (EntityKind.PERSON, None):
            return None if name.possessive else name
    return None


def _name_after_complement(
    layout: Layout, core: Sequence[Word], end: int, names: Sequence[NameMention], lexicon: Lexicon
) -> NameMention | None:
    """The name that ends the source: "a lawyer for the port, Ida Bell", "one of the aides, …"."""
    noun = core[-1]
    if noun.lower != "one" and (
        lexicon.is_plural(noun.text) or not lexicon.is_person_noun(noun.text)
    ):
        return None
    for name in names:
        full = name.kind is EntityKind.PERSON and (len(name.words) > 1 or name.title)
        between = layout.text[noun.end : name.span.start]
        complement, comma, rest = between.partition(", ")
        if (
            full
            and not name.possessive
            and name.span.end >= end
            and comma
            and _COMPLEMENT.match(complement)
            and are_modifiers(rest, lexicon)
        ):
            return name
    return None


def _name_after_noun(
    layout: Layout, core: Sequence[Word], end: int, names: Sequence[NameMention], lexicon: Lexicon
) -> NameMention | None:
    """The name that ends the source after any noun: "the shipowner, Ida Bell", "her firm, Sorle".

    Inside one source the comma stands between two words for one and the same.
    """
    noun, first = core[-1], core[0]
    definite = first.lower in _DEFINITE or first.lower in POSSESSIVES or first.possessive
    if not definite or noun.is_capitalised or noun.possessive or lexicon.is_plural(noun.text):
        return None
    kind = classify_noun(noun.text, lexicon) or EntityKind.PERSON
    for name in names:
        apposed = layout.text[noun.end : name.span.start] == ", " and name.span.end >= end
        if apposed and not name.possessive and len(name.words) > 1 and name.kind in {kind, None}:
            return replace(name, kind=kind)
    return None


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
    definite = first in _DEFINITE or owned or (office and first not in _DETERMINERS)
    modifiers = tuple(word.lower for word in core[:-1] if word.lower not in _DETERMINERS)
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
    if number == 0 or core[0].lower in _DETERMINERS:
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
_COMPLEMENT = re.compile(r"\s+(?:for|of|at|to|from|in|with)\s[^;:()\"\n]+$")
_DATELINE = re.compile(r"[A-Z][A-Z.,/ ]{2,}(?:\([^()]*\) )?(?:-{1,2}|\u2013|\u2014) ")
_BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.OUTLET, EntityKind.GOVERNMENT})
_OWNED_BY_NAME = frozenset({"campaign", "administration", "camp", "team", "government"})
