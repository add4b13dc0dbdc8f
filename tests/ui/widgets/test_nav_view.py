"""The navigation, wide with saved views and narrow as icons."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QImage, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look, Scheme
from itadmin.ui.widgets.nav_view import NavView
from itadmin.ui.widgets.roles import Role


def line(text: str, icon: str, count: int | None = None) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(icon, Role.ICON)
    item.setData(count, Role.COUNT)
    return item


@pytest.fixture
def nav(qtbot: QtBot, look: Look) -> NavView:
    model = QStandardItemModel()
    model.appendRow(line("Start", "home", 7))
    systems = line("System", "apps")
    systems.appendRow(line("Mina system", "star", 12))
    systems.appendRow(line("Saknar systemägare", "star", 0))
    model.appendRow(systems)
    nav = NavView(look)
    model.setParent(nav)
    qtbot.addWidget(nav)
    nav.setModel(model)
    nav.resize(look.metrics.nav, 300)
    nav.show()
    return nav


def picture(nav: NavView) -> bytes:
    image: QImage = nav.viewport().grab().toImage()
    return bytes(image.constBits())


def test_saved_views_are_open_and_lines_fill_the_width(nav: NavView, look: Look) -> None:
    model = nav.model()
    systems = model.index(1, 0)
    assert nav.isExpanded(systems)
    assert nav.visualRect(model.index(0, 0)).width() == nav.viewport().width() == look.metrics.nav
    assert nav.visualRect(model.index(0, 0)).height() == look.metrics.nav_row
    assert nav.visualRect(model.index(0, 0, systems)).height() == look.metrics.saved_view
    assert nav.visualRect(model.index(1, 0, systems)).height() == look.metrics.saved_view + look.metrics.gap


def test_narrow_leaves_the_icons(nav: NavView, look: Look) -> None:
    wide = picture(nav)
    nav.set_narrow(True)
    assert nav.width() == look.metrics.nav_narrow
    assert nav.visualRect(nav.model().index(0, 0)).width() == look.metrics.nav_narrow
    assert not nav.isExpanded(nav.model().index(1, 0))
    assert picture(nav) != wide
    nav.set_narrow(False)
    assert nav.width() == look.metrics.nav
    assert nav.isExpanded(nav.model().index(1, 0))
    assert picture(nav) == wide


def test_a_scroll_bar_takes_no_room_from_the_icons(nav: NavView, look: Look) -> None:
    nav.set_narrow(True)
    nav.resize(nav.width(), look.metrics.nav_row)
    bar = nav.verticalScrollBar()
    assert bar.maximum() > 0
    assert nav.viewport().width() == look.metrics.nav_narrow
    nav.resize(nav.width(), 300)
    assert (bar.maximum(), nav.width()) == (0, look.metrics.nav_narrow)


@pytest.mark.parametrize("number", [7, 99, 114])
def test_a_counter_leaves_most_of_its_icon_to_be_seen(nav: NavView, look: Look, number: int) -> None:
    nav.set_narrow(True)
    index = nav.model().index(0, 0)
    pictures: list[QImage] = []
    for count in (None, number):
        nav.model().setData(index, count, Role.COUNT)
        nav.doItemsLayout()
        pictures.append(nav.viewport().grab(nav.visualRect(index)).toImage())
    without, counted = pictures
    edge = look.metrics.icon(20)
    first = QPoint((without.width() - edge) // 2, (without.height() - edge) // 2)
    places = [first + QPoint(x, y) for x in range(edge) for y in range(edge)]
    ink = [place for place in places if without.pixelColor(place) != without.pixelColor(first)]

    def kept(moved: QPoint) -> int:
        return sum(counted.pixelColor(place + moved) == without.pixelColor(place) for place in ink)

    moves = [QPoint(-left, down) for left in range(3, 6) for down in range(7, 12)]
    assert max(map(kept, moves)) > 0.9 * len(ink)


def inked(nav: NavView, row: int, left: float, right: float) -> bool:
    """Say whether anything stands on the ground between two shares of the width of a line."""
    rect = nav.visualRect(nav.model().index(row, 0))
    image = nav.viewport().grab(rect).toImage()
    columns = range(round(rect.width() * left), round(rect.width() * right))
    return len({image.pixelColor(x, y).name() for x in columns for y in range(6, rect.height() - 6)}) > 2


def test_a_line_has_icon_word_and_counter(nav: NavView) -> None:
    nav.setCurrentIndex(nav.model().index(1, 0))
    assert all(inked(nav, 0, left, left + 0.1) for left in (0.08, 0.22, 0.84))
    assert not inked(nav, 0, 0.5, 0.7)
    assert not inked(nav, 1, 0.84, 0.94)
    nav.set_narrow(True)
    assert inked(nav, 0, 0.3, 0.6)
    assert inked(nav, 0, 0.7, 0.85)
    nav.setCurrentIndex(nav.model().index(0, 0))
    assert not inked(nav, 1, 0.8, 0.95)


def test_choice_focus_and_colours_are_seen(qtbot: QtBot, nav: NavView, look: Look) -> None:
    nav.clearFocus()
    pictures = [picture(nav)]
    nav.setCurrentIndex(nav.model().index(1, 0))
    pictures.append(picture(nav))
    nav.setFocus()
    qtbot.waitUntil(nav.hasFocus)
    pictures.append(picture(nav))
    nav.setCurrentIndex(nav.model().index(0, 0, nav.model().index(1, 0)))
    pictures.append(picture(nav))
    look.set_scheme(Scheme.DARK)
    pictures.append(picture(nav))
    nav.set_narrow(True)
    pictures.append(picture(nav))
    assert len(set(pictures)) == len(pictures)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_narrow_line_says_its_word(qtbot: QtBot, nav: NavView) -> None:
    where = nav.visualRect(nav.model().index(0, 0)).center()
    nav.set_narrow(True)
    event = QHelpEvent(QEvent.Type.ToolTip, where, nav.viewport().mapToGlobal(where))
    index = nav.model().index(0, 0)
    assert nav.itemDelegate().helpEvent(event, nav, QStyleOptionViewItem(), index)
    assert QToolTip.text() == "<qt>Start</qt>"
    assert nav.itemDelegate().helpEvent(event, nav, QStyleOptionViewItem(), nav.model().index(1, 0))
    assert QToolTip.text() == "<qt>System<br>Mina system: 12<br>Saknar systemägare: 0</qt>"
    QToolTip.hideText()


def test_it_grows_with_the_text(nav: NavView, look: Look) -> None:
    index = nav.model().index(0, 0)
    before = nav.itemDelegate().sizeHint(QStyleOptionViewItem(), index).height()
    look.set_text_factor(1.5)
    assert nav.itemDelegate().sizeHint(QStyleOptionViewItem(), index).height() > before
    assert nav.width() == look.metrics.nav


def test_a_name_that_has_room_is_whole_also_where_one_is(nav: NavView, look: Look) -> None:
    systems = nav.model().index(1, 0)
    nav.model().setData(nav.model().index(0, 0, systems), "Utan systemägare")
    rect = nav.visualRect(nav.model().index(0, 0, systems)).adjusted(look.metrics.px(60), 4, 0, -4)

    def columns_of_ink() -> list[int]:
        image = nav.viewport().grab(rect).toImage()
        ground = image.pixelColor(0, 0)
        rows, columns = range(image.height()), range(image.width() - look.metrics.px(20))
        return [x for x in columns if any(image.pixelColor(x, y) != ground for y in rows)]

    before = columns_of_ink()
    nav.setCurrentIndex(nav.model().index(0, 0, systems))
    assert columns_of_ink() == before
