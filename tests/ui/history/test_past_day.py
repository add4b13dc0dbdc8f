"""Choosing an earlier day, and seeing the register as it was."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.clock import Surroundings
from itadmin.ui.background import Background
from itadmin.ui.history.past_day import PastDayDialog, suggestions
from itadmin.ui.look.look import Look
from itadmin.ui.main_window import MainWindow
from itadmin.ui.opening import Opening
from itadmin.ui.register.value_row import ValueRow

MADE, TODAY = date(2026, 11, 22), date(2026, 12, 24)


@pytest.fixture
def dialog(look: Look, parent: QWidget) -> PastDayDialog:
    dialog = PastDayDialog(look, MADE, TODAY, parent)
    dialog.show()
    return dialog


def test_yesterday_is_proposed_and_enter_takes_it(dialog: PastDayDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert chosen.args == [date(2026, 12, 23)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-22", date(2026, 11, 22)),
        ("1 dec 2026", date(2026, 12, 1)),
        ("2026-12-24", TODAY),
        ("2026-11-21", None),
        ("2026-12-25", None),
        ("2026", None),
        ("i går", None),
        ("", None),
    ],
)
def test_only_days_when_the_register_was_there_can_be_chosen(
    dialog: PastDayDialog, text: str, day: date | None
) -> None:
    dialog.line.setText(text)
    assert dialog.day() == day
    assert dialog.show_day.isEnabled() is (day is not None)
    assert ("från 2026-11-22" in dialog.remark.text()) is (day is None)


def test_days_one_often_asks_about_are_one_press_away(dialog: PastDayDialog, qtbot: QtBot) -> None:
    offered = {button.text(): button for button in dialog.findChildren(QPushButton)}
    assert "för en vecka sedan" in offered
    assert "senaste årsskiftet" not in offered
    qtbot.mouseClick(offered["senaste månadsskiftet"], Qt.MouseButton.LeftButton)
    assert dialog.day() == date(2026, 11, 30)


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2028, 2, 29), date(2026, 3, 31)])
def test_what_is_suggested_lies_before_today(today: date) -> None:
    assert all(day < today for _word, day in suggestions(today))


@pytest.fixture
def opening(
    window: MainWindow, register_path: Path, around: Surroundings, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Opening]:
    """A register where Lifecare was renamed, got another owner and a twin, the day after it was made."""
    monkeypatch.setattr("itadmin.ui.opening.install_crash_handler", lambda: None)
    background = Background(at_once=True)
    opening = Opening(window, background, around)
    opening.open(register_path)
    records = opening.workspace.records
    system = records.add("systems", {"name": "Lifecare", "system_owner": {"function": "Socialchef"}})
    clock.move(days=1)
    records.save("systems", system, {"name": "Lifecare Omsorg", "system_owner": {"function": "Kommundirektör"}})
    records.add("systems", {"name": "Tvilling"})
    opening.bench.open_record("systems", system)
    yield opening
    opening.close()
    background.close()


def listed(opening: Opening) -> list[str]:
    table = opening.bench.page.list.table.model()
    return [table.index(row, 0).data() for row in range(table.rowCount())]


def test_the_register_is_shown_as_it_was_and_as_it_is_again(opening: Opening, window: MainWindow) -> None:
    assert listed(opening) == ["Lifecare Omsorg", "Tvilling"]
    opening.show_day(date(2026, 11, 22))
    assert listed(opening) == ["Lifecare"]
    assert window.frame.windowTitle() == "Bengtsfors kommun 2026-11-22 – itadmin"
    assert window.banner.accessibleName() == "Så såg registret ut 2026-11-22 · skrivskyddat"
    shown = opening.bench.page.record.record_id
    assert shown is not None
    read = opening.bench.session.reading().one("systems", shown)
    assert (read.label, read.holders["system_owner"].label) == ("Lifecare", "Socialchef")
    window.banner.acted.emit(None)
    assert listed(opening) == ["Lifecare Omsorg", "Tvilling"]
    assert not window.banner.isVisible()
    assert window.frame.windowTitle() == "Bengtsfors kommun – itadmin"
    assert opening.bench.page.record.record_id == shown


def test_nothing_can_be_changed_there(opening: Opening, window: MainWindow, qtbot: QtBot) -> None:
    opening.show_day(date(2026, 11, 22))
    for key in ("undo", "redo", "new", "copy", "edit", "save", "delete", "backups"):
        assert not window.commands[key].isEnabled(), key
    for key in ("history", "search", "filter", "past_day", "today", "changes"):
        assert window.commands[key].isEnabled(), key
    page = opening.bench.page
    assert not page.list.new_button.isVisible()
    page.list.focus_table()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Delete)
    page.record.edit_field("area")
    assert not any(row.is_editing for row in page.record.findChildren(ValueRow))
    assert listed(opening) == ["Lifecare"]


def test_what_was_being_written_is_saved_before(opening: Opening, window: MainWindow) -> None:
    page = opening.bench.page
    page.record.edit_field("area")
    row = next(row for row in page.record.findChildren(ValueRow) if row.name == "area")
    assert row.editor is not None
    row.editor.show_draft("Omsorg")
    opening.show_day(date(2026, 11, 23))
    shown = opening.bench.page.record.record_id
    assert shown is not None
    assert opening.bench.session.reading().one("systems", shown).record.area == "Omsorg"


def test_one_day_leads_to_another(opening: Opening, window: MainWindow, qtbot: QtBot) -> None:
    opening.show_day(date(2026, 11, 22))
    window.commands["past_day"].trigger()
    dialog = window.frame.findChild(PastDayDialog)
    assert dialog is not None
    dialog.line.setText("2026-11-23")
    qtbot.mouseClick(dialog.show_day, Qt.MouseButton.LeftButton)
    assert listed(opening) == ["Lifecare Omsorg", "Tvilling"]
    assert "2026-11-23" in window.frame.windowTitle()
    window.commands["today"].trigger()
    assert not window.commands["today"].isEnabled()
    assert window.commands["undo"].isEnabled()


def test_changes_go_on_where_one_left_after_having_looked_back(opening: Opening, window: MainWindow) -> None:
    opening.show_day(date(2026, 11, 22))
    opening.show_today()
    opening.workspace.records.add("systems", {"name": "Ännu ett"})
    assert listed(opening) == ["Lifecare Omsorg", "Tvilling", "Ännu ett"]
    window.commands["undo"].trigger()
    assert listed(opening) == ["Lifecare Omsorg", "Tvilling"]


def test_a_day_before_the_register_is_said_kindly(opening: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("itadmin.ui.opening.show_known_error", lambda _parent, error: told.append(error.sentence))
    opening.show_day(date(2020, 1, 1))
    assert told == ["Registret fanns inte 2020-01-01. Välj en dag från och med 2026-11-22."]
    assert listed(opening) == ["Lifecare Omsorg", "Tvilling"]
