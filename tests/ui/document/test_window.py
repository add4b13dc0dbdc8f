"""The document window as it is used: what is missing is filled in, the pages follow, the file is made."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.document.window import DocumentWindow
from itadmin.ui.help.window import HelpWindow
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.session import Session
from itadmin.ui.widgets.notice import Concern
from itadmin.ui.widgets.prose import plain_text


def told(window: DocumentWindow) -> str:
    message = window.head.notice.shown()
    return plain_text(message.prose) if message else ""


def concern(window: DocumentWindow) -> Concern | None:
    message = window.head.notice.shown()
    return message.concern if message else None


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    def answer(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    return answer


def test_it_shows_the_paper_and_what_it_lacks(window: DocumentWindow) -> None:
    assert window.windowTitle() == "Driftavtal för Lifecare – itadmin"
    assert window.head.heading.text() == "Driftavtal för Lifecare"
    assert window.head.parties.text() == "Bengtsfors kommun och Melleruds kommun"
    assert window.pages.page_count() > 8
    assert window.status.page.text() == f"Sida 1 av {window.pages.page_count()}"
    assert concern(window) is Concern.MISSING
    assert told(window).startswith("6 uppgifter saknas.")


def test_the_pages_follow_the_register(
    window: DocumentWindow, workspace: Workspace, complete: Callable[[], None], agreement_id: UUID
) -> None:
    complete()
    assert concern(window) is Concern.DONE
    workspace.records.save("agreements", agreement_id, {"version": "2.0"})
    assert "2.0" in [label.text() for label in window.top.findChildren(QLabel)]
    assert window.status.fresh.text() == "Sidorna visar uppgifterna som de är nu"


def test_the_place_in_the_paper_is_kept_when_it_is_made_anew(
    window: DocumentWindow, workspace: Workspace, agreement_id: UUID, qtbot: QtBot
) -> None:
    qtbot.keyClick(window.pages.canvas, Qt.Key.Key_PageDown)
    qtbot.keyClick(window.pages.canvas, Qt.Key.Key_PageDown)
    assert window.status.page.text().startswith("Sida 3 av")
    workspace.records.save("agreements", agreement_id, {"version": "2.0"})
    assert window.status.page.text().startswith("Sida 3 av")


def test_the_finished_paper_waits_until_nothing_is_missing(
    window: DocumentWindow, complete: Callable[[], None], choose: Callable[[Path], None], tmp_path: Path
) -> None:
    choose(tmp_path / "avtal.pdf")
    window.top.make.click()
    assert told(window).startswith("Dokumentet är inte klart: 6 uppgifter saknas.")
    assert not (tmp_path / "avtal.pdf").exists()
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.accessibleName() == "Diarienummer"
    complete()
    window.top.make.click()
    assert (tmp_path / "avtal.pdf").exists()
    assert window.status.said.text() == "Handling 2026-0001 är registrerad och sparad som avtal.pdf"
    assert window.status.open.isVisible()


def test_the_notice_leads_to_a_draft_or_to_what_is_missing(
    window: DocumentWindow, choose: Callable[[Path], None], tmp_path: Path
) -> None:
    window.head.notice.acted.emit(window.head.notice.shown())
    assert isinstance(window.focusWidget(), QLineEdit)
    window.make()
    choose(tmp_path / "utkast.pdf")
    window.head.notice.acted.emit(window.head.notice.shown())
    assert (tmp_path / "utkast.pdf").exists()


def test_a_finished_paper_is_in_hand_by_the_keyboard_alone(
    window: DocumentWindow,
    complete: Callable[[], None],
    choose: Callable[[Path], None],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    complete()
    choose(tmp_path / "avtal.pdf")
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert (tmp_path / "avtal.pdf").exists()


def test_what_is_filled_in_here_is_undone_here(
    window: DocumentWindow, workspace: Workspace, agreement_id: UUID, qtbot: QtBot
) -> None:
    window.needs.go_to_first()
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "KS 2026/7")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told(window).startswith("5 uppgifter saknas.")
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert told(window).startswith("6 uppgifter saknas.")
    assert window.status.said.text().startswith("Ångrade")
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert told(window).startswith("5 uppgifter saknas.")
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert window.status.said.text() == "Det finns inget att göra om."


def test_a_record_that_is_gone_is_told_of_and_the_pages_stay(
    session: Session, window: DocumentWindow, workspace: Workspace
) -> None:
    pages = window.pages.page_count()
    while workspace.undo.state().undo:
        workspace.undo.undo()
    assert concern(window) is Concern.PROBLEM
    assert "Posten finns inte" in told(window)
    assert window.pages.page_count() == pages
    assert session.workspace is workspace


def test_zoom_goes_by_buttons_and_is_told(window: DocumentWindow, qtbot: QtBot) -> None:
    window.pages.canvas.set_zoom(1.0)
    assert window.status.zoom.text() == "100\u00a0%"
    qtbot.mouseClick(window.status.zoom_in, Qt.MouseButton.LeftButton)
    assert window.status.zoom.text() == "110\u00a0%"
    qtbot.mouseClick(window.status.zoom_out, Qt.MouseButton.LeftButton)
    assert window.status.zoom.text() == "100\u00a0%"
    qtbot.mouseClick(window.status.fit, Qt.MouseButton.LeftButton)
    assert window.pages.canvas._fits


def test_the_small_pages_give_way_in_a_narrow_window(window: DocumentWindow, qtbot: QtBot) -> None:
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: window.width() == 1000)
    assert window.pages.thumbnails.isHidden()
    window.resize(1300, 800)
    qtbot.waitUntil(lambda: window.width() == 1300)
    assert not window.pages.thumbnails.isHidden()


def test_closing_saves_what_is_typed_and_lets_go(
    window: DocumentWindow, workspace: Workspace, session: Session, agreement_id: UUID, qtbot: QtBot
) -> None:
    window.needs.go_to_first()
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "KS 2026/7")
    window.close()
    window.close()
    record = workspace.reading().one("agreements", agreement_id).record
    assert "KS 2026/7" in record.__dict__.values()
    workspace.records.save("agreements", agreement_id, {"version": "3.0"})
    assert window.pages.page_count() == 0
    assert session.workspace is workspace


def test_escape_closes(window: DocumentWindow, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_escape_in_a_field_leaves_the_window_open(window: DocumentWindow, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    window.needs.go_to_first()
    field = window.focusWidget()
    assert field is not None
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert all(row.editor is None for row in window.findChildren(ValueRow))


def test_help_about_papers_opens_once_and_closes_with_the_window(window: DocumentWindow) -> None:
    window.show_help()
    window.show_help()
    helps = [each for each in QApplication.topLevelWidgets() if isinstance(each, HelpWindow) and each.isVisible()]
    assert [each.page for each in helps] == ["driftavtal"]
    window.close()
    assert not helps[0].isVisible()


def test_everything_that_can_be_reached_has_a_name(window: DocumentWindow) -> None:
    reached = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    assert len(reached) > 20
    nameless = [
        widget
        for widget in reached
        if not widget.accessibleName() and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []


def test_a_system_card_has_its_window_too(session: Session, operated_system: UUID) -> None:
    window = DocumentWindow(session, "system_card", operated_system)
    window.show()
    assert window.head.heading.text() == "Systemkort för Lifecare"
    assert window.pages.page_count() >= 1
    assert window.head.parties.isHidden()
    window.close()


def test_what_not_everybody_is_to_know_is_said_beside_what_is_missing(session: Session, qtbot: QtBot) -> None:
    reasons = [{"trigger": "kompetens_svar"}]
    case = session.workspace.records.add("cooperation_cases", {"title": "Ärende", "reasons": reasons})
    window = DocumentWindow(session, "decision_paper", case)
    window.show()
    assert "uppgifter saknas" in told(window)
    message = window.head.thoughts.shown()
    assert message is not None
    assert plain_text(message.prose).startswith("Tänk på detta. Skälet ”Svårt att hålla kompetens” bedöms")
    kim = session.workspace.records.add("people", {"name": "Kim Berg"})
    session.workspace.records.save("cooperation_cases", case, {"reasons": [], "coordinator": str(kim)})
    qtbot.waitUntil(window.head.thoughts.isHidden)
    window.close()
