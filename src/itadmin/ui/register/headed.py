"""Where a section's heading stands on the record page: in line with the labels of its rows."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.section_header import SectionHeader


def heading_row(look: Look, header: SectionHeader) -> QHBoxLayout:
    """A heading set in by the room that the rows keep for their hover and focus."""
    row = QHBoxLayout()
    row.setContentsMargins(look.metrics.gap, 0, look.metrics.gap, 0)
    row.addWidget(header)
    return row
