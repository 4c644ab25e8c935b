"""The example story: every phenomenon of the reading guide stands where the record says it does."""

import html
import json
import re
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGES = sorted((EXAMPLES / "dispatches").iterdir())
ENTRIES: list[dict[str, object]] = json.loads(
    (EXAMPLES / "phenomena.json").read_text(encoding="utf-8")
)

LABELS = {
    "form": "direct mixed indirect",
    "act": "says claims confirms denies declines asks demands proposes promises predicts warns "
    "believes knows wants supports opposes decides shows",
    "mark": "negated hedged",
    "content": "several_pieces resumed_quotation across_sentences multi_paragraph_quotation "
    "quotation_within_quotation",
    "source": "pronoun description none",
    "said_on": "day relative_day month year",
    "entity": "person organisation outlet government document unnamed",
    "chain": "1_hop 2_hops 3_hops 4_hops 5_hops reports interviewed quotes cites relays",
    "basis": "interview statement press_conference speech social_media document court poll "
    "broadcast other_outlet unnamed_source observed unstated",
    "response": "confirms partly_confirms denies disputes neither_confirms_nor_denies declines "
    "no_response_yet not_reached retracts through_spokesperson",
    "absence": "no_direct_quote no_evidence no_details no_date no_independent_confirmation",
    "position": "supports:first_hand opposes:first_hand conditional:first_hand open:first_hand "
    "supports:second_hand opposes:second_hand conditional:second_hand open:second_hand",
    "check": "role_conflict date_conflict number_conflict quote_conflict headline_overreach "
    "stale_no_comment quote_drift chain_conflict lost_attribution",
    "status": "reported unanswered neither_confirmed_nor_denied confirmed_by denied_by disputed "
    "retracted",
    "origin": "wire_copy same_interview",
}
PHENOMENA = {f"{group}:{name}" for group, names in LABELS.items() for name in names.split()}
PHENOMENA |= {"nested", "addressee", "role"}

CROSS_ARTICLE_CHECKS = {"stale_no_comment", "quote_drift", "chain_conflict", "lost_attribution"}

REAL_NAMES = (
    "Trump Putin Biden Zelensky Kremlin Moscow Kyiv Ukraine Russia Washington Brussels NATO Europe "
    "London Paris Berlin Egypt Ethiopia Sudan Nile India Pakistan Turkey Iraq Israel Gaza "
    "Reuters AFP Bloomberg BBC CNN Blitz Twitter Facebook Telegram Google"
).split()


def read_plain(page: Path) -> str:
    """The page's words: no tags, entities resolved, white space collapsed."""
    text = page.read_text(encoding="utf-8")
    if page.suffix == ".html":
        text = re.sub(r"<(script|style)\b.*?</\1>", " ", text, flags=re.DOTALL)
        text = html.unescape(re.sub(r"<[^>]+>", "", text))
    return " ".join(text.split())


def count_prose_words(page: Path) -> int:
    """Words in paragraphs of eight words or more, furniture around the article left out."""
    text = page.read_text(encoding="utf-8")
    if page.suffix == ".html":
        text = re.sub(r"<(nav|footer|aside)\b.*?</\1>", " ", text, flags=re.DOTALL)
        paragraphs = re.findall(r"<p\b[^>]*>(.*?)</p>", text, flags=re.DOTALL)
    else:
        paragraphs = text.splitlines()
    counts = [len(re.sub(r"<[^>]+>", "", paragraph).split()) for paragraph in paragraphs]
    return sum(count for count in counts if count >= 8)


def flatten_passages() -> list[tuple[str, str, str]]:
    """Phenomenon, file and passage of every entry, second passages included."""
    return [
        (str(entry["phenomenon"]), str(passage["file"]), str(passage["exact"]))
        for entry in ENTRIES
        for passage in (entry, entry.get("against"))
        if isinstance(passage, dict)
    ]


def test_every_passage_stands_in_its_page() -> None:
    texts = {page.name: read_plain(page) for page in PAGES}
    missing = [passage for passage in flatten_passages() if passage[2] not in texts[passage[1]]]
    assert not missing


def test_every_label_of_the_reading_guide_has_a_passage() -> None:
    found = {str(entry["phenomenon"]) for entry in ENTRIES}
    assert not PHENOMENA - found
    assert all(name.startswith("hard:") for name in found - PHENOMENA)


def test_labels_that_the_records_know_are_all_listed() -> None:
    from onrecord.records import Act, EntityKind, Form

    assert set(LABELS["form"].split()) == {form.value for form in Form}
    assert set(LABELS["act"].split()) == {act.value for act in Act}
    assert set(LABELS["entity"].split()) == {kind.value for kind in EntityKind}


def test_a_check_names_two_passages_in_the_right_number_of_articles() -> None:
    for entry in ENTRIES:
        group, _, kind = str(entry["phenomenon"]).partition(":")
        if group != "check":
            continue
        against = entry["against"]
        assert isinstance(against, dict)
        assert (entry["file"], entry["exact"]) != (against["file"], against["exact"])
        assert (entry["file"] != against["file"]) == (kind in CROSS_ARTICLE_CHECKS), entry


def test_every_page_carries_phenomena_and_is_named_in_the_readme() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    used = {file for _, file, _ in flatten_passages()}
    assert used == {page.name for page in PAGES}
    assert [page.name for page in PAGES if readme.count(f"`{page.name}`") < 2] == []


def test_the_readme_table_says_what_the_json_says() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in readme.splitlines() if line.startswith("| `")]
    table = [(row[0].strip("| `"), row[1].strip("`"), row[2]) for row in rows if len(row) == 4]
    listed = [(str(e["phenomenon"]), str(e["file"]), str(e["exact"])) for e in ENTRIES]
    assert [row for row in table if ":" in row[0] or row[0] in PHENOMENA] == listed


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_has_the_length_and_the_date_of_a_real_one(page: Path) -> None:
    assert 350 <= count_prose_words(page) <= 900
    year, month, day = page.name[:10].split("-")
    written = rf"{int(day)} (?:March|Mar) {year}|March 0?{int(day)}, {year}"
    stamped = f"{year}-{month}-{day}"
    raw = page.read_text(encoding="utf-8")
    assert re.search(written, raw) or stamped in raw


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_nothing_of_the_real_world_and_loads_nothing(page: Path) -> None:
    raw = page.read_text(encoding="utf-8")
    assert [name for name in REAL_NAMES if re.search(rf"\b{name}", raw)] == []
    hosts = set(re.findall(r"https?://([\w.-]+)", raw))
    vocabularies = {"schema.org", "ogp.me"}
    assert all(host.endswith(".example") for host in hosts - vocabularies), hosts
    assert not re.search(r"<(?:img|iframe|link[^>]+stylesheet|script[^>]+src)\b", raw)


def test_no_page_repeats_a_paragraph_and_only_the_rewrites_share_sentences() -> None:
    first_seen: dict[str, str] = {}
    for page in PAGES:
        text = read_plain(page)
        sentences = [s for s in re.split(r"(?<=[.?!])[”’\"']?\s+", text) if len(s.split()) >= 10]
        for sentence in sentences:
            earlier = first_seen.setdefault(sentence, page.name)
            shares_the_wire = "lowland-daily" in page.name and earlier != page.name
            assert earlier == page.name or shares_the_wire, (sentence, earlier, page.name)
        assert len(sentences) == len(set(sentences)), page.name


def test_about_half_of_the_pages_are_html() -> None:
    html_pages = [page for page in PAGES if page.suffix == ".html"]
    assert len(PAGES) >= 10
    assert 0.4 <= len(html_pages) / len(PAGES) <= 0.6
