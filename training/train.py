"""Train the reader on PolNeAR: ``python -m training.train --polnear DIR --base DIR --out DIR``.

Every epoch ends with a checkpoint that training goes on from if it is started again, and with the
scores of the averaged weights on the dev split.
"""

import argparse
import copy
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from onrecord.attributions.neural.tags import AFTER, BEFORE, Tag
from onrecord.attributions.neural.tokens import (
    CLS,
    SEP,
    Tokens,
    load_tokenizer,
)
from training.corpus import Example, read_polnear
from training.network import Network, Shape, load_bert

ENCODER_RATE, HEAD_RATE = 2e-4, 6e-4
WARM_UP, WEIGHT_DECAY, CLIP = 0.06, 0.01, 1.0
AVERAGE = 0.995
NAME_WEIGHT, TAG_WEIGHT, ANCHOR_WEIGHT = 0.2, 1.0, 40.0
# About 1 attribution in 17 is missing from PolNeAR's gold: a cue is never wholly ruled out.
MISSING = 0.01
# Units this close to where a window was cut are read without context and teach nothing.
MARGIN = 24
# Pieces in a window.
WINDOW = 384
# Pieces that two windows share, and the most by which an article's first one is cut short.
SHARED, SHIFT = 64, 256


# Share of windows cut down to a few sentences: the network must also read short texts, and the
# contents that are read on their own for nested attributions.
CROPPED = 0.2
LONGEST_CROP = 4


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces [start, end) of one article; margins are pieces at a cut edge that teach nothing."""

    example: Example
    start: int
    end: int
    margin_before: int
    margin_after: int

    @property
    def units(self) -> tuple[int, int]:
        """First and one past the last unit."""
        first, last = np.searchsorted(self.example.tokens.firsts, [self.start, self.end])
        return int(first), int(last)

    @property
    def taught(self) -> tuple[int, int]:
        """First and one past the last unit that teaches."""
        first, last = self.units
        return first + self.margin_before, last - self.margin_after


class Batch:
    """Windows of several articles, padded, with their gold."""

    def __init__(self, windows: list[Window]) -> None:
        length = max(window.end - window.start for window in windows) + 2
        size = (len(windows), length)
        self.pieces = torch.zeros(size, dtype=torch.long)
        self.quotes = torch.zeros(size, dtype=torch.long)
        self.cases = torch.zeros(size, dtype=torch.long)
        self.names = torch.full(size, -100)
        self.anchor = torch.zeros(size)
        self.anchor_known = torch.zeros(size)
        rows: list[tuple[int, int, np.ndarray, np.ndarray, np.ndarray]] = []
        for row, window in enumerate(windows):
            self._fill(row, window)
            rows.extend(self._find_cues(row, window))
        self.cue_row = torch.tensor([r[0] for r in rows], dtype=torch.long)
        self.cue_piece = torch.tensor([r[1] for r in rows], dtype=torch.long)
        shape = (len(rows), BEFORE + AFTER)
        self.local_piece = torch.from_numpy(np.array([r[2] for r in rows]).reshape(shape))
        self.present = torch.from_numpy(np.array([r[3] for r in rows]).reshape(shape))
        self.tags = torch.from_numpy(np.array([r[4] for r in rows]).reshape(shape))

    def _fill(self, row: int, window: Window) -> None:
        tokens, start, end = window.example.tokens, window.start, window.end
        size = end - start
        self.pieces[row, 0], self.pieces[row, size + 1] = CLS, SEP
        for target, values in (
            (self.pieces, tokens.pieces),
            (self.quotes, tokens.quotes),
            (self.cases, tokens.cases),
        ):
            target[row, 1 : size + 1] = torch.from_numpy(values[start:end].copy())
        first, last = window.units
        where = torch.from_numpy(tokens.firsts[first:last] - start + 1)
        self.names[row, where] = torch.from_numpy(window.example.names[first:last].copy())
        low, high = window.taught
        if low < high:
            self.anchor_known[row, torch.from_numpy(tokens.firsts[low:high] - start + 1)] = 1.0

    def _find_cues(
        self, row: int, window: Window
    ) -> Iterator[tuple[int, int, np.ndarray, np.ndarray, np.ndarray]]:
        """Per gold cue in the window: row, its piece, and around it pieces, presence and tags."""
        tokens, start = window.example.tokens, window.start
        first, last = window.units
        low, high = window.taught
        for attribution in window.example.attributions:
            anchor = attribution.anchor
            if not first <= anchor < last:
                continue
            piece = int(tokens.firsts[anchor] - start + 1)
            self.anchor[row, piece] = 1.0
            units = anchor + np.arange(-BEFORE, AFTER)
            present = (units >= first) & (units < last)
            tags = np.zeros(len(units), dtype=np.int64)
            inside = (attribution.units >= units[0]) & (attribution.units <= units[-1])
            tags[attribution.units[inside] - units[0]] = attribution.tags[inside]
            tags[~present] = 0
            if Tag.CONTENT not in tags:
                # What is said stands outside the window: neither a cue nor none.
                self.anchor_known[row, piece] = 0.0
            elif low <= anchor < high:
                pieces = tokens.firsts[np.clip(units, first, last - 1)] - start + 1
                yield row, piece, pieces, present.astype(np.float32), tags


def cut_windows(examples: list[Example], source: random.Random) -> list[Window]:
    """Windows over all articles, each article cut at another place every epoch, some cropped."""
    windows = []
    for example in examples:
        length = len(example.tokens.pieces)
        offset = source.randrange(SHIFT) if length > SHIFT else 0
        for start, end in slide_windows(example.tokens, offset):
            margins = (MARGIN if start > 0 else 0, MARGIN if end < length else 0)
            window = Window(example, start, end, *margins)
            cropped = crop_window(window, source) if source.random() < CROPPED else None
            windows.append(cropped or window)
    return windows


def slide_windows(tokens: Tokens, offset: int) -> Iterator[tuple[int, int]]:
    """Start and end piece of windows as long as they may be, the first one cut short by offset."""
    length, room = len(tokens.pieces), WINDOW - 2
    boundaries = np.append(tokens.firsts, length)
    start, end = 0, min(length, room - offset)
    while True:
        end = int(boundaries[np.searchsorted(boundaries, end, "right") - 1])
        yield start, end
        if end == length:
            return
        start = length - room if end - SHARED + room > length else end - SHARED
        start = int(boundaries[np.searchsorted(boundaries, max(0, start))])
        end = min(length, start + room)


def crop_window(window: Window, source: random.Random) -> Window | None:
    """A few whole sentences of the window as a text of their own; None if it holds none."""
    sentences = window.example.sentences
    inside = sentences[(sentences >= window.start) & (sentences <= window.end)].tolist()
    if len(inside) < 2:
        return None
    first = source.randrange(len(inside) - 1)
    last = min(len(inside) - 1, first + source.randint(1, LONGEST_CROP))
    return Window(window.example, inside[first], inside[last], 0, 0)


def make_batches(windows: list[Window], size: int, source: random.Random) -> list[list[Window]]:
    """Shuffled batches of windows of about the same length."""
    source.shuffle(windows)
    pools = [windows[i : i + size * 16] for i in range(0, len(windows), size * 16)]
    batches = []
    for pool in pools:
        pool.sort(key=lambda w: w.end - w.start)
        batches += [pool[i : i + size] for i in range(0, len(pool), size)]
    source.shuffle(batches)
    return batches


def batch_loss(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The three losses of one batch."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        anchor, names, local, local_cue = network.encoder(batch.pieces, batch.quotes, batch.cases)
        vectors = local[batch.cue_row[:, None], batch.local_piece]
        vectors = vectors * batch.present[:, :, None]
        cue = local_cue[batch.cue_row, batch.cue_piece]
        everywhere = torch.arange(BEFORE + AFTER)
        emissions = network.tagger(vectors, cue, everywhere, batch.present)
    wanted = batch.anchor * (1 - MISSING) + (1 - batch.anchor) * MISSING * 0.5
    each = functional.binary_cross_entropy_with_logits(anchor.float(), wanted, reduction="none")
    losses = {
        "anchor": (each * batch.anchor_known).sum() / batch.anchor_known.sum().clamp(min=1),
        "names": functional.cross_entropy(
            names.float().flatten(0, 1), batch.names.flatten(), ignore_index=-100
        ),
    }
    if len(batch.cue_row):
        losses["tags"] = network.tag_loss(emissions.float(), batch.tags, batch.present)
    return losses


class TorchBackend:
    """The network under training, as `onrecord.attributions.neural.scoring` wants it."""

    def __init__(self, network: Network) -> None:
        self.network = network.eval()
        self.transitions = network.transitions.detach().numpy()

    def encode(self, *arrays: np.ndarray) -> list[np.ndarray]:
        """See `Backend`."""
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            inputs = (torch.from_numpy(array)[None] for array in arrays)
            outputs = self.network.encoder(*inputs, padded=False)
        return [output[0].float().numpy() for output in outputs]

    def tag(self, local: np.ndarray, cue: np.ndarray, distances: np.ndarray) -> np.ndarray:
        """See `Backend`."""
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            vectors, anchor = torch.from_numpy(local)[None], torch.from_numpy(cue)[None]
            emissions = self.network.tagger(vectors, anchor, torch.from_numpy(distances))
            return emissions[0].float().numpy()


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


def train(arguments: argparse.Namespace) -> None:
    """Run all epochs, going on from the last checkpoint in the output folder."""
    from training.evaluate import evaluate_network

    torch.set_num_threads(arguments.threads)
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = load_tokenizer((arguments.base / "tokenizer.json").read_text(encoding="utf-8"))
    examples = list(read_polnear(arguments.polnear / "train", tokenizer))
    dev = list(read_polnear(arguments.polnear / "dev", tokenizer, first_only=True))
    torch.manual_seed(arguments.seed)
    network = Network(Shape())
    load_bert(network, load_file(arguments.base / "model.safetensors"))
    average = copy.deepcopy(network)
    optimizer = make_optimizer(network)
    per_epoch = len(cut_windows(examples, random.Random(arguments.seed))) / arguments.batch
    steps = int(per_epoch * arguments.epochs)
    step, first_epoch = 0, 0
    checkpoint = out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(state["network"])
        average.load_state_dict(state["average"])
        optimizer.load_state_dict(state["optimizer"])
        step, first_epoch = state["step"], state["epoch"] + 1
        print(f"going on after epoch {first_epoch}", flush=True)
    for epoch in range(first_epoch, arguments.epochs):
        source = random.Random(arguments.seed * 1000 + epoch)
        torch.manual_seed(arguments.seed * 1000 + epoch)
        network.train()
        began, totals, seen = time.monotonic(), {}, 0
        for windows in make_batches(cut_windows(examples, source), arguments.batch, source):
            losses = batch_loss(network, Batch(windows))
            weights = {"anchor": ANCHOR_WEIGHT, "names": NAME_WEIGHT, "tags": TAG_WEIGHT}
            sum(weights[k] * v for k, v in losses.items()).backward()  # type: ignore[union-attr]
            torch.nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            for group in optimizer.param_groups:
                group["lr"] = group["initial"] * learning_rate(step, steps)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            decay = min(AVERAGE, (1 + step) / (10 + step))
            with torch.no_grad():
                for mean, current in zip(average.parameters(), network.parameters(), strict=True):
                    mean.lerp_(current, 1 - decay)
            step, seen = step + 1, seen + 1
            for name, loss in losses.items():
                totals[name] = totals.get(name, 0.0) + loss.item()
            if seen % 20 == 0:
                means = {k: round(v / seen, 4) for k, v in totals.items()}
                print(
                    f"epoch {epoch} step {step}/{steps} {means} "
                    f"{(time.monotonic() - began) / seen:.2f} s/step",
                    flush=True,
                )
        state = {
            "network": network.state_dict(),
            "average": average.state_dict(),
            "optimizer": optimizer.state_dict(),
            "step": step,
            "epoch": epoch,
        }
        torch.save(state, checkpoint.with_suffix(".new"))
        checkpoint.with_suffix(".new").replace(checkpoint)
        torch.save(average.state_dict(), out / f"average-{epoch}.pt")
        scores = evaluate_network(average, dev, out / f"dev-{epoch}.json")
        print(json.dumps({"epoch": epoch, **scores}), flush=True)


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True, help="folder with train/ and dev/")
    parser.add_argument("--base", type=Path, required=True, help="folder of the base encoder")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--batch", type=int, default=16, help="windows a step")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
