import contextlib
import datetime
import re
import time

import pytest

from onrecord.articles.extraction import extract_article
from onrecord.errors import ArticleError
from onrecord.records import Capture

NOON = datetime.datetime(2025, 6, 1, 12, tzinfo=datetime.UTC)
ONE = "The harbour board said on Monday that the last ferry would sail in May, whatever it cost."
TWO = "“We have no choice,” its chair, Olive Tarn, told reporters. “The engine is old.”"
PAGE = (
    "<!doctype html><html><head><title>Last ferry sails in May</title></head><body><article>"
    f"<h1>Last ferry sails in May</h1><p>{ONE}</p><p>{TWO}</p></article></body></html>"
)


def extract(body, media_type="", **fields):
    if isinstance(body, str):
        body = body.encode()
    capture = Capture(origin="-", body=body, fetched_at=NOON, media_type=media_type, **fields)
    return extract_article(capture)


@pytest.mark.parametrize("media_type", ["text/html", "text/plain", "", "application/octet-stream"])
def test_markup_is_html_whatever_was_declared(media_type):
    article = extract(PAGE, media_type)
    assert article.title == "Last ferry sails in May"
    assert article.text == f"{ONE}\n\n{TWO}"


@pytest.mark.parametrize("media_type", ["text/html", "text/plain", ""])
def test_plain_text_is_page_text_whatever_was_declared(media_type):
    article = extract(f"Last ferry sails in May\n\n{ONE}\n\n{TWO}", media_type)
    assert (article.title, article.text) == ("Last ferry sails in May", f"{ONE}\n\n{TWO}")


def test_text_about_markup_is_text():
    text = (
        f"How pages are made\n\n{ONE}\n\nShe wrote <p> and </p> around it, and <b>that</b> was it."
    )
    assert "<p> and </p>" in extract(text).text


def test_what_hides_in_entities_is_normalised():
    article = extract(PAGE.replace("last ferry would", "last&nbsp;ferry&#8203; cafe&#769; would"))
    assert "last ferry café would" in article.text


def test_the_url_is_kept():
    assert extract(PAGE, url="https://quaystreet.example/a").url == "https://quaystreet.example/a"


@pytest.mark.parametrize("body", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_nothing_in_it(body):
    with pytest.raises(ArticleError, match="empty"):
        extract(body)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "an image"),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)), "an image"),
        (b"PK\x03\x04" + bytes(range(256)), "ZIP"),
        (bytes(range(256)) * 40, "not text"),
    ],
)
def test_binary_input_is_named(body, message):
    with pytest.raises(ArticleError, match=message):
        extract(body, "text/html")


FRENCH = (
    "Le conseil du port a annoncé lundi que le dernier ferry partirait en mai, quel qu'en soit le "
    "prix. La présidente a dit aux journalistes que le moteur était plus vieux qu'elle."
)


@pytest.mark.parametrize(
    "body", [FRENCH, f"<html><body><article><p>{FRENCH}</p></article></body></html>"]
)
def test_a_page_in_another_language_says_which(body):
    message = "this reads as French (fr); onrecord reads English only so far"
    with pytest.raises(ArticleError, match=re.escape(message)):
        extract(body)


def test_a_chinese_page_says_so_and_not_that_it_has_no_article():
    with pytest.raises(ArticleError, match="Chinese"):
        extract("<html><body><p>港务局周一表示，最后一班渡轮将于五月启航。</p></body></html>")


NAVIGATION = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(30))


@pytest.mark.parametrize(
    "body",
    [
        f"<html><body><nav><ul>{NAVIGATION}</ul></nav></body></html>",
        f"<html><body><div><ul>{NAVIGATION}</ul></div></body></html>",
        "<html><head><title>Before you continue</title></head><body><div><p>We and our partners use "
        "cookies to improve your experience and to show you personalised advertising.</p>"
        "<button>Accept all</button><button>Reject all</button></div></body></html>",
        "<html><head><title>404 - Page not found | Quay Street Journal</title></head><body>"
        "<h1>Page not found</h1><p>Sorry, the page that you are looking for may have been moved or "
        "deleted. Please go back to our front page and try again.</p></body></html>",
        "<html><head><title>Search results for ferry | Quay Street Journal</title></head><body>"
        + f"<div><h3><a href='/a'>Last ferry sails</a></h3><p>{ONE}</p></div>" * 6
        + "</body></html>",
        "<html><body></body></html>",
        "<html><head><script>var a = 'The board said on Monday that it had no choice.';</script>"
        "</head><body><div id=app></div></body></html>",
    ],
)
def test_a_page_without_an_article_says_so(body):
    with pytest.raises(ArticleError, match="no article"):
        extract(body, "text/html")


@pytest.mark.parametrize("tag", ["div", "span", "blockquote", "ul><li", "b><i", "table><tr><td"])
def test_deeply_nested_markup_gives_its_article(tag):
    opening = f"<{tag}>" * 50_000
    article = extract(
        f"<html><body><h1>Last ferry</h1>{opening}<p>{ONE}</p><p>{TWO}</p>", "text/html"
    )
    assert article.text.endswith(f"{ONE}\n\n{TWO}")


def test_a_page_that_is_mostly_scripts_is_read():
    script = "<script>" + "var a = [1, 2, 3];\n" * 500_000 + "</script>"
    assert extract(PAGE.replace("</head>", script + "</head>")).text == f"{ONE}\n\n{TWO}"


def test_ten_megabytes_of_text_are_no_article():
    with pytest.raises(ArticleError, match="no single article is that long"):
        extract("<html><body>" + f"<p>{ONE}</p>\n" * 110_000 + "</body></html>")


def test_one_enormous_paragraph_is_read():
    paragraph = " ".join([ONE, TWO] * 700)
    assert extract(f"Last ferry sails in May\n\n{paragraph}").text == paragraph
    assert extract(f"<html><body><p>{paragraph}</p></body></html>").text == paragraph


def test_emoji_and_right_to_left_text_stay():
    text = f"{ONE} 🚢🇳🇴\n\nThe note said: “שלום עולם”, she told reporters."
    assert extract(text).text == text


@pytest.mark.parametrize(
    "hostile",
    [
        "-" * 300_000 + "x",
        "." * 300_000,
        "sun" * 100_000,
        "By " * 100_000,
        "<script" * 100_000,
        "<nav>" * 100_000,
        "<!--" * 100_000,
        "&" * 300_000,
        "Q: " * 100_000,
        "a@" * 150_000,
        "\n".join("Related" for _ in range(5_000)),
        "\n".join("12 Comments" for _ in range(5_000)),
        "\n".join("By Ines Calder" for _ in range(5_000)),
        "\n".join("4 March 2025" for _ in range(5_000)),
    ],
    ids=lambda hostile: hostile[:8],
)
@pytest.mark.parametrize("frame", ["{}", "<html><body><p>{}</p></body></html>"])
def test_hostile_text_takes_no_time(hostile, frame):
    started = time.monotonic()
    with contextlib.suppress(ArticleError):
        extract(frame.format(f"{ONE}\n{hostile}\n{TWO}"))
    assert time.monotonic() - started < 10
