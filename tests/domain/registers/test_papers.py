"""A handling that nobody is to sign has nothing to tell of signing."""

from datetime import date
from typing import Any

import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.papers import IssuedPaper

PAPERS = REGISTERS["papers"]


@pytest.mark.parametrize(
    ("values", "asked"),
    [
        ({"status": "fardig"}, False),
        ({"status": "for_underskrift"}, True),
        ({"status": "paskrivet"}, True),
        ({"status": ""}, True),
        ({"status": "ersatt"}, False),
        ({"status": "ersatt", "signed_on": date(2026, 11, 22)}, True),
    ],
)
def test_signing_is_told_of_where_somebody_signs(values: dict[str, Any], asked: bool) -> None:
    paper: Any = IssuedPaper(number="2026-0001", **values)
    assert ("underskrift" in [section.key for section in PAPERS.sections_of(paper)]) is asked
