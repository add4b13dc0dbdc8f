"""What tests of papers of many records share: agreements and systems, what a list shows, and where files shall lie."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.services.reading import ListQuery
from itadmin.services.workspace import Workspace
from itadmin.ui.exporting.work import Listed


@pytest.fixture
def ids(workspace: Workspace) -> tuple[UUID, ...]:
    """Three systems, in the order of their names."""
    return tuple(workspace.records.add("systems", {"name": name}) for name in ("Ale", "Lifecare", "Ärendet"))


@pytest.fixture
def listed(workspace: Workspace) -> Callable[..., Listed]:
    """What a list of a register shows; keywords replace its parts."""

    def make(register: str = "systems", **parts: object) -> Listed:
        whole = {
            "register": REGISTERS[register], "query": ListQuery(), "columns": ("name",), "selected": (),
            "sentence": "", "number": workspace.reading().count(register),
        }  # fmt: skip
        return Listed(**{**whole, **parts})

    return make


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[str | Path], list[str]]:
    """Call it with the folder or file that the user chooses; gives what was proposed."""

    def answer(path: str | Path) -> list[str]:
        proposed: list[str] = []

        def ask_file(_parent: QWidget, _title: str, proposal: str, _kinds: str) -> tuple[str, str]:
            proposed.append(proposal)
            return str(path), ""

        def ask_folder(_parent: QWidget, _title: str, proposal: str) -> str:
            proposed.append(proposal)
            return str(path)

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask_file)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", ask_folder)
        return proposed

    return answer
