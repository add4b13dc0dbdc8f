"""What must and ought to hold of a system by itself, and what changing one brings with it. Pure.

What only shows beside other records stands in the register's findings.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from itadmin.domain.calculations.classification import suggested_criticality
from itadmin.domain.problems import Problem
from itadmin.domain.registers.system_record import System
from itadmin.domain.registers.system_rows import EarlierClassification

OUTSIDE = ("annan_kommun", "extern_drift", "saas", "kommunalforbund")
"""Codes of the ways of operation where somebody else has the data."""


def check_dates(system: System) -> Iterable[Problem]:
    """A system is not retired before it is taken into use."""
    start, end = system.in_operation_since, system.planned_retirement
    if start and end and end[: min(len(start), len(end))] < start[: min(len(start), len(end))]:
        yield Problem("planned_retirement", "Avvecklingen ligger före driftstarten. Ändra en av dagarna.")


def check_recovery(system: System) -> Iterable[Problem]:
    """Restoring may not take longer than the work can wait, nor more be lost than is copied in between."""
    outage, recovery = system.longest_outage_hours, system.rto_hours
    if outage is not None and recovery is not None and recovery > outage:
        yield Problem(
            "rto_hours",
            "Återställningen får ta längre tid än verksamheten tål. Korta den ena eller ompröva den andra.",
            "anmarkning",
        )
    interval, loss = system.backup_interval_hours, system.rpo_hours
    if interval is not None and loss is not None and interval > loss:
        yield Problem(
            "backup_interval_hours",
            "Det går längre tid mellan säkerhetskopiorna än vad som får gå förlorat. Kopiera oftare.",
            "anmarkning",
        )


def check_criticality(system: System) -> Iterable[Problem]:
    """Another criticality than the one the classification suggests needs its reason."""
    suggested = suggested_criticality(levels(system))
    if system.criticality and suggested and system.criticality != suggested and not system.criticality_reason:
        yield Problem(
            "criticality_reason",
            "Kritikaliteten är en annan än klassningen föreslår. Skriv varför.",
            "anmarkning",
        )


def check_transfer(system: System) -> Iterable[Problem]:
    """Personal data that leaves for a third country needs its grounds."""
    if system.third_country and not system.third_country_basis:
        yield Problem(
            "third_country_basis",
            "Personuppgifter förs över till tredje land. Ange grunden för överföringen.",
            "anmarkning",
        )


def levels(system: System) -> tuple[str, str, str]:
    """K, R and T as codes."""
    return system.confidentiality, system.integrity, system.availability


def criticality(system: System) -> str:
    """The code of the criticality that holds: the decided one, else the one that the classification suggests."""
    return system.criticality or suggested_criticality(levels(system))


def keep_classification(before: System, after: System, day: date) -> System:
    """The system after a change, with the classification it had among the earlier ones, newest first.

    The one that takes its place gets the day if it has none of its own. One that is corrected on its own day replaces
    nothing, nor does one without a day: that was only suggested. A first classification says its own day, or none.
    """
    was, now = (*levels(before), before.traceability), (*levels(after), after.traceability)
    if was == now or not any(now) or not any(was) or before.classified_on is None:
        return after
    classified_on = after.classified_on if after.classified_on not in (None, before.classified_on) else day
    if before.classified_on == classified_on:
        return replace(after, classified_on=classified_on)
    earlier = EarlierClassification(
        classified_on=before.classified_on,
        confidentiality=before.confidentiality,
        integrity=before.integrity,
        availability=before.availability,
        traceability=before.traceability,
        classified_by=before.classified_by,
        reason=before.classification_reason,
    )
    return replace(
        after, classified_on=classified_on, earlier_classifications=(earlier, *after.earlier_classifications)
    )
