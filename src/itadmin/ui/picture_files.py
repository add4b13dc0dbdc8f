"""A drawing as an image or a file, on the light ground of a page: PNG for documents, SVG for print. Knows no drawing.

What is drawn must itself be in the light colours (`Theme.for_print`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from itadmin.services.safekeeping import write_file
from itadmin.ui.look.tokens import LIGHT

SVG = ".svg"
PNG = ".png"
_SCALE = 2
_MARGIN = 24
_MOST_PIXELS = 60_000_000


@dataclass(frozen=True)
class Drawing:
    """What `draw` draws from the painter's origin, in logical pixels; `sentence` says it in words."""

    width: float
    height: float
    title: str
    sentence: str
    draw: Callable[[QPainter], None]

    @property
    def size(self) -> QSize:
        """The size with a margin around."""
        return QSize(round(self.width) + 2 * _MARGIN, round(self.height) + 2 * _MARGIN)


def image_of(drawing: Drawing) -> QImage:
    """The drawing as an image, twice as large as on the screen unless it would be huge."""
    size = drawing.size
    scale = min(_SCALE, (_MOST_PIXELS / (size.width() * size.height())) ** 0.5)
    image = QImage(size * scale, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        _draw(painter, drawing)
    return image


def save(drawing: Drawing, path: Path) -> None:
    """Write a picture file; its ending says whether as SVG or PNG. Raises KnownError when it cannot be written."""
    write_file(path, _svg(drawing) if path.suffix.lower() == SVG else _png(drawing))


def _png(drawing: Drawing) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image_of(drawing))
    return bytes(content.data())


def _svg(drawing: Drawing) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(round(QGuiApplication.primaryScreen().logicalDotsPerInch()))
    generator.setSize(drawing.size)
    generator.setViewBox(QRect(0, 0, drawing.size.width(), drawing.size.height()))
    generator.setTitle(drawing.title)
    generator.setDescription(drawing.sentence)
    with QPainter(generator) as painter:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(generator.viewBox(), QColor(LIGHT.surface))
        _draw(painter, drawing)
    return bytes(content.data())


def _draw(painter: QPainter, drawing: Drawing) -> None:
    painter.translate(_MARGIN, _MARGIN)
    drawing.draw(painter)
