"""Field kinds are few, plain and small: what needs a condition is no field."""

import dataclasses
from typing import get_type_hints

import pytest

from itadmin.domain import fields
from itadmin.domain.fields import GROUP, LOCAL, LOCAL_PERSONAL, OPEN, PERSONAL, REGION, Exposure, Field

KINDS = [
    kind for kind in vars(fields).values() if isinstance(kind, type) and issubclass(kind, Field) and kind is not Field
]
MOST_ATTRIBUTES = 10


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_kind_has_a_handful_of_plain_attributes(kind: type[Field]) -> None:
    hints = get_type_hints(kind)
    assert len(dataclasses.fields(kind)) <= MOST_ATTRIBUTES
    assert set(hints.values()) <= {str, bool, int, Exposure, type, type[Field]}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_field_cannot_be_changed(kind: type[Field]) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        kind("Namn", LOCAL).label = "Annat"


def test_all_kinds_are_seen() -> None:
    assert {kind.__name__ for kind in KINDS} >= {"Text", "Money", "Reference", "References", "Held", "Rows", "Computed"}


@pytest.mark.parametrize(
    ("exposure", "share", "personal", "is_open"),
    [
        (LOCAL, "lokal", False, False),
        (GROUP, "grupp", False, False),
        (REGION, "region", False, False),
        (OPEN, "region", False, True),
        (PERSONAL, "region", True, False),
        (LOCAL_PERSONAL, "lokal", True, False),
        (Exposure(), "lokal", False, False),
    ],
)
def test_who_may_see_what(exposure: Exposure, share: str, personal: bool, is_open: bool) -> None:
    assert (exposure.share, exposure.personal, exposure.open) == (share, personal, is_open)
