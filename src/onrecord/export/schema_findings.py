"""What the JSON Schema says of the findings: responses, absences, positions, checks."""

from collections.abc import Mapping

from onrecord.export.schema_pieces import (
    Schema,
    any_of,
    identifier,
    one_of,
    or_null,
    record,
    reference,
    text,
)
from onrecord.export.shapes import AUTHOR
from onrecord.records import AbsenceKind, Against, CheckKind, ResponseKind, Stance

_RESPONSE: Mapping[str, Schema] = {
    "id": identifier("rsp", "Made from the article, the party, the kind and the passages."),
    "party": identifier("ent", "The entity that answers, or does not."),
    "spokesperson": or_null(
        identifier("ent", "Who speaks for the party; null where it is the party itself.")
    ),
    "kind": one_of(
        ResponseKind,
        "What the party did about the claim. Silence is never a denial; a party that is not "
        "listed is unknown.",
    ),
    "to": or_null(
        identifier("att", "The attribution whose content it answers; null where there is none.")
    ),
    "about": or_null(
        reference("spans", "Its own words and the author's for what it answers; null without any.")
    ),
    "as_of": or_null(
        reference("date", "The day on which it holds; for silence the article's own date.")
    ),
    "evidence": reference("spans", "The words that show it."),
}
_ABSENCE: Mapping[str, Schema] = {
    "id": identifier("abs", "Made from the article, the kind and the passage."),
    "kind": one_of(AbsenceKind, "What the article itself says is missing."),
    "about": or_null(identifier("att", "The attribution that lacks it; null where there is none.")),
    "evidence": reference("span", "The passage that says so."),
}
_PROPOSITION: Mapping[str, Schema] = {
    "text": text("The article's own words for it, as few as make it understood."),
    "evidence": reference("spans", "Where they stand; positions on one proposition share it."),
}
_POSITION: Mapping[str, Schema] = {
    "id": identifier("pos", "Made from party, proposition, stance, word and passages."),
    "party": identifier("ent", "Who stands there."),
    "proposition": reference("proposition", "What it is about."),
    "stance": one_of(Stance, "Where the party stands on it."),
    "word_of": any_of(
        identifier(
            "ent",
            "On whose word: the party itself, or another entity (second-hand); "
            f'"{AUTHOR}" where the article says so in its own voice (second-hand too).',
        ),
        {"const": AUTHOR},
    ),
    "evidence": reference("spans", "The words that show it."),
}
_CHECK: Mapping[str, Schema] = {
    "id": identifier("chk", "Made from the article, the kind and the passages."),
    "kind": one_of(CheckKind, "What does not fit."),
    "message": text("One sentence that says why they do not fit; it accuses nobody."),
    "evidence": reference("spans", "Both passages; one, where the other is no part of the text."),
    "against": one_of(
        Against, "What the second passage is: the text too, article.title, article.published_on."
    ),
}

FINDINGS: Mapping[str, Schema] = {
    "response": record("What a party did about a claim that the article reports.", _RESPONSE),
    "absence": record("Something that the article itself says is missing.", _ABSENCE),
    "proposition": record("Something that could be done or agreed.", _PROPOSITION),
    "position": record("Where a party stands on a proposition, on whose word.", _POSITION),
    "check": record("Two passages that do not fit.", _CHECK),
}
"""Their places in `$defs`."""
