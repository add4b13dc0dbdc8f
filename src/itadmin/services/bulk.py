"""Changing the same fields of many records as one step: what can be changed so, and what a change would come to.

Nothing is written here: the plan is shown first, and its ChangeSet applied as any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet, Plain
from itadmin.domain.fields import Computed, Rows
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.services.records import Records, Refused


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be changed, and the records that are left out because a rule refuses the change."""

    changes: ChangeSet
    refused: tuple[Refused, ...]


def changeable(register: Register) -> list[str]:
    """The fields that make sense for several records: not what names one, nor tables, nor what is computed."""
    single = {register.title_fields[0], *register.keys}
    return [
        name
        for name, field in register.fields.items()
        if name not in single and not isinstance(field, (Rows, Computed))
    ]


def plan(records: Records, register: str, ids: Sequence[UUID], values: Plain, also: tuple[Change, ...] = ()) -> Plan:
    """What setting `values` of these records would come to; None empties a field.

    `also` are records that the values refer to and that are made in the same step; with nothing to change they are
    not made either.
    """
    changes, refused = records.changes_of_save(register, ids, values)
    description = REGISTERS[register]
    number = len(ids) - len(refused)
    what = description.singular if number == 1 else description.plural.lower()
    labels = ", ".join(description.fields[name].label for name in values)
    title = f"Ändrade {number} {what}: {labels}"
    return Plan(ChangeSet(title, (*also, *changes) if changes else ()), refused)
