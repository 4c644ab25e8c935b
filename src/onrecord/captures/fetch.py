"""Fetches one page from the web as a capture: robots.txt, redirects, retries, refusals.

Only http and https, only public addresses, on every hop (`addresses`, `weburls`, `exchange`).
A host is resolved once for a whole fetch. The whole fetch, with its redirects, retries and
waits, ends after the time of `total_seconds`.
"""

import datetime
import email.utils
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.captures.addresses import Resolver, find_addresses, resolve_host
from onrecord.captures.exchange import BrokenExchangeError, Deadline, Reply, open_reply
from onrecord.captures.robots import MAX_ROBOTS_BYTES, allows, parse_robots
from onrecord.captures.signatures import check_text
from onrecord.captures.weburls import WebUrl, join_location, parse_url
from onrecord.errors import CaptureError
from onrecord.records import Capture
from onrecord.settings import FetchSettings

if TYPE_CHECKING:
    from protego import Protego

MAX_WAIT = 30.0
"""Seconds waited at most before another attempt; a server that asks for more is not asked again."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TEXT_TYPES = frozenset(
    {"", "application/xhtml+xml", "application/xml", "application/octet-stream"}
)
# Strict, because messages repeat them on the terminal.
_MEDIA_TYPE = re.compile(r"\s*([\w.+-]+/[\w.+-]+)\s*(?:[;,]|$)", re.ASCII)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]+)", re.ASCII | re.IGNORECASE)
_SAVE_IT = "save the page in a browser and read the file"
_STATUS_ADVICE = {
    401: f"it asks for a login, which onrecord has not; {_SAVE_IT}",
    402: f"it stands behind a paywall; with a subscription, {_SAVE_IT}",
    403: f"the server refuses programs or readers from here; {_SAVE_IT}",
    404: "there is no such page; check the address",
    410: "the page was taken down; look for it in a web archive",
    429: "the server asks for fewer requests; try again later",
    451: f"the page is withheld for legal reasons, perhaps only in this country; {_SAVE_IT}",
}


@dataclass(frozen=True, slots=True)
class _Answer:
    url: WebUrl
    status: int
    headers: Mapping[str, str]
    body: bytes


_BodyReader = Callable[[Reply, FetchSettings], bytes]


@dataclass(frozen=True, slots=True)
class _Journey:
    """What one fetch goes by, and what it has learnt: the hosts resolved, the rules read."""

    settings: FetchSettings
    resolve: Resolver
    sleep: Callable[[float], None]
    deadline: Deadline
    addresses: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rules: dict[str, "Protego"] = field(default_factory=dict)


def fetch_url(
    url: str,
    settings: FetchSettings,
    *,
    fetched_at: datetime.datetime,
    resolve: Resolver = resolve_host,
    sleep: Callable[[float], None] = time.sleep,
) -> Capture:
    """Fetch a page; its origin is the address as given, its url where it finally came from.

    Args:
        url: an absolute http or https address.
        settings: timeouts and limits, and whether robots.txt is asked.
        fetched_at: the instant to record.
        resolve: host name to addresses; asked once a host.
        sleep: waits between attempts.

    Raises:
        CaptureError: refused (scheme, address, robots.txt, content type, size), not found, not
            reachable, or any status but success; the message says which and what to do.
    """
    start = parse_url(url)
    seconds = total_seconds(settings)
    journey = _Journey(settings, resolve, sleep, Deadline(time.monotonic() + seconds, seconds))
    answer = _follow(journey, start, _read_page, ask_robots=settings.honour_robots)
    if not _is_success(answer.status):
        raise CaptureError(_describe_status(answer))
    media_type, charset = _read_content_type(answer.headers)
    check_text(answer.body, str(answer.url), charset=charset)
    return Capture(
        origin=url,
        body=answer.body,
        fetched_at=fetched_at,
        url=str(answer.url),
        media_type=media_type,
        charset=charset,
    )


def total_seconds(settings: FetchSettings) -> float:
    """How long a whole fetch may take: a connection and four full waits for data."""
    return settings.connect_timeout + 4 * settings.read_timeout


def _follow(
    journey: _Journey, start: WebUrl, read_body: _BodyReader, *, ask_robots: bool
) -> _Answer:
    """Ask for a page and follow its redirects, each of them checked like the first address."""
    url = start
    seen: set[WebUrl] = set()
    for _ in range(journey.settings.max_redirects + 1):
        if ask_robots:
            _check_robots(journey, url)
        answer = _ask(journey, url, read_body)
        if answer.status not in _REDIRECTS:
            return answer
        location = answer.headers.get("location", "")
        if not location:
            raise CaptureError(f"{url} redirects (HTTP {answer.status}) without saying where to")
        seen.add(url)
        url = join_location(url, location)
        if url in seen:
            raise CaptureError(
                f"{start} redirects in a circle, back to {url}: the site may want cookies; "
                f"{_SAVE_IT}"
            )
    raise CaptureError(
        f"{start} redirects more than {journey.settings.max_redirects} times: give the address "
        "that a browser ends up at"
    )


def _ask(journey: _Journey, url: WebUrl, read_body: _BodyReader) -> _Answer:
    """Ask until there is an answer that another attempt would not better, or no time for one."""
    settings = journey.settings
    addresses = _look_up(journey, url)
    attempts = 0
    while True:
        wait = settings.backoff * 2**attempts
        attempts += 1
        outcome: _Answer | BrokenExchangeError
        try:
            with open_reply(url, addresses, settings, journey.deadline) as reply:
                body = read_body(reply, settings) if _is_success(reply.status) else b""
                outcome = _Answer(url, reply.status, reply.headers, body)
        except BrokenExchangeError as error:
            outcome = error
        else:
            if not _is_worth_retrying(outcome.status):
                return outcome
            wait = max(wait, _read_retry_after(outcome.headers))
        if attempts > settings.retries or wait > min(MAX_WAIT, journey.deadline.remaining(url)):
            break
        journey.sleep(wait)
    if isinstance(outcome, BrokenExchangeError):
        raise CaptureError(str(outcome)) from outcome
    return outcome


def _look_up(journey: _Journey, url: WebUrl) -> tuple[str, ...]:
    if url.host not in journey.addresses:
        journey.addresses[url.host] = find_addresses(
            url.host, journey.resolve, allow_private=journey.settings.allow_private
        )
    return journey.addresses[url.host]


def _check_robots(journey: _Journey, url: WebUrl) -> None:
    """Raise CaptureError where the site's robots.txt does not allow the page.

    After RFC 9309, section 2.3.1: without a robots.txt (4xx) everything is allowed, and one that
    cannot be had (5xx, also 429; no connection) counts as forbidding everything.
    """
    if url.site not in journey.rules:
        robots_url = WebUrl(url.scheme, url.host, url.port, "/robots.txt")
        answer = _follow(journey, robots_url, _read_rules, ask_robots=False)
        if _is_worth_retrying(answer.status):
            raise CaptureError(
                f"{url} was not fetched: {robots_url}, which says whether it may be, "
                f"answers HTTP {answer.status}; try again later"
            )
        journey.rules[url.site] = parse_robots(answer.body)
    if not allows(journey.rules[url.site], str(url), journey.settings.user_agent):
        raise CaptureError(
            f"{url} was not fetched: {url.site}/robots.txt asks programs to leave it alone; "
            f"{_SAVE_IT}"
        )


def _read_rules(reply: Reply, _settings: FetchSettings) -> bytes:
    return reply.read(MAX_ROBOTS_BYTES)


def _read_page(reply: Reply, settings: FetchSettings) -> bytes:
    """Read the body, unless its head already says that it is not text or too large."""
    media_type, _ = _read_content_type(reply.headers)
    if not media_type.startswith("text/") and media_type not in _TEXT_TYPES:
        raise CaptureError(
            f"{reply.url} is {media_type}, not a page of text: give the address of the article"
        )
    limit = settings.max_body_bytes
    body = b""
    if reply.announced_bytes <= limit:
        body = reply.read(limit)
    if max(reply.announced_bytes, len(body)) > limit:
        raise CaptureError(
            f"{reply.url} is larger than {limit / 1024 / 1024:g} MB, the most that is taken in: "
            f"{_SAVE_IT}, or allow more"
        )
    return body


def _is_success(status: int) -> bool:
    return 200 <= status < 300 and status != 206  # no part of a page was asked for


def _is_worth_retrying(status: int) -> bool:
    return status == 429 or status >= 500


def _read_content_type(headers: Mapping[str, str]) -> tuple[str, str]:
    """Media type and charset of a Content-Type header, each "" where it is not given."""
    content_type = headers.get("content-type", "")
    media_type, charset = _MEDIA_TYPE.match(content_type), _CHARSET.search(content_type)
    return media_type.group(1).lower() if media_type else "", charset.group(1) if charset else ""


def _read_retry_after(headers: Mapping[str, str]) -> float:
    """Seconds that a Retry-After header asks for, given in seconds or as a date; 0 without one."""
    asked = headers.get("retry-after", "").strip()
    if asked.isdecimal():
        return float(asked)
    try:
        until = email.utils.parsedate_to_datetime(asked)
    except ValueError:
        return 0.0
    if until.tzinfo is None:  # "-0000": UTC without saying so
        until = until.replace(tzinfo=datetime.UTC)
    return max(0.0, (until - datetime.datetime.now(datetime.UTC)).total_seconds())


def _describe_status(answer: _Answer) -> str:
    advice = _STATUS_ADVICE.get(answer.status, "")
    if not advice:
        advice = "the server failed; try again later" if answer.status >= 500 else _SAVE_IT
    wait = _read_retry_after(answer.headers)
    asked = f" (it asks to wait {wait:.0f} s)" if wait else ""
    return f"{answer.url} answers HTTP {answer.status}: {advice}{asked}"
