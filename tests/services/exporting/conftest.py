"""What tests of files read back: a workbook with openpyxl, separated text with the standard library."""

import csv
import io
from collections.abc import Callable
from datetime import date
from typing import Any

import openpyxl
import pytest

from itadmin.services.exporting.sheet import Column, Sheet


@pytest.fixture
def opened() -> Callable[[bytes], Any]:
    """Open a workbook as a program would that takes formulas for formulas."""
    return lambda content: openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture
def parted() -> Callable[[bytes], list[list[str]]]:
    """The rows of separated text."""

    def rows(content: bytes) -> list[list[str]]:
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))

    return rows


@pytest.fixture
def kinds() -> Sheet:
    """A sheet with a value of each kind, and a row without any."""
    columns = (
        Column("Namn"),
        Column("Text", "long_text"),
        Column("Antal", "whole", unit="timmar"),
        Column("Kostnad", "money", unit="kr per år"),
        Column("Andel", "percent"),
        Column("Dag", "day"),
        Column("Finns", "yes_no"),
        Column("Id", fixed=True, quiet=True),
    )
    full = ("Ängslan", "ett\ntvå", 1200, 123450, 9950, date(2026, 11, 22), True, "abc")
    even = ("", None, 0, 14800000, 10000, "2019-03", False, "def")
    empty = ("Tom", *(None,) * 6, "ghi")
    return Sheet("System", columns, (full, even, empty))
