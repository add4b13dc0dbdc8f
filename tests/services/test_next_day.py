"""The next day that something is due of a system."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.systems import System
from itadmin.services.next_day import DueDay, next_due
from itadmin.services.reading import Read

DAY = date(2026, 11, 22)
SOON, LATER, PAST = date(2026, 12, 1), date(2027, 2, 28), date(2026, 1, 1)


def read(record: Any) -> Read:
    return Read(record, "", {}, {}, placeholder=False)


@pytest.mark.parametrize(
    ("system", "agreements", "due"),
    [
        ({}, [], None),
        ({"next_review_on": LATER}, [], DueDay(LATER, "granskning")),
        ({"next_review_on": PAST}, [], None),
        ({"next_review_on": DAY}, [], DueDay(DAY, "granskning")),
        ({"classification_valid_until": SOON}, [], DueDay(SOON, "klassningen gäller till och med")),
        (
            {"next_review_on": LATER},
            [{"next_notice_day": SOON, "ends_on": PAST}],
            DueDay(SOON, "sista dag att säga upp Supportavtal"),
        ),
        ({}, [{"ends_on": LATER}], DueDay(LATER, "Supportavtal löper ut")),
        ({}, [{"ends_on": LATER, "status": "upphort"}], None),
        (
            {},
            [{"ends_on": LATER}, {"ends_on": SOON, "title": "Drift"}],
            DueDay(SOON, "Drift löper ut"),
        ),
    ],
)
def test_the_first_day_to_come(system: dict[str, Any], agreements: list[dict[str, Any]], due: DueDay | None) -> None:
    found = [read(replace(Agreement(title="Supportavtal"), **values)) for values in agreements]
    assert next_due(read(replace(System(), **system)), found, DAY) == due
