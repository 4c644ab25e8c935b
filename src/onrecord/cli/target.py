"""The file that `-o` names: which names do, and how it is written without destroying anything."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from onrecord.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BY_SUFFIX = {
    ".json": "json", ".jsonl": "jsonl", ".csv": "csv", ".html": "html", ".htm": "html",
    ".txt": "text", ".text": "text", "": "text",
}  # fmt: skip
_BESIDE_A_LEDGER = ("", "-wal", "-shm", "-journal")
_DATABASE = b"SQLite format 3\0"


class TargetType(click.ParamType[Path]):
    """The name of a file to write to."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Refuse what can be no name of a file."""
        if isinstance(value, Path):
            return value
        if not value.strip():
            self.fail("the name of the file is empty", param, ctx)
        path = Path(value)
        if _is_folder(path):
            self.fail(f"{value} is a folder: name a file in it", param, ctx)
        return path


def form_of(path: Path) -> str:
    """The format that a file's name asks for.

    Raises:
        UsageError: its name ends as that of no format.
    """
    form = _BY_SUFFIX.get(path.suffix.lower())
    if form is None:
        known = ", ".join(suffix for suffix in _BY_SUFFIX if suffix)
        raise click.UsageError(
            f"-o {path}: {path.suffix} is none of the formats ({known}); "
            "give another name, or choose one with --format"
        )
    return form


def check_target(path: Path, inputs: Iterable[str], ledger: Path | str | None) -> None:
    """Make sure that writing to a file destroys nothing.

    Args:
        path: the file, whether it exists or not; links are followed.
        inputs: what is read, as it was named.
        ledger: the ledger's address; None where there is none.

    Raises:
        SettingsError: it is one of the inputs, or belongs to a ledger.
    """
    if isinstance(ledger, Path) and any(
        _is_same(path, Path(f"{ledger}{suffix}")) for suffix in _BESIDE_A_LEDGER
    ):
        raise SettingsError(
            f"-o {path} would write over the ledger {ledger}: name another file with -o"
        )
    if any(_is_same(path, Path(name)) for name in inputs):
        raise SettingsError(
            f"-o {path} would write over what is read from it: name another file with -o"
        )
    if any(_holds_database(one) for one in _whose_file(path)):
        raise SettingsError(
            f"-o {path} would write over a database, perhaps a ledger: name another file with -o"
        )


class Target:
    """A file that is written beside its name and gets it when it is complete.

    What is no regular file (a device, a pipe) is written straight through and stays what it is,
    and so is the file that is standard output.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._temporary: Path | None = None
        try:
            self.stream = self._open()
        except OSError as error:
            raise SettingsError(
                f"{path} cannot be written ({error.strerror}): name another with -o"
            ) from error

    def _open(self) -> TextIO:
        if _is_standard_output(self._path):
            return sys.stdout
        if self._path.exists() and not self._path.is_file():
            return self._path.open("w", encoding="utf-8", newline="")
        # Of a link, what it points to: the link stays.
        place = Path(os.path.realpath(self._path))
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".onrecord-")
        self._temporary = Path(name)
        return os.fdopen(handle, "w", encoding="utf-8", newline="")

    def keep(self) -> None:
        """Give the file its name."""
        self.stream.flush()
        if self._temporary is None:
            return
        self.stream.close()
        self._temporary.chmod(0o666 & ~_current_umask())
        self._temporary.replace(os.path.realpath(self._path))

    def close(self) -> None:
        """Leave nothing behind that is not complete."""
        if self.stream is sys.stdout:
            return
        # What had to be written was flushed before; a device that is full says so again here.
        with contextlib.suppress(OSError):
            self.stream.close()
        if self._temporary is not None:
            self._temporary.unlink(missing_ok=True)


def _is_standard_output(path: Path) -> bool:
    try:
        own, out = path.stat(), os.fstat(sys.stdout.fileno())
    except (OSError, ValueError):
        return False
    # A terminal or /dev/null is the same device under every name, and is opened well enough.
    return stat.S_ISREG(own.st_mode) and os.path.samestat(own, out)


def _is_same(first: Path, second: Path) -> bool:
    try:
        if os.path.realpath(first) == os.path.realpath(second):
            return first.is_file() or not first.exists()
        return first.is_file() and first.samefile(second)
    except (OSError, ValueError):
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _whose_file(path: Path) -> Iterator[Path]:
    """The file itself, and the database that it would lie beside as its log."""
    name = os.path.realpath(path)
    return (Path(name.removesuffix(suffix)) for suffix in _BESIDE_A_LEDGER if name.endswith(suffix))


def _holds_database(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return stream.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False


def _current_umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
