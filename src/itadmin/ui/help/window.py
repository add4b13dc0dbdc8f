"""The help window: pages at the left, the text at the right. Links lead only to other pages of help."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTextBrowser, QWidget

from itadmin.ui.help.pages import PAGES, read_page
from itadmin.ui.look.look import Look


class HelpWindow(QWidget):
    """Shows help, at first the page `page`. Escape closes."""

    def __init__(self, look: Look, page: str = "") -> None:
        super().__init__()
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Hjälp – itadmin")
        self.contents = QListWidget()
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        for name in PAGES:
            self.contents.addItem(read_page(name).title)
        row = QHBoxLayout(self)
        row.addWidget(self.contents)
        row.addWidget(self.text, 1)
        self.contents.currentRowChanged.connect(self._on_row)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        self.resize(look.metrics.px(860), look.metrics.px(640))
        self.show_page(page or PAGES[0])

    def show_page(self, name: str) -> None:
        """Show a page; one that does not exist shows the first."""
        self.contents.setCurrentRow(PAGES.index(name) if name in PAGES else 0)

    def _on_row(self, row: int) -> None:
        self.text.setMarkdown(read_page(PAGES[row]).text)

    def _follow(self, link: QUrl) -> None:
        self.show_page(link.path().removesuffix(".md"))
