"""The window's furniture: what gives way when there is little room."""

import pytest
from PySide6.QtWidgets import QApplication, QMenuBar

from itadmin.ui.look.look import Look
from itadmin.ui.main_window import MainWindow


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
