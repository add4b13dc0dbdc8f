"""A part of the record page under a heading of its own, in line with the labels of the rows."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.register.special import Panel
from itadmin.ui.widgets.section_header import SectionHeader


def heading_row(look: Look, header: SectionHeader) -> QHBoxLayout:
    """A heading set in by the room that the rows keep for their hover and focus."""
    row = QHBoxLayout()
    row.setContentsMargins(look.metrics.gap, 0, look.metrics.gap, 0)
    row.addWidget(header)
    return row


class Headed(QWidget):
    """A panel under its title, with its link at the right; shown and hidden as the panel says."""

    def __init__(self, look: Look, panel: Panel) -> None:
        super().__init__()
        header = SectionHeader(look, panel.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.heading_gap)
        column.addLayout(heading_row(look, header))
        column.addWidget(panel)
        header.link_chosen.connect(panel.follow_link)
        panel.link_changed.connect(header.set_link)
        panel.missing_changed.connect(header.set_missing)
        panel.shown_changed.connect(self.setVisible)
