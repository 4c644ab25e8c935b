"""What comes in: captures, and the articles that they hold."""

import datetime
import hashlib
from dataclasses import dataclass, field

from onrecord.dates import PartialDate
from onrecord.identifiers import content_id


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as they were received, where from and when; never changed afterwards.

    Attributes:
        origin: what was asked for: a URL, an absolute path, or "-" for standard input.
        url: where the bytes finally came from (after redirects); None for files.
        body: the bytes, decompressed, otherwise untouched.
        media_type: as declared ("text/html"), or "" where nothing was declared.
        charset: as declared by the transport, or "" where nothing was declared.
        fetched_at: when the bytes were received.
    """

    origin: str
    body: bytes = field(repr=False)
    fetched_at: datetime.datetime
    url: str | None = None
    media_type: str = ""
    charset: str = ""

    def __post_init__(self) -> None:
        if self.fetched_at.tzinfo is None:
            raise ValueError("fetched_at must be an aware UTC instant")

    @property
    def sha256(self) -> str:
        """SHA-256 of the body, in hex."""
        return hashlib.sha256(self.body).hexdigest()

    @property
    def id(self) -> str:
        """The same origin with the same bytes is the same capture."""
        return content_id("cap", self.origin, self.sha256)


@dataclass(frozen=True, slots=True)
class Article:
    """What a page says, without its furniture: the text that every position refers to.

    Attributes:
        title: the headline; "" where none was found.
        publisher: the outlet's name; "" where none was found.
        language: ISO 639-1 code.
        text: the body, paragraphs separated by one blank line, NFC; the reference for ever.
        id: the same words on the same page are the same article.
    """

    title: str
    text: str = field(repr=False)
    url: str | None = None
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published_on: PartialDate | None = None
    updated_on: PartialDate | None = None
    language: str = "en"
    id: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        # Made once: every attribution asks for it, and it is a hash of the whole text.
        identity = content_id("art", self.url, self.publisher, self.title, self.text)
        object.__setattr__(self, "id", identity)
