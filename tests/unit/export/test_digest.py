import dataclasses

from onrecord.dates import PartialDate
from onrecord.export.digest import AROUND, Digest, digest_reading
from onrecord.export.outline import outline_attributions
from onrecord.records import AbsenceKind, Basis, Hop, How, Reading, Span
from unit.export.sample_reading import SAMPLE, plain_reading, small_reading


def digest(reading: Reading = SAMPLE) -> Digest:
    return digest_reading(reading, outline_attributions(reading))


def test_a_trail_goes_from_the_publisher_outward() -> None:
    trail = digest().trails[8]
    assert [(step.name, step.how) for step in trail.steps] == [
        ("The Tarn Courier", ""),
        ("Lomar Dispatch", "cited"),
        ("Two people familiar with the talks", "interviewed"),
    ]
    assert trail.tells_more


def test_a_trail_that_only_names_the_speaker_or_the_parent_tells_no_more() -> None:
    trails = digest().trails
    assert not trails[1].tells_more
    assert not trails[4].tells_more
    assert not trails[9].tells_more


def test_an_attribution_without_a_chain_has_no_steps() -> None:
    assert digest().trails[7].steps == ()


def test_a_page_without_a_publisher_is_this_page() -> None:
    small = small_reading("Roe said yes.", "Roe", "said", "yes")
    (attribution,) = small.attributions
    hop = Hop(small.entities[0].id, How.QUOTES, Span(0, 3))
    chained = dataclasses.replace(attribution, chain=(hop,))
    trail = digest(dataclasses.replace(small, attributions=(chained,))).trails[1]
    assert [step.name for step in trail.steps] == ["this page", "Roe"]


def test_an_addressee_who_is_a_step_is_not_said_twice() -> None:
    trails = digest().trails
    assert trails[2].addressee == "reporters"
    assert trails[8].addressee == ""


def test_a_basis_that_is_not_stated_is_no_words() -> None:
    assert SAMPLE.attributions[5].basis is Basis.UNSTATED
    assert digest().trails[6].basis == ""


def test_central_are_answered_claims_first_then_long_trails_and_lacks() -> None:
    assert digest().central == (2, 5, 8, 15, 1)


def test_a_response_names_its_party_its_claim_and_who_speaks_for_it_if_another_does() -> None:
    first = digest().responses[0]
    assert (first.party, first.number) == ("Kesh", 5)
    assert first.spokesperson == "A spokesman for Dahl’s ministry"
    itself = dataclasses.replace(SAMPLE.responses[0], spokesperson_id=SAMPLE.responses[0].party_id)
    alone = dataclasses.replace(SAMPLE, responses=(itself,))
    assert digest(alone).responses[0].spokesperson == ""
    assert digest().responses[2].number is None


def test_an_answer_that_the_article_gives_twice_is_one_line_with_both_passages() -> None:
    first = SAMPLE.responses[4]
    again = dataclasses.replace(first, evidence=SAMPLE.responses[2].evidence)
    later = dataclasses.replace(first, evidence=(Span(0, 9),), as_of=PartialDate(2026, 3, 6))
    lines = digest(dataclasses.replace(SAMPLE, responses=(first, again, later))).responses
    assert [len(line.quotes) for line in lines] == [2, 1]
    assert lines[0].quotes[1].words == "nobody at the registry could explain"


def test_a_passage_that_says_that_two_things_are_missing_is_one_line() -> None:
    first = SAMPLE.absences[0]
    second = dataclasses.replace(first, kind=AbsenceKind.NO_DATE)
    lines = digest(dataclasses.replace(SAMPLE, absences=(first, second))).absences
    assert [line.words for line in lines] == ["no details, no date"]


def test_positions_on_one_proposition_stand_together_and_second_hand_ones_apart() -> None:
    gates, office = digest().propositions
    assert [line.party for line in gates.lines] == ["Ilse Varga", "Kesh", "Ardel Growers’ Union"]
    assert [line.first_hand for line in gates.lines] == [True, False, True]
    assert [line.word for line in office.lines] == [
        "on Ilse Varga’s word",
        "on the word of Two people familiar with the talks",
    ]


def test_a_check_shows_both_passages_with_whole_words_around_them() -> None:
    headline, roles, dates = digest().checks
    assert [one.where for one in headline.passages] == ["the headline", "the text"]
    assert headline.passages[0].quote == SAMPLE.article.title
    first = roles.passages[0]
    assert first.before + first.quote + first.after == (
        "She said her Keshite counterpart, Oren Dahl, wants “a joint office with its own …"
    )
    assert [one.quote for one in dates.passages] == ["took office in 2027", "5 March 2026"]
    assert all(len(one.before) <= AROUND + 2 for check in digest().checks for one in check.passages)


def test_how_much_was_found_is_counted() -> None:
    assert digest().summary == "5 answers, 2 absences, 5 positions, 3 checks"
    assert digest(plain_reading("It rained.")).summary == ""
