import pytest
from hypothesis import given
from hypothesis import strategies as st

from marked import parse_marked
from onrecord.attributions.acts import classify_act
from onrecord.records import Act, Span


def act_of(marked_text: str) -> Act:
    text, marked = parse_marked(marked_text)
    return classify_act(text, marked[1].cue, marked[1].content, marked[1].source)


@pytest.mark.parametrize(
    ("marked_text", "act"),
    [
        ("[source:Ruiz] [cue:told] Holt [content:to leave].", Act.DEMANDS),
        ("[source:Ruiz] [cue:told] Holt [content:not to leave].", Act.DEMANDS),
        ("[source:Ruiz] [cue:told] Holt [content:that he should leave].", Act.SAYS),
        ("[source:Ruiz] [cue:asked] Holt [content:to leave].", Act.DEMANDS),
        ("[source:Ruiz] [cue:asked] [content:Holt to leave].", Act.DEMANDS),
        ("[source:Ruiz] [cue:asked for] [content:an apology].", Act.DEMANDS),
        ("[source:Ruiz] [cue:asked] [content:for an apology].", Act.DEMANDS),
        ("[source:Ruiz] [cue:asked] [content:whether to leave].", Act.ASKS),
        ("[source:Ruiz] [cue:asked about] [content:the lease].", Act.ASKS),
        ('[content:"Why now?"] [source:Ruiz] [cue:asked].', Act.ASKS),
        ("[source:Ruiz] [cue:told] [content:her aides to find a boat].", Act.DEMANDS),
        ("[source:Ruiz] [cue:told] Holt [content:he needs to leave].", Act.SAYS),
        ("[source:Ruiz] [cue:ordered] [content:the guests to leave].", Act.DEMANDS),
        ("[source:Ruiz] [cue:ordered] [content:the closing of the bridge].", Act.DECIDES),
        ("[source:Ruiz] [cue:questioned] [content:whether it would hold].", Act.ASKS),
        ("[source:Ruiz] [cue:had a question] [content:about the lease].", Act.ASKS),
        ("[source:Ruiz] [cue:questioned] [content:the wisdom of the lease].", Act.OPPOSES),
        ("[source:Ruiz] [cue:wanted to know] [content:who had paid].", Act.ASKS),
    ],
)
def test_requests_and_questions_are_told_apart(marked_text: str, act: Act) -> None:
    assert act_of(marked_text) is act


@pytest.mark.parametrize(
    ("marked_text", "act"),
    [
        ("[source:Holt] [cue:refused to say] [content:who had paid].", Act.DECLINES),
        ("[source:Holt] [cue:would not say] [content:who had paid].", Act.DECLINES),
        ("[source:Holt] [cue:wouldn't comment] [content:on the lease].", Act.DECLINES),
        ("[source:Holt] [cue:declined] [content:to comment].", Act.DECLINES),
        ("[source:Holt] [cue:refused] [content:the offer].", Act.OPPOSES),
        ("[source:Holt] [cue:declined] [content:several requests for an interview].", Act.DECLINES),
        ("[source:Holt] [cue:declined] [content:an interview].", Act.DECLINES),
        ("[source:Holt] [cue:refused to endorse] [content:Varga].", Act.OPPOSES),
        ("[source:Holt] [cue:refuses] [content:to leave the hall].", Act.DECIDES),
        ("[source:Holt] [cue:declined] [content:to directly answer it].", Act.DECLINES),
        ("[source:Holt] [cue:declined] [content:to take a position].", Act.DECLINES),
        ("[source:Holt] [cue:declined to take] [content:sides].", Act.DECLINES),
        ("[source:Holt] [cue:refused] [content:to take the keys].", Act.DECIDES),
        ("[source:Holt] [cue:laughed off] [content:the question].", Act.DECLINES),
        ("[source:Holt] [cue:dismissed] [content:questions about her lease].", Act.DECLINES),
        ("[source:Holt] [cue:dismissed] [content:Varga as a clerk].", Act.OPPOSES),
        ("[source:Holt] [cue:rejected] [content:the allegation].", Act.DENIES),
        ("[source:Holt] [cue:rejected] [content:the proposal].", Act.OPPOSES),
        ("[source:Holt] [cue:dismissed] [content:the reports as gossip].", Act.DENIES),
        ("[source:Holt] [cue:dismissed] [content:the plan as a stunt].", Act.OPPOSES),
        ("[source:Holt] [cue:dismissed] [content:claims that he had fled].", Act.DENIES),
        ("[source:Holt] [cue:ruled out] [content:talks with the rebels].", Act.OPPOSES),
        ("[source:Holt] [cue:brushed off] [content:criticism of the ferry].", Act.DENIES),
        ("[source:Holt] [cue:did not deny] [content:that he had fled].", Act.DENIES),
    ],
)
def test_refusals_go_by_what_is_refused(marked_text: str, act: Act) -> None:
    assert act_of(marked_text) is act


@pytest.mark.parametrize(
    ("marked_text", "act"),
    [
        ("[source:Meyer] [cue:suggested] [content:that the lamp was stolen].", Act.SAYS),
        ("[source:Meyer] [cue:suggested] [content:that the vote be postponed].", Act.PROPOSES),
        ("[source:Meyer] [cue:suggested] [content:that they should wait].", Act.PROPOSES),
        ("[source:Meyer] [cue:suggested] [content:postponing the vote].", Act.PROPOSES),
        ("[source:Meyer] [cue:suggested] [content:that selling it was fair].", Act.SAYS),
        ("[source:Meyer] [cue:suggested] [content:mediation].", Act.PROPOSES),
        ("[source:Meyer] [cue:offered] [content:free rides].", Act.PROPOSES),
        ("[source:Meyer] [cue:offered] [content:an account of the night].", Act.SAYS),
        ("[source:Meyer] [cue:unveiled] [content:a plan for the harbour].", Act.PROPOSES),
        ("[source:Meyer] [cue:unveiled] [content:a list of guests].", Act.SAYS),
        ("[source:The figures] [cue:suggest] [content:that trade is falling].", Act.SHOWS),
        ("[source:A poll by the board] [cue:found] [content:that few agree].", Act.SHOWS),
        ("[source:The judge] [cue:found] [content:that the lease was void].", Act.DECIDES),
        ("[source:The author of a report] [cue:suggested] [content:that it failed].", Act.SAYS),
        ("[cue:According to] [source:a survey], [content:few agree].", Act.SHOWS),
        ("[cue:According to] [source:Holt], [content:few agree].", Act.SAYS),
        ("[source:The report] [cue:said] [content:that few agree].", Act.SHOWS),
        ("[source:Polls] [cue:have] [content:Varga ahead].", Act.SHOWS),
        ("[cue:In] [source:a poll released Monday], [content:few agreed].", Act.SHOWS),
        ("[source:The study's author] [cue:said] [content:that few agree].", Act.SAYS),
        ("[source:A data firm] [cue:said] [content:that few agree].", Act.SAYS),
        ("[source:The letter] [cue:demanded] [content:an apology].", Act.DEMANDS),
        ("[source:The studies] [cue:agree] [content:that few walk].", Act.SHOWS),
        ("[source:Parliament] [cue:approved] [content:the budget].", Act.DECIDES),
        ("[source:Brandt] [cue:approved of] [content:the budget].", Act.SUPPORTS),
    ],
)
def test_who_the_source_is_and_what_follows_count(marked_text: str, act: Act) -> None:
    assert act_of(marked_text) is act


@pytest.mark.parametrize(
    ("marked_text", "act"),
    [
        ("[source:Ruiz] [cue:called] [content:for calm].", Act.DEMANDS),
        ("[source:Ruiz] [cue:called on] [content:the board to resign].", Act.DEMANDS),
        ("[source:Ruiz] [cue:called] [content:the board a disgrace].", Act.SAYS),
        ("[source:Ruiz] [cue:pointed out] [content:that it was late].", Act.SAYS),
        ("[source:Ruiz] [cue:made clear] [content:that she would run].", Act.SAYS),
        ("[source:Ruiz] [cue:spoke out against] [content:the ban].", Act.OPPOSES),
        ("[source:Ruiz] [cue:voted] [content:against the ban].", Act.OPPOSES),
        ("[source:Ruiz] [cue:voted for] [content:the ban].", Act.SUPPORTS),
        ("[source:Ruiz] [cue:said no] [content:to the ban].", Act.OPPOSES),
        ("[source:Ruiz] [cue:agreed] [content:with the ban].", Act.SUPPORTS),
        ("[source:Ruiz] [cue:agreed] [content:to meet the rebels].", Act.DECIDES),
        ("[source:Ruiz] [cue:accepted] [content:that she was wrong].", Act.CONFIRMS),
        ("[source:Ruiz] [cue:put] [content:a truce] [cue:forward].", Act.PROPOSES),
        ("[source:Ruiz] [cue:would like] [content:to see a truce].", Act.WANTS),
        ("[source:Ruiz] [cue:threatened] [content:to resign].", Act.WARNS),
        ("[source:Ruiz] [cue:suspected] [content:that he lied].", Act.BELIEVES),
        ("[content:Prices] [cue:are expected] [content:to fall].", Act.PREDICTS),
    ],
)
def test_a_cue_means_what_its_preposition_makes_it(marked_text: str, act: Act) -> None:
    assert act_of(marked_text) is act


@pytest.mark.parametrize(
    ("marked_text", "act"),
    [
        ("[source:Holt's] [cue:claim] [content:that he was ill] failed.", Act.CLAIMS),
        ("[source:Holt] [cue:made the claim] [content:that he was ill].", Act.CLAIMS),
        ("[source:Holt] [cue:expressed support for] [content:the ban].", Act.SUPPORTS),
        ("[source:Holt] [cue:voiced doubts about] [content:the ban].", Act.BELIEVES),
        ("[source:Holt] [cue:is confident] [content:that it will hold].", Act.BELIEVES),
        ("[source:Holt] [cue:was critical of] [content:the ban].", Act.OPPOSES),
        ("[source:His] [cue:refusal] [content:to answer] was noted.", Act.DECLINES),
        ("[source:Holt's] [cue:promise] [content:to resign].", Act.PROMISES),
        ("[source:Holt] [cue:is sure] [content:that it will hold].", Act.BELIEVES),
        ("[source:Holt] [cue:is not sure] [content:whether it will hold].", Act.KNOWS),
        ("[content:The bridge] [cue:is sure] [content:to fall].", Act.PREDICTS),
        ("[cue:It was clear] [content:that it would fall].", Act.KNOWS),
        ("[source:Holt] [cue:was clear] [content:that it would fall].", Act.SAYS),
        ("[source:Their] [cue:determination] [content:to leave].", Act.WANTS),
    ],
)
def test_nouns_and_adjectives_are_cues_too(marked_text: str, act: Act) -> None:
    assert act_of(marked_text) is act


@pytest.mark.parametrize(
    ("marked_text", "act"),
    [
        ("[source:Holt] [cue:seemed to deny] [content:the story].", Act.DENIES),
        ("[source:Holt] [cue:went on to say] [content:that it held].", Act.SAYS),
        ("[source:Holt] [cue:began to wonder] [content:who had paid].", Act.ASKS),
        ("[content:Varga] [cue:is said to want] [content:a truce].", Act.WANTS),
        ("[source:Holt] [cue:said] [content:he would resign].", Act.SAYS),
        ("[source:HOLT][cue::] [content:No.]", Act.SAYS),
        ("[source:Holt] [cue:harrumphed] [content:that it held].", Act.SAYS),
    ],
)
def test_the_act_is_that_of_the_meaningful_word(marked_text: str, act: Act) -> None:
    assert act_of(marked_text) is act


@pytest.mark.parametrize(
    ("marked_text", "act"),
    [
        ("[source:Holt] [cue:noted] [content:the bridge was closed].", Act.SAYS),
        ("[source:Holt] [cue:notes] [content:several cracks].", Act.SAYS),
        ("[source:The report] [cue:notes] [content:several cracks].", Act.SHOWS),
        ("[source:Experts] [cue:suspect] [content:the figures were invented].", Act.BELIEVES),
        ("[source:Police] [cue:suspect] [content:a driver who was seen there].", Act.CLAIMS),
        ("[source:Holt] [cue:disputed] [content:the idea that it was sold].", Act.DENIES),
        ("[source:Holt] [cue:rejected] [content:the idea of a sale].", Act.OPPOSES),
        ("[source:Holt] [cue:declared] [content:that it was over].", Act.SAYS),
        ("[source:Holt] [cue:declared] [content:a day of mourning].", Act.DECIDES),
        ("[source:Holt] [cue:saw] [content:Varga leave].", Act.KNOWS),
        ("[source:Holt] [cue:saw] [content:Varga as a rival].", Act.BELIEVES),
        ("[content:Varga] [cue:is seen] [content:as a rival].", Act.BELIEVES),
        ("[content:He would like], [source:he] [cue:said], [content:to meet her].", Act.SAYS),
    ],
)
def test_what_follows_and_who_speaks_choose_the_sense(marked_text: str, act: Act) -> None:
    assert act_of(marked_text) is act


@given(st.text(min_size=3, max_size=60))
def test_any_cue_has_an_act(text: str) -> None:
    assert classify_act(text, (Span(0, 1),), (Span(1, 3),), None) in Act
