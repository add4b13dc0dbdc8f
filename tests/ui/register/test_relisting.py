"""Which changes make a list be read anew."""

from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.registers import REGISTERS
from itadmin.ui.register.relisting import changes_filtered, changes_order

ONE = UUID(int=1)


def changed(register: str, before: Any, after: Any) -> ChangeSet:
    return ChangeSet("Ändrade", (Change(register, ONE, before, after),))


@pytest.mark.parametrize(
    ("changes", "sort", "expected"),
    [
        (changed("systems", None, {"name": "Vklass"}), "", True),
        (changed("systems", {"name": "Vklass"}, None), "", True),
        (changed("systems", {"deleted": False}, {"deleted": True}), "", True),
        (changed("systems", {"name": "Vklass"}, {"name": "Edlevo"}), "", True),
        (changed("systems", {"area": None}, {"area": "Skola"}), "area", True),
        (changed("systems", {"area": None}, {"area": "Skola"}), "", False),
        (changed("people", None, {"name": "Eva"}), "", False),
        (ChangeSet("Inget", ()), "", False),
    ],
)
def test_what_comes_goes_or_moves_is_listed_anew(changes: ChangeSet, sort: str, expected: bool) -> None:
    assert changes_order(changes, REGISTERS["systems"], sort) is expected


@pytest.mark.parametrize(("register", "expected"), [("systems", True), ("roles", True), ("agreements", False)])
def test_conditions_look_at_the_record_and_at_who_holds_its_roles(register: str, expected: bool) -> None:
    changes = changed(register, {"note": None}, {"note": "x"})
    assert changes_filtered(changes, REGISTERS["systems"]) is expected
