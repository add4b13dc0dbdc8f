"""The goals on the page of a styrande dokument."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from itadmin.services.goals import goal_of
from itadmin.ui.panels.goals.of_document import GoalsPanel
from itadmin.ui.register.elided_link import ElidedLink
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.session import Session

Add = Callable[..., UUID]


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> GoalsPanel:
    made = GoalsPanel(session)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    return made


def show(panel: GoalsPanel, policy: UUID) -> None:
    panel.show_read(panel.session.reading().one("steering_documents", policy))


def test_every_goal_stands_with_how_it_goes(panel: GoalsPanel, policy: UUID, goal: Add) -> None:
    goal()
    goal(wording="Alla vet vad som gäller.", area="samverkan", year=2024, measure=None, readings=[])
    show(panel, policy)
    words = {label.text() for label in panel.now.findChildren(QLabel)}
    assert panel.none.text() == "0 av 2 mål uppnådda, 1 efter"
    assert {"Efter", "På väg", "2024", "75\u00a0% av 100\u00a0%"} <= words
    links = [link.accessibleName() for link in panel.findChildren(ElidedLink)]
    assert links == ["Alla vet vad som gäller.", "Alla system har en systemägare."]


def test_a_goal_is_opened_with_a_click(
    session: Session, panel: GoalsPanel, policy: UUID, goal: Add, qtbot: QtBot
) -> None:
    key = goal()
    show(panel, policy)
    with qtbot.waitSignal(session.guide.record_wanted) as wanted:
        QTest.mouseClick(panel.findChildren(ElidedLink)[0], Qt.MouseButton.LeftButton)
    assert wanted.args == ["goals", key]


def test_all_that_is_counted_is_noted_as_one_step(session: Session, panel: GoalsPanel, policy: UUID, goal: Add) -> None:
    goals = [goal(), goal(target_percent=5000)]
    show(panel, policy)
    QTest.mouseClick(panel.note, Qt.MouseButton.LeftButton)
    assert [goal_of(session.reading(), key).readings[-1].percent for key in goals] == [7500, 7500]
    show(panel, policy)
    assert panel.note.isHidden()
    session.workspace.undo.undo()
    assert [len(goal_of(session.reading(), key).readings) for key in goals] == [1, 1]


def test_a_new_goal_is_of_the_document(session: Session, panel: GoalsPanel, qtbot: QtBot) -> None:
    draft = session.workspace.records.add("steering_documents", {"title": "IT-policy", "status": "utkast"})
    with qtbot.waitSignal(panel.link_changed) as link:
        show(panel, draft)
    assert link.args == ["Nytt mål …"]
    panel.follow_link()
    sheet = panel.findChildren(NewRecordDialog)[0]
    sheet.editors["wording"].show_plain("Alla kan logga in.")
    sheet.save()
    show(panel, draft)
    assert [link.accessibleName() for link in panel.findChildren(ElidedLink)] == ["Alla kan logga in."]


def test_what_is_adopted_is_followed_but_gets_no_new_goal(
    panel: GoalsPanel, policy: UUID, goal: Add, qtbot: QtBot
) -> None:
    goal()
    with qtbot.waitSignal(panel.link_changed) as link:
        show(panel, policy)
    assert link.args == [""]
    assert not panel.note.isHidden()


def test_of_what_is_replaced_nothing_is_noted_and_nothing_new_wanted(
    session: Session, panel: GoalsPanel, goal: Add, qtbot: QtBot
) -> None:
    old = session.workspace.records.add("steering_documents", {"title": "IT-policy", "status": "ersatt"})
    goal(document=str(old))
    with qtbot.waitSignal(panel.link_changed) as link:
        show(panel, old)
    assert link.args == [""]
    assert panel.note.isHidden()


@pytest.mark.parametrize(("kind", "is_shown"), [("policy", True), ("instruktion", False), (None, False)])
def test_without_goals_it_stands_where_there_usually_are_some(
    session: Session, panel: GoalsPanel, qtbot: QtBot, kind: str | None, is_shown: bool
) -> None:
    document = session.workspace.records.add("steering_documents", {"title": "Dokument", "kind": kind})
    with qtbot.waitSignal(panel.shown_changed) as shown:
        show(panel, document)
    assert shown.args == [is_shown]
    assert panel.none.text() == "Inget mål är satt."
