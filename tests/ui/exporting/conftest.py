"""What tests of export share: a few systems, what a list of them shows, and where the user says the file shall lie."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.services.reading import ListQuery
from itadmin.services.workspace import Workspace
from itadmin.ui.exporting.work import Listed

SYSTEMS = REGISTERS["systems"]


@pytest.fixture
def ids(workspace: Workspace) -> tuple[UUID, ...]:
    """Three systems, in the order of their names."""
    return tuple(
        workspace.records.add("systems", {"name": name, "lifecycle": lifecycle})
        for name, lifecycle in (("Ale", "avvecklad"), ("Lifecare", "i_drift"), ("Ärendet", "i_drift"))
    )


@pytest.fixture
def listed(ids: tuple[UUID, ...]) -> Callable[..., Listed]:
    """What a list of systems shows; keywords replace its parts."""

    def make(**parts: object) -> Listed:
        whole = {
            "register": SYSTEMS, "query": ListQuery(), "columns": ("name", "lifecycle"), "selected": (),
            "sentence": "", "number": len(ids),
        }  # fmt: skip
        return Listed(**{**whole, **parts})

    return make


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[str | Path], list[str]]:
    """Call it with the path that the user chooses; gives what was proposed and the kinds that were offered."""

    def answer(path: str | Path) -> list[str]:
        proposed: list[str] = []

        def ask(_parent: QWidget, _title: str, proposal: str, kinds: str) -> tuple[str, str]:
            proposed.extend((proposal, kinds))
            return str(path), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        return proposed

    return answer
