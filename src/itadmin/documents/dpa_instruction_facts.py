"""What the instruktion of a PUB-avtal is made of: the agreement, its two parties and its systems. Builds no blocks."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from itadmin.domain.problems import KnownError
from itadmin.domain.registers.agreement_rows import SignatoryRow
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.systems import System
from itadmin.services.organisations import Belonging, belonging
from itadmin.services.reading import Reading

REGISTER = "agreements"
BETWEEN_PROCESSORS = "underbitradesavtal"
KINDS = ("pub_avtal", BETWEEN_PROCESSORS)
"""Kinds of agreement that a biträde is instructed by."""

_GIVES, _TAKES = "systemagare", "driftenhet"


@dataclass(frozen=True)
class InstructionFacts:
    """The agreement with who instructs and who is instructed; None where a party is not known."""

    agreement: Agreement
    giver: Belonging | None
    taker: Belonging | None
    taker_field: str
    systems: tuple[System, ...]

    @property
    def giver_word(self) -> str:
        """What the one who instructs is, as it begins a sentence."""
        return "Personuppgiftsbiträdet" if self.agreement.kind == BETWEEN_PROCESSORS else "Den personuppgiftsansvarige"

    @property
    def taker_word(self) -> str:
        """What the one who is instructed is, as it begins a sentence."""
        return "Underbiträdet" if self.agreement.kind == BETWEEN_PROCESSORS else "Personuppgiftsbiträdet"

    @property
    def giving_signatories(self) -> tuple[SignatoryRow, ...]:
        """Those who sign for the one who instructs."""
        return self._signing(_GIVES)

    @property
    def taking_signatories(self) -> tuple[SignatoryRow, ...]:
        """Those who sign for the one who is instructed; they are seldom known beforehand."""
        return self._signing(_TAKES)

    def _signing(self, party: str) -> tuple[SignatoryRow, ...]:
        return tuple(row for row in self.agreement.signatories if row.party == party)


def gather(reading: Reading, record_id: UUID | None) -> InstructionFacts:
    """What the instruktion is made of. Raises KnownError when there is no such agreement."""
    if record_id is None:
        raise KnownError("Välj vilket avtal instruktionen ska göras av.")
    agreement = reading.one(REGISTER, record_id).record
    if not isinstance(agreement, Agreement):
        raise KnownError("Instruktionen kan bara göras av ett avtal.")
    if agreement.kind not in KINDS:
        raise KnownError("Instruktionen görs bara av ett PUB-avtal eller ett underbiträdesavtal. Välj ett sådant.")
    taker_field = "supplier" if agreement.supplier or not agreement.provider else "provider"
    found = reading.many("systems", agreement.systems).values()
    return InstructionFacts(
        agreement=agreement,
        giver=belonging(reading, agreement.customer),
        taker=belonging(reading, getattr(agreement, taker_field)),
        taker_field=taker_field,
        systems=tuple(read.record for read in found if isinstance(read.record, System)),
    )
