"""Train the reader on PolNeAR: ``python -m training.train --polnear DIR --base DIR --out DIR``.

Every epoch ends with a checkpoint that training goes on from if it is started again, and with the
averaged weights' predictions on the dev split.
"""

import argparse
import json
import random
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
from training.loop import Plan, Report, Training
from training.network import Network, Shape, count_layers, load_bert, shrink
from training.teacher import Lesson, load_lessons, prepare_lessons, save_lessons

ENCODER_RATE, HEAD_RATE = 2e-4, 6e-4
WEIGHT_DECAY = 0.01
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
    training = Training(
        network,
        make_optimizer(network),
        batch_loss,
        Plan(steps, arguments.rate),
        out / "checkpoint.pt",
    )
    training.resume()
    for epoch in range(training.epoch, arguments.epochs):
        training.epoch = epoch
        torch.manual_seed(arguments.seed * 1000 + epoch)
        network.train()
        report = Report(epoch)
        for batch in draw_batches(examples, lessons, arguments, epoch):
            report.add(training.learn(batch))
            if report.count % 20 == 0:
                print(f"{report} step {training.step}/{steps}", flush=True)
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
