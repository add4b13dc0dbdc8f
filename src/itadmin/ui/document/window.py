"""The document window: what the paper needs at the left, the paper as it will print at the right."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadmin.ui.session import Session
from itadmin.ui.widgets.page_view import PageView


class DocumentWindow(QWidget):
    """Shows one paper of a record."""

    def __init__(self, session: Session, document_type: str, record_id: UUID) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._wanted = (document_type, record_id)
        self.pages = PageView(session.look)
        QHBoxLayout(self).addWidget(self.pages)
