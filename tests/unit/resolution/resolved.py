"""Marked text, resolved: who speaks, for tests."""

from marked import Marked, parse_marked
from onrecord.attributions.reader import Extraction, Name, NameLabel
from onrecord.records import Act, Article, Attribution, Entity, Form, Span
from onrecord.resolution.entities import resolve_entities


def pair_entities(
    article: Article, extraction: Extraction
) -> tuple[tuple[Entity, ...], tuple[Attribution, ...]]:
    """The entities, and the attributions with theirs."""
    resolved = resolve_entities(article, extraction)
    return resolved.entities, resolved.attributions


def extract(
    marked_text: str, parents: dict[int, int] | None = None, authors: tuple[str, ...] = ()
) -> tuple[Article, Extraction]:
    """The article and its attributions in text order of their numbers; parents by number."""
    text, marked = parse_marked(marked_text)
    article = Article(title="", text=text, authors=authors)
    made: dict[int, Attribution] = {}
    for number in sorted(marked):
        parent = (parents or {}).get(number)
        made[number] = _attribution(
            article, marked[number], made[parent].id if parent is not None else None
        )
    return article, Extraction(tuple(made.values()))


def _attribution(article: Article, marked: Marked, parent_id: str | None) -> Attribution:
    return Attribution(
        article.id,
        marked.cue,
        marked.content,
        Form.INDIRECT,
        Act.SAYS,
        marked.source,
        parent_id=parent_id,
    )


def resolve(
    marked_text: str, parents: dict[int, int] | None = None, authors: tuple[str, ...] = ()
) -> tuple[Entity, ...]:
    """The entity of every attribution with a source, in the order of their numbers."""
    article, extraction = extract(marked_text, parents, authors)
    entities, attributions = pair_entities(article, extraction)
    by_id = {entity.id: entity for entity in entities}
    return tuple(
        by_id[attribution.entity_id]
        for attribution in attributions
        if attribution.entity_id is not None
    )


def last_name(marked_text: str, parents: dict[int, int] | None = None) -> str:
    """The name of the last attribution's entity."""
    return resolve(marked_text, parents)[-1].name


def find_entities(text: str) -> dict[str, Entity]:
    """Every entity of a text without attributions, by name."""
    entities, _ = pair_entities(Article(title="", text=text), Extraction(()))
    return {entity.name: entity for entity in entities}


def tag(text: str, words: str, label: NameLabel) -> Name:
    """A reader's name at the first place where the words stand."""
    start = text.index(words)
    return Name(Span(start, start + len(words)), label)
