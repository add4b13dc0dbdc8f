"""The calendar and the roadmap: which lanes, in which order, under which headings, and what is left out."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from itadmin.services.timeline import Charted, Counted, Grouping, Shown, View, chart_of
from itadmin.services.workspace import Workspace

Add = Callable[..., UUID]
ENDING: dict[str, Any] = {"renewal_months": None}


def names(charted: Charted) -> list[str]:
    return [f"{'  ' * lane.level}{lane.name}{':' if lane.is_heading else ''}" for lane in charted.chart.lanes()]


@pytest.fixture
def supplier(workspace: Workspace) -> UUID:
    return workspace.records.add("organisations", {"name": "Exempelbolaget AB", "kind": "leverantor"})


@pytest.fixture
def several(agreement: Add, system: Add, supplier: UUID) -> dict[str, UUID]:
    """A system with two agreements, one without, and an agreement about no system."""
    lifecare, vaxel = system("Lifecare", supplier=str(supplier)), system("Växel")
    system("Gamla arkivet", lifecycle="avvecklad")
    return {
        "Lifecare": lifecare,
        "Växel": vaxel,
        "Senare": agreement("Senare", systems=[str(lifecare)], starts_on="2025-01-01"),
        "Först": agreement("Först", systems=[str(lifecare)], supplier=str(supplier)),
        "Ändras inte": agreement("Ändras inte", **ENDING, manager=None),
    }


def test_the_calendar_shows_the_nearest_day_first_and_tells_how_many_have_none(
    workspace: Workspace, agreement: Add, several: dict[str, UUID]
) -> None:
    agreement("Utkast", status="utkast")
    agreement("Långt fram", first_term_months=120)
    charted = chart_of(workspace.reading(), Shown())
    assert names(charted) == ["Först", "Senare"]
    assert charted.chart.sentence == (
        "2 avtal har sin sista dag att säga upp eller besluta november 2026 – oktober 2028. "
        "2 avtal har den senare eller ingen alls."
    )
    assert charted.rows == {several["Först"]: 0, several["Senare"]: 1}


def test_by_the_last_day_those_that_end_are_there_also_when_that_is_past(
    workspace: Workspace, agreement: Add, several: dict[str, UUID]
) -> None:
    del several
    agreement("Löpt ut", **ENDING, starts_on="2023-01-01")
    charted = chart_of(workspace.reading(), Shown(counted=Counted.END))
    assert names(charted) == ["Löpt ut", "Först", "Ändras inte", "Senare"]


def test_lanes_are_gathered_under_headings_and_narrowed_to_one(workspace: Workspace, several: dict[str, UUID]) -> None:
    del several
    by_supplier = Shown(counted=Counted.END, grouping=Grouping.SUPPLIER)
    charted = chart_of(workspace.reading(), by_supplier)
    assert names(charted) == ["Exempelbolaget AB:", "Först", "Utan leverantör:", "Ändras inte", "Senare"]
    assert charted.groups == (("Exempelbolaget AB", "Exempelbolaget AB"), ("", "Utan leverantör"))
    narrowed = chart_of(workspace.reading(), Shown(counted=Counted.END, grouping=Grouping.SUPPLIER, group=""))
    assert names(narrowed) == ["Utan leverantör:", "Ändras inte", "Senare"]
    assert narrowed.groups == charted.groups


@pytest.mark.parametrize(
    ("grouping", "heading"),
    [
        (Grouping.KIND, "Supportavtal"),
        (Grouping.RESPONSIBLE, "Socialchef"),
        (Grouping.DEPARTMENT, "Socialförvaltningen"),
    ],
)
def test_an_agreement_belongs_to_what_its_system_does(
    workspace: Workspace, agreement: Add, system: Add, grouping: Grouping, heading: str
) -> None:
    department = workspace.records.add("organisations", {"name": "Socialförvaltningen", "kind": "forvaltning"})
    owned = system("Lifecare", department=str(department), system_owner={"function": "Socialchef"})
    agreement("Support", systems=[str(owned)])
    assert names(chart_of(workspace.reading(), Shown(grouping=grouping)))[0] == f"{heading}:"


def test_the_roadmap_has_systems_with_their_agreements_and_last_those_without_a_system(
    workspace: Workspace, several: dict[str, UUID]
) -> None:
    charted = chart_of(workspace.reading(), Shown(View.ROADMAP, all_systems=True))
    assert names(charted) == [
        "Lifecare",
        "  Först",
        "  Senare",
        "Växel",
        "Avtal utan system:",
        "  Ändras inte",
    ]
    assert charted.chart.sentence == "2 system med sina avtal, 2026–2030."
    assert charted.rows[several["Växel"]] == 3
    assert [lane.day for lane in charted.chart.lanes()][1:3] == ["2027-02-28", "2027-09-30"]
    assert charted.chart.lane(5).day == "2027-05-31"


@pytest.mark.parametrize(
    ("values", "is_shown"),
    [
        ({}, False),
        ({"in_operation_since": "2025-12-31"}, False),
        ({"in_operation_since": "2026"}, True),
        ({"planned_retirement": "2030-12"}, True),
        ({"planned_retirement": "2031"}, False),
        ({"support_ends": "2028-01-01"}, True),
    ],
)
def test_the_roadmap_leaves_out_systems_that_nothing_happens_to(
    workspace: Workspace, system: Add, values: dict[str, str], is_shown: bool
) -> None:
    system("Växel", **values)
    chart = chart_of(workspace.reading(), Shown(View.ROADMAP)).chart
    assert [lane.name for lane in chart.lanes()] == ["Växel"] * is_shown
    others = "" if is_shown else " 1 system har ingen dag de åren och visas inte."
    assert chart.sentence == f"{int(is_shown)} system med sina avtal, 2026–2030.{others}"


@pytest.mark.parametrize(
    ("values", "is_shown"),
    [
        ({}, True),
        ({"first_term_months": 120}, False),
        ({"starts_on": "2023-01-01", **ENDING}, True),
        ({"first_term_months": None, "renewal_months": None, "open_ended": True}, False),
        ({"first_term_months": 96, **ENDING, "options": [{"months": 12, "decision_day": "2027-01-15"}]}, True),
    ],
)
def test_a_system_is_in_the_roadmap_when_an_agreement_of_it_has_a_day(
    workspace: Workspace, agreement: Add, system: Add, values: dict[str, Any], is_shown: bool
) -> None:
    agreement("Support", systems=[str(system("Växel"))], **values)
    chart = chart_of(workspace.reading(), Shown(View.ROADMAP)).chart
    assert [lane.name for lane in chart.lanes()] == ["Växel", "Support"] * is_shown


def test_one_group_of_the_roadmap(workspace: Workspace, several: dict[str, UUID]) -> None:
    del several
    shown = Shown(View.ROADMAP, grouping=Grouping.SUPPLIER, group="Exempelbolaget AB")
    assert names(chart_of(workspace.reading(), shown)) == [
        "Exempelbolaget AB:",
        "Lifecare",
        "  Först",
        "  Senare",
    ]


@pytest.mark.parametrize(
    ("view", "only_of", "only", "found"),
    [
        (View.CALENDAR, "agreements", "Senare", ["Senare"]),
        (View.CALENDAR, "systems", "Lifecare", ["Först", "Senare"]),
        (View.CALENDAR, "systems", "Växel", []),
        (View.ROADMAP, "systems", "Växel", ["Växel"]),
        (View.ROADMAP, "agreements", "Senare", ["Lifecare", "  Senare"]),
    ],
)
def test_what_a_list_shows_narrows_both_pictures(
    workspace: Workspace, several: dict[str, UUID], view: View, only_of: str, only: str, found: list[str]
) -> None:
    shown = Shown(view, only_of=only_of, only=frozenset({several[only]}), all_systems=True)
    assert names(chart_of(workspace.reading(), shown)) == found


def test_every_lane_has_a_cell_for_every_heading(workspace: Workspace, several: dict[str, UUID]) -> None:
    del several
    for view in View:
        chart = chart_of(workspace.reading(), Shown(view, Counted.END, Grouping.KIND)).chart
        assert {len(lane.cells) for lane in chart.lanes()} == {len(chart.headings)}


def test_an_empty_register_has_empty_pictures(workspace: Workspace) -> None:
    for view in View:
        assert len(chart_of(workspace.reading(), Shown(view)).chart) == 0


def test_every_form_that_is_drawn_is_explained(
    workspace: Workspace, agreement: Add, system: Add, several: dict[str, UUID]
) -> None:
    del several
    options = [{"months": 12, "decision_day": "2027-01-15", "taken": None}]
    agreement("Med option", **ENDING, options=options)
    system("Tjänsten", in_operation_since="2019", support_ends="2027", planned_retirement="2028")
    system("Till våren", lifecycle="planerad", in_operation_since="2027-03-01")
    for view in View:
        chart = chart_of(workspace.reading(), Shown(view, Counted.END)).chart
        explained = {part for part, _words in chart.legend}
        drawn = {item.fill for lane in chart.lanes() for item in lane.stretches}
        assert drawn | {mark.shape for lane in chart.lanes() for mark in lane.marks} == explained
