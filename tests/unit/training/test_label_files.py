"""The labels that the branch of stands learns from, as files."""

import json
from pathlib import Path

import pytest
from evaluation.apart import is_kept_apart
from training.stand_labels import LABELS, LAYOUTS, read_labels, read_lessons

REAL, *INVENTED = LABELS


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)
def test_every_row_has_a_class_that_the_branch_can_say(path: Path) -> None:
    for label in read_labels(path):
        for layout in LAYOUTS.values():
            for row in label.get(layout.rows, ()):
                assert row[layout.of_class] in layout.classes
                for part, _ in layout.parts:
                    start, end = row[part]
                    assert 0 <= start < end, (label["article"], row)


@pytest.mark.parametrize("path", INVENTED, ids=lambda path: path.stem)
def test_the_passages_of_invented_articles_are_words_of_their_text(path: Path) -> None:
    for label in read_labels(path):
        for layout in LAYOUTS.values():
            for row in label[layout.rows]:
                for start, end in (row[part] for part, _ in layout.parts):
                    words = label["text"][start:end]
                    assert words == words.strip() != "", (label["article"], words)


def test_no_article_is_labelled_twice() -> None:
    names = [label["article"] for path in LABELS for label in read_labels(path)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", INVENTED, ids=lambda path: path.stem)
def test_invented_articles_say_so_by_having_a_text(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        assert json.loads(line)["text"].strip()


def test_a_fifth_of_the_real_articles_teaches_nothing() -> None:
    names = {label["article"] for label in read_labels(REAL)}
    taught = {label["article"] for label in read_lessons(LABELS)}
    apart = {name for name in names if is_kept_apart(name)}
    assert len(names) / 6 < len(apart) < len(names) / 4
    assert not taught & apart
    assert names - apart < taught
