"""Systemkort: one or two pages for internal use that tell what a system is, who answers for it and how it is run.

Nothing is obligatory; a draft marks what a system ought to have and does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from uuid import UUID

from itadmin.documents.content import (
    Block,
    Column,
    DataTable,
    Field,
    FieldTable,
    Heading,
    Inline,
    Missing,
    Paper,
    Paragraph,
    Profile,
    Row,
)
from itadmin.documents.gathering import shown
from itadmin.documents.phrases import notice_day_words, raised
from itadmin.documents.prepared import Prepared, Target, missing_values
from itadmin.domain.fields import Held
from itadmin.domain.problems import KnownError
from itadmin.domain.register import Section
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.agreements import Agreement, term_state
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.registers.people import Person
from itadmin.domain.registers.roles import Role
from itadmin.domain.registers.systems import System
from itadmin.domain.text import file_name
from itadmin.domain.values import LISTS
from itadmin.services.organisations import belonging
from itadmin.services.reading import Read, Reading

TYPE = "system_card"
_FIELDS = REGISTERS["systems"].fields
_SECTIONS = {section.key: section for section in REGISTERS["systems"].sections}
_LISTS = frozenset({"modules", "environments"})
_ON_OPERATION = frozenset({"driftavtal", "driftoverenskommelse"})
_TOLD_ELSEWHERE = frozenset({"purpose"})
_LONGEST_NAME_PART = 60
_SECRECY = "Kortet är ett internt underlag. Pröva sekretessen innan det lämnas ut."
_SAMPLE = "Övningsdata"


@dataclass(frozen=True)
class _Card:
    """A system with those who answer for it and the agreements about it."""

    day: datetime
    organisation: str
    is_sample: bool
    read: Read
    system: System
    operating_unit: str
    roles: tuple[tuple[Role, str, Person | None], ...]
    agreements: tuple[Agreement, ...]
    draft: bool


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The card of one system as things are on the day of the reading. Raises KnownError when there is none."""
    card = _gather(reading, record_id, draft=draft)
    name = f"Systemkort_{card.system.name[:_LONGEST_NAME_PART]}_{reading.day.isoformat()}.pdf"
    paper = _paper(card)
    return Prepared(paper, missing_values(paper, _targets(card.system)), file_name(name))


def _gather(reading: Reading, record_id: UUID | None, *, draft: bool) -> _Card:
    if record_id is None:
        raise KnownError("Välj vilket system kortet ska göras av.")
    read = reading.one("systems", record_id)
    own = reading.organisation().record
    if not isinstance(read.record, System) or not isinstance(own, Organisation):
        raise KnownError("Kortet kan bara göras av ett system.")
    unit = belonging(reading, read.record.operating_unit)
    agreements = (found.record for found in reading.referring("agreements", "systems", record_id))
    return _Card(
        day=datetime.combine(reading.day, time(), UTC),
        organisation=own.name,
        is_sample=reading.is_sample,
        read=read,
        system=read.record,
        operating_unit=unit.full_name if unit else "",
        roles=tuple(_roles(reading, record_id)),
        agreements=tuple(record for record in agreements if isinstance(record, Agreement)),
        draft=draft,
    )


def _roles(reading: Reading, system_id: UUID) -> Iterator[tuple[Role, str, Person | None]]:
    day = reading.day
    for read in reading.referring("roles", "system", system_id):
        role = read.record
        if isinstance(role, Role) and (role.starts_on or day) <= day <= (role.ends_on or day):
            person = reading.many("people", [role.person]).get(role.person) if role.person else None
            unit = read.labels.get(role.organisation, "") if role.organisation else ""
            yield role, unit, person.record if person and isinstance(person.record, Person) else None


def _targets(system: System) -> Mapping[str, Target]:
    return {field.label: Target("systems", system.id, name) for name, field in _FIELDS.items()}


def _paper(card: _Card) -> Paper:
    sample = (_SAMPLE,) if card.is_sample else ()
    return Paper(
        title=card.system.name,
        subtitle="Systemkort",
        subject=f"Systemkort för {card.system.name}",
        created=card.day,
        profile=Profile(card.organisation),
        header_right=f"Systemkort {card.system.name}",
        footer_left=" · ".join(("Systemkort", card.day.date().isoformat(), *sample)),
        marks=(*(word.upper() for word in sample), "INTERNT"),
        draft=card.draft,
        body=tuple(_body(card)),
    )


def _body(card: _Card) -> Iterator[Block]:
    purpose = _value(card, "purpose")
    if purpose:
        yield Paragraph(purpose, "lead")
    yield from _section(card, "oversikt")
    yield from _people(card)
    yield from _section(card, "drift", _service_class(card))
    for key in ("klassning", "bedomning"):
        yield from _section(card, key)
    yield from _agreements(card)
    yield Paragraph(_SECRECY, "note")


def _section(card: _Card, key: str, *more: Field) -> Iterator[Block]:
    section: Section = _SECTIONS[key]
    values = ((_FIELDS[name].label, _value(card, name)) for name in section.fields if name not in _TOLD_ELSEWHERE)
    fields = (*(Field(label, value) for label, value in values if value), *(field for field in more if field.value))
    if fields:
        yield Heading(section.title, numbered=False)
        yield FieldTable(fields)


def _service_class(card: _Card) -> Field:
    """The driftklass of the agreement on operation that holds, with that agreement's number."""
    operations = [found for found in card.agreements if found.kind in _ON_OPERATION and found.service_class]
    holding = sorted(operations, key=lambda found: found.status != "gallande")
    if not holding:
        return Field("Driftklass", "")
    noun = shown(holding[0], "kind").lower()
    source = f", enligt {noun} {holding[0].number}" if holding[0].number else ""
    return Field("Driftklass", f"{shown(holding[0], 'service_class')}{source}")


def _value(card: _Card, name: str) -> Inline:
    value = getattr(card.system, name)
    field = _FIELDS[name]
    text = card.read.labels.get(value, "") if isinstance(value, UUID) else shown(card.system, name)
    if name == "operating_unit":
        text = card.operating_unit
    if name == "user_count" and text:
        text = f"{text} i kommunen"
    if text:
        return raised(text) if name in _LISTS else text
    return (Missing(field.label),) if card.draft and field.expected else ""


def _people(card: _Card) -> Iterator[Block]:
    order = tuple(LISTS["roll"])
    in_order = sorted(card.roles, key=lambda held: order.index(held[0].kind) if held[0].kind in order else len(order))
    rows: list[Row] = [_role_row(*role) for role in in_order]
    rows += [(field.label, (Missing(field.label),), "", "") for field in _vacant(card)]
    if rows:
        yield Heading(_SECTIONS["roller"].title, numbered=False)
        yield DataTable(
            (
                Column("Roll", weight=36),
                Column("Innehavare", weight=54),
                Column("E-post", weight=42),
                Column("Telefon", weight=28),
            ),
            tuple(rows),
            row_heading="label",
        )


def _vacant(card: _Card) -> Iterator[Held]:
    """The roles that somebody ought to have and nobody has, for a draft to mark."""
    taken = {role.kind for role, _, _ in card.roles}
    for field in _FIELDS.values():
        if card.draft and isinstance(field, Held) and field.expected and field.role not in taken:
            yield field


def _role_row(role: Role, unit: str, person: Person | None) -> Row:
    holder = ", ".join(part for part in (person.name if person else "", role.function, unit) if part)
    email = role.email or (person.email if person else "")
    phone = role.phone or (person.phone if person else "")
    return (shown(role, "kind"), holder, email, phone)


def _agreements(card: _Card) -> Iterator[Block]:
    if not card.agreements:
        return
    yield Heading("Avtal", numbered=False)
    yield DataTable(
        (
            Column("Avtal", weight=60),
            Column("Slag", weight=36),
            Column("Läge", weight=28),
            Column("Löper ut", weight=22),
            Column("Sägs upp senast", weight=26),
        ),
        tuple(
            (
                " ".join(part for part in (agreement.title, agreement.number) if part),
                shown(agreement, "kind"),
                shown(agreement, "status"),
                shown(agreement, "term_ends_on"),
                notice_day_words(term_state(agreement, card.day.date())),
            )
            for agreement in card.agreements
        ),
        row_heading="label",
    )
