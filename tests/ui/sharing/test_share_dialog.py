"""Dela med grannar: what goes out is told field by field, and the file is made, proven and told of."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import NEIGHBOURS, reach
from itadmin.services.receiving.parcels import PasswordNeededError, read_parcel
from itadmin.services.sharing.field_names import told_names
from itadmin.services.sharing.own_profiles import leave_out
from itadmin.services.sharing.profiles import profiles_of
from itadmin.services.workspace import Workspace
from itadmin.ui.session import Session
from itadmin.ui.sharing.grouped_rows import HEADING
from itadmin.ui.sharing.profile_name import ProfileNameDialog
from itadmin.ui.sharing.share_dialog import CHOOSE, DONE, PROTECT, ShareDialog
from itadmin.ui.widgets.prose import plain_text


@pytest.fixture
def dialog(session: Session, workspace: Workspace, qtbot: QtBot) -> ShareDialog:
    workspace.records.add("systems", {"name": "Lifecare"})
    workspace.records.add("people", {"name": "Eva Ek"})
    return opened(session, qtbot)


def opened(session: Session, qtbot: QtBot) -> ShareDialog:
    dialog = ShareDialog(session, None)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def cells(dialog: ShareDialog) -> list[tuple[str, str]]:
    model = dialog.profile_page.fields.table.rows
    rows = range(model.rowCount())
    return [(model.index(row, 0).data(), model.index(row, 1).data()) for row in rows]


def headings(dialog: ShareDialog) -> list[int]:
    model = dialog.profile_page.fields.table.rows
    return [row for row in range(model.rowCount()) if model.index(row, 0).data(HEADING)]


def notice(dialog: ShareDialog) -> str:
    shown = dialog.profile_page.notice.shown()
    return plain_text(shown.prose) if shown else ""


def make(dialog: ShareDialog, path: Path) -> None:
    dialog.go_on()
    dialog.make(path)


def test_what_goes_out_is_told_register_by_register(dialog: ShareDialog) -> None:
    assert dialog.profile_page.holds.text() == "3 poster: 1 system, 1 organisation och 1 annan."
    assert dialog.profile_page.before.text() == "Ni har inte delat något än."
    told = cells(dialog)
    assert told[0][0] == "System"
    assert told[0][1].startswith("1 post · ")
    assert ("Namn", "till grannar") in told
    assert ("E-post", "till grannar, personuppgift") in told
    assert ("Konfidentialitet", "bara till IT-chefsgruppen") not in told


def test_what_stays_at_home_is_told_with_why(dialog: ShareDialog) -> None:
    dialog.profile_page.fields.tabs.setCurrentIndex(1)
    told = cells(dialog)
    assert ("Konfidentialitet", "bara till IT-chefsgruppen") in told
    assert ("Delningsprofiler", "hela registret stannar hemma") in told


def test_fields_are_searched_for_by_their_own_name_or_the_registers(dialog: ShareDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.profile_page.fields.search, "e-post")
    assert {label for label, why in cells(dialog) if why.endswith("personuppgift")} == {"E-post", "Kontakter: E-post"}


def test_another_profile_is_counted_anew(dialog: ShareDialog) -> None:
    dialog.profile_page.choose("grannar_utan_personer")
    assert dialog.profile_page.holds.text() == "2 poster: 1 system och 1 organisation."
    assert ("E-post", "till grannar, personuppgift") not in cells(dialog)


def test_the_file_is_made_and_told_of(dialog: ShareDialog, tmp_path: Path, session: Session) -> None:
    path = tmp_path / "ut.itdelning"
    make(dialog, path)
    parcel = read_parcel(path)
    assert dialog.pages.currentIndex() == DONE
    assert dialog.shared_page.sentence.text() == "Delningsfil nr 1 är sparad och kontrollerad."
    assert dialog.shared_page.fingerprint.text() == parcel.fingerprint
    assert not dialog.shared_page.phrase.isVisible()
    assert dict(parcel.counts) == {"systems": 1, "people": 1, "organisations": 1}


def test_a_file_with_a_password_opens_with_the_words_that_were_shown(
    dialog: ShareDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "ut.itdelning"
    dialog.go_on()
    assert dialog.pages.currentIndex() == PROTECT
    qtbot.keyClick(dialog.password_page.protects, Qt.Key.Key_Space)
    first = dialog.password_page.password()
    qtbot.mouseClick(dialog.password_page.another, Qt.MouseButton.LeftButton)
    phrase = dialog.password_page.password()
    assert len(phrase.split()) == 6
    assert phrase != first
    dialog.make(path)
    assert dialog.shared_page.phrase.text() == phrase
    qtbot.mouseClick(dialog.shared_page.phrase.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == phrase
    with pytest.raises(PasswordNeededError):
        read_parcel(path)
    assert read_parcel(path, password=phrase).manifest.number == 1


def test_nothing_new_is_said_and_may_be_sent_all_the_same(
    dialog: ShareDialog, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    make(dialog, tmp_path / "ett.itdelning")
    again = opened(session, qtbot)
    assert notice(again) == "Inget nytt sedan 2026-11-22. En ny fil säger samma sak som den förra."
    assert again.profile_page.before.text() == "Senast delat 2026-11-22, fil nr 1 (Grannar)."
    assert again.forward.isEnabled()


def test_a_narrower_profile_is_agreed_to_before_it_takes_anything_away(
    dialog: ShareDialog, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    make(dialog, tmp_path / "ett.itdelning")
    again = opened(session, qtbot)
    again.profile_page.choose("grannar_utan_personer")
    assert notice(again).startswith("Tar bort uppgifter. Profilen är snävare än den förra filens. Hos mottagarna")
    assert not again.forward.isEnabled()
    again.profile_page.agree.setChecked(True)
    again.go_on()
    assert again.pages.currentIndex() == PROTECT


def test_all_that_receivers_lose_is_named_and_scrolled_where_it_is_much(
    dialog: ShareDialog, session: Session, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace.records.add("agreements", {"title": "Driftavtal"})
    make(dialog, tmp_path / "ett.itdelning")
    fields = list(reach(NEIGHBOURS, REGISTERS["agreements"]) - {"title"})
    key = leave_out(workspace, NEIGHBOURS, [("agreements", name) for name in fields[:2]], "Lite")
    leave_out(workspace, NEIGHBOURS, [("agreements", name) for name in fields], "Mycket")
    again = opened(session, qtbot)
    again.profile_page.choose(key)
    area = again.profile_page.told
    assert (area.is_scrolled, area.focusPolicy()) == (False, Qt.FocusPolicy.NoFocus)
    again.profile_page.choose(next(each.key for each in profiles_of(workspace.reading()) if each.name == "Mycket"))
    assert "till." not in notice(again)
    labels = told_names(REGISTERS["agreements"], fields)
    assert all(label in notice(again) for label in labels)
    qtbot.waitUntil(lambda: area.is_scrolled and area.focusPolicy() == Qt.FocusPolicy.StrongFocus)
    assert area.height() < again.height() / 2
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0


def test_the_profile_of_last_time_is_chosen(
    dialog: ShareDialog, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.profile_page.choose("itchefsgruppen")
    make(dialog, tmp_path / "ett.itdelning")
    assert opened(session, qtbot).profile_page.profile.key == "itchefsgruppen"


def test_where_is_asked_with_a_name_that_says_whose_and_when(
    dialog: ShareDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: object, _title: str, proposal: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(proposal).name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    dialog.go_on()
    dialog.go_on()
    assert asked == ["Bengtsfors-kommun_2026-11-22.itdelning"]
    assert dialog.pages.currentIndex() == PROTECT


def test_a_place_that_cannot_be_written_is_told_and_nothing_noted(
    dialog: ShareDialog, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    make(dialog, tmp_path)
    shown = dialog.notice.shown()
    assert shown is not None
    assert "är en mapp" in plain_text(shown.prose)
    assert dialog.pages.currentIndex() == PROTECT
    assert opened(session, qtbot).profile_page.before.text() == "Ni har inte delat något än."


def test_one_goes_back_to_choose_again(dialog: ShareDialog, qtbot: QtBot) -> None:
    dialog.go_on()
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert dialog.pages.currentIndex() == CHOOSE
    assert dialog.forward.text() == "Nästa"


def test_a_search_that_finds_nothing_says_so(dialog: ShareDialog, qtbot: QtBot) -> None:
    fields = dialog.profile_page.fields
    assert not fields.nothing.isVisible()
    qtbot.keyClicks(fields.search, "xyz")
    assert (fields.nothing.isVisible(), fields.table.isVisible()) == (True, False)
    assert fields.nothing.text() == "Inget fält och inget register innehåller ”xyz”."
    assert not fields.move_button.isEnabled()


def stand_on(dialog: ShareDialog, label: str) -> None:
    table = dialog.profile_page.fields.table
    row = next(row for row, cell in enumerate(cells(dialog)) if cell[0] == label)
    table.setCurrentIndex(table.rows.index(row, 0))


def press_move(dialog: ShareDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.profile_page.fields.move_button, Qt.MouseButton.LeftButton)


def name_it(dialog: ShareDialog, qtbot: QtBot, name: str = "") -> None:
    """Answer the question of what a new profile is to be called."""
    (asked,) = dialog.findChildren(ProfileNameDialog)
    if name:
        asked.line.clear()
        qtbot.keyClicks(asked.line, name)
    qtbot.keyClick(asked.line, Qt.Key.Key_Return)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def chosen(dialog: ShareDialog) -> list[str]:
    table = dialog.profile_page.fields.table
    return [index.data() for index in table.selectionModel().selectedRows()]


def left_out(dialog: ShareDialog) -> frozenset[tuple[str, str]]:
    return dialog.profile_page.profile.left_out


def test_a_field_that_is_kept_at_home_makes_a_profile_of_ones_own(dialog: ShareDialog, qtbot: QtBot) -> None:
    fields = dialog.profile_page.fields
    assert fields.told.text() == "Markera fält eller registrens rubriker. Ctrl+A tar alla som visas."
    stand_on(dialog, "Produkt")
    assert fields.told.text() == "Det blir en egen profil."
    press_move(dialog, qtbot)
    assert dialog.profile_page.profile.name == "Grannar"
    name_it(dialog, qtbot, "Till grannen")
    assert dialog.profile_page.profile.name == "Till grannen"
    assert fields.told.text() == ""
    assert "Produkt" not in {label for label, _why in cells(dialog)}
    assert cells(dialog)[fields.table.currentIndex().row()][0] == "Version"  # the one after it
    assert dialog.profile_page.choices.button(dialog.profile_page.profile.key).isChecked()
    fields.tabs.setCurrentIndex(1)
    assert ("Produkt", "undantaget i profilen") in cells(dialog)
    stand_on(dialog, "Konfidentialitet")
    assert not fields.move_button.isEnabled()
    stand_on(dialog, "Produkt")
    qtbot.keyClick(fields.table, Qt.Key.Key_Return)
    assert ("Produkt", "undantaget i profilen") not in cells(dialog)
    assert left_out(dialog) == frozenset()


def test_a_profile_is_not_made_before_it_has_a_name_of_its_own(
    dialog: ShareDialog, workspace: Workspace, qtbot: QtBot
) -> None:
    stand_on(dialog, "Produkt")
    press_move(dialog, qtbot)
    (asked,) = dialog.findChildren(ProfileNameDialog)
    assert asked.line.text() == "Grannar – egen"
    for taken in ("", "grannar"):
        asked.line.setText(taken)
        assert not asked.keep.isEnabled()
        assert asked.remark.isVisible()
    asked.reject()
    assert workspace.reading().keys("share_profiles") == []
    assert dialog.profile_page.profile.key == "grannar"


def test_a_whole_register_is_kept_at_home_by_its_heading(dialog: ShareDialog, qtbot: QtBot) -> None:
    fields = dialog.profile_page.fields
    stand_on(dialog, "Personer")
    assert fields.move_button.text() == "Låt hela registret stanna hemma"
    press_move(dialog, qtbot)
    name_it(dialog, qtbot)
    assert dialog.profile_page.profile.name == "Grannar – egen"
    assert dialog.profile_page.holds.text() == "2 poster: 1 system och 1 organisation."
    assert "Personer" not in {label for label, _why in cells(dialog)}
    assert left_out(dialog) == {("people", "")}


def test_nobody_is_led_on_to_the_next_register(dialog: ShareDialog, qtbot: QtBot) -> None:
    fields = dialog.profile_page.fields
    stand_on(dialog, "Personer")
    place = fields.table.currentIndex().row()
    press_move(dialog, qtbot)
    name_it(dialog, qtbot)
    assert (chosen(dialog), fields.move_button.isEnabled()) == ([], False)
    qtbot.keyClick(fields.table, Qt.Key.Key_Return)
    assert left_out(dialog) == {("people", "")}
    qtbot.keyClick(fields.table, Qt.Key.Key_Down)  # the keyboard goes on from there
    assert chosen(dialog) == [cells(dialog)[place + 1][0]]


def test_the_last_field_of_a_register_leads_back_to_the_one_before(dialog: ShareDialog, qtbot: QtBot) -> None:
    fields = dialog.profile_page.fields
    heading = [label for label, _why in cells(dialog)].index("Personer")
    last = next(row for row in headings(dialog) if row > heading) - 1
    before = cells(dialog)[last - 1][0]
    fields.table.setCurrentIndex(fields.table.rows.index(last, 0))
    press_move(dialog, qtbot)
    name_it(dialog, qtbot)
    assert chosen(dialog) == [before]


def test_a_heading_moves_what_a_search_shows_under_it_and_no_more(dialog: ShareDialog, qtbot: QtBot) -> None:
    fields = dialog.profile_page.fields
    qtbot.keyClicks(fields.search, "e-post")
    stand_on(dialog, "Personer")
    assert fields.move_button.text() == "Låt 1 fält stanna hemma"
    press_move(dialog, qtbot)
    name_it(dialog, qtbot)
    assert left_out(dialog) == {("people", "email")}
    fields.tabs.setCurrentIndex(1)
    stand_on(dialog, "Personer")
    assert fields.move_button.text() == "Låt 1 fält gå ut"
    press_move(dialog, qtbot)
    assert left_out(dialog) == frozenset()


def test_without_its_name_a_register_stays_at_home_and_that_is_said(dialog: ShareDialog, qtbot: QtBot) -> None:
    fields = dialog.profile_page.fields
    qtbot.keyClicks(fields.search, "personer")
    stand_on(dialog, "Namn")
    assert fields.move_button.text() == "Låt hela registret stanna hemma"
    press_move(dialog, qtbot)
    name_it(dialog, qtbot)
    assert left_out(dialog) == {("people", "")}


def test_all_that_a_search_shows_is_moved_at_once(dialog: ShareDialog, qtbot: QtBot) -> None:
    fields = dialog.profile_page.fields
    qtbot.keyClicks(fields.search, "kronor")
    labels = {label for label, _why in cells(dialog)}
    assert {"Kostnad", "Pris", "Prisrader: Belopp", "Prisindex"} <= labels
    assert "Produkt" not in labels
    fields.table.setFocus()
    qtbot.keyClick(fields.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    number = len(cells(dialog)) - len(headings(dialog))
    assert fields.move_button.text() == f"Låt {number} fält stanna hemma"
    qtbot.keyClick(fields.table, Qt.Key.Key_Return)
    name_it(dialog, qtbot)
    assert (len(left_out(dialog)), cells(dialog)) == (number, [])
    assert (cells(dialog), chosen(dialog)) == ([], [])
    fields.tabs.setCurrentIndex(1)
    fields.table.selectAll()
    assert fields.move_button.text() == f"Låt {number} fält gå ut"  # what never goes out is not counted
    press_move(dialog, qtbot)
    assert left_out(dialog) == frozenset()


def test_what_is_chosen_stays_chosen_when_the_numbers_come(dialog: ShareDialog, qtbot: QtBot) -> None:
    fields = dialog.profile_page.fields
    stand_on(dialog, "Produkt")
    row = [label for label, _why in cells(dialog)].index("Personer")
    fields.table.scrollTo(fields.table.rows.index(row, 0))
    place = fields.table.visualRect(fields.table.rows.index(row, 0)).center()
    modifier = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(fields.table.viewport(), Qt.MouseButton.LeftButton, modifier, place)
    fields.show_counts({"systems": 7})
    assert chosen(dialog) == ["Produkt", "Personer"]
    assert fields.move_button.text() == "Låt 1 register och 1 fält stanna hemma"
    press_move(dialog, qtbot)
    name_it(dialog, qtbot)
    assert left_out(dialog) == {("people", ""), ("systems", "product")}
    assert len(chosen(dialog)) == 1  # the field after the first of them


def test_what_receivers_lose_all_of_is_told_so(
    dialog: ShareDialog, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    make(dialog, tmp_path / "ett.itdelning")
    again = opened(session, qtbot)
    stand_on(again, "Personer")
    press_move(again, qtbot)
    name_it(again, qtbot)
    assert notice(again).endswith("Hos mottagarna försvinner alla personer.")


def test_ones_own_profiles_are_named_in_their_list(session: Session, qtbot: QtBot) -> None:
    asked: list[str] = []
    dialog = ShareDialog(session, None)
    dialog.show()
    session.guide.list_wanted.connect(lambda register, _view: asked.append(register))
    assert not dialog.profile_page.own.isVisible()
    stand_on(dialog, "Produkt")
    press_move(dialog, qtbot)
    name_it(dialog, qtbot)
    qtbot.mouseClick(dialog.profile_page.own, Qt.MouseButton.LeftButton)
    assert asked == ["share_profiles"]
