"""What a kostnadsfördelning says that a year costs."""

from __future__ import annotations

from datetime import date

import pytest

from itadmin.domain.registers.allocations import Allocation
from itadmin.services.allocations.standing import cost_of_year, is_of_years


@pytest.mark.parametrize(
    ("amount", "starts", "ends", "of_year", "is_long"),
    [
        (300, None, None, 300, False),
        (None, date(2027, 1, 1), date(2029, 12, 31), None, False),
        (300, date(2027, 1, 1), date(2027, 12, 31), 300, False),
        (300, date(2027, 7, 1), date(2030, 6, 30), 100, True),
        (300, date(2027, 1, 1), date(2028, 6, 30), 200, True),
        (300, date(2027, 7, 1), date(2027, 12, 31), None, False),
        (300, date(2024, 2, 29), date(2025, 2, 27), 300, False),
    ],
)
def test_a_year_of_it(
    amount: int | None, starts: date | None, ends: date | None, of_year: int | None, is_long: bool
) -> None:
    allocation = Allocation(amount=amount, period_starts=starts, period_ends=ends)
    assert (cost_of_year(allocation), is_of_years(allocation)) == (of_year, is_long)
