"""Icons are tinted, sized after the text, sharp on dense screens, and all there."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap

from itadmin.assets import asset
from itadmin.ui.look.icons import Icons, application_icon, draw_application_icon
from itadmin.ui.look.metrics import Metrics
from itadmin.ui.look.tokens import LIGHT

pytestmark = pytest.mark.usefixtures("qapp")
PLAIN = Metrics(line=16, second_line=15, text_pixels=13, text_factor=1.0)
LARGE = Metrics(line=24, second_line=22, text_pixels=19.5, text_factor=1.5)


def is_drawn_in(pixmap: QPixmap, ink: str) -> bool:
    """Say whether the most opaque point has this ink, give or take the rounding of half-covered points."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    strongest = max(points, key=lambda point: point.alpha())
    wanted = QColor(ink)
    pairs = zip(strongest.getRgb()[:3], wanted.getRgb()[:3], strict=True)
    return strongest.alpha() > 100 and all(abs(one - other) <= 3 for one, other in pairs)


def files() -> list[Path]:
    return sorted(path for path in asset("resources", "icons").glob("*.svg"))


@pytest.mark.parametrize("path", [path for path in files() if path.stem[-2:].isdigit()], ids=lambda path: path.stem)
def test_every_icon_can_be_drawn_in_our_ink(path: Path) -> None:
    name, _, nominal = path.stem.rpartition("_")
    pixmap = Icons(LIGHT, PLAIN).pixmap(name, int(nominal), LIGHT.accent, 2.0)
    assert pixmap.size() == QSize(int(nominal) * 2, int(nominal) * 2)
    assert is_drawn_in(pixmap, LIGHT.accent)


def test_icons_are_kept_and_follow_the_text() -> None:
    icons = Icons(LIGHT, LARGE)
    assert icons.pixmap("add", 20, LIGHT.text, 1.0) is icons.pixmap("add", 20, LIGHT.text, 1.0)
    assert icons.size(20) == QSize(30, 30)
    assert icons.pixmap("add", 20, LIGHT.text, 1.5).deviceIndependentSize().toSize() == QSize(30, 30)


def test_a_size_that_is_not_there_is_drawn_from_the_middle_one() -> None:
    pixmap = Icons(LIGHT, PLAIN).pixmap("save", 32, LIGHT.text, 1.0)
    assert pixmap.size() == QSize(32, 32)
    assert is_drawn_in(pixmap, LIGHT.text)


def test_an_icon_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        Icons(LIGHT, PLAIN).icon("no_such_icon", 20)


def test_disabled_icons_are_dimmed() -> None:
    icon = Icons(LIGHT, PLAIN).icon("add", 20)
    size = QSize(20, 20)
    assert is_drawn_in(icon.pixmap(size, 1.0), LIGHT.text2)
    assert is_drawn_in(icon.pixmap(size, 1.0, QIcon.Mode.Disabled), LIGHT.disabled)


def test_an_icon_before_a_word_has_air_after_it() -> None:
    icons = Icons(LIGHT, PLAIN)
    assert icons.size_before_word() == QSize(16 + PLAIN.tight, 16)
    image = icons.icon_before_word("add", LIGHT.accent).pixmap(icons.size_before_word(), 1.0).toImage()
    assert image.size() == icons.size_before_word()
    right = range(image.width() - PLAIN.tight, image.width())
    assert all(image.pixelColor(x, y).alpha() == 0 for x in right for y in range(image.height()))


def test_icons_are_drawn_in_the_middle() -> None:
    image = QImage(60, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    Icons(LIGHT, PLAIN).draw(painter, "add", 20, QRectF(0, 0, 60, 40), LIGHT.accent)
    painter.end()
    assert image.pixelColor(30, 20) != QColor("white")
    assert image.pixelColor(30, 13) != QColor("white")
    assert image.pixelColor(30, 9) == QColor("white")
    assert image.pixelColor(2, 2) == QColor("white")


def test_the_programs_own_icon_keeps_its_colours() -> None:
    assert not application_icon().isNull()
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    draw_application_icon(painter, QRectF(0, 0, 64, 64))
    painter.end()
    assert image.pixelColor(32, 8).name().upper() == LIGHT.accent
    assert image.pixelColor(46, 30).name().upper() == "#FFFFFF"


def test_the_licence_lies_with_the_icons() -> None:
    text = asset("resources", "icons", "LICENSE").read_text(encoding="utf-8")
    assert "MIT License" in text
    assert "Microsoft Corporation" in text
