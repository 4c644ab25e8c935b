from onrecord.articles.mailcopy import cut_mail
from onrecord.articles.pagetext import read_page_text

HEADER = "From: desk <desk@quay.example>\nTo: me\nSubject: Fwd: the ferry\n and its engine\n"
DATE = "Date: Mon, 3 Feb 2025 18:20:11 +0000\n"


def test_header_and_signature_go():
    assert cut_mail(f"{HEADER}{DATE}\nText.\n\n-- \nYou signed up.\nUnsubscribe").strip() == "Text."


def test_other_text_stays():
    for text in ("From: Ministry of Fisheries\n\nText.\n--\nMore.", "Text.\n--\nMore.", ""):
        assert cut_mail(text) == text


def test_a_mailed_article_is_read_below_its_header():
    one = (
        "The harbour board said on Monday that the last ferry would sail in May, whatever it cost."
    )
    page = read_page_text(
        f"{HEADER}{DATE}\nLast ferry sails\nby Ines Calder\nQuay Street Journal, 2 May 2025\n\n{one}"
    )
    assert (page.title, page.authors, page.paragraphs) == (
        "Last ferry sails",
        ("Ines Calder",),
        (one,),
    )
    assert str(page.published_on) == "2025-05-02"


def test_the_outlet_before_the_date_is_the_publisher_if_the_text_calls_it_so():
    head = "Last ferry sails\nby Ines Calder\nQuay Street Observer, 2 May 2025\n\n"
    text = "The harbour board sold the ferry, two of its members told the {} on Monday evening."
    assert read_page_text(head + text.format("Observer")).publisher == "Quay Street Observer"
    assert read_page_text(head + text.format("pilots")).publisher == ""
