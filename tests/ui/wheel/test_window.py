"""The window of årshjulet: ring and list go together, choices change both, and what is shown is what leaves it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.yearly_activities import YearlyActivity
from itadmin.services.planner.activities import REGISTER, shipped
from itadmin.services.planner.wheel import Group
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import LIGHT
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.session import Session
from itadmin.ui.wheel.window import WheelWindow

Records = dict[str, UUID]


@pytest.fixture
def records(session: Session) -> Records:
    """By name: an agreement with its last day of notice 2027-02-28, and a meeting on 10 December each year."""
    add = session.workspace.records.add
    agreement = {"title": "Support", "kind": "supportavtal", "status": "gallande", "starts_on": "2024-06-01"}
    terms = {"first_term_months": 36, "renewal_months": 12, "notice_months": 3}
    meeting = {"name": "IT-chefsgruppen", "kind": "mote", "starts_on": "2026-12-10", "repeats": "ar"}
    return {
        "Support": add("agreements", {**agreement, **terms}),
        "IT-chefsgruppen": add(REGISTER, {**meeting, "responsible": "Samordnare"}),
    }


@pytest.fixture
def window(qtbot: QtBot, session: Session, records: Records) -> Iterator[WheelWindow]:
    del records
    window = WheelWindow(session)
    window.resize(1400, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    if isValid(window):
        window.close()


@pytest.fixture
def opened_records(session: Session) -> list[tuple[str, UUID]]:
    found: list[tuple[str, UUID]] = []
    session.guide.record_wanted.connect(lambda register, record_id: found.append((register, record_id)))
    return found


@pytest.fixture
def said(session: Session) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    session.guide.said.connect(lambda sentence, undoable: found.append((sentence, undoable)))
    return found


def names(window: WheelWindow) -> list[str]:
    return [str(window.model.index(row, 2).data()) for row in range(window.model.rowCount())]


def stand_on(window: WheelWindow, name: str) -> None:
    window.table.setCurrentIndex(window.model.index(names(window).index(name), 0))


def only(qtbot: QtBot, window: WheelWindow, group: Group) -> None:
    for other, tick in window.controls.ticks.items():
        if tick.isChecked() != (other is group):
            qtbot.keyClick(tick, Qt.Key.Key_Space)


def test_it_begins_with_the_year_it_is_at_what_comes_next(window: WheelWindow) -> None:
    assert window.windowTitle() == "Årshjul 2026 – itadmin"
    assert window.told.text() == "Årshjul 2026: 2 möten och 11 aktiviteter."
    assert names(window)[window.ring.number] == "Planer och priser fastställs"
    assert window.table.currentIndex().row() == window.ring.number
    assert window.said.text().startswith("Den 1 november 2026 till den 30 november 2026. Plan: ")


def test_ring_and_list_go_together(qtbot: QtBot, window: WheelWindow) -> None:
    window.ring.setFocus()
    qtbot.keyClick(window.ring, Qt.Key.Key_End)
    assert names(window)[window.table.currentIndex().row()] == "IT-chefsgruppen"
    window.table.setFocus()
    qtbot.keyClick(window.table, Qt.Key.Key_Up)
    assert window.ring.number == window.table.currentIndex().row() == len(names(window)) - 2


def test_the_years_are_stepped_through(qtbot: QtBot, window: WheelWindow) -> None:
    assert not window.controls.back.isEnabled()
    qtbot.keyClick(window.table, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.windowTitle() == "Årshjul 2027 – itadmin"
    assert "Support" in names(window)
    qtbot.mouseClick(window.controls.after, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.controls.back, Qt.MouseButton.LeftButton)
    assert window.windowTitle() == "Årshjul 2026 – itadmin"
    qtbot.keyClick(window.table, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.controls.shown_year.text() == "2025"


@pytest.mark.parametrize(("years", "end"), [(-500, "1900"), (9000, "9999")])
def test_the_calendar_has_its_ends(window: WheelWindow, years: int, end: str) -> None:
    window.controls.step(years)
    assert window.controls.shown_year.text() == end
    assert (window.controls.before.isEnabled(), window.controls.after.isEnabled()) == (years > 0, years < 0)


def test_only_what_is_ticked_and_whose_is_shown(qtbot: QtBot, window: WheelWindow) -> None:
    only(qtbot, window, Group.MEETINGS)
    assert names(window) == ["IT-rådet prioriterar", "IT-chefsgruppen"]
    qtbot.keyClicks(window.controls.responsible, "Samordnare")
    assert names(window) == ["IT-chefsgruppen"]
    window.controls.step(1)
    assert window.controls.responsible.currentText() == "Samordnare"
    qtbot.keyClick(window.controls.ticks[Group.MEETINGS], Qt.Key.Key_Space)
    assert names(window) == []
    assert window.ring.number == -1
    assert window.told.text() == "Årshjul 2027: inget att visa."


def test_enter_opens_the_record_and_a_proposal_says_how(
    qtbot: QtBot, window: WheelWindow, records: Records, opened_records: list[tuple[str, UUID]]
) -> None:
    stand_on(window, "IT-chefsgruppen")
    qtbot.keyClick(window.table, Qt.Key.Key_Return)
    assert opened_records == [(REGISTER, records["IT-chefsgruppen"])]
    assert not window.change.isEnabled()
    stand_on(window, "Klassning och riskanalys")
    qtbot.keyClick(window.table, Qt.Key.Key_Return)
    assert len(opened_records) == 1
    assert window.said.text().startswith("Det är ett förslag som följer med programmet.")
    assert window.change.isEnabled()


def test_a_proposal_is_made_ones_own_and_opened(
    qtbot: QtBot,
    window: WheelWindow,
    session: Session,
    opened_records: list[tuple[str, UUID]],
    said: list[tuple[str, bool]],
) -> None:
    stand_on(window, "Klassning och riskanalys")
    qtbot.mouseClick(window.change, Qt.MouseButton.LeftButton)
    ((register, record_id),) = opened_records
    record = session.reading().one(register, record_id).record
    assert isinstance(record, YearlyActivity)
    assert (record.shipped_key, record.name) == ("klassning", "Klassning och riskanalys")
    assert said == [("La in årshjulets aktiviteter.", True)]
    session.workspace.records.save(REGISTER, record_id, {"hidden": True})
    qtbot.waitUntil(lambda: "Klassning och riskanalys" not in names(window))


def test_all_proposals_are_taken_in_as_one_step(qtbot: QtBot, window: WheelWindow, session: Session) -> None:
    before = names(window)
    qtbot.mouseClick(window.take_in, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.take_in.isVisible())
    assert names(window) == before
    assert len(session.reading().keys(REGISTER)) == len(shipped()) + 1


def test_a_new_activity_is_asked_for_and_shown(qtbot: QtBot, window: WheelWindow, said: list[tuple[str, bool]]) -> None:
    qtbot.mouseClick(window.add, Qt.MouseButton.LeftButton)
    (sheet,) = window.findChildren(NewRecordDialog)
    assert sheet.register is REGISTERS[REGISTER]
    sheet.carry_out({"name": "Stormöte", "kind": "mote", "starts_on": "2026-12-17"})
    sheet.close()
    qtbot.waitUntil(lambda: "Stormöte" in names(window))
    assert said == [("Aktivitet tillagd.", True)]


def test_it_stays_where_one_was_when_the_register_changes(
    qtbot: QtBot, window: WheelWindow, session: Session, records: Records
) -> None:
    stand_on(window, "IT-chefsgruppen")
    session.workspace.records.save(REGISTER, records["IT-chefsgruppen"], {"starts_on": "2026-03-10"})
    qtbot.waitUntil(lambda: names(window).index("IT-chefsgruppen") < 8)
    assert names(window)[window.ring.number] == "IT-chefsgruppen"


def test_in_contrast_mode_the_legend_has_only_what_can_be_told_apart(
    window: WheelWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Budget" in window.legend.accessibleName()
    monkeypatch.setattr(Look, "tokens", replace(LIGHT, contrast=True))
    session.look.changed.emit()
    assert window.legend.accessibleName() == "Teckenförklaring: Möten"


@pytest.mark.parametrize(
    ("size", "way"), [((1400, 800), Qt.Orientation.Horizontal), ((800, 900), Qt.Orientation.Vertical)]
)
def test_the_list_goes_below_in_a_window_that_stands(
    window: WheelWindow, size: tuple[int, int], way: Qt.Orientation
) -> None:
    window.resize(*size)
    assert window.has_room_beside() is (way is Qt.Orientation.Horizontal)


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf"])
def test_the_year_is_saved_as_what_its_name_says(
    window: WheelWindow, choose: Callable[[Path], None], tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"hjul{ending}"
    choose(path)
    window.save_picture()
    assert window.said.text() == f"Sparat som hjul{ending}."
    assert path.read_bytes()[:4] in (b"\x89PNG", b"<?xm", b"%PDF")


@pytest.mark.parametrize(("number", "wanted"), [(0, {"IT-rådet prioriterar", "IT-chefsgruppen"}), (1, None)])
def test_the_days_that_are_shown_or_all_of_them_go_to_a_calendar(
    qtbot: QtBot,
    window: WheelWindow,
    choose: Callable[[Path], None],
    tmp_path: Path,
    number: int,
    wanted: set[str] | None,
) -> None:
    only(qtbot, window, Group.MEETINGS)
    choose(tmp_path / "dagar.ics")
    window.calendar.menu().actions()[number].trigger()
    events = Calendar.from_ical((tmp_path / "dagar.ics").read_bytes()).walk("VEVENT")
    titles = {str(event["SUMMARY"]) for event in events}
    assert titles == wanted if wanted else len(events) == 13
    assert len({str(event["UID"]) for event in events}) == len(events)


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    return lambda path: monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
