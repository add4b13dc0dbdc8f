"""What must be learnt again, by how many and when first."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from itadmin.domain.calculations.lacking import SOON
from itadmin.services.training.repetition import Repetition, repetitions

TODAY = date(2026, 11, 22)
BEFORE_LONG = TODAY + SOON


def test_what_has_gone_out_and_what_soon_does_is_told_by_module(region: Any) -> None:
    module = region.module(valid_months=12)
    region.module("Gäller alltid")
    for name, day in (("Anna Ek", "2025-11-01"), ("Bo Al", "2025-12-24"), ("Cia Dahl", "2026-06-01")):
        region.done(region.person(name), module=module, completed_on=day)
    region.person("Har aldrig gjort det")
    region.adopt()
    found = repetitions(region.workspace.reading(TODAY))
    expected = Repetition(module, "Grundkurs", "Lifecare", soon=1, overdue=1, first=date(2026, 11, 1))
    assert (found, found[0].people) == ([expected], 2)


@pytest.mark.parametrize(("day", "people"), [(BEFORE_LONG, 1), (BEFORE_LONG + timedelta(days=1), 0)])
def test_how_far_ahead_is_before_long(region: Any, day: date, people: int) -> None:
    module = region.module(valid_months=12)
    region.done(region.person(), module=module, completed_on=day.replace(year=day.year - 1).isoformat())
    region.adopt()
    assert sum(each.people for each in repetitions(region.workspace.reading(TODAY))) == people


def test_who_has_done_it_anew_need_not(region: Any) -> None:
    module, person = region.module(valid_months=12), region.person()
    for day in ("2024-01-01", "2026-11-01"):
        region.done(person, module=module, completed_on=day)
    region.adopt()
    assert repetitions(region.workspace.reading(TODAY)) == []


def test_nothing_is_repeated_where_all_holds_for_ever(region: Any) -> None:
    region.done(region.person(), module=region.module(), completed_on="2001-01-01")
    region.adopt()
    assert repetitions(region.workspace.reading(TODAY)) == []
