"""What stands in the cells of a list: painted from roles, as wide as it needs, clicked where it stands."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QHelpEvent, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.cell_delegate import CellDelegate
from itadmin.ui.widgets.chip import ChipKind
from itadmin.ui.widgets.roles import Mark, Role, Standing
from itadmin.ui.widgets.row_table import RowTable
from itadmin.ui.widgets.sign_delegates import ChipDelegate, ClassDelegate, LevelDelegate
from itadmin.ui.widgets.text_delegates import NameDelegate, TextDelegate, TwoLineDelegate
from itadmin.ui.widgets.value_delegates import DateDelegate, MoneyDelegate

LONG = "Ett mycket långt namn på ett system"


@pytest.fixture
def table(qtbot: QtBot, look: Look) -> RowTable:
    table = RowTable(look)
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(1, 1, table))
    table.setColumnWidth(0, 240)
    table.resize(300, 120)
    return table


def put(table: RowTable, text: str, **roles: object) -> None:
    item = QStandardItem(text)
    for name, value in roles.items():
        item.setData(value, Role[name])
    model = table.model()
    assert isinstance(model, QStandardItemModel)
    model.setItem(0, 0, item)


def picture(table: RowTable) -> QImage:
    return table.viewport().grab(QRect(0, 0, table.columnWidth(0), table.rowHeight(0))).toImage()


def bits(image: QImage) -> bytes:
    return bytes(image.constBits())


def option(width: int = 240) -> QStyleOptionViewItem:
    made = QStyleOptionViewItem()
    made.rect = QRect(0, 0, width, 32)
    return made


CASES: list[tuple[Callable[[Look, RowTable], CellDelegate], str, dict[str, object]]] = [
    (TextDelegate, "Sofia", {}),
    (TextDelegate, "Sofia", {"MARK": Mark.QUIET}),
    (TextDelegate, "", {"MARK": Mark.MISSING}),
    (TextDelegate, "", {"MARK": Mark.NONE}),
    (NameDelegate, "ArcGIS", {}),
    (NameDelegate, "ArcGIS", {"STANDING": Standing.FOREIGN}),
    (NameDelegate, "ArcGIS", {"STANDING": Standing.SNOOZED}),
    (NameDelegate, "ArcGIS", {"STANDING": Standing.BINNED}),
    (TwoLineDelegate, "Lifecare – drift", {"SECOND": "Leverantören AB"}),
    (DateDelegate, "2028-03-31", {}),
    (DateDelegate, "2028-03-31", {"MARK": Mark.SOON}),
    (DateDelegate, "2028-03-31", {"MARK": Mark.LATE}),
    (DateDelegate, "", {"MARK": Mark.MISSING}),
    (DateDelegate, "", {"MARK": Mark.NONE}),
    (MoneyDelegate, "1 234 500", {}),
    (MoneyDelegate, "−500", {"MARK": Mark.LATE}),
    (MoneyDelegate, "", {"MARK": Mark.MISSING}),
    (ChipDelegate, "Gällande", {"CHIP": ChipKind.IN_FORCE}),
    (ChipDelegate, "Gällande", {}),
    (ChipDelegate, "", {"MARK": Mark.MISSING}),
    (ClassDelegate, "3 Allvarlig", {"GRADE": 3}),
    (ClassDelegate, "", {"MARK": Mark.MISSING}),
    (LevelDelegate, "3 Samma applikation", {"GRADE": 3}),
    (LevelDelegate, "", {"MARK": Mark.NONE}),
]


def test_every_case_is_painted_and_no_two_alike(table: RowTable, look: Look) -> None:
    table.setItemDelegateForColumn(0, TextDelegate(look, table))
    put(table, "")
    nothing = bits(picture(table))
    pictures = []
    for make, text, roles in CASES:
        delegate = make(look, table)
        table.setItemDelegateForColumn(0, delegate)
        put(table, text, **roles)
        pictures.append(bits(picture(table)))
    assert nothing not in pictures
    empty_marks = 4  # “saknas” and the dash look the same in the columns of text, days, chips and grades
    assert len(set(pictures)) >= len(pictures) - 2 * empty_marks
    assert len(set(pictures)) < len(pictures)


@pytest.mark.parametrize(("make", "text", "roles"), CASES)
def test_the_wanted_size_follows_the_text(
    table: RowTable,
    look: Look,
    make: Callable[[Look, RowTable], CellDelegate],
    text: str,
    roles: dict[str, object],
) -> None:
    delegate = make(look, table)
    put(table, text, **roles)
    index = table.model().index(0, 0)
    before = delegate.sizeHint(option(), index)
    look.set_text_factor(2.0)
    after = delegate.sizeHint(option(), index)
    assert after.height() > before.height() > 0
    assert after.width() > before.width() > look.metrics.cell_left + look.metrics.cell_right


@pytest.mark.parametrize("make", [TextDelegate, NameDelegate, TwoLineDelegate, ChipDelegate])
def test_a_cell_that_is_too_narrow_has_its_text_in_a_tooltip(
    table: RowTable, look: Look, make: Callable[[Look, RowTable], CellDelegate]
) -> None:
    delegate = make(look, table)
    put(table, LONG, SECOND="Andra raden", CHIP=ChipKind.DRAFT)
    index = table.model().index(0, 0)
    assert delegate.elided_text(option(120), index) == LONG
    assert delegate.elided_text(option(600), index) == ""


@pytest.mark.parametrize("make", [ClassDelegate, LevelDelegate])
def test_a_word_that_does_not_fit_beside_its_grade_has_a_tooltip(
    table: RowTable, look: Look, make: Callable[[Look, RowTable], CellDelegate]
) -> None:
    delegate = make(look, table)
    put(table, "3 Samma applikation", GRADE=3)
    index = table.model().index(0, 0)
    fits = delegate.sizeHint(option(), index).width()
    assert delegate.elided_text(option(fits), index) == ""
    assert delegate.elided_text(option(fits - 4), index) == "3 Samma applikation"
    put(table, "Samma applikation")
    assert delegate.sizeHint(option(), table.model().index(0, 0)).width() < fits


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_tooltip_is_shown_where_the_pointer_rests(table: RowTable, look: Look) -> None:
    delegate = TextDelegate(look, table)
    put(table, LONG)
    table.show()
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), table.viewport().mapToGlobal(QPoint(5, 5)))
    assert delegate.helpEvent(event, table, option(100), table.model().index(0, 0))
    assert QToolTip.text() == f"<qt>{LONG}</qt>"
    QToolTip.hideText()


def test_days_are_never_elided(table: RowTable, look: Look) -> None:
    put(table, "2028-03-31")
    assert DateDelegate(look, table).elided_text(option(20), table.model().index(0, 0)) == ""


def test_a_sum_is_shown_whole_or_not_at_all(table: RowTable, look: Look) -> None:
    delegate = MoneyDelegate(look, table)
    table.setItemDelegateForColumn(0, delegate)
    table.horizontalHeader().setStretchLastSection(False)
    table.setColumnWidth(0, 60)
    put(table, "40 000 000")
    one = bits(picture(table))
    put(table, "70 000 000")
    assert bits(picture(table)) == one, "no figures of a sum there is no room for"
    assert delegate.elided_text(option(60), table.model().index(0, 0)) == "70 000 000"


@pytest.mark.parametrize("make", [DateDelegate, MoneyDelegate])
def test_nothing_is_painted_over_the_neighbour(
    table: RowTable, look: Look, make: Callable[[Look, RowTable], CellDelegate]
) -> None:
    put(table, "2028-03-31 och 40 000 000")
    narrow = option(40)
    narrow.rect.translate(80, 0)
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    image.fill(0)
    with QPainter(image) as painter:
        make(look, table).paint(painter, narrow, table.model().index(0, 0))
    inked = {x for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).value()}
    assert inked <= set(range(80, 120))


def test_sums_stand_against_the_right_edge(table: RowTable, look: Look) -> None:
    table.setItemDelegateForColumn(0, MoneyDelegate(look, table))
    put(table, "1")
    image = picture(table)
    ground = image.pixelColor(20, 15)
    inked = [x for x in range(image.width()) for y in range(2, image.height() - 3) if image.pixelColor(x, y) != ground]
    right = table.columnWidth(0) - look.metrics.cell_right
    assert right - 12 < min(inked) < max(inked) <= right


def test_a_binned_name_is_struck_and_a_foreign_one_has_its_sign(table: RowTable, look: Look) -> None:
    delegate = NameDelegate(look, table)
    put(table, "ArcGIS")
    plain = delegate.content_width(table.model().index(0, 0))
    put(table, "ArcGIS", STANDING=Standing.FOREIGN)
    assert delegate.content_width(table.model().index(0, 0)) > plain
    assert plain >= look.fonts.width(TextStyle.NAME, "ArcGIS")


def test_text_of_any_length_is_painted(table: RowTable, look: Look) -> None:
    table.setItemDelegateForColumn(0, TextDelegate(look, table))
    put(table, "rad ett\n" * 20_000)
    assert not picture(table).isNull()


def test_markup_is_painted_letter_by_letter(table: RowTable, look: Look) -> None:
    table.setItemDelegateForColumn(0, TextDelegate(look, table))
    put(table, "<b>A</b>")
    marked = bits(picture(table))
    put(table, "A")
    assert bits(picture(table)) != marked
