"""What an answer answers, and which way round."""

import pytest

from marked import parse_marked
from onrecord.attributions.reader import Extraction
from onrecord.dates import PartialDate
from onrecord.findings.responses import find_answers, link_responses
from onrecord.records import Act, Article, Attribution, Form, Reading, Run
from onrecord.resolution.entities import resolve_entities
from onrecord.resolution.parties import list_parties

DAY = PartialDate(2031, 5, 14)
REPORT = (
    "[source:The Brenn Post] [cue:reported] that [content:Halvor Shipping was in talks with "
    "Norden Lines].\n\n"
)


def read(marked: str, *acts: Act) -> Reading:
    """Read the answers of a marked text whose attributions have these acts; the rest says."""
    text, found = parse_marked(marked)
    article = Article(title="", text=text, published_on=DAY)
    attributions = tuple(
        Attribution(
            article.id,
            each.cue,
            each.content,
            Form.INDIRECT,
            acts[number - 1] if number <= len(acts) else Act.SAYS,
            each.source,
        )
        for number, each in sorted(found.items())
    )
    answers = find_answers(article, attributions)
    resolved = resolve_entities(article, Extraction(attributions), list_parties(answers))
    responses = link_responses(article, resolved.attributions, answers, resolved)
    return Reading(
        article, resolved.entities, resolved.attributions, Run("0", "test"), responses=responses
    )


def rows(reading: Reading) -> list[tuple[str, str, str]]:
    """Who did what about which words."""
    names = {entity.id: entity.name for entity in reading.entities}
    text = reading.article.text
    contents = {each.id: each.content for each in reading.attributions}
    return [
        (
            names[each.party_id],
            each.kind.value,
            " / ".join(
                text[piece.start : piece.end]
                for piece in contents.get(each.to_id or "", ()) or each.about
            ),
        )
        for each in reading.responses
    ]


TALKS = "Halvor Shipping was in talks with Norden Lines"


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("[source#2:Halvor Shipping] [cue#2:confirms] that "
         "[content#2:it is not in talks with Norden Lines].", Act.CONFIRMS),
        ("[source#2:Halvor Shipping] [cue#2:said] that "
         "[content#2:it was not in talks with Norden Lines].", Act.SAYS),
    ],
)  # fmt: skip
def test_that_it_is_not_so_denies_that_it_is(sentence: str, act: Act) -> None:
    assert rows(read(REPORT + sentence, Act.SAYS, act)) == [("Halvor Shipping", "denies", TALKS)]


def test_that_it_is_not_so_confirms_that_it_is_not() -> None:
    text = (
        "[source:The Brenn Post] [cue:reported] that [content:Halvor Shipping was not in talks "
        "with Norden Lines].\n\n[source#2:Norden Lines] [cue#2:confirmed] that "
        "[content#2:Halvor Shipping was not in talks]."
    )
    assert [row[1] for row in rows(read(text, Act.SAYS, Act.CONFIRMS))] == ["confirms"]


def test_what_nobody_reported_is_not_denied_by_saying_that_it_is_not_so() -> None:
    text = (
        "[source:Ilse Varga] [cue:thinks] that [content:Oren Dahl is a fine sailor of ships].\n\n"
        "[source#2:Oren Dahl] [cue#2:said] that [content#2:he was not a fine sailor of ships]."
    )
    assert rows(read(text)) == []


LEAD = (
    "[source:The mayor] [cue:apologised], saying that [content:the ferry had sunk in the harbour "
    "of Brenn because of a faulty valve].\n\n"
)


def test_silence_far_from_the_lead_is_not_about_the_lead() -> None:
    text = (
        f"{LEAD}Tidal Watch was founded in 2012.\n\n"
        "A smaller inquiry found no fault with anything on board at all. "
        "Tidal Watch did not respond to emails."
    )
    assert [row[:2] for row in rows(read(text))] == [("Tidal Watch", "no_response_yet")]
    assert "valve" not in rows(read(text))[0][2]


def test_whoever_is_new_and_silent_is_silent_about_the_lead() -> None:
    text = f"{LEAD}It rained.\n\nThe Harbour Office has yet to comment."
    ((party, kind, about),) = rows(read(text))
    assert (party, kind) == ("Harbour Office", "no_response_yet")
    assert "valve" in about


def test_silence_is_about_what_was_denied_and_not_about_the_denial() -> None:
    text = (
        "[source:Ilse Varga] [cue:denied] [content:a claim that she had met in secret with "
        "Northbank Homes]. Northbank Homes did not return calls."
    )
    found = read(text, Act.DENIES)
    silence = found.responses[-1]
    assert (silence.kind.value, silence.to_id) == ("no_response_yet", None)
    assert "met in secret" in rows(found)[-1][2]


def test_a_refusal_is_nothing_that_another_refuses_to_speak_of() -> None:
    text = (
        "[content:“We do not speak about sailors of other clubs on such days,”] [source:Oren Dahl] "
        "[cue:said]. The Brenn Club also declined to comment."
    )
    assert [row[2] for row in rows(read(text)) if row[0] == "Brenn Club"] == [""]


def test_no_comment_answers_the_question_before_it() -> None:
    text = (
        "[source:Ilse Varga] [cue:claimed] that [content:Oren Dahl had sold the ferry at "
        "night].\n\nAsked where the keys were, [source#2:Dahl] [cue#2:answered]: "
        "[content#2:“No comment.”]"
    )
    assert rows(read(text, Act.CLAIMS)) == [("Oren Dahl", "declines", "the keys were")]


def test_what_was_denied_ends_where_the_next_deed_begins() -> None:
    text = (
        "Oren Dahl has denied handing in a notice and accused “people who want the ship to sink” "
        "of inventing it."
    )
    assert rows(read(text)) == [("Oren Dahl", "denies", "handing in a notice")]


@pytest.mark.parametrize("nothing", ["no chance", "no doubt", "no way"])
def test_a_forecast_denies_nothing(nothing: str) -> None:
    text = (
        "[source:Ilse Varga] [cue:claimed] that [content:Oren Dahl should leave the ferry "
        f"office].\n\n[content#2:“There is absolutely {nothing} that Oren Dahl will leave the ferry "
        "office,”] [source#2:Bram Holt] [cue#2:said]."
    )
    assert rows(read(text, Act.CLAIMS)) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The Harbour League, which took part as a guest, had no comment.", "declines"),
        ("The Harbour League, whose ships lay idle, denied the report.", "denies"),
    ],
)
def test_who_answers_stands_before_a_clause_between_commas(sentence: str, kind: str) -> None:
    assert [row[:2] for row in rows(read(REPORT + sentence))] == [("Harbour League", kind)]


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("Asked about it, [source#2:Oren Dahl] of Halvor Shipping [cue#2:said]: "
         "[content#2:“It’s rubbish.”]", "disputes"),
        ("[source#2:Halvor Shipping] [cue#2:said] [content#2:no such offer was made].", "denies"),
        ("[source#2:Ilse Varga] [cue#2:said] [content#2:no such talks had been held].", "disputes"),
        ("[source#2:Ilse Varga] [cue#2:contended] that [content#2:the report was exaggerated].",
         "disputes"),
        ("Ilse Varga rejected the comparison.", "disputes"),
        ("Efforts to contact Norden Lines did not yield any result.", "not_reached"),
        ("Attempts to reach Norden Lines proved futile.", "not_reached"),
        ("Bram Holt said he couldn’t say yet whether a talk took place.",
         "neither_confirms_nor_denies"),
    ],
)  # fmt: skip
def test_answers_in_other_words(marked: str, kind: str) -> None:
    assert [row[1] for row in rows(read(REPORT + marked))] == [kind]


def test_a_charge_is_answered_where_it_is_taken_up() -> None:
    text = "[source:Ilse Varga] [cue:said] [content:Northbank was using fish as bait], a charge "
    found = rows(read(f"{text}Northbank has repeatedly rejected."))
    assert found == [("Northbank", "denies", "Northbank was using fish as bait")]


def test_whom_a_poll_counted_accept_nothing() -> None:
    text = (
        "[source#2:Some 73 percent of sailors] [cue#2:accepted] that [content#2:Halvor Shipping was "
        "in talks], but not gladly."
    )
    assert rows(read(REPORT + text, Act.SAYS, Act.CONFIRMS)) == []


def test_accepting_a_part_confirms_it_partly() -> None:
    text = (
        "[source#2:Oren Dahl] [cue#2:accepted] that [content#2:Halvor Shipping was in talks], but "
        "said they were over."
    )
    found = rows(read(REPORT + text, Act.SAYS, Act.CONFIRMS))
    assert [row[1] for row in found] == ["partly_confirms"]
