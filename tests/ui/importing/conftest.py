"""What tests of the import wizard share: files to read, the dialog, and where the user says that files lie."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.ui.importing.dialog import ImportDialog
from itadmin.ui.session import Session

LIST = (
    ["Våra system"],
    [],
    ["Systemnamn", "Lev.", "Ägare", "Antal anv", "Ort"],
    ["Lifecare", "Nya AB", "Socialchef", 412, "Åmål"],
    ["Raindance", "", "Anna Ek", "ett 40-tal", ""],
    ["", "", "", 3, ""],
    ["Ale", "", "", "", ""],
)


@pytest.fixture
def systems(workspace: Workspace) -> None:
    """Two of the systems of the list."""
    workspace.records.add("systems", {"name": "Lifecare", "user_count": 310})
    workspace.records.add("systems", {"name": "Ale"})


@pytest.fixture
def save(tmp_path: Path) -> Callable[..., Path]:
    """Saves sheets of rows as a workbook."""

    def make(name: str = "lista.xlsx", **sheets: Sequence[Sequence[Any]]) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for title, rows in (sheets or {"Blad1": LIST}).items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
        path = tmp_path / name
        book.save(path)
        return path

    return make


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> Iterator[ImportDialog]:
    host = QWidget()
    qtbot.addWidget(host)
    dialog = ImportDialog(session, REGISTERS["systems"], host)
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog
    host.close()


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | str], None]:
    """Call it with the file that the user chooses, to open or to save."""

    def answer(path: Path | str) -> None:
        for method in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, method, lambda *_arguments: (str(path), "Excel (*.xlsx)"))

    return answer
