"""How many live where: shipped figures, own ones before them, and which day all have."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.services.populations import Populations, populations_of
from itadmin.services.workspace import Workspace

FIVE = ("1438", "1439", "1460", "1461", "1492")
DAY, YEAR_END = date(2026, 11, 22), date(2024, 12, 31)
Add = Callable[..., UUID]


def test_the_figures_that_ship_are_known_by_day() -> None:
    figures = Populations().numbers_on(YEAR_END)
    assert sum(figures[code] for code in FIVE) == 41_016
    assert Populations().numbers_on(date(2024, 12, 30)) == Populations().numbers_on(None) == {}


@pytest.mark.parametrize(
    ("codes", "day", "newest"),
    [
        (FIVE, DAY, YEAR_END),
        (("1438",), date(2024, 12, 30), date(2015, 12, 31)),
        (("1438",), YEAR_END, YEAR_END),
        (("1765", "1785"), DAY, date(2023, 12, 31)),
        (("1438", "1785"), DAY, None),
        (("1460", "1785"), DAY, None),
        (("0180",), DAY, None),
        ((), DAY, None),
    ],
)
def test_the_newest_year_end_that_all_have_a_figure_for(codes: tuple[str, ...], day: date, newest: date | None) -> None:
    assert Populations().newest_common(codes, day) == newest


@pytest.mark.parametrize(
    ("codes", "reference", "day", "found"),
    [
        (FIVE, "", DAY, YEAR_END),
        (FIVE, "senaste_31_dec", DAY, YEAR_END),
        (FIVE, "sista_juni", DAY, date(2015, 6, 30)),
        (("1438", "1460"), "sista_juni", DAY, date(2017, 6, 30)),
        (FIVE, "forsta_nov", date(2027, 1, 1), date(2026, 11, 1)),
        (FIVE, "forsta_nov", date(1, 1, 1), date(1, 11, 1)),
        (FIVE, "fast_dag", DAY, date(2020, 2, 2)),
        ((*FIVE, "1785"), "", DAY, YEAR_END),
        (FIVE, "", date(1990, 1, 1), None),
    ],
)
def test_the_day_that_a_reference_says(codes: tuple[str, ...], reference: str, day: date, found: date | None) -> None:
    assert Populations().day_for(codes, reference, day, date(2020, 2, 2)) == found


def figure(add: Add, code: str, number: int | None, **more: Any) -> UUID:
    return add("populations", **{"municipality_code": code, "counted_on": "2024-12-31", "number": number, **more})


def test_an_own_figure_goes_before_a_shipped_one(workspace: Workspace, add: Add) -> None:
    figure(add, "1460", 9_100, source="Kommunen")
    figures = populations_of(workspace.reading()).on(YEAR_END)
    assert (figures["1460"].number, figures["1460"].source) == (9_100, "Kommunen")
    assert figures["1461"].number == 9_052


def test_a_final_figure_goes_before_a_preliminary_one_whatever_was_fetched_last(workspace: Workspace, add: Add) -> None:
    figure(add, "1460", 9_000, retrieved_on="2025-02-01")
    figure(add, "1460", 9_001, retrieved_on="2025-03-01")
    figure(add, "1460", 9_002, retrieved_on="2025-04-01", preliminary=True)
    assert populations_of(workspace.reading()).numbers_on(YEAR_END)["1460"] == 9_001


def test_what_says_no_number_and_what_is_in_the_bin_does_not_count(workspace: Workspace, add: Add) -> None:
    figure(add, "1460", None)
    workspace.records.delete("populations", [figure(add, "1461", 1)])
    figures = populations_of(workspace.reading()).numbers_on(YEAR_END)
    assert (figures["1460"], figures["1461"]) == (9_076, 9_052)


def test_the_newest_of_a_kommun_is_of_whatever_day(workspace: Workspace, add: Add) -> None:
    figure(add, "1460", 8_950, counted_on="2026-03-31")
    found = populations_of(workspace.reading()).newest("1460", DAY)
    assert found is not None
    assert (found.day, found.number) == (date(2026, 3, 31), 8_950)
    assert populations_of(workspace.reading()).newest("0180", DAY) is None
