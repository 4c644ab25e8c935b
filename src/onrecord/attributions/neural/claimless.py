"""Drafts that an editor would strike: nobody says anything in them."""

import re

from onrecord.attributions.acts import classify_act
from onrecord.attributions.cue_head import first_words, lower_words
from onrecord.attributions.modality import classify_modality
from onrecord.attributions.neural.decoding import Draft
from onrecord.attributions.neural.source_edges import is_one_of_its_kind
from onrecord.records import Act

_QUOTATION_MARK = re.compile("[\"“”„«»]|''|[‘’'](?=\\w.*[’'](?!\\w))")
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?:\s[A-ZÀ-Þ][\w.'’-]*){0,2}")
_VAGUE = frozenset("basically to very such many also then else either too".split()) | {"a lot"}
# Verbs of saying that can have a bare name for all that is said: "talked about Holt".
_TOPIC = frozenset("about of on for against mention mentions mentioned tweet tweets".split())
_CRIMES = frozenset(
    """suicide suicides murder murders crime crimes fraud perjury treason theft arson adultery
    genocide atrocities abuses offence offences offense offenses felony felonies error errors
    mistake mistakes robbery assault assaults rape violence""".split()
)
_COMMITTING = re.compile(r"commit(?:s|ted|ting)?")
# "the urge to": nobody urges.
_ARTICLES = (("the",), ("an",), ("any",))
_CITING = re.compile(r"(?:cit|quot)(?:e|es|ed|ing)")
_PEOPLE = re.compile(
    r"(?:an?|one|two|three|four|five|six|several|some|many|unnamed|anonymous|unidentified|people|"
    r"sources?|officials?)\b(?:\s[\w.'’-]+){0,4}?\s?\b(?:persons?|people|sources?|officials?|"
    r"executives?|aides?|diplomats?|insiders?|familiar|briefed)\b",
    re.IGNORECASE,
)
_STATES = re.compile(r"\b(?:that|said|says|saying|who say|as saying|is|was|were|will)\b")
_CALLING_IN = re.compile(r"(?:call|phone|dial)(?:s|ed|ing|led|ling)? in(?:to)?(?: to)?")
_GENERIC = re.compile(
    r"(?:you|one|(?:any|some|every)(?:one|body)|nobody|no one|(?:most |some |many )?people|"
    r"(?:(?:any|some|every)(?:one|body)|people|those|voters)(?: \w+)? (?:who|that))",
    re.IGNORECASE,
)
_WH = frozenset("who what when where why how which whether".split())
# "no decision | had been made about": nobody speaks.
_SETTLED = frozenset("decision decisions choice agreement".split())
_SETTLING = frozenset("made make taken take reached reach".split())
_MIND = frozenset((Act.KNOWS, Act.BELIEVES, Act.WANTS, Act.SUPPORTS, Act.OPPOSES))
_SAID = (Act.SAYS, False)
_SHORT, _LONGEST_PLACE, _CRIME_REACH = 3, 6, 4
_REACH = 40


def says_nothing(draft: Draft, text: str) -> bool:
    """Whether no reader would miss the draft: it holds no claim, or no word of anybody.

    A crime that is committed, people that are cited without what they say, a name that is only
    addressed ("advises Holt"), what is said around "the one Holt gave".
    """
    cue, content = lower_words(text, draft.cue), first_words(text, draft.content, _REACH)
    if not content or " ".join(content) in _VAGUE or _commits_crime(cue, content):
        return True
    if cue[-1:] == ("urge",) and cue[-2:-1] in _ARTICLES:
        return True
    if _stands_outside(draft, text) or _cites_people(draft, text, cue):
        return True
    calls = bool(_CALLING_IN.fullmatch(" ".join(cue))) and len(content) <= _LONGEST_PLACE
    aimless = calls or content == ("things",) or _is_bare_name(draft, text, cue)
    return aimless and _classify(draft, text) == _SAID


def is_nobodys(draft: Draft, text: str) -> bool:
    """Whether nobody says a nested draft, or anybody at all has its few words in mind.

    "You know" before what is said, "people who like plums", "nobody wants it".
    """
    if draft.source is None:
        return False
    words, cue = lower_words(text, draft.source), lower_words(text, draft.cue)
    if words[-1:] != () and words[-1] in _SETTLED and not _SETTLING.isdisjoint(cue):
        return True
    source = " ".join(words)
    if draft.content[0].start > draft.cue[0].start:
        opening = first_words(text, draft.content[:1], 1)
        if (source, cue) == ("you", ("know",)) and opening != ("that",):
            return True
    if not _GENERIC.fullmatch(source) or _is_quoted(draft, text):
        return False
    content = first_words(text, draft.content, _SHORT + 1)
    # "people know who he is"
    tells = source != "you" and content[0] in _WH and len(content) > 1
    return len(content) <= _SHORT and not tells and _classify(draft, text)[0] in _MIND


def _commits_crime(cue: tuple[str, ...], content: tuple[str, ...]) -> bool:
    """Whether a crime or an error is committed: nobody promises it."""
    commits = bool(cue) and bool(_COMMITTING.fullmatch(cue[-1]))
    return commits and content[0] != "to" and not _CRIMES.isdisjoint(content[:_CRIME_REACH])


def _stands_outside(draft: Draft, text: str) -> bool:
    """Whether the content is the clause that "the one Holt gave" stands in."""
    if not is_one_of_its_kind(draft, text) or draft.source is None:
        return False
    return draft.content[-1].end <= draft.source[0].start and not _is_quoted(draft, text)


def _cites_people(draft: Draft, text: str, cue: tuple[str, ...]) -> bool:
    """Whether a newsroom only names those it knows it from: "citing two officials"."""
    if len(cue) != 1 or not _CITING.fullmatch(cue[0]):
        return False
    content = _join(draft, text)
    return bool(_PEOPLE.match(content)) and not _STATES.search(content)


def _is_bare_name(draft: Draft, text: str, cue: tuple[str, ...]) -> bool:
    name = _join(draft, text)
    return bool(_CAPITALISED.fullmatch(name)) and _TOPIC.isdisjoint(cue)


def _is_quoted(draft: Draft, text: str) -> bool:
    return bool(_QUOTATION_MARK.search(_join(draft, text)))


def _join(draft: Draft, text: str) -> str:
    return " ".join(text[span.start : span.end] for span in draft.content)


def _classify(draft: Draft, text: str) -> tuple[Act, bool]:
    """The act, and whether it is negated: "did not mention Holt" says something."""
    negated, _ = classify_modality(text, draft.cue, draft.source, draft.content)
    return classify_act(text, draft.cue, draft.content, draft.source), negated
