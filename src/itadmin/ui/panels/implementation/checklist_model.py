"""The checklist of a plan as rows: the point over what the register says of it, and how it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from itadmin.domain.words import BUILT_IN, Words
from itadmin.services.implementation import Standing
from itadmin.services.implementation.verdicts import Verdict
from itadmin.ui.register.cell_editing import Index
from itadmin.ui.register.chips import chip_for
from itadmin.ui.widgets.chip import ChipKind
from itadmin.ui.widgets.roles import Role

POINT, STATE = range(2)
_HEADINGS = ("Punkt, och vad registret säger", "Läge")
_ROOT = QModelIndex()
_DONE, _LEFT = "klart", "kvar"


class ChecklistModel(QAbstractTableModel):
    """One row a point."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.standings: tuple[Standing, ...] = ()
        self._words: Words = BUILT_IN

    def show_standings(self, standings: Sequence[Standing], words: Words) -> None:
        """Show these; one stays on the row one is on where the points are the same."""
        is_same = [each.row.point for each in standings] == [each.row.point for each in self.standings]
        if not is_same:
            self.beginResetModel()
        self.standings, self._words = tuple(standings), words
        if not is_same:
            self.endResetModel()
        elif standings:
            self.dataChanged.emit(self.index(0, 0), self.index(len(standings) - 1, len(_HEADINGS) - 1))

    def name_of(self, standing: Standing) -> str:
        """What a point is called."""
        return self._words.label_of("grindpunkt", standing.row.point)

    def state_of(self, standing: Standing) -> str:
        """How a point is answered, in a word; and that the register does not have what is said to be done."""
        word = self._words.label_of("punktlage", standing.row.state or _LEFT)
        return f"{word}, ej i registret" if _is_doubtful(standing) else word

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many points there are."""
        return 0 if parent.isValid() else len(self.standings)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how much is told of each."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the word of a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return _HEADINGS[section] if 0 <= section < len(_HEADINGS) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, and the whole row in words."""
        if not index.isValid():
            return None
        standing, column = self.standings[index.row()], index.column()
        said = standing.judgement.sentence
        texts = (self.name_of(standing), self.state_of(standing))
        if role == Qt.ItemDataRole.DisplayRole:
            return texts[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return said if column == POINT else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{texts[POINT]}: {texts[STATE]}. {said}"
        if role == Role.CHIP and column == STATE:
            return ChipKind.SOON if _is_doubtful(standing) else chip_for("punktlage", standing.row.state or _LEFT)
        if role == Role.SECOND and column == POINT:
            return said
        return None


def _is_doubtful(standing: Standing) -> bool:
    """Whether a point is answered as done, without a word of why, while the register does not have it."""
    row = standing.row
    return row.state == _DONE and not row.reason and standing.judgement.verdict is Verdict.LACKING
