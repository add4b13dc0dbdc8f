"""Neighbours' records in lists: chosen by whose they are, marked, told of, and never changed here."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from itadmin.domain.columns import OWNER
from itadmin.domain.registers import REGISTERS
from itadmin.domain.views import EVERYBODYS
from itadmin.services.workspace import Workspace
from itadmin.ui.exporting.commands import listed_on
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.session import Session
from itadmin.ui.widgets.painting import line_width
from itadmin.ui.widgets.prose import plain_text
from itadmin.ui.widgets.roles import Role, Standing
from itadmin.ui.widgets.signs import sign_size

BANNER = "Från Färgelanda kommun, delat 2026-03-02 · skrivskyddat"


@pytest.fixture
def own(workspace: Workspace) -> UUID:
    return workspace.records.add("systems", {"name": "Booking"})


@pytest.fixture
def theirs(workspace: Workspace, received: Callable[..., UUID]) -> UUID:
    record_id = workspace.records.add("systems", {"name": "Artvise"})
    received("systems", record_id)
    return record_id


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> RegisterPage:
    page = RegisterPage(session, REGISTERS["systems"])
    qtbot.addWidget(page)
    page.resize(1300, 700)
    return page


def shown(page: RegisterPage) -> list[tuple[str, Standing]]:
    rows = (page.model.index(row, 0) for row in range(page.model.rowCount()))
    return [(index.data(), index.data(Role.STANDING)) for index in rows]


def choose(page: RegisterPage, words: str) -> None:
    menu = page.side.owner.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == words).trigger()


def banner(page: RegisterPage) -> str:
    message = page.side.owner.notice.shown()
    return plain_text(message.prose) if message else ""


def test_who_has_received_nothing_has_nothing_to_choose(own: UUID, page: RegisterPage) -> None:
    page.show()
    assert not page.side.owner.isVisible()


def test_a_list_is_of_ones_own_until_something_else_is_chosen(own: UUID, theirs: UUID, page: RegisterPage) -> None:
    page.show()
    assert (page.side.owner.isVisible(), page.side.owner.text()) == (True, "Egna")
    assert shown(page) == [("Booking", Standing.OWN)]
    assert banner(page) == ""


def test_a_neighbours_list_says_whose_it_is_and_since_when(own: UUID, theirs: UUID, page: RegisterPage) -> None:
    page.show()
    choose(page, "Färgelanda kommun")
    assert shown(page) == [("Artvise", Standing.FOREIGN)]
    assert banner(page) == BANNER
    assert not page.list.new_button.isVisible()
    assert page.side.owner.text() == "Färgelanda kommun"
    assert page.shown_list().sentence == "System · från Färgelanda kommun"
    page.side.owner.menu().aboutToShow.emit()
    assert [action.text() for action in page.side.owner.menu().actions() if action.isChecked()] == ["Färgelanda kommun"]


def test_the_list_of_everybody_has_whose_each_is_after_the_name(own: UUID, theirs: UUID, page: RegisterPage) -> None:
    page.show()
    choose(page, "Alla")
    assert shown(page) == [("Artvise", Standing.FOREIGN), ("Booking", Standing.OWN)]
    assert page.model.columns[1] == OWNER
    assert [page.model.index(row, 1).data() for row in range(2)] == ["Färgelanda kommun", "Bengtsfors kommun"]
    assert page.model.headerData(1, Qt.Orientation.Horizontal) == "Från"
    sentence = page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert sentence.startswith("Artvise, skrivskyddad, Från: Färgelanda kommun, ")
    assert page.list.new_button.isVisible()
    choose(page, "Egna")
    assert OWNER not in page.model.columns


def test_the_column_sorts_and_leaves_with_the_clipboard(own: UUID, theirs: UUID, page: RegisterPage) -> None:
    page.show()
    choose(page, "Alla")
    page.list.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [name for name, _standing in shown(page)] == ["Booking", "Artvise"]
    page.list.table.selectAll()
    page.side.copy_rows()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[:2] for line in lines] == [
        ["Namn", "Från"],
        ["Booking", "Bengtsfors kommun"],
        ["Artvise", "Färgelanda kommun"],
    ]
    assert listed_on(page).query.all_owners


def test_columns_of_ones_own_choice_do_not_take_it_along(own: UUID, theirs: UUID, page: RegisterPage) -> None:
    page.show()
    choose(page, "Alla")
    page.state.set_columns(("name", OWNER, "product"))
    assert page.state.view.columns == ("name", "product")
    assert page.model.columns == ("name", OWNER, "product")


def test_the_choice_is_remembered_and_goes_with_a_view(
    session: Session, own: UUID, theirs: UUID, page: RegisterPage, qtbot: QtBot
) -> None:
    page.show()
    choose(page, "Alla")
    page.state.save_as("Allas")
    assert page.state.named.view.owner == EVERYBODYS
    again = RegisterPage(session, REGISTERS["systems"])
    qtbot.addWidget(again)
    again.show()
    assert again.side.owner.text() == "Alla"


def test_a_neighbours_records_are_never_binned_or_copied(
    session: Session, own: UUID, theirs: UUID, page: RegisterPage
) -> None:
    said: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: said.append(sentence))
    page.show()
    choose(page, "Färgelanda kommun")
    page.list.select_row(0)
    page.delete_records()
    page.copy_record()
    assert said == ["Artvise hör till en annan organisation och kan bara ändras av den."] * 2
    assert shown(page) == [("Artvise", Standing.FOREIGN)]


def test_the_menu_of_a_row_knows_a_neighbours_record_among_ones_own(
    own: UUID, theirs: UUID, page: RegisterPage
) -> None:
    page.show()
    choose(page, "Alla")
    page.list.select_row(page.model.row_of(theirs))
    assert page.list.is_others()
    page.list.table.selectAll()
    assert not page.list.is_others()
    page.list.select_row(page.model.row_of(own))
    assert not page.list.is_others()


def test_several_of_a_neighbours_are_not_offered_to_be_changed(
    workspace: Workspace, theirs: UUID, received: Callable[..., UUID], page: RegisterPage
) -> None:
    received("systems", workspace.records.add("systems", {"name": "Andra"}))
    page.show()
    choose(page, "Färgelanda kommun")
    page.list.table.selectAll()
    offered = {words for words, link in page.side.bar.links.items() if link.isVisible()}
    assert "Kopiera" in offered
    assert offered.isdisjoint({"Ändra flera…", "Lägg i papperskorgen"})
    choose(page, "Alla")
    page.list.table.selectAll()
    assert page.side.bar.links["Ändra flera…"].isVisible()


def test_a_neighbour_without_such_records_leads_back_to_ones_own(
    session: Session, own: UUID, theirs: UUID, qtbot: QtBot
) -> None:
    page = RegisterPage(session, REGISTERS["agreements"])
    qtbot.addWidget(page)
    page.show()
    assert page.side.owner.isVisible()  # though there is none of one's own to search among
    choose(page, "Färgelanda kommun")
    page.list.own_wanted.emit()
    assert page.side.owner.text() == "Egna"


def test_a_new_record_is_made_among_ones_own(own: UUID, theirs: UUID, page: RegisterPage) -> None:
    page.show()
    choose(page, "Färgelanda kommun")
    page.add_record()
    assert page.side.owner.text() == "Egna"
    assert page.list.name.isVisible()


def test_what_is_no_longer_here_is_said_and_can_be_left(
    workspace: Workspace, own: UUID, theirs: UUID, page: RegisterPage
) -> None:
    page.show()
    choose(page, "Färgelanda kommun")
    with workspace.file.writing() as connection:
        connection.exec_driver_sql("DELETE FROM received")
        connection.exec_driver_sql("DELETE FROM systems WHERE id = ?", (theirs.bytes,))
    page.state.changed.emit()
    assert shown(page) == []
    assert banner(page) == "Inget härifrån finns kvar. Välj Egna för att gå tillbaka."
    assert page.side.owner.isVisible()


def test_the_record_says_whose_it_is(own: UUID, theirs: UUID, page: RegisterPage) -> None:
    page.show()
    page.show_record(theirs)
    messages = [notice.shown() for notice in page.record.findChildren(type(page.side.owner.notice))]
    assert [plain_text(message.prose) for message in messages if message] == [BANNER]
    assert not page.record._header._rename.isVisible()


@pytest.mark.usefixtures("own", "theirs")
def test_a_kommuns_name_is_whole_and_a_lock_takes_nothing_from_the_names(page: RegisterPage, look: Look) -> None:
    page.show()
    table, before = page.list.table, page.list.table.columnWidth(0)
    choose(page, "Färgelanda kommun")
    assert table.columnWidth(0) - before >= sign_size(look.theme) + look.metrics.heading_gap
    choose(page, "Alla")
    assert table.columnWidth(0) - before >= sign_size(look.theme) + look.metrics.heading_gap
    around = look.metrics.cell_left + look.metrics.cell_right
    assert table.columnWidth(1) >= line_width(look.theme, "Vänersborgs kommun", TextStyle.TEXT) + around
    choose(page, "Egna")
    assert table.columnWidth(0) == before
