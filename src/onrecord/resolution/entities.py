"""Sources to entities: every attribution's speaker as a record, with names, kind and roles.

Decisions:
- An entity's name is the fullest that the article uses, without title and article; an outlet keeps
  a "The" that is written with a capital inside a sentence ("The Brenn Post").
- Several who speak together ("Ames and Bell") are one entity with both names and the kind of the
  first; each of them is also an entity of their own.
- What belongs to a named one is called by it: "his campaign" becomes "Ida Bell's campaign".
- "I" and "we" inside somebody's words are that somebody; elsewhere they are the article's author
  where there is just one, otherwise an unnamed entity.
- A source that takes up nothing is unnamed, and its own words are its name.
- Named persons, organisations and outlets that never speak are entities too; places are only
  where they speak.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attributions.reader import Extraction, NameLabel
from onrecord.records import Act, Article, Attribution, Entity, EntityKind, Form, Role, Span
from onrecord.resolution.coreference import resolve_sources
from onrecord.resolution.descriptions import span_text
from onrecord.resolution.discourse import Referent
from onrecord.resolution.lexicon import load_lexicon
from onrecord.resolution.mentions import POSSESSIVES
from onrecord.resolution.names import NameMention
from onrecord.resolution.parties import Party, Resolution
from onrecord.resolution.partitives import is_part

_LONGEST_NAME = 120
_LONG_NAME = 60
_LONGEST_OWNER = 3
_LONGEST_GROUP = 8
_EXAMPLES = re.compile(
    r"(?<=\w),? (?:including|such as|led by)\s|(?<=\w), (?:like|among others|who|whose|which)\b"
)
_RELATIVE_CLAUSE = re.compile(r"(?<=\w{3})(?:, (?:an?|the)|,? (?:who|whose|that|which|like))\s")


def resolve_entities(
    article: Article, extraction: Extraction, parties: Sequence[Party] = ()
) -> Resolution:
    """Find who speaks, and who else acts.

    Args:
        article: what the positions refer to.
        extraction: the attributions, and the names that the reader saw.
        parties: who answers, takes a stand or is relied on outside of attributions; resolved like
            sources.
    """
    count = len(extraction.attributions)
    acting = [_as_attribution(article, party) for party in dict.fromkeys(parties)]
    found = resolve_sources(
        article.text,
        replace(extraction, attributions=(*extraction.attributions, *acting)),
        load_lexicon(),
    )
    speaking = {id(referent) for referent in found.sources.values()}
    entities: dict[int, Entity] = {}
    for referent in found.referents:
        if id(referent) in speaking or _is_worth_keeping(referent):
            entities[id(referent)] = _build_entity(article, referent)
    attributions = tuple(
        replace(attribution, entity_id=entities[id(found.sources[number])].id)
        if number in found.sources
        else attribution
        for number, attribution in enumerate(extraction.attributions)
    )
    ordered = sorted(entities.values(), key=lambda entity: entity.mentions[0])
    return Resolution(
        tuple({entity.id: entity for entity in ordered}.values()),
        attributions,
        {
            party: entities[id(found.sources[number])].id
            for number, party in enumerate(dict.fromkeys(parties), start=count)
            if number in found.sources
        },
    )


def _as_attribution(article: Article, party: Party) -> Attribution:
    """A party in the shape that sources are resolved from."""
    return Attribution(
        article.id, party.doing, party.doing, Form.INDIRECT, Act.SAYS, source=party.words
    )


def _is_worth_keeping(referent: Referent) -> bool:
    """Whether somebody who never speaks is an entity: named ones that are no mere places."""
    group = referent.group
    return (
        group is not None
        and bool(referent.spans)
        and referent.kind is not None
        and group.label in (NameLabel.PERSON, NameLabel.ORGANISATION)
    )


def _build_entity(article: Article, referent: Referent) -> Entity:
    name, kind = _name_of(article, referent), referent.kind or EntityKind.UNNAMED
    if referent.group is None and not referent.members and kind is EntityKind.PERSON:
        kind = EntityKind.UNNAMED
    if referent.head in {"i", "we"} and referent.group is None and len(article.authors) == 1:
        name, kind = article.authors[0], EntityKind.PERSON
    return Entity(article.id, name, kind, _merge_spans(referent.spans), _roles(article, referent))


def _name_of(article: Article, referent: Referent) -> str:
    if referent.members:
        names = [_name_of(article, member) for member in referent.members]
        return ", ".join(names[:-1]) + " and " + names[-1]
    if referent.group is not None:
        return _fullest_name(article.text, referent.group.members)
    words = referent.words
    if referent.owner is not None and is_part(words):
        group = _name_of(article, referent.owner)
        group = f"the {group}" if group.islower() and " " not in group else group
        short = len(group.split()) <= _LONGEST_GROUP
        words = words.removesuffix("them") + group if short else words
    first, _, rest = words.partition(" ")
    if referent.owner is not None and rest and first.lower() in POSSESSIVES:
        words = _owned_name(_name_of(article, referent.owner), referent.owner, rest) or words
    if referent.kind in (EntityKind.ORGANISATION, EntityKind.GOVERNMENT) and first.lower() == "the":
        words = rest
    words = _without_examples(words)
    if len(words) > _LONGEST_NAME:
        words = words[:_LONGEST_NAME].rsplit(" ", 1)[0] + " …"
    return words or span_text(article.text, referent.spans[0])


def _owned_name(owner: str, referent: Referent, rest: str) -> str:
    """What belongs to a named one; empty where the owner is a description too long for a name."""
    described = referent.group is None and not referent.members
    if described and len(owner.split()) > _LONGEST_OWNER:
        return ""
    ending = "'" if described and referent.plural and owner.endswith("s") else "'s"
    return f"{owner}{ending} {rest}"


def _without_examples(words: str) -> str:
    """A description up to what only says more of it: "critics of the plan, like …"."""
    match = _EXAMPLES.search(words)
    if match is None and len(words) > _LONG_NAME:
        match = _RELATIVE_CLAUSE.search(words)
    return words[: match.start()].rstrip(" ,") if match is not None else words


def _fullest_name(text: str, members: list[NameMention]) -> str:
    def fullness(member: NameMention) -> tuple[int, bool, int]:
        shouted = all(word.isupper() for word in member.words) and len(member.words) > 1
        return len(member.words), not shouted, sum(map(len, member.words))

    best = max(members, key=fullness)
    end = best.span.end
    length = best.span.end - best.span.start
    name = " ".join(text[best.span.start : end].split())
    if best.title:
        name = _without_title(name, best, length)
    if best.kind is EntityKind.OUTLET and any(
        member.article == "The" and text[: member.span.start - 4].rstrip()[-1:].isalnum()
        for member in members
        if member.words == best.words
    ):
        name = f"The {name}"
    return name


def _without_title(name: str, mention: NameMention, length: int) -> str:
    start = name.find(mention.words[0], len(mention.title) if length > len(mention.title) else 0)
    return name[start:] if start > 0 else name


def _merge_spans(spans: list[Span]) -> tuple[Span, ...]:
    """In order, without doubles; of two that overlap the shorter one."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda span: (span.start, span.end)):
        if kept and span.start < kept[-1].end:
            continue
        kept.append(span)
    return tuple(kept)


def _roles(article: Article, referent: Referent) -> tuple[Role, ...]:
    roles: dict[tuple[int, int], Role] = {}
    for role in referent.roles:
        if role.stated:
            words = span_text(article.text, role.span)
            roles.setdefault((role.span.start, role.span.end), Role(words, role.span))
    return tuple(sorted(roles.values(), key=lambda role: role.evidence))
