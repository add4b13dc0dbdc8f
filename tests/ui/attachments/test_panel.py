"""Files on a record's page: attached by dropping, told, removed and brought back; what is missing is said."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.ui.attachments.opening import AskToOpen
from itadmin.ui.attachments.panel import AttachmentsPanel
from itadmin.ui.panels import special_of
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session


@pytest.fixture
def page(session: Session, qtbot: QtBot, system_id: UUID) -> RecordPage:
    made = RecordPage(session, REGISTERS["systems"], special_of("systems"))
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.show_record(system_id)
    return made


@pytest.fixture
def panel(page: RecordPage) -> AttachmentsPanel:
    found = page.findChild(AttachmentsPanel)
    assert isinstance(found, AttachmentsPanel)
    return found


@pytest.fixture
def drift(tmp_path: Path) -> Path:
    path = tmp_path / "Drift.pdf"
    path.write_bytes(b"%PDF-")
    return path


def attached(workspace: Workspace, system_id: UUID) -> list[str]:
    record: Any = workspace.reading().one("systems", system_id).record
    return [row.file_name for row in record.attachments]


def dropped(page: QWidget, *paths: Path) -> bool:
    """Drop files on the page; says whether it takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(5, 5), *how)
    entering.ignore()
    QApplication.sendEvent(page, entering)
    if entering.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), *how))
    return entering.isAccepted()


def drop(panel: AttachmentsPanel, *paths: Path) -> None:
    assert dropped(panel.window(), *paths)


def button(panel: AttachmentsPanel, name: str) -> QAbstractButton:
    buttons = panel.findChildren(QAbstractButton)
    return next(item for item in buttons if name in (item.accessibleName(), item.text()) and item.isVisible())


def words(panel: AttachmentsPanel) -> str:
    return " | ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_dropped_files_are_attached_in_one_step(
    panel: AttachmentsPanel, workspace: Workspace, system_id: UUID, drift: Path, tmp_path: Path, session: Session,
    qtbot: QtBot,
) -> None:  # fmt: skip
    with qtbot.waitSignal(session.guide.said) as said:
        drop(panel, drift, tmp_path)
    assert said.args[0].startswith("1 fil bifogad.")
    assert "är ingen fil" in said.args[0]
    assert attached(workspace, system_id) == ["Drift.pdf"]
    qtbot.waitUntil(lambda: "5\u00a0byte · 2026-11-22" in words(panel))
    workspace.undo.undo()
    assert attached(workspace, system_id) == []


def test_a_removed_file_comes_back_with_undo(
    panel: AttachmentsPanel, workspace: Workspace, system_id: UUID, drift: Path, qtbot: QtBot
) -> None:
    drop(panel, drift)
    qtbot.waitUntil(lambda: "byte" in words(panel))
    button(panel, "Ta bort Drift.pdf").click()
    assert attached(workspace, system_id) == []
    workspace.undo.undo()
    assert attached(workspace, system_id) == ["Drift.pdf"]


def test_opening_asks_first(panel: AttachmentsPanel, page: RecordPage, drift: Path, qtbot: QtBot) -> None:
    drop(panel, drift)
    qtbot.waitUntil(lambda: "byte" in words(panel))
    button(panel, "Drift.pdf").click()
    (sheet,) = page.findChildren(AskToOpen)
    told = [label.text() for label in sheet.findChildren(QLabel)]
    assert "Ska Drift.pdf öppnas?" in told
    assert not any("/" in text or "\\" in text for text in told), "where the copy lies is nothing to tell"
    assert any("Drift.pdf" in label.text() for label in sheet.findChildren(QLabel))
    sheet.reject()


def test_a_kind_that_may_run_has_no_link(panel: AttachmentsPanel, tmp_path: Path, qtbot: QtBot) -> None:
    tool = tmp_path / "verktyg.exe"
    tool.write_bytes(b"MZ")
    drop(panel, tool)
    qtbot.waitUntil(lambda: "verktyg.exe" in words(panel))
    assert button(panel, "Spara verktyg.exe som")
    with pytest.raises(StopIteration):
        button(panel, "verktyg.exe")


def test_a_content_that_is_not_here_is_said(
    panel: AttachmentsPanel, page: RecordPage, workspace: Workspace, system_id: UUID, drift: Path, qtbot: QtBot
) -> None:
    drop(panel, drift)
    workspace.attachments.path.unlink()
    page.show_record(system_id)
    qtbot.waitUntil(lambda: "innehållet saknas här" in words(panel))


def test_a_record_in_the_bin_takes_no_files(
    panel: AttachmentsPanel, page: RecordPage, workspace: Workspace, system_id: UUID
) -> None:
    workspace.records.delete("systems", [system_id])
    page.show_record(system_id)
    assert not panel.isVisible()
    assert not panel.acceptDrops()


def test_only_a_page_that_has_files_and_may_be_changed_takes_them(
    page_of: Callable[[str], RecordPage], workspace: Workspace, system_id: UUID, drift: Path
) -> None:
    person = workspace.records.add("people", {"name": "Anna Ek"})
    people = page_of("people")
    people.show_record(person)
    assert not dropped(people, drift)
    workspace.records.delete("systems", [system_id])
    page = page_of("systems")
    assert not dropped(page, drift)
    page.show_record(system_id)
    assert not dropped(page, drift)
    workspace.records.restore("systems", [system_id])
    assert dropped(page, drift)
    assert attached(workspace, system_id) == ["Drift.pdf"]


def test_files_that_the_record_could_not_take_are_not_said_to_be_attached(
    panel: AttachmentsPanel,
    session: Session,
    system_id: UUID,
    drift: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    session.guide.said.connect(lambda sentence, *_: told.append(sentence))

    def full(*_given: object) -> None:
        raise KnownError("Disken är full.")

    with monkeypatch.context() as patched:
        patched.setattr(session.workspace.records, "save", full)
        drop(panel, drift)
    assert told == ["Disken är full."]
    drop(panel, drift)
    told.clear()
    monkeypatch.setattr(session.workspace.records, "save", full)
    qtbot.mouseClick(button(panel, "Ta bort Drift.pdf"), Qt.MouseButton.LeftButton)
    assert told == ["Disken är full."]
    assert attached(session.workspace, system_id) == ["Drift.pdf"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_what_a_file_is_can_be_said_and_the_signed_one_stands_first(
    panel: AttachmentsPanel, workspace: Workspace, system_id: UUID, drift: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    signed = tmp_path / "Avtalet.pdf"
    signed.write_bytes(b"%PDF-1")
    drop(panel, drift, signed)
    qtbot.mouseClick(button(panel, "Ange vad Avtalet.pdf är"), Qt.MouseButton.LeftButton)
    (menu,) = panel.findChildren(QMenu)
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Inget slag"]
    next(action for action in menu.actions() if action.text() == "Påskrivet exemplar").trigger()
    menu.close()
    record: Any = workspace.reading().one("systems", system_id).record
    assert [(row.file_name, row.purpose) for row in record.attachments] == [
        ("Drift.pdf", ""),
        ("Avtalet.pdf", "paskrivet"),
    ]
    assert "Påskrivet exemplar · " in words(panel)
    QApplication.processEvents()
    assert button(panel, "Avtalet.pdf").y() < button(panel, "Drift.pdf").y()
    workspace.undo.undo()
    assert "Påskrivet exemplar" not in words(panel)
