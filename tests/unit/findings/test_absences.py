import pytest

from onrecord.findings.absences import find_absences
from onrecord.records import Act, Article, Attribution, Form, Span

CLAIM = "Varga claimed that she had talked with Dahl."


def absences(sentence: str, *, said: tuple[str, str, str] | None = None) -> list[str]:
    text = f"{CLAIM} {sentence}"
    article = Article(title="", text=text)
    passages = [("Varga", "claimed", "that she had talked with Dahl")]
    if said is not None:
        passages.append(said)

    def find(words: str) -> tuple[Span, ...]:
        start = text.index(words)
        return (Span(start, start + len(words)),)

    attributions = tuple(
        Attribution(article.id, find(cue), find(content), Form.INDIRECT, Act.SAYS, find(source))
        for source, cue, content in passages
    )
    found = find_absences(article, attributions)
    assert all(each.about_id == attributions[0].id for each in found)
    return sorted(each.kind.value for each in found)


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("It was reported without any direct quotes from the call.", ["no_direct_quote"]),
        ("The lack of quotes from the call raised doubts.", ["no_direct_quote"]),
        ("She provided no evidence.", ["no_evidence"]),
        ("She did so without offering any evidence.", ["no_evidence"]),
        ("There is no evidence beyond her word.", ["no_evidence"]),
        ("She gave no details.", ["no_details"]),
        ("She did not provide any specific details about the talk.", ["no_details"]),
        ("She did not provide details about the timing of the talk.", ["no_date", "no_details"]),
        ("She would not give a date.", ["no_date"]),
        ("The claim could not be independently verified.", ["no_independent_confirmation"]),
        ("The Courier could not independently verify it.", ["no_independent_confirmation"]),
        ("No independent record has come to light; no independent record exists.",
         ["no_independent_confirmation"] * 2),
    ],
)  # fmt: skip
def test_what_the_article_says_is_missing(sentence: str, kinds: list[str]) -> None:
    assert absences(sentence) == kinds


@pytest.mark.parametrize(
    "sentence",
    [
        "She quoted a poem.",
        "She gave many details.",
        "The evidence was laid out.",
        "No date palm grows there.",
        "“There is no evidence,” the banner read.",
    ],
)
def test_what_is_there_is_not_missing(sentence: str) -> None:
    assert absences(sentence) == []


def test_a_speaker_who_finds_no_evidence_makes_a_claim() -> None:
    said = ("Dahl", "said", "there is no evidence for it")
    assert absences("Dahl said there is no evidence for it.", said=said) == []
