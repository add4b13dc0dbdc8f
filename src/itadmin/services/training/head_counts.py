"""How many there are of each målgrupp of a system in each kommun, as far as the register tells: by use and roles."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.keys import Key
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.registers.systems import System
from itadmin.services.reading import Read, Reading
from itadmin.storage.queries.training_plans import users_by_municipality

_USERS, _MANAGERS = "slutanvandare", "systemansvarig"
_MANAGING = ("system_manager", "deputy_manager")


@dataclass(frozen=True, slots=True)
class HeadCounts:
    """How many use each system, by its key and kommunkod, and the kommunkod of the own kommun, "" for a förbund."""

    users: Mapping[Key, Mapping[str, int]]
    own_code: str

    def of(self, system: Read, audiences: Collection[str]) -> dict[str, Any]:
        """The head counts and kommuner of a plan of a system with these målgrupper, as plain values."""
        users = dict(self.users.get(system.record.id.bytes, {}))
        total = system.record.user_count if isinstance(system.record, System) else None
        if not users and total is not None and self.own_code:
            users = {self.own_code: total}
        rows = [(_USERS, code, people) for code, people in sorted(users.items())]
        managing = {system.holders[name].label for name in _MANAGING if name in system.holders}
        if managing and self.own_code:
            rows.append((_MANAGERS, self.own_code, len(managing)))
        return {
            "municipalities": [str(municipality_id(code)) for code in sorted(users)] if len(users) > 1 else [],
            "head_counts": [
                {"audience": audience, "municipality": code, "people": people}
                for audience, code, people in rows
                if audience in audiences
            ],
        }


def head_counts_of(reading: Reading) -> HeadCounts:
    """What the register knows of how many use its systems, on the day of the reading."""
    with reading.file.reading() as connection:
        users = users_by_municipality(connection, reading.day)
    own = reading.organisation().record
    return HeadCounts(users, own.municipality_code if isinstance(own, Organisation) else "")
