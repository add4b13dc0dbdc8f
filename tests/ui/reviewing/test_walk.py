"""The order in which systems are looked through: those that are left, round and round."""

from datetime import date
from uuid import UUID

import pytest

from itadmin.services.reviewing.rounds import Item, Share
from itadmin.ui.reviewing import walk

SINCE = date(2026, 1, 1)


def share(pattern: str) -> Share:
    """A share of systems 0, 1, 2 …: "x" is reviewed, "." is left."""
    items = tuple(
        Item(UUID(int=number), str(number), SINCE if mark == "x" else None, "") for number, mark in enumerate(pattern)
    )
    return Share("Anna", None, SINCE, items)


@pytest.mark.parametrize(("pattern", "found"), [("..", "0"), ("x.", "1"), ("xx", None), ("", None)])
def test_one_begins_with_the_first_that_is_left(pattern: str, found: str | None) -> None:
    item = walk.first(share(pattern))
    assert (item.name if item else None) == found


@pytest.mark.parametrize(
    ("pattern", "current", "found"),
    [("...", 0, "1"), (".x.", 0, "2"), ("..x", 2, "0"), ("...", 2, "0"), (".xx", 0, None), ("xx.", 9, "2")],
)
def test_the_next_is_the_next_that_is_left_from_the_beginning_again(
    pattern: str, current: int, found: str | None
) -> None:
    item = walk.after(share(pattern), UUID(int=current))
    assert (item.name if item else None) == found


@pytest.mark.parametrize(
    ("current", "by", "found"), [(0, 1, "1"), (0, -1, None), (2, 1, None), (2, -1, "1"), (9, 1, "0")]
)
def test_one_leafs_through_all(current: int, by: int, found: str | None) -> None:
    item = walk.beside(share("x.x"), UUID(int=current), by)
    assert (item.name if item else None) == found
