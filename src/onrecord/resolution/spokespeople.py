"""Who speaks for whom: a spokesperson and the one behind her are two, and both are kept."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.records import Article, Entity, Span
from onrecord.resolution.layout import Layout, Word, lay_out
from onrecord.resolution.parties import Party, Resolution

_NOUN = re.compile(
    r"\b(?:spokes(?:man|woman|person|people|men|women)|press secretary|press officer|"
    r"communications director|mouthpiece)\b",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s(?:for|of)\s")
_MODIFIERS = frozenset(
    """chief deputy senior former top longtime acting national official press then the a an through
    as by and""".split()
)
_OWNERS = frozenset({"his", "her", "their", "its"})
_ENDS = frozenset(
    """who which that said says told has had was is did does would will declined denied confirmed
    and but or in on at to as by with from not later also wrote added called""".split()
)
_LONGEST = 7


@dataclass(frozen=True, slots=True)
class Spokesperson:
    """A passage that calls somebody the spokesperson of somebody.

    Attributes:
        noun: the word "spokeswoman"; resolution gives it to a role or a mention.
        principal: whom she speaks for.
    """

    noun: Span
    principal: Party

    @property
    def parties(self) -> tuple[Party, ...]:
        """Whom resolution has to find."""
        return (self.principal,)


def find_spokespeople(article: Article) -> tuple[Spokesperson, ...]:
    """Find who is called whose spokesperson, in text order.

    "Tarn ministry spokesman Ivo Marsh", "a spokeswoman for the Tarn ministry", "Ms. Bell's
    spokesman", "the ministry's spokeswoman".
    """
    found: list[Spokesperson] = []
    if not _NOUN.search(article.text):
        return ()
    layout = lay_out(article.text)
    for match in _NOUN.finditer(article.text):
        noun = Span(*match.span())
        words = _principal_after(layout, noun) or _principal_before(layout, noun)
        if words is not None:
            found.append(Spokesperson(noun, Party((words,), (noun,))))
    return tuple(found)


def _principal_after(layout: Layout, noun: Span) -> Span | None:
    link = _FOR.match(layout.text, noun.end)
    if link is None:
        return None
    number = layout.word_number(link.end())
    kept: list[Word] = []
    for word in layout.words[number : number + _LONGEST]:
        if kept and (
            layout.text[kept[-1].end : word.start] not in {" ", "’s ", "'s ", "’ ", "-", ". "}
            or word.lower in _ENDS
        ):
            break
        kept.append(word)
    return Span(kept[0].start, kept[-1].end) if kept else None


def _principal_before(layout: Layout, noun: Span) -> Span | None:
    number = layout.word_number(noun.start) - 1
    while number >= 0 and layout.words[number].lower in _MODIFIERS:
        number -= 1
    kept: list[Word] = []
    end = noun.start
    for word in reversed(layout.words[max(0, number - 4) : number + 1]):
        gap = layout.text[word.end : kept[-1].start if kept else end]
        if not kept and not re.fullmatch(r"(?:[’']s?)?\s[\w\s-]{0,40}", gap):
            break
        if kept and gap not in {" ", ". "}:
            break
        named = word.is_capitalised or word.lower in _OWNERS
        if not named and not (not kept and word.possessive):
            break
        kept.append(word)
        if word.lower in _OWNERS or (word.possessive and not named):
            break
    if not kept:
        return None
    return Span(kept[-1].start, kept[0].end)


def tie_spokespeople(
    resolved: Resolution, spokespeople: Sequence[Spokesperson]
) -> tuple[Entity, ...]:
    """The entities in their order, spokespeople with the one whom they speak for."""
    principals: dict[str, str] = {}
    for each in spokespeople:
        principal = resolved.parties.get(each.principal)
        speaker = _find_speaker(resolved.entities, each.noun)
        if principal is not None and speaker is not None and speaker.id != principal:
            principals.setdefault(speaker.id, principal)
    return tuple(
        replace(entity, speaks_for_id=principals.get(entity.id)) for entity in resolved.entities
    )


def _find_speaker(entities: Sequence[Entity], noun: Span) -> Entity | None:
    """Whose role or own description the noun stands in; the one with a role first."""
    for entity in entities:
        if any(role.evidence.overlaps(noun) for role in entity.roles):
            return entity
    holding = [
        (mention.end - mention.start, number)
        for number, entity in enumerate(entities)
        for mention in entity.mentions
        if mention.overlaps(noun)
    ]
    return entities[min(holding)[1]] if holding else None
