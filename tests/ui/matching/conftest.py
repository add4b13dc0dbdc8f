"""Systems of several kommuner in one file, and the window that asks about them."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.matching.window import MatchingWindow
from itadmin.ui.session import Session


@pytest.fixture
def system(workspace: Workspace, received: Callable[..., UUID]) -> Callable[..., UUID]:
    """Adds a system of a kommun, Bengtsfors unless said."""

    def add(name: str, code: str = "1460", **values: Any) -> UUID:
        record_id = workspace.records.add("systems", {"name": name, **values})
        if code != "1460":
            received("systems", record_id, code=code)
        return record_id

    return add


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Iterator[Callable[[], MatchingWindow]]:
    shown: list[MatchingWindow] = []

    def make() -> MatchingWindow:
        window = MatchingWindow(session)
        shown.append(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield make
    for window in shown:
        window.close()
