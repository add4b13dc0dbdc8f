"""Export and printing by the commands of the window."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pypdfium2
import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.background import Background
from itadmin.ui.document.window import DocumentWindow
from itadmin.ui.exporting import commands as commands_module
from itadmin.ui.exporting.commands import listed_on
from itadmin.ui.exporting.dialog import ExportDialog
from itadmin.ui.main_window import MainWindow
from itadmin.ui.widgets.prose import plain_text
from itadmin.ui.workbench import Workbench


@pytest.fixture
def bench(window: MainWindow, workspace: Workspace, ids: tuple[UUID, ...]) -> Any:
    background = Background(at_once=True)
    made = Workbench(window, workspace, background)
    made.show_register("systems")
    yield made
    made.close()
    background.close()


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(commands_module, "print_folder", lambda: tmp_path / "utskrift")
    return tmp_path / "utskrift"


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path.read_bytes()) as document:
        return str(document[0].get_textpage().get_text_range())


def test_what_a_list_shows_is_told_with_all_chosen_columns(bench: Workbench, ids: tuple[UUID, ...]) -> None:
    listed = listed_on(bench.page)
    assert (listed.register.name, listed.number, listed.sentence) == ("systems", 3, "")
    assert listed.columns == listed.register.columns
    bench.page.list.words_changed.emit("ären")
    listed = listed_on(bench.page)
    assert (listed.number, listed.sentence) == (1, "System · ”ären”")


def test_the_command_opens_the_dialog_on_what_is_shown(window: MainWindow, bench: Workbench) -> None:
    window.commands["export"].trigger()
    (dialog,) = window.frame.findChildren(ExportDialog)
    assert dialog.windowTitle() == "Exportera system"
    dialog.reject()


def test_the_bar_over_several_marked_rows_leads_to_export(window: MainWindow, bench: Workbench) -> None:
    bench.page.list.table.selectAll()
    bench.page.side.bar.links["Exportera…"].click()
    (dialog,) = window.frame.findChildren(ExportDialog)
    assert dialog.wish().only_selected
    dialog.reject()


def test_printing_makes_a_paper_of_the_list(
    window: MainWindow, bench: Workbench, opened: list[str], folder: Path
) -> None:
    window.commands["print_list"].trigger()
    path = folder / "System_2026-11-22.pdf"
    assert opened == [str(path)]
    assert all(name in text_of(path) for name in ("Ale", "Lifecare", "Ärendet"))


def test_several_marked_rows_are_printed_alone(
    window: MainWindow, bench: Workbench, opened: list[str], folder: Path
) -> None:
    bench.page.list.table.selectRow(0)
    bench.page.list.table.selectionModel().select(
        bench.page.model.index(1, 0),
        bench.page.list.table.selectionModel().SelectionFlag.Select
        | bench.page.list.table.selectionModel().SelectionFlag.Rows,
    )
    window.commands["print_list"].trigger()
    text = text_of(Path(opened[0]))
    assert "Lifecare" in text
    assert "Ärendet" not in text


def test_what_cannot_be_printed_is_said(
    window: MainWindow, bench: Workbench, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write_text("en fil där mappen ska vara", encoding="utf-8")
    said: list[str] = []
    bench.session.guide.said.connect(lambda sentence, _undoable: said.append(sentence))
    window.commands["print_list"].trigger()
    assert len(said) == 1
    assert folder.read_text(encoding="utf-8") == "en fil där mappen ska vara"


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("open_register", "Systemförteckning"),
        ("internal_register", "Systemförteckning, intern,"),
        ("processing_register", "Registerförteckning"),
        ("records_description", "Beskrivning av allmänna handlingar"),
    ],
)
def test_a_paper_about_the_whole_file_is_made_from_the_menu(
    window: MainWindow, bench: Workbench, qtbot: QtBot, command: str, name: str
) -> None:
    window.commands[command].trigger()
    (paper,) = bench.windows.of(DocumentWindow)
    qtbot.waitUntil(paper.top.make.isEnabled)
    assert paper.windowTitle() == f"{name} för Bengtsfors kommun – itadmin"
    paper.close()


def test_what_a_paper_tells_as_unknown_can_be_filled_in_but_stops_nothing(
    window: MainWindow, bench: Workbench, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "register.pdf"
    record = workspace.records.add("systems", {"name": "Ekot", "lifecycle": "i_drift", "personal_data": True})
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.commands["processing_register"].trigger()
    (paper,) = bench.windows.of(DocumentWindow)

    def told() -> str:
        shown = paper.head.notice.shown()
        return plain_text(shown.prose) if shown else ""

    assert told().startswith("9 uppgifter saknas. Dokumentet kan skapas ändå")
    workspace.records.save("systems", record, {"retention": "två år"})
    assert told().startswith("8 uppgifter saknas.")
    paper.top.make.click()
    assert "två år" in text_of(path)
    paper.close()


def test_of_many_unknown_values_the_first_can_be_filled_in(
    window: MainWindow, bench: Workbench, workspace: Workspace
) -> None:
    values = {"lifecycle": "i_drift", "personal_data": True}
    ids = [workspace.records.add("systems", {"name": f"System {number:02}", **values}) for number in range(32)]
    window.commands["processing_register"].trigger()
    (paper,) = bench.windows.of(DocumentWindow)
    shown = paper.head.notice.shown()
    assert shown is not None
    assert plain_text(shown.prose).startswith(f"{9 * len(ids)} uppgifter saknas.")
    names = [label.text() for label in paper.needs.findChildren(QLabel)]
    assert ("System 29" in names, "System 30" in names) == (True, False)
    paper.close()
