"""Marked text: attributions written into the text that they stand in.

    [source:Ana Ruiz] [cue:said] that [content:the bridge would close].

Several attributions carry numbers, brackets may nest, and a role given twice has two pieces:

    [source:Holt] [cue:said] [content:[source#2:Ruiz] [cue#2:wanted] [content#2:to leave]].

Other brackets stay as they are. A story is text, then what to expect of its attributions, one
line each; blank lines separate its paragraphs, and the next story begins after the last `>`:

    [content:"We won,"] [source:he] [cue:said]. [content:"Go home."]
    > 1 direct says

After form and act may follow `negated`, `hedged`, `inside N` (nested in attribution N),
`beyond rules` (the rules reader is known not to find it) and `wished neural` (the neural reader
need not find it, whatever its weights; how many of these it finds is counted). A story that expects
`nothing` has no attribution in it.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.records import Act, Form, Span, Spans

ROLES = ("source", "cue", "content")
_OPENER = re.compile(r"\[(source|cue|content)(?:#(\d+))?:")
_EXPECTATION = re.compile(
    r"> (?P<number>\d+) (?P<form>\w+) (?P<act>\w+)(?P<negated> negated)?(?P<hedged> hedged)?"
    r"(?: inside (?P<parent>\d+))?(?P<reach>(?: beyond rules)?(?: wished neural)?)"
)
_NOTHING = re.compile(r"> nothing(?P<reach>(?: beyond rules)?(?: wished neural)?)")


class MarkedTextError(ValueError):
    """Marked text that does not follow its notation."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as marked: source is None where none is."""

    source: Spans | None
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Reach:
    """Which readers need not do as the story says."""

    beyond_rules: bool
    wished_neural: bool


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a story says of one of its attributions."""

    number: int
    form: Form
    act: Act
    negated: bool
    hedged: bool
    parent: int | None
    reach: Reach


@dataclass(frozen=True, slots=True)
class Story:
    """A short text with its marked attributions, by number, and what to expect of them.

    Attributes:
        nothing: who need not find nothing, where there is nothing to find.
    """

    name: str
    text: str
    marked: dict[int, Marked]
    expectations: tuple[Expectation, ...]
    nothing: Reach | None = None


@dataclass(slots=True)
class _Pieces:
    roles: dict[str, list[Span]] = field(default_factory=lambda: {role: [] for role in ROLES})


def parse_marked(marked_text: str) -> tuple[str, dict[int, Marked]]:
    """The text without its marks, and the attributions that were marked in it, by number."""
    plain: list[str] = []
    length = 0
    pieces: dict[int, _Pieces] = {}
    stack: list[tuple[str, int, int] | None] = []
    position = 0
    while position < len(marked_text):
        opener = _OPENER.match(marked_text, position)
        if opener:
            stack.append((opener[1], int(opener[2] or 1), length))
            position = opener.end()
            continue
        character = marked_text[position]
        position += 1
        if character == "[":
            stack.append(None)
        elif character == "]" and stack:
            opened = stack.pop()
            if opened is not None:
                role, number, start = opened
                if start == length:
                    raise MarkedTextError(f"an empty [{role}#{number}:] in {marked_text!r}")
                pieces.setdefault(number, _Pieces()).roles[role].append(Span(start, length))
                continue
        plain.append(character)
        length += 1
    if any(opened is not None for opened in stack):
        raise MarkedTextError(f"a bracket is not closed in {marked_text!r}")
    return "".join(plain), {number: _make_marked(number, pieces[number]) for number in pieces}


def _make_marked(number: int, pieces: _Pieces) -> Marked:
    roles = {role: tuple(sorted(spans)) for role, spans in pieces.roles.items()}
    if not roles["cue"] or not roles["content"]:
        raise MarkedTextError(f"attribution {number} needs a cue and a content")
    return Marked(roles["source"] or None, roles["cue"], roles["content"])


def parse_stories(name: str, file_text: str) -> tuple[Story, ...]:
    """The stories of one file; lines that begin with # are comments."""
    stories: list[Story] = []
    body: list[str] = []
    lines: list[str] = []
    for line in [*file_text.splitlines(), ""]:
        if line.startswith("# "):
            continue
        if line.startswith("> "):
            lines.append(line)
        elif lines:
            stories.append(_make_story(f"{name}-{len(stories) + 1}", body, lines))
            body, lines = [line], []
        else:
            body.append(line)
    if any(line.strip() for line in body):
        raise MarkedTextError(f"{name}: the last story expects nothing: {body!r}")
    return tuple(stories)


def _parse_reach(words: str) -> Reach:
    return Reach("beyond rules" in words, "wished neural" in words)


def _parse_expectation(name: str, line: str) -> Expectation:
    match = _EXPECTATION.fullmatch(line)
    if match is None:
        raise MarkedTextError(f"{name}: not an expectation: {line!r}")
    return Expectation(
        number=int(match["number"]),
        form=Form(match["form"]),
        act=Act(match["act"]),
        negated=bool(match["negated"]),
        hedged=bool(match["hedged"]),
        parent=int(match["parent"]) if match["parent"] else None,
        reach=_parse_reach(match["reach"]),
    )


def _make_story(name: str, body: list[str], lines: list[str]) -> Story:
    text, marked = parse_marked("\n".join(body).strip("\n"))
    nothing = _NOTHING.fullmatch(lines[0]) if len(lines) == 1 else None
    if nothing:
        if marked:
            raise MarkedTextError(f"{name}: attributions where nothing is expected: {text!r}")
        return Story(name, text, {}, (), _parse_reach(nothing["reach"]))
    expectations = tuple(_parse_expectation(name, line) for line in lines)
    if sorted(marked) != sorted(expectation.number for expectation in expectations):
        raise MarkedTextError(f"{name}: each marked attribution needs one expectation: {text!r}")
    return Story(name, text, marked, expectations)


def read_stories(folder: Path) -> tuple[Story, ...]:
    """All stories of the .txt files in a folder."""
    return tuple(
        story
        for path in sorted(folder.glob("*.txt"))
        for story in parse_stories(path.stem, path.read_text(encoding="utf-8"))
    )
