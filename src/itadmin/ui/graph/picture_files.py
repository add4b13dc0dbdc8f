"""A picture of dependencies as a file or an image, always in the light colours: PNG for documents, SVG for print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from itadmin.services.dependency_picture import Picture
from itadmin.services.safekeeping import write_file
from itadmin.ui.graph.painting import Placed, draw_picture, place
from itadmin.ui.look.look import Theme

SVG = ".svg"
PNG = ".png"
_SCALE = 2
_MARGIN = 24
_MOST_PIXELS = 60_000_000


def image_of(picture: Picture, theme: Theme) -> QImage:
    """The picture as an image, twice as large as on the screen unless it would be huge."""
    light = theme.for_print()
    placed = place(picture, light)
    size = _size(placed)
    scale = min(_SCALE, (_MOST_PIXELS / (size.width() * size.height())) ** 0.5)
    image = QImage(size * scale, QImage.Format.Format_RGB32)
    image.fill(QColor(light.tokens.surface))
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        _draw(painter, placed, light)
    return image


def save(picture: Picture, theme: Theme, path: Path) -> None:
    """Write a picture file; its ending says whether as SVG or PNG. Raises KnownError when it cannot be written."""
    write_file(path, _svg(picture, theme) if path.suffix.lower() == SVG else _png(picture, theme))


def _png(picture: Picture, theme: Theme) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image_of(picture, theme))
    return bytes(content.data())


def _svg(picture: Picture, theme: Theme) -> bytes:
    light = theme.for_print()
    placed = place(picture, light)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(_size(placed))
    generator.setViewBox(QRect(0, 0, _size(placed).width(), _size(placed).height()))
    generator.setTitle(picture.boxes[picture.centre].title)
    generator.setDescription(picture.sentence)
    with QPainter(generator) as painter:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(generator.viewBox(), QColor(light.tokens.surface))
        _draw(painter, placed, light)
    return bytes(content.data())


def _size(placed: Placed) -> QSize:
    return QSize(round(placed.width) + 2 * _MARGIN, round(placed.height) + 2 * _MARGIN)


def _draw(painter: QPainter, placed: Placed, theme: Theme) -> None:
    painter.translate(_MARGIN, _MARGIN)
    draw_picture(painter, placed, theme)
