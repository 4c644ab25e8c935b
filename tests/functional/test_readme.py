import difflib

from write_readme import README, render_readme

# Another processor's arithmetic may tip a cue over the threshold.
ALIKE = 0.85


def test_the_readme_shows_what_its_commands_print() -> None:
    text = README.read_text(encoding="utf-8")
    now = render_readme(text)
    alike = difflib.SequenceMatcher(None, text.splitlines(), now.splitlines()).ratio()
    assert alike >= ALIKE, "run `make docs`"


def test_the_readme_has_commands() -> None:
    assert README.read_text(encoding="utf-8").count("$ onrecord") >= 3
