"""Laws that hold for every text and every extraction."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import grows_in_line
from onrecord.attributions.reader import Extraction, Name, NameLabel
from onrecord.records import Act, Article, Attribution, EntityKind, Form, Span
from unit.resolution.resolved import extract, pair_entities, resolve, tag

WORDS = st.sampled_from(
    """Ida Bell Karl Ode Mr. Mrs. President the The a mayor , . said He she They it who I we "
    ' “ ” Post campaign of and (NHC) NHC Brenn's officials former \n\n - ’s senator ) ( Sen. “I
    Republicans poll U.S. é 😀 عمر de""".split(" ")
)
TEXTS = st.one_of(st.lists(WORDS, min_size=1, max_size=40).map(" ".join), st.text(min_size=1))


@st.composite
def extractions(draw: st.DrawFn) -> tuple[Article, Extraction]:
    text = draw(TEXTS.filter(lambda text: len(text) > 3))
    article = Article(title="", text=text)
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 30)).map(
        lambda pair: Span(pair[0], min(len(text), pair[0] + pair[1]))
    )
    made: dict[str, Attribution] = {}
    for _ in range(draw(st.integers(0, 5))):
        source = draw(st.none() | st.tuples(spans))
        parent = draw(st.none() | st.sampled_from([*made, "att_unknown"]))
        attribution = Attribution(
            article.id,
            (draw(spans),),
            (draw(spans),),
            Form.INDIRECT,
            Act.SAYS,
            source,
            parent_id=parent,
        )
        made[attribution.id] = attribution
    names = draw(st.lists(st.builds(Name, spans, st.sampled_from(list(NameLabel))), max_size=4))
    return article, Extraction(tuple(made.values()), tuple(names))


@settings(deadline=None)
@given(extractions())
def test_every_source_has_an_entity_and_nothing_else_changes(
    given_extraction: tuple[Article, Extraction],
) -> None:
    article, extraction = given_extraction
    entities, attributions = pair_entities(article, extraction)
    known = {entity.id for entity in entities}
    assert len(known) == len(entities)
    assert [attribution.id for attribution in attributions] == [
        attribution.id for attribution in extraction.attributions
    ]
    for attribution in attributions:
        assert (attribution.entity_id in known) == (attribution.source is not None)


@settings(deadline=None)
@given(extractions())
def test_mentions_and_roles_lie_in_the_text_in_order(
    given_extraction: tuple[Article, Extraction],
) -> None:
    article, extraction = given_extraction
    entities, _ = pair_entities(article, extraction)
    for entity in entities:
        assert entity.name.strip()
        assert all(span.end <= len(article.text) for span in entity.mentions)
        for one, other in zip(entity.mentions, entity.mentions[1:], strict=False):
            assert one.end <= other.start
        for role in entity.roles:
            assert role.evidence.end <= len(article.text)


@settings(deadline=None, max_examples=50)
@given(extractions())
def test_resolving_twice_gives_the_same(given_extraction: tuple[Article, Extraction]) -> None:
    assert pair_entities(*given_extraction) == pair_entities(*given_extraction)


def test_an_attribution_without_source_stays_without_entity() -> None:
    assert resolve("[cue:It is said] that [content:the bridge will close].") == ()


def test_an_empty_extraction_of_a_text_without_names_has_no_entities() -> None:
    assert pair_entities(Article(title="", text="it rained."), Extraction(())) == ((), ())


def test_emoji_and_right_to_left_text_keep_the_positions() -> None:
    text = "😀 عمر Ida Bell 😀 smiled. [source:She] [cue:said] [content:no 😀]."
    article, extraction = extract(text)
    (entity,), _ = pair_entities(article, extraction)
    assert [article.text[span.start : span.end] for span in entity.mentions] == ["Ida Bell", "She"]


@pytest.mark.parametrize("label", list(NameLabel))
def test_a_noisy_reader_does_not_break_up_a_person(label: NameLabel) -> None:
    marked = (
        "On Monday Republican Karl Ode arrived. [source:Ode] [cue:said] [content:it would rain]."
    )
    article, extraction = extract(marked)
    names = (
        tag(article.text, "Republican Karl Ode", NameLabel.PERSON),
        Name(extraction.attributions[0].source[0], label),  # type: ignore[index]
    )
    entities, (attribution,) = pair_entities(article, Extraction(extraction.attributions, names))
    speaker = next(entity for entity in entities if entity.id == attribution.entity_id)
    assert (speaker.name, speaker.kind) == ("Karl Ode", EntityKind.PERSON)


def test_a_reader_that_tags_a_verb_is_not_believed() -> None:
    article, extraction = extract("[source:Ida Bell] [cue:tells] them [content:it rained].")
    names = (tag(article.text, "tells", NameLabel.PERSON),)
    entities, _ = pair_entities(article, Extraction(extraction.attributions, names))
    assert [entity.name for entity in entities] == ["Ida Bell"]


def test_a_readers_person_is_believed_where_capitals_tell_nothing() -> None:
    article, extraction = extract("Then [source:al-Sharad] [cue:said] [content:it rained].")
    names = (tag(article.text, "al-Sharad", NameLabel.PERSON),)
    ((entity,), _) = pair_entities(article, Extraction(extraction.attributions, names))
    assert entity.kind is EntityKind.PERSON


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor, Ida Bell, told the senator that he and Karl Ode had lied to voters. ",
        "the senator said the official said he ",
        "Bell Bell Bell Bell Bell Bell ",
        "Ida Bell's Post News and the Vale News told News he is the mayor of News, ",
    ],
)
def test_time_grows_with_the_words_and_not_with_their_square(sentence: str) -> None:
    times = 20_000 // len(sentence.split())

    def pair(count: int) -> None:
        pair_entities(*put_attributions(sentence * count))

    assert grows_in_line(pair, times // 8, times)


def put_attributions(text: str) -> tuple[Article, Extraction]:
    """An attribution at every sixtieth character, whatever stands there."""
    starts = range(0, len(text) - 60, 60)
    article = Article(title="", text=text)
    made = {
        attribution.id: attribution
        for attribution in (
            Attribution(
                article.id,
                (Span(start + 8, start + 12),),
                (Span(start + 12, start + 50),),
                Form.INDIRECT,
                Act.SAYS,
                (Span(start, start + 8),),
            )
            for start in starts
        )
    }
    return article, Extraction(tuple(made.values()))
