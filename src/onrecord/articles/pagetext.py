"""Saved page text: the article between its menus, bylines, share buttons, comments and footers.

What people paste or save is sometimes the article alone and sometimes the whole page. The page is
told from the article by its furniture; from an article alone nothing is taken but its title, byline
and date lines and single lines of certain furniture.
"""

import re
from collections.abc import Sequence

from onrecord.articles.asides import mark_asides
from onrecord.articles.body import find_body
from onrecord.articles.bylines import (
    Byline,
    is_person_name,
    is_role,
    read_avatar,
    read_byline,
    read_names,
    restore_case,
)
from onrecord.articles.datelines import OPENING, has_dateline, read_agency
from onrecord.articles.endings import cut_after, cut_close, find_biographies
from onrecord.articles.furniture import is_listing, says_not_found
from onrecord.articles.headlines import choose_headline, could_be_headline, cut_site_name, fold_name
from onrecord.articles.lineshapes import count_words, ends_sentence, is_solid, is_speech_turn
from onrecord.articles.linewrap import split_lines
from onrecord.articles.mailcopy import cut_mail
from onrecord.articles.mastheads import count_letterhead, is_issuer, is_release_label
from onrecord.articles.page import Page
from onrecord.articles.pagedates import is_stamped_name, strip_dates
from onrecord.articles.pagelines import (
    LineKind,
    PageLine,
    is_credit,
    is_dump,
    judge_line,
    mark_dates,
)
from onrecord.articles.publication import find_publication
from onrecord.articles.publishers import choose_publisher
from onrecord.errors import ArticleError

SHORTEST_DECK = 9
"""Words; what is shorter under a headline is a caption or a label."""

LONGEST_TITLE = 20
"""Words in a headline that ends in a full stop and is known by the dateline below it."""

LARGEST_TEXT = 1_000_000
"""Characters; the longest articles have 200,000. It bounds the time: about 0.2 ms a line."""

HEAD = 8
"""Lines from the top in which a page says that it has no article."""

TOO_LONG = "{:,} characters of text: no single article is that long; give one article at a time"
_SECTION = re.compile(r"^\[[^\[\]]{1,30}\]\s+")
NO_ARTICLE = "no article in this page: {}; give the page of one article"


def read_page_text(text: str) -> Page:
    """Read normalised page text; ArticleError where there is no article in it."""
    if len(text) > LARGEST_TEXT:
        raise ArticleError(TOO_LONG.format(len(text)))
    lines = [PageLine(line.text, judge_line(line.text)) for line in split_lines(cut_mail(text))]
    if not lines:
        raise ArticleError(NO_ARTICLE.format("it is empty"))
    return _read_dump(lines) if is_dump(lines) else _read_plain(lines)


def _read_plain(lines: Sequence[PageLine]) -> Page:
    """An article alone: its first line below a letterhead is the title if it looks like one."""
    first = next((i for i, line in enumerate(lines) if is_solid(line.text)), len(lines))
    facts = [i for i in range(first) if lines[i].kind in (LineKind.BYLINE, LineKind.DATE)]
    head = [i for i in range(first) if i not in facts]
    letterhead = head[: _count_letterhead(lines, head, first)]
    above = {*facts, *letterhead}
    title = next((i for i in range(len(lines)) if i not in above), None)
    if title is not None and not (len(lines) > 1 and _is_title(lines, title)):
        title = None
    labels = {i for i in head if is_release_label(lines[i].text)} if letterhead else set()
    if title is None and labels:
        title = min(labels)
    dropped = {*above, *labels, *([] if title is None else [title])}
    stamped = {i for i in head if i not in dropped and is_stamped_name(lines[i].text)}
    lines = mark_dates(lines, stamped)
    dropped |= stamped
    body = [
        i
        for i, line in enumerate(lines)
        if i not in dropped and line.kind is not LineKind.FURNITURE
    ]
    if not any(lines[i].kind.is_body for i in body) and len(lines) > 2:
        raise ArticleError(NO_ARTICLE.format("it has headings or links, but no running text"))
    if not body:
        body, title = [0 if title is None else title], None
    return _compose(lines, body, title)


def _count_letterhead(lines: Sequence[PageLine], head: Sequence[int], first: int) -> int:
    below = [line.text for line in lines[first:]]
    return count_letterhead([lines[i].text for i in head], below)


def _is_title(lines: Sequence[PageLine], index: int) -> bool:
    """Whether the line is the headline: by its shape, or since a dateline begins the text below."""
    if could_be_headline(lines[index]):
        return True
    below = next((line for line in lines[index + 1 :] if line.kind.is_body), None)
    is_short = count_words(lines[index].text) <= LONGEST_TITLE
    is_text = lines[index].kind is LineKind.PROSE and not has_dateline(lines[index].text)
    return is_short and is_text and below is not None and has_dateline(below.text)


def _read_dump(lines: Sequence[PageLine]) -> Page:
    """A whole page: find the body first, then its headline above it, then what names the rest."""
    lines = mark_asides(lines)
    body = find_body(lines)
    if not body:
        raise ArticleError(NO_ARTICLE.format("it has menus or notices, but no running text"))
    start = body[0]
    publisher = choose_publisher(lines, (), top=0)
    top = body[1] if _opens_with_headline(lines, body) else start
    title = choose_headline(lines, top, " ".join(lines[i].text for i in body), publisher)
    if title is not None:
        body = [*_find_deck(lines, title, body[0]), *(i for i in body if i > title)]
    below = _find_start(lines, body)
    body = [i for n, i in enumerate(body) if n == 0 or i >= below or lines[i].kind.is_body]
    head = [line for line in lines[:start] if line.kind is LineKind.FRAGMENT][:HEAD]
    if any(is_listing(line.text) for line in head) or (
        any(says_not_found(line.text) for line in head) and len(body) < 3
    ):
        raise ArticleError(NO_ARTICLE.format("it says that there is none, or lists search results"))
    return _compose(lines, body, title)


def _opens_with_headline(lines: Sequence[PageLine], body: Sequence[int]) -> bool:
    """Whether the first line is "Tarn: Ferry will sail": a turn of speech, but the only one."""
    first, *rest = (lines[i].text for i in body)
    return (
        bool(rest)
        and is_speech_turn(first)
        and not ends_sentence(first)
        and not any(is_speech_turn(text) for text in rest)
    )


def _find_deck(lines: Sequence[PageLine], title: int, start: int) -> list[int]:
    """The unfinished sentence under the headline and above the byline that sums up the article."""
    deck = title + 1
    if deck >= start or lines[deck].kind not in (LineKind.FRAGMENT, LineKind.PROSE):
        return []
    repeats = lines[deck].text in lines[title].text or lines[title].text in lines[deck].text
    return [deck] if count_words(lines[deck].text) >= SHORTEST_DECK and not repeats else []


def _compose(lines: Sequence[PageLine], body: list[int], title: int | None) -> Page:
    start = _find_start(lines, body)
    bylines = _find_bylines(lines, start, title)
    authors = tuple(dict.fromkeys(author for byline in bylines for author in byline.authors))
    biographies = find_biographies(lines, body, authors)
    body = cut_after(lines, [i for i in body if i not in biographies], biographies)
    body = cut_close(lines, body, authors)
    authors = authors or tuple(
        dict.fromkeys(a for biography in biographies.values() for a in biography.authors)
    )
    if not body:
        raise ArticleError(NO_ARTICLE.format("it has menus or notices, but no running text"))
    headline = "" if title is None else lines[title].text
    stated = [
        # A single word after a name may be the place it was written in.
        *((2.0 if " " in byline.outlet else 0.5, byline.outlet) for byline in bylines),
        *((2.0, biography.outlet) for biography in biographies.values() if biography.outlet),
        *((2.0, name) for name in _find_title_suffixes(lines, headline)),
        *((2.0, name) for name in _find_issuers(lines[: (title or 0) + 1])),
        *((1.5, name) for name in _find_stamping(lines[:start], [lines[i].text for i in body])),
        # Copy of an agency: whoever else shows a name on the page is the one who printed it.
        *((0.5, name) for name in _find_agencies([lines[i].text for i in body[:OPENING]])),
        # Who writes alone often holds the copyright: that is the author, not the outlet.
        *((-3.0, author) for author in authors),
    ]
    publisher = choose_publisher(lines, stated, top=title or 0)
    published_on, updated_on = find_publication(lines, body, start, title)
    return Page(
        paragraphs=tuple(lines[i].text for i in body),
        title=_clean_title(headline, publisher),
        publisher=publisher,
        authors=authors,
        published_on=published_on,
        updated_on=updated_on,
    )


def _find_start(lines: Sequence[PageLine], body: list[int]) -> int:
    """Where the body begins below the byline: a deck of one paragraph may stand above it."""
    start = body[0]
    for fact in range(body[0] + 1, min(body[-1], body[0] + HEAD * 5)):
        if lines[fact].kind in (LineKind.BYLINE, LineKind.DATE):
            above = [lines[i].kind for i in body if i < fact]
            if above.count(LineKind.PROSE) > 1 or LineKind.TIME in above:
                break
            start = next(i for i in body if i > fact)
    return start


def _clean_title(headline: str, publisher: str) -> str:
    """Without the site's name and the section in square brackets before it."""
    title = cut_site_name(headline, [publisher])[0]
    bare = _SECTION.sub("", title)
    return bare if count_words(bare) >= 3 else title


def _find_title_suffixes(lines: Sequence[PageLine], headline: str) -> list[str]:
    """Site names behind a bar in the headline, or in the page's own title that repeats it."""
    names = []
    for line in lines:
        rest, name = cut_site_name(line.text, ())
        if name and headline and fold_name(rest) == fold_name(cut_site_name(headline, ())[0]):
            names.append(name)
        elif line.text != headline and len(headline) > 20 and line.text.startswith(headline):
            names.append(line.text[len(headline) :].strip(" |-–—·•»:"))
    return names


def _find_issuers(head: Sequence[PageLine]) -> list[str]:
    """The office in a letterhead; without a release's label below it a name may be a section's."""
    labelled = any(is_release_label(line.text) for line in head)
    return [line.text for line in head if is_issuer(line.text)] if labelled else []


def _find_stamping(head: Sequence[PageLine], body: Sequence[str]) -> list[str]:
    """The outlet before a date ("Harbour Post, 3 May 2025"), which the text calls "the Post"."""
    names = [
        strip_dates(line.text).strip(" ,|·–—-")
        for line in head
        if line.kind is LineKind.DATE and is_stamped_name(line.text)
    ]
    return [
        name
        for name in names
        if len(name.split()) > 1 and any(f"the {name.split()[-1]}" in text for text in body)
    ]


def _find_agencies(opening: Sequence[str]) -> list[str]:
    """The agency in the article's dateline: "BRENN, March 3 (Meridian Wire) - …"."""
    return [name for name in map(read_agency, opening) if name][:1]


def _find_bylines(lines: Sequence[PageLine], start: int, title: int | None) -> list[Byline]:
    """The bylines above the body, else those below it, else the reporters whom a wire credits."""
    above = _read_bylines(lines, range(0 if title is None else title, start))
    if not any(byline.authors for byline in above):
        above += _read_name_lines(lines, range(0 if title is None else title + 1, start))
    if any(byline.authors for byline in above):
        return above
    below = _read_bylines(lines, range(start, len(lines)))
    if any(byline.authors for byline in below):
        return above + below[:1]
    credited = [line.text.strip("()[]—– ") for line in lines if is_credit(line.text)]
    read = [read_byline(credit.split(";")[0].split(". ")[0]) for credit in credited[:1]]
    return above + [byline for byline in read if byline is not None]


def _read_bylines(lines: Sequence[PageLine], places: range) -> list[Byline]:
    read = [read_byline(lines[i].text) for i in places if lines[i].kind is LineKind.BYLINE]
    return [byline for byline in read if byline is not None]


def _read_name_lines(lines: Sequence[PageLine], places: range) -> list[Byline]:
    """Names alone on a line: by a portrait, a role or a date, or of nobody whom the body names."""
    body = " ".join(line.text for line in lines[places.stop :] if line.kind is LineKind.PROSE)
    for i in places:
        avatar = read_avatar(lines[i].text)
        if avatar and is_person_name(avatar):
            return [Byline((restore_case(avatar),))]
        byline = read_names(lines[i].text)
        if lines[i].kind is not LineKind.FRAGMENT or byline is None or not byline.authors:
            continue
        neighbours = [lines[j] for j in (i - 1, i + 1) if 0 <= j < len(lines)]
        is_subject = any(author.split()[-1] in body for author in byline.authors)
        if not is_subject or any(
            near.kind is LineKind.DATE or read_avatar(near.text) is not None or is_role(near.text)
            for near in neighbours
        ):
            return [byline]
    return []
