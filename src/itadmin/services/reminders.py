"""When one agreement is reminded of: the steps before its deciding day, passed and to come, and where they come from.

By the same rule as the work list, which asks it of all agreements at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from itadmin.domain.calculations.notice_turns import Situation, turn_of
from itadmin.domain.calculations.reminders import Lead
from itadmin.domain.registers.agreement_rules import term_state
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.systems import System
from itadmin.services.attention.leads import chosen_leads, is_critical_class, is_important, leads_in
from itadmin.services.reading import ListQuery, Reading

_IN_FORCE = ("gallande", "uppsagt")
_DECIDED = (Situation.RENEWS, Situation.RENEWED, Situation.GOES_ON, Situation.OPTION, Situation.ENDS)
"""Situations in which there is a day to decide by."""


class Source(StrEnum):
    """Where the steps are said."""

    OWN = "egna"
    KIND = "slaget"
    IMPORTANT = "viktigt"
    USUAL = "vanliga"


@dataclass(frozen=True, slots=True)
class Step:
    """One reminder: how long before the deciding day, and on which day it comes."""

    words: str
    day: date


@dataclass(frozen=True, slots=True)
class Steps:
    """The reminders of a deciding day, the first to come first.

    `situation` is what the day decides; `is_to_act` whether something must be done by it, or it just comes.
    """

    deciding: date
    situation: Situation
    is_to_act: bool
    source: Source
    steps: tuple[Step, ...]


def reminder_steps(reading: Reading, agreement: Agreement) -> Steps | None:
    """The reminders of an agreement on the day of the reading; None when it is not in force or no day decides."""
    if agreement.status not in _IN_FORCE:
        return None
    turn = turn_of(term_state(agreement, reading.day))
    if turn is None or turn.day is None or turn.situation not in _DECIDED:
        return None
    source, leads = _chosen(reading, agreement)
    found = {lead.day_before(turn.day): lead.words for lead in leads}
    steps = tuple(Step(found[day], day) for day in sorted(found))
    return Steps(turn.day, turn.situation, turn.is_to_act, source, steps)


def _chosen(reading: Reading, agreement: Agreement) -> tuple[Source, tuple[Lead, ...]]:
    """The lead times of an agreement, the nearest said first: its own, its kind's, the usual ones."""
    months = agreement.procurement_months
    for source, rows in ((Source.OWN, agreement.reminders), (Source.KIND, _of_kind(reading, agreement.kind))):
        said = leads_in(rows)
        if said:
            return source, chosen_leads(said, is_important=False, procurement_months=months)
    important = is_critical_class(agreement.service_class) or _is_for_important(reading, agreement)
    source = Source.IMPORTANT if important else Source.USUAL
    return source, chosen_leads((), is_important=important, procurement_months=months)


def _of_kind(reading: Reading, kind: str) -> Iterable[Any]:
    """The reminders that the kommun has set for a kind of agreement."""
    if not kind:
        return ()
    found = reading.many("lead_times", reading.keys("lead_times", ListQuery(where={"kind": [kind]}))).values()
    return tuple(row for read in found for row in getattr(read.record, "reminders", ()))


def _is_for_important(reading: Reading, agreement: Agreement) -> bool:
    systems = (read.record for read in reading.many("systems", agreement.systems).values())
    return any(
        is_important(system.derived_criticality or "", societally_critical=bool(system.societally_critical))
        for system in systems
        if isinstance(system, System)
    )
