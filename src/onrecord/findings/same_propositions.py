"""Which words name the same proposition, and which name none by themselves."""

from onrecord.findings.content_words import content_stems, stem_word
from onrecord.records import Span
from onrecord.resolution.layout import Layout, split_words

# Words that a proposition shares with every other.
_WEAK_STEMS = frozenset(
    """plan proposal propos bill law legislation act measure deal agreement policy program effort
    idea call need us u.s american america country united state states new full current""".split()
)
_TIMES = frozenset(
    map(
        stem_word,
        """january february march april june july august september october november
        december monday tuesday wednesday thursday friday saturday sunday year years
        month months week weeks day days time today tomorrow yesterday tonight last next
        later earlier ago now soon current recent temporary controversial so-called""".split(),
    )
)
# Keys are cut short, so that "retaliate" and "retaliation", "deport" and "deportation" are one.
_LONGEST_KEY = 6
_REVERSALS = frozenset(
    stem_word(word)[:_LONGEST_KEY]
    for word in """prevent block ban banned bar barring halt stop reject oppose abolish repeal
    cancel suspend end forbid no prohibit scrap drop withdraw withdrawal without against""".split()
)


def is_bare(layout: Layout, span: Span) -> bool:
    """Whether the words say only that there is a proposition: "the deal", "her proposals"."""
    stems = _stems(layout, span)
    return len(stems) == 1 and stems[0] in _BARE


def content_noun(layout: Layout, span: Span) -> str:
    """The stem of the one word that carries what bare words say."""
    return _stems(layout, span)[0]


_BARE = frozenset(
    map(
        stem_word,
        """plan plans proposal proposals bill bills law laws legislation act measure measures deal
        deals agreement treaty pact policy policies rule rules regulation regulations program
        talks initiative resolution reform amendment project order ban strategy""".split(),
    )
)


def key_stems(layout: Layout, span: Span) -> frozenset[str]:
    """The stems by which two namings of one proposition are known."""
    stems = frozenset(_stems(layout, span))
    return frozenset(stem[:_LONGEST_KEY] for stem in stems - _WEAK_STEMS or stems)


def _stems(layout: Layout, span: Span) -> list[str]:
    """The stems of the words that carry meaning, without when it is."""
    stems = content_stems(split_words(layout.text, span.start, span.end))
    return [stem for stem in stems if stem not in _TIMES] or stems


def is_same_proposition(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two namings share most of the words that matter, and are not each other's reverse."""
    if bool(one & _REVERSALS) != bool(other & _REVERSALS):
        return False
    one, other = one - _REVERSALS, other - _REVERSALS
    smaller = min(len(one), len(other))
    shared = len(one & other)
    larger = max(len(one), len(other))
    if smaller == 1:
        return shared == 1 and larger <= _FEW
    return smaller > 0 and shared >= max(2, 0.6 * smaller)


# One shared word tells little where the other naming has many.
_FEW = 3
