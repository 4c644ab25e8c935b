"""Publishers looked up by the names, full or short, that other pages call their newsrooms."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from onrecord.resolution.own_newsroom import (
    ADDED,
    FEWEST_LETTERS,
    is_of_page,
    normalise_newsroom,
)


class NewsroomIndex:
    """The same as asking `is_own_newsroom` of each publisher, in time that they do not matter to.

    But "this newspaper" on another page is none of them.
    """

    def __init__(self, publishers: Iterable[str]) -> None:
        self._whole: defaultdict[str, list[str]] = defaultdict(list)
        self._by_part: defaultdict[str, list[str]] = defaultdict(list)
        for publisher in dict.fromkeys(publishers):
            if publisher:
                key = normalise_newsroom(publisher)
                self._whole[key].append(publisher)
                short = {part for part in _list_beginnings(key) if key[len(part) + 1 :] in ADDED}
                for part in {*short, *_list_ends(key)}:
                    self._by_part[part].append(publisher)

    def find(self, name: str) -> tuple[str, ...]:
        """The publishers whose newsroom a name means; several where it is short."""
        if is_of_page(name):
            return ()
        key = normalise_newsroom(name)
        found = dict.fromkeys(self._whole.get(key, ()))
        if len(key) >= FEWEST_LETTERS:
            found |= dict.fromkeys(self._by_part.get(key, ()))
            for part in _list_beginnings(key):
                found |= dict.fromkeys(self._whole.get(part, ()))
        return tuple(found)


def _list_beginnings(key: str) -> Iterator[str]:
    """What stands before each space."""
    return (key[:place] for place, letter in enumerate(key) if letter == " ")


def _list_ends(key: str) -> Iterator[str]:
    """What stands behind each space."""
    return (key[place + 1 :] for place, letter in enumerate(key) if letter == " ")
