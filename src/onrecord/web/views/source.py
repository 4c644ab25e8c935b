"""One source over all articles: what it said, wanted and denied, and how it is named."""

import itertools
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from onrecord.dates import PartialDate
from onrecord.ledger.found import FoundAttribution
from onrecord.records import Act, EntityKind, Form

GROUPS: tuple[tuple[str, str, frozenset[Act]], ...] = (
    (
        "said",
        "said",
        frozenset({Act.SAYS, Act.CLAIMS, Act.PREDICTS, Act.WARNS, Act.PROMISES, Act.SHOWS}),
    ),
    ("confirmed", "confirmed", frozenset({Act.CONFIRMS})),
    ("denied", "denied or declined", frozenset({Act.DENIES, Act.DECLINES})),
    (
        "wanted",
        "wanted, asked or proposed",
        frozenset(
            {Act.WANTS, Act.DEMANDS, Act.ASKS, Act.PROPOSES, Act.SUPPORTS, Act.OPPOSES, Act.DECIDES}
        ),
    ),
    ("thought", "thought or knew", frozenset({Act.BELIEVES, Act.KNOWS})),
)
"""What a source did, in a few kinds: key, words, acts. Every act is in one of them."""

_PRONOUNS = frozenset("he she they it i we his her their its".split())


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the attributions, with its width in per cent."""

    key: str
    words: str
    count: int
    percent: float


@dataclass(frozen=True, slots=True)
class DayOfSource:
    """What is reported of a source in the articles of one day."""

    day: PartialDate | None
    said: tuple[FoundAttribution, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source's page.

    Attributes:
        kinds: what it is in the articles, the most frequent first.
        groups: how much of everything it said, wanted, denied.
        naming: how the articles name it: by name, by a description, by a pronoun.
        forms: how much is in its own words.
        days: the newest first, of the chosen group.
        is_cut: whether there may be more of the chosen group.
    """

    kinds: tuple[EntityKind, ...]
    total: int
    articles: int
    outlets: tuple[tuple[str, int], ...]
    groups: tuple[Share, ...]
    naming: tuple[Share, ...]
    forms: tuple[Share, ...]
    days: tuple[DayOfSource, ...]
    is_cut: bool
    first_on: PartialDate | None
    last_on: PartialDate | None


def make_source_view(
    said: Sequence[FoundAttribution],
    names: Collection[str],
    group: str = "",
    *,
    most: int,
    more: bool,
) -> SourceView:
    """What is attributed to one source, of one kind of acts or of all.

    Args:
        said: what is attributed to it, the newest article first.
        names: the names that mean it.
        group: a key of `GROUPS`; "" for all.
        most: how many are shown, the newest.
        more: whether more is attributed to it than `said`.
    """
    acts = next((acts for key, _, acts in GROUPS if key == group), frozenset(Act))
    chosen = [one for one in said if one.attribution.act in acts]
    days = sorted(one.published_on for one in said if one.published_on is not None)
    kinds = Counter(one.entity_kind for one in said if one.entity_kind is not None)
    outlets = Counter(one.publisher for one in said)
    return SourceView(
        kinds=tuple(kind for kind, _ in kinds.most_common()),
        total=len(said),
        articles=len({one.attribution.article_id for one in said}),
        outlets=tuple(outlets.most_common()),
        groups=_share(
            [(key, words, _count_acts(said, acts)) for key, words, acts in GROUPS], len(said)
        ),
        naming=_share(_count_naming(said, names), len(said)),
        forms=_share(_count_forms(said), len(said)),
        days=tuple(
            DayOfSource(day, tuple(found))
            for day, found in itertools.groupby(chosen[:most], key=lambda one: one.published_on)
        ),
        is_cut=more or len(chosen) > most,
        first_on=days[0] if days else None,
        last_on=days[-1] if days else None,
    )


def _count_acts(said: Sequence[FoundAttribution], acts: frozenset[Act]) -> int:
    return sum(one.attribution.act in acts for one in said)


def _count_naming(
    said: Sequence[FoundAttribution], names: Collection[str]
) -> list[tuple[str, str, int]]:
    """How the words of the source name it; the last word of a name is enough."""
    last_words = {name.split()[-1].casefold() for name in names if name.split()}
    counts = Counter(_naming_of(one, last_words) for one in said)
    return [
        ("named", "by name", counts["named"]),
        ("described", "by a description", counts["described"]),
        ("pronoun", "by a pronoun", counts["pronoun"]),
        ("without", "without a word for it", counts["without"]),
    ]


def _naming_of(one: FoundAttribution, last_words: set[str]) -> str:
    words = [word.strip(".,;:’'\"“”").casefold() for word in (one.source_text or "").split()]
    if not words:
        return "without"
    bare = {word.removesuffix("’s").removesuffix("'s") for word in words}
    if one.entity_kind is not EntityKind.UNNAMED and bare & last_words:
        return "named"
    return "pronoun" if len(words) == 1 and words[0] in _PRONOUNS else "described"


def _count_forms(said: Sequence[FoundAttribution]) -> list[tuple[str, str, int]]:
    counts = Counter(one.attribution.form for one in said)
    words = {Form.DIRECT: "direct quotes", Form.MIXED: "partly quoted", Form.INDIRECT: "paraphrase"}
    return [(form.value, words[form], counts[form]) for form in Form]


def _share(counts: Sequence[tuple[str, str, int]], total: int) -> tuple[Share, ...]:
    return tuple(
        Share(key, words, count, round(100 * count / total, 1))
        for key, words, count in counts
        if count
    )
