"""What stands over a list: its name and how many, what makes a new one, the search, and lines to write a name on.

What a page adds – conditions, a bar for several records, a menu – is given its place here. Knows no service.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from itadmin.domain.register import Register
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.name_line import NameLine
from itadmin.ui.register.naming import new_words
from itadmin.ui.widgets.buttons import Button, ButtonKind, IconButton, LinkButton
from itadmin.ui.widgets.labels import ElidedLabel, Label

_TYPING_PAUSE = 120


class ListHeading(QWidget):
    """The heading. `left` says that the keyboard has no place here any more."""

    words_changed = Signal(str)
    new_wanted = Signal()
    named = Signal(str)
    view_named = Signal(str)
    bin_left = Signal()
    left = Signal()

    def __init__(self, look: Look, register: Register, *, can_add: bool) -> None:
        super().__init__()
        self._look = look
        self._can_add = can_add
        self._in_bin = False
        self._list_title = register.plural
        self._bar: QWidget | None = None
        self.title = ElidedLabel(look, register.plural, TextStyle.LIST_TITLE)
        self._count = Label(look, ink=Ink.TEXT3)
        self._new_words = new_words(register)
        self.new_button = Button(look, self._new_words, ButtonKind.PRIMARY, "add")
        self.new_button.setAccessibleName(self._new_words)
        self.more = IconButton(look, "more_horizontal", f"Mer om listan över {register.plural.lower()}")
        self._leave_bin = LinkButton(look, "Lämna papperskorgen")
        self.search = QLineEdit()
        self.search.setPlaceholderText(f"Sök bland {register.plural.lower()}")
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.naming = NameLine(look, register)
        self.view_name = _line("Namn på vyn: skriv och tryck Enter", "Namn på vyn")
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._build()
        self._connect()
        self.set_bin(shown=False)

    def _build(self) -> None:
        metrics = self._look.metrics
        first = QHBoxLayout()
        first.setSpacing(metrics.block)
        first.addWidget(self.title)
        first.addWidget(self._count, 1)
        first.addWidget(self._leave_bin)
        first.addWidget(self.new_button)
        first.addWidget(self.more)
        self._search_row = QWidget()
        self._beside = QHBoxLayout(self._search_row)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(metrics.tight)
        self._beside.addWidget(self.search, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(metrics.margin, metrics.section_gap, metrics.section_gap, metrics.gap)
        self._column.setSpacing(metrics.block)
        self._column.addLayout(first)
        self._column.addWidget(self._search_row)
        self._column.addWidget(self.naming)
        self._column.addWidget(self.view_name)
        self.more.hide()

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(lambda: self.words_changed.emit(self.search.text()))
        self.new_button.clicked.connect(self.new_wanted)
        self._leave_bin.clicked.connect(self.bin_left)
        self.naming.named.connect(self.named)
        self.view_name.returnPressed.connect(self._take_view_name)

    def add_beside_search(self, widget: QWidget) -> None:
        """Give a button its place at the right of the search."""
        self._beside.addWidget(widget)

    def add_under_search(self, widget: QWidget) -> None:
        """Give the conditions their place."""
        self._column.insertWidget(2, widget)

    def set_bar(self, bar: QWidget) -> None:
        """Take a bar that stands in the place of the search when it is shown with `show_bar`."""
        self._bar = bar
        self._column.insertWidget(1, bar)

    def show_bar(self, *, shown: bool) -> None:
        """Let the bar or the search stand in their common place."""
        if self._bar is None or shown == self._bar.isVisibleTo(self):
            return
        leaving = self._search_row if shown else self._bar
        focused = self.focusWidget()
        if focused is not None and leaving.isAncestorOf(focused):
            self.left.emit()
        if shown:
            self._bar.setFixedHeight(self._search_row.height())  # the rows stay where they are
        leaving.hide()
        (self._bar if shown else self._search_row).show()

    def show_beginning(self, *, is_first: bool, of_others: bool = False, has_others: bool = False) -> None:
        """Leave to an empty register's own words how to begin, or offer the search here, and a new record.

        There is none to add to a list that is `of_others` alone; where it `has_others` the way to them stands here.
        """
        self.new_button.setVisible(self._can_add and not self._in_bin and not is_first and not of_others)
        self._search_row.setVisible(not is_first or has_others)

    def ask_name(self) -> None:
        """Open the line where a new record is named."""
        self.naming.ask()

    def ask_view_name(self, proposal: str) -> None:
        """Open the line where a view is named."""
        self.view_name.setText(proposal)
        self.view_name.show()
        self.view_name.setFocus()
        self.view_name.selectAll()

    def clear_words(self) -> None:
        """Search for nothing."""
        if self.search.text():
            self.search.clear()
            self._pause.stop()
            self.words_changed.emit("")

    def focus_search(self) -> None:
        """Put the keyboard in the search."""
        self.show_bar(shown=False)
        self.search.setFocus()
        self.search.selectAll()

    def set_title(self, title: str) -> None:
        """Say which view is shown."""
        self._list_title = title
        if not self._in_bin:
            self.title.setText(title)
            self._fit()

    def set_counts(self, shown: int, everything: int) -> None:
        """Say how many records are shown."""
        self._count.setText(f"{shown}" if shown == everything else f"{shown} av {everything}")
        self._fit()

    def set_read_only(self) -> None:
        """Offer no new records."""
        self._can_add = False
        self.new_button.hide()

    def set_bin(self, *, shown: bool) -> None:
        """Be over the bin or over the list."""
        self._in_bin = shown
        self.title.setText("Papperskorgen" if shown else self._list_title)
        self.new_button.setVisible(not shown and self._can_add)
        self._leave_bin.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the title its room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the button say only its first word where the title would be cut otherwise."""
        self.new_button.setText(self._new_words)
        parts = (self.title, self._count, self.new_button, self.more)
        margins = self._column.contentsMargins()
        wanted = sum(part.sizeHint().width() for part in parts) + (len(parts) - 1) * self._look.metrics.block
        if wanted + margins.left() + margins.right() > self.width():
            ending = "…" if self._new_words.endswith("…") else ""
            self.new_button.setText(self._new_words.split()[0] + ending)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close a line on Escape."""
        asked = next((line for line in (self.naming, self.view_name) if line.isVisible()), None)
        if event.key() == Qt.Key.Key_Escape and asked is not None:
            asked.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _take_view_name(self) -> None:
        name = self.view_name.text().strip()
        self.view_name.hide()
        if name:
            self.view_named.emit(name)


def _line(placeholder: str, name: str) -> QLineEdit:
    """A line to write a name on, hidden until it is wanted."""
    line = QLineEdit()
    line.setPlaceholderText(placeholder)
    line.setAccessibleName(name)
    line.hide()
    return line
