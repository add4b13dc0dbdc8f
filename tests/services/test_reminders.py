"""The reminders of one agreement: its own, its kind's or the usual ones, before the day that decides."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from itadmin.domain.calculations.notice_turns import Situation
from itadmin.domain.registers.agreements import Agreement
from itadmin.services.attention import work_list
from itadmin.services.reminders import Source, Steps, reminder_steps
from itadmin.services.workspace import Workspace

RENEWED = {
    "title": "Supportavtal",
    "kind": "supportavtal",
    "status": "gallande",
    "starts_on": "2024-06-01",
    "first_term_months": 36,
    "renewal_months": 12,
    "notice_months": 3,
}
"""The last day to give notice is 2027-02-28."""

Ask = Callable[[Mapping[str, Any]], Steps | None]


@pytest.fixture
def steps(workspace: Workspace) -> Ask:
    def asking(values: Mapping[str, Any]) -> Steps | None:
        record_id = workspace.records.add("agreements", {**RENEWED, **values})
        reading = workspace.reading()
        agreement = reading.one("agreements", record_id).record
        assert isinstance(agreement, Agreement)
        return reminder_steps(reading, agreement)

    return asking


def told(steps: Steps | None) -> list[tuple[str, str]]:
    assert steps is not None
    return [(step.words, step.day.isoformat()) for step in steps.steps]


def test_what_can_be_done_without_has_the_usual_steps(steps: Ask) -> None:
    found = steps({})
    assert found is not None
    assert (found.deciding, found.source, found.is_to_act) == (date(2027, 2, 28), Source.USUAL, True)
    assert told(found)[-1] == ("7 dagar", "2027-02-21")


@pytest.mark.parametrize(
    "important", [{"criticality": "kritisk"}, {"societally_critical": True}, {"availability": "4"}]
)
def test_what_the_kommun_cannot_be_without_is_told_of_eighteen_months_before(
    steps: Ask, workspace: Workspace, important: dict[str, Any]
) -> None:
    plain = workspace.records.add("systems", {"name": "Bokningen", "availability": "1"})
    system = workspace.records.add("systems", {"name": "Journalen", **important})
    assert steps({"systems": [str(plain)]}) == steps({})
    found = steps({"systems": [str(plain), str(system)]})
    assert found is not None
    assert found.source is Source.IMPORTANT
    assert told(found) == [
        ("18 månader", "2025-08-31"),
        ("12 månader", "2026-02-28"),
        ("6 månader", "2026-08-31"),
        ("3 månader", "2026-11-30"),
        ("1 månad", "2027-01-31"),
    ]


def test_a_critical_driftklass_is_enough(steps: Ask) -> None:
    found = steps({"kind": "driftavtal", "service_class": "1"})
    assert found is not None
    assert found.source is Source.IMPORTANT


def test_the_kinds_steps_go_before_the_usual_and_the_agreements_own_before_those(
    steps: Ask, workspace: Workspace
) -> None:
    workspace.records.add("lead_times", {"kind": "supportavtal", "reminders": [{"months": 9, "days": None}]})
    workspace.records.add("lead_times", {"kind": "licensavtal", "reminders": [{"months": 2, "days": None}]})
    of_kind, own = steps({}), steps({"reminders": [{"months": None, "days": 10}, {"months": 1, "days": 15}]})
    assert of_kind is not None
    assert own is not None
    assert (of_kind.source, told(of_kind)) == (Source.KIND, [("9 månader", "2026-05-31")])
    assert own.source is Source.OWN
    assert [words for words, _day in told(own)] == ["1 månad och 15 dagar", "10 dagar"]


def test_a_new_procurement_takes_its_months_before_the_first_step(steps: Ask) -> None:
    found = told(steps({"reminders": [{"months": 6, "days": None}], "procurement_months": 12}))
    assert found == [("18 månader", "2025-08-31"), ("6 månader", "2026-08-31")]


@pytest.mark.parametrize(
    ("values", "deciding", "situation", "is_to_act"),
    [
        ({"renewal_months": None, "notice_months": None}, date(2027, 5, 31), Situation.ENDS, False),
        (
            {"options": [{"months": 12, "decision_day": "2027-01-15", "taken": None}], "renewal_months": None},
            date(2027, 1, 15),
            Situation.OPTION,
            True,
        ),
        ({"first_term_months": 30}, date(2027, 8, 31), Situation.RENEWED, True),
    ],
)
def test_the_day_that_decides_is_the_one_that_the_work_list_tells_of(
    steps: Ask, values: dict[str, Any], deciding: date, situation: Situation, *, is_to_act: bool
) -> None:
    found = steps(values)
    assert found is not None
    assert (found.deciding, found.situation, found.is_to_act) == (deciding, situation, is_to_act)


@pytest.mark.parametrize(
    "values",
    [
        {"status": "utkast"},
        {"status": "upphort"},
        {"starts_on": None, "first_term_months": None},
        {"status": "uppsagt", "notice_given_on": "2026-11-01"},
        {"first_term_months": None, "renewal_months": None, "open_ended": True},
    ],
)
def test_where_no_day_decides_there_is_nothing_to_be_reminded_of(steps: Ask, values: dict[str, Any]) -> None:
    assert steps(values) is None


def test_the_steps_are_those_by_which_the_work_list_tells_of_it(steps: Ask, workspace: Workspace) -> None:
    found = steps({"reminders": [{"months": months, "days": None} for months in (6, 3, 1)]})
    (line,) = [line for line in work_list(workspace.reading()).lines if line.kind == "sista_uppsagningsdag"]
    assert found is not None
    assert line.day == found.deciding
    assert line.next_step == next(step.day for step in found.steps if step.day > workspace.reading().day)
