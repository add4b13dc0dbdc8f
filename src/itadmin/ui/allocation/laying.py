"""Laying out the window on a kostnadsfördelning: parts that are scrolled, and tables that are as high as their rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from itadmin.ui.look.style import set_property
from itadmin.ui.sheet_table import SheetTable


def scrolled(inside: QWidget, ground: str) -> QScrollArea:
    """A part that is scrolled when it is higher than there is room for."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    set_property(inside, "ground", ground)
    area.setWidget(inside)
    return area


def fit_rows(table: SheetTable) -> None:
    """Let a table be as high as its rows; what does not fit is scrolled with all else."""
    model = table.model()
    rows_height = sum(table.rowHeight(row) for row in range(model.rowCount()))
    edges = 2 * table.frameWidth() + table.horizontalScrollBar().sizeHint().height()
    table.setFixedHeight(table.horizontalHeader().sizeHint().height() + rows_height + edges)
