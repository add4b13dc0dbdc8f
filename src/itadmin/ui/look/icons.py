"""Icons from the program's own SVG files, tinted in a colour of the look and kept.

An icon has a name and a nominal size (16, 20 or 32); the drawn size follows the text. Where a file of the size asked
for is missing the 20 pixel drawing is scaled.
"""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from itadmin.assets import asset
from itadmin.ui.look.metrics import Metrics
from itadmin.ui.look.tokens import Tokens

APPLICATION = "itadmin"
_DRAWN = 20
_SMALL = 16


class Icons:
    """The icons in the colours and at the size of one look."""

    def __init__(self, tokens: Tokens, metrics: Metrics) -> None:
        self._tokens = tokens
        self._metrics = metrics
        self._drawings: dict[tuple[str, int], bytes] = {}
        self._pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}

    def icon(self, name: str, nominal: int = 20, ink: str = "") -> QIcon:
        """Give an icon for a button or an action in `ink` (`#RRGGBB`; `text2` unless given), dimmed when disabled."""
        icon = QIcon()
        for ratio in _screen_ratios():
            icon.addPixmap(self.pixmap(name, nominal, ink or self._tokens.text2, ratio))
            icon.addPixmap(self.pixmap(name, nominal, self._tokens.disabled, ratio), QIcon.Mode.Disabled)
        return icon

    def icon_before_word(self, name: str, ink: str) -> QIcon:
        """Give a small icon with air after it, for a button that has a word too; use with `size_before_word`."""
        icon = QIcon()
        size = self.size_before_word()
        for ratio in _screen_ratios():
            for mode, colour in ((QIcon.Mode.Normal, ink), (QIcon.Mode.Disabled, self._tokens.disabled)):
                icon.addPixmap(_widened(self.pixmap(name, _SMALL, colour, ratio), size, ratio), mode)
        return icon

    def size(self, nominal: int) -> QSize:
        """Give the drawn size of icons of this nominal size, for `setIconSize`."""
        edge = self._metrics.icon(nominal)
        return QSize(edge, edge)

    def size_before_word(self) -> QSize:
        """Give the drawn size of a small icon with air after it."""
        return self.size(_SMALL) + QSize(self._metrics.tight, 0)

    def pixmap(self, name: str, nominal: int, ink: str, ratio: float) -> QPixmap:
        """Give the icon as a picture for a device of this pixel ratio."""
        key = (name, nominal, ink, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = _tinted(self._drawing(name, nominal), self._metrics.icon(nominal), ink, ratio)
        return self._pixmaps[key]

    def draw(self, painter: QPainter, name: str, nominal: int, rect: QRectF, ink: str) -> None:
        """Draw the icon in the middle of `rect`."""
        pixmap = self.pixmap(name, nominal, ink, painter.device().devicePixelRatio())
        edge = self._metrics.icon(nominal)
        left = round(rect.center().x() - edge / 2)
        top = round(rect.center().y() - edge / 2)
        painter.drawPixmap(left, top, pixmap)

    def _drawing(self, name: str, nominal: int) -> bytes:
        key = (name, nominal)
        if key not in self._drawings:
            self._drawings[key] = _svg(name, nominal)
        return self._drawings[key]


def application_icon() -> QIcon:
    """Give the program's own icon, in its own colours."""
    return QIcon(str(asset("resources", "icons", f"{APPLICATION}.svg")))


def draw_application_icon(painter: QPainter, rect: QRectF) -> None:
    """Draw the program's own icon in `rect`."""
    QSvgRenderer(str(asset("resources", "icons", f"{APPLICATION}.svg"))).render(painter, rect)


def _svg(name: str, nominal: int) -> bytes:
    try:
        path = asset("resources", "icons", f"{name}_{nominal}.svg")
    except FileNotFoundError:
        path = asset("resources", "icons", f"{name}_{_DRAWN}.svg")
    return path.read_bytes()


def _screen_ratios() -> set[float]:
    return {float(screen.devicePixelRatio()) for screen in QGuiApplication.screens()} or {1.0}


def _widened(pixmap: QPixmap, size: QSize, ratio: float) -> QPixmap:
    wide = QPixmap(round(size.width() * ratio), pixmap.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    with QPainter(wide) as painter:
        painter.drawPixmap(0, 0, pixmap)
    return wide


def _tinted(drawing: bytes, edge: int, ink: str, ratio: float) -> QPixmap:
    pixels = round(edge * ratio)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, pixels, pixels))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(pixmap.rect(), QColor(ink))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
