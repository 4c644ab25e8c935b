"""Paragraphs with the attributions marked in them, ready to be written as markup."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.articles.sentences import split_paragraphs
from onrecord.export.outline import Entry
from onrecord.export.passages import Part, Passage, Segment, cut_segments


@dataclass(frozen=True, slots=True)
class Bracket:
    """One end of a piece of content.

    Attributes:
        broken: the piece goes on beyond the paragraph here.
        around: the contents that it stands in, the outermost first.
        numbered: the number is needed to tell it from the other brackets around it.
        repeated: the attribution had an opening bracket before this one.
    """

    number: int
    broken: bool
    around: tuple[int, ...]
    numbered: bool = True
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of a paragraph that is marked alike from end to end.

    Attributes:
        sources: the attributions in whose source it stands; cues and contents likewise.
        findings: the findings in whose passage it stands.
        anchors: the attributions whose first character is its first.
        finding_anchors: likewise of the findings.
        opens: brackets before it, the outermost first.
        ended: the attributions of which a source or cue ends with it.
        closes: brackets after it, the innermost first.
    """

    text: str
    sources: tuple[int, ...]
    cues: tuple[int, ...]
    contents: tuple[int, ...]
    findings: tuple[int, ...]
    anchors: tuple[int, ...]
    finding_anchors: tuple[int, ...]
    opens: tuple[Bracket, ...]
    ended: tuple[int, ...]
    closes: tuple[Bracket, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in fragments, with the attributions that begin in it.

    Attributes:
        unplaced: those among `numbers` of which no character stands in any paragraph.
        unplaced_findings: the findings of which that is true.
    """

    fragments: tuple[Fragment, ...]
    numbers: tuple[int, ...]
    unplaced: tuple[int, ...] = ()
    unplaced_findings: tuple[int, ...] = ()

    @property
    def shown(self) -> frozenset[int]:
        """The attributions of which something is marked here."""
        return frozenset(
            number
            for fragment in self.fragments
            for number in (*fragment.sources, *fragment.cues, *fragment.contents)
        )


def mark_paragraphs(
    text: str, entries: Sequence[Entry], findings: Sequence[Passage] = ()
) -> tuple[Paragraph, ...]:
    """Mark every entry in the paragraphs of a text, and the passages of findings.

    Every entry and finding begins in exactly one paragraph: the first that holds a character of
    it. The fragments of a paragraph, put together, are its text.
    """
    passages = (*list_passages(entries), *findings)
    stretches = split_paragraphs(text)
    seen: set[int] = set()
    found: set[int] = set()
    paragraphs = []
    for place, stretch in enumerate(stretches):
        before = stretches[place - 1].end if place else 0
        after = stretches[place + 1].start if place + 1 < len(stretches) else len(text)
        marking = _Marking(text, before, after, frozenset(seen), frozenset(found))
        inside = [one for one in passages if one.span.overlaps(stretch)]
        segments = cut_segments(stretch, inside)
        new = tuple(sorted(_attribution_numbers(inside) - seen))
        paragraphs.append(Paragraph(marking.make_fragments(segments), new))
        seen.update(new)
        found |= _finding_numbers(inside)
    unplaced = tuple(entry.number for entry in entries if entry.number not in seen)
    lost = tuple(sorted(_finding_numbers(findings) - found))
    if unplaced or lost or not paragraphs:
        paragraphs.append(Paragraph((), unplaced, unplaced, lost))
    return tuple(paragraphs)


def list_passages(entries: Sequence[Entry]) -> tuple[Passage, ...]:
    """Every piece of every part of the entries, the outermost entries first."""
    passages: list[Passage] = []
    for entry in entries:
        attribution = entry.attribution
        parts = (
            (Part.CONTENT, attribution.content),
            (Part.SOURCE, attribution.source or ()),
            (Part.CUE, attribution.cue),
        )
        for part, spans in parts:
            passages.extend(Passage(span, entry.number, part) for span in spans)
    return tuple(passages)


@dataclass(frozen=True, slots=True)
class _Marking:
    """What a paragraph's fragments need to know of its surroundings.

    Attributes:
        before: where the paragraph before it ends; after: where the next one begins.
        seen: the attributions that began before it; found: the findings that did.
    """

    text: str
    before: int
    after: int
    seen: frozenset[int]
    found: frozenset[int]

    def make_fragments(self, segments: Sequence[Segment]) -> tuple[Fragment, ...]:
        begun, found = set(self.seen), set(self.found)
        bracketed = set(self.seen)
        fragments = []
        for segment in segments:
            numbers = _attribution_numbers(segment.passages)
            findings = _numbers(segment, Part.FINDING)
            opens = self._find_openings(segment, segment is segments[0], bracketed)
            fragments.append(
                Fragment(
                    text=self.text[segment.span.start : segment.span.end],
                    sources=_numbers(segment, Part.SOURCE),
                    cues=_numbers(segment, Part.CUE),
                    contents=_numbers(segment, Part.CONTENT),
                    findings=findings,
                    anchors=tuple(sorted(numbers - begun)),
                    finding_anchors=tuple(one for one in findings if one not in found),
                    opens=opens,
                    ended=_find_ended(segment),
                    closes=self._find_closings(segment, segment is segments[-1]),
                )
            )
            begun |= numbers
            found.update(findings)
            bracketed |= {bracket.number for bracket in opens}
        return tuple(fragments)

    def _find_openings(
        self, segment: Segment, first: bool, bracketed: set[int]
    ) -> tuple[Bracket, ...]:
        contents = _contents(segment)
        return tuple(
            Bracket(
                passage.number,
                broken=first and passage.span.start < self.before,
                around=_numbers_before(contents, depth),
                repeated=passage.number in bracketed,
            )
            for depth, passage in enumerate(contents)
            if passage.span.start == segment.span.start
            or (first and passage.span.start < segment.span.start)
        )

    def _find_closings(self, segment: Segment, last: bool) -> tuple[Bracket, ...]:
        contents = _contents(segment)
        return tuple(
            Bracket(
                passage.number,
                broken=last and passage.span.end > self.after,
                around=_numbers_before(contents, depth),
                numbered=len(contents) > 1,
            )
            for depth, passage in reversed(list(enumerate(contents)))
            if passage.span.end == segment.span.end
            or (last and passage.span.end > segment.span.end)
        )


def _attribution_numbers(passages: Sequence[Passage]) -> set[int]:
    return {passage.number for passage in passages if passage.part is not Part.FINDING}


def _finding_numbers(passages: Sequence[Passage]) -> set[int]:
    return {passage.number for passage in passages if passage.part is Part.FINDING}


def _contents(segment: Segment) -> list[Passage]:
    return [passage for passage in segment.passages if passage.part is Part.CONTENT]


def _numbers_before(passages: Sequence[Passage], place: int) -> tuple[int, ...]:
    return tuple(passage.number for passage in passages[:place])


def _numbers(segment: Segment, part: Part) -> tuple[int, ...]:
    return tuple(
        dict.fromkeys(passage.number for passage in segment.passages if passage.part is part)
    )


def _find_ended(segment: Segment) -> tuple[int, ...]:
    return tuple(
        sorted(
            {
                passage.number
                for passage in segment.passages
                if passage.part in (Part.SOURCE, Part.CUE) and passage.span.end == segment.span.end
            }
        )
    )
