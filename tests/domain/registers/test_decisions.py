"""Beslut: what follows when one is written down, carried out or opened again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from itadmin.domain.registers.decisions import REGISTER, Decision
from itadmin.domain.validation import check

DAY, BEFORE = date(2026, 11, 22), date(2026, 11, 1)


def settled(before: Decision, after: Decision) -> Decision:
    assert REGISTER.settle is not None
    found: Decision = REGISTER.settle(before, after, DAY)
    return found


@pytest.mark.parametrize(
    ("kind", "status", "expected"),
    [("beslut", "", "oppet"), ("remiss", "", "oppet"), ("information", "", ""), ("beslut", "utgar", "utgar")],
)
def test_what_is_to_be_carried_out_begins_open(kind: str, status: str, expected: str) -> None:
    assert settled(Decision(), Decision(title="A", kind=kind, status=status)).status == expected


def test_what_is_done_was_so_today_unless_another_day_is_said() -> None:
    opened = Decision(title="A", kind="beslut", status="oppet")
    assert settled(opened, replace(opened, status="klart")).done_on == DAY
    assert settled(opened, replace(opened, status="klart", done_on=BEFORE)).done_on == BEFORE


def test_what_is_opened_again_is_not_done() -> None:
    done = Decision(title="A", kind="beslut", status="klart", done_on=BEFORE)
    assert settled(done, replace(done, status="oppet")).done_on is None


@pytest.mark.parametrize("field", ["due", "done_on"])
def test_nothing_is_due_or_done_before_it_was_decided(field: str) -> None:
    values: dict[str, Any] = {"decided_on": DAY, field: BEFORE}
    decision = Decision(title="A", **values)
    assert [problem.field for problem in check(REGISTER, decision)] == [field]
