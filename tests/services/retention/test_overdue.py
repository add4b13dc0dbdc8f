"""What is past its time by the kommun's own months; without a rule nothing is."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from itadmin.services.retention.erasure import erase
from itadmin.services.retention.overdue import LEFT, PARTICIPATIONS, Due, due, ids_due
from itadmin.services.workspace import Workspace


@pytest.fixture
def rule(workspace: Workspace) -> Callable[[str, int | None], UUID]:
    return lambda kind, months: workspace.records.add("retention_rules", {"kind": kind, "months": months})


def found(workspace: Workspace, day: date | None = None) -> tuple[Due, ...]:
    return due(workspace.reading(day))


def test_without_a_decision_nothing_is_to_go(
    workspace: Workspace, left: dict[str, UUID], rule: Callable[[str, int | None], UUID]
) -> None:
    assert left
    rule(LEFT, None)
    assert found(workspace, date(2090, 1, 1)) == ()


@pytest.mark.parametrize(("day", "is_due"), [(date(2026, 9, 30), False), (date(2026, 10, 1), True)])
def test_a_person_is_kept_for_so_many_months(
    workspace: Workspace, left: dict[str, UUID], rule: Callable[[str, int | None], UUID], day: date, is_due: bool
) -> None:
    rule(LEFT, 6)
    assert bool(ids_due(found(workspace, day), LEFT)) is is_due
    if is_due:
        assert ids_due(found(workspace, day), LEFT) == (left["person"],)


@pytest.mark.parametrize(("day", "is_due"), [(date(2026, 5, 6), False), (date(2026, 5, 7), True)])
def test_texts_of_participations_are_kept_from_the_session_on(
    workspace: Workspace, left: dict[str, UUID], rule: Callable[[str, int | None], UUID], day: date, is_due: bool
) -> None:
    rule(PARTICIPATIONS, 12)
    assert (ids_due(found(workspace, day), PARTICIPATIONS) == (left["participation"],)) is is_due


def test_what_has_gone_is_no_longer_due(
    workspace: Workspace, left: dict[str, UUID], rule: Callable[[str, int | None], UUID]
) -> None:
    rule(LEFT, 1)
    rule(PARTICIPATIONS, 1)
    erase(workspace, [left["person"]])
    assert found(workspace) == ()


def test_the_longest_time_holds_and_the_oldest_come_first(
    workspace: Workspace, somebody: Callable[..., UUID], rule: Callable[[str, int | None], UUID]
) -> None:
    rule(LEFT, 1)
    rule(LEFT, 12)
    somebody("Nyss", left_on="2026-08-31")
    second, first = somebody("B", left_on="2025-05-31"), somebody("C", left_on="2024-05-31")
    workspace.records.delete("people", [first])
    assert [(item.months, [each.record_id for each in item.records]) for item in found(workspace)] == [
        (12, [first, second])
    ]


def test_rules_in_the_bin_say_nothing(
    workspace: Workspace, left: dict[str, UUID], rule: Callable[[str, int | None], UUID]
) -> None:
    assert left
    workspace.records.delete("retention_rules", [rule(LEFT, 1)])
    assert found(workspace) == ()
