"""Where readings go: the terminal or a file, in one of the formats, as they come."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Self

from onrecord.errors import SettingsError

if TYPE_CHECKING:
    from types import TracebackType

    from onrecord.records import Reading

FORMATS = ("text", "json", "jsonl", "csv", "html")
_BY_SUFFIX = {".json": "json", ".jsonl": "jsonl", ".csv": "csv", ".html": "html", ".htm": "html"}
_AS_THEY_COME = ("text", "jsonl")


class Output:
    """Writes readings in one format; text and jsonl at once, the others when all are there.

    A file appears under its name only when it is complete (it is written beside it first).
    """

    def __init__(self, form: str | None, path: Path | None, *, several: bool) -> None:
        suffix = path.suffix.lower() if path else ""
        self._form = form or _BY_SUFFIX.get(suffix, "text")
        self._path = path
        self._several = several
        self._readings: list[Reading] = []
        self._temporary: Path | None = None
        self._stream = sys.stdout

    def __enter__(self) -> Self:
        if self._path is not None:
            try:
                handle, name = tempfile.mkstemp(
                    dir=self._path.absolute().parent, prefix=f".{self._path.name}."
                )
            except OSError as error:
                raise SettingsError(
                    f"{self._path} cannot be written ({error.strerror}): name another with -o"
                ) from error
            self._temporary = Path(name)
            self._stream = os.fdopen(handle, "w", encoding="utf-8", newline="")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._temporary is not None:
            self._stream.close()
            self._temporary.unlink(missing_ok=True)

    def write(self, reading: Reading) -> None:
        """Take one reading."""
        if self._form not in _AS_THEY_COME:
            self._readings.append(reading)
        elif self._form == "jsonl":
            from onrecord.export.contract import render_jsonl

            self._print(render_jsonl(reading))
        else:
            from onrecord.export.terminal import render_text

            on_terminal = self._path is None and sys.stdout.isatty()
            width = shutil.get_terminal_size((100, 24)).columns if on_terminal else 100
            self._print(render_text(reading, width=width, colour=on_terminal and _wants_colour()))

    def finish(self) -> None:
        """Write what was kept back, and give the file its name."""
        if self._form not in _AS_THEY_COME and (self._readings or self._several):
            self._print(self._render_all())
        self._stream.flush()
        if self._temporary is not None and self._path is not None:
            self._stream.close()
            mode = 0o666 & ~_current_umask()
            self._temporary.chmod(mode)
            self._temporary.replace(self._path)

    def _render_all(self) -> str:
        if self._form == "csv":
            from onrecord.export.tabular import render_csv

            return render_csv(self._readings)
        if self._form == "html":
            from onrecord.export.report import render_report

            return render_report(self._readings)
        from onrecord.export.contract import render_json

        return render_json(self._readings, as_list=self._several)

    def _print(self, text: str) -> None:
        try:
            self._stream.write(text if text.endswith("\n") else text + "\n")
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            raise SettingsError(
                f"{self._path or 'standard output'} could not be written ({error.strerror})"
            ) from error


def _wants_colour() -> bool:
    return not os.environ.get("NO_COLOR")


def _current_umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
