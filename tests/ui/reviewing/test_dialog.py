"""The yearly review: each one's systems one by one with the keyboard, one step a system, sheets out and answers in."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.problems import KnownError
from itadmin.services.reviewing.sheets import QUESTIONS
from itadmin.services.workspace import Workspace
from itadmin.ui.importing.dialog import ImportDialog
from itadmin.ui.reviewing.card import GROUPS
from itadmin.ui.reviewing.dialog import ReviewDialog
from itadmin.ui.reviewing.sheets_dialog import SheetsDialog
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.empty_state import EmptyState

DAY = date(2026, 11, 22)
ENTER, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Down
CONTROL = Qt.KeyboardModifier.ControlModifier
Show = Callable[[], ReviewDialog]


@pytest.fixture
def anna(workspace: Workspace) -> UUID:
    return workspace.records.add("people", {"name": "Anna Ek"})


@pytest.fixture
def systems(workspace: Workspace, anna: UUID) -> dict[str, UUID]:
    """Three systems of Anna's, one of a function's that was reviewed this spring."""
    add = workspace.records.add
    return {
        **{name: add("systems", {"name": name, "system_manager": str(anna)}) for name in ("Ale", "Ekot", "Lifecare")},
        "Växeln": add(
            "systems",
            {"name": "Växeln", "system_manager": {"function": "Växelansvarig"}, "reviewed_on": "2026-04-01",
             "reviewed_by": "Bo"},
        ),
    }  # fmt: skip


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Iterator[Show]:
    parent = QWidget()
    qtbot.addWidget(parent)

    def make() -> ReviewDialog:
        dialog = ReviewDialog(session, parent)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    yield make
    for dialog in parent.findChildren(ReviewDialog):
        dialog.close()


def press(*keys: Qt.Key, control: bool = False) -> None:
    """Press keys where the keyboard is, and let the window follow."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, CONTROL if control else Qt.KeyboardModifier.NoModifier)
        QApplication.processEvents()


def people(dialog: ReviewDialog) -> list[str]:
    QApplication.processEvents()
    return [dialog.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(dialog.model.rowCount())]


def system(workspace: Workspace, key: UUID) -> Any:
    return workspace.reading().one("systems", key).record


def row_text(dialog: ReviewDialog, name: str) -> str:
    return dialog.pane.card.rows[name].accessibleName()


def test_the_card_asks_what_the_sheet_asks() -> None:
    asked = {name for groups in GROUPS for names in groups.values() for name in names}
    assert asked | {"name"} == set(QUESTIONS)


def test_all_who_answer_stand_with_how_far_they_have_come(show: Show, systems: dict[str, UUID]) -> None:
    dialog = show()
    assert people(dialog) == ["Anna Ek, 3 system · 3 kvar", "Växelansvarig, 1 system · klart 2026-04-01"]
    assert dialog.row.told.text() == "1 av 2 ansvariga är klara · 3 system kvar"
    assert dialog.pane.name.text() == "Ale"
    assert dialog.pane.last.text() == "Aldrig granskat"
    assert dialog.pane.count.text() == "0 av 3"
    assert dialog.pane.bar.accessibleName() == "0 av 3 granskade"
    assert dialog.pane.confirm_button.hasFocus()
    assert row_text(dialog, "system_manager") == "Systemansvarig: Anna Ek"


def test_it_begins_with_the_first_who_has_something_left(
    show: Show, systems: dict[str, UUID], workspace: Workspace
) -> None:
    for name in ("Ale", "Ekot", "Lifecare"):
        workspace.records.save("systems", systems[name], {"reviewed_on": "2026-11-01"})
    workspace.records.save("systems", systems["Växeln"], {"reviewed_on": None})
    dialog = show()
    assert dialog.pane.name.text() == "Växeln"
    assert dialog.pane.confirm_button.hasFocus()


def test_enter_is_all_it_takes_when_everything_is_right(
    show: Show, systems: dict[str, UUID], workspace: Workspace
) -> None:
    dialog = show()
    for name in ("Ale", "Ekot", "Lifecare"):
        assert dialog.pane.name.text() == name
        press(ENTER)
    for name in ("Ale", "Ekot", "Lifecare"):
        record = system(workspace, systems[name])
        assert (record.reviewed_on, record.reviewed_by) == (DAY, "Kim Berg")
    assert people(dialog)[0] == "Anna Ek, 3 system · klart 2026-11-22"
    assert dialog.pane.done_page.isVisible()
    assert dialog.table.hasFocus()
    press(ENTER)
    press(ENTER)
    assert dialog.pane.name.text() == "Ale"
    assert dialog.pane.last.text() == "Senast granskat 2026-11-22 av Kim Berg"


def test_what_is_corrected_and_the_answer_are_one_step(
    show: Show, systems: dict[str, UUID], workspace: Workspace, type_text: Callable[..., None]
) -> None:
    dialog = show()
    row = dialog.pane.card.rows["user_count"]
    row.setFocus()
    type_text("12", ENTER)
    assert row_text(dialog, "user_count") == "Antal användare: 12"
    assert dialog.pane.confirm_button.hasFocus()
    assert system(workspace, systems["Ale"]).user_count is None
    dialog.pane.card.rows["product"].setFocus()
    type_text("Ale Plus")
    press(ENTER, control=True)
    record = system(workspace, systems["Ale"])
    assert (record.user_count, record.product, record.reviewed_on) == (12, "Ale Plus", DAY)
    assert dialog.pane.name.text() == "Ekot"
    press(Qt.Key.Key_Z, control=True)
    record = system(workspace, systems["Ale"])
    assert (record.user_count, record.product, record.reviewed_on) == (None, "", None)
    assert dialog.said.text().startswith("Ångrade")


def test_down_goes_from_the_answer_to_the_values_and_tab_on_between_them(show: Show, systems: dict[str, UUID]) -> None:
    dialog = show()
    press(DOWN)
    rows = list(dialog.pane.card.rows.values())
    assert rows[0].hasFocus()
    press(DOWN)
    assert rows[1].hasFocus()
    press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert dialog.pane.confirm_button.hasFocus()
    press(Qt.Key.Key_Up)
    assert rows[-1].hasFocus()
    rows[11].setFocus()
    press(Qt.Key.Key_F2)
    assert rows[11].is_editing
    press(Qt.Key.Key_Tab)
    assert not rows[11].is_editing
    assert rows[12].hasFocus()
    rows[-1].setFocus()
    press(DOWN)
    assert dialog.pane.confirm_button.hasFocus()


def test_somebody_new_can_take_over_and_the_system_goes_to_their_list(
    show: Show, systems: dict[str, UUID], workspace: Workspace, type_text: Callable[..., None]
) -> None:
    dialog = show()
    dialog.pane.card.rows["system_manager"].setFocus()
    press(Qt.Key.Key_F2)
    type_text("Bo Berg", Qt.Key.Key_Tab)
    assert row_text(dialog, "system_manager") == "Systemansvarig: Bo Berg"
    assert workspace.reading().count("people") == 1
    press(ENTER, control=True)
    assert people(dialog) == [
        "Anna Ek, 2 system · 2 kvar", "Bo Berg, 1 system · klart 2026-11-22",
        "Växelansvarig, 1 system · klart 2026-04-01",
    ]  # fmt: skip
    assert dialog.pane.name.text() == "Ekot"


def test_a_role_can_be_left_empty(
    show: Show, systems: dict[str, UUID], workspace: Workspace, type_text: Callable[..., None]
) -> None:
    dialog = show()
    dialog.pane.card.rows["system_manager"].setFocus()
    press(Qt.Key.Key_F2)
    type_text("", Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Tab)
    assert row_text(dialog, "system_manager") == "Systemansvarig: saknas"
    press(ENTER, control=True)
    assert "system_manager" not in workspace.reading().one("systems", systems["Ale"]).holders


def test_looking_at_a_value_changes_nothing(show: Show, systems: dict[str, UUID], workspace: Workspace) -> None:
    dialog = show()
    dialog.table.setCurrentIndex(dialog.model.index(1))
    dialog.table.setFocus()
    press(ENTER, ENTER)
    dialog.pane.card.rows["system_manager"].setFocus()
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Tab)
    assert dialog.pane.card.corrections is not None
    assert dialog.pane.card.corrections.values == {}
    press(Qt.Key.Key_PageDown)
    assert workspace.reading().one("systems", systems["Växeln"]).holders["system_manager"].label == "Växelansvarig"


def test_what_cannot_be_read_stays_and_nothing_is_answered(
    show: Show, systems: dict[str, UUID], workspace: Workspace, type_text: Callable[..., None]
) -> None:
    dialog = show()
    row = dialog.pane.card.rows["user_count"]
    row.setFocus()
    type_text("många")
    press(ENTER, control=True)
    assert row.is_editing
    assert row.fault().startswith("Skriv ett helt tal")
    assert dialog.pane.name.text() == "Ale"
    assert system(workspace, systems["Ale"]).reviewed_on is None
    press(Qt.Key.Key_Escape)
    assert not row.is_editing
    assert dialog.pane.confirm_button.hasFocus()


def test_what_contradicts_another_value_is_told_where_it_is_written(
    show: Show, systems: dict[str, UUID], workspace: Workspace, type_text: Callable[..., None]
) -> None:
    workspace.records.save("systems", systems["Ale"], {"in_operation_since": "2024"})
    dialog = show()
    row = dialog.pane.card.rows["planned_retirement"]
    row.setFocus()
    type_text("2020", ENTER)
    assert "Avvecklingen ligger före driftstarten" in row.fault()


def test_skipping_writes_what_was_corrected_but_no_answer(
    show: Show, systems: dict[str, UUID], workspace: Workspace, type_text: Callable[..., None]
) -> None:
    dialog = show()
    dialog.pane.card.rows["version"].setFocus()
    type_text("7", ENTER)
    press(DOWN, control=True)
    assert dialog.pane.name.text() == "Ekot"
    record = system(workspace, systems["Ale"])
    assert (record.version, record.reviewed_on) == ("7", None)
    press(ENTER)
    press(ENTER)
    assert dialog.pane.name.text() == "Ale"
    press(DOWN, control=True)
    assert dialog.pane.name.text() == "Ale"
    assert dialog.said.text() == "Bara det här systemet är kvar."


def test_one_can_leaf_through_all_and_the_window_keeps_what_is_written_when_it_closes(
    show: Show, systems: dict[str, UUID], workspace: Workspace, type_text: Callable[..., None]
) -> None:
    dialog = show()
    press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert dialog.pane.name.text() == "Lifecare"
    press(Qt.Key.Key_PageUp)
    assert dialog.pane.name.text() == "Ekot"
    dialog.pane.card.rows["version"].setFocus()
    type_text("8")
    dialog.close()
    assert system(workspace, systems["Ekot"]).version == "8"


def test_closing_keeps_what_can_be_kept_and_tells_of_the_rest(
    show: Show, systems: dict[str, UUID], workspace: Workspace, session: Session, type_text: Callable[..., None]
) -> None:
    dialog = show()
    said: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: said.append(sentence))
    dialog.pane.card.rows["version"].setFocus()
    type_text("8", ENTER)
    dialog.pane.card.rows["user_count"].setFocus()
    type_text("många")
    dialog.close()
    record = system(workspace, systems["Ale"])
    assert (record.version, record.user_count, record.reviewed_on) == ("8", None, None)
    assert said
    assert said[0].startswith("Antal användare är inte sparat: Skriv ett helt tal")


def test_one_can_answer_also_after_looking_at_something_else(
    show: Show, systems: dict[str, UUID], workspace: Workspace, type_text: Callable[..., None]
) -> None:
    dialog = show()
    dialog.pane.card.rows["version"].setFocus()
    type_text("8", ENTER)
    dialog.make_sheets()
    asked = dialog.findChild(SheetsDialog)
    assert isinstance(asked, SheetsDialog)
    asked.reject()
    dialog.pane.take_keyboard()
    press(ENTER)
    record = system(workspace, systems["Ale"])
    assert (record.version, record.reviewed_on) == ("8", DAY)


def test_what_the_world_refuses_is_told_and_what_was_corrected_stays(
    show: Show, systems: dict[str, UUID], workspace: Workspace, type_text: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    dialog = show()
    dialog.pane.card.rows["version"].setFocus()
    type_text("8", ENTER)

    def refuse(*_args: object, **_kinds: object) -> None:
        raise KnownError("Disken är full.")

    with monkeypatch.context() as patch:
        patch.setattr(workspace.records, "apply", refuse)
        press(ENTER)
        assert dialog.notice.accessibleName() == "Det gick inte. Disken är full."
        press(DOWN, control=True)
        dialog.leave_edited()
    assert dialog.pane.name.text() == "Ale"
    press(ENTER)
    assert system(workspace, systems["Ale"]).version == "8"
    assert dialog.notice.isHidden()


def test_nobody_is_written_down_who_is_not_given(
    show: Show, systems: dict[str, UUID], workspace: Workspace, type_text: Callable[..., None]
) -> None:
    dialog = show()
    dialog.row.who_line.clear()
    press(ENTER)
    assert dialog.row.who_line.hasFocus()
    assert "Skriv vem som svarar" in dialog.said.text()
    type_text("Anna Ek", ENTER)
    assert dialog.pane.confirm_button.hasFocus()
    press(ENTER)
    assert system(workspace, systems["Ale"]).reviewed_by == "Anna Ek"


def test_enter_in_the_day_answers_nothing(show: Show, systems: dict[str, UUID], workspace: Workspace) -> None:
    dialog = show()
    dialog.row.since_line.setFocus()
    dialog.row.since_line.setText("2026-05-01")
    press(ENTER)
    assert people(dialog)[1] == "Växelansvarig, 1 system · 1 kvar"
    assert system(workspace, systems["Ale"]).reviewed_on is None
    dialog.row.since_line.setText("i våras")
    press(ENTER)
    assert dialog.said.text() == "Skriv dagen som åååå-mm-dd."
    dialog.close()
    assert show().row.since == date(2026, 5, 1)


def test_the_window_follows_the_register_and_keeps_what_is_corrected(
    show: Show, systems: dict[str, UUID], workspace: Workspace, type_text: Callable[..., None]
) -> None:
    dialog = show()
    dialog.pane.card.rows["version"].setFocus()
    type_text("7", ENTER)
    workspace.records.save("systems", systems["Ale"], {"product": "Ale Plus", "name": "Ale & <b>Co</b>"})
    QApplication.processEvents()
    assert dialog.pane.name.accessibleName() == "Ale & <b>Co</b>"
    assert row_text(dialog, "product") == "Produkt: Ale Plus"
    assert row_text(dialog, "version") == "Version: 7"


def test_the_whole_record_opens_beside_the_window(
    show: Show, systems: dict[str, UUID], session: Session, qtbot: QtBot
) -> None:
    dialog = show()
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        qtbot.mouseClick(dialog.pane.name, Qt.MouseButton.LeftButton)
    assert asked.args == ["systems", systems["Ale"]]
    assert dialog.pane.name.text() == "Ale"


def test_without_systems_it_says_so(show: Show) -> None:
    dialog = show()
    assert people(dialog) == []
    assert dialog.row.told.text() == ""
    dialog.pane.confirm()
    dialog.pane.skip()
    dialog.pane.step(1)
    assert any(part.isVisible() for part in dialog.findChildren(EmptyState))


def test_how_it_stands_can_be_saved(
    show: Show, systems: dict[str, UUID], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dialog = show()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "läget"), "Excel (*.xlsx)"))
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert dialog.notice.accessibleName() == "Sparat som läget.xlsx."
    assert openpyxl.load_workbook(tmp_path / "läget.xlsx").sheetnames == ["Ansvariga", "System"]


def test_sheets_are_made_for_those_who_are_ticked_and_come_back_as_answers(
    show: Show, systems: dict[str, UUID], workspace: Workspace, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot,
) -> None:  # fmt: skip
    workspace.records.add("systems", {"name": "Ingens"})
    workspace.records.save("systems", systems["Lifecare"], {"security_protection": True})
    folder = tmp_path / "blad"
    folder.mkdir()
    dialog = show()
    qtbot.mouseClick(dialog.sheets, Qt.MouseButton.LeftButton)
    asked = dialog.findChild(SheetsDialog)
    assert isinstance(asked, SheetsDialog)
    assert [reviewer.name for reviewer in asked.chosen()] == ["Anna Ek", "Växelansvarig"]
    assert "Lifecare rör säkerhetsskydd" in asked.notice.accessibleName()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    (folder / "Granskning_Anna_Ek_2026.xlsx").write_text("ett svar som redan ligger här")
    qtbot.mouseClick(asked.make, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert dialog.notice.accessibleName() == f"2 granskningsblad sparade i {folder}."
    assert (folder / "Granskning_Anna_Ek_2026.xlsx").read_text() == "ett svar som redan ligger här"
    names = ("Granskning_Anna_Ek_2_2026.xlsx", "Granskning_Vaxelansvarig_2026.xlsx")
    answers = [_answered(folder / name) for name in names]
    asked_in: list[str] = []
    monkeypatch.setattr(
        QFileDialog,
        "getOpenFileNames",
        lambda _parent, _title, folder, _kinds: (asked_in.append(folder), ([str(path) for path in answers], ""))[1],
    )
    qtbot.mouseClick(dialog.answers, Qt.MouseButton.LeftButton)
    assert asked_in == [str(folder)], "where the sheets were put"
    for _answer in answers:
        QApplication.processEvents()
        wizard = next(each for each in dialog.findChildren(ImportDialog) if each.isVisible())
        for _step in range(4):
            wizard.go_on()
        QApplication.processEvents()
    assert dialog.notice.accessibleName() == "Svar om 3 system är inlästa."
    record = system(workspace, systems["Ale"])
    assert (record.reviewed_on, record.reviewed_by) == (DAY, "Anna Ek")
    assert people(dialog)[1] == "Växelansvarig, 1 system · klart 2026-11-22"


def _answered(path: Path) -> Path:
    """Answer every row of a sheet with yes."""
    book = openpyxl.load_workbook(path)
    page = book["Granskning"]
    first = next(row for row in page.iter_rows() if row[0].value == "Namn")
    column = next(cell.column for cell in first if cell.value == "Stämmer fortfarande")
    for number in range(first[0].row + 1, page.max_row + 1):
        page.cell(number, column).value = "Ja"
    book.save(path)
    return path


def test_a_folder_that_cannot_be_read_is_said_in_the_window(
    show: Show, systems: dict[str, UUID], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dialog = show()
    dialog.make_sheets()
    asked = dialog.findChild(SheetsDialog)
    assert isinstance(asked, SheetsDialog)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "borta"))
    qtbot.mouseClick(asked.make, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert "går inte att läsa. Välj en annan." in dialog.notice.accessibleName()


def test_all_and_none_are_ticked_at_once(show: Show, systems: dict[str, UUID], qtbot: QtBot) -> None:
    dialog = show()
    dialog.make_sheets()
    asked = dialog.findChild(SheetsDialog)
    assert isinstance(asked, SheetsDialog)
    none, every = (
        next(button for button in asked.findChildren(Button) if button.text() == text) for text in ("Ingen", "Alla")
    )
    qtbot.mouseClick(none, Qt.MouseButton.LeftButton)
    assert asked.chosen() == []
    qtbot.mouseClick(every, Qt.MouseButton.LeftButton)
    assert len(asked.chosen()) == 2
    asked.reject()


def test_nobody_ticked_makes_no_sheets(show: Show, systems: dict[str, UUID], qtbot: QtBot) -> None:
    dialog = show()
    dialog.make_sheets()
    asked = dialog.findChild(SheetsDialog)
    assert isinstance(asked, SheetsDialog)
    for row in range(asked.list.count()):
        asked.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not asked.make.isEnabled()
    asked.reject()
