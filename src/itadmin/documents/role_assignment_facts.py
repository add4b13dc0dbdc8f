"""What an uppdragsbrev is made of: who gets which role in which system, from when, and who appoints.

A systemägare is appointed by the nämnd it belongs to, and so are the roles that concern more than the daily work; the
others are appointed by the systemägare. Builds no blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from itadmin.documents.gathering import shown
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.people import Person
from itadmin.domain.registers.roles import Role
from itadmin.domain.registers.systems import System
from itadmin.services.organisations import Belonging, belonging
from itadmin.services.reading import Reading

REGISTER = "roles"
OWNER = "systemagare"
KINDS = (
    OWNER,
    "systemansvarig",
    "ersattare",
    "informationsagare",
    "systemforvaltare",
    "systemdriftsansvarig",
    "dataskyddsombud",
    "it_samordnare",
)
"""The kinds of role that somebody is appointed to."""

_TOLD = KINDS[:3]
"""The kinds that are told of beside the role itself."""

_APPOINTED_BY_BOARD = frozenset({OWNER, "informationsagare", "dataskyddsombud", "it_samordnare"})
_BOARD = "namnd"


@dataclass(frozen=True)
class Holding:
    """A role with who holds it: a person, or a function of a unit; `word` is what the kommun calls the role."""

    role: Role
    word: str
    person: Person | None
    unit: Belonging | None

    @property
    def position(self) -> str:
        """The function or the person's position; "" when neither is known."""
        return self.role.function or (self.person.title if self.person else "")

    @property
    def name(self) -> str:
        """Who it is in a sentence, "Kim Exempel, systemförvaltare" or "Ekonomichef"; "" when nobody is named."""
        return ", ".join(part for part in (self.person.name if self.person else "", self.position) if part)


@dataclass(frozen=True)
class Assignment:
    """A holding with its system, the other roles in that on the day, and who appoints."""

    holding: Holding
    system: System | None
    others: tuple[Holding, ...]
    own: Belonging | None

    @property
    def role(self) -> Role:
        """The record that the letter is made of."""
        return self.holding.role

    @property
    def is_from_board(self) -> bool:
        """Whether a nämnd appoints; else the systemägare does."""
        return self.role.kind in _APPOINTED_BY_BOARD

    @property
    def owner(self) -> Holding | None:
        """Who is systemägare on the day."""
        return next((held for held in self.others if held.role.kind == OWNER and held.name), None)

    @property
    def appointing_unit(self) -> Belonging | None:
        """The nämnd of the holder, the systemägare's unit, or else whose file it is."""
        if not self.is_from_board:
            return (self.owner.unit if self.owner else None) or self.own
        unit = self.holding.unit
        chain = unit.chain if unit else ()
        above = [Belonging(chain[place:]) for place, step in enumerate(chain) if step.kind == _BOARD]
        return above[0] if above else self.own


def gather(reading: Reading, record_id: UUID | None) -> Assignment:
    """What the letter is made of. Raises KnownError when there is no role, or none that one is appointed to."""
    if record_id is None:
        raise KnownError("Välj vilken roll uppdragsbrevet ska göras av.")
    role = reading.one(REGISTER, record_id).record
    if not isinstance(role, Role):
        raise KnownError("Uppdragsbrevet kan bara göras av en roll.")
    holding = _holding(reading, role)
    if role.kind not in KINDS:
        raise KnownError(f"Uppdragsbrev görs inte för rollen {holding.word}. Välj en annan roll.")
    found = reading.many("systems", [role.system]).values() if role.system else ()
    system = next((read.record for read in found if isinstance(read.record, System)), None)
    others = tuple(_others(reading, role)) if system else ()
    return Assignment(holding, system, others, belonging(reading, reading.organisation_id))


def _others(reading: Reading, own: Role) -> Iterator[Holding]:
    """The other roles in the system that are held on the day, or nearest to it while this one is held."""
    day = max(reading.day, own.starts_on or reading.day)
    day = min(day, own.ends_on or day)
    if own.system is None:
        return
    held = [read.record for read in reading.referring(REGISTER, "system", own.system)]
    roles = [role for role in held if isinstance(role, Role) and role.id != own.id and role.kind in _TOLD]
    for role in sorted(roles, key=lambda role: KINDS.index(role.kind)):
        if (role.starts_on or day) <= day <= (role.ends_on or day):
            yield _holding(reading, role)


def _holding(reading: Reading, role: Role) -> Holding:
    found = reading.many("people", [role.person]).values() if role.person else ()
    person = next((read.record for read in found if isinstance(read.record, Person)), None)
    unit = role.organisation or (person.organisation if person else None)
    return Holding(role, shown(role, "kind", reading.words), person, belonging(reading, unit))
