"""What a cue says that the source did: one of the eighteen acts."""

from onrecord.attributions.act_frames import Frame, read_frame
from onrecord.attributions.cue_head import CueHead, find_cue_head, first_words, lower_words
from onrecord.attributions.cues import CueForm, Inflection, load_lexicon
from onrecord.attributions.refusals import read_dismissal, read_refusal
from onrecord.attributions.source_kinds import is_court, is_document
from onrecord.attributions.word_classes import BE
from onrecord.records import Act, Spans

QUOTATION_MARKS = frozenset("\"“”„«»‘’'")
_WH = frozenset("whether if who what when where why how which".split())
_FINITE = frozenset(
    """is are was were has had will would could should may might can cannot isn't aren't wasn't
    weren't hasn't hadn't won't wouldn't couldn't didn't doesn't don't""".split()
)
_COURT_VERBS = frozenset("find hold rule order determine declare reject overturn conclude".split())
# Of a document these report what stands there: "the figures suggest", "the studies agree".
_DOCUMENT_ACTS = frozenset((Act.SAYS, Act.BELIEVES))
_DOCUMENT_VERBS = frozenset("agree concur offer".split())
# Words of a content's beginning that can tell one act from another.
_OPENING = 12
_LONGEST_SUBJECT = 8


def classify_act(text: str, cue: Spans, content: Spans, source: Spans | None) -> Act:
    """Read the act off the cue, with a look at what follows it and at who the source is.

    The act is what the cue says, not what the content amounts to: "said he would pay" is `says`.
    A cue that the lexicon does not know, or a colon, is `says`. What is said by a document, a poll
    or a recording `shows`.

    Args:
        text: the article's text.
        cue: the pieces of the cue.
        content: the pieces of the content.
        source: the pieces of the source, or None.
    """
    head = find_cue_head(text, cue, content, load_lexicon())
    form = head.form
    source_words = lower_words(text, source) if source else ()
    if form is None:
        return Act.SHOWS if is_document(source_words) else Act.SAYS
    opening = first_words(text, content, _OPENING)
    kind = _content_kind(head, text, content, opening)
    # "He would, he said, | to the surprise of many, resign": nothing after the cue completes it.
    frame = Frame(head, opening, kind, interrupts=content[0].start < cue[0].start)
    act = (
        read_refusal(head, form)
        or read_frame(frame)
        or read_dismissal(form, text, content)
        or _read_ruling(form, source_words)
        or _read_sight(head, form, text, content)
        or _choose_sense(form, kind, has_source=source is not None)
    )
    reports = act in _DOCUMENT_ACTS or form.lemma in _DOCUMENT_VERBS
    return Act.SHOWS if reports and is_document(source_words) else act


def _read_ruling(form: CueForm, source: tuple[str, ...]) -> Act | None:
    """A court that finds has ruled; anybody else has learnt or shown."""
    return Act.DECIDES if form.lemma in _COURT_VERBS and is_court(source) else None


def _read_sight(head: CueHead, form: CueForm, text: str, content: Spans) -> Act | None:
    """Who saw a person come knows it; who sees a threat, or a person as one, believes it."""
    if form.lemma != "see" or form.inflections & {Inflection.BASE, Inflection.PRESENT}:
        return None
    passive = set(head.words[: head.position]) & BE
    judges = passive or "as" in head.following or "as" in lower_words(text, content)
    return None if judges else Act.KNOWS


def _choose_sense(form: CueForm, kind: str, *, has_source: bool) -> Act:
    """The first sense that takes what follows; only documents show ("the report notes")."""
    senses = [sense for sense in form.senses if kind in sense.takes] or list(form.senses)
    spoken = [sense for sense in senses if sense.act is not Act.SHOWS]
    if not spoken and has_source:
        spoken = [sense for sense in form.senses if sense.act is Act.SAYS]
    return (spoken or senses)[0].act


def _content_kind(head: CueHead, text: str, content: Spans, words: tuple[str, ...]) -> str:
    first = head.following[0] if head.following else ""
    opening = text[content[0].start : content[0].start + 1]
    before = text[max(0, content[0].start - 1) : content[0].start]
    if opening in QUOTATION_MARKS or before in QUOTATION_MARKS:
        return "quote"
    if first == "to":
        return "to"
    if first == "that" or first in _WH or _is_clause(words):
        return "clause"
    return "object"


def _is_clause(content: tuple[str, ...]) -> bool:
    """Whether a verb comes before anything that could make it a relative clause's."""
    for word in content[1:_LONGEST_SUBJECT]:
        if word in _FINITE:
            return True
        if word in _WH or word in ("that", "whom", "whose"):
            return False
    return False
