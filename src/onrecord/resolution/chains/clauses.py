"""The words that stand beside a cue, and the occasion of saying that they name."""

import re
from collections.abc import Sequence

from onrecord.records import Act, Attribution, Basis, Form, Span
from onrecord.resolution.chains.basis_wordings import read_occasion
from onrecord.resolution.chains.other_times import is_perfect
from onrecord.resolution.chains.sentence_rooms import ChainNewsrooms
from onrecord.resolution.mentions import POSSESSIVES

NO_SAYING = frozenset({Act.SUPPORTS, Act.OPPOSES, Act.DECIDES, Act.WANTS})
"""Acts that somebody can have done without words."""
_RELATIVE = re.compile(r",? (?:who|which|whose)\b[^,.;]*")
_INSIDE = re.compile(
    r"\bduring ((?:an?|the|his|her) (?:[\w-]+ ){0,3}?(?:interview|speech|rally|debate|appearance|"
    r"news conference|press conference|town hall))\b"
)
RELATIVES = frozenset({"who", "which", "that", "whose"})
_SAID = re.compile(
    r"\b(?:comment|remark|statement|word|answer|response|reply|repl|assertion|quote|description|"
    r"account|testimony)", re.IGNORECASE,
)  # fmt: skip
_SAT_FOR = re.compile(
    r"(?:\w+ ){0,2}?(?:agreed to|granted|gave|sat(?: down)? for|consented to|accepted) "
    r"(?:an?|the|several|two|three) (?:[\w-]+ ){0,4}?interviews?\b(?! request)"
)
# Stands that somebody takes by speaking: "blasted the plan".
_VOICED = re.compile(
    r"\b(?:prais|critici|denounc|condemn|blast|slam|attack|ripp|mock|defend|dismiss|lash|accus|"
    r"scold|rebuk|hail|tout|applaud|laud|lambast|hit|fire|fired|took aim|chid|bash|hammer|jab|"
    r"decri|ridicul|taunt|insult|assail|chastis|call|went after|knock|swip|complain|vow|promis)",
    re.IGNORECASE,
)
# What somebody does at no one time: "continues to insist", "is now casting".
_HABIT = re.compile(r"(?:continues? to|is|are|refuses|remains?|keeps?|tries|would|will)\b")
_ASKED = re.compile(r"\b(?:asked|pressed|questioned|challenged)\b", re.IGNORECASE)
_END = 160
_ENDS_WITH = re.compile(
    r"(?:^|[”,\s])\s*(during (?:an?|the|his|her|their) [^”.]*)[.]?$|”\s*((?:in an? (?:[\w-]+ )?"
    r"(?:interview|statement|speech|tweet)\b|at an? (?:[\w-]+ ){0,2}(?:rally|news conference|"
    r"press conference|town hall|event)\b)[^”.]*)[.]?$"
)
QUOTED = re.compile(r"[\"“][^\"”\n]*[\"”]")


class ChainWords(ChainNewsrooms):
    """The clauses of an article's attributions, without what is said in them."""

    def words_around(self, attribution: Attribution) -> str:
        """The sentence of the cue without what is attributed or quoted in it."""
        number = self.layout.sentence_at(attribution.cue[0].start)
        return self._leave_out(attribution, self._list_said(attribution, number))

    def occasion_of(self, attribution: Attribution) -> Basis | None:
        """The occasion that the words beside the cue name; those of other speakers do not count.

        "Bell said at a rally that it rained, and Marsh tweeted that it snowed" has two.
        """
        if _SAT_FOR.match(self.text, attribution.cue[0].start):
            return Basis.INTERVIEW
        number = self.layout.sentence_at(attribution.cue[0].start)
        said = self._list_said(attribution, number)
        if self.is_aside(attribution):
            end = self.text.find(",", attribution.cue[-1].end)
            sentence = self.layout.sentence_span(number)
            last = min(end, sentence.end) if end > 0 else sentence.end
            clause = Span(attribution.cue[0].start, max(last, attribution.cue[-1].end))
            return read_occasion(self._leave_out(attribution, said, within=clause))
        clauses = self._list_clauses(number)
        own = [clause for clause in clauses if clause.start == _start_of(attribution)]
        others = [clause for clause in clauses if clause not in own]
        if attribution.act in NO_SAYING and attribution.form is Form.INDIRECT and own:
            return read_occasion(self.own_words(attribution))
        if own and others:
            near = read_occasion(self._leave_out(attribution, said, within=own[0]))
            if near is not None:
                return near
            said += [clause for clause in others if self._speaks_other(clause, attribution)]
        return read_occasion(self._leave_out(attribution, said)) or self._read_end(attribution)

    def is_aside(self, attribution: Attribution) -> bool:
        """Whether a relative clause tells where somebody stands: "Bell, who backs the plan"."""
        source = attribution.source
        if source is None or attribution.act not in NO_SAYING:
            return False
        return self.text[source[0].start : source[-1].end].lower() in RELATIVES

    def is_question(self, attribution: Attribution) -> bool:
        """Whether the cue says that somebody was asked."""
        cue = attribution.cue
        return _ASKED.search(self.text, cue[0].start, cue[-1].end) is not None

    def may_go_on(self, attribution: Attribution) -> bool:
        """Whether it tells of words: "Bell's plans" and "who backs it" need no occasion."""
        if attribution.source is None or attribution.form is not Form.INDIRECT:
            return True
        return not self.is_habit(attribution) and not self.is_stand(attribution)

    def is_habit(self, attribution: Attribution) -> bool:
        """Whether somebody does it at no one time: "has said", "continues to insist"."""
        cue = attribution.cue
        words = self.text[cue[0].start : cue[-1].end]
        return is_perfect(words) or _HABIT.match(words) is not None

    def is_stand(self, attribution: Attribution) -> bool:
        """Whether somebody can have it without having said it: "Bell opposes", "her plans"."""
        cue = attribution.cue
        return self.is_noun(attribution) or (
            attribution.act in NO_SAYING
            and _VOICED.search(self.text, cue[0].start, cue[-1].end) is None
        )

    def is_noun(self, attribution: Attribution) -> bool:
        """Whether the cue is a noun that the source owns: "her plan", "Bell's proposal"."""
        source, cue = attribution.source, attribution.cue
        if source is None or source[-1].end > cue[0].start:
            return False
        words = self.text[source[0].start : source[-1].end].lower()
        owns = words in POSSESSIVES or words.endswith(("'s", "’s", "s'", "s’"))
        return owns and _SAID.search(self.text, cue[0].start, cue[-1].end) is None

    def own_words(self, attribution: Attribution) -> str:
        """The words of the cue's own clause, without what is said and without relative clauses."""
        number = self.layout.sentence_at(attribution.cue[0].start)
        said = self._list_said(attribution, number)
        clauses = self._list_clauses(number)
        own = [clause for clause in clauses if clause.start == _start_of(attribution)]
        if not own:
            return self._leave_out(attribution, said)
        start = self.layout.sentence_span(number).start
        first = own[0] is clauses[0] or own[0].start == clauses[0].start
        within = Span(start, own[0].end) if first and start < own[0].end else own[0]
        return _RELATIVE.sub(" ", self._leave_out(attribution, said, within=within))

    def _read_end(self, attribution: Attribution) -> Basis | None:
        """The occasion that ends a content: "that it “rained” during a speech on Friday"."""
        last = attribution.content[-1]
        if last.start < attribution.cue[0].start:
            return None
        rest = self.layout.sentence_span(self.layout.sentence_at(last.end))
        if self.text[last.end : last.end + 1] == " " and self.text[rest.start].islower():
            found = read_occasion(QUOTED.sub(" ", self.text[last.end : rest.end]))
            if found is not None:
                return found
        if attribution.form is Form.DIRECT:
            return None
        words = self.text[max(last.start, last.end - _END) : last.end]
        inside = _INSIDE.search(QUOTED.sub("”", words))
        if inside is not None and attribution.form is Form.MIXED:
            return read_occasion(inside[0])
        end = _ENDS_WITH.search(QUOTED.sub("”", words))
        return read_occasion(end[1] or end[2]) if end is not None else None

    def _list_clauses(self, sentence: int) -> list[Span]:
        """From each outermost attribution of a sentence to the next."""
        starts = sorted(
            {
                _start_of(self.attributions[number])
                for number in self.cues.get(sentence, ())
                if self.attributions[number].parent_id is None
            }
        )
        ends = [*starts[1:], self.layout.sentence_span(sentence).end][: len(starts)]
        return [Span(one, end) for one, end in zip(starts, ends, strict=True) if one < end]

    def _speaks_other(self, clause: Span, attribution: Attribution) -> bool:
        number = self.layout.sentence_at(clause.start)
        return all(
            self.attributions[other].entity_id not in (None, attribution.entity_id)
            for other in self.cues.get(number, ())
            if _start_of(self.attributions[other]) == clause.start
        )

    def _list_said(self, attribution: Attribution, sentence: int) -> list[Span]:
        said = [*attribution.content]
        for other in self.cues.get(sentence, ()):
            if self.attributions[other].parent_id is None:
                said.extend(self.attributions[other].content)
        return said

    def _leave_out(
        self, attribution: Attribution, said: Sequence[Span], *, within: Span | None = None
    ) -> str:
        """The words of the cue's sentence, or of a part of it, but for what is said in it."""
        number = self.layout.sentence_at(attribution.cue[0].start)
        span = within or self.layout.sentence_span(number)
        inside = [piece for piece in attribution.cue if span.start <= piece.start < span.end]
        start, kept = span.start, []
        for piece in (*sorted(said), Span(span.end, span.end + 1)):
            if piece.end <= start or piece.start > span.end:
                continue
            kept.append(self.text[start : max(start, piece.start)])
            start = max(start, piece.end)
        kept.extend(self.text[piece.start : piece.end] for piece in inside)
        return " ".join(QUOTED.sub(" ", " ".join(kept)).split())


def _start_of(attribution: Attribution) -> int:
    starts = [attribution.cue[0].start]
    if attribution.source is not None:
        starts.append(attribution.source[0].start)
    return min(starts)
