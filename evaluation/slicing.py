"""By what the attributions of a benchmark are told apart: each property as one function."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.gold import Pieces, Record, read_gold
from evaluation.matching import FORMS, Judged
from onrecord.articles.sentences import split_sentences
from onrecord.attributions.cue_head import find_cue_head, lower_words
from onrecord.attributions.cues import load_lexicon
from onrecord.records import Span, Spans

_PRONOUNS = frozenset(
    """i you he she it we they me him her us them his hers its my mine our ours your yours their
    theirs who whom whose which that this these those one ones someone somebody anyone anybody
    everyone everybody nobody none himself herself itself themselves myself ourselves""".split()
)
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class KnownCues:
    """The cues of the texts that a reader was trained on.

    Attributes:
        strings: as they stand, in lower case.
        lemmas: of those that the lexicon knows, its entry.
    """

    strings: frozenset[str]
    lemmas: frozenset[str]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a property may look at besides the attribution.

    Attributes:
        text: the article's text.
        known: the cues of the training texts.
        starts: where its sentences begin.
        openers: where the first word of each sentence begins.
    """

    text: str
    known: KnownCues
    starts: tuple[int, ...] = field(init=False)
    openers: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        starts = tuple(span.start for span in split_sentences(self.text))
        words = (_WORD.search(self.text, start) for start in starts)
        object.__setattr__(self, "starts", starts)
        object.__setattr__(self, "openers", frozenset(word.start() for word in words if word))

    def find_sentences(self, pieces: Iterable[Sequence[int]]) -> set[int]:
        """The numbers of the sentences that the pieces touch."""
        return {
            number
            for start, end in pieces
            for number in range(
                bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1)
            )
        }


def read_known_cues(split: Path) -> KnownCues:
    """The cues of all annotators of a split."""
    strings, lemmas = set(), set()
    for name, records in read_gold(split, everybody=True).items():
        text = (split / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        for record in records:
            if record["cue"]:
                strings.add(read_cue(text, record))
                lemmas.add(find_lemma(text, record))
    return KnownCues(frozenset(strings), frozenset(lemmas - {""}))


def read_cue(text: str, record: Record) -> str:
    """The words of the cue in lower case."""
    return " ".join(lower_words(text, _spans(record["cue"])))


def find_lemma(text: str, record: Record) -> str:
    """The lexicon's entry for the cue, "" where it has none."""
    content = _spans(record["content"])
    form = find_cue_head(text, _spans(record["cue"]), content, load_lexicon()).form
    return form.lemma if form else ""


def _spans(pieces: Pieces | None) -> Spans:
    return tuple(Span(start, end) for start, end in pieces or ())


def name_outlet(judged: Judged, setting: Setting) -> str:  # noqa: ARG001
    """The outlet, which PolNeAR names at the front of an article's name."""
    return judged.article.partition("_")[0]


def name_form(judged: Judged, setting: Setting) -> str:  # noqa: ARG001
    """How much is quoted, by the scorer's rule."""
    return judged.form


def tell_crossing(judged: Judged, setting: Setting) -> str:
    """Whether source, cue and content stand in one sentence."""
    pieces = [piece for role in judged.record.values() for piece in role or ()]
    alone = len(setting.find_sentences(pieces)) == 1
    return "one sentence" if alone else "several sentences"


def count_pieces(judged: Judged, setting: Setting) -> str:
    """Pieces of the content; those with no letter or digit between them count as one."""
    pieces = judged.record["content"] or []
    count = 1
    for (_, end), (start, _) in itertools.pairwise(pieces):
        count += any(character.isalnum() for character in setting.text[end:start])
    return _cap(count)


def count_sentences(judged: Judged, setting: Setting) -> str:
    """Sentences that the content touches."""
    return _cap(len(setting.find_sentences(judged.record["content"] or ())))


def _cap(count: int) -> str:
    return str(count) if count < 3 else "3 or more"


def name_source_kind(judged: Judged, setting: Setting) -> str:
    """Pronoun; named (some word stands in capitals as names do); other; none."""
    words = [
        match
        for start, end in judged.record["source"] or ()
        for match in _WORD.finditer(setting.text, start, end)
    ]
    if not words:
        return "none"
    if all(word[0].lower() in _PRONOUNS for word in words):
        return "pronoun"
    return "named" if any(_is_name(word, setting) for word in words) else "other"


def _is_name(word: re.Match[str], setting: Setting) -> bool:
    if not word[0][0].isupper() or word[0].lower() in _PRONOUNS:
        return False
    if word.start() not in setting.openers:
        return True
    # "Critics say": any word has a capital here. A name has one in the middle of a sentence too.
    alike = re.finditer(rf"\b{re.escape(word[0])}\b", setting.text, re.IGNORECASE)
    elsewhere = [match for match in alike if match.start() not in setting.openers]
    return bool(elsewhere) and all(match[0] == word[0] for match in elsewhere)


def tell_cue_seen(judged: Judged, setting: Setting) -> str:
    """Whether the reader's training texts held the cue, as it stands or by its lemma."""
    record, known = judged.record, setting.known
    if not record["cue"]:
        return "no cue"
    if read_cue(setting.text, record) in known.strings:
        return "seen"
    return "only its lemma seen" if find_lemma(setting.text, record) in known.lemmas else "unseen"


Property = Callable[[Judged, Setting], str]

PROPERTIES: Mapping[str, tuple[Property, tuple[str, ...]]] = {
    "outlet": (name_outlet, ()),
    "form": (name_form, FORMS),
    "source, cue and content in": (tell_crossing, ("one sentence", "several sentences")),
    "pieces of content": (count_pieces, ("1", "2", "3 or more")),
    "sentences of content": (count_sentences, ("1", "2", "3 or more")),
    "source": (name_source_kind, ("pronoun", "named", "other", "none")),
    "cue in training texts": (tell_cue_seen, ("seen", "only its lemma seen", "unseen", "no cue")),
}
"""Each property with the order of its values; () for the order of the alphabet."""
