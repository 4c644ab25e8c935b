"""Responses and absences, end to end: what a careful reader finds against what is read.

A response read is right where a labelled one of the same article has the same kind and evidence
that overlaps; each label counts once. Of those that match, the party is right where its entity has
a mention that overlaps the label's words for it. An absence is right by kind and overlap. Labels
that are not sure count neither way. What a response answers is right where the passage that it
names overlaps one that states the claim: the one that the first labeller chose (`to`), or any that
a second one, who did not know that choice, lists (`states`); where such a passage stands in the
answer itself and the reader says that the answer states its own matter; and where neither names
any. The first labeller's one passage alone is counted too: the same claim often stands in the
headline, the lead and the accuser's words, and two labellers chose the same one of them in 76 %.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.datelines import date_article
from evaluation.positions import overlap
from onrecord.attributions.reader import Reader
from onrecord.pipeline import read_article
from onrecord.records import Absence, Article, Reading, Response

LABELS = Path(__file__).parent / "labels" / "responses.jsonl"


def read_response_labels(path: Path = LABELS) -> list[dict[str, Any]]:
    """The labelled articles."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def measure_responses(
    articles: Mapping[str, Article], reader: Reader
) -> dict[str, dict[str, float]]:
    """Print precision and recall, of open and held-back articles apart.

    Args:
        articles: of PolNeAR dev and train, by name.
        reader: finds the attributions.
    """
    figures = {}
    for part, held in (("open", False), ("held", True)):
        counts: Counter[str] = Counter()
        for label in read_response_labels():
            if label["held"] is held:
                article = date_article(label["article"], articles[label["article"]])
                count_responses(counts, read_article(article, reader), label)
        print(f"  responses, {part}: {describe_responses(counts)}")
        figures[f"responses_{part}"] = {
            "precision": counts["matched"] / max(1, counts["read"]),
            "recall": counts["matched"] / max(1, counts["labels"]),
            "party": counts["party"] / max(1, counts["matched"]),
            "to": counts["to"] / max(1, counts["to of"]),
            "to_chosen": counts["to chosen"] / max(1, counts["to of"]),
        }
    return figures


def describe_responses(counts: Counter[str]) -> str:
    """One line of figures."""
    matched = max(1, counts["matched"])
    return (
        f"P {counts['matched'] / max(1, counts['read']):.1%}  "
        f"R {counts['matched'] / max(1, counts['labels']):.1%}  "
        f"({counts['labels']} labels, {counts['read']} read; any kind "
        f"{counts['passages']})  party {counts['party'] / matched:.1%}  "
        f"to {counts['to'] / max(1, counts['to of']):.1%} "
        f"(the passage first chosen {counts['to chosen'] / max(1, counts['to of']):.1%})  "
        f"absences {counts['absences matched']} of "
        f"{counts['absences']}, {counts['absences read']} read"
    )


def count_responses(
    counts: Counter[str], reading: Reading, label: Mapping[str, Any]
) -> list[tuple[Response | None, Mapping[str, Any] | None]]:
    """Match one article's responses with its labels, add to the counts, list who met whom."""
    free: list[Mapping[str, Any]] = list(label["responses"])
    pairs: list[tuple[Response | None, Mapping[str, Any] | None]] = []
    for response in reading.responses:
        spans = [[span.start, span.end] for span in response.evidence]
        near = [each for each in free if overlap(spans, each["evidence"])]
        counts["passages"] += bool(near)
        fitting = [each for each in near if each["kind"] == response.kind]
        found = fitting[0] if fitting else None
        pairs.append((response, found))
        if found is not None:
            free.remove(found)
            counts["to of"] += 1
            chosen = found["to"] or []
            counts["to chosen"] += _answers_the_same(reading, response, chosen)
            counts["to"] += _answers_the_same(reading, response, chosen + found.get("states", []))
        if found is None or found["sure"]:
            unsure = any(not each["sure"] for each in near)
            counts["read"] += found is not None or not unsure
        if found is not None and found["sure"]:
            counts["matched"] += 1
            counts["labels"] += 1
            counts["party"] += _is_party(reading, response, found)
    counts["labels"] += sum(1 for each in free if each["sure"])
    _count_absences(counts, reading.absences, label["absences"])
    return pairs + [(None, each) for each in free]


def _answers_the_same(reading: Reading, response: Response, wanted: list[list[int]]) -> bool:
    claim = next((one for one in reading.attributions if one.id == response.to_id), None)
    named = response.about if claim is None else (*claim.content, *response.about)
    if claim is None and wanted:
        named = (*named, *response.evidence)
    if not wanted:
        return claim is None
    return overlap([[span.start, span.end] for span in named], wanted)


def _is_party(reading: Reading, response: Response, label: Mapping[str, Any]) -> bool:
    entity = next(each for each in reading.entities if each.id == response.party_id)
    return overlap([[span.start, span.end] for span in entity.mentions], label["party"])


def _count_absences(
    counts: Counter[str], absences: Sequence[Absence], labels: Sequence[Mapping[str, Any]]
) -> None:
    free = list(labels)
    for absence in absences:
        span = [absence.evidence.start, absence.evidence.end]
        fitting = [
            each
            for each in free
            if each["kind"] == absence.kind and overlap([span], [each["evidence"]])
        ]
        if fitting:
            free.remove(fitting[0])
        if not fitting or fitting[0]["sure"]:
            counts["absences read"] += 1
        if fitting and fitting[0]["sure"]:
            counts["absences matched"] += 1
            counts["absences"] += 1
    counts["absences"] += sum(1 for each in free if each["sure"])
