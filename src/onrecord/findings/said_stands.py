"""Stands that lie in what somebody says: what should be done, what he would do, what is no good."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.findings.actions import load_actions
from onrecord.findings.content_words import stem_word
from onrecord.findings.propositions import read_proposition, trim_proposition
from onrecord.findings.public_deeds import has_public_object, is_public_deed
from onrecord.records import Act, Attribution, Span, Stance
from onrecord.resolution.layout import Layout

_GIVING = frozenset({Act.SAYS, Act.CLAIMS, Act.BELIEVES, Act.WARNS, Act.CONFIRMS, Act.PROMISES})
_INSISTING = _GIVING | {Act.DEMANDS}
_MOST_SENTENCES = 8
_ADVERBS = r"(?:(?:also|now|just|still|simply|immediately|always|at\sleast|\w+ly)\s){0,4}"
# Who decides: what these should do is a proposition, whatever the verb.
_DECIDERS = (
    r"(?:[Ww]e|[Cc]ongress|[Pp]arliament|[Tt]he\s(?:[\w’'-]+\s){0,2}(?:government|administration|senate|house|"
    r"president|minister|council|court|courts|party|committee|commission|board|city|state|states|country|"
    r"countries|nation|union|United\sStates|mayor|governor|ministry|authorities|agency|leaders|lawmakers)|"
    r"(?:[A-Z][\w’'.-]+\s){0,3}[A-Z][\w’'.-]+)"
)
_OUGHT = re.compile(
    rf"\b(?P<who>{_DECIDERS})[”\"’']{{0,2}}\s{_ADVERBS}(?:should|must|ought\sto|needs?\sto|ha(?:ve|s)\s(?:got\s)?to|"
    rf"(?P<cannot>can(?:not|[’']t|\snot)\safford\sto))(?P<not>n[’']t|\snot|\snever)?\s{_ADVERBS}"
    r"(?P<prop>(?P<verb>[a-z]+)\s[^.;:!?\n]{4,200})"
)
_PASSIVE = re.compile(
    r"\b(?:should|must|needs?\sto|ought\sto|ha(?:ve|s)\sto)(?P<not>n[’']t|\snot|\snever)?\s(?:\w+ly\s)?be\s"
    r"(?:\w+ly\s)?(?P<verb>\w+ed|part\sof|done|held|sent|built|made|put|cut|kept|given|brought|shut|paid)\b"
)
_AIM = re.compile(
    r"(?:[’']s|\bis|\bare|\bwas)\s(?P<not>not\s)?(?:(?:\w+\s){0,2}time\s(?:for\s[^.;:,\n]{3,50}?\s)?|(?<=is\s)"
    r"|(?<=are\s)|(?<=was\s)|(?<=not\s))to\s(?P<prop>(?P<verb>[a-z]+)\s[^.;:!?\n]{4,200})"
)
_GOAL = re.compile(
    r"\b(?:goal|aim|plan|proposal|objective|priority|intention|solution|answer|time|way|choice)\b"
)
_POINTLESS = re.compile(
    r"\b(?:little|no)\s(?:point|reason|need|sense|excuse)\s(?:for\s[^.;:,\n]{3,40}?\s)?(?:to|in)\s"
    r"(?P<prop>(?P<verb>[a-z]+)\s[^.;:!?\n]{4,200})"
)
_INSISTED = re.compile(
    r"(?:that\s)?(?P<who>(?:any|the|each|every|a|an|his|her|its|their)\s(?:[\w’'-]+\s){0,3}?[\w’'-]*[a-rt-z]|"
    rf"{_DECIDERS})\s(?P<prop>(?P<verb>[a-z]+[a-rt-z])\s[^.;:!?\n]{{4,200}})"
)
_HELPING = re.compile(
    r"\b(?:must|should|would|will|can|could|may|might|is|are|was|were|has|have|had|did|does|do)\b"
)
_INSISTS = re.compile(
    r"\b(?:insist|demand|propos|recommend|urg|request|requir|call|stipulat)\w*\b", re.IGNORECASE
)
_LETS = re.compile(r"\b[Ll]et[’']s\s(?P<prop>(?P<verb>[a-z]+)\s[^.;:!?\n]{4,200})")
_NEVER = re.compile(
    r"\b(?:[Ww]e|I)\s(?:will|would|do|shall|can)(?:\snot|n[’']t|\snever|not)\s(?:ever\s)?"
    r"(?:accept|tolerate|allow|support|back|agree\sto|go\salong\swith|vote\sfor|stand\sfor|permit)\s"
    r"(?P<prop>[^.;:!?\n]{4,200})"
)
_NEED = re.compile(
    rf"\b(?:(?P<who>{_DECIDERS}|I|[Ww]hat\s[Ww]e)\s)?(?P<not>do(?:es)?(?:\snot|n[’']t)\s)?needs?\s(?:is\s)?"
    r"(?P<prop>(?:an?|the|new|more|another)\s[^.;:!?\n]{4,120})|"
    r"\b(?P<no>[Tt]here(?:[’']s|\sis)\s(?:no|little)\sneed\sfor|[Nn]ow\sis\snot\sthe\stime\s(?:for|to)|[Nn]o\sto)\s"
    r"(?P<none>[^.;:!?\n]{4,120})"
)
_NONE = re.compile(
    r"\bthere\s(?:will|should|must|can)(?:\snot|n[’']t|\snever)\sbe\s(?P<prop>[^.;:!?\n]{4,120})"
)
_WOULD = re.compile(
    r"\b(?:I|[Ww]e)(?:[’']ll|\swill|[’'](?:m|re)\sgoing\sto|\s(?:am|are)\sgoing\sto|[’']d|\swould)"
    rf"(?P<not>\snot|\snever)?\s{_ADVERBS}(?P<prop>(?P<verb>[a-z]+)\s[^.;:!?\n]{{4,200}})"
)
# "I do not think we should" is a stand; "they did not learn that we should" is none.
_DISBELIEVES = re.compile(
    r"\b(?:think|thinks|thought|believ|feel|felt|convinc|agree|doubt|see)\w*",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"[“\"\s]*(?:(?:and|but|so|then|that)\s)*(?:I|we)\s(?:think|believe|feel)\s(?:that\s)?",
    re.IGNORECASE,
)
_CHANGES = frozenset(
    map(
        stem_word,
        "part included done changed modernized allowed permitted held kept fixed built".split(),
    )
)
_FEWEST = 3
_CONDITION = re.compile(r"\b(?:if|unless|provided|as\slong\sas|only\swhen)\b", re.IGNORECASE)
_NO_DEED = frozenset(
    """be have do get know see hear feel think believe make win say vote choose listen
    remember look come go rush discuss answer explain talk speak understand recognize
    recognise realize admit ask wait try acknowledge want need like love hope happen
    seem become worry consider respect beat lose run tell focus find learn show figure""".split()
)
_STATES = frozenset("have be get see know need want like love hope say think".split())


@dataclass(frozen=True, slots=True)
class SaidStand:
    """A stand with the words that name what it is on, and the words that show it.

    Attributes:
        place: where the word stands that makes it one.
    """

    proposition: Span
    stance: Stance
    words: Span
    place: int


def find_said_stands(
    layout: Layout, attribution: Attribution, inner: Sequence[Span]
) -> Iterator[SaidStand]:
    """The stands of a speaker, one a sentence of what is said.

    Args:
        layout: the text's words.
        attribution: whose content is read.
        inner: contents of attributions inside this one, whose stands are read there.
    """
    insisted = _read_insisted(layout, attribution)
    if insisted is not None:
        yield insisted
        return
    if not _gives(layout, attribution):
        return
    for piece in attribution.content:
        for sentence in _sentences_of(layout, piece):
            found = _read_sentence(layout, sentence)
            if found is None or any(each.start <= found.place < each.end for each in inner):
                continue
            yield _deny(found) if attribution.negated else found


def _gives(layout: Layout, attribution: Attribution) -> bool:
    """Whether what is said is the speaker's own mind: he says so, or does not think so."""
    if attribution.act not in _GIVING or attribution.hedged:
        return False
    return not attribution.negated or any(
        _DISBELIEVES.search(layout.text, cue.start, cue.end) for cue in attribution.cue
    )


def _read_insisted(layout: Layout, attribution: Attribution) -> SaidStand | None:
    """As in "demanded that every permit include a map": the verb has no ending."""
    cue = " ".join(layout.text[span.start : span.end] for span in attribution.cue)
    content = attribution.content[0]
    match = _INSISTED.match(layout.text, content.start, content.end)
    if match is None or _INSISTS.search(cue) is None:
        return None
    if attribution.act not in _INSISTING or attribution.negated or attribution.hedged:
        return None
    if _HELPING.search(match["who"]):
        return None
    words = layout.words_in(Span(*match.span("prop")))
    acts = len(words) > 1 and load_actions().names_action(words[0].text, words[1:])
    if not acts and match["verb"] not in {"include", "be", "provide", "contain"}:
        return None
    proposition = trim_proposition(layout, content)
    if proposition is None:
        return None
    return SaidStand(proposition, Stance.SUPPORTS, proposition, match.start("prop"))


def _sentences_of(layout: Layout, piece: Span) -> Iterator[Span]:
    first = layout.sentence_at(piece.start)
    last = min(layout.sentence_at(max(piece.start, piece.end - 1)), first + _MOST_SENTENCES)
    for number in range(first, last + 1):
        sentence = layout.sentence_span(number)
        start, end = max(piece.start, sentence.start), min(piece.end, sentence.end)
        if end > start and not layout.text[start:end].rstrip(" \n”\"’'").endswith("?"):
            yield Span(start, end)


def _deny(found: SaidStand) -> SaidStand:
    turned = {Stance.SUPPORTS: Stance.OPPOSES, Stance.OPPOSES: Stance.SUPPORTS}
    return replace(found, stance=turned.get(found.stance, found.stance))


def _read_sentence(layout: Layout, sentence: Span) -> SaidStand | None:
    for read in _READERS:
        found = read(layout, sentence)
        if found is not None:
            return found
    return None


def _read_ought(layout: Layout, sentence: Span) -> SaidStand | None:
    """As in "Congress must reopen the gates", "we cannot afford to close them"."""
    match = _OUGHT.search(layout.text, sentence.start, sentence.end)
    if match is None or match["verb"] in _NO_DEED:
        return None
    proposition = _deed_of(layout, match, sentence)
    if proposition is None:
        return None
    against = match["not"] or match["cannot"]
    return SaidStand(
        proposition,
        Stance.OPPOSES if against else Stance.SUPPORTS,
        Span(match.start(), proposition.end),
        match.start("prop"),
    )


def _read_passive(layout: Layout, sentence: Span) -> SaidStand | None:
    """As in "the old rules should be changed"."""
    match = _PASSIVE.search(layout.text, sentence.start, sentence.end)
    if match is None or stem_word(match["verb"].split()[0]) not in _CHANGES | load_actions().verbs:
        return None
    opening = _OPENING.match(layout.text, sentence.start, match.start())
    start = sentence.start if opening is None else opening.end()
    words = trim_proposition(layout, Span(start, sentence.end))
    if words is None or words.end < match.end() or len(layout.words_in(words)) < _FEWEST:
        return None
    nobody = layout.text[words.start : words.end].lower().startswith(("no ", "nobody ", "none "))
    stance = Stance.OPPOSES if match["not"] or nobody else Stance.SUPPORTS
    return SaidStand(words, stance, words, match.start())


def _read_aim(layout: Layout, sentence: Span) -> SaidStand | None:
    """As in "it is time to reopen the gates", "the goal is to reopen them", "let's reopen them"."""
    for pattern, against in ((_AIM, False), (_LETS, False), (_POINTLESS, True)):
        match = pattern.search(layout.text, sentence.start, sentence.end)
        if match is None or match["verb"] in _NO_DEED:
            continue
        if pattern is _AIM and not _GOAL.search(layout.text, sentence.start, match.start("prop")):
            continue
        proposition = _deed_of(layout, match, sentence)
        if proposition is not None:
            against = against or bool(pattern is _AIM and match["not"])
            stance = Stance.OPPOSES if against else Stance.SUPPORTS
            words = Span(match.start(), proposition.end)
            return SaidStand(proposition, stance, words, match.start("prop"))
    return None


def _read_never(layout: Layout, sentence: Span) -> SaidStand | None:
    """As in "Brenn will never accept a wall", "there won't be a vote"."""
    for pattern in (_NEVER, _NONE):
        match = pattern.search(layout.text, sentence.start, sentence.end)
        if match is None:
            continue
        span = Span(match.start("prop"), min(match.end("prop"), sentence.end))
        proposition = read_proposition(layout, span) or (
            trim_proposition(layout, span) if pattern is _NEVER else None
        )
        if proposition is not None:
            words = Span(match.start(), proposition.end)
            return SaidStand(proposition, Stance.OPPOSES, words, match.start("prop"))
    return None


def _read_would(layout: Layout, sentence: Span) -> SaidStand | None:
    """As in "we're going to reopen the gates"."""
    match = _WOULD.search(layout.text, sentence.start, sentence.end)
    if match is None or match["verb"] in _STATES:
        return None
    words = layout.words_in(Span(match.start("prop"), sentence.end))
    if len(words) < 2 or not load_actions().names_action(words[0].text, words[1:]):
        return None
    proposition = _deed_of(layout, match, sentence)
    if proposition is None or not has_public_object(layout, proposition):
        return None
    stance = Stance.OPPOSES if match["not"] else Stance.SUPPORTS
    if _CONDITION.search(layout.text, sentence.start, sentence.end):
        stance = Stance.CONDITIONAL
    shown = Span(match.start(), proposition.end)
    return SaidStand(proposition, stance, shown, match.start("prop"))


def _read_need(layout: Layout, sentence: Span) -> SaidStand | None:
    """As in "we need a new treaty", "there is no need for a wall"."""
    match = _NEED.search(layout.text, sentence.start, sentence.end)
    if match is None:
        return None
    name = "none" if match["no"] else "prop"
    span = Span(match.start(name), min(match.end(name), sentence.end))
    proposition = read_proposition(layout, span)
    if proposition is None:
        return None
    stance = Stance.OPPOSES if match["no"] or match["not"] else Stance.SUPPORTS
    return SaidStand(proposition, stance, Span(match.start(), proposition.end), match.start(name))


_READERS = (_read_ought, _read_passive, _read_aim, _read_never, _read_would, _read_need)


# "He needs to carry the north in order to win" says what helps him, not what is right.
_TO_WIN = re.compile(
    r"\b(?:in\sorder\sto|if\s(?:he|she|they|we)\s(?:wants?|hopes?|(?:is|are)\sto))\b|\bto\swin\b"
)


def _deed_of(layout: Layout, match: re.Match[str], sentence: Span) -> Span | None:
    if _TO_WIN.search(layout.text, match.start(), sentence.end):
        return None
    words = trim_proposition(layout, Span(match.start("prop"), sentence.end))
    return words if words is not None and is_public_deed(layout, words) else None
