"""Driftdokumentation: how the systems of a driftavtal are operated, as a paper of its own that is tested for secrecy.

What an open agreement leaves out is told here and nowhere else: where servers and copies are, what protects them, how
systems are joined. Nothing is obligatory; what is not known is told as a gap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from itadmin.documents.content import (
    Block,
    Field,
    FieldTable,
    Heading,
    Inline,
    Missing,
    Paper,
    Paragraph,
    Strong,
)
from itadmin.documents.dated_paper import dated_paper
from itadmin.documents.gathering import label, shown
from itadmin.documents.operations_agreement_appendices import contact_table, escalation_table
from itadmin.documents.operations_agreement_attached import DOCUMENTATION
from itadmin.documents.operations_agreement_facts import AgreementFacts, SystemFacts
from itadmin.documents.operations_agreement_front import paper_title, subtitle
from itadmin.documents.operations_agreement_gathering import gather
from itadmin.documents.operations_documentation_tables import backup_table, integration_table, right_table
from itadmin.documents.phrases import in_sentence, listed_names, lowered, raised
from itadmin.documents.prepared import Prepared, Target, missing_values
from itadmin.documents.templates import Template, Words, shipped_template
from itadmin.domain.money import NBSP, grouped
from itadmin.domain.text import file_name
from itadmin.services.reading import Reading

TYPE = "operations_documentation"
NAME = "Driftdokumentation"

_TESTED = "SEKRETESSPRÖVAS"
_UNKNOWN = "Uppgift saknas"
_CLOUD = "saas"
_ASKED = ("placement", "operating_system", "database", "sign_in")
"""Fields of a system that is operated here which whoever takes over asks for."""

_TECHNIQUE = (
    "product",
    "version",
    "modules",
    "environments",
    "hosting",
    "cloud_provider",
    "data_country",
    "placement",
    "servers",
    "operating_system",
    "database",
    "protocols",
    "client_requirements",
    "sign_in",
    "support_ends",
    "security_measures",
)
_COPIES = ("backup_frequency", "backup_interval_hours", "backup_retention", "restore_tested_on", "continuity_plan")
_AGREED_COPIES = ("rpo_hours", "rto_hours", "restore_test", "fallback_routine")
_PROTECTION = ("multi_factor", "log_months", "access_review", "incident_duty", "subcontractors")
_UPKEEP = ("maintenance_window", "change_notice_days", "critical_patch_time", "documentation_review")
_LABELS = 54
_LONGEST_NAME_PART = 60


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper of one agreement as things are on the day of the reading. Raises KnownError when there is none."""
    facts = gather(reading, record_id)
    marked, final = (_paper(reading, facts, draft=is_draft) for is_draft in (True, False))
    gaps = missing_values(marked, dict(_targets(facts)))
    name = file_name(f"{NAME}_{subtitle(facts)[:_LONGEST_NAME_PART]}_{reading.day.isoformat()}.pdf")
    return Prepared(marked, gaps, name) if draft else Prepared(final, (), name, untold=gaps)


def _paper(reading: Reading, facts: AgreementFacts, *, draft: bool) -> Paper:
    paper = dated_paper(reading, NAME, tuple(_body(reading, facts, draft=draft)), internal=False)
    return replace(
        paper,
        subtitle=subtitle(facts),
        subject=f"{NAME} för {subtitle(facts)}",
        header_right=f"{NAME} {subtitle(facts)}",
        marks=(*paper.marks, _TESTED),
        draft=draft,
    )


def _gap(system: SystemFacts, field: str) -> str:
    return f"{lowered(label(system.record, field))} för {system.record.name}"


def _targets(facts: AgreementFacts) -> Iterator[tuple[str, Target]]:
    for system in facts.systems:
        for field in _ASKED:
            yield _gap(system, field), Target("systems", system.record.id, field)


def _body(reading: Reading, facts: AgreementFacts, *, draft: bool) -> Iterator[Block]:
    template = shipped_template(TYPE)
    words: Words = {
        "system": subtitle(facts) or "systemen",
        "avtal": (Strong(in_sentence(facts.agreement.title)),),
    }
    yield Paragraph(template.text({}, "about.secrecy"), "lead")
    yield Paragraph(template.text(words, "about.purpose"))
    yield FieldTable(tuple(_about(facts)), label_width=_LABELS)
    yield Heading(template.heading("technique"))
    yield from _technique(facts, template, draft=draft)
    yield Heading(template.heading("copies"))
    yield from _copies(facts, template)
    yield Heading(template.heading("flows"))
    flows = integration_table(reading, _told_systems(facts))
    yield flows or Paragraph(template.text({}, "flows.none"))
    yield Heading(template.heading("protection"))
    yield _table(template, tuple(_fields(facts, _PROTECTION)))
    rights = right_table(_told_systems(facts))
    if rights:
        yield rights
    yield Heading(template.heading("upkeep"))
    yield _table(template, tuple(_upkeep(facts)))
    yield Heading(template.heading("contacts"))
    yield contact_table(facts) if facts.agreement.contacts else Paragraph(template.text({}, "contacts.none"))
    if facts.agreement.escalations:
        yield escalation_table(facts)


def _told_systems(facts: AgreementFacts) -> tuple[SystemFacts, ...]:
    """Those that may be told of at all: what concerns säkerhetsskydd has another keeping."""
    return tuple(system for system in facts.systems if not system.record.security_protection)


def _about(facts: AgreementFacts) -> Iterator[Field]:
    agreement, appendix = facts.agreement, facts.appendix(DOCUMENTATION)
    paper = f"{paper_title(facts)} {agreement.number}".strip()
    yield Field("Hör till", f"{paper}, bilaga{NBSP}{appendix.number}" if appendix else paper)
    if appendix and appendix.registry_number:
        yield Field("Diarienummer", appendix.registry_number)
    if agreement.version:
        yield Field("Version", agreement.version)
    yield Field("System", listed_names([system.record.name for system in facts.systems]) or _UNKNOWN)
    for party, word in ((facts.customer, "Systemägare"), (facts.provider, "Driftande IT-enhet")):
        if party.belongs:
            yield Field(word, party.belongs.full_name)
    if agreement.service_class:
        yield Field("Driftklass", shown(agreement, "service_class", facts.value_words))
    yield Field("Uppgifterna gäller", facts.day.isoformat())


def _technique(facts: AgreementFacts, template: Template, *, draft: bool) -> Iterator[Block]:
    for system in facts.systems:
        if len(facts.systems) > 1:
            yield Heading(system.record.name, level=2)
        if system.record.security_protection:
            yield Paragraph(template.text({}, "technique.protected"))
        else:
            fields = tuple(_told_fields(facts, system, draft=draft))
            yield FieldTable(fields, label_width=_LABELS)


def _told_fields(facts: AgreementFacts, system: SystemFacts, *, draft: bool) -> Iterator[Field]:
    record = system.record
    yield Field("System", ", ".join(name for name in (record.name, record.aliases) if name))
    if system.supplier:
        yield Field("Leverantör", system.supplier)
    for name in _TECHNIQUE:
        told: Inline = raised(shown(record, name, facts.value_words))
        if not told and name in _ASKED and record.hosting != _CLOUD:
            told = (Missing(_gap(system, name)),) if draft else _UNKNOWN
        if told:
            yield Field(label(record, name), told)


def _copies(facts: AgreementFacts, template: Template) -> Iterator[Block]:
    if facts.agreement.backups:
        yield backup_table(facts)
    yield _table(template, tuple(_copy_fields(facts)))


def _table(template: Template, fields: tuple[Field, ...]) -> Block:
    return FieldTable(fields, label_width=_LABELS) if fields else Paragraph(template.text({}, "about.nothing"))


def _copy_fields(facts: AgreementFacts) -> Iterator[Field]:
    yield from _fields(facts, _AGREED_COPIES)
    if facts.agreement.restart_order is not None:
        yield Field("Plats i ordningen för återstart", grouped(facts.agreement.restart_order))
    for system in _told_systems(facts):
        for name in _COPIES:
            told = raised(shown(system.record, name, facts.value_words))
            if told:
                what = label(system.record, name)
                yield Field(f"{what}, {system.record.name}" if len(facts.systems) > 1 else what, told)


def _upkeep(facts: AgreementFacts) -> Iterator[Field]:
    yield from _fields(facts, _UPKEEP)
    freezes = [": ".join(filter(None, (row.reason, row.period))) for row in facts.agreement.freezes]
    if freezes:
        yield Field("Frysperioder", "\n".join(freezes))


def _fields(facts: AgreementFacts, names: tuple[str, ...]) -> Iterator[Field]:
    for name in names:
        told = raised(shown(facts.agreement, name, facts.value_words))
        if told:
            yield Field(label(facts.agreement, name), told)
