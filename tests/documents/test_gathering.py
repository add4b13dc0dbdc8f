"""Values as papers show them, and what may stand in an open one."""

from typing import Any

import pytest

from itadmin.documents.gathering import label, may_be_printed, number_of, shown
from itadmin.domain.registers.agreement_rows import BackupRow
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.registers.systems import System


@pytest.mark.parametrize(
    ("record", "field", "text"),
    [
        (System(hosting="saas"), "hosting", "Molntjänst"),
        (System(), "hosting", ""),
        (System(personal_data=False), "personal_data", "Nej"),
        (System(annual_cost=12_345_600), "annual_cost", "123\u00a0456\u00a0kr per år"),
        (BackupRow(kind="full", retention_days=35), "retention_days", "35\u00a0dygn"),
        (Agreement(service_class="2"), "service_class", "2 Verksamhetskritisk"),
    ],
)
def test_values_as_people_read_them(record: Any, field: str, text: str) -> None:
    assert shown(record, field) == text


def test_a_field_is_called_by_its_label() -> None:
    assert label(System(), "hosting") == "Driftform"


@pytest.mark.parametrize(
    ("record", "field", "openly"),
    [
        (System(), "database", False),
        (System(), "name", True),
        (BackupRow(), "place", False),
        (BackupRow(), "kind", True),
    ],
)
def test_what_stays_in_the_register_is_left_out_of_open_papers(record: Any, field: str, openly: bool) -> None:
    assert may_be_printed(record, field, "oppen") is openly
    assert may_be_printed(record, field, "") is openly
    assert may_be_printed(record, field, "intern")
    assert may_be_printed(record, field, "sekretessprovas")


@pytest.mark.parametrize(
    ("number", "unconfirmed", "text"),
    [
        ("2120001488", None, "212000-1488"),
        ("2120001488", True, "212000-1488 (obekräftat)"),
        ("", True, ""),
        ("8507099805", None, "850709-****"),
        ("fel", None, "fel"),
    ],
)
def test_organisation_numbers(number: str, unconfirmed: bool | None, text: str) -> None:
    record = Organisation(organisation_number=number, organisation_number_unconfirmed=unconfirmed)
    assert number_of(record) == text
