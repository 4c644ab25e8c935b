"""Adding articles: pasted, uploaded or fetched; read in the background, with progress."""

import json
import re
import time
from collections.abc import AsyncIterator
from functools import partial
from typing import Annotated

import anyio
from fastapi import APIRouter, Depends, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse

from onrecord.captures.files import MAX_FILE_BYTES, MEDIA_TYPES
from onrecord.captures.signatures import check_text
from onrecord.errors import CaptureError, SettingsError
from onrecord.export.wording import count_in_words
from onrecord.operations import is_url, utc_now
from onrecord.records import Capture
from onrecord.settings import FetchSettings
from onrecord.web import record
from onrecord.web.desk import Desk
from onrecord.web.jobs import Intake, Job, Jobs, Progress, Step, is_ended
from onrecord.web.rendering import render_page
from onrecord.web.tokens import Scope
from onrecord.web.visitors import PageVisitor, TheDesk, check_form, need

router = APIRouter(include_in_schema=False)

_AFTER_HOST = re.compile(r"[/?#\\]")
_MOST_AT_ONCE = 20
_LONGEST_ADDRESS = 2000
_LONGEST_NAME = 120
_LOOK_EVERY, _BEAT = 0.2, 10.0
"""Seconds between two looks at a job that is watched, and between two signs of life."""

STEP_WORDS = {
    Step.WAITING: "waits its turn",
    Step.FETCHING: "is taken in …",
    Step.FINDING: "the article is looked for …",
    Step.READING: "is read: who says what, on whose word …",
    Step.STORING: "is put on record …",
    Step.DONE: "on record",
    Step.FAILED: "could not be read",
    Step.CANCELLED: "cancelled",
}


@router.get("/add")
def show_add(request: Request, desk: TheDesk, visitor: PageVisitor) -> HTMLResponse:  # noqa: ARG001
    """The form."""
    need(visitor, Scope.ADD)
    return render_page(request, "add", visitor)


@router.post("/add", dependencies=[Depends(check_form)])
def add_articles(
    desk: TheDesk,
    visitor: PageVisitor,
    text: Annotated[str, Form()] = "",
    addresses: Annotated[str, Form()] = "",
    files: Annotated[list[UploadFile] | None, Form()] = None,
) -> Response:
    """Take in what was pasted, uploaded and named, and have it read."""
    need(visitor, Scope.ADD)
    intakes = list_intakes(desk.settings.fetch, text, addresses, files or [])
    job = desk.jobs.add(intakes)
    return RedirectResponse(f"/add/{job.id}", status_code=303)


@router.get("/add/{identity}")
def show_job(request: Request, identity: str, desk: TheDesk, visitor: PageVisitor) -> HTMLResponse:
    """How far the reading has come."""
    need(visitor, Scope.ADD)
    job = find_job(desk, identity)
    progress = job.progress
    return render_page(
        request,
        "job",
        visitor,
        job=job,
        is_ended=is_ended(progress),
        progress=progress,
        describe=describe_progress,
    )


@router.get("/add/{identity}/events")
def stream_job(identity: str, desk: TheDesk, visitor: PageVisitor) -> Response:
    """The same as server-sent events, each with the state of all inputs."""
    need(visitor, Scope.ADD)
    job = find_job(desk, identity)
    return StreamingResponse(
        _write_events(desk.jobs, job),
        media_type="text/event-stream",
        headers={"cache-control": "no-store", "x-accel-buffering": "no"},
    )


@router.post("/add/{identity}/cancel", dependencies=[Depends(check_form)])
def cancel_job(identity: str, desk: TheDesk, visitor: PageVisitor) -> Response:
    """Leave out what is not on record yet."""
    need(visitor, Scope.ADD)
    find_job(desk, identity).cancel()
    return RedirectResponse(f"/add/{identity}", status_code=303)


def find_job(desk: Desk, identity: str) -> Job:
    """A job by its id.

    Raises:
        MissingError: there is none.
    """
    job = desk.jobs.find(identity)
    if job is None:
        raise record.MissingError(
            "This reading is long over, or the page was started anew since. What was read is in "
            "the list of articles."
        )
    return job


def list_intakes(
    settings: FetchSettings, text: str, addresses: str, files: list[UploadFile]
) -> list[Intake]:
    """The inputs of a form.

    Raises:
        SettingsError: there is none, or there are too many, or an address is none.
        CaptureError: a file is too large, or no text.
    """
    intakes = []
    if text.strip():
        intakes.append(_intake_text(text))
    for address in addresses.split():
        if not is_url(address) or len(address) > _LONGEST_ADDRESS:
            raise SettingsError(
                f"{address[:80]!r} is no address of a page: it must begin with http:// or https://"
            )
        if "@" in _AFTER_HOST.split(address.partition("://")[2], maxsplit=1)[0]:
            raise SettingsError(
                "an address with a name or password in it is not taken: give it without them"
            )
        intakes.append(Intake(address, address, partial(_fetch, address, settings)))
    intakes.extend(_intake_file(one) for one in files if one.filename)
    if not intakes:
        raise SettingsError("there is nothing to read: paste a text, or give a file or an address")
    if len(intakes) > _MOST_AT_ONCE:
        raise SettingsError(
            f"{len(intakes)} articles are too many at once, {_MOST_AT_ONCE} is the most: use "
            "`onrecord read FOLDER` for more"
        )
    return intakes


def _intake_text(text: str) -> Intake:
    body = text.replace("\r\n", "\n").encode("utf-8", "replace")
    capture = Capture(
        origin="pasted", body=body, fetched_at=utc_now(), media_type="text/plain", charset="utf-8"
    )
    return Intake("pasted text", capture.origin, lambda: _check(capture))


def _intake_file(upload: UploadFile) -> Intake:
    """An uploaded file; only the last part of its name is kept, and never used as a path."""
    name = (upload.filename or "").replace("\\", "/").rpartition("/")[2][:_LONGEST_NAME]
    body = upload.file.read(MAX_FILE_BYTES + 1)
    if len(body) > MAX_FILE_BYTES:
        megabytes = MAX_FILE_BYTES // 1024 // 1024
        raise CaptureError(f"{name} is larger than {megabytes} MB: give the article alone")
    suffix = "." + name.rpartition(".")[2].lower()
    capture = Capture(
        origin=f"uploaded/{name}",
        body=body,
        fetched_at=utc_now(),
        media_type=MEDIA_TYPES.get(suffix, ""),
    )
    return Intake(name, capture.origin, lambda: _check(capture))


def _check(capture: Capture) -> Capture:
    check_text(capture.body, capture.origin.rpartition("/")[2], charset=capture.charset)
    return capture


def _fetch(address: str, settings: FetchSettings) -> Capture:
    from onrecord.captures.fetch import fetch_url

    return fetch_url(address, settings, fetched_at=utc_now())


async def _write_events(jobs: Jobs, job: Job) -> AsyncIterator[str]:
    """The progress now and after each change, to the end; now and then a sign of life.

    It looks again and again instead of waiting in a thread: there are few threads, and many may
    watch.
    """
    seen: tuple[Progress, ...] | None = None
    told_at = 0.0
    while True:
        found = job.progress
        if found != seen:
            seen, told_at = found, time.monotonic()
            yield _write_event(found)
            if is_ended(found):
                return
        elif time.monotonic() - told_at >= _BEAT:
            told_at = time.monotonic()
            jobs.start()
            yield ": still here\n\n"
        await anyio.sleep(_LOOK_EVERY)


def _write_event(progress: tuple[Progress, ...]) -> str:
    told = {
        "inputs": [
            {
                "name": one.name,
                "step": one.step.name.lower(),
                "words": describe_progress(one),
                "article_id": one.article_id,
            }
            for one in progress
        ],
        "is_ended": is_ended(progress),
    }
    return f"event: progress\ndata: {json.dumps(told, ensure_ascii=True)}\n\n"


def describe_progress(one: Progress) -> str:
    """How far an input has come, in a sentence."""
    if one.step is Step.FAILED:
        return f"could not be read: {one.message}"
    if one.step is Step.DONE:
        known = "" if one.is_new else ", as before"
        return f"on record{known}: {count_in_words(one.attributions, 'attribution')}"
    return STEP_WORDS[one.step]
