"""Words that name no occasion, from the interview that the story is taken from.

The first paragraphs have it from a later one; so has what is near the only interview of its
speaker, before it or after.
"""

from collections.abc import Mapping

from onrecord.records import Attribution, Basis, EntityKind, Form
from onrecord.resolution.chains.clauses import read_clause
from onrecord.resolution.chains.context import ChainContext
from onrecord.resolution.chains.hops import draw_from
from onrecord.resolution.chains.named_occasions import find_occasion
from onrecord.resolution.chains.other_times import names_another
from onrecord.resolution.chains.room_bases import SPOKEN_BASES
from onrecord.resolution.chains.sayings import is_aside, is_habit, is_stand, may_go_on
from onrecord.resolution.chains.scenes import Scene, Scenes
from onrecord.resolution.chains.sentence_rooms import find_rooms

_LEAD = 5
"""Paragraphs, its own included, within which a story says where its lead comes from."""
_SOON = 2
"""Paragraphs before a letter or a speech from which a lead may have it."""
_NEAR = 9
"""Paragraphs to which the only interview of a speaker reaches, before it and after."""

_FAR = 12
"""Paragraphs before the page's own interview in which it is what the story is taken from."""


def trace_leads(
    context: ChainContext, scenes: Scenes, traced: Mapping[int, Attribution]
) -> dict[int, Attribution]:
    """Give words that name no occasion the interview that the story is taken from."""
    changed = {}
    for number, one in traced.items():
        scene = _find_scene(context, scenes, one)
        if (
            scene is not None
            and not find_rooms(context, number)
            and find_occasion(context, one) in (None, scene.basis)
        ):
            changed[number] = draw_from(context, one, scene)
    return changed


def _find_scene(context: ChainContext, scenes: Scenes, one: Attribution) -> Scene | None:
    """The first interview of a speaker with a name, if his words here are likely from it."""
    speaker = one.entity_id
    if speaker is None or context.kind_of(speaker) is not EntityKind.PERSON:
        return None
    scene = scenes.first_of(speaker)
    if scene is None or scene.apart or one.parent_id is not None:
        return None
    if is_stand(context, one) and not _is_beside(context, one, scene):
        return None
    if names_another(read_clause(context, one)):
        return None
    only = scenes.has_only(speaker)
    return scene if _draws_on(context, one, scene, only=only) else None


def _is_beside(context: ChainContext, one: Attribution, scene: Scene) -> bool:
    """Whether the occasion is named in the attribution's own paragraph."""
    return context.paragraph_of(one) == scene.paragraph and not is_aside(context, one)


def _draws_on(context: ChainContext, one: Attribution, scene: Scene, *, only: bool) -> bool:
    """Whether what its speaker says here is likely from an interview named elsewhere.

    Args:
        context: the article's.
        one: what is said on no occasion.
        scene: the interview.
        only: whether the speaker has no other.
    """
    ahead = scene.paragraph - context.paragraph_of(one)
    near = only and abs(ahead) <= _NEAR
    if scene.basis not in SPOKEN_BASES and ahead > _SOON:
        return False
    if one.form is Form.INDIRECT and is_habit(context, one):
        return False
    if ahead <= 0:
        return near and one.basis is Basis.UNSTATED and may_go_on(context, one)
    return near or scene.paragraph <= _LEAD or (scene.is_own and ahead <= _FAR)
