"""The ten commonest tasks of an editor at the desk, three of them by keyboard alone."""

import re
from collections import Counter

from playwright.sync_api import Page, expect

from browser.conftest import Desk

CALL = "had talked by telephone with Kelmaran President Ilran Vesk"


def test_find_a_claim_while_typing_and_see_what_stands_behind_it(desk: Desk) -> None:
    page = desk.open("/")
    page.get_by_label("Words in a claim").press_sequentially("telephone Kelmaran", delay=15)
    rows = page.locator("#found .claim-row")
    expect(rows).not_to_have_count(25)
    expect(rows.first).to_contain_text(CALL)
    assert "q=telephone" in page.url
    page.get_by_role("link", name=CALL).click()
    expect(page.locator(".verdict")).to_contain_text("confirmed by Neda Orlasca")
    expect(page.get_by_role("heading", name="Origin 1")).to_be_visible()
    expect(page).to_have_title(re.compile(r"had talked by telephone.* · onrecord"))
    assert desk.find_violations() == []


def test_see_how_a_claim_stood_on_an_earlier_day(desk: Desk) -> None:
    page = desk.open("/?q=telephone+Vesk")
    page.get_by_role("link", name=CALL).first.click()
    page.get_by_role("link", name=re.compile("4 Mar 2025.*unanswered")).click()
    expect(page.locator(".verdict")).to_contain_text("unanswered at the end of 4 March 2025")
    expect(page.get_by_text("acknowledged")).to_have_count(0)
    page.get_by_role("link", name="all days").click()
    expect(page.locator(".verdict")).to_contain_text("confirmed")


def test_go_from_a_report_to_its_words_in_the_article(desk: Desk) -> None:
    page = desk.open("/?q=telephone+Vesk")
    page.get_by_role("link", name=CALL).first.click()
    report = page.locator(".report .passage").first
    words = report.inner_text()
    report.click()
    page.wait_for_url(re.compile(r"/articles/art_.*#r1-p\d+"))
    target = page.evaluate(
        "document.querySelector(':target').closest('.row, article, main').innerText"
    )
    assert words.split()[-1] in target
    assert page.evaluate(
        "document.querySelector(':target').getBoundingClientRect().top < innerHeight"
    )


def test_cite_a_claim_as_of_a_day(desk: Desk) -> None:
    page = desk.open("/?q=telephone+Vesk")
    page.get_by_role("link", name=CALL).first.click()
    page.get_by_role("link", name=re.compile("4 Mar 2025")).click()
    address = page.locator(".cite .address").input_value()
    assert re.fullmatch(
        rf"{re.escape(desk.address)}/claims/clm_[0-9a-f]{{16}}\?as_of=2025-03-04", address
    )
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == address


def test_narrow_a_search_down_and_subscribe_to_it(desk: Desk) -> None:
    page = desk.open("/search?q=telephone")
    page.locator(".facets").get_by_role("link", name=re.compile("Neda Orlasca")).click()
    expect(page.locator(".found b")).to_have_text("2")
    expect(page.locator(".found-passage")).to_have_count(2)
    feed = page.get_by_role("link", name="this search as a feed").get_attribute("href")
    assert "<entry>" in page.request.get(desk.address + str(feed)).text()
    assert desk.find_violations() == []


def test_see_a_story_and_open_who_stands_where(desk: Desk) -> None:
    page = desk.open("/story")
    page.get_by_role("link", name=re.compile("^Neda Orlasca")).click()
    expect(page.get_by_role("columnheader", name="Answered")).to_be_visible()
    page.locator(".matrix .cell").first.click()
    expect(page.locator("#opened .passage").first).to_be_visible()
    assert "/story" in page.url
    page.get_by_text("The same as a table").click()
    expect(page.locator(".twin table")).to_be_visible()
    assert desk.find_violations() == []


def test_see_what_a_source_denied(desk: Desk) -> None:
    page = desk.open("/sources")
    page.get_by_role("link", name="Neda Orlasca", exact=True).click()
    page.get_by_role("navigation", name="What is shown").get_by_text("denied or declined").click()
    acts = page.locator(".day-group .act").all_inner_texts()
    assert acts
    assert all(re.search("den|declin", one, re.IGNORECASE) for one in acts)
    assert desk.find_violations() == []


def stop_of(page: Page) -> str:
    """Where the walk is now: the one card that is marked, in view, with its passage lit."""
    at = page.locator("[data-stop].at")
    expect(at).to_have_count(1)
    expect(at).to_be_in_viewport()
    stop = str(at.get_attribute("data-stop"))
    lit = page.locator(".lit")
    assert lit.count() == page.locator(f".lit.r1a{stop}").count() > 0
    return stop


def test_walk_through_an_article_by_keyboard_alone(desk: Desk) -> None:
    page = desk.open("/articles")
    rows = page.locator("[data-row]")
    second = rows.nth(1).get_by_role("link").first.get_attribute("href")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{second}")
    stops = page.locator("[data-stop]").evaluate_all("all => all.map(one => one.dataset.stop)")
    walked = []
    for key in "jjjk":
        page.keyboard.press(key)
        walked.append(stop_of(page))
    assert walked == [stops[0], stops[1], stops[2], stops[1]]
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert desk.find_violations() == []


def test_go_round_the_passages_of_one_source_by_keyboard_alone(desk: Desk) -> None:
    page = desk.open("/articles")
    paths = page.locator("main a[href^='/articles/']").evaluate_all(
        "all => all.map(one => one.getAttribute('href'))"
    )
    for path in dict.fromkeys(paths):
        pairs = (
            desk.open(path)
            .locator("[data-speaker]")
            .evaluate_all("all => all.map(one => [one.dataset.stop, one.dataset.speaker])")
        )
        speaker, total = Counter(one for _, one in pairs).most_common(1)[0]
        ring = [stop for stop, one in pairs if one == speaker]
        is_apart = [stop for stop, _ in pairs][:total] != ring
        if total > 2 and is_apart:
            break
    assert total > 2
    assert is_apart
    while page.locator(f"[data-speaker='{speaker}'].at").count() == 0:
        page.keyboard.press("j")
    assert stop_of(page) == ring[0]
    walked = []
    for key in "n" * total + "pp":
        page.keyboard.press(key)
        walked.append(stop_of(page))
    assert walked == [*ring[1:], ring[0], ring[-1], ring[-2]]


def test_decide_about_suggestions_by_keyboard_alone(desk: Desk) -> None:
    page = desk.open("/")
    page.keyboard.press("g")
    page.keyboard.press("r")
    page.wait_for_url("**/review")
    assert desk.find_violations() == []
    first = page.locator("input[name=match]").first.input_value()
    page.keyboard.press("a")  # The name is missing: the browser asks for it.
    page.keyboard.type("Ada Quill")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    expect(page.locator(".progress-line")).to_contain_text("1 of")
    second = page.locator("input[name=match]").first.input_value()
    assert second != first
    page.keyboard.press("r")
    expect(page.locator(".progress-line")).to_contain_text("2 of")
    page.keyboard.press("z")
    expect(page.locator(".progress-line")).to_contain_text("1 of")
    assert page.locator("input[name=match]").first.input_value() == second
    page.keyboard.press("s")
    page.wait_for_url("**/review?skip=*")
    assert page.locator("input[name=match]").first.input_value() not in {first, second}
    page.keyboard.press("u")
    expect(page.locator(".progress-line")).to_contain_text("2 of")
    made = page.request.get(f"{desk.address}/review/judgements.jsonl").text()
    assert made.count('"who": "Ada Quill"') == 4


def test_add_a_text_by_keyboard_alone_and_see_it_read(desk: Desk) -> None:
    page = desk.open("/")
    page.keyboard.press("g")
    page.keyboard.press("a")
    page.wait_for_url("**/add")
    assert desk.find_violations() == []
    while page.evaluate("document.activeElement.id") != "text":
        page.keyboard.press("Tab")
    page.keyboard.insert_text(
        "Council denies plan to close bridge\n4 March 2031\n\n"
        "Ana Ruiz, a councillor, said that the Tarn bridge would close in May. "
        "“We never planned it,” Bela Horn, the mayor, said on Tuesday.\n"
    )
    while page.evaluate("document.activeElement.innerText") != "Read and put on record":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/articles/art_"), timeout=20_000)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Council denies plan")
    expect(page.locator(".card").first).to_contain_text("Ana Ruiz")
    assert desk.find_violations() == []


def test_the_colours_that_were_chosen_stay(desk: Desk) -> None:
    page = desk.open("/")
    page.get_by_role("button", name=re.compile("Colours")).click()
    page.get_by_role("button", name="Colours: light").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.goto(f"{desk.address}/method")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 23, 26)"
    assert desk.find_violations() == []


def test_name_another_source_by_keyboard_alone_and_take_it_back(desk: Desk) -> None:
    page = desk.open("/review")
    match = page.locator("input[name=match]").first.input_value()
    page.keyboard.press("e")
    chooser = page.locator(".edit-source select").first
    expect(chooser).to_be_focused()
    assert desk.find_violations() == []
    page.keyboard.press("ArrowDown")
    chosen = chooser.evaluate("one => one.selectedOptions[0].text")
    while page.evaluate("document.activeElement.innerText") != "Record":
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "who":
            page.keyboard.type("Ben Marsh")
    page.keyboard.press("Enter")
    expect(page.locator(".undo")).to_contain_text(f"the source is {chosen.split(' (')[0]}")
    assert page.locator("input[name=match]").first.input_value() == match
    page.keyboard.press("z")
    expect(page.get_by_text("the source is")).to_have_count(0)
    assert desk.find_violations() == []
