from datetime import UTC, datetime
from typing import Any

import pytest

from itadmin.documents.content import Bar, Cell, Column, DataTable, Logotype, NumberedList, Paper, Profile

MOMENT = datetime(2026, 11, 22, tzinfo=UTC)


def paper(**parts: Any) -> Paper:
    return Paper(**({"title": "T", "created": MOMENT, "profile": Profile("K"), "body": ()} | parts))


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: paper(title="  "), "title"),
        (lambda: paper(created=MOMENT.replace(tzinfo=None)), "time zone"),
        (lambda: DataTable((), ()), "at least one column"),
        (lambda: DataTable((Column("A"),), (("a", "b"),)), "one cell per column"),
        (lambda: DataTable((Column("A", weight=0),), ()), "greater than zero"),
        (lambda: Cell("x", 6), "level"),
        (lambda: Cell("x", -1), "level"),
        (lambda: Bar("x", -0.1, "x"), "zero or more"),
        (lambda: Bar("x", float("nan"), "x"), "zero or more"),
        (lambda: Bar("x", float("inf"), "x"), "zero or more"),
        (lambda: NumberedList((), start=-1), "below zero"),
        (lambda: Logotype(" ", 1, 1, ()), "text alternative"),
        (lambda: Logotype("Vapen", 0, 1, ()), "size"),
    ],
)
def test_what_could_not_be_printed_cannot_be_made(make: Any, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        make()


def test_equal_papers_are_equal() -> None:
    assert paper() == paper()
    assert hash(paper()) == hash(paper())
