"""The window on the region: its parts by tabs and keys, what is drawn, an area, and the way to files and records."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from itadmin.domain.identifiers import municipality_id
from itadmin.services.samverkan.seen import PARTS, Part
from itadmin.ui.look.look import Look
from itadmin.ui.region.window import RegionWindow
from itadmin.ui.session import Session

CONTROL = Qt.KeyboardModifier.ControlModifier
Show = Callable[[], RegionWindow]


@pytest.fixture
def ids(session: Session, received: Callable[..., UUID]) -> dict[str, UUID]:
    """A region in which two kommuner have a system, the own one with a cost, an agreement and a level."""
    add = session.workspace.records.add
    members = [str(municipality_id(code)) for code in ("1460", "1439", "1461")]
    add("regions", {"name": "Dalsland", "members": members})
    values = {"name": "Kvarnen", "lifecycle": "i_drift", "product": "Kvarnen", "starter_key": "kvarn"}
    own = add("systems", {**values, "area": "Skola", "annual_cost": 907_600_00})
    received("systems", add("systems", values))
    bygg = add("systems", {"name": "Åkeri", "area": "Bygg", "lifecycle": "i_drift"})
    level = {"system": str(own), "municipality": members[0], "level": "3", "starts_on": "2025-01-01"}
    add("cooperation_levels", level)
    agreement = {"title": "Avtal Kvarnen", "kind": "supportavtal", "status": "gallande", "systems": [str(own)]}
    end = add("agreements", {**agreement, "starts_on": "2024-01-01", "first_term_ends_on": "2027-06-30"})
    return {"own": own, "agreement": end, "bygg": bygg}


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Iterator[Show]:
    def make() -> RegionWindow:
        window = RegionWindow(session)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield make
    for window in QApplication.topLevelWidgets():
        if isinstance(window, RegionWindow):
            window.close()


def names(window: RegionWindow) -> list[str]:
    model = window.table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)
    QApplication.processEvents()


@pytest.mark.usefixtures("ids")
def test_who_has_what_stands_first_with_whose_word_it_is(show: Show) -> None:
    window = show()
    assert (window.part, names(window)) == (Part.SYSTEMS, ["Åkeri", "Kvarnen"])
    assert window.heard.text() == (
        "Uppgifter från det egna registret (Bengtsfors) och Färgelanda 2026-03-02. "
        "Mellerud har inte skickat någon fil; det som visas om den är andras uppgifter."
    )


@pytest.mark.usefixtures("ids")
def test_what_may_be_the_same_is_matched_from_here(
    show: Show, session: Session, received: Callable[..., UUID], qtbot: QtBot
) -> None:
    window, asked = show(), list[str]()
    session.guide.command_wanted.connect(asked.append)
    assert not window.match.isVisible()
    theirs = session.workspace.records.add("systems", {"name": "Åkeri", "area": "Bygg", "lifecycle": "i_drift"})
    received("systems", theirs)
    window.refresh()
    assert names(window) == ["Åkeri", "Åkeri", "Kvarnen"]
    qtbot.mouseClick(window.match, Qt.MouseButton.LeftButton)
    assert asked == ["matching"]
    window.tabs.setCurrentIndex(1)
    assert not window.match.isVisible()


@pytest.mark.usefixtures("ids")
def test_keys_go_round_the_parts_each_with_its_table(show: Show) -> None:
    window, seen = show(), []
    for _part in PARTS:
        seen.append((window.part, window.table.accessibleName()))
        press(Qt.Key.Key_PageDown, CONTROL)
    assert seen == list(PARTS.items())
    round_again = [window.part]
    press(Qt.Key.Key_PageUp, CONTROL)
    assert [*round_again, window.part] == [Part.SYSTEMS, Part.LEVELS]


@pytest.mark.usefixtures("ids")
def test_pictures_stand_where_they_say_more(show: Show) -> None:
    window = show()
    drawn = {}
    for place, part in enumerate(PARTS):
        window.tabs.setCurrentIndex(place)
        drawn[part] = (window.bars.isVisible(), window.ends.isVisible())
    assert [part for part, (bars, _ends) in drawn.items() if bars] == [Part.COSTS, Part.LEVELS]
    assert [part for part, (_bars, ends) in drawn.items() if ends] == [Part.AGREEMENTS]
    assert window.bars.rows[-1].said == "1 system, medelnivå\N{NBSP}0,0"
    assert window.bars.accessibleName().endswith("medelnivå\N{NBSP}0,0.")


@pytest.mark.usefixtures("ids")
def test_the_axis_tells_its_days_in_words(show: Show) -> None:
    window = show()
    window.tabs.setCurrentIndex(list(PARTS).index(Part.AGREEMENTS))
    assert window.ends.accessibleName() == "Avtal efter slut. Bengtsfors: slutar 2027-06-30."


@pytest.mark.usefixtures("ids")
def test_costs_say_what_is_missing(show: Show) -> None:
    window = show()
    window.tabs.setCurrentIndex(list(PARTS).index(Part.COSTS))
    assert [(row.name, row.said) for row in window.bars.rows] == [
        ("Bengtsfors", "100\N{NBSP}kr, 1 av 2 system utan kostnad")
    ]
    assert "Kostnad saknas för system: 1 av 2 i Bengtsfors och 1 av 1 i Färgelanda." in window.told.text()


@pytest.mark.usefixtures("ids")
def test_an_area_narrows_every_part(show: Show) -> None:
    window = show()
    window.choices.areas.setFocus()
    press(Qt.Key.Key_Down)
    assert (window.choices.area, names(window)) == ("Bygg", ["Åkeri"])
    window.tabs.setCurrentIndex(list(PARTS).index(Part.AGREEMENTS))
    assert names(window) == []
    assert window.told.text() == "Inget avtal som binder är känt för systemen."
    assert not window.ends.isVisible()


@pytest.mark.parametrize(
    ("part", "row", "register", "key"),
    [(Part.SYSTEMS, 1, "systems", "own"), (Part.AGREEMENTS, 0, "agreements", "agreement")],
)
def test_enter_opens_what_a_row_tells_of(
    show: Show, session: Session, ids: dict[str, UUID], qtbot: QtBot, part: Part, row: int, register: str, key: str
) -> None:
    window = show()
    window.tabs.setCurrentIndex(list(PARTS).index(part))
    window.table.setCurrentIndex(window.table.model().index(row, 0))
    window.table.setFocus()
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == [register, ids[key]]


def test_it_follows_the_register(show: Show, session: Session, ids: dict[str, UUID]) -> None:
    window = show()
    session.workspace.records.save("systems", ids["bygg"], {"name": "Åkeriet"})
    QApplication.processEvents()
    assert names(window) == ["Åkeriet", "Kvarnen"]


@pytest.mark.usefixtures("ids")
def test_it_is_saved_with_all_its_parts(show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "region.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(path), ""))
    window = show()
    press(Qt.Key.Key_S, CONTROL)
    assert window.said.text() == "Sparat som region.xlsx."
    book = openpyxl.load_workbook(path)
    assert set(PARTS.values()) <= set(book.sheetnames)


@pytest.mark.usefixtures("ids")
def test_the_whole_is_a_document(show: Show, session: Session, qtbot: QtBot) -> None:
    window = show()
    with qtbot.waitSignal(session.guide.paper_wanted) as asked:
        QTest.mouseClick(window.document, Qt.MouseButton.LeftButton)
    assert asked.args == ["region_overview", None]


def test_an_empty_register_says_what_to_do(show: Show, session: Session, qtbot: QtBot) -> None:
    window = show()
    assert window.empty.isVisible()
    assert not window.save.isEnabled()
    with qtbot.waitSignal(session.guide.command_wanted) as asked:
        window.empty.plain_chosen.emit()
    assert asked.args == ["receive"]


@pytest.mark.usefixtures("ids")
def test_it_is_painted_in_every_size_of_text(show: Show, look: Look) -> None:
    window = show()
    for factor in (1.0, 1.5):
        look.set_text_factor(factor)
        for place in range(window.tabs.count()):
            window.tabs.setCurrentIndex(place)
            assert not window.grab().isNull()
