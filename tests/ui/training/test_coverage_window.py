"""Which systems have a plan worth its name: shares and bars, what is asked for, and what is made from there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.services.training.coverage import coverage
from itadmin.services.training.making import from_template
from itadmin.services.training.versions import Adoption, adopt
from itadmin.services.workspace import Workspace
from itadmin.ui.exporting import overview_output
from itadmin.ui.session import Session
from itadmin.ui.training.coverage_models import SHARE
from itadmin.ui.training.coverage_window import CoverageWindow
from itadmin.ui.training.coverage_words import Wanted, coverage_overview
from itadmin.ui.training.making_dialog import MakingDialog
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.chip import ChipKind
from itadmin.ui.widgets.roles import Role

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
NBSP = "\u00a0"


@pytest.fixture
def systems(workspace: Workspace) -> dict[str, UUID]:
    """Two systems of Omsorg, one of Skola and one of no area; the e-tjänst needs no plan."""
    values = {
        "Alfa": ("Omsorg", "verksamhetssystem"),
        "Beta": ("Omsorg", "verksamhetssystem"),
        "Delta": ("Skola", "verksamhetssystem"),
        "Epsilon": (None, "verksamhetssystem"),
        "Gamma": ("Skola", "e_tjanst"),
    }
    return {
        name: workspace.records.add(
            "systems", {"name": name, "lifecycle": "i_drift", "category": category, "area": area}
        )
        for name, (area, category) in values.items()
    }


@pytest.fixture
def planned(workspace: Workspace, systems: dict[str, UUID]) -> dict[str, UUID]:
    """Alfa has a plan that holds, Beta one that no longer does, Delta a draft; Epsilon has none."""
    names = ["Alfa", "Beta", "Delta"]
    made = from_template(workspace.reading(), workspace.records, [systems[name] for name in names])
    workspace.records.apply(made.changes)
    plans = dict(zip(names, made.plan_ids, strict=True))
    for name, day in (("Alfa", date(2026, 9, 1)), ("Beta", date(2025, 9, 1))):
        adoption = Adoption(day, function="Systemägare")
        workspace.records.apply(adopt(workspace.reading(), workspace.records, plans[name], adoption))
    return plans


@pytest.fixture
def open_window(session: Session, qtbot: QtBot) -> Iterator[Callable[[], CoverageWindow]]:
    opened: list[CoverageWindow] = []

    def make() -> CoverageWindow:
        window = CoverageWindow(session)
        opened.append(window)
        window.resize(1360, 800)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield make
    for window in opened:
        if isValid(window):
            window.close()


def names(window: CoverageWindow) -> list[str]:
    return [system.name for system in window.systems.shown()]


def parts(window: CoverageWindow) -> list[tuple[str, str]]:
    model = window.parts.model()
    return [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]


def choose(window: CoverageWindow, *rows: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    window.systems.clearSelection()
    for row in rows:
        window.systems.selectionModel().select(window.systems.model().index(row, 0), flags.Select | flags.Rows)


def test_it_tells_the_whole_and_each_part(open_window: Callable[[], CoverageWindow], planned: dict[str, UUID]) -> None:
    window = open_window()
    assert window.told.text() == (
        f"1 av 4{NBSP}verksamhetssystem har en fastställd utbildningsplan som gäller. "
        "1 saknar plan, 1 har en inaktuell och 1 har ett utkast. "
        f"1{NBSP}annat system i drift behöver ingen plan."
    )
    assert parts(window) == [
        ("Alla verksamhetssystem", f"25{NBSP}%, 1 av 4"),
        ("Omsorg", f"50{NBSP}%, 1 av 2"),
        ("Skola", f"0{NBSP}%, 0 av 1"),
        ("Utan uppgift", f"0{NBSP}%, 0 av 1"),
    ]
    assert window.parts.model().index(1, 1).data(SHARE) == 5000
    assert window.parts.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        f"Alla verksamhetssystem: 25{NBSP}%, 1 av 4, saknas 1, inaktuell 1, utkast 1, gäller senare 0"
    )
    window.groupings.setCurrentIndex(2)
    assert parts(window)[1] == ("Bengtsfors kommun", f"25{NBSP}%, 1 av 4")


def test_the_systems_tell_their_state_and_why(
    open_window: Callable[[], CoverageWindow], planned: dict[str, UUID]
) -> None:
    window = open_window()
    model = window.systems.model()
    told = {model.index(row, 0).data(): model.index(row, 1).data() for row in range(model.rowCount())}
    assert told == {"Alfa": "Fastställd", "Beta": "Inaktuell", "Delta": "Utkast", "Epsilon": "Saknas"}
    assert "fastställd för mer än 12 månader sedan" in model.index(1, 6).data()
    assert model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Epsilon: Saknas. Utan uppgift."


def test_systems_that_need_none_are_not_missing_one_nor_counted_by_the_button(
    open_window: Callable[[], CoverageWindow], planned: dict[str, UUID]
) -> None:
    window = open_window()
    window.choices.others.setChecked(True)
    model = window.systems.model()
    gamma = model.index(names(window).index("Gamma"), 1)
    assert (gamma.data(), gamma.data(Role.CHIP)) == ("Behövs inte", ChipKind.PLAIN)
    assert gamma.data(Qt.ItemDataRole.AccessibleTextRole) == "Gamma: Behövs inte. Skola."
    assert window.making.many.text() == f"Gör 1{NBSP}plan som saknas…"
    window.systems.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert names(window)[-1] == "Gamma"
    printed = coverage_overview(coverage(window._session.reading()), (), "Område", window.systems.shown())
    assert [row[3] for row in printed.tables[1].rows][-1] == "Behövs inte"


def test_they_are_narrowed_by_state_area_words_and_others(
    open_window: Callable[[], CoverageWindow], planned: dict[str, UUID], qtbot: QtBot
) -> None:
    window = open_window()
    choices = window.choices
    choices.states.setCurrentIndex(choices.states.findText("Saknas"))
    assert names(window) == ["Epsilon"]
    choices.others.setChecked(True)
    assert names(window) == ["Epsilon"]
    choices.states.setCurrentIndex(0)
    assert names(window) == ["Alfa", "Beta", "Delta", "Epsilon", "Gamma"]
    choices.areas.setCurrentIndex(choices.areas.findText("Skola"))
    assert names(window) == ["Delta", "Gamma"]
    choices.search.setText("zeta")
    assert window.none_fit.isVisible()
    qtbot.mouseClick(window.none_fit._plain, Qt.MouseButton.LeftButton)
    assert names(window) == ["Alfa", "Beta", "Delta", "Epsilon", "Gamma"]


def test_enter_on_a_part_asks_for_its_systems(
    open_window: Callable[[], CoverageWindow], planned: dict[str, UUID], qtbot: QtBot
) -> None:
    window = open_window()
    window.parts.setFocus()
    window.parts.setCurrentIndex(window.parts.model().index(1, 0))
    qtbot.keyClick(window.parts, Qt.Key.Key_Return)
    assert names(window) == ["Alfa", "Beta"]
    assert window.systems.hasFocus()
    window.parts.setCurrentIndex(window.parts.model().index(0, 0))
    qtbot.keyClick(window.parts, Qt.Key.Key_Return)
    assert len(names(window)) == 4


def test_a_head_sorts_and_what_is_chosen_follows(
    open_window: Callable[[], CoverageWindow], planned: dict[str, UUID], qtbot: QtBot
) -> None:
    window = open_window()
    window.systems.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert names(window) == ["Epsilon", "Beta", "Delta", "Alfa"]
    current = window.systems.current()
    assert current is not None
    assert current.name == "Alfa"


def test_enter_opens_the_plan_or_the_system_without_one(
    open_window: Callable[[], CoverageWindow],
    planned: dict[str, UUID],
    systems: dict[str, UUID],
    session: Session,
    qtbot: QtBot,
) -> None:
    window = open_window()
    for row, expected in ((0, ["training_plans", planned["Alfa"]]), (3, ["systems", systems["Epsilon"]])):
        window.systems.setCurrentIndex(window.systems.model().index(row, 0))
        with qtbot.waitSignal(session.guide.record_wanted) as asked:
            qtbot.keyClick(window.systems, Qt.Key.Key_Return)
        assert asked.args == expected


def test_the_missing_ones_are_made_in_one_step_and_told(
    open_window: Callable[[], CoverageWindow], systems: dict[str, UUID], workspace: Workspace, qtbot: QtBot
) -> None:
    window = open_window()
    assert window.making.many.text() == f"Gör 4{NBSP}planer som saknas…"
    choose(window, 0, 2)
    assert window.making.many.text() == "Gör planer för 2 valda…"
    qtbot.mouseClick(window.making.many, Qt.MouseButton.LeftButton)
    dialog = window.findChild(MakingDialog)
    assert dialog is not None
    qtbot.mouseClick(dialog.do_it, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.making.many.text() == f"Gör 2{NBSP}planer som saknas…")
    assert window.status.said.text() == "Gjorde 2 utbildningsplaner från mall."
    with qtbot.waitActive(window):
        window.activateWindow()
    window.systems.setFocus()
    qtbot.keyClick(window.systems, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.making.many.text() == "Gör planer för 2 valda…")
    assert workspace.reading().count("training_plans") == 0


def test_who_needs_no_plan_is_offered_one_unticked(
    open_window: Callable[[], CoverageWindow], systems: dict[str, UUID], qtbot: QtBot
) -> None:
    window = open_window()
    window.choices.others.setChecked(True)
    qtbot.mouseClick(window.making.many, Qt.MouseButton.LeftButton)
    dialog = window.findChild(MakingDialog)
    assert dialog is not None
    assert dialog.ticks.list.count() == len(systems)
    assert set(dialog.ticks.chosen) == {each.system_id for each in window.systems.shown() if each.is_demanded}
    dialog.reject()


def test_the_system_that_one_stands_on_gets_its_own_plan(
    open_window: Callable[[], CoverageWindow],
    systems: dict[str, UUID],
    planned: dict[str, UUID],
    workspace: Workspace,
    qtbot: QtBot,
) -> None:
    window = open_window()
    window.systems.setCurrentIndex(window.systems.model().index(0, 0))
    assert not window.making.one.isEnabled()
    window.systems.setCurrentIndex(window.systems.model().index(3, 0))
    assert window.making.one.accessibleName() == "Gör plan för Epsilon…"
    qtbot.mouseClick(window.making.one, Qt.MouseButton.LeftButton)
    dialog = window.findChild(MakingDialog)
    assert dialog is not None
    assert dialog.ticks.chosen == [systems["Epsilon"]]
    dialog.reject()


def test_what_is_chosen_stays_chosen_when_the_register_changes(
    open_window: Callable[[], CoverageWindow], systems: dict[str, UUID], workspace: Workspace, qtbot: QtBot
) -> None:
    window = open_window()
    window.choices.others.setChecked(True)
    choose(window, 0, 1, 3)
    workspace.records.add("systems", {"name": "Aaron", "lifecycle": "i_drift", "category": "verksamhetssystem"})
    qtbot.waitUntil(lambda: names(window)[0] == "Aaron")
    assert {"Alfa", "Beta", "Epsilon"} <= {system.name for system in window.systems.chosen()}
    assert "Delta" not in {system.name for system in window.systems.chosen()}


def test_when_none_is_missing_nothing_is_to_be_made(
    open_window: Callable[[], CoverageWindow], workspace: Workspace, systems: dict[str, UUID]
) -> None:
    made = from_template(workspace.reading(), workspace.records, systems.values())
    workspace.records.apply(made.changes)
    window = open_window()
    assert not window.making.many.isEnabled()
    assert window.making.many.text() == "Gör planer…"


def test_plans_without_a_system_are_told_and_begun(
    open_window: Callable[[], CoverageWindow],
    systems: dict[str, UUID],
    workspace: Workspace,
    session: Session,
    qtbot: QtBot,
) -> None:
    window = open_window()
    begin = [each for each in window.general.findChildren(LinkButton) if each.text() == "Gör från mall"]
    assert len(begin) == 2
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        qtbot.mouseClick(begin[0], Qt.MouseButton.LeftButton)
    plan: Any = workspace.reading().one("training_plans", asked.args[1]).record
    assert plan.kind == "allman"
    qtbot.waitUntil(
        lambda: (
            len([b for b in window.general.findChildren(LinkButton) if b.isVisible() and b.text() == plan.title]) == 1
        )
    )


def test_nothing_in_use_is_told(open_window: Callable[[], CoverageWindow]) -> None:
    window = open_window()
    assert window.empty.isVisible()
    assert not window.told.isVisible()
    assert not window.save.isEnabled()


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".pdf"])
def test_it_is_saved_as_a_file(
    open_window: Callable[[], CoverageWindow],
    planned: dict[str, UUID],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    ending: str,
) -> None:
    path = tmp_path / f"tackning{ending}"
    monkeypatch.setattr(overview_output, "ask_save_place", lambda *_asked: path)
    window = open_window()
    qtbot.mouseClick(window.save, Qt.MouseButton.LeftButton)
    assert window.status.said.text() == f"Sparat som tackning{ending}."
    assert path.stat().st_size > 100


def test_the_file_has_the_parts_and_what_is_shown(workspace: Workspace, planned: dict[str, UUID]) -> None:
    found = coverage(workspace.reading())
    shown = [system for system in found.systems if Wanted(area="Omsorg").fits(system)]
    overview = coverage_overview(found, found.by_area, "Område", shown)
    by_part, systems = overview.tables
    assert [row[:3] for row in by_part.rows] == [
        ("Omsorg", 2, 5000),
        ("Skola", 1, 0),
        ("Utan uppgift", 1, 0),
        ("Summa", 4, 2500),
    ]
    assert [row[0] for row in systems.rows] == ["Alfa", "Beta"]
    assert by_part.columns[0].title == "Område"
