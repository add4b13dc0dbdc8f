"""Pairs side by side: told apart with one key, made one with a choice for each field, and taken back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import Event
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.background import Background
from itadmin.ui.dialogs.changes import ChangesDialog
from itadmin.ui.duplicates.comparison import Comparison
from itadmin.ui.duplicates.dialog import DuplicatesDialog
from itadmin.ui.duplicates.value_choice import ValueChoice
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button, LinkButton

HOSTILE = '<b>x</b><img src="file:///etc/passwd"> & {0}'


@pytest.fixture
def system(workspace: Workspace) -> Callable[..., UUID]:
    def add(name: str, **values: Any) -> UUID:
        return workspace.records.add("systems", {"name": name, **values})

    return add


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Iterator[Callable[[], DuplicatesDialog]]:
    parent = QWidget()
    qtbot.addWidget(parent)

    def make() -> DuplicatesDialog:
        dialog = DuplicatesDialog(session, parent)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    yield make
    for dialog in parent.findChildren(DuplicatesDialog):
        dialog.close()


def pairs(dialog: DuplicatesDialog) -> list[str]:
    QApplication.processEvents()
    return [dialog.model.index(row).data() for row in range(dialog.model.rowCount())]


def comparison(dialog: DuplicatesDialog) -> Comparison:
    QApplication.processEvents()
    assert dialog.comparison is not None
    return dialog.comparison


def choice(dialog: DuplicatesDialog, words: str) -> ValueChoice:
    found = comparison(dialog).findChildren(ValueChoice)
    return next(each for each in found if each.button.accessibleName() == words)


def preview(dialog: DuplicatesDialog) -> ChangesDialog:
    found = dialog.findChild(ChangesDialog)
    assert isinstance(found, ChangesDialog)
    return found


def test_pairs_stand_with_their_reason_and_the_first_is_shown(
    show: Callable[[], DuplicatesDialog], system: Callable[..., UUID]
) -> None:
    system("Treserva", area="Omsorg")
    system("Tresreva")
    system("LIFECARE")
    system("Lifecare")
    dialog = show()
    assert dialog.heading.text() == "2 par som kan vara samma system"
    assert pairs(dialog) == ["LIFECARE – Lifecare", "Treserva – Tresreva"]
    assert dialog.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Treserva – Tresreva, namnen är snarlika"
    assert dialog.table.hasFocus()
    assert choice(dialog, "Behåll: LIFECARE").button.isChecked()


def test_delete_tells_a_pair_apart_and_the_next_is_shown(
    show: Callable[[], DuplicatesDialog], system: Callable[..., UUID], qtbot: QtBot, workspace: Workspace
) -> None:
    for name in ("Alfa", "Alfa", "Beta 1", "Beta 1"):
        system(name)
    dialog = show()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert pairs(dialog) == ["Beta 1 – Beta 1"]
    assert choice(dialog, "Behåll: Beta 1") is not None
    assert dialog.table.hasFocus()
    assert workspace.reading().count("matches") == 1
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pairs(dialog) == ["Alfa – Alfa", "Beta 1 – Beta 1"]
    assert workspace.reading().count("matches") == 0
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(pairs(dialog)) == 2
    assert workspace.undo.state().redo != ""


def test_pairs_are_looked_for_beside_the_window_and_decisions_do_not_wait(
    session: Session, system: Callable[..., UUID], qtbot: QtBot
) -> None:
    for name in ("Alfa", "Alfa", "Beta 1", "Beta 1"):
        system(name)
    background, parent = Background(), QWidget()
    qtbot.addWidget(parent)
    dialog = DuplicatesDialog(replace(session, background=background), parent)
    dialog.show()
    assert dialog.heading.text() == "Letar efter dubbletter …"
    assert not dialog.apart.isEnabled()
    qtbot.waitUntil(dialog.apart.isEnabled)
    assert pairs(dialog) == ["Alfa – Alfa", "Beta 1 – Beta 1"]
    go = Event()
    background.run("Annat", go.wait, lambda _result: None, lambda _error: None)
    dialog.tell_apart()
    system("Gamma 1")
    assert pairs(dialog) == ["Beta 1 – Beta 1"]
    system("Gamma 1")
    go.set()
    qtbot.waitUntil(lambda: pairs(dialog) == ["Beta 1 – Beta 1", "Gamma 1 – Gamma 1"])
    assert dialog.heading.text() == "2 par som kan vara samma system"
    dialog.refresh()
    dialog.close()
    background.close()


def test_what_is_told_can_be_taken_back_by_its_button_but_nothing_else(
    show: Callable[[], DuplicatesDialog], system: Callable[..., UUID], qtbot: QtBot, workspace: Workspace
) -> None:
    one, _other = system("Alfa"), system("Alfa")
    dialog = show()
    qtbot.mouseClick(dialog.apart, Qt.MouseButton.LeftButton)
    assert dialog.notice.accessibleName() == "Alfa och Alfa är inte samma."
    assert pairs(dialog) == []
    assert dialog.heading.text() == "Inga dubbletter"
    assert not dialog.apart.isEnabled()
    assert not dialog.merge.isEnabled()
    qtbot.mouseClick(dialog.notice.findChild(Button), Qt.MouseButton.LeftButton)
    assert pairs(dialog) == ["Alfa – Alfa"]
    dialog.tell_apart()
    workspace.records.save("systems", one, {"area": "Skola"})
    assert dialog.notice.isHidden()
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert workspace.undo.state().undo == "Ändrade Alfa: Område"


def test_the_one_that_says_more_is_kept_and_filled_from_the_other(
    show: Callable[[], DuplicatesDialog], system: Callable[..., UUID]
) -> None:
    less, more = system("Alfa", short_name="A"), system("Alfa", area="Skola", version="2")
    dialog = show()
    shown = comparison(dialog)
    assert (shown.keeper, shown.other) == (more, less)
    assert {"2 uppgifter", "3 uppgifter"} <= {label.text() for label in shown.findChildren(QLabel)}
    assert shown.taken() == {"short_name"}
    choice(dialog, "Version: tomt").button.click()
    assert shown.taken() == {"short_name", "version"}
    shown.choices()[0 if shown.choices()[1].button.isChecked() else 1].button.click()
    assert (shown.keeper, shown.other) == (less, more)
    assert shown.taken() == {"area"}


def test_two_become_one_after_a_look_at_what_changes(
    show: Callable[[], DuplicatesDialog], system: Callable[..., UUID], qtbot: QtBot, workspace: Workspace
) -> None:
    gone, kept = system("Alfa", user_count=5), system("Alfa", user_count=7, area="Skola", version="2")
    role = workspace.records.add("roles", {"system": str(gone), "kind": "systemagare", "function": "Rektor"})
    dialog = show()
    qtbot.mouseClick(choice(dialog, "Antal användare: 5"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    asked = preview(dialog)
    assert asked.heading.text() == "Slog ihop Alfa med Alfa: 3 poster ändras"
    assert not workspace.reading().one("systems", gone).record.deleted
    qtbot.mouseClick(asked.carry_out, Qt.MouseButton.LeftButton)
    assert pairs(dialog) == []
    reading = workspace.reading()
    assert reading.one("systems", gone).record.deleted
    assert [read.record.id for read in reading.referring("roles", "system", kept)] == [role]
    assert reading.one("systems", kept).holders["system_owner"].label == "Rektor"
    assert dialog.notice.accessibleName() == "Slog ihop Alfa med Alfa."
    qtbot.mouseClick(dialog.notice.findChild(Button), Qt.MouseButton.LeftButton)
    assert pairs(dialog) == ["Alfa – Alfa"]


def test_nothing_is_merged_when_the_look_is_closed(
    show: Callable[[], DuplicatesDialog], system: Callable[..., UUID], qtbot: QtBot, workspace: Workspace
) -> None:
    system("Alfa")
    system("Alfa")
    dialog = show()
    before = workspace.undo.state()
    qtbot.mouseClick(dialog.merge, Qt.MouseButton.LeftButton)
    preview(dialog).reject()
    assert workspace.undo.state() == before
    assert pairs(dialog) == ["Alfa – Alfa"]


def test_what_cannot_be_merged_is_said_in_the_window(
    show: Callable[[], DuplicatesDialog], system: Callable[..., UUID]
) -> None:
    system("Alfa", planned_retirement="2020", area="Skola")
    system("Alfa", in_operation_since="2024")
    dialog = show()
    dialog.preview_merge()
    assert "Avvecklingen ligger före driftstarten" in dialog.notice.accessibleName()
    assert dialog.findChild(ChangesDialog) is None


def test_a_system_opens_beside_the_window(
    show: Callable[[], DuplicatesDialog], system: Callable[..., UUID], session: Session, qtbot: QtBot
) -> None:
    one, _other = system("Alfa"), system("Alfa", area="Skola")
    dialog = show()
    link = next(each for each in comparison(dialog).findChildren(LinkButton) if each.accessibleName() == "Öppna Alfa")
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked.args == ["systems", one]


def test_the_window_follows_the_register(
    show: Callable[[], DuplicatesDialog], system: Callable[..., UUID], workspace: Workspace
) -> None:
    system("Alfa")
    dialog = show()
    assert pairs(dialog) == []
    other = system("Alfa")
    assert pairs(dialog) == ["Alfa – Alfa"]
    workspace.records.save("systems", other, {"name": "Beta"})
    assert pairs(dialog) == []
    dialog.close()
    system("Beta")


def test_markup_is_shown_letter_by_letter_and_long_values_are_cut(
    show: Callable[[], DuplicatesDialog], system: Callable[..., UUID]
) -> None:
    system(HOSTILE, purpose=HOSTILE + "x" * 5000)
    system(HOSTILE)
    shown = comparison(show())
    labels = shown.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert HOSTILE in {label.text() for label in labels}
    assert max(len(label.text()) for label in labels) < 500


def test_people_are_looked_among_too(
    show: Callable[[], DuplicatesDialog], workspace: Workspace, system: Callable[..., UUID], qtbot: QtBot
) -> None:
    system("Lifecare")
    system("LIFECARE")
    first = workspace.records.add("people", {"name": "Anna Ek", "title": "Rektor"})
    second = workspace.records.add("people", {"name": "Ek, Anna", "email": "anna.ek@kommun.example"})
    dialog = show()
    assert pairs(dialog) == ["LIFECARE – Lifecare"]
    dialog.which.setFocus()
    qtbot.keyClick(dialog.which, Qt.Key.Key_Down)
    assert pairs(dialog) == ["Anna Ek – Ek, Anna"]
    assert dialog.heading.text() == "1 par som kan vara samma person"
    qtbot.mouseClick(dialog.merge, Qt.MouseButton.LeftButton)
    preview(dialog).carry_out.click()
    assert pairs(dialog) == []
    kept, gone = (workspace.reading().one("people", key).record for key in (first, second))
    assert (kept.deleted, gone.deleted) == (False, True)
    assert getattr(kept, "email", "") == "anna.ek@kommun.example"


def test_two_people_are_told_apart_for_good(
    show: Callable[[], DuplicatesDialog], workspace: Workspace, qtbot: QtBot
) -> None:
    for _ in range(2):
        workspace.records.add("people", {"name": "Anna Ek"})
    dialog = show()
    dialog.which.setFocus()
    qtbot.keyClick(dialog.which, Qt.Key.Key_Down)
    assert pairs(dialog) == ["Anna Ek – Anna Ek"]
    qtbot.mouseClick(dialog.apart, Qt.MouseButton.LeftButton)
    dialog.refresh()
    assert pairs(dialog) == []
