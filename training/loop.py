"""The loop that every network here is trained by: steps, their average, checkpoints, reports."""

import copy
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import torch
from torch import Tensor, nn

WARM_UP = 0.06

N = TypeVar("N", bound=nn.Module)
B = TypeVar("B")


def learning_rate(step: int, steps: int) -> float:
    """Linear warm-up, then linear decay to a fiftieth."""
    warm = max(1, int(WARM_UP * steps))
    if step < warm:
        return (step + 1) / warm
    return max(0.02, (steps - step) / max(1, steps - warm))


@dataclass(frozen=True, slots=True)
class Plan:
    """How a network is trained.

    Attributes:
        steps: of all epochs.
        rate: factor of the optimizer's own rates.
        clip: the longest gradient.
        average: how much of the average stays at each step.
    """

    steps: int
    rate: float = 1.0
    clip: float = 1.0
    average: float = 0.995


class Training(Generic[N, B]):
    """A network under training, its average, and where it stands.

    Args:
        network: under training.
        optimizer: each group with its highest rate as "initial".
        losses: of one batch, each weighted.
        plan: the numbers.
        checkpoint: the file to go on from.
    """

    def __init__(
        self,
        network: N,
        optimizer: torch.optim.Optimizer,
        losses: Callable[[N, B], dict[str, Tensor]],
        plan: Plan,
        checkpoint: Path,
    ) -> None:
        self.network = network
        self.average = copy.deepcopy(network)
        self.optimizer = optimizer
        self.plan = plan
        self.step = self.epoch = 0
        self._losses = losses
        self._checkpoint = checkpoint

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

    def learn(self, batch: B) -> dict[str, float]:
        """One step; its losses."""
        losses = self._losses(self.network, batch)
        sum(losses.values()).backward()  # type: ignore[union-attr]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), self.plan.clip)
        for group in self.optimizer.param_groups:
            group["lr"] = (
                group["initial"] * self.plan.rate * learning_rate(self.step, self.plan.steps)
            )
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        decay = min(self.plan.average, (1 + self.step) / (10 + self.step))
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
