"""The whole flow on one screen: capture → article → attributions → entities → reading."""

from onrecord.articles.extraction import extract_article
from onrecord.attributions.reader import Reader
from onrecord.records import Article, Capture, Reading, Run
from onrecord.resolution.entities import resolve_entities
from onrecord.version import __version__


def read(capture: Capture, reader: Reader) -> Reading:
    """Read one capture; pure: the same bytes and the same reader give the same reading.

    Raises:
        ArticleError: no article that onrecord can read was found in the capture.
    """
    return read_article(extract_article(capture), reader)


def read_article(article: Article, reader: Reader) -> Reading:
    """Read an article whose text is known already."""
    extraction = reader.read(article)
    entities, attributions = resolve_entities(article, extraction)
    run = Run(version=__version__, model=reader.name, settings=dict(reader.settings))
    return Reading(article=article, entities=entities, attributions=attributions, run=run)
