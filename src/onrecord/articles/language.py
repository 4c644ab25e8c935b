"""Which language a text is written in.

Clear English is settled by its function words, without loading the model: that costs well under a
millisecond, while loading py3langid costs three quarters of a second (0.15 s for the import, 0.6 s
for the model, one core). Only texts that the first look leaves open reach the model.
"""

import functools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 3000
"""Characters looked at from each end of a text; more changes no answer on news text."""

CLEAR_SHARE = 0.12
"""Share of function words from which a text is English without asking the model. The lowest share
in PolNeAR dev (84 articles) is 0.15. Words that other languages share with English ("in", "is",
"on", "for", "was", "had", "over", "her") are not counted, so that running text in those stays
below 0.05."""

UNSURE = 0.5
"""Below this probability the model's first answer is a guess; a few names get 0.1 to 0.3."""

PLAUSIBLE = 0.04
"""English with this probability is plausible where the model is unsure: one sentence of English
has 0.05 or more, one-sentence French, German or Spanish 0.005 or less."""

_FUNCTION_WORDS = frozenset(
    "the and of to that with were have it its she they his their from by not but who which would "
    "could should said says been being this these those after before when where while because than "
    "about into between during against".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

LANGUAGE_NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian",
    "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "eo": "Esperanto", "es": "Spanish",
    "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "ga": "Irish", "gl": "Galician", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic",
    "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "kn": "Kannada",
    "ko": "Korean", "ky": "Kyrgyz", "la": "Latin", "lt": "Lithuanian", "lv": "Latvian",
    "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi", "ms": "Malay",
    "mt": "Maltese", "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian",
    "no": "Norwegian", "pa": "Punjabi", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "si": "Sinhala", "sk": "Slovak", "sl": "Slovene",
    "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil",
    "te": "Telugu", "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "ug": "Uyghur",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def identify_language(text: str) -> str:
    """The ISO 639-1 code of the language that most of `text` is written in.

    Where the model is unsure, as on a single sentence full of names, and English is plausible, the
    answer is English: onrecord would rather read a short text than refuse it on a guess. So it is
    where there is no word at all.
    """
    sample = text if len(text) <= 2 * SAMPLE else text[:SAMPLE] + "\n" + text[-SAMPLE:]
    words = [word.lower() for word in _WORD.findall(sample)]
    if not words:
        return "en"
    found = [word for word in words if word in _FUNCTION_WORDS]
    if len(set(found)) >= 5 and len(found) / len(words) >= CLEAR_SHARE:
        return "en"
    # Capitals are read letter by letter: lower case is what the model was trained on.
    ranking = _load_model().rank(sample.lower() if sample.isupper() else sample)
    best, probability = ranking[0]
    if probability < UNSURE and dict(ranking)["en"] >= PLAUSIBLE:
        return "en"
    return str(best)


@functools.cache
def _load_model() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Regional languages that hardly any outlet writes in only draw names and headlines to them.
    model.set_languages(list(LANGUAGE_NAMES))
    return model
