"""What kind of speaker a proper name or a noun stands for."""

import re
from collections.abc import Sequence

from onrecord.attributions.reader import NameLabel
from onrecord.records import EntityKind
from onrecord.resolution.lexicon import Lexicon

_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}(?:-[A-Z]+)?")
_WEB_ADDRESS = re.compile(
    r"[\w-]+\.(?:com|org|net|ru|de|fr|uk|ua|eu|info|news|io|tv|co)", re.IGNORECASE
)
# "ValeTV", "BrennNews"
_STATION = re.compile(r"[A-Z][a-z]+(?:TV|News|Radio)")
# "the Ministry of Defence", "the French Foreign Ministry": a government, wherever the noun stands.
_GOVERNMENT_NAME = frozenset(
    """ministry department government administration parliament congress senate court embassy
    presidency cabinet treasury tribunal duma""".split()
)
_NEWS_SERVICES = frozenset(
    {("news", "service"), ("news", "agency"), ("press", "agency"), ("news", "network")}
)
# "Citizens for Open Harbours", "Center for Port Policy": whatever word ends them.
_BODIES_FOR = frozenset(
    """center centre institute citizens americans friends veterans students mothers doctors lawyers
    alliance coalition committee council foundation association society fund league union""".split()
)
_PERSON_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_HONOURS = frozenset("kc qc obe mbe cbe dbe kbe phd md esq".split())
_SEATS = frozenset({"MP", "MSP", "MEP"})
# "Radio Vale", "Gazzetta della Vale"
_OUTLET_OPENINGS = frozenset("radio daily tv news gazzetta corriere giornale diario gazeta".split())


def classify_name(
    words: Sequence[str], label: NameLabel | None, lexicon: Lexicon
) -> tuple[NameLabel, EntityKind | None]:
    """The label and the kind of a proper name; the kind is None where only use can tell.

    Args:
        words: the name's words without title and article, as they are written.
        label: what a reader took it for; None where nobody has looked at it.
        lexicon: known outlets, organisations, places and endings.
    """
    lower = [word.lower().rstrip(".") for word in words]
    joined = " ".join(lower)
    if label is not NameLabel.PERSON:
        known = _classify_known(words, joined, lexicon)
        if known is not None:
            return known
    if label is NameLabel.PERSON:
        return NameLabel.PERSON, EntityKind.PERSON
    if label is NameLabel.LOCATION or (label is None and _is_place(joined, lexicon)):
        return NameLabel.LOCATION, EntityKind.GOVERNMENT
    by_ending = _classify_by_words(words, lower, lexicon)
    if by_ending is not None:
        return by_ending
    if label is NameLabel.ORGANISATION:
        return NameLabel.ORGANISATION, EntityKind.ORGANISATION
    if label is NameLabel.OTHER:
        return NameLabel.OTHER, None
    return _guess(words, lower, lexicon)


# What a newsroom's name takes after it for one of its desks.
_SECTIONS = frozenset(
    """news money sports radio television tv business politics magazine online world latino
    international live opinion""".split()
)
# Names of outlets that are words of their own: "Time", "Post", "Star".
_COMMON_WORDS = frozenset(
    """time fortune vice slate salon wired variety sun star post mail sky fox focus guardian
    federalist economist atlantic record review nation hill intercept ap ard rai ani efe pti cna
    sana pap rtl ntv rbc""".split()
)


def _is_place(joined: str, lexicon: Lexicon) -> bool:
    short = joined.replace(" ", "").rstrip(".")
    return joined in lexicon.places or joined in lexicon.states or short in lexicon.short_states


def _classify_known(
    words: Sequence[str], joined: str, lexicon: Lexicon
) -> tuple[NameLabel, EntityKind] | None:
    shouted = all(word.isupper() for word in words)
    for names, kind in (
        (lexicon.seats_of_power, EntityKind.GOVERNMENT),
        (lexicon.outlets, EntityKind.OUTLET),
        (lexicon.organisations, EntityKind.ORGANISATION),
    ):
        # "who" and "us" are words; "WHO" and "UN" are not.
        if joined in names and (len(joined) > 3 or shouted or "." in "".join(words)):
            return NameLabel.ORGANISATION, kind
    if is_edition(joined, lexicon):
        return NameLabel.ORGANISATION, EntityKind.OUTLET
    return None


def is_edition(joined: str, lexicon: Lexicon) -> bool:
    """Whether a name is an outlet's with its place or section: "Brenn Union Leader", "Fox 35".

    Args:
        joined: the words of the name in lower case.
        lexicon: known outlets and places.
    """
    words = joined.split()
    for number in range(1, len(words)):
        before, after = " ".join(words[:number]), " ".join(words[number:])
        # "Vale Union Leader": a paper of two words after its town.
        if len(words) - number > 1 and after in lexicon.outlets and _is_place(before, lexicon):
            return True
        # "Vale News Business": what ends as an outlet does has desks too.
        outlet = before in lexicon.outlets or _ends_as_outlet(words, number, lexicon)
        if outlet and (
            after in _SECTIONS or after.isdigit() or (_is_place(after, lexicon) and number < 3)
        ):
            return before not in _COMMON_WORDS
    return False


def _ends_as_outlet(words: Sequence[str], number: int, lexicon: Lexicon) -> bool:
    """Whether the first words of a name are an outlet's by their ending: "vale news"."""
    return (
        number > 1
        and words[number - 1] in lexicon.outlet_endings
        and not lexicon.is_given_name(words[0])
    )


def _classify_by_words(
    words: Sequence[str], lower: Sequence[str], lexicon: Lexicon
) -> tuple[NameLabel, EntityKind | None] | None:
    if any(word in _GOVERNMENT_NAME for word in lower) and len(lower) > 1:
        return NameLabel.ORGANISATION, EntityKind.GOVERNMENT
    if tuple(lower[-2:]) in _NEWS_SERVICES and len(lower) > 2:
        return NameLabel.ORGANISATION, EntityKind.OUTLET
    if _WEB_ADDRESS.fullmatch(words[-1]) or _STATION.fullmatch(words[-1]):
        return NameLabel.ORGANISATION, EntityKind.OUTLET
    # "Vale Radio", "Radio Vale", "The Star"; but "Ringo Star" is found by his given name.
    titled = any(word in lexicon.titles for word in lower[1:-1])  # "Brenn Mayor Ivo Guardian"
    if len(lower) > 1 and not titled and not lexicon.is_given_name(lower[0]):
        outlet_ending = lower[-1] in lexicon.outlet_endings and lower[-1] != "agency"
        if outlet_ending or lower[0] in _OUTLET_OPENINGS:
            return NameLabel.ORGANISATION, EntityKind.OUTLET
        if lower[-1] == "agency" and {"news", "press"} & set(lower):
            return NameLabel.ORGANISATION, EntityKind.OUTLET
    if _names_body(lower):
        return NameLabel.ORGANISATION, EntityKind.ORGANISATION
    if len(lower) > 1 and lower[-1] in lexicon.document_nouns:
        return NameLabel.OTHER, EntityKind.DOCUMENT
    if len(lower) > 1 and (
        lower[-1] in lexicon.organisation_endings
        or (
            {"of", "for", "on", "against"} & set(lower[1:])
            and set(lower) & lexicon.organisation_endings
        )
    ):
        return NameLabel.ORGANISATION, EntityKind.ORGANISATION
    return None


def _names_body(lower: Sequence[str]) -> bool:
    """Whether a name begins as a body's: "Centre for …", "National Institute for … Research"."""
    follows = {"for", "of", "on", "against"}
    starts = [number for number in (0, 1) if len(lower) > number + 2]
    return any(lower[one] in _BODIES_FOR and lower[one + 1] in follows for one in starts)


def _guess(
    words: Sequence[str], lower: Sequence[str], lexicon: Lexicon
) -> tuple[NameLabel, EntityKind | None]:
    """A name that no list and no ending tells: by the shape that names of people have."""
    if lexicon.is_given_name(lower[0]) and (len(lower) > 1 or not words[0].isupper()):
        return NameLabel.PERSON, EntityKind.PERSON
    if all(_ACRONYM.fullmatch(word) for word in words):
        return NameLabel.ORGANISATION, EntityKind.ORGANISATION
    return NameLabel.OTHER, None


def classify_noun(noun: str, lexicon: Lexicon) -> EntityKind | None:
    """What a common noun stands for: a person, an organisation …; None for groups and the rest."""
    singular = lexicon.singular_of(noun)
    for nouns, kind in (
        (lexicon.document_nouns, EntityKind.DOCUMENT),
        (lexicon.outlet_nouns, EntityKind.OUTLET),
        (lexicon.organisation_nouns, EntityKind.ORGANISATION),
        (lexicon.government_nouns, EntityKind.GOVERNMENT),
    ):
        if singular in nouns:
            return kind
    if singular in lexicon.groups:
        return None
    if lexicon.is_person_noun(singular):
        return EntityKind.PERSON
    return None


def is_person_suffix(word: str) -> bool:
    """Whether the word can follow a surname: "Jr.", "III"."""
    return word.lower().rstrip(".") in _PERSON_SUFFIXES


def is_honour(word: str, *, seats: bool = False) -> bool:
    """Whether the word only honours the name before it: "KC", "PhD"; with `seats` also "MP"."""
    if seats and word in _SEATS:
        return True
    return word[0].isupper() and word.lower().replace(".", "") in _HONOURS


def is_common_outlet(word: str) -> bool:
    """Whether an outlet's name, in lower case, is a word of its own: "time", "post"."""
    return word in _COMMON_WORDS
