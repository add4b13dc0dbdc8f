"""What an incident at a supplier, or in a product, touches: which systems, whom to ring, what is agreed.

Reads only; works on the file alone. Systems that are no longer used are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from itadmin.domain.calculations.dependencies import Side, outline
from itadmin.domain.problems import KnownError, NotFoundError
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.registers.people import Person
from itadmin.domain.registers.roles import Role
from itadmin.domain.registers.systems import System
from itadmin.domain.text import fold, swedish_key
from itadmin.services.dependencies import Part, joint_dependencies, weight_of
from itadmin.services.reading import ListQuery, Read, Reading

SUPPLIERS = "organisations"
SUPPLIER_KIND = "leverantor"
_GONE = "avvecklad"
_OVER = frozenset({"upphort", "ersatt"})
_DEPTH = 2
_MOST_OFFERS = 12
_MOST_READ = 200


@dataclass(frozen=True, slots=True)
class Subject:
    """What the incident is about: a supplier by its id, or (without one) a product by its name."""

    supplier: UUID | None = None
    product: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A supplier or product that words may mean, what it is called, and what it is."""

    subject: Subject
    label: str
    detail: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody to ring: the role, the name or function, where, and how to reach them."""

    role: str
    name: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class Touched:
    """A system that is touched, with who answers for it and the agreements about it that hold."""

    read: Read
    system: System
    holders: tuple[Holder, ...]
    agreements: tuple[Agreement, ...]


@dataclass(frozen=True, slots=True)
class Dependent:
    """Something that depends on a touched system, and which."""

    part: Part
    on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """Everything one needs to know. `supplier` is None for a product that no supplier is known of."""

    name: str
    supplier: Organisation | None
    contacts: tuple[Person, ...]
    touched: tuple[Touched, ...]
    dependents: tuple[Dependent, ...]

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """The agreements about the touched systems, each once."""
        return tuple({found.id: found for each in self.touched for found in each.agreements}.values())


def offers(reading: Reading, words: str) -> list[Offer]:
    """The suppliers and products that words may mean, suppliers first; a few of all without words."""
    suppliers = _suppliers(reading, words)
    products = _products(reading, words)
    room = max(_MOST_OFFERS - len(products), _MOST_OFFERS // 2)
    return [*suppliers[:room], *products][:_MOST_OFFERS]


def subject_of(reading: Reading, register: str, record_id: UUID) -> Subject | None:
    """What an incident is likely about when one stands on a record: the supplier, or a system's supplier or product."""
    record = reading.one(register, record_id).record
    if isinstance(record, Organisation) and record.kind == SUPPLIER_KIND:
        return Subject(supplier=record.id)
    if isinstance(record, System) and record.supplier is not None:
        return Subject(supplier=record.supplier)
    return Subject(product=record.product) if isinstance(record, System) and record.product else None


def gather(reading: Reading, subject: Subject) -> Incident:
    """Gather all that is known of what an incident touches. Raises NotFoundError, or KnownError for no subject."""
    if subject.supplier is None and not subject.product.strip():
        raise KnownError("Välj vilken leverantör eller produkt incidenten gäller.")
    touched = tuple(_touched(reading, read) for read in _systems(reading, subject))
    supplier = _supplier(reading, subject, touched)
    return Incident(
        name=supplier.name if supplier and subject.supplier else subject.product.strip(),
        supplier=supplier,
        contacts=_contacts(reading, supplier),
        touched=tuple(sorted(touched, key=_urgency)),
        dependents=tuple(_dependents(reading, touched)),
    )


def _suppliers(reading: Reading, words: str) -> list[Offer]:
    query = ListQuery(words=words, where={"kind": [SUPPLIER_KIND]}, all_owners=True)
    ids = reading.keys(SUPPLIERS, query)[:_MOST_OFFERS]
    return [
        Offer(Subject(supplier=read.record.id), read.label, "Leverantör")
        for read in reading.many(SUPPLIERS, ids).values()
    ]


def _products(reading: Reading, words: str) -> list[Offer]:
    """The products of systems that the words match, in the order of their names."""
    ids = reading.keys("systems", ListQuery(words=words))[:_MOST_READ]
    names: dict[str, str] = {}
    for read in reading.many("systems", ids).values():
        product = str(getattr(read.record, "product", ""))
        if product and all(word in fold(product) for word in fold(words).split()):
            names.setdefault(fold(product), product)
    found = sorted(names.values(), key=swedish_key)
    return [Offer(Subject(product=name), name, "Produkt") for name in found[:_MOST_OFFERS]]


def _systems(reading: Reading, subject: Subject) -> list[Read]:
    """The own systems that are in use and come from, are run by or are agreed on with the supplier; or the product."""
    ids = dict.fromkeys(
        _ids_of_product(reading, subject) if subject.supplier is None else _ids_of_supplier(reading, subject.supplier)
    )
    found = reading.many("systems", ids).values()
    return [read for read in found if not read.placeholder and _is_used(read)]


def _is_used(read: Read) -> bool:
    return not read.record.deleted and getattr(read.record, "lifecycle", "") != _GONE


def _ids_of_product(reading: Reading, subject: Subject) -> Iterator[UUID]:
    wanted = fold(subject.product.strip())
    for read in reading.many("systems", reading.keys("systems", ListQuery(words=subject.product))).values():
        if wanted in (fold(str(getattr(read.record, "product", ""))), fold(read.label)):
            yield read.record.id


def _ids_of_supplier(reading: Reading, supplier: UUID) -> Iterator[UUID]:
    name = reading.label(SUPPLIERS, supplier)
    for field in ("supplier", "operating_unit"):
        yield from reading.keys("systems", ListQuery(where={field: [str(supplier)]}))
    if name:
        yield from reading.keys("systems", ListQuery(where={"cloud_provider": [name]}))
    for field in ("supplier", "provider"):
        for read in reading.referring("agreements", field, supplier):
            if isinstance(read.record, Agreement) and read.record.status not in _OVER:
                yield from read.record.systems


def _supplier(reading: Reading, subject: Subject, touched: tuple[Touched, ...]) -> Organisation | None:
    """The supplier itself; of a product, the one supplier that all its systems name."""
    if subject.supplier is not None:
        record = reading.one(SUPPLIERS, subject.supplier).record
        if not isinstance(record, Organisation):
            raise NotFoundError("Leverantören finns inte i filen. Läs om listan.")
        return record
    named = {each.system.supplier for each in touched if each.system.supplier}
    found = reading.many(SUPPLIERS, named).values() if len(named) == 1 else ()
    return next((read.record for read in found if isinstance(read.record, Organisation)), None)


def _contacts(reading: Reading, supplier: Organisation | None) -> tuple[Person, ...]:
    if supplier is None:
        return ()
    people = (read.record for read in reading.referring("people", "organisation", supplier.id))
    return tuple(person for person in people if isinstance(person, Person))


def _touched(reading: Reading, read: Read) -> Touched:
    if not isinstance(read.record, System):
        raise NotFoundError("Systemet finns inte i filen. Läs om listan.")
    agreements = (found.record for found in reading.referring("agreements", "systems", read.record.id))
    return Touched(
        read,
        read.record,
        tuple(_holders(reading, read.record.id)),
        tuple(found for found in agreements if isinstance(found, Agreement) and found.status not in _OVER),
    )


def _holders(reading: Reading, system_id: UUID) -> Iterator[Holder]:
    """Who holds a role on the day of the reading, in the order of the roles' weight."""
    day = reading.day
    roles = [read for read in reading.referring("roles", "system", system_id) if isinstance(read.record, Role)]
    for read in sorted(roles, key=_place):
        role = read.record
        if isinstance(role, Role) and (role.starts_on or day) <= day <= (role.ends_on or day):
            person = _person(reading, role.person)
            unit = read.labels.get(role.organisation, "") if role.organisation else ""
            name = ", ".join(part for part in (person.name if person else "", role.function, unit) if part)
            phone = role.phone or (person.phone if person else "")
            yield Holder(role.kind, name, phone, role.email or (person.email if person else ""))


def _place(read: Read) -> int:
    kind = str(getattr(read.record, "kind", ""))
    roles = tuple(read.words.all_of("roll"))
    return roles.index(kind) if kind in roles else len(roles)


def _person(reading: Reading, person_id: UUID | None) -> Person | None:
    read = reading.many("people", [person_id]).get(person_id) if person_id else None
    return read.record if read is not None and isinstance(read.record, Person) else None


def _urgency(touched: Touched) -> tuple[int, str, str]:
    """The most critical first, then by availability and by name."""
    criticality = weight_of(touched.system.derived_criticality)
    return (-criticality, _turned(touched.system.availability), swedish_key(touched.read.label))


def _turned(level: str) -> str:
    return str(9 - int(level)) if level.isdigit() else "9"


def _dependents(reading: Reading, touched: tuple[Touched, ...]) -> Iterator[Dependent]:
    """What depends on the touched systems and is not touched itself, the most critical first."""
    own = {str(each.system.id): each.read.label for each in touched}
    reached = joint_dependencies(reading, [each.system.id for each in touched], _DEPTH)
    found: dict[str, tuple[Part, list[str]]] = {}
    for key, name in own.items():
        for line in outline(reached.flows, key, _DEPTH, Side.RECEIVERS):
            if line.key not in own and not line.is_repeated:
                _, on = found.setdefault(line.key, (reached.parts[line.key], []))
                on.append(name)
    parts = sorted(found.values(), key=lambda item: (-item[0].weight, swedish_key(item[0].label)))
    yield from (Dependent(part, tuple(on)) for part, on in parts)
