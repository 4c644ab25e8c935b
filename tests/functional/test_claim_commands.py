"""`onrecord claims`, `claim`, `changes`, `judge`, on the ledger of the example story."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli import run

STORY = Path(__file__).parents[2] / "examples" / "dispatches"
Ask = Callable[..., str]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("story") / "story.db"
    assert run(["read", str(STORY), "--ledger", str(path), "-o", f"{path}.jsonl"]) == 0
    return str(path)


@pytest.fixture
def ask(story: str, capsys: pytest.CaptureFixture[str]) -> Ask:
    def ask(*arguments: str, status: int = 0) -> str:
        assert run([*arguments, "--ledger", story]) == status
        captured = capsys.readouterr()
        return captured.err if status else captured.out

    return ask


@pytest.fixture
def talk(ask: Ask) -> dict[str, Any]:
    """The central claim: the two leaders talked by telephone."""
    found = json.loads(ask("claims", "talked", "telephone", "Vesk", "--format", "json"))
    return max(found, key=lambda claim: claim["reports"])


def test_the_central_claim_is_confirmed_and_has_two_origins(talk: dict[str, Any]) -> None:
    assert talk["status"] == "confirmed"
    assert {"party": "Neda Orlasca", "kind": "confirms"} in talk["parties"]
    assert (talk["reports"], talk["origins"]) == (9, 2)
    assert (
        talk["title"] == "[Neda Orlasca] had talked by telephone with Kelmaran President Ilran Vesk"
    )


def test_earlier_days_stay_answerable(ask: Ask, talk: dict[str, Any]) -> None:
    seen = {
        day: json.loads(ask("claim", talk["id"], "--as-of", day, "--format", "json"))["status"]
        for day in ("2025-03-02", "2025-03-03", "2025-03-06", "2025-03-07")
    }
    assert seen == {
        "2025-03-02": "unreported", "2025-03-03": "unanswered", "2025-03-06": "unanswered",
        "2025-03-07": "confirmed",
    }  # fmt: skip


def test_the_history_goes_from_report_to_confirmation(ask: Ask, talk: dict[str, Any]) -> None:
    claim = json.loads(ask("claim", talk["id"], "--format", "json"))
    assert [change["status"] for change in claim["history"]] == [
        "reported", "unanswered", "denied", "confirmed",
    ]  # fmt: skip
    assert claim["history"][2]["words"] == "her office denied any conversation"


def test_origins_are_grouped_as_the_story_has_them(ask: Ask, talk: dict[str, Any]) -> None:
    """Everything goes back to Vesk's interview, but for Orlasca's own words."""
    claim = json.loads(ask("claim", talk["id"], "--format", "json"))
    sources = {report["id"]: report["source"] for report in claim["reports"]}
    groups = [{sources[one] for one in origin["reports"]} - {""} for origin in claim["origins"]]
    assert groups == [{"Ilran Vesk"}, {"Neda Orlasca"}]
    assert all(origin["groupings"] for origin in claim["origins"] if len(origin["reports"]) > 1)


def test_a_claim_is_found_by_any_of_its_reports(ask: Ask, talk: dict[str, Any]) -> None:
    claim = json.loads(ask("claim", talk["id"], "--format", "json"))
    for report in claim["reports"]:
        assert json.loads(ask("claim", report["id"], "--format", "json"))["id"] == talk["id"]


def test_a_claim_is_shown_in_words(ask: Ask, talk: dict[str, Any]) -> None:
    lines = ask("claim", talk["id"]).splitlines()
    assert lines[1:3] == [
        "confirmed by Neda Orlasca", f"9 reports, 2 independent origins · {talk['id']}"
    ]  # fmt: skip
    assert "Origin 2: 1 report" in lines


def test_where_nothing_tells_the_origin_it_has_no_number(ask: Ask) -> None:
    listed = ask("claims", "--limit", "0")
    assert "0 independent" not in listed
    found = json.loads(ask("claims", "--format", "json", "--limit", "0"))
    unknown = next(one for one in found if not one["origins"])
    reports = "1 report" if unknown["reports"] == 1 else f"{unknown['reports']} reports"
    assert f" · {reports}, no origin known" in listed
    shown = ask("claim", unknown["id"])
    assert "\nNo origin known: " in shown
    assert "Origin 1" not in shown


def test_a_retraction_is_on_record(ask: Ask) -> None:
    (claim, *_) = json.loads(ask("claims", "soldiers", "down", "--format", "json"))
    assert claim["status"] == "retracted"
    assert json.loads(
        ask("claim", claim["id"], "--as-of", "2025-03-09", "--format", "json")
    )["status"] == "reported"  # fmt: skip


def test_changes_since_a_day_name_the_passage(ask: Ask) -> None:
    changes = json.loads(ask("changes", "--since", "2025-03-10", "--format", "json"))
    assert all(change["day"] >= "2025-03-10" and change["words"] for change in changes)
    assert any(change["status"] == "retracted" for change in changes)


def test_a_judgement_outranks_and_undo_brings_back(ask: Ask, talk: dict[str, Any]) -> None:
    claim = json.loads(ask("claim", talk["id"], "--format", "json"))
    first, second = (
        next(r["id"] for r in claim["reports"] if r["source"] == name)
        for name in ("Ilran Vesk", "Neda Orlasca")
    )
    ask("judge", first, second, "different", "--by", "Ida Bell", "--why", "two calls")
    parted = json.loads(ask("claim", first, "--format", "json"))
    assert second not in {report["id"] for report in parted["reports"]}
    ask("judge", first, second, "undo", "--by", "Ida Bell")
    assert json.loads(ask("claim", first, "--format", "json")) == claim


def test_origins_are_joined_and_parted_by_judgements(ask: Ask, talk: dict[str, Any]) -> None:
    claim = json.loads(ask("claim", talk["id"], "--format", "json"))
    first, second = (origin["reports"][0] for origin in claim["origins"])
    ask("judge", first, second, "one_origin", "--by", "Ida Bell")
    assert json.loads(ask("claim", first, "--format", "json"))["origins"] != claim["origins"]
    ask("judge", first, second, "undo", "--by", "Ida Bell")
    assert json.loads(ask("claim", first, "--format", "json"))["origins"] == claim["origins"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("claim", "clm_nothing"), "'clm_nothing' is not the id of a claim"),
        (("claim", "clm_0000000000000000"), "no claim has the id clm_0000000000000000"),
        (("claim", "clm_"), "several claims begin with"),
        (
            ("judge", "att_00000000", "att_00000001", "same", "--by", "I"),
            "has an id that begins with 'att_00000000': `onrecord attributions` lists",
        ),
    ],
)
def test_mistakes_are_named(ask: Ask, arguments: tuple[str, ...], message: str) -> None:
    assert message in ask(*arguments, status=1)


def test_a_day_that_is_none_is_a_matter_of_usage(ask: Ask) -> None:
    assert "soon" in ask("changes", "--since", "soon", status=2)


def test_nobody_judges_one_report_against_itself(ask: Ask, talk: dict[str, Any]) -> None:
    claim = json.loads(ask("claim", talk["id"], "--format", "json"))
    one = claim["reports"][0]["id"]
    assert "a judgement is about two" in ask("judge", one, one, "same", "--by", "I", status=1)


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv"])
def test_lists_come_in_every_format(ask: Ask, form: str) -> None:
    assert ask("claims", "--format", form, "--limit", "3")
    assert ask("changes", "--since", "2025-03-01", "--format", form, "--limit", "3")


def test_a_story_shows_claims_time_line_and_positions(ask: Ask, talk: dict[str, Any]) -> None:
    told = json.loads(ask("story", "telephone", "--format", "json"))
    assert talk["id"] in {claim["id"] for claim in told["claims"]}
    assert {event["lane"] for event in told["timeline"]} == {"said", "published", "answered"}
    assert any(not cell["first_hand"] for cell in told["positions"])
    lines = ask("story", "telephone").splitlines()
    assert [line for line in lines if line in {"Claims", "Time line", "Who stands where"}] == [
        "Claims", "Time line", "Who stands where",
    ]  # fmt: skip


def test_pages_read_in_several_versions_are_listed(ask: Ask) -> None:
    assert "2 versions" in ask("versions")
    (page,) = json.loads(ask("versions", "--format", "json"))
    assert (page["publisher"], page["versions"]) == ("Lowland Daily", 2)


def test_a_later_version_that_lost_its_attributions_is_told_so(ask: Ask) -> None:
    (page,) = json.loads(ask("versions", "--format", "json"))
    found = json.loads(ask("versions", page["url"], "--format", "json"))
    assert [one["updated_on"] for one in found["versions"]] == [None, "2025-03-06"]
    lost = [one for one in found["revisions"] if one["shift"] == "lost_attribution"]
    (call,) = [one for one in lost if "spoke by telephone" in one["before"]]
    assert call["after"].startswith("The two leaders spoke by telephone last week")
    assert call["message"] == (
        "attributed to Ilran Vesk before, stated in the page’s own voice now"
    )
    assert "lost attribution" in ask("versions", page["article_id"])


def test_an_address_that_was_never_read_is_named(ask: Ask) -> None:
    assert "nothing in the ledger" in ask("versions", "https://nowhere.example/x", status=1)


def test_names_mean_somebody_over_all_articles(ask: Ask) -> None:
    (vesk,) = json.loads(ask("who", "vesk", "--format", "json"))
    assert (vesk["name"], vesk["kind"]) == ("Ilran Vesk", "person")
    assert len(vesk["sightings"]) == 11
    assert len(vesk["joins"]) == 10
    assert "Kelmaran President" in ask("who", "Ilran", "Vesk")


def test_who_nobody_has_heard_of_is_nobody(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["who", "Nemo", "--ledger", story]) == 0
    assert "no name found" in capsys.readouterr().err
