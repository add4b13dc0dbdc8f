"""What has happened to a record, told in words, and the way back to any old value."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.ui.history.record_history import HistoryDialog
from itadmin.ui.history.step import StepDialog
from itadmin.ui.session import Session


@pytest.fixture
def dialog(session: Session, workspace: Workspace, system_id: UUID, parent: QWidget) -> HistoryDialog:
    workspace.records.save("systems", system_id, {"lifecycle": "under_avveckling"})
    workspace.records.save("systems", system_id, {"supplier": None})
    dialog = HistoryDialog(session, REGISTERS["systems"], system_id, parent)
    dialog.show()
    return dialog


def words(dialog: HistoryDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def press(dialog: HistoryDialog, name: str, qtbot: QtBot) -> None:
    button = next(item for item in dialog.findChildren(QAbstractButton) if item.accessibleName() == name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_tells_what_was_changed_from_what_to_what_newest_first(dialog: HistoryDialog) -> None:
    told = words(dialog)
    assert "Exempelbolaget AB  →  tomt" in told
    assert "I drift  →  Under avveckling" in told
    assert told.index("Exempelbolaget AB  →  tomt") < told.index("I drift  →  Under avveckling")
    assert any("Kim Berg" in text for text in told)
    assert dialog.windowTitle() == "Historik: Lifecare"


def test_an_old_value_is_put_back_and_that_is_part_of_the_history(
    dialog: HistoryDialog, workspace: Workspace, system_id: UUID, qtbot: QtBot
) -> None:
    press(dialog, "Återställ läge till I drift", qtbot)
    read = workspace.reading().one("systems", system_id)
    assert read.record.lifecycle == "i_drift"
    assert "Under avveckling  →  I drift" in words(dialog)
    workspace.undo.undo()
    assert workspace.reading().one("systems", system_id).record.lifecycle == "under_avveckling"


def test_a_reference_is_put_back(dialog: HistoryDialog, workspace: Workspace, system_id: UUID, qtbot: QtBot) -> None:
    press(dialog, "Återställ leverantör till Exempelbolaget AB", qtbot)
    read = workspace.reading().one("systems", system_id)
    assert read.labels[read.record.supplier] == "Exempelbolaget AB"


def test_what_cannot_be_put_back_is_said(
    dialog: HistoryDialog, session: Session, workspace: Workspace, system_id: UUID, qtbot: QtBot
) -> None:
    while workspace.undo.state().undo:
        workspace.undo.undo()
    with qtbot.waitSignal(session.guide.said) as said:
        press(dialog, "Återställ läge till I drift", qtbot)
    assert "finns inte" in said.args[0]


def test_markup_and_very_long_values_are_only_words(
    session: Session, workspace: Workspace, system_id: UUID, parent: QWidget
) -> None:
    workspace.records.save("systems", system_id, {"purpose": "<b>fet</b> " * 200})
    dialog = HistoryDialog(session, REGISTERS["systems"], system_id, parent)
    told = next(label for label in dialog.findChildren(QLabel) if "<b>" in label.text())
    assert told.textFormat() is Qt.TextFormat.PlainText
    assert len(told.text()) < 800


def test_one_field_can_be_followed_alone(dialog: HistoryDialog, workspace: Workspace, qtbot: QtBot) -> None:
    assert dialog.fields.itemText(0) == "Alla fält"
    dialog.fields.setCurrentText("Läge")
    dialog.fields.activated.emit(dialog.fields.currentIndex())
    told = words(dialog)
    assert "I drift  →  Under avveckling" in told
    assert "Exempelbolaget AB  →  tomt" not in told
    press(dialog, "Återställ läge till I drift", qtbot)
    assert dialog.fields.currentText() == "Läge"
    assert "Under avveckling  →  I drift" in words(dialog)


def test_a_step_of_many_records_leads_to_all_of_them(
    session: Session, workspace: Workspace, system_id: UUID, parent: QWidget, qtbot: QtBot
) -> None:
    other = workspace.records.add("systems", {"name": "Procapita"})
    both = tuple(Change("systems", key, {"area": None}, {"area": "Omsorg"}) for key in (system_id, other))
    workspace.records.apply(ChangeSet("Importerade 2 system", both))
    history = HistoryDialog(session, REGISTERS["systems"], system_id, parent)
    history.show()
    press(history, "i steget Importerade 2 system", qtbot)
    step = history.findChild(StepDialog)
    assert step is not None
    rows = step.browser.table.model()
    assert [rows.index(row, 0).data() for row in range(rows.rowCount())] == ["Lifecare", "Procapita"]
    step.browser.table.setCurrentIndex(rows.index(1, 0))
    with qtbot.waitSignal(session.guide.record_wanted) as wanted:
        qtbot.keyClick(step.browser.table, Qt.Key.Key_Return)
    assert wanted.args == ["systems", other]
    assert not history.isVisible()


def test_much_history_is_shown_a_portion_at_a_time(
    session: Session, workspace: Workspace, system_id: UUID, parent: QWidget, qtbot: QtBot
) -> None:
    for number in range(40):
        workspace.records.save("systems", system_id, {"version": str(number)})
    history = HistoryDialog(session, REGISTERS["systems"], system_id, parent)
    history.show()
    assert "9  →  10" in words(history)
    assert "8  →  9" not in words(history)
    press(history, "Visa äldre ändringar (11 till)", qtbot)
    assert "tomt  →  0" in words(history)


def test_who_had_a_role_is_put_back(
    session: Session, workspace: Workspace, system_id: UUID, parent: QWidget, qtbot: QtBot
) -> None:
    workspace.records.save("systems", system_id, {"system_owner": None})
    history = HistoryDialog(session, REGISTERS["systems"], system_id, parent)
    history.show()
    press(history, "Återställ systemägare till Socialchef", qtbot)
    assert workspace.reading().one("systems", system_id).holders["system_owner"].label == "Socialchef"


def test_nothing_is_offered_for_what_lies_in_the_bin(
    session: Session, workspace: Workspace, system_id: UUID, parent: QWidget
) -> None:
    workspace.records.save("systems", system_id, {"lifecycle": "avvecklad"})
    workspace.records.delete("systems", [system_id])
    history = HistoryDialog(session, REGISTERS["systems"], system_id, parent)
    assert "borttagen" in words(history)
    assert not [item for item in history.findChildren(QAbstractButton) if item.text() == "Återställ"]
