"""What the marks of a reading are called on screen and on paper."""

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.dates import PartialDate
from onrecord.export.outline import Entry, Speaker
from onrecord.records import (
    AbsenceKind,
    Act,
    Against,
    Article,
    Attribution,
    Basis,
    CheckKind,
    EntityKind,
    Form,
    How,
    Position,
    ResponseKind,
    Stance,
)

NO_SOURCE = "no source named"
NO_PUBLISHER = "this page"
ARROW = " → "
"""Between the steps of a chain, from the page outward."""

# The plain form of each act, for "does not …".
_PLAIN_FORM = {
    Act.SAYS: "say",
    Act.CLAIMS: "claim",
    Act.CONFIRMS: "confirm",
    Act.DENIES: "deny",
    Act.DECLINES: "decline",
    Act.ASKS: "ask",
    Act.DEMANDS: "demand",
    Act.PROPOSES: "propose",
    Act.PROMISES: "promise",
    Act.PREDICTS: "predict",
    Act.WARNS: "warn",
    Act.BELIEVES: "believe",
    Act.KNOWS: "know",
    Act.WANTS: "want",
    Act.SUPPORTS: "support",
    Act.OPPOSES: "oppose",
    Act.DECIDES: "decide",
    Act.SHOWS: "show",
}

FORM_WORDS = {
    Form.DIRECT: "direct quote",
    Form.MIXED: "partly quoted",
    Form.INDIRECT: "paraphrase",
}

# What became of a step's words in the step before it.
HOW_WORDS = {
    How.REPORTS: "reported",
    How.INTERVIEWED: "interviewed",
    How.QUOTES: "quoted",
    How.CITES: "cited",
    How.RELAYS: "relayed",
}

BASIS_WORDS = {
    Basis.INTERVIEW: "in an interview",
    Basis.STATEMENT: "in a statement",
    Basis.PRESS_CONFERENCE: "at a press conference",
    Basis.SPEECH: "in a speech",
    Basis.SOCIAL_MEDIA: "on social media",
    Basis.DOCUMENT: "in a document",
    Basis.COURT: "in court",
    Basis.POLL: "in a poll",
    Basis.BROADCAST: "on the air",
    Basis.OTHER_OUTLET: "from another outlet",
    Basis.UNNAMED_SOURCE: "from an unnamed source",
    Basis.OBSERVED: "seen by the reporter",
    Basis.UNSTATED: "",
}

RESPONSE_WORDS = {
    ResponseKind.CONFIRMS: "confirms",
    ResponseKind.PARTLY_CONFIRMS: "confirms in part",
    ResponseKind.DENIES: "denies",
    ResponseKind.DISPUTES: "disputes",
    ResponseKind.NEITHER_CONFIRMS_NOR_DENIES: "neither confirms nor denies",
    ResponseKind.DECLINES: "declines to say",
    ResponseKind.NO_RESPONSE_YET: "has not answered yet",
    ResponseKind.NOT_REACHED: "was not reached",
    ResponseKind.RETRACTS: "withdraws it",
}

ABSENCE_WORDS = {
    AbsenceKind.NO_DIRECT_QUOTE: "no direct quote",
    AbsenceKind.NO_EVIDENCE: "no evidence",
    AbsenceKind.NO_DETAILS: "no details",
    AbsenceKind.NO_DATE: "no date",
    AbsenceKind.NO_INDEPENDENT_CONFIRMATION: "no independent confirmation",
}

STANCE_WORDS = {
    Stance.SUPPORTS: "supports",
    Stance.OPPOSES: "opposes",
    Stance.CONDITIONAL: "on conditions",
    Stance.OPEN: "leaves it open",
}

CHECK_WORDS = {
    CheckKind.ROLE_CONFLICT: "Two roles",
    CheckKind.DATE_CONFLICT: "Two dates",
    CheckKind.NUMBER_CONFLICT: "Two numbers",
    CheckKind.QUOTE_CONFLICT: "One quote, two wordings",
    CheckKind.HEADLINE_OVERREACH: "Headline and text",
}

AGAINST_WORDS = {
    Against.TEXT: "the text",
    Against.TITLE: "the headline",
    Against.PUBLISHED_ON: "the article’s date",
}

KIND_WORDS = {kind: kind.value for kind in EntityKind}

# The words say how sure the reader is of its reading; below the last bound it is more likely wrong
# than right.
_SURENESS = ((0.9, "sure"), (0.7, "fairly sure"), (0.5, "not very sure"))
UNSURE_BELOW = 0.5

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
# Not the single quotation marks: the closing one is also the apostrophe.
_CLOSING = {"“": "”", "«": "»"}
_EDGES = " ,.;:–—“”\"'"
_LONGEST_OWNER = 3  # Words of a name that can still take an apostrophe.
_QUOTATION_MARKS = tuple("\"'“”‘’„‚«»‹›「『")


def act_in_words(attribution: Attribution, content: str = "") -> str:
    """What the source did, as in "possibly does NOT confirm"; a lost "not" is a grave error.

    Args:
        attribution: which one.
        content: its words, where they are shown after the act: who refuses to leave "decides NOT"
            "to leave".
    """
    act = attribution.act
    words = f"does NOT {_PLAIN_FORM[act]}" if attribution.negated else act.value
    if attribution.negated and act is Act.DECIDES and content.startswith("to "):
        words = "decides NOT"
    return f"possibly {words}" if attribution.hedged else words


def word_in_words(position: Position, teller: str) -> str:
    """On whose word a position is known, as in "own word" or "on Ilse Varga’s word".

    Args:
        position: which one.
        teller: the name of whoever says so, where it is neither the party nor the author.
    """
    if position.word_of_id is None:
        return "on the author’s word"
    if position.first_hand:
        return "own word"
    if len(teller.split()) > _LONGEST_OWNER:
        return f"on the word of {teller}"
    return f"on {teller}{'’' if teller.endswith('s') else '’s'} word"


def score_in_words(score: float) -> str:
    """How sure the reader is that it read the passage rightly: nothing about what was said."""
    return next((words for bound, words in _SURENESS if score >= bound), "unsure")


def date_in_words(date: PartialDate) -> str:
    """As in "5 March 2026", "March 2026" or "2026"."""
    parts = [str(date.day)] if date.day else []
    if date.month:
        parts.append(_MONTHS[date.month - 1])
    return " ".join([*parts, str(date.year)])


def day_in_words(date: PartialDate) -> str:
    """When something was said: "said on 5 March 2026", "said in March 2026"."""
    return f"said {'on' if date.day else 'in'} {date_in_words(date)}"


def count_in_words(count: int, noun: str) -> str:
    """As in "1 attribution" or "2 attributions"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def origins_in_words(count: int, noun: str = "independent origin") -> str:
    """How many origins stand behind a claim; that none is known is not that there is none."""
    return count_in_words(count, noun) if count else "no origin known"


def summarise_dates(article: Article) -> str:
    """As in "5 March 2026, updated 6 March 2026"; "" where the page states no date."""
    words = [date_in_words(article.published_on)] if article.published_on else []
    if article.updated_on and article.updated_on != article.published_on:
        words.append(f"updated {date_in_words(article.updated_on)}")
    return ", ".join(words)


def summarise_entries(entries: Sequence[Entry]) -> str:
    """How much was found, and how much of it is in the speakers' own words."""
    forms = Counter(entry.attribution.form for entry in entries)
    counts = ", ".join(f"{forms[form]} {form.value}" for form in Form if forms[form])
    return f"{count_in_words(len(entries), 'attribution')}: {counts}"


def summarise_speakers(speakers: Sequence[Speaker]) -> str:
    """How many speak, and how many of them the article does not name."""
    named = [speaker for speaker in speakers if speaker.name]
    unnamed = sum(speaker.kind is EntityKind.UNNAMED for speaker in named)
    words = [count_in_words(len(named), "speaker")]
    if unnamed:
        words.append(f"{unnamed} of them unnamed")
    without = sum(len(speaker.entries) for speaker in speakers if not speaker.name)
    if without:
        words.append(f"{count_in_words(without, 'attribution')} without a source")
    return ", ".join(words)


def quote_direct(content: str, form: Form) -> str:
    """Quotation marks around direct speech whose content does not hold its own."""
    if form is not Form.DIRECT or content[:1] in _QUOTATION_MARKS:
        return content
    return f"“{content}”"


def describe_source(name: str, source: str) -> str:
    """What the text calls somebody there, beside the name; "" where it is just the name.

    The name itself is left out of a longer description ("its chair, Tomas Reyl" is "its chair"),
    but not where it belongs to somebody else's ("Tomas Reyl’s lawyer").
    """
    if _bare(name) == _bare(source):
        return ""
    found = re.search(rf"(?<!\w){re.escape(name)}(?![\w’'])", source) if name else None
    if found is None:
        return source
    around = (source[: found.start()].strip(_EDGES), source[found.end() :].strip(_EDGES))
    return " … ".join(words for words in around if words) or source


def cut_words(text: str, limit: int) -> str:
    """At most `limit` characters, cut between words with " …", open quotation marks closed."""
    if len(text) <= limit:
        return text
    room = max(limit - 3, 1)
    kept = text[: room + 1].rsplit(None, 1)[0] if " " in text[: room + 1] else text[:room]
    kept = kept.rstrip(" ,;:–—-…(")
    return f"{kept} …{_unclosed(kept)}"


def _unclosed(text: str) -> str:
    for opening, closing in _CLOSING.items():
        if text.count(opening) > text.count(closing):
            return closing
    return '"' if text.count('"') % 2 else ""


def _bare(name: str) -> str:
    bare = " ".join(name.split()).casefold().strip(_EDGES)
    for article in ("the ", "a ", "an "):
        bare = bare.removeprefix(article)
    return bare
