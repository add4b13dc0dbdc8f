"""What a notice is made of: who gives it to whom, about which agreement, and when that then ends.

The sender is whichever party the file's own organisation is; the terms are evaluated as if the notice is given on its
day. Builds no blocks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from itadmin.domain.calculations.notice import TermState
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.agreement_rows import ContactRow, SignatoryRow
from itadmin.domain.registers.agreement_rules import term_state
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.people import Person
from itadmin.domain.registers.systems import System
from itadmin.services.acting.case import OVER
from itadmin.services.organisations import Belonging, belonging
from itadmin.services.reading import Reading

REGISTER = "agreements"
_BY_OPERATIONS = ("provider", "customer", "supplier")
_BY_SUPPLY = ("supplier", "provider", "customer")
_OPERATIONS = frozenset({"driftavtal", "driftoverenskommelse"})
_PROCESSING = frozenset({"pub_avtal", "underbitradesavtal"})


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the letter: the field that names it, and who it is; None when it is not known."""

    field: str
    belongs: Belonging | None

    @property
    def organisation_id(self) -> UUID | None:
        """The organisation that is named."""
        return self.belongs.chain[0].id if self.belongs else None

    @property
    def party(self) -> str:
        """Its code among those who sign and are reached: the systemägare's side or the other."""
        return "driftenhet" if self.field == "provider" else "systemagare"


@dataclass(frozen=True)
class NoticeFacts:
    """The agreement with what the letter says beside it. `day` is that of the notice, `state` how time then stands.

    `parts` are agreements that belong to it and are not over, beside the PUB-avtal; `manager` answers for it.
    """

    agreement: Agreement
    day: date
    state: TermState
    without: TermState
    sender: Side
    recipients: tuple[Side, ...]
    systems: tuple[System, ...]
    processing: Agreement | None
    parts: tuple[Agreement, ...]
    manager: Person | None

    @property
    def goes_on(self) -> bool:
        """Whether the agreement goes on by itself unless notice is given."""
        return bool(self.agreement.renewal_months or self.agreement.open_ended)

    @property
    def is_notice(self) -> bool:
        """Whether the letter gives notice; else it tells that an agreement which ends is not prolonged."""
        return self.goes_on or self.state.ends_on != self.without.ends_on

    @property
    def ends_on(self) -> date | None:
        """The last valid day; None when it is not known, or past when the letter is written."""
        end = self.state.ends_on
        return end if end is not None and end >= self.day else None

    @property
    def is_within_one(self) -> bool:
        """Whether both sides are parts of the same juridical person."""
        sides = [self.sender.belongs, *(side.belongs for side in self.recipients)]
        return len({side.legal.id for side in sides if side is not None}) == 1 and None not in sides

    @property
    def has_personal_data(self) -> bool:
        """Whether the other side is known to have, or by its agreement may have, personal data."""
        is_processing = self.agreement.kind in _PROCESSING or self.processing is not None
        return is_processing or any(system.personal_data for system in self.systems)

    @property
    def signatories(self) -> tuple[SignatoryRow, ...]:
        """Those who sign for the sender."""
        return tuple(row for row in self.agreement.signatories if row.party == self.sender.party)

    @property
    def contact(self) -> ContactRow | None:
        """Who answers for the agreement on the sender's side."""
        rows = (row for row in self.agreement.contacts if row.party == self.sender.party)
        return next((row for row in rows if row.task == "avtalsansvarig"), None)


def gather(reading: Reading, record_id: UUID | None) -> NoticeFacts:
    """What the letter is made of. Raises KnownError when there is no such agreement."""
    if record_id is None:
        raise KnownError("Välj vilket avtal som ska sägas upp.")
    agreement = reading.one(REGISTER, record_id).record
    if not isinstance(agreement, Agreement):
        raise KnownError("Uppsägningen kan bara göras av ett avtal.")
    day = agreement.notice_given_on or reading.day
    sender, recipients = _sides(reading, agreement)
    parts = _parts(reading, agreement)
    processing = _processing(reading, agreement, parts)
    given = replace(agreement, notice_given_on=day)
    return NoticeFacts(
        agreement=agreement,
        day=day,
        state=term_state(given, day),
        without=term_state(replace(agreement, notice_given_on=None), day),
        sender=sender,
        recipients=recipients,
        systems=_systems(reading, agreement),
        processing=processing,
        parts=tuple(part for part in parts if processing is None or part.id != processing.id),
        manager=_manager(reading, agreement),
    )


def _sides(reading: Reading, agreement: Agreement) -> tuple[Side, tuple[Side, ...]]:
    """Who gives notice to whom: the own party, and the other one or, where more than two agree, all the others."""
    order = _BY_OPERATIONS if agreement.kind in _OPERATIONS else _BY_SUPPLY
    named = [Side(field, belonging(reading, getattr(agreement, field))) for field in order]
    sides = [side for side in named if side.belongs is not None]
    customer = next((side for side in sides if side.field == "customer"), None)
    own = [side for side in (customer, *sides) if side and _is_own(side, reading)]
    sender = own[0] if own else Side("customer", belonging(reading, reading.organisation_id))
    others = [side for side in sides if side.field != sender.field]
    outside = [side for side in others if not _is_own(side, reading)]
    is_operation = agreement.kind in _OPERATIONS
    nearest = others if is_operation else outside
    more = _more(reading, agreement, is_alone=not nearest and not is_operation)
    recipients = [*nearest[:1], *more] or others[:1]
    return sender, tuple(recipients) or (Side(order[0], None),)


def _more(reading: Reading, agreement: Agreement, *, is_alone: bool) -> Iterator[Side]:
    """The further parties outside the own juridical person; those who are only connected where nobody else is named."""
    ids = agreement.other_parties or (agreement.connected_municipalities if is_alone else ())
    for party in ids:
        side = Side("other_parties", belonging(reading, party))
        if side.belongs is not None and not _is_own(side, reading):
            yield side


def _is_own(side: Side, reading: Reading) -> bool:
    return side.belongs is not None and side.belongs.legal.id == reading.organisation_id


def _systems(reading: Reading, agreement: Agreement) -> tuple[System, ...]:
    reads = reading.many("systems", agreement.systems)
    return tuple(read.record for read in reads.values() if isinstance(read.record, System))


def _parts(reading: Reading, agreement: Agreement) -> tuple[Agreement, ...]:
    """The agreements that belong to this one and are not over."""
    found = (read.record for read in reading.referring(REGISTER, "main_agreement", agreement.id))
    return tuple(part for part in found if isinstance(part, Agreement) and not part.deleted and part.status not in OVER)


def _processing(reading: Reading, agreement: Agreement, parts: Sequence[Agreement]) -> Agreement | None:
    """The PUB-avtal of the agreement: the one it names, else the first of its parts that is one."""
    wanted = [agreement.dpa] if agreement.dpa else []
    named = (read.record for read in reading.many(REGISTER, wanted).values())
    found = (*named, *(part for part in parts if part.kind in _PROCESSING))
    return next((record for record in found if isinstance(record, Agreement)), None)


def _manager(reading: Reading, agreement: Agreement) -> Person | None:
    """The person who answers for the agreement."""
    wanted = [agreement.manager] if agreement.manager else []
    found = (read.record for read in reading.many("people", wanted).values())
    return next((record for record in found if isinstance(record, Person)), None)
