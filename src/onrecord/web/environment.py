"""The template engine: everything escaped, nothing undefined, the record's own words."""

import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

import jinja2
from markupsafe import Markup

from onrecord.dates import PartialDate
from onrecord.export.report import read_template as read_export_template
from onrecord.export.wording import (
    ABSENCE_WORDS,
    BASIS_WORDS,
    CHECK_WORDS,
    FORM_WORDS,
    RESPONSE_WORDS,
    STANCE_WORDS,
    act_in_words,
    count_in_words,
    cut_words,
    date_in_words,
    origins_in_words,
)
from onrecord.web.assets import asset_address

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SHORT_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def make_environment() -> jinja2.Environment:
    """An environment over our templates and those of the HTML report."""
    environment = jinja2.Environment(
        autoescape=True,
        loader=jinja2.FunctionLoader(_read_template),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
    )
    environment.filters.update(
        day=date_in_words,
        short_day=short_day,
        count=count_in_words,
        origins=origins_in_words,
        cut=cut_words,
        act=act_in_words,
        begun=lambda text: text.lstrip(" :;,…"),
        flat=lambda text: " ".join(text.split()),
        segment=lambda text: quote(text, safe=""),
        query=write_query,
        without=lambda values, name: {key: one for key, one in values.items() if key != name},
        with_value=lambda values, name, value: {**values, name: value},
    )
    environment.globals.update(
        asset=asset_address,
        RESPONSE_WORDS={kind.value: words for kind, words in RESPONSE_WORDS.items()},
        BASIS_WORDS={kind.value: words for kind, words in BASIS_WORDS.items()},
        FORM_WORDS={kind.value: words for kind, words in FORM_WORDS.items()},
        ABSENCE_WORDS={kind.value: words for kind, words in ABSENCE_WORDS.items()},
        CHECK_WORDS={kind.value: words for kind, words in CHECK_WORDS.items()},
        STANCE_WORDS={kind.value: words for kind, words in STANCE_WORDS.items()},
    )
    return environment


def short_day(date: PartialDate | None) -> str:
    """As in "5 Mar 2026"; "no date" where there is none."""
    if date is None:
        return "no date"
    parts = [str(date.day)] if date.day else []
    if date.month:
        parts.append(_SHORT_MONTHS[date.month - 1])
    return " ".join([*parts, str(date.year)])


def write_query(values: Mapping[str, Any]) -> str:
    """A query string of the values that are there."""
    kept = {name: str(value) for name, value in values.items() if value not in (None, "")}
    return f"?{urlencode(kept)}" if kept else "?"


def _finalize(shown: Any) -> Any:
    """With U+FFFD for what neither HTML nor XML may hold, in whatever is written out."""
    if isinstance(shown, Markup):
        return Markup(_FORBIDDEN.sub("\ufffd", shown))  # noqa: S704
    return _FORBIDDEN.sub("\ufffd", str(shown))


def _read_template(name: str) -> str | None:
    found = files("onrecord.web").joinpath("templates", name)
    if found.is_file():
        return found.read_text("utf-8")
    if name in {"findings.html.j2", "marks.html.j2"}:
        return read_export_template(name)
    return None
