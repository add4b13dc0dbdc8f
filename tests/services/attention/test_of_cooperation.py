"""Samverkansärenden and beslut in the work list: who has not decided, late steps, and what is to be carried out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.attention import Act, AttentionLine, Band
from itadmin.domain.identifiers import municipality_id
from itadmin.services.kind_words import words_of_kind
from itadmin.services.reading import ListQuery
from itadmin.services.workspace import Workspace

Lines = Callable[..., list[AttentionLine]]
TODAY = date(2026, 11, 22)


@pytest.fixture
def case(workspace: Workspace) -> UUID:
    """A case that Kim coordinates, of which nothing is missing."""
    records = workspace.records
    codes = ("1460", "1438", "1461")
    return records.add("cooperation_cases", {
        "title": "Gemensam drift", "status": "utredning", "host": str(municipality_id("1460")), "purpose": "Drift.",
        "participants": [str(municipality_id(code)) for code in codes],
        "coordinator": str(records.add("people", {"name": "Kim Berg", "email": "kim@bengtsfors.example"})),
    })  # fmt: skip


@pytest.fixture
def stance(workspace: Workspace, case: UUID) -> Callable[..., UUID]:
    def add(code: str, **values: Any) -> UUID:
        about = {"case": str(case), "municipality": str(municipality_id(code)), "stance": "ej_svarat"}
        return workspace.records.add("cooperation_stances", {**about, **values})

    return add


def said(lines: list[AttentionLine]) -> list[tuple[str, str]]:
    return [(line.kind, line.reason) for line in lines]


@pytest.mark.parametrize(
    ("decide_by", "reason"),
    [
        ("2026-12-23", ""),
        ("2026-12-22", "Beslut ska komma senast tisdag 22 december."),
        ("2026-11-21", "Beslut skulle ha kommit senast lördag 21 november."),
    ],
)
def test_those_who_have_not_decided_are_named_a_month_before(
    case: UUID, stance: Any, lines: Lines, decide_by: str, reason: str
) -> None:
    stance("1438", decide_by=decide_by)
    stance("1461", decide_by=decide_by, stance="avvaktar")
    stance("1460", decide_by=decide_by, stance="med")
    told = f"Dals-Eds kommun och Melleruds kommun har inte tagit ställning. {reason}"
    assert said(lines(TODAY, case)) == ([("stallningstagande_vantar", told)] if reason else [])


def test_the_newest_word_of_a_kommun_counts(case: UUID, stance: Any, lines: Lines) -> None:
    stance("1438", stance="med", decided_on="2026-11-02", decide_by="2026-11-20")
    stance("1438", stance="avvaktar", decided_on="2026-11-01", decide_by="2026-11-20")
    assert lines(TODAY, case) == []


def test_the_one_who_coordinates_answers_for_it(case: UUID, stance: Any, lines: Lines) -> None:
    stance("1438", decide_by="2026-11-01")
    (line,) = lines(TODAY, case)
    assert (line.responsible, line.day, line.band) == ("Kim Berg", date(2026, 11, 1), Band.FORSENAT)


@pytest.mark.parametrize("status", ["avslutat", "avbrutet"])
def test_nothing_is_told_of_a_case_that_is_over(
    workspace: Workspace, case: UUID, stance: Any, lines: Lines, status: str
) -> None:
    stance("1438", decide_by="2026-11-01")
    workspace.records.save("cooperation_cases", case, {"status": status})
    assert lines(TODAY, case) == []


def test_steps_that_are_late_are_counted(workspace: Workspace, case: UUID, lines: Lines) -> None:
    steps = [
        {"step": "Kartlägg", "planned_on": "2026-10"},
        {"step": "Besluta", "planned_on": "2026-11-21"},
        {"step": "Börja", "planned_on": "2026-09", "done_on": "2026-09-30"},
        {"step": "Inför", "planned_on": "2026-11"},
        {"step": "Följ upp"},
    ]
    workspace.records.save("cooperation_cases", case, {"timetable": steps})
    reason = "”Kartlägg” och 1 till skulle ha varit klart senast lördag 31 oktober."
    assert said(lines(TODAY, case)) == [("arendesteg_forsenat", reason)]


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"due": "2026-12-23"}, ""),
        ({"due": "2026-12-22"}, "Beslutet ska vara verkställt senast tisdag 22 december."),
        ({"due": "2026-11-21"}, "Beslutet skulle ha varit verkställt senast lördag 21 november."),
        ({"due": "2026-11-21", "status": "klart"}, ""),
        ({"due": "2026-11-21", "status": "utgar"}, ""),
    ],
)
def test_a_beslut_is_told_until_it_is_carried_out(
    workspace: Workspace, lines: Lines, values: dict[str, str], reason: str
) -> None:
    usual = {"title": "Gemensam krav", "kind": "beslut", "forum": "IT-chefsgruppen", "decided_on": "2026-10-01"}
    more = {"text": "Kraven tas fram.", "responsible_function": "IT-chef"}
    key = workspace.records.add("decisions", {**usual, **more, **values})
    found = lines(TODAY, key)
    assert said(found) == ([("beslut_att_verkstalla", reason)] if reason else [])
    assert [line.responsible for line in found] == (["IT-chef"] if reason else [])


def test_the_own_kommun_is_told_that_it_should_have_decided(stance: Any, workspace: Workspace) -> None:
    late = stance("1460", decide_by="2026-11-21")
    stance("1438", decide_by="2026-11-21")
    stance("1460", decide_by="2026-11-22")
    assert workspace.reading().keys("cooperation_stances", ListQuery(findings=("eget_beslut_vantar",))) == [late]


@pytest.mark.parametrize(("status", "starts", "told"), [("utkast", "2026-11-22", 1), (None, "2026-11-23", 0)])
def test_a_period_that_has_begun_wants_its_cost_adopted(
    workspace: Workspace, status: str | None, starts: str, told: int
) -> None:
    workspace.records.add("allocations", {"title": "Drift", "status": status, "period_starts": starts})
    assert len(workspace.reading().keys("allocations", ListQuery(findings=("fordelning_ej_faststalld",)))) == told


ASKS = "Färgelanda kommun väntar på besked från er kommun."


def asked(lines: Lines, case: UUID) -> list[str]:
    return [line.reason for line in lines(TODAY, case, "eget_besked_saknas")]


@pytest.mark.parametrize(
    ("decide_by", "reason"),
    [
        (None, ASKS),
        ("2026-11-21", f"{ASKS} Svaret skulle ha kommit senast lördag 21 november."),
        ("2027-05-04", f"{ASKS} Svaret ska komma senast tisdag 4 maj."),
    ],
)
def test_a_neighbours_case_waits_for_the_own_answer(
    case: UUID, stance: Any, lines: Lines, received: Callable[..., UUID], decide_by: str | None, reason: str
) -> None:
    """What the neighbour has noted of the own kommun is no answer, but its day is by when it wants one."""
    assert asked(lines, case) == []
    received("cooperation_stances", stance("1460", stance="med", decide_by=decide_by))
    received("cooperation_cases", case)
    assert asked(lines, case) == [reason]
    (line,) = lines(TODAY, case)
    assert (line.record, line.act, line.responsible) == ("Gemensam drift", Act.ANSWER, "")
    assert str(line.day) == str(decide_by)


@pytest.mark.parametrize(
    ("own", "waits"), [("ej_svarat", True), ("avvaktar", False), ("med", False), ("avstar", False)]
)
def test_a_neighbours_case_waits_until_it_is_answered(
    case: UUID, stance: Any, lines: Lines, received: Callable[..., UUID], own: str, *, waits: bool
) -> None:
    received("cooperation_cases", case)
    stance("1438", stance="med")
    assert asked(lines, case) == [ASKS]
    stance("1460", stance=own)
    assert bool(asked(lines, case)) is waits


@pytest.mark.parametrize(
    "values", [{"status": "avslutat"}, {"status": "avbrutet"}, {"participants": [str(municipality_id("1438"))]}]
)
def test_a_neighbours_case_that_is_over_or_of_others_asks_nothing(
    workspace: Workspace, case: UUID, lines: Lines, received: Callable[..., UUID], values: dict[str, Any]
) -> None:
    workspace.records.save("cooperation_cases", case, values)
    received("cooperation_cases", case)
    assert lines(TODAY, case) == []


def test_the_own_day_comes_before_the_neighbours(
    case: UUID, stance: Any, lines: Lines, received: Callable[..., UUID]
) -> None:
    received("cooperation_stances", stance("1460", decide_by="2026-12-01"))
    received("cooperation_cases", case)
    stance("1460", decide_by="2026-12-20")
    assert [line.day for line in lines(TODAY, case)] == [date(2026, 12, 20)]


@pytest.mark.parametrize(
    "kind", ["stallningstagande_vantar", "eget_besked_saknas", "arendesteg_forsenat", "beslut_att_verkstalla"]
)
def test_each_kind_has_words_for_many(kind: str) -> None:
    assert words_of_kind("cooperation_cases", kind)
