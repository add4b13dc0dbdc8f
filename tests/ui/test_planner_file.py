"""Days saved as a calendar: asked for by name, written from a private copy, told of by number."""

import subprocess
import sys
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.calendar import Interval
from itadmin.services.planner.days import Dated, days_of
from itadmin.services.reading import Reading
from itadmin.ui.planner_file import PlannerFile
from itadmin.ui.session import Session
from itadmin.ui.window_work import WindowWork


def of_systems(reading: Reading) -> list[Dated]:
    within = Interval(reading.day, reading.day.replace(year=reading.day.year + 3))
    return [day for day in days_of(reading, within) if day.register == "systems"]


@pytest.mark.parametrize(
    ("ends", "said"), [(["2027-05-01"], "1 dag sparad i d.ics."), (["2027-05-01", "2028"], "2 dagar sparade i d.ics.")]
)
def test_days_are_written_where_one_says(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ends: list[str], said: str
) -> None:
    for number, end in enumerate(ends):
        session.workspace.records.add("systems", {"name": f"System {number}", "support_ends": end})
    asked: list[str] = []

    def choose(_parent: object, title: str, proposal: str, _kinds: str) -> tuple[str, str]:
        asked.extend((title, Path(proposal).name))
        return str(tmp_path / "d.ics"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    window = QWidget()
    qtbot.addWidget(window)
    work, told = WindowWork(session, window), list[str]()
    work.said.connect(told.append)
    PlannerFile(session, window, work).save("Systemens dagar", of_systems)
    calendar = Calendar.from_ical((tmp_path / "d.ics").read_bytes())
    assert (str(calendar["X-WR-CALNAME"]), len(calendar.walk("VEVENT"))) == ("Systemens dagar", len(ends))
    assert asked == ["Till kalendern", "Systemens-dagar.ics"]
    assert told == [said]


def test_what_writes_calendars_is_not_loaded_before_it_is_needed() -> None:
    code = f"import sys; sys.path[:] = {sys.path}; import itadmin.ui.planner_file; print('icalendar' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], check=True, timeout=60, capture_output=True, text=True)
    assert told.stdout == "False\n"
