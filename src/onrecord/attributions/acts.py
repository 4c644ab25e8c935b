"""What a cue says that the source did: one of the eighteen acts."""

from onrecord.attributions.cue_head import CueHead, find_cue_head, lower_words
from onrecord.attributions.cues import CueForm, load_lexicon
from onrecord.records import Act, Spans

_DOCUMENTS = frozenset(
    """poll polls survey surveys report reports study studies data figures statistics document
    documents record records filing filings email emails analysis research evidence census results
    result numbers footage video tape transcript transcripts letter memo audit review ledger
    minutes logs accounts papers file files count counts tally map chart charts test tests
    paper article indictment affidavit study's investigation inquiry polling average
    submission submissions""".split()
)
_COURTS = frozenset(
    """court courts judge judges jury tribunal magistrate arbitrator referee panel justices
    regulator ombudsman""".split()
)
_BODIES = _COURTS | frozenset(
    """parliament council senate house congress assembly legislature committee board cabinet
    commission government ministry agency lawmakers legislators mps delegates legislators
    chamber knesset bundestag duma voters""".split()
)
_CLAIM_NOUNS = frozenset(
    """claim claims allegation allegations accusation accusations report reports suggestion
    suggestions charge charges rumour rumours rumor rumors story stories assertion assertions
    notion speculation criticism criticisms complaint complaints account accounts theory theories
    statement statements findings finding concern concerns fears testimony reporting talk""".split()
)
_PROPOSAL_NOUNS = frozenset(
    """plan plans proposal proposals offer offers deal deals bill bills call calls request requests
    demand demands appeal appeals bid bids amendment amendments motion motions measure measures
    ceasefire truce talks compromise invitation idea ideas application petition budget reform
    reforms treaty agreement policy draft negotiations nomination""".split()
)
_TELLING = frozenset(
    """say comment answer discuss elaborate confirm reveal disclose name identify specify
    respond""".split()
)
_DISMISSALS = frozenset(
    (
        *("dismiss", "reject", "rebuff", "deride", "dispute", "discount", "rule out", "brush off"),
        *("brush aside", "wave away", "wave off", "laugh off", "shrug off", "bat away"),
        *("swat away", "scoff at", "push back against", "push back on"),
    )
)
_WH = frozenset("whether if who what when where why how which".split())
QUOTATION_MARKS = frozenset("\"“”„«»‘’'")


def classify_act(text: str, cue: Spans, content: Spans, source: Spans | None) -> Act:
    """Read the act off the cue, with a look at what follows it and at who the source is.

    The act is what the cue says, not what the content amounts to: "said he would pay" is `says`.
    A cue that the lexicon does not know, or a colon, is `says`.

    Args:
        text: the article's text.
        cue: the pieces of the cue.
        content: the pieces of the content.
        source: the pieces of the source, or None.
    """
    head = find_cue_head(text, cue, content, load_lexicon())
    if head.form is None:
        return Act.SAYS
    source_words = lower_words(text, source) if source else ()
    content_words = lower_words(text, content)
    # "He would, he said, | to the surprise of many, resign": nothing after the cue completes it.
    interrupts = content[0].start < cue[0].start
    return (
        _read_refusal(head, head.form)
        or _read_frame(head, head.form, content_words, interrupts=interrupts)
        or _read_dismissal(head.form, content_words)
        or _read_source(head.form, source_words)
        or _choose_sense(head.form, source_words, _content_kind(head, text, content))
    )


def refuses_to_tell(words: tuple[str, ...]) -> bool:
    """Whether a cue says that the source would not speak: "would not say", "won't comment"."""
    for position, word in enumerate(words):
        refuses = word in ("won't", "wouldn't") or (
            word in ("would", "will", "could") and words[position + 1 : position + 2] == ("not",)
        )
        if refuses and any(later in _TELLING for later in words[position + 1 : position + 5]):
            return True
    return False


def _read_refusal(head: CueHead, form: CueForm) -> Act | None:
    if refuses_to_tell(head.words[: head.cue_length]):
        return Act.DECLINES
    # "refused the offer" turns it down; "refused to say" keeps silent.
    if form.lemma in ("refuse", "decline") and set(head.following) & _PROPOSAL_NOUNS:
        return None if head.following[:1] == ("to",) else Act.OPPOSES
    return None


def _read_frame(
    head: CueHead, form: CueForm, content: tuple[str, ...], *, interrupts: bool
) -> Act | None:
    """What the first words after the cue make of it: "told … to", "asked whether"."""
    following = head.following
    first = following[0] if following else ""
    opens_infinitive = first == "to" or following[:2] == ("not", "to") or content[:1] == ("to",)
    match form.lemma:
        case "ask":
            wants_something = first == "for" or ("to" in content[:6] and not set(content[:6]) & _WH)
            return Act.DEMANDS if wants_something and "about" not in following[:2] else Act.ASKS
        case "tell" | "say" | "remind" | "advise":
            if following[:1] in (("no",), ("yes",)) and following[1:2] == ("to",):
                return Act.OPPOSES if first == "no" else Act.SUPPORTS
            wants = opens_infinitive and not interrupts and not _is_passive(head)
            return Act.DEMANDS if wants else None
        case "suggest" | "recommend":
            return Act.PROPOSES if _is_proposal(content) else None
        case "want" | "demand":
            return Act.ASKS if following[:2] == ("to", "know") else None
        case "agree":
            return Act.DECIDES if opens_infinitive else Act.SUPPORTS
        case "accept":
            return Act.CONFIRMS if first in ("that", "responsibility", "blame") else Act.SUPPORTS
        case "vote":
            return _read_vote(following)
        case "offer":
            return Act.PROPOSES
        case "threaten":
            return Act.WARNS
    return None


def _is_passive(head: CueHead) -> bool:
    before = head.words[: head.position]
    return bool(set(before) & {"is", "are", "was", "were", "been", "be"})


def _is_proposal(content: tuple[str, ...]) -> bool:
    """Whether a suggestion is of something to do: "pausing the works", "that they should wait"."""
    opening = content[1:] if content[:1] == ("that",) else content
    if opening[:1] and opening[0].endswith("ing") and len(opening[0]) > 5:
        return True
    early = set(content[:12])
    return bool(early & {"should", "ought"}) or ("be" in content[1:8] and not early & {
        "would", "will", "may", "might", "could", "can", "to", "must", "cannot", "shall",
    })  # fmt: skip


def _read_vote(following: tuple[str, ...]) -> Act:
    if "against" in following[:2]:
        return Act.OPPOSES
    return Act.SUPPORTS if set(following[:3]) & {"for", "favor", "favour"} else Act.DECIDES


def _read_dismissal(form: CueForm, content: tuple[str, ...]) -> Act | None:
    """A claim is denied, a proposal opposed: told apart by the first noun that is either."""
    if form.lemma not in _DISMISSALS:
        return None
    for position, word in enumerate(content):
        # "the idea that it was sold" can be true or not; "the idea of a sale" can be done.
        if word in _CLAIM_NOUNS or content[position + 1 : position + 2] == ("that",):
            return Act.DENIES
        if word in _PROPOSAL_NOUNS or (word.endswith("ing") and word == content[0]):
            return Act.OPPOSES
    return None


def _read_source(form: CueForm, source: tuple[str, ...]) -> Act | None:
    """Who the source is decides between a document that shows and a person who says."""
    head_nouns = _head_words(source)
    if head_nouns & _DOCUMENTS and form.lemma in _DOCUMENT_VERBS:
        return Act.SHOWS
    if head_nouns & _COURTS and form.lemma in _COURT_VERBS:
        return Act.DECIDES
    if form.lemma in ("approve", "reject") and head_nouns & _BODIES:
        return Act.DECIDES if form.lemma == "approve" else Act.OPPOSES
    if form.lemma == "approve":
        return Act.SUPPORTS
    return None


_DOCUMENT_VERBS = frozenset(
    (
        *("suggest", "imply", "estimate", "conclude", "reveal", "show", "find", "indicate"),
        *("reflect", "record", "contain", "include", "detail", "disclose", "list", "document"),
        *("demonstrate", "according to", "as per", "per", "based on"),
    )
)
_COURT_VERBS = frozenset("find hold rule order determine declare reject overturn conclude".split())


def _head_words(source: tuple[str, ...]) -> frozenset[str]:
    """The words of a source up to its first preposition: "a study", not "the author of a study"."""
    for position, word in enumerate(source):
        if (
            word in ("of", "by", "from", "for", "in", "at", "on", "with", "who", "about")
            and position
        ):
            return frozenset(source[:position])
    return frozenset(source)


def _choose_sense(form: CueForm, source: tuple[str, ...], kind: str) -> Act:
    """The first sense that takes what follows; only documents show ("the report notes")."""
    senses = [sense for sense in form.senses if kind in sense.takes] or list(form.senses)
    spoken = [sense for sense in senses if sense.act is not Act.SHOWS]
    if not spoken and source and not _head_words(source) & _DOCUMENTS:
        spoken = [sense for sense in form.senses if sense.act is Act.SAYS]
    return (spoken or senses)[0].act


def _content_kind(head: CueHead, text: str, content: Spans) -> str:
    first = head.following[0] if head.following else ""
    opening = text[content[0].start : content[0].start + 1]
    before = text[max(0, content[0].start - 1) : content[0].start]
    if opening in QUOTATION_MARKS or before in QUOTATION_MARKS:
        return "quote"
    if first == "to":
        return "to"
    if first == "that" or first in _WH or _is_clause(lower_words(text, content)):
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


_LONGEST_SUBJECT = 8
_FINITE = frozenset(
    """is are was were has had will would could should may might can cannot isn't aren't wasn't
    weren't hasn't hadn't won't wouldn't couldn't didn't doesn't don't""".split()
)
