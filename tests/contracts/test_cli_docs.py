from write_cli_docs import PAGE, render_help


def test_the_page_about_the_command_line_is_what_help_prints() -> None:
    assert PAGE.read_text(encoding="utf-8") == render_help(), "run `make docs`"
