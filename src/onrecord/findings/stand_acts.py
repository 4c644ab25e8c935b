"""Stands that the author reads off acts: a vote, a veto, a plan, a door left open."""

import re
from collections.abc import Iterator

from onrecord.findings.actions import load_actions
from onrecord.findings.clause_subjects import head_of_subject, is_asked, subject_of_verb
from onrecord.findings.deeds import find_deeds
from onrecord.findings.joined_propositions import split_propositions
from onrecord.findings.propositions import (
    is_thing,
    read_matter,
    read_proposition,
)
from onrecord.findings.stance_sites import StanceSite
from onrecord.records import Span, Stance
from onrecord.resolution.layout import Layout
from onrecord.resolution.lexicon import load_lexicon
from onrecord.resolution.parties import Party

_WORD = r"(?:(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|[A-Z])\.|[A-Z][\w’'-]*)"
_NAME = (
    r"(?P<party>(?:\b(?:[Tt]he|[Mm]ost|[Mm]any|[Ss]ome|[Ss]everal)\s)?(?<![\w’'-])(?:"
    + _WORD
    + r"\s(?:(?:of|the|and)\s(?=[A-Z]))*){1,6}|\b(?:[Hh]e|[Ss]he|[Tt]hey)\s|\bwho\s)"
)


def _compile(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?P<doing>{words})\s(?=\S)")


_ACTS: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    (
        Stance.OPEN,
        _compile(
            r"(?:has|have|had|did|does|do|would|will)(?:\snot|n[’']t)\s(?:yet\s|also\s)?(?:take[n]?\sa\s"
            r"(?:position|stand|stance)\son|rule[d]?\sout|commit(?:ted)?\sto)|(?:has|have)\sstopped\sshort"
            r"\sof\s(?:committing\sto|endorsing|backing)|(?:\w+ly\s)?stopped\sshort\sof\s(?:committing\sto|"
            r"endorsing|backing)|(?:is|are|was|were|remains?|would\sbe)\s(?:\w+ly\s)?(?:open\sto|undecided\s"
            r"(?:on|about)|noncommittal\s(?:on|about))|(?:has|have)\syet\sto\s(?:take\sa\s(?:position|stand)\s"
            r"on|endorse|decide\son)"
        ),
    ),
    (
        Stance.OPPOSES,
        _compile(
            r"(?:promised|threatened|promises|threatens)\sa\sveto\sof|(?:is|are|was|were)\snot\son\sboard\swith|"
            r"(?:does|do|did|will|would|can)(?:\snot|n[’']t|\snever|not)(?:,\sand\s[\w\s]{3,20},)?\s(?:ever\s)?"
            r"(?:accept|tolerate|go\salong\swith)"
        ),
    ),
    (
        Stance.SUPPORTS,
        _compile(
            r"(?:expressed|signaled|signalled|voiced)\s(?:his|her|its|their)?\s?(?:\w+\s)?support\sfor|"
            r"(?:teamed|teams)\sup\sto\s(?:introduce|pass|write)|(?:is|are|was|were|appears?)\sintent\son\sapproving"
        ),
    ),
)  # fmt: skip
_WOULD = re.compile(
    r"\b(?P<doing>would|wants?\sto|plans?\sto|intends?\sto|proposes?\sto)\s"
    r"(?P<not>not\s)?(?:also\s)?(?P<prop>(?P<verb>[a-z]+)\s[^.;:\n]{4,160})"
)
_PLAN = re.compile(
    rf"(?P<party>(?<![\w’'-])(?:{_WORD}\s){{0,3}}[A-Z]\w+(?=[’']s?\s)|\b(?:[Hh]is|[Hh]er|[Tt]heir)(?=\s))"
    r"(?P<doing>(?:[’']s?)?\s"
    r"(?:[\w-]+\s){0,3}?(?:plan|proposal|platform|bill|budget)\s(?:would|will|includes|calls\sfor))\s"
    r"(?:also\s)?(?P<prop>(?P<verb>[a-z]+)\s[^.;:\n]{4,160})"
)
_IF = re.compile(r"\b(?:if|unless|whether|could|had)\b")
_END = re.compile(r"[.;:\n]")
# What a law does to somebody, or what happens by itself, is nobody's plan.
_NO_PLAN = frozenset(
    """be have mean make cost become need allow reduce increase add hit force delay stop end face
    recognize recognise begin withdraw continue""".split()
)


def find_acts(layout: Layout) -> Iterator[StanceSite]:
    """Find the acts, in the order of their kinds; the word is the author's."""
    for stance, pattern in _ACTS:
        for match in pattern.finditer(layout.text):
            party = subject_of_verb(layout, match.start())
            end = _END.search(layout.text, match.end())
            span = Span(match.end(), end.start() if end else len(layout.text))
            if party is None or span.end <= span.start:
                continue
            proposition = read_proposition(layout, span, could=True)
            if proposition is not None:
                doing = Span(*match.span("doing"))
                yield from _make_sites(layout, Party((party,), (doing,)), stance, proposition)
    for deed in find_deeds(layout):
        doer = Party((deed.party,), (deed.doing,))
        yield from _make_sites(layout, doer, deed.stance, deed.proposition)
    for pattern in (_WOULD, _PLAN):
        yield from _read_plans(layout, pattern)


def _read_plans(layout: Layout, pattern: re.Pattern[str]) -> Iterator[StanceSite]:
    """As in "she would impose a surcharge", "Ames's plan would cap the rate"."""
    for match in pattern.finditer(layout.text):
        words = layout.words_in(Span(*match.span("prop")))
        if match["verb"] in _NO_PLAN and pattern is _WOULD:
            continue
        party = _party_of(layout, match)
        if party is None or not words or not load_actions().names_action(words[0].text, words[1:]):
            continue
        sentence = layout.sentence_span(layout.sentence_at(match.start()))
        quoted = layout.quotation_at(match.start()) is not None
        if quoted or _IF.search(layout.text, sentence.start, match.end()):
            continue
        end = min(match.end("prop"), sentence.end)
        proposition = read_matter(layout, Span(match.start("prop"), end))
        if proposition is not None:
            against = "not" in match.re.groupindex and match["not"]
            stance = Stance.OPPOSES if against else Stance.SUPPORTS
            doing = Span(*match.span("doing"))
            yield from _make_sites(layout, Party((party,), (doing,)), stance, proposition)


def _party_of(layout: Layout, match: re.Match[str]) -> Span | None:
    """Whose plan it is: a name or a person; a bill that "would cap the rate" has no plan."""
    if match.re is _PLAN:
        start = match.start("party")
        words = Span(start, start + len(match["party"].rstrip()))
        return words if _is_subject(layout, start) else None
    party = None if is_asked(layout, match.start()) else subject_of_verb(layout, match.start())
    if party is None or is_thing(layout.text[party.start : party.end]):
        return None
    head = head_of_subject(layout, party)
    named = head.is_capitalised and head.lower not in load_actions().nouns
    person = head.lower in {"he", "she"} or load_lexicon().is_person_noun(head.text)
    return party if named or person else None


def _is_subject(layout: Layout, start: int) -> bool:
    """Whether a name can be who does something: "a force in Orvenia would …" is not Orvenia."""
    return _PREPOSITION.search(layout.text, max(0, start - _LONGEST_PREPOSITION), start) is None


_LONGEST_PREPOSITION = 16
_PREPOSITION = re.compile(
    r"\b(?:in|of|on|at|from|with|without|for|by|to|near|about|between|against|over|under|across|inside|"
    r"outside|around|through|toward|towards|behind)\s(?:the\s)?$",
    re.IGNORECASE,
)


def _make_sites(
    layout: Layout, party: Party, stance: Stance, proposition: Span
) -> Iterator[StanceSite]:
    for piece in split_propositions(layout, proposition):
        words = party.words[0]
        evidence = (Span(min(words.start, piece.start), max(words.end, piece.end)),)
        yield StanceSite(party, (piece,), stance, evidence)
