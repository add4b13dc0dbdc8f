"""The ladder with what it is called above it, as a table in its place when that is asked for, or folded to its name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.samverkan.ladder import HEADINGS, Ladder, told_steps
from itadmin.ui.samverkan.ladder_view import LadderView
from itadmin.ui.told_rows import ToldRows
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.row_table import RowHeight, RowTable
from itadmin.ui.widgets.text_delegates import NameDelegate, TextDelegate
from itadmin.ui.widgets.value_delegates import MoneyDelegate

_AS_TABLE, _AS_LADDER = "Visa som tabell", "Visa som trappa"
_FOLD, _UNFOLD = "Fäll ihop", "Visa trappan"
_UNBOUND = 16_777_215
"""Qt's own largest height of a widget: no limit."""
_WIDTHS = (56, 400, 64)
_NAMES, _COUNTS = 1, 2


class LadderPane(QWidget):
    """Shows a ladder. `folded` says that somebody has folded it or unfolded it."""

    folded = Signal()

    def __init__(self, look: Look, ladder: Ladder) -> None:
        super().__init__()
        self._ladder = ladder
        self.heading = Label(look, ladder.title, TextStyle.SIDE_HEADING)
        self.told = ElidedLabel(look, "", TextStyle.SECOND, Ink.TEXT2)
        self.turn, self.save = LinkButton(look, _AS_TABLE), LinkButton(look, "Spara som bild…")
        self.fold = LinkButton(look, _FOLD)
        self.view = LadderView(look, ladder)
        self.model = ToldRows(self, HEADINGS, right=(_COUNTS,))
        self.table = RowTable(look, RowHeight.COMPACT)
        self._stack = QStackedWidget()
        metrics = look.metrics
        self.table.setModel(self.model)
        self.table.setAccessibleName("Samverkanstrappan som tabell")
        self.table.setItemDelegate(TextDelegate(look, self.table))
        self.table.setItemDelegateForColumn(_NAMES, NameDelegate(look, self.table))
        self.table.setItemDelegateForColumn(_COUNTS, MoneyDelegate(look, self.table))
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, metrics.px(width))
        top = QHBoxLayout()
        top.setSpacing(metrics.gap)
        top.addWidget(self.heading)
        top.addWidget(self.told, 1)
        top.addWidget(self.turn)
        top.addWidget(self.save)
        top.addWidget(self.fold)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.table)
        self._rows = rows = QVBoxLayout(self)
        rows.setContentsMargins(metrics.section_gap, metrics.gap, metrics.section_gap, metrics.gap)
        rows.setSpacing(metrics.gap)
        rows.addLayout(top)
        rows.addWidget(self._stack, 1)
        self.turn.clicked.connect(self._turn)
        self.fold.clicked.connect(self._on_fold)
        self.view.more_wanted.connect(self._turn)
        self.show_ladder(ladder)

    @property
    def ladder(self) -> Ladder:
        """What is shown."""
        return self._ladder

    def show_ladder(self, ladder: Ladder) -> None:
        """Show another ladder."""
        self._ladder = ladder
        self.heading.setText(ladder.title)
        self.told.setText(ladder.how)
        self.view.show_ladder(ladder)
        self.model.show_rows(HEADINGS, told_steps(ladder))

    @property
    def is_folded(self) -> bool:
        """Whether only the name is shown."""
        return self._stack.isHidden()

    def show_folded(self, *, folded: bool) -> None:
        """Show the name alone, or all of it."""
        for part in (self._stack, self.told, self.turn, self.save):
            part.setHidden(folded)
        self.fold.set_words(_UNFOLD if folded else _FOLD)
        self.setMaximumHeight(self._rows.sizeHint().height() if folded else _UNBOUND)

    def _on_fold(self) -> None:
        self.show_folded(folded=not self.is_folded)
        self.folded.emit()

    def _turn(self) -> None:
        is_table = self._stack.currentWidget() is self.view
        self._stack.setCurrentWidget(self.table if is_table else self.view)
        self.turn.set_words(_AS_LADDER if is_table else _AS_TABLE)
