"""What somebody decided last, in words."""

from collections.abc import Sequence

from onrecord.export.wording import count_in_words
from onrecord.ledger.ledger import Ledger
from onrecord.records import Judgement, Verdict
from onrecord.sources_named import find_name_given

_WORDS = {
    Verdict.SAME: "same claim",
    Verdict.DIFFERENT: "different",
    Verdict.UNSURE: "unsure",
    Verdict.ONE_ORIGIN: "one origin",
    Verdict.TWO_ORIGINS: "two origins",
    Verdict.SOURCE: "the source is somebody else",
}


def describe_decision(ledger: Ledger, made: Sequence[Judgement]) -> str:
    """Judgements that were made at once, as one decision; "" for none."""
    if not made:
        return ""
    first = made[0]
    if first.verdict is Verdict.SOURCE:
        name = find_name_given(ledger, first)
        return f"the source is {name}" if name else _WORDS[first.verdict]
    if len(made) > 1 and first.verdict is Verdict.DIFFERENT:
        return f"taken out of a claim, from among {count_in_words(len(made), 'other')}"
    if _is_about_entities(first):
        return "one person or body" if first.verdict is Verdict.SAME else "namesakes"
    return _WORDS[first.verdict]


def _is_about_entities(judgement: Judgement) -> bool:
    decided = judgement.verdict in {Verdict.SAME, Verdict.DIFFERENT}
    return decided and judgement.first_id.startswith("ent_")
