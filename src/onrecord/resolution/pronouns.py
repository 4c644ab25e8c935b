"""Whom a pronoun means: the one for whom most speaks of those mentioned before it.

The weights are learned from labelled pronouns (`training.pronouns`).
"""

from collections.abc import Sequence

from onrecord.records import EntityKind
from onrecord.resolution.antecedents import Pronoun, agrees, list_candidates
from onrecord.resolution.discourse import Discourse, Referent
from onrecord.resolution.lexicon import Gender
from onrecord.resolution.pronoun_features import Feature, describe_candidates
from onrecord.resolution.pronoun_weights import WEIGHTS

_CLEAR = 1.0


def find_antecedent(pronoun: Pronoun, discourse: Discourse) -> Referent | None:
    """The referent that the pronoun most likely means; None where nothing fits."""
    candidates = list_candidates(pronoun, discourse)
    if not candidates:
        return _most_mentioned(pronoun, discourse)
    scores = [_weigh(each) for each in describe_candidates(pronoun, candidates, discourse)]
    best = max(range(len(scores)), key=scores.__getitem__)
    # In somebody's words people are seldom named: what they tell of the others is a guess.
    if pronoun.quoted_by is None:
        others = scores[:best] + scores[best + 1 :]
        if not others or scores[best] - max(others) > _CLEAR:
            _remember_gender(pronoun, candidates[best].referent)
    return candidates[best].referent


def _weigh(features: Sequence[Feature]) -> float:
    return sum(WEIGHTS.get(name, 0.0) * value for name, value in features)


def _most_mentioned(pronoun: Pronoun, discourse: Discourse) -> Referent | None:
    """Nothing near fits: the one spoken of most, before or (a headline, a lead) after."""
    candidates = [
        referent
        for referent in discourse.referents
        if agrees(pronoun, referent)
        and referent is not pronoun.quoted_by
        and referent.group is not None
    ]
    if not candidates:
        return None
    return max(
        candidates,
        key=lambda referent: (
            referent.gender is pronoun.gender,
            len(referent.group.members) if referent.group is not None else 0,
        ),
    )


def _remember_gender(pronoun: Pronoun, referent: Referent) -> None:
    """A clear antecedent is a person; its pronoun's gender makes the same one likely again."""
    if pronoun.gender is not Gender.UNKNOWN and referent.gender is Gender.UNKNOWN:
        referent.called += 1 if pronoun.gender is Gender.FEMALE else -1
        referent.kind = referent.kind or EntityKind.PERSON
