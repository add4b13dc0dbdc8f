"""Kompetenskartan as it is used: walking, setting levels, choosing what is shown, tables, and ways to the records."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.services.competence.heat_map import Columns
from itadmin.services.reading import ListQuery
from itadmin.ui.competence.sheets import LevelsSheet
from itadmin.ui.competence.window import CompetenceWindow
from itadmin.ui.dialogs.changes import ChangesDialog
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.session import Session

Region = dict[str, UUID]


def people(window: CompetenceWindow) -> list[str]:
    return [row.name for row in window.shown.rows]


def columns(window: CompetenceWindow) -> list[str]:
    return [column.topic.name for column in window.shown.columns]


def in_table(window: CompetenceWindow) -> list[tuple[str, ...]]:
    model = window.model
    return [tuple(str(model.index(row, column).data()) for column in range(5)) for row in range(model.rowCount())]


def in_depth(window: CompetenceWindow) -> list[tuple[str, ...]]:
    model = window.depth_model
    return [tuple(str(model.index(row, column).data()) for column in range(5)) for row in range(model.rowCount())]


def judged(window: CompetenceWindow, row: int, column: int) -> tuple[int | None, int | None] | None:
    cell = window.shown.rows[row].cells[column]
    return None if cell is None else (cell.level, cell.wanted)


def spot(window: CompetenceWindow, row: int, column: int) -> QPoint:
    places = window.view.places()
    assert places is not None
    return places.cell_rect(row, column).center().toPoint()


@pytest.fixture
def opened_records(session: Session) -> list[tuple[str, UUID]]:
    found: list[tuple[str, UUID]] = []
    session.guide.record_wanted.connect(lambda register, record_id: found.append((register, record_id)))
    return found


def test_the_map_its_table_and_the_depth_tell_the_same(window: CompetenceWindow) -> None:
    assert window.windowTitle() == "Kompetenskarta – itadmin"
    assert people(window) == ["Anna Ek", "Bo Åberg", "Cia Öst"]
    assert columns(window) == ["Server", "Nät"]
    assert in_table(window) == [
        ("Anna Ek", "Nät", "4 Specialist, lär ut", "", ""),
        ("Bo Åberg", "Nät", "1 Känner till", "3 Behärskar", "2"),
        ("Cia Öst", "Server", "2 Använder", "4 Specialist, lär ut", "2"),
        ("Cia Öst", "Nät", "3 Behärskar", "", ""),
    ]
    assert in_depth(window) == [
        ("Server", "Sårbart", "0", "1", "Område"),
        ("Kvarnen", "Sårbart", "1", "1", "System"),
        ("Nät", "Tryggt", "2", "3", "Område"),
    ]
    assert window.view.accessibleName().startswith("Kompetenskarta. 3 personer, 2 områden.")


def test_keys_walk_from_cell_to_cell_and_each_is_told(qtbot: QtBot, window: CompetenceWindow) -> None:
    assert window.view.cell == (0, 0)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(window.view, key)
    told = "Bo Åberg (Bengtsfors kommun), Nät: nivå 1 Känner till, önskad 3 Behärskar, gap 2."
    assert window.view.cell == (1, 1)
    assert window.said.text() == window.view.accessibleDescription() == told
    assert window.table.currentIndex().row() == 1
    qtbot.keyClick(window.view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert window.view.cell == (2, 1)
    qtbot.keyClick(window.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert window.view.cell == (0, 0)


def test_a_row_of_the_table_is_the_cell_of_the_map(qtbot: QtBot, window: CompetenceWindow) -> None:
    window.table.setFocus()
    qtbot.keyClick(window.table, Qt.Key.Key_Down)
    qtbot.keyClick(window.table, Qt.Key.Key_Down)
    assert window.view.cell == (2, 0)
    qtbot.keyClick(window.table, Qt.Key.Key_Return)
    assert window.findChild(LevelsSheet) is not None


def test_a_digit_sets_what_is_known_and_with_alt_what_is_wanted(
    qtbot: QtBot, window: CompetenceWindow, session: Session
) -> None:
    qtbot.keyClick(window.view, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: judged(window, 0, 0) == (3, None))
    assert window.view.cell == (0, 0)
    qtbot.keyClick(window.view, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: judged(window, 0, 0) == (3, 4))
    qtbot.keyClick(window.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: judged(window, 0, 0) == (None, 4))
    for _step in range(3):
        session.workspace.undo.undo()
    qtbot.waitUntil(lambda: judged(window, 0, 0) is None)


def test_nothing_is_taken_away_where_nothing_is_said(qtbot: QtBot, window: CompetenceWindow, session: Session) -> None:
    before = session.reading().count("competences")
    qtbot.keyClick(window.view, Qt.Key.Key_Delete)
    assert session.reading().count("competences") == before


def test_a_click_asks_for_both_levels_which_are_one_step(
    qtbot: QtBot, window: CompetenceWindow, session: Session
) -> None:
    qtbot.mouseClick(window.view.viewport(), Qt.MouseButton.LeftButton, pos=spot(window, 1, 0))
    sheet = window.findChild(LevelsSheet)
    assert sheet is not None
    sheet.carry_out({"level": "1", "wanted_level": "3", "priority": "hog"})
    sheet.accept()
    qtbot.waitUntil(lambda: judged(window, 1, 0) == (1, 3))
    session.workspace.undo.undo()
    qtbot.waitUntil(lambda: judged(window, 1, 0) is None)


def test_enter_asks_with_what_is_said_already(qtbot: QtBot, window: CompetenceWindow) -> None:
    window.view.go_to((2, 0))
    qtbot.keyClick(window.view, Qt.Key.Key_Return)
    sheet = window.findChild(LevelsSheet)
    assert sheet is not None
    assert [sheet.editors[name].plain() for name in ("level", "wanted_level", "priority")] == ["2", "4", None]


def test_columns_order_kommun_and_names_are_choices(qtbot: QtBot, window: CompetenceWindow) -> None:
    qtbot.keyClick(window.controls.columns_box, Qt.Key.Key_Down)
    assert columns(window) == ["Kvarnen"]
    qtbot.keyClick(window.controls.columns_box, Qt.Key.Key_Down)
    assert columns(window) == ["Server", "Nät", "Kvarnen"]
    qtbot.keyClick(window.controls.order_box, Qt.Key.Key_Down)
    assert people(window) == ["Bo Åberg", "Cia Öst", "Anna Ek"]
    qtbot.keyClick(window.controls.kommun_box, Qt.Key.Key_Down)
    assert window.windowTitle() == "Kompetenskarta, Bengtsfors kommun – itadmin"
    assert people(window) == ["Bo Åberg", "Anna Ek"]


def test_without_names_the_kommun_is_not_told_either(qtbot: QtBot, window: CompetenceWindow, session: Session) -> None:
    papers: list[str] = []
    session.guide.paper_wanted.connect(lambda kind, _record: papers.append(kind))
    qtbot.keyClick(window.controls.kommun_box, Qt.Key.Key_Down)
    qtbot.mouseClick(window.plan, Qt.MouseButton.LeftButton)
    window.controls.nameless.setFocus()
    qtbot.keyClick(window.controls.nameless, Qt.Key.Key_Space)
    assert people(window) == ["Person 1", "Person 2", "Person 3"]
    assert not window.controls.kommun_box.isEnabled()
    assert "Anna" not in str(in_table(window))
    qtbot.mouseClick(window.plan, Qt.MouseButton.LeftButton)
    assert papers == ["competence_plan", "competence_plan_without_names"]
    qtbot.keyClick(window.controls.nameless, Qt.Key.Key_Space)
    assert people(window) == ["Anna Ek", "Bo Åberg"]


def test_names_and_heads_lead_to_their_records(
    qtbot: QtBot, window: CompetenceWindow, region: Region, opened_records: list[tuple[str, UUID]]
) -> None:
    places = window.view.places()
    assert places is not None
    name = QPoint(20, round(places.row_rect(1).center().y()))
    head = QPoint(round(places.column_rect(1).center().x()), 20)
    for where in (name, head):
        qtbot.mouseDClick(window.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    window.depth_table.setFocus()
    window.depth_table.setCurrentIndex(window.depth_model.index(1, 0))
    qtbot.keyClick(window.depth_table, Qt.Key.Key_Return)
    expected = [("people", "Bo Åberg"), ("networks", "Nät"), ("systems", "Kvarnen")]
    assert opened_records == [(register, region[name]) for register, name in expected]


def test_actions_are_shown_before_they_are_added(qtbot: QtBot, window: CompetenceWindow, session: Session) -> None:
    qtbot.mouseClick(window.propose, Qt.MouseButton.LeftButton)
    dialog = window.findChild(ChangesDialog)
    assert dialog is not None
    assert session.reading().count("competence_actions") == 0
    qtbot.keyClick(dialog.browser.table, Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.carry_out, Qt.MouseButton.LeftButton)
    assert session.reading().count("competence_actions") == 1
    qtbot.mouseClick(window.propose, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.findChildren(ChangesDialog)[-1].carry_out, Qt.MouseButton.LeftButton)
    assert session.reading().count("competence_actions") == 2
    QApplication.processEvents()
    qtbot.mouseClick(window.propose, Qt.MouseButton.LeftButton)
    assert window.said.text().startswith("Alla gap och sårbara områden har redan en åtgärd.")


def test_actions_that_are_refused_are_not_told_as_added(
    qtbot: QtBot, window: CompetenceWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_step: ChangeSet) -> None:
        raise KnownError("Filen är låst.")

    told: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: told.append(sentence))
    qtbot.mouseClick(window.propose, Qt.MouseButton.LeftButton)
    dialog = window.findChild(ChangesDialog)
    assert dialog is not None
    monkeypatch.setattr(session.workspace.records, "apply", refuse)
    qtbot.mouseClick(dialog.carry_out, Qt.MouseButton.LeftButton)
    assert window.said.text() == "Filen är låst."
    assert told == []


@pytest.mark.parametrize(
    ("button", "register"),
    [
        (lambda window: window.add_judgement, "competences"),
        (lambda window: window.add_area, "networks"),
        (lambda window: window.add_person, "people"),
    ],
)
def test_an_area_a_person_and_a_judgement_are_added_in_place(
    qtbot: QtBot, window: CompetenceWindow, button: Callable[[CompetenceWindow], object], register: str
) -> None:
    qtbot.mouseClick(button(window), Qt.MouseButton.LeftButton)
    sheet = window.findChild(NewRecordDialog)
    assert sheet is not None
    assert sheet.register.name == register
    if register == "people":
        assert sheet.written("organisation") is not None


def test_a_new_area_is_a_new_column_and_one_stays_where_one_was(
    qtbot: QtBot, window: CompetenceWindow, session: Session
) -> None:
    window.view.go_to((2, 1))
    session.workspace.records.add("networks", {"name": "Databas", "place": 1})
    qtbot.waitUntil(lambda: columns(window) == ["Databas", "Server", "Nät"])
    assert window.view.cell == (2, 2)


def test_an_empty_register_says_how_to_begin(qtbot: QtBot, session: Session) -> None:
    window = CompetenceWindow(session)
    qtbot.addWidget(window)
    window.show()
    assert window.empty.isVisible()
    assert not window.save.isEnabled()
    assert window.add_area.isVisible()


def test_the_depth_agrees_with_what_the_list_of_systems_finds(window: CompetenceWindow, session: Session) -> None:
    reading = session.reading()
    found = [reading.label("systems", key) for key in reading.keys("systems", ListQuery(findings=("kan_for_fa",)))]
    assert found == [row[0] for row in in_depth(window) if row[4] == "System" and row[1] == "Sårbart"]


def test_the_heading_tells_of_vulnerable_systems_too_where_only_areas_are_shown(window: CompetenceWindow) -> None:
    assert window.told.text().endswith("behärskar Server. Dessutom är 1 system sårbart.")
    columns = window.controls.columns_box
    columns.setCurrentIndex(columns.findData(Columns.SYSTEMS))
    assert "Dessutom" not in window.told.text()


@pytest.mark.parametrize("width", [1480, 800])
def test_cells_are_seen_also_in_a_small_window(qtbot: QtBot, window: CompetenceWindow, width: int) -> None:
    window.resize(width, 600)
    qtbot.waitUntil(lambda: window.width() == width)
    across = Qt.Orientation.Vertical if width > 1000 else Qt.Orientation.Horizontal
    assert window._tables.orientation() is across
    places = window.view.places()
    assert places is not None
    assert places.cell_rect(1, 0).bottom() < window.view.viewport().height()
