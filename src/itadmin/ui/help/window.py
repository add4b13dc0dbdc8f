"""The help window: pages at the left, the text at the right. Links lead only to other pages of help."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from itadmin.ui.forms import load_form
from itadmin.ui.help.page_text import PageText
from itadmin.ui.help.pages import ENDING, FIRST, PAGES, Page, read_page
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.nav_view import NavView
from itadmin.ui.widgets.roles import Role
from itadmin.ui.window_size import open_at_size

_SIZE = (980, 720)
_SIDE = 268
_NAME = int(Qt.ItemDataRole.UserRole) + 100


class HelpWindow(QWidget):
    """Shows help, at first the page `page`. Escape closes; Alt with the left arrow goes back.

    A closed window can be shown again, on the page where it was left.
    """

    side: QWidget
    side_items: QVBoxLayout
    panes: QHBoxLayout

    def __init__(self, look: Look, page: str = "") -> None:
        super().__init__()
        self._look = look
        self._pages = [read_page(name) for name in PAGES]
        self._visited: list[str] = []
        load_form("help_window", self)
        self.search = QLineEdit()
        self.contents = NavView(look)
        self.text = PageText(look)
        self._none = Label(look, "Ingen sida har de orden.", ink=Ink.TEXT2, wrap=True)
        self._lines = QStandardItemModel(self)
        self._build()
        self._connect()
        self._list(self._pages)
        self.show_page(page)
        self.text.setFocus()

    @property
    def page(self) -> str:
        """The name of the page that is read."""
        return self._visited[-1] if self._visited else ""

    def show_page(self, name: str) -> None:
        """Show a page; one that does not exist shows the first."""
        wanted = name if name in PAGES else FIRST
        if wanted != self.page:
            self._visited.append(wanted)
        self._show()
        self._mark(wanted)

    def go_back(self) -> None:
        """Show the page that was read before this one."""
        if len(self._visited) > 1:
            self._visited.pop()
            self._show()
            self._mark(self.page)

    def _build(self) -> None:
        set_property(self.side, "ground", "window")
        self.setWindowTitle("Hjälp – itadmin")
        self.search.setPlaceholderText("Sök i hjälpen")
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.contents.setModel(self._lines)
        self.contents.setAccessibleName("Innehåll")
        self._none.hide()
        for part in (self.search, self._none, self.contents):
            self.side_items.addWidget(part)
        self.panes.addWidget(self.text, 1)
        self._dress()
        open_at_size(self, self._look, _SIZE)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self._take_first)
        self.contents.selectionModel().selectionChanged.connect(self._on_chosen)
        self.text.anchorClicked.connect(self._follow)
        self._look.changed.connect(self._on_look_changed)
        QShortcut(QKeySequence("Esc"), self, self.close)
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back)
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus)

    def _list(self, pages: list[Page]) -> None:
        self._lines.clear()
        for page in pages:
            line = QStandardItem(page.title)
            line.setEditable(False)
            line.setData(page.name, _NAME)
            line.setData(PAGES[page.name], Role.ICON)
            self._lines.appendRow(line)
        self._none.setVisible(not pages)

    def _narrow(self, words: str) -> None:
        self._list([page for page in self._pages if page.holds(words)])
        self._mark(self.page)

    def _take_first(self) -> None:
        if self._lines.rowCount():
            self.show_page(str(self._lines.item(0).data(_NAME)))
            self.text.setFocus()

    def _mark(self, name: str) -> None:
        """Stand on a page's line, if it is in the list."""
        for row in range(self._lines.rowCount()):
            line = self._lines.item(row)
            if line.data(_NAME) == name:
                self.contents.setCurrentIndex(line.index())

    def _on_chosen(self, chosen: QItemSelection) -> None:
        for index in chosen.indexes():
            if index.data(_NAME) != self.page:
                self.show_page(str(index.data(_NAME)))

    def _follow(self, link: QUrl) -> None:
        self.show_page(link.path().removesuffix(ENDING))

    def _show(self) -> None:
        text = next(page.text for page in self._pages if page.name == self.page)
        self.text.show_markdown(text)

    def _on_look_changed(self) -> None:
        self._dress()
        self._show()

    def _dress(self) -> None:
        metrics = self._look.metrics
        self.side.setFixedWidth(metrics.px(_SIDE))
        self.contents.setFixedWidth(metrics.px(_SIDE) - 2 * metrics.gap)
        self.side_items.setContentsMargins(metrics.gap, metrics.block, metrics.gap, metrics.gap)
        self.side_items.setSpacing(metrics.gap)
