import datetime
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.normalisation import decode_body, normalise_text
from onrecord.records import Capture

NOW = datetime.datetime(2025, 3, 1, 12, tzinfo=datetime.UTC)


def decode(body: bytes, charset: str = "", media_type: str = "text/html") -> str:
    return decode_body(
        Capture(origin="-", body=body, fetched_at=NOW, charset=charset, media_type=media_type)
    )


RUSSIAN = (
    "Министр сообщил журналистам, что переговоры продолжатся в среду. «Ответа нет», — сказал он."
)
FRENCH = (
    "Le ministre a déclaré que la réunion était reportée. « Rien reçu », a-t-elle dit à l’Élysée."
)
GERMAN = "Der Präsident erklärte, die Gespräche würden nächste Woche fortgeführt, für alle Länder."
ENGLISH = "The envoy said the talks would resume. “We haven’t heard back,” she told reporters."
POLISH = (
    "Premier powiedział, że rozmowy będą wznowione w środę. Nie otrzymaliśmy żadnej odpowiedzi."
)
TURKISH = "Bakan, görüşmelerin çarşamba günü süreceğini söyledi. Henüz hiçbir yanıt almadık, dedi."
GREEK = "Ο υπουργός δήλωσε ότι οι συνομιλίες θα συνεχιστούν την Τετάρτη. Δεν λάβαμε απάντηση."
JAPANESE = "大臣は記者団に対し、協議は水曜日に再開されると述べた。返答はまだないと付け加えた。"


# decode_body


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_outranks_every_declaration_and_is_dropped(codec):
    body = f'<meta charset="windows-1251"><p>{RUSSIAN}</p>'.encode(codec)
    assert decode(body, charset="koi8-r") == f'<meta charset="windows-1251"><p>{RUSSIAN}</p>'


def test_big_endian_utf_16_is_known_by_its_mark():
    assert decode(b"\xfe\xff" + RUSSIAN.encode("utf-16-be")) == RUSSIAN


def test_the_charset_of_the_transport_outranks_the_page():
    body = f'<meta charset="koi8-r"><p>{RUSSIAN}</p>'.encode("cp1251")
    assert RUSSIAN in decode(body, charset="windows-1251")


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="koi8-r">',
        "<META CHARSET=koi8-r>",
        "<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>",
        "<?xml version='1.0' encoding='KOI8-R'?>",
    ],
)
def test_a_page_declares_its_encoding_in_its_head(declaration):
    text = "МОЛ, ЖДЁМ ОТВЕТА"  # all capitals: detection alone would not be sure
    assert text in decode(f"{declaration}<p>{text}</p>".encode("koi8-r"))


def test_a_declaration_inside_a_comment_is_none():
    body = f'<!-- <meta charset="koi8-r"> --><meta charset="cp1251">{RUSSIAN}'.encode("cp1251")
    assert RUSSIAN in decode(body)


def test_plain_text_about_markup_declares_nothing():
    body = f'Write <meta charset="koi8-r"> there. {RUSSIAN}'.encode("cp1251")
    assert RUSSIAN in decode(body, media_type="text/plain")


@pytest.mark.parametrize("label", ["iso-8859-1", "latin1", "us-ascii", "windows-1252"])
def test_latin_1_means_windows_1252(label):
    assert decode(ENGLISH.encode("cp1252"), charset=label) == ENGLISH


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("gb2312", "gb18030", "部长说：朱镕基没有答复。"),
        ("Shift_JIS", "cp932", JAPANESE + "①"),
        ("x-sjis", "cp932", JAPANESE),
        ("iso-8859-9", "cp1254", "“" + TURKISH + "”"),
        ("iso-2022-jp", "iso2022_jp", JAPANESE),
        ("utf-16le", "utf-16-le", RUSSIAN),
    ],
)
def test_labels_are_read_as_the_web_uses_them(label, codec, text):
    assert decode(text.encode(codec), charset=label) == text


@pytest.mark.parametrize(
    "label", ["rot13", "zlib", "idna", "utf-7", "unicode_escape", "no\0pe", "x"]
)
def test_labels_that_are_no_encodings_of_pages_are_passed_over(label):
    assert decode(RUSSIAN.encode(), charset=label) == RUSSIAN


def test_a_page_that_is_not_the_declared_utf_8_is_read_as_what_it_is():
    assert decode(RUSSIAN.encode("cp1251"), charset="utf-8") == RUSSIAN


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1251"])
def test_valid_utf_8_is_believed_more_than_a_single_byte_declaration(label):
    assert decode(RUSSIAN.encode(), charset=label) == RUSSIAN


def test_a_cut_off_page_stays_in_its_encoding():
    assert decode(RUSSIAN.encode()[:-2] + b"\xd1", charset="utf-8").startswith(RUSSIAN[:-3])


def test_a_pasted_in_byte_breaks_one_character_only():
    body = RUSSIAN.encode() + b" \x92 " + RUSSIAN.encode()
    assert decode(body) == f"{RUSSIAN} \ufffd {RUSSIAN}"


def test_a_replacement_character_of_the_page_itself_is_no_fault():
    assert decode("\ufffd said".encode(), charset="utf-8") == "\ufffd said"


def test_a_meta_tag_that_was_read_byte_by_byte_is_not_in_utf_16():
    body = f'<meta charset="utf-16">{RUSSIAN}'.encode()
    assert RUSSIAN in decode(body)


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1251", RUSSIAN),
        ("iso8859-5", RUSSIAN.translate({0xAB: '"', 0xBB: '"', 0x2014: "-"})),
        ("cp1252", FRENCH),
        ("latin-1", GERMAN),
        ("cp1252", ENGLISH),
        ("cp1250", POLISH),
        ("cp1254", TURKISH),
        ("cp1253", GREEK),
        ("cp932", JAPANESE),
        ("euc_jp", JAPANESE),
    ],
)
def test_undeclared_older_encodings_are_told_from_their_bytes(codec, text):
    page = f"<html><head><title>-</title></head><body><p>{text}</p></body></html>"
    assert decode(page.encode(codec)) == page


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_utf_8_without_any_declaration_comes_out_as_it_went_in(text):
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@given(st.binary(max_size=300), st.sampled_from(["", "utf-8", "shift_jis", "utf-16", "nonsense"]))
def test_any_bytes_decode_to_something(body, charset):
    assert isinstance(decode(body, charset=charset), str)


# normalise_text


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_break_becomes_one_line_feed(line_break):
    assert normalise_text(f"a{line_break}b") == "a\nb"


def test_letters_are_composed():
    assert normalise_text("Ele\u0301onore") == "El\u00e9onore"


def test_letters_are_composed_over_a_dropped_character():
    assert normalise_text("e\u200b\u0301") == "\u00e9"


@pytest.mark.parametrize(
    "invisible", ["\u200b", "\u2060", "\ufeff", "\xad", "\ufe0f", "\U000e0101", "\u200e", "\u202e"]
)
def test_invisible_characters_are_dropped(invisible):
    assert normalise_text(f"{invisible}min{invisible}ister") == "minister"


@pytest.mark.parametrize("control", ["\0", "\x08", "\x1b", "\x7f", "\x80", "\x9f"])
def test_control_characters_are_dropped(control):
    assert normalise_text(f"he{control} said") == "he said"


@pytest.mark.parametrize("space", ["\xa0", "\u202f", "\u2003", "\u3000", "\u2007", "\t"])
def test_every_kind_of_space_becomes_a_plain_one(space):
    assert normalise_text(f"10{space}{space} 000") == "10 000"


def test_spaces_at_the_edges_of_lines_and_repeated_blank_lines_go():
    assert (
        normalise_text("\n\n  One. \n \t\n\xa0\n\n  Two.\n Three. \n\n") == "One.\n\nTwo.\nThree."
    )


def test_persian_keeps_the_non_joiner_inside_its_words():
    assert normalise_text("می\u200cخواهم") == "می\u200cخواهم"
    assert normalise_text("می\u200c\u200c\u200dخواهم") == "می\u200cخواهم"


def test_a_non_joiner_at_the_end_of_a_word_says_nothing():
    assert normalise_text("می\u200c خواهم\u200c") == "می خواهم"


def test_indian_scripts_keep_their_joiners():
    assert normalise_text("क्\u200dष") == "क्\u200dष"
    assert normalise_text("ക്\u200d") == "ക്\u200d"


def test_emoji_sequences_keep_their_joiners():
    assert normalise_text("👩🏽\u200d🚀 ❤\ufe0f\u200d🔥") == "👩🏽\u200d🚀 ❤\u200d🔥"


def test_joiners_between_other_letters_are_dropped():
    assert normalise_text("min\u200dis\u200cter \u200d") == "minister"


def test_a_flag_keeps_its_tags_and_hidden_text_in_tags_is_dropped():
    scotland = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
    assert normalise_text(scotland) == scotland
    assert normalise_text("said\U000e0069\U000e0067\U000e006e.") == "said."


def test_a_lone_surrogate_can_be_stored():
    assert normalise_text("a\ud800b").encode() == "a\ufffdb".encode()


def test_quotation_marks_and_dashes_stay_as_they_are():
    text = "“We – he said — „nein“, «нет», 'no' … ‘so’.”"
    assert normalise_text(text) == text


awkward = st.text(
    st.sampled_from(
        "ae\u0301\u0327 \n\r\t\v\x85\u2028\xa0\u3000\u200b\u200c\u200d\ufe0f\u202e\u034f\xad"
        "\U0001f3f4\U000e0067\U000e007f👩🚀\u2764\u2329می\u0915\u094d\u0958\u212b\uac00\u11a8\ud800\0"
    )
    | st.characters()
)


@given(awkward)
def test_normalising_twice_changes_nothing(text):
    once = normalise_text(text)
    assert normalise_text(once) == once


@given(awkward)
def test_normalised_text_has_one_form(text):
    normalised = normalise_text(text)
    assert unicodedata.is_normalized("NFC", normalised)
    assert not re.search("  |\n\n\n|^[ \n]|[ \n]$| \n|\n |[\r\t\xa0\u200b\xad\ufeff]", normalised)
    normalised.encode()


@given(st.text(st.sampled_from("abc éüß“”‘’—….,?!жщ部🚀")))
def test_only_spaces_change_in_text_that_is_in_order(text):
    assert normalise_text(text).replace(" ", "") == text.replace(" ", "")
