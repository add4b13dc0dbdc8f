"""All shortcuts in one list: those of the commands as they declare them, then keys that stand in no menu."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QWidget

from itadmin.domain.text import fold
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.key_words import Keys
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.labels import Label

_SIZE = (460, 560)


class ShortcutsDialog(SheetDialog):
    """Shows pairs of what is done and the keys that do it; the search field narrows the list.

    `elsewhere` are such pairs under the words for where they work.
    """

    def __init__(
        self,
        look: Look,
        pairs: Iterable[tuple[str, str]],
        elsewhere: Sequence[tuple[str, Keys]],
        parent: QWidget | None,
    ) -> None:
        super().__init__(look, "Kortkommandon", _SIZE, parent)
        self._rows: list[tuple[str, Label, Label]] = []
        self._headings: list[tuple[Label, range]] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText("Sök kommando eller tangent")
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self._none = Label(look, "Inget kommando passar.", ink=Ink.TEXT2)
        self._none.hide()
        self.body.addWidget(self.search)
        self.body.addWidget(self._list(pairs, elsewhere), 1)
        self.add_close().setAutoDefault(False)  # Enter in the search is no wish to close
        self.search.setFocus()

    def shown(self) -> list[str]:
        """The commands in the list now."""
        return [word.text() for _folded, word, _keys in self._rows if not word.isHidden()]

    def _list(self, pairs: Iterable[tuple[str, str]], elsewhere: Sequence[tuple[str, Keys]]) -> QScrollArea:
        holder = QWidget()
        set_property(holder, "ground", "surface")
        grid = QGridLayout(holder)
        grid.setContentsMargins(self.look.metrics.tight, self.look.metrics.tight, self.look.metrics.gap, 0)
        grid.setVerticalSpacing(self.look.metrics.gap)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._none, 0, 0, 1, 2)
        self._add_rows(grid, pairs)
        for where, keys in elsewhere:
            heading = Label(self.look, where, TextStyle.SIDE_HEADING)
            heading.setContentsMargins(0, self.look.metrics.block, 0, 0)
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            first = len(self._rows)
            self._add_rows(grid, keys)
            self._headings.append((heading, range(first, len(self._rows))))
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(holder)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName("Kortkommandon")
        set_property(area, "ground", "surface")
        set_property(area, "ring", "true")
        return area

    def _add_rows(self, grid: QGridLayout, pairs: Iterable[tuple[str, str]]) -> None:
        for command, keys in pairs:
            word = Label(self.look, command, wrap=True)
            shown = Label(self.look, keys, TextStyle.NAME)
            row = grid.rowCount()
            grid.addWidget(word, row, 0)
            grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignRight)
            self._rows.append((fold(f"{command} {keys}"), word, shown))

    def _narrow(self, words: str) -> None:
        wanted = fold(words)
        for folded, word, keys in self._rows:
            word.setVisible(wanted in folded)
            keys.setVisible(wanted in folded)
        for heading, rows in self._headings:
            heading.setVisible(any(not self._rows[row][1].isHidden() for row in rows))
        self._none.setVisible(not self.shown())
