"""The instruktion for personal data as an appendix of a driftöverenskommelse: what may be done with which data.

Within one juridical person there is no personuppgiftsbiträdesavtal; who answers for the data instructs who operates.
What is told comes from the systems; the duties are those of any instruktion.
"""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.documents import dpa_instruction
from itadmin.documents.content import Block, BulletList, Field, FieldTable, Heading, Inline, Paragraph
from itadmin.documents.gathering import label, may_be_printed, shown
from itadmin.documents.operations_agreement_attached import DOCUMENTATION
from itadmin.documents.operations_agreement_facts import AgreementFacts, SystemFacts
from itadmin.documents.operations_agreement_requirements import PRIVACY_LABELS, system_mark
from itadmin.documents.operations_agreement_writer import Writer
from itadmin.documents.phrases import raised
from itadmin.documents.templates import Words, shipped_template

_FIELDS = (
    "processing_purpose",
    "legal_basis",
    "data_subjects",
    "data_categories",
    "sensitive_personal_data",
    "recipients",
    "data_country",
    "third_country",
    "third_country_basis",
    "sub_processors",
    "retention",
)
_MEASURES = "security_measures"
_DUTIES: Words = {"Bitradet": "Driftenheten", "bitradet": "Driftenheten", "den_ansvarige": "Systemägaren"}
_LABELS = 54


def instruction(writer: Writer) -> Iterator[Block]:
    """What the appendix says, system by system, and the duties that hold for them all."""
    facts = writer.facts
    systems = [system for system in facts.systems if system.record.personal_data is not False]
    if not systems:
        yield Paragraph(writer.text("privacy_appendix.none"))
        return
    yield Paragraph(writer.text("privacy_appendix.intro"))
    for system in systems:
        if len(facts.systems) > 1:
            yield Heading(system.record.name, level=2)
        yield FieldTable(tuple(_processing(writer, system)), label_width=_LABELS)
    duties = shipped_template(dpa_instruction.TYPE)
    yield Heading(duties.heading("duties"), level=2)
    yield BulletList(tuple(duties.text(_DUTIES, key) for key in duties.passages if key.startswith("duties.")))
    yield writer.note("privacy_appendix.validity")


def _processing(writer: Writer, system: SystemFacts) -> Iterator[Field]:
    """What is known of the processing in one system; what an instruktion must say is marked where it is missing."""
    facts, record = writer.facts, system.record
    if system.controller:
        yield Field(label(record, "controller"), system.controller)
    for name in _FIELDS:
        told = raised(shown(record, name, facts.value_words))
        value: Inline = told or ((system_mark(system, name),) if name in PRIVACY_LABELS else "")
        if value:
            yield Field(label(record, name), value)
    if record.security_measures:
        yield Field(label(record, _MEASURES), _measures(writer, facts, system))


def _measures(writer: Writer, facts: AgreementFacts, system: SystemFacts) -> Inline:
    if may_be_printed(system.record, _MEASURES, facts.agreement.publicity):
        return system.record.security_measures
    apart = "measures_in_appendix" if facts.appendix(DOCUMENTATION) else "measures_elsewhere"
    return writer.text(f"privacy_appendix.{apart}")
