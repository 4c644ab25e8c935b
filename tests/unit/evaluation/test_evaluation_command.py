import argparse

import pytest
from evaluation.__main__ import PARTS, split_parts


def test_parts_are_named_with_commas() -> None:
    assert split_parts("acts,polnear") == ["acts", "polnear"]
    assert split_parts("nesting") == ["nesting"]


def test_an_unknown_part_is_refused_with_those_there_are() -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=r"no part .scores.: choose of .*slices"):
        split_parts("acts,scores")


def test_everything_the_card_needs_is_a_part() -> None:
    assert set(PARTS) == {
        *("people", "polnear", "slices", "calibration", "acts", "nesting"),
        *("entities", "dates", "chains", "findings", "checks", "matches"),
    }
