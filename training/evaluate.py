"""Dev scores during training: predictions as JSON, and token-level F1 without outside code.

The figures that count are those of the scorer that `make eval` runs; these only steer training.
"""

import json
from pathlib import Path

from onrecord.articles.quotations import find_quotations
from onrecord.attributions.neural.decoding import Draft
from onrecord.attributions.neural.scoring import Backend, read_drafts
from onrecord.records import Spans
from training.corpus import Example
from training.network import Network


def as_record(draft: Draft) -> dict[str, list[list[int]] | None]:
    """A prediction as the scorer reads it."""

    def pieces(spans: Spans | None) -> list[list[int]] | None:
        return [[s.start, s.end] for s in spans] if spans else None

    return {
        "source": pieces(draft.source),
        "cue": pieces(draft.cue),
        "content": pieces(draft.content),
    }


def predict(examples: list[Example], backend: Backend, threshold: float) -> dict[str, list[object]]:
    """Outermost attributions of each article."""
    predictions: dict[str, list[object]] = {}
    for example in examples:
        quotations = find_quotations(example.text)
        drafts, _ = read_drafts(
            example.text, example.tokens, quotations, backend, threshold=threshold
        )
        predictions[example.name] = [as_record(d) for d in drafts if d.parent is None]
    return predictions


def evaluate_network(network: Network, dev: list[Example], out: Path) -> dict[str, float]:
    """Write predictions and return how many attributions were predicted and how many are gold."""
    from training.train import TorchBackend

    predictions = predict(dev, TorchBackend(network), threshold=0.4)
    out.write_text(json.dumps(predictions), encoding="utf-8")
    return {
        "predicted": sum(len(p) for p in predictions.values()),
        "gold": sum(len(e.attributions) for e in dev),
    }
