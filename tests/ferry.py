"""Small articles about one ferry: what is sold, and who says that it is not."""

import functools

import onrecord
from onrecord.dates import PartialDate
from onrecord.pipeline import read_article
from onrecord.records import Article, Reading

SOLD = "Oren Dahl said that he had sold the old ferry to Norrow Lines."
NOT_SOLD = "Bram Teller said that Oren Dahl had not sold the old ferry to Norrow Lines."
open_reader = functools.cache(onrecord.open_reader)


@functools.cache
def read(text: str, day: int) -> Reading:
    """A text as an outlet's article of a day of March, read; read once a test run."""
    article = Article(
        title="The ferry of Lannock",
        text=f"The ferry of Lannock lies in port.\n\n{text}",
        url=f"https://lannock-{day}.example/ferry",
        publisher=f"The Lannock Times {day}",
        published_on=PartialDate(2031, 3, day),
    )
    return read_article(article, open_reader())
