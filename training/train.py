"""Train the reader on PolNeAR: ``python -m training.train --polnear DIR --base DIR --out DIR``.

Every epoch ends with a checkpoint that training goes on from if it is started again, and with the
averaged weights' predictions on the dev split.
"""

import argparse
import copy
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from onrecord.attributions.neural.tokens import load_tokenizer
from training.batches import Batch, draw_texts, make_batches
from training.corpus import Example, read_nested, read_polnear
from training.evaluate import evaluate_network
from training.network import Network, Shape, count_layers, load_bert, shrink
from training.teacher import Lesson, load_lessons, prepare_lessons, save_lessons

ENCODER_RATE, HEAD_RATE = 2e-4, 6e-4
WARM_UP, WEIGHT_DECAY, CLIP = 0.06, 0.01, 1.0
AVERAGE = 0.995
NAME_WEIGHT, TAG_WEIGHT, ANCHOR_WEIGHT, NESTED_WEIGHT, LESSON_WEIGHT = (
    0.2,
    1.0,
    40.0,
    12.0,
    0.5,
)
# About 1 attribution in 17 is missing from PolNeAR's gold: a cue is never wholly ruled out.
MISSING = 0.01
# How far a target moves from gold to the teacher's probability.
TRUST = 0.5
# Layers of the teacher that the smaller network begins with.
KEPT = {6: (0, 1, 2, 3, 4, 5), 5: (0, 1, 2, 4, 5), 4: (0, 1, 3, 5), 3: (0, 3, 5)}


def batch_loss(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The losses of one batch, each weighted."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        outputs = network.encoder(batch.pieces, batch.quotes, batch.cases)
        anchor, names, local, local_cue = (part.flatten(0, 1)[batch.unit] for part in outputs)
        emissions = [
            network.tagger(local[cues.local], local_cue[cues.cue], cues.distances, cues.present)
            for cues in batch.cues
        ]
    known = (batch.names >= 0).sum().clamp(min=1)
    named = functional.cross_entropy(names.float(), batch.names, ignore_index=-100, reduction="sum")
    return {
        **_anchor_losses(anchor.float(), batch),
        "names": NAME_WEIGHT * named / known,
        **_tag_losses(network, [part.float() for part in emissions], batch),
    }


def _anchor_losses(logits: Tensor, batch: Batch) -> dict[str, Tensor]:
    wanted = batch.anchor * (1 - MISSING) + (1 - batch.anchor) * MISSING * 0.5
    taught = batch.teacher_anchor >= 0
    blended = TRUST * batch.teacher_anchor + (1 - TRUST) * wanted[:, 0]
    wanted[:, 0] = torch.where(taught, blended, wanted[:, 0])
    each = functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
    means = (each * batch.anchor_known).sum(0) / batch.anchor_known.sum(0).clamp(min=1)
    return {"anchor": ANCHOR_WEIGHT * means[0], "nested": NESTED_WEIGHT * means[1]}


def _tag_losses(network: Network, emissions: list[Tensor], batch: Batch) -> dict[str, Tensor]:
    tags = lesson = torch.zeros(())
    count, taught = 0, torch.zeros(())
    for scores, cues in zip(emissions, batch.cues, strict=True):
        tags = tags + network.tag_loss(scores, cues.tags, cues.present)
        count += len(cues.cue)
        apart = (cues.teacher.exp() * (cues.teacher - torch.log_softmax(scores, dim=2))).sum(2)
        lesson = lesson + (apart * cues.present * cues.taught[:, None]).sum()
        taught = taught + cues.taught.sum()
    return {
        "tags": TAG_WEIGHT * tags / max(1, count),
        "lesson": LESSON_WEIGHT * lesson / taught.clamp(min=1),
    }


def learning_rate(step: int, steps: int) -> float:
    """Linear warm-up, then linear decay to a fiftieth."""
    warm = max(1, int(WARM_UP * steps))
    if step < warm:
        return (step + 1) / warm
    return max(0.02, (steps - step) / max(1, steps - warm))


def make_optimizer(network: Network) -> torch.optim.Optimizer:
    """AdamW: the pretrained encoder at a lower rate, no decay on norms and biases."""
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, parameter in network.named_parameters():
        pretrained = name.startswith(
            ("encoder.words", "encoder.positions", "encoder.norm", "encoder.blocks")
        )
        rate = ENCODER_RATE if pretrained else HEAD_RATE
        decay = 0.0 if parameter.ndim < 2 else WEIGHT_DECAY
        groups.setdefault((rate, decay), []).append(parameter)
    return torch.optim.AdamW(
        [{"params": p, "lr": r, "initial": r, "weight_decay": d} for (r, d), p in groups.items()],
        fused=True,
    )


def begin_network(arguments: argparse.Namespace) -> Network:
    """A fresh network: from the base, from some layers of its teacher, or from trained weights."""
    if arguments.start is not None:
        weights = torch.load(arguments.start, weights_only=True)
    elif arguments.teacher is not None:
        weights = shrink(torch.load(arguments.teacher, weights_only=True), KEPT[arguments.layers])
    else:
        network = Network(Shape(layers=arguments.layers))
        load_bert(network, load_file(arguments.base / "model.safetensors"))
        return network
    network = Network(Shape(layers=count_layers(weights)))
    network.load_state_dict(weights)
    return network


def ask_teacher(
    arguments: argparse.Namespace, path: Path, examples: list[Example]
) -> dict[str, Lesson]:
    """The teacher's lessons, kept in a file: a stage of its own when training is started again."""
    if arguments.teacher is None:
        return {}
    if not path.exists():
        weights = torch.load(arguments.teacher, weights_only=True)
        teacher = Network(Shape(layers=count_layers(weights)))
        teacher.load_state_dict(weights)
        lessons = prepare_lessons(examples, teacher)
        save_lessons(lessons, path)
        nested = sum(len(lesson.nested or ()) for lesson in lessons.values())
        print(
            f"lessons of {len(lessons)} articles, {nested} nested attributions",
            flush=True,
        )
    return load_lessons(path, with_nested=arguments.nested is None)


class Training:
    """A network under training, its average, and where it stands."""

    def __init__(self, network: Network, steps: int, checkpoint: Path, rate: float) -> None:
        self.network = network
        self.average = copy.deepcopy(network)
        self.optimizer = make_optimizer(network)
        self.steps = steps
        self.step = self.epoch = 0
        self._checkpoint = checkpoint
        self._rate = rate

    def resume(self) -> None:
        """Go on from the checkpoint if there is one."""
        if not self._checkpoint.exists():
            return
        state = torch.load(self._checkpoint, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step, self.epoch = state["step"], state["epoch"] + 1
        print(f"going on after epoch {self.epoch}", flush=True)

    def save(self) -> None:
        """Write the checkpoint, whole or not at all, and the averaged weights of this epoch."""
        state = {
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "epoch": self.epoch,
        }
        fresh = self._checkpoint.with_suffix(".new")
        torch.save(state, fresh)
        fresh.replace(self._checkpoint)
        torch.save(
            self.average.state_dict(),
            self._checkpoint.parent / f"average-{self.epoch}.pt",
        )

    def learn(self, batch: Batch) -> dict[str, float]:
        """One step; its losses."""
        losses = batch_loss(self.network, batch)
        sum(losses.values()).backward()  # type: ignore[union-attr]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), CLIP)
        for group in self.optimizer.param_groups:
            group["lr"] = group["initial"] * self._rate * learning_rate(self.step, self.steps)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        decay = min(AVERAGE, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            pairs = zip(self.average.parameters(), self.network.parameters(), strict=True)
            for mean, current in pairs:
                mean.lerp_(current, 1 - decay)
        self.step += 1
        return {name: loss.item() for name, loss in losses.items()}


class Report:
    """What an epoch's steps cost, in losses and in time."""

    def __init__(self, epoch: int) -> None:
        self._epoch = epoch
        self._began = time.monotonic()
        self._totals: dict[str, float] = {}
        self.count = 0

    def add(self, losses: dict[str, float]) -> None:
        """One step."""
        self.count += 1
        for name, loss in losses.items():
            self._totals[name] = self._totals.get(name, 0.0) + loss

    def __str__(self) -> str:
        means = {name: round(total / self.count, 4) for name, total in self._totals.items()}
        pace = (time.monotonic() - self._began) / self.count
        return f"epoch {self._epoch} {means} {pace:.2f} s/step"


def train(arguments: argparse.Namespace) -> None:
    """Run all epochs, going on from the last checkpoint in the output folder."""
    torch.set_num_threads(arguments.threads)
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = load_tokenizer((arguments.base / "tokenizer.json").read_text(encoding="utf-8"))
    labels = read_nested(arguments.nested) if arguments.nested else None
    examples = list(read_polnear(arguments.polnear / "train", tokenizer, nested=labels))
    dev = list(read_polnear(arguments.polnear / "dev", tokenizer, first_only=True))
    torch.manual_seed(arguments.seed)
    network = begin_network(arguments)
    lessons = ask_teacher(arguments, out / "lessons.pt", examples)
    labelled = [example for example in examples if example.nested is not None]
    examples += labelled * (arguments.repeat - 1)
    per_epoch = sum(1 for _ in draw_batches(examples, {}, arguments, 0))
    steps = per_epoch * arguments.epochs
    training = Training(network, steps, out / "checkpoint.pt", arguments.rate)
    training.resume()
    for epoch in range(training.epoch, arguments.epochs):
        training.epoch = epoch
        torch.manual_seed(arguments.seed * 1000 + epoch)
        network.train()
        report = Report(epoch)
        for batch in draw_batches(examples, lessons, arguments, epoch):
            report.add(training.learn(batch))
            if report.count % 20 == 0:
                print(f"{report} step {training.step}/{training.steps}", flush=True)
        training.save()
        scores = evaluate_network(training.average, dev, out / f"dev-{epoch}.json")
        print(json.dumps({"epoch": epoch, **scores}), flush=True)


def draw_batches(
    examples: list[Example],
    lessons: dict[str, Lesson],
    arguments: argparse.Namespace,
    epoch: int,
) -> Iterator[Batch]:
    """The batches of one epoch, the same for the same seed."""
    source = random.Random(arguments.seed * 1000 + epoch)
    return make_batches(draw_texts(examples, lessons, source), arguments.batch, source)


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True, help="folder with train/ and dev/")
    parser.add_argument("--base", type=Path, required=True, help="folder of the base encoder")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    parser.add_argument("--teacher", type=Path, help="averaged weights of a six-layer network")
    parser.add_argument("--start", type=Path, help="weights to go on from instead")
    parser.add_argument("--nested", type=Path, help="labels of nested attributions")
    parser.add_argument("--repeat", type=int, default=1, help="times an article with such labels")
    parser.add_argument("--rate", type=float, default=1.0, help="factor of the learning rates")
    parser.add_argument("--layers", type=int, default=6, choices=sorted(KEPT))
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--batch", type=int, default=32, help="windows a step")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
