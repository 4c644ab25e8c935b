"""What one page yields before it becomes an Article: its facts and its paragraphs."""

from dataclasses import dataclass

from onrecord.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Page:
    """The facts and the body of one page, from markup or from saved page text.

    Attributes:
        paragraphs: the body in reading order, subheadings and list items included; each is one
            line without leading or trailing white space.
        title: "" where none was found.
        publisher: "" where none was found.
        address: what the page says that its address is, as it is written there; "" for nothing.
    """

    paragraphs: tuple[str, ...]
    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published_on: PartialDate | None = None
    updated_on: PartialDate | None = None
    address: str = ""
