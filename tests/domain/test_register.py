"""A register gives its fields by identifier."""

from datetime import date

import pytest

from itadmin.domain.fields import Computed
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.implementations import Implementation

LEFT = ("left_on", "anonymised_on")


def test_fields_are_those_of_the_record_in_its_order() -> None:
    register = REGISTERS["people"]
    assert list(register.fields) == ["name", "title", "organisation", "kind", "email", "phone", *LEFT, "note"]


@pytest.mark.parametrize(("kind", "is_expected"), [("driftavtal", True), ("", True), ("leasing", False)])
def test_some_kinds_may_do_without_a_field(kind: str, *, is_expected: bool) -> None:
    register, record = REGISTERS["agreements"], Agreement(kind=kind)
    assert register.expects(record, "systems") is is_expected
    assert not register.expects(record, "note")


def test_computed_fields_are_told_apart() -> None:
    register = REGISTERS["agreements"]
    assert register.computed
    assert all(isinstance(field, Computed) for field in register.computed.values())
    assert not REGISTERS["people"].computed


@pytest.mark.parametrize(("left_on", "is_expected"), [(None, True), (date(2026, 3, 31), False)])
def test_nothing_more_is_expected_of_what_is_of_the_past(left_on: date | None, *, is_expected: bool) -> None:
    register = REGISTERS["people"]
    assert register.expects(register.record(left_on=left_on), "email") is is_expected


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("inforande", "Driftstart"),
        ("byte", "Driftstart"),
        ("avveckling", "Sista dag"),
        ("", "Driftstart eller sista dag"),
    ],
)
def test_a_field_is_called_what_it_is_on_records_of_a_kind(kind: str, label: str) -> None:
    register = REGISTERS["implementations"]
    assert register.label_of(Implementation(kind=kind), "go_live_on") == label
    assert register.label_of(Implementation(), "system") == "System"
