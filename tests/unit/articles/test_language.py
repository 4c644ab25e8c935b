import sys

import pytest

from onrecord.articles import language
from onrecord.articles.language import identify_language

PARAGRAPH = (
    "The harbour board said on Monday that the ferry would not sail before the end of the month, "
    "because the inspectors who had looked at its hull were not satisfied with what they had seen."
)


def test_clear_english_is_settled_without_loading_the_model(monkeypatch):
    monkeypatch.setitem(sys.modules, "py3langid", None)
    language._load_model.cache_clear()
    assert identify_language(PARAGRAPH) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "The bridge will close.",
        "Ana Ruiz said no.",
        "Mayor Ana Ruiz resigns",
        "Kovacs denies Brno deal",
        "Bern: Keller to meet Novak.",
        "MAYOR RUIZ DENIES SHE KNEW OF THE PLAN",
    ],
)
def test_a_short_text_of_which_the_model_is_unsure_is_english(text):
    assert identify_language(text) == "en"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Le maire a dit que la réunion avait été annulée par le ministre."),
        ("de", "Der Bürgermeister sagte am Montag, die Brücke werde vorerst geschlossen bleiben."),
        ("es", "El alcalde dijo el lunes que el puente no se abrirá hasta el verano."),
        ("nl", "De minister zei dat het verdrag was getekend en had over de brug gesproken."),
        ("da", "Borgmesteren sagde, at broen er lukket for biler, og at hun var ked af det."),
        ("ru", "Мэр заявил в понедельник, что мост будет закрыт до конца месяца."),
        ("uk", "Міський голова заявив, що міст буде закрито до кінця місяця."),
        ("zh", "市长星期一表示，大桥将在月底之前关闭。"),
        ("ar", "قال رئيس البلدية يوم الاثنين إن الجسر سيبقى مغلقا حتى نهاية الشهر."),
    ],
)
def test_other_languages_are_told_apart(code, text):
    assert identify_language(text) == code


def test_long_foreign_text_with_an_english_quotation_is_foreign():
    french = "Le maire a dit que la réunion avait été annulée et que le pont resterait fermé. "
    assert identify_language(french * 10 + "“No comment,” said the minister.") == "fr"


def test_every_answer_for_news_languages_has_a_name():
    assert {"en", "fr", "de", "es", "ru", "zh", "ar"} <= set(language.LANGUAGE_NAMES)
