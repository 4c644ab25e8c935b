"""Standard input, output and error where a shell has closed them or their disk is full."""

from __future__ import annotations

import os
import sys

from onrecord.cli.messages import say_error

_STREAMS = (("stdin", os.O_WRONLY, "r"), ("stdout", os.O_RDONLY, "w"), ("stderr", os.O_WRONLY, "w"))


def open_closed_streams() -> None:
    """Put something in the place of streams that are closed, lest the next file takes it.

    Input and output fail when they are used, as closed ones do; messages go nowhere.
    """
    for number, (name, flags, mode) in enumerate(_STREAMS):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, flags)
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))


def flush_output(status: int) -> int:
    """Write what is left of standard output, and give the exit status back: 1 where that fails."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
    except OSError as error:
        if not status:
            say_error(describe_fault(error))
        _drop_output()
        return status or 1
    return status


def describe_fault(error: OSError) -> str:
    """What the system refused, in words."""
    if error.filename is None:
        return f"standard output could not be written ({error.strerror or error})"
    return f"{error.filename} could not be used ({error.strerror or error})"


def _drop_output() -> None:
    """Send what is left nowhere: Python would try once more as it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
