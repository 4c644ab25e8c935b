"""Where an article ends: at the lines about its author, and before what the site adds below."""

from collections.abc import Mapping, Sequence

from onrecord.articles.bylines import Byline, read_biography
from onrecord.articles.lineshapes import is_solid
from onrecord.articles.pagelines import PageLine, is_dump


def find_biographies(
    lines: Sequence[PageLine], body: list[int], authors: tuple[str, ...]
) -> dict[int, Byline]:
    """Lines about the author, outside the body or at its end."""
    biographies = {}
    solid = [i for i in body if is_solid(lines[i].text)]
    end = min(body[-2:][0], solid[-1]) if solid else body[-2:][0]
    inside = {i for i in body if i < end} if len(body) > 2 else set(body[:1])
    text = set(body)
    for i, line in enumerate(lines):
        if i in inside or len(line.text) > 400:
            continue
        biography = read_biography(line.text, authors)
        if biography is not None and (authors or i not in text):
            biographies[i] = biography
    return biographies


def cut_after(
    lines: Sequence[PageLine], body: list[int], biographies: Mapping[int, Byline]
) -> list[int]:
    """Without the short sentences that follow the lines about the author: the site's own words."""
    if not biographies or not is_dump(lines):
        return body
    last = max(biographies)
    after = [i for i in body if i > last]
    if any(is_solid(lines[i].text) for i in after):
        return body
    return [i for i in body if i < last]


def cut_close(lines: Sequence[PageLine], body: list[int], authors: tuple[str, ...]) -> list[int]:
    """Without last lines that are an author's name alone, or a rule above what has been cut off."""
    end = len(body)
    while end > 1 and _closes(lines[body[end - 1]].text, authors):
        end -= 1
    return body[:end]


def _closes(text: str, authors: tuple[str, ...]) -> bool:
    return text in authors or not any(character.isalnum() for character in text)
