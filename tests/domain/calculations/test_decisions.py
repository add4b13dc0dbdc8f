"""When a beslut is asked about, and what is said of its day."""

from datetime import date

import pytest

from itadmin.domain.calculations.decisions import told_due

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("due", "told"),
    [
        (date(2026, 11, 21), "Beslutet skulle ha varit verkställt senast lördag 21 november."),
        (TODAY, "Beslutet ska vara verkställt senast söndag 22 november."),
        (date(2026, 12, 22), "Beslutet ska vara verkställt senast tisdag 22 december."),
        (date(2026, 12, 23), ""),
        (date.max, ""),
    ],
)
def test_a_decision_is_asked_about_from_thirty_days_before_its_day(due: date, told: str) -> None:
    assert told_due(due, TODAY) == told
