"""The parts of the wizard by themselves: the trail of steps, what is remembered, what is dropped on the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.registers import REGISTERS
from itadmin.services.importing.headings import Headed
from itadmin.services.tables.table import Row
from itadmin.ui.importing.columns_page import ColumnsPage
from itadmin.ui.importing.dialog import ImportDialog
from itadmin.ui.importing.dropping import DropsOnWindow
from itadmin.ui.importing.opening import ImportOpening
from itadmin.ui.importing.remembered import remember, remembered
from itadmin.ui.look.look import Look
from itadmin.ui.memory import Memory
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.session import Session
from itadmin.ui.widgets.step_trail import StepTrail

SYSTEMS = REGISTERS["systems"]


def drop(widget: QWidget, *paths: str) -> None:
    """Drag files over a widget and let them go there."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) if "://" not in path else QUrl(path) for path in paths])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(1, 1), *how))
    QApplication.sendEvent(widget, QDropEvent(QPointF(1, 1), *how))


def test_the_trail_says_where_one_is_and_lets_names_go_when_it_is_narrow(look: Look, qtbot: QtBot) -> None:
    trail = StepTrail(look, ("Välj fil", "Granska"))
    qtbot.addWidget(trail)
    assert trail.accessibleName() == "Steg 1 av 2: Välj fil"
    trail.show_step(1)
    assert trail.accessibleName() == "Steg 2 av 2: Granska"
    trail.resize(trail.sizeHint())
    wide = trail.grab().toImage()
    trail.resize(trail.minimumSizeHint())
    assert trail.grab().toImage().width() < wide.width()


def test_columns_are_remembered_for_the_register_and_its_headings() -> None:
    memory = Memory()
    assert remembered(memory, SYSTEMS, ["A", "B"]) is None
    remember(memory, SYSTEMS, ["A", "B"], {0: "name", 1: "supplier"})
    assert remembered(memory, SYSTEMS, [" a", "B "]) == {0: "name", 1: "supplier"}
    assert remembered(memory, SYSTEMS, ["B", "A"]) is None
    assert remembered(memory, REGISTERS["people"], ["A", "B"]) is None


def test_rows_are_offered_where_a_column_is_recognised_as_them(look: Look, qtbot: QtBot) -> None:
    page = ColumnsPage(look)
    qtbot.addWidget(page)
    agreements = REGISTERS["agreements"]
    table = Headed("", 1, ("title", "options"), (Row(2, ("Lifecare", '[{"months": 12}]')),))
    page.show_columns(agreements, table, {0: "title", 1: "options"})
    assert page.combos[1].currentText() == "Optioner"
    assert page.columns() == {0: "title", 1: "options"}
    page.show_columns(agreements, table, {0: "title"})
    assert page.combos[1].findText("Optioner") == -1
    memory = Memory()
    remember(memory, agreements, table.headings, {1: "options"})
    assert remembered(memory, agreements, table.headings) == {1: "options"}


@pytest.mark.parametrize("kept", ["text", 3, ["name"], {"x": "name"}, {"0": "no_such_field"}])
def test_what_is_remembered_may_be_anything(kept: object) -> None:
    memory = Memory()
    remember(memory, SYSTEMS, ["A"], {0: "name"})
    (key,) = memory._own
    memory.keep(key, kept)
    assert not remembered(memory, SYSTEMS, ["A"])


@pytest.mark.parametrize(
    ("paths", "taken"),
    [
        (["/a/lista.xlsx"], True),
        (["/a/LISTA.CSV"], True),
        (["/a/bild.png"], False),
        (["/a/lista.xlsx", "/a/b.xlsx"], False),
        (["https://exempel.se/lista.xlsx"], False),
        ([], False),
    ],
)
def test_one_table_at_a_time_is_dropped_on_the_window(qtbot: QtBot, paths: list[str], taken: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    drops = DropsOnWindow(window, window)
    found: list[Path] = []
    drops.dropped.connect(found.append)
    drop(window, *paths)
    assert found == ([Path(paths[0])] if taken else [])


def test_a_dropped_table_opens_the_wizard(
    session: Session, save: Callable[..., Path], qtbot: QtBot, systems: None
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page = RegisterPage(session, SYSTEMS)
    qtbot.addWidget(page)
    opening = ImportOpening(session, window, lambda: page.register, window)
    drop(window, str(save()))
    (dialog,) = window.findChildren(ImportDialog)
    assert dialog.file_page.file.text() == "lista.xlsx"
    dialog.reject()
    opening.open()
    assert any(each.isVisible() for each in window.findChildren(ImportDialog))
