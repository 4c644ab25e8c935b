"""What is said at the debate that a story tells of, where no sentence says on what occasion."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Attribution, Basis, EntityKind, Span
from onrecord.resolution.chains.passes.debates import Debate, find_debate
from onrecord.resolution.chains.passes.retold import ChainRetold

_DEBATERS = re.compile(
    r"(?:they|both|(?:the|both|two|all|other|his|her|their|several|rival|\w+ican|\w+tic) ?"
    r"(?:[\w-]+ )*(?:candidates?|rivals?|contenders?|hopefuls?|moderators?|opponents?|two|field))",
    re.IGNORECASE,
)
_JOB = (
    r"(?:spokes\w+|strategist|manager|adviser|advisor|director|aide|professor|analyst|pollster|"
    r"consultant|chairman|chairwoman|surrogate)"
)
_JOB_BEFORE = re.compile(rf"\b{_JOB},? $")
_JOB_AFTER = re.compile(rf", [^,.;]{{0,50}}?\b{_JOB}\b")
_REACH = 20
"""Characters before a name in which its job stands."""


class ChainDebates(ChainRetold):
    """The last resort of a basis: the debate that everybody is at."""

    def trace_debate(self, order: Sequence[int]) -> None:
        """Give what is said in a debate, on no occasion that is named, the debate."""
        debate = find_debate(self.layout)
        if debate is None:
            return
        there = self._list_debaters(debate)
        for number in order:
            one = self.traced[number]
            paragraph = self.layout.paragraph_at(one.cue[0].start)
            if paragraph in debate.paragraphs and self._is_said_there(one, there):
                self.traced[number] = replace(one, basis=Basis.SPEECH)

    def _list_debaters(self, debate: Debate) -> frozenset[str]:
        """Who is named where the debate is, but for those who work for somebody."""
        return frozenset(
            one.person
            for one in self.people.named
            if self.layout.paragraph_at(one.span.start) in debate.named
            and not self._has_job(one.span)
        )

    def _has_job(self, name: Span) -> bool:
        """Whether a job stands beside a name: "strategist Ida Bell"."""
        before = self.text[max(0, name.start - _REACH) : name.start]
        return (
            _JOB_BEFORE.search(before) is not None
            or _JOB_AFTER.match(self.text, name.end) is not None
        )

    def _is_said_there(self, one: Attribution, there: frozenset[str]) -> bool:
        if one.parent_id is not None or not self.is_said_plainly(one):
            return False
        source = one.source or ()
        if self.kind_of(one.entity_id) is EntityKind.PERSON and one.entity_id in there:
            return True
        return _DEBATERS.fullmatch(self.text, source[0].start, source[-1].end) is not None
