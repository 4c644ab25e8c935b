"""The network: a BERT encoder run once over the text, and heads on top of it.

Encoder: Devlin et al. 2019, weights of MiniLM-L6 (Wang et al. 2020; Reimers & Gurevych 2019).
Conditional random field over the tags of one cue: Lafferty, McCallum & Pereira 2001.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.attributions.neural.tags import AFTER, BEFORE, NAME_TAGS, Tag
from onrecord.attributions.neural.tokens import CASES, QUOTE_STATES


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network."""

    hidden: int = 384
    layers: int = 4
    heads: int = 12
    feedforward: int = 1536
    vocabulary: int = 30522
    positions: int = 512
    local: int = 192
    local_layers: int = 2
    local_heads: int = 6
    dropout: float = 0.1


class LockedDropout(nn.Module):
    """Drops the same channels at every position of one row (Gal & Ghahramani 2016).

    Drawing a number for every element cost more than half of a training step on two cores.
    """

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        """x: (B, T, width)."""
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= self.rate
        return x * (kept / (1 - self.rate)).to(x.dtype)


def _attend(query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None) -> Tensor:
    """Attention written out, for training.

    On a processor the backward pass of PyTorch's operator takes two to six times as long.
    """
    scores = torch.matmul(query * query.shape[-1] ** -0.5, key.transpose(2, 3))
    scores = scores if bias is None else scores + bias
    return torch.matmul(torch.softmax(scores, dim=-1, dtype=scores.dtype), value)


class Block(nn.Module):
    """One transformer layer, normalised after each half as in BERT."""

    def __init__(self, width: int, heads: int, feedforward: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query_key_value = nn.Linear(width, 3 * width)
        self.output = nn.Linear(width, width)
        self.norm_attention = nn.LayerNorm(width, eps=1e-12)
        self.inner = nn.Linear(width, feedforward)
        self.outer = nn.Linear(feedforward, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = LockedDropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """One layer.

        Args:
            x: (B, T, width).
            bias: (B, 1, 1, T), 0 where a key may be seen, very negative elsewhere; None where all
                may.
        """
        batch, length, width = x.shape
        parts = self.query_key_value(x).split(width, dim=2)
        query, key, value = (
            part.view(batch, length, self.heads, width // self.heads).transpose(1, 2)
            for part in parts
        )
        attend = _attend if self.training else functional.scaled_dot_product_attention
        attended = attend(query, key, value, None if bias is None else bias.to(query.dtype))
        attended = attended.transpose(1, 2).reshape(batch, length, width)
        x = self.norm_attention(x + self.dropout(self.output(attended)))
        inner = functional.gelu(self.inner(x))
        return self.norm(x + self.dropout(self.outer(inner)))


class Encoder(nn.Module):
    """Word pieces, their states and cases → scores of cues and names, and what the tagger reads."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.quotes = nn.Embedding(QUOTE_STATES, shape.hidden)
        self.cases = nn.Embedding(CASES, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = LockedDropout(shape.dropout)
        self.blocks = nn.ModuleList(
            Block(shape.hidden, shape.heads, shape.feedforward, shape.dropout)
            for _ in range(shape.layers)
        )
        self.anchor = nn.Sequential(
            nn.Linear(shape.hidden, shape.hidden), nn.GELU(), nn.Linear(shape.hidden, 2)
        )
        self.names = nn.Linear(shape.hidden, len(NAME_TAGS))
        self.local = nn.Linear(shape.hidden, shape.local)
        self.local_cue = nn.Linear(shape.hidden, shape.local)
        nn.init.zeros_(self.quotes.weight)
        nn.init.zeros_(self.cases.weight)

    def forward(
        self, pieces: Tensor, quotes: Tensor, cases: Tensor, *, padded: bool = True
    ) -> tuple[Tensor, ...]:
        """All (B, T), 0 as piece for padding; without padding nothing is masked.

        Returns:
            anchor (B, T, 2): logits that the cue of an outermost attribution, and of a nested one,
            begins here; names (B, T, tags); local (B, T, d) and local_cue (B, T, d): what the
            tagger reads.
        """
        where = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(where) + self.quotes(quotes) + self.cases(cases)
        x = self.dropout(self.norm(x))
        bias = torch.where(pieces == 0, -1e4, 0.0)[:, None, None, :] if padded else None
        for block in self.blocks:
            x = block(x, bias)
        return self.anchor(x), self.names(x), self.local(x), self.local_cue(x)


class Tagger(nn.Module):
    """Given one cue: what each unit around it is (outside, source, cue, content)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.distances = nn.Embedding(BEFORE + AFTER, shape.local)
        self.norm = nn.LayerNorm(shape.local)
        self.dropout = LockedDropout(shape.dropout)
        self.blocks = nn.ModuleList(
            Block(shape.local, shape.local_heads, 3 * shape.local, shape.dropout)
            for _ in range(shape.local_layers)
        )
        self.tags = nn.Linear(shape.local, len(Tag))
        nn.init.normal_(self.distances.weight, std=0.02)

    def forward(
        self,
        local: Tensor,
        cue: Tensor,
        distances: Tensor,
        present: Tensor | None = None,
    ) -> Tensor:
        """Score tags.

        Args:
            local: (N, L, d) vectors of the units around the anchor.
            cue: (N, d) the anchor's own vector.
            distances: (L,) or (N, L) of these units, 0 for the first one that could be seen.
            present: (N, L) 1 where there is a unit, 0 for padding; None if all are.

        Returns:
            emissions (N, L, tags).
        """
        x = local + cue[:, None, :] + self.distances(distances)
        x = self.dropout(self.norm(x))
        bias = None if present is None else torch.where(present == 0, -1e4, 0.0)[:, None, None, :]
        for block in self.blocks:
            x = block(x, bias)
        return self.tags(x)


class Network(nn.Module):
    """Encoder, tagger and the transitions between tags."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape)
        self.tagger = Tagger(shape)
        self.transitions = nn.Parameter(torch.zeros(len(Tag), len(Tag)))

    def tag_loss(self, emissions: Tensor, tags: Tensor, present: Tensor) -> Tensor:
        """Negative log-likelihood of tag sequences under the random field, summed over cues.

        The units that are present are one unbroken run in each row.
        """
        mask = present.bool()
        gold = emissions.gather(2, tags[:, :, None]).squeeze(2)
        both = mask[:, 1:] & mask[:, :-1]
        moves = self.transitions[tags[:, :-1], tags[:, 1:]]
        gold_score = (gold * mask).sum(1) + (moves * both).sum(1)
        alpha = torch.where(mask[:, :1], emissions[:, 0], torch.zeros_like(emissions[:, 0]))
        for step in range(1, emissions.shape[1]):
            spread = torch.logsumexp(alpha[:, :, None] + self.transitions[None], dim=1)
            fresh = emissions[:, step]
            stepped = torch.where(both[:, step - 1 : step], spread + fresh, fresh)
            alpha = torch.where(mask[:, step : step + 1], stepped, alpha)
        return (torch.logsumexp(alpha, dim=1) - gold_score).sum()


def count_layers(weights: dict[str, Tensor]) -> int:
    """How many layers the encoder of a checkpoint has."""
    prefix = "encoder.blocks."
    return len({n.removeprefix(prefix).split(".")[0] for n in weights if n.startswith(prefix)})


def shrink(larger: dict[str, Tensor], kept: tuple[int, ...]) -> dict[str, Tensor]:
    """The weights of a network with only some of the encoder's layers, in their order."""
    prefix = "encoder.blocks."
    shrunk = {}
    for name, weights in larger.items():
        if name.startswith(prefix):
            number, _, rest = name.removeprefix(prefix).partition(".")
            if int(number) not in kept:
                continue
            name = f"{prefix}{kept.index(int(number))}.{rest}"
        shrunk[name] = weights
    return shrunk


def load_bert(network: Network, weights: dict[str, Tensor]) -> None:
    """Copy a BERT checkpoint's weights (Hugging Face names) into the encoder.

    Layers are taken from the bottom where the network has fewer than the checkpoint.
    """
    encoder, prefix = network.encoder, "encoder.layer.{}."
    kept = {k.removeprefix("bert."): v for k, v in weights.items()}
    state = {
        "words.weight": kept["embeddings.word_embeddings.weight"],
        # Type embeddings are the same for every piece of a single text: one constant.
        "positions.weight": kept["embeddings.position_embeddings.weight"]
        + kept["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": kept["embeddings.LayerNorm.weight"],
        "norm.bias": kept["embeddings.LayerNorm.bias"],
    }
    pairs = {
        "output": "attention.output.dense",
        "norm_attention": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "norm": "output.LayerNorm",
    }
    for number in range(len(encoder.blocks)):
        source, target = prefix.format(number), f"blocks.{number}."
        for kind in ("weight", "bias"):
            parts = [kept[f"{source}attention.self.{p}.{kind}"] for p in ("query", "key", "value")]
            state[f"{target}query_key_value.{kind}"] = torch.cat(parts)
            for ours, theirs in pairs.items():
                state[f"{target}{ours}.{kind}"] = kept[f"{source}{theirs}.{kind}"]
    missing, unexpected = encoder.load_state_dict(state, strict=False)
    fresh = ("quotes.", "cases.", "anchor.", "names.", "local.", "local_cue.")
    left = [name for name in missing if not name.startswith(fresh)]
    if left or unexpected:
        raise ValueError(f"not a BERT checkpoint of this shape: missing {left}, odd {unexpected}")
