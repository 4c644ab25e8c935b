import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.captures.signatures import check_text, identify_binary
from onrecord.errors import CaptureError


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG image"),
        (b"GIF89a\1\0", "GIF image"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "WebP image"),
        (b"\0\0\0\x20ftypavif", "AVIF image"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF document"),
        (b"\r\n%PDF-1.4", "PDF document"),
        (b"{\\rtf1\\ansi The mayor}", "RTF document"),
        (b"PK\x03\x04\x14\0", "ZIP archive or an Office document"),
        (b"\x1f\x8b\x08\0", "gzip archive"),
        (b"\x7fELF\x02", "a program"),
        (b"SQLite format 3\0", "SQLite database"),
        (b"The mayor\0said\0no", "NUL bytes"),
    ],
)
def test_what_is_not_text_is_refused_by_its_name(body, kind):
    with pytest.raises(CaptureError, match=rf"photo\.html is not text but .*{kind}"):
        check_text(body, "photo.html")


def test_data_without_structure_is_not_text():
    noise = random.Random(1).randbytes(5000).replace(b"\0", b"")
    assert identify_binary(noise) == "binary data (control bytes)"


@pytest.mark.parametrize(
    "text", ["TSUNAMI WAVE HITS COAST", "The ftyp box", "ID3 tags", "PK said no", "MM* and BZh9"]
)
def test_words_that_look_a_little_like_signatures_are_text(text):
    assert identify_binary(text.encode()) == ""


@pytest.mark.parametrize("codec", ["utf-16", "utf-32", "cp1251", "koi8-r", "cp932", "iso2022_jp"])
def test_text_in_other_encodings_is_text(codec):
    text = "大臣は述べた。" if codec in {"cp932", "iso2022_jp"} else "Министр сказал: нет."
    assert identify_binary(text.encode(codec)) == ""


def test_utf_16_without_a_mark_needs_a_declaration():
    body = "The mayor said no.".encode("utf-16-le")
    assert identify_binary(body, charset="UTF-16LE") == ""
    assert "byte order mark" in identify_binary(body)


def test_one_stray_nul_in_a_long_page_is_forgiven():
    assert identify_binary(b"The mayor said no. " * 500 + b"\0") == ""


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_utf_8_without_control_characters_is_text(text):
    assert identify_binary(text.encode()) in {"", "an RTF document", "a PDF document"}
