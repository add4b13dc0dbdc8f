"""A drawing as an image and as files: in its size with a margin, on white, and never too large to be made."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from itadmin.domain.problems import KnownError
from itadmin.ui.picture_files import Drawing, image_of, save


def drawing(width: float = 100, height: float = 50) -> Drawing:
    return Drawing(
        width,
        height,
        "Fyrkant",
        "En röd fyrkant.",
        lambda painter: painter.fillRect(QRectF(0, 0, width, height), QColor("#FF0000")),
    )


def test_an_image_is_twice_as_large_with_a_white_margin(qapp: QApplication) -> None:
    image = image_of(drawing())
    assert (image.width(), image.height()) == (2 * 148, 2 * 98)
    assert (image.pixelColor(10, 10), image.pixelColor(148, 98)) == (QColor("#FFFFFF"), QColor("#FF0000"))


def test_a_huge_drawing_is_made_smaller(qapp: QApplication) -> None:
    image = image_of(drawing(20_000, 20_000))
    assert image.width() * image.height() <= 60_100_000
    assert image.pixelColor(image.width() // 2, image.height() // 2) == QColor("#FF0000")


def test_files_hold_the_drawing(qapp: QApplication, tmp_path: Path) -> None:
    save(drawing(), tmp_path / "a.png")
    save(drawing(), tmp_path / "a.SVG")
    assert QImage(str(tmp_path / "a.png")).width() == 296
    text = (tmp_path / "a.SVG").read_text(encoding="utf-8")
    assert "En röd fyrkant." in text
    assert QSvgRenderer(str(tmp_path / "a.SVG")).viewBox().width() == 148


def test_a_place_that_cannot_be_written_is_told(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "a.png").mkdir()
    with pytest.raises(KnownError):
        save(drawing(), tmp_path / "a.png")


def test_letters_are_as_large_in_a_file_as_they_were_measured(qapp: QApplication, tmp_path: Path) -> None:
    def write(painter: QPainter) -> None:
        font = QFont("DejaVu Sans")
        font.setPointSizeF(9)
        painter.setFont(font)
        painter.drawText(10, 20, "Årshjul")

    save(Drawing(100, 50, "Ord", "Ett ord.", write), tmp_path / "a.svg")
    pixels = 9 * QGuiApplication.primaryScreen().logicalDotsPerInch() / 72
    assert f'font-size="{pixels:g}"' in (tmp_path / "a.svg").read_text(encoding="utf-8")
