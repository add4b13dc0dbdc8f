"""The dialog of export, as it is worked with."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.domain.fields import Rows
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.ui.background import Background, Failed, Then, Work
from itadmin.ui.exporting.dialog import ExportDialog
from itadmin.ui.exporting.work import PAPER, Listed, Wish
from itadmin.ui.session import Session

Listing = Callable[..., Listed]
Choose = Callable[[str | Path], list[str]]


@pytest.fixture
def make(session: Session, listed: Listing, qtbot: QtBot) -> Callable[..., ExportDialog]:
    host = QWidget()
    qtbot.addWidget(host)

    def open_dialog(**parts: Any) -> ExportDialog:
        dialog = ExportDialog(session, listed(**parts), host)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    return open_dialog


def words(dialog: ExportDialog) -> str:
    return dialog.notice.accessibleName() if dialog.notice.isVisible() else ""


def test_it_begins_with_excel_all_rows_and_the_columns_of_the_list(make: Callable[..., ExportDialog]) -> None:
    dialog = make(sentence="I drift")
    assert dialog.wish() == Wish(".xlsx")
    assert dialog.which.button("all").text() == "Alla som listan visar (3)"
    assert dialog.which.button("all").accessibleDescription() == "I drift"
    assert not dialog.which.button("selected").isEnabled()
    assert dialog.focusWidget() is dialog.format.button(".xlsx")
    assert words(dialog) == ""


def test_columns_are_counted_as_the_file_has_them(make: Callable[..., ExportDialog]) -> None:
    columns = make().columns
    fields = REGISTERS["systems"].fields
    tables = sum(isinstance(field, Rows) for field in fields.values())
    assert columns.button("shown").text() == "Listans kolumner (2)"
    assert "inte har rum" in columns.button("shown").accessibleDescription()
    assert columns.button("every").text() == f"Alla uppgifter ({len(fields) - tables})"
    assert f"{tables} tabeller" in columns.button("every").accessibleDescription()


@pytest.mark.parametrize(("number", "only_selected"), [(1, False), (2, True)])
def test_several_marked_rows_are_proposed_first(
    make: Callable[..., ExportDialog], ids: tuple[UUID, ...], number: int, only_selected: bool
) -> None:
    dialog = make(selected=ids[:number])
    assert dialog.which.button("selected").isEnabled()
    assert dialog.wish().only_selected is only_selected


def test_a_paper_has_the_columns_of_the_list(make: Callable[..., ExportDialog], qtbot: QtBot) -> None:
    dialog = make()
    qtbot.mouseClick(dialog.columns.button("every"), Qt.MouseButton.LeftButton)
    assert dialog.wish() == Wish(".xlsx", every_field=True)
    dialog.format.choose(PAPER)
    assert dialog.wish() == Wish(PAPER)
    assert not dialog.columns.button("every").isEnabled()
    dialog.format.choose(".csv")
    assert dialog.columns.button("every").isEnabled()


def test_what_secrecy_may_cover_is_told_before_it_leaves(make: Callable[..., ExportDialog]) -> None:
    dialog = make(columns=("name", "placement"))
    assert words(dialog).startswith("Exporten innehåller uppgifter som kan omfattas av sekretess: Placering.")
    high = dialog.height()
    dialog = make()
    assert words(dialog) == ""
    assert dialog.height() < high
    dialog.columns.choose("every")
    assert "sekretess" in words(dialog)


def test_everything_is_reached_by_keyboard(make: Callable[..., ExportDialog], qtbot: QtBot, choose: Choose) -> None:
    dialog = make()
    proposed = choose("")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    assert dialog.wish().ending == ".csv"
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert proposed[1] == "CSV (*.csv)"
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not isValid(dialog) or not dialog.isVisible()


def test_the_file_is_written_where_the_user_says(
    make: Callable[..., ExportDialog], choose: Choose, opened: list[str], session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = make()
    proposed = choose(tmp_path / "ut" / "lista")
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert proposed == [str(session.workspace.path.parent / "System_2026-11-22.xlsx"), "Excel (*.xlsx)"]
    out = tmp_path / "ut" / "lista.xlsx"
    assert openpyxl.load_workbook(out).sheetnames == ["System"]
    assert words(dialog) == f"Klart. lista.xlsx ligger i {tmp_path / 'ut'}."
    assert dialog.close_button.text() == "Stäng"
    dialog.open_file.click()
    dialog.open_folder.click()
    assert opened == [str(out), str(out.parent)]


def test_the_format_of_last_time_is_proposed(make: Callable[..., ExportDialog], choose: Choose, tmp_path: Path) -> None:
    dialog = make()
    choose(tmp_path / "a.csv")
    dialog.format.choose(".csv")
    dialog.export.click()
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert make().wish().ending == ".csv"


def test_nothing_happens_when_no_place_is_chosen(
    make: Callable[..., ExportDialog], choose: Choose, tmp_path: Path
) -> None:
    dialog = make()
    choose("")
    before = set(tmp_path.iterdir())
    dialog.export.click()
    assert words(dialog) == ""
    assert set(tmp_path.iterdir()) == before


def test_a_register_is_never_written_over(
    make: Callable[..., ExportDialog], choose: Choose, session: Session, tmp_path: Path
) -> None:
    other = tmp_path / "annat.xlsx"
    other.write_bytes(session.workspace.file.content())
    before = other.read_bytes()
    dialog = make()
    choose(other)
    dialog.export.click()
    assert words(dialog).startswith("Det gick inte. ")
    assert dialog.export.isEnabled()
    assert other.read_bytes() == before


def test_what_did_not_fit_is_told(
    make: Callable[..., ExportDialog], choose: Choose, workspace: Workspace, ids: tuple[UUID, ...], tmp_path: Path
) -> None:
    workspace.records.save("systems", ids[0], {"note": "x" * 40_000})
    dialog = make(columns=("name", "note"))
    choose(tmp_path / "a.xlsx")
    dialog.export.click()
    assert "men allt fick inte plats. Anteckning för Ale är längre" in words(dialog)


def test_a_system_without_a_program_for_the_file_is_told(
    make: Callable[..., ExportDialog],
    choose: Choose,
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    said: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: said.append(sentence))
    dialog = make()
    choose(tmp_path / "a.csv")
    dialog.format.choose(".csv")
    dialog.export.click()
    dialog.open_file.click()
    assert said[-1].startswith("Datorn har inget program som visar")


class Waiting(Background):
    """Keeps the work until it is asked for."""

    def run(self, name: str, work: Work, then: Then, failed: Failed) -> None:
        self.name, self.asked = name, (work, then, failed)

    def go_on(self) -> None:
        work, then, failed = self.asked
        try:
            made = work()
        except KnownError as error:
            failed(error)
        else:
            then(made)


@pytest.fixture(params=[".xlsx", PAPER])
def begun(
    session: Session, listed: Listing, choose: Choose, tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest
) -> Any:
    """A dialog whose file is being made, and the work."""
    host, waiting = QWidget(), Waiting()
    qtbot.addWidget(host)
    dialog = ExportDialog(replace(session, background=waiting), listed(), host)
    dialog.show()
    choose(tmp_path / "a")
    dialog.format.choose(request.param)
    dialog.export.click()
    yield dialog, waiting
    waiting.close()


def test_while_the_file_is_made_it_is_told_and_nothing_can_be_changed(begun: Any, tmp_path: Path) -> None:
    dialog, waiting = begun
    assert dialog.told.isVisible()
    assert dialog.told.text() == "Filen skrivs …"
    assert not dialog.export.isEnabled()
    assert not dialog.format.isEnabled()
    waiting.go_on()
    assert not dialog.told.isVisible()
    assert dialog.export.isEnabled()
    assert list(tmp_path.glob("a.*"))


def test_closing_stops_the_work_and_writes_nothing(begun: Any, session: Session, tmp_path: Path) -> None:
    dialog, waiting = begun
    said: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: said.append(sentence))
    dialog.close_button.click()
    waiting.go_on()
    assert said == ["Avbrutet. Inget är ändrat."]
    assert not list(tmp_path.glob("a.*"))
