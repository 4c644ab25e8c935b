"""What the JSON Schema's descriptions are made of."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

Schema: TypeAlias = dict[str, object]


def reference(name: str, description: str = "") -> Schema:
    """What `$defs` says under this name."""
    found: Schema = {"$ref": f"#/$defs/{name}"}
    return {**found, "description": description} if description else found


def record(description: str, properties: Mapping[str, Schema]) -> Schema:
    """An object that has all of the properties and no other."""
    return {
        "type": "object",
        "description": description,
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def list_of(name: str, description: str) -> Schema:
    """A list, possibly empty, of what `$defs` says under this name."""
    return {"type": "array", "items": reference(name), "description": description}


def identifier(prefix: str, description: str) -> Schema:
    """An id with this prefix."""
    return {"type": "string", "pattern": f"^{prefix}_[0-9a-f]{{16}}$", "description": description}


def text(description: str) -> Schema:
    """Any string."""
    return {"type": "string", "description": description}


def one_of(values: type[StrEnum], description: str) -> Schema:
    """A member of an enum."""
    return {"enum": [value.value for value in values], "description": description}


def or_null(schema: Schema) -> Schema:
    """The same, or null."""
    return any_of(schema, {"type": "null"})


def any_of(schema: Schema, other: Schema) -> Schema:
    """One or the other, described as the first."""
    description = schema["description"]
    inner = {key: value for key, value in schema.items() if key != "description"}
    return {"anyOf": [inner, other], "description": description}
