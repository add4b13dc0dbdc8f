"""The main job, as a user does it: the steps of `driftavtal.feature`."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTableView
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.ui.document.window import DocumentWindow
from itadmin.ui.panels.agreements.lacking import LackingPanel
from itadmin.ui.widgets.labels import ElidedLabel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("driftavtal.feature")

Table = Sequence[Sequence[str]]


@given("att programmet visar välkomstsidan")
def started(house: Any) -> None:
    house.start()


@when(parsers.parse('jag börjar ett register för "{kommun}"'))
def begin_register(house: Any, hands: Any, kommun: str) -> None:
    hands.choose(house.desk.welcome.owner.kommun, kommun)
    hands.press("Tomt")
    hands.press("Skapa filen och börja")
    assert house.bench.page.register.name == "systems"


@when(parsers.parse('jag lägger till systemet "{name}"'))
def add_system(house: Any, hands: Any, name: str) -> None:
    hands.press("Nytt system")
    hands.write(name)
    assert house.workspace.reading().named("systems", name) == house.bench.page.record.record_id


@when(parsers.parse('jag lägger till under "{section}" värdet'))
def unfold(hands: Any, section: str, datatable: Table) -> None:
    for label, value in datatable:
        hands.press(f"Lägg till i {section}")
        hands.pick(label)
        hands.write(value)


@when("jag går till och skriver")
def write_values(hands: Any, datatable: Table) -> None:
    for label, value in datatable:
        hands.go_to(label)
        hands.write(value)


@when(parsers.parse('jag trycker på "{name}"'))
def press(hands: Any, name: str) -> None:
    hands.press(name)


@then(parsers.parse('heter avtalet "{title}"'))
def agreement_is_called(house: Any, title: str) -> None:
    page = house.bench.page
    assert page.register.name == "agreements"
    assert house.workspace.reading().label("agreements", page.record.record_id) == title


def lacking(house: Any) -> list[str]:
    panel = house.bench.page.record.findChild(LackingPanel)
    labels = panel._body.findChildren(ElidedLabel)
    return [label.text() for label in labels if not label.text().startswith(("avsnitt", "Framsida"))]


@then("dokumentet saknar")
def lacks(house: Any, qtbot: Any, datatable: Table) -> None:
    qtbot.waitUntil(lambda: lacking(house) != [])
    assert lacking(house) == [row[0] for row in datatable]


@when(parsers.parse('jag väljer driftklass "{name}"'))
def choose_class(house: Any, hands: Any, name: str) -> None:
    hands.go_to("Driftklass")
    hands.write(name)
    agreement = house.workspace.reading().one("agreements", house.bench.page.record.record_id).record
    assert agreement.service_class == name[0]
    assert agreement.rto_hours is not None


@when(parsers.parse('jag fyller i "{label}" med "{value}"'))
def fill_in(hands: Any, qtbot: Any, label: str, value: str) -> None:
    hands.press(f"Fyll i {label}")
    hands.write(value)


@when(parsers.parse('jag fyller i kolumnen "{column}" för "{label}"'))
def fill_in_column(house: Any, hands: Any, column: str, label: str, datatable: Table) -> None:
    hands.press(f"Fyll i {label}")
    grid = house.bench.page.record.focusWidget()
    assert isinstance(grid, QTableView)
    titles = [grid.model().headerData(each, Qt.Orientation.Horizontal) for each in range(grid.model().columnCount())]
    for line, value in datatable:
        here = grid.currentIndex()
        for _step in range(int(line) - 1 - here.row()):
            hands.key(Qt.Key.Key_Down)
        for _step in range(titles.index(column) - here.column()):
            hands.key(Qt.Key.Key_Right)
        hands.write(value)
    hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@then("saknar dokumentet ingenting")
def lacks_nothing(house: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: lacking(house) == [])
    panel = house.bench.page.record.findChild(LackingPanel)
    assert "Allt som behövs för underskrift finns." in [label.text() for label in panel.findChildren(QLabel)]


@when(parsers.parse('jag skapar dokumentet som "{name}"'))
def make_paper(house: Any, hands: Any, qtbot: Any, save_as: Callable[[Path], None], tmp_path: Path, name: str) -> None:
    hands.press("Skapa dokument…")
    paper: DocumentWindow = house.papers[0]
    qtbot.waitUntil(lambda: paper.pages.page_count() > 0)
    save_as(tmp_path / name)
    hands.press("Skapa PDF")
    qtbot.waitUntil((tmp_path / name).exists)


@then(parsers.parse('är "{name}" ett färdigt dokument med titeln "{title}"'))
def is_final(tmp_path: Path, name: str, title: str) -> None:
    reader = PdfReader(BytesIO((tmp_path / name).read_bytes()))
    words = " ".join(page.extract_text() for page in reader.pages)
    assert reader.metadata is not None
    assert reader.metadata.title == title
    assert "UTKAST" not in words
    assert "Uppgift saknas" not in words


@then(parsers.parse('i "{name}" står "{words}"'))
def paper_says(tmp_path: Path, name: str, words: str) -> None:
    reader = PdfReader(BytesIO((tmp_path / name).read_bytes()))
    assert any(words in page.extract_text() for page in reader.pages)


@then(parsers.parse("jag har gjort högst {most:d} inmatningar"))
def few_inputs(hands: Any, most: int) -> None:
    assert len(hands.inputs) <= most, hands.inputs
