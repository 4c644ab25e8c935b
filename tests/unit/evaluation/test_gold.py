from pathlib import Path

from evaluation.gold import read_annotations, read_gold

ANNOTATION = """E1\tAttribution:T3 Source:T1 Cue:T2 Content:T3 Content2:T4
T1\tSource 0 8\tAna Ruiz
T2\tCue 9 13\tsaid
T3\tContent 14 20;25 30\tone
two
T4\tContent 40 44\tmore
E2\tAttribution:T2 Cue:T2
"""


def test_pieces_are_gathered_and_what_has_no_content_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.ann"
    path.write_text(ANNOTATION, encoding="utf-8")
    (one,) = read_annotations(path)
    assert one["source"] == [[0, 8]]
    assert one["cue"] == [[9, 13]]
    # The event names its content twice (as its trigger and as a role): only roles count.
    assert one["content"] == [[14, 20], [25, 30], [40, 44]]


def test_the_first_annotator_counts(tmp_path: Path) -> None:
    folder = tmp_path / "attributions"
    folder.mkdir()
    (folder / "story_00aa.ann").write_text(ANNOTATION, encoding="utf-8")
    (folder / "story_00bb.ann").write_text("", encoding="utf-8")
    assert len(read_gold(tmp_path)["story"]) == 1
    (folder / "story_0000.ann").write_text("", encoding="utf-8")
    assert read_gold(tmp_path)["story"] == []
    assert len(read_gold(tmp_path, everybody=True)["story"]) == 1
