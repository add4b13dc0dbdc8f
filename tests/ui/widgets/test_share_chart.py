"""Shares over time: where they lie, and that the picture shows them and says them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.share_chart import ShareBar, ShareChart
from itadmin.ui.widgets.share_data import Origin, ShareHistory, SharePoint, down

TODAY = date(2026, 11, 22)


def history(*days: date, until: date | None = None, target: int | None = 9000) -> ShareHistory:
    points = [SharePoint(day, 5000, Origin.READ) for day in days]
    return ShareHistory(points, TODAY, target, until, "Utfall över tid: 50 %.")


@pytest.mark.parametrize(
    ("days", "until", "axis"),
    [
        ((), None, (TODAY, TODAY)),
        ((date(2025, 1, 1),), None, (date(2025, 1, 1), TODAY)),
        ((date(2025, 1, 1),), date(2027, 12, 31), (date(2025, 1, 1), date(2027, 12, 31))),
        ((date(2025, 1, 1),), date(2040, 12, 31), (date(2025, 1, 1), TODAY)),
        ((date(2025, 1, 1),), date(2020, 12, 31), (date(2025, 1, 1), TODAY)),
    ],
)
def test_the_axis_goes_to_what_is_aimed_at_if_that_is_not_far_off(
    days: tuple[date, ...], until: date | None, axis: tuple[date, date]
) -> None:
    assert history(*days, until=until).days == axis


def test_the_years_are_marked() -> None:
    assert history(date(2024, 12, 31)).years() == (date(2025, 1, 1), date(2026, 1, 1))


@given(st.lists(st.dates(date(2000, 1, 1), date(2040, 1, 1)), max_size=5), st.none() | st.dates(date(2000, 1, 1)))
def test_all_points_lie_on_the_picture(days: list[date], until: date | None) -> None:
    shown = history(*days, until=until)
    assert all(0 <= shown.across(point.day) <= 1 for point in shown.points)


@pytest.mark.parametrize(("percent", "place"), [(0, 1), (10_000, 0), (2500, 0.75), (20_000, 0), (-1, 1)])
def test_more_lies_higher(percent: int, place: float) -> None:
    assert down(percent) == place


def test_the_chart_draws_its_points_and_says_them(qtbot: QtBot, look: Look) -> None:
    chart = ShareChart(look)
    qtbot.addWidget(chart)
    chart.resize(chart.sizeHint())
    blank = chart.grab().toImage()
    chart.show_history(history(date(2025, 1, 1), TODAY))
    image = chart.grab().toImage()
    assert image != blank
    accent = QColor(look.tokens.accent)
    columns = {x for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) == accent}
    assert max(columns) - min(columns) > image.width() / 2
    assert chart.accessibleName() == "Utfall över tid: 50 %."


@pytest.mark.parametrize(("percent", "filled"), [(None, 0), (0, 0), (5000, 0.5), (10_000, 1)])
def test_the_bar_is_filled_as_far_as_the_share_and_marks_the_target(
    qtbot: QtBot, look: Look, percent: int | None, filled: float
) -> None:
    bar = ShareBar(look)
    qtbot.addWidget(bar)
    bar.resize(400, bar.sizeHint().height())
    bar.show_share(percent, 7500, "hälften")
    image = bar.grab().toImage()
    middle = image.height() // 2
    colours = [image.pixelColor(x, middle).name() for x in range(4, 396)]
    assert abs(colours.count(look.tokens.accent.lower()) / len(colours) - filled) < 0.03
    marked = [x for x in range(400) if image.pixelColor(x, 0).name() == look.tokens.text.lower()]
    assert marked
    assert all(abs(x - 300) < 4 for x in marked)
    assert bar.accessibleName() == "hälften"
