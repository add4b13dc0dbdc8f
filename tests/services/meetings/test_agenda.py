"""The agenda of a meeting: what waits, what is new, what there is to try, and what is left out of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.services.meetings.agenda import MOST, agenda_of, matches_point
from itadmin.services.meetings.points import Agenda, Concerns, Kind, Point
from itadmin.services.workspace import Workspace

GROUP = "IT-chefsgruppen"
Received = Callable[..., UUID]
ENDS = {"kind": "supportavtal", "status": "gallande", "starts_on": "2024-01-01"}


@pytest.fixture
def joint(workspace: Workspace, received: Received) -> dict[str, UUID]:
    """A system that two kommuner have, which works badly here and whose agreement ends within a year."""
    product = {"name": "Kvarnen", "lifecycle": "i_drift", "product": "Kvarnen", "starter_key": "kvarn"}
    own = workspace.records.add(
        "systems", {**product, "function_rating": "daligt", "user_count": 40, "annual_cost": 100_000}
    )
    received("systems", workspace.records.add("systems", product), code="1461")
    ends = {**ENDS, "title": "Avtal Kvarnen", "first_term_ends_on": "2027-06-30", "systems": [str(own)]}
    return {"own": own, "agreement": workspace.records.add("agreements", ends)}


def agenda(workspace: Workspace) -> Agenda:
    return agenda_of(workspace.reading(), GROUP)


def only(workspace: Workspace, kind: Kind) -> Point:
    (point,) = agenda(workspace).of(kind)
    return point


def decided(workspace: Workspace, **other: Any) -> UUID:
    values = {"title": "Utred", "kind": "beslut", "forum": GROUP, "decided_on": "2026-09-10", "due": "2026-12-10"}
    return workspace.records.add("decisions", {**values, **other})


def test_an_empty_register_has_no_points(workspace: Workspace) -> None:
    found = agenda(workspace)
    assert (found.points, found.last, found.day) == ((), None, date(2026, 11, 22))


def test_a_decision_that_is_due_is_asked_about(workspace: Workspace, joint: dict[str, UUID]) -> None:
    made = decided(workspace, paragraph="3", text="Vi utreder.", responsible_function="IT-chef",
                   systems=[str(joint["own"])])  # fmt: skip
    point = only(workspace, Kind.DUE)
    assert (point.title, point.settles) == ("Utred", made)
    assert point.lead == "Beslutet ska vara verkställt senast torsdag 10 december."
    assert point.lines == ("Vi utreder.", "Ansvarig: IT-chef", "Beslutat 2026-09-10, §\N{NBSP}3")
    assert point.concerns == Concerns(systems=(joint["own"],))


@pytest.mark.parametrize(
    "other",
    [{"due": "2027-03-01"}, {"due": None}, {"status": "klart"}, {"forum": "KS"}, {"decided_on": "2026-11-22"}],
)
def test_what_is_far_off_done_or_of_today_is_not(workspace: Workspace, other: dict[str, Any]) -> None:
    decided(workspace, **other)
    assert agenda(workspace).of(Kind.DUE) == ()


def test_a_neighbours_decision_is_followed_up_but_not_marked_here(workspace: Workspace, received: Received) -> None:
    received("decisions", decided(workspace, due="2026-11-01"))
    point = only(workspace, Kind.DUE)
    assert point.lead.startswith("Beslutet skulle ha varit verkställt senast")
    assert point.settles is None


@pytest.mark.parametrize(("met_on", "is_new"), [("2026-03-01", True), ("2026-03-02", False)])
def test_files_since_the_meeting_before_are_told(
    workspace: Workspace, received: Received, met_on: str, *, is_new: bool
) -> None:
    decided(workspace, decided_on=met_on, due=None)
    received("systems", workspace.records.add("systems", {"name": "Deras"}))
    found = agenda(workspace).of(Kind.FILES)
    assert bool(found) is is_new
    for point in found:
        assert point.lead == "1 kommun har nya uppgifter sedan mötet 2026-03-01."
        assert point.lines == ("Färgelanda kommun: 2026-03-02 (fil 1)",)


def test_a_case_in_which_somebody_is_silent(workspace: Workspace) -> None:
    add, own, theirs = workspace.records.add, str(municipality_id("1460")), str(municipality_id("1461"))
    case = add("cooperation_cases", {"title": "Gemensam drift", "host": own, "participants": [own, theirs]})
    add("cooperation_stances", {"case": str(case), "municipality": own, "stance": "med"})
    stance = {"case": str(case), "municipality": theirs, "stance": "ej_svarat", "decide_by": "2026-12-15"}
    silent = add("cooperation_stances", stance)
    point = only(workspace, Kind.CASES)
    assert point.lead == "Melleruds kommun har inte tagit ställning. Beslut behövs senast tisdag 15 december."
    assert point.lines == ("Bengtsfors kommun: Är med", "Melleruds kommun: Inte svarat, beslut senast 2026-12-15")
    assert point.concerns == Concerns(cases=(case,))
    workspace.records.save("cooperation_stances", silent, {"stance": "avstar"})
    assert agenda(workspace).of(Kind.CASES) == ()


def test_a_case_that_is_over_is_let_be(workspace: Workspace) -> None:
    own = str(municipality_id("1460"))
    workspace.records.add("cooperation_cases", {"title": "A", "participants": [own], "status": "avslutat"})
    assert agenda(workspace).of(Kind.CASES) == ()


def test_an_opening_has_its_reasons_and_what_it_costs(workspace: Workspace, joint: dict[str, UUID]) -> None:
    point = only(workspace, Kind.OPENINGS)
    assert (point.title, point.lead) == ("Kvarnen", "Poäng 3 av 5. Nivån som helhet är 0.")
    assert point.lines[1:] == (
        "Systemet fungerar dåligt i Bengtsfors.",
        "2\N{NBSP}kommuner använder samma: Bengtsfors och Mellerud.",
        "40 användare och 1\N{NBSP}000\N{NBSP}kr per år tillsammans i Bengtsfors och Mellerud.",
    )
    assert (point.proposal, point.concerns) == ("Pröva samverkan om Kvarnen", Concerns(systems=(joint["own"],)))


@pytest.mark.parametrize(("status", "is_told"), [("bevakas", True), ("inte_aktuell", False), ("arende", False)])
def test_an_opening_that_is_put_aside_or_begun_is_not_put_again(
    workspace: Workspace, joint: dict[str, UUID], status: str, is_told: bool
) -> None:
    workspace.records.add("opportunity_notes", {"status": status, "system": str(joint["own"])})
    assert bool(agenda(workspace).of(Kind.OPENINGS)) is is_told


def test_an_agreement_about_what_several_have(workspace: Workspace, joint: dict[str, UUID]) -> None:
    point = only(workspace, Kind.AGREEMENTS)
    assert (point.title, point.lead) == ("Avtal Kvarnen (Bengtsfors)", "Slutar 2027-06-30.")
    assert point.lines == ("System: Kvarnen.", "Samma system finns också i Mellerud.")
    assert point.concerns == Concerns((joint["own"],), (), (joint["agreement"],), municipality_id("1460"))


def test_an_agreement_of_one_alone_or_far_off_is_no_point(workspace: Workspace, joint: dict[str, UUID]) -> None:
    workspace.records.save("agreements", joint["agreement"], {"first_term_ends_on": "2029-06-30"})
    alone = workspace.records.add("systems", {"name": "Eget", "lifecycle": "i_drift"})
    soon = {**ENDS, "title": "Eget avtal", "first_term_ends_on": "2027-06-30", "systems": [str(alone)]}
    workspace.records.add("agreements", soon)
    assert agenda(workspace).of(Kind.AGREEMENTS) == ()


def test_of_many_the_last_point_says_what_is_left(workspace: Workspace) -> None:
    for number in range(MOST + 2):
        decided(workspace, title=f"Beslut {number:02}")
    points = agenda(workspace).of(Kind.DUE)
    assert len(points) == MOST
    assert points[-1].lines[-1].startswith("2 till: Beslut ")


def test_pairs_that_nobody_has_answered() -> None:
    assert matches_point(0, more=False) is None
    few, many = matches_point(3, more=False), matches_point(2000, more=True)
    assert few is not None
    assert many is not None
    assert few.lead.startswith("3\N{NBSP}par av system kan vara samma")
    assert many.lead.startswith("Minst 2\N{NBSP}000\N{NBSP}par")


@pytest.fixture
def told(workspace: Workspace, joint: dict[str, UUID]) -> dict[str, UUID]:
    """All that can be told of the joint system: what is due and was decided today, a case, and its agreement."""
    system, own = [str(joint["own"])], str(municipality_id("1460"))
    case = workspace.records.add("cooperation_cases", {"title": "Kvarnen", "participants": [own], "systems": system})
    decided(workspace, title="Byt lås i Kvarnen", text="Kvarnen larmar.", systems=system)
    decided(workspace, title="Svara om Kvarnen", cases=[str(case)])
    decided(workspace, title="Säg upp Kvarnen", agreements=[str(joint["agreement"])])
    decided(workspace, title="Pröva Kvarnen", systems=system, decided_on="2026-11-22")
    decided(workspace, title="Utred")
    return joint


def test_what_is_not_protected_is_shown(workspace: Workspace, told: dict[str, UUID]) -> None:
    assert told
    found = agenda(workspace)
    assert [len(found.of(kind)) for kind in (Kind.DUE, Kind.CASES, Kind.OPENINGS, Kind.AGREEMENTS)] == [4, 1, 1, 1]
    assert [each.title for each in found.taken] == ["Pröva Kvarnen"]


@pytest.mark.parametrize("lifecycle", ["i_drift", "avvecklad"])
def test_nothing_about_what_is_protected_is_shown_to_other_kommuner(
    workspace: Workspace, told: dict[str, UUID], lifecycle: str
) -> None:
    workspace.records.save("systems", told["own"], {"security_protection": True, "lifecycle": lifecycle})
    found = agenda(workspace)
    ours = [point for point in found.points if point.kind in (Kind.DUE, Kind.CASES, Kind.AGREEMENTS)]
    assert ([point.title for point in ours], found.taken) == (["Utred"], ())


def test_what_is_not_shared_is_not_shown_either(workspace: Workspace, told: dict[str, UUID]) -> None:
    workspace.records.save("systems", told["own"], {"shared": False})
    found = agenda(workspace)
    assert [point.title for point in found.points if point.kind is not Kind.FILES] == ["Utred"]
    assert found.taken == ()


def test_who_is_responsible_is_told_by_name_and_function(workspace: Workspace) -> None:
    kim: UUID = workspace.records.add("people", {"name": "Kim Berg"})
    decided(workspace, responsible=str(kim), responsible_function="IT-chef", text="")
    assert only(workspace, Kind.DUE).lines == ("Ansvarig: Kim Berg, IT-chef",)
    assert agenda(workspace).people == {}
    decided(workspace, responsible=str(kim), decided_on="2026-11-22")
    assert agenda(workspace).people == {kim: "Kim Berg"}
