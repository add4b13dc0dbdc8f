"""Signing on the screen: choosing a file, its password, and what is told when it is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.signatures import signatures_of
from itadmin.ui.background import Background
from itadmin.ui.session import Session
from itadmin.ui.signing.dialog import SigningDialog

Shown = tuple[SigningDialog, list[bytes]]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """The window that the dialog is asked from."""
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def shown(session: Session, paper: bytes, parent: QWidget, qtbot: QtBot) -> Shown:
    """The dialog, and what it gives."""
    dialog = SigningDialog(session, paper, "Handling 2026-0007 · Driftavtal Kvarnen", parent)
    given: list[bytes] = []
    dialog.signed.connect(given.append)
    with qtbot.waitActive(dialog):
        dialog.open()
        dialog.activateWindow()
    return dialog, given


def choose(monkeypatch: pytest.MonkeyPatch, dialog: SigningDialog, path: object, qtbot: QtBot) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(path), ""))
    qtbot.mouseClick(dialog.choose, Qt.MouseButton.LeftButton)


def test_file_password_and_enter_sign(
    shown: Shown,
    certificate: Path,
    unlocking: str,
    paper: bytes,
    monkeypatch: pytest.MonkeyPatch,
    type_text: Callable[..., None],
    qtbot: QtBot,
) -> None:
    dialog, given = shown
    ended: list[object] = []
    dialog.accepted.connect(lambda: ended.append(dialog))
    assert not dialog.act.isEnabled()
    choose(monkeypatch, dialog, certificate, qtbot)
    assert dialog.password.hasFocus()
    type_text(unlocking, Qt.Key.Key_Tab)
    assert dialog.reason.hasFocus()
    type_text("Avtal ingås", Qt.Key.Key_Tab)
    type_text("Mellerud", Qt.Key.Key_Return)
    (content,) = given
    (seen,) = signatures_of(content)
    assert content.startswith(paper)
    assert (seen.name, seen.reason, seen.place) == ("Åsa Öberg", "Avtal ingås", "Mellerud")
    assert ended


def test_a_wrong_password_is_told_and_can_be_written_again(
    shown: Shown,
    certificate: Path,
    unlocking: str,
    monkeypatch: pytest.MonkeyPatch,
    type_text: Callable[..., None],
    qtbot: QtBot,
) -> None:
    dialog, given = shown
    choose(monkeypatch, dialog, certificate, qtbot)
    QApplication.processEvents()
    low = dialog.height()
    type_text("fel", Qt.Key.Key_Return)
    assert given == []
    assert "Kontrollera lösenordet" in dialog.fault.text()
    assert dialog.fault.isVisible()
    qtbot.waitUntil(lambda: dialog.height() > low)
    assert dialog.password.selectedText()
    choose(monkeypatch, dialog, certificate, qtbot)
    qtbot.waitUntil(lambda: dialog.height() == low)
    type_text(unlocking, Qt.Key.Key_Return)
    assert len(given) == 1


def test_a_file_that_cannot_be_read_is_told(
    shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dialog, given = shown
    choose(monkeypatch, dialog, tmp_path / "borta.p12", qtbot)
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert "borta.p12 går inte att läsa" in dialog.fault.text()
    assert given == []
    assert dialog.act.isEnabled()


def test_no_file_chosen_changes_nothing(shown: Shown, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    dialog, given = shown
    choose(monkeypatch, dialog, "", qtbot)
    assert not dialog.act.isEnabled()
    dialog.sign()
    assert given == []


def test_the_password_is_not_shown_and_not_kept(shown: Shown, certificate: Path, qtbot: QtBot) -> None:
    dialog, _given = shown
    assert dialog.password.echoMode() is QLineEdit.EchoMode.Password
    dialog.set_file(certificate)
    qtbot.keyClicks(dialog.password, "hemligt")
    password = dialog.password
    cleared: list[str] = []
    password.textChanged.connect(cleared.append)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert cleared == [""]


def test_what_is_signed_after_the_dialog_was_closed_comes_to_nothing(
    session: Session, paper: bytes, certificate: Path, unlocking: str, parent: QWidget, qtbot: QtBot
) -> None:
    beside = Background()
    apart = Session(session.workspace, session.look, session.bus, session.guide, beside)
    dialog = SigningDialog(apart, paper, "Driftavtal", parent)
    given: list[bytes] = []
    dialog.signed.connect(given.append)
    dialog.show()
    dialog.set_file(certificate)
    dialog.password.setText(unlocking)
    dialog.sign()
    assert not dialog.act.isEnabled()
    with qtbot.waitSignal(beside.busy, check_params_cb=lambda name: not name, timeout=20_000):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert given == []
    beside.close()
