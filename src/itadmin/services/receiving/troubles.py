"""What the reader of share files found that does not fit here, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from itadmin.domain.fields import Rows
from itadmin.domain.record import described_fields
from itadmin.domain.registers import REGISTERS
from itadmin.services.sharing.field_names import column_label
from itadmin.storage.sharing.arriving import Trouble


@dataclass(frozen=True, slots=True)
class ShareProblem:
    """Something in a file that does not fit here and stops nothing: where, and one sentence.

    `register` and `field` are identifiers, "" when none is meant; `record` is what the record is called.
    """

    register: str
    record: str
    field: str
    reason: str


def problems_of(troubles: Iterable[Trouble]) -> Iterator[ShareProblem]:
    """Each of them as it is told."""
    for trouble in troubles:
        yield ShareProblem(trouble.register, trouble.label, trouble.field, _sentence(trouble))


def _sentence(trouble: Trouble) -> str:
    if trouble.kind == "tabell":
        return f"Uppgifter som den här versionen av itadmin inte känner till ({trouble.register}) tas inte med."
    if trouble.kind == "falt":
        return f"{_plural(trouble.register)}: fältet {trouble.field} finns inte i den här versionen och tas inte med."
    field = field_label(trouble.register, trouble.field)
    if trouble.kind == "lang":
        return f"{field} är längre än den här versionen har plats för och har kortats."
    if trouble.kind == "kod":
        return f"{field} har ett värde som den här versionen inte känner till: {trouble.detail[:60]}."
    return trouble.detail


def field_label(register: str, field: str) -> str:
    """What a field is called, or a column of rows as "ROWS.COLUMN"; its identifier when it is not known here."""
    name, _, column = field.partition(".")
    described = REGISTERS[register].fields.get(name) if register in REGISTERS else None
    if described is None:
        return field
    if isinstance(described, Rows) and column in (columns := described_fields(described.row)):
        return column_label(described, columns[column])
    return described.label


def _plural(register: str) -> str:
    return REGISTERS[register].plural if register in REGISTERS else register
