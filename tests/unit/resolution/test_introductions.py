"""Who was just brought in: before a quotation, in the lead, in front of "who"."""

import pytest

from onrecord.records import EntityKind
from unit.resolution.resolved import last_name, resolve


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Karl Ode spoke for hours. Karl Ode was loud. Karl Ode left, which worried Ivo Marsh, "
            'president of the rowers. "[content:Nobody rows now,]" [source:he] [cue:said].',
            "Ivo Marsh",
        ),
        (
            "Karl Ode spoke for hours. Karl Ode was loud. "
            'Asked about Ivo Marsh, Karl Ode fell silent. "[content:No,]" [source:he] [cue:said].',
            "Karl Ode",
        ),
        (
            "Karl Ode sold the mine. Through a spokesman, [source:he] [cue:declined] "
            "[content:to comment].",
            "Karl Ode",
        ),
        (
            "Protected was Ida Bell, a clerk-turned-legal helper [source:who] [cue:decided] "
            "[content:which letters to keep].",
            "Ida Bell",
        ),
    ],
)
def test_who_was_brought_in_speaks(text: str, expected: str) -> None:
    assert last_name(text) == expected


def test_judge_of_the_lead_is_the_judge_who_is_named() -> None:
    (judge,) = resolve(
        "[source:A Brenn judge] [cue:said] [content:the file stays shut].\n\n"
        "It is old. Judge Ivo Marsh wrote ten pages."
    )
    assert (judge.name, judge.kind) == ("Ivo Marsh", EntityKind.PERSON)


def test_headline_and_lead_call_the_same_judge() -> None:
    (judge,) = resolve(
        "Judge rejects request.\n\n[source:A Brenn judge] [cue:said] [content:the file stays shut]."
        "\n\nBrenn Court Justice Ivo Marsh wrote ten pages."
    )
    assert judge.name == "Ivo Marsh"


def test_the_senator_is_sen_bell() -> None:
    (senator,) = resolve(
        "Ida Bell is back. Senator from Brenn will run.\n\nSen. Ida Bell will run. Her dog slept. "
        "Nothing, [source:the senator] [cue:said], [content:was lost]."
    )
    assert senator.name == "Ida Bell"


def test_clip_is_the_video_of_before() -> None:
    first, second = resolve(
        "[source:A video] [cue:says] [content:no]. [source#2:The clip] [cue#2:says] [content#2:yes]."
    )
    assert first.id == second.id


@pytest.mark.parametrize(
    "text",
    [
        "[source:A former judge] [cue:said] [content:no]. Judge Ivo Marsh wrote ten pages.",
        "[source:Another judge] [cue:said] [content:no]. Judge Ivo Marsh wrote ten pages.",
        "[source:A spokesman] [cue:said] [content:no]. Spokesman Ivo Marsh wrote ten pages.",
        "Judge Ida Bell slept. [source:A judge] [cue:said] [content:no]. Judge Ivo Marsh wrote.",
    ],
)
def test_others_stay_unnamed(text: str) -> None:
    (judge,) = resolve(text)
    assert judge.kind is EntityKind.UNNAMED


def test_team_is_the_campaign_but_a_legal_team_is_not() -> None:
    text = (
        "The Ames campaign was late. [source:The Ames campaign] [cue:said] [content:no]. "
        "[source#2:The Ames team] [cue#2:said] [content#2:yes]. "
        "[source#3:The Ames legal team] [cue#3:said] [content#3:maybe]."
    )
    first, second, third = resolve(text)
    assert first.id == second.id != third.id


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("the Center for Port Policy", EntityKind.ORGANISATION),
        ("Citizens for Open Harbours", EntityKind.ORGANISATION),
        ("the clip", EntityKind.DOCUMENT),
        ("one slide", EntityKind.DOCUMENT),
    ],
)
def test_kinds(source: str, kind: EntityKind) -> None:
    (entity,) = resolve(f"On Monday, [source:{source}] [cue:said] that [content:ships are late].")
    assert entity.kind is kind
