"""What the tests of acts share: a case of an agreement in force, from what is said of it."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.registers.agreement_rows import OptionRow
from itadmin.domain.registers.agreements import Agreement
from itadmin.services.acting import Case

DAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def case() -> Callable[..., Case]:
    """A case on 22 November 2026; days may be given as text, options as (months, taken)."""

    def make(**values: Any) -> Case:
        tied = {name: values.pop(name) for name in ("replaced", "replaced_by", "below") if name in values}
        day = date.fromisoformat(values.pop("day", DAY.isoformat()))
        values = {"id": UUID(int=7), "title": "Supportavtal Lifecare", "status": "gallande", **values}
        for name in ("starts_on", "first_term_ends_on", "notice_given_on", "signed_on"):
            if isinstance(values.get(name), str):
                values[name] = date.fromisoformat(values[name])
        values["options"] = tuple(OptionRow(months=months, taken=taken) for months, taken in values.get("options", ()))
        return Case(Agreement(**values), day, **tied)

    return make
