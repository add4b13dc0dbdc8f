"""The appendix of a driftavtal on training: who trains whom in what, and by which documentation.

It tells what is agreed and what the register knows: the adopted utbildningsplan with its moment where there is one.
Days and participants are not part of an agreement, and it says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.documents.adopted_training import modules_table
from itadmin.documents.content import Block, Column, DataTable, Field, FieldTable, Inline, Paragraph
from itadmin.documents.gathering import shown
from itadmin.documents.operations_agreement_facts import AgreementFacts
from itadmin.documents.operations_agreement_requirements import field_mark
from itadmin.documents.operations_agreement_writer import Writer
from itadmin.documents.phrases import counted, frequency, listed_names, lowered, raised
from itadmin.documents.templates import joined
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.agreement_rows import ResponsibilityRow
from itadmin.domain.text import listed
from itadmin.domain.typed_lists import items_of, names_of

_DOCUMENTATION = ("user_guide", "routine_documentation", "system_documentation", "operations_documentation")
_ROLES = {
    "system_owner": "Systemägaren",
    "system_manager": "Systemansvarig",
    "operating_unit": "Driftenheten",
    "supplier": "Leverantören",
}
_PRACTICE = ("utbildning", "test")
"""Environments to practise in, the most fitting first."""

_LABELS = 54


def training(writer: Writer) -> Iterator[Block]:
    """What the appendix says."""
    facts = writer.facts
    yield Paragraph(writer.text("training_appendix.intro"))
    yield FieldTable(tuple(Field(name, value) for name, value in _agreed(facts) if value), label_width=_LABELS)
    trainings = tuple(system.training for system in facts.systems if system.training and system.training.modules)
    if trainings:
        yield Paragraph(writer.text("training_appendix.modules"))
        yield modules_table(trainings, facts.value_words, "training-modules")
    if facts.systems:
        yield Paragraph(writer.text("training_appendix.documentation"))
        yield _documentation(facts)


def _agreed(facts: AgreementFacts) -> Iterator[tuple[str, Inline]]:
    agreement = facts.agreement
    competent = agreement.operators_with_competence
    yield "Svarar för användarnas utbildning", "Systemägaren"
    yield "Utbildningsplan", "\n".join(_plans(facts))
    yield "Utbildar användarna", _trainers(agreement.responsibilities)
    yield "Högsta antal användare", joined(shown(agreement, "user_count") or field_mark("user_count"))
    yield "Utbildningen omfattar", raised(listed_names(names_of(agreement.modules)))
    yield "Miljö att öva i", _practice(agreement.environments)
    yield "Svarar för driftpersonalens kompetens", "Driftenheten"
    yield (
        "Driftpersonal med kompetens",
        f"Minst {counted(competent, 'person', 'personer')}" if competent else "Den som driften kräver",
    )
    interval = frequency(agreement.meeting_interval)
    yield "Följs upp", f"Vid uppföljningsmöte, minst {interval}" if interval else ""


def _plans(facts: AgreementFacts) -> Iterator[str]:
    """The adopted plan of each system; of several systems with their names."""
    for system in facts.systems:
        if system.training:
            words = system.training.words
            yield f"{system.record.name}: {words}" if len(facts.systems) > 1 else raised(words)


def _trainers(rows: tuple[ResponsibilityRow, ...]) -> str:
    """Who carries out the training, as the table of responsibilities says."""
    found = dict.fromkeys(
        role
        for row in rows
        if "utbildning" in row.task.casefold()
        for field, role in _ROLES.items()
        if "R" in getattr(row, field)
    )
    return listed(tuple(found))


def _practice(environments: str) -> str:
    named = [lowered(name) for name in items_of(environments)]
    fitting = (name for word in _PRACTICE for name in named if word in name)
    return raised(next(fitting, "ingen särskild miljö"))


def _documentation(facts: AgreementFacts) -> DataTable:
    """Which documentation there is of each system."""
    fields = REGISTERS["systems"].fields
    return DataTable(
        columns=(Column("System", weight=40), *(Column(fields[name].label, weight=32) for name in _DOCUMENTATION)),
        rows=tuple(
            (system.record.name, *(shown(system.record, name, facts.value_words) for name in _DOCUMENTATION))
            for system in facts.systems
        ),
        caption="Dokumentation att utbilda efter",
        row_heading="strong",
        wide=True,
        key="training-documentation",
    )
