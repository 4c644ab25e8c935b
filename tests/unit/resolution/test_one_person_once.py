"""Names as papers print them: letters after them, offices before them, months and particles in them."""

import pytest

from onrecord.records import EntityKind
from unit.resolution.resolved import last_name, resolve

SAID = " [cue:said] [content:it would rain]."


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Prosecutor Omar Vashti KC", "Omar Vashti"),
        ("Ida Bell MP", "Ida Bell"),
        ("Petitioner Rekha Vasu", "Rekha Vasu"),
        ("Resident Gisel Amandro", "Gisel Amandro"),
        ("Leader of Opposition Pravin Vasu", "Pravin Vasu"),
        ("Jan Amandro, of Open Harbours,", "Jan Amandro"),
        ("April Amandro", "April Amandro"),
        ("Gazzetta dello Sport", "Gazzetta dello Sport"),
        ("The drug's maker, Norrowex,", "Norrowex"),
        ("Union Home Secretary R K Vasu in Brenn", "R K Vasu"),
    ],
)
def test_a_name_is_the_name_alone(source: str, name: str) -> None:
    assert last_name(f"Later [source:{source}]{SAID}") == name


def test_letters_after_a_name_make_nobody_else_of_him() -> None:
    text = f"The judge heard Omar Vashti KC. Later [source:Vashti]{SAID}"
    assert last_name(text) == "Omar Vashti"


def test_a_month_is_a_month_after_a_word_of_time() -> None:
    assert last_name(f"In June [source:Bell]{SAID}") == "Bell"


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Gazzetta della Vale", EntityKind.OUTLET),
        ("Reuters", EntityKind.OUTLET),
        ("Google", EntityKind.ORGANISATION),
        ("The tool's maker, Norrowex,", EntityKind.ORGANISATION),
    ],
)
def test_a_known_body_that_opens_a_sentence_has_its_kind(source: str, kind: EntityKind) -> None:
    assert resolve(f"[source:{source}]{SAID}")[-1].kind is kind


def test_a_chief_minister_and_a_home_secretary_are_taken_up_by_their_offices() -> None:
    text = (
        "Chief Minister Rekha Vasu met Home Secretary Karl Ode. "
        "[source#1:The Home Secretary] [cue#1:agreed] [content#1:to pay], "
        "[source#2:the CM] [cue#2:said] [content#2:later]."
    )
    assert [entity.name for entity in resolve(text)] == ["Karl Ode", "Rekha Vasu"]


def test_nobody_whose_body_is_stated_is_the_prime_minister() -> None:
    text = (
        "Gisel Amandro, of Open Harbours, came on Monday. She was late. "
        f"[source:The prime minister]{SAID}"
    )
    assert last_name(text) == "The prime minister"


def test_the_prime_minister_of_whom_a_government_speaks_is_its_own() -> None:
    text = (
        "Gisel Amandro came on Monday. She was late. [source#1:Downing Street] [cue#1:said] "
        "[content#1:[source#2:the prime minister] [cue#2:had] no plans [content#2:to pay]]."
    )
    assert last_name(text) == "the prime minister"


def test_a_minister_of_something_can_be_somebody_just_named() -> None:
    text = f"And Sael Corran? [source:The energy minister]{SAID}"
    assert last_name(text) == "Sael Corran"


@pytest.mark.parametrize("description", ["the chipmaker", "the company"])
def test_a_company_is_no_newspaper_that_reports(description: str) -> None:
    text = (
        "Shares in Norrowex fell. [source#1:The Brenn Post] [cue#1:reported] [content#1:losses]. "
        f"But [source#2:{description}] [cue#2:said] [content#2:little]."
    )
    assert last_name(text) == "Norrowex"


def test_whoever_asks_is_not_the_one_who_answers() -> None:
    text = (
        "Dame Ida Bell came on Monday. Asked by the panel's chair, Anna Vale, whether she would "
        f"pay, [source:she]{SAID}"
    )
    assert last_name(text) == "Ida Bell"


@pytest.mark.parametrize(
    "text",
    [
        "President Tarn spoke. The first lady, Ida Tarn, came on Friday. ",
        "President Tarn spoke. Later Mr. Tarn left. On Friday Ida Tarn came. ",
    ],
)
def test_the_president_is_not_his_wife(text: str) -> None:
    assert last_name(f"{text}[source:President Tarn]{SAID}") == "Tarn"
    assert last_name(f"{text}[source:The president]{SAID}") == "Tarn"


def test_a_title_of_two_is_no_name() -> None:
    text = (
        "Nancy Tarn and Karl Ode wrote a book. "
        f"[source:Professors Tarn and Ode]{SAID} [source#2:Ms. Tarn] [cue#2:smiled] [content#2:so]."
    )
    assert [entity.name for entity in resolve(text)] == ["Nancy Tarn and Karl Ode", "Nancy Tarn"]
