"""Titles: an article's own words, with names for pronouns that would hang in the air."""

from onrecord.matches.titles import rank_title, write_title
from onrecord.records import (
    Act,
    Article,
    Attribution,
    Entity,
    EntityKind,
    Form,
    Reading,
    Run,
    Span,
)


def make(
    text: str, content: str, *mentions: tuple[str, str], act: Act = Act.SAYS
) -> tuple[Reading, Attribution]:
    """A reading with one attribution; mentions are (words, whose name)."""
    article = Article(title="", text=text)

    def find(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    spans: dict[str, list[Span]] = {}
    for words, name in mentions:
        spans.setdefault(name, []).append(find(words))
    entities = tuple(
        Entity(article.id, name, EntityKind.PERSON, tuple(sorted(found)))
        for name, found in spans.items()
    )
    attribution = Attribution(article.id, (find("said"),), (find(content),), Form.INDIRECT, act)
    return Reading(article, entities, (attribution,), Run("0", "test")), attribution


def test_a_leading_pronoun_becomes_a_name_in_brackets() -> None:
    one = make("Varga said that he met Dahl.", "that he met Dahl", ("he", "Ivo Varga"))
    assert write_title(*one) == "[Ivo Varga] met Dahl"


def test_a_possessive_becomes_a_possessive() -> None:
    one = make("Varga said her boat sank.", "her boat sank", ("her", "Ilse Varga"))
    assert write_title(*one) == "[Ilse Varga’s] boat sank"


def test_after_a_name_pronouns_stay() -> None:
    one = make(
        "Varga said Dahl lost his boat.", "Dahl lost his boat", ("Dahl", "Oren Dahl"),
        ("his", "Oren Dahl"),
    )  # fmt: skip
    assert write_title(*one) == "Dahl lost his boat"


def test_no_word_of_a_title_is_ours_but_names_in_brackets() -> None:
    text = "Varga said that it rained “for weeks” and that the dam held."
    title = write_title(*make(text, "it rained “for weeks” and that the dam held"))
    assert title == "It rained “for weeks” and that the dam held"


def test_a_long_content_is_cut_at_a_word() -> None:
    words = " ".join(f"word{number}" for number in range(60))
    title = write_title(*make(f"Varga said {words}.", words))
    assert title.endswith("word27 …")


def test_the_plainest_report_gives_the_title() -> None:
    plain = make("Dahl said the council sold the old harbour to a bank in spring.",
                 "the council sold the old harbour to a bank in spring")  # fmt: skip
    quoted = make("“We sold it,” he said.", "“We sold it,”")
    asked = make("Dahl said who sold it.", "who sold it", act=Act.ASKS)
    ranks = {name: rank_title(*one, write_title(*one)) for name, one in
             {"quoted": quoted, "asked": asked, "plain": plain}.items()}  # fmt: skip
    assert min(ranks, key=ranks.__getitem__) == "plain"


def test_one_person_is_not_we() -> None:
    one = make("Varga said we waited.", "we waited", ("we", "Ivo Varga"))
    assert write_title(*one) == "We waited"


def test_what_states_a_claim_comes_before_what_only_names_it() -> None:
    stating = make("Varga said the dam of Brenn is shut for repairs.", "the dam of Brenn is shut")
    naming = make(
        "Varga said the call for a shut dam of Brenn.", "the call for a shut dam of Brenn"
    )
    first, second = (rank_title(*one, write_title(*one)) for one in (stating, naming))
    assert first < second
