"""Systemförteckning for one's own use: who answers for each system, how it is classed, and until when it is agreed on.

Marked as internal on every page. Systems that concern säkerhetsskydd are left out here too, and it says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from itadmin.documents.content import Block, Column, Paragraph, Row
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.open_systems import systems_in_use
from itadmin.documents.phrases import counted
from itadmin.documents.prepared import Prepared
from itadmin.documents.system_register import GROUPED_BY, by_department
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.text import file_name
from itadmin.services.display import field_text
from itadmin.services.reading import ListQuery, Read, Reading

TYPE = "system_register_internal"
NAME = "Systemförteckning, intern"

_SYSTEMS, _AGREEMENTS = REGISTERS["systems"], REGISTERS["agreements"]
_IN_FORCE = ("gallande", "uppsagt")
_COLUMNS = (
    Column("System", weight=40),
    Column("Systemägare", weight=38),
    Column("Systemansvarig", weight=38),
    Column("Driftande enhet", weight=34),
    Column("K", "center", 7),
    Column("R", "center", 7),
    Column("T", "center", 7),
    Column("Driftklass", weight=38),
    Column("Avtal och sista dag", weight=96),
)
_HELD = ("system_owner", "system_manager")
_CLASSES = ("confidentiality", "integrity", "availability")
_SECRECY = (
    "Förteckningen är ett internt underlag. Pröva sekretessen innan den lämnas ut. "
    "System som omfattas av säkerhetsskydd är inte med."
)

Agreements = Mapping[UUID, list[Read]]


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper of all systems in use on the day of the reading; it is about the whole file, whatever `record_id`."""
    del record_id
    organisation = reading.organisation().label
    paper = replace(
        dated_paper(reading, NAME, tuple(_body(reading))),
        subject=f"{NAME}, för {organisation}",
        draft=draft,
        landscape=True,
    )
    return Prepared(paper, (), file_name(f"Systemforteckning_intern_{organisation[:60]}_{reading.day.isoformat()}.pdf"))


def _body(reading: Reading) -> Iterator[Block]:
    systems = [read for read, system in systems_in_use(reading) if not system.security_protection]
    agreed = _agreements(reading)
    number = counted(len(systems), "system", "system") if systems else "Inga system"
    yield Paragraph(f"{number} är i drift.", "lead")
    yield from by_department(systems, _COLUMNS, lambda read: _row(read, agreed.get(read.record.id, [])))
    yield Paragraph(_SECRECY, "note")


def _agreements(reading: Reading) -> Agreements:
    """The agreements in force by the systems they are about, in the order of their names."""
    found: dict[UUID, list[Read]] = defaultdict(list)
    keys = reading.keys(_AGREEMENTS.name, ListQuery(where={"status": _IN_FORCE}))
    for read in reading.many(_AGREEMENTS.name, keys).values():
        if isinstance(read.record, Agreement):
            for system in read.record.systems:
                found[system].append(read)
    return found


def _row(read: Read, agreements: list[Read]) -> Row:
    return (
        field_text(_SYSTEMS, read, "name"),
        *(_holder(read, name) for name in _HELD),
        field_text(_SYSTEMS, read, "operating_unit"),
        *(getattr(read.record, name) for name in _CLASSES),
        ", ".join(dict.fromkeys(filter(None, (field_text(_AGREEMENTS, each, "service_class") for each in agreements)))),
        "\n".join(_term(each) for each in agreements),
    )


def _holder(read: Read, name: str) -> str:
    """Who holds a role; that a function belongs to the förvaltning of the heading need not be said again."""
    return field_text(_SYSTEMS, read, name).removesuffix(f", {field_text(_SYSTEMS, read, GROUPED_BY)}")


def _term(read: Read) -> str:
    """An agreement and the last day of its term: "Driftavtal DA-2026-014, 2029-12-31"."""
    number, open_ended = getattr(read.record, "number", ""), getattr(read.record, "open_ended", None)
    last = "tills vidare" if open_ended else field_text(_AGREEMENTS, read, "term_ends_on") or "utan dag"
    return " ".join(filter(None, (field_text(_AGREEMENTS, read, "kind"), number))) + f", {last}"
