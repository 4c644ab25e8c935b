"""Several people without names, who gave the interviews that the text tells of right after."""

import re
from collections.abc import Mapping

from onrecord.records import Attribution, Basis, EntityKind
from onrecord.resolution.chains.context import ChainContext
from onrecord.resolution.chains.group_scenes import GroupScenes
from onrecord.resolution.chains.hops import draw_from
from onrecord.resolution.chains.sayings import is_stand

_PLURAL = re.compile(r"[Tt]hey|[\w-]+(?: [\w-]+){0,2}s")


def trace_groups(
    context: ChainContext, groups: GroupScenes, traced: Mapping[int, Attribution]
) -> dict[int, Attribution]:
    """Give what a group says on no occasion the interviews that the text tells of after it."""
    changed = {}
    for number, one in traced.items():
        if _is_of_group(context, one) and not is_stand(context, one):
            scene = groups.find_told_after(context.paragraph_of(one))
            if scene is not None and scene.rooms:
                changed[number] = draw_from(context, one, scene)
    return changed


def _is_of_group(context: ChainContext, one: Attribution) -> bool:
    """Whether several without names say something on no occasion: "show insiders said"."""
    return (
        one.source is not None
        and one.parent_id is None
        and len(one.chain) == 1
        and one.basis in (Basis.UNSTATED, Basis.UNNAMED_SOURCE)
        and context.kind_of(one.entity_id) is EntityKind.UNNAMED
        and _PLURAL.fullmatch(context.text, one.source[0].start, one.source[-1].end) is not None
    )
