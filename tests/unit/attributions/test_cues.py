import json
from importlib import resources

import pytest

from onrecord.attributions.cues import CueKind, Inflection, Lexicon, inflect_verb, load_lexicon
from onrecord.records import Act

LEXICON = load_lexicon()


def lemmas_at(words: list[str], position: int = 0, lexicon: Lexicon = LEXICON) -> set[str]:
    return {form.lemma for form in lexicon.match(words, position)}


@pytest.mark.parametrize(
    ("lemma", "doubles", "forms"),
    [
        ("claim", False, ("claims", "claimed", "claimed", "claiming")),
        ("deny", False, ("denies", "denied", "denied", "denying")),
        ("say", False, ("says", "sayed", "sayed", "saying")),
        ("argue", False, ("argues", "argued", "argued", "arguing")),
        ("admit", True, ("admits", "admitted", "admitted", "admitting")),
        ("stress", False, ("stresses", "stressed", "stressed", "stressing")),
        ("agree", False, ("agrees", "agreed", "agreed", "agreeing")),
        ("echo", False, ("echoes", "echoed", "echoed", "echoing")),
    ],
)
def test_regular_verbs_inflect_by_rule(
    lemma: str, doubles: bool, forms: tuple[str, str, str, str]
) -> None:
    assert inflect_verb(lemma, doubles=doubles) == forms


def test_irregular_verbs_are_listed() -> None:
    (said,) = LEXICON.match(["said"], 0)
    assert said.lemma == "say"
    assert said.inflections == {Inflection.PAST, Inflection.PARTICIPLE}
    assert "sayed" not in LEXICON.forms


def test_the_longest_cue_wins() -> None:
    assert lemmas_at(["pointed", "out", "that"]) == {"point out"}
    assert lemmas_at(["called", "for", "calm"]) == {"call for"}
    assert lemmas_at(["called", "him"]) == {"call"}
    assert lemmas_at(["according", "to", "holt"]) == {"according to"}


def test_a_cue_cut_off_by_the_end_does_not_match() -> None:
    assert lemmas_at(["according"]) == set()
    assert lemmas_at(["lashed"]) == set()


def test_a_word_can_be_verb_and_noun() -> None:
    kinds = {form.kind for form in LEXICON.match(["claims"], 0)}
    assert kinds == {CueKind.VERB, CueKind.NOUN}


def test_every_act_has_a_cue() -> None:
    acts = {
        sense.act for forms in LEXICON.forms.values() for form in forms for sense in form.senses
    }
    assert acts == set(Act)


def test_the_lexicon_is_read_once_and_cannot_be_changed() -> None:
    assert load_lexicon() is LEXICON
    with pytest.raises(TypeError):
        LEXICON.forms["new"] = ()  # type: ignore[index]


def test_the_file_lists_each_lemma_once_a_group_and_nothing_useless() -> None:
    file = resources.files("onrecord") / "data" / "cues.json"
    source = json.loads(file.read_text(encoding="utf-8"))
    listed: set[str] = set()
    for section in ("verbs", "phrases", "fixed", "nouns", "adjectives", "adverbs"):
        for group in source[section]:
            lemmas = group.get("lemmas") or group["phrases"]
            assert len(lemmas) == len(set(lemmas)), group
            listed.update(lemmas)
    heads = {lemma.split()[0] for lemma in listed}
    assert set(source["timid"]) <= listed
    assert set(source["irregular"]) <= heads
    assert set(source["doubling"]) <= heads
