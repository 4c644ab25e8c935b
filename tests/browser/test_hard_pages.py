"""Pages at their limits: small screens, words without an end, right-to-left quotes, great length."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from evaluation.synthetic import write_readings
from playwright.sync_api import Browser, BrowserContext, expect

from browser.conftest import Desk, open_desk
from browser.desk import serve
from onrecord.ledger.ledger import open_ledger, store_reading
from onrecord.operations import open_reader, utc_now
from onrecord.pipeline import read
from onrecord.records import Capture
from onrecord.web.app import make_app
from onrecord.web.settings import WebSettings

PATHS = (
    "/", "/?q=telephone", "/?q=xylophone", "/changes", "/story", "/story?q=Orlasca", "/articles", "/sources",
    "/sources/Neda%20Orlasca", "/search?q=telephone", "/review", "/add", "/method", "/api/v1", "/nowhere",
)  # fmt: skip
ENDLESS = "Hafenaufsichtsbehörde" * 12
AWKWARD = (
    f"{ENDLESS} denies everything\n3 March 2031\n\n"
    f"{ENDLESS} said that https://tarn.example/{ENDLESS.lower()} was down.\n\n"
    "Dana Levi said: “הגשר ייסגר במאי, ואיש לא שאל אותנו.”\n\n"
    "Rami Haddad said that “الجسر سيغلق في مايو” and left.\n\n"
    f"Ana Ruiz told {ENDLESS} that the bridge would close. Bela Horn denied it.\n"
)
SENTENCES = (
    "Ana Ruiz, a councillor, said that the bridge over the Tarn would close in May.",
    "“Nobody asked us before the plans were drawn,” Bela Horn, the mayor, told the Tarn Post on Monday.",
    "The council denied that money had been promised, and the river rose a little in the night.",
    "It rained for most of the week, and the market stayed as it had been, with its stalls and its noise.",
    "Officials believe that the works will take until autumn, according to a report by the harbour board.",
)  # fmt: skip
WORDS = 20_000
MOST_LAYOUT_SECONDS = 3.0
MOST_FRAME_MILLISECONDS = 50.0


@pytest.fixture(scope="module")
def awkward_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk with an article that is awkward, twice, and one of twenty thousand words."""
    path = tmp_path_factory.mktemp("awkward") / "awkward.db"
    reader = open_reader("rules")
    repeated = AWKWARD.replace("3 March", "4 March").replace("and left", "and went")
    with open_ledger(path) as ledger:
        for number, text in enumerate((AWKWARD, repeated, write_long(WORDS))):
            capture = Capture(f"{number}.txt", text.encode(), utc_now(), media_type="text/plain")
            store_reading(ledger, capture, read(capture, reader), utc_now())
    with serve(make_app(WebSettings(ledger=path, reader="rules"))) as address:
        yield address


def write_long(words: int) -> str:
    paragraphs, count = [], 0
    while count < words:
        start = len(paragraphs) % len(SENTENCES)
        paragraph = " ".join((SENTENCES[start:] + SENTENCES[:start])[:4])
        name = "".join("bdfgklmnrt"[int(digit)] + "o" for digit in str(len(paragraphs)))
        paragraph = paragraph.replace("bridge", f"{name} bridge").replace("plans", f"{name} plans")
        paragraphs.append(paragraph)
        count += len(paragraph.split())
    return "The bridge over the Tarn\n5 March 2031\n\n" + "\n\n".join(paragraphs) + "\n"


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 320, "height": 568})
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.mark.parametrize(
    "wrong",
    [
        "fetch('/nowhere')",
        "setTimeout(() => { throw new Error('wrong') })",
        "console.warn('wrong')",
        "new Image().src = 'https://elsewhere.example/x.png'",
    ],
)
def test_a_page_that_complains_is_noticed(
    context: BrowserContext, story_address: str, wrong: str
) -> None:
    def look() -> None:
        with open_desk(context, story_address) as desk:
            desk.open("/").evaluate(wrong)
            desk.page.wait_for_timeout(300)

    with pytest.raises(AssertionError):
        look()


def test_no_page_has_to_be_moved_sideways_on_a_small_phone(
    phone: BrowserContext, story_address: str
) -> None:
    desk = Desk(phone.new_page(), story_address)
    for path in (*PATHS, *find_paths(desk)):
        desk.open(path)
        assert desk.overflow <= 0, path


def find_paths(desk: Desk) -> list[str]:
    """A claim and an article."""
    found = []
    for path, wanted in (("/", "a[data-open]"), ("/articles", "main a[href^='/articles/']")):
        found.append(str(desk.open(path).locator(wanted).first.get_attribute("href")))
    return found


@pytest.mark.parametrize(
    ("width", "theme", "paths"),
    [(360, "light", PATHS), (1280, "dark", ("/", "/story?q=Orlasca", "/search?q=telephone"))],
)
def test_no_page_violates_a_rule_of_accessibility(
    browser: Browser, story_address: str, width: int, theme: str, paths: tuple[str, ...]
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if theme == "dark" else "light",
    )
    desk = Desk(context.new_page(), story_address)
    wrong = {}
    for path in (*paths, *find_paths(desk)):
        desk.open(path)
        if found := desk.find_violations():
            wrong[path] = found
    context.close()
    assert wrong == {}


@pytest.mark.parametrize("path", ["/", "/articles", "/sources", "/search", "/story?q=bridge"])
def test_words_without_an_end_break(phone: BrowserContext, awkward_address: str, path: str) -> None:
    desk = Desk(phone.new_page(), awkward_address)
    desk.open(path)
    assert desk.overflow <= 0
    assert desk.find_violations() == []


def test_an_article_with_endless_words_and_other_scripts_is_shown_in_their_direction(
    phone: BrowserContext, awkward_address: str
) -> None:
    with open_desk(phone, awkward_address) as desk:
        page = desk.open("/search?q=%22Dana+Levi%22")
        passage = page.locator(".saying a").first
        assert passage.evaluate("one => getComputedStyle(one).direction") == "rtl"
        passage.click()
        page.wait_for_url("**/articles/art_*")
        assert desk.overflow <= 0
        mixed = page.locator(".prose", has_text="Rami Haddad").first
        assert mixed.evaluate("one => getComputedStyle(one).direction") == "ltr"
        assert desk.find_violations() == []


def test_an_article_of_twenty_thousand_words_is_laid_out_and_scrolled_without_a_stop(
    context: BrowserContext, awkward_address: str
) -> None:
    with open_desk(context, awkward_address) as desk:
        page = desk.open("/articles")
        link = page.get_by_role("link", name="The bridge over the Tarn").get_attribute("href")
        session = context.new_cdp_session(page)
        session.send("Performance.enable")
        page.goto(f"{awkward_address}{link}")
        assert page.locator(".prose").count() > 200
        measured = {
            one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]
        }
        frames = page.evaluate(
            """async () => {
              const times = []; let before = performance.now();
              for (let step = 0; step < 60; step++) {
                scrollBy({top: 900, behavior: 'instant'});
                await new Promise(requestAnimationFrame);
                times.push(performance.now() - before); before = performance.now();
              }
              return times.sort((one, other) => one - other);
            }"""
        )
        layout = measured["LayoutDuration"] + measured["RecalcStyleDuration"]
        print(
            f"layout and style {layout:.2f} s; frames {frames[30]:.0f} ms, late {frames[57]:.0f} ms"
        )
        assert layout < MOST_LAYOUT_SECONDS
        assert frames[30] < MOST_FRAME_MILLISECONDS
        assert page.evaluate("scrollY") > 40_000
        assert desk.overflow <= 0


def test_a_thousand_suggestions_wait_and_the_next_comes_at_once(
    context: BrowserContext, tmp_path: Path
) -> None:
    path = tmp_path / "many.db"
    at = datetime.datetime(2031, 3, 4, tzinfo=datetime.UTC)
    with open_ledger(path) as ledger:
        for one in write_readings(220, seed=1):
            store_reading(ledger, one.capture, one.reading, at)
    app = make_app(WebSettings(ledger=path, reader="rules"))
    # Once, before the first suggestion, the network looks for what is near.
    context.set_default_navigation_timeout(90_000)
    with serve(app) as address, open_desk(context, address) as desk:
        page = desk.open("/review")
        total = int(page.locator(".progress-line p").inner_text().split()[2])
        assert total >= 1000
        page.get_by_label("Your name").first.fill("Ada Quill")
        page.keyboard.press("Escape")
        page.evaluate("document.activeElement.blur()")
        for number in range(1, 6):
            page.keyboard.press("a" if number % 2 else "r")
            expect(page.locator(".progress-line")).to_contain_text(f"{number} of")
        waited = page.evaluate("performance.getEntriesByType('navigation')[0].responseStart")
        assert waited < 1500
        assert desk.overflow <= 0
