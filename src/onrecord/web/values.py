"""What people type into addresses and forms, as our values."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from fastapi import Query

from onrecord.dates import PartialDate
from onrecord.errors import SettingsError

Kind = TypeVar("Kind", bound=StrEnum)

_DAY = (
    r"^([1-9]\d{3}(-(0[1-9]|1[0-2]|(0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|"
    r"(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|[12]\d)))?)?$"
)
Day = Annotated[
    str,
    Query(
        max_length=10,
        description="2025, 2025-02 or 2025-02-07",
        json_schema_extra={"pattern": _DAY},
    ),
]


def list_values(values: Iterable[str]) -> dict[str, Any]:
    """What OpenAPI is told of a parameter that takes one of some values, or none."""
    return {"enum": ["", *values]}


def has_word(text: str) -> bool:
    """Whether there is anything to search for."""
    return any(one.isalnum() for one in text)


def parse_day(text: str, name: str) -> PartialDate | None:
    """A date as precise as one likes; None for nothing.

    Raises:
        SettingsError: it is no date.
    """
    if not text:
        return None
    try:
        return PartialDate.parse(text)
    except ValueError as error:
        raise SettingsError(f"“{name}” is {error}") from error


def parse_kind(kinds: type[Kind], text: str, name: str) -> Kind | None:
    """One of the record's labels; None for nothing.

    Raises:
        SettingsError: there is no such label.
    """
    if not text:
        return None
    try:
        return kinds(text)
    except ValueError:
        known = ", ".join(one.value for one in kinds)
        raise SettingsError(f"“{name}” can be {known}; not {text!r}") from None


def parse_choice(text: str, name: str) -> bool | None:
    """Yes or no; None for nothing.

    Raises:
        SettingsError: neither.
    """
    choices = {"": None, "yes": True, "no": False}
    if text not in choices:
        raise SettingsError(f"“{name}” can be yes or no; not {text!r}")
    return choices[text]
