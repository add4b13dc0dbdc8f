"""Cells as their reader sees them."""

from datetime import date

import pytest

from itadmin.services.tables.table import Cell, Fault, Formula, Moment, Row, Sheet, cell_text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("text", "text"),
        (True, "ja"),
        (False, "nej"),
        (2019, "2019"),
        (2019.0, "2019"),
        (99.5, "99,5"),
        (1e21, "1000000000000000000000"),
        (0.000001, "0,000001"),
        (-3, "-3"),
        (Moment(date(2019, 3, 14)), "2019-03-14"),
        (Moment(date(2019, 3, 1), 7), "2019-03"),
        (Moment(date(2019, 1, 1), 4), "2019"),
        (Formula("=B2*3"), "=B2*3"),
        (Fault("#N/A"), "#N/A"),
    ],
)
def test_a_cell_is_read_as_it_is_seen(cell: Cell, text: str) -> None:
    assert cell_text(cell) == text


def test_a_row_is_empty_beyond_its_last_cell() -> None:
    row = Row(3, ("a", None, "c"))
    assert [row.cell(column) for column in range(5)] == ["a", None, "c", None, None]
    assert Sheet("", (row, Row(4, ("b",)))).width == 3
    assert Sheet("", ()).width == 0
