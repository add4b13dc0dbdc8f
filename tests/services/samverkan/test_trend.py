"""Levels over time: of a row with its kommuner, and of the region year by year."""

from __future__ import annotations

from datetime import date
from typing import Any

from itadmin.domain.calculations.region_levels import Step
from itadmin.domain.identifiers import municipality_id
from itadmin.services.samverkan.trend import history_of, trend_of


def test_the_history_of_a_row(region: Any) -> None:
    own, theirs = region.system(), region.system(code="1461")
    region.level(own, "1460", 1, starts_on="2018-01-01", ends_on="2021-12-31")
    region.level(own, "1460", 3, starts_on="2022-01-01", target_level="5", target_on="2028")
    region.level(own, "1461", 2, by="1460", starts_on="2019-01-01")
    region.level(theirs, "1461", 3, starts_on="2023-01-01")
    region.level(theirs, "1461", 4, starts_on="2027-01-01")
    matrix = region.matrix()
    found = history_of(region.reading, matrix, matrix.rows[0])
    assert found.joint == (
        Step("2018-01-01", 0),
        Step("2019-01-01", 1),
        Step("2022-01-01", 2),
        Step("2023-01-01", 3),
    )
    assert found.by_kommun == {
        municipality_id("1460").bytes: (Step("2018-01-01", 1), Step("2022-01-01", 3)),
        municipality_id("1461").bytes: (Step("2019-01-01", 2), Step("2023-01-01", 3)),
    }
    assert (found.target, found.target_on) == (5, "2028")


def test_a_row_without_levels_has_no_history(region: Any) -> None:
    region.system()
    matrix = region.matrix()
    found = history_of(region.reading, matrix, matrix.rows[0])
    assert (found.joint, found.by_kommun, found.target, found.target_on) == ((), {}, 0, "")


def test_the_trend_counts_systems_by_level_at_the_end_of_each_year_and_today(region: Any) -> None:
    one, other = region.system("A", product="A"), region.system("B", product="B")
    for code in ("1460", "1461"):
        region.level(one, code, 2, by="1460", starts_on="2024-06-01", ends_on="2026-06-30")
        region.level(one, code, 4, by="1460", starts_on="2026-07-01")
        region.level(other, code, 1, by="1460", starts_on="2025-01-01")
    points = trend_of(region.reading, region.matrix())
    assert [(point.day, point.systems) for point in points] == [
        (date(2024, 12, 31), (0, 0, 1, 0, 0, 0)),
        (date(2025, 12, 31), (0, 1, 1, 0, 0, 0)),
        (date(2026, 11, 22), (0, 1, 0, 0, 1, 0)),
    ]
    assert [(point.known, point.mean) for point in points] == [(1, 2.0), (2, 1.5), (2, 2.5)]


def test_without_a_dated_level_there_is_no_trend(region: Any) -> None:
    system = region.system()
    region.level(system, "1460", 2)
    region.level(system, "1461", 2, by="1460", starts_on="2026-11-23")
    assert trend_of(region.reading, region.matrix()) == ()
