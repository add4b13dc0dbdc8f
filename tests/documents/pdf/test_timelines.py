"""Pictures of time on paper: forms instead of colours, words cut to their room, and any number of lanes."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from io import BytesIO
from typing import Any
from uuid import UUID

import pypdf
import pytest

from itadmin.documents.content import Paper, Paragraph, Timeline
from itadmin.documents.pdf.render import render
from itadmin.documents.pdf.style import FRAME_BOTTOM, MM
from itadmin.domain.calculations.time_chart import (
    Arrow,
    Axis,
    Fill,
    Lane,
    Mark,
    Shape,
    Stretch,
    Tie,
    TimeChart,
    axis_of,
    axis_over,
)
from itadmin.domain.calendar import Interval

Maker = Callable[..., Paper]
TODAY = date(2026, 11, 22)
LEGEND = tuple((part, part.value) for kind in (Shape, Fill, Tie) for part in kind)


def mark(shape: Shape, day: str, *, is_main: bool = False) -> Mark:
    return Mark(shape, Interval(date.fromisoformat(day), date.fromisoformat(day)), "Mening.", is_main)


def lane(name: str, *marks: Mark, fill: Fill = Fill.FIRM, level: int = 0, day: str = "2027-01-31") -> Lane:
    stretch = Stretch(fill, TODAY, TODAY + timedelta(days=200))
    return Lane(name, f"{name}.", (name,), day, level, (stretch,), marks, "agreements", UUID(int=1))


def chart(*lanes: Lane, today: date = TODAY) -> TimeChart:
    made = [lambda each=each: each for each in lanes]
    return TimeChart("Kalender", "Två avtal.", axis_of(TODAY, 24), today, ("Avtal",), "Sista dag", made, LEGEND)


def figure(*lanes: Lane, today: date = TODAY) -> Timeline:
    return Timeline(chart(*lanes, today=today), "Avtalens tid", "Två avtal.")


def drawn(data: bytes) -> str:
    return "\n".join(page.get_contents().get_data().decode("latin-1") for page in pypdf.PdfReader(BytesIO(data)).pages)


def figures(data: bytes) -> list[Any]:
    kids = pypdf.PdfReader(BytesIO(data)).trailer["/Root"]["/StructTreeRoot"]["/K"]["/K"]
    return [kid.get_object() for kid in kids if kid.get_object()["/S"] == "/Figure"]


def test_a_picture_of_time_keeps_both_standards(make_paper: Maker, assert_conforms: Callable[[bytes], None]) -> None:
    lanes = [lane(fill.value, *(mark(shape, "2027-03-01") for shape in Shape), fill=fill) for fill in Fill]
    assert_conforms(render(make_paper(landscape=True, large=True, body=(Paragraph("Före"), figure(*lanes)))))


def test_names_days_months_and_what_forms_mean_are_read(
    make_paper: Maker, page_texts: Callable[[bytes], list[str]]
) -> None:
    (text,) = page_texts(render(make_paper(landscape=True, large=True, body=(figure(lane("Support")),))))
    for word in ("Avtalens tid", "Support", "2027-01-31", "2026", "2028", "nov", "i dag", "Sista dag", "notice"):
        assert word in text


@pytest.mark.parametrize("today", [date(2025, 1, 1), date(2030, 1, 1)])
def test_a_today_outside_the_axis_is_not_drawn(
    make_paper: Maker, page_texts: Callable[[bytes], list[str]], today: date
) -> None:
    data, with_today = (
        render(make_paper(landscape=True, large=True, body=(figure(lane("Support"), today=day),)))
        for day in (today, TODAY)
    )
    (text,) = page_texts(data)
    assert "i dag" not in text
    assert drawn(data).count(" re f") == drawn(with_today).count(" re f") - 1


def test_marks_stand_on_the_axis_and_the_one_that_matters_at_its_edge_when_past(make_paper: Maker) -> None:
    def circles(*marks: Mark) -> int:
        data = render(make_paper(landscape=True, large=True, body=(figure(lane("Support", *marks)),)))
        return len(re.findall(r" c h f\*", drawn(data)))

    legend = circles()
    assert circles(mark(Shape.SUPPORT, "2027-05-01")) == legend + 1
    assert circles(mark(Shape.SUPPORT, "2029-05-01", is_main=True)) == legend
    assert circles(mark(Shape.SUPPORT, "2025-05-01")) == legend
    assert circles(mark(Shape.SUPPORT, "2025-05-01", is_main=True)) == legend + 1


@pytest.mark.parametrize(("number", "parts"), [(0, 0), (1, 1), (44, 2), (200, 5)])
def test_any_number_of_lanes_finds_room(
    make_paper: Maker, assert_conforms: Callable[[bytes], None], number: int, parts: int
) -> None:
    lanes = [lane(f"Avtal {place} " * (1 + place % 9), level=place % 2) for place in range(number)]
    data = render(make_paper(landscape=True, large=True, body=(Paragraph("Före"), figure(*lanes))))
    assert_conforms(data)
    found = figures(data)
    assert len(found) == parts
    for element in found:
        left, bottom, right, _ = (float(side) for side in element["/A"]["/BBox"])
        assert bottom >= FRAME_BOTTOM - 0.1
        assert (left, right) == pytest.approx((25 * MM, 395 * MM), abs=0.2)


def test_a_part_of_a_picture_says_which_lanes_it_has(make_paper: Maker) -> None:
    lanes = [lane(f"Avtal {place}") for place in range(60)]
    told = [
        str(element["/Alt"])
        for element in figures(render(make_paper(landscape=True, large=True, body=(figure(*lanes),))))
    ]
    assert told[0].startswith("Två avtal. Avtal 0 – Avtal ")
    assert told[-1].endswith("– Avtal 59.")


def test_the_renewal_is_dashed_the_option_outlined_and_the_window_hatched(make_paper: Maker) -> None:
    def dashed(fill: Fill) -> int:
        data = render(make_paper(landscape=True, large=True, body=(figure(lane("Avtal", fill=fill)),)))
        return drawn(data).count("[2.4 1.8] 0 d")

    assert dashed(Fill.LIKELY) == dashed(Fill.CHOICE) + 1 == dashed(Fill.WINDOW) + 1


def test_hostile_names_do_no_harm(make_paper: Maker, assert_conforms: Callable[[bytes], None]) -> None:
    hostile = "a\x00)>> <</JS\u202e\ufffe" + "W" * 900
    assert_conforms(render(make_paper(landscape=True, large=True, body=(figure(lane(hostile, day=hostile)),))))


def with_arrows(axis: Axis, *arrows: Arrow, lanes: int = 3) -> Timeline:
    made = [partial(lane, f"Rad {number}") for number in range(lanes)]
    plain = TimeChart("Plan", "Tre rader.", axis, TODAY, ("Namn",), "Till", made, arrows=arrows)
    return Timeline(plain, "Planens tid", "Tre rader.")


def test_an_arrow_is_whole_when_kept_and_dashed_when_broken(
    make_paper: Maker, assert_conforms: Callable[[bytes], None]
) -> None:
    def counted(*arrows: Arrow) -> tuple[int, int]:
        data = render(make_paper(landscape=True, large=True, body=(with_arrows(axis_of(TODAY, 24), *arrows),)))
        assert_conforms(data)
        return len(re.findall(r" h f\*", drawn(data))), drawn(data).count("[2.4 1.8] 0 d")

    heads, dashed = counted()
    assert counted(Arrow(0, 1)) == (heads + 1, dashed)
    assert counted(Arrow(0, 1), Arrow(2, 0, Tie.BROKEN)) == (heads + 2, dashed + 1)


def test_an_arrow_between_two_parts_of_a_picture_is_left_out(make_paper: Maker) -> None:
    def heads(*arrows: Arrow) -> int:
        block = with_arrows(axis_of(TODAY, 24), *arrows, lanes=60)
        return len(re.findall(r" h f\*", drawn(render(make_paper(landscape=True, large=True, body=(block,))))))

    assert heads(Arrow(0, 59), Arrow(58, 59)) == heads() + 1


def test_weeks_are_named_as_far_as_there_is_room(make_paper: Maker, page_texts: Callable[[bytes], list[str]]) -> None:
    axis = axis_over(TODAY, date(2027, 10, 1))
    (wide,) = page_texts(render(make_paper(landscape=True, large=True, body=(with_arrows(axis),))))
    (narrow,) = page_texts(render(make_paper(body=(with_arrows(axis),))))
    assert {"50", "51", "52"} <= set(wide.split())
    assert {"49", "51"} <= set(narrow.split())
    assert "50" not in narrow.split()


def test_what_forms_mean_takes_as_many_lines_as_it_needs(
    make_paper: Maker, page_texts: Callable[[bytes], list[str]]
) -> None:
    (text,) = page_texts(render(make_paper(body=(figure(lane("Support")),))))
    assert all(part.value in text for part, _words in LEGEND)
    (element,) = figures(render(make_paper(body=(figure(lane("Support")),))))
    (wide,) = figures(render(make_paper(landscape=True, large=True, body=(figure(lane("Support")),))))
    heights = [float(each["/A"]["/BBox"][3]) - float(each["/A"]["/BBox"][1]) for each in (element, wide)]
    assert heights[0] > heights[1]
