"""How values of each kind are read under their heading."""

from datetime import date

import pytest

from itadmin.services.exporting.sheet import Cell, Kind, read_text


@pytest.mark.parametrize(("kind", "value", "text"), [
    ("text", "=1", "=1"),
    ("money", 1_234_50, "1\N{NBSP}234,50"),
    ("money", -100, "\N{MINUS SIGN}1,00"),
    ("percent", 28_16, "28,16\N{NBSP}%"),
    ("year", 2026, "2026"),
    ("whole", 7, "7"),
    ("day", date(2026, 3, 1), "2026-03-01"),
    ("day", "2026-03", "2026-03"),
    ("yes_no", True, "Ja"),
    ("money", None, ""),
    ("kronor", 1_234_50, "1\N{NBSP}235"),
    ("kronor", -1_234_50, "\N{MINUS SIGN}1\N{NBSP}235"),
    ("kronor", 1_234_49, "1\N{NBSP}234"),
    ("kronor", -49, "0"),
])  # fmt: skip
def test_values_are_read_as_people_write_them(kind: Kind, value: Cell, text: str) -> None:
    assert read_text(kind, value) == text
