"""What is said where a page cannot be served at an address."""

import socket
from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.errors import SettingsError
from onrecord.web.listening import find_port, hasten


def test_a_port_that_is_taken_is_named_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ledger = tmp_path / "new.db"
        assert run(["serve", "--port", str(port), "--ledger", str(ledger)]) == 1
    told = capsys.readouterr().err
    assert told == f"error: port {port} of 127.0.0.1 is already taken: give another with --port\n"
    assert not ledger.exists()


def test_a_free_port_is_found_and_can_be_listened_at() -> None:
    port = find_port("127.0.0.1", 0)
    assert port > 0
    assert find_port("127.0.0.1", port) == port
    socket.create_server(("127.0.0.1", port)).close()


@pytest.mark.parametrize("host", ["192.0.2.1", "a..b"])
def test_a_host_that_is_not_this_machine_is_named(host: str) -> None:
    with pytest.raises(SettingsError, match="no address of this machine") as told:
        find_port(host, 0)
    assert host in str(told.value)
    assert "--host" in str(told.value)


def test_connections_of_a_shared_socket_send_each_piece_at_once() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        hasten(listener).listen()
        with socket.create_connection(listener.getsockname()):
            accepted, _ = listener.accept()
            with accepted:
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0
