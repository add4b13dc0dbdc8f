"""What a kostnadsfördelning is called where it already is said what it is."""

from __future__ import annotations

import pytest

from itadmin.services.allocations.naming import without_name


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Kostnadsfördelning Drift 2027", "Drift 2027"),
        ("Kostnadsfördelning: Drift", "Drift"),
        ("Kostnadsfördelning", "Kostnadsfördelning"),
        ("Drift 2027", "Drift 2027"),
    ],
)
def test_it_is_named_once(label: str, told: str) -> None:
    assert without_name(label) == told
