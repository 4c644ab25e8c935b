"""Pairs that a person parted, asked for between groups."""

from collections import defaultdict
from collections.abc import Iterable


class Parted:
    """Names that are not the same as others; asked often, and most often there are none."""

    def __init__(self, pairs: Iterable[Iterable[str]]) -> None:
        self._partners: defaultdict[str, set[str]] = defaultdict(set)
        for first, second in pairs:
            self._partners[first].add(second)
            self._partners[second].add(first)

    def is_between(self, ones: Iterable[str], others: Iterable[str]) -> bool:
        """Whether one of some names is parted from one of others; linear in both."""
        if not self._partners:
            return False
        partners: set[str] = set()
        for name in ones:
            partners |= self._partners.get(name, set())
        return bool(partners) and any(name in partners for name in others)
