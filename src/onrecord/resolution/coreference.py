"""Reads a text from its start to its end and keeps track of who is meant."""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.attributions.reader import Extraction, NameLabel
from onrecord.records import EntityKind, Span
from onrecord.resolution.antecedents import Pronoun, agrees
from onrecord.resolution.descriptions import describe, find_described, span_text
from onrecord.resolution.discourse import Discourse, Referent
from onrecord.resolution.events import Holders, list_events
from onrecord.resolution.first_person import resolve_first_persons
from onrecord.resolution.foreshadowing import find_announced, find_foreshadowed
from onrecord.resolution.joining import find_gender_hints, find_relatives, join_names
from onrecord.resolution.layout import Word, lay_out
from onrecord.resolution.lexicon import Gender, Lexicon
from onrecord.resolution.looking_ahead import find_named_after_opening, list_names_after
from onrecord.resolution.mentions import (
    FIRST_PERSON,
    PERSONAL,
    Shape,
    SourceMention,
)
from onrecord.resolution.names import NameMention, find_names
from onrecord.resolution.partitives import find_group_of, is_part, is_whole
from onrecord.resolution.phrases import find_pairs, find_phrase_before, find_phrases_apart
from onrecord.resolution.pronouns import find_antecedent
from onrecord.resolution.relatives import (
    NAMES_INSIDE,
    PEOPLE,
    find_apposed,
    find_followed,
    is_question,
)
from onrecord.resolution.roles import RoleMention, find_roles
from onrecord.resolution.sources import read_source
from onrecord.resolution.speech import Speech
from onrecord.resolution.usage import kind_in_use
from onrecord.resolution.writers import find_writers, group_of_handle


@dataclass
class Coreference:
    """Who is meant by every source.

    Attributes:
        referents: everybody and everything mentioned, in order of their first mentions.
        sources: for an attribution's position in the extraction its referent.
    """

    referents: list[Referent] = field(default_factory=list)
    sources: dict[int, Referent] = field(default_factory=dict)


def resolve_sources(text: str, extraction: Extraction, lexicon: Lexicon) -> Coreference:
    """Find the referent of every attribution's source."""
    return _Resolver(text, extraction, lexicon).resolve()


class _Resolver:
    """One pass over one text; made for it and thrown away."""

    def __init__(self, text: str, extraction: Extraction, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.layout = lay_out(text)
        self.attributions = extraction.attributions
        self.speech = Speech(self.attributions)
        self.discourse = Discourse(self.layout, lexicon, self.speech)
        self.by_position: dict[int, Referent] = {}
        self.result = Coreference(self.discourse.referents)
        names = find_names(self.layout, extraction.names, lexicon)
        self.mentions = self._read_sources(names)
        self.holders = Holders(self.mentions)
        known = {name.span for name in names}
        for mention in self.mentions.values():
            names.extend(name for name in mention.names if name.span not in known)
            known.update(name.span for name in mention.names)
        self.names = sorted(names, key=lambda name: (name.span.start, -name.span.end))
        self.name_starts = [name.span.start for name in self.names]
        self.roles = {name.span: find_roles(self.layout, name, lexicon) for name in self.names}
        self._join_names()

    def _read_sources(self, names: Sequence[NameMention]) -> dict[int, SourceMention]:
        starts = [name.span.start for name in names]
        mentions = {}
        for number, attribution in enumerate(self.attributions):
            if attribution.source is None:
                continue
            source = attribution.source
            first = max(0, bisect.bisect_left(starts, source[0].start) - 1)
            last = bisect.bisect_left(starts, source[-1].end)
            overlapping = [name for name in names[first:last] if name.span.end > source[0].start]
            mentions[number] = read_source(self.layout, source, overlapping, self.lexicon)
        return mentions

    def _join_names(self) -> None:
        self.of_name: dict[Span, Referent] = {}
        spoken = {name.span for mention in self.mentions.values() for name in mention.names}
        hints = find_gender_hints(self.layout, self.names)
        relatives = find_relatives(self.layout, self.names)
        groups = join_names(self.names, self.lexicon, hints, relatives)
        written = {word.lower for word in self.layout.words if word.is_capitalised}
        for group in groups:
            referent = Referent(group.kind, group.gender, group=group)
            if group.kind is None:
                speaks = any(member.span in spoken for member in group.members)
                referent.kind = kind_in_use(group, self.layout, written, hints, speaks=speaks)
            for member in group.members:
                self.of_name[member.span] = referent

    def resolve(self) -> Coreference:
        """Go through the text once, then settle the first persons, whose speakers are known now."""
        spoken = {name.span for mention in self.mentions.values() for name in mention.names}
        stated = [role.span for roles in self.roles.values() for role in roles]
        taken = sorted([*stated, *(name.span for name in self.names)])
        phrases = find_phrases_apart(self.layout, taken, self.lexicon)
        kinds = {span: referent.kind for span, referent in self.of_name.items()}
        pairs = find_pairs(self.layout, self.names, kinds, self.lexicon)
        for event in list_events(self.layout, self.names, self.mentions, [*phrases, *pairs]):
            if isinstance(event, NameMention):
                self._note_name(event, speaker=event.span in spoken)
            elif isinstance(event, Word):
                self._resolve_pronoun(event, None)
            elif isinstance(event, SourceMention):
                self._note_phrase(event)
            else:
                referent = self._resolve_source(event)
                if referent is not None:
                    self.result.sources[event] = referent
        first = {
            group.members[0].span
            for group in (referent.group for referent in self.discourse.referents)
            if group is not None
        }
        writers = find_writers(self.layout, self.names, first)
        resolve_first_persons(
            self.discourse,
            self.speech,
            self.mentions,
            self.result.sources,
            writer_at=lambda position, alone: self._writer(writers.find(position, alone=alone)),
        )
        return self.result

    def _writer(self, name: NameMention | None) -> Referent | None:
        if name is None:
            return None
        if name.span not in self.of_name:
            handle = Referent(name.kind, group=group_of_handle(name), spans=[name.span])
            self.of_name[name.span] = self.discourse.introduce(handle)
        referent = self.of_name[name.span]
        referent.kind = EntityKind.PERSON
        return referent

    def _note_name(self, name: NameMention, *, speaker: bool) -> Referent:
        referent = self.of_name[name.span]
        roles = self.roles[name.span]
        if referent.count == 0:
            self.discourse.introduce(referent)
            described = find_foreshadowed(referent, self.discourse) if speaker else None
            if described is not None and not any(role.head for role in roles):
                self._unite(described, referent)
            elif referent.is_person:
                for announced in find_announced(referent, roles, self.discourse):
                    self._unite(announced, referent)
        if referent.kind is EntityKind.ORGANISATION:  # "its rival Norvik"
            roles = [role for role in roles if not self.lexicon.is_person_noun(role.head)]
        referent.roles.extend(roles)
        for role in roles:
            if referent.kind is None and self.lexicon.is_person_noun(role.head):
                referent.kind = EntityKind.PERSON
            if referent.gender is Gender.UNKNOWN:
                referent.gender = self.lexicon.gender_of_noun(role.head)
        place = referent.group is not None and referent.group.label is NameLabel.LOCATION
        if place and not speaker:
            referent.spans.append(name.span)
            referent.count += 1
        else:
            self.discourse.note(
                name.span, referent, speaker=speaker, possessive=name.possessive and not speaker
            )
        return referent

    def _unite(self, described: Referent, named: Referent) -> None:
        """What was only described so far has a name now."""
        span = described.spans[0]
        words = frozenset(described.words.lower().split())
        named.roles.append(RoleMention(span, described.head, words))
        self.discourse.unite(described, named)
        for places in (self.by_position, self.result.sources):
            for key, referent in places.items():
                if referent is described:
                    places[key] = named

    def _resolve_source(self, number: int) -> Referent | None:
        mention = self.mentions[number]
        if mention.shape is Shape.NAME:
            return self.of_name[mention.names[0].span]
        if mention.shape is Shape.JOINT:
            return self._resolve_joint(mention, speaker=True)
        if mention.shape is Shape.RELATIVE:
            return self._resolve_relative(mention)
        if mention.shape is Shape.PRONOUN:
            if mention.head in FIRST_PERSON or mention.head.startswith("you"):
                return None
            word = self.layout.words[self.layout.word_number(mention.span.start)]
            return self._resolve_pronoun(word, number)
        return self._resolve_description(mention, speaker=True)

    def _resolve_joint(self, mention: SourceMention, *, speaker: bool = False) -> Referent:
        members = tuple(dict.fromkeys(self.of_name[name.span] for name in mention.names))
        if len(members) == 1:
            return members[0]
        referent = self.discourse.joint.get(frozenset(map(id, members)))
        if referent is None:
            referent = self.discourse.introduce(
                Referent(members[0].kind, plural=True, members=members)
            )
        self.discourse.note(mention.span, referent, speaker=speaker)
        return referent

    def _resolve_pronoun(self, word: Word, number: int | None) -> Referent | None:
        """The antecedent of a pronoun, noted; a source without one becomes its own referent."""
        key = word.lower.split("'")[0].split("’")[0]
        if word.start in self.by_position:
            return self.by_position[word.start]
        span = Span(word.start, word.start + len(key))
        gender, plural = PERSONAL[key]
        own = self.attributions[number].content if number is not None else ()
        quoted, reported = self._speakers_around(span.start, number)
        pronoun = Pronoun(
            span, key, Gender(gender or "unknown"), plural, number is not None, own,
            reported, quoted, self._last_speaker(), self._named_after_opening(span, gender),
        )  # fmt: skip
        referent = find_antecedent(pronoun, self.discourse)
        if referent is None:
            referent = self._name_ahead(pronoun)
        if referent is None:
            if number is None:
                return None
            referent = self.discourse.introduce(
                Referent(EntityKind.UNNAMED, pronoun.gender, plural, words=word.text)
            )
        elif referent.count == 0:
            self.discourse.introduce(referent)
        self.by_position[word.start] = referent
        self.discourse.note(span, referent, speaker=number is not None)
        return referent

    def _name_ahead(self, pronoun: Pronoun) -> Referent | None:
        """Nobody before: the person named next ("When he came, Ames said …")."""
        if pronoun.gender is Gender.UNKNOWN:
            return None
        for name in list_names_after(self.names, self.name_starts, pronoun.span):
            referent = self.of_name[name.span]
            if agrees(pronoun, referent):
                return referent
        return None

    def _named_after_opening(self, span: Span, gender: str) -> Referent | None:
        if not gender:
            return None
        name = find_named_after_opening(self.layout, self.names, self.name_starts, span)
        return self.of_name[name.span] if name is not None else None

    def _speakers_around(
        self, position: int, number: int | None
    ) -> tuple[Referent | None, Referent | None]:
        """Who speaks the quotation and who the indirect speech in which a position stands."""
        around = self.speech.contents_around(position, but=number)
        if number is not None:
            parent = self.speech.parent_of(number)
            if parent is not None and parent not in around:
                around = [parent, *around]
        for outer in around:
            speaker = self.result.sources.get(outer)
            mention = self.mentions.get(outer)
            if speaker is None and mention is not None and mention.shape is Shape.NAME:
                speaker = self.of_name[mention.names[0].span]
            if speaker is not None:
                if self.layout.quotation_at(position) is not None:
                    return speaker, None
                return None, speaker
        return None, None

    def _last_speaker(self) -> Referent | None:
        for entry in self.discourse.recent():
            if entry.speaker and entry.quotation is None:
                return entry.referent
        return None

    def _resolve_relative(self, mention: SourceMention) -> Referent:
        """What "who" or "which" follows."""
        around = self._source_around(mention.span)
        if around is not None:
            return around
        if is_question(mention, self.layout):
            asked = Referent(EntityKind.UNNAMED, words="who", spans=[mention.span])
            return self.discourse.introduce(asked)
        referent = find_followed(mention, self.discourse)
        if referent is None and mention.head in PEOPLE:
            place = bisect.bisect_left(self.name_starts, mention.span.start)
            names = self.names[max(0, place - NAMES_INSIDE) : place]
            apposed = find_apposed(mention.span, names, self.layout, self.lexicon)
            described = None if apposed is None else self.of_name[apposed.span]
            referent = described if described is not None and described.is_person else None
        if referent is None:
            span = find_phrase_before(self.layout, mention.span)
            words = span_text(self.layout.text, span)
            referent = self.discourse.introduce(Referent(EntityKind.UNNAMED, words=words))
        self.discourse.note(mention.span, referent, speaker=True)
        return referent

    def _source_around(self, span: Span) -> Referent | None:
        """Who the source is that holds a relative clause: "A member of Ames's party, who …"."""
        for number, mention in self.mentions.items():
            source = self.attributions[number].source or ()
            holds = any(piece.start < span.start < piece.end for piece in source)
            if holds and mention.span.start < span.start and mention.shape is not Shape.RELATIVE:
                if number not in self.result.sources:
                    referent = self._resolve_source(number)
                    if referent is None:
                        continue
                    self.result.sources[number] = referent
                return self.result.sources[number]
        return None

    def _note_phrase(self, phrase: SourceMention) -> None:
        if phrase.shape is Shape.JOINT:
            self._resolve_joint(phrase)
            return
        holder = self.holders.find(phrase)
        if holder in self.result.sources:
            self.discourse.note(phrase.span, self.result.sources[holder])
        else:
            self._resolve_description(phrase, speaker=False)

    def _resolve_description(self, mention: SourceMention, *, speaker: bool) -> Referent:
        words = span_text(self.layout.text, mention.span)
        owner = self._resolve_owner(mention.owner)
        if speaker and (is_whole(words) or is_part(words)):
            owner = find_group_of(mention.span, self.discourse)
            if owner is not None and is_whole(words):
                self.discourse.note(mention.span, owner, speaker=True)
                return owner
        around = self._speakers_around(mention.span.start, None)
        others = [one for one in around if one is not None]
        referent = find_described(mention, owner, self.discourse, bold=True, others=others)
        if referent is None:
            head = self.lexicon.singular_of(mention.head)
            referent = self.discourse.introduce(describe(mention, words, head, owner))
        self.discourse.note(mention.span, referent, speaker=speaker)
        return referent

    def _resolve_owner(self, span: Span | None) -> Referent | None:
        if span is None:
            return None
        if span in self.of_name:
            return self.of_name[span]
        word = self.layout.words[self.layout.word_number(span.start)]
        if word.lower in FIRST_PERSON or word.lower not in PERSONAL or word.lower == "your":
            return None
        return self._resolve_pronoun(word, None)
