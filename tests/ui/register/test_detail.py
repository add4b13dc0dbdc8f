from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.panels import special_of
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.editors import Editor
from itadmin.ui.register.section_block import SectionBlock
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.session import Session
from itadmin.ui.widgets.chip import Chip
from itadmin.ui.widgets.marks import MissingMark

HOSTILE = '<b>x</b><img src="file:///etc/passwd"> & {0.__class__}'


@pytest.fixture
def page_of(session: Session, qtbot: QtBot) -> Callable[[str], RecordPage]:
    def make(register: str) -> RecordPage:
        page = RecordPage(session, REGISTERS[register], special_of(register))
        qtbot.addWidget(page)
        page.resize(900, 700)
        page.show()
        return page

    return make


def row(page: RecordPage, name: str) -> ValueRow:
    return next(child for child in page.findChildren(ValueRow) if child.name == name)


def type_into(editor: Editor | None, text: str) -> None:
    assert editor is not None
    field = editor.focusProxy()
    assert isinstance(field, (QLineEdit, QPlainTextEdit))
    if isinstance(field, QLineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)


def steps(workspace: Workspace, record_id: UUID) -> int:
    return len(workspace.reading().history(record_id))


@pytest.mark.parametrize("register", REGISTERS.values(), ids=lambda register: register.name)
def test_every_register_has_its_page_empty_and_with_only_a_name(
    register: Register,
    page_of: Callable[[str], RecordPage],
    workspace: Workspace,
    least_values: Callable[[Register], dict[str, Any]],
) -> None:
    record_id = workspace.records.add(register.name, least_values(register))
    page = page_of(register.name)
    page.show_record(None)
    page.show_record(record_id)
    labels = {child.text() for child in page.findChildren(QLabel) if child.isVisible()}
    assert workspace.reading().label(register.name, record_id) in labels


@pytest.mark.parametrize("register", REGISTERS.values(), ids=lambda register: register.name)
def test_every_field_can_be_edited_where_it_stands(
    register: Register,
    page_of: Callable[[str], RecordPage],
    workspace: Workspace,
    least_values: Callable[[Register], dict[str, Any]],
) -> None:
    record_id = workspace.records.add(register.name, least_values(register))
    page = page_of(register.name)
    page.show_record(record_id)
    before = steps(workspace, record_id)
    for section in register.sections:
        for name in section.fields:
            page.edit_field(name)
            if name in special_of(register.name).parts.left_out:
                assert not [item for item in page.findChildren(ValueRow) if item.name == name]
                continue
            editor = row(page, name).editor
            assert editor is not None, name
            assert editor.focusProxy() is not None, name
            editor.cancelled.emit()
            assert row(page, name).editor is None, name
    assert steps(workspace, record_id) == before


def test_an_edit_is_one_step_and_undo_takes_it_back(
    page_of: Callable[[str], RecordPage], workspace: Workspace, system_id: UUID, qtbot: QtBot
) -> None:
    page = page_of("systems")
    page.show_record(system_id)
    before = steps(workspace, system_id)
    page.edit_field("user_count")
    editor = row(page, "user_count").editor
    type_into(editor, "1 250")
    assert editor is not None
    qtbot.keyClick(editor.focusProxy(), Qt.Key.Key_Return)
    assert steps(workspace, system_id) == before + 1
    assert workspace.reading().one("systems", system_id).record.user_count == 1250
    assert row(page, "user_count").accessibleName() == "Antal användare: 1\u00a0250"
    workspace.undo.undo()
    assert workspace.reading().one("systems", system_id).record.user_count is None


def test_escape_leaves_the_value_alone(
    page_of: Callable[[str], RecordPage], workspace: Workspace, system_id: UUID, qtbot: QtBot
) -> None:
    page = page_of("systems")
    page.show_record(system_id)
    page.edit_field("purpose")
    editor = row(page, "purpose").editor
    type_into(editor, "Något helt annat")
    assert editor is not None
    qtbot.keyClick(editor.focusProxy(), Qt.Key.Key_Escape)
    assert workspace.reading().one("systems", system_id).record.purpose == "Stöd för vård och omsorg."
    assert not row(page, "purpose").is_editing


def test_what_cannot_be_accepted_says_what_would_be_right_and_is_kept(
    page_of: Callable[[str], RecordPage], workspace: Workspace, system_id: UUID, qtbot: QtBot
) -> None:
    other = workspace.records.add("systems", {"name": "Raindance"})
    page = page_of("systems")
    page.show_record(system_id)
    page.edit_field("classified_on")
    editor = row(page, "classified_on").editor
    type_into(editor, "i våras")
    assert editor is not None
    qtbot.keyClick(editor.focusProxy(), Qt.Key.Key_Return)
    assert row(page, "classified_on").is_editing
    sentence = next(child.text() for child in row(page, "classified_on").findChildren(QLabel) if "dag" in child.text())
    assert "2026-11-22" in sentence
    page.leave()
    page.show_record(other)
    page.show_record(system_id)
    again = row(page, "classified_on").editor
    assert again is not None
    assert again.draft() == "i våras"


def test_a_person_who_is_not_there_is_made_on_the_spot_in_the_same_step(
    page_of: Callable[[str], RecordPage], workspace: Workspace, system_id: UUID, qtbot: QtBot
) -> None:
    page = page_of("systems")
    page.show_record(system_id)
    page.edit_field("system_manager")
    editor = row(page, "system_manager").editor
    type_into(editor, "Anna Ek")
    assert editor is not None
    qtbot.keyClick(editor.focusProxy(), Qt.Key.Key_Return)
    assert workspace.reading().one("systems", system_id).holders["system_manager"].label == "Anna Ek"
    workspace.undo.undo()
    assert workspace.reading().count("people") == 0
    assert "system_manager" not in workspace.reading().one("systems", system_id).holders


def test_missing_values_say_saknas_and_lead_to_their_editor(
    page_of: Callable[[str], RecordPage], system_id: UUID, qtbot: QtBot
) -> None:
    page = page_of("systems")
    page.show_record(system_id)
    category = row(page, "category")
    assert category.accessibleName() == "Kategori: saknas"
    qtbot.mouseClick(category, Qt.MouseButton.LeftButton)
    assert category.is_editing


def test_a_section_counts_as_missing_what_it_shows_as_missing(
    page_of: Callable[[str], RecordPage], workspace: Workspace, system_id: UUID
) -> None:
    workspace.records.save("systems", system_id, {"lifecycle": "i_drift", "personal_data": True})
    page = page_of("systems")
    page.show_record(system_id)
    shown = {
        block.section.key: sum(mark.isVisible() for mark in block.findChildren(MissingMark))
        for block in page.findChildren(SectionBlock)
    }
    assert row(page, "processing_purpose").accessibleName().endswith(": saknas")
    for block in page.findChildren(SectionBlock):
        number = shown[block.section.key]
        assert block.missing_count() == number
        chips = [chip.text() for chip in block.findChildren(Chip) if chip.isVisible() and "saknas" in chip.text()]
        assert chips == ([f"{number} saknas"] if number else [])


def test_another_organisations_record_can_only_be_read(
    page_of: Callable[[str], RecordPage], workspace: Workspace
) -> None:
    page = page_of("organisations")
    page.show_record(workspace.reading().named("organisations", "1461"))
    page.edit_field("email")
    assert not any(child.is_editing for child in page.findChildren(ValueRow))
    words = " ".join(child.text() for child in page.findChildren(QLabel) if child.isVisible())
    assert "Skrivskyddat" in words


def test_markup_is_shown_letter_by_letter(page_of: Callable[[str], RecordPage], workspace: Workspace) -> None:
    record_id = workspace.records.add("systems", {"name": HOSTILE, "purpose": HOSTILE, "area": HOSTILE})
    page = page_of("systems")
    page.show_record(record_id)
    rich = [
        child.text()
        for child in page.findChildren(QLabel)
        if child.textFormat() is not Qt.TextFormat.PlainText and "<" in child.text()
    ]
    assert rich == []
    assert HOSTILE in {child.text() for child in page.findChildren(QLabel)}


def test_the_first_record_is_put_in_unseen_and_the_next_where_one_reads(
    page_of: Callable[[str], RecordPage], workspace: Workspace, system_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of("systems")
    page.show()
    seen: list[bool] = []
    show_value = ValueRow.show_value

    def show(row: ValueRow, view: QWidget | None, text: str, *, writable: bool) -> None:
        seen.append(row.isVisible())
        show_value(row, view, text, writable=writable)

    monkeypatch.setattr(ValueRow, "show_value", show)
    page.show_record(system_id)
    assert seen
    assert not any(seen)
    assert any(each.isVisible() for each in page.findChildren(ValueRow))
    seen.clear()
    page.show_record(workspace.records.add("systems", {"name": "Vega", "area": "Skola"}))
    assert any(seen)


def test_the_page_follows_changes_made_elsewhere(
    page_of: Callable[[str], RecordPage], workspace: Workspace, system_id: UUID
) -> None:
    page = page_of("systems")
    page.show_record(system_id)
    workspace.records.save("systems", system_id, {"area": "Omsorg"})
    assert row(page, "area").accessibleName() == "Område: Omsorg"


def test_what_refers_here_is_shown_with_a_link(
    page_of: Callable[[str], RecordPage], workspace: Workspace, system_id: UUID, session: Session, qtbot: QtBot
) -> None:
    agreement = workspace.records.add("agreements", {"title": "Supportavtal Lifecare", "systems": [str(system_id)]})
    page = page_of("systems")
    page.show_record(system_id)
    link = next(child for child in page.findChildren(QWidget) if child.accessibleName() == "Supportavtal Lifecare")
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked.args == ["agreements", agreement]


def test_every_editor_has_a_name_for_those_who_cannot_see_it(
    page_of: Callable[[str], RecordPage], system_id: UUID
) -> None:
    page = page_of("systems")
    page.show_record(system_id)
    for section in REGISTERS["systems"].sections:
        for name in (name for name in section.fields if name not in special_of("systems").parts.left_out):
            page.edit_field(name)
            editor = row(page, name).editor
            assert editor is not None
            assert editor.focusProxy().accessibleName().startswith(REGISTERS["systems"].fields[name].label), name
            editor.cancelled.emit()


def test_in_a_middling_window_the_sections_are_a_menu_at_the_head(
    page_of: Callable[[str], RecordPage], system_id: UUID
) -> None:
    page = page_of("systems")
    page.show_record(system_id)
    assert page._jump.isVisible()
    assert not page._header.jump.isVisible()
    page.set_step(WidthStep.MIDDLE)
    assert not page._jump.isVisible()
    assert page._header.jump.isVisible()
    page._header.jump.menu().aboutToShow.emit()
    actions = page._header.jump.menu().actions()
    next(action for action in actions if action.text().startswith("Bedömning")).trigger()
    assert page._area.verticalScrollBar().value() > 0
    page.show_record(None)
    assert not page._header.jump.isVisible()


def test_rows_are_as_high_again_when_the_text_has_been_larger_for_a_while(
    page_of: Callable[[str], RecordPage], session: Session, system_id: UUID
) -> None:
    page = page_of("systems")
    page.show_record(system_id)
    before = {row.name: row.sizeHint().height() for row in page.findChildren(ValueRow)}
    session.look.set_text_factor(1.5)
    larger = {row.name: row.sizeHint().height() for row in page.findChildren(ValueRow)}
    session.look.set_text_factor(1.0)
    assert larger["purpose"] > before["purpose"]
    assert {row.name: row.sizeHint().height() for row in page.findChildren(ValueRow)} == before
