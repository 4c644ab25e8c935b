"""Any findings that the records allow, about given entities and attributions."""

from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

from onrecord.dates import PartialDate
from onrecord.records import (
    Absence,
    AbsenceKind,
    Against,
    Article,
    Attribution,
    Basis,
    Check,
    CheckKind,
    Entity,
    Hop,
    How,
    Position,
    Proposition,
    Response,
    ResponseKind,
    Span,
    Spans,
    Stance,
)

words = st.text(st.characters(codec="utf-8"), max_size=12)


@st.composite
def dates(draw: st.DrawFn) -> PartialDate:
    year, month, day = draw(st.integers(1000, 9999)), draw(st.integers(0, 12)), 0
    if month:
        day = draw(st.integers(0, 28))
    return PartialDate(year, month, day)


@st.composite
def pieces(draw: st.DrawFn, length: int, count: int | None = None) -> Spans:
    """One to three pieces, or so many as are asked for."""
    size = 2 * (draw(st.integers(1, min(3, (length + 1) // 2))) if count is None else count)
    bounds = sorted(
        draw(st.lists(st.integers(0, length), min_size=size, max_size=size, unique=True))
    )
    return tuple(Span(*pair) for pair in zip(bounds[::2], bounds[1::2], strict=True))


def spans(length: int) -> st.SearchStrategy[Span]:
    return pieces(length, 1).map(lambda found: found[0])


@st.composite
def traces(draw: st.DrawFn, article: Article, entities: Sequence[Entity]) -> dict[str, Any]:
    """What an attribution says of its chain, basis, date and addressee."""
    length = len(article.text)
    hops = st.builds(
        Hop,
        st.sampled_from([one.id for one in entities] or [""]),
        st.sampled_from(How),
        spans(length),
    )
    return {
        "addressee": draw(st.none() | pieces(length)),
        "said_on": draw(st.none() | dates()),
        "chain": tuple(draw(st.lists(hops, max_size=3))) if entities else (),
        "basis": draw(st.sampled_from(Basis)),
    }


@st.composite
def findings(
    draw: st.DrawFn,
    article: Article,
    entities: Sequence[Entity],
    attributions: Sequence[Attribution],
) -> dict[str, Any]:
    """Responses, absences, positions and checks, each once; the text has four characters at least."""
    length = len(article.text)
    of_article = st.just(article.id)
    parties = st.sampled_from([one.id for one in entities] or [""])
    claims = st.sampled_from([None, *(one.id for one in attributions)])

    def some(made: st.SearchStrategy[Any]) -> tuple[Any, ...]:
        return tuple(draw(st.lists(made, max_size=3, unique_by=lambda one: one.id)))

    absences = st.builds(Absence, of_article, st.sampled_from(AbsenceKind), spans(length), claims)
    found = {"absences": some(absences), "checks": some(checks(article))}
    if not entities:
        return found
    responses = st.builds(
        Response,
        of_article,
        parties,
        st.sampled_from(ResponseKind),
        pieces(length),
        claims,
        st.none() | parties,
        st.none() | dates(),
    )
    positions = st.builds(
        Position,
        of_article,
        parties,
        st.builds(Proposition, words, pieces(length)),
        st.sampled_from(Stance),
        st.none() | parties,
        pieces(length),
    )
    return {**found, "responses": some(responses), "positions": some(positions)}


@st.composite
def checks(draw: Callable[..., Any], article: Article) -> Check:
    against = draw(st.sampled_from(Against))
    return Check(
        article.id,
        draw(st.sampled_from(CheckKind)),
        draw(words),
        draw(pieces(len(article.text), 2 if against is Against.TEXT else 1)),
        against,
    )
