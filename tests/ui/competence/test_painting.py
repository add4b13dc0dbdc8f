"""What is drawn: levels differ without colour, gaps are seen, heads stay, and files are written."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from itadmin.domain.words import BUILT_IN
from itadmin.services.competence.ground import Judged, Topic
from itadmin.services.competence.heat_map import Asked, Column, HeatMap, PersonRow
from itadmin.ui.competence.heat_view import HeatView
from itadmin.ui.competence.painting import cell_text, draw_cell, draw_cells, draw_swatch, legend_of
from itadmin.ui.competence.places import GridPlaces
from itadmin.ui.competence.window import CompetenceWindow
from itadmin.ui.look.look import Look, Scheme
from itadmin.ui.widgets.stamps import Stamps

NOBODY = UUID(int=0)


def judged(level: int | None, wanted: int | None = None) -> Judged:
    return Judged(NOBODY, level, wanted, "")


def heat_map(rows: int, columns: int) -> HeatMap:
    heads = tuple(Column(Topic("networks", str(n), f"Område {n}", n, (NOBODY,)), n % 4) for n in range(columns))
    people = tuple(
        PersonRow(
            UUID(int=row),
            f"Person {row}",
            "",
            tuple(
                judged((row + place) % 5, (row * place) % 5) if (row + place) % 7 else None for place in range(columns)
            ),
        )
        for row in range(rows)
    )
    return HeatMap(Asked(), heads, people, (), BUILT_IN)


def drawn(look: Look, cell: Judged | None) -> QImage:
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(look.tokens.surface))
    with QPainter(image) as painter:
        draw_cell(painter, look.theme, QRectF(4, 3, 46, 24), cell)
    return image


def grey(image: QImage) -> bytes:
    return bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_every_cell_and_sign_is_its_own_also_without_colour(look: Look, scheme: Scheme) -> None:
    look.set_scheme(scheme)
    cells = [None, judged(None, 3), *(judged(level) for level in range(5)), judged(2, 3), judged(2, 4)]
    assert len({grey(drawn(look, cell)) for cell in cells}) == len(cells)
    signs = set()
    entries = legend_of(heat_map(1, 1))
    for part, _words in entries:
        image = QImage(40, 24, QImage.Format.Format_RGB32)
        image.fill(QColor(look.tokens.surface))
        with QPainter(image) as painter:
            draw_swatch(painter, look.theme, part, QRectF(4, 4, 30, 14))
        signs.add(grey(image))
    assert len(signs) == len(entries)


@pytest.mark.parametrize(("cell", "has_corner"), [(judged(2, 3), True), (judged(2, 2), False), (judged(3), False)])
def test_a_gap_has_a_corner(look: Look, cell: Judged, has_corner: bool) -> None:
    image, amber = drawn(look, cell), QColor(look.tokens.amber.ink)
    assert any(image.pixelColor(x, y) == amber for x in range(60) for y in range(30)) == has_corner


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (judged(None), ""),
        (judged(2), "2"),
        (judged(2, 2), "2"),
        (judged(3, 2), "3"),
        (judged(2, 4), "2→4"),
        (judged(None, 3), "–→3"),
    ],
)
def test_a_level_is_a_digit_and_a_gap_an_arrow(cell: Judged | None, text: str) -> None:
    assert cell_text(cell) == text


def test_stamped_cells_look_as_those_that_are_drawn(look: Look) -> None:
    heat = heat_map(6, 6)
    places = GridPlaces(heat, look.theme)

    def whole(stamps: Stamps | None) -> QImage:
        image = QImage(round(places.width), round(places.height), QImage.Format.Format_RGB32)
        image.fill(QColor(look.tokens.surface))
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_cells(painter, places, range(6), range(6), stamps)
        return image

    plain, stamped = whole(None), whole(Stamps())
    differ = [
        (x, y)
        for x in range(plain.width())
        for y in range(plain.height())
        if abs(plain.pixelColor(x, y).lightness() - stamped.pixelColor(x, y).lightness()) > 60
    ]
    assert len(differ) < plain.width() * plain.height() / 50


def test_a_spot_tells_row_and_column(look: Look) -> None:
    places = GridPlaces(heat_map(3, 4), look.theme)
    assert places.at(places.cell_rect(2, 3).center()) == (2, 3)
    assert places.at(QPointF(5, places.head + 5)) == (0, -1)
    assert places.at(QPointF(places.names + 5, 5)) == (-1, 0)
    assert places.at(QPointF(places.width + 5, places.height + 5)) == (-1, -1)


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf"])
def test_the_map_is_saved_as_what_its_name_says(
    qtbot: QtBot, window: CompetenceWindow, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"Karta{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    qtbot.keyClick(window.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(path.exists)
    assert window.said.text() == f"Sparat som Karta{ending}."
    if ending == ".png":
        assert QImage(str(path)).width() > 1000
    elif ending == ".svg":
        assert QSvgRenderer(str(path)).isValid()
    else:
        assert path.read_bytes().startswith(b"%PDF")


def test_the_map_is_copied(qtbot: QtBot, window: CompetenceWindow) -> None:
    qtbot.mouseClick(window.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().image().width() > 1000


def test_the_heads_stay_while_one_scrolls(qtbot: QtBot, look: Look) -> None:
    view = HeatView(look)
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show_map(heat_map(100, 40))
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.setFocus()
    assert view.cell == (0, 0)
    heads = QRect(0, 0, 300, 60)
    head = view.viewport().grab(heads).toImage()
    qtbot.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.cell == (99, 39)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum() > 0
    places = view.places()
    assert places is not None
    ring = places.cell_rect(99, 39).translated(-view.horizontalScrollBar().value(), -view.verticalScrollBar().value())
    assert QRectF(view.viewport().rect()).adjusted(0, 0, 1, 1).contains(ring)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.viewport().grab(heads).toImage() == head
    view.show_map(heat_map(2, 2))
    assert view.cell == (0, 0)
