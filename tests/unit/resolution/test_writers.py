"""Who says "I" where nobody is quoted: the writer whom the text itself names."""

from onrecord.records import EntityKind
from unit.resolution.resolved import resolve


def test_i_of_a_letter_is_who_signed_it() -> None:
    first, second = resolve(
        "Letters.\n\n[source:I] [cue:think] [content:the quay is too narrow].\n\nIda Bell.\n\n"
        "Brenn.\n\n[source#2:I] [cue#2:think] [content#2:the quay is too wide].\n\nKarl Ode.\n\nBrenn."
    )
    assert (first.name, second.name) == ("Ida Bell", "Karl Ode")
    assert first.kind is EntityKind.PERSON


def test_a_name_that_the_letter_speaks_of_is_no_signature() -> None:
    (writer,) = resolve(
        "Ida Bell has left.\n\n[source:I] [cue:think] [content:that was right].\n\nIda Bell.\n\nMore."
    )
    assert (writer.name, writer.kind) == ("I", EntityKind.UNNAMED)


def test_me_of_a_post_is_its_handle() -> None:
    (writer,) = resolve(
        "[content:Nothing of it is true,] [cue:it seems to] [source:me].\n\n@brenn_walker.\n\nNo.\n\n@ode7."
    )
    assert (writer.name, writer.kind) == ("@brenn_walker", EntityKind.PERSON)


def test_we_who_asked_for_posts_did_not_write_them() -> None:
    (writer,) = resolve(
        "[source:We] [cue:asked] [content:whether the quay is too narrow].\n\nNo.\n\n@ode7."
    )
    assert writer.name == "We"


def test_we_of_an_essay_is_not_its_writer() -> None:
    (we,) = resolve(
        "[source:We] [cue:know] [content:the sea].\n\nIda Bell is a playwright in Brenn."
    )
    assert we.kind is EntityKind.UNNAMED


def test_i_of_an_essay_is_whom_its_last_line_introduces() -> None:
    (writer,) = resolve(
        "[source:I] [cue:know] [content:the sea].\n\nIt took my brother.\n\n"
        "Ida Bell is a playwright in Brenn."
    )
    assert writer.name == "Ida Bell"


def test_i_of_a_column_is_who_stands_in_its_byline() -> None:
    (writer,) = resolve("By Ida Bell\n\n[source:I] [cue:know] [content:the sea].")
    assert writer.name == "Ida Bell"


def test_two_in_a_byline_are_not_one_writer() -> None:
    (writer,) = resolve("By Ida Bell and Karl Ode\n\n[source:I] [cue:know] [content:the sea].")
    assert writer.kind is EntityKind.UNNAMED
