"""The tables of the incident sheet: what is touched, whom to ring, what is agreed, how one manages meanwhile.

Each gives None when there is nothing to tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from itadmin.documents.content import Cell, CellContent, Column, DataTable, Inline, Row, Strong
from itadmin.documents.gathering import label, shown
from itadmin.documents.phrases import hours
from itadmin.domain.money import NBSP
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.roles import Role
from itadmin.domain.registers.systems import System
from itadmin.domain.text import listed
from itadmin.services.dependency_picture import OUTSIDE
from itadmin.services.incidents import Holder, Incident, Touched

_UNKNOWN = "saknas"
_CRITICAL_LEVEL = 3
_OURS = "systemagare"
_FIRST_PRIORITY = "1"
_CLASSES = (("confidentiality", "K"), ("integrity", "R"), ("availability", "T"), ("traceability", "S"))


def systems_table(incident: Incident) -> DataTable:
    """Each touched system, how critical it is, and what data is in it."""
    rows = [
        (
            Cell(each.read.label, strong=True),
            _criticality(each),
            _classes(each.system),
            _personal_data(each.system),
            shown(each.system, "dpa_status") or _unknown(each.system.personal_data),
            _hours(each.system.longest_outage_hours),
        )
        for each in incident.touched
    ]
    return DataTable(
        (
            Column("System", weight=42),
            Column("Kritikalitet", weight=32),
            Column("Klassning", weight=24),
            Column("Person\u00aduppgifter", weight=26),
            Column("PUB-avtal", weight=24),
            Column("Tål avbrott", weight=22),
        ),
        tuple(rows),
        wide=True,
    )


def holders_table(incident: Incident) -> DataTable | None:
    """Whom to ring, each once, with what they answer for; who answers for the most critical comes first."""
    tasks: dict[Holder, dict[str, list[str]]] = {}
    for each in incident.touched:
        for holder in each.holders:
            role = shown(Role(kind=holder.role), "kind", each.read.words)
            tasks.setdefault(replace(holder, role=""), {}).setdefault(role, []).append(each.read.label)
    rows: list[Row] = [
        (Cell(holder.name or _UNKNOWN, strong=True), _reached(holder.phone, holder.email), _tasks(roles))
        for holder, roles in tasks.items()
    ]
    alone = [each.read.label for each in incident.touched if not each.holders]
    if alone:
        rows.append(("Ingen är angiven", "", listed(alone)))
    columns = (Column("Vem", weight=46), Column("Telefon och e-post", weight=52), Column("Svarar för", weight=72))
    return DataTable(columns, tuple(rows), wide=True) if rows else None


def contacts_table(incident: Incident) -> DataTable | None:
    """The supplier's people, and those that agreements name for it."""
    rows: list[Row] = [
        (Cell(person.name, strong=True), _reached(person.phone, person.email), person.title)
        for person in incident.contacts
    ]
    supplier = incident.supplier.id if incident.supplier else None
    for agreement in incident.agreements:
        named = agreement.contacts if supplier and agreement.provider == supplier else ()
        for contact in named:
            if contact.party != _OURS and (contact.phone or contact.email):
                task = f"{shown(contact, 'task')}, {_agreement_name(agreement)}"
                reached = _reached(contact.phone, contact.email)
                rows.append((Cell(contact.name or _UNKNOWN, strong=True), reached, task))
    columns = (Column("Vem", weight=46), Column("Telefon och e-post", weight=52), Column("Uppgift", weight=72))
    return DataTable(columns, tuple(rows), wide=True) if rows else None


def agreements_table(incident: Incident) -> DataTable | None:
    """What the agreements promise when something has happened, and where the papers are."""
    rows = [
        (
            Cell(_agreement_name(agreement), strong=True),
            _support(agreement),
            _duty(agreement),
            _end(agreement),
            _where(agreement),
        )
        for agreement in incident.agreements
    ]
    columns = (
        Column("Avtal", weight=38),
        Column("Support", weight=36),
        Column("Vid incident", weight=42),
        Column("Löper ut", weight=22),
        Column("Papperet finns", weight=32),
    )
    return DataTable(columns, tuple(rows), wide=True) if rows else None


def backups_table(incident: Incident) -> DataTable | None:
    """How the work goes on meanwhile, and what can be restored; the note says of which systems nothing is known."""
    rows: list[Row] = []
    unknown: list[str] = []
    for each in incident.touched:
        told = (_fallback(each), _backup(each), _recovery(each), shown(each.system, "restore_tested_on"))
        if any(told):
            rows.append((Cell(each.read.label, strong=True), *(part or _UNKNOWN for part in told)))
        else:
            unknown.append(each.read.label)
    columns = (
        Column("System", weight=32),
        Column("Reservrutin", weight=54),
        Column("Säkerhetskopior", weight=38),
        Column("RPO / RTO", weight=24),
        Column("Återläsning provad", weight=22),
    )
    note = f"Uppgifter saknas i registret för {listed(unknown)}." if unknown else ""
    return DataTable(columns, tuple(rows), note=note, wide=True) if rows else None


def dependents_table(incident: Incident) -> DataTable | None:
    """What else stops when the touched systems do."""
    rows = [
        (
            Cell(each.part.label, strong=True),
            OUTSIDE if each.part.record_id is None else each.part.criticality,
            listed(each.on),
        )
        for each in incident.dependents
    ]
    columns = (Column("System", weight=60), Column("Kritikalitet", weight=44), Column("Beror på", weight=66))
    return DataTable(columns, tuple(rows), wide=True) if rows else None


def unbroken(number: str) -> str:
    """A telephone number that stays on one line."""
    return number.replace(" ", NBSP)


def _reached(phone: str, email: str) -> Inline:
    """How somebody is reached, the telephone first and heavier."""
    number = Strong(unbroken(phone)) if phone else "Telefon saknas"
    return (number, f"\n{email}") if email else (number,)


def _tasks(roles: Mapping[str, Sequence[str]]) -> str:
    return "\n".join(f"{role}: {', '.join(systems)}" for role, systems in roles.items())


def _end(agreement: Agreement) -> str:
    """The last day of the agreement's term, or that it runs on."""
    return shown(agreement, "term_ends_on") or ("Tills vidare" if agreement.open_ended else "")


def _criticality(touched: Touched) -> CellContent:
    system, words = touched.system, touched.read.words
    word = shown(system, "derived_criticality", words)
    return Cell(word, _CRITICAL_LEVEL, strong=True) if system.derived_criticality == "kritisk" else word or _UNKNOWN


def _classes(system: System) -> str:
    found = [f"{letter}{getattr(system, field)}" for field, letter in _CLASSES if getattr(system, field)]
    return NBSP.join(found) or "Ej klassat"


def _personal_data(system: System) -> CellContent:
    if system.sensitive_personal_data:
        return Cell("Ja, känsliga", strong=True)
    return shown(system, "personal_data") or _UNKNOWN


def _unknown(personal_data: bool | None) -> str:
    return "" if personal_data is False else _UNKNOWN


def _hours(number: int | None) -> str:
    return "" if number is None else hours(number)


def _agreement_name(agreement: Agreement) -> str:
    return " ".join(part for part in (agreement.title, agreement.number) if part)


def _support(agreement: Agreement) -> str:
    jour = {True: "Jour utanför supporttid", False: "Ingen jour", None: ""}[agreement.on_call]
    return "\n".join(part for part in (agreement.support_hours, jour, agreement.support_channels) if part)


def _duty(agreement: Agreement) -> str:
    parts = [agreement.incident_duty]
    for row in agreement.priorities:
        if row.priority == _FIRST_PRIORITY:
            parts += [
                f"{label(row, name)} {getattr(row, name)}"
                for name in ("response", "resolution", "updates")
                if getattr(row, name)
            ]
    return "\n".join(part for part in parts if part)


def _where(agreement: Agreement) -> str:
    files = [row.file_name for row in agreement.attachments if row.file_name]
    number = f"Dnr {agreement.registry_number}" if agreement.registry_number else ""
    return "\n".join(part for part in (number, *files) if part)


def _fallback(touched: Touched) -> str:
    agreed = (found.fallback_routine for found in touched.agreements if found.fallback_routine)
    return touched.system.fallback_routine or next(agreed, "")


def _backup(touched: Touched) -> str:
    system = touched.system
    own = [system.backup_frequency, f"sparas {system.backup_retention}" if system.backup_retention else ""]
    if any(own):
        return ", ".join(part for part in own if part)
    return "\n".join(_agreed_backups(touched))


def _agreed_backups(touched: Touched) -> Iterator[str]:
    for agreement in touched.agreements:
        for row in agreement.backups:
            kept = f"sparas {shown(row, 'retention_days')}" if row.retention_days else ""
            yield f"{shown(row, 'kind')}: {', '.join(part for part in (row.interval, kept) if part)}".rstrip(": ")


def _recovery(touched: Touched) -> str:
    found = (_agreed(touched, "rpo_hours"), _agreed(touched, "rto_hours"))
    shorts = ["–" if number is None else f"{number}{NBSP}h" for number in found]
    return " / ".join(shorts) if any(number is not None for number in found) else ""


def _agreed(touched: Touched, field: str) -> Any:
    """A value of the system, else of the first agreement that has one."""
    values = (getattr(record, field, None) for record in (touched.system, *touched.agreements))
    return next((value for value in values if value is not None), None)
