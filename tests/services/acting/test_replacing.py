"""A new agreement instead of an old one, and agreements that come back signed."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.problems import KnownError
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.record_rows import Attachment
from itadmin.services.acting import Case, register_signed, replace_with_new

Make = Callable[..., Case]

DAY = date(2026, 11, 22)
FIXED = {"starts_on": "2025-01-01", "first_term_months": 24}
FILE = {"file_name": "avtal.pdf", "title": None, "size": 10, "added_on": "2026-11-22", "digest": "ab"}
OLD = UUID(int=9)


def test_the_new_one_is_a_draft_with_the_same_terms_from_the_day_after(case: Make) -> None:
    old = case(
        **FIXED, number="A-2025-001", registry_number="KS 2025/1", signed_on="2024-12-01", annual_price=100,
        options=[(12, False)], attachments=(Attachment(file_name="avtal.pdf"),),
        procurement_registry_number="KS 2024/9",
    )  # fmt: skip
    plan = replace_with_new(old, number="A-2027-001")
    (edit,) = plan.edits
    assert (edit.register, edit.record_id) == ("agreements", None)
    wanted = {
        "title": "Supportavtal Lifecare 2027", "number": "A-2027-001", "status": "utkast", "version": "1.0",
        "replaces": str(old.agreement.id), "starts_on": "2027-01-01", "first_term_months": 24, "annual_price": 100,
        "registry_number": None, "signed_on": None, "options": [], "attachments": [],
        "procurement_registry_number": None,
    }  # fmt: skip
    assert {name: edit.values[name] for name in wanted} == wanted
    assert plan.title == "La upp Supportavtal Lifecare 2027, som ersätter Supportavtal Lifecare"
    assert plan.outcome == (
        "Ett utkast läggs upp, Supportavtal Lifecare 2027, som gäller från 2027-01-01 med samma villkor. "
        "Det gamla avtalet gäller tills det nya har börjat."
    )
    assert plan.remarks == ()


@pytest.mark.parametrize(
    ("title", "terms", "new"),
    [
        ("Supportavtal 2025", FIXED, "Supportavtal 2027"),
        ("2025", FIXED, "2025 2027"),
        ("Supportavtal", {}, "Supportavtal (nytt)"),
        ("Supportavtal", {"open_ended": True, "starts_on": "2020-01-01", "notice_months": 3}, "Supportavtal 2027"),
    ],
)
def test_one_sees_by_the_name_which_is_which(case: Make, title: str, terms: dict[str, Any], new: str) -> None:
    (edit,) = replace_with_new(case(title=title, **terms)).edits
    assert edit.values["title"] == new


@pytest.mark.parametrize(
    ("terms", "remarks"),
    [
        (
            {**FIXED, "renewal_months": 12, "notice_months": 3},
            ("Det gamla avtalet upphör inte av sig självt: säg upp det, senast 2027-09-30.",),
        ),
        (
            {"open_ended": True, "starts_on": "2020-01-01", "notice_months": 3},
            ("Det gamla avtalet upphör inte av sig självt: säg upp det.",),
        ),
        ({**FIXED, "renewal_months": 12, "notice_months": 3, "notice_given_on": "2026-08-01"}, ()),
    ],
)
def test_an_old_one_that_goes_on_by_itself_must_be_given_notice(
    case: Make, terms: dict[str, Any], remarks: tuple[str, ...]
) -> None:
    assert replace_with_new(case(**terms)).remarks == remarks


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"status": "utkast"}, "inte undertecknat än"),
        ({"status": "ersatt"}, "ersätts redan. "),
        ({"replaced_by": Agreement(title="Supportavtal 2027")}, "ersätts redan av Supportavtal 2027"),
    ],
)
def test_what_cannot_be_replaced_says_why(case: Make, values: dict[str, Any], reason: str) -> None:
    with pytest.raises(KnownError) as refused:
        replace_with_new(case(**FIXED, **values))
    assert reason in refused.value.sentence


@pytest.mark.parametrize("status", ["", "utkast", "forhandling", "invantar_underskrift"])
def test_a_signed_agreement_is_in_force(case: Make, status: str) -> None:
    plan = register_signed(case(**FIXED, status=status), signed_on=DAY, file=FILE)
    (edit,) = plan.edits
    attached = [{**FILE, "purpose": "paskrivet"}]
    assert edit.values == {"signed_on": "2026-11-22", "status": "gallande", "attachments": attached}
    assert (plan.outcome, plan.remarks) == ("Avtalet får läget Gällande.", ())


@pytest.mark.parametrize("status", ["gallande", "uppsagt", "upphort", "ersatt"])
def test_a_file_that_comes_late_leaves_the_state_alone(case: Make, status: str) -> None:
    plan = register_signed(case(**FIXED, status=status), signed_on=date(2024, 12, 1))
    (edit,) = plan.edits
    assert edit.values == {"signed_on": "2024-12-01"}
    assert plan.outcome == "Avtalet står som undertecknat 2024-12-01."
    assert plan.remarks == ("Ingen påskriven fil är bifogad.",)


def test_a_signed_file_that_is_there_already_is_enough(case: Make) -> None:
    kept = (Attachment(file_name="avtal.pdf", purpose="paskrivet"),)
    assert register_signed(case(**FIXED, attachments=kept), signed_on=DAY).remarks == ()


def test_nobody_has_signed_tomorrow(case: Make) -> None:
    with pytest.raises(KnownError, match="ligger i framtiden"):
        register_signed(case(**FIXED), signed_on=date(2026, 11, 23))


@pytest.mark.parametrize("starts_on", [None, "2026-11-22", "2020-01-01"])
def test_the_old_one_is_replaced_when_the_new_has_begun(case: Make, starts_on: str | None) -> None:
    old = Agreement(id=OLD, title="Gamla avtalet", status="gallande")
    plan = register_signed(case(status="utkast", starts_on=starts_on, replaced=old), signed_on=DAY, file=FILE)
    assert [(edit.record_id, edit.values.get("status")) for edit in plan.edits] == [
        (UUID(int=7), "gallande"), (OLD, "ersatt"),
    ]  # fmt: skip
    assert plan.outcome == "Avtalet får läget Gällande. Gamla avtalet får läget Ersatt."


@pytest.mark.parametrize("status", ["uppsagt", "upphort"])
def test_a_new_one_that_is_on_its_way_out_replaces_nothing(case: Make, status: str) -> None:
    old = Agreement(id=OLD, title="Gamla avtalet", status="gallande")
    plan = register_signed(case(status=status, replaced=old), signed_on=DAY, file=FILE)
    assert [edit.record_id for edit in plan.edits] == [UUID(int=7)]


def test_the_old_one_holds_until_the_new_begins(case: Make) -> None:
    old = Agreement(id=OLD, title="Gamla avtalet", status="gallande")
    plan = register_signed(case(status="utkast", starts_on="2027-01-01", replaced=old), signed_on=DAY, file=FILE)
    assert len(plan.edits) == 1
    assert plan.remarks == ("Gamla avtalet gäller tills det nya börjar 2027-01-01. Avsluta det då.",)
