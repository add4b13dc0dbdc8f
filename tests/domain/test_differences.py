from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.differences import ELLIPSIS, RowDifference, excerpts, row_differences

Row = dict[str, Any]


def row(name: str, role: str | None = None) -> Row:
    return {"name": name, "role": role}


EVA, BO, ANN = row("Eva"), row("Bo"), row("Ann")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([], [], []),
        ([EVA], [EVA], []),
        ([EVA, BO], [BO, EVA], []),
        ([EVA], [{"name": "Eva"}], []),
        ([], [EVA], [(1, None, EVA)]),
        ([EVA], [], [(1, EVA, None)]),
        ([EVA, BO], [EVA, row("Bo", "chef")], [(2, BO, row("Bo", "chef"))]),
        ([EVA, BO], [ANN, EVA, BO], [(1, None, ANN)]),
        ([EVA, BO, ANN], [EVA, ANN], [(2, BO, None)]),
        ([EVA, BO, ANN], [EVA], [(2, BO, None), (3, ANN, None)]),
        ([EVA], [BO, ANN], [(1, EVA, BO), (2, None, ANN)]),
    ],
)
def test_rows_are_compared_by_what_they_say(before: list[Row], after: list[Row], expected: list[Any]) -> None:
    assert row_differences(before, after) == tuple(RowDifference(*item) for item in expected)


ROWS = st.lists(st.sampled_from([EVA, BO, ANN, row("Eva", "chef"), row("")]), max_size=6)


@given(ROWS, ROWS)
def test_rows_that_differ_account_for_everything(before: list[Row], after: list[Row]) -> None:
    found = row_differences(before, after)
    gone, come = [item.before for item in found if item.before], [item.after for item in found if item.after]
    left = list(before)
    for item in gone:
        left.remove(item)
    assert sorted(map(repr, [*left, *come])) == sorted(map(repr, after))
    assert all(after[item.number - 1] == item.after for item in found if item.after is not None)
    assert all(before[item.number - 1] == item.before for item in found if item.after is None)


def test_short_texts_are_told_whole() -> None:
    assert excerpts("", "ny text", 20) == ("", "ny text")


def test_of_long_texts_the_part_that_differs_is_told() -> None:
    beginning, end = "Vi har alltid gjort så här. " * 20, " Och så slutar det alltid." * 20
    old, new = excerpts(f"{beginning}Måndag{end}", f"{beginning}Tisdag och onsdag{end}", 120)
    assert "Måndag" in old
    assert "Tisdag och onsdag" in new
    assert all(text.startswith(ELLIPSIS) and text.endswith(ELLIPSIS) and len(text) <= 124 for text in (old, new))


TEXT = st.text(max_size=60)


@given(TEXT, TEXT, TEXT, TEXT, st.integers(20, 80))
def test_excerpts_never_exceed_their_room_by_more_than_their_signs(
    beginning: str, old: str, new: str, end: str, room: int
) -> None:
    whole = f"{beginning}{old}{end}", f"{beginning}{new}{end}"
    for text, excerpt in zip(whole, excerpts(*whole, room), strict=True):
        assert len(excerpt) <= room + 4
        assert bool(excerpt) == bool(text) or text.isspace()
