"""Changes can be told, turned round and counted."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.changes import Change, ChangeSet, combined, difference

ONE, OTHER = UUID(int=1), UUID(int=2)

plain = st.dictionaries(st.sampled_from("abcd"), st.none() | st.integers(0, 2), max_size=4)
changes = st.lists(
    st.builds(Change, st.sampled_from(["x", "y"]), st.sampled_from([ONE, OTHER]), st.none() | plain, st.none() | plain)
)


@given(changes)
def test_taking_back_twice_is_doing_it(steps: list[Change]) -> None:
    step = ChangeSet("Ändrade", tuple(steps))
    assert step.inverse("Ångrade").inverse("Ändrade") == step


@given(changes)
def test_what_is_taken_back_goes_backwards(steps: list[Change]) -> None:
    back = ChangeSet("Ändrade", tuple(steps)).inverse("Ångrade: Ändrade")
    assert back.title == "Ångrade: Ändrade"
    assert [(change.before, change.after) for change in back.changes] == [
        (change.after, change.before) for change in reversed(steps)
    ]


@given(plain, plain)
def test_a_difference_holds_what_differs_and_leads_there(before: dict[str, int], after: dict[str, int]) -> None:
    change = difference("x", ONE, before, after)
    if change is None:
        assert all(before.get(name) == value for name, value in after.items())
    else:
        assert change.after is not None
        assert change.before is not None
        assert all(change.before[name] != change.after[name] for name in change.after)
        assert {name: {**before, **change.after}.get(name) for name in after} == after


def test_a_step_tells_the_registers_it_touches() -> None:
    step = ChangeSet("", (Change("x", ONE, None, {}), Change("y", ONE, {}, None), Change("x", OTHER, None, {})))
    assert step.registers == {"x", "y"}
    assert ChangeSet("", ()).registers == frozenset()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([], None),
        ([({"a": 1}, {"a": 2})], ({"a": 1}, {"a": 2})),
        ([({"a": 1}, {"a": 2}), ({"a": 2}, {"a": 3})], ({"a": 1}, {"a": 3})),
        ([({"a": 1}, {"a": 2}), ({"a": 2}, {"a": 1})], None),
        ([({"a": 1}, {"a": 2}), ({"b": 5, "a": 2}, {"b": 6, "a": 1})], ({"b": 5}, {"b": 6})),
        ([(None, {"a": 1, "b": 2}), ({"a": 1}, {"a": 3})], (None, {"a": 3, "b": 2})),
        ([(None, {"a": 1}), ({"a": 1}, None)], None),
        ([({"a": 1}, {"a": 2}), ({"a": 2, "b": 3}, None)], ({"a": 1, "b": 3}, None)),
        ([({"a": 1, "b": 3}, None), (None, {"a": 1, "b": 4})], ({"b": 3}, {"b": 4})),
        ([(None, {"a": 1}), ({"a": 1}, None), (None, {"a": 2})], (None, {"a": 2})),
    ],
)
def test_changes_after_each_other_amount_to_one(changes: list[Any], expected: tuple[Any, Any] | None) -> None:
    found = combined(Change("systems", ONE, *change) for change in changes)
    assert found == (None if expected is None else Change("systems", ONE, *expected))
