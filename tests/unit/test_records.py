import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.identifiers import content_id
from onrecord.records import (
    Act,
    Article,
    Attribution,
    Capture,
    Entity,
    EntityKind,
    Evidence,
    Failure,
    Form,
    Reading,
    Run,
    Span,
)

NOW = datetime.datetime(2025, 5, 12, 9, 30, tzinfo=datetime.UTC)


def attribution(article: Article, **changes: object) -> Attribution:
    fields: dict[str, object] = {
        "article_id": article.id,
        "cue": (Span(4, 8),),
        "content": (Span(9, 12),),
        "form": Form.INDIRECT,
        "act": Act.SAYS,
    }
    return Attribution(**(fields | changes))  # type: ignore[arg-type]


@given(st.text(min_size=1), st.data())
def test_evidence_quotes_what_stands_at_its_position(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    evidence = Evidence.from_span(text, Span(start, end))
    assert evidence.exact == text[start:end]
    assert (evidence.prefix + evidence.exact + evidence.suffix) in text


def test_evidence_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="after the text"):
        Evidence.from_span("short", Span(2, 9))


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)])
def test_a_span_is_never_empty_or_backwards(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="start < end"):
        Span(start, end)


def test_an_attribution_needs_a_cue_and_a_content() -> None:
    article = Article(title="", text="Roe said yes.")
    with pytest.raises(ValueError, match="a content needs a passage"):
        attribution(article, content=())
    with pytest.raises(ValueError, match="never an empty tuple"):
        attribution(article, source=())
    with pytest.raises(ValueError, match="in order and apart"):
        attribution(article, content=(Span(9, 12), Span(10, 13)))
    with pytest.raises(ValueError, match="between 0 and 1"):
        attribution(article, score=1.2)


def test_an_attribution_keeps_its_id_when_its_source_is_resolved() -> None:
    article = Article(title="", text="Roe said yes.")
    assert attribution(article).id == attribution(article, entity_id="ent_1", score=0.3).id
    assert attribution(article).id != attribution(article, content=(Span(9, 13),)).id


def test_the_same_words_on_another_page_are_another_article() -> None:
    one, other = (Article(title="T", text="Yes.", url=url) for url in ("https://a.example", None))
    assert one.id != other.id
    assert one == Article(title="T", text="Yes.", url="https://a.example")


def test_a_capture_is_known_by_its_origin_and_bytes() -> None:
    one = Capture("/a", b"x", NOW)
    assert one.id == Capture("/a", b"x", NOW + datetime.timedelta(days=1)).id
    assert one.id != Capture("/b", b"x", NOW).id


def test_instants_without_a_time_zone_are_refused() -> None:
    naive = datetime.datetime(2025, 5, 12)  # noqa: DTZ001
    with pytest.raises(ValueError, match="aware"):
        Capture("/a", b"x", naive)
    with pytest.raises(ValueError, match="aware"):
        Failure("/a", "CaptureError", "gone", naive)


def test_an_entity_without_a_passage_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing without a passage"):
        Entity("art_1", "Ada Roe", EntityKind.PERSON, ())


def test_a_reading_holds_only_what_is_of_its_article() -> None:
    article = Article(title="", text="Roe said yes.")
    other = Article(title="", text="Roe said no.")
    with pytest.raises(ValueError, match="not of the article"):
        Reading(article, (), (attribution(other),), Run("0", "rules-1"))


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_different_parts_never_run_together_into_one_id(one: list[str], other: list[str]) -> None:
    assert (content_id("art", *one) == content_id("art", *other)) == (one == other)


@pytest.mark.parametrize(
    ("other", "shares"), [((0, 4), False), ((0, 5), True), ((5, 6), True), ((7, 8), True), ((8, 9), False)]
)  # fmt: skip
def test_spans_overlap_where_they_share_a_character(other: tuple[int, int], shares: bool) -> None:
    assert Span(4, 8).overlaps(Span(*other)) is shares
    assert Span(*other).overlaps(Span(4, 8)) is shares
