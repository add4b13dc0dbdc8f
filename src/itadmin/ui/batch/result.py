"""What came of papers of many records: how many, where they lie, and which were not made and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin.ui.batch import words
from itadmin.ui.batch.left_out_model import LeftOutModel
from itadmin.ui.batch.work import Result
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.widgets.row_table import RowHeight, RowTable
from itadmin.ui.widgets.text_delegates import TwoLineDelegate

_ROWS_SHOWN = 5


class BatchResult(QWidget):
    """Tells it. `open_wanted` when the folder, or the file, is to be shown."""

    open_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.notice = Notice(look)
        self.more = Label(look, wrap=True)
        self.rows = LeftOutModel()
        self.table = RowTable(look, RowHeight.TWO_LINES)
        self.open = LinkButton(look, "Öppna mappen")
        self.table.setModel(self.rows)
        self.table.setItemDelegate(TwoLineDelegate(look, self.table))
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().hide()
        self.table.setAccessibleName("Handlingar som inte gick att göra")
        link = QHBoxLayout()
        link.addWidget(self.open)
        link.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.block)
        column.addWidget(self.notice)
        column.addLayout(link)
        column.addWidget(self.more)
        column.addWidget(self.table, 1)
        self.open.clicked.connect(self.open_wanted)

    def show_result(self, result: Result, place: str, *, one_file: bool) -> None:
        """Tell what came of it."""
        outcome = result.outcome
        whole = bool(outcome.made) and not outcome.left_out and not outcome.stopped
        concern = Concern.DONE if whole else Concern.WARNING
        self.notice.set_messages([Message(concern, words.came_of(result, place, one_file=one_file))])
        self.open.set_words("Öppna filen" if one_file else "Öppna mappen")
        self.open.setVisible(bool(outcome.made))
        more = words.left_out(result)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self.rows.show_rows(outcome.left_out)
        self.table.setVisible(bool(outcome.left_out))
        shown = min(len(outcome.left_out), _ROWS_SHOWN)
        self.table.setMinimumHeight(shown * self._look.metrics.row_two_lines)
