"""Checkpoint → the package's model folder: ONNX in int8, checked against PyTorch.

``python -m training.export --checkpoint FILE --base DIR --name NAME``
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from onrecord.attributions.neural.tags import AFTER, BEFORE
from training.network import Network, Shape

PACKAGE_FOLDER = Path(__file__).parent.parent / "src" / "onrecord" / "data" / "model"
_TOLERANCE = 1e-3


def export_part(
    part: nn.Module, inputs: dict[str, torch.Tensor], outputs: list[str], path: Path
) -> None:
    """Write one part as float32 ONNX whose first two axes are free (the first one for the cue)."""
    batch, length = torch.export.Dim("batch", min=1, max=4096), torch.export.Dim("length", max=512)
    free = "pieces" in inputs
    shapes = tuple({0: batch, 1: length} if free else {0: batch} for _ in inputs)
    torch.onnx.export(
        part,
        tuple(inputs.values()),
        str(path),
        dynamo=True,
        input_names=list(inputs),
        output_names=outputs,
        dynamic_shapes=shapes,
        external_data=False,
    )


def compare(part: nn.Module, path: Path, inputs: dict[str, torch.Tensor]) -> float:
    """Largest difference between PyTorch and the exported graph on these inputs."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    theirs = session.run(None, {name: value.numpy() for name, value in inputs.items()})
    with torch.no_grad():
        ours = part(*inputs.values())
    ours = ours if isinstance(ours, tuple) else (ours,)
    return max(float(np.abs(a.numpy() - b).max()) for a, b in zip(ours, theirs, strict=True))


def encoder_inputs(batch: int, length: int) -> dict[str, torch.Tensor]:
    """Random pieces, the last ones of the first row padded."""
    generator = torch.Generator().manual_seed(batch * 1000 + length)
    pieces = torch.randint(999, 30000, (batch, length), generator=generator)
    pieces[0, length // 2 :] = 0
    return {
        "pieces": pieces,
        "quotes": torch.randint(0, 3, (batch, length), generator=generator),
        "cases": torch.randint(0, 4, (batch, length), generator=generator),
    }


def tagger_inputs(count: int, width: int) -> dict[str, torch.Tensor]:
    """Random vectors, the last units of the first row absent."""
    generator = torch.Generator().manual_seed(count)
    length = BEFORE + AFTER
    present = torch.ones(count, length)
    present[0, length // 2 :] = 0
    return {
        "local": torch.randn(count, length, width, generator=generator),
        "cue": torch.randn(count, width, generator=generator),
        "present": present,
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
        ("encoder", network.encoder, encoder_names, [encoder_inputs(2, 40), encoder_inputs(5, 97)]),
        (
            "tagger",
            network.tagger,
            ["emissions"],
            [tagger_inputs(3, width), tagger_inputs(11, width)],
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
