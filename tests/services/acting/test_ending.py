"""Notice and the end of agreements: when it then ends, and what is worth knowing first."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.problems import KnownError
from itadmin.domain.registers.agreement_rules import term_state
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.record_rows import Attachment
from itadmin.services.acting import Case, Plan, end, give_notice, notice_state

Make = Callable[..., Case]

DAY = date(2026, 11, 22)
RENEWED = {"starts_on": "2025-06-01", "first_term_months": 24, "renewal_months": 12, "notice_months": 3}
OPEN = {"starts_on": "2020-01-01", "open_ended": True, "notice_months": 3}
TOO_LATE = "För sent för den löpande avtalstiden: sista dag för att avtalet skulle upphöra"
AHEAD = "Uppsägningen är daterad framåt och räknas från"
FILE = {"file_name": "uppsägning.pdf", "title": None, "size": 10, "added_on": "2026-11-22", "digest": "ab"}


def values_of(plan: Plan) -> dict[str, Any]:
    (edit,) = plan.edits
    return dict(edit.values)


@pytest.mark.parametrize(
    ("terms", "on", "outcome", "remarks"),
    [
        (RENEWED, "2026-11-22", "Avtalet upphör då 2027-05-31.", ()),
        (RENEWED, "2027-02-28", "Avtalet upphör då 2027-05-31.", (f"{AHEAD} 2027-02-28.",)),
        (
            {**RENEWED, "day": "2027-03-01"},
            "2027-03-01",
            "Avtalet upphör då 2028-05-31.",
            (f"{TOO_LATE} 2027-05-31 var 2027-02-28.",),
        ),
        (OPEN, "2026-11-22", "Avtalet upphör då 2027-02-22.", ()),
        ({**OPEN, "notice_to_month_end": True}, "2026-11-22", "Avtalet upphör då 2027-02-28.", ()),
        (
            {**RENEWED, "starts_on": "2027-01-01"},
            "2026-11-22",
            "Avtalet upphör då 2028-12-31.",
            ("Uppsägningen är daterad innan avtalet börjar gälla, 2027-01-01.",),
        ),
        (
            {"starts_on": "2025-06-01", "first_term_months": 24, "notice_months": 3},
            "2026-11-22",
            "Avtalet löper ut 2027-05-31 också utan uppsägning.",
            (),
        ),
    ],
)  # fmt: skip
def test_when_it_ends_and_what_to_know(
    case: Make, terms: dict[str, Any], on: str, outcome: str, remarks: tuple[str, ...]
) -> None:
    plan = give_notice(case(**terms), on=date.fromisoformat(on))
    assert (plan.outcome, plan.remarks) == (outcome, remarks)
    assert values_of(plan) == {"notice_given_on": on, "status": "uppsagt"}
    assert plan.title == "Sade upp Supportavtal Lifecare"


def test_the_notice_itself_can_be_attached_after_what_is_there(case: Make) -> None:
    kept = Attachment(file_name="avtal.pdf", purpose="paskrivet")
    plan = give_notice(case(**RENEWED, attachments=(kept,)), on=DAY, file=FILE)
    first, second = values_of(plan)["attachments"]
    assert (first["file_name"], first["purpose"]) == ("avtal.pdf", "paskrivet")
    assert second == {**FILE, "purpose": "uppsagning"}


def test_agreements_that_belong_to_it_are_not_touched(case: Make) -> None:
    below = Agreement(title="Tilläggsavtal drift")
    assert give_notice(case(**RENEWED, below=(below,)), on=DAY).remarks == (
        "Till avtalet hör Tilläggsavtal drift, som inte sägs upp av detta.",
    )
    (remark,) = give_notice(case(**RENEWED, below=(below, below)), on=DAY).remarks
    assert remark == "Till avtalet hör 2 avtal, som inte sägs upp av detta."


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        ({**RENEWED, "notice_given_on": "2026-10-01"}, "redan uppsagt, 2026-10-01"),
        ({**RENEWED, "notice_months": None}, "Uppsägningstiden saknas"),
        ({**OPEN, "notice_months": None}, "Uppsägningstiden saknas"),
        ({"first_term_ends_on": "2027-05-31"}, "löper ut 2027-05-31 av sig självt och behöver inte sägas upp"),
        ({"first_term_ends_on": "2026-05-31", "notice_months": 3}, "löpte ut 2026-05-31 och behöver inte sägas upp"),
        ({**RENEWED, "status": "utkast"}, "inte undertecknat än"),
        ({"starts_on": "2025-06-01"}, "Avtalstiden saknas"),
    ],
)
def test_what_cannot_be_given_notice_says_why(case: Make, terms: dict[str, Any], reason: str) -> None:
    with pytest.raises(KnownError) as refused:
        give_notice(case(**terms), on=DAY)
    assert reason in refused.value.sentence


@pytest.mark.parametrize("on", [date(1899, 12, 31), date.min])
def test_an_impossible_day_says_what_is_right(case: Make, on: date) -> None:
    with pytest.raises(KnownError, match="Året måste vara minst 1900"):
        give_notice(case(**OPEN), on=on)


def test_a_notice_beyond_the_calendar_is_no_crash(case: Make) -> None:
    with pytest.raises(KnownError, match="efter år 9999"):
        give_notice(case(**OPEN), on=date.max)


@given(
    starts_on=st.dates(date(2010, 1, 1), date(2026, 11, 1)),
    first=st.integers(1, 60),
    renewal=st.integers(1, 36),
    notice=st.integers(0, 24),
    on=st.dates(date(2026, 1, 1), date(2028, 12, 31)),
)
def test_what_is_previewed_is_what_comes(
    case: Make, starts_on: date, first: int, renewal: int, notice: int, on: date
) -> None:
    terms = {"starts_on": starts_on, "first_term_months": first, "renewal_months": renewal, "notice_months": notice}
    before = case(**terms)
    after = replace(before.agreement, notice_given_on=on, status="uppsagt")
    state = term_state(after, max(on, DAY))
    assert give_notice(before, on=on).outcome == f"Avtalet upphör då {state.ends_on}."
    assert notice_state(before, on) == state


def test_the_end_is_noted(case: Make) -> None:
    plan = end(case(first_term_ends_on="2026-05-31"))
    assert values_of(plan) == {"status": "upphort"}
    assert (plan.outcome, plan.remarks) == ("Avtalet får läget Upphört och bevakas inte längre.", ())


@pytest.mark.parametrize(
    ("terms", "remark"),
    [
        ({"first_term_ends_on": "2027-05-31"}, "Enligt villkoren gäller avtalet till och med 2027-05-31."),
        (RENEWED, "Enligt villkoren gäller avtalet tills det sägs upp, och det är inte uppsagt."),
        (OPEN, "Enligt villkoren gäller avtalet tills det sägs upp, och det är inte uppsagt."),
    ],
)
def test_ending_what_still_runs_is_remarked_on(case: Make, terms: dict[str, Any], remark: str) -> None:
    assert end(case(**terms)).remarks == (remark,)


@pytest.mark.parametrize("terms", [{"status": "utkast"}, {"status": "forhandling", **RENEWED}])
def test_a_draft_that_came_to_nothing_can_be_ended(case: Make, terms: dict[str, Any]) -> None:
    assert end(case(**terms)).remarks == ()


@pytest.mark.parametrize(
    ("follower", "status"),
    [
        ({"status": "gallande", "starts_on": date(2026, 11, 22)}, "ersatt"),
        ({"status": "gallande"}, "ersatt"),
        ({"status": "gallande", "starts_on": date(2026, 11, 23)}, "upphort"),
        ({"status": "utkast", "starts_on": date(2026, 1, 1)}, "upphort"),
    ],
)
def test_what_another_has_come_instead_of_is_replaced(case: Make, follower: dict[str, Any], status: str) -> None:
    plan = end(case(first_term_ends_on="2026-05-31", replaced_by=Agreement(title="Nytt", **follower)))
    assert values_of(plan) == {"status": status}


@pytest.mark.parametrize("status", ["upphort", "ersatt"])
def test_what_is_over_is_not_ended_again(case: Make, status: str) -> None:
    with pytest.raises(KnownError, match="redan avslutat"):
        end(case(status=status))
