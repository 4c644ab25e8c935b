"""Matching: pairs of news sentences scored by people, and sentences about one event.

Headlines: SemEval STS 2013 to 2016 (Agirre et al.), Spearman's correlation of our score with the
people's. Paraphrase: the MSR corpus (Dolan & Brockett 2005), F1 of its test part at the threshold
that is best on its training part. Events: MEANTIME (Minard et al. 2016), average precision over
pairs of sentences of different articles, of which those are right that mention one event by its
cross-document identity; twenty others are drawn for each. Strengthens, weakens: ClaimDiff (Ko et
al. 2023), its training part, average precision over pairs of claims of two articles on one topic: a
claim that says the same strengthens, one that is alike and differs in something named weakens. No
threshold of the product is set here.
"""

import csv
import functools
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from lxml import etree

from onrecord.matches.compare import compare
from onrecord.matches.differences import Aspect
from onrecord.matches.statements import read_sentence

Pair = tuple[float, str, str]

MINILM = {"headlines": 81.1, "paraphrase": 81.7, "strengthens": 81.7, "weakens": 10.9}
"""What the cosine of MiniLM-L6's sentence embeddings gives on the same pairs (decision 9)."""

_OTHERS = 20
_STEPS = np.arange(0.05, 0.96, 0.01)


def measure_matches(data: Path) -> dict[str, dict[str, float]]:
    """Print the figures of the corpora under a folder, and give them back as shares."""
    headlines = correlate(list(read_headlines(data)))
    print(f"  headlines   Spearman {100 * headlines:.1f}  (MiniLM {MINILM['headlines']})")
    train, test = (list(read_paraphrases(data, part)) for part in ("train", "test"))
    scored = [(gold, score_pair(one, other)) for gold, one, other in train]
    paraphrase = score_paraphrases(
        [(gold, score_pair(one, other)) for gold, one, other in test], choose_threshold(scored)
    )
    print(f"  paraphrase  F1 {100 * paraphrase:.1f}  (MiniLM {MINILM['paraphrase']})")
    events = list(read_event_pairs(data))
    precision = average_precision(events)
    chance = sum(gold for gold, _, _ in events) / len(events)
    print(f"  events      average precision {100 * precision:.1f}  (chance {100 * chance:.1f})")
    figures = {"headlines": headlines, "paraphrase": paraphrase, "events": precision}
    for name, (part, score) in RELATIONS.items():
        pairs = list(read_relations(data, part))
        figures[name] = average_precision(pairs, score)
        chance = sum(gold for gold, _, _ in pairs) / len(pairs)
        print(
            f"  {name:11} average precision {100 * figures[name]:.1f}  (chance {100 * chance:.1f}, "
            f"MiniLM {MINILM[name]})"
        )
    return {"matches": figures}


def score_pair(one: str, other: str) -> float:
    """How alike two sentences are, less where they differ in something that is named.

    Either of them may show which words of the other are names.
    """
    first, second = read_sentence(one, context=other), read_sentence(other, context=one)
    return compare(first, second).likeness


def score_events(one: str, other: str) -> float:
    """The same for sentences that stand in many pairs: each is read once, by itself."""
    return compare(_read(one), _read(other)).likeness


def score_weakening(one: str, other: str) -> float:
    """How alike two sentences are that differ in something named; those that do not come after."""
    comparison = compare(_read(one), _read(other))
    differs = any(not reason.agrees and reason.aspect is not Aspect.WORDING
                  for reason in comparison.reasons)  # fmt: skip
    return comparison.likeness + differs


RELATIONS = {
    "strengthens": (Path("ClaimDiff-S") / "ClaimDiff-strength-train.json", score_events),
    "weakens": (Path("ClaimDiff-W") / "ClaimDiff-weak-train.json", score_weakening),
}


_read = functools.lru_cache(maxsize=None)(read_sentence)


def correlate(pairs: Sequence[Pair], score: Callable[[str, str], float] = score_pair) -> float:
    """Spearman's rank correlation of people's scores with ours."""
    from scipy.stats import spearmanr

    ours = [score(one, other) for _, one, other in pairs]
    return float(spearmanr([gold for gold, _, _ in pairs], ours).statistic)


def score_paraphrases(scored: Sequence[tuple[float, float]], threshold: float) -> float:
    """F1 of those whose score reaches the threshold; pairs of gold and score."""
    found = [(gold, score >= threshold) for gold, score in scored]
    right = sum(1 for gold, said in found if gold and said)
    return 2 * right / max(1, sum(said for _, said in found) + sum(gold > 0 for gold, _ in found))


def choose_threshold(scored: Sequence[tuple[float, float]]) -> float:
    """The threshold whose F1 is best on pairs of gold and score."""
    return float(max(_STEPS, key=lambda step: score_paraphrases(scored, step)))


def average_precision(
    pairs: Sequence[Pair], score: Callable[[str, str], float] = score_events
) -> float:
    """Precision at the place of each right pair, averaged, the best scored first."""
    scored = sorted(
        ((score(one, other), gold) for gold, one, other in pairs), key=lambda one: -one[0]
    )
    right, total = 0, 0.0
    for place, (_, gold) in enumerate(scored, start=1):
        if gold:
            right += 1
            total += right / place
    return total / max(1, right)


def read_headlines(data: Path) -> Iterator[Pair]:
    """The pairs of headlines with people's scores, 0 to 5."""
    folder = data / "sts" / "sts" / "semeval-sts"
    for path in sorted(folder.glob("20*/headlines.test.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            gold, *texts = line.split("\t")
            if len(texts) >= 2 and gold.replace(".", "", 1).isdigit():
                yield float(gold), texts[0], texts[1]


def read_paraphrases(data: Path, part: str) -> Iterator[Pair]:
    """The pairs of a part of the MSR corpus: 1 for a paraphrase, 0 for none."""
    path = data / "sts" / "para" / "msr" / f"msr-para-{part}.tsv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        for row in rows:
            yield float(row[0]), row[3], row[4]


def read_relations(data: Path, part: Path) -> Iterator[Pair]:
    """Pairs of claims of ClaimDiff: 1 where the relation holds."""
    found = json.loads((data / "claimdiff" / part).read_text(encoding="utf-8"))
    for one in found["data"]:
        yield float(one["relation"]), one["claim_a"], one["claim_b"]


def read_event_pairs(data: Path) -> Iterator[Pair]:
    """Sentences of two articles of one story: 1 where they mention one event, 0 where none."""
    chance = random.Random(1)
    for story in sorted((data / "meantime" / "intra_cross-doc_annotation").iterdir()):
        sentences = [
            (path.name, text, events)
            for path in sorted(story.glob("*.xml"))
            for text, events in _read_document(path)
        ]
        pairs = [
            (bool(mine & theirs), one, other)
            for number, (name, one, mine) in enumerate(sentences)
            for other_name, other, theirs in sentences[:number]
            if name != other_name and one != other
        ]
        right = [pair for pair in pairs if pair[0]]
        wrong = [pair for pair in pairs if not pair[0]]
        for same, one, other in right + chance.sample(wrong, min(len(wrong), _OTHERS * len(right))):
            yield float(same), one, other


def _read_document(path: Path) -> list[tuple[str, frozenset[str]]]:
    """The annotated sentences of a document with the identities of the events in them."""
    root = etree.parse(str(path)).getroot()
    sentence_of, words = {}, defaultdict(list)
    for token in root.iter("token"):
        sentence_of[token.get("t_id")] = token.get("sentence")
        words[token.get("sentence")].append(token.text or "")
    place = {
        mention.get("m_id"): sentence_of[mention.find("token_anchor").get("t_id")]
        for mention in root.iter("EVENT_MENTION")
        if mention.find("token_anchor") is not None
    }
    identity = {event.get("m_id"): event.get("instance_id") for event in root.iter("EVENT")}
    events: dict[str, set[str]] = defaultdict(set)
    for refers in root.iter("REFERS_TO"):
        target = identity.get(refers.find("target").get("m_id"))
        for source in refers.iter("source"):
            sentence = place.get(source.get("m_id"))
            if sentence is not None and target:
                events[sentence].add(target)
    return [
        (" ".join(words[sentence]), frozenset(found)) for sentence, found in sorted(events.items())
    ]
