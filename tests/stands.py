"""Positions read out of a text of our own, with attributions marked by their words."""

from onrecord.attributions.modality import classify_modality
from onrecord.attributions.reader import Extraction
from onrecord.findings.positions import find_stances, gather_positions
from onrecord.records import Act, Article, Attribution, Form, Position, Reading, Run, Span
from onrecord.resolution.entities import resolve_entities
from onrecord.resolution.parties import list_parties

Said = tuple[str, str, str, Act]


def read_stands(text: str, *said: Said, parents: dict[int, int] | None = None) -> Reading:
    """Read the positions of a text; each of `said` is source (or none: ""), cue, content and act."""
    article = Article(title="", text=text)

    def find(words: str) -> tuple[Span, ...]:
        assert text.count(words) == 1, words
        return (Span(text.index(words), text.index(words) + len(words)),)

    attributions: list[Attribution] = []
    for number, (source, cue, content, act) in enumerate(said):
        parent = (parents or {}).get(number)
        attributions.append(
            Attribution(
                article.id, find(cue), find(content), Form.INDIRECT, act, find(source) if source else None,
                negated=classify_modality(text, find(cue), find(source) if source else None, find(content))[0],
                parent_id=None if parent is None else attributions[parent].id,
            )
        )  # fmt: skip
    stances = find_stances(article, attributions)
    resolved = resolve_entities(article, Extraction(tuple(attributions)), list_parties(stances))
    positions = gather_positions(article, resolved.attributions, stances, resolved)
    return Reading(
        article, resolved.entities, resolved.attributions, Run("0", "test"), positions=positions
    )


def list_rows(reading: Reading) -> set[tuple[str, str, str, str]]:
    """Party, stance, proposition and whose word it is."""
    names = {entity.id: entity.name for entity in reading.entities}

    def word(position: Position) -> str:
        if position.word_of_id is None:
            return "author"
        return "self" if position.first_hand else names[position.word_of_id]

    return {
        (names[each.party_id], each.stance.value, each.proposition.text, word(each))
        for each in reading.positions
    }
