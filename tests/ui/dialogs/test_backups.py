"""Backups are listed with their condition; restoring asks first, lets go of the register, and asks for it again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.services.backups import Backups
from itadmin.services.workspace import open_workspace
from itadmin.ui.dialogs import backups as backups_module
from itadmin.ui.dialogs.backup_table import Condition
from itadmin.ui.dialogs.backups import BackupsDialog
from itadmin.ui.dialogs.problem import ProblemDialog
from itadmin.ui.session import Session
from itadmin.ui.widgets.roles import Role


@pytest.fixture
def backups(session: Session) -> Backups:
    return Backups(session.workspace.path, session.workspace.around)


@pytest.fixture
def taken(session: Session, backups: Backups, clock: Any) -> list[Path]:
    """Three backups, the oldest first: with no, one and two systems."""
    paths = []
    for number in range(3):
        if number:
            session.workspace.records.add("systems", {"name": f"System {number}"})
        paths.append(backups.keep(session.workspace.file.content()))
        clock.move(hours=1)
    return paths


@pytest.fixture
def make(session: Session, qtbot: QtBot) -> Callable[[], BackupsDialog]:
    host = QWidget()
    qtbot.addWidget(host)

    def open_dialog() -> BackupsDialog:
        dialog = BackupsDialog(session, host)
        dialog.show()
        return dialog

    return open_dialog


def conditions(dialog: BackupsDialog) -> list[str]:
    rows = dialog.table.model()
    return [rows.index(row, 2).data() for row in range(rows.rowCount())]


def words(dialog: BackupsDialog) -> list[str]:
    return [label.text() for label in dialog.question.findChildren(QLabel)]


def test_they_are_listed_newest_first_with_time_size_and_condition(
    taken: list[Path], make: Callable[[], BackupsDialog]
) -> None:
    dialog = make()
    rows = dialog.table.model()
    moments = [rows.index(row, 0).data() for row in range(rows.rowCount())]
    assert len(moments) == len(taken)
    assert moments == sorted(moments, reverse=True)
    number, unit = rows.index(0, 1).data().replace("\u00a0", " ").split()
    factor = {"kB": 10**3, "MB": 10**6}[unit]
    assert float(number.replace(",", ".")) * factor == pytest.approx(taken[0].stat().st_size, rel=0.1)
    assert conditions(dialog) == ["hel", "hel", "hel"]
    assert rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith(", hel")
    assert rows.index(0, 2).data(Role.CHIP) is Condition.WHOLE.value[1]


def test_a_damaged_one_is_told_of_and_cannot_be_restored(taken: list[Path], make: Callable[[], BackupsDialog]) -> None:
    taken[1].write_bytes(taken[1].read_bytes()[:9000])
    dialog = make()
    assert conditions(dialog) == ["hel", "skadad", "hel"]
    dialog.table.selectRow(1)
    assert not dialog.restore.isEnabled()
    dialog.table.selectRow(0)
    assert dialog.restore.isEnabled()


def test_without_backups_there_is_nothing_to_restore(make: Callable[[], BackupsDialog]) -> None:
    assert not make().restore.isEnabled()


def test_one_can_be_taken_now(session: Session, make: Callable[[], BackupsDialog], backups: Backups) -> None:
    dialog = make()
    dialog.take.click()
    (taken,) = backups.all()
    assert conditions(dialog) == ["hel"]
    assert dialog.notice.accessibleName() == f"Kopian är tagen och kontrollerad. {taken.path.name}"
    assert session.workspace.reading().count("systems") == 0


def test_what_refuses_a_backup_is_told(session: Session, make: Callable[[], BackupsDialog], backups: Backups) -> None:
    backups.folder.write_text("en fil där mappen ska vara", encoding="utf-8")
    dialog = make()
    dialog.take.click()
    assert dialog.notice.accessibleName().startswith("Det gick inte. ")
    assert session.workspace.reading().count("systems") == 0


def test_restoring_shows_first_what_the_backup_holds(
    taken: list[Path], make: Callable[[], BackupsDialog], session: Session, qtbot: QtBot
) -> None:
    assert taken
    dialog = make()
    dialog.table.selectRow(1)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    shown = words(dialog)
    at = shown.index("System")
    assert shown[at : at + 3] == ["System", "2", "1"]
    assert shown[0].startswith("Ska registret bli som det var 20")
    assert dialog.focusWidget() is dialog.back
    dialog.back.click()
    assert dialog.focusWidget() is dialog.table
    assert session.workspace.reading().count("systems") == 2


def test_restoring_puts_the_backup_in_place_and_asks_for_the_file_anew(
    taken: list[Path], make: Callable[[], BackupsDialog], session: Session, backups: Backups, qtbot: QtBot
) -> None:
    assert taken
    path, around = session.workspace.path, session.workspace.around
    dialog = make()
    dialog.table.selectRow(2)
    dialog.restore.click()
    seen: list[int] = []

    def reopen() -> None:
        workspace = open_workspace(path, around)
        seen.append(workspace.reading().count("systems"))
        workspace.close()

    left: list[int] = []
    dialog.leaving.connect(lambda: left.append(session.workspace.reading().count("systems")))
    dialog.restored.connect(reopen)
    dialog.restore.click()
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert left == [2]
    assert seen == [0]
    assert any("ersatt" in kept.name for kept in backups.folder.iterdir())


def test_a_restore_that_fails_leaves_the_file_and_still_asks_for_it(
    taken: list[Path], make: Callable[[], BackupsDialog], session: Session, qtbot: QtBot
) -> None:
    path, around = session.workspace.path, session.workspace.around
    dialog = make()
    dialog.table.selectRow(2)
    dialog.restore.click()
    taken[0].write_bytes(b"inget register")
    seen: list[int] = []

    def reopen() -> None:
        workspace = open_workspace(path, around)
        seen.append(workspace.reading().count("systems"))
        workspace.close()

    dialog.restored.connect(reopen)
    dialog.restore.click()
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert seen == [2]
    (problem,) = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, ProblemDialog)]
    assert any("ingen registerfil" in label.text() for label in problem.findChildren(QLabel))
    problem.close()


def test_a_closed_dialog_looks_at_no_more_backups(
    taken: list[Path], make: Callable[[], BackupsDialog], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = make()
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))
    looked_at: list[Path] = []
    monkeypatch.setattr(backups_module, "damage", looked_at.append)
    dialog._look_at(iter(taken))
    assert looked_at == []
