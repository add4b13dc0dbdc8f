from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.domain.views import EVERYBODYS, ListView
from itadmin.services.clock import Surroundings
from itadmin.services.timeline import View
from itadmin.services.workspace import Workspace, open_workspace
from itadmin.ui.access.dialog import AccessDialog
from itadmin.ui.attention.titles import points
from itadmin.ui.background import Background
from itadmin.ui.document.window import DocumentWindow
from itadmin.ui.duplicates.dialog import DuplicatesDialog
from itadmin.ui.graph.window import DependencyWindow
from itadmin.ui.history.overview import OverviewDialog
from itadmin.ui.importing.dialog import ImportDialog
from itadmin.ui.incident.window import IncidentWindow
from itadmin.ui.last_place import open_where_left
from itadmin.ui.main_window import MainWindow
from itadmin.ui.page_commands import OF_REGISTER, OF_START
from itadmin.ui.panels import ways_of
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.reviewing.dialog import ReviewDialog
from itadmin.ui.timeline.window import TimelineWindow
from itadmin.ui.training.coverage_window import CoverageWindow
from itadmin.ui.widgets.roles import Role
from itadmin.ui.window_commands import RECORD_WINDOWS, WINDOWS
from itadmin.ui.workbench import Workbench


@pytest.fixture
def bench(window: MainWindow, workspace: Workspace, system_id: UUID) -> Iterator[Workbench]:
    background = Background(at_once=True)
    bench = Workbench(window, workspace, background)
    bench.show_register("systems")
    yield bench
    background.close()


def status_words(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.status.findChildren(type(window.status._said)) if label.text())


def type_into(field: str, text: str, bench: Workbench) -> None:
    """Start editing a field of the record that is shown, and leave it there."""
    bench.page.record.edit_field(field)
    row = next(row for row in bench.page.record.findChildren(ValueRow) if row.name == field)
    assert row.editor is not None
    row.editor.show_draft(text)


def test_it_tells_whose_file_it_is(window: MainWindow, bench: Workbench) -> None:
    assert window.frame.windowTitle() == "Bengtsfors kommun – itadmin"


def test_the_menu_of_a_list_leads_to_the_other_ways_of_seeing_it(window: MainWindow, bench: Workbench) -> None:
    bench.show_register("training_plans")
    bench.page.side._fill_menu()
    ways = [action.text() for action in bench.page.side._menu.actions()][:2]
    assert ways == ["Utbildningsplaner – täckning…", "Vem saknar vad…"]
    bench.page.side._menu.actions()[0].trigger()
    assert any(isinstance(shown, CoverageWindow) for shown in QApplication.topLevelWidgets())
    bench.show_register("systems")
    bench.page.side._fill_menu()
    assert bench.page.side._menu.actions()[0].text() == "Vyer"


def test_what_is_not_done_with_a_neighbours_record_is_off_and_its_keys_say_why(
    window: MainWindow,
    bench: Workbench,
    workspace: Workspace,
    system_id: UUID,
    received: Callable[..., UUID],
    qtbot: QtBot,
) -> None:
    theirs = workspace.records.add("systems", {"name": "Artvise"})
    received("systems", theirs)
    bench.page.state.show_owner(EVERYBODYS)
    bench.page.show_record(theirs)
    told = "Från Färgelanda kommun, delat 2026-03-02 · skrivskyddat"
    offered = {action.text(): action.isEnabled() for action in bench.page.record._menu.actions() if action.isVisible()}
    assert offered | {told: False, "Kopiera posten": False, "Lägg i papperskorgen": False} == offered
    assert offered["Historik"]
    window.frame.activateWindow()
    qtbot.keyClick(window.frame, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert told in status_words(window)
    bench.page.show_record(system_id)
    assert (window.commands["copy"].isEnabled(), window.commands["delete"].isEnabled()) == (True, True)
    assert told not in [action.text() for action in bench.page.record._menu.actions() if action.isVisible()]
    bench.page.list.select_row(bench.page.model.row_of(system_id))
    qtbot.keyClick(window.frame, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert "Posten är kopierad." in status_words(window)


def test_every_way_of_seeing_a_register_is_a_command(window: MainWindow) -> None:
    assert all(window.commands[key].text() for name in REGISTERS for key in ways_of(name))


def test_every_register_of_the_navigation_has_its_page(window: MainWindow, bench: Workbench) -> None:
    for name in (name for name, register in REGISTERS.items() if register.place):
        line = window.navigation.line(name)
        assert line is not None
        window.nav.setCurrentIndex(line.index())
        assert bench.page.register is REGISTERS[name]


def test_undo_and_redo_say_what_they_do_and_are_off_when_there_is_nothing(
    window: MainWindow, bench: Workbench, workspace: Workspace, system_id: UUID
) -> None:
    workspace.records.save("systems", system_id, {"name": "Lifecare Omsorg"})
    assert window.commands["undo"].text() == "Ångra: Ändrade Lifecare: Namn"
    window.commands["undo"].trigger()
    assert workspace.reading().label("systems", system_id) == "Lifecare"
    assert window.commands["redo"].text() == "Gör om: Ändrade Lifecare: Namn"
    window.commands["redo"].trigger()
    assert workspace.reading().label("systems", system_id) == "Lifecare Omsorg"
    assert not window.commands["redo"].isEnabled()


def test_links_lead_to_records_and_back_again(
    window: MainWindow, bench: Workbench, system_id: UUID, qtbot: QtBot
) -> None:
    supplier = bench.session.reading().named("organisations", "Exempelbolaget AB")
    bench.open_record("systems", system_id)
    bench.session.guide.open_record("organisations", supplier)
    qtbot.waitUntil(window.commands["back"].isEnabled)
    assert bench.page.record.record_id == supplier
    window.commands["back"].trigger()
    assert bench.page.record.record_id == system_id
    window.commands["forward"].trigger()
    assert bench.page.record.record_id == supplier


def test_search_finds_in_every_register_by_keyboard(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    window.search.setFocus()
    qtbot.keyClicks(window.search, "exempelbol")
    hits = window.frame.findChild(QListWidget)
    assert hits is not None
    assert [hits.item(row).text().split("  ·")[0] for row in range(hits.count())] == [
        "Organisationer",
        "Exempelbolaget AB",
    ]
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert bench.page.register.name == "organisations"
    assert window.search.text() == ""


def test_a_refusal_is_said_in_the_status_row_and_changes_nothing(
    window: MainWindow, bench: Workbench, workspace: Workspace
) -> None:
    before = workspace.reading().count("systems")
    bench.page.list.named.emit("x" * 400)
    assert "högst 300" in status_words(window)
    assert workspace.reading().count("systems") == before


def offers_undo(window: MainWindow) -> bool:
    return any(each.text() == "Ångra" for each in window.status.findChildren(QAbstractButton) if each.isVisible())


def test_what_was_said_of_one_change_goes_away_with_its_undo_at_the_next(
    window: MainWindow, bench: Workbench, workspace: Workspace, system_id: UUID
) -> None:
    bench.open_record("systems", system_id)
    window.commands["copy"].trigger()
    assert (status_words(window), offers_undo(window)) == ("Posten är kopierad.", True)
    bench.page.list.named.emit("Raindance")
    assert (status_words(window), offers_undo(window)) == ("", False)
    window.commands["delete"].trigger()
    assert (status_words(window), offers_undo(window)) == ("Posten ligger i papperskorgen.", True)
    workspace.records.save("systems", system_id, {"area": "Omsorg"})
    assert (status_words(window), offers_undo(window)) == ("", False)


def test_what_was_said_of_a_register_goes_away_with_it(window: MainWindow, bench: Workbench, system_id: UUID) -> None:
    bench.open_record("systems", system_id)
    window.commands["copy"].trigger()
    bench.close()
    assert (status_words(window), offers_undo(window)) == ("", False)


def test_a_system_with_a_name_that_is_there_is_added_at_the_second_enter(
    window: MainWindow, bench: Workbench, workspace: Workspace, qtbot: QtBot
) -> None:
    window.commands["new"].trigger()
    qtbot.keyClicks(bench.page.list.name, "lifecare")
    qtbot.keyClick(bench.page.list.name, Qt.Key.Key_Return)
    assert workspace.reading().count("systems") == 1
    qtbot.keyClick(bench.page.list.name, Qt.Key.Key_Return)
    assert workspace.reading().count("systems") == 2


def test_closing_saves_what_is_being_edited_and_lets_go_of_the_file(
    window: MainWindow, bench: Workbench, workspace: Workspace, system_id: UUID, around: object
) -> None:
    bench.open_record("systems", system_id)
    type_into("area", "Omsorg", bench)
    bench.page.record.leave()
    assert workspace.reading().one("systems", system_id).record.area == "Omsorg"


def test_it_opens_where_one_was(
    window: MainWindow, bench: Workbench, workspace: Workspace, system_id: UUID, around: Surroundings
) -> None:
    supplier = workspace.reading().named("organisations", "Exempelbolaget AB")
    bench.open_record("organisations", supplier)
    path = workspace.path
    bench.close()
    open_where_left(window.frame.settings, chosen=True)
    background = Background(at_once=True)
    again = Workbench(window, open_workspace(path, around), background)
    assert again.page.register.name == "organisations"
    assert again.page.record.record_id == supplier
    again.close()
    background.close()


def test_a_place_that_is_gone_is_forgotten(
    window: MainWindow, bench: Workbench, workspace: Workspace, around: Surroundings
) -> None:
    bench.close()
    path = str(workspace.path.absolute())
    window.frame.settings.setValue("place/last", [path, "agreements", str(UUID(int=7))])
    open_where_left(window.frame.settings, chosen=True)
    background = Background(at_once=True)
    again = Workbench(window, open_workspace(workspace.path, around), background)
    assert again.page.register is next(iter(REGISTERS.values()))
    again.close()
    background.close()


def test_what_is_shown_is_deleted_and_taken_back_from_its_notice(
    window: MainWindow, bench: Workbench, workspace: Workspace, system_id: UUID, qtbot: QtBot
) -> None:
    bench.open_record("systems", system_id)
    bench.page.list.table.clearSelection()
    window.commands["delete"].trigger()
    assert workspace.reading().one("systems", system_id).record.deleted
    bench.page.record.show_record(system_id)
    button = next(each for each in bench.page.record.findChildren(QPushButton) if each.text() == "Återställ")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not workspace.reading().one("systems", system_id).record.deleted


def test_the_names_of_the_navigation_have_its_whole_width(window: MainWindow, bench: Workbench) -> None:
    assert window.nav.columnWidth(0) == window.nav.viewport().width()


def side_windows(kind: type[QWidget]) -> list[QWidget]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]


def test_dependencies_open_in_a_window_of_their_own_that_closes_with_the_register(
    window: MainWindow, bench: Workbench, system_id: UUID, qtbot: QtBot
) -> None:
    bench.open_record("systems", system_id)
    action = window.commands["dependencies"]
    assert action.isEnabled()
    action.trigger()
    (opened,) = side_windows(DependencyWindow)
    assert opened.windowTitle() == "Beroenden för Lifecare – itadmin"
    bench.show_register("people")
    assert not action.isEnabled()
    bench.close()
    assert side_windows(DependencyWindow) == []


def test_the_incident_sheet_begins_with_the_supplier_of_the_system(
    window: MainWindow, bench: Workbench, system_id: UUID
) -> None:
    bench.open_record("systems", system_id)
    window.commands["incident"].trigger()
    (opened,) = side_windows(IncidentWindow)
    assert opened.windowTitle() == "Leverantörsincident: Exempelbolaget AB – itadmin"
    bench.close()
    assert side_windows(IncidentWindow) == []


def test_the_pictures_of_time_know_what_the_list_shows(
    window: MainWindow, bench: Workbench, workspace: Workspace
) -> None:
    for register, offered in (("agreements", True), ("systems", True), ("people", False)):
        bench.show_register(register)
        window.commands["timeline"].trigger()
        (opened,) = side_windows(TimelineWindow)
        assert isinstance(opened, TimelineWindow)
        assert opened.controls.extent_box.isVisible() is offered
        assert (opened.controls.view is View.ROADMAP) is (register == "systems")
        opened.close()


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("changes", OverviewDialog),
        ("duplicates", DuplicatesDialog),
        ("review", ReviewDialog),
        ("access", AccessDialog),
        ("timeline", TimelineWindow),
    ],
)
def test_there_is_one_window_of_a_kind_and_it_closes_with_the_register(
    window: MainWindow, bench: Workbench, key: str, kind: type[QWidget]
) -> None:
    window.commands[key].trigger()
    window.commands[key].trigger()
    assert len(side_windows(kind)) == 1
    bench.close()
    assert side_windows(kind) == []


def test_commands_that_open_windows_are_on_while_a_register_is_open(window: MainWindow, bench: Workbench) -> None:
    assert [key for key in WINDOWS if not window.commands[key].isEnabled()] == []
    bench.close()
    assert [key for key in (*WINDOWS, *RECORD_WINDOWS) if window.commands[key].isEnabled()] == []


def test_what_is_being_edited_is_saved_before_a_window_opens(
    window: MainWindow, bench: Workbench, workspace: Workspace, system_id: UUID
) -> None:
    bench.open_record("systems", system_id)
    type_into("area", "Omsorg", bench)
    window.commands["changes"].trigger()
    assert workspace.reading().one("systems", system_id).record.area == "Omsorg"


def test_what_is_corrected_in_a_review_is_saved_before_a_window_opens(
    window: MainWindow, bench: Workbench, workspace: Workspace, system_id: UUID
) -> None:
    window.commands["review"].trigger()
    (review,) = bench.windows.of(ReviewDialog)
    corrections = review.pane.card.corrections
    assert corrections is not None
    corrections.take("version", "7")
    window.commands["changes"].trigger()
    assert workspace.reading().one("systems", system_id).record.version == "7"


def test_a_window_on_a_record_comes_forward_when_it_is_asked_for_again(
    window: MainWindow, bench: Workbench, workspace: Workspace, system_id: UUID
) -> None:
    other = workspace.records.add("systems", {"name": "Procapita"})
    for record in (system_id, system_id, other):
        bench.open_record("systems", record)
        window.commands["dependencies"].trigger()
    assert len(bench.windows.of(DependencyWindow)) == 2


def test_a_paper_that_is_open_comes_forward_when_it_is_asked_for_again(
    window: MainWindow, bench: Workbench, system_id: UUID
) -> None:
    for _time in range(2):
        bench.session.guide.open_paper("system_card", system_id)
        window.commands["open_register"].trigger()
    assert len(bench.windows.of(DocumentWindow)) == 2


def test_what_keeps_a_window_from_opening_is_said(
    window: MainWindow, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_dialog: object) -> None:
        raise KnownError("Det gick inte nu.")

    monkeypatch.setattr("itadmin.ui.dialogs.backups.BackupsDialog._fill", refuse)
    window.commands["backups"].trigger()
    assert "Det gick inte nu." in status_words(window)


def test_it_opens_on_what_needs_doing(window: MainWindow, workspace: Workspace, system_id: UUID) -> None:
    background = Background(at_once=True)
    bench = Workbench(window, workspace, background)
    assert window.nav.currentIndex().data() == "Start"
    waiting = window.nav.currentIndex().data(Role.COUNT)
    assert waiting > 0
    assert window.status._counts.text().endswith("punkter")
    assert window.nav.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == (
        f"Start, {points(waiting)} för sent eller inom 30 dagar"
    )
    with pytest.raises(LookupError):
        _ = bench.page
    bench.close()
    assert window.nav.currentIndex().data(Role.COUNT) == 0
    background.close()


def test_the_counter_of_start_says_what_it_counts(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    bench.show_start()
    line = window.navigation.line("start")
    assert line is not None
    bench._start._tell_waiting(12)
    assert line.toolTip() == line.accessibleText() == "Start, 12 punkter för sent eller inom 30 dagar"
    bench._start._tell_waiting(0)
    assert (line.toolTip(), line.accessibleText()) == ("", "Start, 0")


def test_one_comes_back_to_start_also_from_a_list_that_stands_where_it_stood(
    window: MainWindow, bench: Workbench, system_id: UUID, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bench.page.record.record_id == system_id)
    back = window.commands["back"]
    for _time in range(2):
        bench.show_start()
        bench.open_list("systems", ListView(findings=("utan_systemansvarig",)))
        QApplication.processEvents()
        assert bench.page.record.record_id == system_id
        assert back.isEnabled()
        back.trigger()
        QApplication.processEvents()
        assert bench._pages.shown is None


def test_start_has_its_place_on_the_way_back(
    window: MainWindow, bench: Workbench, system_id: UUID, qtbot: QtBot
) -> None:
    qtbot.keyClick(window.frame, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.nav.currentIndex().data() == "Start"
    bench.session.guide.open_record("systems", system_id)
    assert bench.page.record.record_id == system_id
    window.commands["back"].trigger()
    assert window.nav.currentIndex().data() == "Start"
    window.commands["forward"].trigger()
    assert bench.page.record.record_id == system_id


def test_commands_of_lists_and_records_are_off_on_start(window: MainWindow, bench: Workbench, system_id: UUID) -> None:
    bench.open_record("systems", system_id)
    on = {key for key in OF_REGISTER if window.commands[key].isEnabled()}
    assert on == set(OF_REGISTER)
    bench.show_start()
    assert {key for key in OF_REGISTER if window.commands[key].isEnabled()} == set(OF_REGISTER) & set(OF_START)
    assert not any(window.commands[key].isEnabled() for key in (*RECORD_WINDOWS, "history"))
    bench.show_register("systems")
    assert {key for key in OF_REGISTER if window.commands[key].isEnabled()} == on


def test_what_is_edited_is_saved_when_start_is_shown(
    window: MainWindow, bench: Workbench, workspace: Workspace, system_id: UUID
) -> None:
    bench.open_record("systems", system_id)
    type_into("area", "Omsorg", bench)
    bench.show_start()
    assert workspace.reading().one("systems", system_id).record.area == "Omsorg"


def test_a_list_is_shown_with_what_is_asked_for(
    window: MainWindow, bench: Workbench, workspace: Workspace, system_id: UUID
) -> None:
    workspace.records.add("systems", {"name": "Raindance"})
    bench.show_start()
    bench.session.guide.open_list("systems", ListView(findings=("utan_systemagare",)))
    model = bench.page.model
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Raindance"]


def test_windows_open_from_start_too(window: MainWindow, bench: Workbench, system_id: UUID) -> None:
    bench.show_start()
    for key in ("incident", "import", "review"):
        window.commands[key].trigger()
    assert len(side_windows(IncidentWindow)) == len(side_windows(ReviewDialog)) == 1
    assert len(window.frame.findChildren(ImportDialog)) == 1
    window.commands["filter"].trigger()
    bench.close()


def test_start_is_where_one_was_too(
    window: MainWindow, bench: Workbench, workspace: Workspace, around: Surroundings
) -> None:
    bench.show_start()
    bench.close()
    open_where_left(window.frame.settings, chosen=True)
    background = Background(at_once=True)
    again = Workbench(window, open_workspace(workspace.path, around), background)
    assert window.nav.currentIndex().data() == "Start"
    again.close()
    background.close()
