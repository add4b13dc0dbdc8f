from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.changes import Change
from itadmin.storage.past import earlier_values

KEY = UUID(int=7)
OTHER = UUID(int=8)


def change(before: dict[str, Any] | None, after: dict[str, Any] | None, key: UUID = KEY) -> Change:
    return Change("systems", key, before, after)


@pytest.mark.parametrize(
    ("newest_first", "expected"),
    [
        ([], {}),
        ([change({"a": 1}, {"a": 2})], {KEY: {"a": 1}}),
        ([change({"a": 2, "b": 5}, {"a": 3, "b": 6}), change({"a": 1}, {"a": 2})], {KEY: {"a": 1, "b": 5}}),
        ([change(None, {"a": 1})], {KEY: None}),
        ([change({"a": 1}, {"a": 2}), change(None, {"a": 1})], {KEY: None}),
        ([change({"a": 1, "b": 2}, None)], {KEY: {"a": 1, "b": 2}}),
        ([change(None, {"a": 1}), change({"a": 1}, None)], {KEY: {"a": 1}}),
        ([change(None, {"a": 1}), change({"a": 1}, None), change(None, {"a": 1})], {KEY: None}),
        ([change({"a": 2}, None), change({"a": 1}, {"a": 2})], {KEY: {"a": 1}}),
        ([change({"a": 1}, {"a": 2}), change(None, {"a": 1}, OTHER)], {KEY: {"a": 1}, OTHER: None}),
    ],
)
def test_what_records_said_before(newest_first: list[Change], expected: dict[UUID, Any]) -> None:
    assert earlier_values(newest_first) == {("systems", key): value for key, value in expected.items()}
