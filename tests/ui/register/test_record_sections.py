"""A record has the sections of its kind, those where something is filled in, and the rest when they are asked for."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.record_sections import RecordSections
from itadmin.ui.widgets.jump_list import JumpList

BACKUP = "Säkerhetskopiering och kontinuitet"
PRIVACY = "Instruktion för personuppgifter"
COMMON = ["Översikt", "Avtalstid", "Parter", "Ekonomi", "Upphandling", "Underskrift", "Länkar och filer"]


@pytest.fixture
def licence(workspace: Workspace) -> UUID:
    return workspace.records.add("agreements", {"title": "Licenser Office", "kind": "licensavtal"})


@pytest.fixture
def page(page_of: Callable[[str], RecordPage], licence: UUID) -> RecordPage:
    page = page_of("agreements")
    page.show_record(licence)
    return page


def shown(page: RecordPage) -> list[str]:
    """The sections that are shown, which are those that the jump list has."""
    QApplication.processEvents()
    seen = [block.section.title for block in page.findChild(RecordSections).blocks if block.isVisible()]
    model = page.findChild(JumpList).model()
    jumps = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert [title for title in jumps if title in seen] == seen
    described = {block.section.title for block in page.findChild(RecordSections).blocks}
    assert not described & set(jumps) - set(seen)
    return seen


def link(page: RecordPage) -> QAbstractButton:
    button = page.findChild(RecordSections).findChild(QAbstractButton)
    assert isinstance(button, QAbstractButton)
    return button


def test_a_record_has_the_sections_of_its_kind_and_follows_when_the_kind_is_changed(
    page: RecordPage, workspace: Workspace, licence: UUID
) -> None:
    assert shown(page) == COMMON
    workspace.records.save("agreements", licence, {"kind": "driftavtal"})
    assert BACKUP in shown(page)
    workspace.records.save("agreements", licence, {"kind": "pub_avtal"})
    assert BACKUP not in shown(page)
    assert PRIVACY in shown(page)


def test_a_section_where_something_is_filled_in_is_shown_whatever_the_kind(
    page: RecordPage, workspace: Workspace, licence: UUID
) -> None:
    workspace.records.save("agreements", licence, {"rto_hours": 4})
    assert BACKUP in shown(page)
    workspace.records.save("agreements", licence, {"rto_hours": None})
    assert BACKUP not in shown(page)


def test_the_rest_is_a_link_away_until_another_record_is_shown(
    page: RecordPage, workspace: Workspace, licence: UUID, qtbot: QtBot
) -> None:
    assert link(page).text() == "Visa alla avsnitt"
    qtbot.mouseClick(link(page), Qt.MouseButton.LeftButton)
    assert {BACKUP, PRIVACY} < set(shown(page))
    qtbot.mouseClick(link(page), Qt.MouseButton.LeftButton)
    assert shown(page) == COMMON
    qtbot.mouseClick(link(page), Qt.MouseButton.LeftButton)
    page.show_record(workspace.records.add("agreements", {"title": "Fler licenser", "kind": "licensavtal"}))
    assert shown(page) == COMMON


def test_what_has_all_its_sections_has_no_link(page_of: Callable[[str], RecordPage], system_id: UUID) -> None:
    page = page_of("systems")
    page.show_record(system_id)
    assert not page.findChild(RecordSections).isVisible()


def test_a_field_that_is_led_to_shows_its_section_while_it_is_written(
    page: RecordPage, type_text: Callable[..., None]
) -> None:
    page.edit_field("rto_hours")
    assert BACKUP in shown(page)
    type_text("", Qt.Key.Key_Escape)
    assert BACKUP not in shown(page)
    page.edit_field("rto_hours")
    type_text("8", Qt.Key.Key_Return)
    assert BACKUP in shown(page)


def test_a_draft_in_a_section_that_the_kind_has_not_is_there_when_one_comes_back(
    page: RecordPage, workspace: Workspace, licence: UUID, type_text: Callable[..., None]
) -> None:
    page.edit_field("rto_hours")
    type_text("många")
    page.leave()
    page.show_record(workspace.records.add("agreements", {"title": "Annat", "kind": "licensavtal"}))
    assert BACKUP not in shown(page)
    page.show_record(licence)
    assert BACKUP in shown(page)


def test_a_section_that_is_not_shown_has_no_rows_to_walk_to(
    page: RecordPage, workspace: Workspace, licence: UUID
) -> None:
    workspace.records.save("agreements", licence, {"rto_hours": 4})
    block = next(block for block in page.findChild(RecordSections).blocks if block.section.title == BACKUP)
    assert [row.name for row in block.rows()] == ["rto_hours"]
    block.hide()
    assert block.rows() == []


def test_nothing_is_missing_of_a_neighbours_record(page: RecordPage, workspace: Workspace, licence: UUID) -> None:
    sections = page.findChild(RecordSections)
    read = workspace.reading().one("agreements", licence)
    asked = said(sections, "saknas")
    assert len(asked) > 1
    sections.show_read(read, (), writable=(), withheld=asked[:1])
    assert sum(block.missing_count() for block in sections.blocks) == 0
    assert (said(sections, "delas inte"), said(sections, "saknas")) == (asked[:1], [])


def said(sections: RecordSections, what: str) -> list[str]:
    """The fields of which that is said instead of a value."""
    rows = [row for block in sections.blocks for row in block.rows()]
    return [row.name for row in rows if row.accessibleName().endswith(f": {what}")]
