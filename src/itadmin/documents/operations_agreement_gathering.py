"""Gathering the facts of a driftavtal from the register, once for each paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from uuid import UUID

from itadmin.documents.adopted_training import adopted_training
from itadmin.documents.operations_agreement_facts import AgreementFacts, Party, PartyCode, Sharer, SystemFacts
from itadmin.documents.shared_cost import shared_cost
from itadmin.domain.calculations.notice import TermState, evaluate
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.agreement_rules import term_state, terms_of
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.cooperation_levels import CooperationLevel
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.registers.systems import System
from itadmin.domain.text import swedish_key
from itadmin.services.cooperation import current_levels
from itadmin.services.organisations import belonging
from itadmin.services.populations import populations_of
from itadmin.services.reading import Reading
from itadmin.services.reference_data import municipalities


def gather(reading: Reading, agreement_id: UUID | None) -> AgreementFacts:
    """The facts of an agreement as they are on the day of the reading. Raises KnownError when there is none."""
    if agreement_id is None:
        raise KnownError("Välj vilket avtal handlingen ska göras av.")
    read = reading.one("agreements", agreement_id)
    agreement = read.record
    own = reading.organisation().record
    if not isinstance(agreement, Agreement) or not isinstance(own, Organisation):
        raise KnownError("Handlingen kan bara göras av ett avtal.")
    shared = shared_cost(reading, "agreement", agreement.id)
    dpa = reading.many("agreements", [agreement.dpa]).get(agreement.dpa) if agreement.dpa else None
    return AgreementFacts(
        day=reading.day,
        is_sample=reading.is_sample,
        own=own,
        agreement=agreement,
        supplier=_name(read.labels, agreement.supplier),
        systems=tuple(_systems(reading, agreement)),
        customer=_party(reading, agreement, "systemagare", agreement.customer),
        provider=_party(reading, agreement, "driftenhet", agreement.provider),
        sharers=tuple(sorted(_sharers(reading, agreement), key=lambda sharer: swedish_key(sharer.name))),
        dpa=dpa.record if dpa and isinstance(dpa.record, Agreement) else None,
        term=_first_term(agreement, reading.day),
        running=term_state(agreement, reading.day),
        cooperation_level=_cooperation_level(reading, agreement),
        adopted=shared if shared is not None and shared.is_adopted else None,
        value_words=read.words,
    )


def _first_term(agreement: Agreement, day: date) -> TermState:
    """How the term stands when it begins, so that the paper reads the same whenever it is printed."""
    terms = terms_of(agreement)._replace(notice_given_on=None)
    return evaluate(terms, agreement.starts_on or day)


def _systems(reading: Reading, agreement: Agreement) -> Iterator[SystemFacts]:
    for read in reading.many("systems", agreement.systems).values():
        if isinstance(read.record, System):
            unit = belonging(reading, read.record.operating_unit)
            supplier, controller = (_name(read.labels, key) for key in (read.record.supplier, read.record.controller))
            training = adopted_training(reading, read.record.id)
            yield SystemFacts(read.record, supplier, unit.full_name if unit else "", controller, training)


def _cooperation_level(reading: Reading, agreement: Agreement) -> str:
    """The level that all who use the systems are on together; "" when it is not known, or not the same for all."""
    told = (reading.referring("cooperation_levels", "system", system) for system in agreement.systems)
    levels = (read.record for read in current_levels(chain.from_iterable(told), reading.day))
    known = {level.level for level in levels if isinstance(level, CooperationLevel)}
    return known.pop() if len(known) == 1 else ""


def _party(reading: Reading, agreement: Agreement, code: PartyCode, organisation_id: UUID | None) -> Party:
    return Party(
        code,
        belonging(reading, organisation_id),
        tuple(row for row in agreement.contacts if row.party == code),
        tuple(row for row in agreement.signatories if row.party == code),
    )


def _sharers(reading: Reading, agreement: Agreement) -> Iterator[Sharer]:
    figures = populations_of(reading).numbers_on(agreement.population_day)
    towns = {known.code: known.town for known in municipalities()}
    for key, read in reading.many("organisations", agreement.connected_municipalities).items():
        if isinstance(read.record, Organisation) and read.label:
            code = read.record.municipality_code
            yield Sharer(key, read.label, towns.get(code, ""), code, figures.get(code))


def _name(labels: Mapping[UUID, str], record_id: UUID | None) -> str:
    return labels.get(record_id, "") if record_id else ""
