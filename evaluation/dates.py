"""Dates in the text against TimeBank and AQUAINT, and when sayings were said against our labels.

The files of the two corpora (TimeML, as cleaned for TempEval-3) are taken in the order of their
names: every second one was read while the grammar was written, the others are held.
"""

import itertools
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from evaluation.datelines import date_article
from evaluation.gold import ROLES, Record
from onrecord.attributions.reader import Extraction
from onrecord.dates import PartialDate
from onrecord.records import Act, Article, Attribution, Form, Span, Spans
from onrecord.resolution.date_mentions import DateMention, find_dates
from onrecord.resolution.entities import resolve_entities
from onrecord.resolution.when import date_sayings

LABELS = Path(__file__).parent / "labels" / "said_on.jsonl"
CORPORA = ("TimeBank", "AQUAINT")
_PLAIN = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T.*|-?T[A-Z]{2})?")
_OPEN = re.compile(r"(\d{4})-?(\d\d)?(?:-?[A-Z]*X.*)")


@dataclass(frozen=True, slots=True)
class Timex:
    """One annotated expression of time."""

    span: Span
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class DatedText:
    """One file of a corpus."""

    name: str
    text: str
    published_on: PartialDate
    gold: tuple[Timex, ...]


def read_timeml(path: Path) -> DatedText:
    """The text between the TEXT tags, with its expressions; the dateline is the creation time."""
    root = ElementTree.fromstring(path.read_bytes())
    created, body = root.find(".//DCT/TIMEX3"), root.find("TEXT")
    if created is None or body is None:
        raise ValueError(f"{path}: no TIMEX3 in DCT, or no TEXT")
    pieces: list[str] = []
    gold: list[Timex] = []

    def walk(element: ElementTree.Element) -> None:
        start = sum(map(len, pieces))
        pieces.append(element.text or "")
        for child in element:
            walk(child)
            pieces.append(child.tail or "")
        end = sum(map(len, pieces))
        if element.tag == "TIMEX3" and end > start:
            kind, value = element.get("type", ""), element.get("value", "")
            gold.append(Timex(Span(start, end), kind, value))

    walk(body)
    published_on = PartialDate.parse(created.get("value", "")[:10])
    return DatedText(path.stem, "".join(pieces), published_on, tuple(gold))


def read_corpus(folder: Path) -> list[DatedText]:
    """The files of a corpus, in the order of their names."""
    return [read_timeml(path) for path in sorted(folder.glob("*.tml"))]


def is_right(gold: Timex, found: DateMention) -> bool:
    """Whether a found expression has the value that is annotated.

    Days, months and years are compared at the precision of the annotation, times of day dropped.
    Where the annotation leaves places open (1989-WXX, 1990-XX) what is known of it must agree.
    Everything else (weeks, quarters, seasons, decades, PRESENT_REF, durations, sets) must be the
    same TIMEX3 value, written alike: W7 as W07, two quarters as six months, a decade as ten years.
    """
    if gold.kind in {"DATE", "TIME"} and found.value is not None:
        plain, left_open = _PLAIN.fullmatch(gold.value), _OPEN.fullmatch(gold.value)
        if plain and not re.fullmatch(r"\d{4}-[A-Z].*", gold.value):
            return str(found.value) == plain[1]
        if left_open:
            known = "-".join(part for part in left_open.groups() if part)
            return str(found.value).startswith(known)
    return _normalise(gold.value) == _normalise(found.timex)


def _normalise(value: str) -> str:
    value = re.sub(r"-W(\d)(?!\d)", r"-W0\1", value)
    value = re.sub(r"^P(\d+)Q$", lambda match: f"P{int(match[1]) * 3}M", value)
    value = re.sub(r"^P(\d+)[EL]$", lambda match: f"P{int(match[1]) * 10}Y", value)
    return value.replace("PTX", "PX")


@dataclass
class DateTally:
    """What was found and what was right."""

    gold: int = 0
    hit: int = 0
    right: int = 0
    found: int = 0
    touching: int = 0
    of_days: int = 0
    of_days_right: int = 0

    def figures(self) -> dict[str, float]:
        """Recall and precision of expressions by overlap, and the share of right values."""
        return {
            "recall": self.hit / max(1, self.gold),
            "precision": self.touching / max(1, self.found),
            "values": self.of_days_right / max(1, self.of_days),
            "values of all types": self.right / max(1, self.hit),
        }


def tally_dates(texts: Sequence[DatedText]) -> DateTally:
    """Each annotated expression with the found one that shares most characters with it."""
    tally = DateTally()
    for one in texts:
        mentions = find_dates(one.text, one.published_on)
        tally.found += len(mentions)
        tally.touching += sum(
            any(_overlap(mention.span, gold.span) > 0 for gold in one.gold) for mention in mentions
        )
        for gold in one.gold:
            tally.gold += 1
            best = max(
                mentions, key=lambda mention: _overlap(mention.span, gold.span), default=None
            )
            if best is None or _overlap(best.span, gold.span) <= 0:
                continue
            right = is_right(gold, best)
            tally.hit += 1
            tally.right += right
            if gold.kind in {"DATE", "TIME"}:
                tally.of_days += 1
                tally.of_days_right += right
    return tally


def _overlap(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def measure_dates(shared: Path) -> dict[str, dict[str, float]]:
    """Print expressions and values of both corpora; give back what holds floors.

    Args:
        shared: folder with `data/timebank`.
    """
    corpora = {name: read_corpus(shared / "data" / "timebank" / name) for name in CORPORA}
    every = list(itertools.chain.from_iterable(corpora.values()))
    parts = {"dates_open": every[1::2], "dates_held": every[::2], **corpora}
    print(f"{'':12} {'gold':>5} {'R':>6} {'P':>6} {'values':>7} {'of all types':>13}")
    figures = {}
    for name, texts in parts.items():
        tally = tally_dates(texts)
        rates = tally.figures()
        print(
            f"{name:12} {tally.gold:5} {100 * rates['recall']:6.1f} {100 * rates['precision']:6.1f}"
            f" {100 * rates['values']:7.1f} {100 * rates['values of all types']:13.1f}"
        )
        figures[name] = rates
    return {name: rates for name, rates in figures.items() if name.startswith("dates_")}


@dataclass(frozen=True, slots=True)
class SaidOnLabel:
    """When one saying was said; None where the text does not tell."""

    article: str
    held: bool
    source: Spans | None
    cue: Spans
    content: Spans
    said_on: PartialDate | None


def read_said_on(path: Path) -> list[SaidOnLabel]:
    """The labels of a file of JSON lines."""
    return [_read_label(json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def _read_label(row: Mapping[str, object]) -> SaidOnLabel:
    source, cue, content = (_read_spans(row[role]) for role in ("source", "cue", "content"))
    said_on = row["said_on"]
    return SaidOnLabel(
        article=str(row["article"]),
        held=bool(row["held"]),
        source=source or None,
        cue=cue,
        content=content,
        said_on=PartialDate.parse(str(said_on)) if said_on else None,
    )


def _read_spans(pieces: object) -> Spans:
    return tuple(Span(start, end) for start, end in pieces) if isinstance(pieces, list) else ()


def date_labels(
    labels: Sequence[SaidOnLabel],
    articles: Mapping[str, Article],
    gold: Mapping[str, Sequence[Record]],
) -> Iterator[PartialDate | None]:
    """What the product makes of the labelled passages, beside all gold ones of their article."""
    for name, group in itertools.groupby(labels, key=lambda label: label.article):
        article = articles[name]
        given = [_attribute(article, label.source, label.cue, label.content) for label in group]
        others = [
            _attribute(article, *(_read_spans(record[role]) for role in ROLES))
            for record in gold[name]
            if record["cue"]
        ]
        kept = tuple({one.id: one for one in (*given, *others)}.values())
        resolved = resolve_entities(article, Extraction(kept), ())
        dated = {one.id: one.said_on for one in date_sayings(article, resolved.attributions)}
        yield from (dated[one.id] for one in given)


def _attribute(article: Article, source: Spans | None, cue: Spans, content: Spans) -> Attribution:
    return Attribution(article.id, cue, content, Form.INDIRECT, Act.SAYS, source=source or None)


def score_said_on(
    labels: Sequence[SaidOnLabel], found: Sequence[PartialDate | None]
) -> dict[str, float]:
    """Right is the very date of the label, or none where it has none."""
    gold = [label.said_on for label in labels]
    right = sum(one == other for one, other in zip(gold, found, strict=True))
    dated_right = sum(
        one == other for one, other in zip(gold, found, strict=True) if other is not None
    )
    return {
        "accuracy": right / max(1, len(labels)),
        "precision": dated_right / max(1, sum(one is not None for one in found)),
        "recall": dated_right / max(1, sum(one is not None for one in gold)),
    }


def measure_said_on(
    articles: Mapping[str, Article], gold: Mapping[str, Sequence[Record]]
) -> dict[str, dict[str, float]]:
    """Print how often the day of a labelled saying is right; give back what holds floors.

    Right is the very date of the label, at its precision, or none where the label has none.

    Args:
        articles: those of PolNeAR dev, by name.
        gold: their gold attributions.
    """
    dated = {name: date_article(name, article) for name, article in articles.items()}
    figures = {}
    for name, held in (("open", False), ("held", True)):
        part = [label for label in read_said_on(LABELS) if label.held is held]
        rates = score_said_on(part, list(date_labels(part, dated, gold)))
        print(
            f"-- said_on, {name} part: {len(part)} sayings, "
            f"{sum(label.said_on is not None for label in part)} with a date -- "
            + ", ".join(f"{measure} {100 * rate:.1f}" for measure, rate in rates.items())
        )
        figures[f"said_on_{name}"] = rates
    return figures
