"""A common document is in force where every decision on it is made."""

from uuid import UUID

import pytest

from itadmin.domain.calculations.adoption import adoption
from itadmin.domain.registers.steering_decisions import SteeringDecision

A, B, C = (UUID(int=number) for number in (1, 2, 3))


@pytest.mark.parametrize(
    ("asked", "decisions", "adopted", "waiting"),
    [
        ([], [], [], []),
        ([A, B], [], [], [A, B]),
        ([A, B], [(A, "faststalld")], [A], [B]),
        ([A, B], [(A, "faststalld"), (A, "vantar")], [], [A, B]),
        ([A], [(A, "faststalld"), (A, "faststalld")], [A], []),
        ([A], [(A, "avslagen")], [], [A]),
        ([A], [(A, "aterremitterad")], [], [A]),
        ([A], [(A, "")], [], [A]),
        ([A], [(C, "faststalld")], [C], [A]),
        ([A], [(None, "faststalld")], [], [A]),
        ([B, A, B], [(A, "faststalld"), (B, "faststalld")], [B, A], []),
    ],
)
def test_who_has_adopted(
    asked: list[UUID], decisions: list[tuple[UUID | None, str]], adopted: list[UUID], waiting: list[UUID]
) -> None:
    found = adoption(asked, [SteeringDecision(municipality=who, status=status) for who, status in decisions])
    assert (list(found.adopted), list(found.waiting)) == (adopted, waiting)
    assert found.asked == len(adopted) + len(waiting)
