"""From the page of an agreement to what can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from itadmin.services.workspace import Workspace
from itadmin.ui.acts.dialog import ActDialog
from itadmin.ui.acts.panel import ActsPanel
from itadmin.ui.register.detail import RecordPage


def test_the_button_on_the_page_opens_the_acts(workspace: Workspace, page_of: Callable[[str], RecordPage]) -> None:
    key = workspace.records.add("agreements", {"title": "Supportavtal", "status": "utkast"})
    page = page_of("agreements")
    page.show_record(key)
    QApplication.processEvents()
    panel = page.findChild(ActsPanel)
    assert isinstance(panel, ActsPanel)
    assert panel.open_button.isVisibleTo(page)
    QTest.mouseClick(panel.open_button, Qt.MouseButton.LeftButton)
    (dialog,) = page.window().findChildren(ActDialog)
    assert dialog.isVisible()
    dialog.close()


def test_what_may_not_be_changed_has_no_button(workspace: Workspace, page_of: Callable[[str], RecordPage]) -> None:
    key = workspace.records.add("agreements", {"title": "Supportavtal"})
    workspace.records.delete("agreements", [key])
    page = page_of("agreements")
    page.show_record(key)
    panel = page.findChild(ActsPanel)
    assert isinstance(panel, ActsPanel)
    assert panel.isHidden()
