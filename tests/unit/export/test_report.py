import base64
import dataclasses
import hashlib
import re
import subprocess
import sys
import unicodedata
from importlib.resources import files

import pytest
from hypothesis import given, settings

from onrecord.articles.sentences import split_paragraphs
from onrecord.export.report import render_report
from onrecord.records import Reading, Span
from unit.export.reading_strategies import readings
from unit.export.report_page import ReportPage
from unit.export.sample_reading import SAMPLE, TEXT, plain_reading, small_reading

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>&amp;{{ 7*7 }}'


def squeezed(words: str) -> str:
    return " ".join(words.split())


def paragraphs(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_paragraphs(text)]


def printable(text: str) -> str:
    return "".join(
        "\ufffd" if unicodedata.category(one) == "Cc" and one not in "\n\t" else one for one in text
    )


def style_of(source: str) -> str:
    found = re.search(r"<style>(.*?)</style>", source, re.DOTALL)
    assert found
    return found.group(1)


def test_the_article_stands_there_word_for_word() -> None:
    assert ReportPage(render_report([SAMPLE])).prose == paragraphs(TEXT)


@settings(deadline=None)
@given(readings())
def test_any_reading_is_a_page_with_its_text_unique_ids_and_links_that_lead_somewhere(
    reading: Reading,
) -> None:
    page = ReportPage(render_report([reading, reading]))
    expected = [printable(one) for one in paragraphs(reading.article.text)]
    assert [one for one in page.prose if one] == expected * 2
    assert len(page.ids) == len(set(page.ids))
    inside = [link[1:] for link in page.links if link.startswith("#")]
    assert set(inside) <= set(page.ids)


def test_every_attribution_has_a_card_and_its_passage_and_each_leads_to_the_other() -> None:
    page = ReportPage(render_report([SAMPLE]))
    for number in range(1, len(SAMPLE.attributions) + 1):
        for name in (f"r1-c{number}", f"r1-p{number}"):
            assert name in page.ids
            assert f"#{name}" in page.links


def test_a_card_says_who_does_what_and_how_sure_the_reader_is() -> None:
    words = squeezed(ReportPage(render_report([SAMPLE])).words)
    assert "3 Ilse Varga (She) · person says · partly quoted · sure 0.96" in words
    assert "7 no source named possibly decides · paraphrase · not very sure 0.58" in words
    assert "on the word of 3 · Ilse Varga" in words


def test_the_central_claims_come_first_with_their_way_and_their_answers() -> None:
    words = squeezed(ReportPage(render_report([SAMPLE])).words)
    first = words.index("Central claims")
    order = ["Positions Proposition", "What does not fit", "Who speaks", "The article, marked"]
    assert [first, *map(words.index, order)] == sorted([first, *map(words.index, order)])
    assert (
        "8 The Tarn Courier Lomar Dispatch cited Two people familiar with the talks interviewed "
        "says that the Keshite side believes"
    ) in words
    assert "Keshite embassy in Port Ardel has not answered yet as of 5 March 2026" in words
    assert "to reporters · at a press conference · said in March 2026" in words


def test_answers_without_a_claim_and_other_absences_are_not_lost() -> None:
    words = squeezed(ReportPage(render_report([SAMPLE])).words)
    rest = words.partition("Also answered or missing")[2]
    assert rest.startswith(" The court in Lomar declines to say “nobody at the registry")
    assert "the article says: no independent confirmation “The Courier could" in rest


def test_a_second_hand_position_says_so_in_words() -> None:
    words = squeezed(ReportPage(render_report([SAMPLE])).words)
    assert "Kesh on conditions second-hand, on the author’s word" in words
    assert "Ardel Growers’ Union opposes own word" in words
    assert words.count("second-hand") == 3


def test_both_passages_of_a_check_lead_to_their_places() -> None:
    source = render_report([SAMPLE])
    page = ReportPage(source)
    assert {"#r1-title", "#r1-byline"} <= set(page.links)
    place = re.search(r'href="#(r1-f\d+)">[^<]*<b>a former minister</b>', source)
    assert place
    marked = source.partition(f'id="{place.group(1)}"')[2]
    assert re.match(r'></span><span class="[^"]*">a former minister<', marked)


def test_many_central_claims_are_folded_away_and_none_is_lost() -> None:
    answers = tuple(
        dataclasses.replace(
            SAMPLE.responses[0],
            to_id=attribution.id,
            evidence=(Span(place, place + 1),),
        )
        for place, attribution in enumerate(SAMPLE.attributions)
    )
    page = ReportPage(render_report([dataclasses.replace(SAMPLE, responses=answers)]))
    assert "and 11 more" in page.words
    assert page.words.count("neither confirms nor denies") == 2 * len(SAMPLE.attributions)


def test_an_article_without_findings_has_no_section_for_them() -> None:
    page = ReportPage(render_report([small_reading("Roe said yes.", "Roe", "said", "yes")]))
    for heading in ("Central claims", "Also answered", "Positions", "What does not fit"):
        assert heading not in page.words


def test_a_negation_is_strong() -> None:
    assert "does <strong>not</strong> confirm" in render_report([SAMPLE])


def test_who_speaks_and_where_to_look_stand_before_the_article() -> None:
    words = squeezed(ReportPage(render_report([SAMPLE])).words)
    assert "Who speaks Oren Dahl, Keshite counterpart · person · 3 times 4 5 11 Ilse" in words
    assert "No source named 7 Unnamed source 1 6 8 12 15" in words
    assert words.index("Where to look") < words.index("The article, marked")


def test_the_page_says_that_it_gives_no_verdict_and_which_run_read_it() -> None:
    words = squeezed(ReportPage(render_report([SAMPLE])).words)
    assert "onrecord never says true or false." in words
    assert "Read by onrecord 0.1.0 with by hand, min_score 0.4, reader hand." in words


def test_what_a_hostile_page_wrote_is_text_and_never_markup() -> None:
    reading = small_reading(
        f"{HOSTILE} said it rained.",
        HOSTILE,
        "said",
        "it rained",
        publisher=HOSTILE,
        authors=(HOSTILE,),
        url=f"https://evil.example/{HOSTILE}",
        language=HOSTILE,
        title=HOSTILE,
    )
    page = ReportPage(render_report([reading]))
    assert not {"script", "img"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert HOSTILE in page.prose[0]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//evil.example", "/etc"],
)
def test_only_addresses_of_the_web_are_linked(url: str) -> None:
    page = ReportPage(render_report([plain_reading("It rained.", url=url)]))
    assert [link for link in page.links if not link.startswith("#")] == []
    assert url.strip() in page.words


def test_the_address_of_the_article_is_linked() -> None:
    assert SAMPLE.article.url in ReportPage(render_report([SAMPLE])).links


def test_the_policy_allows_this_style_sheet_and_nothing_else() -> None:
    source = render_report([SAMPLE])
    digest = base64.b64encode(hashlib.sha256(style_of(source).encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert ("content", policy) in ReportPage(source).attributes


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    source = render_report([SAMPLE, SAMPLE])
    page = ReportPage(source)
    assert not {"script", "link", "img", "iframe", "object"} & set(page.tags)
    assert not {"src", "style"} & {name for name, _ in page.attributes}
    assert not re.search(r"url\(|@import", style_of(source))


def test_several_readings_have_a_list_that_leads_to_each() -> None:
    page = ReportPage(render_report([SAMPLE, plain_reading("It rained.", title="Rain")]))
    assert "2 articles" in page.words
    assert {"#r1", "#r2"} <= set(page.links)
    assert (page.tags.count("h1"), page.tags.count("h2")) == (1, 2)


def test_one_reading_has_its_title_as_the_only_first_heading() -> None:
    page = ReportPage(render_report([SAMPLE]))
    assert page.tags.count("h1") == 1
    assert "nav" not in page.tags


def test_an_article_without_attributions_is_shown_as_it_is() -> None:
    page = ReportPage(render_report([plain_reading("It rained.\n\nIt stopped.")]))
    assert page.prose == ["It rained.", "It stopped."]
    assert "No attribution was found" in page.words
    assert "How to read the marks" not in page.words


def test_no_reading_at_all_is_still_a_page() -> None:
    assert "0 articles" in ReportPage(render_report([])).words


def test_the_text_is_marked_with_its_language_and_direction() -> None:
    page = ReportPage(render_report([plain_reading("ירד גשם.", language="he")]))
    assert ("lang", "he") in page.attributes
    assert ("dir", "auto") in page.attributes


def test_long_lists_of_links_and_speakers_are_cut_with_the_rest_counted() -> None:
    text = "\n\n".join(f"Person {letter} said {letter * 3}." for letter in "abcdefghijklmnopqrst")
    article = dataclasses.replace(SAMPLE.article, text=text)
    made = [
        small_reading(line, line[:8], "said", line[14:17]).attributions[0]
        for line in text.split("\n\n")
    ]
    shifted = tuple(
        dataclasses.replace(
            one,
            article_id=article.id,
            entity_id=None,
            **{
                part: tuple(Span(s.start + place * 20, s.end + place * 20) for s in spans)
                for part, spans in (
                    ("source", one.source or ()),
                    ("cue", one.cue),
                    ("content", one.content),
                )
            },
        )
        for place, one in enumerate(made)
    )
    reading = Reading(article, (), shifted, SAMPLE.run)
    unsure = tuple(dataclasses.replace(one, score=0.1) for one in shifted)
    words = squeezed(ReportPage(render_report([reading])).words)
    assert "and 4 more Person q" in words
    words = squeezed(
        ReportPage(render_report([dataclasses.replace(reading, attributions=unsure)])).words
    )
    assert "The reader is not sure 1 2 3 4 5 6 7 8 9 10 +10" in words


def test_importing_the_exports_loads_none_of_the_libraries_that_they_use() -> None:
    code = (
        "import sys, onrecord.export.report, onrecord.export.terminal, onrecord.export.contract;"
        "print(*{'rich', 'jinja2', 'markupsafe', 'jsonschema'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def palettes() -> dict[str, dict[str, str]]:
    css = files("onrecord.export").joinpath("templates", "report.css").read_text("utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    return {
        name: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
        for name, block in (("light", light), ("dark", dark))
    }


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "card", "tint", "tint-inner", "lit", "chip"])
@pytest.mark.parametrize("ink", ["ink", "link", "source", "quiet"])
def test_every_ink_is_readable_on_every_ground(theme: str, ground: str, ink: str) -> None:
    palette = palettes()[theme]
    bright, dim = sorted((luminance(palette[ink]), luminance(palette[ground])), reverse=True)
    assert (bright + 0.05) / (dim + 0.05) >= 4.5
