"""Places in layers: nothing is lost or overlaps, lines cross little, the same input gives the same picture."""

import time
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.layered_layout import Layout, Spacing, Tie, crossings, curves, lay_out, rising

SPACING = Spacing(width=100, height=30, across=60, between=10)

_KEYS = st.text("abcdefgh", min_size=1, max_size=2)


@st.composite
def drawings(draw: st.DrawFn) -> tuple[dict[str, int], list[Tie]]:
    layers = draw(st.dictionaries(_KEYS, st.integers(-3, 3), min_size=1, max_size=30))
    keys = st.sampled_from(sorted(layers))
    return layers, draw(st.lists(st.builds(Tie, keys, keys, st.booleans(), st.booleans()), max_size=40))


def overlap(layout: Layout) -> bool:
    return any(
        abs(one[0] - other[0]) < SPACING.width and abs(one[1] - other[1]) < SPACING.height - 0.001
        for one, other in combinations(layout.corners.values(), 2)
    )


@given(drawings())
def test_no_node_is_lost_none_overlaps_and_all_lie_within(drawing: tuple[dict[str, int], list[Tie]]) -> None:
    layers, ties = drawing
    layout = lay_out(layers, ties, SPACING)
    assert set(layout.corners) == set(layers)
    assert not overlap(layout)
    for x, y in layout.corners.values():
        assert 0 <= x <= layout.width - SPACING.width
        assert -0.001 <= y <= layout.height - SPACING.height + 0.001
    for one, other in combinations(layers, 2):
        assert (layers[one] < layers[other]) == (layout.corners[one][0] < layout.corners[other][0])


@given(drawings())
def test_every_tie_goes_from_edge_to_edge(drawing: tuple[dict[str, int], list[Tie]]) -> None:
    layers, ties = drawing
    layout = lay_out(layers, ties, SPACING)
    assert [route.tie for route in layout.routes] == [tie for tie in ties if tie.first != tie.second]
    for route in layout.routes:
        for key, (x, y) in ((route.tie.first, route.points[0]), (route.tie.second, route.points[-1])):
            left, top = layout.corners[key]
            assert x in (left, left + SPACING.width)
            assert y == pytest.approx(top + SPACING.height / 2)


@given(drawings())
def test_the_same_input_gives_the_same_picture(drawing: tuple[dict[str, int], list[Tie]]) -> None:
    assert lay_out(*drawing, SPACING) == lay_out(*drawing, SPACING)


def test_lines_that_need_not_cross_do_not() -> None:
    layers = {"a": 0, "b": 0, "c": 0, "x": 1, "y": 1, "z": 1}
    ties = [Tie("a", "z"), Tie("b", "y"), Tie("c", "x")]
    corners = lay_out(layers, ties, SPACING).corners
    for tie in ties:
        assert corners[tie.first][1] == pytest.approx(corners[tie.second][1])


def test_what_is_tied_to_many_stands_in_the_middle_of_them() -> None:
    layers = {"a": 0, **{f"b{number}": 1 for number in range(5)}}
    layout = lay_out(layers, [Tie("a", key) for key in layers if key != "a"], SPACING)
    assert layout.corners["a"] == (0, 80)
    assert layout.corners["b2"] == (160, 80)
    assert (layout.width, layout.height) == (260, 190)


def test_a_line_past_a_layer_goes_beside_its_nodes() -> None:
    layers = {"a": -1, "b": 0, "c": 1}
    layout = lay_out(layers, [Tie("a", "b"), Tie("b", "c"), Tie("c", "a")], SPACING)
    past = layout.routes[2].points
    assert past[0][0] == layout.corners["c"][0]
    assert past[-1][0] == layout.corners["a"][0] + SPACING.width
    top = layout.corners["b"][1]
    assert all(y < top or y > top + SPACING.height for _, y in past[1:-1])
    assert [x for x, _ in past] == [320, 260, 160, 100]


def test_a_line_within_a_layer_goes_out_at_the_right() -> None:
    layout = lay_out({"a": 0, "b": 0}, [Tie("a", "b")], SPACING)
    assert layout.routes[0].points == ((100, 15), (130, 35), (100, 55))
    assert layout.width == 130


def test_curves_leave_and_reach_nodes_level() -> None:
    layout = lay_out({"a": 0, "b": 1, "c": 1}, [Tie("a", "b"), Tie("b", "c")], SPACING)
    (forth,) = curves(layout.routes[0].points)
    assert forth == ((130, layout.routes[0].points[0][1]), (130, 15), (160, 15))
    (arc,) = curves(layout.routes[1].points)
    assert arc == ((300, 15), (300, 55), (260, 55))
    past = lay_out({"a": -1, "b": 0, "c": 1}, [Tie("a", "b"), Tie("b", "c"), Tie("a", "c")], SPACING).routes[2]
    assert [end for _, _, end in curves(past.points)] == list(past.points[1:])


def test_a_tie_to_nothing_is_refused() -> None:
    with pytest.raises(KeyError):
        lay_out({"a": 0}, [Tie("a", "b")], SPACING)


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [([], [], 0), ([0, 1], [0, 1], 0), ([0, 1], [1, 0], 1), ([0, 0], [1, 0], 0), ([0, 1, 2], [2, 1, 0], 3)],
)
def test_crossings_are_counted(left: list[int], right: list[int], count: int) -> None:
    assert crossings(left, right) == count


@given(st.lists(st.integers(-50, 50), max_size=20))
def test_rising_numbers_never_fall_and_leave_risen_ones_alone(values: list[int]) -> None:
    found = rising(values)
    assert found == sorted(found)
    assert len(found) == len(values)
    assert rising(sorted(values)) == sorted(values)
    assert sum(found) == pytest.approx(sum(values))


def test_many_nodes_are_placed_quickly() -> None:
    layers = {f"n{number}": number % 7 for number in range(300)}
    ties = [Tie(f"n{number}", f"n{number * 7 % 300}") for number in range(300)]
    ties += [Tie(f"n{number}", f"n{(number * 13 + 5) % 300}") for number in range(300)]
    before = time.process_time()
    lay_out(layers, ties, SPACING)
    assert time.process_time() - before < 2
