import datetime
import io
import os

import pytest

from onrecord.captures.files import MAX_FILE_BYTES, find_files, read_file, read_stream
from onrecord.errors import CaptureError

NOW = datetime.datetime(2025, 3, 1, 12, tzinfo=datetime.UTC)


class Unread(io.BytesIO):
    """A stream that tells how many bytes were taken from it."""

    taken = 0

    def read(self, size: int | None = -1) -> bytes:
        body = super().read(size)
        self.taken += len(body)
        return body


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.html", "text/html"),
        ("a.HTM", "text/html"),
        ("a.xhtml", "application/xhtml+xml"),
        ("a.txt", "text/plain"),
        ("a.md", "text/markdown"),
        ("a", ""),
    ],
)
def test_a_file_is_taken_in_as_it_is(tmp_path, name, media_type):
    path = tmp_path / name
    path.write_bytes(b"\xffThe mayor said no.\r\n")
    capture = read_file(path, fetched_at=NOW)
    assert capture.body == b"\xffThe mayor said no.\r\n"
    assert capture.origin == str(path)
    assert (capture.url, capture.media_type, capture.charset) == (None, media_type, "")
    assert capture.fetched_at == NOW


def test_the_origin_of_a_relative_path_is_absolute(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("The mayor said no.")
    monkeypatch.chdir(tmp_path)
    relative = type(tmp_path)("a.txt")
    assert read_file(relative, fetched_at=NOW).origin == str(tmp_path / "a.txt")


@pytest.mark.parametrize("body", [b"", b" \r\n\t\n", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_refused(tmp_path, body):
    (tmp_path / "a.txt").write_bytes(body)
    with pytest.raises(CaptureError, match=r"a\.txt is empty"):
        read_file(tmp_path / "a.txt", fetched_at=NOW)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(CaptureError, match=r"none\.html does not exist"):
        read_file(tmp_path / "none.html", fetched_at=NOW)


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(CaptureError, match="is a folder"):
        read_file(tmp_path, fetched_at=NOW)


def test_a_path_through_a_file_or_with_a_nul_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    for path in (tmp_path / "a.txt" / "b.txt", tmp_path / "a\0b"):
        with pytest.raises(CaptureError, match="could not be read"):
            read_file(path, fetched_at=NOW)


def test_a_denied_file_is_named(tmp_path, monkeypatch):
    def deny(*_args: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.txt"
    path.write_text("The mayor said no.")
    monkeypatch.setattr(type(path), "open", deny)
    with pytest.raises(CaptureError, match=r"a\.txt may not be read"):
        read_file(path, fetched_at=NOW)


def test_sixty_megabytes_of_html_are_refused_without_reading_them(tmp_path, monkeypatch):
    def refuse(*_args: object, **_options: object) -> None:
        raise AssertionError("the file was opened")

    path = tmp_path / "huge.html"
    with path.open("wb") as stream:
        stream.truncate(60 * 1024 * 1024)
    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(CaptureError, match=r"huge\.html has 60 MB, and 20 MB is the most"):
        read_file(path, fetched_at=NOW)


def test_a_file_of_the_largest_size_is_taken_in(tmp_path):
    path = tmp_path / "large.html"
    path.write_bytes(b"a" * MAX_FILE_BYTES)
    assert len(read_file(path, fetched_at=NOW).body) == MAX_FILE_BYTES


def test_standard_input_is_read_to_its_end():
    capture = read_stream(io.BytesIO(b"The mayor said no."), fetched_at=NOW)
    assert (capture.origin, capture.body) == ("-", b"The mayor said no.")


def test_endless_standard_input_is_left_at_the_limit():
    stream = Unread(b"a" * (MAX_FILE_BYTES + 5000))
    with pytest.raises(CaptureError, match="standard input is larger than 20 MB"):
        read_stream(stream, fetched_at=NOW)
    assert stream.taken == MAX_FILE_BYTES + 1


def test_standard_input_that_breaks_is_an_expected_error():
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(CaptureError, match="standard input could not be read"):
        read_stream(Broken(), fetched_at=NOW)


def write(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The mayor said no.")


def test_articles_are_found_in_subfolders_in_the_order_of_their_paths(tmp_path):
    write(tmp_path, "b.html", "a.TXT", "sub/deep/c.md", "sub/d.xhtml", "e.htm", "f.text")
    write(tmp_path, "photo.jpg", "notes.pdf", "page.css", "README")
    found = [path.relative_to(tmp_path).as_posix() for path in find_files(tmp_path)]
    assert found == ["a.TXT", "b.html", "e.htm", "f.text", "sub/d.xhtml", "sub/deep/c.md"]


def test_hidden_files_and_folders_are_passed_over(tmp_path):
    write(tmp_path, ".hidden.html", ".git/a.html", "seen.html")
    assert find_files(tmp_path) == (tmp_path / "seen.html",)


def test_a_hidden_folder_that_is_named_is_read(tmp_path):
    write(tmp_path, ".inbox/a.html")
    assert find_files(tmp_path / ".inbox") == (tmp_path / ".inbox" / "a.html",)


def test_the_frames_of_a_saved_page_are_no_articles(tmp_path):
    write(tmp_path, "Page.html", "Page_files/frame.html", "other_files/real.html")
    found = [path.relative_to(tmp_path).as_posix() for path in find_files(tmp_path)]
    assert found == ["Page.html", "other_files/real.html"]


def test_links_in_a_circle_do_not_go_on_for_ever(tmp_path):
    write(tmp_path, "sub/a.html")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "gone.html").symlink_to(tmp_path / "nothing")
    assert find_files(tmp_path) == (tmp_path / "sub" / "a.html",)


def test_a_folder_without_articles_says_so(tmp_path):
    write(tmp_path, "photo.jpg")
    with pytest.raises(CaptureError, match=r"no article in the folder .*\.html \.htm"):
        find_files(tmp_path)


def test_a_folder_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(CaptureError, match="is not a folder"):
        find_files(tmp_path / "none")


def test_a_folder_that_may_not_be_listed_is_named(tmp_path, monkeypatch):
    def deny(_path: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path))

    monkeypatch.setattr(os, "scandir", deny)
    with pytest.raises(CaptureError, match="could not be listed"):
        find_files(tmp_path)
