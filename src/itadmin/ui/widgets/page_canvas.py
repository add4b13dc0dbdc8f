"""The pages of a paper on a quiet backdrop, scrolled and zoomed. Draws pictures it is given; knows no PDF."""

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.page_images import PageImage, PageImages
from itadmin.ui.widgets.page_layout import PageSize, PageStack, stack, zoom_to_fit
from itadmin.ui.widgets.painting import draw_focus, pen

_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
_LEAST = _STEPS[0]
_GREATEST = _STEPS[-1]
_FIT_GREATEST = 1.5  # a page is not blown up beyond this just because the window is wide
_SHADOW = 3
_SHADOW_ALPHA = 22
_READING_LINE = 0.4  # the page that lies this far down the view is the one being read


def _no_image(_page: int, _width: int) -> QImage:
    return QImage()


class PageCanvas(QAbstractScrollArea):
    """Shows pages. PgUp and PgDn turn them, Ctrl with + and − zooms, Ctrl+0 fits the width again."""

    current_page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = ""
        self._sizes: tuple[PageSize, ...] = ()
        self._images = PageImages(_no_image)
        self._zoom = 1.0
        self._fits = True
        self._page = 0
        self._stack = PageStack((), 0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        look.changed.connect(self._arrange)

    def set_pages(self, name: str, sizes: tuple[PageSize, ...], image: PageImage) -> None:
        """Show other pages. `image` is called as pages come into view; the place in the paper is kept if it can be."""
        kept = self.verticalScrollBar().value() if sizes[:1] == self._sizes[:1] else 0
        self._name = name
        self._sizes = sizes
        self._images = PageImages(image)
        self._arrange()
        self.verticalScrollBar().setValue(kept)
        self._note_page()
        self._say_where()
        self.viewport().update()

    def page_count(self) -> int:
        """Say how many pages there are."""
        return len(self._sizes)

    def current_page(self) -> int:
        """Give the page being read, from 0."""
        return self._page

    def zoom(self) -> float:
        """Give the zoom, where 1 is the size of the paper."""
        return self._zoom

    def go_to(self, page: int) -> None:
        """Show the top of `page`, or of the nearest page there is."""
        if not self._stack.places:
            return
        page = min(max(page, 0), len(self._stack.places) - 1)
        bar = self.verticalScrollBar()
        with QSignalBlocker(bar):  # the page is the one asked for, also where it cannot be scrolled to the top
            bar.setValue(self._stack.places[page].top - self._look.metrics.margin)
        self.viewport().update()
        self._set_page(page)

    def zoom_in(self) -> None:
        """Take the next larger step."""
        self.set_zoom(next((step for step in _STEPS if step > self._zoom + 0.01), _GREATEST))

    def zoom_out(self) -> None:
        """Take the next smaller step."""
        self.set_zoom(next((step for step in reversed(_STEPS) if step < self._zoom - 0.01), _LEAST))

    def set_zoom(self, zoom: float) -> None:
        """Zoom to `zoom` and stay there when the view changes size."""
        self._fits = False
        self._rezoom(min(max(zoom, _LEAST), _GREATEST))

    def fit_width(self) -> None:
        """Let the pages fill the width, and keep doing so when the view changes size."""
        self._fits = True
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the pages out anew."""
        super().resizeEvent(event)
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            elif event.angleDelta().y() < 0:
                self.zoom_out()
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages, zoom, or scroll."""
        if event.matches(QKeySequence.StandardKey.ZoomIn) or _is_plus(event):
            self.zoom_in()
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom_out()
        elif event.key() == Qt.Key.Key_0 and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.fit_width()
        elif not self._turn(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pages in view."""
        theme = self._look.theme
        view = self.viewport()
        with QPainter(view) as painter:
            painter.fillRect(view.rect(), QColor(theme.tokens.backdrop))
            left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
            for page in self._stack.between(top, top + view.height()):
                place = self._stack.places[page]
                self._draw_page(painter, page, QRectF(place.left - left, place.top - top, place.width, place.height))
            if self.hasFocus():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                draw_focus(painter, theme, QRectF(view.rect()), 0)

    def _draw_page(self, painter: QPainter, page: int, rect: QRectF) -> None:
        tokens = self._look.tokens
        shadow = QColor(Qt.GlobalColor.black)
        shadow.setAlpha(_SHADOW_ALPHA)
        for reach in range(_SHADOW, 0, -1):
            painter.fillRect(rect.adjusted(-reach + 1, -reach + 2, reach - 1, reach), shadow)
        painter.fillRect(rect, QColor(tokens.paper))
        ratio = self.devicePixelRatioF()
        picture = self._images.get(page, round(rect.width() * ratio))
        if not picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(rect, picture)
        if not tokens.dark:
            painter.setPen(pen(tokens.line2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _turn(self, key: Qt.Key) -> bool:
        pages = {
            Qt.Key.Key_PageDown: self._page + 1,
            Qt.Key.Key_PageUp: self._page - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.page_count() - 1,
        }
        if key not in pages:
            return False
        self.go_to(pages[key])
        return True

    def _arrange(self) -> None:
        if self._fits:
            margin = self._look.metrics.margin
            fitting = zoom_to_fit(self._sizes, self.viewport().width(), margin)
            self._rezoom(min(max(fitting, _LEAST), _FIT_GREATEST))
        else:
            self._rezoom(self._zoom)

    def _rezoom(self, zoom: float) -> None:
        """Take the zoom and keep in view what was in the middle of it."""
        view = self.viewport().size()
        bar = self.verticalScrollBar()
        middle = (bar.value() + view.height() / 2) / max(self._stack.height, 1)
        changed = zoom != self._zoom
        self._zoom = zoom
        self._stack = stack(self._sizes, zoom, view.width(), self._look.metrics.margin, shrink=self._fits)
        bar.setRange(0, max(self._stack.height - view.height(), 0))
        bar.setPageStep(view.height())
        bar.setSingleStep(self._look.metrics.row)
        across = self.horizontalScrollBar()
        across.setRange(0, max(self._stack.width - view.width(), 0))
        across.setPageStep(view.width())
        across.setSingleStep(self._look.metrics.row)
        if changed:
            bar.setValue(round(middle * self._stack.height - view.height() / 2))
            across.setValue(across.maximum() // 2)
            self.zoom_changed.emit(zoom)
        self._note_page()
        self.viewport().update()

    def _on_scrolled(self) -> None:
        self._note_page()
        self.viewport().update()

    def _note_page(self) -> None:
        bar = self.verticalScrollBar()
        last = max(self.page_count() - 1, 0)
        if bar.maximum() == 0:
            self._set_page(min(self._page, last))
        elif bar.value() == bar.maximum():
            self._set_page(last)
        else:
            self._set_page(self._stack.page_at(bar.value() + self.viewport().height() * _READING_LINE))

    def _set_page(self, page: int) -> None:
        if page == self._page:
            return
        self._page = page
        self._say_where()
        self.current_page_changed.emit(page)

    def _say_where(self) -> None:
        where = f"sida {self._page + 1} av {self.page_count()}" if self._sizes else "inga sidor"
        self.setAccessibleName(f"{self._name}, {where}" if self._name else where.capitalize())


def _is_plus(event: QKeyEvent) -> bool:
    """Say whether Ctrl and the key with + was pressed, also where + needs Shift or lies elsewhere."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return control and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
