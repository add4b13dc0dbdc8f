"""What is promised is held against what is needed, at the agreement and at the system."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.panels.demand import NeedPanel, PromisePanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session

Page = Callable[[str], RecordPage]
Seen = Callable[[QWidget], list[str]]


@pytest.fixture
def agreement(workspace: Workspace, system_id: UUID) -> UUID:
    workspace.records.save("systems", system_id, {"rto_hours": 4})
    values = {"title": "Driftavtal Lifecare", "kind": "driftavtal", "status": "gallande", "systems": [str(system_id)]}
    return workspace.records.add("agreements", {**values, "rto_hours": 8})


LESS_HERE = "Avtalet lovar åter i drift inom 8\u00a0timmar, Lifecare behöver 4\u00a0timmar."
LESS_THERE = "Driftavtal Lifecare lovar åter i drift inom 8\u00a0timmar, systemet behöver 4\u00a0timmar."


def test_the_agreement_says_what_it_does_not_promise_and_leads_to_the_system(
    page_of: Page,
    workspace: Workspace,
    agreement: UUID,
    system_id: UUID,
    session: Session,
    seen: Seen,
    press: Callable[[QWidget, str], None],
    qtbot: QtBot,
) -> None:
    page = page_of("agreements")
    page.show_record(agreement)
    panel = page.findChild(PromisePanel)
    assert LESS_HERE in seen(panel)
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        press(panel, "Lifecare")
    assert asked.args == ["systems", system_id]
    workspace.records.save("agreements", agreement, {"rto_hours": 4})
    assert LESS_HERE not in seen(panel)
    assert "Avtalet lovar det som systemet behöver." in seen(panel)


def test_the_system_says_which_agreement_promises_too_little(
    page_of: Page, workspace: Workspace, agreement: UUID, system_id: UUID, seen: Seen
) -> None:
    page = page_of("systems")
    page.show_record(system_id)
    panel = page.findChild(NeedPanel)
    assert LESS_THERE in seen(panel)
    workspace.records.save("agreements", agreement, {"rto_hours": 2})
    assert not panel.isVisible()


@pytest.mark.parametrize("values", [{"kind": "licensavtal"}, {"status": "upphort"}, {"systems": []}])
def test_what_promises_nothing_of_it_is_not_held_against_anything(
    page_of: Page, workspace: Workspace, agreement: UUID, values: dict[str, object]
) -> None:
    workspace.records.save("agreements", agreement, values)
    page = page_of("agreements")
    page.show_record(agreement)
    assert not page.findChild(PromisePanel).isVisible()


def test_what_is_retired_needs_nothing(
    page_of: Page, workspace: Workspace, agreement: UUID, system_id: UUID, seen: Seen
) -> None:
    workspace.records.save("systems", system_id, {"lifecycle": "avvecklad"})
    page = page_of("systems")
    page.show_record(system_id)
    assert not page.findChild(NeedPanel).isVisible()
    other = page_of("agreements")
    other.show_record(agreement)
    assert not other.findChild(PromisePanel).isVisible()
