"""Systemförteckning: the systems that are in use, told with what anybody may know, for publication and requests.

Only fields that may stand in open papers are in it. What may be secret by its mere existence is left out whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from itadmin.documents.content import Block, Column, DataTable, Heading, Paragraph, Row
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.open_systems import LEFT_OUT, grouped, open_systems
from itadmin.documents.phrases import counted
from itadmin.documents.prepared import Prepared
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import file_name
from itadmin.services.display import field_text
from itadmin.services.reading import Read, Reading

TYPE = "system_register"
NAME = "Systemförteckning"

_REGISTER = REGISTERS["systems"]
COLUMNS = (
    ("name", "System", 34),
    ("purpose", "Används till", 92),
    ("area", "Område", 28),
    ("supplier", "Leverantör", 38),
    ("hosting", "Drift", 24),
    ("personal_data", "Person\u00aduppgifter", 18),
)
"""The fields that are printed, each with what it is called and its share of the table's width."""

GROUPED_BY = "department"
_NO_GROUP = "Utan förvaltning"
_OPEN = f"Förteckningen innehåller öppna uppgifter. {LEFT_OUT}"


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper of all systems in use on the day of the reading; it is about the whole file, whatever `record_id`."""
    del record_id
    organisation = reading.organisation().label
    body = tuple(_body([read for read, _system in open_systems(reading)]))
    paper = replace(
        dated_paper(reading, NAME, body, internal=False),
        subject=f"{NAME} för {organisation}",
        draft=draft,
        landscape=True,
    )
    return Prepared(paper, (), file_name(f"{NAME}_{organisation[:60]}_{reading.day.isoformat()}.pdf"))


def _body(systems: list[Read]) -> Iterator[Block]:
    number = counted(len(systems), "system", "system") if systems else "Inga system"
    yield Paragraph(f"{number} i drift tas upp här.", "lead")
    columns = tuple(Column(title, weight=weight) for _field, title, weight in COLUMNS)
    yield from by_department(systems, columns, _row)
    yield Paragraph(_OPEN, "note")


def by_department(
    systems: Sequence[Read], columns: tuple[Column, ...], row: Callable[[Read], Row]
) -> Iterator[Heading | DataTable]:
    """Systems as a table for each department that owns some, in the order of its name; those without one come last."""
    groups = grouped(systems, lambda read: field_text(_REGISTER, read, GROUPED_BY))
    for name, reads in groups.items():
        if len(groups) > 1 or name:
            yield Heading(name or _NO_GROUP, numbered=False)
        yield DataTable(columns, tuple(row(read) for read in reads), row_heading="strong")


def _row(read: Read) -> Row:
    return tuple(field_text(_REGISTER, read, name) for name, _title, _weight in COLUMNS)
