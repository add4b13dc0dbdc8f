"""Everything is reached with the keyboard, has a name that is read aloud, and shows where one stands.

Walks every command and every register, so that what is added later is walked too.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.ui.commands import COMMANDS
from itadmin.ui.help_commands import HelpCommands
from itadmin.ui.navigation import START
from itadmin.ui.widgets.reading_order import tab_stops

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ELSEWHERE = ("open_file", "new_file", "print_list", "audit_pack", "quit", "close_file")
"""What leads to one of the system's own dialogs, or to another page."""
OPENING = [command.key for command in COMMANDS if command.text.endswith("…") and command.key not in ELSEWHERE]
OPENING += ["help", "shortcuts", "about", "history"]


@pytest.fixture
def open_house(house: Any, hands: Any, register_path: Any) -> Iterator[Any]:
    """The window on a register with something in it, standing on a system."""
    house.start(register_path)
    HelpCommands(house.window)
    records = house.workspace.records
    supplier = records.add("organisations", {"name": "Exempelbolaget AB", "kind": "leverantor"})
    anna = records.add("people", {"name": "Anna Ek"})
    system = records.add(
        "systems",
        {"name": "Lifecare", "supplier": str(supplier), "lifecycle": "i_drift", "confidentiality": "3"},
    )
    records.add("systems", {"name": "Raindance"})
    records.add("roles", {"system": str(system), "kind": "systemansvarig", "person": str(anna)})
    records.add("agreements", {"title": "Driftavtal Lifecare", "kind": "driftavtal", "systems": [str(system)]})
    house.bench.open_record("systems", system)
    hands.rest()
    yield house
    for window in windows():
        window.close()
    hands.rest()


def windows() -> list[QWidget]:
    """Every window that is shown."""
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    return [widget for widget in shown if not isinstance(widget, QMenu)]


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def kinship(widget: QWidget) -> str:
    kinds = []
    holder: QWidget | None = widget
    while holder is not None:
        kinds.append(type(holder).__name__)
        holder = holder.parentWidget()
    return " in ".join(kinds[:4])


def nameless() -> list[str]:
    return [kinship(widget) for window in windows() for widget in tab_stops(window) if not name_of(widget)]


def unreached(window: QWidget, hands: Any) -> list[str]:
    """The stops that Tab does not come to on its way round."""
    stops = tab_stops(window)
    stops[0].setFocus()
    reached: list[QWidget | None] = []
    while not reached or (reached[-1] is not stops[0] and len(reached) <= len(stops)):
        hands.key(Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    return [kinship(stop) for stop in stops if stop not in reached]


def unseen(window: QWidget) -> Iterator[str]:
    """The stops that look the same with and without the focus."""
    for widget in tab_stops(window):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if QApplication.focusWidget() is not widget:
            continue
        focused = widget.grab().toImage()
        widget.clearFocus()
        QApplication.processEvents()
        if widget.grab().toImage() == focused:
            yield kinship(widget)


def test_every_part_of_every_page_has_a_name_and_tab_comes_to_it(open_house: Any, hands: Any) -> None:
    for place in (START, *REGISTERS):
        open_house.bench.show_view(place, "")
        hands.rest()
        assert nameless() == [], place
        assert unreached(open_house.window.frame, hands) == [], place


def test_every_part_of_the_start_page_shows_the_focus(open_house: Any, hands: Any) -> None:
    open_house.bench.show_start()
    hands.rest()
    assert list(unseen(open_house.window.frame)) == []


@pytest.mark.parametrize("command", ["", *OPENING])
def test_every_part_of_what_a_command_opens_has_a_name_and_shows_the_focus(
    open_house: Any, hands: Any, qtbot: Any, command: str
) -> None:
    before = windows()
    if command:
        open_house.window.commands[command].trigger()
    hands.rest()
    assert nameless() == []
    for window in [window for window in windows() if window not in before] or [open_house.window.frame]:
        assert window.windowTitle() or window.windowFlags() & Qt.WindowType.Popup, kinship(window)
        with qtbot.waitActive(window):
            window.activateWindow()
        assert list(unseen(window)) == []


def test_no_keys_mean_two_things_in_the_window(open_house: Any) -> None:
    frame = open_house.window.frame
    used = Counter(keys.toString() for action in frame.findChildren(QAction) for keys in action.shortcuts())
    used += Counter(
        shortcut.key().toString()
        for shortcut in frame.findChildren(QShortcut)
        if shortcut.context() is Qt.ShortcutContext.WindowShortcut and shortcut.parent() is frame
    )
    assert [keys for keys, times in used.items() if times > 1] == []


def test_every_menu_opens_with_a_letter_of_its_own(open_house: Any) -> None:
    bar = open_house.window.frame.findChild(QMenuBar)
    letters = [title[title.index("&") + 1].lower() for title in (action.text() for action in bar.actions())]
    assert len(set(letters)) == len(letters) > 1


def test_escape_leads_from_the_search_to_the_list(open_house: Any, hands: Any) -> None:
    hands.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is open_house.window.search
    hands.key(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is open_house.bench.page.list.table
