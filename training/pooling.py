"""The head that makes one vector of a text, on the encoder's layers: fitted, and put beside them.

``python -m training.pooling --polnear DIR --base DIR --model DIR``

The targets are the base encoder's own sentence embeddings (MiniLM-L6, six layers in float32) of
sentences, and of pieces of sentences, of PolNeAR's training part; no pair that people judged is
seen. The head is one linear map from the means of the encoder's layers, by ridge regression, which
has one right answer.
"""

import argparse
import io
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch.nn import functional

from onrecord.articles.sentences import split_sentences
from onrecord.attributions.neural.model import read_model_files
from onrecord.attributions.neural.vectors import Embedder
from training.export import write_files
from training.network import Network, Shape, load_bert

Floats = NDArray[np.float32]

_MOST = 24_000
_SHORTEST, _LONGEST = 20, 400
_RIDGE = 100.0
_NARROWING, _LEAST_SPREAD = 0.5, 1e-3
"""How far directions are brought to one spread: 0 leaves them, 1 makes all alike."""
_BATCH = 64
_PIECES = 128


def list_texts(polnear: Path) -> list[str]:
    """Sentences of the training articles, and of each longer one a piece, as contents are."""
    chance = random.Random(2)
    texts = list(_read_texts(polnear / "train" / "text", chance))
    chance.shuffle(texts)
    return texts[:_MOST]


def _read_texts(folder: Path, chance: random.Random) -> Iterator[str]:
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode()
        for span in split_sentences(text):
            words = text[span.start : span.end].split()
            sentence = " ".join(words)
            if _SHORTEST < len(sentence) < _LONGEST:
                yield sentence
            if len(words) > 10:
                start = chance.randrange(0, len(words) - 6)
                yield " ".join(words[start : start + chance.randrange(5, 16)])


@torch.inference_mode()
def embed_by_base(texts: Sequence[str], base: Path) -> Floats:
    """The base encoder's sentence embeddings, of unit length."""
    network = Network(Shape(layers=6))
    load_bert(network, load_file(base / "model.safetensors"))
    encoder = network.encoder.eval()
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.enable_truncation(_PIECES)
    tokenizer.enable_padding(pad_id=0, pad_token="[PAD]")
    order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
    vectors = np.zeros((len(texts), network.shape.hidden), dtype=np.float32)
    for start in range(0, len(order), _BATCH):
        numbers = order[start : start + _BATCH]
        encoded = tokenizer.encode_batch([texts[number] for number in numbers])
        pieces = torch.tensor([one.ids for one in encoded])
        x = encoder.norm(encoder.words(pieces) + encoder.positions.weight[: pieces.shape[1]])
        bias = torch.where(pieces == 0, -1e4, 0.0)[:, None, None, :]
        for block in encoder.blocks:
            x = block(x, bias)
        present = (pieces != 0).float()[:, :, None]
        mean = (x * present).sum(1) / present.sum(1)
        vectors[numbers] = functional.normalize(mean, dim=-1).numpy()
    return vectors


def fit_head(means: Floats, targets: Floats) -> NDArray[np.float16]:
    """Weights of the linear map, the constant as the last row.

    What all texts have in common is taken off, and directions in which they spread most are
    narrowed: else whatever is said in news about politics is near to all of it.
    """
    centre, spread = means.mean(0), means.std(0) + 1e-6
    scaled = (means - centre) / spread
    squares = scaled.T @ scaled + _RIDGE * np.eye(scaled.shape[1], dtype=np.float32)
    weights = np.linalg.solve(squares, scaled.T @ (targets - targets.mean(0)))
    made = scaled @ weights
    spreads, directions = np.linalg.eigh(made.T @ made / len(made))
    weights = weights @ (directions * (spreads + _LEAST_SPREAD) ** (-_NARROWING / 2))
    weights /= spread[:, None]
    return np.vstack((weights, -centre @ weights)).astype(np.float16)


def main() -> None:
    """Fit the head and write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True, help="folder with train/")
    parser.add_argument("--base", type=Path, required=True, help="folder of the base encoder")
    parser.add_argument("--model", type=Path, required=True, help="folder with model.json")
    arguments = parser.parse_args()
    _, files = read_model_files(arguments.model)
    texts = list_texts(arguments.polnear)
    means = Embedder(files["encoder.onnx"], files["tokenizer.json"]).average(texts)
    print(f"{len(texts)} texts")
    head = fit_head(means, embed_by_base(texts, arguments.base))
    file = io.BytesIO()
    np.save(file, head, allow_pickle=False)
    write_files(arguments.model, {"pooling.npy": file.getvalue()})
    print(f"written into {arguments.model}: {len(file.getvalue()) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
