"""The law: storing and then loading is the identity."""

import itertools
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from finding_strategies import findings, traces
from ledger_examples import NOON, make_capture
from onrecord.dates import PartialDate
from onrecord.ledger.ledger import Ledger, store_reading
from onrecord.ledger.loading import load_capture, load_reading
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
    Span,
    Spans,
)

numbers = itertools.count()
short_texts = st.text(max_size=12)
dates = st.one_of(
    st.none(),
    st.dates().map(PartialDate.from_date),
    st.dates().map(lambda date: PartialDate(date.year, date.month)),
    st.dates().map(lambda date: PartialDate(date.year)),
)
values = st.one_of(
    short_texts, st.integers(), st.booleans(), st.floats(allow_nan=False, allow_infinity=False)
)


@st.composite
def spans(draw: Callable[..., int], length: int, pieces: int = 3) -> Spans:
    count = draw(st.integers(1, pieces))
    points = sorted(
        draw(st.lists(st.integers(0, length), min_size=2 * count, max_size=2 * count, unique=True))
    )
    return tuple(Span(*pair) for pair in zip(points[::2], points[1::2], strict=True))


@st.composite
def readings(draw: Callable[..., object]) -> Reading:
    article = Article(
        # Every example is an article of its own: an earlier one may differ only in its scores.
        title=f"{next(numbers)} {draw(short_texts)}",
        text=draw(st.text(min_size=8, max_size=60)),
        url=draw(st.none() | short_texts),
        publisher=draw(short_texts),
        authors=tuple(draw(st.lists(short_texts, max_size=3))),
        published_on=draw(dates),
        updated_on=draw(dates),
        language=draw(st.sampled_from(["en", "de"])),
    )
    length = len(article.text)
    entities = draw(
        st.lists(
            st.builds(
                Entity,
                article_id=st.just(article.id),
                name=short_texts,
                kind=st.sampled_from(EntityKind),
                mentions=spans(length),
                roles=st.lists(
                    st.builds(Role, short_texts, spans(length, 1).map(lambda found: found[0])),
                    max_size=2,
                ).map(tuple),
            ),
            max_size=4,
            unique_by=lambda entity: entity.id,
        )
    )
    attributions: list[Attribution] = []
    for _ in range(draw(st.integers(0, 5))):
        attribution = Attribution(
            article_id=article.id,
            source=draw(st.none() | spans(length)),
            cue=draw(spans(length)),
            content=draw(spans(length)),
            form=draw(st.sampled_from(Form)),
            act=draw(st.sampled_from(Act)),
            entity_id=draw(st.sampled_from([None, *(entity.id for entity in entities)])),
            negated=draw(st.booleans()),
            hedged=draw(st.booleans()),
            parent_id=draw(st.sampled_from([None, *(one.id for one in attributions)])),
            score=draw(st.floats(0, 1)),
            **draw(traces(article, entities)),
        )
        if attribution.id not in {one.id for one in attributions}:
            attributions.append(attribution)
    run = Run(
        draw(short_texts),
        draw(short_texts),
        draw(st.dictionaries(short_texts, values, max_size=3)),
    )
    shuffled = tuple(draw(st.permutations(attributions)))
    found = draw(findings(article, entities, attributions))
    return Reading(article, tuple(entities), shuffled, run, **found)


def test_loading_what_was_stored_gives_the_same_reading(ledger: Ledger) -> None:
    @settings(deadline=None, max_examples=60)
    @given(reading=readings(), body=st.binary(max_size=60))
    def check(reading: Reading, body: bytes) -> None:
        capture = make_capture(reading.article, origin=f"/{reading.article.id}.html", body=body)
        assert store_reading(ledger, capture, reading, NOON) is True
        assert load_reading(ledger, reading.article.id) == reading
        assert load_capture(ledger, capture.id) == capture
        assert store_reading(ledger, capture, reading, NOON) is False

    check()
