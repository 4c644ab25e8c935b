"""What an HTML page says about itself: JSON-LD, OpenGraph, other meta elements, its headings.

The library that finds the text has metadata of its own; it runs names together in one string,
leaves authors out who are referred to by @id, and guesses dates. Title, outlet, authors and dates
are what a record stands on, so they are read here.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.articles.bylines import read_names
from onrecord.articles.headlines import cut_site_name, fold_name
from onrecord.articles.pagedates import parse_timestamp
from onrecord.dates import PartialDate

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Node = dict[str, Any]

MOST_NODES = 20_000
"""JSON-LD objects looked at; pages have dozens."""

_ARTICLE_TYPE = re.compile(r"(?:article|posting|report)$", re.IGNORECASE)
_SITE_TYPE = re.compile(r"^(?:website|newsmediaorganization)$", re.IGNORECASE)
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "publish-date",
    "publication_date", "pubdate", "publishdate", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date", "dcterms.date", "date",
    "article.published", "cxenseparse:recs:publishtime", "citation_publication_date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:article:modified_time", "datemodified", "last-modified",
    "og:updated_time", "dcterms.modified", "dc.date.modified", "article.updated",
)  # fmt: skip
_AUTHOR = ("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator",
           "dcterms.creator", "dc.contributor", "citation_author")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Metadata:
    """The facts that a page states in its markup; empty where it states none."""

    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published_on: PartialDate | None = None
    updated_on: PartialDate | None = None
    article_body: str = ""


def read_metadata(tree: "HtmlElement", host: str = "") -> Metadata:
    """Read the facts out of a parsed page; `host` is the page's own, for telling its name."""
    nodes = list(_find_nodes(tree))
    by_id = {
        node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1
    }
    article = next((node for node in nodes if _has_type(node, _ARTICLE_TYPE)), {})
    meta = _read_meta(tree)
    site = _first(
        meta, ("og:site_name", "application-name", "dc.publisher", "twitter:app:name:iphone")
    )
    owner = _name_of(article.get("publisher"), by_id)
    owner = owner or _read_item_publisher(tree)
    publisher = site if site and "." not in site.strip(".") else owner or site
    if not publisher:
        sites = [node for node in nodes if _has_type(node, _SITE_TYPE)]
        publisher = next((name for name in (_text(node.get("name")) for node in sites) if name), "")
    title, suffix = _choose_title(tree, meta, article, [publisher, owner, site, *_host_names(host)])
    publisher = publisher or suffix
    authors = _read_authors(
        article.get("author") or article.get("creator"), by_id
    ) or _split_authors(content for name in _AUTHOR for content in meta.get(name, ()))
    times = _find_times(tree)
    published = _read_date([_text(article.get("datePublished")), *_all(meta, _PUBLISHED), *times])
    updated = _read_date([_text(article.get("dateModified")), *_all(meta, _UPDATED)])
    if published and updated and updated < published:
        updated = None
    return Metadata(
        title=title,
        publisher=publisher,
        authors=tuple(author for author in authors if fold_name(author) != fold_name(publisher)),
        published_on=published,
        updated_on=updated,
        article_body=_text(article.get("articleBody")),
    )


def _find_nodes(tree: "HtmlElement") -> Iterator[Node]:
    """Every JSON-LD object of the page, outer before inner; damaged blocks are passed over."""
    queue: list[Any] = []
    for script in tree.iterfind(".//script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            source = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", script.text)
            try:
                queue.append(json.loads(source, strict=False))
            except (ValueError, RecursionError):
                continue
    for count, value in enumerate(queue):  # grows while it is walked: breadth first
        if count > MOST_NODES:
            return
        if isinstance(value, dict):
            yield value
            queue.extend(inner for inner in value.values() if isinstance(inner, dict | list))
        elif isinstance(value, list):
            queue.extend(inner for inner in value if isinstance(inner, dict | list))


def _read_meta(tree: "HtmlElement") -> dict[str, list[str]]:
    meta: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            meta.setdefault(name.strip().lower(), []).append(html.unescape(content))
    return meta


def _read_item_publisher(tree: "HtmlElement") -> str:
    """The publisher in microdata: an element with a name inside, or the name itself."""
    for element in tree.xpath("//*[@itemprop='publisher']"):
        named = element.xpath(".//*[@itemprop='name']") or [element]
        name = (named[0].get("content") or _flatten(named[0])).strip()
        if name:
            return html.unescape(name)
    return ""


def _choose_title(
    tree: "HtmlElement", meta: dict[str, list[str]], article: Node, names: list[str]
) -> tuple[str, str]:
    """The headline without the site's name, and that name where the title shows it."""
    headings = [_flatten(heading) for heading in tree.iter("h1")]
    declared = [
        _text(article.get("headline")) or _text(article.get("name")),
        _first(meta, ("og:title", "twitter:title", "dc.title", "title")),
    ]
    page_title = next((_flatten(element) for element in tree.iter("title")), "")
    cut = [cut_site_name(title, names) for title in [*declared, page_title] if title]
    suffix = next((name for _, name in reversed(cut) if name), "")
    titles = [title for title, _ in cut]
    # The heading above the text is the headline when the page's title repeats or begins with it.
    for heading in headings:
        if len(heading) >= 8 and any(
            fold_name(title).startswith(fold_name(heading))
            or fold_name(heading) == fold_name(title)
            for title in titles
        ):
            if page_title.startswith(heading) and not suffix:
                suffix = page_title[len(heading) :].strip(" |-–—·•»:")
            return cut_site_name(heading, names)[0], suffix
    if titles and (declared[0] or declared[1]):
        return titles[0], suffix
    heading = next((heading for heading in headings if len(heading.split()) > 2), "")
    return (heading or next(iter(titles), "")), suffix


def _host_names(host: str) -> list[str]:
    """What a site may call itself after its host: the host, and its longest label."""
    labels = host.lower().removeprefix("www.").split(".")
    return [".".join(labels), max(labels, key=len)] if host else []


def _read_authors(value: Any, by_id: dict[str, Node]) -> tuple[str, ...]:
    """Names from an author that is an object, a string, a reference, or a list of those."""
    values = value if isinstance(value, list) else [value]
    return _split_authors(_name_of(one, by_id) for one in values)


def _split_authors(values: Iterable[str]) -> tuple[str, ...]:
    """The people in strings such as "By Ines Calder and Tom Adeyemi"; other names as they are."""
    authors: list[str] = []
    for value in values:
        text = re.sub(r"^\s*(?:written )?by:?\s+", "", value, flags=re.IGNORECASE).strip()
        if not text or re.match(r"https?:|www\.|@", text) or "@" in text:
            continue
        byline = read_names(text)
        if byline is not None:
            authors.extend(byline.authors)
        elif len(text.split()) <= 5 and text[0].isupper():
            authors.append(text)
    return tuple(dict.fromkeys(authors))


def _name_of(value: Any, by_id: dict[str, Node]) -> str:
    if isinstance(value, list):
        return next((name for name in (_name_of(one, by_id) for one in value[:5]) if name), "")
    if isinstance(value, dict):
        reference = value.get("@id")
        if "name" not in value and isinstance(reference, str):
            value = by_id.get(reference, value)
        name = value.get("name")
        if isinstance(name, list):
            name = next(iter(name), "")
        given = " ".join(_text(value.get(part)) for part in ("givenName", "familyName")).strip()
        return _text(name) or given
    return _text(value)


def _find_times(tree: "HtmlElement") -> list[str]:
    """The machine-readable times of the page's own time elements, those for publication first."""
    marked: list[str] = []
    others: list[str] = []
    for element in tree.iter("time"):
        if element.get("datetime"):
            hints = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
            if "modif" in hints or "updat" in hints:
                continue
            is_marked = "publish" in hints or element.get("pubdate") is not None
            (marked if is_marked else others).append(element.get("datetime"))
    marked.extend(
        element.get("content") or element.get("datetime") or _flatten(element)
        for element in tree.xpath("//*[@itemprop='datePublished']")
    )
    return marked + others[:1]


def _read_date(texts: Iterable[str]) -> PartialDate | None:
    dates = (parse_timestamp(text) for text in texts if text)
    return next((date for date in dates if date is not None), None)


def _has_type(node: Node, pattern: re.Pattern[str]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and pattern.search(kind) for kind in kinds)


def _text(value: Any) -> str:
    return html.unescape(value).strip() if isinstance(value, str) else ""


def _flatten(element: "HtmlElement") -> str:
    return " ".join("".join(element.itertext()).split())


def _first(meta: dict[str, list[str]], names: Iterable[str]) -> str:
    return next(iter(_all(meta, names)), "")


def _all(meta: dict[str, list[str]], names: Iterable[str]) -> list[str]:
    return [content for name in names for content in meta.get(name, ())]
