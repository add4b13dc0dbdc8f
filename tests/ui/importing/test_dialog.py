"""The import wizard, as it is worked with."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.services.tables.reading import read_table
from itadmin.services.workspace import Workspace
from itadmin.ui.background import Background
from itadmin.ui.importing.dialog import COLUMNS, DONE, FILE, PREVIEW, ImportDialog
from itadmin.ui.importing.lines import CHANGED, HEADERS, NEW, PROBLEMS, UNCHANGED
from itadmin.ui.session import Session

pytestmark = pytest.mark.usefixtures("systems")

Save = Callable[..., Path]


def press(qtbot: QtBot, button: QPushButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def step(dialog: ImportDialog) -> int:
    return dialog.pages.currentIndex()


def cells(dialog: ImportDialog, state: str) -> list[list[str]]:
    model = dialog.preview_page.models[state]
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def said(dialog: ImportDialog) -> str:
    return dialog.notice.accessibleName() if dialog.notice.isVisible() else ""


@pytest.fixture
def previewed(dialog: ImportDialog, save: Save, qtbot: QtBot) -> ImportDialog:
    dialog.open_file(save())
    for _ in range(2):
        press(qtbot, dialog.forward)
    assert step(dialog) == PREVIEW
    return dialog


def test_what_the_program_makes_is_not_read_in(dialog: ImportDialog) -> None:
    offered = [dialog.file_page.register.itemText(place) for place in range(dialog.file_page.register.count())]
    assert "System" in offered
    assert not {register.plural for register in REGISTERS.values() if register.made_by_program} & set(offered)


def test_it_begins_with_choosing_a_file(dialog: ImportDialog) -> None:
    assert step(dialog) == FILE
    assert dialog.focusWidget() is dialog.file_page.choose
    assert not dialog.forward.isEnabled()
    assert not dialog.back.isVisible()
    assert dialog.trail.accessibleName() == "Steg 1 av 4: Välj fil"


def test_a_file_is_read_and_shown_for_what_it_is(
    dialog: ImportDialog, save: Save, choose: Callable[[Path], None], qtbot: QtBot
) -> None:
    people = [["Namn", "E-post", "Telefon"], ["Bo Alm", "bo@x.se", ""]]
    choose(save(System=[["Systemnamn"], ["Ale"]], Folk=people))
    press(qtbot, dialog.file_page.choose)
    page = dialog.file_page
    assert page.file.text() == "lista.xlsx"
    assert page.chosen_register.name == "people"
    assert [page.sheet.itemText(row) for row in range(page.sheet.count())] == ["System", "Folk"]
    assert (page.sheet.currentText(), page.heading.currentText()) == ("Folk", "Rad 1: Namn, E-post, Telefon")
    page.register.setCurrentText("System")
    assert (page.sheet.currentText(), page.heading.currentText()) == ("System", "Rad 1: Systemnamn")
    assert page.template.accessibleName() == "Spara en tom mall för system…"


@pytest.mark.parametrize(("content", "sentence"), [(b"", "är tom"), (b"PK\x03\x04x", "är skadad")])
def test_a_file_that_cannot_be_read_says_why(
    dialog: ImportDialog, tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "trasig.xlsx"
    path.write_bytes(content)
    dialog.open_file(path)
    assert sentence in said(dialog)
    assert step(dialog) == FILE
    assert not dialog.forward.isEnabled()


def test_columns_are_proposed_and_can_be_chosen(dialog: ImportDialog, save: Save, qtbot: QtBot) -> None:
    dialog.open_file(save())
    press(qtbot, dialog.forward)
    page = dialog.columns_page
    assert step(dialog) == COLUMNS
    assert page.columns() == {0: "name", 1: "supplier", 2: "system_owner", 3: "user_count"}
    assert page.told.text() == "4 av 5 kolumner tas med."
    assert page.combos[4].currentText() == "Tas inte med"
    assert page.combos[4].accessibleName() == "Ort läses in som"
    page.combos[4].setFocus()
    page.combos[4].setCurrentText("Leverantör")
    assert page.columns() == {0: "name", 2: "system_owner", 3: "user_count", 4: "supplier"}
    assert page.combos[1].currentText() == "Tas inte med"


def test_the_fields_stand_under_headings_with_the_usual_first(dialog: ImportDialog, save: Save, qtbot: QtBot) -> None:
    dialog.open_file(save())
    press(qtbot, dialog.forward)
    combo = dialog.columns_page.combos[4]
    offered = [combo.itemText(row) for row in range(combo.count())]
    model = combo.model()
    headings = [
        text for row, text in enumerate(offered) if not model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsEnabled
    ]
    assert headings == [
        "Vanliga", "Översikt", "Livscykel", "Roller", "Klassning", "Personuppgifter", "Drift och teknik",
        "Säkerhetskopiering", "Bedömning", "Dokument", "Övrigt",
    ]  # fmt: skip
    assert offered[:5] == ["Tas inte med", "Vanliga", "Namn", "Läge", "Systemägare"]
    assert offered[offered.index("Roller") + 1 : offered.index("Klassning")] == [
        "Ersättare", "Informationsägare", "Systemdriftsansvarig",
    ]  # fmt: skip
    assert len([text for text in offered if text == "Systemägare"]) == 1
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentText() == "Namn"
    qtbot.keyClicks(combo, "personu")
    assert dialog.columns_page.columns()[4] == "controller"


def test_columns_without_the_name_are_told(dialog: ImportDialog, save: Save, qtbot: QtBot) -> None:
    dialog.open_file(save())
    press(qtbot, dialog.forward)
    dialog.columns_page.combos[0].setCurrentIndex(0)
    press(qtbot, dialog.forward)
    assert step(dialog) == COLUMNS
    assert "har ingen kolumn för Namn" in said(dialog)


def test_the_same_headings_are_remembered(dialog: ImportDialog, save: Save, qtbot: QtBot) -> None:
    dialog.open_file(save())
    press(qtbot, dialog.forward)
    dialog.columns_page.combos[4].setCurrentText("Område")
    press(qtbot, dialog.forward)
    dialog.open_file(save("annan.xlsx"))
    press(qtbot, dialog.forward)
    assert dialog.columns_page.combos[4].currentText() == "Område"
    dialog.open_file(save("tredje.xlsx", Blad=[["Systemnamn", "Ort"], ["Ale", "Ed"]]))
    press(qtbot, dialog.forward)
    assert dialog.columns_page.combos[1].currentText() == "Tas inte med"


def test_the_preview_shows_what_would_change_and_writes_nothing(previewed: ImportDialog, workspace: Workspace) -> None:
    page = previewed.preview_page
    assert [page.tabs.tabText(place) for place in range(4)] == ["Nya  1", "Ändrade  1", "Oförändrade  1", "Problem  2"]
    assert page.shown() == PROBLEMS
    assert cells(previewed, NEW) == [["5", "Raindance", "Systemägare: Anna Ek", "Systemägare: ny person"]]
    assert cells(previewed, CHANGED) == [
        ["4", "Lifecare", "Systemägare", "tomt", "Socialchef", "tolkas som en funktion"],
        ["", "", "Leverantör", "tomt", "Nya AB", "ny organisation"],
        ["", "", "Antal användare", "310", "412", ""],
    ]
    assert cells(previewed, UNCHANGED) == [["7", "Ale"]]
    assert cells(previewed, PROBLEMS) == [
        ["6", "System utan namn", "Namn", "", "går inte in", "Namn saknas, så raden kan inte tas in."],
        ["5", "Raindance", "Antal användare", "ett 40-tal", "går in ändå", "Skriv ett helt tal, till exempel 120."],
    ]
    assert page.told.text() == "Dessutom läggs till: 1 organisation (Nya AB) och 1 person (Anna Ek)."
    assert page.detail.text() == "Namn · går inte in · Namn saknas, så raden kan inte tas in."
    assert previewed.told.text() == "Inget är skrivet ännu. En säkerhetskopia tas först."
    assert previewed.forward.text() == "Genomför 2 rader"
    assert workspace.reading().count("systems") == 2
    assert workspace.undo.state().undo.startswith("La till")


def test_tabs_follow_the_keyboard(previewed: ImportDialog, qtbot: QtBot) -> None:
    page = previewed.preview_page
    page.tabs.setFocus()
    for state in reversed(list(HEADERS)[:3]):
        qtbot.keyClick(page.tabs, Qt.Key.Key_Left)
        assert page.shown() == state
        assert page.tables[state].isVisible()
    table = page.tables[NEW]
    said_line = table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said_line == "Rad 5, Post Raindance, Uppgifter Systemägare: Anna Ek, Upplysning Systemägare: ny person"


def test_carrying_out_is_one_step_that_can_be_taken_back(
    previewed: ImportDialog, session: Session, workspace: Workspace, qtbot: QtBot
) -> None:
    heard: list[ChangeSet] = []
    workspace.listeners.append(lambda changes, _initiator: heard.append(changes))
    sentences: list[tuple[str, bool]] = []
    session.guide.said.connect(lambda text, undoable: sentences.append((text, undoable)))
    press(qtbot, previewed.forward)
    assert step(previewed) == DONE
    assert previewed.done_page.sentence.text() == "Inläst bland system: 1 ny post och 1 ändrad post."
    assert "1 rad lämnades ute och 1 cell gick inte att läsa." in previewed.done_page.more.text()
    assert "Säkerhetskopian bengtsfors" in previewed.done_page.more.text()
    assert workspace.reading().count("systems") == 3
    assert [changes.title for changes in heard] == ["Läste in 2 system ur lista.xlsx"]
    assert sentences == [("Läste in 2 system ur lista.xlsx.", True)]
    press(qtbot, previewed.done_page.undo)
    assert workspace.reading().count("systems") == 2
    assert previewed.done_page.sentence.text() == "Inläsningen är ångrad. Registret är som det var."
    assert not previewed.done_page.undo.isVisible()
    press(qtbot, previewed.forward)
    assert not isValid(previewed) or not previewed.isVisible()


@pytest.mark.parametrize("name", ["rätta.xlsx", "rätta.csv", "rätta"])
def test_what_did_not_go_in_can_be_saved(
    previewed: ImportDialog, choose: Callable[[Path], None], tmp_path: Path, name: str, qtbot: QtBot
) -> None:
    choose(tmp_path / name)
    press(qtbot, previewed.preview_page.save)
    path = tmp_path / (name if "." in name else f"{name}.xlsx")
    rows = read_table(path).sheets[0].rows
    assert [row.cells[0] for row in rows] == ["Systemnamn", "Raindance", None]
    assert f"{path.name} är sparad." in said(previewed)


def test_a_template_can_be_saved(
    dialog: ImportDialog, choose: Callable[[Path], None], tmp_path: Path, qtbot: QtBot
) -> None:
    choose(tmp_path / "mall.xlsx")
    dialog.file_page.register.setCurrentText(REGISTERS["people"].plural)
    press(qtbot, dialog.file_page.template)
    assert read_table(tmp_path / "mall.xlsx").sheets[0].rows[0].cells[:2] == ("Namn", "Befattning")


def test_a_template_that_cannot_be_written_says_why(
    dialog: ImportDialog, choose: Callable[[Path], None], tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "mall.xlsx"
    folder.mkdir()
    choose(folder)
    press(qtbot, dialog.file_page.template)
    assert "är en mapp" in said(dialog)


def test_nothing_to_change_leaves_nothing_to_do(dialog: ImportDialog, save: Save, qtbot: QtBot) -> None:
    dialog.open_file(save(Blad=[["Namn"], ["Ale"]]))
    for _ in range(2):
        press(qtbot, dialog.forward)
    assert not dialog.forward.isEnabled()
    assert dialog.preview_page.shown() == UNCHANGED
    press(qtbot, dialog.back)
    assert step(dialog) == COLUMNS
    press(qtbot, dialog.back)
    assert step(dialog) == FILE


def test_a_change_meanwhile_is_told_and_nothing_is_written(
    previewed: ImportDialog, workspace: Workspace, qtbot: QtBot
) -> None:
    lifecare = workspace.reading().named("systems", "Lifecare")
    workspace.records.save("systems", lifecare, {"user_count": 5})
    press(qtbot, previewed.forward)
    assert step(previewed) == PREVIEW
    assert "har ändrats av någon annan" in said(previewed)
    assert workspace.reading().count("systems") == 2


def test_work_can_be_stopped(dialog: ImportDialog, save: Save, qtbot: QtBot) -> None:
    background = Background()
    dialog._working._background = background
    try:
        dialog.open_file(save())
        qtbot.waitUntil(dialog.forward.isEnabled)
        press(qtbot, dialog.forward)
        press(qtbot, dialog.forward)
        assert not dialog.forward.isEnabled()
        press(qtbot, dialog.close_button)
        qtbot.waitUntil(dialog.pages.isEnabled)
        assert step(dialog) in (COLUMNS, PREVIEW)
        assert dialog.isVisible()
        press(qtbot, dialog.close_button)
        qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())
    finally:
        background.close()


def test_what_is_no_trouble_of_the_world_is_a_bug(
    dialog: ImportDialog, save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_path: Path) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr("itadmin.ui.importing.dialog.read_table", broken)
    with pytest.raises(ZeroDivisionError):
        dialog.open_file(save())


def test_trouble_after_closing_goes_to_the_status_row(session: Session, dialog: ImportDialog) -> None:
    sentences: list[str] = []
    session.guide.said.connect(lambda text, _undoable: sentences.append(text))
    dialog.reject()
    dialog._working.late.emit(KnownError("Disken är full."))
    assert sentences == ["Disken är full."]


@pytest.mark.parametrize(("name", "taken"), [("lista.xlsx", True), ("bild.png", False)])
def test_a_file_can_be_dropped(dialog: ImportDialog, save: Save, name: str, taken: bool) -> None:
    path = save(name if taken else "x.xlsx")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path if taken else path.with_name(name)))])
    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(dialog, enter)
    assert enter.isAccepted() is taken
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    if taken:
        QApplication.sendEvent(dialog, drop)
        assert dialog.file_page.file.text() == "lista.xlsx"
