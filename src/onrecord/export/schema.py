"""The JSON contract written down: JSON Schema 2020-12 with a sentence for every field."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from onrecord.records import Act, EntityKind, Form

Schema: TypeAlias = dict[str, object]

SCHEMA_VERSION = 1
"""Goes up whenever a field comes, goes or changes its meaning."""


def json_schema() -> Schema:
    """What `onrecord read --format json` and each line of `--format jsonl` are valid by."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:onrecord:schema:reading:{SCHEMA_VERSION}",
        "title": f"onrecord reading, schema version {SCHEMA_VERSION}",
        "description": (
            "What one run of onrecord read out of one article, or a list of such readings. "
            "Positions are half-open [start, end] code points of article.text. Nothing here says "
            "that a content is true or false. This version reads attributions and their sources; "
            "responses, positions, absences, checks, and an attribution's chain, basis, said_on "
            "and addressee are not read yet, and are left out rather than shown as empty."
        ),
        "if": {"type": "array"},
        "then": {"type": "array", "items": _reference("reading")},
        "else": _reference("reading"),
        "$defs": {
            "span": _SPAN,
            "spans": _SPANS,
            "date": _DATE,
            "reading": _record("One article and everything read out of it.", _READING),
            "article": _record("What a page says, without its furniture.", _ARTICLE),
            "entity": _record("Somebody or something that speaks or is spoken of.", _ENTITY),
            "role": _record("An office or description that the text gives an entity.", _ROLE),
            "attribution": _record(
                "Who is reported to have said, thought or wanted what.", _ATTRIBUTION
            ),
            "run": _record("Which program read the article, and how.", _RUN),
        },
    }


def _reference(name: str, description: str = "") -> Schema:
    reference: Schema = {"$ref": f"#/$defs/{name}"}
    return {**reference, "description": description} if description else reference


def _record(description: str, properties: Mapping[str, Schema]) -> Schema:
    return {
        "type": "object",
        "description": description,
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _list_of(name: str, description: str) -> Schema:
    return {"type": "array", "items": _reference(name), "description": description}


def _identifier(prefix: str, description: str) -> Schema:
    return {"type": "string", "pattern": f"^{prefix}_[0-9a-f]{{16}}$", "description": description}


def _text(description: str) -> Schema:
    return {"type": "string", "description": description}


def _one_of(values: type[StrEnum], description: str) -> Schema:
    return {"enum": [value.value for value in values], "description": description}


def _or_null(schema: Schema) -> Schema:
    description = schema["description"]
    inner = {key: value for key, value in schema.items() if key != "description"}
    return {"anyOf": [inner, {"type": "null"}], "description": description}


_SPAN: Schema = {
    "type": "array",
    "items": {"type": "integer", "minimum": 0},
    "minItems": 2,
    "maxItems": 2,
    "description": "[start, end]: half-open code points of article.text, start < end.",
}
_SPANS: Schema = {
    "type": "array",
    "items": _reference("span"),
    "minItems": 1,
    "description": "Pieces of one stretch of text: in order, none overlapping another.",
}
_DATE: Schema = {
    "type": "string",
    "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
    "description": "A date as precise as the page allows: 2026, 2026-03 or 2026-03-05.",
}
_READING: Mapping[str, Schema] = {
    "article": _reference("article", "The article, with the text that all positions refer to."),
    "entities": _list_of("entity", "Everybody and everything that speaks, in text order."),
    "attributions": _list_of("attribution", "What was found, in text order, nested ones included."),
    "run": _reference("run", "Enough to read the article again in the same way."),
}
_ARTICLE: Mapping[str, Schema] = {
    "id": _identifier("art", "Made from url, publisher, title and text."),
    "url": _or_null(_text("Where the page stands; null for files that do not say.")),
    "title": _text('The headline; "" where none was found.'),
    "publisher": _text('The outlet\'s name; "" where none was found.'),
    "authors": {
        "type": "array",
        "items": {"type": "string"},
        "description": "The names in the byline.",
    },
    "published_on": _or_null(_reference("date", "When it was published, by the page itself.")),
    "updated_on": _or_null(_reference("date", "When it was last updated, by the page itself.")),
    "language": _text("ISO 639-1 code of the text's language."),
    "text": _text("The body, paragraphs separated by a blank line, NFC."),
}
_ROLE: Mapping[str, Schema] = {
    "role": _text('As the text words it: "water minister". The text can be wrong.'),
    "evidence": _reference("span", "The passage that states it."),
}
_ENTITY: Mapping[str, Schema] = {
    "id": _identifier("ent", "Made from the article, the name, the kind and the first mention."),
    "name": _text("The fullest name in the article; for unnamed ones their description."),
    "kind": _one_of(EntityKind, "What kind of speaker this is; unnamed is an answer."),
    "roles": _list_of("role", "Offices and descriptions that the text gives the entity."),
    "mentions": _reference("spans", "Every passage that refers to the entity."),
}
_ATTRIBUTION: Mapping[str, Schema] = {
    "id": _identifier("att", "Made from the article and the passages."),
    "source": _or_null(_reference("spans", "Who says it; null where the text names no source.")),
    "cue": _reference("spans", "The words that mark the attribution: said, according to …"),
    "content": _reference("spans", "What is attributed."),
    "entity": _or_null(
        _identifier("ent", "Who the source is; null where there is none or it was not resolved.")
    ),
    "form": _one_of(
        Form,
        "How much of the content is in quotation marks: direct all, mixed some, indirect none.",
    ),
    "act": _one_of(Act, "What the cue says that the source did."),
    "negated": {
        "type": "boolean",
        "description": 'The source is said not to have done it: "did not say".',
    },
    "hedged": {
        "type": "boolean",
        "description": 'The text itself is not sure: "reportedly said", "may have said".',
    },
    "parent": _or_null(
        _identifier("att", "The attribution in whose content this one stands; null for outermost.")
    ),
    "score": {
        "type": "number",
        "minimum": 0,
        "maximum": 1,
        "description": "How sure the reader is that it read the passage rightly; says nothing "
        "about the content.",
    },
}
_RUN: Mapping[str, Schema] = {
    "version": _text("The version of onrecord."),
    "model": _text("The reader and its version."),
    "settings": {
        "type": "object",
        "additionalProperties": {"type": ["string", "number", "boolean"]},
        "description": "Everything that was set and can change the result.",
    },
}
