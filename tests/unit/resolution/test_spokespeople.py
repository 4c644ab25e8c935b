import pytest

from onrecord.attributions.reader import Extraction
from onrecord.records import Act, Article, Attribution, Form, Span
from onrecord.resolution.entities import resolve_entities
from onrecord.resolution.parties import list_parties
from onrecord.resolution.spokespeople import find_spokespeople, tie_spokespeople


def spoken_for(text: str, source: str) -> dict[str, str]:
    """Names of spokespeople with the names of those they speak for."""
    article = Article(title="", text=text)

    def find(words: str) -> tuple[Span, ...]:
        start = text.index(words)
        return (Span(start, start + len(words)),)

    said = Attribution(article.id, find("said"), find("so"), Form.INDIRECT, Act.SAYS, find(source))
    spokespeople = find_spokespeople(article)
    resolved = resolve_entities(article, Extraction((said,)), list_parties(spokespeople))
    entities = tie_spokespeople(resolved, spokespeople)
    names = {entity.id: entity.name for entity in entities}
    return {entity.name: names[entity.speaks_for_id] for entity in entities if entity.speaks_for_id}


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("Brenn Council spokesman Ivo Marsh said so.", "Brenn Council spokesman Ivo Marsh",
         {"Ivo Marsh": "Brenn Council"}),
        ("Ivo Marsh, a spokesman for the Brenn Council, said so.", "Ivo Marsh",
         {"Ivo Marsh": "Brenn Council"}),
        ("Ida Bell was away. Her spokeswoman, Ada Holm, said so.", "Ada Holm",
         {"Ada Holm": "Ida Bell"}),
        ("A spokeswoman for Ida Bell said so.", "A spokeswoman for Ida Bell",
         {"A spokeswoman for Ida Bell": "Ida Bell"}),
    ],
)  # fmt: skip
def test_a_spokesperson_and_the_one_behind_are_both_kept(
    text: str, source: str, expected: dict[str, str]
) -> None:
    assert spoken_for(text, source) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Through a spokesman Ivo Marsh said so.",
        "The spokesman said so.",
        "Ivo Marsh said so, and a spokesman listened.",
    ],
)
def test_a_spokesperson_of_nobody_speaks_for_nobody(text: str) -> None:
    assert spoken_for(text, "Ivo Marsh" if "Ivo" in text else "The spokesman") == {}


def test_nobody_speaks_for_himself() -> None:
    text = "Ivo Marsh, spokesman for Ivo Marsh, said so."
    assert spoken_for(text, "Ivo Marsh") == {}
