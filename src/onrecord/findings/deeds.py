"""Deeds that show a stand, in the author's voice: to sign, strike down, rally against."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.findings.actions import load_actions
from onrecord.findings.clause_subjects import head_of_subject, is_asked, subject_of_verb
from onrecord.findings.propositions import is_thing, read_proposition
from onrecord.records import Span, Stance
from onrecord.resolution.layout import Layout
from onrecord.resolution.lexicon import load_lexicon

_FOR = """support back endorse favor favour embrace champion advocate promote praise welcome hail
applaud celebrate cheer defend approve adopt pass ratify sign introduce sponsor co-
sponsor cosponsor author draft propose pitch unveil float negotiate broker uphold accept
enact greenlight herald reintroduce"""
_AGAINST = """oppose reject resist fight block veto kill defeat denounce condemn decry criticize
criticise blast slam assail protest dismiss rebuff scuttle torpedo void overturn
filibuster challenge boycott disavow renounce repudiate invalidate nullify shelve hate
detest"""
_FOR_OTHERS = (
    r"(?:push|press|lobby|campaign|fight|vote|rally|call|argue|come\sout|speak\sout|stand\sup)\s(?:\w+ly\s)?"
    r"(?:for|in\s(?:favou?r|support)\sof)|agree\sto|sign\s(?:on\sto|off\son|onto)|push\sthrough|help\s(?:to\s)?"
    r"(?:write|draft|pass|negotiate|craft)|work\son(?=\san?\s(?:\w+\s){0,2}(?:bill|measure|compromise|deal|plan))|say\syes\sto|approve\sof|be\sin\s(?:favou?r|support)\sof|"
    r"be\son\sboard\swith|offer\sa\sdefen[sc]e\sof|lead\sthe\s(?:effort|fight|push|campaign)\sfor|"
    r"lead\sthe\s(?:effort|fight|push|campaign|drive|movement)(?=\sto\s)|(?:fight|push|press|campaign|lobby|vote)"
    r"(?=\sto\s)|rally\sbehind|"
    r"(?:want|like|love|hope)\sto\ssee|get\sbehind|line\sup\sbehind|join\s(?=the\s\w+\s(?:pact|treaty|accord|agreement|deal)\b)"
)
_AGAINST_OTHERS = (
    r"(?:vote|argue|rally|protest|campaign|fight|lobby|rail|rebel|revolt|warn|come\sout|speak\sout|mobilize)\s"
    r"(?:\w+ly\s)?against|come\sout\sin\sopposition\sto|object\sto|say\sno\sto|be\s(?:\w+ly\s)?(?:opposed\sto|against)|"
    r"remain\s(?:\w+ly\s)?(?:opposed\sto|against|critical\sof)|be\s(?:\w+ly\s)?(?:critical|skeptical|sceptical)\sof|"
    r"strike\sdown|shoot\sdown|vote\sdown|turn\sdown|rule\sout|withdraw\sfrom|pull\sout\sof|back\sout\sof|"
    r"walk\saway\sfrom|back\saway\sfrom|balk\sat|take\saim\sat|take\sissue\swith|sue\sover|sue\sto\s(?:block|stop|"
    r"overturn)|file\s(?:a\s)?(?:law)?suit\s(?:against|to\s(?:block|stop|overturn))|push\sback\s(?:against|on)|"
    r"issue\san\sinjunction\s(?:blocking|against)|threaten\sto\s(?:veto|block|tear\sup|scrap|kill|quit|leave|sue\sover)|"
    r"refuse\sto\s(?:sign|support|accept|back|endorse|approve|ratify|recogni[sz]e|implement)|"
    r"(?:work|try|seek|move|attempt)\s(?:[\w\s]{0,30}\s)?to\s(?:defeat|block|kill|scuttle|stop|derail|sink|torpedo|"
    r"quash|undermine|undo|overturn)|(?:would\slike|want|hope|plan|intend)\sto\s(?:block|stop|kill|defeat)|"
    r"cut\sfunding\sfor"
)
_IRREGULAR = {
    "fight": "fought|fights?|fighting",
    "come": "came|comes?|coming",
    "say": "said|says?|saying",
    "be": "is|are|was|were|been|[’']s|[’']re",
    "get": "got|gets?|getting",
    "lead": "led|leads?|leading",
    "speak": "spoke|spoken|speaks?|speaking",
    "stand": "stood|stands?|standing",
    "strike": "struck|strikes?|striking",
    "shoot": "shot|shoots?|shooting",
    "withdraw": "withdrew|withdrawn|withdraws?|withdrawing",
    "take": "took|taken|takes?|taking",
    "sue": "sued|sues?|suing",
    "seek": "sought|seeks?|seeking",
    "cut": "cuts?|cutting",
    "uphold": "upheld|upholds?|upholding",
}


def _past(lemmas: str) -> str:
    """The past forms of verbs, as a pattern."""
    forms = [_inflect(each) for each in lemmas.split()]
    return "|".join(rf"(?:{form})(?<=ed)|(?:{form})(?<=ght)|(?:{form})(?<=eld)" for form in forms)


_MODAL = frozenset("could might may".split())
_ADVICE = frozenset("should must ought cannot".split())
_BE = frozenset("is are was were be been being".split())


def _inflect(lemma: str) -> str:
    """All forms of a verb, as a pattern."""
    if lemma in _IRREGULAR:
        return f"(?:{_IRREGULAR[lemma]}|{lemma})"
    if lemma.endswith("e"):
        return f"(?:{lemma}[sd]?|{lemma[:-1]}ing)"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return f"(?:{lemma}|{lemma[:-1]}ies|{lemma[:-1]}ied|{lemma}ing)"
    double = lemma[-1] * 2 if re.search(r"[^aeiou][aeiou][tpgbm]$", lemma) else lemma[-1]
    return f"{lemma}(?:|e?s|ed|ing)|{lemma[:-1]}{double}(?:ed|ing)"


def _inflect_phrase(phrases: str) -> str:
    """Phrases whose first verb takes all its forms: "vote against" is "votes against" too."""
    return re.sub(r"(?:(?<=^)|(?<=\|)|(?<=\(\?:))([a-z]+)(?=\\s|\||\))", _first_form, phrases)


def _first_form(match: re.Match[str]) -> str:
    return f"(?:{_inflect(match.group(1))})" if match.group(1) in _VERBS else match.group(1)


_VERBS = frozenset(
    """push press lobby campaign fight vote rally call argue come speak stand agree sign
    help work say approve be offer lead get line join protest rail rebel revolt warn
    mobilize object remain strike shoot turn rule withdraw pull back walk balk take sue
    file issue threaten refuse try seek move attempt want hope plan intend cut""".split()
)


def _compile() -> re.Pattern[str]:
    favour = "|".join(_inflect(each) for each in _FOR.split())
    against = "|".join(_inflect(each) for each in _AGAINST.split())
    aux = (
        r"(?P<aux>(?:(?:has|have|had|is|are|was|were|been|be|being|will|would|did|does|do|could|might|may|should|must|"
        r"ought\sto|cannot|appears?\sto|seems?\sto|(?:set|poised|expected|ready|likely|proud|happy|willing|prepared|glad|honou?red|pleased|eager|going)\sto|"
        r"(?:plan(?:s|ned|ning)?|intend(?:s|ed)?|hop(?:es?|ed|ing)|want(?:s|ed)?|vow(?:s|ed)?|promis(?:es?|ed|ing)|"
        r"pledg(?:es?|ed|ing)|agree[sd]?|decid(?:es?|ed|ing)|mov(?:es?|ed|ing)|voted?|continu(?:es?|ed|ing))\sto|am|"
        r"[’'](?:m|re)|[’']s|[’']ve|[’']ll|"
        r"(?:has|have|had|did|does|do|would|will|could|is|are|was|were)n[’']t)\s|not\s|never\s|yet\s|"
        r"(?:\w+ly|also|long|again|still|now|even|since|already)\s){0,8})"
    )
    return re.compile(
        rf"(?:(?<![\w’'-])|(?=[’'](?:m|s|re|ve|ll)\s)){aux}(?P<verb>(?P<againstx>{_inflect_phrase(_AGAINST_OTHERS)})|"
        rf"(?P<favourx>{_inflect_phrase(_FOR_OTHERS)})|(?P<against>{against})|(?P<favour>{favour}))\s"
        r"(?=\S)(?!by\b|at\sleast\b)"
    )


_DEED = _compile()
_END = re.compile(r"[.;:\n]")
_REACH = 240
_NOT = re.compile(r"\b(?:not|never)\b|n[’']t\b")
_PASSED = re.compile(
    r"\b(?:easily\s|narrowly\s|overwhelmingly\s)?(?:passed|cleared)\s(?P<party>(?:the\s|both\s)[\w\s-]{0,40}?"
    r"(?:[Hh]ouse|Senate|[Cc]ouncil|Congress|Parliament|Assembly|[Ll]egislature|[Cc]hamber|[Cc]ommittee|panel|"
    r"Duma|Bundestag|Knesset|Commons)s?)\b"
)


_WHICH = re.compile(
    r"\s(?:that\s|which\s)?(?P<party>(?:he|she|they)|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})\s"
    rf"(?:(?:has|have|had)\s)?(?:\w+ly\s)?(?:(?P<against>{_past(_AGAINST)})|(?P<favour>{_past(_FOR)}|pushed|reached))"
    r"\b(?!\s(?:the|a|an|his|her|its|their|that|to|by)\b)"
)


@dataclass(frozen=True, slots=True)
class Deed:
    """Who did something for or against a proposition."""

    party: Span
    doing: Span
    proposition: Span
    stance: Stance


def find_deeds(layout: Layout) -> Iterator[Deed]:
    """Find the deeds in text order; whose word they are is not said here."""
    for match in _DEED.finditer(layout.text):
        stance = _stance_of(match)
        if stance is None:
            continue
        sentence = layout.sentence_span(layout.sentence_at(match.start()))
        # "To oppose it" is nobody's deed, and "the growers' support for it" has no verb.
        infinitive = layout.text.endswith(
            ("to ", "To ", "’ ", "' ", "’s ", "'s "), 0, match.start()
        )
        if infinitive or is_asked(layout, match.start()) or match.end() >= sentence.end:
            continue
        end = _END.search(layout.text, match.end(), min(sentence.end, match.end() + _REACH))
        span = Span(match.end(), end.start() if end else min(sentence.end, match.end() + _REACH))
        proposition = read_proposition(layout, span) if span.end > span.start else None
        if proposition is None and match["verb"].split()[0].rstrip("sed") in _BY_NAME:
            proposition = _read_pronoun(layout, match.end())
        party = None if proposition is None else subject_of_verb(layout, match.start())
        if proposition is None or party is None:
            continue
        if not _agrees(layout, match, party) or _ASKED.search(
            layout.text, max(sentence.start, match.start() - _REACH), match.start()
        ):
            continue
        yield Deed(party, Span(match.start(), match.end() - 1), proposition, stance)
    yield from _read_relatives(layout)
    for match in _PASSED.finditer(layout.text):
        yield from _read_passed(layout, match)


# Verbs of standing alone: "opposes it" is a stand, "passed it" may be anything.
_BY_NAME = frozenset(
    "oppo suppor support back endor favor reject veto denounc criticiz vot vote".split()
)


def _read_pronoun(layout: Layout, start: int) -> Span | None:
    """The "it" that follows a verb, which stands for a plan named before."""
    found = re.compile(r"(?:it|them)\b(?![’'-]|\s[a-z]+ing\b)").match(layout.text, start)
    return None if found is None else Span(*found.span())


def _agrees(layout: Layout, match: re.Match[str], party: Span) -> bool:
    """Whether words can be the subject of the verb: not in "the harbour rally against"."""
    words = layout.words_in(party)
    last = head_of_subject(layout, party)
    lexicon = load_lexicon()
    one = lexicon.singular_of(last.text)
    somebody = (
        last.is_capitalised
        or last.lower in _PRONOUNS
        or any(map(lexicon.is_person_noun, (last.text, one)))
        or one in lexicon.groups | lexicon.organisation_nouns | lexicon.government_nouns
    )
    cut_off = words[-1].lower in _NO_SUBJECT
    if cut_off or last.lower in _NO_SUBJECT or is_thing(layout.text[party.start : party.end]):
        return False
    if match["aux"].strip():
        return True
    verb = match["verb"].split()[0]
    if verb not in _BASES and not verb.endswith("s"):
        return True
    joined = any(word.lower == "and" for word in words)
    plural = last.lower.endswith("s") or last.lower in {"they", "we", "i"} or joined
    return somebody and (verb.endswith("s") or plural)


_BASES = _VERBS.union(_FOR.split(), _AGAINST.split())
_PRONOUNS = frozenset("he she they we i who".split())
_NO_SUBJECT = frozenset("the a an this that his her their its it which whose for of in on".split())
_ASKED = re.compile(r"\b(?:whether|if)\b")


def _stance_of(match: re.Match[str]) -> Stance | None:
    """The stance, or None where the verb is passive, advice, or a participle alone."""
    aux = match["aux"].lower().split()
    verb = match["verb"].split()[0]
    helpers = [each for each in aux if each in _BE or each in {"’s", "'s"}]
    plain = match["against"] or match["favour"]
    hypothetical = "would" in aux and "have" in aux
    if hypothetical or any(each in _ADVICE for each in aux):
        return None
    if helpers and verb in _VERBS and verb != "be":
        return None  # "Ames's campaign for the bridge"
    if plain and helpers and not verb.endswith("ing"):
        return None
    if verb.endswith("ing") and not helpers:
        return None
    stance = Stance.OPPOSES if match["against"] or match["againstx"] else Stance.SUPPORTS
    if any(each in _MODAL for each in aux):
        return Stance.CONDITIONAL
    if _NOT.search(match["aux"]) is None:
        return stance
    if aux[0] in {"has", "have", "had", "hasn’t", "haven’t", "hasn't", "haven't"}:
        return Stance.OPEN
    return Stance.SUPPORTS if stance is Stance.OPPOSES else Stance.OPPOSES


def _read_relatives(layout: Layout) -> Iterator[Deed]:
    """As in "a proposal that Ames pushed", "the deal she opposed"."""
    nouns = load_actions().nouns
    for word in layout.words:
        if word.lower not in nouns and word.lower.removesuffix("s") not in nouns:
            continue
        match = _WHICH.match(layout.text, word.end)
        number = layout.word_number(word.start)
        before = layout.words[max(0, number - _BEFORE_NOUN) : number]
        first = next((each for each in reversed(before) if each.lower in _ARTICLES), None)
        if match is None or first is None or is_asked(layout, word.start):
            continue
        proposition = read_proposition(layout, Span(first.start, word.end))
        if proposition is not None and proposition.end == word.end:
            stance = Stance.OPPOSES if match["against"] else Stance.SUPPORTS
            doing = Span(match.end("party") + 1, match.end())
            yield Deed(Span(*match.span("party")), doing, proposition, stance)


_BEFORE_NOUN = 6
_ARTICLES = frozenset("the a an this that these those".split())


def _read_passed(layout: Layout, match: re.Match[str]) -> Iterator[Deed]:
    """As in "the bill easily passed the House"."""
    sentence = layout.sentence_span(layout.sentence_at(match.start()))
    words = layout.words_in(Span(sentence.start, match.start()))
    for first in range(max(0, len(words) - 8), len(words)):
        proposition = read_proposition(layout, Span(words[first].start, words[-1].end))
        if proposition is not None and proposition.end == words[-1].end:
            doing = Span(match.start(), match.start("party") - 1)
            yield Deed(Span(*match.span("party")), doing, proposition, Stance.SUPPORTS)
            return
