"""What of the starter list a register has, and the step that adds what somebody ticked."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.problems import InvalidRecordError
from itadmin.domain.registers.systems import System
from itadmin.domain.text import fold
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.starter import (
    Function,
    NewPerson,
    Tick,
    names_of,
    product_named,
    proposals,
    registered,
)
from itadmin.services.starter_list import SystemKind, starter_list
from itadmin.services.starter_step import step
from itadmin.services.workspace import Workspace

STARTER = starter_list()
KINDS = {kind.key: kind for kind in STARTER.kinds}
CARE = KINDS["omsorg.verksamhetssystem"]
FAMILY = KINDS["ifo.verksamhetssystem"]
LEARNING = KINDS["skola.larplattform"]
WEB_ANALYSIS = KINDS["kommunikation.webbanalys"]

Add = Callable[..., dict[str, System]]


def systems(workspace: Workspace) -> dict[str, System]:
    """The systems of the register by their name."""
    reading = workspace.reading()
    reads = reading.many("systems", reading.keys("systems")).values()
    return {read.label: read.record for read in reads if isinstance(read.record, System)}


def record(workspace: Workspace, record_id: UUID) -> System:
    found = workspace.reading().one("systems", record_id).record
    assert isinstance(found, System)
    return found


@pytest.fixture
def add(workspace: Workspace) -> Add:
    """Add ticks as a step and give the register's systems by their name."""

    def adding(*ticks: Tick) -> dict[str, System]:
        workspace.records.apply(step(workspace.reading(), STARTER, ticks, workspace.around.new_id))
        return systems(workspace)

    return adding


def test_a_product_gives_the_usual_values_and_its_supplier(workspace: Workspace, add: Add) -> None:
    system = add(Tick(CARE, "lifecare"))["Lifecare"]
    assert (system.product, system.lifecycle, system.starter_key) == ("Lifecare", "i_drift", CARE.key)
    assert (system.area, system.category, system.scope) == ("Vård och omsorg", CARE.category, CARE.scope)
    assert (system.purpose, system.personal_data, system.sensitive_personal_data) == (CARE.purpose, True, True)
    assert workspace.reading().label("organisations", system.supplier or UUID(int=0)) == "Tietoevry"
    assert not system.suggestion


def test_the_class_is_proposed_but_nobody_has_classified(add: Add) -> None:
    system = add(Tick(CARE, "Lifecare"))["Lifecare"]
    assert (system.confidentiality, system.integrity, system.availability) == CARE.levels
    assert system.classified_on is None


def test_that_there_are_no_personal_data_is_not_claimed(add: Add) -> None:
    system = add(Tick(WEB_ANALYSIS))[WEB_ANALYSIS.name]
    assert (system.personal_data, system.sensitive_personal_data) == (None, None)


def test_a_name_of_ones_own_is_no_product(add: Add) -> None:
    system = add(Tick(CARE, "  Gamla  omsorgen "))["Gamla omsorgen"]
    assert (system.product, system.supplier) == ("", None)


def test_a_product_of_another_kind_is_known_too(add: Add) -> None:
    assert add(Tick(LEARNING, "raindance"))["raindance"].product == "Raindance"


def test_a_supplier_is_made_once_and_one_that_is_there_is_used(workspace: Workspace, add: Add) -> None:
    known = workspace.records.add("organisations", {"name": "tietoevry", "kind": "leverantor"})
    found = add(Tick(CARE, "Lifecare"), Tick(FAMILY, "Procapita IFO"), Tick(LEARNING, "Vklass"))
    assert found["Lifecare"].supplier == found["Procapita IFO"].supplier == known
    again = add(Tick(KINDS["skola.franvaro"], "Skola24"), Tick(KINDS["skola.schema"], "Skola24"))
    suppliers = {system.supplier for system in again.values() if system.product == "Skola24"}
    assert len(suppliers) == 1


@pytest.mark.parametrize(
    ("owner", "label"), [(Function("Socialchef"), "Socialchef"), (NewPerson("Eva Lind"), "Eva Lind")]
)
def test_who_owns_it_holds_the_role(workspace: Workspace, add: Add, owner: Any, label: str) -> None:
    system = add(Tick(CARE, "Lifecare", owner))["Lifecare"]
    holder = workspace.reading().one("systems", system.id).holders["system_owner"]
    assert holder.label == label


def test_one_new_person_may_own_many(workspace: Workspace, add: Add) -> None:
    add(Tick(CARE, "Lifecare", NewPerson("Eva Lind")), Tick(LEARNING, "Vklass", NewPerson("Eva  lind")))
    (person,) = workspace.reading().keys("people")
    add(Tick(FAMILY, "Viva IFO", NewPerson("eva lind")), Tick(KINDS["skola.schema"], "Untis", person))
    assert workspace.reading().keys("people") == [person]
    assert len(workspace.reading().referring("roles", "person", person)) == 4


def test_without_an_owner_there_is_no_role(workspace: Workspace, add: Add) -> None:
    add(Tick(CARE, "Lifecare"))
    assert workspace.reading().keys("roles") == []


def test_it_is_one_step(workspace: Workspace, add: Add) -> None:
    add(Tick(CARE, "Lifecare", NewPerson("Eva Lind")), Tick(LEARNING, "Vklass", Function("Skolchef")))
    undone = workspace.undo.undo()
    assert undone.title == "Ångrade: La till 2 system från startlistan"
    reading = workspace.reading()
    assert [reading.keys(name) for name in ("systems", "people", "roles")] == [[], [], []]
    assert reading.count("organisations") == 1
    workspace.undo.redo()
    assert set(systems(workspace)) == {"Lifecare", "Vklass"}


def test_what_is_there_already_is_left_alone(workspace: Workspace, add: Add) -> None:
    before = add(Tick(CARE, "Lifecare"))
    assert add(Tick(CARE, "Treserva", Function("Socialchef"))) == before
    assert workspace.reading().keys("roles") == []


def test_a_name_that_is_too_long_is_told_and_nothing_is_made(workspace: Workspace) -> None:
    with pytest.raises(InvalidRecordError, match="får ha högst"):
        step(workspace.reading(), STARTER, [Tick(CARE, "x" * 400)], workspace.around.new_id)


# What is in the register


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"name": "Något", "starter_key": LEARNING.key}, LEARNING.key),
        ({"name": "VKLASS"}, LEARNING.key),
        ({"name": "Lärplattformen", "product": "Vklass"}, LEARNING.key),
        ({"name": "lärplattform"}, LEARNING.key),
        ({"name": "Skola24", "area": "Förskola och skola"}, "skola.schema"),
        ({"name": "Stratsys", "area": "ledning och styrning"}, "ledning.verksamhetsstyrning"),
        ({"name": "Vklass", "starter_key": "okand.nyckel"}, None),
        ({"name": "Något annat"}, None),
    ],
)
def test_a_system_is_known_by_its_key_its_name_or_its_product(
    workspace: Workspace, values: dict[str, str], key: str | None
) -> None:
    record_id = workspace.records.add("systems", values)
    found = registered(workspace.reading(), STARTER).systems
    assert {name: system.id for name, system in found.items() if name in KINDS} == ({key: record_id} if key else {})


def test_one_system_is_of_one_kind(workspace: Workspace) -> None:
    first = workspace.records.add("systems", {"name": "Skola24"})
    second = workspace.records.add("systems", {"name": "Skola24"})
    found = registered(workspace.reading(), STARTER).systems
    assert {system.id for system in found.values()} == {first, second}
    assert set(found) == {"skola.schema", "skola.franvaro"}


def test_what_lies_in_the_bin_is_not_there(workspace: Workspace) -> None:
    workspace.records.delete("systems", [workspace.records.add("systems", {"name": "Vklass"})])
    assert registered(workspace.reading(), STARTER).systems == {}


# Proposals


@pytest.fixture
def proposed(tmp_path: Path, around: Surroundings) -> Any:
    opened = Workspace(create(tmp_path / "f.itadmin", "1460", "", around, starter=True), around)
    yield opened
    opened.close()


def test_a_new_file_may_begin_with_every_kind_as_a_proposal(proposed: Workspace) -> None:
    there = registered(proposed.reading(), STARTER)
    assert set(there.proposals) == set(KINDS)
    assert (dict(there.systems), there.names) == ({}, frozenset())
    assert proposed.undo.state().undo == ""
    care = record(proposed, there.proposals[CARE.key])
    assert (care.name, care.suggestion, care.lifecycle, care.classified_on) == (CARE.name, True, "", None)


def test_ticking_a_proposal_confirms_the_same_record(proposed: Workspace) -> None:
    before = registered(proposed.reading(), STARTER).proposals[CARE.key]
    ticks = [Tick(CARE, "Lifecare", Function("Socialchef"))]
    proposed.records.apply(step(proposed.reading(), STARTER, ticks, proposed.around.new_id))
    there = registered(proposed.reading(), STARTER)
    system = record(proposed, there.systems[CARE.key].id)
    assert (system.id, system.name, system.suggestion, system.product) == (before, "Lifecare", False, "Lifecare")
    assert system.classified_on is None
    assert CARE.key not in there.proposals
    proposed.undo.undo()
    assert registered(proposed.reading(), STARTER).proposals[CARE.key] == before
    assert record(proposed, before).name == CARE.name


def test_every_proposal_is_an_acceptable_record() -> None:
    assert len(list(proposals(STARTER))) == len(KINDS)


# Names


def test_a_name_that_is_taken_gets_its_kind_after_it() -> None:
    ticks = [Tick(CARE, "Lifecare"), Tick(FAMILY, "lifecare"), Tick(LEARNING)]
    assert names_of(ticks, ()) == ["Lifecare", f"lifecare – {FAMILY.name}", LEARNING.name]
    assert names_of(ticks[:1], [fold("Lifecare"), fold(f"Lifecare – {CARE.name}")]) == [f"Lifecare – {CARE.name} 2"]


@given(
    st.lists(st.tuples(st.sampled_from(STARTER.kinds), st.sampled_from(["", "Lifecare", "LIFECARE", "Å", "a"]))),
    st.sets(st.sampled_from([fold("Lifecare"), "a", fold(CARE.name)])),
)
def test_names_differ_from_each_other_and_from_those_taken(
    wanted: list[tuple[SystemKind, str]], taken: set[str]
) -> None:
    folded = [fold(name) for name in names_of([Tick(kind, text) for kind, text in wanted], taken)]
    assert len(set(folded)) == len(wanted)
    assert not taken & set(folded)


def test_a_product_is_looked_for_in_its_kind_first() -> None:
    found = product_named(STARTER, " open  eplatform", KINDS["etjanst.plattform"])
    assert found is not None
    assert (found.name, found.supplier) == ("Open ePlatform", "Nordic Peak")
    assert product_named(STARTER, "") is None
    assert product_named(STARTER, "finns inte") is None
