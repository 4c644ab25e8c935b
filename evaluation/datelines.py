"""The publisher and date of a PolNeAR article, which its name gives and its text lacks."""

import re
from dataclasses import replace

from onrecord.dates import PartialDate
from onrecord.records import Article

OUTLETS = {
    "breitbart": "Breitbart",
    "huff-post": "The Huffington Post",
    "nyt": "The New York Times",
    "politico": "Politico",
    "usa-today": "USA Today",
    "wash-post": "The Washington Post",
    "west-journal": "Western Journalism",
}
_DATE = re.compile(r"_(\d{4})-(\d{2})-(\d{2})(?:_|$)")


def date_article(name: str, article: Article) -> Article:
    """The article with the publisher and date in its name, such as "nyt_2016-09-08_obama-on"."""
    date = _DATE.search(name)
    return replace(
        article,
        publisher=OUTLETS.get(name.split("_")[0], ""),
        published_on=PartialDate(*map(int, date.groups())) if date else None,
    )
