"""One vector of a text, by the head on the shipped encoder's layers."""

import importlib.resources

import numpy as np
import pytest

from onrecord.attributions.neural.model import FOLDER, open_session, read_model_files
from onrecord.attributions.neural.vectors import LAYERS, WIDTH, embed

BRIDGE = "The council will close the old bridge for repairs until spring."
CROSSING = "Repairs will keep the ancient crossing shut until the spring, the councillors decided."
HERRING = "Herring was cheaper than ever at the market in Sundhaven."
READING = ("anchor", "names", "local", "local_cue")


@pytest.fixture(scope="module")
def encoder():
    _, files = read_model_files(importlib.resources.files("onrecord") / FOLDER)
    return open_session(files["encoder.onnx"], 1)


def make_window(length: int) -> dict[str, np.ndarray]:
    place = np.arange(length)
    return {
        "pieces": (1000 + place * 37 % 5000)[None],
        "quotes": (place % 3)[None],
        "cases": (place % 4)[None],
    }


def test_each_text_has_one_vector_of_unit_length() -> None:
    vectors = embed([BRIDGE, CROSSING, HERRING])
    assert vectors.shape == (3, WIDTH)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1], abs=1e-5)


def test_texts_near_in_meaning_are_nearer_than_others() -> None:
    bridge, crossing, herring = embed([BRIDGE, CROSSING, HERRING])
    assert bridge @ crossing > 0.5
    assert bridge @ herring < 0.2
    assert crossing @ herring < 0.2


def test_a_vector_does_not_depend_on_what_is_read_with_it() -> None:
    alone = embed([CROSSING])[0]
    long = " ".join([HERRING] * 40)
    assert (embed([long, BRIDGE, CROSSING])[2] == alone).all()


def test_a_text_longer_than_a_window_is_read_to_its_end() -> None:
    start = " ".join([BRIDGE] * 30)
    one, other = embed([start, f"{start} {' '.join([HERRING] * 30)}"])
    assert np.linalg.norm(other) == pytest.approx(1, abs=1e-5)
    assert one @ other < 0.95
    assert other @ embed([HERRING])[0] > one @ embed([HERRING])[0] + 0.2


def test_nothing_is_near_to_a_text_without_a_word() -> None:
    assert not embed(["", "  \n"]).any()
    assert embed([]).shape == (0, WIDTH)


@pytest.mark.parametrize("length", [7, 23])
def test_reading_gets_the_same_whether_the_layers_are_asked_for_or_not(encoder, length) -> None:
    window = make_window(length)
    alone = encoder.run(READING, window)
    together = encoder.run((*READING, *LAYERS), window)
    assert all((one == other).all() for one, other in zip(alone, together, strict=False))
    assert [layer.shape for layer in together[len(READING) :]] == [(1, length, WIDTH)] * len(LAYERS)


@pytest.mark.parametrize(
    ("length", "known"),
    [
        (7, ((-4.307, -5.781, -5.304), (3.605, -2.858, -5.757), (0.006, -0.054, -0.171))),
        (23, ((-4.507, -5.851, -5.894), (3.557, -1.797, -5.567), (0.045, -0.069, -0.132))),
    ],
)
def test_reading_gets_what_it_got_before_the_layers_were_shown(encoder, length, known) -> None:
    # Processors without the same int8 instructions differ a little.
    found = encoder.run(READING[:3], make_window(length))
    for output, values in zip(found, known, strict=True):
        assert output.ravel()[[0, length, -1]] == pytest.approx(values, abs=0.1)
