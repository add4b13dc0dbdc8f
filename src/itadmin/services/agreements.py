"""A new driftavtal from what the register already knows of a system, its roles and its organisations.

Gives plain values to save; writes nothing itself. Whoever writes the agreement goes on from there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.agreement_defaults import STANDARD_TERMS, escalation_rows, responsibility_rows
from itadmin.domain.problems import NotFoundError
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.registers.people import Person
from itadmin.domain.registers.roles import Role
from itadmin.domain.registers.systems import System
from itadmin.domain.service_classes import environment_rows, preset, suggested_class
from itadmin.domain.typed_lists import items_of
from itadmin.services.organisations import Belonging, belonging
from itadmin.services.populations import populations_of
from itadmin.services.reading import ListQuery, Read, Reading

Plain = dict[str, Any]

_MOST_NUMBERS = 999
_PRODUCTION = "produktion"


@dataclass(frozen=True, slots=True)
class _Holder:
    """Who holds a role, as an agreement names them: by function, and how to reach it."""

    function: str = ""
    email: str | None = None
    phone: str | None = None


def operations_agreement_draft(reading: Reading, system_id: UUID, day: date) -> Plain:
    """The values of a new driftavtal (or driftöverenskommelse) for a system, as proposed on `day`.

    Raises NotFoundError when there is no such system.
    """
    read = reading.one("systems", system_id)
    system = read.record
    if not isinstance(system, System):
        raise NotFoundError("Det finns inget sådant system i filen.")
    customer = belonging(reading, system.department or reading.organisation_id)
    provider = belonging(reading, system.operating_unit)
    is_within = customer is not None and provider is not None and customer.legal.id == provider.legal.id
    municipality = _municipality(reading, customer)
    owner = _holder(reading, read, "system_owner")
    name = "Driftöverenskommelse" if is_within else "Driftavtal"
    return {
        **STANDARD_TERMS,
        "title": f"{name} {system.name}",
        "number": propose_number(reading, day),
        "kind": "driftoverenskommelse" if is_within else "driftavtal",
        "systems": [str(system_id)],
        "document_owner": owner.function or "IT-chef",
        "customer": str(system.department or reading.organisation_id),
        "provider": _text(system.operating_unit),
        "supplier": _text(system.supplier),
        "contacts": [*_customer_contacts(reading, read), *_provider_contacts(reading, read, provider)],
        "signatories": [
            {"party": "systemagare", "position": owner.function or "Förvaltningschef", "authority": None},
            {"party": "driftenhet", "position": "IT-chef", "authority": None},
        ],
        "starts_on": date(day.year + 1, 1, 1).isoformat(),
        "connected_municipalities": [str(municipality)],
        "modules": system.modules or None,
        "environments": system.environments or _PRODUCTION,
        "user_count": system.user_count,
        "responsibilities": responsibility_rows(),
        "annual_price": system.annual_cost,
        "population_day": _population_day(reading, municipality, day),
        "escalations": escalation_rows(within_one=is_within),
        "appendices": _appendix_rows(system, is_within=is_within),
        **with_service_class(suggested_class(system.availability), system.environments or _PRODUCTION),
    }


def with_service_class(code: str, environments: str = "") -> Plain:
    """The values that choosing a driftklass fills in; `environments` as typed get levels of their own."""
    rows = environment_rows(items_of(environments), code)
    return {**preset(code), **({"environment_levels": rows} if rows else {})}


def propose_number(reading: Reading, day: date) -> str:
    """An agreement number that nothing in the file has, "DA-2026-001"; "" when all of the year's are taken."""
    candidates = [f"DA-{day.year}-{number:03}" for number in range(1, _MOST_NUMBERS + 1)]
    taken: set[str] = set()
    for deleted in (False, True):
        query = ListQuery(where={"number": candidates}, deleted=deleted, all_owners=True)
        reads = reading.many("agreements", reading.keys("agreements", query)).values()
        taken |= {read.record.number for read in reads if isinstance(read.record, Agreement)}
    return next((candidate for candidate in candidates if candidate not in taken), "")


def _holder(reading: Reading, system: Read, role_field: str) -> _Holder:
    held = system.holders.get(role_field)
    if held is None:
        return _Holder()
    role = reading.many("roles", [held.role_id]).get(held.role_id)
    person = reading.many("people", [held.person_id]).get(held.person_id) if held.person_id else None
    function, email, phone = "", "", ""
    if role and isinstance(role.record, Role):
        function, email, phone = role.record.function, role.record.email, role.record.phone
    if person and isinstance(person.record, Person):
        function = function or person.record.title
        email, phone = email or person.record.email, phone or person.record.phone
    return _Holder(function, email or None, phone or None)


def _customer_contacts(reading: Reading, system: Read) -> Iterator[Plain]:
    owner, manager = _holder(reading, system, "system_owner"), _holder(reading, system, "system_manager")
    yield _contact("systemagare", "avtalsansvarig", owner, owner.function or "Systemägare")
    yield _contact("systemagare", "systemansvarig", manager, manager.function or "Systemansvarig")


def _provider_contacts(reading: Reading, system: Read, provider: Belonging | None) -> Iterator[Plain]:
    operator = _holder(reading, system, "operations_manager")
    yield _contact("driftenhet", "avtalsansvarig", _Holder(), "IT-chef")
    yield _contact("driftenhet", "driftansvarig", operator, operator.function or "Driftansvarig")
    if provider is None:
        return
    desk = _Holder(
        email=provider.nearest("servicedesk_email") or provider.nearest("email") or None,
        phone=provider.nearest("servicedesk_phone") or provider.nearest("phone") or None,
    )
    if desk.email or desk.phone:
        yield _contact("driftenhet", "servicedesk", desk, "Servicedesk")
    on_call = provider.nearest("on_call_phone")
    if on_call:
        yield _contact("driftenhet", "beredskap", _Holder(phone=on_call), "Beredskap")


def _contact(party: str, task: str, holder: _Holder, name: str) -> Plain:
    return {"party": party, "task": task, "name": name, "phone": holder.phone, "email": holder.email, "hours": None}


def _appendix_rows(system: System, *, is_within: bool) -> list[Plain]:
    kinds = [("instruktion", "oppen")] if is_within and _can_be_instructed(system) else []
    kinds.append(("driftdokumentation", "sekretessprovas"))
    if system.category == "verksamhetssystem":
        kinds.append(("utbildningsplan", "oppen"))
    return [{"kind": kind, "title": None, "registry_number": None, "publicity": publicity} for kind, publicity in kinds]


def _can_be_instructed(system: System) -> bool:
    """Whether enough is known of the personal data to say in an instruktion what may be done with them."""
    known = (system.processing_purpose, system.data_subjects, system.data_categories)
    return bool(system.personal_data) and all(known)


def _municipality(reading: Reading, customer: Belonging | None) -> UUID:
    is_known = customer is not None and customer.legal.kind == "kommun"
    return customer.legal.id if customer and is_known else reading.organisation_id


def _population_day(reading: Reading, municipality: UUID, day: date) -> str | None:
    """The newest year's end whose population figure is at hand."""
    read = reading.many("organisations", [municipality]).get(municipality)
    code = read.record.municipality_code if read and isinstance(read.record, Organisation) else ""
    found = populations_of(reading).newest_common([code], day)
    return found.isoformat() if found else None


def _text(record_id: UUID | None) -> str | None:
    return str(record_id) if record_id else None
