"""The window on a plan: the table worked with by mouse and keys, a step a change, what is wrong, what is locked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.services.training.versions import Adoption, adopt
from itadmin.services.workspace import Workspace
from itadmin.ui.look.look import Look
from itadmin.ui.session import Session
from itadmin.ui.training import words
from itadmin.ui.training.adopt_sheet import AdoptSheet
from itadmin.ui.training.grid_texts import BEFORE, CODE, FORM, MINUTES, TITLE, VALID
from itadmin.ui.training.plan_window import PlanWindow
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.prose import plain_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

NBSP = "\u00a0"
NO_KEY = Qt.KeyboardModifier.NoModifier
END, SUPER = "slutanvandare", "superanvandare"


@pytest.fixture
def steps(session: Session) -> list[str]:
    told: list[str] = []
    session.bus.changed.connect(lambda changes, _initiator: told.append(changes.title))
    return told


def place(window: PlanWindow, module: UUID | None, key: str) -> QPoint:
    window.pane.table.stand_on(module, key)
    return window.pane.table.visualRect(window.pane.table.currentIndex()).center()


def click(window: PlanWindow, qtbot: QtBot, module: UUID | None, key: str) -> None:
    where = place(window, module, key)
    qtbot.mouseClick(window.pane.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QApplication.processEvents()


def press(window: PlanWindow, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY) -> None:
    qtbot.keyClick(window.pane.table, key, held)
    QApplication.processEvents()


def shown(window: PlanWindow, module: UUID | None, key: str) -> str:
    row = window.pane.model.row_of(module) if module else 0
    return window.pane.model.cell(window.pane.model.index(row, window.pane.model.column_of(key))).text


def titles(window: PlanWindow) -> list[str]:
    return [module.title for module in window.pane.model.modules]


def line(window: PlanWindow) -> QLineEdit:
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert window.pane.table.isAncestorOf(editor) or window.pane.heads.isAncestorOf(editor)
    return editor


def test_it_looks_as_the_papers_table(plan_window: PlanWindow, plan: Any) -> None:
    model = plan_window.pane.model
    heads = [
        model.headerData(column, Qt.Orientation.Horizontal).replace("\n", " ") for column in range(model.columnCount())
    ]
    assert heads == [
        "Kod",
        "Moment",
        "Form",
        "Tid",
        f"Slutanvändare 320{NBSP}personer",
        "Superanvändare",
        "Förkunskaper",
        "Giltigt",
    ]
    rows = [[model.cell(model.index(row, column)).text for column in range(8)] for row in range(model.rowCount())]
    assert rows == [
        ["", "Ska kunna", "", "", "2 Använder", "3 Behärskar", "", ""],
        ["LC-1", "Grundkurs", "E-lärande", "1 tim 30 min", "Före behörighet", "Före behörighet", "", ""],
        ["LC-2", "Fördjupning", "Lärarledd", "3 tim", "", "Obligatoriskt", "LC-1", "24 mån"],
        ["", "Krävd tid", "", "", "1,5 tim", "4,5 tim", "", ""],
    ]
    assert plan_window.heading.text() == "Utbildningsplan Lifecare 1.0"
    assert plan_window.state.text() == "Utkast"
    assert not plan_window.pane.notice.isVisible()


def test_a_click_turns_a_demand_round(plan_window: PlanWindow, plan: Any, qtbot: QtBot, steps: list[str]) -> None:
    assert shown(plan_window, plan.course, END) == ""
    for word in ("Före behörighet", "Obligatoriskt", "Valfritt", ""):
        click(plan_window, qtbot, plan.course, END)
        assert shown(plan_window, plan.course, END) == word
    assert steps == ["Ändrade Fördjupning: Krav per målgrupp"] * 4
    assert plan_window.status.said.text() == "Ändrade Fördjupning: Krav per målgrupp."
    assert plan_window.status.undo.isVisible()


def test_drawing_from_cell_to_cell_changes_nothing(
    plan_window: PlanWindow, plan: Any, qtbot: QtBot, steps: list[str]
) -> None:
    ground = plan_window.pane.table.viewport()
    begun, ended = place(plan_window, plan.basics, END), place(plan_window, plan.course, END)
    qtbot.mousePress(ground, Qt.MouseButton.LeftButton, pos=begun)
    plan_window.pane.table.stand_on(plan.course, END)  # where a button held down leads to
    qtbot.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=ended)
    qtbot.mouseClick(ground, Qt.MouseButton.RightButton, pos=ended)
    assert steps == []


def test_keys_set_turn_and_clear_demands(plan_window: PlanWindow, plan: Any, qtbot: QtBot, steps: list[str]) -> None:
    plan_window.pane.table.stand_on(plan.basics, END)
    for key, word in (
        (Qt.Key.Key_V, "Valfritt"),
        (Qt.Key.Key_O, "Obligatoriskt"),
        (Qt.Key.Key_F, "Före behörighet"),
        (Qt.Key.Key_Space, "Obligatoriskt"),
        (Qt.Key.Key_Delete, ""),
        (Qt.Key.Key_Return, "Före behörighet"),
    ):
        press(plan_window, qtbot, key)
        assert shown(plan_window, plan.basics, END) == word
    assert len(steps) == 6
    press(plan_window, qtbot, Qt.Key.Key_F)
    assert len(steps) == 6  # it says so already
    press(plan_window, qtbot, Qt.Key.Key_Right)
    assert plan_window.pane.table.current_audience() == SUPER
    press(plan_window, qtbot, Qt.Key.Key_Down)
    module = plan_window.pane.table.current_module()
    assert module is not None
    assert module.id == plan.course


def test_ctrl_z_takes_back_one_step_at_a_time(plan_window: PlanWindow, plan: Any, qtbot: QtBot) -> None:
    plan_window.pane.table.stand_on(plan.basics, END)
    press(plan_window, qtbot, Qt.Key.Key_V)
    press(plan_window, qtbot, Qt.Key.Key_O)
    press(plan_window, qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown(plan_window, plan.basics, END) == "Valfritt"
    qtbot.mouseClick(
        plan_window.status.undo, Qt.MouseButton.LeftButton
    ) if plan_window.status.undo.isVisible() else None
    press(plan_window, qtbot, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert shown(plan_window, plan.basics, END) == "Obligatoriskt"


def test_words_times_and_months_are_written_in_their_cells(
    plan_window: PlanWindow, plan: Any, qtbot: QtBot, workspace: Workspace, type_text: Callable[..., None]
) -> None:
    for key, text, word in (
        (TITLE, "Säker start", "Säker start"),
        (CODE, "LC-0", "LC-0"),
        (MINUTES, "1,5 h", "1 tim 30 min"),
        (VALID, "12 månader", "12 mån"),
    ):
        click(plan_window, qtbot, plan.basics, key)
        line(plan_window).selectAll()
        type_text(text, Qt.Key.Key_Return)
        assert shown(plan_window, plan.basics, key) == word
    module: Any = workspace.reading().one("training_modules", plan.basics).record
    assert (module.title, module.code, module.minutes, module.valid_months) == ("Säker start", "LC-0", 90, 12)


def test_a_letter_begins_to_write_and_escape_leaves_it_as_it_was(
    plan_window: PlanWindow, plan: Any, qtbot: QtBot, steps: list[str]
) -> None:
    plan_window.pane.table.stand_on(plan.basics, CODE)
    press(plan_window, qtbot, Qt.Key.Key_F)
    assert line(plan_window).text().casefold() == "f"
    qtbot.keyClick(line(plan_window), Qt.Key.Key_Escape)
    assert shown(plan_window, plan.basics, CODE) == "LC-1"
    assert steps == []
    assert plan_window.isVisible()


def test_what_cannot_be_read_stays_and_is_told(
    plan_window: PlanWindow, plan: Any, qtbot: QtBot, steps: list[str], type_text: Callable[..., None]
) -> None:
    click(plan_window, qtbot, plan.basics, MINUTES)
    line(plan_window).selectAll()
    type_text("en dag", Qt.Key.Key_Return)
    assert shown(plan_window, plan.basics, MINUTES) == "en dag"
    message = plan_window.pane.notice.shown()
    assert message is not None
    assert message.prose == ("LC-1 Grundkurs: Skriv tiden i minuter eller timmar, till exempel 90 eller 1 tim 30 min.")
    assert steps == []
    click(plan_window, qtbot, plan.basics, MINUTES)
    assert line(plan_window).text() == "en dag"
    line(plan_window).selectAll()
    type_text("60", Qt.Key.Key_Return)
    assert shown(plan_window, plan.basics, MINUTES) == "1 tim"
    assert not plan_window.pane.notice.isVisible()


def test_escape_tells_that_what_cannot_be_read_is_not_saved_before_it_closes(
    plan_window: PlanWindow, plan: Any, qtbot: QtBot, type_text: Callable[..., None]
) -> None:
    click(plan_window, qtbot, plan.basics, MINUTES)
    line(plan_window).selectAll()
    type_text("en kvart", Qt.Key.Key_Return)
    press(plan_window, qtbot, Qt.Key.Key_Escape)
    assert plan_window.isVisible()
    assert plan_window.status.said.text().startswith("Det som inte går att läsa är inte sparat.")
    press(plan_window, qtbot, Qt.Key.Key_Escape)
    assert not isValid(plan_window) or not plan_window.isVisible()


def test_a_moment_without_a_name_is_refused_with_a_sentence(
    plan_window: PlanWindow, plan: Any, qtbot: QtBot, steps: list[str]
) -> None:
    plan_window.pane.table.stand_on(plan.basics, TITLE)
    press(plan_window, qtbot, Qt.Key.Key_Delete)
    message = plan_window.pane.notice.shown()
    assert message is not None
    assert message.prose == "Moment måste fyllas i."
    assert shown(plan_window, plan.basics, TITLE) == "Grundkurs"
    assert steps == []
    plan_window.pane.table.stand_on(plan.basics, END)
    press(plan_window, qtbot, Qt.Key.Key_V)
    assert not plan_window.pane.notice.isVisible()


def test_a_form_and_a_level_are_chosen_in_a_list(plan_window: PlanWindow, plan: Any, qtbot: QtBot) -> None:
    for module, key, word in ((plan.basics, FORM, "Workshop"), (None, END, "4 Specialist, lär ut")):
        click(plan_window, qtbot, module, key)
        box = plan_window.pane.table.findChild(ComboBox)
        assert box is not None
        qtbot.waitUntil(box.view().isVisible)
        box.setCurrentIndex(box.findText(word))
        qtbot.keyClick(box.view(), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda module=module, key=key, word=word: shown(plan_window, module, key) == word)


def test_forkunskaper_are_ticked_and_a_circle_cannot_be(plan_window: PlanWindow, plan: Any, qtbot: QtBot) -> None:
    click(plan_window, qtbot, plan.course, BEFORE)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.accessibleName() == "Förkunskaper för Fördjupning"
    (tick,) = menu.actions()
    assert (tick.text(), tick.isChecked()) == ("LC-1 Grundkurs", True)
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(tick).center())
    assert shown(plan_window, plan.course, BEFORE) == ""
    qtbot.keyClick(plan_window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    plan_window.pane.table.stand_on(plan.basics, BEFORE)
    press(plan_window, qtbot, Qt.Key.Key_F2)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (refused,) = menu.actions()
    assert refused.text() == "LC-2 Fördjupning – skulle bli en cirkel"
    assert not refused.isEnabled()
    menu.close()


def test_a_circle_from_elsewhere_is_shown_at_the_cell(
    plan_window: PlanWindow, plan: Any, qtbot: QtBot, workspace: Workspace
) -> None:
    workspace.records.save("training_modules", plan.basics, {"prerequisites": [str(plan.course)]})
    qtbot.waitUntil(plan_window.pane.notice.isVisible)
    plan_window.pane.table.stand_on(plan.course, TITLE)
    qtbot.mouseClick(plan_window.pane.notice._button, Qt.MouseButton.LeftButton)
    assert "går runt i en cirkel: LC-2 → LC-1 → LC-2" in plan_window.pane.about.text()
    assert plan_window.pane.model.key_at(plan_window.pane.table.currentIndex().column()) == BEFORE


def test_moment_are_added_named_moved_and_removed(
    plan_window: PlanWindow, plan: Any, qtbot: QtBot, type_text: Callable[..., None]
) -> None:
    plan_window.pane.table.stand_on(plan.basics, TITLE)
    press(plan_window, qtbot, Qt.Key.Key_Insert)
    assert titles(plan_window) == ["Grundkurs", "Nytt moment", "Fördjupning"]
    assert line(plan_window).selectedText() == "Nytt moment"
    type_text("Övning", Qt.Key.Key_Return)
    assert titles(plan_window) == ["Grundkurs", "Övning", "Fördjupning"]
    press(plan_window, qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(plan_window) == ["Grundkurs", "Fördjupning", "Övning"]
    qtbot.mouseClick(plan_window.pane.tools.up, Qt.MouseButton.LeftButton)
    assert titles(plan_window) == ["Grundkurs", "Övning", "Fördjupning"]
    current = plan_window.pane.table.current_module()
    assert current is not None
    assert current.title == "Övning"
    press(plan_window, qtbot, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert titles(plan_window) == ["Grundkurs", "Fördjupning"]
    qtbot.mouseClick(plan_window.pane.tools.new_module, Qt.MouseButton.LeftButton)
    assert titles(plan_window)[-1] == "Nytt moment"


def test_malgrupper_are_added_moved_and_removed(plan_window: PlanWindow, plan: Any, qtbot: QtBot) -> None:
    menu = plan_window.pane.tools.new_audience.menu()
    offered = [act.text() for act in menu.actions()]
    assert "IT-drift" in offered
    assert "Slutanvändare" not in offered
    menu.actions()[offered.index("IT-drift")].trigger()
    assert plan_window._plan.audiences == (END, SUPER, "it_drift")
    assert plan_window.pane.table.current_audience() == "it_drift"
    press(plan_window, qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert plan_window._plan.audiences == (END, "it_drift", SUPER)
    assert plan_window.pane.tools.drop_audience.accessibleName() == "Ta bort målgruppen: IT-drift"
    qtbot.mouseClick(plan_window.pane.tools.drop_audience, Qt.MouseButton.LeftButton)
    assert plan_window._plan.audiences == (END, SUPER)


def test_people_are_counted_per_kommun(
    plan_window: PlanWindow, plan: Any, qtbot: QtBot, type_text: Callable[..., None]
) -> None:
    towns = [act.text() for act in plan_window.pane.tools.new_kommun.menu().actions()]
    plan_window.pane.tools.new_kommun.menu().actions()[towns.index("Åmål")].trigger()
    type_text("80", Qt.Key.Key_Return)
    model = plan_window.pane.heads_model
    rows = [[model.cell(model.index(row, column)).text for column in range(4)] for row in range(model.rowCount())]
    assert rows == [["Bengtsfors", "320", "", "320"], ["Åmål", "80", "", "80"], ["Summa", "400", "", "400"]]
    assert plan_window.pane.model.headerData(4, Qt.Orientation.Horizontal) == f"Slutanvändare\n400{NBSP}personer"
    plan_window.pane.heads.setCurrentIndex(model.index(0, 1))
    qtbot.keyClick(plan_window.pane.heads, Qt.Key.Key_Delete)
    assert model.cell(model.index(0, 1)).text == ""
    plan_window.pane.heads.setCurrentIndex(model.index(0, 1))
    qtbot.keyClick(plan_window.pane.heads, Qt.Key.Key_Return)
    type_text("-3", Qt.Key.Key_Return)
    assert plan_window.status.said.text() == "Antalet kan inte vara mindre än noll. Skriv 0 eller mer."
    assert model.cell(model.index(0, 1)).text == ""


def test_what_changes_elsewhere_is_shown_and_one_stands_where_one_stood(
    plan_window: PlanWindow, plan: Any, qtbot: QtBot, add_module: Callable[..., UUID]
) -> None:
    plan_window.pane.table.stand_on(plan.course, SUPER)
    add_module(plan.id, "Ny film", place=50)
    qtbot.waitUntil(lambda: titles(plan_window)[0] == "Ny film")
    current = plan_window.pane.table.current_module()
    assert current is not None
    assert current.id == plan.course
    assert plan_window.pane.table.current_audience() == SUPER


def test_what_is_being_written_stays_when_something_else_changes(
    plan_window: PlanWindow, plan: Any, qtbot: QtBot, workspace: Workspace, type_text: Callable[..., None]
) -> None:
    click(plan_window, qtbot, plan.basics, TITLE)
    line(plan_window).selectAll()
    type_text("Halvskriv")
    workspace.records.save("training_modules", plan.course, {"minutes": 30})
    qtbot.waitUntil(lambda: shown(plan_window, plan.course, MINUTES) == "30 min")
    assert line(plan_window).text() == "Halvskriv"
    type_text("et", Qt.Key.Key_Return)
    assert shown(plan_window, plan.basics, TITLE) == "Halvskrivet"


def test_a_plan_that_goes_closes_its_window(
    plan_window: PlanWindow, plan: Any, qtbot: QtBot, workspace: Workspace, session: Session
) -> None:
    with qtbot.waitSignal(session.guide.said) as said:
        workspace.records.delete("training_plans", [plan.id])
    assert "papperskorgen" in said.args[0]
    qtbot.waitUntil(lambda: not isValid(plan_window) or not plan_window.isVisible())


def test_cells_are_told_in_whole_words(plan_window: PlanWindow, plan: Any) -> None:
    table = plan_window.pane.table
    for module, audience, told in (
        (plan.basics, END, "LC-1 Grundkurs, Slutanvändare: Före behörighet"),
        (plan.course, END, "LC-2 Fördjupning, Slutanvändare: krävs inte"),
        (None, SUPER, "Ska kunna, Superanvändare: 3 Behärskar"),
    ):
        table.stand_on(module, audience)
        assert table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == told
        assert plan_window.pane.about.text() == f"{told}\n{words.KEYS}"


def test_what_is_told_is_of_the_table_that_one_stands_in(plan_window: PlanWindow, plan: Any, qtbot: QtBot) -> None:
    pane = plan_window.pane
    pane.table.stand_on(plan.basics, END)
    pane.table.setFocus()
    pane.heads.setCurrentIndex(pane.heads_model.index(0, 1))
    qtbot.keyClick(pane.table, Qt.Key.Key_Tab)
    assert pane.about.text() == f"Bengtsfors, Slutanvändare: 320\n{words.HEADS_KEYS}"
    qtbot.keyClick(pane.heads, Qt.Key.Key_Right)
    assert pane.about.text().startswith("Bengtsfors, Superanvändare: saknas")
    qtbot.keyClick(pane.heads, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert pane.about.text().startswith("LC-1 Grundkurs, Slutanvändare")


def test_tab_goes_through_the_window_and_not_the_cells(plan_window: PlanWindow, plan: Any, qtbot: QtBot) -> None:
    plan_window.pane.table.stand_on(plan.basics, END)
    plan_window.pane.table.setFocus()
    qtbot.keyClick(plan_window.pane.table, Qt.Key.Key_Tab)
    assert plan_window.pane.heads.hasFocus()
    qtbot.keyClick(plan_window.pane.heads, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert plan_window.pane.table.hasFocus()
    assert plan_window.pane.table.current_audience() == END


def test_escape_closes(plan_window: PlanWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(plan_window.pane.table, Qt.Key.Key_Escape)
    assert not plan_window.isVisible()


def test_a_letter_stands_on_the_fill_of_its_demand(plan_window: PlanWindow, plan: Any, look: Look) -> None:
    where = place(plan_window, plan.basics, END)
    picture = plan_window.pane.table.viewport().grab().toImage()
    fill = QColor(look.tokens.levels[4].fill)
    colours = {
        picture.pixelColor(x, where.y()).name()
        for x in range(where.x() - 60, where.x() + 60)
        if 0 <= x < picture.width()
    }
    assert fill.name() in colours


def test_it_fits_a_small_screen(plan_window: PlanWindow) -> None:
    plan_window.resize(QSize(900, 560))
    QApplication.processEvents()
    assert plan_window.width() == 900
    assert plan_window.height() == 560
    assert plan_window.pane.table.columnWidth(plan_window.pane.model.column_of(TITLE)) >= 150


def test_the_moment_stay_in_view_while_one_scrolls_sideways(
    plan_window: PlanWindow, plan: Any, qtbot: QtBot, workspace: Workspace
) -> None:
    held = plan_window.pane.table.held
    assert held is not None
    assert not held.isVisible()
    for audience in ("it_drift", "vikarie", "chef_attestant", "fortroendevald"):
        plan_window.pane.add_audience(audience)
    plan_window.resize(820, 640)
    plan_window.pane.table.stand_on(plan.basics, VALID)
    QApplication.processEvents()
    assert held.isVisible()
    assert held.room() < plan_window.pane.table.viewport().width()
    while plan_window.pane.table.currentIndex().column() > 2:
        press(plan_window, qtbot, Qt.Key.Key_Left)
        seen = plan_window.pane.table.visualRect(plan_window.pane.table.currentIndex())
        assert not held.isVisible() or seen.left() >= held.room() - 1
    plan_window.pane.table.stand_on(plan.basics, VALID)
    QApplication.processEvents()
    row = held.visualRect(plan_window.pane.model.index(2, 1)).center()
    qtbot.mouseClick(held.viewport(), Qt.MouseButton.LeftButton, pos=row)
    module = plan_window.pane.table.current_module()
    assert module is not None
    assert module.id == plan.course
    assert plan_window.pane.table.hasFocus()
    assert not held.isVisible()


def test_a_malgrupp_that_is_held_to_something_but_not_counted_is_marked_and_told_before_adopting(
    plan_window: PlanWindow, plan: Any, qtbot: QtBot, workspace: Workspace
) -> None:
    model = plan_window.pane.heads_model
    counted, missing = (model.index(0, column) for column in (1, 2))
    assert [model.cell(index).is_missing for index in (counted, missing)] == [False, True]
    assert missing.data(Qt.ItemDataRole.AccessibleTextRole) == "Bengtsfors, Superanvändare: saknas"
    told = "Superanvändare. Planen räknar med att ingen där ska utbildas."
    qtbot.mouseClick(plan_window.adopt, Qt.MouseButton.LeftButton)
    sheet = plan_window.findChild(AdoptSheet)
    assert told in [label.text() for label in sheet.findChildren(QLabel)]
    sheet.reject()
    rows = [{"audience": name, "municipality": "1460", "people": 0} for name in ("slutanvandare", "superanvandare")]
    workspace.records.save("training_plans", plan.id, {"head_counts": rows})
    qtbot.waitUntil(lambda: not model.cell(missing).is_missing)
    for module in (plan.basics, plan.course):
        workspace.records.save("training_modules", module, {"demands": []})
    workspace.records.save("training_plans", plan.id, {"head_counts": []})
    qtbot.waitUntil(lambda: model.cell(counted).text == "")
    assert not model.cell(counted).is_missing


# Adopting and the next version


def test_a_plan_is_adopted_then_shown_and_a_new_version_begun(
    plan_window: PlanWindow, plan: Any, qtbot: QtBot, workspace: Workspace
) -> None:
    qtbot.mouseClick(plan_window.adopt, Qt.MouseButton.LeftButton)
    sheet = plan_window.findChild(AdoptSheet)
    assert sheet is not None
    assert sheet.editors["adopted_on"].plain() == "2026-11-22"
    assert sheet.editors["adopted_function"].plain() == "Socialchef"
    qtbot.mouseClick(sheet._save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: plan_window.state.text() == "Fastställd")
    assert plan_window.status.said.text() == words.ADOPTED
    message = plan_window.pane.notice.shown()
    assert message is not None
    assert message.prose == words.locked("")
    assert not plan_window.pane.tools.isVisible()
    before = shown(plan_window, plan.basics, END)
    click(plan_window, qtbot, plan.basics, END)
    press(plan_window, qtbot, Qt.Key.Key_V)
    press(plan_window, qtbot, Qt.Key.Key_Insert)
    assert shown(plan_window, plan.basics, END) == before
    assert titles(plan_window) == ["Grundkurs", "Fördjupning"]
    qtbot.mouseClick(plan_window.next, Qt.MouseButton.LeftButton)
    assert plan_window.heading.text() == "Utbildningsplan Lifecare 2.0"
    assert plan_window.state.text() == "Utkast"
    assert plan_window.pane.tools.isVisible()
    new = {module.title: module.same_as for module in plan_window.pane.model.modules}
    assert new == {"Grundkurs": plan.basics, "Fördjupning": plan.course}
    newer = plan_window.pane.model.modules[1].id
    plan_window.pane.table.stand_on(newer, END)
    press(plan_window, qtbot, Qt.Key.Key_V)
    assert shown(plan_window, newer, END) == "Valfritt"
    old: Any = workspace.reading().one("training_modules", plan.course).record
    assert [row.audience for row in old.demands] == [SUPER]


def test_a_plan_that_lacks_something_is_not_adopted(
    plan_window: PlanWindow, plan: Any, qtbot: QtBot, workspace: Workspace
) -> None:
    workspace.records.save("training_modules", plan.basics, {"form": None})
    qtbot.mouseClick(plan_window.adopt, Qt.MouseButton.LeftButton)
    message = plan_window.pane.notice.shown()
    assert message is not None
    assert message.prose == "Planen kan inte fastställas än. Den saknar form eller tid för LC-1."
    assert plan_window.findChild(AdoptSheet) is None


def test_an_outdated_plan_says_so(session: Session, plan: Any, workspace: Workspace, qtbot: QtBot) -> None:
    step = adopt(workspace.reading(), workspace.records, plan.id, Adoption(date(2025, 9, 1), function="Socialchef"))
    workspace.records.apply(step)
    window = PlanWindow(session, plan.id)
    qtbot.addWidget(window)
    window.show()
    assert window.state.text() == "Inaktuell"
    assert "fastställd för mer än 12 månader sedan" in window.state.toolTip()
    message = window.pane.notice.shown()
    assert message is not None
    assert "Fastställd för mer än 12 månader sedan" in plain_text(message.prose)
    assert window.next.isVisible()
    window.close()
