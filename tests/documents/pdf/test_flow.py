from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from itadmin.documents.pdf.canvas import Canvas
from itadmin.documents.pdf.flow import Hold, Strip, hold_together, paginate, total_height


def nothing(_canvas: Canvas, _top: float) -> None:
    """Draws nothing."""


def strip(height: float = 10, hold: Hold = Hold.FREE, **more: object) -> Strip:
    return Strip(height, nothing, hold=hold, **more)


def laid(strips: list[Strip], height: float = 30) -> list[list[int]]:
    """Which strips stand on which page, by index."""
    numbers = {id(each): index for index, each in enumerate(strips)}
    return [[numbers.get(id(put.strip), -1) for put in page] for page in paginate(strips, height)]


def test_what_fits_stands_on_one_page_with_the_greater_space_between() -> None:
    page, *rest = paginate([strip(after=5, before=99), strip(before=3), strip(before=4, after=99)], 39)
    assert rest == []
    assert [put.depth for put in page] == [0, 15, 29]


def test_what_does_not_fit_goes_on() -> None:
    assert laid([strip() for _ in range(7)]) == [[0, 1, 2], [3, 4, 5], [6]]


def test_space_is_dropped_at_the_top_of_a_page() -> None:
    pages = paginate([strip(30), strip(10, before=20)], 30)
    assert pages[1][0].depth == 0


def test_the_cheapest_break_is_taken_and_the_latest_of_equals() -> None:
    strips = [strip(), strip(), strip(hold=Hold.STRONG), strip(hold=Hold.AVOID), strip()]
    assert laid(strips, 40) == [[0, 1], [2, 3, 4]]


def test_what_is_held_is_broken_where_it_costs_least_when_it_must() -> None:
    strips = [
        strip(hold=Hold.STRONG),
        strip(hold=Hold.AVOID),
        strip(hold=Hold.STRONG),
        strip(hold=Hold.STRONG),
        strip(),
    ]
    assert laid(strips, 40) == [[0, 1], [2, 3, 4]]


def test_a_strip_higher_than_a_page_gets_one_of_its_own() -> None:
    assert laid([strip(), strip(100), strip()]) == [[0], [1], [2]]


def test_a_fresh_strip_begins_a_page() -> None:
    assert laid([strip(fresh=True), strip(), strip(fresh=True)]) == [[0, 1], [2]]


def test_a_page_that_begins_within_a_table_repeats_its_head() -> None:
    head = strip(10)
    rows = [strip(10, reprise=head) for _ in range(4)]
    pages = paginate([strip(10, Hold.STRONG), *rows], 30)
    assert [put.strip is head for put in pages[1]] == [True, False, False]
    assert [put.depth for put in pages[1]] == [0, 10, 20]


def test_holding_together_only_raises_the_price() -> None:
    strips = [strip(hold=Hold.STRONG), strip(), strip()]
    hold_together(strips[:2], Hold.AVOID)
    assert [each.hold for each in strips] == [Hold.STRONG, Hold.AVOID, Hold.FREE]


def test_total_height_counts_the_greater_space_between() -> None:
    assert total_height([strip(10, after=4, before=9), strip(20, before=6, after=9)]) == 36
    assert total_height([]) == 0


strips_of_any_kind = st.lists(
    st.builds(
        strip,
        st.floats(0, 60),
        st.sampled_from(Hold),
        before=st.floats(0, 20),
        after=st.floats(0, 20),
        fresh=st.booleans(),
    ),
    max_size=60,
)


@given(strips_of_any_kind)
def test_every_strip_is_placed_once_in_order_and_within_the_page(strips: list[Strip]) -> None:
    pages = paginate(strips, 50)
    assert [id(put.strip) for page in pages for put in page] == [id(each) for each in strips]
    for page in pages:
        assert page
        assert len(page) == 1 or page[-1].depth + page[-1].strip.height <= 50.02


def note(height: float = 4) -> Strip:
    return Strip(height, nothing, reprise=Strip(2, nothing))


def test_a_note_stands_at_the_foot_below_its_rule() -> None:
    foot = (note(), note())
    (page,) = paginate([strip(foot=foot), strip()], 50)
    assert [put.depth for put in page] == [0, 10, 40, 42, 46]
    assert [put.strip for put in page[2:]] == [foot[0].reprise, *foot]


def test_what_has_no_room_for_its_note_goes_on_with_it() -> None:
    strips = [strip(), strip(), strip(foot=(note(),)), strip()]
    assert laid(strips) == [[0, 1], [2, 3, -1, -1]]


def test_a_note_does_not_come_before_the_strip_that_was_moved_for_another_reason() -> None:
    strips = [strip(), strip(hold=Hold.STRONG, foot=(note(),)), strip(foot=(note(),)), strip()]
    assert laid(strips, 36) == [[0], [1, 2, -1, -1, -1], [3]]


def test_notes_that_have_no_room_beside_their_strip_go_on_at_the_foot_of_the_next_page() -> None:
    strips = [strip(20, foot=tuple(note(5) for _ in range(9))), strip()]
    assert [len(page) for page in paginate(strips, 30)] == [1 + 2, 1 + 5, 1 + 1 + 3]


def test_what_has_no_room_above_notes_from_the_page_before_waits_for_the_next() -> None:
    strips = [strip(20, foot=tuple(note(5) for _ in range(4))), strip(20)]
    assert laid(strips) == [[0, -1, -1], [-1] * 4, [1]]


def test_a_note_higher_than_a_page_gets_one_of_its_own() -> None:
    strips = [strip(foot=(note(100), note()))]
    assert [len(page) for page in paginate(strips, 30)] == [1, 2, 2]


@given(
    st.lists(st.tuples(st.integers(1, 25), st.lists(st.integers(1, 28), max_size=3)), min_size=1, max_size=25),
)
def test_nothing_is_lost_and_nothing_drawn_over_another(described: list[tuple[int, list[int]]]) -> None:
    strips = [strip(high, foot=tuple(note(each) for each in feet)) for high, feet in described]
    pages = paginate(strips, 30)
    notes = [each for one in strips for each in one.foot]
    drawn = [id(put.strip) for page in pages for put in page]
    for wanted in ([id(each) for each in notes], [id(each) for each in strips]):
        assert [each for each in drawn if each in wanted] == wanted
    for page in pages:
        for above, below in pairwise(page):
            assert above.depth + above.strip.height <= below.depth + 0.1
