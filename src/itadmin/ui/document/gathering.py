"""Gathering what a paper needs from the record it is made of and from what its paper says it lacks. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from itadmin.documents import cooperation_agreement, decision_paper, it_policy, operations_agreement, steering_document
from itadmin.documents.catalogue import TYPES
from itadmin.documents.cooperation_agreement_facts import AGREEMENT_FIELDS
from itadmin.documents.it_policy_requirements import DOCUMENT_LABELS
from itadmin.documents.operations_agreement_requirements import AGREEMENT_LABELS
from itadmin.documents.prepared import MissingValue
from itadmin.documents.steering_document_front import LABELS
from itadmin.documents.variables import REGISTER as VALUES
from itadmin.domain.fields import Choice, Held, Reference
from itadmin.domain.record import plain_value
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import listed
from itadmin.services.display import field_text
from itadmin.services.reading import Read, Reading
from itadmin.ui.document.needs import Need, NeedGroup
from itadmin.ui.document.text_values import text_values

_STEERING = {
    it_policy.TYPE: DOCUMENT_LABELS,
    steering_document.TYPE: LABELS,
    steering_document.INSTRUCTION_TYPE: LABELS,
}
_FIELDS: Mapping[str, tuple[str, ...]] = {
    cooperation_agreement.TYPE: AGREEMENT_FIELDS,
    decision_paper.TYPE: decision_paper.CASE_FIELDS,
    operations_agreement.TYPE: (*AGREEMENT_LABELS, "contacts", "signatories", "priorities"),
    **{name: ("kind", "status", *labels) for name, labels in _STEERING.items()},
}
"""The obligatory fields of a type's own record; of a type that is not named here, the expected ones."""


def gather_needs(
    type_name: str, reading: Reading, record_id: UUID | None, missing: Iterable[MissingValue]
) -> tuple[NeedGroup, ...]:
    """What a paper needs, section by section of its record, then of the other records that it lacks something of.

    A paper about the whole file has no record of its own.
    """
    lacking = list(missing)
    register_name = TYPES[type_name].register
    if register_name is None or record_id is None:
        return tuple(_other_groups(reading, lacking))
    register = REGISTERS[register_name]
    read = reading.one(register.name, record_id)
    wanted = frozenset(_FIELDS.get(type_name) or _expected(register))
    own = _own_groups(register, read, wanted, [value for value in lacking if value.record_id == record_id])
    elsewhere = [value for value in lacking if value.record_id != record_id]
    values = [value for value in elsewhere if value.register == VALUES and type_name in _STEERING]
    others = _other_groups(reading, [value for value in elsewhere if value not in values])
    gaps = (_gap(value, None) for value in values)
    in_text = (text_values(reading, record_id, gaps),) if type_name in _STEERING else ()
    return tuple(group for group in (*own, *others, *in_text) if group.needs)


def _expected(register: Register) -> Iterator[str]:
    return (name for name, field in register.fields.items() if field.expected or field.required)


def _own_groups(
    register: Register, read: Read, wanted: frozenset[str], lacking: list[MissingValue]
) -> Iterator[NeedGroup]:
    for section in register.sections:
        needs: list[Need] = []
        for name in section.fields:
            values = [value for value in lacking if value.field == name]
            is_empty = len(values) == 1 and not field_text(register, read, name)
            gaps = [_gap(value, register if is_empty else None) for value in values]
            needs += gaps or (_present(register, read, name) if name in wanted else ())
        yield NeedGroup(section.title, tuple(needs))


def _present(register: Register, read: Read, name: str) -> Iterator[Need]:
    """A field that has a value; one that has none and is not missed is not asked for by this paper."""
    text = field_text(register, read, name)
    if text:
        field = register.fields[name]
        value = None if isinstance(field, Held) else plain_value(field, getattr(read.record, name))
        yield Need(field.label, text, value, "", register.name, read.record.id, name)


def _other_groups(reading: Reading, lacking: list[MissingValue]) -> Iterator[NeedGroup]:
    """What other records lack, each record under its name; those that are called the same under one heading."""
    places: dict[str, list[MissingValue]] = {}
    for value in lacking:
        places.setdefault(_heading(reading, value), []).append(value)
    for title, values in places.items():
        is_one = len({(value.register, value.record_id) for value in values}) == 1 and not _is_nameless(values[0])
        needs = tuple(_gap(value, _calling(reading, value) if is_one else None) for value in values)
        yield NeedGroup(": ".join(filter(None, (title, _about(reading, values)))), needs)


def _is_nameless(value: MissingValue) -> bool:
    """Whether its record has no name of its own, but is told by a choice, such as how somebody stands."""
    register = REGISTERS[value.register]
    return all(isinstance(register.fields[name], Choice) for name in register.title_fields)


def _heading(reading: Reading, value: MissingValue) -> str:
    register = REGISTERS[value.register]
    if _is_nameless(value):
        return register.plural
    label = reading.label(register.name, value.record_id) if value.record_id else ""
    return label or register.singular.capitalize()


def _about(reading: Reading, values: list[MissingValue]) -> str:
    """What nameless records have in common: what all of them refer to; "" for others."""
    if not _is_nameless(values[0]):
        return ""
    told = [_references(reading, value) for value in values]
    return listed([name for place, name in told[0].items() if name and all(place in other for other in told)])


def _references(reading: Reading, value: MissingValue) -> dict[tuple[str, str], str]:
    """The names of what a record refers to where it is told in lists, by field and id."""
    register, begun = REGISTERS[value.register], dict(value.begun)
    record = reading.one(register.name, value.record_id).record if value.record_id else None
    found: dict[tuple[str, str], str] = {}
    for name in register.subtitle:
        field, key = register.fields[name], getattr(record, name) if record else begun.get(name)
        if isinstance(field, Reference) and key:
            found[name, str(key)] = reading.label(field.to, UUID(str(key)))
    return found


def _calling(reading: Reading, value: MissingValue) -> Register | None:
    """The register that calls a missing value, where its field is empty; None where the paper asks for another."""
    register = REGISTERS[value.register]
    if value.record_id is None:
        return register
    read = reading.one(register.name, value.record_id)
    return None if field_text(register, read, value.field) else register


def _gap(value: MissingValue, register: Register | None) -> Need:
    """A missing value; it is called as its field is where it is the only one of it under its record's heading.

    Without a register it is called as the paper calls it.
    """
    label = register.fields[value.field].label if register and value.record_id else value.label
    return Need(label, "", None, value.where, value.register, value.record_id, value.field, value.begun)
