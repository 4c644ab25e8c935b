"""How far a content reaches: complements to the right of a cue, clauses to the left of it."""

from onrecord.attributions import word_classes as wc
from onrecord.attributions.cue_sites import looks_like_adverb
from onrecord.attributions.cues import Inflection, Lexicon
from onrecord.attributions.rules.subjects import Range, find_subject_before
from onrecord.attributions.words import Words

LONGEST_ADJUNCT = 14
"""Words that may stand between a cue and its content: "said in an interview on Monday that"."""

_OBJECT_PRONOUNS = frozenset("him her them me us you it reporters".split())
_ADJUNCT_STARTS = frozenset(
    "in on at during after before to of last this earlier late by with through via as".split()
)
_AFTER_OBJECT = frozenset(
    """a who which as after when where with even he she they it in so because then despite
    saying""".split()
)
_COMPLEMENT_STARTS = frozenset("that whether how why what if".split())


def skip_adjuncts(words: Words, position: int, high: int) -> int:
    """Step over "in a statement on Monday" where a content follows it; else stay."""
    if position >= high or _is_existential(words, position, high):
        return position
    word = words.lower[position]
    starts = word in _ADJUNCT_STARTS or word in wc.TIMES or word == ","
    if not starts or words.is_mark[position]:
        return position
    for end in range(position, min(high, position + LONGEST_ADJUNCT)):
        if words.is_mark[end]:
            opens = end + 1 < high and words.is_quoted(end + 1)
            return end if opens and (end == position or words.lower[end - 1] in ",:") else position
        if words.lower[end] == "that" and end > position:
            return end
        if words.lower[end] == ":":
            return end
    if word in wc.TIMES:
        while position < high and words.lower[position] in wc.TIMES:
            position += 1
    elif word == "on" and position + 1 < high and words.lower[position + 1] in wc.TIMES:
        return skip_adjuncts(words, position + 1, high)
    return position


def _is_existential(words: Words, position: int, high: int) -> bool:
    """Whether "there was …" begins here, and no "there" of place."""
    following = words.lower[position + 1] if position + 1 < high else ""
    return words.lower[position] == "there" and following in wc.AUXILIARIES


def find_addressee(words: Words, position: int, high: int) -> int:
    """Where the addressee of "told", "asked" … ends and the content begins."""
    if position >= high:
        return position
    if words.lower[position] in _OBJECT_PRONOUNS:
        return position + 1
    for end in range(position, min(high, position + LONGEST_ADJUNCT)):
        word = words.lower[end]
        if word in _COMPLEMENT_STARTS or word in (":", "to", ".") or words.is_mark[end]:
            return end
        if word == "," and words.lower[end + 1 : end + 2] not in ((), ("a",), ("the",), ("an",)):
            return end
        if end > position and word in wc.SUBJECT_PRONOUNS:
            return end
        if end > position + 1 and word in wc.DETERMINERS and words.is_word(end - 1):
            before = words.lower[end - 1]
            if before not in wc.PREPOSITIONS and before not in wc.CONJUNCTIONS and word != "'s":
                return end
    return position


def find_clause_end(
    words: Words, low: int, high: int, lexicon: Lexicon, *, is_object: bool = False
) -> int:
    """Where a content that begins at low ends: with the unit, or before what is no longer it.

    Args:
        words: the text.
        low: the first word of the content.
        high: the end of the unit.
        lexicon: the cues; a second one of the same source ends the content.
        is_object: the content is a noun phrase, which ends sooner than a clause.
    """
    for position in range(low + 1, high):
        if words.is_quoted(position):
            continue
        if words.is_mark[position] and words.lower[position - 1] == ",":
            # `"wants peace," adding …`: the comma stands inside the quotation.
            if _ends_at_comma(words, position, high, lexicon, is_object=is_object):
                return position + 1
            continue
        if _ends_content(words, position, high, lexicon, is_object=is_object):
            return position
    return high


def _ends_content(
    words: Words, position: int, high: int, lexicon: Lexicon, *, is_object: bool
) -> bool:
    word = words.lower[position]
    if word in ";•" or (word in "—–" and is_object):
        return True
    following = words.lower[position + 1] if position + 1 < high else ""
    if word == ",":
        return _ends_at_comma(words, position, high, lexicon, is_object=is_object)
    if word == "and":
        return _starts_second_cue(words, position + 1, high, lexicon, is_object=is_object)
    if is_object and word in ("while", "because", "but", "although", "though", "whereas", "when"):
        return True
    return (word, following) in (("according", "to"), ("even", "though"))


def _ends_at_comma(
    words: Words, comma: int, high: int, lexicon: Lexicon, *, is_object: bool
) -> bool:
    if comma + 1 >= high:
        return False
    following = words.lower[comma + 1]
    if following in ("according", "per") or is_cue_participle(words, comma + 1, high, lexicon):
        return True
    if following in ("but", "though", "although", "while", "whereas"):
        return True
    if following == "and":
        return _starts_second_cue(words, comma + 2, high, lexicon, is_object=is_object)
    if is_object and following in _AFTER_OBJECT:
        return True
    return find_parenthetical(words, comma, high, lexicon) is not None


def is_cue_participle(words: Words, position: int, high: int, lexicon: Lexicon) -> bool:
    """Whether "adding", "noting" … (after an adverb at most) begins here."""
    if position < high and looks_like_adverb(words, position):
        position += 1
    if position >= high or not words.lower[position].endswith("ing"):
        return False
    return any(
        form.is_verbal and Inflection.GERUND in form.inflections
        for form in lexicon.match(words.lower, position)
    )


def _starts_second_cue(
    words: Words, position: int, high: int, lexicon: Lexicon, *, is_object: bool
) -> bool:
    """Whether a second cue follows "and": "endorsed Ruiz and called for", "and he said that".

    After a clause the second cue must have its own that-clause, infinitive or quotation: "said the
    mayor had lied and left" has one content.
    """
    if position < high and words.lower[position] in ("he", "she", "they"):
        position += 1
    if position < high and (
        looks_like_adverb(words, position) or words.lower[position] in wc.AUXILIARIES
    ):
        position += 1
    if position >= high:
        return False
    finite = {Inflection.PAST, Inflection.PRESENT, Inflection.GERUND}
    for form in lexicon.match(words.lower, position):
        end = position + len(form.words)
        opens = end < high and (words.lower[end] in ("that", "to") or words.is_mark[end])
        if form.is_verbal and form.inflections & finite and (is_object or opens):
            return True
    return False


def find_parenthetical(words: Words, comma: int, high: int, lexicon: Lexicon) -> Range | None:
    """The subject of ", officials said" that begins right after a comma, or None."""
    for position in range(comma + 2, min(high, comma + 12)):
        if words.lower[position] == "," or words.is_mark[position]:
            return None
        for form in lexicon.match(words.lower, position):
            end = position + len(form.words)
            if "person" in form.takes:
                end = find_addressee(words, end, high)
            closes = end >= high or words.lower[end] in (",", ".", "?", "!") or words.is_mark[end]
            finite = form.inflections & {Inflection.PAST, Inflection.PRESENT, Inflection.BASE}
            if form.is_verbal and finite and closes and "clause" in form.takes:
                start = position
                while start > comma + 1 and (
                    words.lower[start - 1] in wc.AUXILIARIES or looks_like_adverb(words, start - 1)
                ):
                    start -= 1
                return find_subject_before(words, comma + 1, start)
    return None
