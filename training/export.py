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
from training.network import Network, Shape

PACKAGE_FOLDER = Path(__file__).parent.parent / "src" / "onrecord" / "data" / "model"
_TOLERANCE = 1e-3


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
    free = {
        name: {} if name == "cue" else {value.ndim - 1: length} for name, value in inputs.items()
    }
    if "local" in inputs:
        free["local"] = {1: length}
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


def export(checkpoint: Path, base: Path, name: str, threshold: float, out: Path) -> None:
    """Export, check parity at two shapes, quantise, describe."""
    network = Network(Shape())
    network.load_state_dict(torch.load(checkpoint, weights_only=True))
    network.eval()
    out.mkdir(parents=True, exist_ok=True)
    width = network.shape.local
    encoder_names = ["anchor", "names", "local", "local_cue"]
    parts = [
        (
            "encoder",
            UnpaddedEncoder(network.encoder),
            encoder_names,
            [encoder_inputs(40), encoder_inputs(97)],
        ),
        (
            "tagger",
            network.tagger,
            ["emissions"],
            [tagger_inputs(30, width), tagger_inputs(BEFORE + AFTER, width)],
        ),
    ]
    with tempfile.TemporaryDirectory() as folder:
        for part_name, part, outputs, samples in parts:
            path = Path(folder) / f"{part_name}.onnx"
            export_part(part, samples[0], outputs, path)
            for sample in samples:
                difference = compare(part, path, sample)
                print(f"{part_name}: largest difference {difference:.2e}")
                if difference > _TOLERANCE:
                    raise SystemExit(f"{part_name}: the exported graph computes something else")
            target = out / f"{part_name}.onnx"
            quantize_dynamic(
                path,
                target,
                weight_type=QuantType.QInt8,
                per_channel=True,
                op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            )
            print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")
    shutil.copy(base / "tokenizer.json", out / "tokenizer.json")
    description = {
        "format": 1,
        "name": name,
        "threshold": threshold,
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
    parser.add_argument("--name", default="onrecord-minilm-l6-1")
    parser.add_argument("--threshold", type=float, default=0.4)
    parser.add_argument("--out", type=Path, default=PACKAGE_FOLDER)
    arguments = parser.parse_args()
    export(arguments.checkpoint, arguments.base, arguments.name, arguments.threshold, arguments.out)


if __name__ == "__main__":
    main()
