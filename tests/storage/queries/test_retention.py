"""Rules that hold, and numbers for the work list, of own records alone."""

from datetime import date
from uuid import UUID

import pytest

from itadmin.services.workspace import Workspace
from itadmin.storage.queries.retention import LEFT, PARTICIPATIONS, numbers_overdue, rules

DAY = date(2026, 11, 22)


def add(workspace: Workspace, register: str, **values: object) -> UUID:
    return workspace.records.add(register, values)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ([], []),
        ([(LEFT, None)], []),
        ([(PARTICIPATIONS, 6), (LEFT, 12)], [(LEFT, 12), (PARTICIPATIONS, 6)]),
        ([(LEFT, 12), (LEFT, 24), (LEFT, None)], [(LEFT, 24)]),
    ],
)
def test_one_rule_of_each_kind_holds(
    workspace: Workspace, written: list[tuple[str, int | None]], expected: list[tuple[str, int]]
) -> None:
    for kind, months in written:
        add(workspace, "retention_rules", kind=kind, months=months)
    with workspace.file.reading() as connection:
        assert [(rule.kind, rule.months) for rule in rules(connection)] == expected


def test_how_much_is_to_go_by_rule(workspace: Workspace) -> None:
    rule = add(workspace, "retention_rules", kind=LEFT, months=12)
    add(workspace, "retention_rules", kind=PARTICIPATIONS, months=1200)
    for number, day in enumerate(("2024-01-31", "2025-11-21", "2025-11-22", "2026-11-21")):
        add(workspace, "people", name=f"Person {number}", left_on=day)
    add(workspace, "people", name="Gallrad", left_on="2020-01-31", anonymised_on="2021-01-31")
    add(workspace, "people", name="Kvar")
    with workspace.file.reading() as connection:
        assert numbers_overdue(connection, DAY) == {rule.bytes: (LEFT, 2)}
