"""Values are filled in where they stand; what cannot be is filled in on its record page."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from itadmin.documents.catalogue import prepare
from itadmin.services.workspace import Workspace
from itadmin.ui.document.gathering import gather_needs
from itadmin.ui.document.needs import Need, NeedGroup
from itadmin.ui.document.needs_panel import NeedsPanel
from itadmin.ui.document.window import DocumentWindow
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.session import Session
from itadmin.ui.widgets.section_header import SectionHeader

PAPER = "operations_agreement"


@pytest.fixture
def groups(workspace: Workspace, agreement_id: UUID) -> Callable[[], tuple[NeedGroup, ...]]:
    def gather() -> tuple[NeedGroup, ...]:
        reading = workspace.reading()
        missing = prepare(PAPER, reading, agreement_id, draft=False).missing
        return gather_needs(PAPER, reading, agreement_id, missing)

    return gather


@pytest.fixture
def panel(session: Session, groups: Callable[[], tuple[NeedGroup, ...]], qtbot: QtBot) -> NeedsPanel:
    panel = NeedsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(410, 900)
    panel.show_groups(groups())
    panel.show()
    with qtbot.waitActive(panel):
        panel.activateWindow()
    return panel


def row(panel: NeedsPanel, field: str) -> ValueRow:
    return next(row for row in panel.findChildren(ValueRow) if row.name.split("/")[2] == field and not row.isHidden())


def editor_field(row: ValueRow) -> QWidget:
    assert row.editor is not None
    field = row.editor.focusProxy()
    assert isinstance(field, QWidget)
    return field


def agreement(workspace: Workspace, agreement_id: UUID) -> Any:
    return workspace.reading().one("agreements", agreement_id).record


def test_every_need_has_its_row_and_every_group_its_heading(
    panel: NeedsPanel, groups: Callable[[], tuple[NeedGroup, ...]]
) -> None:
    shown = [row for row in panel.findChildren(ValueRow) if not row.isHidden()]
    assert len(shown) == sum(len(group.needs) for group in groups())
    assert [header.title() for header in panel.findChildren(SectionHeader)] == [group.title for group in groups()]
    assert all(row.accessibleName() for row in shown)


def test_the_keyboard_fills_in_one_missing_value_after_the_other(
    panel: NeedsPanel, workspace: Workspace, agreement_id: UUID, qtbot: QtBot
) -> None:
    panel.go_to_first()
    number = row(panel, "registry_number")
    qtbot.keyClicks(editor_field(number), "KS 2026/7")
    qtbot.keyClick(editor_field(number), Qt.Key.Key_Tab)
    assert agreement(workspace, agreement_id).registry_number == "KS 2026/7"
    assert number.accessibleName() == "Diarienummer: KS 2026/7"
    modules = row(panel, "modules")
    qtbot.keyClicks(editor_field(modules), "HSL")
    qtbot.keyClick(editor_field(modules), Qt.Key.Key_Return)
    assert agreement(workspace, agreement_id).modules == "HSL"
    assert modules.editor is None
    assert modules.hasFocus()


def test_tab_goes_to_the_next_row_when_nothing_more_is_missing_here(
    panel: NeedsPanel, workspace: Workspace, agreement_id: UUID, operated_system: UUID, qtbot: QtBot
) -> None:
    panel._reach(row(panel, "confidentiality").name)
    field = editor_field(row(panel, "confidentiality"))
    qtbot.keyClicks(field, "allvarlig")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    read: Any = workspace.reading().one("systems", operated_system).record
    assert read.confidentiality == "3"
    row(panel, "version").setFocus()
    qtbot.keyClick(row(panel, "version"), Qt.Key.Key_F2)
    qtbot.keyClick(editor_field(row(panel, "version")), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert agreement(workspace, agreement_id).version == "1.0"


def test_what_is_not_accepted_stays_with_a_sentence(
    panel: NeedsPanel, workspace: Workspace, agreement_id: UUID, qtbot: QtBot
) -> None:
    months = row(panel, "notice_months")
    months.edit_wanted.emit(months.name)
    field = editor_field(months)
    assert isinstance(field, QLineEdit)
    assert field.text() == "6"
    field.setText("snart")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert months.editor is not None
    assert any("helt tal" in label.text() for label in months.findChildren(QLabel) if label.isVisible())
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert months.editor is None
    assert agreement(workspace, agreement_id).notice_months == 6


def test_what_the_register_refuses_is_said_under_the_field(panel: NeedsPanel, qtbot: QtBot) -> None:
    version = row(panel, "version")
    version.edit_wanted.emit(version.name)
    field = editor_field(version)
    assert isinstance(field, QLineEdit)
    field.setText("x" * 400)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert version.editor is not None
    assert any("får ha högst 20" in label.text() for label in version.findChildren(QLabel) if label.isVisible())


def test_what_another_municipality_owns_is_not_changed_here(
    panel: NeedsPanel, workspace: Workspace, qtbot: QtBot
) -> None:
    neighbour = workspace.reading().named("organisations", "1461")
    need = Need("Organisationsnummer", "", None, "Framsida", "organisations", neighbour, "organisation_number")
    panel.show_groups((NeedGroup("Melleruds kommun", (need,)),))
    panel.go_to_first()
    number = row(panel, "organisation_number")
    qtbot.keyClicks(editor_field(number), "212000-1488")
    qtbot.keyClick(editor_field(number), Qt.Key.Key_Return)
    assert any("annan organisation" in label.text() for label in number.findChildren(QLabel) if label.isVisible())


def test_an_untouched_field_does_not_take_back_what_was_changed_elsewhere(
    panel: NeedsPanel, workspace: Workspace, agreement_id: UUID
) -> None:
    panel.go_to_first()
    workspace.records.save("agreements", agreement_id, {"registry_number": "KS 2026/8"})
    panel.leave()
    assert agreement(workspace, agreement_id).registry_number == "KS 2026/8"


def test_rows_are_filled_in_on_the_record_page(panel: NeedsPanel, session: Session, agreement_id: UUID) -> None:
    asked: list[tuple[str, object, str]] = []
    session.guide.field_wanted.connect(lambda *where: asked.append(where))
    signatories = row(panel, "signatories")
    signatories.edit_wanted.emit(signatories.name)
    assert asked == [("agreements", agreement_id, "signatories")]
    assert signatories.editor is None


def test_what_is_being_typed_survives_a_change_elsewhere(
    panel: NeedsPanel,
    workspace: Workspace,
    agreement_id: UUID,
    groups: Callable[[], tuple[NeedGroup, ...]],
    qtbot: QtBot,
) -> None:
    panel.go_to_first()
    field = editor_field(row(panel, "registry_number"))
    qtbot.keyClicks(field, "KS 20")
    elsewhere = {"modules": "HSL", "annual_price": None, "registry_number": "KS 1"}
    workspace.records.save("agreements", agreement_id, elsewhere)
    panel.show_groups(groups())
    assert editor_field(row(panel, "registry_number")) is field
    assert field.isVisible()
    qtbot.keyClicks(field, "26/9")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert agreement(workspace, agreement_id).registry_number == "KS 2026/9"
    assert row(panel, "modules").accessibleName() == "Moduler: HSL"


def test_leaving_saves_what_can_be_saved_and_says_what_cannot(
    panel: NeedsPanel, workspace: Workspace, session: Session, agreement_id: UUID, qtbot: QtBot
) -> None:
    said: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: said.append(sentence))
    panel.go_to_first()
    qtbot.keyClicks(editor_field(row(panel, "registry_number")), "KS 2026/7")
    panel.leave()
    assert agreement(workspace, agreement_id).registry_number == "KS 2026/7"
    months = row(panel, "notice_months")
    months.edit_wanted.emit(months.name)
    field = editor_field(months)
    assert isinstance(field, QLineEdit)
    field.setText("snart")
    panel.leave()
    assert months.editor is None
    assert said == ["Uppsägningstid är inte sparat: Skriv ett helt tal, till exempel 120."]


def test_words_are_never_read_as_markup(
    panel: NeedsPanel, workspace: Workspace, agreement_id: UUID, groups: Callable[[], tuple[NeedGroup, ...]]
) -> None:
    workspace.records.save("agreements", agreement_id, {"modules": '<b>x</b><img src="file:///etc/passwd">'})
    panel.show_groups(groups())
    labels = panel.findChildren(QLabel)
    assert any("<img" in label.text() for label in labels)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


@pytest.mark.parametrize("width", [330, 390, 700])
def test_nothing_is_wider_than_the_panel(panel: NeedsPanel, width: int, qtbot: QtBot) -> None:
    panel.resize(width, 600)
    qtbot.waitUntil(lambda: panel.viewport().width() <= width)
    assert panel._body.width() <= panel.viewport().width()


@pytest.mark.parametrize("width", [330, 390])
def test_every_row_is_as_high_as_its_words(
    panel: NeedsPanel,
    workspace: Workspace,
    agreement_id: UUID,
    groups: Callable[[], tuple[NeedGroup, ...]],
    width: int,
    qtbot: QtBot,
) -> None:
    workspace.records.save("agreements", agreement_id, {"modules": "inleverans, sökning, utlämnande, gallring " * 4})
    panel.show_groups(groups())
    panel.resize(width, 600)
    rows = [row for row in panel.findChildren(ValueRow) if not row.isHidden()]
    qtbot.waitUntil(lambda: all(row.height() >= row.heightForWidth(row.width()) for row in rows))


def test_a_value_without_a_record_is_filled_in_here_and_gets_one(
    session: Session, workspace: Workspace, qtbot: QtBot
) -> None:
    values = {"title": "Rutin", "template": "egen_text"}
    document = workspace.records.add("steering_documents", values)
    chapter = {"heading": "Ett", "document": str(document), "text": "Ring {{servicedesk_telefon}}."}
    workspace.records.add("steering_chapters", chapter)
    window = DocumentWindow(session, "steering_document", document)
    window.show()
    qtbot.waitUntil(lambda: any("servicedesk_telefon" in row.name for row in window.findChildren(ValueRow)))
    phone = next(row for row in window.findChildren(ValueRow) if "servicedesk_telefon" in row.name)
    assert phone.accessibleName().startswith("Servicedeskens telefonnummer")
    phone.edit_wanted.emit(phone.name)
    qtbot.keyClicks(editor_field(phone), "0531-00 00 00")
    window.needs.leave()
    reading = workspace.reading()
    (kept,) = reading.many("document_variables", reading.keys("document_variables")).values()
    record: Any = kept.record
    assert (record.name, record.value) == ("servicedesk_telefon", "0531-00 00 00")
    assert record.municipality == reading.organisation_id
    assert "servicedesk_telefon" not in {row.name for row in window.findChildren(ValueRow) if not row.isHidden()}
    window.close()
