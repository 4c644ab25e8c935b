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
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from onrecord.attributions.neural.tags import AFTER, BEFORE
from onrecord.attributions.neural.tokens import CASES, QUOTE_STATES
from onrecord.attributions.neural.vectors import LAYERS
from training.network import Network, Shape, count_layers

PACKAGE_FOLDER = Path(__file__).parent.parent / "src" / "onrecord" / "data" / "model"
_NORMS = ("layer_norm", "layer_norm_2", "layer_norm_4", "layer_norm_6", "layer_norm_8")
"""What the exporter calls the outputs of the embeddings and of each block."""
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


def write_files(folder: Path, files: dict[str, bytes]) -> None:
    """Put files into a model's folder, and what they must be into its description."""
    path = folder / "model.json"
    description = json.loads(path.read_text(encoding="utf-8"))
    for name, content in files.items():
        (folder / name).write_bytes(content)
        description["sha256"][name] = hashlib.sha256(content).hexdigest()
    path.write_text(json.dumps(description, indent=1) + "\n", encoding="utf-8")


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
    encoder = out / "encoder.onnx"
    encoder.write_bytes(expose_layers(encoder.read_bytes()))
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
        "sha256": {},
        "transitions": network.transitions.detach().numpy().round(5).tolist(),
    }
    (out / "model.json").write_text(json.dumps(description, indent=1) + "\n", encoding="utf-8")
    names = ("encoder.onnx", "tagger.onnx", "tokenizer.json")
    write_files(out, {name: (out / name).read_bytes() for name in names})


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
