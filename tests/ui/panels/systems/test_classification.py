"""The classing of a system: explained, made anew in one step, and the classes before."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from itadmin.services.workspace import Workspace
from itadmin.ui.panels.systems.classification import ClassificationPanel, ClassingSheet, EarlierClasses
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.widgets.calculation_box import CalculationBox

Page = Callable[[str], RecordPage]
Seen = Callable[[QWidget], list[str]]
Press = Callable[[QWidget, str], None]


def test_a_system_without_classes_is_offered_them(
    page_of: Page, workspace: Workspace, seen: Seen, press: Press, sheet_of: Any
) -> None:
    bare = workspace.records.add("systems", {"name": "Nytt"})
    page = page_of("systems")
    page.show_record(bare)
    panel = page.findChild(ClassificationPanel)
    assert seen(panel) == ["Klassa …"]
    assert page.findChild(EarlierClasses).isHidden()
    press(panel, "Klassa …")
    sheet = sheet_of(page, ClassingSheet)
    assert sheet.windowTitle() == "Klassa systemet"
    sheet.editors["integrity"].show_plain("2")
    sheet.save()
    assert panel.findChild(CalculationBox).text().startswith("Kritikaliteten är medel, eftersom riktigheten är 2.")


def test_classing_anew_keeps_what_was(
    page_of: Page, workspace: Workspace, system_id: UUID, clock: Any, seen: Seen, press: Press, sheet_of: Any
) -> None:
    before = {"classification_reason": "Journaler.", "classified_by": "Socialchef", "classified_on": "2026-11-22"}
    workspace.records.save("systems", system_id, before)
    clock.move(days=400)
    page = page_of("systems")
    page.show_record(system_id)
    press(page, "Klassa om …")
    sheet = sheet_of(page, ClassingSheet)
    assert sheet.editors["confidentiality"].plain() == "3"
    assert sheet.editors["classified_on"].plain() == "2027-12-27"
    assert sheet.editors["classification_reason"].plain() is None
    sheet.editors["confidentiality"].show_plain("4")
    sheet.save()
    record: Any = workspace.reading().one("systems", system_id).record
    assert record.confidentiality == "4"
    assert [(item.confidentiality, item.reason) for item in record.earlier_classifications] == [("3", "Journaler.")]
    earlier = page.findChild(EarlierClasses)
    press(earlier, "Visa 1 tidigare klassning")
    told = seen(earlier)
    assert {"2026-11-22", "Socialchef", "Journaler."} <= set(told)
    assert "Konfidentialitet 3, riktighet inte klassad, tillgänglighet inte klassad" in told
    workspace.undo.undo()
    assert earlier.isHidden()


def test_the_sheet_ends_with_what_it_does_and_labels_stand_beside_their_fields(
    page_of: Page, system_id: UUID, press: Press, sheet_of: Any
) -> None:
    page = page_of("systems")
    page.show_record(system_id)
    press(page, "Klassa om …")
    sheet = sheet_of(page, ClassingSheet)
    sheet.grab()
    buttons = sorted(sheet.foot_row.findChildren(QPushButton), key=lambda button: button.x())
    assert [button.text() for button in buttons] == ["Avbryt", "Spara klassningen"]
    assert [button.isDefault() for button in buttons] == [False, True]
    labels = {label.text(): label for label in sheet.findChildren(QLabel)}
    for words, name in (("Riktighet", "integrity"), ("Klassad av", "classified_by")):
        label, editor = labels[words].geometry(), sheet.editors[name].geometry()
        assert abs(label.center().y() - editor.center().y()) <= 1
