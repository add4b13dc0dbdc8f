"""Revisionspaketet: what an auditor asks of the register on a day, as tables in one file with a list of contents.

Papers are made elsewhere and handed in. Equal records, day and papers give equal bytes. For internal use: what is in it
may be covered by secrecy, and the list of contents says so.
"""

from __future__ import annotations

import hashlib
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from itadmin.domain.calendar import prose
from itadmin.domain.money import grouped
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.agreements import Agreement
from itadmin.services.changes_between import Between, ChangesBetween
from itadmin.services.changes_file import changes_file
from itadmin.services.display import field_text
from itadmin.services.exporting.files import make_file
from itadmin.services.exporting.records import Selection
from itadmin.services.exporting.sheet import Column, Row, Sheet, Written
from itadmin.services.progress import Progress
from itadmin.services.reading import ListQuery, Reading

ENDING = ".zip"
TITLE = "Revisionspaket"

_TABLE = ".xlsx"
_WORKBOOK = "itadmin.services.exporting.workbook"
_CONTENTS = "las-mig.txt"
_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
_UNIX, _PLAIN_FILE = 3, 0o100644 << 16

_SYSTEM_FIELDS = (
    "name",
    "purpose",
    "area",
    "department",
    "lifecycle",
    "supplier",
    "product",
    "hosting",
    "operating_unit",
    "system_owner",
    "system_manager",
    "personal_data",
    "sensitive_personal_data",
    "dpa_status",
    "user_count",
    "annual_cost",
    "reviewed_on",
)
_AGREEMENT_FIELDS = (
    "title",
    "number",
    "registry_number",
    "kind",
    "status",
    "systems",
    "supplier",
    "provider",
    "customer",
    "signed_on",
    "starts_on",
    "term_ends_on",
    "last_notice_day",
    "next_notice_day",
    "annual_price",
)
_AGREED = ("gallande", "uppsagt")
_WITHOUT = {"driftavtal": "i_drift_utan_driftavtal", "PUB-avtal": "personuppgifter_utan_pub"}
_VACANT = {
    "Systemägare": "utan_systemagare",
    "Systemansvarig": "utan_systemansvarig",
    "Ersättare för systemansvarig": "utan_ersattare",
}
_TOLD_OF_SYSTEMS = ("lifecycle", "department", "operating_unit", "supplier")
_SECRECY = (
    "Paketet är ett internt underlag. Systemförteckningen i PDF har bara öppna uppgifter; tabellerna har fler, och\n"
    "ändringarna kan nämna sådant som annars stannar i registret. Pröva sekretessen innan något lämnas ut."
)
_CHECKED = "Kontrollsumman (SHA-256) visar att en fil inte har ändrats sedan paketet gjordes."
_SAMPLE = "Övningsdata: allt är påhittat."


@dataclass(frozen=True, slots=True)
class _Member:
    """A file of the pack and what is in it."""

    name: str
    told: str
    written: Written


def audit_pack(reading: Reading, register_paper: bytes, progress: Progress) -> Written:
    """The pack as of the day of the reading; `register_paper` is the PDF of the systemförteckning.

    Raises CancelledError when the work is to stop, and KnownError when a table does not fit in its file.
    """
    members = list(_members(reading, register_paper, progress))
    contents = _contents(reading, members).replace("\n", "\r\n").encode("utf-8-sig")
    files = [(_CONTENTS, contents), *((member.name, member.written.content) for member in members)]
    return Written(_zipped(files), tuple(remark for member in members for remark in member.written.remarks))


def _members(reading: Reading, register_paper: bytes, progress: Progress) -> Iterator[_Member]:
    yield _Member("systemforteckning.pdf", "Systemen i drift, med öppna uppgifter.", Written(register_paper))
    for register, name, fields, told in (
        ("systems", "systemforteckning", _SYSTEM_FIELDS, "Alla system i registret"),
        ("agreements", "avtal", _AGREEMENT_FIELDS, "Alla avtal, med slutdag och sista dag att säga upp"),
    ):
        ids = reading.keys(register)
        written = make_file(reading, Selection(REGISTERS[register], ids, fields), _TABLE, progress)
        yield _Member(name + _TABLE, _counted(told, len(ids)), written)
    yield _without_agreement(reading)
    yield _vacant_roles(reading)
    yield _changes(reading, progress)


def _without_agreement(reading: Reading) -> _Member:
    """Each system in operation that lacks an agreement it ought to have, with those it has."""
    lacking = _found(reading, _WITHOUT)
    agreed = _agreed(reading)
    rows = [
        (*told, *(word in lacking[key] for word in _WITHOUT), ", ".join(agreed[key]))
        for key, told in _systems(reading, lacking)
    ]
    columns = (*(Column(f"Saknar {word}", "yes_no") for word in _WITHOUT), Column("Gällande avtal", "long_text"))
    return _table(reading, "system-utan-avtal", "System som saknar driftavtal eller PUB-avtal", columns, rows)


def _vacant_roles(reading: Reading) -> _Member:
    """Each role that somebody ought to hold and nobody does."""
    lacking = _found(reading, _VACANT)
    rows = [(*told, word) for key, told in _systems(reading, lacking) for word in lacking[key]]
    return _table(reading, "vakanta-roller", "Roller som ingen har", (Column("Vakant roll"),), rows)


def _changes(reading: Reading, progress: Progress) -> _Member:
    year = reading.day.year
    changes = ChangesBetween(reading, Between(date(year, 1, 1), reading.day))
    title = f"Ändringar {year} till och med {reading.day.isoformat()}"
    written = changes_file(reading, changes, _TABLE, title, progress)
    return _Member(f"andringar-{year}{_TABLE}", _counted(f"Poster som har ändrats under {year}", len(changes)), written)


def _found(reading: Reading, findings: Mapping[str, str]) -> dict[UUID, list[str]]:
    """The systems with any of these findings, each with the words of those it has."""
    found: dict[UUID, list[str]] = defaultdict(list)
    for word, finding in findings.items():
        for key in reading.keys("systems", ListQuery(findings=(finding,))):
            found[key].append(word)
    return found


def _systems(reading: Reading, wanted: Mapping[UUID, object]) -> Iterator[tuple[UUID, Row]]:
    """What is told of each system that is wanted, in the order of names."""
    register = REGISTERS["systems"]
    keys = [key for key in reading.keys(register.name) if key in wanted]
    for key, read in reading.many(register.name, keys).items():
        yield key, (read.label, *(field_text(register, read, name) for name in _TOLD_OF_SYSTEMS))


def _agreed(reading: Reading) -> dict[UUID, list[str]]:
    """The titles of the agreements in force, by system."""
    found: dict[UUID, list[str]] = defaultdict(list)
    keys = reading.keys("agreements", ListQuery(where={"status": _AGREED}))
    for read in reading.many("agreements", keys).values():
        if isinstance(read.record, Agreement):
            for system in read.record.systems:
                found[system].append(read.label)
    return found


def _table(reading: Reading, name: str, told: str, columns: Sequence[Column], rows: Sequence[Row]) -> _Member:
    fields = REGISTERS["systems"].fields
    common = (Column("System"), *(Column(fields[field].label) for field in _TOLD_OF_SYSTEMS))
    sheet = Sheet("System", (*common, *columns), rows)
    written: Written = import_module(_WORKBOOK).write_workbook([sheet], told, reading.day)
    return _Member(name + _TABLE, _counted(told, len(rows)), written)


def _counted(told: str, number: int) -> str:
    return f"{told}: {grouped(number)}."


def _contents(reading: Reading, members: Iterable[_Member]) -> str:
    lines = [f"{TITLE} – {reading.organisation().label}", f"Läget {prose(reading.day)}"]
    lines += [_SAMPLE] if reading.is_sample else []
    lines += ["", _SECRECY, "", _CHECKED]
    for member in members:
        lines += [
            "",
            member.name,
            f"  {member.told}",
            f"  SHA-256 {hashlib.sha256(member.written.content).hexdigest()}",
        ]
        lines += [f"  {remark}" for remark in member.written.remarks]
    return "\n".join(lines) + "\n"


def _zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The files in a zip that is the same whenever and wherever it is made."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in files:
            info = ZipInfo(name, _FIRST_MOMENT)
            info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, _UNIX, _PLAIN_FILE
            archive.writestr(info, content)
    return stream.getvalue()
