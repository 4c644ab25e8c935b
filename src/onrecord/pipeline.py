"""The whole flow on one screen: capture → article → attributions → entities → findings → reading.

Every stage that resolves somebody says first whom it means (`Party`), so that names and pronouns
are looked at once, together.
"""

from onrecord.articles.extraction import extract_article
from onrecord.attributions.reader import Reader
from onrecord.findings.absences import find_absences
from onrecord.findings.checks import find_checks
from onrecord.findings.positions import find_stances, gather_positions
from onrecord.findings.responses import find_answers, link_responses
from onrecord.records import Article, Capture, Reading, Run
from onrecord.resolution.chains.tracing import trace_chains
from onrecord.resolution.entities import resolve_entities
from onrecord.resolution.newsrooms import find_newsrooms
from onrecord.resolution.parties import Site, list_parties
from onrecord.resolution.spokespeople import find_spokespeople, tie_spokespeople
from onrecord.resolution.when import date_sayings
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
    newsrooms = find_newsrooms(article, extraction.attributions)
    answers = find_answers(article, extraction.attributions)
    stances = find_stances(article, extraction.attributions, extraction.stands)
    spokespeople = find_spokespeople(article)
    sites: list[Site] = [*newsrooms, *answers, *stances, *spokespeople]
    resolved = resolve_entities(article, extraction, list_parties(sites))
    attributions = trace_chains(
        article, date_sayings(article, resolved.attributions), newsrooms, resolved
    )
    return Reading(
        article=article,
        entities=tie_spokespeople(resolved, spokespeople),
        attributions=attributions,
        run=Run(version=__version__, model=reader.name, settings=dict(reader.settings)),
        responses=link_responses(article, attributions, answers, resolved),
        absences=find_absences(article, attributions),
        positions=gather_positions(article, attributions, stances, resolved),
        checks=find_checks(article, resolved.entities, attributions),
    )
