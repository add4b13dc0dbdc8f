"""Lists as people type them."""

import pytest

from itadmin.domain.typed_lists import items_of, names_of, points_of


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Produktion, test och utbildning", ("Produktion", "test", "utbildning")),
        ("produktion;test", ("produktion", "test")),
        ("produktion\ntest.", ("produktion", "test")),
        ("Bas", ("Bas",)),
        ("  ", ()),
        (",,", ()),
        ("mod och ordning, kochning", ("mod", "ordning", "kochning")),
    ],
)
def test_items_on_a_line(text: str, items: tuple[str, ...]) -> None:
    assert items_of(text) == items


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("avgifter, hälso- och sjukvård.", ("avgifter", "hälso- och sjukvård")),
        ("lön;\nschema", ("lön", "schema")),
        (" ", ()),
    ],
)
def test_a_name_is_never_split_at_och(text: str, names: tuple[str, ...]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("– ett\n- två\n* tre\n• fyra", ("ett", "två", "tre", "fyra")),
        ("ett\n\n  två  \n-\n", ("ett", "två", "-")),
        ("-5 grader\n", ("-5 grader",)),
        ("", ()),
    ],
)
def test_points_on_lines_of_their_own(text: str, points: tuple[str, ...]) -> None:
    assert points_of(text) == points
