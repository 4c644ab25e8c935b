"""Words quoted twice."""

from unit.resolution.traced import trace


def test_words_quoted_twice_have_one_occasion() -> None:
    text = (
        "[source#1:Ida Bell] [cue#1:called] [content#1:the quay “a disgrace”].\n\n"
        "The port is old.\n\nIt was built long ago.\n\nNobody mends it.\n\nIt leaks.\n\n"
        "It has always leaked.\n\nMany people say so.\n\nOthers do not.\n\nThe sea is deep.\n\n"
        "The harbour is wide.\n\nShips come.\n\nShips go.\n\n"
        "[source#2:Bell] [cue#2:told] Brenn Radio that [content#2:the quay was “a disgrace”]."
    )
    (lead, chain), _ = trace(text)
    assert chain == ["Brenn Radio cites", "Ida Bell interviewed"]
    assert lead.basis.value == "interview"


def test_another_speakers_same_words_have_their_own_occasion() -> None:
    text = (
        "[source#1:Ivo Marsh] [cue#1:called] [content#1:the quay “a disgrace”].\n\n"
        "[source#2:Ida Bell] [cue#2:told] Brenn Radio that [content#2:the quay was “a disgrace”]."
    )
    (_, chain), _ = trace(text)
    assert chain == ["Ivo Marsh reports"]
