"""What opens on an agreement beside its page."""

import pytest
from pytestqt.qtbot import QtBot

from itadmin.domain.problems import KnownError
from itadmin.services.workspace import Workspace
from itadmin.ui.panels.agreements.special import documentation_window
from itadmin.ui.session import Session


@pytest.mark.parametrize("kind", ["driftavtal", "driftoverenskommelse"])
def test_driftdokumentationen_opens_on_a_driftavtal(
    session: Session, workspace: Workspace, qtbot: QtBot, kind: str
) -> None:
    system = workspace.records.add("systems", {"name": "Kvarnen"})
    agreement = workspace.records.add("agreements", {"title": "Drift", "kind": kind, "systems": [str(system)]})
    window = documentation_window(session, agreement)
    window.show()
    qtbot.waitUntil(window.top.make.isEnabled)
    assert window.windowTitle() == "Driftdokumentation för Kvarnen – itadmin"
    window.close()


def test_of_another_agreement_there_is_none(session: Session, workspace: Workspace) -> None:
    agreement = workspace.records.add("agreements", {"title": "Support", "kind": "supportavtal"})
    with pytest.raises(KnownError, match="Gå till ett sådant avtal"):
        documentation_window(session, agreement)
