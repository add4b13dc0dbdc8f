"""A layout that sets widgets beside each other and begins a new line when there is no more room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lines of widgets, `gap` pixels apart, each line as high as its highest widget, centred on the line's middle."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__()
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        if parent is not None:
            parent.setLayout(self)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item; called by `addWidget`."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Say how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give the item at `index`, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give the item at `index` and let go of it, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than the widgets need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Be as high as the lines are."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the lines at `width`."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Set the widgets in their places."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Want all on one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Need room for the widest widget."""
        result = QSize(0, 0)
        for item in self._shown():
            result = result.expandedTo(item.minimumSize())
        return result

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            needed = item.sizeHint().width()
            if lines and used + self._gap + needed <= width:
                lines[-1].append(item)
                used += self._gap + needed
            else:
                lines.append([item])
                used = needed
        return lines

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Set the lines into `rect` when `move`, and give the height they take."""
        top = rect.top()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            left = rect.left()
            for item in line:
                size = item.sizeHint()
                size.setWidth(min(size.width(), rect.width()))
                if move:
                    item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += size.width() + self._gap
            top += height + self._gap
        return max(top - self._gap - rect.top(), 0)
