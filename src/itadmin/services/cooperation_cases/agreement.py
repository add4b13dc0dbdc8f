"""The samverkansavtal of a samverkansärende: a draft made of the case, and of the fördelning that is adopted for it.

Gives a step that can be undone; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from itadmin.domain.calendar import approximate_span
from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.allocations import Allocation
from itadmin.domain.registers.cooperation_cases import CooperationCase
from itadmin.domain.states import OUT
from itadmin.services.allocations.making import of_case
from itadmin.services.allocations.standing import cost_of_year, standing_of
from itadmin.services.allocations.states import ADOPTED, ALLOCATIONS, allocation_of
from itadmin.services.cooperation_cases.making import LONGEST_TITLE
from itadmin.services.cooperation_cases.standing import CASES, case_read, standings_of
from itadmin.services.reading import Reading
from itadmin.services.records import Records

AGREEMENTS = "agreements"
_NOTICE_MONTHS = 12
_ABOUT = "Samverkan om "
"""How a case is called that is begun from the matrix; its agreement is called by what it is about."""


def agreement_made(reading: Reading, records: Records, case_id: UUID) -> tuple[UUID, ChangeSet]:
    """A draft of the samverkansavtal of a case: its id, and the step that makes it and ties the case's cost to it.

    What is adopted of the cost goes before what the case says. Raises KnownError for what is no case, for one that has
    an agreement already, and where what is adopted stays tied to one in the bin.
    """
    read, case = case_read(reading, case_id)
    standing = agreement_of(reading, case_id)
    if standing is not None:
        raise KnownError(f"Ärendet har redan avtalet {reading.label(AGREEMENTS, standing)}.")
    partners = [each.municipality for each in standings_of(reading, case) if each.code != OUT]
    values = {
        "title": f"Samverkansavtal {read.label.removeprefix(_ABOUT)}"[:LONGEST_TITLE],
        "kind": "samverkansavtal",
        "status": "utkast",
        "version": "0.1",
        "registry_number": case.registry_number or None,
        "systems": [str(key) for key in case.systems],
        "connected_municipalities": [str(key) for key in partners],
        "annual_price": case.annual_cost,
        "allocation_model": case.cost_model or None,
        "starts_on": goal_day(case),
        "open_ended": True,
        "notice_months": _NOTICE_MONTHS,
        "meeting_interval": "halvar",
        "document_owner": "IT-chef",
        "publicity": "oppen",
        **_adopted(reading, case),
    }
    made = records.addition(AGREEMENTS, values)
    return made.record_id, ChangeSet(
        f"Gjorde samverkansavtal för {read.label}", (made, *_tied(reading, records, case_id, made.record_id))
    )


def agreement_of(reading: Reading, case_id: UUID) -> UUID | None:
    """The agreement of a case, by its kostnadsfördelning; None when there is none but in the bin."""
    reads = reading.referring(ALLOCATIONS, "case", case_id)
    tied = [allocation_of(read).agreement for read in reads if not read.record.deleted]
    return _first_kept(reading, AGREEMENTS, tied)


def case_of_agreement(reading: Reading, agreement_id: UUID) -> UUID | None:
    """The case that an agreement comes of, by its kostnadsfördelning; None when there is none but in the bin."""
    reads = reading.referring(ALLOCATIONS, "agreement", agreement_id)
    return _first_kept(reading, CASES, [allocation_of(read).case for read in reads if not read.record.deleted])


def _first_kept(reading: Reading, register: str, keys: Iterable[UUID | None]) -> UUID | None:
    """The first of them that is not in the bin."""
    reads = reading.many(register, dict.fromkeys(key for key in keys if key is not None))
    return next((key for key, read in reads.items() if not read.record.deleted), None)


def goal_day(case: CooperationCase) -> str | None:
    """The day of the goal as an agreement begins: none where only a month or a year is said."""
    if not case.goal_on:
        return None
    first, last = approximate_span(case.goal_on)
    return first.isoformat() if first == last else None


def _adopted(reading: Reading, case: CooperationCase) -> dict[str, Any]:
    """What the fördelning that is adopted for a case says of its agreement; nothing while it is a draft."""
    read = standing_of(reading, "case", case.id)
    allocation = allocation_of(read) if read is not None else Allocation()
    if allocation.status != ADOPTED:
        return {}
    counted_on = next((row.counted_on for row in allocation.snapshot if row.counted_on), None)
    told = {
        "annual_price": cost_of_year(allocation),
        "allocation_model": allocation.model,
        "starts_on": allocation.period_starts.isoformat() if allocation.period_starts else None,
        "population_day": counted_on.isoformat() if counted_on else None,
    }
    return {name: value for name, value in told.items() if value}


def _tied(reading: Reading, records: Records, case_id: UUID, agreement_id: UUID) -> tuple[Change, ...]:
    """What ties the cost of the case to the agreement: what counts of it refers to both, or a new draft does."""
    standing = standing_of(reading, "case", case_id)
    if standing is None:
        begun_with = of_case(reading, case_id).edits[0].values
        return (records.addition(ALLOCATIONS, {**begun_with, "agreement": str(agreement_id)}),)
    key, tied = standing.record.id, allocation_of(standing)
    if tied.agreement is not None and tied.status == ADOPTED:
        name = reading.label(AGREEMENTS, tied.agreement)
        raise KnownError(
            f"Den fastställda fördelningen hör till avtalet {name}, som ligger i papperskorgen. Ta tillbaka avtalet "
            "därifrån."
        )
    changes, *_rest = records.changes_of_save(ALLOCATIONS, [key], {"agreement": str(agreement_id)})
    return tuple(changes.get(key, ()))
