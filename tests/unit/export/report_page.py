"""A report's HTML taken apart for tests."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

MARKS = {"sub", "sup"}


@dataclass
class ReportPage(HTMLParser):
    """What is on a page: ids, links, tags, and the words of its paragraphs without the marks."""

    source: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str | None]] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)
    words: str = ""
    _open: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.tags.append(tag)
        self.attributes.extend(attrs)
        if "id" in named:
            self.ids.append(named["id"] or "")
        if "href" in named:
            self.links.append(named["href"] or "")
        style = named.get("class") or ""
        if "prose" in style.split():
            self.prose.append("")
        if tag not in {"meta", "link", "br"}:
            self._open.append((tag, style))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        self.words += data
        if not any("prose" in style.split() for _, style in self._open):
            return
        if any(tag in MARKS or "bracket" in style.split() for tag, style in self._open):
            return
        self.prose[-1] += data
