import json

import jsonschema
import pytest
from hypothesis import given

from onrecord.export.contract import (
    json_schema,
    reading_from_dict,
    reading_to_dict,
    render_json,
    render_jsonl,
)
from onrecord.records import Reading
from unit.export.reading_strategies import readings
from unit.export.sample_reading import SAMPLE, plain_reading

PLACES = "article entities attributions responses absences positions checks run".split()
VALIDATOR = jsonschema.Draft202012Validator(json_schema())


def every_schema(schema: object) -> list[dict[str, object]]:
    """All the schemas inside a schema that describe a named field or a record."""
    found: list[dict[str, object]] = []
    if isinstance(schema, dict):
        found.extend((schema.get("properties") or {}).values())
        for inner in schema.values():
            found.extend(every_schema(inner))
    return found


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_the_schema_stays_json_and_needs_no_host() -> None:
    assert json.loads(json.dumps(json_schema())) == json_schema()
    assert str(json_schema()["$id"]).startswith("urn:")


def test_every_field_and_every_record_is_described() -> None:
    definitions = json_schema()["$defs"]
    assert isinstance(definitions, dict)
    described = [*every_schema(json_schema()), *definitions.values()]
    assert len(described) > 40
    assert [schema for schema in described if not schema.get("description")] == []


def test_one_reading_and_a_list_of_readings_are_valid() -> None:
    VALIDATOR.validate(json.loads(render_json([SAMPLE])))
    VALIDATOR.validate(json.loads(render_json([SAMPLE, plain_reading("Nobody spoke.")])))
    VALIDATOR.validate(json.loads(render_json([])))
    VALIDATOR.validate(json.loads(render_jsonl(SAMPLE)))


@given(readings())
def test_whatever_is_read_is_valid_and_comes_back_the_same(reading: Reading) -> None:
    for written in (render_json([reading]), render_jsonl(reading)):
        record = json.loads(written)
        VALIDATOR.validate(record)
        assert reading_from_dict(record) == reading


@pytest.mark.parametrize("place", PLACES)
def test_a_field_that_the_contract_does_not_know_is_refused(place: str) -> None:
    record = json.loads(render_json([SAMPLE]))
    target = record[place][0] if isinstance(record[place], list) else record[place]
    target["verdict"] = "true"
    with pytest.raises(jsonschema.ValidationError, match="verdict"):
        VALIDATOR.validate(record)


@pytest.mark.parametrize("place", PLACES)
def test_a_record_without_one_of_its_fields_is_refused(place: str) -> None:
    complete = json.loads(render_json([SAMPLE]))
    target = complete[place][0] if isinstance(complete[place], list) else complete[place]
    for field in list(target):
        kept = target.pop(field)
        assert not VALIDATOR.is_valid(complete), field
        target[field] = kept


def test_what_was_not_found_is_an_empty_list() -> None:
    record = reading_to_dict(plain_reading("Nobody spoke."))
    for name in ("attributions", "responses", "absences", "positions", "checks"):
        assert record[name] == []


def test_a_version_is_named_in_the_schema() -> None:
    assert str(json_schema()["$id"]).endswith(":2")


def test_a_hop_has_its_name_beside_its_id() -> None:
    chain = reading_to_dict(SAMPLE)["attributions"][8]["chain"]
    assert [(hop["name"], hop["how"]) for hop in chain] == [
        ("Lomar Dispatch", "cites"),
        ("Two people familiar with the talks", "interviewed"),
        ("Kesh", "relays"),
    ]


def test_a_position_on_nobodys_word_is_the_authors() -> None:
    words = [one["word_of"] for one in reading_to_dict(SAMPLE)["positions"]]
    assert words.count("author") == 1
    assert all(word == "author" or word.startswith("ent_") for word in words)


def test_positions_point_at_the_words() -> None:
    record = reading_to_dict(SAMPLE)
    text = record["article"]["text"]
    first = record["attributions"][0]
    assert [text[start:end] for start, end in first["cue"]] == ["said"]
    assert [text[start:end] for start, end in first["source"] or []] == ["Valdoran officials"]
