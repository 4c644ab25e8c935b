"""Train the branch that reads stands, answers and absences, and put it into the package.

``python -m training.stands --polnear DIR --model DIR --out DIR``

Every epoch ends with a checkpoint that training goes on from if it is started again.
"""

import argparse
import json
import random
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.attributions.neural.tags import AFTER, BEFORE
from training.export import export_checked, tagger_inputs, write_files
from training.loop import Plan, Report, Training
from training.network import Shape
from training.stand_batches import StandBatch, StandText, make_stand_batches, read_stand_texts
from training.stand_labels import LABELS, UNKNOWN, Mark
from training.stand_network import StandNetwork

BRANCH_RATE, HEAD_RATE = 2e-4, 8e-4
WEIGHT_DECAY, CLIP = 0.01, 4.0
AVERAGE = 0.99
# Answers are a sixth as frequent as stands, absences a hundredth.
WEIGHTS = {Mark.STAND: 120.0, Mark.ANSWER: 250.0, Mark.ABSENCE: 100.0}
WORD_WEIGHT = 2.0


def stand_losses(network: StandNetwork, batch: StandBatch) -> dict[str, Tensor]:
    """The losses of one batch, each weighted."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        outputs = network.branch(batch.states, batch.bias)
        *heads, word, local, local_cue = (part.flatten(0, 1)[batch.unit] for part in outputs)
        emissions = [
            network.tagger(
                local[cues.local], local_cue[cues.cue], cues.distances, cues.mark, cues.present
            )
            for cues in batch.cues
        ]
    losses = {}
    for mark, logits in zip(Mark, heads, strict=True):
        each = functional.cross_entropy(logits.float(), batch.chosen[:, mark], reduction="none")
        known = batch.known[:, mark]
        losses[mark.name.lower()] = WEIGHTS[mark] * (each * known).sum() / known.sum().clamp(min=1)
    if bool((batch.word != UNKNOWN).any()):
        told = functional.cross_entropy(word.float(), batch.word, ignore_index=UNKNOWN)
        losses["word"] = WORD_WEIGHT * told
    if batch.cues:
        tags = torch.zeros(())
        for scores, cues in zip(emissions, batch.cues, strict=True):
            tags = tags + network.tag_loss(scores.float(), cues.tags, cues.present)
        losses["tags"] = tags / sum(len(cues.cue) for cues in batch.cues)
    return losses


def _make_optimizer(network: StandNetwork) -> torch.optim.Optimizer:
    layers = set(network.branch.blocks.parameters())
    rest = [each for each in network.parameters() if each not in layers]
    return torch.optim.AdamW(
        [
            {"params": list(layers), "lr": BRANCH_RATE, "initial": BRANCH_RATE},
            {"params": rest, "lr": HEAD_RATE, "initial": HEAD_RATE},
        ],
        weight_decay=WEIGHT_DECAY,
        fused=True,
    )


def train(texts: list[StandText], arguments: argparse.Namespace) -> StandNetwork:
    """Run all epochs, going on from the last checkpoint in the output folder."""
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)
    arguments.out.mkdir(parents=True, exist_ok=True)

    def draw(epoch: int) -> random.Random:
        return random.Random(arguments.seed * 1000 + epoch)

    steps = sum(
        1
        for e in range(arguments.epochs)
        for _ in make_stand_batches(texts, arguments.batch, draw(e))
    )
    network = StandNetwork(arguments.model, Shape())
    training = Training(
        network,
        _make_optimizer(network),
        stand_losses,
        Plan(steps, clip=CLIP, average=AVERAGE),
        arguments.out / "stands.pt",
    )
    training.resume()
    for epoch in range(training.epoch, arguments.epochs):
        training.epoch = epoch
        torch.manual_seed(arguments.seed * 1000 + epoch)
        network.train()
        report = Report(epoch)
        for batch in make_stand_batches(texts, arguments.batch, draw(epoch)):
            report.add(training.learn(batch))
        training.save()
        print(report, flush=True)
    return training.average


def _branch_inputs(length: int, width: int) -> dict[str, Tensor]:
    generator = torch.Generator().manual_seed(length)
    return {"states": torch.randn(1, length, width, generator=generator)}


def _tagger_inputs(length: int, width: int) -> dict[str, Tensor]:
    return tagger_inputs(length, width) | {"mark": torch.tensor([int(Mark.ANSWER)])}


def put_into_package(network: StandNetwork, model: Path, work: Path) -> None:
    """Export both parts, check parity at two shapes, quantise, and name them in the description."""
    shape = Shape()
    export_checked(
        network.branch,
        [_branch_inputs(40, shape.hidden), _branch_inputs(97, shape.hidden)],
        ["stance", "kind", "missing", "word", "local", "local_cue"],
        work / "stands.onnx",
    )
    export_checked(
        network.tagger,
        [_tagger_inputs(30, shape.local), _tagger_inputs(BEFORE + AFTER, shape.local)],
        ["emissions"],
        work / "stand_tagger.onnx",
    )
    moves = {"transitions": network.transitions.detach().numpy().round(5).tolist()}
    files = {
        "stands.onnx": (work / "stands.onnx").read_bytes(),
        "stand_tagger.onnx": (work / "stand_tagger.onnx").read_bytes(),
        "stands.json": (json.dumps(moves, indent=1) + "\n").encode(),
    }
    write_files(model, files)


def main() -> None:
    """Parse the command line, train, and put the result into the package."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True, help="folder with train/")
    parser.add_argument("--model", type=Path, required=True, help="folder with model.json")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    parser.add_argument("--labels", type=Path, nargs="+", default=LABELS)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=24, help="windows a step")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    texts = read_stand_texts(arguments.polnear, arguments.labels, arguments.model)
    begun = sum(len(text.beginnings) for text in texts)
    print(f"{len(texts)} articles, {begun} beginnings", flush=True)
    put_into_package(train(texts, arguments).eval(), arguments.model, arguments.out)


if __name__ == "__main__":
    main()
