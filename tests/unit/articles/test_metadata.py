import json

import pytest
from lxml import html

from onrecord.articles.metadata import read_metadata


def page(*, linked=None, head="", body="<p>Text.</p>"):
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked else ""
    return html.document_fromstring(f"<html><head>{head}{script}</head><body>{body}</body></html>")


ARTICLE = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry sails"}


@pytest.mark.parametrize(
    ("author", "authors"),
    [
        ("Ines Calder", ("Ines Calder",)),
        ("By Ines Calder and Tom Adeyemi", ("Ines Calder", "Tom Adeyemi")),
        ({"@type": "Person", "name": "Ines Calder"}, ("Ines Calder",)),
        ({"@type": "Person", "givenName": "Ines", "familyName": "Calder"}, ("Ines Calder",)),
        ([{"name": "Ines Calder"}, {"name": "Tom Adeyemi"}], ("Ines Calder", "Tom Adeyemi")),
        (["Ines Calder", "Tom Adeyemi"], ("Ines Calder", "Tom Adeyemi")),
        ({"@type": "Organization", "name": "Meridian"}, ("Meridian",)),
        ({"name": ["Ines Calder"]}, ("Ines Calder",)),
        ("https://social.example/calder", ()),
        ({"@type": "Person"}, ()),
        (None, ()),
        (7, ()),
    ],
)
def test_authors_in_json_ld(author, authors):
    assert read_metadata(page(linked={**ARTICLE, "author": author})).authors == authors


def test_the_publisher_is_no_author():
    linked = {
        **ARTICLE,
        "author": {"name": "The Harbour Post"},
        "publisher": {"name": "Harbour Post"},
    }
    metadata = read_metadata(page(linked=linked))
    assert (metadata.publisher, metadata.authors) == ("Harbour Post", ())


def test_the_publisher_in_microdata():
    body = (
        '<div itemprop="publisher" itemscope><meta itemprop="name" content="Quay Street Journal">'
        "</div><h1>Ferry sails in the month of May</h1>"
    )
    head = "<title>Ferry sails in the month of May | Journal</title>"
    metadata = read_metadata(page(head=head, body=body))
    assert (metadata.title, metadata.publisher) == (
        "Ferry sails in the month of May",
        "Quay Street Journal",
    )


def test_references_in_a_graph_are_followed():
    graph = {
        "@graph": [
            {"@type": "Person", "@id": "#ines", "name": "Ines Calder"},
            {"@type": "Organization", "@id": "#post", "name": "Harbour Post"},
            {**ARTICLE, "author": {"@id": "#ines"}, "publisher": {"@id": "#post"}},
        ]
    }
    metadata = read_metadata(page(linked=graph))
    assert (metadata.authors, metadata.publisher) == (("Ines Calder",), "Harbour Post")


def test_the_day_is_that_of_the_pages_own_offset():
    linked = {**ARTICLE, "datePublished": "2025-03-04T23:30:00-08:00"}
    assert str(read_metadata(page(linked=linked)).published_on) == "2025-03-04"


def test_an_update_before_the_publication_is_none():
    linked = {**ARTICLE, "datePublished": "2025-03-04", "dateModified": "2025-03-01"}
    assert read_metadata(page(linked=linked)).updated_on is None


def test_damaged_json_is_passed_over():
    head = (
        '<script type="application/ld+json">{broken</script>'
        '<meta property="og:title" content="Ferry sails">'
        '<meta name="author" content="Ines Calder">'
        '<meta property="article:published_time" content="2025-03-04T10:00:00Z">'
    )
    metadata = read_metadata(page(head=head))
    assert (metadata.title, metadata.authors) == ("Ferry sails", ("Ines Calder",))
    assert str(metadata.published_on) == "2025-03-04"


def test_json_nested_beyond_reason_is_passed_over():
    head = '<script type="application/ld+json">' + "[" * 100_000 + "</script>"
    assert read_metadata(page(head=head)).title == ""


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Ferry sails in May | Harbour Post", "Ferry sails in May"),
        ("Ferry sails in May - Harbour Post", "Ferry sails in May"),
        ("Ferry sails in May - The Harbour Post", "Ferry sails in May"),
        ("Harbour Post: Ferry sails", "Harbour Post: Ferry sails"),
        ("Ferry - last of its kind - sails", "Ferry - last of its kind - sails"),
        ("Ferry sails in May | Local news | Harbour Post", "Ferry sails in May"),
    ],
)
def test_the_sites_name_is_cut_off_the_headline(title, headline):
    head = f'<title>{title}</title><meta property="og:site_name" content="Harbour Post">'
    assert read_metadata(page(head=head)).title == headline


def test_the_site_may_be_known_by_its_host():
    tree = page(head="<title>Ferry sails in May - Harbour Post</title>")
    metadata = read_metadata(tree, "www.harbourpost.example")
    assert (metadata.title, metadata.publisher) == ("Ferry sails in May", "Harbour Post")


def test_the_first_time_element_dates_a_page_without_metadata():
    body = '<time datetime="2025-03-04">Tuesday</time><time datetime="2024-01-01">old</time>'
    assert str(read_metadata(page(body=body)).published_on) == "2025-03-04"
