"""Systemkort: a few pages for internal use that tell what a system is, who answers for it, how it is run and guarded.

Nothing is obligatory; a draft marks what a system ought to have and does not. What is gathered stands in
`system_card_facts.py`, the tables in `system_card_tables.py`, integrations in `system_card_dependencies.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from itadmin.documents.content import Block, Field, FieldTable, Heading, Inline, Missing, Paper, Paragraph, Profile
from itadmin.documents.gathering import shown
from itadmin.documents.phrases import raised
from itadmin.documents.prepared import Prepared, Target, missing_values
from itadmin.documents.profiles import profile_for
from itadmin.documents.system_card_dependencies import dependency_blocks
from itadmin.documents.system_card_facts import Card, gather
from itadmin.documents.system_card_tables import agreements, earlier_classifications, papers, people, training, use
from itadmin.domain.fields import Rows
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.systems import System
from itadmin.domain.text import file_name
from itadmin.services.reading import Reading

TYPE = "system_card"
_FIELDS = REGISTERS["systems"].fields
_SECTIONS = {section.key: section for section in REGISTERS["systems"].sections}
_LISTS = frozenset({"modules", "environments"})
_ON_OPERATION = frozenset({"driftavtal", "driftoverenskommelse"})
_NOT_TOLD = frozenset({"purpose", "starter_key", "suggestion"})
_DERIVED: Mapping[str, tuple[str, ...]] = {
    "klassning": ("derived_criticality", "enhanced_protection"),
    "bedomning": ("next_review_on",),
}
"""Computed fields that are told at the end of a section."""
_LONGEST_NAME_PART = 60
_SECRECY = "Kortet är ett internt underlag. Pröva sekretessen innan det lämnas ut."
_SAMPLE = "Övningsdata"


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The card of one system as things are on the day of the reading. Raises KnownError when there is none."""
    card = gather(reading, record_id, draft=draft)
    name = f"Systemkort_{card.system.name[:_LONGEST_NAME_PART]}_{reading.day.isoformat()}.pdf"
    paper = _paper(card, tuple(dependency_blocks(reading, card.system.id)), profile_for(reading, None))
    return Prepared(paper, missing_values(paper, _targets(card.system)), file_name(name))


def _targets(system: System) -> Mapping[str, Target]:
    return {field.label: Target("systems", system.id, name) for name, field in _FIELDS.items()}


def _paper(card: Card, dependencies: tuple[Block, ...], profile: Profile) -> Paper:
    sample = (_SAMPLE,) if card.is_sample else ()
    return Paper(
        title=card.system.name,
        subtitle="Systemkort",
        subject=f"Systemkort för {card.system.name}",
        created=card.day,
        profile=profile,
        header_right=f"Systemkort {card.system.name}",
        footer_left=" · ".join(("Systemkort", card.day.date().isoformat(), *sample)),
        marks=(*(word.upper() for word in sample), "INTERNT"),
        draft=card.draft,
        body=tuple(_body(card, dependencies)),
    )


def _body(card: Card, dependencies: tuple[Block, ...]) -> Iterator[Block]:
    purpose = _value(card, "purpose")
    if purpose:
        yield Paragraph(purpose, "lead")
    yield from _section(card, "oversikt")
    yield from _section(card, "livscykel")
    yield from people(card)
    yield from use(card)
    yield from _section(card, "klassning")
    yield from earlier_classifications(card)
    yield from _section(card, "personuppgifter")
    yield from _section(card, "drift", _service_class(card))
    yield from _section(card, "sakerhetskopiering")
    yield from dependencies
    yield from agreements(card)
    yield from _section(card, "bedomning")
    yield from training(card)
    yield from _documents(card)
    yield Paragraph(_SECRECY, "note")


def _documents(card: Card) -> Iterator[Block]:
    """Which documentation there is, and where."""
    told, kept = list(_section(card, "dokument")), list(papers(card))
    if kept and not told:
        yield Heading(_SECTIONS["dokument"].title, numbered=False)
    yield from told
    yield from kept


def _section(card: Card, key: str, *more: Field) -> Iterator[Block]:
    names = (*_SECTIONS[key].fields, *_DERIVED.get(key, ()))
    told = [name for name in dict.fromkeys(names) if name not in _NOT_TOLD and not isinstance(_FIELDS[name], Rows)]
    values = ((_FIELDS[name].label, _value(card, name)) for name in told)
    fields = (*(Field(label, value) for label, value in values if value), *(field for field in more if field.value))
    if fields:
        yield Heading(_SECTIONS[key].title, numbered=False)
        yield FieldTable(fields)


def _service_class(card: Card) -> Field:
    """The driftklass of the agreement on operation that holds, with that agreement's number."""
    operations = [found for found in card.agreements if found.kind in _ON_OPERATION and found.service_class]
    holding = sorted(operations, key=lambda found: found.status != "gallande")
    if not holding:
        return Field("Driftklass", "")
    noun = shown(holding[0], "kind").lower()
    source = f", enligt {noun} {holding[0].number}" if holding[0].number else ""
    return Field("Driftklass", f"{shown(holding[0], 'service_class', card.read.words)}{source}")


def _value(card: Card, name: str) -> Inline:
    value = getattr(card.system, name)
    field = _FIELDS[name]
    text = card.read.labels.get(value, "") if isinstance(value, UUID) else shown(card.system, name, card.read.words)
    if name == "operating_unit":
        text = card.operating_unit
    if name == "user_count" and text:
        text = f"{text} i kommunen"
    if text:
        return raised(text) if name in _LISTS else text
    return (Missing(field.label),) if card.draft and field.expected else ""
