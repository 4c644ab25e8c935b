"""The parts of `make eval`: each prints its tables and gives back the figures that hold floors."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.acts import measure_acts, measure_marks
from evaluation.calibration import LOWEST, measure_calibration
from evaluation.chains import measure_chains
from evaluation.checks import measure_checks
from evaluation.coreference import measure_coreference
from evaluation.dates import measure_dates, measure_said_on
from evaluation.floors import Figures
from evaluation.gold import Record, read_gold
from evaluation.matches import measure_matches
from evaluation.matching import FORMS
from evaluation.nearness import measure_nearness
from evaluation.nesting import Tally, measure_nesting, print_nesting, rate
from evaluation.polnear import (
    MEASURES,
    as_predictions,
    read_all,
    read_articles,
    score,
    score_people,
)
from evaluation.positions import LABELS as POSITION_LABELS
from evaluation.positions import measure_positions
from evaluation.pronouns import measure_pronouns
from evaluation.responses import measure_responses
from evaluation.slices import compare_totals, judge_split, measure_slices
from evaluation.slicing import read_known_cues
from evaluation.sources import measure_sources
from evaluation.stands import measure_stands
from onrecord.operations import open_reader
from onrecord.records import Article, Attribution

Readings = dict[str, tuple[Attribution, ...]]

MEASURED = "neural"
"""The reader that slices, calibration and nesting are measured of: the default one."""


@dataclass(frozen=True)
class Corpora:
    """The folder of corpora, and what parts share of it; read once, when first needed.

    Attributes:
        shared: folder of corpora and scorers.
        readers: names of the readers that the part `polnear` scores.
    """

    shared: Path
    readers: tuple[str, ...]

    @property
    def dev(self) -> Path:
        """PolNeAR's development articles."""
        return self.shared / "data" / "polnear" / "dev"

    @property
    def train(self) -> Path:
        """The articles that the neural reader was trained on."""
        return self.shared / "data" / "polnear" / "train"

    @property
    def scorer(self) -> Path:
        """The corpus's own scorer."""
        return self.shared / "eval" / "score_polnear.py"

    @functools.cached_property
    def articles(self) -> dict[str, Article]:
        """Of dev, by name."""
        return read_articles(self.dev)

    @functools.cached_property
    def gold(self) -> dict[str, list[Record]]:
        """What the first annotator marked in dev."""
        return read_gold(self.dev)

    @functools.cached_property
    def every_article(self) -> dict[str, Article]:
        """Of train and dev, by name."""
        return read_articles(self.train) | self.articles

    @functools.cached_property
    def _kept(self) -> dict[str, Any]:
        return {}

    def read(self, name: str) -> Readings:
        """What a reader finds in dev by default."""
        if name not in self._kept:
            self._kept[name] = read_all(self.articles, open_reader(name))
        readings: Readings = self._kept[name]
        return readings

    def score(self, name: str) -> tuple[dict[str, Any], str]:
        """The scorer's figures and table of a reader."""
        key = f"{name} scored"
        if key not in self._kept:
            self._kept[key] = score(self.scorer, self.dev, as_predictions(self.read(name)))
        scored: tuple[dict[str, Any], str] = self._kept[key]
        return scored


def run_people(corpora: Corpora) -> Figures:
    """The annotators against each other: the level that one gold can show."""
    splits = [split for split in (corpora.train, corpora.dev) if split.is_dir()]
    _, table = score_people(corpora.scorer, splits)
    print("== people against people on PolNeAR train and dev, articles with several annotators ==")
    print(table)
    return {}


def run_polnear(corpora: Corpora) -> Figures:
    """Each reader by the corpus's own scorer."""
    found = {}
    for name in corpora.readers:
        figures, table = corpora.score(name)
        print(f"== {open_reader(name).name} on PolNeAR dev, first annotator ==")
        print(table)
        found[name] = {measure: figures[measure]["f1"] for measure in MEASURES}
        for form in FORMS:
            found[name][f"overlap recall, {form}"] = figures["overlap"]["by_class"][form]["r"]
    return found


def run_slices(corpora: Corpora) -> Figures:
    """Slices of the default reader, matched by our own code, which is checked against the scorer.

    Raises:
        SystemExit: our matching and the scorer's count differently.
    """
    predictions = as_predictions(corpora.read(MEASURED))
    split = judge_split(corpora.articles, corpora.gold, predictions)
    differences = compare_totals(split, corpora.score(MEASURED)[0])
    if differences:
        raise SystemExit("\n".join(differences))
    print(f"== slices of PolNeAR dev, {open_reader(MEASURED).name} ==")
    print("(golds by their own passages, predictions by theirs; totals agree with the scorer's)")
    figures = measure_slices(corpora.articles, split, read_known_cues(corpora.train))
    print()
    return {"slices": figures}


def run_calibration(corpora: Corpora) -> Figures:
    """What the default reader's scores are worth."""
    reader, low = open_reader(MEASURED), open_reader(MEASURED, min_score=LOWEST)
    readings = read_all(corpora.articles, low)
    print(f"== calibration on PolNeAR dev, {reader.name} ==")
    default = reader.settings["min_score"]
    figures = measure_calibration(corpora.articles, corpora.gold, readings, default)
    print()
    return {"calibration": figures}


def run_acts(corpora: Corpora) -> Figures:
    """Act, negation and hedging of gold passages."""
    print("== acts, negated and hedged: labelled attributions of PolNeAR dev ==")
    figures = measure_acts(corpora.articles) | measure_marks(read_articles(corpora.train))
    print()
    return figures


def run_nesting(corpora: Corpora) -> Figures:
    """Pairs of parent and child."""
    reader = open_reader(MEASURED)
    print(f"== nesting, {reader.name} ==")
    measured = measure_nesting(reader, corpora.shared)
    print_nesting(measured)
    print()
    return {"nesting": {name: _pair_f1(articles) for name, articles in measured.items()}}


def _pair_f1(articles: Mapping[str, Tally]) -> float:
    return rate(sum(articles.values(), Tally()))["pairs"].f1


def run_entities(corpora: Corpora) -> Figures:
    """Who the source is, on labelled gold passages; pronouns; coreference on GUM."""
    print("== sources → entities on PolNeAR dev; pronouns of train; coreference on GUM dev ==")
    figures = measure_sources(corpora.articles, corpora.gold)
    figures |= measure_pronouns(corpora.every_article, read_gold(corpora.train))
    figures |= measure_coreference(corpora.shared, open_reader(MEASURED))
    print()
    return figures


def run_dates(corpora: Corpora) -> Figures:
    """Dates in the text, and when things were said."""
    print("== dates: TimeBank and AQUAINT; said_on: labelled attributions of PolNeAR dev ==")
    figures = measure_dates(corpora.shared) | measure_said_on(corpora.articles, corpora.gold)
    print()
    return figures


def run_chains(corpora: Corpora) -> Figures:
    """Chain, basis and addressee of labelled attributions."""
    print("== chains, on gold passages of PolNeAR dev ==")
    figures = measure_chains(corpora.articles, corpora.gold)
    print()
    return figures


def run_findings(corpora: Corpora) -> Figures:
    """Responses and absences, end to end; positions too, once there are labels of them."""
    reader = open_reader(MEASURED)
    print(f"== responses, absences and positions, end to end, {reader.name} ==")
    figures = measure_responses(corpora.every_article, reader)
    if POSITION_LABELS.is_file():
        figures |= measure_positions(corpora.every_article, reader)
        figures |= measure_stands(corpora.every_article, reader)
    print()
    return figures


def run_checks(corpora: Corpora) -> Figures:
    """Alarms in ordinary articles, and planted conflicts that are found."""
    reader = open_reader(MEASURED)
    print(f"== checks, {reader.name} ==")
    figures = measure_checks(corpora.articles, read_articles(corpora.train), reader)
    print()
    return figures


def run_matches(corpora: Corpora) -> Figures:
    """How alike sentences are, against people and against what mentions one event."""
    print("== matches: likeness of news sentences ==")
    figures = measure_matches(corpora.shared / "data")
    print("== nearness: the same with the vectors of our encoder ==")
    figures |= measure_nearness(corpora.shared / "data")
    print()
    return figures
