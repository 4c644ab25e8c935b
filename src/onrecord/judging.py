"""What a person decides, made into judgements and recorded in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.errors import LedgerError, SettingsError
from onrecord.operations import utc_now
from onrecord.records import Entity, Judgement, Reading, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.ledger.ledger import Ledger
    from onrecord.operations import Clock


def judge(
    ledger: Ledger,
    verdict: Verdict,
    pair: tuple[str, str],
    *,
    who: str,
    why: str = "",
    now: Clock = utc_now,
) -> Judgement:
    """Record what a person decided about two reports.

    Raises:
        SettingsError: they are the same report, or nobody's name is given.
        LedgerError: one of them is not in the ledger.
    """
    from onrecord.ledger.gathering import record_judgement

    first, second = sorted(pair)
    if first == second:
        raise SettingsError(f"{first} is one report: a judgement is about two")
    if not who.strip():
        raise SettingsError("a judgement needs the name of who makes it: give --by NAME")
    judgement = Judgement(verdict, first, second, who.strip(), why.strip(), now())
    record_judgement(ledger, judgement)
    return judgement


def split_claim(
    ledger: Ledger, report_id: str, *, who: str, why: str = "", now: Clock = utc_now
) -> tuple[Judgement, ...]:
    """Record that a report is of another claim than all that it was gathered with.

    Raises:
        SettingsError: nothing else is in its claim, or nobody's name is given.
        LedgerError: it is not in the ledger, or reports no claim.
    """
    from onrecord.ledger.claim_queries import list_fellows
    from onrecord.ledger.gathering import record_judgements

    if not who.strip():
        raise SettingsError("a judgement needs the name of who makes it: give --by NAME")
    fellows = list_fellows(ledger, report_id)
    if not fellows:
        raise SettingsError(
            f"{report_id} is alone in its claim: there is nothing to take it out of"
        )
    at = now()
    pairs = [sorted((report_id, other)) for other in fellows]
    made = tuple(
        Judgement(Verdict.DIFFERENT, first, second, who.strip(), why.strip(), at)
        for first, second in pairs
    )
    record_judgements(ledger, made)
    return made


def name_source(
    ledger: Ledger, attribution_id: str, name: str, *, who: str, why: str = "", now: Clock = utc_now
) -> Judgement:
    """Record that an attribution's source is somebody whom its article names.

    Args:
        ledger: where.
        attribution_id: the attribution.
        name: the id of an entity of its article, or a name that the article uses.
        who: the name of who decides.
        why: the reason, in their words.
        now: the clock.

    Raises:
        SettingsError: nobody or several in the article are called so, or nobody decides.
        LedgerError: the attribution is not in the ledger.
    """
    from onrecord.ledger.loading import load_reading_of

    reading = load_reading_of(ledger, attribution_id)
    wanted = name.strip().casefold()
    named = [
        one
        for one in reading.entities
        if one.id == name or wanted in {one.name.casefold(), *_names_in(reading, one)}
    ]
    if len(named) != 1:
        known = ", ".join(sorted({one.name for one in reading.entities}))
        problem = "nobody" if not named else "more than one"
        raise SettingsError(f"the article calls {problem} {name!r}; it names {known}")
    return judge(ledger, Verdict.SOURCE, (attribution_id, named[0].id), who=who, why=why, now=now)


def _names_in(reading: Reading, entity: Entity) -> set[str]:
    text = reading.article.text
    return {text[span.start : span.end].casefold() for span in entity.mentions}


def withdraw_judgement(
    ledger: Ledger, pair: tuple[str, str], *, who: str, why: str = "", now: Clock = utc_now
) -> Judgement:
    """Take back the last judgement in force about two reports; the record keeps both.

    Raises:
        LedgerError: there is none in force.
    """
    from onrecord.ledger.judgements import list_in_force, load_judgements

    first, second = sorted(pair)
    found = [
        one
        for one in list_in_force(load_judgements(ledger))
        if (one.first_id, one.second_id) == (first, second)
    ]
    if not found:
        raise LedgerError(f"no judgement about {first} and {second} is in force: nothing to undo")
    last = max(found, key=lambda one: one.made_at)
    return withdraw_all(ledger, [last], who=who, why=why, now=now)[0]


def withdraw_last_about(
    ledger: Ledger, report_id: str, *, who: str, why: str = "", now: Clock = utc_now
) -> tuple[Judgement, ...]:
    """Take back what was decided last about a report: one judgement, or all those of a split.

    Raises:
        LedgerError: none that names it is in force.
    """
    from onrecord.ledger.judgements import list_in_force, load_judgements

    about = [
        one
        for one in list_in_force(load_judgements(ledger))
        if report_id in {one.first_id, one.second_id}
    ]
    if not about:
        raise LedgerError(f"no judgement about {report_id} is in force: nothing to undo")
    last = max(about, key=lambda one: one.made_at)
    together = [one for one in about if (one.made_at, one.who) == (last.made_at, last.who)]
    return withdraw_all(ledger, together, who=who, why=why, now=now)


def withdraw_all(
    ledger: Ledger, made: Sequence[Judgement], *, who: str, why: str = "", now: Clock = utc_now
) -> tuple[Judgement, ...]:
    """Take back judgements that were made together: all of them or none."""
    from onrecord.ledger.gathering import record_judgements

    at = now()
    withdrawals = tuple(
        Judgement(
            Verdict.WITHDRAWN, one.first_id, one.second_id, who.strip() or one.who, why.strip(),
            at, one.id,
        )
        for one in made
    )  # fmt: skip
    record_judgements(ledger, withdrawals)
    return withdrawals
