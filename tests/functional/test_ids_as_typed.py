"""An id that is wrong: what is wrong with it, and what to type instead."""

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from onrecord.cli import run
from onrecord.ledger.claim_queries import ClaimQuery, find_claims
from onrecord.ledger.claim_tables import members
from onrecord.ledger.found import AttributionQuery
from onrecord.ledger.ledger import open_ledger, reading_from
from onrecord.ledger.queries import find_attributions
from onrecord.matches.record import Claim
from story_ledger import copy_gathered_story

Refuse = Callable[..., str]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_gathered_story(tmp_path_factory.mktemp("ids"))


@pytest.fixture(scope="module")
def claim(path: Path) -> Claim:
    with open_ledger(path) as ledger:
        return find_claims(ledger, ClaimQuery(limit=1))[0]


@pytest.fixture
def refuse(path: Path, capsys: pytest.CaptureFixture[str]) -> Refuse:
    def refuse(*arguments: str) -> str:
        assert run([*arguments, "--ledger", str(path)]) == 1
        captured = capsys.readouterr()
        assert captured.out == ""
        return captured.err

    return refuse


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show", ""), "the id is empty: `onrecord articles` and `onrecord attributions` list"),
        (("claim", " "), "the id is empty: `onrecord claims`"),
        (("versions", ""), "the id is empty: `onrecord articles` lists"),
        (("show", "clm_12"), "but of a claim: `onrecord claim clm_12` shows it"),
        (("claim", "art_12"), "but of an article: `onrecord show art_12` shows it"),
        (("show", "rsp_12"), "but of a response: `onrecord claim rsp_12` shows it"),
        (("show", "ent_12"), "but of an entity: `onrecord articles`"),
        (("attributions", "--article", "ent_1"), "but of an entity: `onrecord articles` lists"),
        (("responses", "--article", "att_1"), "but of an attribution: `onrecord show att_1` shows"),
        (("versions", "clm_1"), "but of a claim: `onrecord claim clm_1` shows it"),
        (("claim", "Vesk"), "they look like clm_"),
        (("show", "xyz_12"), "'xyz_12' is not the id of an article or an attribution: they look"),
        (("claim", "att_0000000000000000"), "begins with 'att_0000000000000000': `onrecord attr"),
        (("claim", "att_"), "several ids begin with 'att_'"),
    ],
)
def test_a_wrong_id_is_told_from_an_unknown_one(
    refuse: Refuse, arguments: tuple[str, ...], message: str
) -> None:
    assert message in refuse(*arguments)


def test_what_is_on_record_and_in_no_claim_is_told_so(refuse: Refuse, path: Path) -> None:
    with open_ledger(path) as ledger:
        read = find_attributions(ledger, AttributionQuery())
        with reading_from(ledger) as connection:
            gathered = set(connection.scalars(sa.select(members.c.id)))
    alone = next(one.attribution.id for one in read if one.attribution.id not in gathered)
    assert f"{alone} is in no claim: `onrecord claims` lists what is" in refuse("claim", alone)


def test_a_beginning_of_many_claims_says_that_there_are_more(refuse: Refuse) -> None:
    message = refuse("claim", "clm_")
    assert message.count("clm_") == 5
    assert message.endswith(", …. Give more of it\n")


def test_ids_are_taken_as_they_were_copied(path: Path, claim: Claim, capsys) -> None:
    assert run(["claim", f" {claim.id.upper()} ", "--ledger", str(path)]) == 0
    assert claim.id in capsys.readouterr().out
