"""Ta emot från granne: files are looked at, trusted, shown field by field, taken in and taken back as one step."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import KnownError
from itadmin.services.neighbours import neighbours
from itadmin.services.reading import ListQuery
from itadmin.services.receiving.parcels import read_parcel
from itadmin.services.receiving.preview import CHANGED, GONE, NEW
from itadmin.services.sharing.phrase import phrase_words
from itadmin.services.workspace import Workspace
from itadmin.ui.session import Session
from itadmin.ui.sharing import receive_dialog
from itadmin.ui.sharing.arrived import PROBLEMS, UNCHANGED, Arrived
from itadmin.ui.sharing.confirm_sender import ConfirmSender
from itadmin.ui.sharing.receive_dialog import DONE, FILES, REVIEW, ReceiveDialog
from itadmin.ui.widgets.prose import plain_text

OWNER = municipality_id("1439")
Share = Callable[[str], Path]


@pytest.fixture
def opened(session: Session, qtbot: QtBot) -> Callable[[], ReceiveDialog]:
    """Open the window, as often as one likes."""

    def make() -> ReceiveDialog:
        dialog = ReceiveDialog(session, None)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


@pytest.fixture
def dialog(opened: Callable[[], ReceiveDialog]) -> ReceiveDialog:
    return opened()


def files(dialog: ReceiveDialog) -> list[tuple[str, ...]]:
    model = dialog.files_page.rows
    return [tuple(model.index(row, column).data() for column in range(5)) for row in range(model.rowCount())]


def told(dialog: ReceiveDialog) -> str:
    shown = dialog.files_page.trust.notice.shown()
    return plain_text(shown.prose) if shown else ""


def lines(dialog: ReceiveDialog, tab: str) -> list[tuple[str, ...]]:
    model = dialog.review_page.tables[tab].rows
    columns = range(model.columnCount())
    return [tuple(model.index(row, column).data() for column in columns) for row in range(model.rowCount())]


def stand_on(dialog: ReceiveDialog, row: int) -> None:
    dialog.files_page.table.setCurrentIndex(dialog.files_page.rows.index(row, 0))


def receive(dialog: ReceiveDialog, *paths: Path) -> None:
    """From the files to the end."""
    dialog.add_files(paths)
    carry_out(dialog)
    assert dialog.pages.currentIndex() == DONE


def carry_out(dialog: ReceiveDialog) -> None:
    """Go through the review, with yes to what is asked, and take in."""
    dialog.go_on()
    if dialog.basket.unanswered:
        dialog.review_page.agree.setChecked(True)
    dialog.go_on()


def systems_of(workspace: Workspace, owner: UUID) -> dict[str, int | None]:
    reading = workspace.reading()
    reads = reading.many("systems", reading.keys("systems", ListQuery(all_owners=True, owner=owner)))
    return {read.label: vars(read.record)["user_count"] for read in reads.values()}


def test_without_files_there_is_nothing_to_review(dialog: ReceiveDialog) -> None:
    assert not dialog.forward.isEnabled()
    assert not dialog.files_page.table.isVisible()


def test_a_first_file_says_from_whom_it_is_and_whom_to_ring(dialog: ReceiveDialog, share_file: Share) -> None:
    path = share_file("first")
    dialog.add_files([path])
    name, sender, _made, number, how = files(dialog)[0]
    assert (name, sender, number, how) == ("first.itdelning", "Färgelanda kommun", "1", "kan tas emot")
    assert told(dialog).startswith("Första filen från dem. Ring Färgelanda kommun på ett nummer som ni redan har")
    assert dialog.files_page.trust.fingerprint.text() == read_parcel(path).fingerprint
    assert dialog.forward.isEnabled()


def test_what_is_new_is_told_and_nothing_is_written(
    dialog: ReceiveDialog, share_file: Share, workspace: Workspace
) -> None:
    dialog.add_files([share_file("first")])
    dialog.go_on()
    assert dialog.pages.currentIndex() == REVIEW
    assert lines(dialog, NEW)[:3] == [
        ("System", "2 poster"),
        ("Lifecare", "Antal användare: 790"),
        ("Personec P", "Antal användare: 790"),
    ]
    assert dialog.review_page.tabs.tabText(0) == "Nya (4)"
    assert "Inget är skrivet ännu." in dialog.told.text()
    assert systems_of(workspace, OWNER) == {}


def test_taking_in_puts_records_there_and_says_so(
    dialog: ReceiveDialog, share_file: Share, session: Session, workspace: Workspace
) -> None:
    said: list[tuple[str, bool]] = []
    session.guide.said.connect(lambda sentence, undoable: said.append((sentence, undoable)))
    receive(dialog, share_file("first"))
    assert systems_of(workspace, OWNER) == {"Lifecare": 790, "Personec P": 790}
    assert dialog.received_page.sentence.text() == "Mottaget från Färgelanda kommun: 4 nya poster."
    assert said == [("Tog emot från Färgelanda kommun.", True)]
    assert [each.name for each in neighbours(workspace.reading())] == ["Färgelanda kommun"]


def test_files_that_are_left_out_are_named_with_why(dialog: ReceiveDialog, share_file: Share, tmp_path: Path) -> None:
    broken = tmp_path / "trasig.itdelning"
    broken.write_bytes(b"PK\x03\x04")
    older, newer = share_file("first"), share_file("second")
    dialog.add_files([broken, older])
    receive(dialog, newer)
    page = dialog.received_page
    assert page.left_out.isVisible()
    said = page.left_out.text().splitlines()
    assert said == [
        f"Filen {broken.name} är skadad eller ändrad på vägen och tas inte emot. Be avsändaren att skicka den igen.",
        f"{older.name} togs inte emot: en nyare fil från samma avsändare togs emot.",
    ]


def test_it_is_taken_back_as_one_step(
    dialog: ReceiveDialog, share_file: Share, workspace: Workspace, qtbot: QtBot
) -> None:
    receive(dialog, share_file("first"))
    qtbot.mouseClick(dialog.received_page.undo, Qt.MouseButton.LeftButton)
    assert systems_of(workspace, OWNER) == {}
    assert dialog.received_page.sentence.text() == "Mottagningen är ångrad. Registret är som det var."


def test_the_next_file_tells_what_has_changed_field_by_field(
    dialog: ReceiveDialog, opened: Callable[[], ReceiveDialog], share_file: Share, workspace: Workspace
) -> None:
    receive(dialog, share_file("first"))
    again = opened()
    again.add_files([share_file("second")])
    again.go_on()
    assert lines(again, CHANGED) == [
        ("Personec P", "system · 1 ändring", ""),
        ("Antal användare", "790", "812"),
    ]
    assert lines(again, GONE) == [("System · 1 post",), ("Lifecare",)]
    assert [line[0] for line in lines(again, NEW)] == ["System", "Quria"]
    assert ("Personer", "1") in lines(again, UNCHANGED)
    assert lines(again, PROBLEMS) == []
    again.review_page.agree.setChecked(True)
    again.go_on()
    assert systems_of(workspace, OWNER) == {"Personec P": 812, "Quria": None}
    assert again.received_page.sentence.text() == (
        "Mottaget från Färgelanda kommun: 1 ny, 1 ändrad och 1 borttagen post."
    )


def test_older_and_equal_files_are_said_and_do_nothing(
    dialog: ReceiveDialog, opened: Callable[[], ReceiveDialog], share_file: Share
) -> None:
    receive(dialog, share_file("second"))
    again = opened()
    again.add_files([share_file("first"), share_file("second")])
    assert [row[4] for row in files(again)] == ["äldre än den ni har", "redan mottagen"]
    assert told(again).startswith("Redan mottagen. ")
    assert not again.forward.isEnabled()


def test_of_two_files_of_one_sender_the_newer_is_taken(
    dialog: ReceiveDialog, share_file: Share, workspace: Workspace
) -> None:
    dialog.add_files([share_file("second"), share_file("first")])
    assert [row[4] for row in files(dialog)] == ["kan tas emot", "ersätts av nyare fil"]
    carry_out(dialog)
    assert systems_of(workspace, OWNER) == {"Personec P": 812, "Quria": None}


def test_the_same_file_twice_is_taken_and_counted_once(
    dialog: ReceiveDialog, share_file: Share, tmp_path: Path, workspace: Workspace
) -> None:
    first, copy = share_file("first"), tmp_path / "kopia.itdelning"
    copy.write_bytes(first.read_bytes())
    dialog.add_files([first, first, copy])
    assert [row[4] for row in files(dialog)] == ["kan tas emot", "finns redan i listan"]
    assert dialog.told.text() == "1 av 2 filer kan tas emot."
    carry_out(dialog)
    assert dialog.received_page.sentence.text() == "Mottaget från Färgelanda kommun: 4 nya poster."
    assert dialog.received_page.left_out.text() == (
        "kopia.itdelning togs inte emot: samma uppgifter togs emot ur en annan fil."
    )


def test_a_file_that_is_stopped_stands_in_no_others_way(
    dialog: ReceiveDialog, opened: Callable[[], ReceiveDialog], share_file: Share
) -> None:
    receive(dialog, share_file("first"))
    again, forged = opened(), share_file("forged_later")
    again.add_files([share_file("second"), forged])
    assert [row[4] for row in files(again)] == ["kan tas emot", "bytt nyckel"]
    again.files_page.trust.typed.setText(read_parcel(forged).fingerprint)
    again.files_page.show_files()
    assert [row[4] for row in files(again)] == ["ersätts av nyare fil", "bytt nyckel"]
    assert [arrived.path for arrived in again.basket.to_take] == [forged]


def test_a_name_that_would_upset_a_line_is_told_without_that(dialog: ReceiveDialog, tmp_path: Path) -> None:
    odd = tmp_path / "ra\nd\u202ebak.itdelning"
    odd.write_bytes(b"Hej")
    dialog.add_files([odd])
    assert files(dialog)[0][0] == "ra dbak.itdelning"
    assert "Filen ra dbak.itdelning är ingen delningsfil" in told(dialog)


def test_many_files_that_are_left_out_do_not_make_the_window_grow(
    dialog: ReceiveDialog, share_file: Share, tmp_path: Path
) -> None:
    size = dialog.size()
    broken = [tmp_path / f"{number}.itdelning" for number in range(60)]
    for path in broken:
        path.write_bytes(b"Hej")
    dialog.add_files(broken)
    receive(dialog, share_file("first"))
    assert len(dialog.received_page.left_out.text().splitlines()) == len(broken)
    assert dialog.minimumSizeHint().height() <= size.height()


def test_a_file_that_has_gone_since_it_was_read_is_taken_all_the_same(
    dialog: ReceiveDialog, share_file: Share, workspace: Workspace
) -> None:
    path = share_file("first")
    dialog.add_files([path])
    path.unlink()
    carry_out(dialog)
    assert systems_of(workspace, OWNER) == {"Lifecare": 790, "Personec P": 790}


def test_a_confirmed_sender_is_not_asked_about_again(
    dialog: ReceiveDialog, opened: Callable[[], ReceiveDialog], share_file: Share, qtbot: QtBot
) -> None:
    dialog.add_files([share_file("first")])
    qtbot.keyClick(dialog.files_page.trust.confirmed, Qt.Key.Key_Space)
    dialog.go_on()
    dialog.go_on()
    again = opened()
    again.add_files([share_file("second")])
    assert told(again) == "Signaturen stämmer. second.itdelning är hel och kommer från Färgelanda kommun."
    assert not again.files_page.trust.confirmed.isVisible()


def test_an_unconfirmed_sender_is_still_asked_about(
    dialog: ReceiveDialog, opened: Callable[[], ReceiveDialog], share_file: Share
) -> None:
    receive(dialog, share_file("first"))
    again = opened()
    again.add_files([share_file("second")])
    assert told(again).startswith("Avsändaren är inte bekräftad. Ring Färgelanda kommun")
    assert again.files_page.trust.confirmed.isVisible()


def test_a_changed_key_stops_until_its_fingerprint_has_been_read_aloud(
    dialog: ReceiveDialog,
    opened: Callable[[], ReceiveDialog],
    share_file: Share,
    workspace: Workspace,
    qtbot: QtBot,
) -> None:
    receive(dialog, share_file("first"))
    again, path = opened(), share_file("forged")
    again.add_files([path])
    assert files(again)[0][4] == "bytt nyckel"
    assert told(again).startswith("Stopp: nyckeln är bytt. ")
    assert not again.files_page.trust.fingerprint.isVisible()
    assert not again.forward.isEnabled()
    fingerprint = read_parcel(path).fingerprint.replace(" ", "")
    qtbot.keyClicks(again.files_page.trust.typed, fingerprint[:-1])
    assert not again.forward.isEnabled()
    qtbot.keyClicks(again.files_page.trust.typed, fingerprint[-1])
    carry_out(again)
    assert systems_of(workspace, OWNER) == {"Personec P": None}


def test_a_sender_nobody_has_rung_is_asked_about_before_anything_is_taken_in(
    dialog: ReceiveDialog, opened: Callable[[], ReceiveDialog], share_file: Share, workspace: Workspace, qtbot: QtBot
) -> None:
    receive(dialog, share_file("first"))
    again = opened()
    again.add_files([share_file("second")])
    again.go_on()
    asked = again.review_page.asks.shown()
    assert asked is not None
    assert "Ingen har jämfört fingeravtrycket med Färgelanda kommun i telefon." in plain_text(asked.prose)
    assert (again.forward.isEnabled(), again.review_page.agree.text()) == (False, "Ja, ta emot filen ändå")
    assert again.told.text() == "Inget är skrivet ännu. Svara först på frågan om filen från Färgelanda kommun."
    qtbot.mouseClick(again.back, Qt.MouseButton.LeftButton)
    again.files_page.trust.confirmed.setChecked(True)
    again.go_on()
    assert again.review_page.agree.text() == "Ja, det stämmer"  # what is taken away is still asked about


def test_several_senders_are_told_of_one_by_one_before_all_are_taken_in(
    dialog: ReceiveDialog, share_file: Share, other_file: Path, workspace: Workspace, qtbot: QtBot
) -> None:
    dialog.add_files([share_file("first"), other_file, share_file("locked")])
    assert dialog.told.text() == "2 av 3 filer kan tas emot. 1 väntar på lösenord."
    dialog.go_on()
    page = dialog.review_page
    assert page.all.text() == (
        "Genomför tar emot från 2 avsändare: Färgelanda kommun (4 nya poster) och Melleruds kommun (3 nya poster)."
    )
    assert [page.which.itemText(place) for place in range(2)] == ["Visa Färgelanda kommun", "Visa Melleruds kommun"]
    assert dialog.forward.text() == "Genomför båda"
    assert dialog.told.text().endswith("om filen från Färgelanda kommun och Melleruds kommun.")
    for place in range(2):
        page.which.setCurrentIndex(place)
        assert not dialog.forward.isEnabled()
        page.agree.setChecked(True)
    dialog.go_on()
    assert dialog.received_page.sentence.text() == (
        "Mottaget från Färgelanda kommun och Melleruds kommun: 7 nya poster."
    )
    assert {each.name for each in neighbours(workspace.reading())} == {"Färgelanda kommun", "Melleruds kommun"}


def test_the_first_who_has_not_been_rung_is_stood_on(
    dialog: ReceiveDialog,
    opened: Callable[[], ReceiveDialog],
    share_file: Share,
    other_file: Path,
    workspace: Workspace,
) -> None:
    dialog.add_files([share_file("first")])
    dialog.files_page.trust.confirmed.setChecked(True)
    carry_out(dialog)
    receive(opened(), other_file)
    known = opened().files_page.known
    assert known.rows.index(known.table.currentIndex().row(), 0).data() == "Melleruds kommun"
    assert known.confirm.isEnabled()
    known.table.setCurrentIndex(known.rows.index(0, 0))
    assert not known.confirm.isEnabled()


def test_large_removals_are_asked_about(
    dialog: ReceiveDialog, opened: Callable[[], ReceiveDialog], share_file: Share, workspace: Workspace
) -> None:
    receive(dialog, share_file("many"))
    again = opened()
    again.add_files([share_file("fewer")])
    again.go_on()
    asked = again.review_page.asks.shown()
    assert asked is not None
    assert "uppgifter från Färgelanda kommun tas bort." in plain_text(asked.prose)
    assert not again.forward.isEnabled()
    again.review_page.agree.setChecked(True)
    again.go_on()
    assert set(systems_of(workspace, OWNER)) == {"Personec P", "Quria"}


def test_a_narrower_profile_is_asked_about(
    dialog: ReceiveDialog, opened: Callable[[], ReceiveDialog], share_file: Share
) -> None:
    receive(dialog, share_file("second"))
    again = opened()
    again.add_files([share_file("nobody")])
    again.go_on()
    assert not again.forward.isEnabled()
    assert again.review_page.agree.isVisible()


def test_what_is_shared_no_longer_is_gathered_and_the_rest_is_seen(
    opened: Callable[[], ReceiveDialog], tmp_path: Path, share_cheaper: tuple[bytes, bytes], qtbot: QtBot
) -> None:
    paths = [tmp_path / "dyr.itdelning", tmp_path / "billig.itdelning"]
    for path, content in zip(paths, share_cheaper, strict=True):
        path.write_bytes(content)
    receive(opened(), paths[0])
    again = opened()
    again.add_files([paths[1]])
    again.go_on()
    part = again.review_page.changes
    assert lines(again, CHANGED) == [
        ("Lifecare", "system · 1 ändring", ""),
        ("Antal användare", "790", "812"),
        ("Delas inte längre", "", ""),
        ("System: Kostnad", "2 poster", "tomt"),
        ("Avtal: Kontakter", "1 post", "tomt"),
        ("Avtal: Prisrader", "1 post", "delvis tomt"),
    ]
    part.which.setCurrentIndex(part.which.findText("System: Kostnad (2)"))
    assert [line[0] for line in lines(again, CHANGED)] == ["Lifecare", "Kostnad", "Treserva", "Kostnad"]
    qtbot.keyClicks(part.search, "treserva")
    assert [line[0] for line in lines(again, CHANGED)] == ["Treserva", "Kostnad"]
    qtbot.keyClicks(part.search, "x")
    assert (part.nothing.isVisible(), part.table.isVisible()) == (True, False)
    assert part.nothing.text() == "Ingen ändring innehåller ”treservax”."


def test_a_file_that_is_dated_ahead_is_said_and_taken_all_the_same(
    dialog: ReceiveDialog, opened: Callable[[], ReceiveDialog], share_file: Share, clock: Any
) -> None:
    dialog.add_files([share_file("first")])
    dialog.files_page.trust.confirmed.setChecked(True)
    dialog.go_on()
    dialog.go_on()
    clock.moment = datetime(2026, 3, 1, 12, tzinfo=UTC)
    again = opened()
    again.add_files([share_file("second")])
    assert told(again) == (
        "Daterad mer än ett dygn framåt. Kontrollera klockan här och hos Färgelanda kommun. Filen kan tas emot ändå."
    )
    assert again.forward.isEnabled()


def test_a_password_is_asked_for_and_taken_whatever_its_spaces(
    dialog: ReceiveDialog, share_file: Share, qtbot: QtBot
) -> None:
    dialog.add_files([share_file("locked")])
    trust = dialog.files_page.trust
    assert (files(dialog)[0][4], trust.password.isVisible()) == ("har lösenord", True)
    qtbot.keyClicks(trust.password, "fel")
    qtbot.keyClick(trust.password, Qt.Key.Key_Return)
    assert "Lösenordet öppnar inte filen" in told(dialog)
    assert (trust.password.text(), trust.password.selectedText()) == ("fel", "fel")
    assert trust.password.hasFocus()
    qtbot.keyClicks(trust.password, "  ".join(phrase_words()[:3]).upper())
    qtbot.keyClick(trust.password, Qt.Key.Key_Return)
    assert files(dialog)[0][1] == "Färgelanda kommun"
    assert not trust.password.isVisible()
    assert dialog.forward.isEnabled()


def test_what_is_typed_of_a_password_stays_with_its_file(
    dialog: ReceiveDialog, share_file: Share, qtbot: QtBot
) -> None:
    locked, other = share_file("locked"), share_file("locked").with_name("annan.itdelning")
    other.write_bytes(locked.read_bytes())
    dialog.add_files([locked, other])
    password = dialog.files_page.trust.password
    qtbot.keyClicks(password, "sol")
    stand_on(dialog, 0)
    assert password.text() == ""
    stand_on(dialog, 1)
    assert password.text() == "sol"


def test_a_password_cannot_be_changed_while_it_is_tried(
    dialog: ReceiveDialog, share_file: Share, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.add_files([share_file("locked")])
    trust, was_open = dialog.files_page.trust, []

    def stop(*_asked: object) -> Arrived:
        was_open.append(trust.password.isEnabled())
        raise KnownError("Filen är borta.")

    monkeypatch.setattr(receive_dialog, "look_at", stop)
    qtbot.keyClicks(trust.password, "sol")
    qtbot.keyClick(trust.password, Qt.Key.Key_Return)
    assert (was_open, trust.password.isEnabled(), trust.password.text()) == ([False], True, "sol")


def test_a_broken_file_is_refused_in_one_sentence_and_the_others_go_on(
    dialog: ReceiveDialog, share_file: Share, workspace: Workspace
) -> None:
    broken = share_file("second")
    content = bytearray(broken.read_bytes())
    content[len(content) // 2] ^= 1
    broken.write_bytes(bytes(content))
    dialog.add_files([broken, share_file("first")])
    assert [row[4] for row in files(dialog)] == ["tas inte emot", "kan tas emot"]
    stand_on(dialog, 0)
    assert "är skadad eller ändrad på vägen" in told(dialog)
    carry_out(dialog)
    assert set(systems_of(workspace, OWNER)) == {"Lifecare", "Personec P"}


def test_a_file_can_be_left_out_again(dialog: ReceiveDialog, share_file: Share, qtbot: QtBot) -> None:
    dialog.add_files([share_file("first")])
    qtbot.mouseClick(dialog.files_page.leave_out, Qt.MouseButton.LeftButton)
    assert files(dialog) == []
    assert not dialog.forward.isEnabled()


def test_files_are_chosen_or_dropped(
    dialog: ReceiveDialog,
    share_file: Share,
    drop: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    first, second = share_file("first"), share_file("second")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: ([str(first)], ""))
    qtbot.mouseClick(dialog.files_page.choose, Qt.MouseButton.LeftButton)
    assert [row[0] for row in files(dialog)] == ["first.itdelning"]
    drop(dialog, second)
    assert [row[0] for row in files(dialog)] == ["first.itdelning", "second.itdelning"]


def test_one_goes_back_from_the_review_to_add_more(dialog: ReceiveDialog, share_file: Share, qtbot: QtBot) -> None:
    dialog.add_files([share_file("first")])
    dialog.go_on()
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert dialog.pages.currentIndex() == FILES


def test_who_has_been_received_stands_there_and_can_be_confirmed_later(
    dialog: ReceiveDialog, opened: Callable[[], ReceiveDialog], share_file: Share, qtbot: QtBot
) -> None:
    assert not dialog.files_page.known.isVisible()
    path = share_file("first")
    receive(dialog, path)
    again = opened()
    known = again.files_page.known
    row = [known.rows.index(0, column).data() for column in range(4)]
    assert row == ["Färgelanda kommun", "2026-03-02", "1", "inte bekräftad"]
    qtbot.mouseClick(known.confirm, Qt.MouseButton.LeftButton)
    (asked,) = known.findChildren(ConfirmSender)
    assert asked.fingerprint.text() == read_parcel(path).fingerprint
    assert not asked.keep.isEnabled()
    qtbot.keyClick(asked.confirmed, Qt.Key.Key_Space)
    qtbot.mouseClick(asked.keep, Qt.MouseButton.LeftButton)
    assert known.rows.index(0, 3).data() == "bekräftad"
    assert not known.confirm.isVisible()
    again.add_files([share_file("second")])
    assert not known.isVisible()
    assert told(again).startswith("Signaturen stämmer.")
