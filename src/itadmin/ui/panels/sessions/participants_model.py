"""Who takes part in a session as a table that is edited where it stands, with what speaks against each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt

from itadmin.domain.calculations.participation import LEFT, WAITING
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import swedish_key
from itadmin.services.reading import Read
from itadmin.ui.look.look import Look
from itadmin.ui.register.cell_editing import Index
from itadmin.ui.register.reads_model import NAMED_BY, ReadsModel

PARTS = REGISTERS["training_participations"]
STATUS, RATING, AGAINST = "status", "rating", "against"
_NAMES = ("person", "organisation", STATUS, RATING, AGAINST)
_SHORT = {"person": "Deltagare", "organisation": "Förvaltning", RATING: "Betyg", AGAINST: "Att se till"}
_LAST = (WAITING, LEFT)
_ICON = 16
_MOST_NAMED = 4


class ParticipantsModel(ReadsModel):
    """One row a participation, by name; who waits comes after who has a seat, who has left last.

    While the same people stand there, all stay where they are, so that one can note them from the top.
    """

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent, PARTS, _NAMES, _SHORT, closed=("organisation",))
        self._look = look
        self._units: Mapping[UUID, str] = {}
        self._against: Mapping[UUID, Sequence[str]] = {}

    def show_parts(
        self,
        parts: Sequence[Read],
        may_change: Callable[[Read], bool],
        units: Mapping[UUID, str],
        against: Mapping[UUID, Sequence[str]],
    ) -> None:
        """Show these. `units` says by participation where somebody works, `against` by person what to see to."""
        self._units, self._against = units, against
        places = {read.record.id: place for place, read in enumerate(self.reads)}
        is_same = _standing(parts) == _standing(self.reads)
        ordered = sorted(parts, key=(lambda read: places[read.record.id]) if is_same else _order)
        self.put_reads(ordered, may_change)

    def warnings(self) -> list[str]:
        """What to see to, each sentence once, after the names of those it is about."""
        names: dict[str, list[str]] = {}
        for read in self.reads:
            for sentence in self._told(read):
                names.setdefault(sentence, []).append(self.in_short(read, "person"))
        return [f"{_listed(people)}: {sentence}" for sentence, people in names.items()]

    def in_short(self, read: Read, name: str) -> str:
        """A value as it stands in its cell."""
        if name == "organisation":
            return self._units.get(read.record.id, "")
        return " ".join(self._told(read)) if name == AGAINST else super().in_short(read, name)

    def in_full(self, read: Read, name: str) -> str | None:
        """What the tooltip says: all that has no room, and of the name what pressing it does."""
        if name == _NAMES[NAMED_BY]:
            return f"{self.in_short(read, name)}: öppna deltagandet"
        return self.in_short(read, name) or None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, with a sign where there is something to see to."""
        is_warned = self.names[index.column()] == AGAINST and self._told(self.read_at(index.row()))
        if role == Qt.ItemDataRole.DecorationRole and is_warned:
            return self._look.icons.icon("warning", _ICON, self._look.tokens.amber.ink)
        return super().data(index, role)

    def column_of(self, name: str) -> int:
        """The column of a field."""
        return self.names.index(name)

    def _told(self, read: Read) -> Sequence[str]:
        record = read.record
        if getattr(record, "status", "") == LEFT:
            return ()
        return self._against.get(getattr(record, "person", None) or record.id, ())


def _listed(names: Sequence[str]) -> str:
    """Some names, and how many more there are."""
    if len(names) > _MOST_NAMED:
        return f"{', '.join(names[: _MOST_NAMED - 1])} och {len(names) - _MOST_NAMED + 1} till"
    return ", ".join(names)


def _standing(reads: Sequence[Read]) -> set[tuple[UUID, bool]]:
    """Who stands in the table, and whether they have left."""
    return {(read.record.id, getattr(read.record, "status", "") == LEFT) for read in reads}


def _order(read: Read) -> tuple[int, object, str]:
    status = getattr(read.record, "status", "")
    name = read.labels.get(getattr(read.record, "person", None) or read.record.id, "")
    return _LAST.index(status) + 1 if status in _LAST else 0, swedish_key(name), str(read.record.id)
