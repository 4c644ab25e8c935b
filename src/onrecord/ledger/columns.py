"""Column types: how the values of records are kept in SQL.

The one place where SQLite and PostgreSQL store a value differently. Texts that are compared by
range (ids, dates) are ordered by code point on both: SQLite always, PostgreSQL by collation "C".
"""
# ruff: noqa: ARG002 -- the signatures are those of SQLAlchemy's TypeDecorator

import datetime
import functools
import json
import zlib
from collections.abc import Callable
from enum import StrEnum
from typing import Any, Generic, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from onrecord.dates import PartialDate
from onrecord.errors import LedgerError
from onrecord.records import ResponseKind, Span, Spans

OrderedText = sa.String().with_variant(sa.String(collation="C"), "postgresql")
"""Text that sorts by code point."""

EnumMember = TypeVar("EnumMember", bound=StrEnum)


class UtcInstant(TypeDecorator[datetime.datetime]):
    """An aware UTC instant: ISO 8601 text of one fixed width in SQLite, so that it sorts."""

    impl = sa.String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Text in SQLite, which has no type for instants; TIMESTAMPTZ elsewhere."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(sa.String())
        return dialect.type_descriptor(sa.DateTime(timezone=True))

    def process_bind_param(self, value: datetime.datetime | None, dialect: Dialect) -> Any:
        """Refuse naive instants: a time without a zone is three different times."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant needs a time zone: {value}")
        instant = value.astimezone(datetime.UTC)
        return instant.isoformat(timespec="microseconds") if dialect.name == "sqlite" else instant

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime.datetime | None:
        """Give back an aware instant in UTC."""
        if value is None:
            return None
        instant = datetime.datetime.fromisoformat(value) if dialect.name == "sqlite" else value
        return instant.astimezone(datetime.UTC)


class IsoDate(TypeDecorator[PartialDate]):
    """A date as precise as is known, as its ISO text: "2025", "2025-02" or "2025-02-07"."""

    impl = OrderedText
    cache_ok = True

    def process_bind_param(self, value: PartialDate | None, dialect: Dialect) -> str | None:
        """Write the date as text."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> PartialDate | None:
        """Read the date back with the same precision."""
        return None if value is None else _parse_date(value)


# Few days come back in many rows.
_parse_date = functools.lru_cache(maxsize=10_000)(PartialDate.parse)


class EnumText(TypeDecorator[EnumMember], Generic[EnumMember]):
    """A member of a `StrEnum` as its text; the database sets no limit, so that enums may grow."""

    impl = sa.String
    cache_ok = True

    def __init__(self, enum: type[EnumMember]) -> None:
        super().__init__()
        self.enum = enum
        # Far quicker than calling the enum; a list of claims reads thousands.
        self._members = {member.value: member for member in enum}

    def process_bind_param(self, value: EnumMember | None, dialect: Dialect) -> str | None:
        """Write the member's text."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> EnumMember | None:
        """Raise LedgerError for a value that only a newer version of onrecord knows."""
        if value is None:
            return None
        try:
            return self._members[value]
        except KeyError:
            raise LedgerError(
                f"the ledger holds the {self.enum.__name__} {value!r}, which this version of "
                "onrecord does not know: upgrade onrecord"
            ) from None


class SpansJson(TypeDecorator[Spans]):
    """Spans as JSON text `[[start, end], …]`."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Spans | None, dialect: Dialect) -> str | None:
        """Write the pieces in their order."""
        if value is None:
            return None
        return json.dumps([[span.start, span.end] for span in value], separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Spans | None:
        """Read the pieces back."""
        return None if value is None else tuple(Span(*pair) for pair in json.loads(value))


class AuthorsJson(TypeDecorator[tuple[str, ...]]):
    """The names of authors as a JSON list."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:
        """Write the names in their order."""
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:
        """Read the names back."""
        return None if value is None else tuple(json.loads(value))


class PartiesJson(TypeDecorator[tuple[tuple[str, ResponseKind], ...]]):
    """Who answered, with what, as JSON text `[["Ida Bell", "denies"], …]`."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(
        self, value: tuple[tuple[str, ResponseKind], ...] | None, dialect: Dialect
    ) -> str | None:
        """Write the pairs in their order."""
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(
        self, value: str | None, dialect: Dialect
    ) -> tuple[tuple[str, ResponseKind], ...] | None:
        """Read the pairs back."""
        if value is None:
            return None
        return tuple((name, ResponseKind(kind)) for name, kind in json.loads(value))


class CompressedBytes(TypeDecorator[bytes]):
    """Bytes, always zlib-compressed: pages shrink to a fifth, and the ledger is mostly pages."""

    impl = sa.LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Compress."""
        return None if value is None else zlib.compress(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], bytes | None]:
        """Decompress; raise LedgerError where the stored bytes are damaged."""

        def decompress(value: bytes | None) -> bytes | None:
            try:
                return None if value is None else zlib.decompress(value)
            except zlib.error as error:
                raise LedgerError(
                    f"the stored body of a capture is damaged ({error}): restore the ledger "
                    "from a backup, or read the page again"
                ) from error

        return decompress
