"""Addressees: to whom something was said."""

import pytest

from marked import parse_marked
from unit.resolution.traced import trace


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[source:Ida Bell] [cue:told] The Brenn Post that [content:it rained].", "The Brenn Post"),
        ("[source:Ida Bell] [cue:told] reporters on Monday [content:it rained].", "reporters"),
        ("[source:Ida Bell] [cue:said to] her supporters: [content:it rained].", "her supporters"),
        ("[source:Ida Bell] [cue:said] that [content:it rained].", None),
        ("[source:Ida Bell] [cue:asked] whether [content:it rained].", None),
    ],
)
def test_the_words_beside_the_cue_name_the_addressee(text: str, expected: str | None) -> None:
    plain, _ = parse_marked(text)
    found = trace(text)[-1][0].addressee
    assert (plain[found[0].start : found[-1].end] if found else None) == expected
