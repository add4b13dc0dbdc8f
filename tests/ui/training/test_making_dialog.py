"""New plans in one step: from templates, like another plan, for one system or many, and who answers for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itadmin.services.reading import ListQuery
from itadmin.services.workspace import Workspace
from itadmin.ui.session import Session
from itadmin.ui.training.making_choices import OTHER_PLAN, USUAL
from itadmin.ui.training.making_dialog import MakingDialog

Make = Callable[..., MakingDialog]


@pytest.fixture
def systems(workspace: Workspace) -> list[UUID]:
    """Three verksamhetssystem in use, an e-tjänst, and one system that is only planned."""
    values = [("Alfa", "verksamhetssystem"), ("Beta", "verksamhetssystem"), ("Delta", "verksamhetssystem")]
    added = [
        workspace.records.add("systems", {"name": name, "lifecycle": "i_drift", "category": category})
        for name, category in [*values, ("Gamma", "e_tjanst")]
    ]
    workspace.records.add("systems", {"name": "Omega", "lifecycle": "planerad", "category": "verksamhetssystem"})
    return added


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> Make:
    def make(systems: Sequence[UUID] = (), **how: Any) -> MakingDialog:
        dialog = MakingDialog(session, systems, None, **how)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return make


def plans(workspace: Workspace) -> list[Any]:
    reading = workspace.reading()
    return [
        read.record for read in reading.many("training_plans", reading.keys("training_plans", ListQuery())).values()
    ]


def lines(dialog: MakingDialog) -> list[tuple[str, bool]]:
    items = [dialog.ticks.list.item(row) for row in range(dialog.ticks.list.count())]
    return [(item.text().partition(" – ")[0], item.checkState() is Qt.CheckState.Checked) for item in items]


def press_make(dialog: MakingDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.do_it, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_the_missing_ones_are_ticked_first(dialog: Make, systems: list[UUID]) -> None:
    shown = dialog()
    assert lines(shown) == [("Alfa", True), ("Beta", True), ("Delta", True), ("Gamma", False)]
    assert shown.ticks.number.text() == "3 av 4\u00a0system markerade"
    assert shown.do_it.text() == "Gör 3 planer"
    assert shown.like.currentData() == USUAL


def test_many_are_made_in_one_step_with_who_answers(
    dialog: Make, systems: list[UUID], workspace: Workspace, session: Session, qtbot: QtBot
) -> None:
    shown = dialog()
    shown.answering.setFocus()
    shown.answering._picker.setText("Digitaliseringsledare")
    with qtbot.waitSignal(session.guide.said) as said:
        press_make(shown, qtbot)
    assert said.args == ["Gjorde 3 utbildningsplaner från mall.", True]
    made = plans(workspace)
    assert {plan.title for plan in made} == {f"Utbildningsplan {name}" for name in ("Alfa", "Beta", "Delta")}
    assert {plan.responsible_function for plan in made} == {"Digitaliseringsledare"}
    assert all(workspace.reading().referring("training_modules", "plan", plan.id) for plan in made)
    workspace.undo.undo()
    assert plans(workspace) == []
    assert workspace.reading().count("training_modules") == 0


def test_ticks_are_turned_by_click_and_by_search(dialog: Make, systems: list[UUID], qtbot: QtBot) -> None:
    shown = dialog()
    shown.ticks.list.setCurrentRow(0)
    qtbot.keyClick(shown.ticks.list, Qt.Key.Key_Space)
    assert lines(shown)[0] == ("Alfa", False)
    qtbot.mouseClick(shown.ticks.none, Qt.MouseButton.LeftButton)
    assert not shown.do_it.isEnabled()
    shown.ticks.search.setText("amm")
    assert lines(shown) == [("Gamma", False)]
    qtbot.mouseClick(shown.ticks.every, Qt.MouseButton.LeftButton)
    shown.ticks.search.clear()
    assert lines(shown) == [("Alfa", False), ("Beta", False), ("Delta", False), ("Gamma", True)]
    assert shown.do_it.text() == "Gör planen"


def test_one_system_tells_its_template_and_opens_its_plan(
    dialog: Make, systems: list[UUID], workspace: Workspace, session: Session, qtbot: QtBot
) -> None:
    shown = dialog(systems[:1])
    assert lines(shown) == [("Alfa", True)]
    assert shown.windowTitle() == "Ny utbildningsplan för Alfa"
    assert not shown.ticks.isVisible()
    assert "moment (Säkerhetsregler i Alfa, " in shown.about.text()
    assert "slutanvändare" in shown.about.text()
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        press_make(shown, qtbot)
    (plan,) = plans(workspace)
    assert asked.args == ["training_plans", plan.id]


def test_another_template_is_told_and_used(
    dialog: Make, systems: list[UUID], workspace: Workspace, qtbot: QtBot
) -> None:
    shown = dialog(systems[:1])
    usual = shown.about.text()
    shown.like.setCurrentIndex(shown.like.findData("e_tjanst"))
    assert shown.about.text() != usual
    press_make(shown, qtbot)
    (plan,) = plans(workspace)
    assert plan.template == "e_tjanst"


def test_a_plan_is_copied_to_other_systems(
    dialog: Make, plan: Any, systems: list[UUID], workspace: Workspace, qtbot: QtBot
) -> None:
    shown = dialog(like=plan.id)
    assert shown.like.currentData() == OTHER_PLAN
    assert shown.about.text() == "2\u00a0moment (Fördjupning, Grundkurs) för slutanvändare, superanvändare."
    assert lines(shown) == [("Alfa", False), ("Beta", False), ("Delta", False), ("Gamma", False)]
    assert not shown.do_it.isEnabled()
    shown.ticks.list.item(1).setCheckState(Qt.CheckState.Checked)
    press_make(shown, qtbot)
    copy = next(each for each in plans(workspace) if each.system == systems[1])
    assert copy.title == "Utbildningsplan Beta"
    assert len(workspace.reading().referring("training_modules", "plan", copy.id)) == 2


def test_a_copy_without_a_plan_is_refused(
    dialog: Make, systems: list[UUID], workspace: Workspace, qtbot: QtBot
) -> None:
    shown = dialog(systems[:1], copying=True)
    assert shown.plan.isVisible()
    press_make(shown, qtbot)
    assert shown.isVisible()
    assert shown.fault.text() == "Välj vilken plan som ska kopieras."
    assert plans(workspace) == []


def test_a_system_with_a_plan_tells_why_it_gets_none(dialog: Make, plan: Any, systems: list[UUID]) -> None:
    shown = dialog([plan.system, systems[0]])
    assert [name for name, _ticked in lines(shown)] == ["Alfa", "Lifecare"]
    refused = shown.ticks.list.item(1)
    assert refused.text() == "Lifecare – Det finns redan en plan: Utbildningsplan Lifecare."
    assert not refused.flags() & Qt.ItemFlag.ItemIsUserCheckable


def test_all_have_a_plan(dialog: Make, plan: Any) -> None:
    shown = dialog()
    assert shown.ticks.list.count() == 0
    assert shown.ticks.number.text() == "Alla system har redan en utbildningsplan."
    assert not shown.do_it.isEnabled()
