"""From a row of the matrix to work on it: a samverkansärende filled from the row, and what its cost is shared by.

Gives steps that can be undone; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple
from uuid import UUID

from itadmin.domain.calculations.opportunities import PUBLIC, TRIGGERS
from itadmin.domain.changes import ChangeSet
from itadmin.domain.text import listed
from itadmin.services.acting.plan import Plan
from itadmin.services.allocations.making import of_case, of_kommuner
from itadmin.services.allocations.states import ALLOCATIONS, DRAFT, allocation_of
from itadmin.services.cooperation_cases.making import Start, begun
from itadmin.services.reading import Reading
from itadmin.services.records import Records
from itadmin.services.samverkan.cells import Matrix, Row
from itadmin.services.samverkan.openings import noting, opening_of
from itadmin.services.samverkan.region import Kommun
from itadmin.services.samverkan.words import label_of_reason, told_reasons

BEGUN = "arende"
"""The status of an opening that has come to a case."""


_AT_ONCE = frozenset({"", "0", "1"})
"""The levels that nobody's agreement has to end for."""


class Beginning(NamedTuple):
    """What a case about a row may begin with, and the kommuner that may take part, those that use the system first."""

    start: Start
    kommuner: tuple[Kommun, ...]


def beginning_of(matrix: Matrix, row: Row, common: date | None = None) -> Beginning:
    """What a case about a row would hold: who uses the system takes part, and each public reason with its sentence.

    Papers of a case are open to anybody: what is judged among the IT managers is written into it by hand, or not.
    Its goal is the target of the row, or one level higher than it has come where that is no higher, and is reached when
    all can begin together: on the day `common`, where one is known.
    """
    using = [kommun for kommun in matrix.kommuner if kommun.key in row.using or row.cells.get(kommun.key)]
    others = [kommun for kommun in matrix.kommuner if kommun not in using and not kommun.is_guest]
    start = Start(
        title=f"Samverkan om {row.name}",
        systems=(row.id,),
        participants=tuple(kommun.id for kommun in using),
        reasons={told.reason.value: told.sentence for told in told_reasons(matrix, row) if told.reason in PUBLIC},
        goal_level=str(row.target if row.target > row.level else min(row.level + 1, 5)),
        goal_on=common.isoformat() if common else "",
    )
    return Beginning(start, (*using, *others))


def case_begun(reading: Reading, records: Records, matrix: Matrix, row: Row, start: Start) -> tuple[UUID, ChangeSet]:
    """A new case about a row: its id, and the one step that makes it and notes that the opening has come to it.

    Raises KnownError.
    """
    key, step = begun(reading, records, start)
    noted = noting(records, reading, matrix, row, {"status": BEGUN, "until": None, "case": str(key)})
    return key, ChangeSet(step.title, (*step.changes, noted))


def held_back(row: Row) -> str:
    """The reasons that a case about a row does not take over by itself, as a sentence; "" when there are none."""
    names = [label_of_reason(reason).lower() for reason in row.reasons if reason in TRIGGERS and reason not in PUBLIC]
    if not names:
        return ""
    said = f"Ärendets handlingar kan bli allmänna. Därför följer inte med: {listed(names)}."
    return f"{said} Skriv det själv om det ska stå."


def told_beginning(matrix: Matrix, start: Start) -> str:
    """What a case begins with, in one sentence."""
    names = [kommun.name for kommun in matrix.kommuner if kommun.id in set(start.participants)]
    reasons = len(start.reasons or {})
    why = {0: "", 1: " Skälet följer med."}.get(reasons, f" {reasons} skäl följer med.")
    when = f" Målet nås {start.goal_on}, då alla kan börja tillsammans." if start.goal_on else ""
    return f"I ärendet deltar {listed(names)}.{why}{when}"


def allocation_begun(reading: Reading, matrix: Matrix, row: Row) -> Plan:
    """A draft of how the cost of a row is shared: by its case where there is one, else by those who use the system."""
    note = opening_of(reading, matrix, row).note
    if note is not None and note.case is not None:
        return of_case(reading, note.case)
    return of_kommuner(reading, row.name, _ids(matrix, row), row.cost)


def allocation_known(reading: Reading, plan: Plan) -> UUID | None:
    """The own draft that a plan of an allocation would make once more; None when there is none."""
    wanted = plan.edits[0].values
    for read in reading.many(ALLOCATIONS, reading.keys(ALLOCATIONS)).values():
        found = allocation_of(read)
        case = str(found.case) if found.case else None
        if (found.status, found.title, case) == (DRAFT, wanted["title"], wanted.get("case")):
            return found.id
    return None


def with_participants(start: Start, participants: Iterable[UUID], title: str, goal_level: str) -> Start:
    """The same with others who take part, another name and another goal; to exchange experience waits for no day."""
    goal_on = "" if goal_level in _AT_ONCE else start.goal_on
    return replace(start, participants=tuple(participants), title=title, goal_level=goal_level, goal_on=goal_on)


def _ids(matrix: Matrix, row: Row) -> tuple[UUID, ...]:
    return tuple(kommun.id for kommun in matrix.kommuner if kommun.key in row.using)
