"""What is done with a picture of time: files of every kind, the clipboard, the printer, and the days for a calendar."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from itadmin.services.timeline import View
from itadmin.ui.session import Session
from itadmin.ui.timeline import window as windows
from itadmin.ui.timeline.window import TimelineWindow


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    return lambda path: monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def days_menu(window: TimelineWindow, number: int) -> None:
    window.calendar.menu().actions()[number].trigger()


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf"])
def test_the_picture_is_saved_as_what_its_name_says(
    qtbot: QtBot, window: TimelineWindow, choose: Callable[[Path], None], tmp_path: Path, ending: str
) -> None:
    assert window.save.text() == "Spara bild eller PDF…"
    path = tmp_path / f"Avtalskalender{ending}"
    choose(path)
    qtbot.keyClick(window.chart, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(path.exists)
    assert window.said.text() == f"Sparat som Avtalskalender{ending}."
    if ending == ".png":
        assert QImage(str(path)).width() > 1000
    elif ending == ".svg":
        assert QSvgRenderer(str(path)).isValid()
    else:
        assert path.read_bytes().startswith(b"%PDF")


def test_the_picture_is_copied(qtbot: QtBot, window: TimelineWindow) -> None:
    qtbot.mouseClick(window.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().image().width() > 1000
    assert window.said.text() == "Bilden är kopierad."


def test_the_paper_is_handed_over_to_be_printed(qtbot: QtBot, window: TimelineWindow, opened: list[str]) -> None:
    qtbot.mouseClick(window.print_out, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].endswith("Avtalskalender_2026-11-22.pdf")


def test_nothing_is_written_when_no_place_is_chosen(window: TimelineWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    window.save_picture()
    days_menu(window, 0)
    assert window.said.text() == ""


def test_a_picture_of_too_many_rows_is_refused_in_words(
    window: TimelineWindow, choose: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(windows, "MOST_ROWS", 1)
    choose(tmp_path / "a.png")
    window.save_picture()
    assert window.said.text().startswith("Bilden skulle få 2 rader. Välj en grupp")
    assert not (tmp_path / "a.png").exists()


def test_a_place_that_cannot_be_written_is_told(
    window: TimelineWindow, choose: Callable[[Path], None], tmp_path: Path
) -> None:
    for ending in (".png", ".pdf"):
        (tmp_path / f"a{ending}").mkdir()
        choose(tmp_path / f"a{ending}")
        window.save_picture()
        assert window.said.text().endswith("är en mapp. Ange också filens namn.")
        window.said.setText("")


@pytest.mark.parametrize(("number", "wanted"), [(0, {"Support Kvarnen", "Support lön"}), (1, None)])
def test_the_days_that_are_shown_or_all_of_them_go_to_a_calendar(
    window: TimelineWindow, choose: Callable[[Path], None], tmp_path: Path, number: int, wanted: set[str] | None
) -> None:
    path = tmp_path / "dagar.ics"
    choose(path)
    days_menu(window, number)
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    titles = {str(event["SUMMARY"]).split(": ")[-1] for event in events}
    assert titles == wanted if wanted else titles > {"Support Kvarnen", "Support lön", "Städning"}
    assert window.said.text() == f"{len(events)} dagar sparade i dagar.ics."


def test_the_same_day_is_the_same_entry_each_time(
    window: TimelineWindow,
    choose: Callable[[Path], None],
    tmp_path: Path,
    session: Session,
    records: dict[str, UUID],
) -> None:
    contents = []
    for name in ("a.ics", "b.ics"):
        choose(tmp_path / name)
        days_menu(window, 0)
        contents.append((tmp_path / name).read_bytes())
        session.workspace.records.save("agreements", records["Support lön"], {"title": "Support för lön"})
    uids = [[str(event["UID"]) for event in Calendar.from_ical(each).walk("VEVENT")] for each in contents]
    assert uids[0] == uids[1]
    assert contents[0] != contents[1]


def test_the_roadmap_is_saved_too(window: TimelineWindow, choose: Callable[[Path], None], tmp_path: Path) -> None:
    window.controls.choose(View.ROADMAP)
    choose(tmp_path / "roadmap.pdf")
    window.save_picture()
    assert (tmp_path / "roadmap.pdf").read_bytes().startswith(b"%PDF")
