"""The buttons of lines about utbildningsplaner, pressed with the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from itadmin.services.training.making import from_template
from itadmin.services.training.plans import plan_of_system
from itadmin.ui.attention.page import StartPage
from itadmin.ui.attention.rows import FoldRow, LineRow
from itadmin.ui.session import Session
from itadmin.ui.training.making_dialog import MakingDialog

MISSING, OUTDATED, TO_BE_REVISED = "utan_utbildningsplan", "utbildningsplan_inaktuell", "plan_ska_revideras"

Pressed = Callable[[str], str]


@pytest.fixture
def pressed(page: StartPage, qtbot: QtBot) -> Pressed:
    """Press Enter on the row of a kind as soon as it is there; gives what its button said."""

    def place(kind: str) -> int | None:
        rows = ((number, page.model.row(number)) for number in range(page.model.rowCount()))
        found = (number for number, row in rows if isinstance(row, (LineRow, FoldRow)) and row.lines[0].kind == kind)
        return next(found, None)

    def press(kind: str) -> str:
        qtbot.waitUntil(lambda: place(kind) is not None)
        number = place(kind)
        assert number is not None
        page.view.stand_on(number)
        said = page.model.button(page.model.row(number))
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
        return str(said)

    return press


@pytest.fixture
def opened(session: Session) -> list[tuple[str, UUID]]:
    """The records that are asked for."""
    found: list[tuple[str, UUID]] = []
    session.guide.record_wanted.connect(lambda register, key: found.append((register, key)))
    return found


def add_system(session: Session, name: str = "Kvarnen") -> UUID:
    values = {"name": name, "lifecycle": "i_drift", "category": "verksamhetssystem"}
    return session.workspace.records.add("systems", values)


def add_plan(session: Session, system: UUID | None, **values: Any) -> UUID:
    about = {"title": "Plan", "version": "1.0", "status": "faststalld", "system": str(system) if system else None}
    return session.workspace.records.add("training_plans", {**about, **values})


def test_a_plan_is_made_for_a_system_that_has_none(page: StartPage, session: Session, pressed: Pressed) -> None:
    add_system(session)
    assert pressed(MISSING) == "Gör plan…"
    dialog = page.window().findChild(MakingDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()


def test_one_that_is_begun_is_gone_on_with(session: Session, pressed: Pressed, opened: list[tuple[str, UUID]]) -> None:
    made = from_template(session.reading(), session.workspace.records, [add_system(session)])
    session.workspace.records.apply(made.changes)
    assert pressed(MISSING) == "Öppna planen"
    assert opened == [("training_plans", made.plan_ids[0])]


def test_the_next_version_of_an_outdated_one_is_begun_once_and_gone_on_with(
    session: Session, pressed: Pressed, opened: list[tuple[str, UUID]], page: StartPage, qtbot: QtBot
) -> None:
    system = add_system(session)
    old = add_plan(session, system, adopted_on="2025-01-10")
    assert pressed(OUTDATED) == "Ny version"
    draft = plan_of_system(session.reading(), system).draft_id
    assert draft not in (None, old)
    assert opened == [("training_plans", draft)]
    qtbot.waitUntil(lambda: not page._gathering._is_stale)
    assert pressed(OUTDATED) == "Öppna planen"
    assert opened == [("training_plans", draft)] * 2


def test_a_plan_of_no_system_is_begun_anew_from_its_own_line(
    session: Session, pressed: Pressed, opened: list[tuple[str, UUID]]
) -> None:
    old = add_plan(session, None, kind="allman", adopted_on="2025-12-01")
    assert pressed(TO_BE_REVISED) == "Ny version"
    (following,) = session.reading().referring("training_plans", "replaces", old)
    assert opened == [("training_plans", following.record.id)]


def test_many_missing_ones_are_made_in_the_window_of_all(session: Session, pressed: Pressed) -> None:
    for number in range(12):
        add_system(session, f"Program {number:02}")
    commands: list[str] = []
    session.guide.command_wanted.connect(commands.append)
    assert pressed(MISSING) == "Åtgärda alla…"
    assert commands == ["training_coverage"]
