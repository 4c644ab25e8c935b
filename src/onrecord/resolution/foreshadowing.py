"""Names held back: "The town's mayor has told the paper …", and only then "Ida Bell said"."""

from collections.abc import Sequence

from onrecord.records import EntityKind
from onrecord.resolution.discourse import Discourse, Referent
from onrecord.resolution.lexicon import Gender
from onrecord.resolution.offices import may_be_office
from onrecord.resolution.roles import RoleMention

_SOON = 12
_WIDELY_HELD = frozenset(
    """spokesman spokeswoman spokesperson official lawyer attorney expert professor voter man woman
    reporter aide adviser advisor strategist analyst candidate republican democrat supporter critic
    member leader economist lawmaker politician resident""".split()
)
_ANOTHER = frozenset({"another", "one", "some", "every", "each", "no", "any"})
_LEAD_SENTENCES = 3
_DETERMINERS = frozenset({"the", "this"})


def find_foreshadowed(named: Referent, discourse: Discourse) -> Referent | None:
    """The office holder of the lead whose name this first one is; None where there is no such.

    Only where nobody else was named before: the first to be named as a speaker is the one whom the
    lead let speak.
    """
    if not named.is_person:
        return None
    introduced = _is_said_who(named, discourse)
    described: Referent | None = None
    for entry in discourse.entries:
        referent = entry.referent
        if referent is named or (introduced and entry.told is not None):
            continue
        if referent.group is not None and referent.is_person and not entry.possessive:
            return None
        if described is None and entry.speaker and entry.sentence < _LEAD_SENTENCES:
            held = _holds_office(referent, discourse)
            described = referent if held or (introduced and _held_office(referent)) else None
    if (
        described is None
        or len({described.likely_gender, named.likely_gender} - {Gender.UNKNOWN}) > 1
    ):
        return None
    return described


def find_announced(
    named: Referent, roles: Sequence[RoleMention], discourse: Discourse
) -> list[Referent]:
    """Whom headline and lead call "a Brenn judge", now that "Judge Ida Bell" is named.

    Only for offices that few in one article hold; and nobody else who holds it may have been named
    before, nor a second one described.
    """
    heads = {role.head for role in roles if role.head}
    lexicon = discourse.lexicon
    found: list[Referent] = []
    spoke = False
    for entry in discourse.entries:
        referent = entry.referent
        if referent is named or not referent.is_person:
            continue
        if referent.group is not None:
            if heads & {role.head for role in referent.roles}:
                return []
            continue
        if referent.head in heads or any(lexicon.role_fits(referent.head, one) for one in heads):
            spoke = spoke or entry.speaker
            if entry.sentence >= _LEAD_SENTENCES and referent not in found:
                return []
            found.append(referent)
    found = list(dict.fromkeys(found))
    if not spoke or len({one.head for one in found}) > 1:
        return []
    same = all(_is_same_office(one, named, roles, discourse) for one in found)
    return found if same else []


def _is_same_office(
    described: Referent, named: Referent, roles: Sequence[RoleMention], discourse: Discourse
) -> bool:
    first = described.words.split(" ")[0].lower()
    now = discourse.entries[-1].sentence
    near = now - discourse.layout.sentence_at(described.spans[0].start) <= _SOON
    stated: set[str] = set().union(*(role.words for role in roles))
    words = set(described.words.lower().split())
    differs = {"former", "deputy", "vice", "acting", "retired"} & (words ^ stated)
    return (
        near
        # "immigrant-bashing"
        and discourse.layout.text[described.spans[0].end : described.spans[0].end + 1] != "-"
        and described.head not in _WIDELY_HELD
        and first not in _ANOTHER
        and described.owner is None
        and not described.plural
        and not differs
        and len({described.likely_gender, named.likely_gender} - {Gender.UNKNOWN}) < 2
    )


def _is_said_who(named: Referent, discourse: Discourse) -> bool:
    """Whether a clause says who the one is that is named: "said Ida Bell, who led the port"."""
    text, group = discourse.layout.text, named.group
    return group is not None and text[group.members[0].span.end :].startswith(", who ")


def _held_office(referent: Referent) -> bool:
    """Whether somebody is only called the former holder of an office: "a former chairman"."""
    words = referent.words.lower().split()
    return referent.group is None and words[:2] == ["a", "former"] and not referent.plural


def _holds_office(referent: Referent, discourse: Discourse) -> bool:
    first = referent.words.lower().split(" ")[0]
    return (
        referent.group is None
        and referent.kind is EntityKind.PERSON
        and not referent.plural
        and may_be_office(referent.head, discourse)
        and (first in _DETERMINERS or first.endswith(("'s", "\u2019s", "s'", "s\u2019")))
    )
