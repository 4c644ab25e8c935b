import pytest
from hypothesis import given
from hypothesis import strategies as st

from marked import parse_marked
from onrecord.attributions.modality import classify_modality
from onrecord.records import Span


def modality_of(marked_text: str) -> tuple[bool, bool]:
    text, marked = parse_marked(marked_text)
    return classify_modality(text, marked[1].cue, marked[1].source, marked[1].content)


@pytest.mark.parametrize(
    "marked_text",
    [
        "[source:Ruiz] [cue:did not say] [content:when].",
        "[source:Ruiz] did not [cue:say] [content:when].",
        "[source:Ruiz] [cue:didn’t say] [content:when].",
        "[source:Ruiz] has never [cue:said] [content:when].",
        "[source:Ruiz] [cue:has not confirmed] [content:the date].",
        "[source:No one] [cue:said] [content:when].",
        "[source:Neither side] [cue:confirmed] [content:the date].",
        "[source:Ruiz] [cue:failed to mention] [content:the lease].",
        "[source:Ruiz] [cue:has yet to confirm] [content:the date].",
        "[source:Ruiz] [cue:no longer wants] [content:the lease].",
        "[source:Ruiz] left without [cue:saying] [content:when].",
        "[source:Holt] [cue:did not deny] [content:the story].",
        "Nor did [source:Ruiz] [cue:say] [content:when].",
        "[source:Ruiz] [cue:made no mention of] [content:the lease].",
        "[source:Ruiz] [cue:has no way of knowing] [content:the date].",
        "[source:Ruiz] [cue:avoided condemning] [content:the sale].",
        "[source:Ruiz] [cue:ignored] [content:the lease].",
        "[source:Ruiz] [cue:said nothing about] [content:the lease].",
        "[source:Ruiz] [cue:proposed] [content:nothing that would cost money].",
        "[source:Ruiz] did not answer letters or [cue:return] [content:calls].",
        "[source:Virtually no one] [cue:expected] [content:a frost].",
        "[source:Few growers] [cue:expected] [content:a frost].",
        "[cue:It is unclear] [content:who paid].",
        "[cue:Nor is it clear] [content:that Holt paid].",
        "[source:Ruiz] praised the sale rather than [cue:attacking] [content:it].",
        "Instead of [cue:calling] [content:herself a reformer], [source:Ruiz] left.",
        "[source:Ruiz] [cue:said little about] [content:the lease].",
        "[source:Ruiz] [cue:showed little interest in] [content:the lease].",
        "[source:Ruiz] [cue:was unable to name] [content:the buyer].",
        "[source:Ruiz] [cue:is far from endorsing] [content:the plan].",
        "[cue:It is far from certain] [content:that Holt paid].",
        "[source:Ruiz] [cue:didn't stop to answer] [content:questions].",
        "[source:Ruiz] [cue:refrained from blaming] [content:the mayor].",
        "[source:Not everyone] [cue:claimed] [content:a victory].",
        "[source:Nothing] [cue:shows] [content:that it was sold].",
        "[source:Ruiz] [cue:held off on endorsing] [content:the plan].",
        "[source:Ruiz] [cue:shied away from calling] [content:it a sale].",
        "[source:Hardly anyone] [cue:expected] [content:a frost].",
        "[source:Very few growers] [cue:expected] [content:a frost].",
        "[source:Nobody] [cue:would call] [content:it a success].",
        "It is not that [source:Ruiz] [cue:fears] [content:a loss].",
        "[source:Ruiz] left without any hope or [cue:expectation of] [content:a deal].",
        "[source:The court] closed the case [cue:without charges] [content:over the sale].",
        "[source:Ruiz] [cue:refused to drop] [content:the rake].",
        "[source:Ruiz] [cue:has declined] [content:to cooperate].",
        "[source:The bank] [cue:decided against recommending] [content:a fine].",
        "[source:Ruiz] [cue:opted] [content:against running again].",
    ],
)
def test_a_negated_attribution(marked_text: str) -> None:
    assert modality_of(marked_text) == (True, False)


@pytest.mark.parametrize(
    "marked_text",
    [
        "[source:Ruiz] [cue:reportedly said] [content:yes].",
        "[source:Ruiz] reportedly [cue:said] [content:yes].",
        "Reportedly, [source:Ruiz] [cue:said] [content:yes].",
        "[source:Ruiz] [cue:may have said] [content:yes].",
        "[source:Ruiz] [cue:would have said] [content:yes].",
        "[source:Ruiz] [cue:appeared to suggest] [content:a truce].",
        "[content:Ruiz] [cue:is said to want] [content:a truce].",
        "[content:Ruiz] [cue:is believed] [content:to have fled].",
        "[source:Ruiz] [cue:apparently wants] [content:a truce].",
        "If [source:Ruiz] [cue:says] [content:yes], the boat sails.",
        "It sails unless [source:the U.N.] [cue:says] [content:no].",
        "Has [source:Ruiz] [cue:called for] [content:a truce]?",
        "[source:Critics] [cue:would call] [content:it a stunt].",
        "[source:Ruiz] [cue:could argue] [content:that it held].",
        "[source:Ruiz] [cue:must have known] [content:the date].",
        "[content:The lease] [cue:is likely to be decided] by [source:a judge].",
        "[source:The bank] [cue:is expected to announce] [content:the rate].",
        "Should [source:Ruiz] [cue:reject] [content:the plan], the boat sails.",
        "The boat would have sailed had [source:Ruiz] [cue:said] [content:so].",
        "What would [source:Ruiz] [cue:say] [content:to that]?",
        "It depends on whether or not [source:Ruiz] [cue:agrees] [content:to sell].",
        "If, however, [source:Ruiz] [cue:agrees] [content:to sell], it is over.",
        "[source:Growers] [cue:seemed hopeful] [content:that it would rain].",
        "The boat sails, potentially [cue:signalling] [content:a truce].",
        "[content:That] is probably what [source:Ruiz] [cue:has in mind].",
        "There is a chance that [source:Ruiz] [cue:knew] [content:the date].",
        "There is no evidence that [source:Ruiz] [cue:knew] [content:the date].",
        "In the unlikely event [source:they] [cue:chose] [content:Holt], she would leave.",
        "The ruling would require [source:growers] [cue:to disclose] [content:the sale].",
        "[source:Growers] [cue:appeared pleased with] [content:the plan].",
        "[source:Ruiz] bowed [cue:as if to say] [content:yes].",
        "She might ask, perhaps by [cue:arguing] [content:that it held].",
        "If pressed, [source:he] [cue:would warn] [content:them].",
    ],
)
def test_a_hedged_attribution(marked_text: str) -> None:
    assert modality_of(marked_text) == (False, True)


@pytest.mark.parametrize(
    "marked_text",
    [
        "[source:Ruiz] [cue:said] [content:it was not true].",
        "[source:Ruiz] [cue:said] [content:it may rain].",
        "[source:Ruiz] [cue:denied] [content:it].",
        "[source:Ruiz] [cue:refused to say] [content:when].",
        "[source:Ruiz] [cue:would not say] [content:when].",
        "[source:Ruiz] [cue:would like] [content:a truce].",
        "[source:Ruiz] [cue:not only said] [content:yes] but meant it.",
        '[content:"I did not do it,"] [source:he] [cue:said].',
        "It was not true. [source:Ruiz] [cue:said] [content:so].",
        "[content:The road, which may close,] [source:Ruiz] [cue:said], [content:is not safe].",
        "[source:Officials not named here] [cue:said] [content:so].",
        "[source:Ruiz] will not run but [cue:praised] [content:the mayor].",
        "[source:Ruiz] threatened a strike should he fail to pay, [cue:daring] [content:him to try].",
        "In May, [source:Ruiz] [cue:said] [content:yes].",
        "[source:Ruiz] [cue:could not resist saying] [content:yes].",
        "[source:Ruiz] [cue:made no secret of] [content:her anger].",
        "It is hard not to [cue:see] [content:it as a loss].",
        "[source:Ruiz] [cue:said without further comment], [content:it was over].",
        "[source:Ruiz] [cue:would later say] [content:it was over].",
        "[source:Ruiz] [cue:will announce] [content:the date].",
        "Even if [source:Ruiz] [cue:resented] [content:the sale], she paid.",
        "Why has [source:Ruiz] [cue:denied] [content:the sale]?",
        "[source:Ruiz] [cue:said, when a guest seemed to fall], [content:it was over].",
        "[content:Ruiz] [cue:reportedly] [content:sold the boat].",
        "[content:Ruiz] [cue:is likely] [content:to sell the boat].",
        "[source:Ruiz] [cue:said] [content:nothing was sold].",
        "[source:Ruiz] [cue:said] [content:nobody came].",
        "[source:Ruiz] never met Holt or his men and [cue:said] [content:so].",
        "[source:Ruiz] [cue:had nothing but praise for] [content:the plan].",
        "[source:Ruiz] [cue:did not shy away from calling] [content:it a sale].",
        "[source:Ruiz] is [cue:wary, if not opposed,] [content:to the sale].",
        "[source:Growers] did not reply or [cue:forwarded] [content:a statement].",
        "The growers are not glad or sad, Holt said; a chair [cue:was named] [content:at noon].",
        "[content:The sale] [cue:has not gone unnoticed] by [source:growers].",
        "[source:Ruiz] [cue:wasted little time urging] [content:a sale].",
        "[source:Ruiz] [cue:doesn't mince words about] [content:the sale].",
        "[source:Ruiz] [cue:went on, as if she had not heard:] [content:it is over].",
        "[cue:A common refrain is] [content:that it was sold].",
        "[source:No fewer than ten growers] [cue:said] [content:yes].",
        "[source:The No. 2 official] [cue:said] [content:yes].",
        "[source:No. 2 official Ruiz] [cue:said] [content:yes].",
        "[source:Ruiz] repeated [cue:her unlikely proposal] [content:to sell the road].",
        "[source:Her] [cue:unlikely proposal] [content:to sell the road] failed.",
        "[source:Ruiz] rose as if to leave, then turned and [cue:said] [content:yes].",
        "After the event, [source:Ruiz] [cue:said] [content:yes].",
        "How could [source:Ruiz] [cue:call] [content:it a sale]?",
        "[source:Ruiz, from far from here,] [cue:said] [content:yes].",
        "[source:Ruiz] [cue:would only say] [content:that it was over].",
        "[source:He] [cue:would warn] [content:them not to sell].",
        "At first, [source:Ruiz] [cue:would point to] [content:the lease].",
        "[source:Ruiz] [cue:would often call] [content:it a waste].",
        "[source:Ruiz], who left in late May and [cue:said] [content:it was over], is back.",
        "[source:Ruiz], [cue:who’d previously backed] [content:the plan], left.",
        "[source:Growers] [cue:are more likely to want] [content:a sale].",
        "[source:Ruiz] [cue:said, apparently for the first time,] [content:that it was over].",
        "[content:The road] [cue:is perhaps best known] [content:for its bends].",
        "[source:Guests] [cue:could be heard demanding] [content:a refund].",
        "[source:Ruiz] showed a film that Holt might like, [cue:describing] [content:the sale].",
        "The news had [source:growers] [cue:wondering about] [content:the sale].",
        "[source:They] met, whether [cue:discussing] [content:the sale] or the lease.",
        "[content:Growers] [cue:are expected to] [content:meet on Monday].",
        '[content:"Nothing of this is true,"] [source:Ruiz] [cue:said].',
    ],
)
def test_a_plain_attribution(marked_text: str) -> None:
    assert modality_of(marked_text) == (False, False)


def test_an_attribution_can_be_both() -> None:
    assert modality_of("[source:Ruiz] [cue:reportedly did not say] [content:when].") == (True, True)


def test_a_cue_without_a_word_is_read() -> None:
    text = "Ruiz might well — yes"
    assert classify_modality(text, (Span(16, 17),), (Span(0, 4),), (Span(18, 21),)) == (False, True)


@given(st.text(min_size=4, max_size=80))
def test_any_text_can_be_asked(text: str) -> None:
    classify_modality(text, (Span(1, 2),), (Span(0, 1),), (Span(2, 4),))


@pytest.mark.parametrize(
    "marked_text",
    [
        "[source:One grower], who did not want his name in the paper, [cue:said] [content:yes].",
        "[source:An envoy, who sat through] the talks and could not be named, [cue:said] [content:it].",
        "[source:Ruiz] [cue:never tires of saying] [content:that it held].",
    ],
)
def test_a_no_about_the_source_or_its_zeal_is_no_negation(marked_text: str) -> None:
    assert modality_of(marked_text) == (False, False)


def test_what_is_unlikely_is_neither_sure_nor_done() -> None:
    text = "[source:Ruiz] [cue:would be unlikely to support] [content:the plan]."
    assert modality_of(text) == (True, True)
