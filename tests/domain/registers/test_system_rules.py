"""A system's own rules, and that a classification is kept when another takes its place."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.registers.system_rules import criticality, keep_classification
from itadmin.domain.registers.systems import REGISTER, System
from itadmin.domain.validation import check

DAY = date(2026, 11, 22)
BEFORE = date(2025, 3, 1)


def found(**values: Any) -> list[str]:
    return [problem.field for problem in check(REGISTER, System(name="Lifecare", **values))]


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"longest_outage_hours": 8, "rto_hours": 9}, ["rto_hours"]),
        ({"longest_outage_hours": 8, "rto_hours": 8}, []),
        ({"rto_hours": 9}, []),
        ({"backup_interval_hours": 25, "rpo_hours": 24}, ["backup_interval_hours"]),
        ({"backup_interval_hours": 24, "rpo_hours": 24}, []),
        ({"backup_interval_hours": 24}, []),
        ({"availability": "3", "criticality": "medel"}, ["criticality_reason"]),
        ({"availability": "3", "criticality": "medel", "criticality_reason": "Reservrutin finns."}, []),
        ({"availability": "3", "criticality": "hog"}, []),
        ({"criticality": "hog"}, []),
        ({"third_country": True}, ["third_country_basis"]),
        ({"third_country": True, "third_country_basis": "USA, standardavtalsklausuler"}, []),
        ({"third_country": False}, []),
    ],
)
def test_what_does_not_hang_together_is_remarked_on(values: dict[str, Any], fields: list[str]) -> None:
    assert found(**values) == fields


def test_the_decided_criticality_holds_over_the_suggested() -> None:
    assert criticality(System(availability="3")) == "hog"
    assert criticality(System(availability="3", criticality="lag")) == "lag"


def changed(before: System, **values: Any) -> System:
    record: dict[str, Any] = {name: getattr(before, name) for name in REGISTER.fields if name not in REGISTER.computed}
    return keep_classification(before, System(**{**record, **values}), DAY)


CLASSED = System(
    name="Lifecare", confidentiality="3", integrity="2", availability="2", traceability="1", classified_on=BEFORE,
    classified_by="Informationsägaren", classification_reason="Socialtjänst",
)  # fmt: skip


def test_a_first_classification_says_its_own_day_or_none() -> None:
    after = changed(System(name="Lifecare"), confidentiality="3")
    assert (after.classified_on, after.earlier_classifications) == (None, ())
    after = changed(System(name="Lifecare"), confidentiality="3", classified_on=BEFORE)
    assert after.classified_on == BEFORE


def test_what_another_replaces_is_kept_newest_first() -> None:
    after = changed(CLASSED, confidentiality="2")
    (earlier,) = after.earlier_classifications
    assert (after.classified_on, earlier.classified_on, earlier.confidentiality) == (DAY, BEFORE, "3")
    assert (earlier.classified_by, earlier.reason, earlier.traceability) == ("Informationsägaren", "Socialtjänst", "1")
    again = changed(after, availability="4", classified_on=date(2026, 12, 1))
    assert [row.classified_on for row in again.earlier_classifications] == [DAY, BEFORE]


@pytest.mark.parametrize(
    "values",
    [{"name": "Annat"}, {"classified_on": DAY}, {"classified_by": "Någon"}, {"confidentiality": "3"}],
)
def test_what_changes_no_level_keeps_nothing(values: dict[str, Any]) -> None:
    assert changed(CLASSED, **values).earlier_classifications == ()


def test_a_correction_on_the_same_day_and_a_suggestion_are_not_kept() -> None:
    today = changed(CLASSED, confidentiality="2")
    assert len(changed(today, confidentiality="1").earlier_classifications) == 1
    suggested = System(name="Lifecare", confidentiality="3", integrity="3")
    after = changed(suggested, confidentiality="2")
    assert (after.classified_on, after.earlier_classifications) == (None, ())


def test_an_emptied_classification_is_left_as_it_is() -> None:
    emptied = changed(CLASSED, confidentiality="", integrity="", availability="", traceability="")
    assert (emptied.classified_on, emptied.earlier_classifications) == (BEFORE, ())


@given(st.lists(st.tuples(st.sampled_from(["", "0", "1", "2", "3", "4"]), st.dates(BEFORE, DAY)), max_size=8))
def test_no_classification_with_a_day_is_ever_lost(changes: list[tuple[str, date]]) -> None:
    system, seen = CLASSED, {("3", BEFORE)}
    for level, day in changes:
        record = {name: getattr(system, name) for name in REGISTER.fields if name not in REGISTER.computed}
        system = keep_classification(system, System(**{**record, "confidentiality": level}), day)
        seen.add((system.confidentiality, system.classified_on or day))
    kept = {(row.confidentiality, row.classified_on) for row in system.earlier_classifications}
    kept.add((system.confidentiality, system.classified_on))
    days = {day for _level, day in seen}
    assert {day for _level, day in kept} >= days - {day for _level, day in changes} - {system.classified_on}
