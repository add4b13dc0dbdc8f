"""What is done with an agreement: seen with its days before it is done, by keyboard or by dropping a file."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.problems import KnownError
from itadmin.domain.registers.agreements import Agreement
from itadmin.services.acting import Deed
from itadmin.services.workspace import Workspace
from itadmin.ui.acts.dialog import ActDialog, act_window
from itadmin.ui.session import Session
from itadmin.ui.widgets.reading_order import tab_stops

Show = Callable[..., ActDialog]
Add = Callable[..., UUID]

FIXED = {"starts_on": "2025-01-01", "first_term_months": 24}
RENEWED = {"starts_on": "2025-06-01", "first_term_months": 24, "renewal_months": 12, "notice_months": 3}
DRAFT = {**FIXED, "status": "invantar_underskrift"}


@pytest.fixture
def add(workspace: Workspace) -> Add:
    def make(**values: Any) -> UUID:
        return workspace.records.add("agreements", {"title": "Supportavtal & <b>", "status": "gallande", **values})

    return make


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Iterator[Show]:
    parent = QWidget()
    qtbot.addWidget(parent)

    def make(agreement: UUID, first: str = "") -> ActDialog:
        dialog = ActDialog(session, agreement, parent, first)
        with qtbot.waitActive(dialog):
            dialog.open()
            dialog.activateWindow()
        return dialog

    yield make
    for dialog in parent.findChildren(ActDialog):
        dialog.close()


@pytest.fixture
def agreement(workspace: Workspace) -> Callable[[UUID], Agreement]:
    def read(key: UUID) -> Agreement:
        record = workspace.reading().one("agreements", key).record
        assert isinstance(record, Agreement)
        return record

    return read


@pytest.fixture
def said(session: Session) -> list[tuple[str, bool]]:
    heard: list[tuple[str, bool]] = []
    session.guide.said.connect(lambda sentence, undoable: heard.append((sentence, undoable)))
    return heard


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "påskrivet.pdf"
    path.write_bytes(b"%PDF-1.7 inscannat")
    return path


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    QApplication.processEvents()


def drop(dialog: ActDialog, *paths: Path) -> bool:
    """Drop files on the dialog as the system does; whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, modifiers)
    entering.ignore()
    QApplication.sendEvent(dialog, entering)
    if entering.isAccepted():
        falling = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, modifiers)
        QApplication.sendEvent(dialog, falling)
    return entering.isAccepted()


def test_what_can_be_done_stands_there_with_what_it_leads_to(show: Show, add: Add) -> None:
    dialog = show(add(**RENEWED))
    told = {deed: dialog.choices.told(deed) for deed in dialog.choices.deeds}
    assert list(told) == [Deed.LET_RENEW, Deed.GIVE_NOTICE, Deed.REPLACE, Deed.REGISTER_SIGNED, Deed.END]
    assert told[Deed.GIVE_NOTICE] == "Avtalet upphör då 2027-05-31."
    assert dialog.choices.button(Deed.GIVE_NOTICE).accessibleDescription() == told[Deed.GIVE_NOTICE]
    assert dialog.choices.button(Deed.LET_RENEW).hasFocus()


@pytest.mark.parametrize(("first", "deed"), [("sag_upp", Deed.GIVE_NOTICE), ("fornya", Deed.LET_RENEW)])
def test_it_begins_with_what_it_was_opened_for(show: Show, add: Add, first: str, deed: Deed) -> None:
    dialog = show(add(**RENEWED), first)
    assert dialog.deed is deed
    assert dialog.choices.button(deed).isChecked()


def test_notice_is_given_by_keyboard_alone(
    show: Show, add: Add, agreement: Any, said: list[tuple[str, bool]], workspace: Workspace, type_text: Any
) -> None:
    key = add(**RENEWED)
    dialog = show(key)
    press(Qt.Key.Key_Down)
    assert dialog.deed is Deed.GIVE_NOTICE
    press(Qt.Key.Key_Tab)
    assert dialog.fields.day_line.hasFocus()
    dialog.fields.day_line.selectAll()
    type_text("2027-03-01")
    assert dialog.choices.told(Deed.GIVE_NOTICE) == "Avtalet upphör då 2028-05-31."
    assert "sista dag för att avtalet skulle upphöra 2027-05-31 var 2027-02-28" in dialog.choices.remarks.text()
    press(Qt.Key.Key_Return)
    assert (agreement(key).notice_given_on, agreement(key).status) == (date(2027, 3, 1), "uppsagt")
    assert said == [("Sade upp Supportavtal & <b>.", True)]
    workspace.undo.undo()
    assert (agreement(key).notice_given_on, agreement(key).status) == (None, "gallande")


def test_a_day_that_cannot_be_read_is_told_at_the_act_and_nothing_is_written(
    show: Show, add: Add, agreement: Any, type_text: Any
) -> None:
    key = add(**RENEWED)
    dialog = show(key, "sag_upp")
    dialog.fields.day_line.setFocus()
    dialog.fields.day_line.setText("2027-01-01")
    assert not dialog.choices.remarks.isHidden()
    dialog.fields.day_line.selectAll()
    type_text("snart")
    assert "Det går inte att läsa som en dag" in dialog.choices.told(Deed.GIVE_NOTICE)
    assert dialog.choices.remarks.isHidden()
    assert dialog.fields.day_line.property("state") == "error"
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert agreement(key).notice_given_on is None
    dialog.fields.day_line.selectAll()
    type_text("1 mars 2027")
    assert dialog.choices.told(Deed.GIVE_NOTICE) == "Avtalet upphör då 2028-05-31."
    assert not dialog.fields.day_line.property("state")


@pytest.mark.parametrize(
    ("typed", "told"), [("", "Ange hur många månader"), ("0", "mellan 1 och 1 200"), ("1 201", "mellan 1 och")]
)
def test_months_that_cannot_be_are_told(show: Show, add: Add, type_text: Any, typed: str, told: str) -> None:
    dialog = show(add(**FIXED), "fornya")
    dialog.fields.months_line.setFocus()
    dialog.fields.months_line.clear()
    type_text(typed)
    assert told in dialog.choices.told(Deed.RENEW).replace("\u00a0", " ")
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_a_prolongation_is_seen_while_it_is_typed(show: Show, add: Add, agreement: Any, type_text: Any) -> None:
    key = add(**FIXED)
    dialog = show(key)
    press(Qt.Key.Key_Tab)
    dialog.fields.months_line.selectAll()
    type_text("24", Qt.Key.Key_Return)
    (row,) = agreement(key).options
    assert (row.months, row.taken) == (24, True)
    assert agreement(key).term_ends_on == date(2026, 12, 31)


def test_leaving_an_act_tells_again_what_it_usually_leads_to(show: Show, add: Add, type_text: Any) -> None:
    dialog = show(add(**RENEWED), "sag_upp")
    dialog.fields.day_line.setText("x")
    dialog.choices.choose(Deed.END)
    assert dialog.choices.told(Deed.GIVE_NOTICE) == "Avtalet upphör då 2027-05-31."
    assert "inte uppsagt" in dialog.choices.remarks.text()
    dialog.choices.choose(Deed.GIVE_NOTICE)
    assert dialog.fields.day_line.text() == "2026-11-22"


def test_a_file_that_is_dropped_is_the_signed_agreement(show: Show, add: Add, agreement: Any, scan: Path) -> None:
    key = add(**DRAFT)
    dialog = show(key, "avsluta")
    assert drop(dialog, scan)
    assert dialog.deed is Deed.REGISTER_SIGNED
    QTest.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    (row,) = agreement(key).attachments
    assert (row.file_name, row.purpose, row.size) == ("påskrivet.pdf", "paskrivet", 18)
    assert (agreement(key).status, agreement(key).signed_on) == ("gallande", date(2026, 11, 22))


def test_a_file_that_is_dropped_on_a_notice_is_that_notice(show: Show, add: Add, agreement: Any, scan: Path) -> None:
    key = add(**RENEWED)
    dialog = show(key, "sag_upp")
    assert drop(dialog, scan)
    dialog.carry_out()
    (row,) = agreement(key).attachments
    assert row.purpose == "uppsagning"


def test_only_one_file_is_taken(show: Show, add: Add, scan: Path) -> None:
    assert not drop(show(add(**DRAFT)), scan, scan)


def test_a_file_is_chosen_and_taken_away(
    show: Show, add: Add, agreement: Any, scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(scan), ""))
    key = add(**DRAFT)
    dialog = show(key)
    QTest.mouseClick(dialog.fields.choose_file, Qt.MouseButton.LeftButton)
    assert dialog.fields.file == scan
    assert dialog.choices.remarks.isHidden()
    QTest.mouseClick(dialog.fields.drop_file, Qt.MouseButton.LeftButton)
    assert dialog.choices.remarks.text() == "Ingen påskriven fil är bifogad."
    dialog.carry_out()
    assert agreement(key).attachments == ()


def test_a_file_that_is_gone_is_told_and_nothing_is_written(show: Show, add: Add, agreement: Any, scan: Path) -> None:
    key = add(**DRAFT)
    dialog = show(key)
    dialog.take_file(scan)
    scan.unlink()
    dialog.carry_out()
    assert dialog.isVisible()
    assert "går inte att läsa" in dialog.choices.told(Deed.REGISTER_SIGNED)
    assert agreement(key).status == "invantar_underskrift"


def test_the_day_of_signature_that_is_known_stands_there(show: Show, add: Add) -> None:
    dialog = show(add(**FIXED, signed_on="2024-12-01"), "registrera_paskrivet")
    assert dialog.fields.day_line.text() == "2024-12-01"


def test_the_new_agreement_is_opened(show: Show, add: Add, session: Session, agreement: Any) -> None:
    opened: list[Any] = []
    session.guide.record_wanted.connect(lambda *place: opened.append(place))
    old = add(**FIXED, kind="driftavtal")
    show(old, "ersatt").carry_out()
    ((register, new),) = opened
    assert register == "agreements"
    assert (agreement(new).replaces, agreement(new).number) == (old, "DA-2026-001")
    show(add(**FIXED, kind="supportavtal"), "ersatt").carry_out()
    assert agreement(opened[-1][1]).number == ""


def test_the_letter_is_opened_without_anything_being_written(
    show: Show, add: Add, session: Session, agreement: Any
) -> None:
    wanted: list[Any] = []
    session.guide.paper_wanted.connect(lambda *paper: wanted.append(paper))
    key = add(**RENEWED)
    dialog = show(key, "sag_upp")
    QTest.mouseClick(dialog.fields.letter, Qt.MouseButton.LeftButton)
    assert wanted == [("notice_letter", key)]
    assert dialog.isVisible()
    assert agreement(key).notice_given_on is None
    dialog.choices.choose(Deed.END)
    assert dialog.fields.letter.isHidden()


def test_what_changes_beside_it_is_seen(show: Show, add: Add, workspace: Workspace) -> None:
    key = add(**RENEWED)
    dialog = show(key, "sag_upp")
    workspace.records.save("agreements", key, {"notice_months": 12})
    assert dialog.choices.told(Deed.GIVE_NOTICE) == "Avtalet upphör då 2028-05-31."
    workspace.records.delete("agreements", [key])
    assert not dialog.isVisible()


def test_every_stop_has_a_name_and_shows_the_focus(show: Show, add: Add, scan: Path) -> None:
    dialog = show(add(**RENEWED), "sag_upp")
    dialog.take_file(scan)
    names = []
    for stop in tab_stops(dialog):
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        with_focus = stop.grab().toImage()
        stop.clearFocus()
        assert stop.grab().toImage() != with_focus
        names.append(QAccessible.queryAccessibleInterface(stop).text(QAccessible.Text.Name))
    assert names == [
        "Säg upp avtalet", "Uppsagt den", "Skapa uppsägning…", "Välj fil: uppsägningen", "Ta bort påskrivet.pdf",
        "Avbryt", "Genomför",
    ]  # fmt: skip


def test_escape_leaves_everything_as_it_was(show: Show, add: Add, agreement: Any) -> None:
    key = add(**RENEWED)
    before = agreement(key)
    dialog = show(key, "sag_upp")
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    press(Qt.Key.Key_Escape)
    assert closed == [0]
    assert agreement(key) == before


def test_another_s_agreement_opens_no_dialog(session: Session, add: Add, workspace: Workspace) -> None:
    key = add(**RENEWED)
    workspace.records.delete("agreements", [key])
    with pytest.raises(KnownError, match="papperskorgen"):
        act_window(session, key)


def test_the_dialog_is_no_higher_than_the_screen(show: Show, add: Add) -> None:
    dialog = show(add(**RENEWED), "sag_upp")
    dialog.look.set_text_factor(2.0)
    QApplication.processEvents()
    screen = dialog.screen()
    assert screen is not None
    assert dialog.height() <= screen.availableGeometry().height()


def test_the_act_that_is_chosen_comes_into_sight(show: Show, add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ActDialog, "_most_height", lambda _dialog: 300)
    dialog = show(add(**RENEWED), "sag_upp")
    assert dialog.choices.button(Deed.END).visibleRegion().isEmpty()
    for _ in dialog.choices.deeds:
        press(Qt.Key.Key_Down)
    assert dialog.choices.button(Deed.END).isChecked()
    assert not dialog.choices.button(Deed.END).visibleRegion().isEmpty()


def test_tab_brings_what_it_comes_to_into_sight(show: Show, add: Add) -> None:
    dialog = show(add(**RENEWED), "registrera_paskrivet")
    dialog.look.set_text_factor(2.0)
    QApplication.processEvents()
    area = dialog.findChild(QScrollArea)
    assert area is not None
    area.verticalScrollBar().setValue(0)
    dialog.choices.button(Deed.REGISTER_SIGNED).setFocus()
    assert dialog.fields.choose_file.visibleRegion().isEmpty()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert dialog.fields.choose_file.hasFocus()
    assert not dialog.fields.choose_file.visibleRegion().isEmpty()


def test_the_handling_that_is_out_is_registered_with_its_agreement(
    show: Show, add: Add, workspace: Workspace, scan: Path
) -> None:
    key = add(**DRAFT)
    about = {"paper_type": "operations_agreement", "about_register": "agreements", "about": str(key)}
    paper = workspace.records.add("papers", {"number": "2026-0001", "status": "skickat", **about})
    dialog = show(key, Deed.REGISTER_SIGNED)
    dialog.take_file(scan)
    dialog.carry_out()
    found: Any = workspace.reading().one("papers", paper).record
    assert (found.status, found.signed_on) == ("paskrivet", date(2026, 11, 22))
    workspace.undo.undo()
    again: Any = workspace.reading().one("papers", paper).record
    assert again.status == "skickat"
