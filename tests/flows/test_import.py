"""From a kommun's own Excel list to the register: the steps of `import.feature`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.domain.registers import REGISTERS
from itadmin.services.display import field_text
from itadmin.ui.importing.dialog import ImportDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("import.feature")


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Say which file is to be opened or saved next."""

    def answer(path: Path) -> None:
        for method in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, method, lambda *_arguments: (str(path), "Excel (*.xlsx)"))

    return answer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def wizard() -> ImportDialog:
    return next(item for item in QApplication.topLevelWidgets() if isinstance(item, ImportDialog) and item.isVisible())


@given("ett tomt register öppet i fönstret")
def open_register(house: Any, hands: Any, register_path: Path) -> None:
    house.start(register_path)
    assert house.workspace.writable
    hands.rest()


@given(parsers.parse("en Excellista med rubrikerna på rad {row:d}"))
def make_list(folder: Path, row: int, datatable: list[list[str]]) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for number in range(1, row):
        sheet.append(["Våra system" if number == 1 else None])
    for cells in datatable:
        sheet.append([int(cell) if cell.isdecimal() else cell for cell in cells])
    book.save(folder / "lista.xlsx")


@when("jag trycker Ctrl+I och väljer listan")
def open_list(house: Any, hands: Any, folder: Path, choose: Callable[[Path], None]) -> None:
    _open(house, hands, folder / "lista.xlsx", choose)


@when("jag trycker Ctrl+I och väljer den rättade filen")
def open_mended(house: Any, hands: Any, folder: Path, choose: Callable[[Path], None]) -> None:
    _open(house, hands, folder / "rätta.xlsx", choose)


def _open(house: Any, hands: Any, path: Path, choose: Callable[[Path], None]) -> None:
    choose(path)
    shortcut(house, hands, "I")
    hands.press("Välj fil…")


@when(parsers.re('jag trycker "(?P<first>[^"]+)" och "(?P<second>[^"]+)"'))
def press_two(hands: Any, first: str, second: str) -> None:
    hands.press(first)
    hands.press(second)


@when(parsers.re('jag trycker "(?P<name>[^"]+)"'))
def press_one(hands: Any, name: str) -> None:
    hands.press(name)


@when(parsers.re("jag trycker Ctrl\\+(?P<key>[A-Z])$"))
def shortcut(house: Any, hands: Any, key: str) -> None:
    with house.qtbot.waitActive(house.window.frame):
        house.window.frame.activateWindow()
    house.bench.page.list.focus_table()
    hands.key(getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)


@when(parsers.parse('jag sparar raderna med problem och rättar "{wrong}" till "{right}"'))
def mend(hands: Any, folder: Path, choose: Callable[[Path], None], wrong: str, right: str) -> None:
    choose(folder / "rätta.xlsx")
    hands.press("Spara raderna med problem…")
    book = openpyxl.load_workbook(folder / "rätta.xlsx")
    (cell,) = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value == wrong]
    cell.value = int(right)
    book.save(folder / "rätta.xlsx")


@then(
    parsers.parse("visar granskningen {new:d} nya, {changed:d} ändrade, {same:d} oförändrade och {problems:d} problem")
)
def preview_shows(new: int, changed: int, same: int, problems: int) -> None:
    tabs = wizard().preview_page.tabs
    assert [int(tabs.tabText(place).split()[-1]) for place in range(4)] == [new, changed, same, problems]


@then(parsers.parse("registret har {systems:d} system och {people:d} personer"))
def register_has(house: Any, systems: int, people: int) -> None:
    reading = house.workspace.reading()
    assert (reading.count("systems"), reading.count("people")) == (systems, people)


@then(parsers.re('"(?P<name>[^"]+)" har "(?P<label>[^"]+)" "(?P<text>[^"]*)"'))
def record_says(house: Any, name: str, label: str, text: str) -> None:
    reading, register = house.workspace.reading(), REGISTERS["systems"]
    read = reading.one("systems", reading.named("systems", name))
    field = next(key for key, item in register.fields.items() if item.label == label)
    assert field_text(register, read, field) == text
