"""`onrecord serve`: the ledger in a browser."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.messages import say
from onrecord.cli.options import NameType, ledger_option, open_gathered
from onrecord.errors import SettingsError
from onrecord.operations import ALIASES, READERS
from onrecord.settings import default_ledger
from onrecord.web.settings import DEFAULT_PORT

if TYPE_CHECKING:
    from onrecord.web.settings import WebSettings


@click.command()
@ledger_option
@click.option("--port", type=click.IntRange(0, 65535), default=DEFAULT_PORT, show_default=True)
@click.option(
    "--host",
    type=NameType(),
    default="127.0.0.1",
    show_default=True,
    help="The address to listen on; any but this machine's own asks for a token first, or for "
    "--read-only.",
)
@click.option(
    "--name",
    "names",
    type=NameType(),
    multiple=True,
    metavar="HOST",
    help="Also answer under this host name, as behind a proxy.",
)
@click.option("--read-only", is_flag=True, help="Publish: show everything, change nothing.")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that answer; more than one only with --read-only.",
)
@click.option(
    "--metrics",
    is_flag=True,
    help="Count requests, and show the figures for Prometheus at /metrics.",
)
@click.option(
    "--reader",
    type=click.Choice((*READERS, *ALIASES)),
    default="neural",
    show_default=True,
    help="The reader of articles that are added on the page.",
)
def serve(
    path: Path | str | None,
    port: int,
    host: str,
    names: tuple[str, ...],
    read_only: bool,
    workers: int,
    metrics: bool,
    reader: str,
) -> None:
    """Show the ledger in a browser: articles, claims, stories, and what waits for review.

    The ledger has to exist: `onrecord read` makes it.
    """
    try:
        import uvicorn
        from uvicorn.supervisors import Multiprocess

        from onrecord.web.app import make_app
        from onrecord.web.listening import find_port, hasten
        from onrecord.web.published import PUBLISHED, describe_published
        from onrecord.web.settings import WebSettings
        from onrecord.web.tokens import load_tokens, tokens_path
    except ModuleNotFoundError as error:
        raise SettingsError(
            f"the page needs {error.name}, which is not installed: pip install 'onrecord[web]'"
        ) from error
    if workers > 1 and not read_only:
        raise SettingsError(
            f"{workers} workers can only publish: add --read-only, or leave out --workers"
        )
    if workers > 1 and metrics:
        raise SettingsError(
            "several workers would each count their own requests: leave out --metrics or --workers"
        )
    ledger = default_ledger() if path is None else path
    settings = WebSettings(
        ledger=ledger,
        host=host,
        port=find_port(host, port),
        read_only=read_only,
        names=names,
        tokens=load_tokens(tokens_path(ledger)),
        reader=ALIASES.get(reader, reader),
        metrics=metrics,
    )
    with open_gathered(ledger) as opened:
        name = opened.name
    app = make_app(settings) if workers == 1 else "onrecord.web.published:make_published_app"
    if workers > 1:
        os.environ[PUBLISHED] = describe_published(settings)
    say(f"onrecord shows {name} at {_address(settings)} (Ctrl+C ends it)")
    config = uvicorn.Config(
        app,
        host=host,
        port=settings.port,
        factory=workers > 1,
        workers=workers,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    server = uvicorn.Server(config)
    with contextlib.suppress(KeyboardInterrupt):
        if workers > 1:
            Multiprocess(config, sockets=[hasten(config.bind_socket())]).run()
        else:
            server.run()
            if not server.started:
                raise SettingsError(f"nothing could be opened at {_address(settings)}")


def _address(settings: WebSettings) -> str:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}/"


@click.command()
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    type=click.Choice(("read", "judge", "add")),
    multiple=True,
    default=("read", "judge", "add"),
    show_default=True,
    help="What it allows.",
)
@click.option("--revoke", is_flag=True, help="Make all tokens of this name worthless instead.")
@ledger_option
def token(name: str, scopes: tuple[str, ...], revoke: bool, path: Path | str | None) -> None:
    """Make a token for the API, or for signing in from another machine.

    It is shown once; only its digest is kept, beside the ledger. A page that is being served
    learns of it at its next start.
    """
    from onrecord.ledger.sqlite import prepare_folder
    from onrecord.web.tokens import Scope, load_tokens, make_token, store_tokens, tokens_path

    if not name.strip():
        raise click.UsageError("the name is empty: give that of who gets the token")
    ledger = default_ledger() if path is None else path
    if isinstance(ledger, Path):
        # Beside a name that is misspelt it would be of no use, and nobody would know.
        prepare_folder(ledger, create=False)
    place = tokens_path(ledger)
    kept = load_tokens(place)
    if revoke:
        left = tuple(one for one in kept if one.name != name)
        if len(left) == len(kept):
            raise SettingsError(f"no token has the name {name!r} in {place}")
        store_tokens(place, left)
        say(f"revoked: {name}")
        return
    made, secret = make_token(name, map(Scope, scopes))
    store_tokens(place, (*kept, made))
    click.echo(secret)
    say(f"for {made.name}, may {', '.join(sorted(made.scopes))}; it is not shown again")
