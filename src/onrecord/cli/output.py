"""Where readings go: the terminal or a file, in one of the formats, as they come."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from typing import TYPE_CHECKING, Self

from onrecord.cli.target import Target, form_of
from onrecord.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from onrecord.records import Reading

FORMATS = ("text", "json", "jsonl", "csv", "html")
_AS_THEY_COME = ("text", "jsonl")


class Output:
    """Writes readings in one format; text and jsonl at once, the others when all are there.

    A file appears under its name only when it is complete (it is written beside it first).
    """

    def __init__(self, form: str | None, path: Path | None, *, several: bool) -> None:
        self._form = form or (form_of(path) if path else "text")
        self._path = path
        self._several = several
        self._readings: list[Reading] = []
        self._target: Target | None = None
        self._stream = sys.stdout
        self._has_written = False

    def __enter__(self) -> Self:
        if self._path is not None:
            self._target = Target(self._path)
            self._stream = self._target.stream
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._target is not None:
            self._target.close()

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
        """Write what was kept back, and give the file its name; where nothing was read, none."""
        wanted = self._readings or (self._several and self._target is None)
        if self._form not in _AS_THEY_COME and wanted:
            self._print(self._render_all())
        with self._reporting():
            self._stream.flush()
            if self._target is not None and self._has_written:
                self._target.keep()

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
        self._has_written = True
        with self._reporting():
            self._stream.write(text if text.endswith("\n") else text + "\n")

    @contextlib.contextmanager
    def _reporting(self) -> Iterator[None]:
        try:
            yield
        except BrokenPipeError:
            raise
        except OSError as error:
            raise SettingsError(
                f"{self._path or 'standard output'} could not be written ({error.strerror})"
            ) from error


def _wants_colour() -> bool:
    return not os.environ.get("NO_COLOR")
