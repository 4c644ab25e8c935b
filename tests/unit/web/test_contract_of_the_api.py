"""The API keeps what its OpenAPI promises, whatever it is asked: schemathesis makes the requests."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import ignored_auth

from onrecord.errors import CaptureError
from onrecord.records import Capture
from onrecord.settings import FetchSettings
from onrecord.web import health
from onrecord.web.api import reading, writing
from onrecord.web.app import make_app
from onrecord.web.pages import add
from onrecord.web.settings import WebSettings
from story_ledger import copy_story
from web_story import make_tokens

REQUESTS = 25
"""For each operation, of valid and of invalid values; all together take about a minute."""
TOKENS, SECRETS = make_tokens()
OPERATIONS = [
    (route.path, method)
    for part in (reading, writing, health)
    for route in part.router.routes
    for method in sorted(route.methods)
    if route.include_in_schema
]


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> BaseSchema:
    path = copy_story(tmp_path_factory.mktemp("api"))
    app = make_app(
        WebSettings(
            ledger=path,
            reader="rules",
            tokens=TOKENS,
            names=("testserver",),
            writes_a_minute=100_000,
            max_waiting=100_000,
        )
    )
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Addresses are made up, and nobody is asked for them."""

    def refuse(address: str, settings: FetchSettings) -> Capture:
        raise CaptureError(f"{address} is not asked for in a test")

    monkeypatch.setattr(add, "_fetch", refuse)


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_every_answer_is_one_that_is_promised(schema: BaseSchema, path: str, method: str) -> None:
    operation = schema[path][method]

    def check(case: schemathesis.Case) -> None:
        headers = {"authorization": f"Bearer {SECRETS['all']}"}
        # It repeats a request with these headers: other tests ask without them.
        case.call_and_validate(headers=headers, excluded_checks=[ignored_auth])

    for mode in (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE):
        cases = operation.as_strategy(generation_mode=mode)
        chosen = settings(
            max_examples=REQUESTS if mode.is_positive else REQUESTS // 2,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.generate],
        )
        try:
            chosen(given(case=cases)(check))()
        except Unsatisfiable:
            # Where nothing can be sent, nothing wrong can be sent.
            assert mode.is_negative


def test_every_operation_has_words_and_an_example_or_a_shape(schema: BaseSchema) -> None:
    """A summary is made out of a function's name, so that alone is no words."""
    shapes = schema.raw_schema["components"]["schemas"]
    for path, methods in schema.raw_schema["paths"].items():
        for method, operation in methods.items():
            words = operation.get("description", "")
            assert len(words.split()) >= 4, (method, path, words)
            answers = [operation["responses"].get(status) for status in ("200", "201", "202")]
            (answer,) = [one for one in answers if one is not None]
            (shape,) = [answer["content"]["application/json"]["schema"]]
            assert _says_what_it_holds(shape, shapes), (method, path, shape)
            if "requestBody" in operation:
                taken = operation["requestBody"]["content"]["application/json"]["schema"]
                assert shapes[taken["$ref"].rpartition("/")[2]].get("example"), (method, path)


def _says_what_it_holds(shape: dict[str, Any], shapes: dict[str, dict[str, Any]]) -> bool:
    """Whether a shape names its fields, or what all of them are."""
    named = shapes[shape["$ref"].rpartition("/")[2]] if "$ref" in shape else shape
    return bool(named.get("properties") or named.get("additionalProperties"))
