"""`onrecord judge` with ids on the command line."""

from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.ledger.gathering import gather_pending
from onrecord.ledger.judgements import load_judgements
from onrecord.ledger.ledger import open_ledger
from onrecord.records import Verdict
from onrecord.review import open_queue
from onrecord.sources_named import list_names
from story_ledger import copy_story


@pytest.mark.parametrize("kept", [20, 14])
def test_a_source_is_named_by_its_id_or_the_beginning_of_it(tmp_path: Path, kept: int) -> None:
    path = copy_story(tmp_path)
    with open_ledger(path) as ledger:
        gather_pending(ledger)
        suggestion = open_queue(ledger).find_next()
        assert suggestion is not None
        report = suggestion.first.attribution
        names = list_names(ledger, report.id)
        entity = next(one.id for one in names if one.id != report.entity_id)
    given = ["judge", report.id, "source", entity[:kept], "--by", "Ida Bell"]
    assert run([*given, "--ledger", str(path)]) == 0
    with open_ledger(path) as ledger:
        made = load_judgements(ledger)
    assert [(one.verdict, one.first_id, one.second_id) for one in made] == [
        (Verdict.SOURCE, report.id, entity)
    ]
