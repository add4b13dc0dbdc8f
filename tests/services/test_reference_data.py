"""The facts that ship with the program."""

from datetime import date

import pytest

from itadmin.domain.identifiers import is_municipality_code, organisation_number_problem
from itadmin.services.reference_data import inhabitants_on, municipalities, newest_common_year_end, populations


def test_municipalities_are_known_by_code_name_and_number() -> None:
    known = municipalities()
    codes = [item.code for item in known]
    assert codes == sorted(set(codes))
    assert {"1438", "1439", "1460", "1461", "1492"} <= set(codes)
    for item in known:
        assert is_municipality_code(item.code)
        assert item.name.endswith("kommun")
        assert organisation_number_problem(item.organisation_number) is None
        assert len(item.organisation_number) == 10


def test_inhabitants_are_known_by_day() -> None:
    figures = inhabitants_on(date(2024, 12, 31))
    assert sum(figures.values()) == 41_016
    assert figures["1460"] == 9_076
    assert inhabitants_on(date(2024, 12, 30)) == {}
    assert all(item.number > 0 and item.source for item in populations())


@pytest.mark.parametrize(
    ("codes", "day", "newest"),
    [
        (("1438", "1439", "1460", "1461", "1492"), date(2026, 11, 22), date(2024, 12, 31)),
        (("1438",), date(2024, 12, 30), date(2015, 12, 31)),
        (("1438",), date(2024, 12, 31), date(2024, 12, 31)),
        (("1765", "1785"), date(2026, 11, 22), date(2023, 12, 31)),
        (("1438", "1785"), date(2026, 11, 22), None),
        (("0180",), date(2026, 11, 22), None),
        ((), date(2026, 11, 22), None),
    ],
)
def test_the_newest_year_end_that_all_have_a_figure_for(codes: tuple[str, ...], day: date, newest: date | None) -> None:
    assert newest_common_year_end(codes, day) == newest
