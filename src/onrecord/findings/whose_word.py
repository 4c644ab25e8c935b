"""On whose word a stand is that another tells."""

from collections.abc import Mapping, Sequence

from onrecord.findings.stance_sites import StanceSite
from onrecord.findings.who_may_stand import may_tell
from onrecord.records import Act, Attribution, Entity
from onrecord.resolution.layout import Layout


def find_teller(
    layout: Layout,
    site: StanceSite,
    around: Sequence[Attribution],
    entities: Mapping[str, Entity],
) -> str | None:
    """Who tells of a stand; None where the party or the author does.

    Args:
        layout: the text's words.
        site: the stand.
        around: the attributions in whose content it stands, innermost first.
        entities: by id.
    """
    for attribution in around:
        teller = _teller_of(layout, attribution, entities)
        if teller is None and _is_reproach(layout, attribution, site):
            teller = attribution.entity_id
        if teller is not None:
            return teller
    return None


# Whose content is told in his words: what somebody rejects or asks for, the author describes.
_TELLING = frozenset(Act) - {
    Act.SUPPORTS, Act.OPPOSES, Act.DEMANDS, Act.WANTS, Act.PROPOSES, Act.DECIDES, Act.DECLINES
}  # fmt: skip


def _teller_of(
    layout: Layout, attribution: Attribution, entities: Mapping[str, Entity]
) -> str | None:
    """On whose word a content stands; nobody's where "it goes without saying"."""
    source = attribution.source
    impersonal = source is not None and layout.text[source[0].start : source[0].end] in _IT
    if attribution.act not in _TELLING or (impersonal and attribution.negated):
        return None
    speaker = attribution.entity_id
    return speaker if speaker is not None and may_tell(entities[speaker]) else None


def _is_reproach(layout: Layout, attribution: Attribution, site: StanceSite) -> bool:
    """Whether a stand is what somebody is blamed for: "attacked Ames for her support"."""
    if attribution.act not in {Act.OPPOSES, Act.SUPPORTS} or attribution.entity_id is None:
        return False
    return layout.text.endswith(("for ", "over "), 0, site.party.words[0].start)


_IT = frozenset({"It", "it"})
