"""Undo and redo: everything can be taken back, in order, whoever did it and whenever."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, precondition, rule

from itadmin.domain.changes import ChangeSet
from itadmin.domain.identifiers import seeded_id_source
from itadmin.domain.problems import NotFoundError
from itadmin.domain.record import to_plain
from itadmin.domain.registers import REGISTERS
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.workspace import Workspace, open_workspace


def content(reading: Reading) -> dict[str, dict[UUID, Any]]:
    """What a register says, without what only counts saves."""
    everything = {}
    for name in REGISTERS:
        ids = [key for deleted in (False, True) for key in reading.keys(name, ListQuery(deleted=deleted))]
        reads = reading.many(name, ids)
        everything[name] = {key: (read.label, to_plain(read.record), read.holders) for key, read in reads.items()}
    return everything


def test_nothing_can_be_taken_back_in_a_new_file(workspace: Workspace) -> None:
    assert (workspace.undo.state().undo, workspace.undo.state().redo) == ("", "")
    with pytest.raises(NotFoundError, match="inget att ångra"):
        workspace.undo.undo()
    with pytest.raises(NotFoundError, match="inget att göra om"):
        workspace.undo.redo()


def test_what_is_done_can_be_taken_back_and_done_again(workspace: Workspace) -> None:
    told: list[tuple[ChangeSet, object]] = []
    workspace.listeners.append(lambda changes, initiator: told.append((changes, initiator)))
    system = workspace.records.add("systems", {"name": "A"})
    workspace.records.save("systems", system, {"name": "B"})
    assert workspace.undo.state().undo == "Ändrade A: Namn"
    assert workspace.undo.undo().title == "Ångrade: Ändrade A: Namn"
    assert workspace.reading().one("systems", system).label == "A"
    assert (workspace.undo.state().undo, workspace.undo.state().redo) == ("La till A", "Ändrade A: Namn")
    assert workspace.undo.redo().title == "Gjorde om: Ändrade A: Namn"
    assert workspace.reading().one("systems", system).label == "B"
    assert [changes.title for changes, _ in told[-2:]] == ["Ångrade: Ändrade A: Namn", "Gjorde om: Ändrade A: Namn"]


def test_something_new_ends_redo(workspace: Workspace) -> None:
    workspace.records.add("systems", {"name": "A"})
    workspace.undo.undo()
    workspace.records.add("systems", {"name": "B"})
    with pytest.raises(NotFoundError):
        workspace.undo.redo()


def test_both_survive_a_restart(workspace: Workspace, around: Surroundings) -> None:
    system = workspace.records.add("systems", {"name": "A"})
    workspace.records.save("systems", system, {"name": "B"})
    workspace.undo.undo()
    workspace.close()
    again = open_workspace(workspace.path, around)
    assert (again.undo.state().undo, again.undo.state().redo) == ("La till A", "Ändrade A: Namn")
    again.undo.redo()
    assert again.reading().one("systems", system).label == "B"
    again.undo.undo()
    again.undo.undo()
    assert again.reading().keys("systems") == []
    again.close()


def test_history_tells_of_undo_too(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "A"})
    workspace.undo.undo()
    workspace.undo.redo()
    kinds = [(entry.step.kind, entry.step.title) for entry in workspace.reading().history(system)]
    assert kinds == [("redo", "Gjorde om: La till A"), ("undo", "Ångrade: La till A"), ("step", "La till A")]


class Editing(RuleBasedStateMachine):
    """Somebody who does whatever comes to mind, and takes it all back in the end."""

    systems = Bundle("systems")
    people = Bundle("people")

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.moment = datetime(2026, 11, 22, 12, tzinfo=UTC)
        ids = seeded_id_source("machine", int(self.moment.timestamp() * 1000))
        self.around = Surroundings(lambda: self.moment, ids.new, "Kim", "DATOR12")
        path = Path(self.folder.name, "a.itadmin")
        self.workspace = Workspace(create(path, "1460", "", self.around), self.around)
        self.done = [content(self.workspace.reading())]
        self.undone: list[dict[str, dict[UUID, Any]]] = []

    def teardown(self) -> None:
        if not hasattr(self, "workspace"):
            return
        while len(self.done) > 1:
            self.take_back()
        assert self.workspace.undo.state().undo == ""
        self.workspace.close()
        self.folder.cleanup()

    @contextmanager
    def step(self) -> Iterator[None]:
        """What is done in the block is one step, or none if it changes nothing."""
        before = self.workspace.undo.state()
        yield
        after = content(self.workspace.reading())
        if after != self.done[-1]:
            self.done.append(after)
            self.undone = []
        else:
            assert self.workspace.undo.state() == before

    def here(self, register: str, key: UUID) -> bool:
        return bool(self.workspace.reading().many(register, [key]))

    @rule(target=people, name=st.sampled_from(["Anna", "Bo"]))
    def hire(self, name: str) -> UUID:
        with self.step():
            return self.workspace.records.add("people", {"name": name})

    @rule(target=systems, name=st.sampled_from(["Lifecare", "Åmål"]))
    def add(self, name: str) -> UUID:
        with self.step():
            return self.workspace.records.add("systems", {"name": name})

    @rule(key=systems, product=st.sampled_from(["", "Urd", "Skuld"]), users=st.none() | st.integers(0, 2))
    def change(self, key: UUID, product: str, users: int | None) -> None:
        if self.here("systems", key):
            with self.step():
                self.workspace.records.save("systems", key, {"product": product, "user_count": users})

    @rule(key=systems, person=people)
    def give_role(self, key: UUID, person: UUID) -> None:
        if self.here("systems", key) and self.here("people", person):
            with self.step():
                self.workspace.records.save("systems", key, {"system_owner": str(person)})

    @rule(key=systems)
    def end_role(self, key: UUID) -> None:
        if self.here("systems", key):
            with self.step():
                self.workspace.records.save("systems", key, {"system_owner": None})

    @rule(key=systems)
    def bin(self, key: UUID) -> None:
        if self.here("systems", key):
            with self.step():
                self.workspace.records.delete("systems", [key])

    @rule(key=systems)
    def restore(self, key: UUID) -> None:
        if self.here("systems", key):
            with self.step():
                self.workspace.records.restore("systems", [key])

    @rule(target=systems, key=systems)
    def copy(self, key: UUID) -> Any:
        if not self.here("systems", key):
            return multiple()
        with self.step():
            return self.workspace.records.copy("systems", key)

    @rule(days=st.integers(1, 3))
    def sleep(self, days: int) -> None:
        """A day later other roles may be held, so what was is remembered as it is seen now."""
        done, undone = len(self.done) - 1, len(self.undone)
        for _ in range(done):
            self.take_back()
        self.moment += timedelta(days=days)
        self.done, self.undone = [content(self.workspace.reading())], []
        for _ in range(done + undone):
            self.workspace.undo.redo()
            self.done.append(content(self.workspace.reading()))
        for _ in range(undone):
            self.take_back()

    @precondition(lambda self: len(self.done) > 1)
    @rule()
    def take_back(self) -> None:
        self.workspace.undo.undo()
        self.undone.append(self.done.pop())
        assert content(self.workspace.reading()) == self.done[-1]

    @precondition(lambda self: self.undone)
    @rule()
    def do_again(self) -> None:
        self.workspace.undo.redo()
        self.done.append(self.undone.pop())
        assert content(self.workspace.reading()) == self.done[-1]

    @rule()
    def restart(self) -> None:
        self.workspace.close()
        self.workspace = open_workspace(self.workspace.path, self.around)

    @invariant()
    def all_is_as_remembered(self) -> None:
        if hasattr(self, "workspace"):
            assert content(self.workspace.reading()) == self.done[-1]
            assert bool(self.workspace.undo.state().undo) == (len(self.done) > 1)
            assert bool(self.workspace.undo.state().redo) == bool(self.undone)


Editing.TestCase.settings = settings(
    max_examples=12, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
)
TestEditing = Editing.TestCase
