"""Takes in files and standard input as captures."""

import datetime
import os
import stat
from pathlib import Path
from typing import BinaryIO, NoReturn

from onrecord.captures.signatures import check_text
from onrecord.errors import CaptureError
from onrecord.records import Capture

MAX_FILE_BYTES = 20 * 1024 * 1024
"""The largest file that is taken in: a long article with everything inlined has a tenth of it."""

MEDIA_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
}
"""The files that count as articles in a folder, and what their names declare them to be."""

_SAVED_PARTS = "_files"
_MEGABYTE = 1024 * 1024


def read_file(path: Path, *, fetched_at: datetime.datetime) -> Capture:
    """Take in one file; its origin is the absolute path, its media type what its suffix declares.

    Raises:
        CaptureError: missing, a folder or a device, not permitted, empty, too large, or not text.
    """
    origin = str(path.absolute())
    try:
        if path.is_dir():
            raise CaptureError(f"{origin} is a folder, not a file: name a file in it")
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise CaptureError(
                f"{origin} is no regular file: give it as standard input, `onrecord read - < FILE`"
            )
        size = found.st_size
        if size > MAX_FILE_BYTES:
            raise CaptureError(_describe_oversize(origin, size))
        with path.open("rb") as stream:
            body = _read_capped(stream, origin)
    except FileNotFoundError:
        raise CaptureError(f"{origin} does not exist: check the path") from None
    except PermissionError:
        raise CaptureError(f"{origin} may not be read: check its permissions") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL character in the path
        reason = getattr(error, "strerror", None) or error
        raise CaptureError(f"{origin} could not be read: {reason}") from error
    check_text(body, origin)
    return Capture(
        origin=origin,
        body=body,
        fetched_at=fetched_at,
        media_type=MEDIA_TYPES.get(path.suffix.lower(), ""),
    )


def read_stream(stream: BinaryIO, *, fetched_at: datetime.datetime) -> Capture:
    """Take in standard input, or any other binary stream, to its end; its origin is "-".

    Raises:
        CaptureError: unreadable, empty, too large, or not text.
    """
    try:
        body = _read_capped(stream, "standard input")
    except OSError as error:
        raise CaptureError(
            f"standard input could not be read: {error.strerror or error}"
        ) from error
    check_text(body, "standard input")
    return Capture(origin="-", body=body, fetched_at=fetched_at)


def find_files(folder: Path) -> tuple[Path, ...]:
    """Find the articles in a folder and its subfolders, in the order of their paths.

    Hidden files and folders are passed over, links to folders are not followed, and neither are
    the `…_files` folders in which browsers keep the frames of a page saved beside them.

    Raises:
        CaptureError: not a folder, not permitted, or no article in it.
    """
    try:
        if not folder.is_dir():
            raise CaptureError(f"{folder} is not a folder: name one that exists")
    except OSError as error:
        _refuse_folder(error)
    found: list[Path] = []
    for parent, subfolders, names in os.walk(folder, onerror=_refuse_folder):
        visible = {name for name in names if not name.startswith(".")}
        subfolders[:] = [
            name
            for name in subfolders
            if not name.startswith(".") and not _holds_parts_of_page(name, visible)
        ]
        paths = [Path(parent, name) for name in visible if _is_article_name(name)]
        found += [path for path in paths if path.is_file()]
    if not found:
        suffixes = " ".join(MEDIA_TYPES)
        raise CaptureError(f"there is no article in the folder {folder}: none of {suffixes}")
    return tuple(sorted(found))


def _is_article_name(name: str) -> bool:
    return os.path.splitext(name)[1].lower() in MEDIA_TYPES  # noqa: PTH122


def _holds_parts_of_page(folder: str, siblings: set[str]) -> bool:
    page = folder.removesuffix(_SAVED_PARTS)
    return page != folder and any(f"{page}{suffix}" in siblings for suffix in MEDIA_TYPES)


def _read_capped(stream: BinaryIO, name: str) -> bytes:
    """Read to the end, but never more than one byte past the limit (a pipe tells no size)."""
    body = stream.read(MAX_FILE_BYTES + 1)
    if len(body) > MAX_FILE_BYTES:
        raise CaptureError(_describe_oversize(name, None))
    return body


def _describe_oversize(name: str, size: int | None) -> str:
    limit = f"{MAX_FILE_BYTES / _MEGABYTE:.0f} MB"
    found = f"is larger than {limit}" if size is None else f"has {size / _MEGABYTE:.0f} MB"
    return f"{name} {found}, and {limit} is the most taken in: give the article alone"


def _refuse_folder(error: OSError) -> NoReturn:
    raise CaptureError(
        f"the folder {error.filename} could not be listed ({error.strerror}): "
        "check its permissions or name the files"
    ) from error
