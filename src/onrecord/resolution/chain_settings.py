"""What is said in the setting of a story, where no sentence says on what occasion."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Act, Attribution, Basis, EntityKind, Form, Hop, How
from onrecord.resolution.chain_bases import ChainBases
from onrecord.resolution.chain_occasions import GROUNDS
from onrecord.resolution.chain_words import RELATIVES
from onrecord.resolution.scenes import is_perfect, names_another
from onrecord.resolution.settings import Setting, find_debate

_DEBATERS = re.compile(
    r"(?:they|both|(?:the|both|two|all|other|his|her|their|several|rival|\w+ican|\w+tic) ?"
    r"(?:[\w-]+ )*(?:candidates?|rivals?|contenders?|hopefuls?|moderators?|opponents?|two|field))",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\b(?:spokes\w+|strategist|manager|adviser|advisor|director|aide|professor|analyst|pollster|"
    r"consultant|chairman|chairwoman|surrogate)\b"
)
_NEWSROOM = re.compile(
    r"\b(?:newspaper|paper|magazine|news (?:service|site|agency|outlet)|website|network|outlet|"
    r"report|article|story|editorial|broadcaster)$", re.IGNORECASE
)  # fmt: skip
_ON_PAPER = frozenset({Basis.DOCUMENT, Basis.COURT, Basis.STATEMENT})
_PRESENT = re.compile(r"(?:wants?|needs?|believes?|thinks?|has|have|had|hopes?|seems?|knows?)\b")


class ChainSettings(ChainBases):
    """The last resort of a basis: the debate that everybody is at."""

    def trace_setting(self, order: Sequence[int]) -> None:
        """Give what is said in a debate, on no occasion that is named, the debate."""
        setting = find_debate(self.layout)
        if setting is None:
            return
        there = self._list_debaters(setting)
        for number in order:
            one = self.traced[number]
            paragraph = self.layout.paragraph_at(one.cue[0].start)
            if paragraph in setting.paragraphs and self._is_said_there(one, there):
                self.traced[number] = replace(one, basis=setting.basis)

    def trace_newsroom(self, order: Sequence[int]) -> None:
        """Give what is said right after what one newsroom has, by whomever, that newsroom."""
        main = self._find_main(order)
        last = None
        for number in order:
            one = self.traced[number]
            paragraph = self.layout.paragraph_at(one.cue[0].start)
            if main is None:
                return
            if main in {hop.entity_id for hop in one.chain}:
                last = (one, paragraph)
            elif last is not None and paragraph - last[1] <= 1 and self._is_told_there(one):
                found = last[0]
                if one.form is Form.INDIRECT and found.basis is Basis.INTERVIEW and one.entity_id != found.entity_id and self.kind_of(one.entity_id) is not EntityKind.UNNAMED and one.entity_id not in self.employers:
                    continue
                rooms = []
                for hop in found.chain:
                    rooms.append(hop)
                    if hop.entity_id == main:
                        break
                self.traced[number] = replace(one, chain=(*rooms, *one.chain), basis=found.basis)
                last = (self.traced[number], paragraph)

    def trace_papers(self, order: Sequence[int]) -> None:
        """Give a document that a newsroom told of that newsroom, wherever it is quoted.

        "The Brenn Post has an e-mail of the mayor. The e-mail says …" came through the Post.
        """
        through: dict[str, tuple[Hop, ...]] = {}
        for number in order:
            one = self.traced[number]
            self._remember_papers(one, through)
            first = one.chain[0].entity_id if one.chain else ""
            if one.basis in _ON_PAPER and self.kind_of(first) is EntityKind.DOCUMENT:
                rooms = through.get(first, ())
                if rooms:
                    self.traced[number] = replace(one, chain=(*rooms, *one.chain))

    def _remember_papers(self, one: Attribution, through: dict[str, tuple[Hop, ...]]) -> None:
        """Keep the newsroom for every document that is named in its report."""
        if self.kind_of(one.entity_id) is not EntityKind.OUTLET or not one.chain:
            return
        for entity in self.entities.values():
            if entity.kind is EntityKind.DOCUMENT and entity.id not in through and any(
                piece.overlaps(mention) for piece in one.content for mention in entity.mentions
            ):
                through[entity.id] = one.chain

    def _find_main(self, order: Sequence[int]) -> str | None:
        counts: Counter[str] = Counter()
        early = set()
        for number in order:
            one = self.traced[number]
            for hop in one.chain:
                kind = self.kind_of(hop.entity_id)
                through = hop.how is How.CITES and len(one.chain) > 1 and kind is not EntityKind.DOCUMENT and one.basis not in (Basis.POLL, Basis.DOCUMENT, Basis.COURT)
                if (kind is EntityKind.OUTLET or through) and one.parent_id is None:
                    counts[hop.entity_id] += 1
                    if self.layout.paragraph_at(one.cue[0].start) <= 4:
                        early.add(hop.entity_id)
        if not counts:
            return None
        (first, most), *_ = counts.most_common(1)
        return first if first in early and most >= 0.7 * counts.total() else None

    def _is_told_there(self, one: Attribution) -> bool:
        source = one.source
        if source is None or one.basis is not Basis.UNSTATED or len(one.chain) != 1:
            return False
        if one.parent_id is not None or not self.may_go_on(one):
            return False
        words = self.text[source[0].start : source[-1].end]
        if words.lower() in RELATIVES or _NEWSROOM.search(self.text, source[0].start, source[-1].end):
            return False
        if self.kind_of(one.entity_id) in GROUNDS or self.kind_of(one.entity_id) is None:
            return False
        if one.form is Form.INDIRECT and one.act in (Act.BELIEVES, Act.WANTS, Act.KNOWS, Act.DECIDES):
            return False
        cue = self.text[one.cue[0].start : one.cue[-1].end]
        return not (is_perfect(cue) or _PRESENT.match(cue) or names_another(self.own_words(one)))

    def _list_debaters(self, setting: Setting) -> frozenset[str]:
        """Who is named where the debate is."""
        return frozenset(
            person
            for start, person in self.people
            if self.layout.paragraph_at(start) in setting.named
            and not _STAFF.search(self.text, max(0, start - 60), start + 80)
        )

    def _is_said_there(self, one: Attribution, there: frozenset[str]) -> bool:
        source = one.source
        if source is None or one.basis is not Basis.UNSTATED or len(one.chain) > 1:
            return False
        if one.parent_id is not None or not self.may_go_on(one):
            return False
        words = self.text[source[0].start : source[-1].end]
        named = self.kind_of(one.entity_id) is EntityKind.PERSON and one.entity_id in there
        if not named and _DEBATERS.fullmatch(words) is None:
            return False
        cue = self.text[one.cue[0].start : one.cue[-1].end]
        return not (
            is_perfect(cue) or _PRESENT.match(cue) or names_another(self.own_words(one))
        )
