"""What the overview of the region tells: rows by area, and parts that are gathered when they are asked for."""

from __future__ import annotations

from typing import Any

import pytest

from itadmin.services.samverkan.ends import ends_of
from itadmin.services.samverkan.heard import heard_of
from itadmin.services.samverkan.overview import region_overview
from itadmin.services.samverkan.seen import region_seen
from itadmin.services.samverkan.trend import trend_of


def test_rows_come_by_area_and_name_those_without_area_last(region: Any) -> None:
    for name, area in (("A", None), ("Ö", "Vård"), ("B", "Vård"), ("C", "Äldre"), ("D", "Skola")):
        region.system(name, product=name, area=area)
    seen = region_seen(region.reading, region.matrix())
    assert [row.name for row in seen.matrix.rows] == ["D", "B", "Ö", "C", "A"]


def test_parts_are_of_the_matrix_and_gathered_once(region: Any) -> None:
    system = region.system()
    region.level(system, "1460", 2, starts_on="2020-01-01")
    region.agreement(system, starts_on="2024-01-01", first_term_months=48)
    reading, matrix = region.reading, region.matrix()
    seen = region_seen(reading, matrix)
    assert (seen.overview, seen.ends) == (region_overview(reading, matrix), ends_of(reading, matrix))
    assert (seen.trend, seen.heard) == (trend_of(reading, matrix), heard_of(reading, matrix))
    assert seen.ends is seen.ends


def test_what_is_not_asked_for_is_not_read(region: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    region.system()
    reading, matrix = region.reading, region.matrix()
    monkeypatch.setattr(reading.file, "reading", None)
    assert len(region_seen(reading, matrix).matrix.rows) == 1
