from pathlib import Path

import pytest

from browser.chromium import measure, visit
from onrecord.export.report import render_report
from unit.export.sample_reading import SAMPLE, plain_reading, small_reading

LONG = "Hafen" * 40
AWKWARD = small_reading(
    f"{LONG} said that https://tarn.example/{LONG.lower()} was down.\n\nדובר אמר שירד גשם.",
    LONG,
    "said",
    f"that https://tarn.example/{LONG.lower()} was down",
    url=f"https://tarn.example/{LONG}",
    publisher=LONG,
)
PAGE = render_report([SAMPLE, AWKWARD, plain_reading("It rained.")])

OVERFLOW = "page.documentElement.scrollWidth - page.documentElement.clientWidth"
LOOSE_LINKS = """[...page.querySelectorAll('a[href^="#"]')]
  .map(link => link.getAttribute('href')).filter(href => !page.querySelector(href))"""
# The first card must stand beside its paragraph on a desk and below it on a phone.
CARD_PLACE = """(() => {
  const prose = page.querySelector('.prose').getBoundingClientRect();
  const card = page.querySelector('.card').getBoundingClientRect();
  return [card.left >= prose.right, card.top >= prose.bottom];
})()"""
OVERLAPS = """(() => {
  const boxes = [...page.querySelectorAll('.card')].map(card => card.getBoundingClientRect());
  return boxes.slice(1).filter((box, place) => box.top < boxes[place].bottom).length;
})()"""


def test_the_page_opens_without_a_complaint_and_asks_for_nothing(tmp_path: Path) -> None:
    opened = visit(PAGE, tmp_path)
    assert "onrecord never says true or false." in opened.dom
    assert opened.console == ()
    assert opened.requests == ()


def test_a_page_that_does_ask_and_breaks_its_own_rules_would_be_noticed(tmp_path: Path) -> None:
    lax = PAGE.replace("default-src 'none'", "default-src 'none'; img-src http:")
    opened = visit(
        lax.replace("</main>", '<p style="color: red"><img src="http://[::1]:9/x.png"></p></main>'),
        tmp_path,
    )
    assert "http://[::1]:9/x.png" in opened.requests
    assert any("Content Security Policy" in line for line in opened.console)


@pytest.mark.parametrize(("width", "beside"), [(320, False), (360, False), (1280, True)])
def test_nothing_sticks_out_cards_keep_apart_and_every_link_leads_somewhere(
    width: int, beside: bool, tmp_path: Path
) -> None:
    wanted = f"[{OVERFLOW}, {LOOSE_LINKS}, {OVERLAPS}, {CARD_PLACE}]"
    assert measure(PAGE, wanted, width, tmp_path) == [0, [], 0, [beside, not beside]]


def test_the_page_begins_with_the_claims_and_positions_are_a_table_on_a_phone_too(
    tmp_path: Path,
) -> None:
    order = """[...page.querySelectorAll('section')].map(one => one.getBoundingClientRect().top)"""
    roles = """['table', 'row', 'rowheader', 'cell'].map(
      role => page.querySelectorAll(`.positions[role=${role}], .positions [role=${role}]`).length)"""
    measured = measure(render_report([SAMPLE]), f"[{order}, {roles}]", 320, tmp_path)
    assert isinstance(measured, list)
    tops, found = measured
    assert tops == sorted(tops)
    assert found == [1, 1 + len(SAMPLE.positions), 2, 3 * len(SAMPLE.positions)]
