"""The neural reader: the shipped network on onnxruntime, behind the reader protocol."""

from __future__ import annotations

import hashlib
import importlib.resources
import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.articles.datelines import find_dateline
from onrecord.articles.quotations import find_quotations
from onrecord.attributions.classification import Passages, classify_passages
from onrecord.attributions.layouts import find_layout_attributions
from onrecord.attributions.neural.blanks import blank, touches
from onrecord.attributions.neural.decoding import Draft, join_drafts, keep_scored
from onrecord.attributions.neural.nested import ScoredText, read_nested
from onrecord.attributions.neural.scoring import Backend, read_drafts, squash
from onrecord.attributions.neural.stands import OUTPUTS, TRUNK, StandNetwork
from onrecord.attributions.neural.tokens import load_tokenizer, tokenize
from onrecord.attributions.reader import Extraction
from onrecord.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from importlib.resources.abc import Traversable

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    from onrecord.articles.quotations import Quotation
    from onrecord.attributions.reader import StandPassage
    from onrecord.records import Article, Attribution

    Floats = NDArray[np.float32]
    Integers = NDArray[np.int64]

FOLDER = "data/model"
"""Of the package: what ships."""
_FORMAT = 2
_FILES = frozenset(
    {
        "encoder.onnx",
        "tagger.onnx",
        "tokenizer.json",
        "stands.onnx",
        "stand_tagger.onnx",
        "stands.json",
    }
)
_LOWEST = 0.05
"""Probability under which no cue is followed up: any other word begins one with as much."""
_ENCODED = ("anchor", "names", "local", "local_cue", TRUNK)
"""Outputs of the encoder that reading needs; its other layers are there for `vectors`."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """What a logit of the network is worth: straight pieces between knots that only rise.

    Attributes:
        logits: of the knots, rising.
        probabilities: the share of attributions of such a logit that people marked too. Above the
            last knot they stay level; below the first, where nothing was fitted, they fall as the
            logistic function does, so that a low threshold does not let every word in.
    """

    logits: Floats
    probabilities: Floats

    def __call__(self, logits: Floats) -> Floats:
        """Probabilities of logits of any shape."""
        fall: Floats = np.minimum(1.0, squash(logits) / squash(self.logits[:1]))
        likely: Floats = np.interp(logits, self.logits, self.probabilities).astype(np.float32)
        return likely * fall


def open_session(graph: bytes, threads: int) -> InferenceSession:
    """A graph ready to run on the CPU; 0 threads for one a core.

    onnxruntime reports what it runs on to its maker unless this variable is set before it is
    loaded; `disable_telemetry_events` comes too late. Nothing of ours leaves the machine.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        graph,
        options,
        providers=["CPUExecutionProvider"],
        # onnxruntime's fused kernel for it is scalar on the CPU: a fifth of all time.
        disabled_optimizers=["SkipLayerNormFusion"],
    )


class OnnxBackend:
    """The two parts of the network as onnxruntime sessions.

    Args:
        encoder, tagger: the graphs.
        transitions: see `Backend`.
        calibrations: of outermost and of nested anchors; none for the bare logistic function.
        threads: threads that the network may use; 0 for one a core.
    """

    def __init__(
        self,
        encoder: bytes,
        tagger: bytes,
        transitions: Floats,
        calibrations: tuple[Calibration, Calibration] | None,
        threads: int,
    ) -> None:
        self._encoder, self._tagger = (open_session(graph, threads) for graph in (encoder, tagger))
        self._transitions = transitions
        self._calibrations = calibrations

    @property
    def transitions(self) -> Floats:
        """See `Backend`."""
        return self._transitions

    def encode(self, pieces: Integers, quotes: Integers, cases: Integers) -> Sequence[Floats]:
        """See `Backend`."""
        inputs = {"pieces": pieces[None], "quotes": quotes[None], "cases": cases[None]}
        outputs: Sequence[Floats] = self._encoder.run(_ENCODED, inputs)
        return [output[0] for output in outputs]

    def judge(self, anchor: Floats) -> Floats:
        """See `Backend`."""
        if self._calibrations is None:
            return squash(anchor)
        columns = zip(self._calibrations, anchor.T, strict=True)
        return np.stack([calibration(logits) for calibration, logits in columns], axis=1)

    def tag(self, local: Floats, cue: Floats, distances: Integers) -> Floats:
        """See `Backend`."""
        inputs = {"local": local[None], "cue": cue[None], "distances": distances}
        emissions: Floats = self._tagger.run(None, inputs)[0][0]
        return emissions


@dataclass(frozen=True, slots=True)
class NeuralReader:
    """Reads attributions with the network; the same text always gives the same reading.

    Attributes:
        name: model and version, as its folder states them.
        backend: runs the network.
        tokenizer: cuts text into word pieces.
        threshold: lowest score of an outermost attribution; the model's own was chosen on PolNeAR
            dev.
        nested_threshold: lowest probability of a nested one's cue, given that its holder is right.
        stands: reads who takes a stand, from the same encoder.
        lowest: lowest score of any attribution. A nested one's score is the product of its own
            and its holder's, and may lie under both thresholds.
    """

    name: str
    backend: Backend
    tokenizer: Tokenizer
    threshold: float
    nested_threshold: float
    stands: StandNetwork
    lowest: float = 0.0

    @property
    def settings(self) -> dict[str, float]:
        """See `Reader`."""
        return {
            "min_score": self.threshold,
            "min_nested_score": self.nested_threshold,
            "min_joint_score": self.lowest,
        }

    def read(self, article: Article) -> Extraction:
        """See `Reader`."""
        quotations = find_quotations(article.text)
        found = self._read_text(article.text, quotations)
        dateline = find_dateline(article.text)
        if dateline is not None and touches(dateline, found.drafts):
            # A dateline says nothing and nobody is called by it: blanks keep every position.
            found = self._read_text(blank(article.text, dateline), quotations)
        # The network's names are no better than its noisy training data: resolution finds its own.
        return Extraction(
            _classify_drafts(article, found.drafts, quotations),
            stands=found.stands,
        )

    def _read_text(self, text: str, quotations: Sequence[Quotation]) -> _Found:
        tokens = tokenize(text, self.tokenizer, quotations)
        if not len(tokens):
            return _Found((), ())
        outermost, scores = read_drafts(
            text, tokens, quotations, self.backend, threshold=self.threshold
        )
        laid_out = [
            Draft(p.source, p.cue, p.content, p.score) for p in find_layout_attributions(text)
        ]
        outermost = join_drafts(laid_out, outermost)
        drafts = read_nested(
            ScoredText(text, tokens, quotations, scores),
            outermost,
            self.backend,
            threshold=self.nested_threshold,
        )
        drafts = keep_scored(drafts, self.lowest)
        return _Found(tuple(drafts), self.stands.read(tokens, scores.trunk))


@dataclass(frozen=True, slots=True)
class _Found:
    """What one pass over a text finds."""

    drafts: tuple[Draft, ...]
    stands: tuple[StandPassage, ...]


def _classify_drafts(
    article: Article, drafts: Sequence[Draft], quotations: Sequence[Quotation]
) -> tuple[Attribution, ...]:
    """Attributions with the ids of their parents; an enclosing draft is classified first."""
    made: dict[int, Attribution] = {}

    def classify(number: int) -> Attribution:
        if number not in made:
            draft = drafts[number]
            made[number] = classify_passages(
                article,
                Passages(draft.source, draft.cue, draft.content, draft.score),
                quotations,
                parent_id=None if draft.parent is None else classify(draft.parent).id,
            )
        return made[number]

    return tuple(classify(number) for number in range(len(drafts)))


def load_neural_reader(*, threads: int = 0, min_score: float | None = None) -> NeuralReader:
    """The reader that ships with the package.

    Args:
        threads: threads that the network may use; 0 for one a core.
        min_score: lowest score of an attribution; None for the model's own choice.

    Raises:
        ReaderError: the model's files are missing, damaged or of another format.
    """
    folder = importlib.resources.files("onrecord") / FOLDER
    description, files = read_model_files(folder, needed=_FILES)
    transitions = np.asarray(description["transitions"], dtype=np.float32)
    graphs = files["encoder.onnx"], files["tagger.onnx"]
    backend = OnnxBackend(*graphs, transitions, read_calibrations(description), threads)
    tokenizer = load_tokenizer(files["tokenizer.json"].decode())
    threshold, nested = float(description["threshold"]), float(description["nested_threshold"])
    lowest = 0.0 if min_score is None else min_score
    if min_score is not None:
        threshold = nested = max(min_score, _LOWEST)
    name = str(description["name"])
    stands = load_stand_network(files)
    return NeuralReader(name, backend, tokenizer, threshold, nested, stands, lowest)


def load_stand_network(files: dict[str, bytes]) -> StandNetwork:
    """The part of the network that reads who takes a stand.

    On one thread: those of the encoder wait for work in a loop, and more of them get into its way.
    """
    branch = open_session(files["stands.onnx"], threads=1)
    tagger = open_session(files["stand_tagger.onnx"], threads=1)
    transitions = np.asarray(json.loads(files["stands.json"])["transitions"], dtype=np.float32)
    return StandNetwork(
        lambda inputs: branch.run(OUTPUTS, inputs),
        lambda inputs: tagger.run(None, inputs),
        transitions,
    )


def read_calibrations(description: dict[str, Any]) -> tuple[Calibration, Calibration] | None:
    """The two maps of a model's description; None where it has none yet."""
    if "calibration" not in description:
        return None
    outermost, nested = (
        Calibration(np.asarray(knots["logits"]), np.asarray(knots["probabilities"]))
        for knots in (description["calibration"], description["nested_calibration"])
    )
    return outermost, nested


def read_model_files(
    folder: Traversable, *, needed: Collection[str] = ()
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """A model folder's description, and its files by name.

    Args:
        folder: holds model.json, which names the others.
        needed: files that the description has to name.

    Raises:
        ReaderError: a file is missing, is not the one that the description names, or has a format
            that this program does not read.
    """
    try:
        description: dict[str, Any] = json.loads((folder / "model.json").read_bytes())
        if description.get("format") != _FORMAT:
            raise ReaderError(
                f"the neural reader in {folder} has format {description.get('format')!r}, this "
                f"program reads {_FORMAT}: install onrecord again"
            )
        files = {name: (folder / name).read_bytes() for name in description["sha256"]}
    except (OSError, ValueError) as error:
        raise ReaderError(
            f"the neural reader in {folder} cannot be read ({error}): install onrecord again, or "
            "read with --reader rules"
        ) from error
    if missing := sorted(set(needed) - files.keys()):
        raise ReaderError(
            f"the neural reader in {folder} has no {', '.join(missing)}: install onrecord again, "
            "or read with --reader rules"
        )
    for name, expected in description["sha256"].items():
        if hashlib.sha256(files[name]).hexdigest() != expected:
            raise ReaderError(
                f"the neural reader's file {folder / name} is damaged: install onrecord again, or "
                "read with --reader rules"
            )
    return description, files
