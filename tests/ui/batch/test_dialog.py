"""The dialog of papers of many records, as it is worked with."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.services.workspace import Workspace
from itadmin.ui.background import Background, Failed, Then, Work
from itadmin.ui.batch.dialog import BatchDialog
from itadmin.ui.batch.work import Asked
from itadmin.ui.exporting.work import Listed
from itadmin.ui.session import Session

Listing = Callable[..., Listed]
Choose = Callable[[str | Path], list[str]]
Make = Callable[..., BatchDialog]


class Later(Background):
    """Keeps the work until the test wants it done."""

    def __init__(self) -> None:
        super().__init__(at_once=True)
        self.waiting: list[tuple[str, Work, Then, Failed]] = []

    def run(self, name: str, work: Work, then: Then, failed: Failed) -> None:
        self.waiting.append((name, work, then, failed))

    def do_it(self) -> None:
        super().run(*self.waiting.pop())


@pytest.fixture
def later() -> Later:
    return Later()


def maker(session: Session, listed: Listing, qtbot: QtBot) -> Make:
    host = QWidget()
    qtbot.addWidget(host)

    def open_dialog(register: str = "systems", **parts: Any) -> BatchDialog:
        dialog = BatchDialog(session, listed(register, **parts), host)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    return open_dialog


@pytest.fixture
def make(session: Session, listed: Listing, qtbot: QtBot) -> Make:
    return maker(session, listed, qtbot)


@pytest.fixture
def make_later(session: Session, listed: Listing, qtbot: QtBot, later: Later) -> Make:
    """The same where the work waits until the test wants it done."""
    return maker(replace(session, background=later), listed, qtbot)


@pytest.fixture
def agreements(workspace: Workspace) -> tuple[UUID, ...]:
    kinds = {"Drift": "driftavtal", "Support": "supportavtal"}
    return tuple(workspace.records.add("agreements", {"title": title, "kind": kind}) for title, kind in kinds.items())


def told(dialog: BatchDialog) -> str:
    return dialog.came_of.notice.accessibleName() if dialog.came_of.isVisible() else ""


@pytest.mark.usefixtures("ids")
def test_it_begins_with_the_first_kind_all_rows_and_a_folder(make: Make) -> None:
    dialog = make()
    assert dialog.choices.asked() == Asked("system_card")
    assert dialog.choices.which.button("all").text() == "Alla som listan visar (3)"
    assert not dialog.choices.which.button("selected").isEnabled()
    assert QApplication.focusWidget() is dialog.choices.kind.button("system_card")


@pytest.mark.parametrize(("number", "only_selected"), [(1, False), (2, True)])
def test_several_marked_rows_are_proposed_first(
    make: Make, ids: tuple[UUID, ...], number: int, only_selected: bool
) -> None:
    dialog = make(selected=ids[:number])
    assert dialog.choices.asked().only_selected is only_selected


def test_of_agreements_there_are_several_kinds_and_each_says_what_it_is_made_of(make: Make) -> None:
    kind = make("agreements").choices.kind
    assert kind.button("operations_agreement").text() == "Driftavtal"
    words = "Görs av poster där slag är Driftavtal eller Driftöverenskommelse."
    assert kind.button("operations_agreement").accessibleDescription() == words
    assert kind.button("notice_letter").accessibleDescription().startswith("Görs av poster där läge är")


def test_a_folder_gets_a_file_for_each_marked_row(
    make: Make, ids: tuple[UUID, ...], choose: Choose, opened: list[str], tmp_path: Path, qtbot: QtBot, session: Session
) -> None:
    dialog = make(selected=ids[1:])
    proposed = choose(tmp_path / "kort")
    qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    assert proposed == [str(session.workspace.path.parent)]
    assert sorted(path.name for path in (tmp_path / "kort").iterdir()) == [
        "Systemkort_Arendet_2026-11-22.pdf",
        "Systemkort_Lifecare_2026-11-22.pdf",
    ]
    assert told(dialog) == f"Klart. 2 handlingar ligger i {tmp_path / 'kort'}."
    assert not dialog.choices.isVisible()
    assert not dialog.came_of.table.isVisible()
    assert dialog.close_button.text() == "Stäng"
    qtbot.mouseClick(dialog.came_of.open, Qt.MouseButton.LeftButton)
    assert opened == [str(tmp_path / "kort")]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not isValid(dialog) or not dialog.isVisible()


def test_everything_is_reached_by_keyboard(
    make: Make, ids: tuple[UUID, ...], choose: Choose, tmp_path: Path, qtbot: QtBot, opened: list[str]
) -> None:
    dialog = make(selected=ids[:2])
    proposed = choose(tmp_path / "alla.pdf")
    into = dialog.choices.into
    for _ in range(12):
        if QApplication.focusWidget() is into.button(into.chosen()):
            break
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert dialog.choices.asked() == Asked("system_card", only_selected=True, one_file=True)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert proposed[0].endswith("Systemkort_2026-11-22.pdf")
    assert len(pypdf.PdfReader(tmp_path / "alla.pdf").pages) == 2
    assert told(dialog) == "Klart. 2 handlingar ligger i alla.pdf."
    assert dialog.came_of.open.accessibleName() == "Öppna filen"
    dialog.came_of.open.click()
    assert opened == [str(tmp_path / "alla.pdf")]


@pytest.mark.usefixtures("agreements")
def test_what_was_not_made_is_listed_with_its_reason(make: Make, choose: Choose, tmp_path: Path) -> None:
    dialog = make("agreements")
    choose(tmp_path / "ut")
    dialog.make.click()
    rows = dialog.came_of.rows
    assert told(dialog) == "Ingen handling gjordes. Se varför nedan."
    assert dialog.came_of.more.text() == "1 handling gick inte att göra:"
    assert rows.rowCount() == 1
    words = rows.data(rows.index(0), int(Qt.ItemDataRole.AccessibleTextRole))
    assert words.startswith("Drift: ")
    assert words.endswith(" till.")
    assert dialog.came_of.table.isVisible()
    assert not dialog.came_of.open.isVisible()


@pytest.mark.usefixtures("agreements")
def test_drafts_are_made_and_rows_of_another_kind_passed_over(make: Make, choose: Choose, tmp_path: Path) -> None:
    dialog = make("agreements")
    choose(tmp_path / "ut")
    dialog.choices.state.choose("draft")
    dialog.make.click()
    assert told(dialog) == f"Klart. 1 handling ligger i {tmp_path / 'ut'}."
    assert dialog.came_of.more.text() == "1 rad i listan är av annat slag."


def test_rows_that_the_kind_is_not_for_at_all(
    make: Make, agreements: tuple[UUID, ...], choose: Choose, tmp_path: Path
) -> None:
    dialog = make("agreements", selected=agreements[1:] * 2)
    choose(tmp_path / "ut")
    dialog.make.click()
    assert told(dialog) == "Ingen handling gjordes. Inga av posterna är sådana som handlingen görs av."


@pytest.mark.usefixtures("ids")
def test_nothing_happens_when_no_place_is_chosen(make: Make, choose: Choose, tmp_path: Path) -> None:
    dialog = make()
    before = set(tmp_path.iterdir())
    for one_file in ("one", "folder"):
        dialog.choices.into.choose(one_file)
        choose("")
        dialog.make.click()
    assert told(dialog) == ""
    assert set(tmp_path.iterdir()) == before


@pytest.mark.usefixtures("ids")
def test_a_place_that_takes_no_file_is_told_and_can_be_changed(make: Make, choose: Choose, tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    dialog = make()
    choose(tmp_path / "fil" / "under")
    dialog.make.click()
    assert "kunde inte skrivas" in dialog.notice.accessibleName()
    assert dialog.choices.isEnabled()
    choose(tmp_path / "ut")
    dialog.make.click()
    assert told(dialog).startswith("Klart. 3 handlingar")
    assert not dialog.notice.isVisible()


@pytest.mark.usefixtures("ids")
def test_the_status_row_and_the_dialog_tell_how_far_it_has_come(
    make_later: Make, choose: Choose, tmp_path: Path, later: Later
) -> None:
    dialog = make_later()
    choose(tmp_path / "ut")
    dialog.make.click()
    assert later.waiting[0][0] == "Handlingarna görs"
    assert (dialog.told.text(), dialog.bar.isVisible(), dialog.choices.isEnabled()) == ("Förbereder …", True, False)
    progress: Any = dialog._progress
    progress.begin(3)
    dialog._tell_progress()
    assert dialog.told.text() == "Förbereder 3 handlingar …"
    progress.advance()
    dialog._tell_progress()
    assert dialog.told.text() == "1 av 3 handlingar …"
    assert dialog.bar.accessibleName() == "1 av 3 handlingar …"


@pytest.mark.usefixtures("ids")
def test_avbryt_stops_the_work_and_tells_what_came_of_it(
    make_later: Make, choose: Choose, tmp_path: Path, later: Later, qtbot: QtBot
) -> None:
    dialog = make_later()
    choose(tmp_path / "ut")
    dialog.make.click()
    qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.told.text() == "Avbryter …"
    later.do_it()
    assert told(dialog) == "Ingen handling gjordes. Avbrutet."
    assert not (tmp_path / "ut").exists()


@pytest.mark.usefixtures("ids")
def test_closed_while_it_works_the_window_is_told(
    make_later: Make, choose: Choose, tmp_path: Path, later: Later, qtbot: QtBot, session: Session
) -> None:
    said: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: said.append(sentence))
    dialog = make_later()
    choose(tmp_path / "alla.pdf")
    dialog.choices.into.choose("one")
    dialog.make.click()
    for _ in range(2):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    later.do_it()
    assert said == ["Avbrutet. Ingen fil skrevs."]
    assert not (tmp_path / "alla.pdf").exists()
