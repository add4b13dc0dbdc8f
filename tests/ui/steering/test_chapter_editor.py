"""The window where chapters are written: by mouse and keys, one step a chapter, pages that follow, what is locked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.documents.chapters import shipped_chapters
from itadmin.domain.problems import KnownError
from itadmin.services.workspace import Workspace
from itadmin.ui.look.look import Look
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.session import Session
from itadmin.ui.steering import ChapterEditor, words
from itadmin.ui.steering.chapters_read import ADDED, AS_BELOW, REPLACES
from itadmin.ui.steering.paper_types import paper_type

SHIPPED = shipped_chapters("it_instruktion_drift")
BACKUP = next(chapter for chapter in SHIPPED if chapter.key == "sakerhetskopiering")


@pytest.fixture
def steps(session: Session) -> list[str]:
    told: list[str] = []
    session.bus.changed.connect(lambda changes, _initiator: told.append(changes.title))
    return told


def headings(editor: ChapterEditor) -> list[str]:
    return [line.heading for line in editor.chapters.model.lines]


def told(editor: ChapterEditor) -> str:
    line = editor.chapters.current
    assert line is not None
    return line.told


def click_chapter(editor: ChapterEditor, qtbot: QtBot, row: int) -> None:
    table = editor.chapters.table
    place = table.visualRect(table.model().index(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def printed_text(editor: ChapterEditor) -> str:
    """What the pages say."""
    assert editor.live._pdf is not None
    document: pypdfium2.PdfDocument = editor.live._pdf._document
    return "\n".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", " ")


def write(editor: ChapterEditor, qtbot: QtBot, text: str) -> None:
    editor.pane.text.setFocus()
    editor.pane.text.selectAll()
    qtbot.keyClicks(editor.pane.text, text)


def test_it_opens_on_the_first_chapter_with_the_pages_beside(editor: ChapterEditor) -> None:
    assert headings(editor)[0] == f"1  {SHIPPED[0].heading}"
    assert editor.pane.heading.text() == SHIPPED[0].heading
    assert editor.pane.text.toPlainText() == SHIPPED[0].text
    assert told(editor) == "Programmets text"
    assert editor.live.isVisible()
    assert "IT-instruktion Drift" in printed_text(editor)


def test_what_is_written_is_one_step_when_the_chapter_is_left(
    editor: ChapterEditor, steps: list[str], qtbot: QtBot
) -> None:
    write(editor, qtbot, "Helt ny text.")
    assert steps == []
    assert editor.live.status.said.text() == words.UNSAVED
    click_chapter(editor, qtbot, 2)
    assert len(steps) == 1
    assert editor.pane.heading.text() == SHIPPED[2].heading
    click_chapter(editor, qtbot, 0)
    assert editor.pane.text.toPlainText() == "Helt ny text."
    assert told(editor) == "Ändrat, gemensamt"
    assert len(steps) == 1


def test_the_pages_show_what_is_written_before_it_is_saved(editor: ChapterEditor, qtbot: QtBot) -> None:
    write(editor, qtbot, "Ett alldeles nytt stycke.")
    assert "nytt stycke" not in printed_text(editor)
    qtbot.waitUntil(lambda: "Ett alldeles nytt stycke." in printed_text(editor), timeout=3000)
    assert editor.pane.is_changed


def test_the_pages_stand_at_the_chapter_that_is_chosen(editor: ChapterEditor) -> None:
    editor.choose(BACKUP.key)
    assert editor.live.pages.current_page() > 2


def test_the_chosen_pages_stay_while_one_writes(editor: ChapterEditor, qtbot: QtBot) -> None:
    editor.choose(BACKUP.key)
    page = editor.live.pages.current_page()
    write(editor, qtbot, "Kort.")
    qtbot.waitUntil(lambda: "Kort." in printed_text(editor), timeout=3000)
    assert editor.live.pages.current_page() == page


def test_what_is_saved_leaves_the_cursor_where_it_is(editor: ChapterEditor, qtbot: QtBot) -> None:
    write(editor, qtbot, "Ny text.")
    qtbot.keyClick(editor.pane.text, Qt.Key.Key_Left)
    qtbot.keyClick(editor.pane.text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(1)
    assert editor.pane.text.textCursor().position() == len("Ny text")


def test_ctrl_s_saves_and_stays(editor: ChapterEditor, steps: list[str], qtbot: QtBot) -> None:
    write(editor, qtbot, "Ny text.")
    qtbot.keyClick(editor.pane.text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert len(steps) == 1
    assert not editor.pane.is_changed
    assert editor.live.status.said.text() == words.SAVED


def test_undo_takes_the_step_back_and_shows_it(editor: ChapterEditor, workspace: Workspace, qtbot: QtBot) -> None:
    write(editor, qtbot, "Ny text.")
    editor.save()
    qtbot.keyClick(editor.chapters.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: editor.pane.text.toPlainText() == SHIPPED[0].text)
    assert workspace.reading().count("steering_chapters") == 0
    editor.redo()
    qtbot.waitUntil(lambda: editor.pane.text.toPlainText() == "Ny text.")


def test_closing_saves(editor: ChapterEditor, workspace: Workspace, steps: list[str], qtbot: QtBot) -> None:
    write(editor, qtbot, "Ny text.")
    editor.close()
    assert len(steps) == 1
    assert workspace.reading().count("steering_chapters") == 1


def test_a_new_chapter_gets_its_heading_first(
    editor: ChapterEditor, type_text: Callable[..., None], qtbot: QtBot
) -> None:
    click_chapter(editor, qtbot, 1)
    qtbot.mouseClick(editor.chapters.new, Qt.MouseButton.LeftButton)
    assert (headings(editor)[2], told(editor)) == ("Nytt kapitel", "Utan text, skrivs inte ut")
    assert editor.pane.heading.hasFocus()
    type_text("Vår egen del")
    write(editor, qtbot, "Vi tar det lugnt.")
    editor.save()
    assert headings(editor)[2:4] == ["3  Vår egen del", f"4  {SHIPPED[2].heading}"]
    assert told(editor) == "Eget kapitel, gemensamt"
    assert editor.chapters.back.text() == "Ta bort"
    assert not editor.chapters.out.isEnabled()
    qtbot.mouseClick(editor.chapters.back, Qt.MouseButton.LeftButton)
    assert len(headings(editor)) == len(SHIPPED)


def test_a_chapter_without_heading_keeps_the_one_it_had(editor: ChapterEditor, qtbot: QtBot) -> None:
    editor.pane.heading.setFocus()
    editor.pane.heading.selectAll()
    qtbot.keyClick(editor.pane.heading, Qt.Key.Key_Delete)
    click_chapter(editor, qtbot, 1)
    assert headings(editor)[0] == f"1  {SHIPPED[0].heading}"


def test_chapters_move_with_alt_and_an_arrow(editor: ChapterEditor, steps: list[str], qtbot: QtBot) -> None:
    editor.chapters.table.setFocus()
    qtbot.keyClick(editor.chapters.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert headings(editor)[:2] == [f"1  {SHIPPED[1].heading}", f"2  {SHIPPED[0].heading}"]
    assert editor.chapters.table.currentIndex().row() == 1
    assert steps == [f"Flyttade kapitlet {SHIPPED[0].heading}"]
    assert told(editor) == "Programmets text"


def test_a_chapter_is_left_out_and_taken_in(editor: ChapterEditor, qtbot: QtBot) -> None:
    qtbot.mouseClick(editor.chapters.out, Qt.MouseButton.LeftButton)
    assert headings(editor)[:2] == [SHIPPED[0].heading, f"1  {SHIPPED[1].heading}"]
    assert told(editor) == "Utelämnat"
    assert editor.pane.text.isReadOnly()
    assert editor.pane.notice.isVisible()
    assert editor.chapters.out.text() == "Ta med"
    qtbot.mouseClick(editor.chapters.out, Qt.MouseButton.LeftButton)
    assert headings(editor)[0] == f"1  {SHIPPED[0].heading}"
    assert not editor.pane.notice.isVisible()


def test_the_shipped_text_is_taken_back(editor: ChapterEditor, qtbot: QtBot) -> None:
    assert not editor.chapters.back.isEnabled()
    write(editor, qtbot, "Ny text.")
    assert editor.chapters.back.isEnabled()
    qtbot.mouseClick(editor.chapters.back, Qt.MouseButton.LeftButton)
    assert editor.pane.text.toPlainText() == SHIPPED[0].text


def test_what_was_taken_back_is_undone_where_it_is_told(editor: ChapterEditor, qtbot: QtBot) -> None:
    write(editor, qtbot, "Ny text.")
    editor.save()
    qtbot.mouseClick(editor.chapters.back, Qt.MouseButton.LeftButton)
    status = editor.live.status
    assert (status.said.text(), status.undo.isVisible()) == (words.TAKEN_BACK, True)
    qtbot.mouseClick(status.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: editor.pane.text.toPlainText() == "Ny text.")
    assert not status.undo.isVisible()


@pytest.mark.parametrize("place", ["heading", "text", "back"])
def test_the_keys_of_undo_reach_the_register_from_where_nothing_is_typed(
    editor: ChapterEditor, place: str, qtbot: QtBot
) -> None:
    write(editor, qtbot, "Ny text.")
    editor.save()
    qtbot.mouseClick(editor.chapters.back, Qt.MouseButton.LeftButton)
    field = {"heading": editor.pane.heading, "text": editor.pane.text, "back": None}[place]
    if field is not None:
        field.setFocus()
    focused = editor.focusWidget() or editor
    qtbot.keyClick(focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: editor.pane.text.toPlainText() == "Ny text.")
    qtbot.keyClick(focused, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: editor.pane.text.toPlainText() == SHIPPED[0].text)


def test_what_is_typed_in_a_heading_is_undone_there(
    editor: ChapterEditor, steps: list[str], type_text: Callable[..., None], qtbot: QtBot
) -> None:
    editor.pane.heading.setFocus()
    editor.pane.heading.setCursorPosition(0)
    type_text("Nu ")
    qtbot.keyClick(editor.pane.heading, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (editor.pane.heading.text(), steps) == (SHIPPED[0].heading, [])


def test_undo_is_offered_only_while_the_told_step_is_the_newest(
    editor: ChapterEditor, workspace: Workspace, qtbot: QtBot
) -> None:
    qtbot.mouseClick(editor.chapters.down, Qt.MouseButton.LeftButton)
    assert (editor.live.status.said.text(), editor.live.status.undo.isVisible()) == (words.MOVED, True)
    workspace.records.add("steering_documents", {"title": "Annat"})
    assert not editor.live.status.undo.isVisible()


def test_moving_beyond_the_ends_says_nothing(editor: ChapterEditor, qtbot: QtBot) -> None:
    editor.chapters.table.setFocus()
    qtbot.keyClick(editor.chapters.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert not editor.live.status.undo.isVisible()


def test_a_kommuns_own_chapter_stands_last_so_the_common_keep_their_numbers(
    editor: ChapterEditor, qtbot: QtBot
) -> None:
    editor.set_level(editor._own)
    common = headings(editor)
    qtbot.mouseClick(editor.chapters.new, Qt.MouseButton.LeftButton)
    assert editor.live.status.said.text() == words.ADDED_LAST
    write(editor, qtbot, "Vi tar det lugnt.")
    editor.save()
    assert headings(editor) == [*common, f"{len(common) + 1}  Nytt kapitel"]
    qtbot.mouseClick(editor.chapters.up, Qt.MouseButton.LeftButton)
    assert editor.live.status.said.text() == words.MOVED_HERE


def test_the_buttons_keep_their_places(editor: ChapterEditor, qtbot: QtBot) -> None:
    buttons = (editor.chapters.new, editor.chapters.up, editor.chapters.down, editor.chapters.out, editor.chapters.back)
    places = [button.geometry() for button in buttons]
    qtbot.mouseClick(editor.chapters.out, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(editor.chapters.new, Qt.MouseButton.LeftButton)
    qtbot.wait(1)
    assert [button.geometry() for button in buttons] == places


def test_a_kommun_adds_its_own_after_the_common_text(editor: ChapterEditor, qtbot: QtBot) -> None:
    tab = editor.top.levels.tabRect(1).center()
    qtbot.mouseClick(editor.top.levels, Qt.MouseButton.LeftButton, pos=tab)
    assert editor.pane.text.isReadOnly()
    assert editor.pane.manner.currentData() == AS_BELOW
    editor.pane.manner.setFocus()
    qtbot.keyClick(editor.pane.manner, Qt.Key.Key_Down)
    assert editor.pane.manner.currentData() == ADDED
    assert editor.pane.text.toPlainText() == ""
    write(editor, qtbot, "Hos oss.")
    editor.save()
    assert told(editor) == "Gemensamt med vårt tillägg"
    qtbot.mouseClick(editor.top.levels, Qt.MouseButton.LeftButton, pos=editor.top.levels.tabRect(0).center())
    assert editor.pane.text.toPlainText() == SHIPPED[0].text
    assert told(editor) == "Programmets text"


def test_a_kommun_replaces_the_common_text_and_takes_it_back(editor: ChapterEditor) -> None:
    editor.set_level(editor._own)
    editor.set_manner(REPLACES)
    assert editor.pane.text.toPlainText() == SHIPPED[0].text
    editor.pane.text.setPlainText("Bara vår.")
    editor.save()
    assert told(editor) == "Vår egen text"
    editor.set_manner(AS_BELOW)
    assert (told(editor), editor.pane.text.toPlainText()) == ("Programmets text", SHIPPED[0].text)


def test_the_values_of_the_text_are_told_and_changed_below(
    editor: ChapterEditor, workspace: Workspace, qtbot: QtBot
) -> None:
    editor.choose(BACKUP.key)
    rows = {row.field.label: row for row in editor.pane.values.findChildren(ValueRow) if not row.isHidden()}
    assert set(rows) == {
        "Hur ofta säkerhetskopior tas",
        "Hur länge säkerhetskopior sparas",
        "Hur ofta återläsning provas",
    }
    row = rows["Hur ofta säkerhetskopior tas"]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 10, 8))
    assert row.editor is not None
    field = row.editor.focusProxy()
    assert isinstance(field, QWidget)
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "varje timme")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    reading = workspace.reading()
    (kept,) = (read.record for read in reading.many("document_variables", reading.keys("document_variables")).values())
    record: Any = kept
    assert (record.name, record.value, record.municipality) == ("backup_frekvens", "varje timme", None)
    qtbot.waitUntil(lambda: "varje timme" in printed_text(editor), timeout=3000)


def test_names_that_nobody_knows_are_told(session: Session, routine: UUID, qtbot: QtBot) -> None:
    editor = ChapterEditor(session, routine)
    editor.show()
    editor.choose(editor.chapters.model.lines[1].key)
    assert editor.pane.told.text() == words.UNKNOWN_NAMES
    assert [row.field.label for row in editor.pane.values.findChildren(ValueRow)] == ["okand"]
    qtbot.keyClicks(editor.pane.text, "{{servicedesk_telefon}} ")
    qtbot.waitUntil(lambda: len(editor.pane.values.findChildren(ValueRow)) == 2)
    editor.close()


def test_a_decided_document_is_only_read(editor: ChapterEditor, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.records.save("steering_documents", editor._work.document_id, {"status": "faststalld"})
    qtbot.waitUntil(editor.pane.text.isReadOnly)
    assert editor.pane.notice.isVisible()
    assert not editor.chapters.new.isEnabled()
    assert not editor.chapters.out.isEnabled()


def test_what_is_refused_stays_and_the_window_closes_when_asked_again(
    editor: ChapterEditor, workspace: Workspace, qtbot: QtBot
) -> None:
    write(editor, qtbot, "Ny text.")
    workspace.records.save("steering_documents", editor._work.document_id, {"status": "faststalld"})
    click_chapter(editor, qtbot, 1)
    assert editor.pane.text.toPlainText() == "Ny text."
    assert editor.chapters.table.currentIndex().row() == 0
    assert editor.pane.notice.accessibleName().startswith("Texten är inte sparad.")
    assert not editor.close()
    assert editor.pane.notice.accessibleName().startswith("Texten är inte sparad.")
    assert editor.close()


def test_the_window_closes_with_its_document(editor: ChapterEditor, session: Session, qtbot: QtBot) -> None:
    write(editor, qtbot, "Ny text.")
    said: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: said.append(sentence))
    session.workspace.undo.undo()
    qtbot.waitUntil(lambda: not isValid(editor) or not editor.isVisible())
    assert said


def test_where_there_is_little_room_one_turns_between_text_and_pages(
    editor: ChapterEditor, look: Look, qtbot: QtBot
) -> None:
    assert not editor.top.turn.isVisible()
    editor.resize(1000, 700)
    assert editor.top.turn.isVisible()
    assert (editor.pane.isVisible(), editor.live.isVisible()) == (True, False)
    qtbot.mouseClick(editor.top.turn, Qt.MouseButton.LeftButton)
    assert (editor.pane.isVisible(), editor.live.isVisible()) == (False, True)
    editor.resize(1440, 900)
    assert (editor.pane.isVisible(), editor.live.isVisible(), editor.top.turn.isVisible()) == (True, True, False)


def test_it_leads_to_the_document_window(editor: ChapterEditor, session: Session, qtbot: QtBot) -> None:
    asked: list[tuple[str, object]] = []
    session.guide.paper_wanted.connect(lambda kind, record: asked.append((kind, record)))
    qtbot.mouseClick(editor.top.paper, Qt.MouseButton.LeftButton)
    assert asked == [("it_instruction", editor._work.document_id)]


def test_a_document_written_elsewhere_has_no_chapters(session: Session, workspace: Workspace) -> None:
    document = workspace.records.add("steering_documents", {"title": "Policy på papper"})
    with pytest.raises(KnownError, match="ingen text i programmet"):
        ChapterEditor(session, document)


def test_a_text_of_ones_own_has_only_the_chapters_one_writes(session: Session, routine: UUID) -> None:
    editor = ChapterEditor(session, routine)
    assert headings(editor) == ["1  Syfte", "2  Ansvar"]
    assert editor.chapters.back.text() == "Ta bort"
    editor.close()


def test_a_register_of_an_earlier_day_is_only_read(
    session: Session, routine: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workspace, "writable", False)
    editor = ChapterEditor(session, routine)
    assert editor.pane.text.isReadOnly()
    assert not editor.chapters.new.isEnabled()
    assert editor.pane.notice.accessibleName().startswith("Bara att läsa.")
    editor.close()


@pytest.mark.parametrize(
    ("template", "kind"),
    [
        ("it_instruktion_anvandare", "it_instruction"),
        ("egen_text", "steering_document"),
        ("it_policy", "it_policy"),
        ("", ""),
    ],
)
def test_which_paper_a_text_is_printed_as(template: str, kind: str) -> None:
    assert paper_type(template) == kind


def test_a_value_is_put_in_the_text_from_its_menu(editor: ChapterEditor, qtbot: QtBot) -> None:
    editor.pane.text.selectAll()
    menu = editor.pane.tools.values.menu()
    editor.refresh()
    assert editor.pane.tools.values.menu() is menu
    below = {action.text(): action.menu() for action in menu.actions() if action.menu()}
    phones = below["Servicedesk och kontakter"]
    assert isinstance(phones, QMenu)
    phones.actions()[-1].trigger()
    assert editor.pane.text.toPlainText() == "{{incident_telefon}}"


def test_one_stands_on_the_chapter_that_comes_back(editor: ChapterEditor, qtbot: QtBot) -> None:
    click_chapter(editor, qtbot, 2)
    qtbot.mouseClick(editor.chapters.new, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(editor.chapters.back, Qt.MouseButton.LeftButton)
    assert editor.pane.heading.text() == SHIPPED[3].heading
    qtbot.mouseClick(editor.live.status.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: editor.pane.heading.text() == words.NEW_HEADING)
    assert editor.chapters.table.currentIndex().row() == 3
