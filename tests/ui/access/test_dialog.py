"""Who has what: by system and by who has it on a day, reviewed and withdrawn one step at a time."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.time_machine import past_workspace
from itadmin.services.workspace import Workspace
from itadmin.ui.access.dialog import AccessDialog
from itadmin.ui.access.withdrawal import WithdrawalDialog
from itadmin.ui.bus import Bus
from itadmin.ui.session import Guide, Session

DAY = date(2026, 11, 22)
CONTROL = Qt.KeyboardModifier.ControlModifier
HOSTILE = '<b>x</b> & "y"'
Show = Callable[..., AccessDialog]


@pytest.fixture
def decisions(workspace: Workspace) -> dict[str, UUID]:
    """Three decisions: one reviewed this year, one old, one that ends in December."""
    add = workspace.records.add
    anna = add("people", {"name": "Anna Ek"})
    ale, lifecare = add("systems", {"name": "Ale"}), add("systems", {"name": HOSTILE})
    return {
        "seen": add("access_decisions", {
            "access_right": "Läsa", "system": str(ale), "person": str(anna), "decided_on": "2024-01-01",
            "reviewed_on": "2026-03-01"}),
        "old": add("access_decisions", {
            "access_right": "Administrera", "system": str(ale), "function": "IT-tekniker", "decided_on": "2024-01-01"}),
        "ending": add("access_decisions", {
            "access_right": "Läsa", "system": str(lifecare), "function": "Handläggare", "decided_on": "2026-02-01",
            "ends_on": "2026-12-31"}),
    }  # fmt: skip


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Iterator[Show]:
    parent = QWidget()
    qtbot.addWidget(parent)

    def make(other: Session | None = None) -> AccessDialog:
        dialog = AccessDialog(other or session, parent)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    yield make
    for dialog in parent.findChildren(AccessDialog):
        dialog.close()


def rows(dialog: AccessDialog) -> list[tuple[str, str, str]]:
    QApplication.processEvents()
    model = dialog.model
    return [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]


def press(dialog: AccessDialog, key: Qt.Key, *, control: bool = False) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, CONTROL if control else Qt.KeyboardModifier.NoModifier)
    QApplication.processEvents()


def decision(workspace: Workspace, key: UUID) -> Any:
    return workspace.reading().one("access_decisions", key).record


def test_rights_stand_by_system_and_by_who_has_them(show: Show, decisions: dict[str, UUID]) -> None:
    dialog = show()
    assert rows(dialog) == [
        (HOSTILE, "Läsa", "Handläggare"), ("Ale", "Administrera", "IT-tekniker"), ("Ale", "Läsa", "Anna Ek"),
    ]  # fmt: skip
    assert dialog.heading.text() == "3 behörigheter gäller · 1 att granska"
    assert dialog.table.hasFocus()
    words = dialog.model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("System Ale, Behörighet Läsa, Har behörigheten Anna Ek")
    dialog.row.order.setCurrentIndex(1)
    dialog.row.order.activated.emit(1)
    assert [row[0] for row in rows(dialog)] == ["Anna Ek", "Handläggare", "IT-tekniker"]
    assert dialog.model.headerData(0, Qt.Orientation.Horizontal) == "Har behörigheten"


def test_words_and_the_day_choose_what_is_shown(
    show: Show, decisions: dict[str, UUID], type_text: Callable[..., None]
) -> None:
    dialog = show()
    dialog.row.words_line.setFocus()
    type_text("ale ANNA")
    assert rows(dialog) == [("Ale", "Läsa", "Anna Ek")]
    assert dialog.heading.text() == "3 behörigheter gäller · 1 att granska · 1 visas"
    dialog.row.words_line.clear()
    dialog.row.day_line.setFocus()
    dialog.row.day_line.setText("2027-01-01")
    press(dialog, Qt.Key.Key_Return)
    assert [row[2] for row in rows(dialog)] == ["IT-tekniker", "Anna Ek"]
    dialog.row.day_line.setText("nyår")
    press(dialog, Qt.Key.Key_Return)
    assert dialog.said.text() == "Skriv dagen som åååå-mm-dd."


def test_a_right_is_kept_and_the_next_is_stood_on(show: Show, decisions: dict[str, UUID], workspace: Workspace) -> None:
    dialog = show()
    press(dialog, Qt.Key.Key_Down)
    press(dialog, Qt.Key.Key_Return, control=True)
    record = decision(workspace, decisions["old"])
    assert (record.reviewed_on, record.reviewed_by) == (DAY, "Kim Berg")
    assert dialog.heading.text() == "3 behörigheter gäller · 0 att granska"
    current = dialog.current()
    assert current is not None
    assert current.decision_id == decisions["seen"]
    press(dialog, Qt.Key.Key_Z, control=True)
    assert decision(workspace, decisions["old"]).reviewed_on is None
    assert dialog.heading.text() == "3 behörigheter gäller · 1 att granska"


def test_only_those_to_review_until_none_is_left(show: Show, decisions: dict[str, UUID], qtbot: QtBot) -> None:
    dialog = show()
    qtbot.mouseClick(dialog.row.due, Qt.MouseButton.LeftButton)
    assert rows(dialog) == [("Ale", "Administrera", "IT-tekniker")]
    dialog.table.setFocus()
    press(dialog, Qt.Key.Key_Return, control=True)
    assert rows(dialog) == []
    assert dialog.empty.isVisible()
    assert not dialog.keep.isEnabled()
    dialog.keep_current()
    dialog.ask_to_withdraw()
    assert dialog.findChild(WithdrawalDialog) is None
    dialog.row.since_line.setText("2026-06-01")
    dialog.row.since_line.editingFinished.emit()
    assert len(rows(dialog)) == 2


def test_a_right_is_withdrawn_with_day_and_reason(
    show: Show, decisions: dict[str, UUID], workspace: Workspace, type_text: Callable[..., None]
) -> None:
    dialog = show()
    press(dialog, Qt.Key.Key_Delete)
    asked = dialog.findChild(WithdrawalDialog)
    assert isinstance(asked, WithdrawalDialog)
    asked.reason_line.setFocus()
    press(dialog, Qt.Key.Key_Return)
    assert asked.fault.text() == "Skriv varför behörigheten återkallas."
    asked.day_line.setText("snart")
    press(dialog, Qt.Key.Key_Return)
    assert asked.fault.text() == "Skriv dagen som åååå-mm-dd."
    asked.day_line.setText("2026-11-20")
    asked.reason_line.setFocus()
    type_text("Har slutat.", Qt.Key.Key_Return)
    record = decision(workspace, decisions["ending"])
    assert (record.withdrawn_on, record.withdrawn_reason) == (date(2026, 11, 20), "Har slutat.")
    assert len(rows(dialog)) == 2
    assert dialog.said.text().endswith("är återkallad från 2026-11-20. Ctrl+Z ångrar.")
    workspace.undo.undo()
    assert len(rows(dialog)) == 3


def test_nothing_is_withdrawn_when_the_question_is_closed(
    show: Show, decisions: dict[str, UUID], workspace: Workspace
) -> None:
    dialog = show()
    before = workspace.undo.state()
    dialog.ask_to_withdraw()
    asked = dialog.findChild(WithdrawalDialog)
    assert isinstance(asked, WithdrawalDialog)
    asked.reject()
    assert workspace.undo.state() == before


def test_the_decision_opens_beside_the_window(
    show: Show, decisions: dict[str, UUID], session: Session, qtbot: QtBot
) -> None:
    dialog = show()
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        press(dialog, Qt.Key.Key_Return)
    assert asked.args == ["access_decisions", decisions["ending"]]


def test_what_is_shown_is_saved_and_printed(
    show: Show, decisions: dict[str, UUID], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dialog = show()
    dialog.row.words_line.setText("anna")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "vem.xlsx"), ""))
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    page = openpyxl.load_workbook(tmp_path / "vem.xlsx")["Behörigheter"]
    assert [[cell.value for cell in row][:3] for row in page.iter_rows()] == [
        ["System", "Behörighet", "Har behörigheten"],
        ["Ale", "Läsa", "Anna Ek"],
    ]
    handed: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: handed.append(QUrl(url).toLocalFile()) or True)
    qtbot.mouseClick(dialog.print_out, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert Path(handed[0]).read_bytes().startswith(b"%PDF")


def test_a_file_that_cannot_be_written_is_said_in_the_window(
    show: Show, decisions: dict[str, UUID], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dialog = show()
    (tmp_path / "vem.csv").mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "vem.csv"), ""))
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert dialog.notice.accessibleName().startswith("Det gick inte.")


def test_an_earlier_day_is_only_looked_at(
    show: Show, decisions: dict[str, UUID], workspace: Workspace, session: Session
) -> None:
    past = past_workspace(workspace.path, workspace.file.content(), DAY, workspace.around)
    dialog = show(Session(past, session.look, Bus(), Guide(), session.background))
    assert len(rows(dialog)) == 3
    assert dialog.keep.isHidden()
    assert dialog.withdraw.isHidden()
    press(dialog, Qt.Key.Key_Return, control=True)
    press(dialog, Qt.Key.Key_Delete)
    assert dialog.findChild(WithdrawalDialog) is None
    assert dialog.notice.isHidden()
    dialog.close()
    past.close()


def test_without_decisions_it_says_where_they_are_made(show: Show) -> None:
    dialog = show()
    assert dialog.heading.text() == "0 behörigheter gäller · 0 att granska"
    assert dialog.empty.isVisible()
