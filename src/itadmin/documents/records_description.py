"""Beskrivning av allmänna handlingar: where they are, how one finds them and whom to ask, as OSL 4 kap. 2 § wants it.

For publication, so only of fields that anybody may know. How one gets hold of somebody who answers is obligatory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from itadmin.documents.content import (
    Appendix,
    Block,
    Column,
    DataTable,
    Field,
    FieldTable,
    Heading,
    Missing,
    Paragraph,
    Strong,
)
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.gathering import label
from itadmin.documents.open_systems import LEFT_OUT, grouped, open_systems
from itadmin.documents.phrases import listed_names, raised
from itadmin.documents.prepared import Prepared, Target, missing_values
from itadmin.documents.templates import Template, shipped_template
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.text import file_name
from itadmin.services.display import field_text
from itadmin.services.organisations import belonging
from itadmin.services.reading import ListQuery, Read, Reading

TYPE = "records_description"
NAME = "Beskrivning av allmänna handlingar"

_SYSTEMS = REGISTERS["systems"]
_NO_DEPARTMENT = "Utan förvaltning"
_OPEN = f"Beskrivningen innehåller öppna uppgifter. {LEFT_OUT}"
_SERVICES = "e_tjanst"
_CONTACTS = ("email", "phone")
_WAYS = ("postal_address", "email", "phone", "website")
_BOARD, _DEPARTMENT = "namnd", "forvaltning"
_LABEL = "Bilaga 1"


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper on the day of the reading; it is about the whole file, whatever `record_id`. Raises KnownError."""
    del record_id
    own = reading.organisation().record
    if not isinstance(own, Organisation):
        raise KnownError("Registret saknar uppgift om vems det är.")
    template = shipped_template(TYPE)
    systems = [read for read, _system in open_systems(reading)]
    paper = replace(
        dated_paper(reading, NAME, tuple(_body(template, reading, own, systems)), internal=False),
        subject=f"{NAME} för {own.name}",
        draft=draft,
        appendices=(_appendix(template, systems),) if systems else (),
    )
    targets = {label(own, field): Target("organisations", own.id, field) for field in _CONTACTS}
    name = f"{NAME}_{own.name[:60]}_{reading.day.isoformat()}.pdf"
    return Prepared(paper, missing_values(paper, targets), file_name(name))


def _body(template: Template, reading: Reading, own: Organisation, systems: list[Read]) -> Iterator[Block]:
    yield Paragraph(template.text({}, "about.text"))
    yield from _organisation(template, reading)
    yield from _section(template, "finding", *(("appendix",) if systems else ()))
    yield from _aids(template, systems)
    yield from _section(template, "contact")
    yield FieldTable(tuple(_contact(own)))
    yield from _section(template, "secrecy")
    yield DataTable(_columns(("Verksamhet", 50), ("Bestämmelser", 120)), template.glossary("secrecy"))
    yield from _exchange(template, systems)
    yield from _section(template, "disposal")
    yield from _section(template, "sale")
    yield Paragraph(_OPEN, "note")


def _section(template: Template, key: str, *more: str) -> Iterator[Block]:
    yield Heading(template.heading(key), numbered=False)
    yield Paragraph(template.text({}, *(f"{key}.{passage}" for passage in ("text", *more))))


def _columns(*columns: tuple[str, float]) -> tuple[Column, ...]:
    return tuple(Column(title, weight=weight) for title, weight in columns)


def _told(read: Read, name: str) -> str:
    return field_text(_SYSTEMS, read, name)


def _organisation(template: Template, reading: Reading) -> Iterator[Block]:
    """The nämnder of the kommun, each with the förvaltningar that work for it."""
    yield from _section(template, "organisation")
    boards: dict[UUID, str] = {}
    departments: dict[UUID | None, list[str]] = defaultdict(list)
    for key in reading.keys("organisations", ListQuery(where={"kind": (_BOARD, _DEPARTMENT)})):
        place = belonging(reading, key)
        if place is None or place.legal.id != reading.organisation_id:
            continue
        if place.chain[0].kind == _BOARD:
            boards[key] = place.chain[0].name
        else:
            departments[next((unit.id for unit in place.units if unit.kind == _BOARD), None)].append(
                place.chain[0].name
            )
    rows = [(name, ", ".join(departments[key])) for key, name in boards.items()]
    rows += [("", name) for name in departments[None]]
    if rows:
        yield DataTable(_columns(("Nämnd", 70), ("Förvaltning", 100)), tuple(rows))


def _appendix(template: Template, systems: list[Read]) -> Appendix:
    """The systems by förvaltning: there are so many that they would hide the rest."""
    columns = _columns(("System", 42), ("Används till", 92), ("Gallringsfrist", 36))
    blocks: list[Block] = []
    for name, reads in grouped(systems, lambda read: _told(read, "department")).items():
        blocks.append(Heading(name or _NO_DEPARTMENT, level=2, numbered=False))
        rows = tuple((_told(read, "name"), _told(read, "purpose"), _told(read, "retention")) for read in reads)
        blocks.append(DataTable(columns, rows, row_heading="strong"))
    return Appendix(_LABEL, template.heading("systems"), tuple(blocks))


def _aids(template: Template, systems: list[Read]) -> Iterator[Block]:
    yield from _section(template, "aids")
    services = [read.label for read in systems if getattr(read.record, "category", "") == _SERVICES]
    if services:
        yield Paragraph(template.text({"e_tjanster": listed_names(services)}, "aids.services"))


def _contact(own: Organisation) -> Iterator[Field]:
    yield Field("Kommun", (Strong(own.name),))
    for field in _WAYS:
        value = getattr(own, field)
        if value or field in _CONTACTS:
            yield Field(label(own, field), value or (Missing(label(own, field)),))


def _exchange(template: Template, systems: list[Read]) -> Iterator[Block]:
    """To whom something is given, each with the systems that it is taken from."""
    given = [read for read in systems if not _told(read, "recipients").casefold().startswith(("inga", "ingen"))]
    groups = grouped(given, lambda read: _told(read, "recipients"))
    rows = tuple(
        (raised(told), ", ".join(_told(read, "name") for read in reads)) for told, reads in groups.items() if told
    )
    yield from _section(template, "exchange", *(("table",) if rows else ()))
    if rows:
        yield DataTable(_columns(("Lämnas till", 60), ("Ur systemen", 110)), rows)
