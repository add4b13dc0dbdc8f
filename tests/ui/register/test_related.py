"""What refers to a record: told with links, and one more is made with a name that waits to be written."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.roles import Role
from itadmin.services.workspace import Workspace
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.naming import first_name
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.register.reference_editors import ReferenceEditor
from itadmin.ui.register.related import RelatedBlock
from itadmin.ui.session import Session
from itadmin.ui.widgets.labels import ElidedLabel
from itadmin.ui.widgets.section_header import SectionHeader


def buttons(page: Any) -> dict[str, QAbstractButton]:
    return {
        item.accessibleName() or item.text(): item for item in page.findChildren(QAbstractButton) if item.isVisible()
    }


def words(page: Any) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def test_what_leads_here_by_several_fields_says_by_which(
    page_of: Callable[[str], RecordPage], workspace: Workspace
) -> None:
    unit = workspace.records.add("organisations", {"name": "IT-enheten", "kind": "it_enhet"})
    workspace.records.add("systems", {"name": "Konton", "supplier": str(unit), "operating_unit": str(unit)})
    page = page_of("organisations")
    page.show_record(unit)
    titles = [header.title() for header in page.findChildren(SectionHeader) if header.isVisible()]
    assert {"System – leverantör", "System – driftande IT-enhet"} <= set(titles)


def test_neighbours_among_them_say_whose_they_are(
    page_of: Callable[[str], RecordPage], workspace: Workspace, received: Callable[..., UUID]
) -> None:
    supplier = workspace.records.add("organisations", {"name": "Bolaget", "kind": "leverantor"})
    _own, theirs = (workspace.records.add("systems", {"name": name, "supplier": str(supplier)}) for name in "AB")
    page = page_of("organisations")
    page.show_record(supplier)
    (block,) = (each for each in page.findChildren(RelatedBlock) if each.register.name == "systems")
    assert "Från" not in words(block)
    received("systems", theirs)
    page.show_record(supplier)
    QApplication.processEvents()
    assert {"Från", "Bengtsfors kommun", "Färgelanda kommun"} <= words(block)


def test_what_is_about_another_is_called_after_it() -> None:
    assert first_name(REGISTERS["agreements"], "Lifecare") == "Avtal Lifecare"


def test_one_more_that_needs_more_than_a_name_is_asked_for(
    page_of: Callable[[str], RecordPage], workspace: Workspace, system_id: UUID, session: Session, qtbot: QtBot
) -> None:
    unit = workspace.records.add("organisations", {"name": "IT-enheten", "kind": "it_enhet"})
    held = {"system": str(system_id), "kind": "systemansvarig", "function": "Tekniker", "organisation": str(unit)}
    workspace.records.add("roles", held)
    page = page_of("organisations")
    page.show_record(unit)
    qtbot.mouseClick(buttons(page)["Ny roll …: Roller"], Qt.MouseButton.LeftButton)
    (sheet,) = page.findChildren(NewRecordDialog)
    assert "IT-enheten" in words(sheet)
    sheet.save()
    assert "System måste fyllas i." in words(sheet)
    system = sheet.editors["system"]
    assert isinstance(system, ReferenceEditor)
    system.show_named(str(system_id), "Lifecare")
    sheet.editors["kind"].show_plain("ersattare")
    with qtbot.waitSignal(session.guide.said) as said:
        sheet.save()
    assert said.args == ["Roll tillagd.", True]
    roles = [read.record for read in workspace.reading().referring("roles", "organisation", unit)]
    assert {role.kind for role in roles if isinstance(role, Role)} == {"systemansvarig", "ersattare"}
    workspace.undo.undo()
    assert len(workspace.reading().referring("roles", "organisation", unit)) == 1


def test_many_are_told_a_few_at_a_time(
    page_of: Callable[[str], RecordPage], workspace: Workspace, qtbot: QtBot
) -> None:
    supplier = workspace.records.add("organisations", {"name": "Stora bolaget AB", "kind": "leverantor"})
    for number in range(20):
        workspace.records.add("systems", {"name": f"System {number}", "supplier": str(supplier)})
    page = page_of("organisations")
    page.show_record(supplier)
    assert "System 11" in buttons(page)
    assert "System 12" not in buttons(page)
    qtbot.mouseClick(buttons(page)["Visa 8 till"], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert "System 19" in buttons(page)


def test_columns_of_days_say_which_days_they_are(page_of: Callable[[str], RecordPage], workspace: Workspace) -> None:
    supplier = workspace.records.add("organisations", {"name": "Stora bolaget AB", "kind": "leverantor"})
    values = {"title": "Supportavtal", "supplier": str(supplier), "starts_on": "2026-01-01", "status": "gallande"}
    workspace.records.add("agreements", {**values, "first_term_months": 24})
    page = page_of("organisations")
    page.show_record(supplier)
    page.resize(560, 700)
    QApplication.processEvents()
    block = next(item for item in page.findChildren(RelatedBlock) if item.isVisible())
    day = next(label for label in block.findChildren(QLabel) if label.text() == "2027-12-31")
    assert not isinstance(day, ElidedLabel)
    assert day.width() >= day.sizeHint().width()
    assert {"Avtalet slutar", "2027-12-31", "Gällande"} <= words(block)


def test_nothing_is_wider_than_the_page(page_of: Callable[[str], RecordPage], workspace: Workspace) -> None:
    supplier = workspace.records.add("organisations", {"name": "w" * 200, "kind": "leverantor"})
    workspace.records.add("agreements", {"title": "Mycket långt namn på avtal " * 9, "supplier": str(supplier)})
    page = page_of("organisations")
    page.resize(620, 700)
    page.show_record(supplier)
    QApplication.processEvents()
    area = page._area
    assert area.widget().width() <= area.viewport().width()
    assert area.horizontalScrollBar().maximum() == 0
    block = next(item for item in page.findChildren(RelatedBlock) if item.isVisible())
    assert block.geometry().right() <= area.viewport().width()


def test_a_record_made_from_another_is_shown_with_its_name_ready_to_be_written(
    session: Session, workspace: Workspace, system_id: UUID, type_text: Callable[..., None], qtbot: QtBot
) -> None:
    page = RegisterPage(session, REGISTERS["agreements"])
    qtbot.addWidget(page)
    page.resize(1200, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    made = workspace.records.add("agreements", {"title": "Avtal Lifecare", "systems": [str(system_id)]})
    page.edit_field(made, "title")
    QApplication.processEvents()
    type_text("Supportavtal Lifecare", Qt.Key.Key_Return)
    assert workspace.reading().label("agreements", made) == "Supportavtal Lifecare"


@pytest.mark.parametrize(("status", "is_offered"), [("utkast", True), ("faststalld", False)])
def test_what_a_lock_would_refuse_is_not_offered(
    page_of: Callable[[str], RecordPage], workspace: Workspace, status: str, *, is_offered: bool
) -> None:
    document = workspace.records.add("steering_documents", {"title": "IT-policy"})
    workspace.records.add("steering_chapters", {"document": str(document), "heading": "Syfte", "manner": "ersatter"})
    workspace.records.add("steering_documents", {"title": "IT-policy 2", "replaces": str(document)})
    workspace.records.save("steering_documents", document, {"status": status})
    page = page_of("steering_documents")
    page.show_record(document)
    assert any(name.startswith("Nytt kapitel") for name in buttons(page)) is is_offered


def test_one_more_of_what_the_program_makes_is_not_offered(
    page_of: Callable[[str], RecordPage], workspace: Workspace
) -> None:
    old = workspace.records.add("papers", {"number": "2026-0001"})
    workspace.records.add("papers", {"number": "2026-0002", "replaces": str(old)})
    page = page_of("papers")
    page.show_record(old)
    assert "2026-0002" in buttons(page)
    assert not [name for name in buttons(page) if name.startswith("Ny handling")]
