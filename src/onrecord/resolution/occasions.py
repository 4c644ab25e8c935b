"""Where and how words were spoken, by the wording around them: an interview, a speech, a tweet."""

import re
from dataclasses import dataclass

from onrecord.records import Basis, Span

_WORDED: tuple[tuple[Basis, re.Pattern[str]], ...] = tuple(
    (basis, re.compile(pattern, re.IGNORECASE))
    for basis, pattern in (
        (
            Basis.SOCIAL_MEDIA,
            r"\b(?:tweet(?:ed|s|ing)?|retweeted|on\s(?:twitter|facebook|instagram|snapchat|telegram|"
            r"the\ssocial\s(?:network|media)\b)|facebook\spost|posted\son\b|twitter\saccount)\b",
        ),
        (
            Basis.PRESS_CONFERENCE,
            r"\b(?:(?:told|tells|telling|to)\s(?:the\s)?(?:reporters|journalists|the\spress)|"
            r"(?:news|press)\s(?:conference|briefing)|(?:daily|weekly|regular)\sbriefing|at\sa\sbriefing|"
            r"gaggle)\b",
        ),
        (
            Basis.COURT,
            r"\b(?:court\s(?:filing|papers|documents|records|order)s?|legal\s(?:papers|filing)|lawsuit|"
            r"affidavit|deposition|testif(?:ied|ying|ies)|testimony|ruling|the\sruling|motion|"
            r"(?:in|his|her)\sdissent|indictment|complaint\sfiled|reading\sout\sthe\sorder|in\scourt)\b",
        ),
        (
            Basis.STATEMENT,
            r"\b(?:in\s(?:a|an|his|her|their|its|the)\s(?:\w+\s){0,2}?(?:statement|e-?mail|press\srelease|"
            r"news\srelease|release|communiqu[eé])|statement\s(?:said|says|released|issued)|"
            r"(?:issued|released)\s(?:a|the)\s(?:\w+\s)?statement|by\se-?mail)\b",
        ),
        (
            Basis.SPEECH,
            r"\b(?:rall(?:y|ies)|speech|(?:told|telling|tells)\s(?:the|a|his|her|an?)\s(?:\w+\s){0,3}?"
            r"(?:crowd|audience|supporters|assembly|parliament|congress|convention|delegates)|"
            r"told\s(?:supporters|voters)|remarks\s(?:at|to)|addressing|address\sto|at\sthe\s(?:\w+\s){0,2}?"
            r"(?:convention|debate|dinner|gala|fundraiser|forum)|at\sa\s(?:\w+\s){0,3}?(?:event|stop|dinner|"
            r"gala|fundraiser|fundraising\sgig|forum|convention|debate|town\shall)|during\s(?:the|a|[\w’']+)\s"
            r"(?:\w+\s){0,3}?debate|on\sthe\s(?:campaign\strail|stump)|in\sthe\s(?:\w+\s)?debate|"
            r"\w+day[’']s\sdebate|campaign\sevent|keynote)\b",
        ),
        (
            Basis.DOCUMENT,
            r"\b(?:in\s(?:a|an|his|her|their|its|the)\s(?:\d{4}\s)?(?:\w+\s){0,2}?(?:book|memoir|letter|memo|"
            r"essay|op-?ed|column|article|report|paper|filing|brief|blog\spost|study)|wrote\sin|writes\sin|"
            r"(?:the|a|new|his|her)\s(?:report|study|memo|letter|book|document)\s(?:said|says|stated|found|"
            r"shows|concluded)|according\sto\s(?:a|the)\s(?:\w+\s){0,3}?(?:report|study|documents?|memo|records?|"
            r"filings?))\b",
        ),
        (
            Basis.POLL,
            r"\b(?:poll(?:s|sters)?|surveys?|respondents|survey\sof|percent\sof\s(?:\w+\s)?(?:voters|americans|"
            r"republicans|democrats|respondents))\b",
        ),
        (Basis.INTERVIEW, r"\b(?:an|the|a|recent|this|our)\s(?:\w+\s){0,2}?interview\b"),
    )
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """A wording that says how words came out.

    Attributes:
        basis: what it shows; POLL and DOCUMENT only of what speaks by itself.
        span: the wording.
    """

    basis: Basis
    span: Span


def find_occasion(text: str, start: int, end: int) -> Occasion | None:
    """The first wording of a stretch of text, by the order in which they outrank each other."""
    for basis, pattern in _WORDED:
        match = pattern.search(text, start, end)
        if match is not None:
            return Occasion(basis, Span(*match.span()))
    return None
