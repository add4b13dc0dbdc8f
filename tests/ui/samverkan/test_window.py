"""The Samverkan window as it is used: what is shown, walking in it, choosing less of it, and ways out of it."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from itadmin.documents import making
from itadmin.services.samverkan.narrowing import Which
from itadmin.ui import picture_output
from itadmin.ui.exporting import overview_output
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.samverkan import matrix_painting, matrix_table, score_painting
from itadmin.ui.samverkan.matrix_model import LOOK, NAME, SCORED
from itadmin.ui.samverkan.matrix_painting import printed, rows_from
from itadmin.ui.samverkan.window import SamverkanWindow
from itadmin.ui.session import Session
from itadmin.ui.value_lists.dialog import ValueListsDialog
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.painting import line_width

Region = dict[str, UUID]
Records = list[tuple[str, UUID]]


def shown(window: SamverkanWindow) -> dict[str, list[str]]:
    """What stands in the cells of the kommuner, by system, and the level of the whole last."""
    model = window.model
    columns = range(1, model.first_sum + 1)
    return {
        str(model.index(row, 0).data()): [model.index(row, column).data(LOOK).text for column in columns]
        for row in range(model.rowCount())
    }


def kommuner(window: SamverkanWindow) -> list[str]:
    return [kommun.name for kommun in window.model.matrix.kommuner]


def told(window: SamverkanWindow, qtbot: QtBot, name: str) -> None:
    """Wait until all about a system is told."""
    qtbot.waitUntil(lambda: window.panel.heading.text() == name)


def spot(window: SamverkanWindow, row: int, column: int) -> QPoint:
    return window.table.visualRect(window.model.index(row, column)).center()


def test_what_the_kommuner_have_together_stands_by_level(window: SamverkanWindow) -> None:
    assert window.windowTitle() == "Samverkan – itadmin"
    assert kommuner(window) == ["Bengtsfors", "Mellerud", "Säffle"]
    assert shown(window) == {
        "Arkivet": ["5", "5*", "", "5"],
        "Kvarnen": ["2", "3*", "", "2"],
        "Växeln": ["4", "", "1*", "1"],
    }
    assert window.told.text() == "Dalsland: 3 av 4 system, 2 kommuner, 1 gäst"
    assert window.row is not None
    assert window.row.name == "Arkivet"


def test_a_cell_says_all_it_means(window: SamverkanWindow) -> None:
    model = window.model
    cell = model.index(1, 1)
    words = (
        "Kvarnen, Bengtsfors: nivå 2 Gemensam upphandling. Målet är nivå 4 Gemensam drift. Avtal på väg ut: 2027-12-31."
    )
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == words
    assert cell.data(LOOK).ends_soon
    other = model.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert other == "Kvarnen, Mellerud: nivå 3 Samma applikation. Uppgift från Bengtsfors."


def test_keys_walk_from_cell_to_cell_and_the_row_is_told(window: SamverkanWindow, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(window.table, key)
    assert window.status.said.text() == "Kvarnen, Mellerud: nivå 3 Samma applikation. Uppgift från Bengtsfors."
    assert window.table.accessibleDescription() == window.status.said.text()
    told(window, qtbot, "Kvarnen")
    assert "Skola · 2 av 2 kommuner" in window.panel.words
    assert window.row is not None
    assert window.ladder.view.places.chosen == window.row.key


def test_enter_opens_the_system(window: SamverkanWindow, region: Region, opened_records: Records, qtbot: QtBot) -> None:
    qtbot.keyClick(window.table, Qt.Key.Key_Down)
    qtbot.keyClick(window.table, Qt.Key.Key_Return)
    qtbot.mouseClick(window.table.viewport(), Qt.MouseButton.LeftButton, pos=spot(window, 2, NAME))
    qtbot.mouseDClick(window.table.viewport(), Qt.MouseButton.LeftButton, pos=spot(window, 2, NAME))
    assert opened_records == [("systems", region["Kvarnen"]), ("systems", region["Växeln"])]


def test_a_double_click_in_the_cell_of_a_kommun_asks_for_its_level(
    window: SamverkanWindow, opened_records: Records, qtbot: QtBot
) -> None:
    for click in (qtbot.mouseClick, qtbot.mouseDClick):
        click(window.table.viewport(), Qt.MouseButton.LeftButton, pos=spot(window, 1, 2))
    (sheet,) = window.findChildren(NewRecordDialog)
    assert sheet.isVisible()
    assert not opened_records
    tips = [window.model.index(1, column).data(Qt.ItemDataRole.ToolTipRole) for column in (NAME, 2)]
    assert ["F2 eller dubbelklick anger nivån." in tip for tip in tips] == [False, True]


def test_where_nothing_can_be_written_a_double_click_opens_the_system(
    window: SamverkanWindow, region: Region, opened_records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.table.stand_on(1, 1)
    monkeypatch.setattr(type(window._session.workspace), "writable", False)
    window.table.level_wanted.emit()
    assert opened_records == [("systems", region["Kvarnen"])]


def test_names_are_whole_where_there_is_room_and_the_bar_of_the_score_always_is(
    window: SamverkanWindow, session: Session, look: Look, qtbot: QtBot
) -> None:
    name = "Styrning av vattenverk och pumpstationer i hela kommunen"
    session.workspace.records.add("systems", {"name": name, "lifecycle": "i_drift"})
    window.controls.show_all()
    qtbot.waitUntil(lambda: name in shown(window))
    table, scored = window.table, window.model.first_sum + SCORED
    widths = {}
    for width in (1800, 900):
        table.setFixedWidth(width)
        qtbot.waitUntil(lambda width=width: table.viewport().width() <= width)
        widths[width] = table.columnWidth(NAME), table.columnWidth(scored)
    assert widths[1800][0] > line_width(look.theme, name, TextStyle.NAME) > widths[900][0]
    assert widths[1800][1] > look.metrics.px(150)
    assert widths[900][1] >= look.metrics.px(84)


def test_the_ladder_is_folded_where_the_window_is_low_until_somebody_says_otherwise(
    window: SamverkanWindow, look: Look, qtbot: QtBot
) -> None:
    assert (window.ladder.is_folded, window.ladder.view.isVisible()) == (False, True)
    rows = window.table.viewport().height()
    qtbot.mouseClick(window.ladder.fold, Qt.MouseButton.LeftButton)
    assert (window.ladder.fold.text(), window.ladder.view.isVisible()) == ("Visa trappan", False)
    qtbot.waitUntil(lambda: window.table.viewport().height() > rows + look.metrics.px(150))
    qtbot.mouseClick(window.ladder.fold, Qt.MouseButton.LeftButton)
    assert (window.ladder.fold.text(), window.ladder.view.isVisible()) == ("Fäll ihop", True)
    window.resize(1300, look.metrics.px(600))
    assert not window.ladder.is_folded


def test_a_low_window_opens_with_the_ladder_folded(session: Session, region: Region, look: Look, qtbot: QtBot) -> None:
    assert region
    window = SamverkanWindow(session)
    qtbot.addWidget(window)
    window.show()
    for height, is_folded in ((600, True), (800, False)):
        window.resize(1300, look.metrics.px(height))
        assert window.ladder.is_folded is is_folded


def test_the_paper_has_the_rows_of_the_screen_in_their_order(
    window: SamverkanWindow, session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(making, "make_cooperation_overview", lambda *told: asked.append(told[1:]) or b"%PDF")
    monkeypatch.setattr(picture_output, "ask_save_place", lambda *_asked: tmp_path / "m.pdf")
    window.table.sortByColumn(NAME, Qt.SortOrder.DescendingOrder)
    window.outputs.save_matrix()
    (_asked, narrowing, order), names = asked[0], {row.key: row.name for row in window.model.rows}
    assert narrowing.which is Which.TOGETHER
    assert [names[key] for key in order] == ["Växeln", "Kvarnen", "Arkivet"]


def test_a_click_on_a_heading_sorts_and_the_choice_of_order_follows(window: SamverkanWindow, qtbot: QtBot) -> None:
    header = window.table.horizontalHeader()
    for _click in range(2):
        place = QPoint(header.sectionViewportPosition(0) + 20, header.height() // 2)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert list(shown(window)) == ["Växeln", "Kvarnen", "Arkivet"]
    assert window.controls.orders.currentIndex() == -1
    window.controls.orders.setCurrentIndex(2)
    window.controls.orders.activated.emit(2)
    assert list(shown(window)) == ["Arkivet", "Kvarnen", "Växeln"]
    window.controls.orders.setCurrentIndex(1)
    window.controls.orders.activated.emit(1)
    assert list(shown(window)) == ["Kvarnen", "Arkivet", "Växeln"]
    assert window.controls.orders.currentText() == "Sortera på poäng"


def test_a_kommun_is_sorted_by_and_empty_cells_come_last(window: SamverkanWindow) -> None:
    window.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert list(shown(window)) == ["Arkivet", "Kvarnen", "Växeln"]
    window.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert list(shown(window)) == ["Arkivet", "Växeln", "Kvarnen"]
    assert window.controls.orders.currentIndex() == -1


def test_less_is_asked_for_and_guests_stand_only_where_they_take_part(window: SamverkanWindow) -> None:
    window.controls.areas.setCurrentIndex(window.controls.areas.findData("Skola"))
    assert (list(shown(window)), kommuner(window)) == (["Arkivet", "Kvarnen"], ["Bengtsfors", "Mellerud"])
    window.controls.which.setCurrentIndex(window.controls.which.findData(Which.OPENINGS))
    assert list(shown(window)) == ["Kvarnen"]
    window.controls.search.setText("finns inte")
    assert not shown(window)
    assert window.pane.none_fit.isVisible()
    window.pane.none_fit.plain_chosen.emit()
    assert list(shown(window)) == ["Arkivet", "Kvarnen", "Växeln", "Ensam"]


def test_one_stays_on_the_row_when_less_is_shown_and_when_the_register_changes(
    window: SamverkanWindow, session: Session, qtbot: QtBot
) -> None:
    window.table.stand_on(2, 1)
    window.controls.search.setText("v")
    assert (list(shown(window)), window.row and window.row.name) == (["Arkivet", "Kvarnen", "Växeln"], "Växeln")
    session.workspace.records.add("systems", {"name": "Aven", "lifecycle": "i_drift", "area": "Teknik"})
    window.controls.show_all()
    qtbot.waitUntil(lambda: "Aven" in shown(window))
    assert window.row is not None
    assert window.row.name == "Växeln"


def test_rows_keep_their_places_when_a_level_is_set_until_one_sorts_or_asks_for_less(
    window: SamverkanWindow, session: Session, region: Region, qtbot: QtBot
) -> None:
    add = session.workspace.records.add
    first = window.model.first_sum
    window.table.sortByColumn(first, Qt.SortOrder.DescendingOrder)
    window.table.stand_on(2, 1)
    for code in ("1460", "1461"):
        about = {"system": str(region["Växeln"]), "municipality": str(region[code]), "starts_on": "2026-11-01"}
        add("cooperation_levels", {**about, "level": "5", "target_level": ""})
        add("cooperation_levels", {**about, "system": str(region["Ensam"]), "level": "4"})
    qtbot.waitUntil(lambda: shown(window)["Växeln"][-1] == "5")
    assert list(shown(window)) == ["Arkivet", "Kvarnen", "Växeln", "Ensam"]
    assert window.row is not None
    assert (window.row.name, window.table.currentIndex().column()) == ("Växeln", 1)
    window.controls.orders.activated.emit(window.controls.orders.currentIndex())
    assert list(shown(window)) == ["Arkivet", "Växeln", "Ensam", "Kvarnen"]
    assert window.row.name == "Växeln"


def test_what_one_stands_on_stays_although_it_fits_no_more(
    window: SamverkanWindow, session: Session, region: Region, qtbot: QtBot
) -> None:
    window.controls.which.setCurrentIndex(window.controls.which.findData(Which.OPENINGS))
    before = list(shown(window))
    window.table.stand_on(before.index("Kvarnen"), 1)
    for code in ("1460", "1461"):
        about = {"system": str(region["Kvarnen"]), "municipality": str(region[code]), "starts_on": "2026-11-01"}
        session.workspace.records.add("cooperation_levels", {**about, "level": "5"})
    qtbot.waitUntil(lambda: shown(window)["Kvarnen"][-1] == "5")
    assert list(shown(window)) == before
    window.controls.changed.emit()
    assert "Kvarnen" not in shown(window)


def test_targets_stand_in_the_cells_and_on_the_ladder(window: SamverkanWindow) -> None:
    window.controls.shown_box.setCurrentIndex(1)
    assert shown(window)["Kvarnen"] == ["2→4", "3*", "", "2→4"]
    assert window.ladder.heading.text() == "Samverkanstrappan – målen"
    assert [step.systems[0].name for step in window.ladder.ladder.steps if step.systems] == ["Kvarnen"]


def test_the_ladder_and_the_matrix_go_together(
    window: SamverkanWindow, region: Region, opened_records: Records, qtbot: QtBot
) -> None:
    view = window.ladder.view
    box = view.places.box_of(region["Kvarnen"].bytes)
    assert box is not None
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=box.rect.center().toPoint())
    assert window.row is not None
    assert window.row.name == "Kvarnen"
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert window.row.name == "Arkivet"
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened_records == [("systems", region["Växeln"])]
    assert view.accessibleDescription() == "Växeln: nivå 1 Erfarenhetsutbyte"


def test_the_ladder_is_also_a_table(window: SamverkanWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.ladder.turn, Qt.MouseButton.LeftButton)
    model = window.ladder.model
    assert window.ladder.table.isVisible()
    rows = [[model.index(row, column).data() for column in (0, 2, 3)] for row in range(5)]
    assert rows == [["5", "1", "Arkivet"], ["4", "0", ""], ["3", "0", ""], ["2", "1", "Kvarnen"], ["1", "1", "Växeln"]]
    assert "benämning ej fastställd" in model.index(1, 1).data()


def test_names_that_nobody_has_adopted_lead_to_where_they_are(
    window: SamverkanWindow, session: Session, qtbot: QtBot
) -> None:
    assert window.adopt.isVisible()
    qtbot.mouseClick(window.adopt, Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(ValueListsDialog)
    assert dialog.values == "samverkansniva"
    dialog.reject()
    for code in "12345":
        word = {"value_list": "samverkansniva", "code": code, "name": f"{code} Steg", "adopted_on": "2026-01-02"}
        session.workspace.records.add("value_words", word)
    qtbot.waitUntil(lambda: not window.adopt.isVisible())


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse])
def test_the_menu_of_a_cell(
    window: SamverkanWindow, reason: QContextMenuEvent.Reason, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown_menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _place: shown_menus.append(menu))
    window.table.stand_on(1, 2)
    place = spot(window, 1, 2)
    there = window.table.viewport().mapToGlobal(place)
    QApplication.sendEvent(window.table.viewport(), QContextMenuEvent(reason, place, there))
    (menu,) = shown_menus
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "Öppna systemet",
        "Visa nivåposten",
        "Ange nivå för Mellerud…\tF2",
        "Starta samverkansärende…",
        "Inte aktuellt till…",
        "Räkna på kostnaden…",
        "Matcha system…",
    ]


def test_the_level_of_a_neighbour_is_entered_from_its_cell(
    window: SamverkanWindow, session: Session, qtbot: QtBot
) -> None:
    window.table.stand_on(2, 2)
    qtbot.keyClick(window, Qt.Key.Key_F2)
    (sheet,) = window.findChildren(NewRecordDialog)
    sheet.reject()
    assert window.row is not None
    about = {"system": str(window.row.id), "municipality": str(window.model.matrix.kommuner[1].id)}
    session.workspace.records.add("cooperation_levels", {**about, "level": "4"})
    qtbot.waitUntil(lambda: shown(window)["Växeln"] == ["4", "4*", "1*", "4"])


def test_a_level_must_be_chosen_and_the_arrow_and_enter_choose_it(
    window: SamverkanWindow, session: Session, qtbot: QtBot
) -> None:
    before = session.workspace.reading().count("cooperation_levels")
    window.table.stand_on(2, 2)
    qtbot.keyClick(window, Qt.Key.Key_F2)
    (sheet,) = window.findChildren(NewRecordDialog)
    level = sheet.editors["level"].focusProxy()

    def has_keyboard() -> bool:
        sheet.activateWindow()
        level.setFocus()
        return bool(level.hasFocus())

    qtbot.waitUntil(has_keyboard)
    qtbot.keyClick(level, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert "Välj en nivå, eller en målnivå om bara målet är känt." in [
        label.text() for label in sheet.findChildren(Label) if label.isVisible()
    ]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(level, key)
    assert sheet.written("level") == "1"
    qtbot.keyClick(level, Qt.Key.Key_Return)
    assert not sheet.isVisible()
    assert session.workspace.reading().count("cooperation_levels") == before + 1
    qtbot.waitUntil(lambda: shown(window)["Växeln"] == ["4", "1*", "1*", "1"])


def test_a_target_below_the_level_is_remarked_on_as_one_writes(window: SamverkanWindow) -> None:
    window.table.stand_on(1, 1)
    window.set_level()
    sheet = next(sheet for sheet in window.findChildren(NewRecordDialog) if sheet.isVisible())

    def told() -> list[str]:
        return [label.text() for label in sheet.findChildren(Label) if label.isVisible()]

    remark = "Målnivån är lägre än nivån i dag."
    assert remark not in told()
    sheet.editors["level"].show_plain("5")
    sheet.editors["level"].chosen.emit()
    assert remark in told()
    sheet.editors["target_level"].show_plain("5")
    sheet.editors["target_level"].chosen.emit()
    assert remark not in told()


def test_a_new_level_ends_the_one_before_and_one_of_the_same_day_is_corrected(
    window: SamverkanWindow, session: Session, region: Region, qtbot: QtBot
) -> None:
    def levels() -> list[tuple[str, str, str, str]]:
        found: Any = session.workspace.reading().referring("cooperation_levels", "system", region["Kvarnen"])
        told = [read.record for read in found if read.record.municipality == region["1460"]]
        return sorted((str(each.starts_on), each.level, each.target_level, str(each.ends_on)) for each in told)

    before = levels()
    for code in ("3", "1"):
        window.table.stand_on(1, 1)
        window.set_level()
        sheet = next(sheet for sheet in window.findChildren(NewRecordDialog) if sheet.isVisible())
        assert sheet.written("target_level") == "4"
        sheet.editors["level"].show_plain(code)
        sheet.save()
        qtbot.waitUntil(lambda code=code: shown(window)["Kvarnen"][0] == code)
    assert before == [("2020-05-01", "2", "4", "None")]
    assert levels() == [("2020-05-01", "2", "4", "2026-11-21"), ("2026-11-22", "1", "4", "None")]


def test_pictures_and_tables_are_saved(
    window: SamverkanWindow, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = iter(tmp_path / name for name in ("m.png", "t.svg", "m.pdf", "t.pdf"))
    monkeypatch.setattr(picture_output, "ask_save_place", lambda *_asked: next(wanted))
    monkeypatch.setattr(overview_output, "ask_save_place", lambda *_asked: tmp_path / "m.xlsx")
    for save in (window.outputs.save_matrix, window.outputs.save_ladder) * 2:
        save()
    window.outputs.save_table()
    begins = {
        path.name: path.read_bytes()[:4] for path in tmp_path.iterdir() if path.suffix in (".png", ".pdf", ".xlsx")
    }
    assert begins == {"m.png": b"\x89PNG", "m.pdf": b"%PDF", "t.pdf": b"%PDF", "m.xlsx": b"PK\x03\x04"}
    assert "Samverkanstrappan" in (tmp_path / "t.svg").read_text(encoding="utf-8")
    assert window.status.said.text() == "Sparat som m.xlsx."


def test_pictures_are_copied(window: SamverkanWindow) -> None:
    for copy in (window.outputs.copy_matrix, window.outputs.copy_ladder):
        QApplication.clipboard().clear()
        copy()
        assert not QApplication.clipboard().image().isNull()
    assert window.status.said.text() == "Bilden är kopierad."


@pytest.mark.parametrize(
    ("first", "number", "rows"),
    [(0, 0, (0, 0)), (0, 40, (0, 40)), (9, 30, (0, 30)), (0, 41, (0, 40)), (5, 100, (5, 45)), (90, 100, (60, 100))],
)
def test_a_picture_has_the_rows_from_the_first_that_is_seen(first: int, number: int, rows: tuple[int, int]) -> None:
    assert rows_from(first, number) == range(*rows)


def test_of_a_long_matrix_the_picture_says_which_rows_it_has(
    window: SamverkanWindow, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = printed(window.model, look.theme, "Matris", "Dalsland.")
    monkeypatch.setattr(matrix_painting, "MOST_ROWS", 2)
    part = printed(window.model, look.theme, "Matris", "Dalsland.", 1)
    assert (whole.sentence, part.sentence) == ("Dalsland.", "Dalsland. Rad 2–3 av 3.")
    assert part.height == whole.height - look.metrics.row_compact


def test_a_guest_is_said_to_be_one(window: SamverkanWindow) -> None:
    tips = [
        window.model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) for column in range(5)
    ]
    assert tips == [None, None, None, "Säffle är gäst: den deltar i enstaka system.", None]


def test_the_paper_is_printed_and_opened(
    window: SamverkanWindow, session: Session, opened: list[str], qtbot: QtBot
) -> None:
    papers: list[str] = []
    session.guide.paper_wanted.connect(lambda kind, _record: papers.append(kind))
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(opened))
    assert Path(opened[0]).read_bytes().startswith(b"%PDF")
    window.save.menu().actions()[-1].trigger()
    assert papers == ["cooperation_overview"]


def test_one_pane_at_a_time_where_it_is_narrow(window: SamverkanWindow, look: Look, qtbot: QtBot) -> None:
    assert window.panel.isVisible()
    window.resize(look.metrics.px(900), 700)
    assert (window.turn.isVisible(), window.panel.isVisible(), window.table.isVisible()) == (True, False, True)
    qtbot.mouseClick(window.turn, Qt.MouseButton.LeftButton)
    assert (window.panel.isVisible(), window.table.isVisible()) == (True, False)
    qtbot.keyClick(window.panel, Qt.Key.Key_Escape)
    assert (window.isVisible(), window.panel.isVisible(), window.table.isVisible()) == (True, False, True)
    assert window.turn.text() == "Om systemet"


def test_keys_of_the_window(window: SamverkanWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.controls.search.hasFocus()


def test_escape_closes(session: Session, region: Region, qtbot: QtBot) -> None:
    assert region
    window = SamverkanWindow(session)
    window.show()
    with qtbot.waitSignal(window.destroyed):
        qtbot.keyClick(window, Qt.Key.Key_Escape)


def test_another_region_is_chosen(window: SamverkanWindow, session: Session, region: Region, qtbot: QtBot) -> None:
    assert not window.controls.regions.isVisible()
    members = [str(region["1460"]), str(region["1785"])]
    other = session.workspace.records.add("regions", {"name": "Vänern", "members": members})
    qtbot.waitUntil(window.controls.regions.isVisible)
    window.controls.regions.setCurrentIndex(window.controls.regions.findText("Vänern"))
    assert window.controls.region == other
    assert window.told.text().startswith("Vänern:")


def test_only_rows_in_view_are_painted_and_no_widget_stands_in_any_cell(
    window: SamverkanWindow, session: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    for number in range(300):
        session.workspace.records.add("systems", {"name": f"System {number}", "lifecycle": "i_drift"})
    window.controls.show_all()
    qtbot.waitUntil(lambda: window.model.rowCount() > 300)
    seen: set[int] = set()

    def draw(*given: Any) -> None:
        seen.add(window.table.rowAt(int(given[2].center().y())))
        score_painting.draw_score(*given)

    monkeypatch.setattr(matrix_table, "draw_score", draw)
    window.table.viewport().grab()
    assert 0 < len(seen) <= window.table.viewport().height() // window.table.rowHeight(0) + 2
    assert not window.table.viewport().children()
