"""The appendices that are made with a driftavtal: systems, levels per environment, contacts and price."""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.documents import operations_agreement_privacy, operations_agreement_training
from itadmin.documents import operations_agreement_sharing as sharing
from itadmin.documents.content import (
    Appendix,
    Block,
    Column,
    DataTable,
    Field,
    FieldTable,
    Heading,
    Inline,
    Paragraph,
    Row,
)
from itadmin.documents.gathering import label, may_be_printed, shown
from itadmin.documents.operations_agreement_attached import DOCUMENTATION, INSTRUCTION, TRAINING
from itadmin.documents.operations_agreement_facts import AgreementFacts, SystemFacts
from itadmin.documents.operations_agreement_requirements import field_mark, system_mark
from itadmin.documents.operations_agreement_tables import task_name
from itadmin.documents.operations_agreement_words import classification
from itadmin.documents.operations_agreement_writer import Writer
from itadmin.documents.phrases import hours, level_percent, listed_names, lowered, raised
from itadmin.documents.templates import joined, runs_of
from itadmin.domain.money import NBSP, format_kronor
from itadmin.domain.registers.agreement_rows import ContactRow, EnvironmentRow
from itadmin.domain.text import listed
from itadmin.domain.typed_lists import items_of, names_of

_WIDE_TEXT = 40
"""Characters of opening hours or support from which the levels need a landscape page."""

_MADE = {INSTRUCTION: operations_agreement_privacy.instruction, TRAINING: operations_agreement_training.training}
"""What writes an appendix that the agreement asks for, by its kind."""

_WITHIN = "Lyfts vidare om frågan inte är löst inom"

_FIRST_CONTACTS = frozenset({"servicedesk", "beredskap"})
"""The tasks that most who look in the list look for."""

_TECHNICAL = ("placement", "database", "operating_system", "client_requirements", "sign_in")
"""Fields of a system that open papers leave out."""


def appendices(writer: Writer) -> tuple[Appendix, ...]:
    """The appendices of this file in order: those that are always made, then those that the agreement asks for."""
    contents = (_systems(writer), _levels(writer), _contacts(writer), _prices(writer))
    landscape = (False, _levels_are_wide(writer.facts), False, False)
    always = (
        Appendix(f"Bilaga {number}", title, tuple(blocks), landscape=wide, key=f"appendix-{number}")
        for number, (title, blocks, wide) in enumerate(
            zip(appendix_titles(writer), contents, landscape, strict=False), start=1
        )
    )
    asked = (
        Appendix(f"Bilaga {appendix.number}", appendix.title, tuple(_MADE[appendix.kind](writer)), key=appendix.key)
        for appendix in writer.facts.asked_appendices
        if appendix.made
    )
    return (*always, *asked)


def appendix_titles(writer: Writer) -> tuple[str, ...]:
    """The titles of the appendices that are always made with the agreement."""
    price = "shared_price_appendix" if writer.facts.is_shared else "price_appendix"
    sections = ("system_appendix", "levels_appendix", "contacts", price)
    return tuple(writer.template.heading(section) for section in sections[: writer.facts.made_appendices])


def _systems(writer: Writer) -> Iterator[Block]:
    facts = writer.facts
    if not facts.systems:
        yield FieldTable((Field("System", (field_mark("systems"),)),))
    for system in facts.systems:
        if len(facts.systems) > 1:
            yield Heading(system.record.name, level=2)
        fields = tuple(Field(name, value) for name, value in _system_fields(facts, system) if value)
        yield FieldTable(fields, key=f"system-{system.record.id}")
    if facts.is_open and any(shown(system.record, field) for system in facts.systems for field in _TECHNICAL):
        yield writer.note(
            "system_appendix.withheld" if facts.appendix(DOCUMENTATION) else "system_appendix.withheld_elsewhere"
        )


def _system_fields(facts: AgreementFacts, system: SystemFacts) -> Iterator[tuple[str, Inline]]:
    record, agreement = system.record, facts.agreement
    is_only = len(facts.systems) == 1
    yield "System", ", ".join(name for name in (record.name, record.aliases) if name)
    for field in ("purpose", "area", "product"):
        yield label(record, field), getattr(record, field)
    yield "Leverantör", system.supplier or (facts.supplier if is_only else "")
    yield "Version", record.version
    modules = names_of(record.modules or (agreement.modules if is_only else ""))
    yield "Moduler", raised(listed_names(modules))
    environments = items_of(record.environments or (agreement.environments if is_only else ""))
    yield "Miljöer", raised(listed(environments))
    yield "Driftform", _hosting(facts, system)
    for field in ("data_country", "support_ends", "longest_outage_hours", *_TECHNICAL):
        if may_be_printed(record, field, agreement.publicity):
            yield label(record, field), shown(record, field)
    yield "Informationsklass", _classed(system)
    yield "Personuppgifter", _personal_data(system)


def _hosting(facts: AgreementFacts, system: SystemFacts) -> str:
    hosting = shown(system.record, "hosting", facts.value_words)
    return ": ".join(part for part in (hosting, system.operating_unit) if part)


def _classed(system: SystemFacts) -> Inline:
    day = system.record.classified_on
    return joined(*runs_of(classification(system)), f", klassad {day.isoformat()}" if day else "")


def _personal_data(system: SystemFacts) -> Inline:
    record = system.record
    if record.personal_data is None:
        return (system_mark(system, "personal_data"),)
    if not record.personal_data:
        return "Nej"
    if record.sensitive_personal_data is None:
        return "Ja"
    return "Ja, även känsliga" if record.sensitive_personal_data else "Ja, inga känsliga"


def _levels_are_wide(facts: AgreementFacts) -> bool:
    texts = [text for row in _environments(facts) for text in (row.opening_hours, row.support_hours)]
    return any(len(text) > _WIDE_TEXT for text in texts)


def _environments(facts: AgreementFacts) -> tuple[EnvironmentRow, ...]:
    """The environments with their levels; without any, the agreement's own levels hold for the first one."""
    agreement = facts.agreement
    if agreement.environment_levels:
        return agreement.environment_levels
    first = next(iter(items_of(agreement.environments)), "produktion")
    own = EnvironmentRow(
        name=first,
        opening_hours=agreement.opening_hours,
        support_hours=agreement.support_hours,
        availability_percent=agreement.availability_percent,
        rpo_hours=agreement.rpo_hours,
        rto_hours=agreement.rto_hours,
    )
    return (own,)


def _levels(writer: Writer) -> Iterator[Block]:
    facts = writer.facts
    yield DataTable(
        columns=(
            Column("Miljö", weight=26),
            Column("Öppettid", weight=46),
            Column("Support", weight=34),
            Column("Tillgäng\u00adlighet", "right", 20),
            Column("RPO", "right", 18),
            Column("RTO", "right", 18),
        ),
        rows=tuple(_environment_row(facts, row) for row in _environments(facts)),
        caption="Nivåer per miljö",
        note="RPO är högsta godtagbara dataförlust och RTO längsta återställningstid.",
        row_heading="strong",
        wide=True,
        key="environment-levels",
    )
    named = {lowered(row.name) for row in _environments(facts)}
    if {lowered(name) for name in items_of(facts.agreement.environments)} - named:
        yield writer.note("levels_appendix.others")


def _environment_row(facts: AgreementFacts, row: EnvironmentRow) -> Row:
    availability = row.availability_percent
    return (
        raised(row.name),
        row.opening_hours.replace(", ", ",\n"),
        row.support_hours.replace(", ", ",\n"),
        "" if availability is None else level_percent(availability),
        "" if row.rpo_hours is None else hours(row.rpo_hours),
        "" if row.rto_hours is None else hours(row.rto_hours, in_days=facts.counts_always),
    )


def _contacts(writer: Writer) -> Iterator[Block]:
    facts = writer.facts
    if facts.agreement.contacts:
        yield Paragraph(writer.text("contacts.intro"))
        yield contact_table(facts)
    else:
        yield Paragraph(writer.text("contacts.none"))
    if facts.agreement.escalations:
        yield escalation_table(facts)


def contact_table(facts: AgreementFacts) -> DataTable:
    """Whom to reach for what on either side, those that most look for first."""
    contacts = sorted(
        ((party, row) for party in (facts.provider, facts.customer) for row in party.contacts),
        key=lambda contact: contact[1].task not in _FIRST_CONTACTS,
    )
    has_hours = any(row.hours not in ("", facts.agreement.support_hours) for _, row in contacts)
    columns = [
        Column("Uppdrag", weight=30),
        Column("Befattning", weight=36),
        Column("Part", weight=23),
        Column("Telefon", weight=27),
        Column("E-post", weight=54),
    ]
    if has_hours:
        columns.append(Column("Nås", weight=24))
    return DataTable(
        columns=tuple(columns),
        rows=tuple(
            (
                task_name(facts, row.task),
                _position(facts, row),
                party.name,
                row.phone.replace(" ", NBSP),
                row.email,
                *((row.hours,) if has_hours else ()),
            )
            for party, row in contacts
        ),
        caption="Kontaktvägar",
        wide=True,
        key="contacts",
    )


def _position(facts: AgreementFacts, contact: ContactRow) -> str:
    """Who has a task, when that is not said by the task itself."""
    return "" if contact.name.casefold() == task_name(facts, contact.task).casefold() else contact.name


def escalation_table(facts: AgreementFacts) -> DataTable:
    """The steps that a question is taken through."""
    steps = facts.agreement.escalations
    has_party = any(row.party for row in steps)
    columns = [Column("Steg", weight=14), Column("Funktion", weight=70), Column(_WITHIN, weight=52)]
    if has_party:
        columns.insert(2, Column("Part", weight=30))
    return DataTable(
        columns=tuple(columns),
        rows=tuple(
            (str(number), row.function, *((shown(row, "party"),) if has_party else ()), row.within)
            for number, row in enumerate(steps, start=1)
        ),
        caption="Eskalering",
        wide=True,
        key="escalation",
    )


def _prices(writer: Writer) -> Iterator[Block]:
    if writer.facts.agreement.prices:
        yield _price_table(writer.facts)
    if writer.facts.is_shared:
        yield from sharing.tables(writer.facts)


def _price_table(facts: AgreementFacts) -> DataTable:
    rows: list[Row] = [(row.item, row.basis, _amount(row.amount)) for row in facts.agreement.prices]
    amounts = [row.amount for row in facts.agreement.prices if row.amount is not None]
    has_sum = 0 < len(amounts) == len(rows)
    if has_sum:
        rows.append(("Summa", "", _amount(sum(amounts))))
    return DataTable(
        columns=(Column("Post", weight=62), Column("Grund", weight=62), Column("Kronor per år", "right", 36)),
        rows=tuple(rows),
        caption="Pris per år" if facts.is_within_one else "Pris per år, exklusive moms",
        sum_row=has_sum,
        wide=True,
        key="prices",
    )


def _amount(ore: int | None) -> str:
    return "" if ore is None else format_kronor(ore).removesuffix(f"{NBSP}kr")
