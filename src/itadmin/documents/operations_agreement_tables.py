"""The tables of a driftavtal: representatives, responsibilities, levels, incidents and backups."""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.documents.content import Cell, CellContent, Column, DataTable, Inline, Row
from itadmin.documents.gathering import may_be_printed, number_of, shown
from itadmin.documents.operations_agreement_attached import AppendixFacts
from itadmin.documents.operations_agreement_facts import AgreementFacts, Party
from itadmin.documents.operations_agreement_requirements import (
    PRIORITY_LABELS,
    REPRESENTATIVES,
    backup_mark,
    contact_mark,
    email_mark,
    field_mark,
    number_mark,
    party_mark,
    priority_mark,
    unit_mark,
)
from itadmin.documents.phrases import counted, level_percent
from itadmin.documents.templates import Template, joined
from itadmin.domain.money import NBSP
from itadmin.domain.registers.agreement_rows import BackupRow, PriorityRow
from itadmin.domain.service_classes import incident_priority
from itadmin.domain.values import LISTS, label_of

_IMPACTS = (
    "Hela kommunen, flera kommuner eller samtliga användare av ett system i driftklass 1 eller 2",
    "En förvaltning eller skola",
    "En grupp användare",
    "Enskild användare",
)
_URGENCIES = ("Verksamheten står stilla", "Kraftigt försvårad", "Kan arbeta vidare")
_PRIORITY_FILLS = {1: 5, 2: 3, 3: 2, 4: 0}
_RESPONSIBLE_FILL = 2
_COUNTED = "Tiderna räknas under supporttiden."
_COUNTED_ALWAYS = "Tiderna räknas dygnet runt, de som anges i arbetsdagar under supporttiden."
_MONTHLY = ("varje månad", "månadsvis", "en gång i månaden")
_IN_THIS_PAPER = "I denna handling"


def representatives(facts: AgreementFacts) -> DataTable:
    """Who speaks for each side, and how to reach them."""
    rows = zip(_party_rows(facts, facts.customer), _party_rows(facts, facts.provider), strict=True)
    return DataTable(
        columns=(
            Column("Uppgift", weight=35),
            Column(facts.customer.name, weight=54),
            Column(facts.provider.name, weight=54),
        ),
        rows=tuple((label, value, other) for (label, value), (_, other) in rows),
        caption="Företrädare",
        row_heading="label",
        key="representatives",
    )


def _party_rows(facts: AgreementFacts, party: Party) -> Iterator[tuple[str, Inline]]:
    belongs = party.belongs
    daily_task = REPRESENTATIVES[party.code][1]
    unit = (unit_mark(party),) if party.needs_unit else belongs.unit_names if belongs else ""
    yield "Organisation", joined(belongs.legal.name if belongs else party_mark(party))
    yield "Nämnd och enhet", unit
    yield "Organisationsnummer", _number(facts, party)
    yield task_name(facts, "avtalsansvarig"), _contact(party, "avtalsansvarig")
    yield "Systemansvarig / driftansvarig", _contact(party, daily_task)
    yield "Adress", belongs.nearest("postal_address") if belongs else ""
    yield "E-post", joined(party.reached_by("email") or email_mark(party))
    yield "Telefon", party.reached_by("phone").replace(" ", NBSP)


def _number(facts: AgreementFacts, party: Party) -> Inline:
    if party.belongs is None:
        return ""
    legal = party.belongs.legal
    number = number_of(legal)
    return number if number or facts.is_within_one else (number_mark(legal),)


def _contact(party: Party, task: str) -> Inline:
    contact = party.contact(task)
    if contact is None:
        return (contact_mark(party, task),)
    return contact.name or label_of("kontaktroll", task)


def task_name(facts: AgreementFacts, task: str) -> str:
    """What the task of a contact is called in this paper."""
    if task == "avtalsansvarig" and not facts.is_called_agreement:
        return "Ansvarig för överenskommelsen"
    return label_of("kontaktroll", task)


def definitions(template: Template) -> DataTable:
    """The terms that the agreement uses in a meaning of its own."""
    return DataTable(
        columns=(Column("Begrepp", weight=34), Column("Betydelse", weight=109)),
        rows=template.glossary("definitions"),
        caption="Begrepp",
        row_heading="strong",
        key="definitions",
    )


def appendices(facts: AgreementFacts, made: tuple[str, ...]) -> DataTable:
    """All appendices: `made` are the titles of those that always are within this paper."""
    rows: list[Row] = [(str(number), title, _IN_THIS_PAPER, "") for number, title in enumerate(made, start=1)]
    rows += [(str(each.number), each.title, _form(each), each.registry_number) for each in facts.asked_appendices]
    return DataTable(
        columns=(
            Column("Bilaga", weight=16),
            Column("Innehåll", weight=55),
            Column("Form", weight=46),
            Column("Dnr", weight=26),
        ),
        rows=tuple(rows),
        caption="Bilagor",
        key="appendices",
    )


def _form(appendix: AppendixFacts) -> str:
    if appendix.made:
        return _IN_THIS_PAPER
    return "Egen handling, sekretessprövas" if appendix.secret else "Egen handling"


def responsibilities(facts: AgreementFacts) -> DataTable:
    """Who carries out, answers for, is asked about and is told of each task."""
    return DataTable(
        columns=(
            Column("Uppgift", weight=63),
            Column("System\u00adägare", "center", 20),
            Column("System\u00adansvarig", "center", 20),
            Column("Driftande IT-enhet", "center", 20),
            Column("Leverantör", "center", 20),
        ),
        rows=tuple(
            (row.task, *map(_responsibility, (row.system_owner, row.system_manager, row.operating_unit, row.supplier)))
            for row in facts.agreement.responsibilities
        ),
        caption="Ansvarsmatris",
        note="A = ansvarar (tonad ruta), R = utför, K = konsulteras före, I = informeras efter, – = ingen roll.",
        key="responsibilities",
    )


def _responsibility(code: str) -> Cell:
    letters = "A/R" if code == "AR" else code
    return Cell(letters, level=_RESPONSIBLE_FILL if "A" in code else 0, strong=bool(code))


def levels(facts: AgreementFacts) -> DataTable:
    """The agreed levels at a glance."""
    return DataTable(
        columns=(Column("Egenskap", weight=48), Column("Nivå", weight=95)),
        rows=tuple((label, value) for label, value in _level_rows(facts) if value),
        caption="Servicenivåer",
        row_heading="strong",
        key="levels",
    )


def _level_rows(facts: AgreementFacts) -> Iterator[tuple[str, Inline]]:
    agreement = facts.agreement
    availability = agreement.availability_percent
    yield "Driftstid", joined(agreement.operating_hours or field_mark("operating_hours"))
    yield "Öppettid", joined(agreement.opening_hours or field_mark("opening_hours"))
    yield (
        "Tillgänglighet",
        joined(
            "Minst ",
            field_mark("availability_percent") if availability is None else level_percent(availability),
            " av öppettiden, mätt per ",
            shown(agreement, "measuring_period") or field_mark("measuring_period"),
        ),
    )
    yield "Längsta enskilda avbrott", agreement.longest_outage
    yield "Svarstid i systemet", agreement.response_time
    yield "Supporttid", joined(agreement.support_hours or field_mark("support_hours"))
    yield "Kontaktvägar", joined(agreement.support_channels or field_mark("support_channels"))
    yield "Beställning utförs inom", agreement.order_time


def priority_matrix() -> DataTable:
    """Which priority an incident gets from its impact and urgency."""
    return DataTable(
        columns=(Column("Påverkan", weight=62), *(Column(urgency, "center", 27) for urgency in _URGENCIES)),
        rows=tuple(
            (impact, *(_priority_cell(incident_priority(number, urgency)) for urgency in range(1, len(_URGENCIES) + 1)))
            for number, impact in enumerate(_IMPACTS, start=1)
        ),
        caption="Prioritet efter påverkan och brådska",
        grid=True,
        key="priority-matrix",
    )


def _priority_cell(priority: int) -> Cell:
    return Cell(f"P{priority}", level=_PRIORITY_FILLS[priority], strong=True)


def priorities(facts: AgreementFacts) -> DataTable:
    """What is promised for incidents of each priority."""
    given = {row.priority: row for row in facts.agreement.priorities}
    return DataTable(
        columns=(
            Column("Prioritet", weight=25),
            Column("Svar inom", weight=25),
            Column("Påbörjad inom", weight=28),
            Column("Åtgärdad inom", weight=31),
            Column("Lägesbesked", weight=34),
        ),
        rows=tuple(
            (label, *_times(code, given.get(code, PriorityRow(priority=code))))
            for code, label in LISTS["prioritet"].items()
        ),
        caption="Tider per prioritet",
        note=_COUNTED_ALWAYS if facts.counts_always else _COUNTED,
        row_heading="strong",
        key="priorities",
    )


def _times(priority: str, row: PriorityRow) -> Iterator[CellContent]:
    for field in PRIORITY_LABELS:
        yield joined(getattr(row, field) or priority_mark(priority, field))


def _kind_of(row: BackupRow) -> str:
    """What a kind of backup is called; full ones that are taken each month have a name of their own."""
    is_monthly = row.kind == "full" and row.interval.casefold().startswith(_MONTHLY)
    return "Månadskopia" if is_monthly else shown(row, "kind")


def backups(facts: AgreementFacts) -> DataTable:
    """What is copied how often and kept how long; where, only in papers that are not open."""
    rows = facts.agreement.backups
    with_place = any(row.place and may_be_printed(row, "place", facts.agreement.publicity) for row in rows)
    columns = [Column("Typ", weight=36), Column("Intervall", weight=44), Column("Sparas", weight=22)]
    if with_place:
        columns.append(Column("Plats och skydd", weight=50))
    return DataTable(
        columns=tuple(columns),
        rows=tuple(
            (
                _kind_of(row),
                joined(row.interval or backup_mark(row, "interval")),
                joined(
                    backup_mark(row, "retention_days")
                    if row.retention_days is None
                    else counted(row.retention_days, "dygn", "dygn")
                ),
                *((row.place,) if with_place else ()),
            )
            for row in rows
        ),
        caption="Säkerhetskopiering",
        row_heading="strong",
        key="backups",
    )
