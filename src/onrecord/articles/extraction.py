"""From a capture to an article: decoded, told apart, read, normalised once, its language known."""

import re
from collections.abc import Sequence

from onrecord.articles.canonical import choose_address
from onrecord.articles.html import read_html, strip_markup
from onrecord.articles.language import LANGUAGE_NAMES, identify_language
from onrecord.articles.normalisation import decode_body, normalise_text
from onrecord.articles.page import Page
from onrecord.articles.pagetext import read_page_text
from onrecord.errors import ArticleError
from onrecord.records import Article, Capture

LANGUAGE = "en"
"""The one language that the readers know so far."""

SNIFFED = 20_000
"""Characters from the start in which markup shows."""

UNREADABLE_SHARE = 0.02
"""Share of control and replacement characters from which the bytes are not text at all: PNG and ZIP
files decoded as text have 0.05 and more, damaged news text has single ones."""

_MARKUP_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    r"<(/?)(?:html|head|body|title|meta|link|script|style|div|p|span|article|section|main|header|"
    r"footer|nav|h[1-6]|ul|ol|li|table|br|a|img|figure|blockquote)\b[^<>]*>",
    re.IGNORECASE,
)
_UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
)


def extract_article(capture: Capture) -> Article:
    """Read the article that a capture holds.

    Raises:
        ArticleError: nothing in it, no text, no article, or not in English; the message says which.
    """
    content = _decode(capture)
    is_html = _is_html(content, capture.media_type)
    try:
        page = _normalise(read_html(content, capture.url)) if is_html else _read_text(content)
    except ArticleError:
        _check_language(normalise_text(strip_markup(content) if is_html else content))
        raise
    text = "\n\n".join(page.paragraphs)
    _check_language(text)
    return Article(
        title=page.title,
        text=text,
        url=choose_address(capture.url, page.address),
        publisher=page.publisher,
        authors=page.authors,
        published_on=page.published_on,
        updated_on=page.updated_on,
        language=LANGUAGE,
    )


def _decode(capture: Capture) -> str:
    for signature, description in _SIGNATURES:
        if capture.body.startswith(signature):
            raise ArticleError(f"this is {description}, not a page or a text; give HTML or text")
    content = decode_body(capture)
    if not content.strip("\ufeff\u200b \t\r\n\x00"):
        raise ArticleError("there is nothing in it: the page or file is empty")
    unreadable = len(_UNREADABLE.findall(content))
    if unreadable > UNREADABLE_SHARE * len(content) and unreadable > 3:
        raise ArticleError("this is not text (binary or badly damaged); give HTML or text")
    return content


def _is_html(content: str, media_type: str) -> bool:
    """Whether the content is markup: by its tags, whatever was declared.

    A page declared as HTML needs one tag to be so, anything else an HTML start or a page's worth of
    tags: plain text may quote a tag or two.
    """
    start = content[:SNIFFED].lstrip("\ufeff")
    if _MARKUP_START.match(start):
        return True
    tags = _TAG.findall(start)
    if media_type.partition(";")[0].strip().lower() in ("text/html", "application/xhtml+xml"):
        return bool(tags)
    return tags.count("/") >= 3 and len(tags) >= 6


def _read_text(content: str) -> Page:
    return read_page_text(normalise_text(content))


def _normalise(page: Page) -> Page:
    """Markup hides white space and invisible characters in entities: normalise what came out."""
    return Page(
        paragraphs=_normalise_all(page.paragraphs),
        title=_normalise_line(page.title),
        publisher=_normalise_line(page.publisher),
        authors=_normalise_all(page.authors),
        published_on=page.published_on,
        updated_on=page.updated_on,
        address=page.address,
    )


def _normalise_all(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(filter(None, (_normalise_line(text) for text in texts)))


def _normalise_line(text: str) -> str:
    return " ".join(normalise_text(text).split())


def _check_language(text: str) -> None:
    code = identify_language(text)
    if code != LANGUAGE:
        name = LANGUAGE_NAMES.get(code, "another language")
        raise ArticleError(f"this reads as {name} ({code}); onrecord reads English only so far")
