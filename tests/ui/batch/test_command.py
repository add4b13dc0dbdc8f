"""Papers of many records by the command of the window and the bar over marked rows."""

from collections.abc import Iterator
from uuid import UUID

import pytest

from itadmin.services.workspace import Workspace
from itadmin.ui.background import Background
from itadmin.ui.batch.dialog import BatchDialog
from itadmin.ui.batch.work import kinds_of
from itadmin.ui.main_window import MainWindow
from itadmin.ui.workbench import Workbench


@pytest.fixture
def bench(window: MainWindow, workspace: Workspace, ids: tuple[UUID, ...]) -> Iterator[Workbench]:
    background = Background(at_once=True)
    made = Workbench(window, workspace, background)
    made.show_register("systems")
    yield made
    made.close()
    background.close()


def test_the_command_opens_the_dialog_on_what_the_list_shows(window: MainWindow, bench: Workbench) -> None:
    window.commands["batch"].trigger()
    (dialog,) = window.frame.findChildren(BatchDialog)
    assert dialog.choices.which.button("all").text() == "Alla som listan visar (3)"
    dialog.reject()


def test_the_bar_over_several_marked_rows_leads_to_it(window: MainWindow, bench: Workbench) -> None:
    bench.page.list.table.selectAll()
    bench.page.side.bar.links["Skapa handlingar…"].click()
    (dialog,) = window.frame.findChildren(BatchDialog)
    assert dialog.choices.asked().only_selected
    dialog.reject()


def test_where_no_papers_are_made_of_records_it_is_off(window: MainWindow, bench: Workbench) -> None:
    assert window.commands["batch"].isEnabled()
    bench.show_register("people")
    assert not window.commands["batch"].isEnabled()
    assert "Skapa handlingar…" not in bench.page.side.bar.links
    assert kinds_of("people") == ()
