"""Labels and blocks of a term bar never leave the bar, cover a pole, or touch the notice window."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.ui.widgets.term_data import BlockKind, TermBarData, TermBlock, TermFlag
from itadmin.ui.widgets.term_layout import LabelKind, LabelPlace, label_beside, lay_out, position, today_words

TODAY = date(2026, 11, 22)
FIRST = TermBlock(
    BlockKind.FIRST, date(2023, 6, 1), date(2027, 5, 31), "Första period", "4 år, 2023-06-01 – 2027-05-31"
)
OPTION = TermBlock(BlockKind.OPTION, date(2027, 6, 1), date(2029, 5, 31), "Option 1", "t.o.m. 2029-05-31")
FLAG = TermFlag(date(2027, 2, 28), "sista dag att säga upp")
NOTICE = (date(2027, 2, 28), date(2027, 5, 31))


def measure(kind: LabelKind, text: str) -> float:
    return len(text) * (7.0 if kind is LabelKind.TITLE else 6.0)


@pytest.mark.parametrize(
    ("x", "left_first", "left", "right"),
    [
        (200, True, 100, 200),
        (200, False, 200, 300),
        (50, True, 50, 150),
        (350, False, 250, 350),
        (0, True, 0, 100),
        (400, False, 300, 400),
        (100, True, 0, 100),
        (300, False, 300, 400),
    ],
)
def test_labels_swap_sides_near_an_edge(x: float, left_first: bool, left: float, right: float) -> None:
    place = label_beside(x, 100, 400, left_first=left_first)
    assert (place.left, place.right) == (left, right)
    assert place.swapped is (left < x)


@pytest.mark.parametrize(("x", "left_first", "left"), [(60, True, 0), (60, False, 20), (30, True, 0), (90, False, 20)])
def test_a_label_that_fits_nowhere_is_pushed_in(x: float, left_first: bool, left: float) -> None:
    assert label_beside(x, 100, 120, left_first=left_first).left == left


@pytest.mark.parametrize(
    ("today", "today_left", "flag_left"),
    [
        (date(2026, 11, 22), True, False),
        (date(2027, 4, 15), False, False),
        (date(2023, 6, 15), False, False),
        (date(2029, 5, 20), True, False),
    ],
)
def test_todays_label_avoids_the_edge_and_the_flags_pole(today: date, today_left: bool, flag_left: bool) -> None:
    layout = lay_out(TermBarData(today, (FIRST, OPTION), NOTICE, FLAG), 700, measure)
    assert layout.today is not None
    assert layout.flag is not None
    assert layout.today.swapped is today_left
    assert layout.flag.swapped is flag_left
    assert layout.flag.whole


def test_the_flag_turns_near_the_right_edge() -> None:
    layout = lay_out(TermBarData(TODAY, (FIRST,), NOTICE, FLAG), 600, measure)
    assert layout.flag is not None
    assert layout.flag.swapped
    assert layout.flag.whole


def test_a_flag_without_room_keeps_its_day_only() -> None:
    layout = lay_out(TermBarData(TODAY, (FIRST, OPTION), NOTICE, FLAG), 260, measure)
    assert layout.flag is not None
    assert not layout.flag.whole
    assert layout.flag.x in (layout.flag.left, layout.flag.right)


@pytest.mark.parametrize(
    ("width", "label", "note"),
    [
        (1_000, "Första period", "4 år, 2023-06-01 – 2027-05-31"),
        (300, "Första period", ""),
        (60, "", ""),
    ],
)
def test_words_in_a_block_go_when_there_is_no_room(width: float, label: str, note: str) -> None:
    place = lay_out(TermBarData(TODAY, (FIRST, OPTION), NOTICE, FLAG), width, measure).blocks[0]
    assert (place.label, place.note) == (label, note)


def test_words_in_a_block_keep_clear_of_the_notice_window() -> None:
    layout = lay_out(TermBarData(TODAY, (FIRST, OPTION), NOTICE, FLAG), 700, measure)
    assert layout.notice is not None
    first, option = layout.blocks
    assert first.text_left + first.text_width <= layout.notice[0]
    long_notice = (date(2027, 2, 28), date(2027, 9, 30))
    layout = lay_out(TermBarData(TODAY, (FIRST, OPTION), long_notice, FLAG), 700, measure)
    assert layout.notice is not None
    assert layout.blocks[1].text_left > layout.notice[1]
    assert option.text_left < layout.blocks[1].text_left


def test_an_open_ended_block_goes_on_to_the_edge() -> None:
    block = TermBlock(BlockKind.FIRST, date(2020, 1, 1), date(2027, 12, 31), "Tills vidare", open_ended=True)
    assert lay_out(TermBarData(TODAY, (block,)), 500, measure).blocks[0].right == 499


@pytest.mark.parametrize(
    ("years", "width", "numbered"),
    [
        (4, 700, ["2025", "2026", "2027", "2028"]),
        (20, 300, ["2025", "2030", "2035", "2040"]),
        (60, 200, ["2040", "2060"]),
    ],
)
def test_years_are_thinned_out(years: int, width: float, numbered: list[str]) -> None:
    block = TermBlock(BlockKind.FIRST, date(2024, 6, 1), date(2024 + years, 6, 1), "Tid")
    layout = lay_out(TermBarData(TODAY, (block,)), width, measure)
    assert [year.label for year in layout.years if year.label] == numbered


def test_a_shared_axis_cuts_what_lies_outside() -> None:
    axis = (date(2025, 1, 1), date(2026, 1, 1))
    layout = lay_out(TermBarData(TODAY, (FIRST, OPTION), NOTICE, FLAG), 400, measure, axis)
    assert layout.today is None
    assert layout.flag is None
    assert layout.blocks[0].left == 1
    assert layout.blocks[0].right == 399


def test_todays_label() -> None:
    assert today_words(TODAY) == "i dag 2026-11-22"


def test_position_is_linear() -> None:
    axis = (date(2026, 1, 1), date(2026, 1, 11))
    assert [position(date(2026, 1, day), axis, 100) for day in (1, 6, 11)] == [0, 50, 100]


DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def inside(place: LabelPlace, width: float) -> bool:
    return place.left >= -0.01 and place.right <= width + 0.01


@given(
    today=DAYS, starts=DAYS, months=st.integers(1, 240), flag=st.integers(-400, 4_000), width=st.integers(330, 1_500)
)
def test_nothing_ever_leaves_the_bar(today: date, starts: date, months: int, flag: int, width: int) -> None:
    ends = starts + timedelta(days=30 * months)
    day = starts + timedelta(days=flag)
    block = TermBlock(BlockKind.FIRST, starts, ends, "Första period", "några år")
    data = TermBarData(today, (block,), notice=(min(day, ends), ends), flag=TermFlag(day, "sista dag att säga upp"))
    layout = lay_out(data, width, measure)
    assert layout.flag is not None
    assert inside(layout.flag, width)
    assert layout.flag.x in (layout.flag.left, layout.flag.right)
    assert layout.today is None or inside(layout.today, width)
    assert all(0 <= place.left < place.right <= width for place in layout.blocks)
    assert layout.notice is not None
    assert 0 <= layout.notice[0] <= layout.notice[1] <= width
    assert all(0 <= year.x <= width for year in layout.years)
