"""Decisions as a table that is edited cell by cell: kommuner and instanser are told in short."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QObject, Qt

from itadmin.domain.calculations.adoption import MADE
from itadmin.domain.registers import REGISTERS
from itadmin.services.display import field_text
from itadmin.services.reading import Read
from itadmin.ui.register.reads_model import NAMED_BY, ReadsModel

DECISIONS = REGISTERS["steering_decisions"]

_NAMES = ("municipality", "body", "status", "decided_on", "paragraph", "registry_number", "part")
_SHORT = {"decided_on": "Dag", "paragraph": "§", "registry_number": "Dnr"}

_SHORT_BODIES = frozenset({"KF", "KS", "KLG"})
"""Instanser that everyone knows by their letters, which are their codes."""

_TO_FILL_IN = ("body", "decided_on", "paragraph")


class DecisionModel(ReadsModel):
    """One row a decision, named by its kommun."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, DECISIONS, _NAMES, _SHORT)
        self._towns: Mapping[UUID, str] = {}

    def show_reads(self, reads: Sequence[Read], may_change: Callable[[Read], bool], towns: Mapping[UUID, str]) -> None:
        """Show these. `towns` are what kommuner are called in short, by id."""
        self._towns = towns
        self.put_reads(reads, may_change)

    def to_fill_in(self, municipality: UUID) -> QModelIndex:
        """The cell where the first decision of a kommun that is not made is filled in; invalid when there is none."""
        for row, read in enumerate(self.reads):
            decision: Any = read.record
            if decision.municipality == municipality and decision.status != MADE:
                name = next((name for name in _TO_FILL_IN if not getattr(decision, name)), "status")
                index = self.index(row, _NAMES.index(name))
                return index if self.flags(index) & Qt.ItemFlag.ItemIsEditable else QModelIndex()
        return QModelIndex()

    def in_short(self, read: Read, name: str) -> str:
        """A value as it stands in its narrow cell."""
        value = getattr(read.record, name)
        if name == "municipality" and value in self._towns:
            return self._towns[value]
        return value if name == "body" and value in _SHORT_BODIES else super().in_short(read, name)

    def in_full(self, read: Read, name: str) -> str | None:
        """What a cell that is told in short says, and of the kommun what pressing it does."""
        if name == _NAMES[NAMED_BY]:
            return f"{field_text(DECISIONS, read, name)}: öppna beslutet"
        return super().in_full(read, name)
