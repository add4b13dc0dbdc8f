"""The shares that goals are measured by, counted in a register file."""

from __future__ import annotations

from typing import Any

import pytest

from itadmin.domain.calculations.goals import Share
from itadmin.domain.values import LISTS
from itadmin.services.goals import shares
from itadmin.services.workspace import Workspace


def add_system(workspace: Workspace, name: str, **values: Any) -> str:
    return str(workspace.records.add("systems", {"name": name, "lifecycle": "i_drift", **values}))


def add_level(workspace: Workspace, system: str, level: str, target: str | None, **values: Any) -> None:
    own = str(workspace.file.info.organisation)
    row = {"system": system, "municipality": own, "level": level, "target_level": target, **values}
    workspace.records.add("cooperation_levels", row)


def measured(workspace: Workspace, code: str) -> tuple[int, int]:
    share = shares(workspace.reading())[code]
    return share.number, share.of


def test_every_measure_of_the_value_list_is_counted(workspace: Workspace) -> None:
    assert shares(workspace.reading()).keys() == LISTS["malmatt"].keys()


def test_an_empty_register_has_nothing_to_count(workspace: Workspace) -> None:
    assert {(share.number, share.of, share.percent) for share in shares(workspace.reading()).values()} == {(0, 0, None)}


@pytest.mark.parametrize(("number", "of", "percent"), [(1, 3, 3333), (2, 3, 6666), (0, 4, 0), (4, 4, 10_000)])
def test_the_percent_is_in_hundredths_and_never_rounded_up(number: int, of: int, percent: int) -> None:
    assert Share(number, of).percent == percent


def test_systems_with_an_owner(workspace: Workspace) -> None:
    owned = add_system(workspace, "Kvarnen")
    add_system(workspace, "Lönnen")
    add_system(workspace, "Ekot", lifecycle="avvecklad")
    workspace.records.add("roles", {"system": owned, "kind": "systemagare", "function": "Ekonomichef"})
    assert measured(workspace, "andel_systemagare") == (1, 2)


@pytest.mark.parametrize(
    ("hosting", "status", "counted"),
    [
        ("egen_drift", "gallande", (1, 1)),
        ("egen_drift", "utkast", (0, 1)),
        ("annan_kommun", "gallande", (1, 1)),
        (None, "utkast", (0, 1)),
        (None, "gallande", (1, 1)),
        ("saas", "utkast", (0, 0)),
        ("extern_drift", "gallande", (0, 0)),
    ],
)
def test_systems_with_a_driftavtal_among_those_that_a_kommun_operates(
    workspace: Workspace, hosting: str | None, status: str, counted: tuple[int, int]
) -> None:
    system = add_system(workspace, "Kvarnen", hosting=hosting)
    agreement = {"title": "Driftavtal", "kind": "driftavtal", "status": status, "systems": [system]}
    workspace.records.add("agreements", agreement)
    assert measured(workspace, "andel_driftavtal") == counted


@pytest.mark.parametrize(
    ("category", "plan", "counted"),
    [
        ("verksamhetssystem", None, (0, 1)),
        ("verksamhetssystem", {"status": "utkast"}, (0, 1)),
        ("verksamhetssystem", {"status": "faststalld", "adopted_on": "2026-03-01"}, (1, 1)),
        ("verksamhetssystem", {"status": "faststalld", "adopted_on": "2025-03-01"}, (0, 1)),
        ("stodsystem", None, (0, 0)),
    ],
)
def test_systems_with_an_utbildningsplan_that_holds(
    workspace: Workspace, category: str, plan: dict[str, str] | None, counted: tuple[int, int]
) -> None:
    system = add_system(workspace, "Kvarnen", category=category)
    add_system(workspace, "Ekot", category=category, lifecycle="planerad")
    if plan:
        workspace.records.add("training_plans", {"title": "Plan", "system": system, **plan})
    assert measured(workspace, "andel_utbildningsplan") == counted


@pytest.mark.parametrize(
    ("level", "target", "counted"), [("3", "4", (0, 1)), ("4", "4", (1, 1)), ("5", "4", (1, 1)), ("3", None, (0, 0))]
)
def test_systems_that_have_come_to_their_target(
    workspace: Workspace, level: str, target: str | None, counted: tuple[int, int]
) -> None:
    add_level(workspace, add_system(workspace, "Kvarnen"), level, target)
    add_level(workspace, add_system(workspace, "Ekot", lifecycle="planerad"), "1", "5")
    assert measured(workspace, "andel_niva_mal") == counted


def test_a_level_that_has_ended_counts_no_more(workspace: Workspace) -> None:
    add_level(workspace, add_system(workspace, "Kvarnen"), "3", "4", ends_on="2026-11-21")
    assert measured(workspace, "andel_niva_mal") == (0, 0)


@pytest.mark.parametrize(
    ("classified_on", "number"), [("2026-11-01", 1), ("2025-11-22", 1), ("2025-11-21", 0), (None, 0)]
)
def test_systems_classed_within_a_year(workspace: Workspace, classified_on: str | None, number: int) -> None:
    levels = {"confidentiality": "1", "integrity": "1", "availability": "2"}
    add_system(workspace, "Kvarnen", **levels, classified_on=classified_on)
    add_system(workspace, "Lönnen")
    assert measured(workspace, "andel_klassade") == (number, 2)


@pytest.mark.parametrize(("status", "number"), [("ja", 1), ("ej_tillampligt", 1), ("nej", 0), (None, 0)])
def test_systems_with_personal_data_elsewhere_that_are_agreed_upon(
    workspace: Workspace, status: str | None, number: int
) -> None:
    add_system(workspace, "Kvarnen", personal_data=True, hosting="saas", dpa_status=status)
    add_system(workspace, "Lönnen", personal_data=False, hosting="saas")
    assert measured(workspace, "andel_pub") == (number, 1)


def test_what_another_kommun_operates_needs_a_driftavtal_however_it_is_delivered(workspace: Workspace) -> None:
    other = workspace.records.add("organisations", {"name": "Åmåls kommun", "kind": "kommun"})
    add_system(workspace, "Kvarnen", hosting="saas", operating_unit=str(other))
    add_system(workspace, "Lönnen", hosting="saas")
    assert measured(workspace, "andel_driftavtal") == (0, 1)


def test_a_level_holds_through_its_last_day(workspace: Workspace) -> None:
    add_level(workspace, add_system(workspace, "Kvarnen"), "3", "4", ends_on="2026-11-22")
    assert measured(workspace, "andel_niva_mal") == (0, 1)


def test_a_system_that_is_only_proposed_is_not_counted(workspace: Workspace) -> None:
    add_system(workspace, "Kvarnen", suggestion=True)
    assert measured(workspace, "andel_systemagare") == (0, 0)
