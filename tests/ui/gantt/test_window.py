"""The Gantt window: bars are dragged and moved with the keys as steps that can be undone, and records are reached."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from itadmin.domain.calculations.gantt import Grip
from itadmin.domain.problems import ReadOnlyError
from itadmin.ui.gantt import window as windows
from itadmin.ui.gantt.window import GanttWindow, gantt_window
from itadmin.ui.look.look import Scheme
from itadmin.ui.session import Session

Ids = dict[str, UUID]
LEFT = Qt.MouseButton.LeftButton
INVERTED = False


def row_of(window: GanttWindow, name: str) -> int:
    return [lane.name for lane in window.shown.lanes()].index(name)


def days(session: Session, ids: Ids, name: str) -> tuple[str, str]:
    record = session.reading().one("implementation_activities", ids[name]).record
    return str(record.starts_on), str(record.ends_on)


def spot(window: GanttWindow, name: str, part: float) -> QPoint:
    """A place in the bar of a row: 0 is its beginning and 1 its end."""
    view = window.gantt
    places = view.places()
    assert places is not None
    box = places.bar_of(row_of(window, name))
    assert box is not None
    shown = view.in_view(box)
    return QPointF(shown.left() + part * shown.width(), shown.center().y()).toPoint()


def day_width(window: GanttWindow) -> float:
    places = window.gantt.places()
    assert places is not None
    axis = places.chart.axis
    return (places.x(1) - places.x(0)) / ((axis.last - axis.first).days + 1)


def drag(qtbot: QtBot, window: GanttWindow, begin: QPoint, days_right: int) -> None:
    end = begin + QPoint(round(days_right * day_width(window)), 3)
    viewport = window.gantt.viewport()
    qtbot.mousePress(viewport, LEFT, pos=begin)
    qtbot.mouseMove(viewport, pos=(begin + end) / 2)
    qtbot.mouseMove(viewport, pos=end)
    qtbot.mouseRelease(viewport, LEFT, pos=end)


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [(0.5, "2026-11-23", "2026-12-18"), (0.01, "2026-11-23", "2026-12-11"), (0.99, "2026-11-16", "2026-12-18")],
)
def test_a_bar_or_one_of_its_ends_is_dragged_and_taken_back(
    qtbot: QtBot, window: GanttWindow, session: Session, e_archive: Ids, part: float, first: str, last: str
) -> None:
    name = "Föra över information"
    drag(qtbot, window, spot(window, name, part), 7)
    assert days(session, e_archive, name) == (first, last)
    assert window.said.text() == "Flyttade Föra över information."
    qtbot.waitUntil(lambda: window.shown.lane(row_of(window, name)).cells[1:3] == (first, last))
    assert window.gantt.row == row_of(window, name)
    assert window.undo.isVisible()
    qtbot.mouseClick(window.undo, LEFT)
    assert days(session, e_archive, name) == ("2026-11-16", "2026-12-11")
    assert window.said.text() == "Ångrade: Flyttade Föra över information"
    assert not window.undo.isVisible()


def test_a_phase_is_dragged_with_what_is_left_in_it(
    qtbot: QtBot, window: GanttWindow, session: Session, e_archive: Ids
) -> None:
    drag(qtbot, window, spot(window, "Uppsättning och integration", 0.75), 7)
    assert days(session, e_archive, "Föra över information") == ("2026-11-23", "2026-12-18")
    qtbot.keyClick(window.gantt, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert days(session, e_archive, "Föra över information") == ("2026-11-16", "2026-12-11")
    qtbot.keyClick(window.gantt, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert days(session, e_archive, "Föra över information") == ("2026-11-23", "2026-12-18")


def test_a_drag_that_is_broken_off_or_leads_nowhere_changes_nothing(
    qtbot: QtBot, window: GanttWindow, session: Session, e_archive: Ids
) -> None:
    before = session.workspace.undo.state()
    view, begin = window.gantt.viewport(), spot(window, "Utbilda", 0.5)
    qtbot.mouseClick(view, LEFT, pos=begin)
    qtbot.mousePress(view, LEFT, pos=begin)
    qtbot.mouseMove(view, pos=begin + QPoint(60, 0))
    assert "Flyttar Utbilda: " in window.said.text()
    assert not window.gantt.grab().isNull()
    qtbot.keyClick(window.gantt, Qt.Key.Key_Escape)
    qtbot.mouseRelease(view, LEFT, pos=begin + QPoint(60, 0))
    assert window.isVisible()
    assert window.said.text() == ""
    assert session.workspace.undo.state() == before
    assert days(session, e_archive, "Utbilda") == ("2026-12-07", "2026-12-18")


def test_a_click_on_a_bar_asks_for_no_move(qtbot: QtBot, window: GanttWindow) -> None:
    asked: list[tuple[int, Grip, int]] = []
    window.gantt.moved.connect(lambda *move: asked.append(move))
    begin = spot(window, "Utbilda", 0.5)
    qtbot.mouseClick(window.gantt.viewport(), LEFT, pos=begin)
    qtbot.mousePress(window.gantt.viewport(), LEFT, pos=begin)
    qtbot.mouseMove(window.gantt.viewport(), pos=begin + QPoint(60, 0))
    qtbot.mouseMove(window.gantt.viewport(), pos=begin)
    qtbot.mouseRelease(window.gantt.viewport(), LEFT, pos=begin)
    assert asked == []
    assert window.gantt.row == row_of(window, "Utbilda")


def test_the_pointer_shows_by_what_a_bar_would_be_held(qtbot: QtBot, window: GanttWindow) -> None:
    view = window.gantt.viewport()
    for part, shape in ((0.5, Qt.CursorShape.OpenHandCursor), (0.01, Qt.CursorShape.SizeHorCursor)):
        qtbot.mouseMove(view, pos=spot(window, "Föra över information", part))
        assert view.cursor().shape() is shape
    qtbot.mouseMove(view, pos=spot(window, "Föra över information", 0) - QPoint(60, 0))
    assert view.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_the_keys_take_hold_of_a_bar_move_it_by_days_and_weeks_and_let_it_go(
    qtbot: QtBot, window: GanttWindow, session: Session, e_archive: Ids
) -> None:
    window.gantt.go_to(row_of(window, "Utbilda"))
    qtbot.keyClick(window.gantt, Qt.Key.Key_Space)
    assert window.gantt.accessibleDescription().startswith("Flyttar Utbilda: 7–18 december 2026. Pil flyttar en dag")
    qtbot.keyClick(window.gantt, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(window.gantt, Qt.Key.Key_Left)
    qtbot.keyClick(window.gantt, Qt.Key.Key_Left)
    assert window.said.text().startswith("Flyttar Utbilda: 12–23 december 2026.")
    assert not window.gantt.grab().isNull()
    qtbot.keyClick(window.gantt, Qt.Key.Key_Return)
    assert days(session, e_archive, "Utbilda") == ("2026-12-12", "2026-12-23")
    assert session.workspace.undo.state().undo == "Flyttade Utbilda"
    session.workspace.undo.undo()
    assert days(session, e_archive, "Utbilda") == ("2026-12-07", "2026-12-18")


def test_space_goes_on_to_the_beginning_and_the_end_of_a_bar(
    qtbot: QtBot, window: GanttWindow, session: Session, e_archive: Ids
) -> None:
    window.gantt.go_to(row_of(window, "Utbilda"))
    qtbot.mouseClick(window.move_button, LEFT)
    held = []
    for _ in range(3):
        assert window.gantt.hold is not None
        held.append(window.gantt.hold.grip)
        qtbot.keyClick(window.gantt, Qt.Key.Key_Space)
    assert held == [Grip.WHOLE, Grip.BEGIN, Grip.END]
    qtbot.keyClick(window.gantt, Qt.Key.Key_Space)
    for _ in range(3):
        qtbot.keyClick(window.gantt, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(window.gantt, Qt.Key.Key_Left)
    qtbot.keyClick(window.gantt, Qt.Key.Key_Enter)
    assert days(session, e_archive, "Utbilda") == ("2026-12-17", "2026-12-18")


def test_escape_leaves_the_bar_where_it_was_and_then_closes_the_window(
    qtbot: QtBot, window: GanttWindow, session: Session, e_archive: Ids
) -> None:
    window.gantt.go_to(row_of(window, "Utbilda"))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Escape):
        qtbot.keyClick(window.gantt, key)
    assert window.gantt.hold is None
    assert window.isVisible()
    assert days(session, e_archive, "Utbilda") == ("2026-12-07", "2026-12-18")
    qtbot.keyClick(window.gantt, Qt.Key.Key_Space)
    window.table.setFocus()
    assert window.gantt.hold is None
    window.gantt.setFocus()
    qtbot.keyClick(window.gantt, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_the_plan_itself_and_what_has_no_days_cannot_be_taken_hold_of(qtbot: QtBot, window: GanttWindow) -> None:
    qtbot.keyClick(window.gantt, Qt.Key.Key_Home)
    assert not window.move_button.isEnabled()
    qtbot.keyClick(window.gantt, Qt.Key.Key_Space)
    assert window.gantt.hold is None
    qtbot.keyClick(window.gantt, Qt.Key.Key_Down)
    assert window.move_button.isEnabled()


def test_what_is_refused_is_said(
    qtbot: QtBot, window: GanttWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise ReadOnlyError("Planen hör till en annan organisation.")

    monkeypatch.setattr(windows, "move", refuse)
    before = session.workspace.undo.state()
    drag(qtbot, window, spot(window, "Utbilda", 0.5), 5)
    assert window.said.text() == "Planen hör till en annan organisation."
    assert not window.undo.isVisible()
    assert session.workspace.undo.state() == before


def test_enter_and_a_double_click_open_the_record(
    qtbot: QtBot, window: GanttWindow, session: Session, e_archive: Ids
) -> None:
    opened: list[tuple[str, UUID]] = []
    session.guide.record_wanted.connect(lambda register, record: opened.append((register, record)))
    qtbot.keyClick(window.gantt, Qt.Key.Key_Return)
    qtbot.mouseClick(window.gantt.viewport(), LEFT, pos=spot(window, "Utbilda", 0.5))
    qtbot.mouseDClick(window.gantt.viewport(), LEFT, pos=spot(window, "Utbilda", 0.5))
    assert opened == [("implementations", e_archive["plan"]), ("implementation_activities", e_archive["Utbilda"])]


def test_the_axis_is_made_longer_and_fitted_with_buttons_keys_and_wheel(qtbot: QtBot, window: GanttWindow) -> None:
    view = window.gantt
    qtbot.mouseClick(window.zooming.zoom_in, LEFT)
    assert view.zoom == pytest.approx(1.5)
    assert window.zooming.zoom.text() == "150\N{NO-BREAK SPACE}%"
    qtbot.mouseClick(window.zooming.zoom_out, LEFT)
    assert view.zoom == pytest.approx(1)
    for turn, control in ((120, True), (-120, False)):
        modifiers = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        where = QPointF(600, 200)
        event = QWheelEvent(
            where,
            view.viewport().mapToGlobal(where),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            INVERTED,
        )
        QApplication.sendEvent(view.viewport(), event)
    assert view.zoom == pytest.approx(1.5)
    qtbot.mouseClick(window.zooming.fit, LEFT)
    assert view.zoom == 1


def test_a_bar_is_dragged_as_far_on_a_longer_axis_and_scrolled_to_by_the_keys(
    qtbot: QtBot, window: GanttWindow, session: Session, e_archive: Ids
) -> None:
    for _ in range(4):
        window.gantt.zoom_in()
    window.gantt.go_to(row_of(window, "Utbilda"))
    window.gantt.horizontalScrollBar().setValue(0)
    qtbot.keyClick(window.gantt, Qt.Key.Key_Space)
    assert window.gantt.horizontalScrollBar().value() > 0
    qtbot.keyClick(window.gantt, Qt.Key.Key_Escape)
    drag(qtbot, window, spot(window, "Utbilda", 0) + QPoint(40, 0), 3)
    assert days(session, e_archive, "Utbilda") == ("2026-12-10", "2026-12-21")


def test_all_plans_are_a_choice_away_and_a_plan_that_goes_away_gives_them_too(
    qtbot: QtBot, window: GanttWindow, session: Session, e_archive: Ids
) -> None:
    assert [window.plan_box.itemText(n) for n in range(2)] == ["Planer som pågår", "Införande av e-arkiv"]
    assert window.windowTitle() == "Gantt: Införande av e-arkiv – itadmin"
    window.plan_box.setFocus()
    qtbot.keyClick(window.plan_box, Qt.Key.Key_Up)
    assert window.windowTitle() == "Gantt: Planer som pågår – itadmin"
    assert [lane.level for lane in window.shown.lanes()] == [0, 1, 1, 1]
    drag(qtbot, window, spot(window, "Driftstart", 0.5), 7)
    plan = session.reading().one("implementations", e_archive["plan"]).record
    assert str(plan.phases[2].starts_on) == "2027-01-18"
    session.workspace.records.save("implementations", e_archive["plan"], {"status": "avbruten"})
    qtbot.waitUntil(window.empty.isVisible)
    assert not window.save.isEnabled()


def test_it_opens_on_the_plan_one_stands_on_or_on_that_of_the_activity(session: Session, e_archive: Ids) -> None:
    for register, name, title in (
        ("implementations", "plan", "Införande av e-arkiv"),
        ("implementation_activities", "Utbilda", "Införande av e-arkiv"),
        ("systems", "E-arkivet", "Planer som pågår"),
    ):
        window = gantt_window(session, register, e_archive[name])
        assert window.shown.title == title
        window.close()


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf"])
def test_the_picture_is_saved_as_what_its_name_says(
    qtbot: QtBot, window: GanttWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"Gantt{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    qtbot.keyClick(window.gantt, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(path.exists)
    if ending == ".png":
        assert QImage(str(path)).width() > 1000
    assert window.said.text() == f"Sparat som Gantt{ending}."


def test_a_picture_of_too_many_rows_is_refused_in_words(
    window: GanttWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(windows, "MOST_ROWS", 1)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.png"), ""))
    window.save_picture()
    assert window.said.text().startswith("Bilden skulle få 8 rader. Välj en plan")


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_it_can_be_used_at_any_size(qtbot: QtBot, window: GanttWindow, session: Session, scheme: Scheme) -> None:
    session.look.set_scheme(scheme)
    session.look.set_text_factor(1.5)
    window.resize(1280, 720)
    assert not window.grab().isNull()
    window.resize(700, 600)
    assert not window.grab().isNull()
