"""Days of systems that are near: what is told of which day, and what is not told yet or no longer."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.attention import Act, AttentionLine, Band
from itadmin.services.workspace import Workspace

Lines = Callable[..., list[AttentionLine]]
Add = Callable[..., UUID]
Expected = tuple[str | None, Band] | None

LATE, SOON, AHEAD, LATER = Band
IMPORTANT = {"availability": "3", "lifecycle": "i_drift", "operations_documentation": "finns"}

CASES: list[tuple[str, dict[str, Any], str, Expected]] = [
    ("granskning_snart", {"reviewed_on": "2026-01-15"}, "2026-07-14", None),
    ("granskning_snart", {"reviewed_on": "2026-01-15"}, "2026-07-15", ("2027-01-15", AHEAD)),
    ("granskning_snart", {"reviewed_on": "2026-01-15"}, "2027-01-15", ("2027-01-15", SOON)),
    ("granskning_snart", {"reviewed_on": "2026-01-15"}, "2027-01-16", None),
    ("granskning_snart", {"reviewed_on": None}, "2026-11-22", None),
    ("granskning_snart", {"reviewed_on": "2026-01-15", "lifecycle": "avvecklad"}, "2027-01-01", None),
    ("granskning_forsenad", {"reviewed_on": "2026-01-15"}, "2027-01-15", None),
    ("granskning_forsenad", {"reviewed_on": "2026-01-15"}, "2027-01-16", ("2027-01-15", LATE)),
    ("klassning_gar_ut", {"classified_on": "2026-01-15"}, "2026-12-20", ("2027-01-15", SOON)),
    ("klassning_gar_ut", {"classified_on": "2026-01-15"}, "2027-01-16", None),
    ("klassning_gar_ut", {"classification_valid_until": "2026-12-01"}, "2026-11-22", ("2026-12-01", SOON)),
    ("klassning_gar_ut", {"classified_on": None}, "2026-11-22", None),
    ("klassning_for_gammal", {"classified_on": "2026-01-15"}, "2027-01-16", ("2027-01-15", LATE)),
    ("klassning_for_gammal", {"classification_valid_until": "2026-11-20"}, "2026-11-22", ("2026-11-20", LATE)),
    ("aterlasning_ej_provad", IMPORTANT, "2026-11-22", (None, AHEAD)),
    ("aterlasning_ej_provad", {**IMPORTANT, "lifecycle": "planerad"}, "2026-11-22", None),
    ("aterlasning_ej_provad", {**IMPORTANT, "availability": "2"}, "2026-11-22", None),
    ("aterlasning_ej_provad", {**IMPORTANT, "restore_tested_on": "2026-02-10"}, "2027-01-09", None),
    ("aterlasning_ej_provad", {**IMPORTANT, "restore_tested_on": "2026-02-10"}, "2027-01-10", ("2027-02-10", AHEAD)),
    ("aterlasning_ej_provad", {**IMPORTANT, "restore_tested_on": "2026-02-10"}, "2027-02-11", ("2027-02-10", LATE)),
    ("planerad_avveckling", {"planned_retirement": "2027-03"}, "2026-09-29", None),
    ("planerad_avveckling", {"planned_retirement": "2027-03"}, "2026-10-01", ("2027-03-31", AHEAD)),
    ("planerad_avveckling", {"planned_retirement": "2027-03"}, "2027-04-01", ("2027-03-31", LATE)),
    ("planerad_avveckling", {"planned_retirement": "2026", "lifecycle": "avvecklad"}, "2027-04-01", None),
    ("stod_upphor_snart", {"support_ends": "2027"}, "2027-03-01", ("2027-12-31", LATER)),
    ("stod_upphort", {"support_ends": "2026-06"}, "2026-07-01", ("2026-06-30", LATE)),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "values", "day", "expected"), CASES)
def test_what_is_told_of_a_day(
    system: Add, lines: Lines, kind: str, values: dict[str, Any], day: str, expected: Expected
) -> None:
    found = lines(date.fromisoformat(day), system(**values), kind)
    assert [(line.day and line.day.isoformat(), line.band) for line in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("kind", "act"),
    [("granskning_snart", Act.REVIEW), ("klassning_gar_ut", Act.CLASSIFY), ("aterlasning_ej_provad", Act.FILL_IN)],
)
def test_what_is_done_about_it(system: Add, lines: Lines, kind: str, act: Act) -> None:
    record = system(**IMPORTANT, reviewed_on="2026-01-15", classified_on="2026-01-15")
    (line,) = lines(date(2026, 12, 1), record, kind)
    assert line.act is act


def test_a_whole_system_is_told_nothing_of(system: Add, lines: Lines) -> None:
    assert lines(date(2026, 11, 22), system()) == []


ROLE = {"kind": "systemagare", "function": "Socialchef", "starts_on": "2020-01-01"}


@pytest.mark.parametrize(
    ("roles", "day", "expected"),
    [
        ([{"ends_on": "2027-01-31"}], "2026-07-30", None),
        ([{"ends_on": "2027-01-31"}], "2026-08-01", ("2027-01-31", AHEAD)),
        ([{"ends_on": "2027-01-31"}], "2027-01-31", ("2027-01-31", SOON)),
        ([{"ends_on": "2027-01-31"}, {"starts_on": "2027-02-01"}], "2026-11-22", None),
        ([{"ends_on": "2027-01-31"}, {"starts_on": "2027-02-01", "ends_on": "2029-01-31"}], "2026-11-22", None),
        ([{"ends_on": None}], "2026-11-22", None),
        ([{"starts_on": "2027-01-01", "ends_on": "2027-02-01"}], "2026-11-22", None),
    ],
)
def test_a_role_that_ends_without_a_successor_is_told(
    workspace: Workspace, system: Add, lines: Lines, roles: list[dict[str, Any]], day: str, expected: Expected
) -> None:
    record = system(system_owner=None)
    for role in roles:
        workspace.records.add("roles", {**ROLE, "system": str(record), **role})
    found = lines(date.fromisoformat(day), record, "systemagare_slutar")
    assert [(line.day and line.day.isoformat(), line.band) for line in found] == ([expected] if expected else [])


def test_a_system_without_owner_says_since_when(workspace: Workspace, system: Add, lines: Lines) -> None:
    record, never, later = (system(name=name, system_owner=None) for name in ("Ale", "Ecos", "Ida"))
    workspace.records.add("roles", {**ROLE, "system": str(later), "starts_on": "2027-01-01", "ends_on": "2028-12-31"})
    workspace.records.add("roles", {**ROLE, "system": str(record), "ends_on": "2026-10-31"})
    told = {line.record_id: line for line in lines(date(2026, 11, 22), kind="utan_systemagare")}
    assert (told[record].day, told[record].occasion) == (date(2026, 10, 31), "2026-10-31")
    assert (told[never].day, told[never].occasion) == (told[later].day, told[later].occasion) == (None, "")
    assert [told[item].band for item in (record, never, later)] == [LATE, SOON, SOON]
