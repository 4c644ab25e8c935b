"""Any reading that the records allow, for laws that must hold for all of them."""

from hypothesis import strategies as st

from finding_strategies import dates, findings, pieces, traces
from onrecord.records import (
    Act,
    Article,
    Attribution,
    Entity,
    EntityKind,
    Form,
    Reading,
    Role,
    Run,
)

_words = st.text(st.characters(codec="utf-8"), max_size=12)
_texts = st.text(
    st.characters(codec="utf-8") | st.sampled_from(" \n\n“”'\"<&\u2028\u0085\x1b🌊שלום"),
    min_size=4,
    max_size=80,
)
_scores = st.floats(0, 1)
_settings = st.dictionaries(
    _words,
    _words | st.integers() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False),
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    return Article(
        title=draw(_words),
        text=draw(_texts),
        url=draw(st.none() | _words),
        publisher=draw(_words),
        authors=tuple(draw(st.lists(_words, max_size=2))),
        published_on=draw(st.none() | dates()),
        updated_on=draw(st.none() | dates()),
        language=draw(st.sampled_from(["en", "de", "uk"])),
    )


@st.composite
def entities(draw: st.DrawFn, article: Article) -> Entity:
    mentions = draw(pieces(len(article.text)))
    roles = (Role(draw(_words), mentions[0]),) if draw(st.booleans()) else ()
    return Entity(article.id, draw(_words), draw(st.sampled_from(EntityKind)), mentions, roles)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    article = draw(articles())
    length = len(article.text)
    speakers = tuple(draw(st.lists(entities(article), max_size=3)))
    made: list[Attribution] = []
    for _ in range(draw(st.integers(0, 5))):
        source = draw(st.none() | pieces(length))
        entity = draw(st.none() | st.sampled_from(speakers)) if speakers and source else None
        parent = draw(st.none() | st.sampled_from(made)) if made else None
        made.append(
            Attribution(
                article_id=article.id,
                source=source,
                cue=draw(pieces(length)),
                content=draw(pieces(length)),
                form=draw(st.sampled_from(Form)),
                act=draw(st.sampled_from(Act)),
                entity_id=entity.id if entity else None,
                negated=draw(st.booleans()),
                hedged=draw(st.booleans()),
                parent_id=parent.id if parent else None,
                score=draw(_scores),
                **draw(traces(article, speakers)),
            )
        )
    run = Run(draw(_words), draw(_words), draw(_settings))
    return Reading(article, speakers, tuple(made), run, **draw(findings(article, speakers, made)))
