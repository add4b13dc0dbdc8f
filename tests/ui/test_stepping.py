"""Undo and redo in the window: what changed several records is shown first."""

from uuid import UUID
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.changes import Change, ChangeSet
from itadmin.services.bulk import plan
from itadmin.services.workspace import Workspace
from itadmin.ui.session import Session
from itadmin.ui.stepping import Stepping, changes_several

ONE, TWO, THREE = (UUID(int=number) for number in (1, 2, 3))


def change(register: str, record_id: UUID, *, new: bool = False) -> Change:
    return Change(register, record_id, None if new else {"name": "a"}, {"name": "b"})


@pytest.mark.parametrize(
    ("changes", "several"),
    [
        ((change("systems", ONE),), False),
        ((change("systems", ONE), change("systems", TWO)), True),
        ((change("systems", ONE, new=True), change("systems", TWO, new=True)), True),
        ((change("people", ONE, new=True), change("systems", TWO)), False),
        ((change("roles", ONE), change("roles", TWO, new=True)), False),
        ((change("roles", ONE), change("roles", TWO, new=True), change("roles", THREE, new=True)), True),
        ((), False),
    ],
)
def test_the_same_done_to_several_records_is_several(changes: tuple[Change, ...], several: bool) -> None:
    step = ChangeSet("Ett steg", changes)
    assert changes_several(step) is several
    assert changes_several(step.inverse("Åter")) is several


@pytest.fixture
def stepping(session: Session, qtbot: QtBot) -> Stepping:
    parent = QWidget()
    qtbot.addWidget(parent)
    return Stepping(session, parent)


@pytest.fixture
def systems(workspace: Workspace) -> list[UUID]:
    ids = [workspace.records.add("systems", {"name": name}) for name in "AB"]
    workspace.records.apply(plan(workspace.records, "systems", ids, {"area": "Skola"}).changes)
    return ids


def areas(workspace: Workspace, ids: list[UUID]) -> list[str]:
    return [read.record.area for read in workspace.reading().many("systems", ids).values()]


def test_a_wide_step_is_shown_and_taken_back_when_one_says_so(
    stepping: Stepping, workspace: Workspace, systems: list[UUID]
) -> None:
    stepping.undo()
    assert stepping.preview is not None
    assert stepping.preview.isVisible()
    assert stepping.preview.heading.text() == "Ångra: Ändrade 2 system: Område"
    assert areas(workspace, systems) == ["Skola", "Skola"]
    stepping.preview.accept()
    assert areas(workspace, systems) == ["", ""]
    stepping.redo()
    assert stepping.preview.heading.text() == "Gör om: Ändrade 2 system: Område"
    stepping.preview.accept()
    assert areas(workspace, systems) == ["Skola", "Skola"]


def test_leaving_the_preview_takes_nothing_back(stepping: Stepping, workspace: Workspace, systems: list[UUID]) -> None:
    stepping.undo()
    assert stepping.preview is not None
    stepping.preview.reject()
    assert areas(workspace, systems) == ["Skola", "Skola"]


def test_a_preview_does_not_keep_its_window(session: Session, systems: list[UUID]) -> None:
    """Else the window goes when the preview does, in the midst of it, and takes the preview with it once more."""
    window = QWidget()
    stepping = Stepping(session, window)
    stepping.undo()
    assert stepping.preview is not None
    stepping.preview.accept()
    stepping.redo()
    stepping.preview.reject()
    held = ref(window)
    del window, stepping
    assert held() is None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_step_of_one_record_is_taken_back_at_once(
    stepping: Stepping, workspace: Workspace, session: Session, qtbot: QtBot
) -> None:
    system = workspace.records.add("systems", {"name": "A"})
    workspace.records.save("systems", system, {"area": "Skola", "system_owner": {"function": "Skolchef"}})
    with qtbot.waitSignal(session.guide.said) as said:
        stepping.undo()
    assert said.args == ["Ångrade: Ändrade A", False]
    assert stepping.preview is None
    assert areas(workspace, [system]) == [""]
