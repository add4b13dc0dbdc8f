"""Which document Ctrl+P and the button at the head make of a record, by its kind."""

from collections.abc import Callable
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session


@pytest.fixture
def role(workspace: Workspace, system_id: UUID) -> UUID:
    return workspace.records.add(
        "roles", {"system": str(system_id), "kind": "systemansvarig", "function": "Systemadministratör"}
    )


def test_a_role_gets_its_uppdragsbrev(
    page_of: Callable[[str], RecordPage], session: Session, role: UUID, press: Callable[[object, str], None]
) -> None:
    opened: list[tuple[str, UUID]] = []
    session.guide.paper_wanted.connect(lambda *wanted: opened.append(wanted))
    page = page_of("roles")
    page.show_record(role)
    press(page, "Skapa uppdragsbrev…")
    page.make_paper()
    assert opened == [("role_assignment", role)] * 2


def test_nobody_is_appointed_to_be_the_contact_of_a_supplier(
    page_of: Callable[[str], RecordPage], workspace: Workspace, session: Session, role: UUID, qtbot: QtBot
) -> None:
    workspace.records.save("roles", role, {"kind": "leverantorskontakt"})
    page = page_of("roles")
    page.show_record(role)
    with qtbot.waitSignal(session.guide.said) as said:
        page.make_paper()
    assert said.args[0] == "Det finns inget dokument för den här sortens post."
