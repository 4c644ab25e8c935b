"""Checkpoint → the package's model folder: ONNX in int8, checked against PyTorch.

``python -m training.export --checkpoint FILE --base DIR --name NAME``
"""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from onrecord.attributions.neural.tags import AFTER, BEFORE
from onrecord.attributions.neural.tokens import CASES, QUOTE_STATES
from training.network import Network, Shape, count_layers

PACKAGE_FOLDER = Path(__file__).parent.parent / "src" / "onrecord" / "data" / "model"
_TOLERANCE = 1e-3
THRESHOLD = 0.4


class UnpaddedEncoder(nn.Module):
    """The encoder as it runs in the package: one window at a time, nothing masked."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor, quotes: Tensor, cases: Tensor) -> tuple[Tensor, ...]:
        """(1, T) each."""
        outputs: tuple[Tensor, ...] = self.encoder(pieces, quotes, cases, padded=False)
        return outputs


def export_part(part: nn.Module, inputs: dict[str, Tensor], outputs: list[str], path: Path) -> None:
    """Write one part as float32 ONNX that takes any number of pieces or units."""
    length = torch.export.Dim("length", min=2, max=512)
    # Vectors of one unit have no length; states and local vectors are as wide as they are.
    axes = {"cue": None, "mark": None, "states": 1, "local": 1}
    free = {}
    for name, value in inputs.items():
        axis = axes.get(name, value.ndim - 1)
        free[name] = {} if axis is None else {axis: length}
    torch.onnx.export(
        part,
        tuple(inputs.values()),
        str(path),
        dynamo=True,
        # The first version with an operator for attention, for which onnxruntime has one kernel.
        opset_version=23,
        input_names=list(inputs),
        output_names=outputs,
        dynamic_shapes=tuple(free.values()),
        external_data=False,
    )


def compare(part: nn.Module, path: Path, inputs: dict[str, Tensor]) -> float:
    """Largest difference between PyTorch and the exported graph on these inputs."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    theirs = session.run(None, {name: value.numpy() for name, value in inputs.items()})
    with torch.no_grad():
        ours = part(*inputs.values())
    ours = ours if isinstance(ours, tuple) else (ours,)
    return max(float(np.abs(a.numpy() - b).max()) for a, b in zip(ours, theirs, strict=True))


def encoder_inputs(length: int) -> dict[str, Tensor]:
    """One window of random pieces."""
    generator = torch.Generator().manual_seed(length)
    return {
        "pieces": torch.randint(999, 30000, (1, length), generator=generator),
        "quotes": torch.randint(0, QUOTE_STATES, (1, length), generator=generator),
        "cases": torch.randint(0, CASES, (1, length), generator=generator),
    }


def tagger_inputs(length: int, width: int) -> dict[str, Tensor]:
    """Random vectors of the last units that can be seen."""
    generator = torch.Generator().manual_seed(length)
    return {
        "local": torch.randn(1, length, width, generator=generator),
        "cue": torch.randn(1, width, generator=generator),
        "distances": torch.arange(BEFORE + AFTER - length, BEFORE + AFTER),
    }


def export_checked(
    part: nn.Module, samples: list[dict[str, Tensor]], outputs: list[str], target: Path
) -> None:
    """Write one part in int8, once its float32 graph computes what PyTorch does on all samples."""
    part.eval()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / target.name
        export_part(part, samples[0], outputs, path)
        for sample in samples:
            difference = compare(part, path, sample)
            print(f"{target.stem}: largest difference {difference:.2e}")
            if difference > _TOLERANCE:
                raise SystemExit(f"{target.stem}: the exported graph computes something else")
        quantize_dynamic(
            path,
            target,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


def export(checkpoint: Path, base: Path, name: str, out: Path) -> None:
    """Export, check parity at two shapes, quantise, describe."""
    weights = torch.load(checkpoint, weights_only=True)
    network = Network(Shape(layers=count_layers(weights)))
    network.load_state_dict(weights)
    out.mkdir(parents=True, exist_ok=True)
    width = network.shape.local
    export_checked(
        UnpaddedEncoder(network.encoder),
        [encoder_inputs(40), encoder_inputs(97)],
        ["anchor", "names", "local", "local_cue"],
        out / "encoder.onnx",
    )
    export_checked(
        network.tagger,
        [tagger_inputs(30, width), tagger_inputs(BEFORE + AFTER, width)],
        ["emissions"],
        out / "tagger.onnx",
    )
    shutil.copy(base / "tokenizer.json", out / "tokenizer.json")
    description = {
        "format": 2,
        "name": name,
        # Of bare scores, until training.calibrate says what they are worth.
        "threshold": THRESHOLD,
        "nested_threshold": THRESHOLD,
        "sha256": {
            file: hashlib.sha256((out / file).read_bytes()).hexdigest()
            for file in ("encoder.onnx", "tagger.onnx", "tokenizer.json")
        },
        "transitions": network.transitions.detach().numpy().round(5).tolist(),
    }
    (out / "model.json").write_text(json.dumps(description, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Parse the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True, help="averaged weights")
    parser.add_argument("--base", type=Path, required=True, help="folder of the base encoder")
    parser.add_argument("--name", default="onrecord-minilm-l4-2")
    parser.add_argument("--out", type=Path, default=PACKAGE_FOLDER)
    arguments = parser.parse_args()
    export(arguments.checkpoint, arguments.base, arguments.name, arguments.out)


if __name__ == "__main__":
    main()
