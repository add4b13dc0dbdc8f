"""Införandeplaner in the work list: late activities in one line, passed decisions, the gate before driftstart."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.attention import AttentionLine, Band
from itadmin.services.kind_words import words_of_kind
from itadmin.services.workspace import Workspace

Lines = Callable[..., list[AttentionLine]]
Add = Callable[..., UUID]
TODAY = date(2026, 11, 22)
LEFT, DONE = {"point": "klassning", "state": "kvar"}, {"point": "riskanalys", "state": "klart"}


@pytest.fixture
def plan(workspace: Workspace, system: Add) -> Add:
    """Adds a plan that goes on and has nothing wrong but what the keywords change."""

    def add(lifecycle: str = "inforande", **values: Any) -> UUID:
        about = system(lifecycle=lifecycle)
        usual: dict[str, Any] = {
            "title": "Införande av Lifecare",
            "kind": "inforande",
            "system": str(about),
            "status": "pagar",
            "go_live_on": "2027-06-01",
            "responsible_function": "Projektledare",
            "phases": [{"phase": "test", "ends_on": "2026-12-18", "decision": "BP6 Testet är godkänt"}],
            "checklist": [LEFT, DONE],
        }
        return workspace.records.add("implementations", {**usual, **values})

    return add


@pytest.fixture
def activity(workspace: Workspace) -> Add:
    def add(plan: UUID, title: str, ends_on: str, status: str = "pagar") -> UUID:
        values = {"title": title, "plan": str(plan), "ends_on": ends_on, "status": status, "phase": "test"}
        return workspace.records.add("implementation_activities", {**values, "responsible_function": "IT"})

    return add


def said(lines: list[AttentionLine]) -> list[tuple[str, str]]:
    return [(line.kind, line.reason) for line in lines]


def test_a_plan_in_time_is_not_told_of(plan: Add, activity: Add, lines: Lines) -> None:
    key = plan()
    activity(key, "Prova", "2026-11-22")
    activity(key, "Tidigt", "2026-11-02", "klar")
    activity(key, "Bort", "2026-11-02", "avbruten")
    assert lines(TODAY, key) == []


def test_late_activities_are_one_line(plan: Add, activity: Add, lines: Lines) -> None:
    key = plan()
    activity(key, "Teckna avtal", "2026-11-13")
    (line,) = lines(TODAY, key)
    assert said([line]) == [("aktiviteter_forsenade", "Teckna avtal skulle ha varit klar fredag 13 november.")]
    assert (line.band, line.day, line.responsible) == (Band.FORSENAT, date(2026, 11, 13), "Projektledare")
    activity(key, "Klassa", "2026-11-06")
    (line,) = lines(TODAY, key)
    assert line.reason == ("2 aktiviteter är försenade. Äldst är Klassa, som skulle ha varit klar fredag 6 november.")


def test_a_decision_that_is_not_noted_is_told_the_day_after(plan: Add, lines: Lines) -> None:
    key = plan()
    assert lines(date(2026, 12, 18), key) == []
    (line,) = lines(date(2026, 12, 19), key)
    assert (line.kind, line.day, line.field) == ("beslutspunkt_passerad", date(2026, 12, 18), "phases")
    assert line.reason.startswith("BP6 Testet är godkänt skulle ha beslutats senast fredag 18 december")


@pytest.mark.parametrize(
    ("day", "values", "reason"),
    [
        ("2027-04-05", {}, ""),
        ("2027-04-06", {}, "Driftstarten är tisdag 1 juni, och en punkt av 2 i checklistan är kvar."),
        ("2027-06-02", {}, "Driftstarten var tisdag 1 juni, och en punkt av 2 i checklistan är kvar."),
        ("2027-05-20", {"checklist": []}, "Driftstarten är tisdag 1 juni, och checklistan är tom."),
        (
            "2027-05-20",
            {"checklist": [DONE]},
            "Driftstarten är tisdag 1 juni. Checklistan är klar, men planen är inte godkänd.",
        ),
        (
            "2027-05-20",
            {"kind": "avveckling", "checklist": [LEFT, {"point": "gallrat"}]},
            "Sista dagen är tisdag 1 juni, och 2 punkter av 2 i checklistan är kvar.",
        ),
    ],
)
def test_the_gate_is_told_of_before_driftstart(
    plan: Add, lines: Lines, day: str, values: dict[str, Any], reason: str
) -> None:
    key = plan(**{"phases": [], **values})
    found = lines(date.fromisoformat(day), key, "driftstart_nara")
    assert [line.reason for line in found] == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("kind", "lifecycle", "told"),
    [
        ("inforande", "inforande", "men systemet är inte satt i drift i registret."),
        ("avveckling", "under_avveckling", "men systemet är inte avvecklat i registret."),
        ("inforande", "i_drift", ""),
        ("byte", "under_avveckling", ""),
        ("avveckling", "avvecklad", ""),
    ],
)
def test_what_is_approved_is_also_to_be_done(plan: Add, lines: Lines, kind: str, lifecycle: str, told: str) -> None:
    key = plan(lifecycle, kind=kind, status="godkand", checklist=[DONE], go_live_on="2026-11-20")
    found = said(lines(TODAY, key))
    assert [(name, reason.endswith(told)) for name, reason in found] == (
        [("godkand_inte_i_drift", True)] if told else []
    )
    assert lines(date(2026, 11, 19), key) == []


def test_a_plan_that_nobody_touches_is_told_of(workspace: Workspace, plan: Add, activity: Add, lines: Lines) -> None:
    key = plan(phases=[])
    assert lines(date(2027, 1, 21), key) == []
    (line,) = lines(date(2027, 1, 22), key)
    assert line.kind == "plan_star_stilla"
    assert line.reason.startswith("Inget har ändrats i planen sedan söndag 22 november")
    activity(key, "Prova", "2027-01-15")
    assert [line.kind for line in lines(date(2027, 1, 22), key)] == ["aktiviteter_forsenade"]


@pytest.mark.parametrize("status", ["avslutad", "avbruten"])
def test_a_plan_that_is_over_is_left_alone(plan: Add, activity: Add, lines: Lines, status: str) -> None:
    key = plan(status=status, checklist=[DONE])
    activity(key, "Prova", "2026-11-02")
    assert lines(date(2027, 6, 2), key) == []


@pytest.mark.parametrize(
    "kind",
    ["aktiviteter_forsenade", "beslutspunkt_passerad", "driftstart_nara", "godkand_inte_i_drift", "plan_star_stilla"],
)
def test_many_of_one_kind_have_words(kind: str) -> None:
    assert words_of_kind("implementations", kind)
