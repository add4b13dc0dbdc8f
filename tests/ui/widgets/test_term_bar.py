"""The term bar can be pointed at, walked through and heard."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.term_bar import MiniTermBar, TermBar
from itadmin.ui.widgets.term_data import BlockKind, TermBarData, TermBlock, TermFlag
from itadmin.ui.widgets.term_mini import axis_around
from itadmin.ui.widgets.term_painting import bar_top, draw_term_bar, drawing_height
from itadmin.ui.widgets.term_parts import legend_parts, legend_places

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
TODAY = date(2026, 11, 22)
DATA = TermBarData(
    TODAY,
    (
        TermBlock(BlockKind.FIRST, date(2023, 6, 1), date(2027, 5, 31), "Första period", "4 år"),
        TermBlock(BlockKind.OPTION, date(2027, 6, 1), date(2029, 5, 31), "Option 1"),
    ),
    (date(2027, 2, 28), date(2027, 5, 31)),
    TermFlag(date(2027, 2, 28), "sista dag att säga upp"),
    "Sista dag att säga upp är 2027-02-28.",
)


@pytest.fixture
def bar(qtbot: QtBot, look: Look) -> TermBar:
    bar = TermBar(look, DATA)
    qtbot.addWidget(bar)
    bar.resize(640, bar.heightForWidth(640))
    bar.show()
    return bar


def test_the_whole_sentence_is_heard(bar: TermBar) -> None:
    assert bar.accessibleName() == DATA.sentence
    bar.set_data(TermBarData(TODAY, DATA.blocks, sentence="Tills vidare."))
    assert bar.accessibleName() == "Tills vidare."


def test_parts_are_found_under_the_pointer(bar: TermBar, look: Look) -> None:
    middle = bar_top(look.theme, DATA) + 20
    assert bar.part_at(QPoint(100, middle)) == 0
    assert bar.part_at(QPoint(560, middle)) == 1
    assert bar.part_at(QPoint(100, 5)) == -1
    assert bar.words_of(0) == "Första period: 4 år"
    assert bar.words_of(1) == "Option 1"


def test_the_arrows_walk_through_the_parts(qtbot: QtBot, bar: TermBar) -> None:
    heard = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(bar, key)
        heard.append(bar.accessibleDescription())
    assert heard == ["Första period: 4 år", "Option 1", "Option 1", "Första period: 4 år"]


def test_the_focus_is_seen_on_the_bar_and_on_its_parts(
    qtbot: QtBot, bar: TermBar, drawn: Callable[[QWidget], bytes]
) -> None:
    bar.clearFocus()
    pictures = [drawn(bar)]
    bar.setFocus()
    qtbot.waitUntil(bar.hasFocus)
    pictures.append(drawn(bar))
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    pictures.append(drawn(bar))
    assert len(set(pictures)) == 3


def test_the_legend_tells_what_is_there_and_wraps(look: Look, bar: TermBar) -> None:
    assert legend_parts(DATA) == [BlockKind.FIRST, BlockKind.OPTION, None]
    wide = legend_places(look.theme, DATA, 2_000)
    narrow = legend_places(look.theme, DATA, 200)
    assert len({place.top() for place in wide}) == 1
    assert len({place.top() for place in narrow}) > 1
    assert bar.hasHeightForWidth()
    assert bar.heightForWidth(200) > bar.heightForWidth(2_000)
    assert bar.minimumSizeHint().width() < bar.sizeHint().width()
    assert bar.minimumSizeHint().height() > bar_top(look.theme, DATA)


def test_without_a_flag_the_bar_is_lower(look: Look) -> None:
    assert bar_top(look.theme, TermBarData(TODAY, DATA.blocks)) < bar_top(look.theme, DATA)


def test_it_draws_on_any_painter_in_the_colours_of_print(look: Look) -> None:
    image = QImage(700, 240, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    theme = look.theme.for_print()
    draw_term_bar(painter, QRectF(0, 0, 700, 240), DATA, theme)
    painter.end()
    tokens = theme.tokens

    def colours_at(height: int) -> set[str]:
        return {image.pixelColor(x, height).name().upper() for x in range(700)}

    assert {tokens.levels[3].fill, tokens.levels[1].fill} <= colours_at(bar_top(theme, DATA) + 4)
    assert {tokens.amber.fill, tokens.amber.ink} <= colours_at(4)
    assert tokens.red.ink in colours_at(bar_top(theme, DATA) - theme.metrics.gap - 4)
    notice = [
        x for x in range(700) if image.pixelColor(x, bar_top(theme, DATA) + 20).name().upper() == tokens.amber.fill
    ]
    assert len(notice) > 5
    legend = {image.pixelColor(x, y).name() for x in range(700) for y in range(drawing_height(theme, DATA), 240)}
    assert len(legend) > 20
    assert tokens.line in colours_at(bar_top(theme, DATA) - 4)


def test_the_small_bar_speaks_and_draws(qtbot: QtBot, look: Look) -> None:
    mini = MiniTermBar(look, DATA, axis_around(TODAY))
    qtbot.addWidget(mini)
    mini.resize(200, mini.sizeHint().height())
    assert mini.accessibleName() == DATA.sentence
    assert DATA.sentence in mini.toolTip()
    image = mini.grab().toImage()
    colours = {image.pixelColor(x, image.height() // 2 - 2).name().upper() for x in range(200)}
    assert look.tokens.levels[3].fill in colours
    assert any(QColor(colour).red() > 140 > QColor(colour).green() + 60 for colour in colours)
