"""Copies: cut, reordered, with a new lead or other words, they are still found."""

import itertools
import random
from pathlib import Path

import pytest

from onrecord.matches.copies import CopyFinder, runs_of

DISPATCHES = Path(__file__).parents[3] / "examples" / "dispatches"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(DISPATCHES.glob("*.txt"))}
LEAD = "Growers on the plain heard of it before breakfast, and had an opinion by noon."
OTHER_WORDS = {
    "said": "stated", "told": "informed", "spoke": "talked", "began": "started", "help": "assist",
    "big": "large", "deal": "agreement", "talks": "negotiations", "troops": "soldiers",
    "ended": "finished", "near": "close", "asked": "requested", "country": "nation",
}  # fmt: skip


def paragraphs(text: str) -> list[str]:
    return [part for part in text.split("\n\n") if len(part.split()) > 8]


def cut(text: str, chance: random.Random) -> str:
    parts = paragraphs(text)
    return "\n\n".join(parts[: max(3, int(len(parts) * chance.uniform(0.4, 0.8)))])


def reorder(text: str, chance: random.Random) -> str:
    parts = paragraphs(text)
    chance.shuffle(parts)
    return "\n\n".join(parts)


def lead(text: str, chance: random.Random) -> str:
    del chance
    return "\n\n".join([LEAD, *paragraphs(text)[1:]])


def reword(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    return " ".join(OTHER_WORDS.get(word, "" if chance.random() < 0.03 else word) for word in words)


REWRITES = (cut, reorder, lead, reword)


def found_pairs(texts: dict[str, str]) -> set[frozenset[str]]:
    finder = CopyFinder()
    return {
        frozenset((copy.first, copy.second))
        for name, text in texts.items()
        for copy in finder.add(name, text)
    }


@pytest.mark.parametrize("rewrite", REWRITES)
def test_each_kind_of_rewrite_is_found(rewrite: object) -> None:
    chance = random.Random(7)
    for name, text in TEXTS.items():
        changed = rewrite(text, chance)  # type: ignore[operator]
        assert found_pairs({name: text, "copy": changed}) == {frozenset((name, "copy"))}


def test_rewrites_are_grouped_with_what_they_rewrite_and_nothing_else() -> None:
    """Pairwise F1 over rewrites, two kinds one after the other, of texts that share their story."""
    chance = random.Random(20)
    texts, original = dict(TEXTS), {name: name for name in TEXTS}
    for number, (name, first, second) in enumerate(itertools.product(TEXTS, REWRITES, REWRITES)):
        texts[f"{number}"] = second(first(TEXTS[name], chance), chance)
        original[f"{number}"] = name
    wanted = {
        frozenset(pair)
        for pair in itertools.combinations(texts, 2)
        if original[pair[0]] == original[pair[1]]
    }
    found = found_pairs(texts)
    precision, recall = len(found & wanted) / len(found), len(found & wanted) / len(wanted)
    assert len(texts) > 100
    assert 2 * precision * recall / (precision + recall) >= 0.9
    assert precision >= 0.95


def test_one_quotation_in_common_is_no_copy() -> None:
    quotation = "“Nobody should have to bury a son over a sluice gate,” the president said."
    one = f"{quotation} The river rose on Monday. Beets were drilled late in the north."
    other = f"Turbines were tested. {quotation} Snow fell over the heights, and roads closed."
    assert found_pairs({"one": one, "other": other}) == set()


def test_a_text_without_words_is_no_copy_of_another() -> None:
    assert found_pairs({"one": "", "other": "—", "third": "The river rose."}) == set()
    assert runs_of("the of and") == frozenset()
