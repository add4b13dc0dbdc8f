"""The tables of driftdokumentationen: copies with where they lie, integrations with their technique, and rights."""

from __future__ import annotations

from collections.abc import Sequence

from itadmin.documents.content import Column, DataTable
from itadmin.documents.gathering import shown
from itadmin.documents.operations_agreement_facts import AgreementFacts, SystemFacts
from itadmin.documents.phrases import counted
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import swedish_key
from itadmin.services.display import field_text
from itadmin.services.reading import Read, Reading

_INTEGRATIONS = REGISTERS["integrations"]
_FLOWS = (
    ("name", "Integration", 36),
    ("source", "Från", 26),
    ("target", "Till", 26),
    ("kind", "Slag", 24),
    ("frequency", "Hur ofta", 20),
    ("technique", "Teknik", 34),
)


def backup_table(facts: AgreementFacts) -> DataTable:
    """What is copied how often, kept how long and where."""
    return DataTable(
        columns=(
            Column("Typ", weight=34),
            Column("Intervall", weight=40),
            Column("Sparas", weight=22),
            Column("Plats och skydd", weight=64),
        ),
        rows=tuple(
            (
                shown(row, "kind", facts.value_words),
                row.interval,
                "" if row.retention_days is None else counted(row.retention_days, "dygn", "dygn"),
                row.place,
            )
            for row in facts.agreement.backups
        ),
        caption="Säkerhetskopior",
        row_heading="strong",
        wide=True,
    )


def integration_table(reading: Reading, systems: Sequence[SystemFacts]) -> DataTable | None:
    """The integrations that begin or end in the systems, by name; None when there are none."""
    found: dict[object, Read] = {
        read.record.id: read
        for system in systems
        for end in ("source", "target")
        for read in reading.referring(_INTEGRATIONS.name, end, system.record.id)
    }
    if not found:
        return None
    flows = sorted(map(_flow, found.values()), key=lambda flow: swedish_key(flow[0]))
    return DataTable(
        columns=tuple(Column(title, weight=weight) for _, title, weight in _FLOWS),
        rows=tuple(flows),
        caption="Integrationer",
        row_heading="strong",
        wide=True,
    )


def _flow(read: Read) -> tuple[str, ...]:
    """An integration as it is read; who is outside stands at the end that no system has."""
    told = {name: field_text(_INTEGRATIONS, read, name) for name, _, _ in _FLOWS}
    outside = field_text(_INTEGRATIONS, read, "external_party")
    for end in ("source", "target"):
        told[end] = told[end] or outside
    return tuple(told.values())


def right_table(systems: Sequence[SystemFacts]) -> DataTable | None:
    """The kinds of right there are in the systems; None when none are registered."""
    rows = tuple(
        (right.name, system.record.name, right.description, "Ja" if right.privileged else "")
        for system in systems
        for right in system.record.access_rights
    )
    if not rows:
        return None
    return DataTable(
        columns=(
            Column("Behörighet", weight=40),
            Column("System", weight=34),
            Column("Vad den ger", weight=64),
            Column("Hög", weight=16),
        ),
        rows=rows,
        caption="Behörigheter",
        row_heading="strong",
        wide=True,
    )
