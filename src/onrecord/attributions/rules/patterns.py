"""From a cue in its place to a draft: which words are its source and its content."""

from onrecord.attributions import word_classes as wc
from onrecord.attributions.cue_sites import CueSite, Voice, find_cue_sites
from onrecord.attributions.rules.complements import read_complement
from onrecord.attributions.rules.contents import find_clause_end
from onrecord.attributions.rules.drafts import Draft, Pattern, make_draft
from onrecord.attributions.rules.frames import (
    CONTENT_TAKES,
    RAISING,
    find_content_start,
    introduces,
    read_frame,
    read_inverted,
)
from onrecord.attributions.rules.main_sources import find_main_source, find_shared_source, is_author
from onrecord.attributions.rules.scope import Scope
from onrecord.attributions.rules.subjects import Range, find_subject_after, find_subject_before

# What follows or precedes tells these from other uses of their words; timid cues need one of them.
_PLAIN_PATTERNS = frozenset((Pattern.QUOTE_BEFORE, Pattern.QUOTE_AFTER, Pattern.THAT_CLAUSE))


def read_unit(scope: Scope) -> list[Draft]:
    """Every attribution that a cue of the scope makes, overlapping ones included."""
    words = scope.words
    drafts: list[Draft] = []
    for site in find_cue_sites(words, scope.low, scope.high, scope.lexicon, quoted=scope.quoted):
        draft = _read_site(scope, site, drafts)
        if draft is not None and not (
            draft.lemma in scope.lexicon.timid and draft.pattern not in _PLAIN_PATTERNS
        ):
            drafts.append(draft)
    return drafts


def _read_site(scope: Scope, site: CueSite, before: list[Draft]) -> Draft | None:
    match site.voice:
        case Voice.FIXED:
            return _read_according(scope, site)
        case Voice.NOUN:
            return _read_noun(scope, site)
        case Voice.ADJECTIVE:
            return _read_adjective(scope, site)
        case Voice.GERUND:
            return _read_participle(scope, site, before)
        case Voice.PASSIVE | Voice.REDUCED:
            return _read_passive(scope, site)
        case Voice.INFINITIVE:
            return None
        case _:
            return _read_finite(scope, site, before)


def _read_finite(scope: Scope, site: CueSite, before: list[Draft]) -> Draft | None:
    words = scope.words
    inverted = read_inverted(scope, site)
    if inverted is not None:
        return inverted
    if site.low > scope.low and words.lower[site.low - 1] in ("and", "but", "then"):
        shared = find_shared_source(scope, site, before)
        return read_complement(scope, site, shared) if shared else None
    source = find_subject_before(words, scope.low, site.low)
    if source is None or is_author(words, source):
        return None
    if site.form.takes & CONTENT_TAKES and source[0] > scope.low:
        framed = read_frame(scope, site, source, (source[0], site.high))
        if framed is not None:
            return framed
    if site.form.lemma in RAISING:
        return _read_raising(scope, site, source)
    return read_complement(scope, site, source)


def _read_raising(scope: Scope, site: CueSite, source: Range) -> Draft | None:
    words = scope.words
    if site.high >= scope.high or words.lower[site.high] not in (
        "to",
        "like",
        "that",
        "as",
        "likely",
    ):
        return None
    end = find_clause_end(words, site.high, scope.high, scope.lexicon, is_object=True)
    return make_draft(words, Pattern.RAISING, site, None, (source, (site.high, end)))


def _read_passive(scope: Scope, site: CueSite) -> Draft | None:
    """`The plan was opposed by Holt`, `Holt is expected to win`, `seen as a threat`."""
    words = scope.words
    if site.high >= scope.high:
        return None
    subject = find_subject_before(words, scope.low, site.low)
    if subject is None:
        return None
    first = words.lower[site.high]
    if first == "by":
        agent = find_subject_after(words, site.high + 1, scope.high)
        return make_draft(words, Pattern.PASSIVE, site, agent, (subject,)) if agent else None
    if site.voice is Voice.REDUCED and first not in ("as", "to"):
        return None
    if first not in ("to", "as", "of", "that", "for"):
        return None
    end = find_clause_end(words, site.high, scope.high, scope.lexicon, is_object=True)
    return make_draft(words, Pattern.PASSIVE, site, None, (subject, (site.high, end)))


def _read_participle(scope: Scope, site: CueSite, before: list[Draft]) -> Draft | None:
    """`…, adding that the road was closed`: the source is that of the clause before."""
    words = scope.words
    if site.low <= scope.low:
        return None
    previous = words.lower[site.low - 1]
    source: Range | None = None
    if previous == "," or words.is_mark[site.low - 1] or previous in wc.PREPOSITIONS | {"and"}:
        source = find_main_source(scope, site, before)
    else:
        source = find_subject_before(words, scope.low, site.low)
    if source is None:
        return None
    draft = read_complement(scope, site, source)
    if draft is None or words.lower[source[0]] == "i":
        return None
    return Draft(Pattern.PARTICIPLE, draft.lemma, draft.source, draft.cue, draft.content)


def _read_according(scope: Scope, site: CueSite) -> Draft | None:
    words = scope.words
    source = find_subject_after(words, site.high, scope.high)
    if source is None:
        return None
    at_start = all(not words.is_word(position) for position in range(scope.low, site.low))
    if at_start or words.lower[site.low - 1] in ("but", "and"):
        comma = next(
            (
                at
                for at in range(site.high, min(scope.high, site.high + 30))
                if words.lower[at] == ","
            ),
            None,
        )
        if comma is None:
            return None
        end = find_clause_end(words, comma + 1, scope.high, scope.lexicon)
        source = (site.high, comma)
        return make_draft(words, Pattern.ACCORDING, site, source, ((comma + 1, end),))
    start = find_content_start(scope, site.low)
    if start is None:
        return None
    content: tuple[Range, ...] = ((start, site.low),)
    end = source[1]
    if introduces(words, start, site.low) and end < scope.high and words.lower[end] == ",":
        content = (*content, (end, find_clause_end(words, end + 1, scope.high, scope.lexicon)))
    return make_draft(words, Pattern.ACCORDING, site, source, content)


def _read_noun(scope: Scope, site: CueSite) -> Draft | None:
    words = scope.words
    before = words.lower[site.low - 1] if site.low > scope.low else ""
    source: Range | None = None
    if before in ("his", "her", "their", "its", "my", "our"):
        source = (site.low - 1, site.low)
    elif before == "'s" or before == "'":
        source = find_subject_before(words, scope.low, site.low - 1)
    if source is None:
        return None
    end = find_clause_end(words, site.high, scope.high, scope.lexicon, is_object=True)
    return make_draft(words, Pattern.NOUN, site, source, ((site.high, end),))


def _read_adjective(scope: Scope, site: CueSite) -> Draft | None:
    words = scope.words
    source = find_subject_before(words, scope.low, site.low)
    if source is None:
        return None
    end = find_clause_end(words, site.high, scope.high, scope.lexicon, is_object=True)
    return make_draft(words, Pattern.ADJECTIVE, site, source, ((site.high, end),))
