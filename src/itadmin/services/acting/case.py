"""The agreement that something is to be done with: as it stands on a day, and the agreements that are tied to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.calculations.notice import State, TermState
from itadmin.domain.problems import KnownError, NotFoundError, ReadOnlyError
from itadmin.domain.registers.agreement_rules import term_state
from itadmin.domain.registers.agreements import Agreement
from itadmin.services.reading import Reading

REGISTER = "agreements"
OVER = ("upphort", "ersatt")
"""States of an agreement that nothing more is done with."""

_NOT_SIGNED = ("utkast", "forhandling", "invantar_underskrift")


@dataclass(frozen=True, slots=True)
class Case:
    """An agreement on a day. `replaced` is what it replaces, `replaced_by` what replaces it, `below` its parts.

    Those that are over or in the bin are not among them.
    """

    agreement: Agreement
    day: date
    replaced: Agreement | None = None
    replaced_by: Agreement | None = None
    below: tuple[Agreement, ...] = ()

    @property
    def state(self) -> TermState:
        """How its time stands."""
        return term_state(self.agreement, self.day)

    @property
    def is_unsigned(self) -> bool:
        """Whether it is still being written or waits for signatures."""
        return self.agreement.status in _NOT_SIGNED

    def with_terms(self, **values: Any) -> TermState:
        """How its time would stand with other terms, on the day of a notice to come if there is one.

        Raises KnownError when no day could be computed from them.
        """
        changed = replace(self.agreement, **values)
        state = term_state(changed, max(self.day, changed.notice_given_on or self.day))
        if state.obstacle:
            raise KnownError(state.obstacle)
        return state

    def in_force(self) -> TermState:
        """How its time stands, for what is done with an agreement in force. Raises KnownError when it is not that."""
        state = self.state
        if self.agreement.status == "ersatt":
            raise KnownError("Avtalet är ersatt. Gör åtgärden på avtalet som har ersatt det.")
        if self.is_unsigned:
            raise KnownError("Avtalet är inte undertecknat än. Ändra dess villkor direkt.")
        if state.obstacle:
            raise KnownError(state.obstacle)
        if state.state is State.NOTICE_GIVEN or state.is_ended_by_notice or state.noticed_end is not None:
            given = self.agreement.notice_given_on
            raise KnownError(f"Avtalet är redan uppsagt, {given}. Töm Uppsagt den om uppsägningen är återtagen.")
        if self.agreement.status == "upphort" and state.state is not State.ENDED:
            raise KnownError("Avtalet är avslutat. Ändra dess läge om det gäller ändå.")
        return state


def case_of(reading: Reading, agreement_id: UUID) -> Case:
    """The agreement as it stands on the day of the reading.

    Raises NotFoundError, and ReadOnlyError for one that is another organisation's or in the bin.
    """
    read = reading.one(REGISTER, agreement_id)
    agreement = read.record
    if not isinstance(agreement, Agreement):
        raise NotFoundError("Det finns inget sådant avtal i filen.")
    if read.placeholder or agreement.owner != reading.organisation_id:
        raise ReadOnlyError(f"{read.label} hör till en annan organisation och kan bara ändras av den.")
    if agreement.deleted:
        raise ReadOnlyError(f"{read.label} ligger i papperskorgen. Ta ur det först.")
    wanted = [agreement.replaces] if agreement.replaces else []
    replaced = _living({key: found.record for key, found in reading.many(REGISTER, wanted).items()})
    return Case(
        agreement=agreement,
        day=reading.day,
        replaced=replaced[0] if replaced else None,
        replaced_by=next(iter(_referring(reading, "replaces", agreement_id)), None),
        below=_referring(reading, "main_agreement", agreement_id),
    )


def _referring(reading: Reading, field: str, agreement_id: UUID) -> tuple[Agreement, ...]:
    return _living({read.record.id: read.record for read in reading.referring(REGISTER, field, agreement_id)})


def _living(records: Mapping[UUID, Any]) -> tuple[Agreement, ...]:
    return tuple(
        record
        for record in records.values()
        if isinstance(record, Agreement) and not record.deleted and record.status not in OVER
    )
