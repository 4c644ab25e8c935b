"""Readings in the background: a bug costs its own job only, and whoever watches stops nobody."""

import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from browser.desk import serve
from onrecord.errors import CaptureError, SettingsError
from onrecord.ledger.ledger import Ledger, open_ledger
from onrecord.ledger.queries import find_failures
from onrecord.operations import utc_now
from onrecord.records import Capture
from onrecord.web import jobs as web_jobs
from onrecord.web.app import make_app
from onrecord.web.jobs import Intake, Jobs, Step
from onrecord.web.settings import WebSettings
from web_story import form_token_of, wait_for

TEXT = "Bridge closes\n3 March 2031\n\nAna Ruiz said that the bridge would close in May.\n"

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "jobs.db") as opened:
        yield opened


@pytest.fixture
def jobs(ledger: Ledger) -> Iterator[Jobs]:
    made = Jobs(ledger, WebSettings(ledger=Path(ledger.name), reader="rules"))
    yield made
    made.stop()


def intake(name: str, take: Callable[[], Capture] | None = None) -> Intake:
    capture = Capture(name, TEXT.encode(), utc_now(), media_type="text/plain")
    return Intake(name, name, take or (lambda: capture))


def break_down() -> Capture:
    raise ZeroDivisionError


def test_a_bug_fails_its_whole_job_and_the_next_is_read(jobs: Jobs) -> None:
    job = jobs.add([intake("one.txt"), intake("two.txt", break_down), intake("three.txt")])
    assert wait_for(job)
    assert [one.step for one in job.progress] == [Step.DONE, Step.FAILED, Step.FAILED]
    assert "our mistake" in job.progress[2].message
    again = jobs.add([intake("four.txt")])
    assert wait_for(again)
    assert again.progress[0].step is Step.DONE


def test_a_job_that_waits_behind_a_bug_is_read_when_somebody_asks_for_it(jobs: Jobs) -> None:
    def break_down_late() -> Capture:
        time.sleep(0.3)
        raise ZeroDivisionError

    jobs.add([intake("one.txt", break_down_late)])
    waiting = jobs.add([intake("two.txt")])
    end = time.monotonic() + 30
    while not waiting.is_ended and time.monotonic() < end:
        assert jobs.find(waiting.id) is waiting
        time.sleep(0.05)
    assert waiting.progress[0].step is Step.DONE


def test_an_expected_error_while_gathering_ends_no_thread(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def fail(_ledger: Ledger) -> None:
        asked.append(1)
        raise SettingsError("the reader has gone")

    monkeypatch.setattr(web_jobs, "warm", fail)
    jobs.start()
    end = time.monotonic() + 30
    while not asked and time.monotonic() < end:
        time.sleep(0.02)
    time.sleep(0.1)
    assert asked
    assert jobs._thread is not None
    assert jobs._thread.is_alive()


def test_a_job_that_has_ended_or_is_cancelled_keeps_no_bodies(jobs: Jobs) -> None:
    def refuse() -> Capture:
        raise CaptureError("no article")

    job = jobs.add([intake("one.txt"), intake("two.txt", refuse)])
    assert len(job.intakes) == 2
    assert wait_for(job)
    assert job.intakes == ()


@pytest.mark.parametrize(
    ("fields", "files", "origin"),
    [
        ({}, {"files": ("a.txt", b"\x00\x01\x02", "text/plain")}, "uploaded/a.txt"),
        ({"text": "x"}, None, "pasted"),
    ],
)
def test_a_later_good_reading_closes_the_failure_of_its_upload_or_paste(
    empty_client: TestClient, fields: dict[str, str], files: object, origin: str
) -> None:
    desk = empty_client.app.state.desk

    def add(fields: dict[str, str], files: object) -> Step:
        token = form_token_of(empty_client, "/add")
        answer = empty_client.post(
            "/add", data={"form_token": token, **fields}, files=files, follow_redirects=False
        )
        job = desk.jobs.find(answer.headers["location"].rpartition("/")[2])
        assert wait_for(job)
        return job.progress[0].step

    assert add(fields, files) is Step.FAILED
    assert [one.failure.origin for one in find_failures(desk.ledger)] == [origin]
    good = {"files": ("a.txt", TEXT.encode(), "text/plain")} if files else None
    assert add({} if files else {"text": TEXT}, good) is Step.DONE
    assert find_failures(desk.ledger) == ()


def test_forty_watchers_of_a_job_stop_nothing(tmp_path: Path) -> None:
    app = make_app(WebSettings(ledger=tmp_path / "watched.db", reader="rules"))
    go_on: list[int] = []

    def take_long() -> Capture:
        while not go_on:
            time.sleep(0.02)
        raise CaptureError("no article")

    with serve(app) as address, ThreadPoolExecutor(45) as pool:
        job = app.state.desk.jobs.add([intake("slow.txt", take_long)])

        def get(path: str, patience: float) -> str:
            with urllib.request.urlopen(address + path, timeout=patience) as answer:
                return str(answer.read().decode())

        watching = [pool.submit(get, f"/add/{job.id}/events", 60) for _ in range(45)]
        time.sleep(1.5)
        try:
            assert "What the labels mean" in get("/method", 10)
            assert not any(one.done() for one in watching)
        finally:
            go_on.append(1)
        told = [one.result() for one in watching]
    assert all('"is_ended": true' in one for one in told)
    assert all("no article" in one for one in told)
