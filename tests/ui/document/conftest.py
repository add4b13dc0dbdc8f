"""A driftavtal that lacks a few things, and what is needed to complete it."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.domain.record import row_to_plain
from itadmin.services.agreements import operations_agreement_draft
from itadmin.services.workspace import Workspace
from itadmin.ui.document.window import DocumentWindow
from itadmin.ui.session import Session

SIGNATORIES = [
    {"party": "systemagare", "position": "Socialchef", "authority": "Delegation 4.1"},
    {"party": "driftenhet", "position": "IT-chef", "authority": "Delegation 2.3"},
]


@pytest.fixture
def operated_system(workspace: Workspace) -> UUID:
    """A system that the IT unit of Mellerud operates; not classed for confidentiality."""
    records, reading = workspace.records, workspace.reading()
    unit = {"name": "IT-enheten Mellerud", "kind": "it_enhet", "parent": str(reading.named("organisations", "1461"))}
    contact = {"servicedesk_phone": "0530-180 00", "servicedesk_email": "servicedesk@mellerud.example"}
    operating = records.add("organisations", {**unit, **contact})
    department = records.add(
        "organisations", {"name": "Vårdförvaltningen", "kind": "forvaltning", "parent": str(reading.organisation_id)}
    )
    return records.add(
        "systems",
        {
            "name": "Lifecare",
            "purpose": "Stöd för vård och omsorg.",
            "operating_unit": str(operating),
            "department": str(department),
            "user_count": 120,
            "integrity": "2",
            "availability": "3",
            "personal_data": False,
            "annual_cost": 100_000_00,
        },
    )


@pytest.fixture
def agreement_id(workspace: Workspace, operated_system: UUID) -> UUID:
    """A driftavtal without diarienummer, modules, an e-mail address and the signatories' right to sign."""
    reading = workspace.reading()
    return workspace.records.add("agreements", operations_agreement_draft(reading, operated_system, reading.day))


@pytest.fixture
def complete(workspace: Workspace, agreement_id: UUID, operated_system: UUID) -> Callable[[], None]:
    """Call it to fill in all that the driftavtal lacks."""

    def fill_in() -> None:
        agreement: Any = workspace.reading().one("agreements", agreement_id).record
        contacts = [{**row_to_plain(row), "email": "vard@bengtsfors.example"} for row in agreement.contacts]
        values = {"registry_number": "KS 2026/7", "modules": "HSL", "contacts": contacts, "signatories": SIGNATORIES}
        workspace.records.save("agreements", agreement_id, values)
        workspace.records.save("systems", operated_system, {"confidentiality": "3"})

    return fill_in


@pytest.fixture
def window(session: Session, agreement_id: UUID) -> Iterator[DocumentWindow]:
    """The document window on the driftavtal, shown."""
    window = DocumentWindow(session, "operations_agreement", agreement_id)
    window.resize(1300, 850)
    window.show()
    yield window
    if isValid(window):
        window.close()


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """A window for dialogs to stand over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget
