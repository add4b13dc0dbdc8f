"""The step that adds what somebody ticked in the starter list."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.problems import InvalidRecordError
from itadmin.domain.registers.systems import System
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.starter import Function, NewPerson, Tick, registered
from itadmin.services.starter_list import starter_list
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
        workspace.records.apply(step(workspace.reading(), STARTER, ticks, workspace.records))
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
    workspace.records.add("organisations", {"name": "AB Tietoevry Danmark", "kind": "leverantor"})
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
        step(workspace.reading(), STARTER, [Tick(CARE, "x" * 400)], workspace.records)


# Proposals


@pytest.fixture
def proposed(tmp_path: Path, around: Surroundings) -> Iterator[Workspace]:
    opened = Workspace(create(tmp_path / "f.itadmin", "1460", "", around, starter=True), around)
    yield opened
    opened.close()


def test_ticking_a_proposal_confirms_the_same_record(proposed: Workspace) -> None:
    before = registered(proposed.reading(), STARTER).proposals[CARE.key]
    ticks = [Tick(CARE, "Lifecare", Function("Socialchef"))]
    proposed.records.apply(step(proposed.reading(), STARTER, ticks, proposed.records))
    there = registered(proposed.reading(), STARTER)
    system = record(proposed, there.systems[CARE.key].id)
    assert (system.id, system.name, system.suggestion, system.product) == (before, "Lifecare", False, "Lifecare")
    assert system.classified_on is None
    assert CARE.key not in there.proposals
    proposed.undo.undo()
    assert registered(proposed.reading(), STARTER).proposals[CARE.key] == before
    assert record(proposed, before).name == CARE.name
