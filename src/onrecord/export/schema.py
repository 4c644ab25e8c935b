"""The JSON contract written down: JSON Schema 2020-12 with a sentence for every field."""

from collections.abc import Mapping

from onrecord.export.schema_findings import FINDINGS
from onrecord.export.schema_pieces import (
    Schema,
    identifier,
    list_of,
    one_of,
    or_null,
    record,
    reference,
    text,
)
from onrecord.records import Act, Basis, EntityKind, Form, How

SCHEMA_VERSION = 2
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
            "that a content is true or false. An empty list says that onrecord found nothing of "
            "the kind in the article, not that there is nothing."
        ),
        "if": {"type": "array"},
        "then": {"type": "array", "items": reference("reading")},
        "else": reference("reading"),
        "$defs": {
            "span": _SPAN,
            "spans": _SPANS,
            "date": _DATE,
            "reading": record("One article and everything read out of it.", _READING),
            "article": record("What a page says, without its furniture.", _ARTICLE),
            "entity": record("Somebody or something that speaks or is spoken of.", _ENTITY),
            "role": record("An office or description that the text gives an entity.", _ROLE),
            "attribution": record(
                "Who is reported to have said, thought or wanted what.", _ATTRIBUTION
            ),
            "hop": record("One step of the way that words took to the page.", _HOP),
            **FINDINGS,
            "run": record("Which program read the article, and how.", _RUN),
        },
    }


_SPAN: Schema = {
    "type": "array",
    "items": {"type": "integer", "minimum": 0},
    "minItems": 2,
    "maxItems": 2,
    "description": "[start, end]: half-open code points of article.text, start < end.",
}
_SPANS: Schema = {
    "type": "array",
    "items": reference("span"),
    "minItems": 1,
    "description": "Pieces of one stretch of text: in order, none overlapping another.",
}
_DATE: Schema = {
    "type": "string",
    "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
    "description": "A date as precise as the page allows: 2026, 2026-03 or 2026-03-05.",
}
_READING: Mapping[str, Schema] = {
    "article": reference("article", "The article, with the text that all positions refer to."),
    "entities": list_of("entity", "Everybody and everything that speaks, in text order."),
    "attributions": list_of("attribution", "What was found, in text order, nested ones included."),
    "responses": list_of("response", "Who answered a claim, who did not, and how."),
    "absences": list_of("absence", "What the article itself says is missing."),
    "positions": list_of("position", "Who stands where on what could be done or agreed."),
    "checks": list_of("check", "What does not fit inside the article."),
    "run": reference("run", "Enough to read the article again in the same way."),
}
_ARTICLE: Mapping[str, Schema] = {
    "id": identifier("art", "Made from url, publisher, title and text."),
    "url": or_null(text("Where the page stands; null for files that do not say.")),
    "title": text('The headline; "" where none was found.'),
    "publisher": text('The outlet\'s name; "" where none was found.'),
    "authors": {
        "type": "array",
        "items": {"type": "string"},
        "description": "The names in the byline.",
    },
    "published_on": or_null(reference("date", "When it was published, by the page itself.")),
    "updated_on": or_null(reference("date", "When it was last updated, by the page itself.")),
    "language": text("ISO 639-1 code of the text's language."),
    "text": text("The body, paragraphs separated by a blank line, NFC."),
}
_ROLE: Mapping[str, Schema] = {
    "role": text('As the text words it: "water minister". The text can be wrong.'),
    "evidence": reference("span", "The passage that states it."),
}
_ENTITY: Mapping[str, Schema] = {
    "id": identifier("ent", "Made from the article, the name, the kind and the first mention."),
    "name": text("The fullest name in the article; for unnamed ones their description."),
    "kind": one_of(EntityKind, "What kind of speaker this is; unnamed is an answer."),
    "roles": list_of("role", "Offices and descriptions that the text gives the entity."),
    "mentions": reference("spans", "Every passage that refers to the entity."),
    "speaks_for": or_null(
        identifier("ent", "Whom a spokesperson speaks for: both are kept; null for all others.")
    ),
}
_ATTRIBUTION: Mapping[str, Schema] = {
    "id": identifier("att", "Made from the article and the passages."),
    "source": or_null(reference("spans", "Who says it; null where the text names no source.")),
    "cue": reference("spans", "The words that mark the attribution: said, according to …"),
    "content": reference("spans", "What is attributed."),
    "entity": or_null(
        identifier("ent", "Who the source is; null where there is none or it was not resolved.")
    ),
    "form": one_of(
        Form,
        "How much of the content is in quotation marks: direct all, mixed some, indirect none.",
    ),
    "act": one_of(Act, "What the cue says that the source did."),
    "negated": {
        "type": "boolean",
        "description": 'The source is said not to have done it: "did not say".',
    },
    "hedged": {
        "type": "boolean",
        "description": 'The text itself is not sure: "reportedly said", "may have said".',
    },
    "addressee": or_null(reference("spans", "The words that name to whom it was said.")),
    "said_on": or_null(
        reference("date", "When it was said, as precise as the text allows; null: not stated.")
    ),
    "parent": or_null(
        identifier("att", "The attribution in whose content this one stands; null for outermost.")
    ),
    "chain": list_of(
        "hop",
        "From the page outward to where the trail stops; the source is the last hop, the page's "
        "own publisher is none. Its length says how far the words travelled, not how doubtful "
        "they are.",
    ),
    "basis": one_of(Basis, "How the last visible newsroom of the chain knows."),
    "score": {
        "type": "number",
        "minimum": 0,
        "maximum": 1,
        "description": "How sure the reader is that it read the passage rightly; says nothing "
        "about the content.",
    },
}
_HOP: Mapping[str, Schema] = {
    "entity": identifier("ent", "An outlet relied on, a speaker, or whom a speaker reports."),
    "name": text("The entity's name."),
    "how": one_of(
        How,
        "How its words came to the step before it: a newsroom cites what it relies on, has "
        "interviewed, quotes or reports a speaker; a speaker relays another.",
    ),
    "evidence": reference("span", "The passage that shows the hop."),
}
_RUN: Mapping[str, Schema] = {
    "version": text("The version of onrecord."),
    "model": text("The reader and its version."),
    "settings": {
        "type": "object",
        "additionalProperties": {"type": ["string", "number", "boolean"]},
        "description": "Everything that was set and can change the result.",
    },
}
