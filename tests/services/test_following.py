"""Lists are the same after a change whether they are made anew or brought up to date."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

import pytest

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.filters import Condition
from itadmin.domain.registers import REGISTERS, WORDS
from itadmin.services import following
from itadmin.services.known_orders import Scope
from itadmin.services.orders import Orders
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.workspace import Workspace

COLUMNS = ("name", "area", "supplier", "system_owner", "derived_criticality", "user_count")
SORTS = ("", "area", "supplier", "system_owner", "derived_criticality", "product")
CONDITIONS = (
    Condition("area", "contains", ("skola",)),
    Condition("system_owner", "empty"),
    Condition("derived_criticality", "filled"),
    Condition("user_count", "at_least", (5,)),
)
QUERIES = [
    *(ListQuery(sort=sort, deleted=deleted) for sort in SORTS for deleted in (False, True)),
    *(ListQuery(sort="area", conditions=(condition,)) for condition in CONDITIONS),
    ListQuery(words="sys", sort="system_owner", descending=True),
]


@dataclass
class Prepared:
    """A register whose lists are known, and what can be done to it."""

    workspace: Workspace
    orders: Orders
    systems: list[UUID]
    person: UUID
    supplier: UUID
    role: UUID

    @property
    def reading(self) -> Reading:
        return Reading(self.workspace.file, self.workspace.around.today(), self.orders)

    def save(self, register: str, record_id: UUID, **values: object) -> None:
        self.workspace.records.save(register, record_id, values)

    def places(self, query: ListQuery) -> array[int]:
        found, listed = array("q"), self.reading.listing("systems", query)
        while (piece := listed.more()) is not None:
            found.extend(piece.places)
        return found

    def ids(self, query: ListQuery) -> list[UUID]:
        places = self.places(query)
        ids = self.reading.ids("systems", places)
        assert len(ids) == len(places), "somebody stands in the list who is gone"
        return ids

    def prepare(self) -> None:
        for deleted in (False, True):
            list(self.reading.warming("systems", ListQuery(deleted=deleted), COLUMNS))
        for query in QUERIES:
            self.places(query)


@pytest.fixture
def prepared(workspace: Workspace) -> Prepared:
    records = workspace.records
    person = records.add("people", {"name": "Kim Berg"})
    supplier = records.add("organisations", {"name": "Molnet AB", "kind": "leverantor"})
    second = records.add("organisations", {"name": "Berget AB", "kind": "leverantor"})
    systems = [
        records.add("systems", {"name": f"System {name}", "area": area, "user_count": number})
        for number, (name, area) in enumerate((each, area) for each in "bdfh" for area in ("Skola", None, "Vård"))
    ]
    records.delete("systems", systems[-1:])
    other = {"system": str(systems[4]), "kind": "systemagare", "person": str(records.add("people", {"name": "Bo Ek"}))}
    records.add("roles", other)
    role = {"system": str(systems[0]), "kind": "systemagare", "person": str(person), "starts_on": "2024-01-01"}
    made = Prepared(workspace, Orders(workspace.file), systems, person, supplier, records.add("roles", role))
    records.save("systems", systems[1], {"supplier": str(supplier)})
    records.save("systems", systems[6], {"supplier": str(second)})
    made.prepare()
    return made


def replaced(made: Prepared) -> None:
    """Another owner: the role one has ends and another begins, in one step."""
    made.save("systems", made.systems[0], system_owner={"function": "Skolchef"})


EDITS: Mapping[str, Callable[[Prepared], object]] = {
    "a value": lambda made: made.save("systems", made.systems[1], area="Kultur och skola"),
    "no value": lambda made: made.save("systems", made.systems[0], area=None),
    "a reference": lambda made: made.save("systems", made.systems[4], supplier=str(made.supplier)),
    "what is computed": lambda made: made.save(
        "systems", made.systems[2], confidentiality="4", integrity="4", availability="4", traceability="4"
    ),
    "a name": lambda made: made.save("systems", made.systems[5], name="Aldrig förr"),
    "a new one": lambda made: made.workspace.records.add("systems", {"name": "Systemet e", "area": "Skola"}),
    "one in the bin": lambda made: made.workspace.records.delete("systems", made.systems[2:4]),
    "one out of the bin": lambda made: made.workspace.records.restore("systems", made.systems[-1:]),
    "a new role": lambda made: made.workspace.records.add(
        "roles", {"system": str(made.systems[6]), "kind": "systemagare", "function": "Ab"}
    ),
    "a role that ends": lambda made: made.save("roles", made.role, ends_on="2025-01-01"),
    "a role that moves": lambda made: made.save("roles", made.role, system=str(made.systems[7])),
    "another owner": replaced,
    "an owner's name": lambda made: made.save("people", made.person, name="Adam Berg"),
    "a supplier's name": lambda made: made.save("organisations", made.supplier, name="Aska AB"),
}


def same_everywhere(made: Prepared) -> bool:
    return all(made.ids(query) == made.reading.keys("systems", query) for query in QUERIES)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_lists_follow_a_change_and_its_undoing(prepared: Prepared, edit: Callable[[Prepared], object]) -> None:
    edit(prepared)
    assert is_still_known(prepared)
    assert same_everywhere(prepared)
    prepared.workspace.undo.undo()
    assert same_everywhere(prepared)


def test_lists_follow_one_change_after_the_other(prepared: Prepared) -> None:
    for edit in EDITS.values():
        edit(prepared)
        assert same_everywhere(prepared)


def test_several_that_move_to_the_same_end_stand_in_order(prepared: Prepared) -> None:
    changes = tuple(
        Change("systems", record_id, {"name": f"System {name}"}, {"name": f"Ö {name}"})
        for record_id, name in zip(prepared.systems[:6:3], "bd", strict=True)
    )
    prepared.workspace.records.apply(ChangeSet("Bytte namn", changes))
    assert is_still_known(prepared)
    assert same_everywhere(prepared)


@pytest.mark.parametrize("few", [0, 1])
def test_many_changes_are_not_followed_but_known_anew(
    prepared: Prepared, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(following, "_FEW", few)
    prepared.workspace.records.delete("systems", prepared.systems[:2])
    assert not is_still_known(prepared)
    assert same_everywhere(prepared)


def test_a_word_that_is_called_otherwise_is_seen(prepared: Prepared) -> None:
    prepared.workspace.records.add(WORDS.name, {"name": "I bruk", "value_list": "livscykel", "code": "i_drift"})
    assert not is_still_known(prepared)


def is_still_known(made: Prepared) -> bool:
    """Whether what the systems have in their fields, and their names, are known without the file."""
    scope = Scope(REGISTERS["systems"], (False, False, None, False), (), made.reading.day)
    return made.orders.known.column(scope, "area") is not None and made.orders.known.names(scope) is not None
