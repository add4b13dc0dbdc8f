"""What a list shows: views, what is changed in them, and what is remembered."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QSignalSpy

from itadmin.domain.filters import Condition
from itadmin.domain.registers import REGISTERS
from itadmin.domain.views import ListView
from itadmin.services.views import Views
from itadmin.services.workspace import Workspace
from itadmin.ui.memory import Memory
from itadmin.ui.register.list_state import ALL, ListState

IN_USE = Condition("lifecycle", "one_of", ("i_drift",))
OWNERLESS = Condition("system_owner", "empty")
Make = Callable[..., ListState]


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def make(qapp: object, workspace: Workspace, memory: Memory) -> Make:
    return lambda register="systems": ListState(REGISTERS[register], Views(workspace), memory)


def test_it_begins_with_everything_by_name(make: Make) -> None:
    state = make()
    assert (state.key, state.view.name, state.is_filtered, state.is_changed) == (ALL, "System", False, False)
    assert state.columns == REGISTERS["systems"].columns
    assert state.query().sort == ""


def test_where_the_first_column_does_not_name_the_record_it_gives_the_order(make: Make) -> None:
    state = make("roles")
    assert state.view.sort == "kind"
    assert not state.is_changed


def test_conditions_are_added_changed_and_taken_away(make: Make) -> None:
    state = make()
    spy = QSignalSpy(state.changed)
    state.put(IN_USE)
    state.put(IN_USE)
    state.find_wrong("utan_klassning")
    state.find_wrong("utan_klassning")
    assert state.query().conditions == (IN_USE,)
    assert state.query().findings == ("utan_klassning",)
    assert spy.count() == 2
    state.put(OWNERLESS, 0)
    assert state.view.conditions == (OWNERLESS,)
    state.remove(1)
    assert (state.view.conditions, state.view.findings) == ((OWNERLESS,), ())
    state.remove(0)
    assert not state.is_filtered


def test_how_each_view_was_left_is_remembered_with_the_view_one_was_in(make: Make) -> None:
    state = make()
    state.sort("user_count", descending=True)
    state.show_view("med:I drift")
    state.put(OWNERLESS)
    state.set_columns(("name", "supplier"))
    state.set_width("supplier", 222)
    again = make()
    assert again.key == "med:I drift"
    assert again.view.conditions == (IN_USE, OWNERLESS)
    assert (again.columns, again.has_own_columns, again.widths) == (("name", "supplier"), True, {"supplier": 222})
    again.show_view(ALL)
    assert (again.view.sort, again.view.descending, again.is_filtered) == ("user_count", True, False)
    assert again.widths == {}


def test_a_view_is_shown_as_it_is_kept_again(make: Make, memory: Memory) -> None:
    state = make()
    state.show_view("med:I drift")
    state.put(OWNERLESS)
    state.set_columns(("name",))
    state.set_width("name", 99)
    assert state.is_changed
    state.reset()
    assert state.view == state.named.view
    assert not memory.has_list("agreements")
    state.show_view(ALL)
    assert not memory.has_list("systems")


def test_own_columns_are_forgotten_without_the_conditions(make: Make) -> None:
    state = make()
    state.put(IN_USE)
    state.set_columns(("name", "area"))
    state.forget_columns()
    assert (state.has_own_columns, state.view.conditions) == (False, (IN_USE,))
    state.set_columns(REGISTERS["systems"].columns)
    assert not state.has_own_columns


def test_a_view_is_saved_and_changed_where_it_stands(make: Make) -> None:
    state = make()
    state.put(IN_USE)
    state.set_columns(("name", "area"))
    state.save_as("Mina")
    assert (state.view.name, state.is_changed, state.columns) == ("Mina", False, ("name", "area"))
    saved = state.key
    state.put(OWNERLESS)
    assert state.is_changed
    state.save()
    assert not state.is_changed
    again = make()
    assert (again.key, again.view.conditions) == (saved, (IN_USE, OWNERLESS))
    again.show_view(ALL)
    assert not again.is_filtered


def test_a_view_that_is_taken_away_gives_way_to_the_whole_register(make: Make, workspace: Workspace) -> None:
    state = make()
    state.put(IN_USE)
    state.save_as("Mina")
    workspace.undo.undo()
    state.refresh()
    assert (state.key, state.view.name) == (ALL, "System")


def test_a_view_follows_what_becomes_of_it(make: Make, workspace: Workspace) -> None:
    state = make()
    state.save_as("Mina")
    assert state.named.record_id is not None
    spy = QSignalSpy(state.view_changed)
    views = Views(workspace)
    views.rename(state.named.record_id, "Våra")
    views.change(state.named.record_id, ListView("", (IN_USE,)))
    state.refresh()
    assert (state.view.name, state.view.conditions) == ("Våra", (IN_USE,))
    assert spy.count() == 1
    state.refresh()
    assert spy.count() == 1


def test_the_bin_is_asked_without_conditions(make: Make) -> None:
    state = make()
    state.put(IN_USE)
    state.search("ord")
    state.show_bin(shown=True)
    assert (state.query().deleted, state.query().conditions, state.query().words) == (True, (), "ord")
    state.show_view("med:I drift")
    assert not state.query().deleted


def test_what_is_remembered_wrongly_is_forgotten(make: Make, memory: Memory) -> None:
    memory.keep("list/systems/view", ["?"])
    memory.keep("list/systems/views/all", {"shown": 3, "widths": {"name": "bred", "area": 80}})
    state = make()
    assert (state.key, state.view.name, state.widths) == (ALL, "System", {"area": 80})
