"""Dependencies as an indented list: the same facts as the drawing, for who reads better in lines or has them read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeWidget, QTreeWidgetItem, QWidget

from itadmin.services.dependency_picture import OUTSIDE, ListLine
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.tooltips import as_tooltip

_KEY = int(Qt.ItemDataRole.UserRole)
_RECORD = _KEY + 1
_REPEATED = _KEY + 2
_ICON = 16
_ELSEWHERE = "se annan rad"
_NAME_SHARE = 0.62


class OutlineView(QTreeWidget):
    """The list, in groups. `opened` gives the id of the system that was opened, `stood_on` the key of the line."""

    opened = Signal(object)
    stood_on = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._groups: Mapping[str, Sequence[ListLine]] = {}
        self.setColumnCount(2)
        self.setHeaderLabels(["System", "Integration"])
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIndentation(look.metrics.section_gap)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Beroenden som lista")
        self.itemDoubleClicked.connect(self._open)
        self.currentItemChanged.connect(self._on_current)
        look.changed.connect(self._on_look_changed)

    def show_groups(self, groups: Mapping[str, Sequence[ListLine]]) -> None:
        """Show other lines, by the heading they stand under, all unfolded."""
        self._groups = groups
        with QSignalBlocker(self):
            self.clear()
            for heading, lines in groups.items():
                self._add_group(heading, lines)
            self.expandAll()

    def go_to(self, key: str) -> None:
        """Stand on the line that tells a part, without saying so."""
        item = self.currentItem()
        if item is not None and item.data(0, _KEY) == key:
            return
        found = next((line for line in self._all() if line.data(0, _KEY) == key and not line.data(0, _REPEATED)), None)
        with QSignalBlocker(self):
            if found is None:
                self.clearSelection()
            else:
                self.setCurrentItem(found)

    def lines(self) -> list[str]:
        """Every line as it is read, indented by two spaces a level."""
        return [f"{'  ' * _depth(item)}{item.text(0)}: {item.text(1)}".rstrip(": ") for item in self._all()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between names and integrations anew."""
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the system of the line on Enter."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._open(item)
        else:
            super().keyPressEvent(event)

    def _add_group(self, heading: str, lines: Sequence[ListLine]) -> None:
        group = self._item(f"{heading} ({sum(not line.is_repeated for line in lines)})")
        group.setFont(0, self._look.fonts.font(TextStyle.STRONG))
        self.addTopLevelItem(group)
        if not lines:
            group.addChild(self._item("Inget känt"))
        above = {0: group}
        for line in lines:
            item = self._line_item(line)
            above[line.level - 1].addChild(item)
            above[line.level] = item

    def _line_item(self, line: ListLine) -> QTreeWidgetItem:
        part = line.part
        note = OUTSIDE if part.record_id is None else part.criticality
        words = " · ".join(word for word in (part.label, note, _ELSEWHERE if line.is_repeated else "") if word)
        item = self._item(words, line.through)
        item.setData(0, _KEY, part.key)
        item.setData(0, _RECORD, part.record_id)
        item.setData(0, _REPEATED, line.is_repeated)
        if part.is_critical:
            ink = self._look.tokens.amber.ink
            item.setIcon(0, self._look.icons.icon("warning", _ICON, ink))
        return item

    def _item(self, *texts: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(list(texts))
        item.setSizeHint(0, QSize(0, self._look.metrics.row_compact))
        for column, text in enumerate(texts):
            item.setToolTip(column, as_tooltip(text))
        return item

    def _all(self) -> list[QTreeWidgetItem]:
        """Every line from the top down."""
        found: list[QTreeWidgetItem] = []
        waiting = [self.topLevelItem(number) for number in reversed(range(self.topLevelItemCount()))]
        while waiting:
            item = waiting.pop()
            if item is not None:
                found.append(item)
                waiting += [item.child(number) for number in reversed(range(item.childCount()))]
        return found

    def _share_width(self) -> None:
        self.setColumnWidth(0, round(self.viewport().width() * _NAME_SHARE))

    def _open(self, item: QTreeWidgetItem) -> None:
        record_id = item.data(0, _RECORD)
        if record_id is not None:
            self.opened.emit(record_id)

    def _on_current(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        key = item.data(0, _KEY) if item is not None else None
        if key:
            self.stood_on.emit(key)

    def _on_look_changed(self) -> None:
        self.show_groups(self._groups)


def _depth(item: QTreeWidgetItem) -> int:
    depth, above = 0, item.parent()
    while above is not None:
        depth, above = depth + 1, above.parent()
    return depth
