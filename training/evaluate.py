"""Dev predictions during training, as JSON for the corpus's scorer.

The figures that count are those of the scorer that `make eval` runs; these only steer training.
"""

import json
from pathlib import Path

import numpy as np

from onrecord.articles.quotations import find_quotations
from onrecord.attributions.neural.decoding import (
    Draft,
    complete_quotations,
    decode_draft,
    nest_drafts,
    tidy_draft,
)
from onrecord.attributions.neural.scoring import find_anchors
from onrecord.attributions.neural.tag_rows import decode_tags
from onrecord.attributions.neural.tags import AFTER, BEFORE
from onrecord.records import Spans
from training.corpus import Example
from training.network import Network
from training.teacher import encode_texts, tag_cues

THRESHOLD = 0.4
"""Of bare scores: those of a network under training are worth what `calibrate` says later."""


def as_record(draft: Draft) -> dict[str, list[list[int]] | None]:
    """A prediction as the scorer reads it."""

    def pieces(spans: Spans | None) -> list[list[int]] | None:
        return [[s.start, s.end] for s in spans] if spans else None

    return {
        "source": pieces(draft.source),
        "cue": pieces(draft.cue),
        "content": pieces(draft.content),
    }


def predict(examples: list[Example], network: Network) -> dict[str, list[object]]:
    """Outermost attributions of each article."""
    tokens = [example.tokens for example in examples]
    scores = encode_texts(tokens, network)
    anchors = [
        find_anchors(t, s.anchor, THRESHOLD).units for t, s in zip(tokens, scores, strict=True)
    ]
    tagged = tag_cues(tokens, scores, anchors, network)
    transitions = network.transitions.detach().numpy()
    predictions: dict[str, list[object]] = {}
    for example, score, cues in zip(examples, scores, tagged, strict=True):
        quotations = find_quotations(example.text)
        drafts = []
        for anchor, low, rows in cues:
            tags = np.zeros(BEFORE + AFTER, dtype=np.int64)
            first = low - anchor + BEFORE
            present = np.ones((1, len(rows)), dtype=bool)
            tags[first : first + len(rows)] = decode_tags(rows[None], present, transitions)[0]
            draft = decode_draft(example.tokens, anchor, tags, float(score.anchor[anchor]))
            if draft is not None:
                whole = complete_quotations(draft, quotations, example.text)
                drafts.append(tidy_draft(whole, example.text))
        nested = nest_drafts([draft for draft in drafts if draft is not None])
        predictions[example.name] = [as_record(d) for d in nested if d.parent is None]
    return predictions


def evaluate_network(network: Network, dev: list[Example], out: Path) -> dict[str, float]:
    """Write predictions and return how many attributions were predicted and how many are gold."""
    predictions = predict(dev, network.eval())
    out.write_text(json.dumps(predictions), encoding="utf-8")
    return {
        "predicted": sum(len(p) for p in predictions.values()),
        "gold": sum(len(e.attributions) for e in dev),
    }
