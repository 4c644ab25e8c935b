"""Whom a description means: "the minister", "the Ames campaign", "critics", "a new poll"."""

from collections.abc import Callable, Collection
from dataclasses import replace

from onrecord.attributions.reader import NameLabel
from onrecord.records import EntityKind, Span
from onrecord.resolution.discourse import Discourse, Entry, Referent
from onrecord.resolution.lexicon import Gender
from onrecord.resolution.mentions import TRANSCRIPT_LABELS, SourceMention
from onrecord.resolution.offices import (
    HIGHEST_OFFICES,
    is_introduced,
    may_be_office,
    parties_differ,
    portfolios_differ,
)

_NEAR_SENTENCES = 3
_LONG_MEMORY = 1000
_ORGANISED = frozenset({EntityKind.ORGANISATION, EntityKind.GOVERNMENT, EntityKind.OUTLET})
_SAME_DOCUMENT = (
    frozenset({"poll", "survey", "polling"}),
    frozenset({"study", "survey"}),
    frozenset({"study", "report", "research", "paper", "analysis", "review"}),
    frozenset({"email", "e-mail", "letter", "message", "note", "memo"}),
    frozenset({"lawsuit", "suit", "complaint", "filing"}),
    frozenset({"ad", "spot", "commercial", "video", "advertisement", "clip"}),
    frozenset({"article", "story", "column", "editorial", "op-ed", "piece"}),
    frozenset({"tweet", "post"}),
)
_WRITTEN_OUT = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general",
    "prof": "professor", "dr": "doctor",
}  # fmt: skip
_CHIEF_MINISTERS = {"pm": "prime", "cm": "chief"}
_WEAK_MODIFIERS = frozenset("former then new late same longtime veteran own very ex".split())
# A general organisation noun can take up any organisation; these want their own word again.
_GENERAL_BODIES = frozenset(
    """group organisation organization company firm agency institution nonprofit non-profit body
    corporation institute network outfit""".split()
)


def find_described(
    description: SourceMention,
    owner: Referent | None,
    discourse: Discourse,
    *,
    bold: bool,
    others: Collection[Referent] = (),
) -> Referent | None:
    """The referent that the description takes up; None where it brings in a new one.

    Args:
        description: the noun phrase.
        owner: whom it belongs to, resolved.
        discourse: what was mentioned before.
        bold: whether a definite description without a stated role may mean the person in focus.
        others: who speaks the words around it, and so speaks of somebody else.
    """
    head = discourse.lexicon.singular_of(description.head)
    if head in _CHIEF_MINISTERS:
        modifiers = (_CHIEF_MINISTERS[head], *description.modifiers)
        head = "minister"
        description = replace(description, head=head, modifiers=modifiers)
    if owner is not None:
        owned = _find_owned(head, owner, discourse) or _find_campaign(description, owner, discourse)
        if owned is not None or description.kind is not EntityKind.PERSON:
            return owned
    if description.kind is EntityKind.PERSON:
        # "Brenn's mayor" is somebody's office; "Ames's mayor" is no way to speak of Ames.
        of_place = owner is None or owner.kind is EntityKind.GOVERNMENT
        return _find_person(description, head, discourse, bold=bold and of_place, others=others)
    if description.kind is EntityKind.DOCUMENT:
        return _find_document(description, head, discourse)
    if description.kind in _ORGANISED:
        return _find_body(description, head, discourse)
    return _find_group(description, head, discourse)


def _find_owned(head: str, owner: Referent, discourse: Discourse) -> Referent | None:
    return discourse.owned.get((id(owner), head))


def _find_campaign(
    description: SourceMention, owner: Referent, discourse: Discourse
) -> Referent | None:
    """The campaign of "the Ames team", which is not "her legal team"."""
    if description.head not in {"team", "camp"} or description.owner is None:
        return None
    text = discourse.layout.text[description.owner.start : description.owner.end].lower()
    if set(description.modifiers) - set(text.split()):
        return None
    return _find_owned("campaign", owner, discourse)


def _find_person(
    description: SourceMention,
    head: str,
    discourse: Discourse,
    *,
    bold: bool,
    others: Collection[Referent],
) -> Referent | None:
    if not description.definite:
        return None
    sentence = discourse.layout.sentence_at(description.span.start)
    best: tuple[float, Referent] | None = None
    seen: set[int] = set()
    for entry in discourse.recent(_LONG_MEMORY):
        referent = entry.referent
        if id(referent) in seen or not referent.is_person or _opposed(description, referent):
            continue
        seen.add(id(referent))
        score = _role_score(description, head, referent, discourse)
        if score <= 0:
            continue
        score -= 0.05 * min(20, sentence - entry.sentence)
        if best is None or score > best[0]:
            best = (score, referent)
    if best is not None:
        return best[1]
    if not bold or not may_be_office(head, discourse) or description.plural:
        return None
    return _person_in_focus(description, head, discourse, others)


def _opposed(description: SourceMention, referent: Referent) -> bool:
    genders = {description.gender, referent.likely_gender} - {Gender.UNKNOWN}
    return len(genders) > 1


def _role_score(
    description: SourceMention, head: str, referent: Referent, discourse: Discourse
) -> float:
    """How well the description fits what the text has said of somebody; 0 where it does not."""
    lexicon = discourse.lexicon
    heads = {role.head for role in referent.roles if role.head} | {referent.head} - {""}
    direct = head in heads or any(_WRITTEN_OUT.get(other.rstrip(".")) == head for other in heads)
    if not direct and not any(lexicon.role_fits(head, other) for other in heads):
        return 0.0
    words: set[str] = set().union(*(role.words for role in referent.roles))
    words |= set(referent.words.lower().split())
    if portfolios_differ(description, referent):
        return 0.0
    wanted = [word for word in description.modifiers if word not in _WEAK_MODIFIERS]
    matched = sum(word in words for word in wanted)
    score = (1.6 if direct else 1.0) + matched - 0.6 * (len(wanted) - matched)
    if description.owner is not None:
        owner = discourse.layout.text[description.owner.start : description.owner.end].lower()
        score += 1.0 if set(owner.split()) & words else -1.2
    if "former" in description.modifiers and "former" in words:
        score += 0.5
    return score


def _person_in_focus(
    description: SourceMention, head: str, discourse: Discourse, others: Collection[Referent]
) -> Referent | None:
    """The person of the last sentences whom nothing in the text keeps from being meant."""
    lexicon = discourse.lexicon
    sentence = discourse.layout.sentence_at(description.span.start)
    best: tuple[float, Referent] | None = None
    if _is_highest(description, head) and any(one.kind is EntityKind.GOVERNMENT for one in others):
        return None  # "Downing Street said the prime minister …"
    for entry in discourse.recent():
        distance = sentence - entry.sentence
        if distance > _NEAR_SENTENCES:
            break
        referent = entry.referent
        if not referent.is_person or referent.group is None or _opposed(description, referent):
            continue
        if entry.quotation is not None or (distance == 0 and not entry.possessive):
            continue
        if portfolios_differ(description, referent) or referent in others:
            continue
        if parties_differ(description, referent, discourse):
            continue
        heads = {role.head for role in referent.roles if role.head}
        if heads and (
            description.owner is not None or (head in HIGHEST_OFFICES and heads & HIGHEST_OFFICES)
        ):
            continue
        if _is_highest(description, head) and (
            referent.kind is None or is_introduced(referent, discourse)
        ):
            continue
        conflict = bool(heads) and head in lexicon.role_classes.get("politician", frozenset())
        score = -distance + entry.subject * 0.8 + entry.speaker * 0.5
        score += 0.08 * min(10, referent.count) - conflict * 0.8
        if best is None or score > best[0]:
            best = (score, referent)
    return best[1] if best is not None else None


def _is_highest(description: SourceMention, head: str) -> bool:
    """Whether it is the highest office of a state: no "energy minister"."""
    return head in HIGHEST_OFFICES and (head != "minister" or "prime" in description.modifiers)


def _find_document(description: SourceMention, head: str, discourse: Discourse) -> Referent | None:
    if not description.definite:
        return None
    same = frozenset({head}).union(*(nouns for nouns in _SAME_DOCUMENT if head in nouns))
    return _last(
        discourse,
        lambda entry: (
            entry.referent.head in same
            and entry.referent.kind is EntityKind.DOCUMENT
            and entry.referent.plural == description.plural
            and _modifiers_fit(description, entry.referent)
        ),
    )


def _modifiers_fit(description: SourceMention, referent: Referent) -> bool:
    words = referent.words.lower()
    return all(word in words for word in description.modifiers if word not in _WEAK_MODIFIERS)


def _find_body(description: SourceMention, head: str, discourse: Discourse) -> Referent | None:
    if not description.definite or description.plural:
        return None

    def is_it(entry: Entry) -> bool:
        referent = entry.referent
        if referent.plural or referent.kind not in _ORGANISED:
            return False
        if referent.group is not None:
            named = set(referent.group.words)
            stated = {role.head for role in referent.roles}
            return (head in named | stated) and all(
                word in named or word in _WEAK_MODIFIERS or len(stated) > 0
                for word in description.modifiers
            )
        return referent.head == head and (
            _modifiers_fit(description, referent) or not description.modifiers
        )

    found = _last(discourse, is_it)
    if found is not None or description.modifiers:
        return found
    sentence = discourse.layout.sentence_at(description.span.start)
    kinds = _MEANT_BY.get(head, frozenset())
    company = head in _COMPANIES or head.endswith("maker")
    if description.kind is EntityKind.OUTLET:
        kinds = frozenset({EntityKind.OUTLET})
    elif head in _GENERAL_BODIES or company:
        kinds |= {EntityKind.ORGANISATION}
    near = [
        entry
        for entry in discourse.recent()
        if sentence - entry.sentence <= _NEAR_SENTENCES
        and entry.referent.kind in kinds
        and entry.referent.group is not None
        # What "the" alone has shown to be no person may be a river.
        and (entry.speaker or entry.referent.group.label is not NameLabel.OTHER)
        and not (company and _is_no_company(entry))
    ]
    best = max(
        near,
        key=lambda entry: (entry.subject or entry.speaker) - 0.6 * (sentence - entry.sentence),
        default=None,
    )
    return best.referent if best is not None else None


def _is_no_company(entry: Entry) -> bool:
    """Whether "the company" is hardly this: a ministry, or a newspaper that only reports."""
    group = entry.referent.group
    if entry.referent.kind is EntityKind.OUTLET:
        return entry.speaker
    return group is not None and not _NO_COMPANY.isdisjoint(group.words)


_COMPANIES = frozenset(
    "company firm corporation lender insurer retailer airline manufacturer conglomerate".split()
)
_NO_COMPANY = frozenset(
    """agency council commission committee university union ministry department party court
    association institute foundation campaign police senate federation league society charity trust
    academy parliament congress authority college school church nations""".split()
)
_MEANT_BY = {
    "agency": frozenset({EntityKind.GOVERNMENT, EntityKind.OUTLET}),
    "company": frozenset({EntityKind.OUTLET}),
    "network": frozenset({EntityKind.OUTLET}),
}


def _find_group(description: SourceMention, head: str, discourse: Discourse) -> Referent | None:
    """The same words again are the same group; "the officials" are the officials before."""
    text = discourse.layout.text[description.span.start : description.span.end].lower()
    if not description.definite and len(text.split()) > 2:
        return None
    if not description.definite:
        if description.head in _COUNTED:
            return None
        return next(
            (
                entry.referent
                for entry in discourse.recent(_LONG_MEMORY)
                if entry.referent.words.lower() == text
            ),
            None,
        )
    return _last(
        discourse,
        lambda entry: (
            entry.referent.head == head
            and entry.referent.plural == description.plural
            and entry.referent.group is None
            and _modifiers_fit(description, entry.referent)
        ),
    )


_COUNTED = frozenset(
    """some many several few others other most all both none those one another each either neither
    two three four five six seven eight nine ten half someone somebody anyone people""".split()
)


def _last(discourse: Discourse, fits: Callable[[Entry], bool]) -> Referent | None:
    for entry in discourse.recent():
        if fits(entry):
            return entry.referent
    return None


def describe(description: SourceMention, words: str, head: str, owner: Referent | None) -> Referent:
    """A new referent for a description that takes up nothing."""
    return Referent(
        description.kind or EntityKind.UNNAMED,
        description.gender,
        description.plural,
        words=TRANSCRIPT_LABELS.get(words.lower(), words),
        head=head,
        owner=owner,
    )


def span_text(text: str, span: Span) -> str:
    """The words of a span on one line, without punctuation at its ends."""
    words = " ".join(text[span.start : span.end].split()).strip(' ,;:.-–—―"“”')
    return words or text[span.start : span.end].strip() or "?"
