from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser.desk import find_chromium, open_browser, serve
from onrecord.web.app import make_app
from onrecord.web.settings import WebSettings
from story_ledger import copy_story

AXE = Path(__file__).parent / "vendor/axe.min.js"


@dataclass
class Desk:
    """A page of the desk that is open in a browser, with everything that it complained about."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a path of the desk."""
        self.page.goto(self.address + path)
        return self.page

    def find_violations(self) -> list[str]:
        """What axe-core holds against the page as it is now."""
        self.page.evaluate(AXE.read_text("utf-8"))
        found = self.page.evaluate("axe.run()")["violations"]
        return [
            f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:200]} {one['nodes'][0].get('failureSummary')}"
            for one in found
        ]

    @property
    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        return int(self.page.evaluate(wide))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if find_chromium() is None:
        pytest.skip(
            "no Chromium here: on Debian, apt-get install chromium (or tests/install_browser.sh)"
        )
    with open_browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def story_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The desk over the example story; each test leaves it as it was but for judgements."""
    path = copy_story(tmp_path_factory.mktemp("story"))
    with serve(make_app(WebSettings(ledger=path, reader="rules"))) as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def desk(context: BrowserContext, story_address: str) -> Iterator[Desk]:
    """The desk over the story; at the end there must be no complaint."""
    with open_desk(context, story_address) as desk:
        yield desk


@contextmanager
def open_desk(context: BrowserContext, address: str) -> Iterator[Desk]:
    """A desk in a page of its own; at the end there must be no complaint."""
    desk = Desk(context.new_page(), address)
    desk.page.on(
        "console",
        lambda message: (
            desk.complaints.append(message.text) if message.type in {"error", "warning"} else None
        ),
    )
    desk.page.on("pageerror", lambda error: desk.complaints.append(str(error)))
    desk.page.on("requestfailed", lambda one: desk.complaints.append(f"{one.url} {one.failure}"))
    desk.page.on(
        "request",
        lambda one: (
            desk.complaints.append(f"asked for {one.url}")
            if not one.url.startswith((address, "data:"))
            else None
        ),
    )
    yield desk
    assert [one for one in desk.complaints if "ERR_ABORTED" not in one] == []
