"""A claim's title: the words of one of its reports, with names in brackets for its pronouns."""

from onrecord.attributions.word_classes import AUXILIARIES
from onrecord.records import Act, Attribution, Entity, EntityKind, Reading, Span

_PRONOUNS = frozenset(
    """he she they it him her them his their its i me my we us our you your himself herself
    themselves itself""".split()
)
_POSSESSIVE = frozenset("his her their its my our your".split())
_PLURAL = frozenset("we us our ours ourselves they them their themselves".split())
_OPENINGS = ("that ", "whether ", "if ")
_NO_MARKS = str.maketrans("", "", '“”"')
_BEST_LENGTH = 14
_LONGEST = 28
_STATING = frozenset({Act.SAYS, Act.CLAIMS, Act.CONFIRMS, Act.DENIES, Act.SHOWS, Act.KNOWS})


def rank_title(reading: Reading, attribution: Attribution, title: str) -> float:
    """How plainly a report states its claim, less is plainer.

    Plain is a clause of a dozen words in the reporter's own words, with few pronouns.

    Args:
        reading: the reading that it stands in.
        attribution: the report.
        title: its words as `write_title` gives them.
    """
    words = title.split()
    quoted = reading.article.text[attribution.content[0].start] in "“\"‘'"
    brackets = sum(word.startswith("[") for word in words)
    stating = 0 if attribution.act in _STATING else 4
    # "The call for a ban" names a claim, and does not state it.
    named = 0 if any(word.lower() in AUXILIARIES for word in words[1:]) else 6
    return abs(len(words) - _BEST_LENGTH) + 2 * brackets + 3 * quoted + stating + named


def write_title(reading: Reading, attribution: Attribution) -> str:
    """A content as a title: names in brackets for pronouns, cut at a word where it is long."""
    text = reading.article.text
    names = {
        (span.start, span.end): entity.name
        for entity in reading.entities
        for span in entity.mentions
        if not _is_of_several(text[span.start : span.end], entity)
    }
    said = " … ".join(_write(text, piece, names) for piece in attribution.content)
    said = " ".join(said.split()).strip(' ,;.“”"‘’')
    if said.count("“") != said.count("”") or said.count('"') % 2:
        said = said.translate(_NO_MARKS)
    for opening in _OPENINGS:
        said = said.removeprefix(opening)
    words = said.split()
    if len(words) > _LONGEST:
        said = " ".join(words[:_LONGEST]) + " …"
    return said[:1].upper() + said[1:]


def _is_of_several(word: str, entity: Entity) -> bool:
    """Whether a pronoun means more than the one person whose it is held for."""
    return entity.kind is EntityKind.PERSON and word.lower() in _PLURAL


def _write(text: str, piece: Span, names: dict[tuple[int, int], str]) -> str:
    written, position = [], piece.start
    for (start, end), name in sorted(names.items()):
        if not position <= start < end <= piece.end:
            continue
        word = text[start:end].lower()
        if word not in _PRONOUNS:
            # Once somebody is named, whom a pronoun means can be seen, or is not ours to say.
            break
        if not name[:1].isupper():
            continue
        written.append(text[position:start])
        written.append(f"[{name}’s]" if word in _POSSESSIVE else f"[{name}]")
        position = end
    written.append(text[position : piece.end])
    return "".join(written)
