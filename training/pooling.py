"""The head that makes one vector of a text, on the encoder's layers: fitted, and put beside it.

``python -m training.pooling --polnear DIR --base DIR --model DIR``

The targets are the base encoder's own sentence embeddings (MiniLM-L6, six layers in float32) of
sentences, and of pieces of sentences, of PolNeAR's training part; no pair that people judged is
seen. The head is one linear map from the means of the encoder's layers, by ridge regression, which
has one right answer.
"""

import argparse
import hashlib
import io
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch.nn import functional

from onrecord.articles.sentences import split_sentences
from onrecord.attributions.neural.model import read_model_files
from onrecord.attributions.neural.vectors import LAYERS, Embedder
from training.network import Network, Shape, load_bert

Floats = NDArray[np.float32]

_NORMS = ("layer_norm", "layer_norm_2", "layer_norm_4", "layer_norm_6", "layer_norm_8")
"""What the exporter calls the outputs of the embeddings and of each block."""
_MOST = 24_000
_SHORTEST, _LONGEST = 20, 400
_RIDGE = 100.0
_NARROWING, _LEAST_SPREAD = 0.5, 1e-3
"""How far directions are brought to one spread: 0 leaves them, 1 makes all alike."""
_BATCH = 64
_PIECES = 128


def expose_layers(graph: bytes) -> bytes:
    """The same graph with the encoder's layers among its outputs, under names of their own."""
    model = onnx.load_from_string(graph)
    names = dict(zip(_NORMS, LAYERS, strict=True))
    if {output.name for output in model.graph.output} >= set(LAYERS):
        return graph
    for node in model.graph.node:
        node.input[:] = [names.get(name, name) for name in node.input]
        node.output[:] = [names.get(name, name) for name in node.output]
    for known in model.graph.value_info:
        known.name = names.get(known.name, known.name)
    made = {name for node in model.graph.node for name in node.output}
    if missing := set(LAYERS) - made:
        raise SystemExit(f"the encoder has no {', '.join(sorted(missing))}: see _NORMS")
    width = model.graph.output[2].type.tensor_type.shape.dim[1].dim_param
    model.graph.output.extend(
        onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [1, width, 384])
        for name in LAYERS
    )
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


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


def write_files(folder: Path, files: dict[str, bytes]) -> None:
    """Put files into a model's folder, and what they must be into its description."""
    path = folder / "model.json"
    description = json.loads(path.read_text(encoding="utf-8"))
    for name, content in files.items():
        (folder / name).write_bytes(content)
        description["sha256"][name] = hashlib.sha256(content).hexdigest()
    path.write_text(json.dumps(description, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Expose the layers, fit the head, write both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True, help="folder with train/")
    parser.add_argument("--base", type=Path, required=True, help="folder of the base encoder")
    parser.add_argument("--model", type=Path, required=True, help="folder with model.json")
    arguments = parser.parse_args()
    _, files = read_model_files(arguments.model)
    encoder = expose_layers(files["encoder.onnx"])
    texts = list_texts(arguments.polnear)
    means = Embedder(encoder, files["tokenizer.json"]).average(texts)
    print(f"{len(texts)} texts")
    head = fit_head(means, embed_by_base(texts, arguments.base))
    file = io.BytesIO()
    np.save(file, head, allow_pickle=False)
    write_files(arguments.model, {"encoder.onnx": encoder, "pooling.npy": file.getvalue()})
    print(f"written into {arguments.model}: {len(file.getvalue()) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
