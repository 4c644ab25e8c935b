"""The branch that reads stands, answers and absences: a copy of the encoder's layers.

It begins as what ships: the encoder's four layers, the heads' hidden layers and the tagger, taken
out of the int8 graphs. The embeddings below stay as they are and are run as shipped, so what the
branch learns from is what it will read.
"""

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn

from training.network import Block, Network, Shape, Tagger
from training.stand_labels import LAYOUTS, OTHER_WORD, Mark

FIRST = 0
"""The first of the encoder's layers that the branch has a copy of."""
_NOTHING = 4.0
"""What the heads' "none" begins with: one unit in a hundred begins something."""
_ORDER = ("query_key_value", "output", "inner", "outer")


class Branch(nn.Module):
    """The embeddings → what begins at each piece, and what the tagger reads."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(
            Block(shape.hidden, shape.heads, shape.feedforward, shape.dropout)
            for _ in range(shape.layers - FIRST)
        )
        classes = [1 + len(layout.classes) for layout in LAYOUTS.values()]
        self.stance, self.kind, self.missing = (
            _make_head(shape.hidden, each, nothing=_NOTHING) for each in classes
        )
        self.word = _make_head(shape.hidden, OTHER_WORD + 1)
        self.local = nn.Linear(shape.hidden, shape.local)
        self.local_cue = nn.Linear(shape.hidden, shape.local)

    def forward(self, states: Tensor, bias: Tensor | None = None) -> tuple[Tensor, ...]:
        """One pass.

        Args:
            states: (B, T, hidden).
            bias: see `Block`.

        Returns:
            stance, kind, missing and word logits (B, T, classes), local and local_cue (B, T, d).
        """
        for block in self.blocks:
            states = block(states, bias)
        return (
            self.stance(states),
            self.kind(states),
            self.missing(states),
            self.word(states),
            self.local(states),
            self.local_cue(states),
        )


class StandTagger(nn.Module):
    """The tagger, told what begins at the unit that it looks from."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.marks = nn.Embedding(len(Mark), shape.local)
        self.tagger = Tagger(shape)
        nn.init.zeros_(self.marks.weight)

    def forward(
        self,
        local: Tensor,
        cue: Tensor,
        distances: Tensor,
        mark: Tensor,
        present: Tensor | None = None,
    ) -> Tensor:
        """See `Tagger`; mark: (N,)."""
        emissions: Tensor = self.tagger(local, cue + self.marks(mark), distances, present)
        return emissions


class StandNetwork(nn.Module):
    """Branch, tagger and the transitions between tags, as they ship for attributions."""

    def __init__(self, model: Path, shape: Shape) -> None:
        super().__init__()
        self.branch = Branch(shape)
        self.tagger = StandTagger(shape)
        description = json.loads((model / "model.json").read_text(encoding="utf-8"))
        self.transitions = nn.Parameter(torch.tensor(description["transitions"]))
        encoder, tagger = read_shipped(model, shape)
        for number, block in enumerate(self.branch.blocks):
            block.load_state_dict(_under(encoder, f"encoder.blocks.{number + FIRST}."))
        for head in (self.branch.stance, self.branch.kind, self.branch.missing, self.branch.word):
            head[0].load_state_dict(_under(encoder, "encoder.anchor.0."))
        self.branch.local.load_state_dict(_under(encoder, "encoder.local."))
        self.branch.local_cue.load_state_dict(_under(encoder, "encoder.local_cue."))
        self.tagger.tagger.load_state_dict(tagger)

    tag_loss = Network.tag_loss


def _make_head(width: int, classes: int, *, nothing: float = 0.0) -> nn.Sequential:
    """A head whose first class begins as likely as this logit says."""
    head = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.Linear(width, classes))
    nn.init.normal_(head[2].weight, std=0.02)
    nn.init.zeros_(head[2].bias)
    with torch.no_grad():
        head[2].bias[0] = nothing
    return head


def _under(weights: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {n.removeprefix(prefix): w for n, w in weights.items() if n.startswith(prefix)}


def read_shipped(model: Path, shape: Shape) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """The weights of a packaged encoder and tagger, out of int8, by their names in `Network`.

    The exporter keeps the names of vectors and tables; matrices lose theirs, but stand in the
    order in which the network uses them.
    """
    encoder, matrices = _read_graph(model / "encoder.onnx")
    names = [f"encoder.blocks.{n}.{part}" for n in range(shape.layers) for part in _ORDER]
    heads = ("anchor.0", "anchor.2", "names", "local", "local_cue")
    names += [f"encoder.{part}" for part in heads]
    encoder |= _name_matrices(names, matrices)
    tagger, matrices = _read_graph(model / "tagger.onnx")
    names = [f"blocks.{n}.{part}" for n in range(shape.local_layers) for part in _ORDER]
    tagger |= _name_matrices([*names, "tags"], matrices)
    return _as_tensors(encoder), _as_tensors(tagger)


Arrays = dict[str, NDArray[np.float32]]


def _name_matrices(names: list[str], matrices: list[NDArray[np.float32]]) -> Arrays:
    return {f"{name}.weight": each for name, each in zip(names, matrices, strict=True)}


def _as_tensors(arrays: Arrays) -> dict[str, Tensor]:
    return {name: torch.from_numpy(np.array(each)) for name, each in arrays.items()}


def _read_graph(path: Path) -> tuple[Arrays, list[NDArray[np.float32]]]:
    """Named weights of a quantised graph, and its matrices in order, as (out, in)."""
    graph = onnx.load(path).graph
    kept = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    named: Arrays = {}
    matrices = []
    for name, values in kept.items():
        base = name.removesuffix("_quantized")
        if base != name:
            zero = kept[f"{base}_zero_point"].astype(np.float32)
            whole = (values.astype(np.float32) - zero) * kept[f"{base}_scale"]
            if base.startswith("val_"):
                matrices.append(np.ascontiguousarray(whole.T, dtype=np.float32))
            else:
                named[base] = whole.astype(np.float32)
        elif not name.startswith("val_") and not name.endswith(("_scale", "_zero_point")):
            named[name] = values.astype(np.float32)
    return named, matrices
