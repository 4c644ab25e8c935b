"""Tokens in their file, and the names that stand beside decisions."""

import os
import socket
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord.cli import run
from onrecord.errors import SettingsError
from onrecord.web import published, tokens
from onrecord.web.seals import LONGEST_NAME
from story_ledger import copy_story
from web_story import form_token_of, make_tokens


def test_a_file_that_others_could_read_is_replaced_by_one_of_the_owner(tmp_path: Path) -> None:
    path = tmp_path / "x.tokens.json"
    path.write_text("[]\n", "utf-8")
    path.chmod(0o644)
    known, _ = make_tokens()
    with path.open(encoding="utf-8") as opened_before:
        tokens.store_tokens(path, known)
        assert opened_before.read() == "[]\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert tokens.load_tokens(path) == known
    assert list(tmp_path.iterdir()) == [path]


def test_tokens_that_cannot_be_written_leave_the_old_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.tokens.json"
    known, _ = make_tokens()
    tokens.store_tokens(path, known)

    def fail(*_args: object, **_options: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tokens.json, "dumps", fail)
    with pytest.raises(SettingsError, match="No space left"):
        tokens.store_tokens(path, known[:1])
    monkeypatch.undo()
    assert tokens.load_tokens(path) == known
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["", "  "])
def test_a_token_needs_a_name(name: str) -> None:
    with pytest.raises(SettingsError, match="needs the name"):
        tokens.make_token(name, [])
    made, _ = tokens.make_token(f"{name}Ada Quill ", [])
    assert made.name == "Ada Quill"


@pytest.mark.parametrize("workers", [1, 2])
def test_only_several_workers_are_told_by_their_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    import uvicorn
    from uvicorn import supervisors

    served: list[Any] = []

    class Served:
        """A server, or those of several workers with the socket that they share."""

        started = True

        def __init__(self, config: Any, sockets: Sequence[socket.socket] = ()) -> None:
            self._config = config
            for one in sockets:
                assert one.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0
                one.close()

        def run(self) -> None:
            served.append(self._config)

    monkeypatch.delenv(published.PUBLISHED, raising=False)
    monkeypatch.setattr(uvicorn, "Server", Served)
    monkeypatch.setattr(supervisors, "Multiprocess", Served)
    options = ["--read-only", "--workers", str(workers), "--port", "0"]
    assert run(["serve", *options, "--ledger", str(copy_story(tmp_path))]) == 0
    assert [one.workers for one in served] == [workers]
    assert served[0].server_header is False
    assert (published.PUBLISHED in os.environ) == (workers > 1)
    os.environ.pop(published.PUBLISHED, None)


def test_a_name_that_is_taken_is_remembered_whole_and_a_longer_one_is_not_taken(
    client: TestClient,
) -> None:
    page = client.get("/review").text
    match = page.split('name="match" value="', 1)[1].split('"', 1)[0]
    assert f'maxlength="{LONGEST_NAME}"' in page

    def decide(who: str) -> int:
        fields = {"form_token": form_token_of(client, "/review"), "match": match, "who": who}
        return int(client.post("/review", data={**fields, "verdict": "accept"}).status_code)

    assert decide("A" * (LONGEST_NAME + 1)) == 422
    assert client.get("/review/judgements.jsonl").text == ""
    assert decide("A" * LONGEST_NAME) == 200
    assert f'name="who" value="{"A" * LONGEST_NAME}"' in client.get("/review").text
