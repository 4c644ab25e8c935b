"""What kind of source decides the act: documents show, courts and parliaments decide."""

import re

DOCUMENTS = frozenset(
    """poll survey report study data figure statistic statistics document record filing email
    e-mail analysis analyses research evidence census results numbers footage video tape transcript
    letter memo memorandum audit review ledger minutes log accounts papers file count tally map
    chart test indictment affidavit inquiry polling average submission book constitution bylaw
    regulation rule statute treaty contract lawsuit complaint finding assessment return
    projection index dossier subpoena warrant
    estimate database photo photograph image biography memoir""".split()
)
COURTS = frozenset(
    """court courts judge judges jury tribunal magistrate arbitrator referee panel justices
    regulator ombudsman""".split()
)
# After the head noun of a source may stand what tells more of it: "a poll released on Monday".
_QUALIFIER = re.compile(
    r"of|by|from|for|in|at|on|with|who|about|which|that|like|into|to|as|its|his|her|their|made|"
    r"sent|written|seen|last|this|earlier|[a-z]{3,}(?:ed|ing)|[a-z]+day|'s|\d+"
)


def is_document(source: tuple[str, ...]) -> bool:
    """Whether what speaks is a document, a poll or a recording: "a study", not "a study's author".

    Args:
        source: the words of the source in lower case.
    """
    for position, word in enumerate(source):
        following = source[position + 1 : position + 2]
        if _is_document_noun(word) and (not following or _ends_head(following[0])):
            return True
        if position and _PREPOSITION.fullmatch(word):
            return False
    return False


def is_court(source: tuple[str, ...]) -> bool:
    """Whether what speaks is a court or a judge."""
    for position, word in enumerate(source):
        if position and _PREPOSITION.fullmatch(word):
            return False
        if word in COURTS:
            return True
    return False


_PREPOSITION = re.compile(r"of|by|from|for|in|at|on|with|who|about")


def _is_document_noun(word: str) -> bool:
    if word in DOCUMENTS or word.removesuffix("s") in DOCUMENTS:
        return True
    return word.endswith("ies") and word[:-3] + "y" in DOCUMENTS


def _ends_head(word: str) -> bool:
    return word != "'s" and bool(_QUALIFIER.fullmatch(word))
