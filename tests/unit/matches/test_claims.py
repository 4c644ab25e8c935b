"""Claims: what states the same is gathered, and a person's word outranks it."""

import random

from onrecord.matches.claims import ClaimGroup, find_matches, gather_claims
from onrecord.matches.statements import Statement, read_sentence

CONTEXT = "They met Vesk. They met Orlasca. They met Sorle."


def state(*texts: str) -> list[Statement]:
    return [read_sentence(text, context=CONTEXT) for text in texts]


def groups(found: tuple[ClaimGroup, ...]) -> list[set[str]]:
    return [set(group.members) for group in found if len(group.members) > 1]


TALK = "Vesk had talked with Orlasca by telephone"
SPOKEN = "Vesk spoke with Orlasca on the phone about the river"
DENIED = "Vesk did not talk with Orlasca by telephone"
WATER = "Sorle would take the water and ask no questions"
WATER_TOO = "Sorle said she would take 380 metres of water and ask no questions"


def test_one_claim_in_several_wordings_is_gathered_and_its_negation_is_not() -> None:
    statements = state(TALK, DENIED, WATER, SPOKEN, WATER_TOO)
    found = gather_claims(statements, find_matches(statements))
    assert groups(found) == [{TALK, SPOKEN}, {WATER, WATER_TOO}]


def test_every_statement_is_in_one_group() -> None:
    statements = state(TALK, DENIED, WATER, SPOKEN, WATER_TOO)
    found = gather_claims(statements, find_matches(statements))
    assert sorted(name for group in found for name in group.members) == sorted(
        statement.id for statement in statements
    )


def test_a_judgement_parts_and_joins_and_outranks_every_match() -> None:
    statements = state(TALK, WATER, SPOKEN)
    matches = find_matches(statements)
    assert groups(gather_claims(statements, matches, apart=[(SPOKEN, TALK)])) == []
    joined = gather_claims(statements, (), together=[(TALK, WATER)])
    assert groups(joined) == [{TALK, WATER}]


def test_what_only_resembles_the_middle_does_not_join_the_ends() -> None:
    one, middle, other = state(
        "Vesk promised 380 cubic metres of water from April to the growers of the plain",
        "Vesk promised water to the growers of the plain from April",
        "Vesk promised 410 cubic metres of water to the growers of the plain from April",
    )
    found = gather_claims([one, middle, other], find_matches([one, middle, other]))
    assert not any({one.id, other.id} <= set(group.members) for group in found)


def test_a_noun_alone_states_nothing() -> None:
    statements = state("the war over the river", "the war over the river and its end")
    assert find_matches(statements) == ()


def test_matches_do_not_depend_on_the_order_of_statements() -> None:
    statements = state(TALK, DENIED, WATER, SPOKEN, WATER_TOO)
    shuffled = random.Random(1).sample(statements, len(statements))
    assert {match.id for match in find_matches(statements)} == {
        match.id for match in find_matches(shuffled)
    }
