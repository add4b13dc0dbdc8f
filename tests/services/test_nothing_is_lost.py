"""Whatever is done can be taken back to the beginning and done again, and every moment can be seen as it was."""

import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from itadmin.domain.changes import Change, ChangeSet, difference
from itadmin.domain.identifiers import seeded_id_source
from itadmin.domain.record import to_plain
from itadmin.domain.registers import REGISTERS
from itadmin.services.changes_between import Between, ChangesBetween
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.digest import digest
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.workspace import Workspace, open_workspace
from itadmin.storage.past import open_as_of

Plain = dict[str, Any]
START = datetime(2026, 11, 22, 12, tzinfo=UTC)
CHANGES: st.SearchStrategy[Plain] = st.fixed_dictionaries(
    {},
    optional={
        "area": st.sampled_from([None, "Omsorg", "Skola"]),
        "lifecycle": st.sampled_from([None, "i_drift", "avvecklad"]),
        "annual_cost": st.sampled_from([None, 0, 41_000_00]),
        "personal_data": st.sampled_from([None, True, False]),
        "confidentiality": st.sampled_from([None, "1", "3"]),
    },
)
ROWS = st.lists(
    st.sampled_from([{"party": "driftenhet", "position": "IT-chef"}, {"party": "systemagare", "position": "Chef"}]),
    max_size=3,
)
WHICH = st.integers(0, 20)


class Living(RuleBasedStateMachine):
    """Somebody who works in a register, a minute for each thing done, and now and then starts the program anew."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.moment = START
        ids = seeded_id_source("living", int(START.timestamp() * 1000))
        self.around = Surroundings(lambda: self.moment, ids.new, "Kim", "DATOR12")
        self.path = Path(self.folder.name, "a.itadmin")
        self.workspace = Workspace(create(self.path, "1460", "", self.around), self.around)
        self.seen = [(self.around.stamp(), self.digest())]

    def teardown(self) -> None:
        if not hasattr(self, "workspace"):
            return
        self.every_moment_is_as_it_was()
        here = self.digest()
        steps = 0
        while self.workspace.undo.state().undo:
            self.workspace.undo.undo()
            steps += 1
        assert self.digest() == self.seen[0][1]
        self.what_changed_amounts_to_nothing()
        for _ in range(steps):
            self.workspace.undo.redo()
        assert self.digest() == here
        self.workspace.close()
        self.folder.cleanup()

    def every_moment_is_as_it_was(self) -> None:
        content = self.workspace.file.content()
        for stamp, found in self.seen:
            with closing(open_as_of(self.path, content, stamp)) as file:
                assert digest(Reading(file, self.around.today())) == found

    def what_changed_amounts_to_nothing(self) -> None:
        found = ChangesBetween(self.workspace.reading(), Between())
        assert not [line for line in found.lines(0, len(found)) if line.told.fields]

    def digest(self) -> str:
        return digest(self.workspace.reading())

    def do(self, work: Callable[[], object]) -> None:
        """Do something a minute later and remember what the register says then."""
        self.moment += timedelta(minutes=1)
        work()
        self.seen.append((self.around.stamp(), self.digest()))

    def ids(self, register: str) -> list[UUID]:
        reading = self.workspace.reading()
        return [key for deleted in (False, True) for key in reading.keys(register, ListQuery(deleted=deleted))]

    def pick(self, register: str, which: int) -> list[UUID]:
        found = self.ids(register)
        return [found[which % len(found)]] if found else []

    @rule(name=st.sampled_from(["Lifecare", "Åmål", "lifecare"]), values=CHANGES, owned=st.booleans())
    def add(self, name: str, values: Plain, owned: bool) -> None:
        role = {"system_owner": {"function": "Socialchef"}} if owned else {}
        self.do(lambda: self.workspace.records.add("systems", {"name": name, **values, **role}))

    @rule(which=WHICH, values=CHANGES)
    def change(self, which: int, values: Plain) -> None:
        for key in self.pick("systems", which):
            self.do(partial(self.workspace.records.save, "systems", key, values))

    @rule(which=WHICH, rows=ROWS)
    def agree(self, which: int, rows: list[Plain]) -> None:
        systems = [str(key) for key in self.ids("systems")][: which % 4]
        values = {"title": "Driftavtal", "systems": systems, "signatories": rows}
        self.do(lambda: self.workspace.records.add("agreements", values))

    @rule(which=WHICH, rows=ROWS)
    def agree_otherwise(self, which: int, rows: list[Plain]) -> None:
        systems = [str(key) for key in self.ids("systems")][which % 3 :]
        values = {"systems": systems[::-1], "signatories": rows}
        for key in self.pick("agreements", which):
            self.do(partial(self.workspace.records.save, "agreements", key, values))

    @rule(which=WHICH, values=CHANGES)
    def change_many(self, which: int, values: Plain) -> None:
        """As one step over many records; those that say so already are left alone."""
        reading = self.workspace.reading()
        found = reading.many("systems", self.ids("systems")[: which % 6]).values()
        changes = [difference("systems", read.record.id, to_plain(read.record), values) for read in found]
        self.do(lambda: self.workspace.records.apply(ChangeSet("Ändrade flera", tuple(filter(None, changes)))))

    @rule(values=CHANGES, number=st.integers(1, 4))
    def take_in(self, values: Plain, number: int) -> None:
        """As an import does: a new organisation, new systems that refer to it, and old ones that change."""
        supplier = self.around.new_id()
        first = Change("organisations", supplier, None, _whole("organisations", {"name": "Nya bolaget AB"}))
        new = [
            Change("systems", self.around.new_id(), None, _whole("systems", {"name": f"Nytt {place}", **values}))
            for place in range(number)
        ]
        old = [
            Change("systems", key, {"supplier": to_plain(read.record)["supplier"]}, {"supplier": str(supplier)})
            for key, read in self.workspace.reading().many("systems", self.ids("systems")[:number]).items()
        ]
        self.do(lambda: self.workspace.records.apply(ChangeSet("Importerade", (first, *new, *old))))

    @rule(which=WHICH, register=st.sampled_from(["systems", "agreements", "roles"]))
    def bin(self, which: int, register: str) -> None:
        keys = self.pick(register, which)
        if keys:
            self.do(lambda: self.workspace.records.delete(register, keys))

    @rule(which=WHICH, register=st.sampled_from(["systems", "agreements", "roles"]))
    def bring_back(self, which: int, register: str) -> None:
        keys = self.pick(register, which)
        if keys:
            self.do(lambda: self.workspace.records.restore(register, keys))

    @precondition(lambda self: self.workspace.undo.state().undo)
    @rule()
    def undo(self) -> None:
        self.do(self.workspace.undo.undo)

    @precondition(lambda self: self.workspace.undo.state().redo)
    @rule()
    def redo(self) -> None:
        self.do(self.workspace.undo.redo)

    @rule()
    def restart(self) -> None:
        self.workspace.close()
        self.workspace = open_workspace(self.path, self.around)
        assert self.digest() == self.seen[-1][1]


def _whole(register: str, values: Plain) -> Plain:
    """A new record in plain form, as a change set holds it."""
    return {**to_plain(REGISTERS[register].record()), **values}


Living.TestCase.settings = settings(
    max_examples=8, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
TestLiving = Living.TestCase
