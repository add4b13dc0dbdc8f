"""What the papers of a samverkansärende tell: the case, who takes part and what each has said, systems, cost and days.

No wording.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from itadmin.documents.shared_cost import Shared, shared_cost
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.cooperation_cases import CooperationCase
from itadmin.domain.registers.people import Person
from itadmin.domain.states import OUT
from itadmin.domain.words import Words
from itadmin.services.allocations.naming import towns_of
from itadmin.services.cooperation_cases.standing import Standing, case_read, standings_of
from itadmin.services.reading import Reading


@dataclass(frozen=True)
class CaseFacts:
    """All that is told of a case; of who coordinates it only where it is an own one.

    `towns` are what kommuner are called among each other, `names` in full.
    """

    day: date
    case: CooperationCase
    label: str
    words: Words
    own: UUID
    standings: tuple[Standing, ...]
    names: Mapping[UUID, str]
    towns: Mapping[UUID, str]
    systems: tuple[str, ...]
    coordinator: str
    coordinator_title: str
    doers: Mapping[str, str]
    shared: Shared | None

    @property
    def is_own(self) -> bool:
        """Whether the case is kept in this file, not received from a neighbour."""
        return self.case.owner == self.own

    @property
    def own_standing(self) -> Standing | None:
        """How the file's own kommun stands; None when it does not take part."""
        return next((each for each in self.standings if each.municipality == self.own), None)

    @property
    def partners(self) -> tuple[UUID, ...]:
        """Those who take part, as far as they have not said no."""
        return tuple(each.municipality for each in self.standings if each.code != OUT)

    def town(self, key: UUID | None) -> str:
        """What a kommun is called among others; "" for none."""
        return self.towns.get(key, "") if key else ""


def gather(reading: Reading, case_id: UUID | None) -> CaseFacts:
    """The facts of one case. Raises KnownError when there is none."""
    if case_id is None:
        raise KnownError("Välj vilket samverkansärende papperet ska göras av.")
    read, case = case_read(reading, case_id)
    standings = standings_of(reading, case)
    keys = [key for key in dict.fromkeys((case.host, *(each.municipality for each in standings))) if key]
    names = reading.labels("organisations", keys)
    is_own = case.owner == reading.organisation_id
    person = reading.many("people", [case.coordinator]).get(case.coordinator) if case.coordinator and is_own else None
    doers = (case.developed_by, case.managed_by, case.operated_by)
    labels = reading.labels("organisations", [key for key in doers if key])
    systems = reading.labels("systems", case.systems)
    return CaseFacts(
        reading.day,
        case,
        read.label,
        reading.words,
        reading.organisation_id,
        standings,
        names,
        towns_of(reading, keys),
        tuple(systems[key] for key in case.systems if systems.get(key)),
        person.label if person else "",
        person.record.title if person and isinstance(person.record, Person) else "",
        dict(
            zip(
                ("developed_by", "managed_by", "operated_by"),
                (labels.get(k, "") if k else "" for k in doers),
                strict=True,
            )
        ),
        shared_cost(reading, "case", case.id),
    )
