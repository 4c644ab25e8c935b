"""Readings as one self-contained HTML page: the article marked, a card beside every passage."""

import base64
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.export.cards import (
    Card,
    Lead,
    SpeakerLine,
    describe_speakers,
    list_leads,
    make_cards,
)
from onrecord.export.digest import Digest, digest_reading
from onrecord.export.marking import Paragraph, mark_paragraphs
from onrecord.export.outline import list_speakers, outline_attributions
from onrecord.export.passages import Part, Passage
from onrecord.export.wording import (
    count_in_words,
    summarise_dates,
    summarise_entries,
    summarise_speakers,
)
from onrecord.records import Article, Reading, Run, Spans

_WEB_ADDRESS = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8})*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadingView:
    """One reading as the template wants it.

    Attributes:
        key: what the ids of this reading's elements begin with.
        dates: in words; "" where the page states none.
        link: the article's address where it is one of the web; otherwise "".
        places: the number under which each passage of a finding is marked in the paragraphs.
    """

    key: str
    article: Article
    run: Run
    language: str
    dates: str
    link: str
    words: str
    summary: str
    speaking: str
    paragraphs: tuple[Paragraph, ...]
    cards: dict[int, Card]
    speakers: tuple[SpeakerLine, ...]
    leads: tuple[Lead, ...]
    digest: Digest
    places: Mapping[Spans, int]


def render_report(readings: Sequence[Reading]) -> str:
    """One HTML page without scripts or requests, for one reading or many.

    Whatever comes from an article is escaped, and linked only where it is an http(s) address. The
    page's own policy (CSP) forbids everything but its one style sheet.
    """
    views = [make_view(f"r{place}", reading) for place, reading in enumerate(readings, start=1)]
    style = read_template("report.css") + write_highlights(views)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _render(views, style, f"'sha256-{digest}'")


def make_view(key: str, reading: Reading) -> ReadingView:
    """One reading as the templates want it; `key` begins the ids of its elements."""
    article = reading.article
    entries = outline_attributions(reading)
    speakers = list_speakers(entries, reading.entities)
    digest = digest_reading(reading, entries)
    places = _number_passages(digest)
    shown = [
        Passage(span, number, Part.FINDING) for spans, number in places.items() for span in spans
    ]
    url = article.url or ""
    return ReadingView(
        key=key,
        article=article,
        run=reading.run,
        language=article.language if _LANGUAGE_TAG.fullmatch(article.language) else "und",
        dates=summarise_dates(article),
        link=url if _WEB_ADDRESS.fullmatch(url) else "",
        words=count_in_words(len(article.text.split()), "word"),
        summary=summarise_entries(entries) if entries else "No attribution was found",
        speaking=summarise_speakers(speakers) if entries else "",
        paragraphs=mark_paragraphs(article.text, entries, shown),
        cards=make_cards(article.text, entries, digest),
        speakers=describe_speakers(speakers),
        leads=list_leads(entries),
        digest=digest,
        places=places,
    )


def _number_passages(digest: Digest) -> dict[Spans, int]:
    """A number for each passage that a finding is read from, those in two findings once."""
    passages = [quote.evidence for line in digest.responses for quote in line.quotes]
    passages.extend(line.quote.evidence for line in digest.absences)
    for group in digest.propositions:
        passages.extend([group.evidence, *(line.quote.evidence for line in group.lines)])
    for check in digest.checks:
        passages.extend((passage.span,) for passage in check.passages if passage.span)
    return {spans: number for number, spans in enumerate(dict.fromkeys(passages), start=1)}


def write_highlights(views: Sequence[ReadingView]) -> str:
    """A rule for every attribution: its passages light up with its card, without a script.

    The passages of findings light up when a link leads to them. Each rule hangs on the one row that
    holds the card: with 850 attributions on a page, rules that hang on the article take a browser
    five seconds more to lay out.
    """
    rules = []
    for view in views:
        shown_in = Counter(number for part in view.paragraphs for number in part.shown)
        for place, paragraph in enumerate(view.paragraphs, start=1):
            row = f"#{view.key}-w{place}"
            for number in paragraph.numbers:
                card, passage = f"#{view.key}-c{number}", f"#{view.key}-p{number}"
                lit = f"{card}:is(:hover,:focus-within,:target),{passage}:target"
                marks = f".{view.key}a{number}"
                below = f",{row}:has({lit})~.row {marks}" if shown_in[number] > 1 else ""
                rules.append(f"{row}:has({lit}) {marks}{below}{{background:var(--lit)}}\n")
            for fragment in paragraph.fragments:
                for number in fragment.finding_anchors:
                    lit = f"{row}:has(#{view.key}-f{number}:target)"
                    marks = f".{view.key}f{number}"
                    rules.append(f"{lit} {marks},{lit}~.row {marks}{{background:var(--lit)}}\n")
    return "".join(rules)


def _render(views: Sequence[ReadingView], style: str, style_source: str) -> str:
    import jinja2
    from markupsafe import Markup

    environment = jinja2.Environment(
        autoescape=True,
        loader=jinja2.FunctionLoader(read_template),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=lambda shown: replace_controls(shown) if type(shown) is str else shown,
    )
    template = environment.get_template("report.html.j2")
    page = template.render(views=views, style=Markup(style), style_source=style_source)  # noqa: S704
    # The template begins with its macros; a page begins with its doctype.
    return page.lstrip()


def read_template(name: str) -> str:
    """The source of one of the templates here."""
    from importlib.resources import files

    return files("onrecord.export").joinpath("templates", name).read_text("utf-8")


def replace_controls(text: str) -> str:
    """With U+FFFD for what HTML forbids: control characters and halves of surrogate pairs."""
    return "".join(
        "\ufffd" if unicodedata.category(one) in {"Cc", "Cs"} and one not in "\n\t" else one
        for one in text
    )
