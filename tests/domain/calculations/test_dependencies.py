"""What depends on what: distances, what is shown of many, and the indented list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.dependencies import MORE, Flow, Line, Side, distances, folded, outline

FLOWS = [
    Flow("folk", "lön"),
    Flow("lön", "ekonomi"),
    Flow("lön", "schema"),
    Flow("ekonomi", "bank"),
    Flow("ad", "folk"),
]
CIRCLE = [Flow("a", "b"), Flow("b", "c"), Flow("c", "a"), Flow("a", "a")]

_KEYS = st.sampled_from("abcdefghij")
flows = st.lists(st.builds(Flow, _KEYS, _KEYS), max_size=40)


@pytest.mark.parametrize(
    ("depth", "side", "expected"),
    [
        (1, Side.BOTH, {"lön": 0, "folk": -1, "ekonomi": 1, "schema": 1}),
        (2, Side.BOTH, {"lön": 0, "folk": -1, "ekonomi": 1, "schema": 1, "ad": -2, "bank": 2}),
        (3, Side.GIVERS, {"lön": 0, "folk": -1, "ad": -2}),
        (1, Side.RECEIVERS, {"lön": 0, "ekonomi": 1, "schema": 1}),
    ],
)
def test_distances_count_steps_each_way(depth: int, side: Side, expected: dict[str, int]) -> None:
    assert distances(FLOWS, "lön", depth, side) == expected


def test_a_circle_ends_and_who_lies_both_ways_stands_where_it_is_nearer() -> None:
    assert distances(CIRCLE, "a", 3) == {"a": 0, "c": -1, "b": 1}
    assert distances([Flow("a", "b"), Flow("b", "a")], "a", 3) == {"a": 0, "b": -1}


def test_who_has_no_flows_is_alone() -> None:
    assert distances(FLOWS, "diarium", 3) == {"diarium": 0}
    assert outline(FLOWS, "diarium", 3, Side.GIVERS) == []


def test_the_list_goes_down_before_it_goes_on() -> None:
    assert outline(FLOWS, "lön", 3, Side.RECEIVERS) == [
        Line(1, "ekonomi", is_repeated=False),
        Line(2, "bank", is_repeated=False),
        Line(1, "schema", is_repeated=False),
    ]


def test_what_is_shared_is_told_once_where_it_is_nearest() -> None:
    shared = [Flow("x", "a"), Flow("y", "a"), Flow("y", "x"), Flow("z", "y"), Flow("a", "x")]
    assert outline(shared, "a", 3, Side.GIVERS) == [
        Line(1, "x", is_repeated=False),
        Line(2, "y", is_repeated=True),
        Line(2, "a", is_repeated=True),
        Line(1, "y", is_repeated=False),
        Line(2, "z", is_repeated=False),
    ]


def test_a_thing_does_not_depend_on_itself() -> None:
    assert [line.key for line in outline([Flow("a", "a"), Flow("b", "a")], "a", 2, Side.GIVERS)] == ["b"]


def test_one_looks_one_way_at_a_time_in_a_list() -> None:
    with pytest.raises(ValueError, match="one way"):
        outline(FLOWS, "lön", 1, Side.BOTH)


@given(flows, st.integers(1, 3))
def test_the_list_tells_everything_within_reach_once(of: list[Flow], depth: int) -> None:
    for side in (Side.GIVERS, Side.RECEIVERS):
        within = distances(of, "a", depth, side)
        lines = outline(of, "a", depth, side)
        told = [line.key for line in lines if not line.is_repeated]
        assert sorted(told) == sorted(key for key in within if key != "a")
        assert all(abs(within[line.key]) == line.level for line in lines if not line.is_repeated)
        assert all(line.level <= depth for line in lines)


@given(flows, st.integers(1, 3))
def test_both_ways_hold_what_each_way_holds(of: list[Flow], depth: int) -> None:
    each = [distances(of, "a", depth, side) for side in (Side.GIVERS, Side.RECEIVERS)]
    both = distances(of, "a", depth)
    assert set(both) == set(each[0]) | set(each[1])
    for key, steps in both.items():
        assert abs(steps) == min(abs(way[key]) for way in each if key in way)


def test_the_least_important_of_many_stand_under_one_node() -> None:
    layers = {"a": 0, **{f"s{number:02}": 1 for number in range(15)}, "b": -1}
    shown = folded(layers, 4, lambda key: key != "s14")
    assert shown.layers == {"a": 0, "s14": 1, "s00": 1, "s01": 1, f"{MORE}1": 1, "b": -1}
    assert shown.counts == {f"{MORE}1": 12}
    assert shown.shown("s05") == f"{MORE}1"
    assert shown.shown("s14") == "s14"
    assert folded(layers, 4, str, opened=[1]).layers == layers


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(-3, 3)), st.integers(2, 6))
def test_nothing_is_lost_where_much_is_hidden(layers: dict[str, int], most: int) -> None:
    shown = folded(layers, most, str)
    assert all(shown.layers[shown.shown(key)] == layer for key, layer in layers.items())
    assert sum(shown.counts.values()) == len(shown.hidden)
    for layer in set(layers.values()):
        assert sum(1 for place in shown.layers.values() if place == layer) <= most
    assert 1 not in shown.counts.values()
