"""What is done with the table of one utbildningsplan, one step at a time. No Qt.

Whatever changes raises KnownError where it is refused; nothing is written then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet, Plain
from itadmin.domain.places import APART, between
from itadmin.domain.problems import KnownError, NotFoundError
from itadmin.domain.record import plain_value
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.training_modules import TrainingModule
from itadmin.services.workspace import Workspace
from itadmin.ui.training.plan_read import MODULES, NO_DEMAND, PLANS, PlanRead, demand_of, read_plan

NEW_MODULE = "Nytt moment"
_PLAN_FIELDS, _MODULE_FIELDS = REGISTERS[PLANS].fields, REGISTERS[MODULES].fields
_Row = dict[str, Any]


class PlanWork:
    """Reads and changes one plan and its moment."""

    def __init__(self, workspace: Workspace, plan_id: UUID) -> None:
        self._workspace = workspace
        self.plan_id = plan_id

    def read(self) -> PlanRead:
        """The plan as it is now. Raises NotFoundError when it is gone."""
        reading = self._workspace.reading()
        read = reading.one(PLANS, self.plan_id)
        is_own = read.record.owner == self._workspace.file.info.organisation and not read.placeholder
        return read_plan(reading, self.plan_id, writable=is_own and self._workspace.writable)

    def set_module(self, module_id: UUID, values: Plain) -> ChangeSet:
        """Say something else of a moment, in plain values."""
        return self._workspace.records.save(MODULES, module_id, values)

    def set_demand(self, module_id: UUID, audience: str, demand: str) -> ChangeSet:
        """Hold a målgrupp to a moment, or (`NO_DEMAND`) no longer."""
        module = _module(self.read(), module_id)
        return self.set_module(module_id, {"demands": _demands(module, audience, demand)})

    def set_level(self, audience: str, level: str) -> ChangeSet:
        """Say how well a målgrupp must know the system; one that only moment speak of becomes the plan's too."""
        rows = _rows(self.read(), "audiences")
        if all(row["audience"] != audience for row in rows):
            rows.append(_audience_row(audience))
        told = [{**row, "level": level or None} if row["audience"] == audience else row for row in rows]
        return self._save_plan({"audiences": told})

    def set_people(self, audience: str, municipality: str, people: int | None) -> ChangeSet:
        """Say how many of a målgrupp there are in a kommun; None takes the number away."""
        about = (audience, municipality)
        rows = _rows(self.read(), "head_counts")
        places = [place for place, row in enumerate(rows) if (row["audience"], row["municipality"]) == about]
        at = places[0] if places else len(rows)
        told = [{"audience": audience, "municipality": municipality, "people": people}] if people is not None else []
        return self._save_plan({"head_counts": [*rows[:at], *told, *rows[at + 1 :]]})

    def add_audience(self, audience: str) -> ChangeSet:
        """Let one more målgrupp be the plan's, last."""
        return self._save_plan({"audiences": [*_rows(self.read(), "audiences"), _audience_row(audience)]})

    def remove_audience(self, audience: str) -> ChangeSet:
        """Take a målgrupp away, with its numbers and with what moment demand of it."""
        read = self.read()
        left = {
            name: [row for row in _rows(read, name) if row["audience"] != audience]
            for name in ("audiences", "head_counts")
        }
        modules = [module for module in read.modules if demand_of(module, audience)]
        changes = [
            change
            for module in modules
            for change in self._changes(MODULES, module.id, {"demands": _demands(module, audience, NO_DEMAND)})
        ]
        return self._apply(
            f"Tog bort målgruppen {read.audience_word(audience)}",
            (*self._changes(PLANS, self.plan_id, left), *changes),
        )

    def move_audience(self, audience: str, by: int) -> ChangeSet | None:
        """Move a målgrupp among the others; None where it cannot be."""
        rows = _rows(self.read(), "audiences")
        at = next((place for place, row in enumerate(rows) if row["audience"] == audience), -1)
        if at < 0 or not 0 <= at + by < len(rows):
            return None
        rows.insert(at + by, rows.pop(at))
        return self._save_plan({"audiences": rows})

    def add_module(self, after: UUID | None) -> UUID:
        """A new moment after another one, or (None) last; gives its id."""
        modules = list(self.read().modules)
        at = next((place for place, module in enumerate(modules, 1) if module.id == after), len(modules))
        values = {"title": NEW_MODULE, "plan": str(self.plan_id)}
        place, others = self._room(modules, at)
        return self._workspace.records.add(MODULES, {**values, "place": place}, also=tuple(others))

    def remove_module(self, module_id: UUID) -> ChangeSet:
        """Put a moment in the bin; it is no förkunskap of others then."""
        read = self.read()
        module = _module(read, module_id)
        changes: list[Change] = []
        for other in read.modules:
            if module_id in other.prerequisites:
                left = [str(key) for key in other.prerequisites if key != module_id]
                changes += self._changes(MODULES, other.id, {"prerequisites": left})
        gone = Change(MODULES, module_id, {"deleted": False}, {"deleted": True})
        return self._apply(f"La i papperskorgen: {module.title}", (*changes, gone))

    def move_module(self, module_id: UUID, by: int) -> ChangeSet | None:
        """Move a moment among the others; None where it cannot be."""
        modules = list(self.read().modules)
        at = next((place for place, module in enumerate(modules) if module.id == module_id), -1)
        if at < 0 or not 0 <= at + by < len(modules):
            return None
        moved = modules.pop(at)
        place, others = self._room(modules, at + by)
        changes = (*others, *self._changes(MODULES, module_id, {"place": place}))
        return self._apply(f"Flyttade momentet {moved.title}", changes)

    def _room(self, modules: Sequence[TrainingModule], at: int) -> tuple[int, list[Change]]:
        """A place before the moment at `at`, and the changes that make room for it where there is none."""
        places = [module.place or 0 for module in modules]
        is_in_order = all(before < after for before, after in zip([0, *places], places, strict=False))
        place = between(places, at) if is_in_order else None
        if place is not None:
            return place, []
        wanted = [(module, (number + (number > at)) * APART) for number, module in enumerate(modules, 1)]
        changes = [
            change
            for module, its_place in wanted
            if module.place != its_place
            for change in self._changes(MODULES, module.id, {"place": its_place})
        ]
        return (at + 1) * APART, changes

    def _save_plan(self, values: Plain) -> ChangeSet:
        return self._workspace.records.save(PLANS, self.plan_id, values)

    def _changes(self, register: str, record_id: UUID, values: Plain) -> tuple[Change, ...]:
        """What saving would change. Raises KnownError when that is refused."""
        found, refused = self._workspace.records.changes_of_save(register, [record_id], values)
        if refused:
            raise KnownError(refused[0].reason)
        return found.get(record_id, ())

    def _apply(self, title: str, changes: Iterable[Change]) -> ChangeSet:
        step = ChangeSet(title, tuple(changes))
        if step.changes:
            self._workspace.records.apply(step)
        return step


def _module(read: PlanRead, module_id: UUID) -> TrainingModule:
    found = read.module(module_id)
    if found is None:
        raise NotFoundError("Momentet finns inte längre i planen.")
    return found


def _rows(read: PlanRead, name: str) -> list[_Row]:
    """The rows of a field of the plan, in plain form."""
    return [dict(row) for row in plain_value(_PLAN_FIELDS[name], getattr(read.plan, name)) or ()]


def _audience_row(audience: str) -> _Row:
    return {"audience": audience, "level": None, "note": None}


def _demands(module: TrainingModule, audience: str, demand: str) -> list[_Row]:
    """The demands of a moment with another one of one målgrupp, in the place it had."""
    rows = [dict(row) for row in plain_value(_MODULE_FIELDS["demands"], module.demands) or ()]
    at = next((place for place, row in enumerate(rows) if row["audience"] == audience), len(rows))
    told = [{"audience": audience, "demand": demand}] if demand else []
    return [*rows[:at], *told, *rows[at + 1 :]]
