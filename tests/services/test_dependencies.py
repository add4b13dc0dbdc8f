"""What a system depends on, read from the integrations of a register."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.dependencies import Flow
from itadmin.domain.problems import NotFoundError
from itadmin.services.dependencies import Dependencies, dependencies, joint_dependencies
from itadmin.services.workspace import Workspace

Make = Callable[..., UUID]


@pytest.fixture
def system(workspace: Workspace) -> Make:
    return lambda name, **values: workspace.records.add("systems", {"name": name, **values})


@pytest.fixture
def integration(workspace: Workspace) -> Make:
    def make(source: UUID | None, target: UUID | None, **values: Any) -> UUID:
        ends = {"source": source and str(source), "target": target and str(target)}
        return workspace.records.add("integrations", {"name": "Överföring", **ends, **values})

    return make


def arrows(found: Dependencies) -> list[tuple[str, str]]:
    return [(found.parts[flow.giver].label, found.parts[flow.receiver].label) for flow in found.flows]


def test_the_receiver_depends_on_the_giver(workspace: Workspace, system: Make, integration: Make) -> None:
    pay, economy, archive = system("Lön"), system("Ekonomi"), system("E-arkiv")
    integration(pay, economy)
    integration(economy, archive)
    found = dependencies(workspace.reading(), economy)
    assert found.centre == str(economy)
    assert found.flows == (Flow(str(economy), str(archive)), Flow(str(pay), str(economy)))
    assert [part.label for part in found.parts.values()] == ["E-arkiv", "Ekonomi", "Lön"]
    assert found.parts[str(pay)].record_id == pay


def test_only_what_is_within_reach_is_read(workspace: Workspace, system: Make, integration: Make) -> None:
    chain = [system(f"System {number}") for number in range(6)]
    for giver, receiver in pairwise(chain):
        integration(giver, receiver)
    reading = workspace.reading()
    assert [len(dependencies(reading, chain[0], depth).parts) for depth in (1, 2, 3)] == [2, 3, 4]
    assert len(dependencies(reading, chain[3]).parts) == 6


def test_a_circle_is_read_once(workspace: Workspace, system: Make, integration: Make) -> None:
    one, other = system("Ett"), system("Två")
    integration(one, other, name="Dit")
    integration(one, other, name="Dit igen")
    integration(other, one, name="Tillbaka")
    found = dependencies(workspace.reading(), one)
    assert arrows(found) == [("Ett", "Två"), ("Två", "Ett")]
    assert [item.label for item in found.carried[found.flows[0]]] == ["Dit", "Dit igen"]


def test_both_ways_is_two_flows(workspace: Workspace, system: Make, integration: Make) -> None:
    one, other = system("Ett"), system("Två")
    integration(one, other, both_ways=True)
    assert arrows(dependencies(workspace.reading(), one)) == [("Ett", "Två"), ("Två", "Ett")]


def test_somebody_outside_is_an_end_that_nothing_goes_through(
    workspace: Workspace, system: Make, integration: Make
) -> None:
    one, other = system("Ett"), system("Två")
    integration(one, None, external_party="Skatteverket")
    integration(None, other, external_party="Skatteverket")
    integration(None, one, external_party="skatteverket", name="Annat")
    found = dependencies(workspace.reading(), one)
    assert sorted(arrows(found)) == [("Ett", "Skatteverket"), ("skatteverket", "Ett")]
    assert [part.record_id for part in found.parts.values()].count(None) == 2


def test_both_ways_with_somebody_outside_stands_on_both_sides(
    workspace: Workspace, system: Make, integration: Make
) -> None:
    one = system("Ett")
    integration(one, None, external_party="Banken", both_ways=True)
    assert sorted(arrows(dependencies(workspace.reading(), one))) == [("Banken", "Ett"), ("Ett", "Banken")]


@pytest.mark.parametrize("values", [{}, {"external_party": "  "}])
def test_an_integration_without_an_end_says_nothing(
    workspace: Workspace, system: Make, integration: Make, values: dict[str, Any]
) -> None:
    one = system("Ett")
    integration(one, None, **values)
    integration(None, None, external_party="Ingen")
    assert dependencies(workspace.reading(), one).flows == ()


def test_what_lies_in_the_bin_is_left_out(workspace: Workspace, system: Make, integration: Make) -> None:
    one, gone, kept = system("Ett"), system("Borta"), system("Kvar")
    integration(one, gone)
    tie = integration(one, kept)
    workspace.records.delete("systems", [gone])
    assert arrows(dependencies(workspace.reading(), one)) == [("Ett", "Kvar")]
    workspace.records.delete("integrations", [tie])
    assert arrows(dependencies(workspace.reading(), one)) == []


def test_criticality_is_told_by_its_word(workspace: Workspace, system: Make, integration: Make) -> None:
    one, high, top = system("Ett"), system("Hög", availability="3"), system("Topp", criticality="kritisk")
    integration(high, one)
    integration(top, one)
    parts = dependencies(workspace.reading(), one).parts
    told = [(part.label, part.criticality, part.weight, part.is_critical) for part in parts.values()]
    assert told == [
        ("Ett", "", 0, False),
        ("Hög", "Hög kritikalitet", 2, False),
        ("Topp", "Verksamhetskritisk", 3, True),
    ]


def test_a_system_that_is_not_here_is_said(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError):
        dependencies(workspace.reading(), UUID(int=7))


def test_several_systems_are_read_together(workspace: Workspace, system: Make, integration: Make) -> None:
    chain = [system(f"System {number}") for number in range(6)]
    for giver, receiver in pairwise(chain):
        integration(giver, receiver)
    found = joint_dependencies(workspace.reading(), [chain[0], chain[5]], 1)
    assert found.centre == str(chain[0])
    assert [part.label for part in found.parts.values()] == ["System 0", "System 1", "System 4", "System 5"]
    assert arrows(found) == [("System 0", "System 1"), ("System 4", "System 5")]
    assert joint_dependencies(workspace.reading(), []).parts == {}
