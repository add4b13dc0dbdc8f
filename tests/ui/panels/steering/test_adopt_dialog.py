"""What adopting leads to is said before it is done."""

from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.panels.steering.adopt_dialog import AdoptDialog
from itadmin.ui.session import Session


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ("2020-01-01", "Riktlinje 2021 1.0 får läget Ersatt."),
        ("2199-01-01", "Riktlinje 2021 1.0 gäller tills den här versionen börjar gälla, 2199-01-01."),
    ],
)
def test_until_when_the_version_before_holds_is_said(
    session: Session,
    workspace: Workspace,
    guideline: UUID,
    decided: dict[str, UUID],
    qtbot: QtBot,
    first: str,
    told: str,
) -> None:
    before = {"title": "Riktlinje 2021", "version": "1.0", "status": "faststalld"}
    old = workspace.records.add("steering_documents", before)
    days = {"valid_from": first, "revise_by": "2199-12-31"}
    workspace.records.save("steering_documents", guideline, {"replaces": str(old), **days})
    workspace.records.save("steering_decisions", decided["own"], {"status": "faststalld", "decided_on": "2026-11-04"})
    host = QWidget()
    qtbot.addWidget(host)
    dialog = AdoptDialog(session, guideline, host)
    assert any(label.text().startswith(told) for label in dialog.findChildren(QLabel))
