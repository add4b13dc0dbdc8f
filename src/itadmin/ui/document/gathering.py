"""Gathering what a paper needs from the record it is made of and from what its paper says it lacks. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from itadmin.documents import it_policy, operations_agreement, steering_document
from itadmin.documents.catalogue import TYPES
from itadmin.documents.it_policy_requirements import DOCUMENT_LABELS
from itadmin.documents.operations_agreement_requirements import AGREEMENT_LABELS
from itadmin.documents.prepared import MissingValue
from itadmin.documents.steering_document_front import LABELS
from itadmin.documents.variables import REGISTER as VALUES
from itadmin.domain.fields import Held
from itadmin.domain.record import plain_value
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
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
            gaps = [_gap(value, register if len(values) == 1 else None) for value in values]
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
    places = dict.fromkeys((value.register, value.record_id) for value in lacking)
    for register_name, record_id in places:
        register = REGISTERS[register_name]
        label = reading.label(register_name, record_id) if record_id else ""
        needs = (
            _gap(value, register)
            for value in lacking
            if (value.register, value.record_id) == (register_name, record_id)
        )
        yield NeedGroup(label or register.singular.capitalize(), tuple(needs))


def _gap(value: MissingValue, register: Register | None) -> Need:
    """A missing value; it is called as its field is where it is the only one of it under its record's heading."""
    label = register.fields[value.field].label if register and value.record_id else value.label
    return Need(label, "", None, value.where, value.register, value.record_id, value.field, value.begun)
