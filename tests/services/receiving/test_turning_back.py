"""A receiving taken back and done again, as one step among others."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import NotFoundError, ReadOnlyError
from itadmin.services.digest import digest
from itadmin.services.receiving.parcels import Parcel
from itadmin.services.receiving.taking import take_in
from itadmin.services.workspace import Workspace
from itadmin.storage.sharing import reader
from itadmin.storage.sharing.child import answer

Read = Callable[[bytes], Parcel]


@pytest.fixture(autouse=True)
def _read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read what is kept in this process: another one takes some tenths of a second each time."""
    monkeypatch.setattr(reader, "_asked", lambda request: answer(BytesIO(request)))


@pytest.fixture
def view(load: Callable[[str], Any], workspace: Workspace) -> Callable[[], str]:
    """All that the register says of the region."""
    return lambda: str(load("shares").view_of(workspace.file))


def test_the_first_file_of_a_sender_is_taken_back_and_comes_again(
    kommun: Callable[[str], Any], parcel: Read, workspace: Workspace, view: Callable[[], str]
) -> None:
    sender = kommun("1438")
    sender.add("systems", name="Treserva")
    states = [view()]
    take_in(workspace, [parcel(sender.share())])
    states.append(view())
    title = "Tog emot från Kommun 1438"
    assert workspace.undo.state().undo == title
    told: list[ChangeSet] = []
    workspace.listeners.append(lambda changes, _initiator: told.append(changes))
    assert workspace.undo.undo().title == f"Ångrade: {title}"
    assert view() == states[0]
    assert workspace.undo.state().redo == title
    workspace.undo.redo()
    assert view() == states[1]
    assert [changes.registers for changes in told] == [{"systems", "organisations"}] * 2


def test_the_slice_before_stands_again(
    kommun: Callable[[str], Any], parcel: Read, workspace: Workspace, view: Callable[[], str]
) -> None:
    one, two = kommun("1438"), kommun("1439")
    states = [view()]
    for name in ("Treserva", "Evolution"):
        one.add("systems", name=name)
        two.add("systems", name=f"{name} 2")
        take_in(workspace, [parcel(one.share()), parcel(two.share())])
        states.append(view())
    for _ in range(2):
        workspace.undo.undo()
        assert view() == states[1]
        workspace.undo.undo()
        assert view() == states[0]
        for state in states[1:]:
            workspace.undo.redo()
            assert view() == state


def test_one_that_came_after_an_undone_one_is_undone_to_what_stood_before(
    kommun: Callable[[str], Any], parcel: Read, workspace: Workspace, view: Callable[[], str]
) -> None:
    sender = kommun("1438")
    files = []
    for name in ("Treserva", "Evolution", "Lifecare"):
        sender.add("systems", name=name)
        files.append(parcel(sender.share()))
    take_in(workspace, files[:1])
    first = view()
    take_in(workspace, files[1:2])
    workspace.undo.undo()
    take_in(workspace, files[2:])
    third = view()
    workspace.undo.undo()
    assert view() == first
    workspace.undo.redo()
    assert view() == third


def test_what_is_no_longer_kept_is_said_and_nothing_is_done(
    kommun: Callable[[str], Any], parcel: Read, workspace: Workspace, view: Callable[[], str]
) -> None:
    sender = kommun("1438")
    for name in ("Treserva", "Evolution", "Lifecare"):
        sender.add("systems", name=name)
        take_in(workspace, [parcel(sender.share())])
    workspace.undo.undo()
    before = view()
    with pytest.raises(NotFoundError, match="”Tog emot från Kommun 1438” går inte att ångra"):
        workspace.undo.undo()
    assert view() == before


def test_own_steps_and_receivings_are_undone_in_their_order(
    kommun: Callable[[str], Any], parcel: Read, workspace: Workspace, view: Callable[[], str]
) -> None:
    sender = kommun("1438")
    system = sender.add("systems", name="Treserva")
    states = [view()]
    take_in(workspace, [parcel(sender.share())])
    states.append(view())
    workspace.records.add("matches", {"verdict": "samma", "one": str(system)})
    states.append(view())
    for state in reversed(states[:-1]):
        workspace.undo.undo()
        assert view() == state
    for state in states[1:]:
        workspace.undo.redo()
        assert view() == state


def test_a_received_record_is_nobodys_to_change_here(
    kommun: Callable[[str], Any], parcel: Read, workspace: Workspace
) -> None:
    sender = kommun("1438")
    system = sender.add("systems", name="Treserva")
    take_in(workspace, [parcel(sender.share())])
    before = digest(workspace.reading())
    with pytest.raises(ReadOnlyError, match="kan bara ändras av den"):
        workspace.records.save("systems", system, {"name": "Mitt"})
    assert digest(workspace.reading()) == before
