"""Letting an agreement go on: days that follow from the terms, and a history of what was agreed when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.problems import KnownError
from itadmin.domain.record import typed_value
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.agreement_rows import OptionRow
from itadmin.domain.registers.agreement_rules import check_terms, term_state
from itadmin.domain.registers.agreements import Agreement
from itadmin.services.acting import Case, Plan, decline_option, let_renew, renew, take_option

Make = Callable[..., Case]

FIXED = {"starts_on": "2025-01-01", "first_term_months": 24}
RENEWED = {**FIXED, "renewal_months": 12, "notice_months": 3}


def values_of(plan: Plan) -> dict[str, Any]:
    (edit,) = plan.edits
    return dict(edit.values)


def written(case: Case, plan: Plan) -> Agreement:
    """The agreement as it is when the plan is carried out."""
    fields = REGISTERS["agreements"].fields
    changed = {name: typed_value(fields[name], value) for name, value in values_of(plan).items()}
    return replace(case.agreement, **changed)


@pytest.mark.parametrize(
    ("terms", "months", "options", "outcome"),
    [
        (FIXED, 12, [(12, True)], "Avtalet löper då till och med 2027-12-31 och upphör sedan utan uppsägning."),
        (
            {"first_term_ends_on": "2027-02-28"},
            6,
            [(6, True)],
            "Avtalet löper då till och med 2027-08-31 och upphör sedan utan uppsägning.",
        ),
        (
            {**FIXED, "options": [(12, True)]},
            1,
            [(12, True), (1, True)],
            "Avtalet löper då till och med 2028-01-31 och upphör sedan utan uppsägning.",
        ),
        (
            {**FIXED, "options": [(12, True), (12, False), (6, None)]},
            24,
            [(12, True), (24, True), (12, False), (6, None)],
            "Avtalet löper då till och med 2029-12-31 och upphör sedan utan uppsägning.",
        ),
    ],
)
def test_an_agreed_prolongation_is_an_option_that_is_taken(
    case: Make, terms: dict[str, Any], months: int, options: list[tuple[int, bool | None]], outcome: str
) -> None:
    plan = renew(case(**terms), months=months)
    assert plan.outcome == outcome
    assert [(row["months"], row["taken"]) for row in values_of(plan)["options"]] == options
    assert values_of(plan).keys() == {"options"}


def test_the_first_term_stands_as_it_was_agreed(case: Make) -> None:
    before = case(**FIXED)
    after = written(before, renew(before, months=12))
    assert (after.starts_on, after.first_term_months, after.first_term_ends_on) == (date(2025, 1, 1), 24, None)


def test_one_that_has_run_out_is_in_force_again(case: Make) -> None:
    ended = case(starts_on="2024-01-01", first_term_months=24, status="upphort")
    plan = renew(ended, months=24)
    assert values_of(plan)["status"] == "gallande"
    assert plan.outcome.startswith("Avtalet löper då till och med 2027-12-31")
    too_little = renew(ended, months=2)
    assert "status" not in values_of(too_little)
    assert too_little.outcome == "Avtalet löpte då till och med 2026-02-28 och är ändå slut."


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        ({"open_ended": True, "starts_on": "2020-01-01", "notice_months": 3}, "gäller tills vidare och behöver inte"),
        (RENEWED, "förlängs av sig självt, 12 månader i taget. Låt det förlängas"),
        ({**FIXED, "options": [(12, None)]}, "Option 1 är inte beslutad. Utnyttja den"),
        ({**RENEWED, "notice_given_on": "2026-09-01"}, "redan uppsagt, 2026-09-01. Töm Uppsagt den"),
        ({**RENEWED, "notice_given_on": "2026-12-01"}, "redan uppsagt, 2026-12-01"),
        ({**FIXED, "status": "utkast"}, "inte undertecknat än"),
        ({**FIXED, "status": "ersatt"}, "är ersatt"),
        ({**FIXED, "status": "upphort"}, "är avslutat"),
        ({}, "Avtalstiden saknas"),
        ({"starts_on": "2027-01-01", "first_term_ends_on": "2026-01-01"}, "ligger före startdagen"),
    ],
)
def test_what_cannot_be_prolonged_says_why(case: Make, terms: dict[str, Any], reason: str) -> None:
    with pytest.raises(KnownError) as refused:
        renew(case(**terms), months=12)
    assert reason in refused.value.sentence


@pytest.mark.parametrize("months", [0, -3, 1201, 10**9])
def test_a_prolongation_out_of_bounds_says_what_is_right(case: Make, months: int) -> None:
    with pytest.raises(KnownError, match=r"mellan 1 och 1.200 månader"):
        renew(case(**FIXED), months=months)


@given(
    starts_on=st.dates(date(2015, 1, 1), date(2026, 11, 22)),
    first=st.integers(1, 120),
    taken=st.lists(st.integers(1, 36), max_size=3),
    months=st.integers(1, 120),
)
def test_what_is_previewed_is_what_comes(
    case: Make, starts_on: date, first: int, taken: list[int], months: int
) -> None:
    before = case(starts_on=starts_on, first_term_months=first, options=[(length, True) for length in taken])
    plan = renew(before, months=months)
    after = written(before, plan)
    assert not [problem for problem in check_terms(after) if problem.severity == "fel"]
    state = term_state(after, before.day)
    assert f"till och med {state.ends_on}" in plan.outcome
    whole = replace(before.agreement, first_term_months=first + sum(taken) + months, options=())
    assert state.ends_on == term_state(whole, before.day).ends_on


def test_the_option_whose_turn_it_is_is_taken_or_not(case: Make) -> None:
    before = case(**FIXED, options=[(12, True), (12, None), (6, None)])
    plan = take_option(before)
    assert [row["taken"] for row in values_of(plan)["options"]] == [True, True, None]
    assert plan.title == "Utnyttjade option 2 i Supportavtal Lifecare"
    assert plan.outcome == "Avtalet löper då till och med 2028-12-31. Sedan återstår option 3."
    plan = decline_option(before)
    assert [row["taken"] for row in values_of(plan)["options"]] == [True, False, None]
    assert plan.outcome == "Avtalet löper då ut 2027-12-31."


def test_what_is_to_be_decided_next_has_its_day(case: Make) -> None:
    before = case(**FIXED)
    rows = (OptionRow(months=12), OptionRow(months=6, decision_day=date(2027, 6, 30)))
    plan = take_option(replace(before, agreement=replace(before.agreement, options=rows)))
    assert plan.outcome.endswith("Sedan återstår option 2, som ska beslutas senast 2027-06-30.")


def test_rows_that_say_nothing_are_not_counted(case: Make) -> None:
    before = case(**FIXED)
    rows = (OptionRow(), OptionRow(months=12))
    plan = take_option(replace(before, agreement=replace(before.agreement, options=rows)))
    assert [row["taken"] for row in values_of(plan)["options"]] == [None, True]


def test_an_option_decided_late_is_remarked_on_and_the_agreement_in_force_again(case: Make) -> None:
    ended = case(starts_on="2024-01-01", first_term_months=24, status="upphort")
    rows = (OptionRow(months=12, decision_day=date(2025, 6, 30)),)
    late = replace(ended, agreement=replace(ended.agreement, options=rows))
    plan = take_option(late)
    assert plan.remarks == ("Optionen skulle ha beslutats senast 2025-06-30. Kontrollera att motparten godtar den.",)
    assert values_of(plan)["status"] == "gallande"
    assert decline_option(late).outcome == "Avtalet löpte då ut 2025-12-31."
    assert "status" not in values_of(decline_option(late))


@pytest.mark.parametrize("terms", [FIXED, {**FIXED, "options": [(12, True)]}, {**FIXED, "options": [(12, False)]}])
def test_without_an_option_there_is_nothing_to_decide(case: Make, terms: dict[str, Any]) -> None:
    for act in (take_option, decline_option):
        with pytest.raises(KnownError, match="ingen option"):
            act(case(**terms))


@pytest.mark.parametrize(
    ("terms", "occasion", "outcome"),
    [
        (
            {"starts_on": "2025-06-01", "first_term_months": 24, "renewal_months": 12, "notice_months": 3},
            "2027-02-28",
            "Avtalet löper då till och med 2028-05-31; nästa dag att säga upp blir 2028-02-29.",
        ),
        (
            RENEWED,
            "2027-09-30",
            "Avtalet löper då till och med 2028-12-31; nästa dag att säga upp blir 2028-09-30.",
        ),
    ],
)
def test_a_renewal_that_may_come_is_a_mark_on_that_day(
    case: Make, terms: dict[str, Any], occasion: str, outcome: str
) -> None:
    plan = let_renew(case(**terms))
    assert plan.outcome == f"{outcome} Du påminns inte mer om dagen {occasion}."
    values = values_of(plan)
    assert (values["verdict"], values["register"], values["occasion"]) == ("hanterad", "agreements", occasion)
    assert values["record"] == "00000000-0000-0000-0000-000000000007"


@pytest.mark.parametrize(
    ("terms", "reason"),
    [(FIXED, "förlängs inte av sig självt"), ({**FIXED, "renewal_months": 12}, "Uppsägningstiden saknas")],
)
def test_what_does_not_renew_itself_says_why(case: Make, terms: dict[str, Any], reason: str) -> None:
    with pytest.raises(KnownError, match=reason):
        let_renew(case(**terms))


def test_a_renewal_beyond_the_calendar_is_no_crash(case: Make) -> None:
    with pytest.raises(KnownError, match="efter år 9999"):
        let_renew(case(starts_on="9990-01-01", first_term_months=114, renewal_months=12, notice_months=1))
