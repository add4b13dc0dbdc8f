"""Lines about what must be learnt again, and about tillfällen that something is wrong with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.attention import Act, AttentionLine, Band
from itadmin.services.workspace import Workspace

TODAY = date(2026, 11, 22)
Lines = Callable[..., list[AttentionLine]]
Add = Callable[..., UUID]


@pytest.fixture
def add(workspace: Workspace) -> Add:
    def added(register: str, **values: Any) -> UUID:
        plain = {name: str(value) if isinstance(value, UUID) else value for name, value in values.items()}
        return workspace.records.add(register, plain)

    return added


@pytest.fixture
def module(workspace: Workspace, add: Add) -> UUID:
    """A moment of an adopted plan that holds for a year and is demanded of end users of Lifecare."""
    system = add("systems", name="Lifecare", lifecycle="i_drift")
    add("roles", system=system, kind="systemansvarig", person=add("people", name="Kim Berg"))
    plan = add("training_plans", title="Plan", kind="system", system=system)
    rows = [{"audience": "slutanvandare", "demand": "obligatorisk"}]
    found = add("training_modules", title="Grundkurs", plan=plan, valid_months=12, demands=rows)
    workspace.records.save("training_plans", plan, {"status": "faststalld", "adopted_on": "2026-06-01"})
    return found


@pytest.fixture
def done(workspace: Workspace, add: Add, module: UUID) -> Callable[[str, str], None]:
    """Somebody is an end user and has done the moment on a day."""
    system = workspace.reading().named("systems", "Lifecare")

    def by(name: str, day: str) -> None:
        person = add("people", name=name)
        add("audience_members", person=person, system=system, audience="slutanvandare")
        add("training_participations", person=person, module=module, status="genomford", completed_on=day)

    return by


@pytest.mark.parametrize(
    ("days", "reason", "band"),
    [
        (["2025-12-01"], "1 person behöver repetera momentet senast tisdag 1 december.", Band.INOM_30_DAGAR),
        (
            ["2026-02-01", "2026-01-31"],
            "2 personer behöver repetera momentet senast söndag 31 januari.",
            Band.INOM_6_MANADER,
        ),
        (["2025-09-01"], "1 person skulle ha repeterat momentet, den första senast tisdag 1 september.", Band.FORSENAT),
        (
            ["2025-09-01", "2025-12-01", "2025-12-02"],
            "3 personer behöver repetera momentet, och 1 av dem skulle redan ha gjort det.",
            Band.FORSENAT,
        ),
    ],
)
def test_a_moment_that_must_be_done_again_is_one_line(
    lines: Lines, module: UUID, done: Callable[[str, str], None], days: list[str], reason: str, band: Band
) -> None:
    for number, day in enumerate(days):
        done(f"Person {number}", day)
    (line,) = lines(TODAY, module)
    assert (line.kind, line.register, line.record) == ("repetition_snart", "training_modules", "Lifecare – Grundkurs")
    assert (line.reason, line.band, line.act, line.responsible) == (reason, band, Act.WHO_LACKS, "Kim Berg")


def test_nothing_is_said_of_what_holds_for_long_yet(
    lines: Lines, module: UUID, done: Callable[[str, str], None]
) -> None:
    done("Anna Ek", "2026-11-01")
    assert lines(TODAY, module) == []


@pytest.mark.parametrize(
    ("values", "kind", "day", "band"),
    [
        ({"starts_on": "2026-12-01", "meeting_link": None}, "snart_utan_plats", date(2026, 12, 1), Band.INOM_30_DAGAR),
        ({"starts_on": "2026-11-02", "ends_on": "2026-11-03"}, "forbi_men_planerat", date(2026, 11, 3), Band.FORSENAT),
    ],
)
def test_what_is_wrong_with_a_session_is_to_be_seen_to_by_its_day(
    lines: Lines, add: Add, values: dict[str, Any], kind: str, day: date, band: Band
) -> None:
    usual = {"title": "Kurs", "status": "oppet", "teacher_name": "Bo Al", "meeting_link": "https://mote.exempel.se"}
    session = add("training_sessions", **{**usual, **values})
    (line,) = lines(TODAY, session)
    assert (line.kind, line.day, line.band) == (kind, day, band)
