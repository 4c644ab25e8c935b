"""`onrecord schema`: the JSON Schema of what `read --format json` prints."""

import json

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of a reading."""
    from onrecord.export.schema import json_schema

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
