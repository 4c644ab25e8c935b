"""Stands that a reader sees by itself, beside those that rules find."""

import pytest

from growth import grows_in_line
from onrecord.attributions.reader import Extraction, StandPassage
from onrecord.findings.positions import find_stances, gather_positions
from onrecord.findings.seen_stands import choose_joined
from onrecord.records import Act, Article, Attribution, Form, Reading, Run, Span, Stance
from onrecord.resolution.entities import resolve_entities
from onrecord.resolution.layout import lay_out
from onrecord.resolution.parties import list_parties
from stands import list_rows


def find(text: str, words: str) -> Span:
    assert text.count(words) == 1, words
    return Span(text.index(words), text.index(words) + len(words))


def see(text, cue, parties, propositions, *, stance=Stance.OPPOSES, own_word=False):
    spans = [tuple(find(text, words) for words in each) for each in (parties, propositions)]
    return StandPassage(stance, find(text, cue), *spans, own_word)


def say(article, source, cue, content, act=Act.SAYS):
    spans = [(find(article.text, words),) for words in (cue, content)]
    return Attribution(article.id, *spans, Form.INDIRECT, act, (find(article.text, source),))


def rows(text, *seen, said=()):
    article = Article(title="", text=text)
    attributions = [say(article, *each) for each in said]
    stances = find_stances(article, attributions, seen)
    resolved = resolve_entities(article, Extraction(tuple(attributions)), list_parties(stances))
    positions = gather_positions(article, resolved.attributions, stances, resolved)
    return list_rows(
        Reading(
            article, resolved.entities, resolved.attributions, Run("0", "t"), positions=positions
        )
    )


TOLL = "Mayor Orla Brandt has little time for the harbour toll."


def test_what_only_the_reader_sees_is_a_position():
    seen = see(TOLL, "little time", ["Orla Brandt"], ["the harbour toll"])
    assert rows(TOLL, seen) == {("Orla Brandt", "opposes", "the harbour toll", "author")}


def test_marks_without_a_word_are_no_proposition():
    text = "Mayor Orla Brandt has little time for (…) the harbour toll."
    seen = see(text, "little time", ["Orla Brandt"], ["(…)"])
    assert rows(text, seen) == set()
    both = see(text, "little time", ["Orla Brandt"], ["(…)", "the harbour toll"])
    assert rows(text, both) == {("Orla Brandt", "opposes", "the harbour toll", "author")}


def test_marks_without_a_word_are_no_party():
    text = "Mayor Orla Brandt (…) has little time for the harbour toll."
    assert rows(text, see(text, "little time", ["(…)"], ["the harbour toll"])) == set()


def test_the_speaker_stands_where_the_words_name_nobody():
    text = "“This toll is money down the drain,” Tomas Kerr said."
    seen = see(text, "down the drain", [], ["This toll"], own_word=True)
    said = [("Tomas Kerr", "said", "“This toll is money down the drain,”")]
    assert rows(text, seen, said=said) == {("Tomas Kerr", "opposes", "This toll", "self")}


def test_a_speaker_who_says_we_speaks_of_himself():
    text = "“We have no use for this toll,” Tomas Kerr said."
    seen = see(text, "no use", ["We"], ["this toll"], own_word=True)
    said = [("Tomas Kerr", "said", "“We have no use for this toll,”")]
    assert rows(text, seen, said=said) == {("Tomas Kerr", "opposes", "this toll", "self")}


def test_whoever_another_speaks_of_stands_on_his_word():
    text = "Tomas Kerr said that Orla Brandt had no use for the harbour toll."
    seen = see(text, "no use", ["Orla Brandt"], ["the harbour toll"])
    said = [("Tomas Kerr", "said", "Orla Brandt had no use for the harbour toll")]
    assert rows(text, seen, said=said) == {
        ("Orla Brandt", "opposes", "the harbour toll", "Tomas Kerr")
    }


def test_what_nobody_should_do_is_no_measure():
    text = "“Nobody should have to pay a toll to see a doctor,” Tomas Kerr said."
    seen = see(text, "should", [], ["pay a toll"], stance=Stance.SUPPORTS, own_word=True)
    said = [("Tomas Kerr", "said", "“Nobody should have to pay a toll to see a doctor,”")]
    assert rows(text, seen, said=said) == set()


def test_a_proposition_ends_before_the_verb_that_leads_on():
    text = "The harbour toll mirrors what Mayor Orla Brandt has wanted."
    seen = see(text, "wanted", ["Orla Brandt"], ["The harbour toll mirrors what"])
    assert rows(text, seen) == {("Orla Brandt", "opposes", "The harbour toll", "author")}


def test_what_another_sentence_names_is_not_stood_on():
    text = "The harbour toll is due in May. Mayor Orla Brandt has little time for Tomas Kerr."
    seen = see(text, "little time", ["Orla Brandt"], ["The harbour toll"])
    assert rows(text, seen) == set()


def test_nobody_stands_where_nobody_is_named_and_nobody_speaks():
    text = "There is little time for the harbour toll."
    assert rows(text, see(text, "little time", [], ["the harbour toll"])) == set()


OPPOSED = "Orla Brandt opposes the harbour bill."
SAID = [("Orla Brandt", "opposes", "the harbour bill", Act.OPPOSES)]


def test_what_rules_and_reader_see_is_one_position():
    seen = see(OPPOSED, "opposes", ["Orla Brandt"], ["harbour bill"])
    assert rows(OPPOSED, seen, said=SAID) == {
        ("Orla Brandt", "opposes", "the harbour bill", "author")
    }


def test_what_rules_find_needs_no_reader_that_sees_it_too():
    assert len(rows(OPPOSED, said=SAID)) == 1


def test_without_a_reader_that_looks_rules_stand_alone():
    article = Article(title="", text=OPPOSED)
    assert len(find_stances(article, [say(article, *SAID[0])])) == 1


@pytest.mark.parametrize(
    ("text", "pieces", "chosen"),
    [
        ("the toll and the ban", ["the toll", "the ban"], ["the toll", "the ban"]),
        ("the toll, the ban or the fee", ["the toll", "the ban", "the fee"], ["the toll", "the ban", "the fee"]),
        ("close the western harbour he loves for good", ["close the western harbour", "for good"], ["close the western harbour"]),
    ],
)  # fmt: skip
def test_pieces_are_apart_only_where_they_are_listed(text, pieces, chosen):
    spans = choose_joined(lay_out(text), tuple(find(text, words) for words in pieces))
    assert [text[span.start : span.end] for span in spans] == chosen


def test_stands_of_a_long_text_take_linear_time():
    def read(times):
        text = "\n".join([TOLL] * times)
        step = len(TOLL) + 1
        seen = [
            StandPassage(
                Stance.OPPOSES,
                Span(n * step + TOLL.index("little"), n * step + TOLL.index(" for")),
                (Span(n * step + 6, n * step + 17),),
                (Span(n * step + TOLL.index("the harb"), n * step + len(TOLL) - 1),),
                own_word=False,
            )
            for n in range(times)
        ]
        article = Article(title="", text=text)
        assert len(find_stances(article, (), seen)) == times

    assert grows_in_line(read, 40, 320)
