import pytest

from growth import grows_in_line
from onrecord.attributions.reader import Extraction
from onrecord.dates import PartialDate
from onrecord.findings.checks import find_checks
from onrecord.records import (
    Act,
    Against,
    Article,
    Attribution,
    Check,
    CheckKind,
    Form,
    Span,
)
from onrecord.resolution.entities import resolve_entities

DAY = PartialDate(2031, 5, 14)  # a Wednesday


def attribution(
    article: Article, source: str, cue: str, content: str, act: Act = Act.SAYS
) -> Attribution:
    def find(words: str) -> tuple[Span, ...]:
        assert article.text.count(words) == 1, words
        start = article.text.index(words)
        return (Span(start, start + len(words)),)

    form = Form.DIRECT if content.startswith("“") else Form.INDIRECT
    return Attribution(article.id, find(cue), find(content), form, act, find(source))


def check(
    text: str, *said: tuple[str, str, str] | tuple[str, str, str, Act], title: str = ""
) -> list[Check]:
    article = Article(title=title, text=text, published_on=DAY)
    attributions = tuple(attribution(article, *each) for each in said)
    resolved = resolve_entities(article, Extraction(attributions))
    return list(find_checks(article, resolved.entities, resolved.attributions))


def words_of(text: str, found: Check) -> list[str]:
    return [text[span.start : span.end] for span in found.evidence]


def test_an_office_stated_as_held_and_as_left_does_not_fit() -> None:
    text = (
        "Orvenian President Ilse Varga said the dam would hold.\n\n"
        "Engineers were less sure of it.\n\nThe former president has argued so before."
    )
    said = (
        ("Orvenian President Ilse Varga", "said", "the dam would hold"),
        ("The former president", "has argued", "so before"),
    )
    (found,) = check(text, *said)
    assert found.kind is CheckKind.ROLE_CONFLICT
    assert words_of(text, found) == ["Orvenian President", "The former president"]


@pytest.mark.parametrize(
    "first",
    [
        "President Ilse Varga",  # courtesy: nothing says that she is in office
        "Former Orvenian President Ilse Varga",
        "Then-Orvenian President Ilse Varga",
        "Orvenian Vice President Ilse Varga",
    ],
)
def test_an_office_that_may_be_over_fits_a_former_one(first: str) -> None:
    text = f"{first} said the dam would hold.\n\nThe former president has argued so before."
    said = (
        (first, "said", "the dam would hold"),
        ("The former president", "has argued", "so before"),
    )
    assert check(text, *said) == []


@pytest.mark.parametrize(
    "passage",
    [
        "campaigns for the 2030 presidential election",
        "is running in 2029",
        "will face the voters in 2030",
        "looks ahead to the 2030 vote",
    ],
)
def test_what_is_to_come_does_not_lie_in_the_past(passage: str) -> None:
    text = f"Varga {passage}, and her rivals know it."
    (found,) = check(text)
    assert (found.kind, found.against) == (CheckKind.DATE_CONFLICT, Against.PUBLISHED_ON)
    assert "2031-05-14" in found.message


@pytest.mark.parametrize(
    "sentence",
    [
        "Varga campaigns for the 2031 presidential election.",
        "Varga campaigns for the 2032 presidential election.",
        "Varga campaigned for the 2030 presidential election.",
        "In 2029, as Varga campaigns for the 2029 election, the river rises.",
        "His campaigns in 1986 and 1990, and hers, cost little.",
        "She gave to mayoral campaigns since 2010.",
        "Varga will keep the promise that she made in 2030.",
        "“She is running in 2029,” the poster said.",
        "The upcoming book on the 2030 floods is long.",
    ],
)
def test_years_that_fit_raise_no_check(sentence: str) -> None:
    assert check(sentence) == []


def test_a_weekday_that_is_another_days_does_not_fit() -> None:
    text = "The gates opened on Tuesday, May 14, officials said."
    (found,) = check(text)
    assert found.kind is CheckKind.DATE_CONFLICT
    assert words_of(text, found) == ["Tuesday", "May 14"]
    assert "Wednesday" in found.message


@pytest.mark.parametrize(
    "date", ["Wednesday, May 14", "Wednesday, 14 May 2031", "Monday, May 14, 2029", "May 14"]
)
def test_a_weekday_that_is_right_fits(date: str) -> None:
    assert check(f"The gates opened on {date}, officials said.") == []


def test_the_same_count_with_two_numbers_does_not_fit() -> None:
    text = (
        "The flood at Ardel drowned 214 villagers below the dam in August.\n\nRain fell.\n\n"
        "In August the flood at Ardel below the dam drowned 246 villagers."
    )
    (found,) = check(text)
    assert found.kind is CheckKind.NUMBER_CONFLICT
    assert words_of(text, found) == ["214 villagers", "246 villagers"]


@pytest.mark.parametrize(
    "second",
    [
        "In August the flood at Ardel below the dam drowned 214 villagers.",
        "In August the flood at Ardel below the dam drowned 246 sheep.",
        "The dam has 246 steps, which villagers climb.",
        "Another flood at Ardel below the dam drowned 31 more villagers.",
    ],
)
def test_counts_of_something_else_fit(second: str) -> None:
    text = f"The flood at Ardel drowned 214 villagers below the dam in August.\n\n{second}"
    assert check(text) == []


def test_numbers_of_two_speakers_differ_rightly() -> None:
    text = (
        "Varga said the flood at Ardel drowned 214 villagers below the dam. "
        "Dahl claims that the flood at Ardel drowned 246 villagers below the dam."
    )
    said = (
        ("Varga", "said", "the flood at Ardel drowned 214 villagers below the dam"),
        ("Dahl", "claims", "that the flood at Ardel drowned 246 villagers below the dam"),
    )
    assert check(text, *said) == []


def test_one_quotation_in_two_wordings_does_not_fit() -> None:
    text = (
        "“Nobody should have to bury a son over a sluice gate,” Varga said.\n\nIt rained.\n\n"
        "“Nobody should have to bury a brother over a sluice gate,” she said again."
    )
    said = (("Varga", "said.", "“Nobody should have to bury a son over a sluice gate,”"),)
    (found,) = check(text, *said)
    assert found.kind is CheckKind.QUOTE_CONFLICT
    assert "“son” here, “brother” there" in found.message


@pytest.mark.parametrize(
    "second",
    [
        "“bury a son over a sluice gate,”",  # a part again
        "“Nobody should have to bury a [daughter] over a sluice gate,”",  # marked as put in
        "“Nobody should have to sell a farm, and nobody should have to buy one back,”",
    ],
)
def test_a_part_of_a_quotation_fits_the_whole(second: str) -> None:
    text = f"“Nobody should have to bury a son over a sluice gate,” Varga said. {second} she said."
    assert check(text) == []


def test_a_headline_that_states_a_claim_as_a_fact_goes_beyond_the_body() -> None:
    text = (
        "Varga claimed on Monday that rebel divers wrecked the northern turbine. Nobody was hurt."
    )
    said = (("Varga", "claimed", "that rebel divers wrecked the northern turbine", Act.CLAIMS),)
    (found,) = check(text, *said, title="Rebel divers wrecked northern turbine at Ardel")
    assert (found.kind, found.against) == (CheckKind.HEADLINE_OVERREACH, Against.TITLE)
    assert "claimed" in found.message


@pytest.mark.parametrize(
    "title",
    [
        "Rebel divers wrecked northern turbine, Varga claims",
        "‘Rebel divers wrecked northern turbine’",
        "Did rebel divers wreck the northern turbine?",
        "Varga: rebel divers wrecked northern turbine",
        "Rebel divers may have wrecked northern turbine",
        "Quiet day at the Ardel works",
    ],
)
def test_a_headline_that_holds_its_words_off_fits(title: str) -> None:
    text = (
        "Varga claimed on Monday that rebel divers wrecked the northern turbine. Nobody was hurt."
    )
    said = (("Varga", "claimed", "that rebel divers wrecked the northern turbine", Act.CLAIMS),)
    assert check(text, *said, title=title) == []


def test_a_headline_that_lets_somebody_admit_what_the_body_lets_them_claim() -> None:
    text = "Varga claimed that the northern turbine had been idle for months."
    said = (("Varga", "claimed", "that the northern turbine had been idle for months", Act.CLAIMS),)
    (found,) = check(text, *said, title="Varga admits northern turbine idle")
    assert found.kind is CheckKind.HEADLINE_OVERREACH
    assert "“admits”" in found.message


def test_a_headline_that_has_the_words_of_the_body_fits() -> None:
    text = "Varga reveals in her book that the northern turbine had been idle for months."
    said = (("Varga", "reveals", "that the northern turbine had been idle for months", Act.CLAIMS),)
    assert check(text, *said, title="Varga Reveals Northern Turbine Idle") == []


def test_checks_take_linear_time() -> None:
    paragraph = (
        "The flood at Ardel drowned 214 villagers below the dam. “Nobody should have to bury a son "
        "over a sluice gate,” Varga said on Wednesday, May 14. Dahl is running in 2033.\n\n"
    )

    def check(times: int) -> None:
        article = Article(title="Dam", text=paragraph * times, published_on=DAY)
        find_checks(article, (), ())

    assert grows_in_line(check, 100, 800)
