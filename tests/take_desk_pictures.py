"""Pictures of the desk over the example story: ``python tests/take_desk_pictures.py [FOLDER]``.

Without a folder the two of the README are taken again; with one, every page at three widths in
both themes, to look at.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

sys.path.insert(0, str(Path(__file__).parent))

from browser.desk import find_chromium, open_browser, serve
from onrecord.web.app import make_app
from onrecord.web.settings import WebSettings
from story_ledger import copy_story

IMAGES = Path(__file__).parents[1] / "docs/images"
WIDTHS = {"desk": 1440, "tablet": 900, "phone": 360}
TALLEST = 2600
README = (("claim", "light", 1280, 800), ("story", "dark", 1280, 800))


def main() -> int:
    """Take the pictures."""
    if find_chromium() is None:
        print("chromium is missing: on Debian, apt-get install chromium", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        app = make_app(WebSettings(ledger=copy_story(Path(folder)), reader="rules"))
        with serve(app) as address, open_browser() as browser:
            pages = list_pages(browser, address)
            if len(sys.argv) > 1:
                take_all(browser, pages, Path(sys.argv[1]), sys.argv[2:])
                return 0
            IMAGES.mkdir(parents=True, exist_ok=True)
            for name, theme, width, height in README:
                take(browser, pages[name], IMAGES / f"desk-{name}.png", theme, (width, height))
    return 0


def list_pages(browser: Browser, address: str) -> dict[str, str]:
    """The addresses of the pages, by what they show."""
    page = browser.new_page()
    page.goto(f"{address}/?q=talked+telephone")
    claim = page.locator("a[data-open]").first.get_attribute("href")
    page.goto(f"{address}/articles")
    article = page.locator("main a[href^='/articles/art']").nth(3).get_attribute("href")
    page.goto(f"{address}/articles?publisher=Lowland")
    twice = page.locator("main a[href^='/articles/art']").first.get_attribute("href")
    page.close()
    paths = {
        "claims": "/", "claim": claim, "reader": article, "story": "/story?q=Orlasca",
        "story-start": "/story", "source": "/sources/Neda%20Orlasca", "sources": "/sources",
        "search": "/search?q=telephone", "queue": "/review", "add": "/add", "method": "/method",
        "articles": "/articles", "versions": f"{twice}/versions", "changes": "/changes",
        "nothing": "/?q=xylophone", "fault": "/nowhere", "api": "/api/v1",
    }  # fmt: skip
    return {name: address + str(path) for name, path in paths.items()}


def take_all(browser: Browser, pages: dict[str, str], folder: Path, only: list[str]) -> None:
    """Every page, whole up to a height, in both themes and all widths."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, address in pages.items():
        for size, width in WIDTHS.items():
            for theme in ("light", "dark"):
                if all(one in (name, size, theme) for one in only[:1]) or not only:
                    take(browser, address, folder / f"{name}-{size}-{theme}.png", theme, (width, 0))


def take(browser: Browser, address: str, file: Path, theme: str, size: tuple[int, int]) -> None:
    """One picture; a height of 0 is the page's own."""
    width, height = size
    page = browser.new_page(
        viewport={"width": width, "height": height or 900},
        color_scheme="dark" if theme == "dark" else "light",
    )
    page.goto(address, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    if height:
        page.screenshot(path=file)
    else:
        tall = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": width, "height": min(max(tall, 600), TALLEST)})
        page.screenshot(path=file)
    page.close()


if __name__ == "__main__":
    sys.exit(main())
