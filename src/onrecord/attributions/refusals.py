"""Refusing, dismissing and questioning: the act goes by what is refused."""

from onrecord.attributions.cue_head import CueHead, lower_words
from onrecord.attributions.cues import CueForm
from onrecord.records import Act, Spans

_CLAIM_NOUNS = frozenset(
    """claim claims allegation allegations accusation accusations report reports suggestion
    suggestions charge charges rumour rumours rumor rumors story stories assertion assertions
    notion speculation criticism criticisms complaint complaints account accounts theory theories
    statement statements findings finding concern concerns fears testimony reporting talk attacks
    implication insinuation comparison comparisons argument arguments""".split()
)
_PROPOSAL_NOUNS = frozenset(
    """plan plans proposal proposals offer offers deal deals bill bills call calls request requests
    demand demands appeal appeals bid bids amendment amendments motion motions measure measures
    ceasefire truce talks compromise invitation idea ideas application petition budget reform
    reforms treaty agreement policy draft negotiations nomination""".split()
)
_DISMISSALS = frozenset(
    (
        *("dismiss", "reject", "rebuff", "deride", "dispute", "discount", "rule out", "brush off"),
        *("brush aside", "wave away", "wave off", "laugh off", "shrug off", "bat away"),
        *("take issue with", "swat away", "scoff at", "push back against", "push back on"),
    )
)
_REFUSALS = frozenset(("refuse", "decline", "refusal", "reluctance", "unwillingness"))
_TELLING = frozenset(
    """say comment answer discuss elaborate confirm reveal disclose name identify specify
    respond speak talk tell explain describe detail address acknowledge admit deny apologize
    apologise pledge promise commit threaten predict speculate divulge clarify state weigh engage
    give offer provide share be call rule criticize criticise condemn denounce disavow
    blame affirm testify""".split()
)
# "declined to take a position": it is not told where one stands.
_SIDES = frozenset("position positions side sides stance stand view".split())
_BACKING = frozenset(
    "endorse support back accept embrace join vote approve honor honour concur agree".split()
)
# What is asked of somebody who then keeps silent.
_INQUIRIES = frozenset("comment comments interview interviews question questions answer".split())
_QUESTIONS = frozenset("question questions query queries".split())
_ADVERBS_OF_REFUSAL = frozenset("even also ever".split())


def refuses_to_tell(words: tuple[str, ...]) -> bool:
    """Whether a cue says that the source would not speak: "would not say", "won't comment"."""
    for position, word in enumerate(words):
        refuses = word in ("won't", "wouldn't") or (
            word in ("would", "will") and words[position + 1 : position + 2] == ("not",)
        )
        if refuses and any(later in _WILL_NOT_TELL for later in words[position + 1 : position + 5]):
            return True
    return False


_WILL_NOT_TELL = frozenset(
    """say comment answer discuss elaborate confirm reveal disclose name identify specify
    respond""".split()
)


def read_refusal(head: CueHead, form: CueForm) -> Act | None:
    """Keeping silent is `declines`; turning a thing down is `opposes`; else one `decides` not to.

    "refused to say", "refused the offer", "refused to endorse her", "refused to leave". The last is
    negated (`refuses_to_act`): what is decided is not to.
    """
    if refuses_to_tell(head.words[: head.cue_length]):
        return Act.DECLINES
    if form.lemma not in _REFUSALS or not head.following:
        return None
    if head.following[0] != "to":
        return Act.OPPOSES if _INQUIRIES.isdisjoint(head.following) else Act.DECLINES
    refused = _first_verb(head.following[1:])
    takes_side = refused == "take" and not _SIDES.isdisjoint(head.following)
    if refused in _TELLING or takes_side:
        return Act.DECLINES
    if refused in _BACKING or form.lemma in ("reluctance", "unwillingness"):
        return Act.OPPOSES
    return Act.DECIDES


def refuses_to_act(head: CueHead) -> bool:
    """Whether a cue says that a thing will not be done: "refused to leave", not "to say"."""
    return head.form is not None and read_refusal(head, head.form) is Act.DECIDES


def _first_verb(words: tuple[str, ...]) -> str:
    verbs = (w for w in words if w not in _ADVERBS_OF_REFUSAL and not w.endswith("ly"))
    return next(verbs, "")


def read_dismissal(form: CueForm, text: str, content: Spans) -> Act | None:
    """A claim is denied, a proposal opposed, a question left without an answer.

    Told apart by the first noun that is one of them.

    Args:
        form: the cue's entry.
        text: the article's text.
        content: the pieces of the content.
    """
    if form.lemma not in _DISMISSALS:
        return None
    words = lower_words(text, content)
    for position, word in enumerate(words):
        if word in _QUESTIONS:
            return Act.DECLINES
        # "the idea that it was sold" can be true or not; "the idea of a sale" can be done.
        if word in _CLAIM_NOUNS or words[position + 1 : position + 2] == ("that",):
            return Act.DENIES
        if word in _PROPOSAL_NOUNS or (word.endswith("ing") and word == words[0]):
            return Act.OPPOSES
    return None


def is_proposal_noun(word: str) -> bool:
    """Whether a noun names something that can be done or agreed: "plan", "truce"."""
    return word in _PROPOSAL_NOUNS
