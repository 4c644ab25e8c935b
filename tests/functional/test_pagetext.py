"""Saved pages of many layouts, text and HTML, each beside what must be read out of it.

The outlets, people and stories are invented; the furniture is what real pages have.
"""

import datetime
import json
from pathlib import Path

import pytest

from onrecord.articles.extraction import extract_article
from onrecord.records import Capture

PAGES = Path(__file__).parents[1] / "pages"
NAMES = sorted(path.name for path in PAGES.iterdir() if path.suffix in (".txt", ".html"))


def read(name):
    capture = Capture(
        origin=name,
        body=(PAGES / name).read_bytes(),
        fetched_at=datetime.datetime(2025, 6, 1, tzinfo=datetime.UTC),
        media_type="text/html" if name.endswith(".html") else "text/plain",
    )
    return extract_article(capture)


def expect(name):
    return json.loads((PAGES / name).with_suffix(".expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_the_body_and_nothing_else(name):
    assert read(name).text.split("\n\n") == expect(name)["body"]


@pytest.mark.parametrize("name", NAMES)
def test_the_facts(name):
    article, expected = read(name), expect(name)
    facts = {
        "title": article.title,
        "publisher": article.publisher,
        "authors": list(article.authors),
        "published_on": article.published_on and str(article.published_on),
        "updated_on": article.updated_on and str(article.updated_on),
    }
    assert facts == {key: expected[key] for key in facts}


def test_there_are_enough_layouts_to_prove_the_rules():
    assert sum(name.endswith(".txt") for name in NAMES) >= 14
    assert sum(name.endswith(".html") for name in NAMES) >= 6
