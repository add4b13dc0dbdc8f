"""Files opened lately are links."""

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.start.recent_files import RecentFiles
from itadmin.ui.widgets.buttons import LinkButton


def links(recent: RecentFiles) -> list[str]:
    return [link.accessibleName() for link in recent.findChildren(LinkButton) if not link.parentWidget().isHidden()]


def test_the_newest_few_are_shown_with_their_folders(look: Look, qtbot: QtBot, tmp_path: Path) -> None:
    recent = RecentFiles(look)
    qtbot.addWidget(recent)
    assert recent.isHidden()
    recent.set_files([tmp_path / f"Fil {number}.itadmin" for number in range(7)])
    assert not recent.isHidden()
    assert links(recent) == [f"Öppna Fil {number} i {tmp_path}" for number in range(4)]
    assert str(tmp_path) in [label.text() for label in recent.findChildren(QLabel)]


def test_following_one_asks_for_it(look: Look, qtbot: QtBot, tmp_path: Path) -> None:
    recent = RecentFiles(look)
    qtbot.addWidget(recent)
    recent.set_files([tmp_path / "a.itadmin", tmp_path / "b.itadmin"])
    with qtbot.waitSignal(recent.chosen) as followed:
        recent.findChildren(LinkButton)[1].click()
    assert followed.args == [tmp_path / "b.itadmin"]


def test_other_files_take_their_place(look: Look, qtbot: QtBot, tmp_path: Path) -> None:
    recent = RecentFiles(look)
    qtbot.addWidget(recent)
    recent.set_files([tmp_path / "a.itadmin"])
    recent.set_files([])
    assert recent.isHidden()
