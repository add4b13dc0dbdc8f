"""The window of pictures of time: picture and table go together, choices change both, and records are reached."""

from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from itadmin.services.reading import ListQuery
from itadmin.services.timeline import View
from itadmin.ui.session import Session
from itadmin.ui.timeline.window import Listed, TimelineWindow

Records = dict[str, UUID]


def in_table(window: TimelineWindow) -> list[str]:
    model = window.model
    return [str(model.index(row, 0).data()).strip() for row in range(model.rowCount())]


def in_picture(window: TimelineWindow) -> list[str]:
    return [lane.name for lane in window.shown.lanes()]


@pytest.fixture
def opened_records(session: Session) -> list[tuple[str, UUID]]:
    found: list[tuple[str, UUID]] = []
    session.guide.record_wanted.connect(lambda register, record_id: found.append((register, record_id)))
    return found


def test_it_begins_with_the_calendar_and_the_nearest_day(window: TimelineWindow) -> None:
    assert window.windowTitle() == "Avtalskalender – itadmin"
    assert in_picture(window) == in_table(window) == ["Support Kvarnen", "Support lön"]
    assert window.told.text().startswith("2 avtal har sin sista dag att säga upp eller besluta november 2026")
    assert window.chart.row == window.table.currentIndex().row() == 0


def test_the_end_and_the_roadmap_are_a_choice_away(qtbot: QtBot, window: TimelineWindow) -> None:
    qtbot.keyClick(window.controls.counted_box, Qt.Key.Key_Down)
    assert in_picture(window) == in_table(window) == ["Städning", "Support Kvarnen", "Support lön"]
    qtbot.keyClick(window.controls.view_box, Qt.Key.Key_Down)
    assert window.windowTitle() == "Roadmap för system – itadmin"
    expected = ["Kvarnen", "Support Kvarnen", "Avtal utan system", "Städning", "Support lön"]
    assert in_picture(window) == in_table(window) == expected
    assert not window.controls.counted_box.isVisible()


def test_systems_that_nothing_happens_to_are_shown_when_one_asks_for_all(qtbot: QtBot, window: TimelineWindow) -> None:
    assert not window.controls.all_box.isVisible()
    window.controls.choose(View.ROADMAP)
    assert "Växeln" not in in_picture(window)
    assert "1 system har ingen dag de åren och visas inte." in window.told.text()
    window.controls.all_box.setFocus()
    qtbot.keyClick(window.controls.all_box, Qt.Key.Key_Space)
    assert in_picture(window)[:3] == ["Kvarnen", "Support Kvarnen", "Växeln"]


def test_a_row_chosen_in_one_is_chosen_in_the_other(qtbot: QtBot, window: TimelineWindow) -> None:
    qtbot.keyClick(window.chart, Qt.Key.Key_Down)
    assert window.table.currentIndex().row() == 1
    window.table.setFocus()
    qtbot.keyClick(window.table, Qt.Key.Key_Up)
    assert window.chart.row == 0


def test_enter_and_a_double_click_open_the_agreement(
    qtbot: QtBot, window: TimelineWindow, records: Records, opened_records: list[tuple[str, UUID]]
) -> None:
    qtbot.keyClick(window.chart, Qt.Key.Key_Return)
    window.table.setFocus()
    qtbot.keyClick(window.table, Qt.Key.Key_Down)
    qtbot.keyClick(window.table, Qt.Key.Key_Return)
    places = window.chart.places()
    assert places is not None
    spot = places.row_rect(0).topLeft().toPoint() + QPoint(20, 5)
    qtbot.mouseClick(window.chart.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(window.chart.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    kvarnen, lon = records["Support Kvarnen"], records["Support lön"]
    assert opened_records == [("agreements", kvarnen), ("agreements", lon), ("agreements", kvarnen)]


def test_a_heading_opens_nothing(qtbot: QtBot, window: TimelineWindow, opened_records: list[tuple[str, UUID]]) -> None:
    qtbot.keyClick(window.controls.grouping_box, Qt.Key.Key_Down)
    assert in_picture(window)[0] == "Exempelbolaget AB"
    window.chart.setFocus()
    qtbot.keyClick(window.chart, Qt.Key.Key_Home)
    qtbot.keyClick(window.chart, Qt.Key.Key_Return)
    assert opened_records == []


def test_groups_are_gathered_and_one_is_chosen(qtbot: QtBot, window: TimelineWindow) -> None:
    assert not window.controls.group_box.isVisible()
    qtbot.keyClick(window.controls.grouping_box, Qt.Key.Key_Down)
    assert in_picture(window) == ["Exempelbolaget AB", "Support Kvarnen", "Utan leverantör", "Support lön"]
    qtbot.keyClick(window.controls.group_box, Qt.Key.Key_Down)
    assert in_picture(window) == ["Exempelbolaget AB", "Support Kvarnen"]
    assert window.controls.group_box.currentText() == "Exempelbolaget AB"
    qtbot.keyClick(window.controls.grouping_box, Qt.Key.Key_Up)
    assert in_picture(window) == ["Support Kvarnen", "Support lön"]


def test_one_stays_at_the_record_when_the_register_changes(
    qtbot: QtBot, window: TimelineWindow, session: Session, records: Records
) -> None:
    qtbot.keyClick(window.chart, Qt.Key.Key_Down)
    session.workspace.records.save("agreements", records["Support lön"], {"notice_months": 4})
    session.workspace.records.add(
        "agreements",
        {
            "title": "Ännu tidigare",
            "kind": "supportavtal",
            "status": "gallande",
            "starts_on": "2024-03-01",
            "first_term_months": 36,
            "renewal_months": 12,
            "notice_months": 3,
        },
    )
    qtbot.waitUntil(lambda: len(window.shown) == 3)
    assert window.shown.lane(window.chart.row).name == "Support lön"
    assert window.table.currentIndex().row() == window.chart.row


def test_what_a_list_shows_may_be_all_that_is_shown(qtbot: QtBot, session: Session, records: Records) -> None:
    del records
    window = TimelineWindow(session, Listed("agreements", ListQuery(words="lön")))
    qtbot.addWidget(window)
    window.show()
    assert window.controls.extent_box.isVisible()
    assert len(window.shown) == 2
    qtbot.keyClick(window.controls.extent_box, Qt.Key.Key_Down)
    assert in_picture(window) == ["Support lön"]


def test_an_empty_register_says_what_will_be_here(qtbot: QtBot, session: Session) -> None:
    window = TimelineWindow(session)
    qtbot.addWidget(window)
    window.show()
    assert window.empty.isVisible()
    assert not window.save.isEnabled()
    window.controls.choose(View.ROADMAP)
    assert window.empty.isVisible()
    assert window.chart.row == -1


@pytest.mark.parametrize(
    ("width", "way"),
    [(1480, Qt.Orientation.Horizontal), (1200, Qt.Orientation.Vertical), (860, Qt.Orientation.Vertical)],
)
def test_the_table_goes_below_where_there_is_little_room(
    qtbot: QtBot, window: TimelineWindow, width: int, way: Qt.Orientation
) -> None:
    window.resize(width, 700)
    qtbot.waitUntil(lambda: window._splitter.orientation() is way)
    assert window.chart.viewport().height() > 100
