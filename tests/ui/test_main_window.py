"""The window's furniture: what gives way when there is little room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenuBar
from pytestqt.qtbot import QtBot

from itadmin.domain.registers import REGISTERS
from itadmin.ui.look.look import Look
from itadmin.ui.main_window import MainWindow
from itadmin.ui.navigation import ALSO, DeedLine


@pytest.mark.parametrize(("width", "factor", "yields"), [(800, 1.0, True), (1280, 2.0, True), (1440, 1.0, False)])
def test_the_search_field_yields_before_the_menus(
    window: MainWindow, look: Look, width: int, factor: float, yields: bool
) -> None:
    look.set_text_factor(factor)
    window.frame.resize(width, 700)
    QApplication.processEvents()
    bar = window.frame.findChild(QMenuBar)
    assert isinstance(bar, QMenuBar)
    last = bar.actions()[-1]
    assert last.text().replace("&", "") == "Hjälp"
    assert bar.rect().contains(bar.actionGeometry(last))
    assert window.search.width() >= window.search.minimumWidth()
    assert (window.search.width() < look.metrics.px(330)) == yields


def test_the_line_of_a_group_leads_to_its_first_list_and_to_what_stands_before_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    done: list[str] = []
    window.commands.bind("samverkan", lambda: done.append("samverkan"))
    window.view_chosen.connect(lambda register, _view: done.append(register))
    window.view_chosen.connect(window.mark_register)
    deeds = {"Samverkan": [DeedLine("samverkan", "Samverkansmatris…", "people_community")]}
    window.navigation.fill(REGISTERS.values(), deeds)
    window.mark_register("systems")
    model = window.navigation
    (line,) = [model.index(row, 0) for row in range(model.rowCount()) if model.index(row, 0).data(ALSO)]
    assert line.data(Qt.ItemDataRole.ToolTipRole).startswith("Samverkansmatris…, ")
    window.nav.scrollTo(line)
    qtbot.mouseClick(window.nav.viewport(), Qt.MouseButton.LeftButton, pos=window.nav.visualRect(line).center())
    assert done == ["cooperation_levels", "samverkan"]
    assert window.nav.isRowHidden(line.row(), line.parent())
