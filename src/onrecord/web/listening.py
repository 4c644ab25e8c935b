"""The port that a page is to be served at, looked at before anything is opened for it."""

import errno
import socket

from onrecord.errors import SettingsError

_REASONS = {
    errno.EADDRINUSE: "is already taken: give another with --port",
    errno.EACCES: "is kept for the system: give another with --port, above 1023",
}


def find_port(host: str, port: int) -> int:
    """The port itself where it is free; for 0 one that is.

    Raises:
        SettingsError: it is taken, or the host is no address of this machine.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            # As the server does: a port whose last connections are just ending is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen(1)
            return int(probe.getsockname()[1])
    except (OSError, UnicodeError) as error:
        reason = _REASONS.get(getattr(error, "errno", None) or 0)
        if reason is not None:
            raise SettingsError(f"port {port} of {host} {reason}") from error
        raise SettingsError(
            f"{host} is no address of this machine: give one of its own with --host, or leave it "
            "out"
        ) from error


def hasten(listener: socket.socket) -> socket.socket:
    """A socket whose connections send each piece at once, and do not wait for more of it.

    asyncio sees to that for the sockets that it opens, and not for one that several processes
    share: there every answer on a kept connection came forty milliseconds late.
    """
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener
