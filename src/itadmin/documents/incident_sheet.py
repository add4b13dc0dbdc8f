"""Leverantörsincident: one sheet for the night when a supplier or a product is hit – whom to ring, what is touched.

What one rings comes first and largest. Nothing is obligatory: the sheet is made of what the register knows, and a gap
is told as one. The tables stand in `incident_sheet_tables.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from uuid import UUID

from itadmin.documents.content import (
    Block,
    BulletList,
    Column,
    DataTable,
    Field,
    FieldTable,
    Heading,
    Inline,
    KeyFact,
    KeyFacts,
    Missing,
    PageBreak,
    Paper,
    Paragraph,
    Strong,
)
from itadmin.documents.incident_sheet_tables import (
    agreements_table,
    backups_table,
    contacts_table,
    dependents_table,
    holders_table,
    systems_table,
    unbroken,
)
from itadmin.documents.phrases import counted, number_word
from itadmin.documents.prepared import Prepared, Target, missing_values
from itadmin.documents.profiles import profile_for
from itadmin.documents.templates import Template, runs_of, shipped_template
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.text import file_name
from itadmin.services.incidents import SUPPLIERS, Incident, Subject, gather
from itadmin.services.reading import Reading

TYPE = "incident_sheet"
NAME = "Leverantörsincident"
_LONGEST_NAME_PART = 60
_INCIDENT_PHONE = "Telefon vid incident"
_SAMPLE = "Övningsdata"
_INTERNAL = "Bladet är internt och innehåller personuppgifter. Förvara utskriften så, och kasta den när en ny finns."
_REMINDERS = ("early", "report", "personal", "final")
_LOG = ("discovered", "case", "contact", "next", "decision")
_LOG_ROWS = 8
_BLANK: Inline = ("\u00a0\n\u00a0",)
_UNKNOWN = "saknas"


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The sheet of one supplier. Raises KnownError when there is none."""
    return prepare_for(reading, Subject(supplier=record_id), draft=draft)


def prepare_for(reading: Reading, subject: Subject, *, draft: bool) -> Prepared:
    """The sheet of a supplier or a product, as things are on the day of the reading. Raises KnownError."""
    incident = gather(reading, subject)
    own = reading.organisation().record
    if not isinstance(own, Organisation):
        raise KnownError("Registret saknar uppgift om vems det är.")
    day = reading.day.isoformat()
    sample = (_SAMPLE,) if reading.is_sample else ()
    paper = Paper(
        title=incident.name,
        subtitle=NAME,
        subject=f"{NAME}: {incident.name}",
        created=datetime.combine(reading.day, time(), UTC),
        profile=profile_for(reading, None),
        header_right=f"{NAME} {incident.name}",
        footer_left=" · ".join((NAME, f"uppgifter per {day}", *sample)),
        marks=(*(word.upper() for word in sample), "INTERNT"),
        draft=draft,
        body=tuple(_body(incident, own, draft=draft)),
    )
    targets = {
        _INCIDENT_PHONE: Target(SUPPLIERS, incident.supplier.id if incident.supplier else None, "incident_phone")
    }
    name = f"{NAME}_{incident.name[:_LONGEST_NAME_PART]}_{day}.pdf"
    return Prepared(paper, missing_values(paper, targets), file_name(name))


def _body(incident: Incident, own: Organisation, *, draft: bool) -> Iterator[Block]:
    template = shipped_template(TYPE)
    yield KeyFacts(tuple(_numbers(incident, own, draft=draft)))
    yield from _supplier_facts(incident)
    yield from _section("Kontakter hos leverantören", contacts_table(incident))
    yield from _touched(incident)
    yield from _section("Ring i kommunen", holders_table(incident))
    yield from _section("Reservrutin och säkerhetskopior", backups_table(incident))
    yield from _section("Vad avtalen säger", agreements_table(incident))
    yield from _section("Andra som beror på systemen", dependents_table(incident))
    yield from _log(template)
    yield from _reminders(template)
    yield Paragraph(_INTERNAL, "note")


def _numbers(incident: Incident, own: Organisation, *, draft: bool) -> Iterator[KeyFact]:
    """What is rung: the supplier's incident line, its support, its switchboard, and our own people on call."""
    supplier = incident.supplier
    if supplier is not None:
        gap: Inline = (Missing(_INCIDENT_PHONE),) if draft else _UNKNOWN
        yield KeyFact("Telefon vid incident", unbroken(supplier.incident_phone) or gap, supplier.incident_email)
        support = "\n".join(part for part in (supplier.support_hours, supplier.support_email) if part)
        if supplier.support_phone or support:
            yield KeyFact("Leverantörens support", unbroken(supplier.support_phone) or _UNKNOWN, support)
        if supplier.phone and supplier.phone not in (supplier.incident_phone, supplier.support_phone):
            yield KeyFact("Leverantörens växel", unbroken(supplier.phone), supplier.email)
    if own.on_call_phone or own.servicedesk_phone:
        desk = f"Servicedesk {own.servicedesk_phone}" if own.on_call_phone and own.servicedesk_phone else ""
        label = "Vår beredskap" if own.on_call_phone else "Vår servicedesk"
        yield KeyFact(label, unbroken(own.on_call_phone or own.servicedesk_phone), desk)


def _supplier_facts(incident: Incident) -> Iterator[Block]:
    supplier = incident.supplier
    if supplier is None:
        yield Paragraph("Ingen gemensam leverantör är känd för de här systemen.")
        return
    facts = (
        ("Leverantör", supplier.name if supplier.name != incident.name else ""),
        ("Vårt kundnummer", supplier.customer_number),
        ("Supportportal", supplier.support_portal),
        ("Webbplats", supplier.website),
    )
    told = [(f" · {label} ", Strong(value)) for label, value in facts if value]
    if told:
        (first, value), *others = told
        yield Paragraph((first.removeprefix(" · "), value, *(run for fact in others for run in fact)))


def _touched(incident: Incident) -> Iterator[Block]:
    yield _heading("Berörda system")
    if not incident.touched:
        yield Paragraph("Inga system i registret är knutna hit.")
        return
    number = len(incident.touched)
    sensitive = sum(each.system.sensitive_personal_data is True for each in incident.touched)
    told = f"{counted(number, 'system', 'system')}, det mest kritiska först."
    if sensitive:
        told += f" {number_word(sensitive, neuter=True).capitalize()} av dem behandlar känsliga personuppgifter."
    yield Paragraph(told)
    yield systems_table(incident)


def _heading(text: str) -> Heading:
    """A small heading: the sheet is to be short."""
    return Heading(text, level=2, numbered=False)


def _section(title: str, table: DataTable | None) -> Iterator[Block]:
    if table is not None:
        yield _heading(title)
        yield table


def _log(template: Template) -> Iterator[Block]:
    """Lines to fill in by hand while it happens, on a page of their own."""
    yield PageBreak()
    yield _heading(template.heading("log"))
    yield FieldTable(tuple(Field(_plain(template, f"log.{key}"), _BLANK) for key in _LOG), label_width=62)
    yield DataTable(
        (Column("Klockslag", weight=24), Column("Vem", weight=36), Column("Vad som hände eller gjordes", weight=110)),
        ((_BLANK,) * 3,) * _LOG_ROWS,
    )


def _reminders(template: Template) -> Iterator[Block]:
    yield _heading(template.heading("reminders"))
    yield Paragraph(template.text({}, "reminders.intro"))
    yield BulletList(tuple(_reminder(template, f"reminders.{key}") for key in _REMINDERS))


def _reminder(template: Template, key: str) -> Inline:
    return (Strong(f"{template.title(key)}: "), *runs_of(template.text({}, key)))


def _plain(template: Template, key: str) -> str:
    return "".join(run for run in runs_of(template.text({}, key)) if isinstance(run, str))
