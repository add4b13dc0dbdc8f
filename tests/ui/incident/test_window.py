"""The window of incidents: a name is typed and the sheet is there, printed or saved, as the register is now."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.services.incidents import Subject
from itadmin.services.workspace import Workspace
from itadmin.ui.incident import window as module
from itadmin.ui.incident.sheets import make_sheet
from itadmin.ui.incident.window import IncidentWindow
from itadmin.ui.look.look import Look
from itadmin.ui.session import Session

Open = Callable[..., IncidentWindow]


@pytest.fixture
def supplier(workspace: Workspace) -> UUID:
    found = workspace.records.add(
        "organisations", {"name": "Ängsbolaget AB", "kind": "leverantor", "incident_phone": "08-12 34 56"}
    )
    workspace.records.add("systems", {"name": "Lönnen", "supplier": str(found), "product": "Lönnen Premium"})
    return found


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Iterator[Open]:
    opened: list[IncidentWindow] = []

    def make(register: str = "", record_id: UUID | None = None) -> IncidentWindow:
        window = IncidentWindow(session, register, record_id)
        opened.append(window)
        window.resize(1100, 850)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield make
    for window in opened:
        if isValid(window):
            window.close()


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "".join(document[number].get_textpage().get_text_range() for number in range(len(document)))


def words_of(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | str], None]:
    def answer(path: Path | str) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    return answer


def test_it_begins_by_asking_and_nothing_can_be_printed_yet(show: Open, supplier: UUID) -> None:
    window = show()
    assert window.empty.isVisible()
    assert window.line.hasFocus()
    assert not window.save.isEnabled()
    window.save_sheet()
    window.print_sheet()


def test_a_few_letters_and_enter_show_the_sheet(
    qtbot: QtBot, show: Open, supplier: UUID, type_text: Callable[..., None]
) -> None:
    window = show()
    type_text("ang", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.pages.page_count() > 0)
    assert window.subject == Subject(supplier=supplier)
    assert window.line.text() == "Ängsbolaget AB"
    assert window.windowTitle() == "Leverantörsincident: Ängsbolaget AB – itadmin"
    assert window.pages.isVisible()
    QApplication.processEvents()
    assert window.pages.canvas.verticalScrollBar().value() == 0


def test_a_product_is_chosen_with_the_arrows(
    qtbot: QtBot, show: Open, supplier: UUID, type_text: Callable[..., None]
) -> None:
    window = show()
    type_text("premium", Qt.Key.Key_Down)
    qtbot.keyClick(window.line, Qt.Key.Key_Return)
    assert window.subject == Subject(product="Lönnen Premium")


def test_what_nothing_is_called_is_said(show: Open, supplier: UUID, type_text: Callable[..., None]) -> None:
    window = show()
    type_text("finns inte", Qt.Key.Key_Return)
    assert window.subject is None
    assert "Ingen träff på ”finns inte”" in words_of(window.empty)


def test_a_search_without_hit_leaves_no_sheet_of_another(
    qtbot: QtBot, show: Open, supplier: UUID, workspace: Workspace, type_text: Callable[..., None]
) -> None:
    window = show("organisations", supplier)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_text("ängs")
    assert window.pages.isVisible(), "it may still be that one"
    window.line.clear()
    type_text("tietoevry")
    assert window.empty.isVisible()
    assert "Ingen träff på ”tietoevry”" in words_of(window.empty)
    assert not window.save.isEnabled()
    assert not window.print_out.isEnabled()
    assert window.windowTitle() == "Leverantörsincident – itadmin"
    workspace.records.save("organisations", supplier, {"phone": "08-1"})
    assert window.empty.isVisible(), "nothing is made of what is not asked for"
    window.line.clear()
    type_text("ang", Qt.Key.Key_Return)
    qtbot.waitUntil(window.pages.isVisible)
    assert window.save.isEnabled()


def test_it_begins_with_what_one_stands_on(show: Open, supplier: UUID) -> None:
    window = show("organisations", supplier)
    assert window.subject == Subject(supplier=supplier)
    assert window.pages.page_count() > 0


def test_it_is_saved_as_it_is_now(
    qtbot: QtBot, show: Open, supplier: UUID, workspace: Workspace, tmp_path: Path, choose: Callable[[Path | str], None]
) -> None:
    window = show("organisations", supplier)
    choose("")
    qtbot.mouseClick(window.save, Qt.MouseButton.LeftButton)
    workspace.records.save("organisations", supplier, {"incident_phone": "08-99 99 99"})
    choose(tmp_path / "blad")
    qtbot.mouseClick(window.save, Qt.MouseButton.LeftButton)
    assert window.status.said.text() == "Sparat som blad.pdf"
    assert "08-99\u00a099\u00a099" in text_of(tmp_path / "blad.pdf")


def test_what_cannot_be_written_is_said(
    qtbot: QtBot, show: Open, supplier: UUID, tmp_path: Path, choose: Callable[[Path | str], None]
) -> None:
    window = show("organisations", supplier)
    (tmp_path / "mapp.pdf").mkdir()
    choose(tmp_path / "mapp.pdf")
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "är en mapp" in window.status.said.text()


def test_printing_hands_the_sheet_over(
    qtbot: QtBot, show: Open, supplier: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[Path] = []
    monkeypatch.setattr(module, "print_folder", lambda: tmp_path)
    monkeypatch.setattr(module, "hand_over_to_print", lambda path, _parent: handed.append(path) or "Skickat.")
    window = show("organisations", supplier)
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert [path.name for path in handed] == ["Leverantorsincident_Angsbolaget-AB_2026-11-22.pdf"]
    assert window.status.said.text() == "Skickat."


def test_a_change_elsewhere_takes_no_keyboard(
    qtbot: QtBot, show: Open, supplier: UUID, workspace: Workspace, type_text: Callable[..., None]
) -> None:
    window = show("organisations", supplier)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_text("nytt")
    workspace.records.save("organisations", supplier, {"phone": "08-1"})
    assert window.line.hasFocus()
    assert window.line.text() == "nytt"


def test_a_sheet_that_is_no_longer_wanted_is_not_shown(show: Open, supplier: UUID, workspace: Workspace) -> None:
    window = show("organisations", supplier)
    window._on_made(make_sheet(workspace.snapshot(), Subject(product="Lönnen Premium")))
    assert window.windowTitle() == "Leverantörsincident: Ängsbolaget AB – itadmin"


def test_a_supplier_that_goes_away_is_said(show: Open, supplier: UUID, workspace: Workspace) -> None:
    window = show("organisations", supplier)
    window.show_subject(Subject(supplier=UUID(int=9)))
    assert "finns inte" in window.status.said.text()


def test_escape_closes_and_it_listens_no_more(qtbot: QtBot, show: Open, supplier: UUID, workspace: Workspace) -> None:
    window = show("organisations", supplier)
    qtbot.keyClick(window.pages.canvas, Qt.Key.Key_Escape)
    assert not window.isVisible()
    workspace.records.save("organisations", supplier, {"phone": "08-1"})


def test_the_window_fits_a_small_screen_with_the_largest_text(show: Open, look: Look) -> None:
    window = show()
    usual = window.line.width()
    look.set_text_factor(2.0)
    QApplication.processEvents()
    assert window.minimumSizeHint().width() <= 1100
    assert window.line.width() < 2 * usual
