"""The page of a goal: the sentence, the chart with its table, and what is done with mouse and keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from itadmin.domain.calculations.goals import Measured
from itadmin.domain.views import ListView
from itadmin.services.goals import goal_of
from itadmin.ui.panels.goals import measure
from itadmin.ui.panels.goals.measure import MeasurePanel
from itadmin.ui.session import Session

Add = Callable[..., UUID]


@pytest.fixture
def shown(session: Session, qtbot: QtBot) -> Callable[[UUID], MeasurePanel]:
    def show(key: UUID) -> MeasurePanel:
        panel = MeasurePanel(session)
        qtbot.addWidget(panel)
        panel.resize(700, 500)
        panel.show_read(session.reading().one("goals", key))
        return panel

    return show


def words_of(panel: MeasurePanel) -> list[str]:
    return [label.text() for label in panel.table.findChildren(QLabel) if label.isVisible()]


def test_it_says_how_far_the_goal_has_come(goal: Add, shown: Callable[[UUID], MeasurePanel]) -> None:
    panel = shown(goal())
    assert panel.sentence.text() == "3 av 4 system i drift har en systemägare – 75\u00a0%; målet är 100\u00a0% år 2028."
    assert panel.bar.accessibleName() == "75\u00a0% av 100\u00a0%"
    assert panel.chart.isVisible()
    told = (
        "Utfall över tid: den 31 december 2025 50\u00a0%; den 22 november 2026 75\u00a0%; målet är 100\u00a0% år 2028."
    )
    assert panel.chart.accessibleName() == told


def test_the_chart_can_be_read_as_a_table(goal: Add, shown: Callable[[UUID], MeasurePanel]) -> None:
    panel = shown(goal())
    QTest.mouseClick(panel.table._link, Qt.MouseButton.LeftButton)
    assert words_of(panel) == [
        *("Dag", "2026-11-22", "2025-12-31"),
        *("Utfall", "75\u00a0%", "50\u00a0%"),
        *("Hur det är känt", "Räknat i dag", "Avläst"),
    ]


def test_the_value_of_today_is_noted_with_the_keyboard_and_can_be_undone(
    session: Session, goal: Add, shown: Callable[[UUID], MeasurePanel], qtbot: QtBot
) -> None:
    key = goal()
    panel = shown(key)
    panel.note.setFocus()
    with qtbot.waitSignal(session.guide.said) as said:
        QTest.keyClick(panel.note, Qt.Key.Key_Space)
    assert said.args == ["Dagens värde är noterat.", True]
    assert goal_of(session.reading(), key).readings[-1] == Measured(date(2026, 11, 22), 7500)
    with qtbot.waitSignal(session.guide.said) as said:
        panel.note.click()
    assert said.args == ["Dagens värde är redan noterat.", False]
    session.workspace.undo.undo()
    assert len(goal_of(session.reading(), key).readings) == 1


def test_the_systems_that_are_left_are_opened_as_a_list(
    session: Session, goal: Add, shown: Callable[[UUID], MeasurePanel], qtbot: QtBot
) -> None:
    panel = shown(goal())
    assert panel.left.text() == "Visa systemet som återstår"
    with qtbot.waitSignal(session.guide.list_wanted) as wanted:
        QTest.mouseClick(panel.left, Qt.MouseButton.LeftButton)
    register, view = wanted.args
    assert register == "systems"
    assert isinstance(view, ListView)
    assert view.findings == ("utan_systemagare",)


@pytest.mark.parametrize(
    ("values", "has_bar", "has_chart"),
    [
        ({"measure": None}, True, False),
        ({"measure": None, "readings": []}, False, False),
        ({"measure": "andel_pub", "readings": []}, False, False),
        ({"readings": []}, True, False),
    ],
)
def test_what_there_is_nothing_of_is_left_out(
    goal: Add, shown: Callable[[UUID], MeasurePanel], values: dict[str, Any], has_bar: bool, has_chart: bool
) -> None:
    panel = shown(goal(**values))
    assert (not panel.bar.isHidden(), not panel.chart.isHidden()) == (has_bar, has_chart)
    assert panel.note.isHidden() == (values.get("measure", "andel_systemagare") != "andel_systemagare")


def test_past_quarters_are_worked_out_when_they_are_asked_for(
    monkeypatch: pytest.MonkeyPatch, goal: Add, shown: Callable[[UUID], MeasurePanel]
) -> None:
    past = (Measured(date(2026, 6, 30), 2500), Measured(date(2026, 9, 30), 5000))
    monkeypatch.setattr(measure, "past_quarters", lambda _workspace: (date(2026, 6, 30), date(2026, 9, 30)))
    monkeypatch.setattr(measure, "measured_later", lambda _workspace, _measure: lambda: past)
    panel = shown(goal())
    assert panel.legend.isHidden()
    QTest.mouseClick(panel.past, Qt.MouseButton.LeftButton)
    assert not panel.legend.isHidden()
    assert panel.past.isHidden()
    panel.table._link.click()
    assert "Räknat ur registrets historik" in words_of(panel)
    assert "den 30 juni 2026 25\u00a0%" in panel.chart.accessibleName()


def test_what_was_worked_out_is_of_the_goal_that_is_shown(
    monkeypatch: pytest.MonkeyPatch, session: Session, goal: Add, shown: Callable[[UUID], MeasurePanel]
) -> None:
    past = (Measured(date(2026, 9, 30), 5000),)
    monkeypatch.setattr(measure, "past_quarters", lambda _workspace: (date(2026, 9, 30),))
    monkeypatch.setattr(measure, "measured_later", lambda _workspace, _measure: lambda: past)
    first, second = goal(), goal(measure="andel_klassade")
    panel = shown(first)
    panel.past.click()
    panel.show_read(session.reading().one("goals", second))
    assert "september" not in panel.chart.accessibleName()
    panel._on_worked_out((first, "andel_systemagare"), past)
    assert "september" not in panel.chart.accessibleName()


def test_a_register_that_is_new_has_no_past_quarters(goal: Add, shown: Callable[[UUID], MeasurePanel]) -> None:
    assert shown(goal()).past.isHidden()


def test_it_is_away_on_a_goal_in_the_bin(session: Session, goal: Add, shown: Callable[[UUID], MeasurePanel]) -> None:
    key = goal()
    session.workspace.records.delete("goals", [key])
    assert shown(key).isHidden()
