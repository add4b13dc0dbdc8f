"""Small pages in a column, one of which is being read. A list like any other for keyboard and screen reader."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.widgets.page_images import PageImage, PageImages
from itadmin.ui.widgets.page_layout import PageSize
from itadmin.ui.widgets.painting import CENTRE, draw_focus, draw_text, pen

Index = QModelIndex | QPersistentModelIndex
_WIDTH = 84
_A4 = PageSize(595, 842)


class _Pages(QAbstractListModel):
    """As many rows as there are pages; the text is the page's number, the accessible text says of how many."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sizes: tuple[PageSize, ...] = ()

    def set_sizes(self, sizes: tuple[PageSize, ...]) -> None:
        self.beginResetModel()
        self.sizes = sizes
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.sizes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"Sida {index.row() + 1} av {len(self.sizes)}"
        return None


class _PageDelegate(QStyledItemDelegate):
    """Draws a small page with its number under it; the one being read has a frame in the accent."""

    def __init__(self, look: Look, view: QListView, pages: _Pages) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._pages = pages
        self.images: PageImages | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = self._look.metrics
        height = self._paper_height(index.row())
        return QSize(metrics.px(_WIDTH) + 2 * metrics.gap, height + metrics.second_line + metrics.margin)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._look.theme
        tokens, metrics = theme.tokens, theme.metrics
        cell = QRectF(option.rect)
        paper = QRectF(0, cell.top() + metrics.gap, metrics.px(_WIDTH), self._paper_height(index.row()))
        paper.moveLeft(round(cell.center().x() - paper.width() / 2))
        read = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(paper, QColor(tokens.paper))
        if self.images is not None:
            ratio = self._view.devicePixelRatioF()
            picture = self.images.get(index.row(), round(paper.width() * ratio))
            if not picture.isNull():
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(paper, picture)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(tokens.accent, 2) if read else pen(tokens.line2))
        edge = 1.0 if read else 0.5
        painter.drawRect(paper.adjusted(-edge, -edge, edge, edge))
        number = QRectF(cell.left(), paper.bottom() + metrics.tight, cell.width(), metrics.second_line)
        style = TextStyle.AXIS_STRONG if read else TextStyle.AXIS
        draw_text(painter, theme, number, str(index.row() + 1), style, tokens.text if read else tokens.text2, CENTRE)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_focus(painter, theme, paper.adjusted(-5, -5, 5, 5), metrics.radius_chip)
        painter.restore()

    def _paper_height(self, page: int) -> int:
        size = self._pages.sizes[page] if page < len(self._pages.sizes) else _A4
        return round(self._look.metrics.px(_WIDTH) * size.height / max(size.width, 1))


class PageThumbnails(QListView):
    """A column of small pages. `chosen` gives the page that was chosen by the user, from 0."""

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pages = _Pages(self)
        self._delegate = _PageDelegate(look, self, self._pages)
        self._following = False
        self.setModel(self._pages)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMovement(QListView.Movement.Static)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Sidor")
        set_property(self, "ground", "backdrop")
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        look.changed.connect(self._dress)
        self._dress()

    def set_pages(self, sizes: tuple[PageSize, ...], image: PageImage) -> None:
        """Show other pages."""
        self._delegate.images = PageImages(image)
        if sizes != self._pages.sizes:
            self._pages.set_sizes(sizes)
        self.viewport().update()

    def set_page(self, page: int) -> None:
        """Show which page is being read, without saying that it was chosen."""
        self._following = True
        self.setCurrentIndex(self._pages.index(page, 0))
        self._following = False

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid() and not self._following:
            self.chosen.emit(current.row())

    def _dress(self) -> None:
        metrics = self._look.metrics
        self.setFixedWidth(metrics.px(_WIDTH) + 2 * metrics.margin)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
