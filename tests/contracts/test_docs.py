"""The docs lead where they say, and the README gives the model card's figures."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / folder / "README.md" for folder in ("examples", "training", "evaluation/labels")),
    ]
)
MODEL = ROOT / "src/onrecord/data/model"


def list_links(page: Path) -> Iterator[tuple[str, str]]:
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if "://" not in link:
            where, _, anchor = link.partition("#")
            yield where, anchor


def list_anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).strip().replace(" ", "-") for one in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    for where, anchor in list_links(page):
        target = page.parent / where if where else page
        assert target.exists(), where
        assert not anchor or anchor in list_anchors(target), (where, anchor)


def test_the_pages_link_to_each_other() -> None:
    assert sum(len(list(list_links(page))) for page in PAGES) > 20


def find_row(page: str, first: str) -> list[str]:
    """The figures of a table's row in a page, by how its first cell begins."""
    text = (ROOT / page).read_text("utf-8")
    (row,) = re.findall(rf"^\| {re.escape(first)}(.*)$", text, re.MULTILINE)
    return re.findall(r"\d+(?:\.\d+)?", row)


def test_the_readme_gives_the_held_back_figures_of_the_model_card() -> None:
    card = "docs/model.md"
    entity = find_row(card, "source → right entity")
    said_on = find_row(card, "`said_on` right")
    days = find_row(card, "days of saying")
    plain = find_row(card, "chain wholly right, rows drawn evenly")
    several = find_row(card, "chain wholly right, two hops and more")
    answers = find_row(card, "responses, kind and passage")
    missing = find_row(card, "absences")
    positions = find_row(card, "positions, party and stance")
    assert find_row("README.md", "who the source is") == entity[-2:]
    assert find_row("README.md", "day of saying") == said_on[-2:] + days[-3:-1]
    assert find_row("README.md", "chain wholly right") == [*plain[-2:], *several[-2:]]
    shown = find_row("README.md", "answers")
    assert [shown[0], *shown[2:]] == [f"{float(one):.0f}" for one in answers[-3:]]
    assert find_row("README.md", "what the article says is missing") == missing[-3:-1]
    shown = find_row("README.md", "positions")
    assert [shown[0], *shown[2:]] == positions[-3:]


def test_the_docs_give_the_size_of_the_model_that_ships() -> None:
    size = f"{sum(file.stat().st_size for file in MODEL.iterdir()) / 1e6:.0f} MB"
    assert f"a {size} model" in (ROOT / "README.md").read_text("utf-8")
    assert f"{size} in all" in (ROOT / "docs/model.md").read_text("utf-8")
