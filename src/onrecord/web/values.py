"""What people type into addresses and forms, as our values."""

from enum import StrEnum
from typing import TypeVar

from onrecord.dates import PartialDate
from onrecord.errors import SettingsError

Kind = TypeVar("Kind", bound=StrEnum)


def parse_day(text: str, name: str) -> PartialDate | None:
    """A date as precise as one likes; None for nothing.

    Raises:
        SettingsError: it is no date.
    """
    if not text.strip():
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
