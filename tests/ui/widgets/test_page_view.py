"""A paper is turned, zoomed and followed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look, Scheme
from itadmin.ui.widgets.page_layout import PageSize
from itadmin.ui.widgets.page_view import PageView

A4 = PageSize(595.28, 841.89)
PAGES = 5
THUMBNAIL = 200  # device pixels: pictures narrower than this are for the small pages
Asked = list[tuple[int, int]]


@pytest.fixture
def asked() -> Asked:
    return []


@pytest.fixture
def view(qtbot: QtBot, look: Look, asked: Asked) -> Iterator[PageView]:
    def image(page: int, width: int) -> QImage:
        asked.append((page, width))
        picture = QImage(width, round(width * 1.414), QImage.Format.Format_RGB32)
        picture.fill(QColor(10 * page, 200, 100))
        return picture

    view = PageView(look)
    qtbot.addWidget(view)
    view.resize(1_000, 700)
    view.show()
    view.set_pages("Driftavtal", (A4,) * PAGES, image)
    view.canvas.setFocus()
    qtbot.waitUntil(view.canvas.hasFocus)
    return view


def large(asked: Asked) -> set[int]:
    return {page for page, width in asked if width > THUMBNAIL}


def test_only_pages_in_view_are_asked_for(view: PageView, asked: Asked) -> None:
    view.grab()
    assert large(asked) == {0}
    view.go_to(3)
    view.grab()
    assert 3 in large(asked)
    assert 1 not in large(asked)


def test_keys_turn_pages(qtbot: QtBot, view: PageView) -> None:
    turned: list[int] = []
    view.current_page_changed.connect(turned.append)
    keys = (
        Qt.Key.Key_PageDown,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_End,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
    )
    for key in keys:
        qtbot.keyClick(view.canvas, key)
    assert turned == [1, 2, 1, 4, 0]
    assert view.current_page() == 0


def test_the_place_is_said_and_the_small_page_marked(view: PageView) -> None:
    assert view.canvas.accessibleName() == "Driftavtal, sida 1 av 5"
    view.go_to(2)
    assert view.canvas.accessibleName() == "Driftavtal, sida 3 av 5"
    assert view.page_count() == PAGES
    assert view.thumbnails.currentIndex().row() == 2
    assert view.thumbnails.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "Sida 3 av 5"


def test_a_small_page_leads_to_the_large_one(qtbot: QtBot, view: PageView) -> None:
    qtbot.keyClick(view.thumbnails, Qt.Key.Key_Down)
    assert view.current_page() == 1
    where = view.thumbnails.visualRect(view.thumbnails.model().index(2, 0)).center()
    qtbot.mouseClick(view.thumbnails.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert view.current_page() == 2


def test_scrolling_changes_the_page_being_read(view: PageView) -> None:
    bar = view.canvas.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert view.current_page() == PAGES - 1
    bar.setValue(0)
    assert view.current_page() == 0


@pytest.mark.parametrize("page", [-3, 99])
def test_there_is_no_page_beyond_the_ends(view: PageView, page: int) -> None:
    view.go_to(page)
    assert view.current_page() == (0 if page < 0 else PAGES - 1)


def test_keys_zoom(qtbot: QtBot, view: PageView) -> None:
    zooms: list[float] = []
    view.zoom_changed.connect(zooms.append)
    fitting = view.zoom()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(view.canvas, Qt.Key.Key_Plus, control)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Minus, control)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Equal, control)
    assert zooms[2] == zooms[0]
    assert zooms[0] > fitting
    assert zooms[1] < zooms[0]
    qtbot.keyClick(view.canvas, Qt.Key.Key_0, control)
    assert view.zoom() == pytest.approx(fitting)


def test_the_wheel_zooms_with_control(view: PageView) -> None:
    def turn(steps: int) -> None:
        here, none, inverted = QPointF(100, 100), QPoint(), False
        event = QWheelEvent(
            here,
            here,
            none,
            QPoint(0, 120 * steps),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            inverted,
        )
        view.canvas.wheelEvent(event)

    before = view.zoom()
    turn(1)
    assert view.zoom() > before
    larger = view.zoom()
    turn(-1)
    assert view.zoom() < larger


def test_zoom_has_ends_and_keeps_the_place(view: PageView) -> None:
    view.go_to(2)
    for _ in range(30):
        view.zoom_in()
    assert view.zoom() == 4.0
    assert view.current_page() == 2
    for _ in range(30):
        view.zoom_out()
    assert view.zoom() == 0.25


def test_a_fitted_width_stays_fitted(view: PageView) -> None:
    before = view.zoom()
    view.resize(700, 700)
    assert view.zoom() < before
    assert view.canvas.horizontalScrollBar().maximum() == 0
    view.zoom_in()
    chosen = view.zoom()
    view.resize(1_000, 700)
    assert view.zoom() == chosen
    view.fit_width()
    assert view.zoom() == pytest.approx(before)


def test_the_same_paper_made_anew_keeps_its_place(view: PageView) -> None:
    view.go_to(3)
    asked: Asked = []

    def image(page: int, width: int) -> QImage:
        asked.append((page, width))
        return QImage()

    view.set_pages("Driftavtal", (A4,) * PAGES, image)
    assert view.current_page() == 3
    view.grab()
    assert 3 in large(asked)
    view.set_pages("Annat", (A4,), image)
    assert view.current_page() == 0
    assert view.canvas.accessibleName() == "Annat, sida 1 av 1"


def test_pages_are_painted_on_the_backdrop_in_both_schemes(view: PageView, look: Look) -> None:
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        look.set_scheme(scheme)
        image = view.canvas.viewport().grab().toImage()
        assert image.pixelColor(4, 300).name().upper() == look.tokens.backdrop
        assert image.pixelColor(image.width() // 2, 300) == QColor(0, 200, 100)


def test_small_pages_grow_with_the_text(view: PageView, look: Look) -> None:
    index = view.thumbnails.model().index(0, 0)
    before = view.thumbnails.width(), view.thumbnails.visualRect(index).height()
    look.set_text_factor(1.5)
    view.grab()
    assert view.thumbnails.width() > before[0]
    assert view.thumbnails.visualRect(index).height() > before[1]


def test_no_pages_is_nothing_to_fall_over(qtbot: QtBot, look: Look) -> None:
    view = PageView(look)
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.go_to(1)
    view.zoom_in()
    assert not view.grab().isNull()
    assert view.page_count() == 0
    view.set_pages("", (), lambda _page, _width: QImage())
    assert view.canvas.accessibleName() == "Inga sidor"
