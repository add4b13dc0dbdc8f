"""Which register lies on the desk: begun, opened, refused, closed, and remembered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from itadmin import paths
from itadmin.domain.problems import KnownError
from itadmin.services.workspace import Workspace
from itadmin.ui import opening
from itadmin.ui.attention.beginning import StartBeginning
from itadmin.ui.attention.page import StartPage
from itadmin.ui.attention.titles import under_title
from itadmin.ui.background import Background, Then, Work
from itadmin.ui.desk import Desk
from itadmin.ui.frame import Frame
from itadmin.ui.importing.dialog import ImportDialog
from itadmin.ui.last_place import open_where_left
from itadmin.ui.look.look import Look
from itadmin.ui.main_window import MainWindow
from itadmin.ui.start import sample_region
from itadmin.ui.starter.dialog import StarterDialog


@pytest.fixture
def window(look: Look, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(opening, "install_crash_handler", lambda: None)
    monkeypatch.setattr(paths, "user_documents_path", lambda: tmp_path)
    monkeypatch.setattr(paths, "user_data_path", lambda *_names, **_named: tmp_path / "data")
    frame = Frame(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(frame)
    window = MainWindow(frame, look)
    frame.show()
    return window


@pytest.fixture
def desk(window: MainWindow) -> Iterator[Desk]:
    desk = Desk(window, Background(at_once=True))
    yield desk
    window.close()


def is_open(desk: Desk) -> bool:
    return desk._opening is not None


def test_without_anything_to_open_it_begins_with_the_welcome_page(desk: Desk, window: MainWindow) -> None:
    desk.start(None)
    assert window.pages.currentWidget() is desk.welcome
    assert not window.nav.isVisible()
    assert not window.status.isVisible()


def test_a_new_register_is_made_shown_and_remembered(
    desk: Desk, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "mapp" / "nytt.itadmin"
    path.parent.mkdir()
    desk.start(None)
    desk.create("1460", "", path)
    assert window.frame.windowTitle() == "Bengtsfors kommun – itadmin"
    assert desk.recent() == [str(path)]
    desk.show_welcome()
    assert not is_open(desk)
    assert window.frame.windowTitle() == "itadmin"


@pytest.mark.parametrize(("command", "opened"), [("starter", StarterDialog), ("import", ImportDialog), ("", None)])
def test_a_new_register_begins_with_what_was_chosen(
    desk: Desk, window: MainWindow, tmp_path: Path, command: str, opened: type[QWidget] | None
) -> None:
    desk.start(None)
    desk.welcome.create_wanted.emit("1460", "", tmp_path / "nytt.itadmin", command)
    dialogs = [type(dialog) for dialog in window.frame.findChildren(QDialog) if dialog.isVisible()]
    assert dialogs == ([opened] if opened else [])


def test_a_register_that_could_not_be_made_begins_with_nothing(desk: Desk, window: MainWindow, tmp_path: Path) -> None:
    desk.start(None)
    desk.create("1460", "", tmp_path / "nytt.itadmin")
    desk.show_welcome()
    desk.create("1460", "", tmp_path / "nytt.itadmin", "starter")
    assert "finns redan" in desk.welcome.notice.accessibleName()
    assert window.frame.findChildren(QDialog) == []


def test_the_last_register_is_opened_next_time(
    desk: Desk, window: MainWindow, register_path: Path, qtbot: QtBot
) -> None:
    desk.open(register_path)
    qtbot.waitUntil(lambda: is_open(desk))
    desk.show_welcome()
    desk.start(None)
    qtbot.waitUntil(lambda: is_open(desk))
    assert window.frame.windowTitle() == "Bengtsfors kommun – itadmin"


def test_a_file_that_is_gone_is_not_opened_by_itself(desk: Desk, window: MainWindow, tmp_path: Path) -> None:
    window.frame.settings.setValue("files/recent", [str(tmp_path / "borta.itadmin")])
    desk.start(None)
    assert window.pages.currentWidget() is desk.welcome


@pytest.mark.parametrize(("content", "word"), [(b"not a register " * 500, "register"), (b"", "register")])
def test_a_file_that_is_not_a_register_gives_a_sentence_on_the_welcome_page(
    desk: Desk, window: MainWindow, tmp_path: Path, content: bytes, word: str, qtbot: QtBot
) -> None:
    other = tmp_path / "annat.itadmin"
    other.write_bytes(content)
    desk.open(other)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is desk.welcome)
    words = " ".join(label.text() for label in desk.welcome.notice.findChildren(QLabel))
    assert "Det gick inte." in words
    assert word in words
    assert other.read_bytes() == content
    assert desk.recent() == []


def test_the_list_stands_at_once_and_its_row_is_kept(
    desk: Desk, window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    for name in ("A", "B", "C"):
        workspace.records.add("systems", {"name": name})
    workspace.close()
    open_where_left(window.frame.settings, chosen=True)
    desk.open(workspace.path)
    pane = desk._first.findChild(QWidget) if desk._first is not None else None
    assert pane is not None
    assert window.pages.currentWidget() is desk._first
    pane.select_row(2)
    qtbot.waitUntil(lambda: is_open(desk))
    bench = desk._opening._bench if desk._opening is not None else None
    assert bench is not None
    assert bench.page.list is pane
    assert bench.page.list.table.currentIndex().row() == 2
    qtbot.waitUntil(lambda: bench.page.record.record_id == bench.page.list.current_id())


def test_the_start_page_is_begun_at_once(desk: Desk, window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.close()
    desk.open(workspace.path)
    assert isinstance(desk._first, StartBeginning)
    assert window.pages.currentWidget() is desk._first
    assert window.nav.currentIndex().data() == "Start"
    assert desk._first.titles.under.text() == under_title(desk._around.today(), 0, 0, 0)
    qtbot.waitUntil(lambda: is_open(desk))
    assert isinstance(window.pages.currentWidget(), StartPage)
    assert desk._first is None


def test_a_file_is_chosen_in_the_systems_dialog(
    desk: Desk, register_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    desk.start(None)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: ("", ""))
    desk.ask_file()
    assert not is_open(desk)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(register_path), ""))
    desk.ask_file()
    qtbot.waitUntil(lambda: is_open(desk))


def test_closing_the_window_lets_go_of_the_file(
    desk: Desk, window: MainWindow, register_path: Path, qtbot: QtBot
) -> None:
    desk.open(register_path)
    qtbot.waitUntil(lambda: is_open(desk))
    window.close()
    moved = register_path.rename(register_path.with_name("flyttad.itadmin"))
    assert moved.exists()
    assert not is_open(desk)


def test_opening_shows_nothing_as_a_window_of_its_own(
    desk: Desk, register_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    seen: list[str] = []

    def note(_self: QObject, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            seen.append(type(watched).__name__)
        return False

    watch = type("Watch", (QObject,), {"eventFilter": note})()
    qapp.installEventFilter(watch)
    desk.open(register_path)
    qtbot.waitUntil(lambda: is_open(desk))
    bench = desk._opening._bench if desk._opening is not None else None
    assert bench is not None
    for register in ("systems", "agreements", "organisations", "people", "roles"):
        bench.show_register(register)
        QApplication.processEvents()
    qapp.removeEventFilter(watch)
    assert seen == []


class Made:
    """Makes a register where the sample region's should be; `sentence` is why it cannot."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.sentence = ""
        self.times = 0

    def make(self, folder: Path) -> None:
        self.times += 1
        if self.sentence:
            raise KnownError(self.sentence)
        folder.mkdir(parents=True)
        (folder / "1460.itadmin").write_bytes(self.content)


@pytest.fixture
def made(desk: Desk, register_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    made = Made(register_path.read_bytes())
    monkeypatch.setattr(sample_region, "make", made.make)
    desk.start(None)
    return made


def test_the_sample_region_is_made_once_and_opened(desk: Desk, window: MainWindow, made: Made) -> None:
    desk.welcome.sample_wanted.emit("1460")
    assert window.frame.windowTitle() == "Bengtsfors kommun – itadmin"
    desk.show_welcome()
    assert desk.welcome.sample_button.isEnabled()
    desk.welcome.sample_wanted.emit("1460")
    assert is_open(desk)
    assert made.times == 1


def test_what_is_being_made_is_told_and_does_not_push_aside_what_is_opened_meanwhile(
    desk: Desk, window: MainWindow, made: Made, register_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[tuple[Work, Then]] = []
    monkeypatch.setattr(desk.background, "run", lambda _name, work, then, _failed: waiting.append((work, then)))
    desk.welcome.sample_wanted.emit("1460")
    assert "Exempelregionen görs" in desk.welcome.notice.accessibleName()
    assert not desk.welcome.sample_button.isEnabled()
    monkeypatch.undo()
    desk.create("1439", "", register_path.with_name("annan.itadmin"))
    ((work, then),) = waiting
    then(work())
    assert window.frame.windowTitle() == "Färgelanda kommun – itadmin"


def test_a_sample_region_that_cannot_be_made_says_why(desk: Desk, window: MainWindow, made: Made) -> None:
    made.sentence = "Disken är full. Frigör plats och försök igen."
    desk.welcome.sample_wanted.emit("1460")
    assert "Disken är full" in desk.welcome.notice.accessibleName()
    assert desk.welcome.sample_button.isEnabled()
    assert window.pages.currentWidget() is desk.welcome
