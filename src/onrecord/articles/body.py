"""Which lines of a saved page are the article.

Certain furniture goes wherever it stands. Beyond that, evidence is needed before a line is dropped:
a run of link-like lines, a repetition, an island of prose beyond a wall of furniture that has
nothing to do with the article. In doubt a line stays.
"""

import itertools
from collections.abc import Collection, Sequence

from onrecord.articles.lineshapes import SOLID_WORDS, count_words, find_names, is_solid
from onrecord.articles.pagelines import LineKind, PageLine

LINK_RUN = 3
"""Unfinished lines in a row from which they are links, not subheadings."""

WALL = 3
"""Lines in a row without prose, some of them certain furniture, that part two stretches of it."""

ISLAND_SHARE = 0.15
"""Share of the prose below which a stretch beyond a wall may be something else than the article."""

MOST_PARAGRAPHS = 2000
"""Paragraphs up to which repetitions are looked for, each in all others."""

PULLED_WORDS = 6
"""Words from which a repeated passage is a pull quote; shorter ones are subheadings in quotes."""

_KEPT = frozenset({LineKind.PROSE, LineKind.ITEM, LineKind.TIME, LineKind.FRAGMENT})


def find_body(lines: Sequence[PageLine]) -> list[int]:
    """The indexes of the lines of a page dump that are its article, in order; may be empty.

    What stands between the first and the last line of prose is kept unless it is known or shown to
    be furniture; what stands outside is dropped. Links and comments must have been marked.
    """
    prose = [index for index, line in enumerate(lines) if line.kind.is_body]
    prose = _leave_islands(lines, _leave_menus(lines, prose))
    if not prose:
        return []
    start = _find_entry(lines, prose[0])
    kept = [i for i in range(start, prose[-1] + 1) if lines[i].kind in _KEPT]
    return _drop_link_runs(lines, drop_repetitions(lines, kept, set(prose)), set(prose))


def _find_entry(lines: Sequence[PageLine], first: int) -> int:
    """Where the first entry of a live blog begins: with its time and heading, before its prose."""
    for back in (1, 2):
        if first >= back and lines[first - back].kind is LineKind.TIME:
            # Two times in a row are those of a player: where it stands, and how long it runs.
            is_player = first > back and lines[first - back - 1].kind is LineKind.TIME
            return first if is_player else first - back
    return first


def _leave_menus(lines: Sequence[PageLine], prose: list[int]) -> list[int]:
    """Without the bulleted menus before the first and after the last sentence."""
    sentences = [index for index in prose if lines[index].kind is LineKind.PROSE]
    if not sentences:
        return []
    first = next((index for index in sentences if is_solid(lines[index].text)), sentences[0])
    while first > 0 and lines[first - 1].kind is LineKind.PROSE:
        first -= 1
    end = sentences[-1] + 1
    while (
        end < len(lines) and lines[end].kind is LineKind.ITEM and count_words(lines[end].text) > 3
    ):
        end += 1
    if end == sentences[-1] + 1 and lines[sentences[-1]].text.endswith(":"):
        while end < len(lines) and lines[end].kind is LineKind.FRAGMENT:
            end += 1
    listed = [i for i in range(sentences[-1] + 1, end) if not lines[i].kind.is_body]
    return [index for index in prose if first <= index < end] + listed


def _leave_islands(lines: Sequence[PageLine], prose: list[int]) -> list[int]:
    """Without stretches of prose beyond a wall that share no name with the main one."""
    stretches: list[list[int]] = []
    for index in prose:
        if stretches and not _is_wall(lines[stretches[-1][-1] + 1 : index]):
            stretches[-1].append(index)
        else:
            stretches.append([index])
    if len(stretches) < 2:
        return prose
    sizes = [sum(len(lines[index].text) for index in stretch) for stretch in stretches]
    main = sizes.index(max(sizes))
    known = find_names(" ".join(lines[index].text for index in stretches[main]))
    kept = [
        stretch
        for position, (stretch, size) in enumerate(zip(stretches, sizes, strict=True))
        if position == main
        or size >= ISLAND_SHARE * sum(sizes)
        or known & find_names(" ".join(lines[index].text for index in stretch))
    ]
    return list(itertools.chain.from_iterable(kept))


def _is_wall(between: Sequence[PageLine]) -> bool:
    return len(between) >= WALL and sum(line.kind.is_certain_furniture for line in between) >= 1


def drop_repetitions(
    lines: Sequence[PageLine], kept: list[int], prose: Collection[int]
) -> list[int]:
    """Without pull quotes (a passage of a paragraph, set again) and lines that stand twice."""
    if len(kept) > MOST_PARAGRAPHS:
        return kept
    result = []
    seen: set[str] = set()
    folded = [(other, lines[other].text.casefold()) for other in prose]
    for index in kept:
        text = lines[index].text
        core = text.strip("\"'“”‘’ .…").casefold()
        is_pulled = count_words(text) >= PULLED_WORDS and any(
            len(other_text) > len(text) and other != index and core in other_text
            for other, other_text in folded
        )
        shortest = 4 if lines[index].kind is LineKind.FRAGMENT else SOLID_WORDS
        repeats = count_words(text) >= shortest and core in seen
        seen.add(core)
        if not is_pulled and not repeats:
            result.append(index)
    return result


def _drop_link_runs(lines: Sequence[PageLine], kept: list[int], prose: set[int]) -> list[int]:
    """Without runs of unfinished lines, unless a colon announces them as a list."""
    result: list[int] = []
    for is_fragment, group in itertools.groupby(
        kept, key=lambda index: lines[index].kind is LineKind.FRAGMENT and index not in prose
    ):
        run = list(group)
        announced = bool(result) and lines[result[-1]].text.endswith(":")
        if not is_fragment or len(run) < LINK_RUN or announced:
            result.extend(run)
    return result
