"""The strip of figures: read as texts, and on two lines where it is narrow."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.attention import Figures
from itadmin.ui.attention.figures import FigureStrip
from itadmin.ui.look.look import Look


def test_figures_stand_beside_each_other_or_two_by_two(look: Look, qtbot: QtBot) -> None:
    strip = FigureStrip(look)
    qtbot.addWidget(strip)
    strip.show_figures(Figures(214, 198, 86, 9, 71, 420_000_000))
    strip.resize(1000, 60)
    strip.show()
    cells = [child for child in strip.children() if isinstance(child, QWidget)]
    qtbot.waitUntil(lambda: len({cell.y() for cell in cells}) == 1)
    assert cells[2].accessibleName() == "71\u00a0% kompletta system och avtal"
    strip.resize(400, 120)
    qtbot.waitUntil(lambda: len({cell.y() for cell in cells}) == 2)
