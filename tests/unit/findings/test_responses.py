import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import grows_in_line
from onrecord.attributions.reader import Extraction
from onrecord.dates import PartialDate
from onrecord.findings.responses import find_answers, link_responses
from onrecord.records import Act, Article, Attribution, Form, Reading, Response, Run, Span
from onrecord.resolution.entities import resolve_entities
from onrecord.resolution.parties import list_parties

DAY = PartialDate(2031, 5, 14)
CLAIM = "Ilse Varga claimed that she had talked with Oren Dahl about the dam."
CLAIMED = ("Ilse Varga", "claimed", "that she had talked with Oren Dahl about the dam", Act.CLAIMS)
Said = tuple[str, str, str, Act]


def read(text: str, *said: Said) -> Reading:
    article = Article(title="", text=text, published_on=DAY)

    def find(words: str) -> tuple[Span, ...]:
        start = text.rindex(words) if words == "Dahl" else text.index(words)
        return (Span(start, start + len(words)),)

    attributions = tuple(
        Attribution(article.id, find(cue), find(content), Form.INDIRECT, act, find(source))
        for source, cue, content, act in said
    )
    answers = find_answers(article, attributions)
    resolved = resolve_entities(article, Extraction(attributions), list_parties(answers))
    responses = link_responses(article, resolved.attributions, answers, resolved)
    return Reading(
        article, resolved.entities, resolved.attributions, Run("0", "test"), responses=responses
    )


def rows(reading: Reading) -> list[tuple[str, str]]:
    names = {entity.id: entity.name for entity in reading.entities}
    return [(names[each.party_id], each.kind.value) for each in reading.responses]


def only(reading: Reading) -> Response:
    (response,) = reading.responses
    return response


PARTIES = ("The Brenn Council", "Oren Dahl", "The Citadel", "Dahl’s ministry", "Marsh & Sons")
SILENCES = (
    "has yet to comment",
    "have yet to respond",
    "did not immediately respond",
    "did not respond to a request for comment",
    "didn’t respond to repeated requests for comment",
    "has not responded to questions",
    "did not return calls seeking comment",
    "had not replied by Tuesday",
    "has not commented",
    "did not answer messages",
    "has said nothing about it",
    "has not said a word",
    "remained silent",
    "has so far been silent",
    "made no reply",
    "had no response",
)
UNREACHED = ("could not be reached", "could not immediately be reached for comment",
             "was not available for comment", "was unavailable for comment",
             "could not be located")  # fmt: skip
REFUSALS = (
    "declined to comment",
    "declined to say whether the talk took place",
    "refused to answer questions",
    "would not discuss the matter",
    "had no comment",
    "declined an interview request",
    "declined to provide a list of names",
    "would not give details",
    "declined a question about it",
)
OPEN = (
    "would neither confirm nor deny it",
    "could neither confirm nor deny the talk",
    "would not confirm or deny the report",
    "declined to confirm or deny it",
    "did not deny it",
    "has not yet made a determination on it",
)
KINDS = {
    **dict.fromkeys(SILENCES, "no_response_yet"),
    **dict.fromkeys(UNREACHED, "not_reached"),
    **dict.fromkeys(REFUSALS, "declines"),
    **dict.fromkeys(OPEN, "neither_confirms_nor_denies"),
}
OPENINGS = ("", "On Tuesday, ", "In Port Ardel, ", "By nightfall ", "However, ")
PASSIVES = (
    "Calls to {party} were not returned.",
    "Messages left for {party} were not immediately returned.",
    "A request for comment to {party} went unanswered.",
    "There was no response from {party}.",
    "The lack of a response from {party} raised doubts.",
    "Efforts to reach {party} were unsuccessful.",
)


@pytest.mark.parametrize("words", KINDS)
def test_each_wording_is_read_for_what_it_is(words: str) -> None:
    assert rows(read(f"{CLAIM} Brenn Council {words}.", CLAIMED)) == [
        ("Brenn Council", KINDS[words])
    ]


@settings(max_examples=300, deadline=None)
@given(
    party=st.sampled_from(PARTIES),
    words=st.sampled_from(sorted(KINDS)),
    opening=st.sampled_from(OPENINGS),
    ending=st.sampled_from(("", " on Wednesday", ", officials said", " about the denial")),
)
def test_silence_never_becomes_a_denial(party: str, words: str, opening: str, ending: str) -> None:
    party = party if not opening or party.startswith(("Oren", "Dahl", "Marsh")) else (
        party[0].lower() + party[1:]
    )  # fmt: skip
    reading = read(f"{CLAIM} {opening}{party} {words}{ending}.", CLAIMED)
    kinds = {each.kind.value for each in reading.responses}
    assert kinds == {KINDS[words]}


@settings(max_examples=100, deadline=None)
@given(party=st.sampled_from(PARTIES), words=st.sampled_from(PASSIVES))
def test_silence_in_the_passive_never_becomes_a_denial(party: str, words: str) -> None:
    party = party.replace("The ", "the ")
    reading = read(f"{CLAIM} {words.format(party=party)}", CLAIMED)
    kinds = {each.kind.value for each in reading.responses}
    assert kinds in ({"no_response_yet"}, {"not_reached"})


@pytest.mark.parametrize("words", ["Dahl’s silence raised doubts.", "Dahl has yet to comment."])
def test_silence_holds_as_of_the_articles_date(words: str) -> None:
    response = only(read(f"{CLAIM} {words}", CLAIMED))
    assert (response.kind.value, response.as_of) == ("no_response_yet", DAY)


def test_a_denial_is_the_partys_and_answers_the_claim() -> None:
    reading = read(f"{CLAIM} Dahl denied the claim.", CLAIMED)
    response = only(reading)
    assert rows(reading) == [("Oren Dahl", "denies")]
    assert response.to_id == reading.attributions[0].id


def test_a_day_before_the_verb_is_not_who_declines() -> None:
    sentence = "The Brenn Council, which on Tuesday had declined to comment, closed the dam."
    assert rows(read(f"{CLAIM} {sentence}", CLAIMED)) == [("Brenn Council", "declines")]


def test_a_spokesperson_answers_for_the_party() -> None:
    reading = read(f"{CLAIM} A spokesman for the Brenn Council declined to comment.", CLAIMED)
    names = {entity.id: entity.name for entity in reading.entities}
    response = only(reading)
    assert rows(reading) == [("Brenn Council", "declines")]
    assert "spokesman" in names[response.spokesperson_id or ""]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dahl was denied entry to the dam.",
        "The judge denied the motion.",
        "The council denied him a permit.",
        "Water levels declined to a record low.",
        "Asked about it, Dahl laughed.",
        "If Dahl denies it, he will have to say so.",
        "Dahl in November denied a report that they had met.",
        "Dahl had no trouble with that.",
        "The Senate confirmed Dahl.",
    ],
)
def test_what_is_no_answer_gives_no_response(sentence: str) -> None:
    assert rows(read(f"{CLAIM} {sentence}", CLAIMED)) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Dahl disputed that account.", "disputes"),
        ("Dahl retracted his statement.", "retracts"),
        ("Dahl called the claim false.", "denies"),
        ("Dahl rejected the allegation.", "denies"),
        ("Dahl has strongly denied any talk.", "denies"),
    ],
)
def test_answers_of_substance(sentence: str, kind: str) -> None:
    assert [row[1] for row in rows(read(f"{CLAIM} {sentence}", CLAIMED))] == [kind]


def test_a_confirmation_answers_a_claim_made_before() -> None:
    confirmed = ("Dahl", "confirmed", "that he had talked with Varga", Act.CONFIRMS)
    reading = read(f"{CLAIM} Dahl confirmed that he had talked with Varga.", CLAIMED, confirmed)
    assert rows(reading) == [("Oren Dahl", "confirms")]
    alone = read("Oren Dahl confirmed that he had talked with Varga.",
                 ("Oren Dahl", "confirmed", "that he had talked with Varga", Act.CONFIRMS))  # fmt: skip
    assert rows(alone) == []


def test_admitting_a_part_confirms_it_partly() -> None:
    text = f"{CLAIM} Dahl acknowledged that he had talked with Varga, but only about fish."
    admitted = ("Dahl", "acknowledged", "that he had talked with Varga", Act.CONFIRMS)
    assert rows(read(text, CLAIMED, admitted)) == [("Oren Dahl", "partly_confirms")]


def test_nobody_answers_his_own_claim() -> None:
    reading = read(f"{CLAIM} Varga declined to comment.", CLAIMED)
    assert only(reading).to_id is None


def test_answers_take_linear_time() -> None:
    paragraph = f"{CLAIM} The Brenn Council did not immediately respond. Dahl denied it.\n\n"

    def answer(times: int) -> None:
        find_answers(Article(title="", text=paragraph * times), ())

    assert grows_in_line(answer, 75, 600)


def test_only_the_maker_withdraws_a_claim() -> None:
    reading = read(f"{CLAIM} Varga retracted her statement.", CLAIMED)
    assert rows(reading) == [("Ilse Varga", "retracts")]
    assert only(reading).to_id == reading.attributions[0].id


BEFORE = ("has not", "hasn’t", "did not", "had never", "has yet to", "stopped short of",
          "declined to", "refused to", "failed to", "was unable to", "avoided", "neither")  # fmt: skip
ADVERBS = ("", "publicly ", "so far ", "yet ", "even ", "either ", "officially ")
UNDONE = (
    "deny it", "denied the claim", "denying the talk", "confirm the talk", "confirmed that account",
    "confirming it", "confirm or deny it", "deny or confirm it", "confirmed or denied the claim",
    "denied nor confirmed it", "confirming or denying it", "reject the claim", "rejected the claim",
    "disputed the claim", "retracted the statement", "withdrawn the statement",
)  # fmt: skip
STATED = {"confirms", "partly_confirms", "denies", "disputes", "retracts"}


@settings(max_examples=400, deadline=None)
@given(
    party=st.sampled_from(PARTIES),
    before=st.sampled_from(BEFORE),
    adverb=st.sampled_from(ADVERBS),
    undone=st.sampled_from(UNDONE),
    act=st.sampled_from((None, Act.CONFIRMS, Act.DENIES)),
)
def test_what_is_left_undone_is_never_done(
    party: str, before: str, adverb: str, undone: str, act: Act | None
) -> None:
    """Also where the reader takes the verb for an act and misses that it is negated."""
    text = f"{CLAIM} {party} {before} {adverb}{undone}, that she had talked with him."
    cue = undone.split()[0]
    said = [] if act is None else [(party, f"{adverb}{cue}", "that she had talked with him", act)]
    kinds = {each.kind.value for each in read(text, CLAIMED, *said).responses}
    assert not kinds & STATED


@pytest.mark.parametrize(
    "sentence",
    [
        "Dahl not only denied the claim but laughed.",
        "Dahl did not wait and denied the claim.",
        "Dahl, who had not been asked, denied the claim.",
    ],
)
def test_a_denial_near_another_negation_stays_one(sentence: str) -> None:
    assert "denies" in [row[1] for row in rows(read(f"{CLAIM} {sentence}", CLAIMED))]


SAID = Act.SAYS
TALKED = "that she had talked with Oren Dahl about the dam"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("That is not what happened", "denies"),
        ("It is a lie", "denies"),
        ("This never happened", "denies"),
        ("No such talk took place", "denies"),
        ("There is no truth to it", "denies"),
        ("I never talked with Ilse Varga", "denies"),
        ("I had nothing to do with it", "denies"),
        ("We did nothing wrong", "denies"),
        ("I am not going to discuss it", "declines"),
        ("We do not comment on private talks", "declines"),
        ("I misspoke", "retracts"),
    ],
)
def test_a_saying_can_itself_be_the_answer(words: str, kind: str) -> None:
    text = f"{CLAIM} “{words},” Dahl said."
    maker = "Varga" if kind == "retracts" else "Dahl"
    text = text.replace("Dahl said", f"{maker} said")
    said = (f"{maker}", "said", f"“{words},”", SAID)
    article_text = text.replace(f"{maker} said", f"Then {maker} said")
    reading = read_at(article_text, said)
    assert [row[1] for row in rows(reading)] == [kind]


def read_at(text: str, said: Said) -> Reading:
    """The claim, and a saying whose source is the last mention of its name."""
    article = Article(title="", text=text, published_on=DAY)
    spans = [
        (Span(text.rindex(words), text.rindex(words) + len(words)),)
        for words in said[:3]
    ]  # fmt: skip
    first = [
        (Span(text.index(words), text.index(words) + len(words)),)
        for words in CLAIMED[:3]
    ]  # fmt: skip
    attributions = (
        Attribution(article.id, first[1], first[2], Form.INDIRECT, CLAIMED[3], first[0]),
        Attribution(article.id, spans[1], spans[2], Form.DIRECT, said[3], spans[0]),
    )
    answers = find_answers(article, attributions)
    resolved = resolve_entities(article, Extraction(attributions), list_parties(answers))
    responses = link_responses(article, resolved.attributions, answers, resolved)
    return Reading(
        article, resolved.entities, resolved.attributions, Run("0", "test"), responses=responses
    )


@pytest.mark.parametrize(
    "words",
    ["It is late", "I never liked rain", "That is the lie that ruled us", "It is not true north"],
)
def test_other_sayings_answer_nothing(words: str) -> None:
    reading = read_at(f"{CLAIM} “{words},” then Dahl said.", ("Dahl", "said", f"“{words},”", SAID))
    assert rows(reading) == []


@pytest.mark.parametrize(
    "sentence",
    ["Mira Holt called the claim false.", "Holt’s friend Mira Holt dismissed the report."],
)
def test_an_outsider_disputes_what_a_party_would_deny(sentence: str) -> None:
    assert [row[1] for row in rows(read(f"{CLAIM} {sentence}", CLAIMED))] == ["disputes"]


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("Dahl denied that the harbour had been sold.", "the harbour had been sold"),
        ("Dahl declined to say when, or if, the gates open.", "or if, the gates open"),
        ("Dahl declined to comment on the harbour gates.", "the harbour gates"),
        ("The gates had been sold twice, which Dahl denied.", "The gates had been sold twice"),
        ("The gates leaked -- something Dahl denied on Monday.", "The gates leaked"),
    ],
)
def test_an_answer_can_say_what_it_answers(sentence: str, about: str) -> None:
    reading = read(f"{CLAIM} {sentence}", CLAIMED)
    (response,) = reading.responses
    words = [reading.article.text[piece.start : piece.end] for piece in response.about]
    assert (response.to_id, words) == (None, [about])


def test_an_answer_in_the_words_of_a_claim_answers_the_claim() -> None:
    text = f"{CLAIM} Dahl denied that they had talked about the dam."
    reading = read(text, CLAIMED)
    response = only(reading)
    words = [text[piece.start : piece.end] for piece in response.about]
    assert (response.to_id, words) == (
        reading.attributions[0].id,
        ["they had talked about the dam"],
    )


def test_an_answer_that_something_came_days_after_was_given_days_before() -> None:
    text = f"{CLAIM} Dahl spoke two days after his office denied the claim."
    assert only(read(text, CLAIMED)).as_of == PartialDate(2031, 5, 12)


def test_the_subject_of_a_second_verb_is_the_first_ones() -> None:
    text = (
        "Ilse Varga claimed that it rained. Oren Dahl admitted that the gate leaked, two days after "
        "her office denied any leak, but rejected her account."
    )
    said = [
        ("Ilse Varga", "claimed", "that it rained", Act.CLAIMS),
        ("Oren Dahl", "admitted", "that the gate leaked", Act.CONFIRMS),
    ]
    kinds = {
        (name, kind) for name, kind in rows(read(text, *said)) if kind in {"denies", "disputes"}
    }
    assert ("Oren Dahl", "disputes") in kinds or ("Oren Dahl", "denies") in kinds


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Dahl said that those statements were wrong.", "denies"),
        ("Dahl said Varga was wrong to say that they had talked.", "denies"),
        ("Dahl pushed back against her account.", "denies"),
        ("Dahl continued to refute the story.", "denies"),
        ("Dahl was quick to deny it.", "denies"),
        ("Dahl denied the charges through his lawyer.", "denies"),
        ("Dahl denied his part in a statement.", "denies"),
        ("Dahl dismissed the whole affair as “absurd.”", "denies"),
        ("She had met him, a point that Dahl has disputed.", "disputes"),
        ("She had met him, a point Dahl later acknowledged.", "confirms"),
        ("Dahl did contradict Varga.", "disputes"),
        ("Varga expressed regret for her remarks.", "retracts"),
        ("Varga walked her claim back.", "retracts"),
        ("Varga apologized for the suggestion that he had met her.", "retracts"),
        ("Dahl declined to provide a list of names.", "declines"),
        ("Dahl declined a question about the dam.", "declines"),
        ("Dahl’s ministry does not comment on private talks.", "declines"),
        ("Neither Dahl nor Brandt would comment.", "declines"),
        ("Neither Dahl nor Brandt responded to requests for comment.", "no_response_yet"),
        ("Dahl has so far been silent.", "no_response_yet"),
        ("Dahl did not respond Tuesday to requests for comment.", "no_response_yet"),
        ("Dahl made no reply.", "no_response_yet"),
        ("Dahl could not be located.", "not_reached"),
        ("Dahl said that he was not aware of any talk.", "neither_confirms_nor_denies"),
        ("Dahl has not yet made a determination on it.", "neither_confirms_nor_denies"),
    ],
)
def test_answers_in_more_words(sentence: str, kind: str) -> None:
    assert kind in [row[1] for row in rows(read(f"{CLAIM} {sentence}", CLAIMED))]


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no denying that Dahl swims well.",
        "Ignoring or denying the flood carries a risk for Dahl.",
        "The rules deny many poor families the right to fish.",
        "The council denied his party the victory.",
        "The records contradict Varga.",
        "Data collected by the port confirm that.",
        "A wall would not only address the flood but stop it.",
        "Many people do not want to go into the water.",
        "The many disputes that had divided them were over.",
        "“We are not saying we are out of the harbour,” laughed a fisher.",
        "No one has disputed that word.",
        "Dahl blasted her now-denied permit.",
        "Dahl will win if he refuses to say where he swims.",
        "Dahl dismissed the idea that rain matters.",
    ],
)
def test_words_that_look_like_answers_are_none(sentence: str) -> None:
    assert rows(read(f"{CLAIM} {sentence}", CLAIMED)) == []


def test_that_another_is_silent_is_said_by_somebody_and_no_response() -> None:
    sentence = "Brandt said that Dahl did not answer questions."
    said = ("Brandt", "said", "that Dahl did not answer questions", SAID)
    assert rows(read(f"{CLAIM} {sentence}", CLAIMED, said)) == []


def test_an_open_answer_answers_a_stated_question_only() -> None:
    said = ("Dahl", "said", "“We’ll see,”", SAID)
    asked = read_at(f"{CLAIM} Asked whether the dam was sold, “We’ll see,” Dahl said.", said)
    unasked = read_at(f"{CLAIM} It rained. “We’ll see,” Dahl said.", said)
    assert [row[1] for row in rows(asked)] == ["neither_confirms_nor_denies"]
    assert rows(unasked) == []


def test_what_the_author_tells_can_be_answered() -> None:
    told = "Prosecutors accused Oren Dahl of taking money from the builders of the dam."
    text = f"{told} Dahl denied the charges."
    response = only(read(text))
    words = [text[piece.start : piece.end] for piece in response.about]
    assert (response.to_id, words) == (None, [told])


def test_an_answer_to_its_own_matter_answers_nothing_else() -> None:
    text = f"{CLAIM} Dahl denied that the harbour had been sold."
    response = only(read(text, CLAIMED))
    words = [text[piece.start : piece.end] for piece in response.about]
    assert (response.to_id, words) == (None, ["the harbour had been sold"])


def test_what_is_answered_is_found_in_linear_time() -> None:
    paragraph = f"{CLAIM} The council told of it. Oren Dahl denied the claim.\n\n"

    def link(times: int) -> None:
        read(paragraph * times)

    assert grows_in_line(link, 40, 320)


@pytest.mark.parametrize(
    "before",
    [
        "ARDEL, May 14, 2031 (Meridian Wire) - ",
        "On Wednesday night ",
    ],
)
def test_a_dateline_and_a_day_are_nothing_that_is_answered(before: str) -> None:
    reading = read(f"{before}Oren Dahl denied it.")
    assert only(reading).about == ()


def test_what_the_author_tells_of_another_answer_is_not_answered() -> None:
    text = (
        "Ilse Varga did not answer any of our messages and calls.\n\nOren Dahl declined to comment."
    )
    reading = read(text)
    assert [each.about for each in reading.responses] == [(), ()]


def test_what_a_silence_leads_to_is_not_what_it_is_about() -> None:
    text = f"{CLAIM} The silence of the Citadel left the whole account of the dam open."
    reading = read(text, CLAIMED)
    assert [each.about for each in reading.responses] == [()]
