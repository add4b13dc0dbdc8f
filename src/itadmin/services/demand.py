"""What agreements promise held against what their systems need: from the agreement's side, and from the system's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from itadmin.domain.calculations.demand import PROMISES, Gap, Need, Promise, gaps
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.systems import System
from itadmin.services.reading import Read, Reading

_OVER = ("upphort", "ersatt")
_IN_FORCE = ("gallande", "uppsagt")
_RETIRED = "avvecklad"


@dataclass(frozen=True, slots=True)
class Held:
    """The record at the other end, and what is not met or not said between it and the one that is asked about."""

    other: Read
    gaps: tuple[Gap, ...]


def held_by_systems(reading: Reading, agreement: Agreement) -> tuple[Held, ...]:
    """An agreement, also a draft, against each of its systems; none for what promises nothing or is over."""
    if agreement.kind not in PROMISES or agreement.status in _OVER:
        return ()
    promise = promise_of(agreement)
    return tuple(
        Held(read, gaps(need_of(read.record), promise))
        for read in reading.many("systems", agreement.systems).values()
        if isinstance(read.record, System) and not read.record.deleted and read.record.lifecycle != _RETIRED
    )


def held_by_agreements(system: System, agreements: Iterable[Read]) -> tuple[Held, ...]:
    """A system against each of its agreements that is in force and promises anything of its needs."""
    if system.lifecycle == _RETIRED:
        return ()
    need = need_of(system)
    return tuple(
        Held(read, gaps(need, promise_of(read.record)))
        for read in agreements
        if isinstance(read.record, Agreement) and read.record.kind in PROMISES and read.record.status in _IN_FORCE
    )


def need_of(system: System) -> Need:
    """What is said of a system's needs."""
    return Need(
        name=system.name,
        availability_class=system.availability,
        rto_hours=system.rto_hours,
        longest_outage_hours=system.longest_outage_hours,
        availability_percent=system.required_availability_percent,
        support_hours=system.required_support_hours,
    )


def promise_of(agreement: Agreement) -> Promise:
    """What is said in an agreement of what systems need."""
    return Promise(
        title=agreement.title,
        kind=agreement.kind,
        rto_hours=agreement.rto_hours,
        longest_outage=agreement.longest_outage,
        availability_percent=agreement.availability_percent,
        support_hours=agreement.support_hours,
        on_call=bool(agreement.on_call),
    )
