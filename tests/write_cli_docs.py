"""Write docs/cli.md from `--help`: ``python tests/write_cli_docs.py``."""

from pathlib import Path

import click

from onrecord.cli import command

PAGE = Path(__file__).parents[1] / "docs" / "cli.md"
WIDTH = 88


def render_help() -> str:
    """The help of every command, as it prints on a terminal 88 columns wide."""
    context = click.Context(
        command, info_name="onrecord", terminal_width=WIDTH, **command.context_settings
    )
    parts = ["# The command line\n\nWritten from `--help` by `make docs`; a test compares them.\n"]
    parts.append(_section("onrecord", command.get_help(context)))
    for name in command.list_commands(context):
        found = command.get_command(context, name)
        assert found is not None
        inner = click.Context(
            found, info_name=name, parent=context, terminal_width=WIDTH, max_content_width=WIDTH
        )
        parts.append(_section(f"onrecord {name}", found.get_help(inner)))
    return "\n".join(parts)


def _section(title: str, text: str) -> str:
    return f"## {title}\n\n```text\n{text}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(render_help(), encoding="utf-8")
