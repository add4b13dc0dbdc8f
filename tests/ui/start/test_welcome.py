"""The welcome page asks three things and says what is wanted; it makes nothing itself."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from itadmin import paths
from itadmin.services.sample_data import read_catalogue
from itadmin.services.sample_values import SAMPLE_DAY
from itadmin.ui.look.look import Look
from itadmin.ui.start import welcome as welcome_module
from itadmin.ui.start.welcome import SAMPLE_CODES, WelcomePage


class Wanted:
    """What a welcome page has asked for."""

    def __init__(self, page: WelcomePage) -> None:
        self.create: list[tuple[str, str, Path, str]] = []
        self.open: list[Path] = []
        self.sample: list[str] = []
        page.create_wanted.connect(lambda *what: self.create.append(what))
        page.open_wanted.connect(self.open.append)
        page.sample_wanted.connect(self.sample.append)


@pytest.fixture
def documents(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(paths, "user_documents_path", lambda: tmp_path)
    return tmp_path / "itadmin"


@pytest.fixture
def page(look: Look, documents: Path, qtbot: QtBot) -> WelcomePage:
    assert documents.name == "itadmin"
    page = WelcomePage(look)
    qtbot.addWidget(page)
    page.resize(1400, 880)
    page.show()
    return page


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    def answer(path: Path) -> None:
        for ask in ("getSaveFileName", "getOpenFileName"):
            monkeypatch.setattr(QFileDialog, ask, lambda *_: (str(path), ""))

    return answer


def choose_kommun(page: WelcomePage, name: str) -> None:
    page.owner.kommun.setCurrentIndex(page.owner.kommun.findText(name))


def test_choosing_a_kommun_and_enter_is_enough(page: WelcomePage, documents: Path, qtbot: QtBot) -> None:
    wanted = Wanted(page)
    qtbot.keyClicks(page.owner.kommun, "Bengtsfors")
    assert page.path.text() == str(documents / "Bengtsfors kommun.itadmin")
    qtbot.keyClick(page.path, Qt.Key.Key_Return)
    assert wanted.create == [("1460", "", documents / "Bengtsfors kommun.itadmin", "starter")]


def test_nothing_is_asked_for_until_a_kommun_is_chosen(page: WelcomePage) -> None:
    wanted = Wanted(page)
    page.create_button.click()
    assert wanted.create == []
    assert page.owner.line() == "Välj kommun först."


def test_another_organisation_is_named_and_its_file_after_it(page: WelcomePage, documents: Path, qtbot: QtBot) -> None:
    wanted = Wanted(page)
    page.owner.kommun.setCurrentIndex(page.owner.kommun.count() - 1)
    qtbot.keyClicks(page.owner.code, "1440")
    qtbot.keyClicks(page.owner.name, "Ale kommun")
    qtbot.keyClick(page.owner.name, Qt.Key.Key_Return)
    assert wanted.create == [("1440", "Ale kommun", documents / "Ale kommun.itadmin", "starter")]


def test_a_place_that_was_written_is_kept_when_the_kommun_changes(page: WelcomePage, tmp_path: Path) -> None:
    choose_kommun(page, "Bengtsfors kommun")
    page.path.setText(str(tmp_path / "eget"))
    choose_kommun(page, "Åmåls kommun")
    wanted = Wanted(page)
    page.create_button.click()
    assert wanted.create == [("1492", "", tmp_path / "eget.itadmin", "starter")]


def test_a_file_that_is_there_is_not_made_anew(page: WelcomePage, tmp_path: Path) -> None:
    wanted = Wanted(page)
    (tmp_path / "finns.itadmin").touch()
    choose_kommun(page, "Bengtsfors kommun")
    page.path.setText(str(tmp_path / "finns.itadmin"))
    page.create_button.click()
    assert wanted.create == []
    assert "finns redan" in page.place.line()
    assert page.path.property("state") == "error"
    page.path.setText("")
    page.create_button.click()
    assert "Skriv var filen ska ligga" in page.place.line()


def test_the_place_can_be_chosen(
    page: WelcomePage, choose: Callable[[Path], None], tmp_path: Path, qtbot: QtBot
) -> None:
    choose(tmp_path / "vald.itadmin")
    choose_kommun(page, "Bengtsfors kommun")
    page._browse.click()
    wanted = Wanted(page)
    qtbot.keyClick(page.path, Qt.Key.Key_Return)
    assert wanted.create == [("1460", "", tmp_path / "vald.itadmin", "starter")]


@pytest.mark.parametrize(("row", "command"), [(0, "starter"), (1, "import"), (2, "")])
def test_what_to_begin_with_is_chosen(page: WelcomePage, qtbot: QtBot, row: int, command: str) -> None:
    choose_kommun(page, "Bengtsfors kommun")
    rows = list(page.beginning.choices.values())
    qtbot.mouseClick(rows[row], Qt.MouseButton.LeftButton, pos=QPoint(rows[row].width() - 5, 5))
    assert [each.isChecked() for each in rows] == [each is rows[row] for each in rows]
    wanted = Wanted(page)
    page.create_button.click()
    assert [answer[3] for answer in wanted.create] == [command]


def test_what_to_begin_with_is_chosen_with_the_arrows(page: WelcomePage, qtbot: QtBot) -> None:
    rows = list(page.beginning.choices.values())
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert page.beginning.answer() == "import"
    assert rows[1].accessibleDescription()


def test_a_file_can_be_opened(page: WelcomePage, choose: Callable[[Path], None], tmp_path: Path) -> None:
    wanted = Wanted(page)
    choose(tmp_path / "annan.itadmin")
    page.open_button.click()
    page.recent.chosen.emit(tmp_path / "senaste.itadmin")
    assert wanted.open == [tmp_path / "annan.itadmin", tmp_path / "senaste.itadmin"]


def test_the_sample_regions_kommuner_can_be_chosen(page: WelcomePage) -> None:
    wanted = Wanted(page)
    menu = page.sample_button.menu()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()][2] == "Bengtsfors kommun"
    for action in menu.actions():
        action.trigger()
    assert tuple(wanted.sample) == SAMPLE_CODES


def test_the_codes_are_those_of_the_sample_region() -> None:
    assert tuple(sorted(read_catalogue(SAMPLE_DAY).places)) == SAMPLE_CODES


def test_a_refusal_is_told_and_gone_the_next_time(page: WelcomePage) -> None:
    page.show_error("Filen är skadad.")
    assert page.notice.accessibleName() == "Det gick inte. Filen är skadad."
    assert page.notice.isVisible()
    page.set_recent([])
    assert page.notice.isHidden()


@pytest.mark.parametrize(("width", "factor", "shown"), [(1400, 1.0, True), (1000, 1.0, False), (1280, 1.5, False)])
def test_the_landscape_is_there_only_where_there_is_room(
    page: WelcomePage, look: Look, qtbot: QtBot, width: int, factor: float, shown: bool
) -> None:
    look.set_text_factor(factor)
    page.resize(width, 880)
    qtbot.waitUntil(lambda: page.width() == width)
    assert page.landscape.isVisible() is shown
    qtbot.waitUntil(lambda: page.text.width() <= page.area.viewport().width())


@pytest.mark.parametrize("size", [(1264, 638), (1400, 880)])
def test_what_begins_is_seen_at_once_on_a_small_screen(
    page: WelcomePage, qtbot: QtBot, qapp: QApplication, size: tuple[int, int]
) -> None:
    page.resize(*size)
    qtbot.waitUntil(lambda: (page.width(), page.height()) == size)
    qapp.processEvents()
    viewport, button = page.area.viewport(), page.create_button
    assert viewport.rect().contains(QRect(button.mapTo(viewport, QPoint(0, 0)), button.size()))


def test_everything_that_can_be_reached_has_a_name(page: WelcomePage, tmp_path: Path) -> None:
    page.set_recent([tmp_path / "a.itadmin"])
    page.owner.kommun.setCurrentIndex(page.owner.kommun.count() - 1)
    reached = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    assert len(reached) >= 8
    assert [
        widget
        for widget in reached
        if not widget.accessibleName() and not (isinstance(widget, QAbstractButton) and widget.text())
    ] == []


def test_it_loads_neither_database_nor_papers() -> None:
    program = (
        f"import sys; import {welcome_module.__name__}; "
        "print(sorted({'sqlalchemy', 'alembic', 'reportlab', 'pypdfium2', 'sqlite3'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
