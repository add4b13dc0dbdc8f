"""What an utbildningsplan is worth on a day, and the words for why."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.training_plans import (
    ADOPTED,
    STATE_WORDS,
    PlanState,
    PlanTime,
    holds_until,
    judged,
    next_revision,
)
from itadmin.domain.calendar import months_from
from itadmin.domain.values import LISTS

TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Case:
    plan: PlanTime | None
    state: PlanState
    reason: str = ""
    version: str = ""


def in_force(adopted: str = "2026-03-01", version: str = "", **days: date) -> PlanTime:
    return PlanTime("faststalld", date.fromisoformat(adopted), system_version=version, **days)


CASES = {
    "no plan": Case(None, PlanState.MISSING),
    "a draft": Case(PlanTime("utkast"), PlanState.DRAFT),
    "a plan without a state": Case(PlanTime(""), PlanState.DRAFT),
    "a circulated one": Case(PlanTime("remiss"), PlanState.DRAFT, "på remiss"),
    "an old draft": Case(PlanTime("utkast", revise_by=date(2020, 1, 1)), PlanState.DRAFT),
    "adopted": Case(in_force(), PlanState.ADOPTED),
    "adopted a year ago today": Case(in_force("2025-11-22"), PlanState.ADOPTED),
    "adopted a year and a day ago": Case(
        in_force("2025-11-21"), PlanState.OUTDATED, "fastställd för mer än 12 månader sedan"
    ),
    "adopted on no day": Case(PlanTime("faststalld"), PlanState.OUTDATED, "fastställd utan dag"),
    "to be revised today": Case(in_force(revise_by=TODAY), PlanState.ADOPTED),
    "revised too late": Case(
        in_force(revise_by=date(2026, 11, 21)),
        PlanState.OUTDATED,
        "skulle ha reviderats senast den 21 november 2026",
    ),
    "old and revised too late": Case(
        in_force("2025-01-01", revise_by=date(2026, 1, 1)),
        PlanState.OUTDATED,
        "fastställd för mer än 12 månader sedan",
    ),
    "valid until yesterday": Case(
        in_force(valid_until=date(2026, 11, 21)), PlanState.OUTDATED, "gällde till och med den 21 november 2026"
    ),
    "said to be out of use": Case(PlanTime("inaktuell", date(2026, 3, 1)), PlanState.OUTDATED, "satt som inaktuell"),
    "replaced": Case(PlanTime("ersatt", date(2026, 3, 1)), PlanState.OUTDATED, "ersatt av en nyare version"),
    "same main version": Case(in_force(version="5.0"), PlanState.ADOPTED, version="5.3"),
    "new main version": Case(
        in_force(version="4.9"),
        PlanState.OUTDATED,
        "systemet har ny huvudversion 5 (planen gäller 4)",
        version="5.0",
    ),
    "unknown main version": Case(in_force(version="4.9"), PlanState.ADOPTED, version="molntjänst"),
    "a draft and a new main version": Case(PlanTime("utkast", system_version="4"), PlanState.DRAFT, version="5"),
    "one that begins today": Case(in_force(starts_on=TODAY), PlanState.ADOPTED),
    "one that begins tomorrow": Case(
        in_force(starts_on=date(2026, 11, 23)), PlanState.COMING, "fastställd, och gäller från den 23 november 2026"
    ),
    "one that begins later and is out of date": Case(
        in_force("2025-01-01", starts_on=date(2027, 1, 1)),
        PlanState.OUTDATED,
        "fastställd för mer än 12 månader sedan",
    ),
    "two reasons": Case(
        in_force("2025-01-01", version="4"),
        PlanState.OUTDATED,
        "fastställd för mer än 12 månader sedan, systemet har ny huvudversion 5 (planen gäller 4)",
        version="5",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_a_plan_is_worth(case: Case) -> None:
    assert judged(case.plan, case.version, TODAY) == (case.state, case.reason)


def test_every_state_has_a_word_of_its_own() -> None:
    assert list(STATE_WORDS) == list(PlanState)
    assert len(set(STATE_WORDS.values())) == len(PlanState)


days = st.none() | st.dates(date(2020, 1, 1), date(2030, 12, 31))
plans = st.builds(
    PlanTime,
    st.sampled_from(["", *LISTS["planstatus"]]),
    days,
    days,
    days,
    st.sampled_from(["", "4", "4.1", "5"]),
    starts_on=days,
)


@given(plans, st.sampled_from(["", "4.2", "5"]), st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(0, 4000))
def test_a_plan_never_gets_better_by_waiting(plan: PlanTime, version: str, day: date, wait: int) -> None:
    if judged(plan, version, day).state is PlanState.OUTDATED:
        assert judged(plan, version, day + timedelta(days=wait)).state is PlanState.OUTDATED


@given(plans, st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_an_adopted_plan_holds_through_its_last_day(plan: PlanTime, day: date) -> None:
    last = holds_until(plan)
    if plan.status == ADOPTED[0] and plan.adopted_on and last is not None:
        holds = judged(plan, "", day).state in (PlanState.ADOPTED, PlanState.COMING)
        assert holds == (day <= last)


@given(plans, st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_a_plan_is_to_come_only_before_its_first_day(plan: PlanTime, day: date) -> None:
    found = judged(plan, "", day).state
    if found in (PlanState.ADOPTED, PlanState.COMING):
        assert (found is PlanState.COMING) == (plan.starts_on is not None and plan.starts_on > day)


@given(plans, st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_what_is_outdated_says_why_and_what_is_adopted_does_not(plan: PlanTime, day: date) -> None:
    found = judged(plan, "5", day)
    told = found.state in (PlanState.OUTDATED, PlanState.COMING)
    assert bool(found.reason) == (told or plan.status == "remiss")


def test_a_plan_is_to_be_looked_over_twelve_months_after_it_was_adopted() -> None:
    assert next_revision(date(2028, 2, 29)) == date(2029, 2, 28) == months_from(date(2028, 2, 29), 12)
