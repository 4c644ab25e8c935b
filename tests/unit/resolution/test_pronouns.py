"""Pronouns: he, she, they, it; I and we; who and which."""

import pytest

from onrecord.records import EntityKind
from onrecord.resolution import coreference
from onrecord.resolution.antecedents import Pronoun, list_candidates
from onrecord.resolution.discourse import Discourse, Referent
from onrecord.resolution.pronoun_features import describe_candidates
from onrecord.resolution.pronouns import find_antecedent
from unit.resolution.resolved import extract, last_name, pair_entities, resolve


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ida Bell met Karl Ode on Monday. [source:She] [cue:said] [content:it went well].",
            "Ida Bell",
        ),
        (
            "Ida Bell met Karl Ode on Monday. [source:He] [cue:said] [content:it went well].",
            "Karl Ode",
        ),
        (
            "Mr. Tsarov met Ms. Amandro. [source:She] [cue:said] [content:little].",
            "Amandro",
        ),
        (
            "Karl Ode welcomed Ivo Marsh. [source:He] [cue:said] [content:it was late].",
            "Karl Ode",
        ),
        (
            "Karl Ode arrived late. Ivo Marsh had waited. [source:He] [cue:left] [content:angry].",
            "Ivo Marsh",
        ),
        (
            "[source:Ivo Marsh] [cue:said] [content:no]. Karl Ode's boat sank. "
            "[source#2:He] [cue#2:added] [content#2:that it was late].",
            "Ivo Marsh",
        ),
        (
            '"Ivo Marsh is a fool," said [source:Karl Ode] of [cue:the] [content:vote]. '
            "[source#2:He] [cue#2:added] [content#2:nothing].",
            "Karl Ode",
        ),
        (
            "When [source:she] [cue:was asked], [content:yes], Ida Bell laughed.",
            "Ida Bell",
        ),
        (
            "A spokeswoman declined to comment. [source:She] [cue:said] [content:it was late].",
            "A spokeswoman",
        ),
        (
            "The Orsund Bank lost money. [source:It] [cue:said] [content:costs had risen].",
            "Orsund Bank",
        ),
        (
            "Voters were angry with Ida Bell. [source:They] [cue:said] [content:she had lied].",
            "Voters",
        ),
        (
            "Karl Ode and Ida Bell met. [source:They] [cue:said] [content:it went well].",
            "Karl Ode and Ida Bell",
        ),
        (
            "The Orsund Bank lost money. [source:They] [cue:said] [content:costs had risen].",
            "Orsund Bank",
        ),
        (
            "The town thanked Ida Bell, [source:who] [cue:said] [content:it was nothing].",
            "Ida Bell",
        ),
        (
            "The town thanked voters [source:who] [cue:said] [content:it was nothing].",
            "voters",
        ),
        (
            "He relied on a report [source:that] [cue:showed] [content:cracks].",
            "a report",
        ),
    ],
)
def test_a_pronoun_means_its_antecedent(text: str, expected: str) -> None:
    assert last_name(text) == expected


def test_a_pronoun_in_reported_speech_is_the_speaker() -> None:
    text = (
        "Karl Ode smiled. [source:Ivo Marsh] [cue:said] [content:[source#2:he] [cue#2:wanted] "
        "[content#2:a bridge]]."
    )
    assert last_name(text, {2: 1}) == "Ivo Marsh"


def test_a_pronoun_in_reported_speech_of_the_other_gender_is_not_the_speaker() -> None:
    text = (
        "Karl Ode smiled. [source:Ida Bell] [cue:said] [content:[source#2:he] [cue#2:wanted] "
        "[content#2:a bridge]]."
    )
    assert last_name(text, {2: 1}) == "Karl Ode"


def test_the_third_person_in_a_quotation_is_not_its_speaker() -> None:
    text = (
        "Karl Ode had been away for a week. "
        '[source:Ivo Marsh] [cue:said], [content:"[source#2:He] [cue#2:wants] '
        '[content#2:a bridge]."]'
    )
    assert last_name(text, {2: 1}) == "Karl Ode"


@pytest.mark.parametrize("word", ["I", "We"])
def test_the_first_person_in_a_quotation_is_its_speaker(word: str) -> None:
    text = (
        f'[content:"[source#2:{word}] [cue#2:think] [content#2:it will rain],"] '
        "[source:Ida Bell] [cue:said]."
    )
    assert last_name(text, {2: 1}) == "Ida Bell"


def test_the_first_person_without_a_parent_is_the_speaker_near_the_quotation() -> None:
    text = (
        '[source:Karl Ode] [cue:spoke] [content:first].\n\n"[source#2:I] [cue#2:think] '
        '[content#2:it will rain]," Ida Bell said. '
        "[source#3:Bell] [cue#3:added] [content#3:more]."
    )
    assert resolve(text)[1].name == "Ida Bell"


def test_my_words_in_a_quotation_are_mentions_of_the_speaker() -> None:
    (entity,) = resolve('[content:"I lost my boat,"] [source:Ida Bell] [cue:said].')
    assert len(entity.mentions) == 3


def test_the_first_person_of_the_article_is_its_only_author() -> None:
    (entity,) = resolve("[source:I] [cue:think] [content:it rains].", authors=("Nell Aster",))
    assert (entity.name, entity.kind) == ("Nell Aster", EntityKind.PERSON)


def test_the_first_person_of_an_article_without_author_is_unnamed() -> None:
    (entity,) = resolve("[source:I] [cue:think] [content:it rains].")
    assert (entity.name, entity.kind) == ("I", EntityKind.UNNAMED)


def test_a_pronoun_without_antecedent_is_unnamed_by_its_own_word() -> None:
    (entity,) = resolve("Later [source:they] [cue:said] [content:it rained].")
    assert (entity.name, entity.kind) == ("they", EntityKind.UNNAMED)


def test_a_pronoun_teaches_the_gender_of_a_name() -> None:
    text = (
        "Tsu Amandro arrived. [source:She] [cue:said] [content:no]. Karl Ode shook his head. "
        "[source#2:She] [cue#2:left] [content#2:it at that]."
    )
    assert last_name(text) == "Tsu Amandro"


def test_contracted_pronouns_are_pronouns() -> None:
    assert last_name("Ida Bell left. [source:She’s] [cue:said] [content:no].") == "Ida Bell"


SPEAKER_BEFORE = "Nell Aster spoke for an hour. Aster was loud. Aster sat down. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who is spoken of in another's words, however often before, does not go on speaking.
        (
            SPEAKER_BEFORE + "[source:Ida Bell] [cue:said] that [content:it was wrong to judge "
            "Aster]. [source#2:She] [cue#2:added] [content#2:that it was late].",
            "Ida Bell",
        ),
        (
            SPEAKER_BEFORE + "[source:Ida Bell] [cue:called] [content:Aster a poor sailor]. "
            '[content#2:"We have better ones,"] [source#2:she] [cue#2:said].',
            "Ida Bell",
        ),
        # In front of the name that it means.
        (
            "Nell Aster lost the vote. In [source:her] [cue:speech] [content:on ships], "
            "Ida Bell praised the crew.",
            "Ida Bell",
        ),
        (
            "Karl Ode lost the vote. As [source:he] [cue:told] [content:of ships], "
            "Mr. Marsh smiled.",
            "Marsh",
        ),
        (
            "Karl Ode met Ivo Marsh. Ode and Marsh walked on. [source:They] [cue:said] "
            "[content:it went well].",
            "Karl Ode and Ivo Marsh",
        ),
        (
            "The crews stayed on board. Others were angry. [source:They] [cue:said] "
            "[content:it was a trick].",
            "Others",
        ),
        (
            "The town owes this to Ida Bell, the patient North Shore harbour reporter "
            "[source:who] [cue:found] [content:the letters].",
            "Ida Bell",
        ),
    ],
)
def test_the_likeliest_of_several_is_meant(text: str, expected: str) -> None:
    assert last_name(text) == expected


def test_a_gender_that_one_pronoun_suggests_can_be_wrong() -> None:
    text = (
        "Tsu Amandro saw a sister of the mayor. [source:She] [cue:said] [content:no]. "
        "Tsu Amandro sat down. [source#2:He] [cue#2:said] [content#2:he was tired]."
    )
    assert last_name(text) == "Tsu Amandro"


def test_what_says_nothing_of_a_candidate_is_left_out() -> None:
    described = describe("Ida Bell left. [source:She] [cue:said] [content:no].")
    assert [name for name, _ in described["ida bell"] if name in {"quoted", "told", "ahead"}] == []
    assert ("one back", 1.0) in described["ida bell"]
    assert ("one back, first", 1.0) in described["ida bell"]


def test_of_words_before_it_a_pronoun_counts_from_their_start() -> None:
    described = describe(
        'Ida Bell left. [content:"Rain came. Wind came,"] [source:she] [cue:said].'
    )
    assert ("one back, after", 1.0) in described["ida bell"]


def describe(marked_text: str) -> dict[str, list[tuple[str, float]]]:
    """What is weighed of each candidate of the last pronoun that is a source."""
    article, extraction = extract(marked_text)
    seen: dict[str, list[tuple[str, float]]] = {}

    def find(pronoun: Pronoun, discourse: Discourse) -> Referent | None:
        candidates = list_candidates(pronoun, discourse)
        seen.clear()
        for each, features in zip(
            candidates, describe_candidates(pronoun, candidates, discourse), strict=True
        ):
            group = each.referent.group
            seen[" ".join(group.words) if group else each.referent.words] = features
        return find_antecedent(pronoun, discourse)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(coreference, "find_antecedent", find)
        pair_entities(article, extraction)
    return seen
