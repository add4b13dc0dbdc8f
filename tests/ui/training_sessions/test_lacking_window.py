"""*Vem saknar vad*: figures and people go together, and choices narrow both."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.domain.identifiers import municipality_id
from itadmin.services.training.who_lacks import By
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.session import Session
from itadmin.ui.sheet_table import SheetTable
from itadmin.ui.training_sessions.lacking_window import LackingWindow
from itadmin.ui.training_sessions.session_sheet import SessionSheet
from itadmin.ui.widgets.buttons import Button

Add = Callable[..., UUID]
OTHER = municipality_id("1438")


@dataclass(frozen=True)
class Known:
    """Two systems with a plan each, and Anna who has done one moment of two."""

    lifecare: UUID
    plan: UUID
    grund: UUID
    anna: UUID


@pytest.fixture
def known(session: Session, add: Add) -> Known:
    def plan(name: str, *titles: str) -> tuple[UUID, UUID, list[UUID]]:
        system = add("systems", name=name)
        made = add("training_plans", title=f"Plan {name}", kind="system", system=system, status="utkast", version="1.0")
        demands = [{"audience": "slutanvandare", "demand": "obligatorisk"}]
        modules = [
            add("training_modules", title=title, plan=made, demands=demands, valid_months=24) for title in titles
        ]
        adopted = {"status": "faststalld", "adopted_on": "2026-03-01", "revise_by": "2027-03-01"}
        session.workspace.records.save("training_plans", made, adopted)
        return system, made, modules

    lifecare, its_plan, modules = plan("Lifecare", "Grund", "Fördjupning")
    raindance, _plan, _modules = plan("Raindance", "Attest")
    anna = add("people", name="Anna Ek", organisation=session.reading().organisation_id)
    bo = add("people", name="Bo Lind", organisation=OTHER)
    for person, system in ((anna, lifecare), (anna, raindance), (bo, lifecare)):
        add("audience_members", audience="slutanvandare", person=person, system=system)
    add("training_participations", person=anna, module=modules[0], status="genomford", completed_on="2024-12-10")
    return Known(lifecare, its_plan, modules[0], anna)


@pytest.fixture
def open_window(qtbot: QtBot, session: Session, known: Known) -> Iterator[Callable[..., LackingWindow]]:
    del known
    made: list[LackingWindow] = []

    def make(register: str = "", record_id: UUID | None = None) -> LackingWindow:
        window = LackingWindow(session, register, record_id)
        made.append(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield make
    for window in made:
        if isValid(window):
            window.close()


def rows(table: SheetTable) -> list[list[str]]:
    sheet = table.sheet
    return [
        [str(sheet.index(row, column).data()) for column in range(sheet.columnCount())]
        for row in range(sheet.rowCount())
    ]


def people(window: LackingWindow) -> list[tuple[str, str]]:
    return [(row[0], row[3]) for row in rows(window.people)]


def test_it_tells_the_figures_and_who_lacks_what(open_window: Callable[..., LackingWindow]) -> None:
    window = open_window()
    assert window.told.text().replace("\N{NO-BREAK SPACE}", " ") == (
        "2 av 2 personer saknar något. Av 5 moment som ska vara genomförda är 1 det (20 %), 4 saknas. 1 går snart ut."
    )
    assert [row[:2] for row in rows(window.figures)] == [["Lifecare", "4"], ["Raindance", "1"], ["Alla", "5"]]
    assert people(window) == [
        ("Anna Ek", "Fördjupning"),
        ("Anna Ek", "Attest"),
        ("Bo Lind", "Grund"),
        ("Bo Lind", "Fördjupning"),
    ]
    assert window.people_told.text() == "4 rader, 1 valda."


def test_what_soon_goes_out_is_shown_when_asked_for(qtbot: QtBot, open_window: Callable[..., LackingWindow]) -> None:
    window = open_window()
    window.controls.soon.setFocus()
    qtbot.keyClick(window.controls.soon, Qt.Key.Key_Space)
    (soon,) = (row for row in rows(window.people) if row[6] == "Går snart ut")
    assert (soon[0], soon[3], soon[7]) == ("Anna Ek", "Grund", "2026-12-10")


def test_the_part_one_stands_on_narrows_the_people(qtbot: QtBot, open_window: Callable[..., LackingWindow]) -> None:
    window = open_window()
    window.figures.setFocus()
    qtbot.keyClick(window.figures, Qt.Key.Key_Up)
    assert people(window) == [("Anna Ek", "Attest")]
    assert window.people_told.text() == "1 rad för Raindance, 1 valda."


@pytest.mark.parametrize(
    ("by", "names"),
    [
        (By.MODULE, ["Attest", "Fördjupning", "Grund", "Alla"]),
        (By.AUDIENCE, ["Slutanvändare", "Alla"]),
        (By.MUNICIPALITY, ["Bengtsfors kommun", "Dals-Eds kommun", "Alla"]),
    ],
)
def test_figures_are_summed_as_one_likes(
    qtbot: QtBot, open_window: Callable[..., LackingWindow], by: By, names: list[str]
) -> None:
    window = open_window()
    window.controls.by.setFocus()
    while window.controls.grouping is not by:
        qtbot.keyClick(window.controls.by, Qt.Key.Key_Down)
    assert [row[0] for row in rows(window.figures)] == names


def test_choices_narrow_both(qtbot: QtBot, open_window: Callable[..., LackingWindow]) -> None:
    window = open_window()
    box = window.controls.boxes[By.MUNICIPALITY]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == "Bengtsfors kommun"
    assert {name for name, _title in people(window)} == {"Anna Ek"}
    assert rows(window.figures)[-1][1] == "3"


@pytest.mark.parametrize("register", ["systems", "training_plans"])
def test_it_begins_with_what_one_stands_on(
    open_window: Callable[..., LackingWindow], known: Known, register: str
) -> None:
    window = open_window(register, known.lifecare if register == "systems" else known.plan)
    assert window.controls.boxes[By.SYSTEM].currentText() == "Lifecare"
    assert {title for _name, title in people(window)} == {"Grund", "Fördjupning"}


def test_a_person_is_opened(
    qtbot: QtBot, open_window: Callable[..., LackingWindow], known: Known, opened_records: list[tuple[str, UUID]]
) -> None:
    window = open_window()
    window.people.setFocus()
    qtbot.keyClick(window.people, Qt.Key.Key_Return)
    assert opened_records == [("people", known.anna)]


def test_it_follows_the_register(
    qtbot: QtBot, session: Session, open_window: Callable[..., LackingWindow], known: Known, add: Add
) -> None:
    window = open_window("training_modules", known.grund)
    assert people(window) == [("Anna Ek", "Grund"), ("Bo Lind", "Grund")]
    window.controls.soon.setChecked(False)
    assert people(window) == [("Bo Lind", "Grund")]
    bo = session.reading().named("people", "Bo Lind")
    add("training_participations", person=bo, module=known.grund, status="genomford", completed_on="2026-11-01")
    qtbot.waitUntil(lambda: not people(window))
    assert window.people_told.text() == "Ingen saknar något."


def test_all_is_saved_for_excel(
    open_window: Callable[..., LackingWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    path = tmp_path / "saknar.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    window._save()
    book = load_workbook(path)
    assert book.sheetnames[:2] == ["Summor", "Personer"]
    told = [[cell.value for cell in row] for row in book["Personer"].iter_rows()]
    assert ["Bo Lind", "Dals-Eds kommun", "Lifecare", "Grund"] in [row[:4] for row in told]


def test_a_file_without_plans_says_what_to_do(qtbot: QtBot, session: Session) -> None:
    window = LackingWindow(session)
    with qtbot.waitExposed(window):
        window.show()
    assert window.empty.isVisible()
    assert not window.save.isEnabled()
    window.close()


def sheet_of(qtbot: QtBot, window: LackingWindow, rows_chosen: int) -> SessionSheet:
    """Choose the first rows with the keyboard, and ask to sign them up."""
    window.people.setFocus()
    for _row in range(rows_chosen - 1):
        qtbot.keyClick(window.people, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.mouseClick(window.sign_up, Qt.MouseButton.LeftButton)
    sheet = window.findChild(SessionSheet)
    assert sheet is not None
    return sheet


def test_those_who_are_chosen_are_signed_up_for_a_session_to_come(
    qtbot: QtBot, session: Session, open_window: Callable[..., LackingWindow], known: Known, add: Add
) -> None:
    course = {"modules": [known.grund], "seats": 1, "status": "oppet"}
    add("training_sessions", title="Förra", starts_on="2026-10-01", **course)
    add("training_sessions", title="Inställd", starts_on="2026-12-01", **{**course, "status": "installt"})
    wanted = add("training_sessions", title="Kurs", starts_on="2026-12-02", **course)
    window = open_window("training_modules", known.grund)
    window.controls.soon.setChecked(False)
    assert people(window) == [("Bo Lind", "Grund")]
    sheet = sheet_of(qtbot, window, 1)
    assert [row[0] for row in rows(sheet.table)] == ["Kurs"]
    assert sheet.accept_button.text() == "Anmäl 1 person"
    qtbot.mouseClick(sheet.accept_button, Qt.MouseButton.LeftButton)
    assert window.said.text() == "Kurs: 1 anmäld. Ctrl+Z ångrar."
    (part,) = session.reading().referring("training_participations", "session", wanted)
    assert part.labels[session.reading().named("people", "Bo Lind")] == "Bo Lind"
    qtbot.keyClick(window.people, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not session.reading().referring("training_participations", "session", wanted)


def test_where_no_session_gives_it_a_new_one_is_made(
    qtbot: QtBot, session: Session, open_window: Callable[..., LackingWindow]
) -> None:
    window = open_window()
    sheet = sheet_of(qtbot, window, 2)
    assert sheet.none.isVisible()
    assert not sheet.accept_button.isEnabled()
    qtbot.mouseClick(sheet.new_button, Qt.MouseButton.LeftButton)
    asked = sheet.findChild(NewRecordDialog)
    assert asked is not None
    (button,) = (button for button in asked.findChildren(Button) if button.text() == "Lägg till")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (made,) = session.reading().keys("training_sessions")
    assert session.reading().label("training_sessions", made) == "Fördjupning och Attest"
    assert window.said.text() == "Fördjupning och Attest: 1 anmäld. Ctrl+Z ångrar."
