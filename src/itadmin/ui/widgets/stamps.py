"""Pictures of small painted parts that recur in many rows, made once and then only copied.

A stamp is kept for as long as the look is the same; what it shows is told by its key.
"""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from itadmin.ui.look.look import Theme

_MOST = 500


class Stamps:
    """The stamps of one column."""

    def __init__(self) -> None:
        self._theme: Theme | None = None
        self._pixmaps: dict[tuple[Hashable, int, int, float], QPixmap] = {}

    def draw(
        self,
        painter: QPainter,
        theme: Theme,
        place: QRectF,
        key: Hashable,
        paint: Callable[[QPainter, QRectF], None],
    ) -> None:
        """Put the stamp of `key` into `place`; `paint` paints it into a rectangle of the same size if need be."""
        painter.drawPixmap(place.topLeft(), self.stamp(painter, theme, place.size().toSize(), key, paint))

    def stamp(
        self,
        painter: QPainter,
        theme: Theme,
        size: QSize,
        key: Hashable,
        paint: Callable[[QPainter, QRectF], None],
    ) -> QPixmap:
        """Give the stamp of `key` for what `painter` paints on, to be put in many places."""
        if theme is not self._theme or len(self._pixmaps) >= _MOST:
            self._theme = theme
            self._pixmaps.clear()
        ratio = painter.device().devicePixelRatio()
        whole_key = (key, size.width(), size.height(), ratio)
        pixmap = self._pixmaps.get(whole_key)
        if pixmap is None:
            pixmap = _painted(size, ratio, paint)
            self._pixmaps[whole_key] = pixmap
        return pixmap


def _painted(size: QSize, ratio: float, paint: Callable[[QPainter, QRectF], None]) -> QPixmap:
    pixmap = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        paint(painter, QRectF(0, 0, size.width(), size.height()))
    return pixmap
