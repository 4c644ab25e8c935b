"""HTML pages: the only file that knows trafilatura, which finds the text between the furniture.

Its options are fixed: no comments (other people's words), no tables (cells are no sentences), no
links, images or formatting, nothing remembered from page to page, precision before recall. Where it
finds nothing, as in markup nested too deeply for its parser, the page is read as page text.
"""

import dataclasses
import functools
import html
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from onrecord.articles.asides import mark_asides
from onrecord.articles.body import drop_repetitions
from onrecord.articles.bylines import read_biography
from onrecord.articles.canonical import find_canonical
from onrecord.articles.furniture import is_listing, says_not_found
from onrecord.articles.headlines import cut_site_name, fold_name
from onrecord.articles.lineshapes import count_words, is_solid
from onrecord.articles.metadata import Metadata, read_metadata
from onrecord.articles.normalisation import normalise_text
from onrecord.articles.page import Page
from onrecord.articles.pagelines import LineKind, PageLine, judge_line
from onrecord.articles.pagetext import LARGEST_TEXT, NO_ARTICLE, TOO_LONG, read_page_text
from onrecord.errors import ArticleError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST_TREE = 2_000_000
"""Characters of markup, scripts and styles apart, up to which trafilatura is asked: it takes about
4 s for a megabyte of paragraphs (one core). Larger pages are read as page text."""

KEPT_SHARE = 0.6
"""Share of the visible text that the parser must have kept: it drops what is nested too deeply."""

LONGEST_KICKER = 2
"""Words in the label above a headline; a deck or a subheading that opens the text has more."""

_MARGINAL = frozenset({LineKind.WEAK, LineKind.DATE, LineKind.BYLINE})

_OPTIONS: dict[str, Any] = {
    "include_comments": False,
    "include_tables": False,
    "include_images": False,
    "include_links": False,
    "include_formatting": False,
    "deduplicate": False,
    "favor_precision": True,
    "with_metadata": False,
}

_SILENT = "script|style|noscript|svg|template|iframe|select|button|canvas"
# An element that is never closed reaches to the end: one pass, whatever the page does.
_SILENT_ELEMENT = re.compile(
    rf"<!--.*?(?:-->|\Z)|<({_SILENT})\b[^<>]*>.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_NAVIGATION = re.compile(r"<(/?)(nav|head)\b[^<>]*>", re.IGNORECASE)
_BREAKING_TAG = re.compile(
    r"</?(?:p|div|br|hr|li|ul|ol|dl|dt|dd|h[1-6]|blockquote|section|article|main|header|footer|aside|"
    r"form|table|tr|td|th|figure|figcaption|time|address|pre|title|body|html|option|label|nav)\b[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]*>")
_BLOCKS = frozenset(
    {"p", "head", "quote", "list", "item", "div", "body", "lb", "ab", "code", "fw", "main"}
)


def read_html(markup: str, url: str | None = None) -> Page:
    """Read the article out of a page; ArticleError where there is none.

    Facts come from the page's metadata, and from its visible text where that is silent.
    """
    tree = _parse(markup)
    host = urlsplit(url or "").hostname or ""
    metadata = Metadata() if tree is None else read_metadata(tree, host)
    bare = _SILENT_ELEMENT.sub(" ", markup)
    paragraphs: list[str] = []
    if tree is not None and len(bare) <= LARGEST_TREE and _is_whole(tree, bare):
        paragraphs = _restore_subheadings(_extract_paragraphs(bare), tree)
    visible = None if _is_complete(metadata) and paragraphs else _read_visible(strip_markup(bare))
    facts = _merge(metadata, visible)
    body = (
        _clean_paragraphs(paragraphs, facts)
        or _clean_paragraphs(metadata.article_body.split("\n"), facts)
        or (visible.paragraphs if visible is not None else ())
    )
    if not body:
        raise ArticleError(NO_ARTICLE.format("it has menus or notices, but no running text"))
    _check_title(facts.title, body)
    address = "" if tree is None else find_canonical(tree)
    return dataclasses.replace(facts, paragraphs=body, address=address)


def strip_markup(markup: str) -> str:
    """The visible text of a page, one line for each block; for any markup, however broken."""
    text = _cut_navigation(_SILENT_ELEMENT.sub(" ", markup))
    text = " ".join(text.split()) if "<pre" not in text else text
    return html.unescape(_TAG.sub("", _BREAKING_TAG.sub("\n", text)))


def _cut_navigation(markup: str) -> str:
    """Without the elements for navigation that are closed; one left open may hold the article."""
    pieces: list[str] = []
    kept_from, opened = 0, {"nav": -1, "head": -1}
    for tag in _NAVIGATION.finditer(markup):
        name = tag[2].lower()
        if not tag[1]:
            opened[name] = tag.start() if opened[name] < kept_from else opened[name]
        elif opened[name] >= kept_from:
            pieces.append(markup[kept_from : opened[name]])
            kept_from = tag.end()
    return "\n".join([*pieces, markup[kept_from:]])


def _parse(markup: str) -> "HtmlElement | None":
    from lxml import etree
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(encoding="utf-8", recover=True, huge_tree=False)
    try:
        return lxml_html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


@functools.cache
def _load_extractor() -> Callable[..., Any]:
    import logging

    from trafilatura import bare_extraction

    # It warns of every page without a text; onrecord says so itself. A handler that the program's
    # user sets up still gets the warnings.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return cast("Callable[..., Any]", bare_extraction)


def _extract_paragraphs(markup: str) -> list[str]:
    """What trafilatura takes for the text, one string a paragraph, item or subheading."""
    from lxml import etree

    try:
        document = _load_extractor()(markup, **_OPTIONS)
    except (RecursionError, ValueError, etree.LxmlError):
        return []
    body = getattr(document, "body", None)
    if body is None:
        return []
    pieces: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        is_block = element.tag in _BLOCKS
        if event == "start":
            pieces.append(("\n" if is_block else "") + (element.text or ""))
        else:
            tail = element.tail if element is not body else ""
            pieces.append(("\n" if is_block else "") + (tail or ""))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return [line for line in lines if line]


def _clean_paragraphs(paragraphs: Sequence[str], facts: Page) -> tuple[str, ...]:
    """Without the headline, bylines and furniture that came along; empty without a sentence."""
    texts = [text.strip() for text in paragraphs if text.strip()]
    lines = mark_asides([PageLine(text, judge_line(text)) for text in texts])
    sentences = [i for i, line in enumerate(lines) if line.kind is LineKind.PROSE]
    if not sentences:
        return ()
    last = sentences[-1]
    solid = next((i for i in sentences if is_solid(lines[i].text)), sentences[0])
    named = {fold_name(name) for name in (facts.title, facts.publisher, *facts.authors) if name}
    kept = []
    for index, line in enumerate(lines):
        if index == 0 and _is_kicker(line):
            continue
        if line.kind.is_certain_furniture:
            continue
        if (index < solid or index > last) and line.kind in _MARGINAL:
            continue
        if index <= solid and fold_name(line.text) in named:
            continue
        if facts.authors and index >= last and read_biography(line.text, facts.authors):
            continue
        kept.append(index)
    return tuple(lines[index].text for index in drop_repetitions(lines, kept, sentences))


def _is_kicker(line: PageLine) -> bool:
    """Whether the first line is the label above a headline: "Investigation", "Harbour news"."""
    return line.kind is LineKind.FRAGMENT and count_words(line.text) <= LONGEST_KICKER


def _is_complete(metadata: Metadata) -> bool:
    return bool(
        metadata.title and metadata.publisher and metadata.authors and metadata.published_on
    )


def _read_visible(text: str) -> Page | None:
    """The page read as page text, or None where that finds no article."""
    if len(text) > LARGEST_TEXT:
        raise ArticleError(TOO_LONG.format(len(text)))
    try:
        return read_page_text(normalise_text(text))
    except ArticleError:
        return None


def _check_title(title: str, body: Sequence[str]) -> None:
    if is_listing(title) or (
        says_not_found(title) and sum(is_solid(paragraph) for paragraph in body) < 3
    ):
        raise ArticleError(NO_ARTICLE.format(f"its title is {title!r}"))


def _merge(metadata: Metadata, visible: Page | None) -> Page:
    """The stated facts, with what the visible text shows where none are stated."""
    visible = visible or Page(())
    published_on, updated_on = metadata.published_on, metadata.updated_on
    if published_on is None:
        published_on, updated_on = visible.published_on or updated_on, visible.updated_on
    publisher = metadata.publisher or visible.publisher
    return Page(
        paragraphs=(),
        title=cut_site_name(metadata.title or visible.title, [publisher])[0],
        publisher=publisher,
        authors=metadata.authors or visible.authors,
        published_on=published_on,
        updated_on=updated_on,
    )


def _is_whole(tree: "HtmlElement", bare: str) -> bool:
    """Whether the parser has kept what is visible: it drops what is nested too deeply."""
    kept = sum(map(len, tree.xpath("//text()[not(parent::script or parent::style)]")))
    return kept >= KEPT_SHARE * len(strip_markup(bare))


def _restore_subheadings(paragraphs: list[str], tree: "HtmlElement") -> list[str]:
    """With the subheadings that the library left out above paragraphs which it kept."""
    places = {text: index for index, text in reversed(list(enumerate(paragraphs)))}
    restored = dict(enumerate(paragraphs))
    for heading in tree.iter("h2", "h3", "h4"):
        text = " ".join(heading.text_content().split())
        below = heading.getnext()
        if not text or text in places or below is None or below.tag != "p":
            continue
        index = places.get(" ".join(below.text_content().split()))
        if index is not None and judge_line(text) is LineKind.FRAGMENT:
            restored[index] = f"{text}\n{paragraphs[index]}"
    return [line for index in sorted(restored) for line in restored[index].split("\n")]
