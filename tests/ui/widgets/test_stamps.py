"""A stamp is painted once for each look, size and sharpness."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from itadmin.ui.look.look import Look, Scheme
from itadmin.ui.widgets.stamps import Stamps


@pytest.fixture
def image() -> QImage:
    image = QImage(80, 80, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    return image


def test_it_is_painted_once_and_put_where_it_belongs(look: Look, image: QImage) -> None:
    painted: list[QRectF] = []

    def paint(painter: QPainter, box: QRectF) -> None:
        painted.append(box)
        painter.fillRect(box, QColor("red"))

    stamps = Stamps()

    def put(key: str, place: QRectF) -> None:
        with QPainter(image) as painter:
            stamps.draw(painter, look.theme, place, key, paint)

    put("a", QRectF(10, 20, 30, 16))
    put("a", QRectF(40, 60, 30, 16))
    assert painted == [QRectF(0, 0, 30, 16)]
    assert image.pixelColor(12, 22) == QColor("red") == image.pixelColor(69, 75)
    assert image.pixelColor(8, 22) == QColor("white") == image.pixelColor(71, 75)
    put("b", QRectF(0, 0, 30, 16))
    put("a", QRectF(0, 0, 20, 16))
    assert len(painted) == 3
    image.setDevicePixelRatio(2.0)
    put("a", QRectF(0, 0, 20, 16))
    assert len(painted) == 4
    look.set_scheme(Scheme.DARK)
    put("a", QRectF(0, 0, 20, 16))
    assert len(painted) == 5


def test_there_is_an_end_to_how_many_are_kept(look: Look, image: QImage) -> None:
    stamps = Stamps()
    with QPainter(image) as painter:
        for number in range(1_200):
            stamps.draw(painter, look.theme, QRectF(0, 0, 4, 4), number, lambda _painter, _box: None)
    assert len(stamps._pixmaps) <= 500
