"""Members that one transaction has looked at, and the claims that they are in."""

from collections import defaultdict
from collections.abc import Iterable

from onrecord.matches.claims import list_keys
from onrecord.matches.statements import Statement


class KnownMembers:
    """Their statements, by key; what is not in it is in the tables."""

    def __init__(self) -> None:
        self.statements: dict[int, Statement] = {}
        self.claims: dict[int, int] = {}
        self.keys: dict[str, int] = {}
        self._members: defaultdict[int, dict[int, None]] = defaultdict(dict)
        self._words: dict[int, frozenset[str]] = {}

    def add(self, key: int, claim_key: int, statement: Statement) -> None:
        """Remember a member; one that is known stays as it is."""
        if key not in self.statements:
            self.statements[key], self.claims[key] = statement, claim_key
            self.keys[statement.id] = key
            self._members[claim_key][key] = None

    def forget(self, keys: Iterable[int]) -> None:
        """Forget members that are no more."""
        for key in keys:
            self._words.pop(key, None)
            statement = self.statements.pop(key, None)
            if statement is not None:
                self.keys.pop(statement.id)
                self._members[self.claims.pop(key)].pop(key, None)

    def lacking(self, keys: set[int]) -> set[int]:
        """Those of some members that are not known."""
        return keys - self.statements.keys()

    def merge(self, old: int, new: int) -> None:
        """Put the members of one claim into another."""
        self.move(list(self._members[old]), new)

    def move(self, keys: Iterable[int], claim_key: int) -> None:
        """Put members into a claim."""
        for key in keys:
            if key in self.claims:
                self._members[self.claims[key]].pop(key)
                self._members[claim_key][key] = None
                self.claims[key] = claim_key

    def list_statements(self, claim_key: int) -> list[Statement]:
        """The known members of a claim."""
        return [self.statements[key] for key in self._members[claim_key]]

    def list_words(self, claim_key: int) -> frozenset[str]:
        """The words by which the known members of a claim are found."""
        return frozenset().union(*(self._words_of(key) for key in self._members[claim_key]))

    def _words_of(self, key: int) -> frozenset[str]:
        if key not in self._words:
            self._words[key] = list_keys(self.statements[key])
        return self._words[key]
