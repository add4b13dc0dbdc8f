"""On a person's page: the way to make nameless who has left, and nothing of it for others."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.panels.leaving import LeavingPanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.retention.erasure_dialog import ErasureDialog


@pytest.fixture
def panel(page_of: Callable[[str], RecordPage], workspace: Workspace) -> Callable[..., LeavingPanel]:
    def show(**values: str) -> LeavingPanel:
        person: UUID = workspace.records.add("people", {"name": "Anna Ek", **values})
        page = page_of("people")
        page.show_record(person)
        (found,) = page.findChildren(LeavingPanel)
        return found

    return show


@pytest.mark.parametrize(
    "values", [{}, {"left_on": "2026-12-31"}, {"left_on": "2020-06-30", "anonymised_on": "2021-01-01"}]
)
def test_others_are_left_alone(panel: Callable[..., LeavingPanel], values: dict[str, str]) -> None:
    assert panel(**values).isHidden()


def test_who_has_left_can_be_made_nameless(panel: Callable[..., LeavingPanel], qtbot: QtBot) -> None:
    shown = panel(left_on="2020-06-30")
    assert shown.told.text().startswith("Anna Ek har slutat.")
    qtbot.mouseClick(shown.anonymise, Qt.MouseButton.LeftButton)
    (question,) = shown.window().findChildren(ErasureDialog)
    question.close()
