"""What has changed in a period: chosen by days, register, person and step, and followed to the record."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.changes import Change, ChangeSet
from itadmin.services.workspace import Workspace
from itadmin.ui.history.overview import OverviewDialog
from itadmin.ui.session import Session
from itadmin.ui.widgets.combo_box import ComboBox


@pytest.fixture
def old_and_new(workspace: Workspace, system_id: UUID, clock: Any) -> UUID:
    """A month later two systems are changed in one step and one of them once more."""
    clock.move(days=30)
    other = workspace.records.add("systems", {"name": "Procapita"})
    both = tuple(Change("systems", key, {"area": None}, {"area": "Omsorg"}) for key in (system_id, other))
    workspace.records.apply(ChangeSet("Importerade 2 system", both))
    workspace.records.save("systems", system_id, {"lifecycle": "under_avveckling"})
    return other


@pytest.fixture
def overview(session: Session, old_and_new: UUID, parent: QWidget) -> OverviewDialog:
    dialog = OverviewDialog(session, parent)
    dialog.show()
    return dialog


@pytest.fixture
def choose(overview: OverviewDialog) -> Callable[[ComboBox, str], None]:
    def choosing(combo: ComboBox, text: str) -> None:
        combo.setCurrentIndex(combo.findText(text, Qt.MatchFlag.MatchStartsWith))
        combo.activated.emit(combo.currentIndex())

    return choosing


def rows(overview: OverviewDialog) -> list[tuple[str, str]]:
    model = overview.browser.table.model()
    return [(model.index(row, 0).data(), model.index(row, 2).data()) for row in range(model.rowCount())]


def words(overview: OverviewDialog) -> list[str]:
    return [label.text() for label in overview.browser.findChildren(QLabel)]


def test_the_last_week_is_shown_first(overview: OverviewDialog) -> None:
    assert overview.row.period.currentText() == "Senaste veckan"
    assert (overview.row.first.text(), overview.row.last.text()) == ("2026-12-15", "2026-12-22")
    assert overview.heading.text() == "2 poster har ändrats"
    assert rows(overview) == [("Lifecare", "ändrad"), ("Procapita", "ny")]
    assert "I drift  →  Under avveckling" in words(overview)
    assert "tomt  →  Omsorg" in words(overview)


def test_another_time_is_chosen_by_its_name_or_by_days(
    overview: OverviewDialog, choose: Callable[[ComboBox, str], None], qtbot: QtBot
) -> None:
    choose(overview.row.period, "I år")
    assert overview.row.first.text() == "2026-01-01"
    assert len(rows(overview)) > 2
    overview.row.last.clear()
    qtbot.keyClicks(overview.row.last, "30 nov 2026")
    qtbot.keyClick(overview.row.last, Qt.Key.Key_Return)
    assert overview.row.period.currentText() == "Valda dagar"
    assert ("Lifecare", "ny") in rows(overview)
    assert "Procapita" not in dict(rows(overview))


def test_a_day_that_cannot_be_read_changes_nothing(overview: OverviewDialog, qtbot: QtBot) -> None:
    before = rows(overview)
    overview.row.first.clear()
    qtbot.keyClicks(overview.row.first, "i morse")
    qtbot.keyClick(overview.row.first, Qt.Key.Key_Return)
    assert overview.heading.text() == "Skriv dagarna som åååå-mm-dd."
    assert rows(overview) == before
    assert overview.row.first.property("state") == "error"


def test_one_register_one_person_or_one_step_can_be_followed(
    overview: OverviewDialog, choose: Callable[[ComboBox, str], None]
) -> None:
    choose(overview.row.step, "Importerade 2 system")
    assert rows(overview) == [("Procapita", "ändrad"), ("Lifecare", "ändrad")]
    choose(overview.row.step, "Alla steg")
    choose(overview.row.who, "Kim Berg")
    assert len(rows(overview)) == 2
    choose(overview.row.register, "Personer")
    assert rows(overview) == []
    assert not overview.save.isEnabled()


def test_it_follows_what_is_done_meanwhile(
    overview: OverviewDialog, workspace: Workspace, system_id: UUID, qtbot: QtBot
) -> None:
    workspace.records.delete("systems", [system_id])
    qtbot.waitUntil(lambda: rows(overview)[0] == ("Lifecare", "borttagen"))


def test_enter_leads_to_the_record(
    overview: OverviewDialog, session: Session, system_id: UUID, old_and_new: UUID, qtbot: QtBot
) -> None:
    with qtbot.waitActive(overview):
        overview.activateWindow()
    overview.browser.table.setFocus()
    qtbot.keyClick(overview.browser.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(session.guide.record_wanted) as wanted:
        qtbot.keyClick(overview.browser.table, Qt.Key.Key_Return)
    assert wanted.args == ["systems", old_and_new]
    with qtbot.waitSignal(session.guide.record_wanted) as wanted:
        qtbot.mouseClick(overview.go, Qt.MouseButton.LeftButton)
    assert wanted.args == ["systems", old_and_new]
    assert overview.isVisible()


@pytest.mark.parametrize(
    ("name", "kind", "written"),
    [
        ("a.xlsx", "Excel (*.xlsx)", "a.xlsx"),
        ("a", "CSV (*.csv)", "a.csv"),
        ("a.pdf", "", "a.pdf"),
        ("a", "", "a.xlsx"),
    ],
)
def test_what_is_shown_is_saved_as_a_file(
    overview: OverviewDialog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    name: str,
    kind: str,
    written: str,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / name), kind))
    qtbot.mouseClick(overview.save, Qt.MouseButton.LeftButton)
    assert overview.said.text() == f"Sparat som {written}."
    assert (tmp_path / written).stat().st_size > 200


def test_a_file_that_cannot_be_written_is_said(
    overview: OverviewDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (tmp_path / "mapp.xlsx").mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "mapp.xlsx"), "Excel"))
    told: list[str] = []
    monkeypatch.setattr(
        "itadmin.ui.history.overview.show_known_error", lambda _parent, error: told.append(error.sentence)
    )
    qtbot.mouseClick(overview.save, Qt.MouseButton.LeftButton)
    assert told
    assert "är en mapp" in told[0]
