"""Train the branch that reads stands, answers and absences, and put it into the package.

``python -m training.stands --polnear DIR --model DIR --out DIR``

Every epoch ends with a checkpoint that training goes on from if it is started again.
"""

import argparse
import copy
import json
import random
import time
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.attributions.neural.stands import Mark
from onrecord.attributions.neural.tags import AFTER, BEFORE
from training.export import export_checked
from training.network import Shape
from training.pooling import write_files
from training.stand_batches import StandBatch, StandText, make_stand_batches, read_stand_texts
from training.stand_labels import UNKNOWN
from training.stand_network import StandNetwork
from training.train import learning_rate

LABELS = Path(__file__).parent / "labels" / "stands.jsonl"
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
                local[cues.local], local_cue[cues.cue], cues.mark, cues.distances, cues.present
            )
            for cues in batch.cues
        ]
    losses = {}
    for mark, logits in zip(Mark, heads, strict=True):
        each = functional.cross_entropy(logits.float(), batch.chosen[:, mark], reduction="none")
        known = batch.known[:, mark]
        losses[mark.name.lower()] = WEIGHTS[mark] * (each * known).sum() / known.sum()
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


class StandTraining:
    """A network under training, its average, and where it stands."""

    def __init__(self, network: StandNetwork, steps: int, checkpoint: Path) -> None:
        self.network = network
        self.average = copy.deepcopy(network)
        self.optimizer = _make_optimizer(network)
        self.steps = steps
        self.step = self.epoch = 0
        self._checkpoint = checkpoint

    def resume(self) -> None:
        """Go on from the checkpoint if there is one."""
        if not self._checkpoint.exists():
            return
        state = torch.load(self._checkpoint, weights_only=True)
        for part in ("network", "average", "optimizer"):
            getattr(self, part).load_state_dict(state[part])
        self.step, self.epoch = state["step"], state["epoch"]
        print(f"going on after epoch {self.epoch}", flush=True)

    def save(self) -> None:
        """Write the checkpoint, whole or not at all."""
        parts = ("network", "average", "optimizer")
        state = {part: getattr(self, part).state_dict() for part in parts}
        fresh = self._checkpoint.with_suffix(".new")
        torch.save(state | {"step": self.step, "epoch": self.epoch}, fresh)
        fresh.replace(self._checkpoint)

    def learn(self, batch: StandBatch) -> dict[str, float]:
        """One step; its losses."""
        losses = stand_losses(self.network, batch)
        torch.stack(list(losses.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), CLIP)
        for group in self.optimizer.param_groups:
            group["lr"] = group["initial"] * learning_rate(self.step, self.steps)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.step += 1
        decay = min(AVERAGE, self.step / (9 + self.step))
        with torch.no_grad():
            pairs = zip(self.average.parameters(), self.network.parameters(), strict=True)
            for mean, current in pairs:
                mean.lerp_(current, 1 - decay)
        return {name: loss.item() for name, loss in losses.items()}


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
    training = StandTraining(network, steps, arguments.out / "stands.pt")
    training.resume()
    while training.epoch < arguments.epochs:
        began, totals, count = time.monotonic(), {}, 0
        torch.manual_seed(arguments.seed * 1000 + training.epoch)
        network.train()
        for batch in make_stand_batches(texts, arguments.batch, draw(training.epoch)):
            count += 1
            for name, loss in training.learn(batch).items():
                totals[name] = totals.get(name, 0.0) + loss
        training.epoch += 1
        training.save()
        means = {name: round(total / count, 3) for name, total in totals.items()}
        print(f"epoch {training.epoch} {means} {time.monotonic() - began:.0f} s", flush=True)
    return training.average


class _Unpadded(nn.Module):
    """The branch as it runs in the package: one window at a time, nothing masked."""

    def __init__(self, branch: nn.Module) -> None:
        super().__init__()
        self.branch = branch

    def forward(self, states: Tensor) -> tuple[Tensor, ...]:
        """(1, T, width)."""
        outputs: tuple[Tensor, ...] = self.branch(states)
        return outputs


def _branch_inputs(length: int, width: int) -> dict[str, Tensor]:
    generator = torch.Generator().manual_seed(length)
    return {"states": torch.randn(1, length, width, generator=generator)}


def _tagger_inputs(length: int, width: int) -> dict[str, Tensor]:
    generator = torch.Generator().manual_seed(length)
    return {
        "local": torch.randn(1, length, width, generator=generator),
        "cue": torch.randn(1, width, generator=generator),
        "mark": torch.tensor([int(Mark.ANSWER)]),
        "distances": torch.arange(BEFORE + AFTER - length, BEFORE + AFTER),
    }


def put_into_package(network: StandNetwork, model: Path, work: Path) -> None:
    """Export both parts, check parity at two shapes, quantise, and name them in the description."""
    shape = Shape()
    export_checked(
        _Unpadded(network.branch),
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
    parser.add_argument("--labels", type=Path, default=LABELS)
    parser.add_argument("--epochs", type=int, default=6)
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
