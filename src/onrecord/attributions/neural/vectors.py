"""Text → one vector by its meaning: the reader's encoder with a head of its own.

Texts near in meaning have vectors near in direction. What is near is worth a look, and proves
nothing: a vector hardly sees that a figure changed or that somebody put "not" in.
"""

from __future__ import annotations

import functools
import importlib.resources
import io
from typing import TYPE_CHECKING

import numpy as np

from onrecord.attributions.neural.model import FOLDER, open_session, read_model_files
from onrecord.attributions.neural.scoring import frame_window, plan_windows
from onrecord.attributions.neural.tokens import load_tokenizer, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LAYERS = ("layer_0", "layer_1", "layer_2", "layer_3", "layer_4")
"""The encoder's outputs that the head reads: the embeddings, and each block."""
WIDTH = 384
_KEPT = 8_192
"""Texts whose vectors are kept: what is asked again is mostly what was asked before."""


class Embedder:
    """The encoder and the head.

    One text is read at a time: int8 numbers are scaled by all that is read with them, and a text's
    vector shall not depend on its neighbours.

    Args:
        encoder: the graph, with its layers among the outputs.
        tokenizer: its definition.
        head: weights (layers x width + 1, width), the constant last.
    """

    def __init__(self, encoder: bytes, tokenizer: bytes, head: Floats | None = None) -> None:
        # Of texts this short a second thread costs more than it gives.
        self._session = open_session(encoder, threads=1)
        self._tokenizer = load_tokenizer(tokenizer.decode())
        self._weights = None if head is None else np.ascontiguousarray(head[:-1].T)
        self._constant = None if head is None else head[-1]

    def average(self, texts: Sequence[str]) -> Floats:
        """Each layer's mean over a text's pieces, side by side; nothing but 0 of an empty text."""
        return np.stack([self._average(text) for text in texts])

    def embed(self, text: str) -> Floats:
        """The vector of one text, of unit length; nothing but 0 of a text without a word."""
        means = self._average(text)
        if self._weights is None or not means.any():
            return np.zeros(WIDTH, dtype=np.float32)
        # The threads of `@` get into the way of the network's: four times as slow as without.
        vector = np.einsum("ji,i->j", self._weights, means) + self._constant
        return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)

    def _average(self, text: str) -> Floats:
        tokens = tokenize(text, self._tokenizer)
        total, pieces = np.zeros(len(LAYERS) * WIDTH, dtype=np.float64), 0
        if len(tokens):
            for window in plan_windows(tokens):
                framed = zip(
                    ("pieces", "quotes", "cases"), frame_window(tokens, window), strict=True
                )
                layers = self._session.run(LAYERS, {name: part[None] for name, part in framed})
                total += np.concatenate([layer[0, 1:-1].sum(axis=0) for layer in layers])
                pieces += window.end - window.start
        return (total / max(1, pieces)).astype(np.float32)


def embed(texts: Sequence[str]) -> Floats:
    """Vectors of texts, shape (texts, 384), each of unit length; the same text, the same vector.

    Raises:
        ReaderError: the model's files are missing, damaged or of another format.
    """
    if not texts:
        return np.zeros((0, WIDTH), dtype=np.float32)
    return np.stack([_embed_one(text) for text in texts])


@functools.lru_cache(maxsize=_KEPT)
def _embed_one(text: str) -> Floats:
    vector = _load_embedder().embed(text)
    vector.setflags(write=False)
    return vector


@functools.lru_cache(maxsize=1)
def _load_embedder() -> Embedder:
    folder = importlib.resources.files("onrecord") / FOLDER
    _, files = read_model_files(folder, needed=("encoder.onnx", "tokenizer.json", "pooling.npy"))
    head = np.load(io.BytesIO(files["pooling.npy"]), allow_pickle=False).astype(np.float32)
    return Embedder(files["encoder.onnx"], files["tokenizer.json"], head)
