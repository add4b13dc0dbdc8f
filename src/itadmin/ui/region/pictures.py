"""What each part of the overview is drawn as, from what is seen of the region. Plain values."""

from __future__ import annotations

from itadmin.domain.money import NBSP, format_whole_kronor
from itadmin.services.samverkan.overview_words import mean_words
from itadmin.services.samverkan.seen import RegionSeen
from itadmin.ui.region.bars_view import BarRow, Piece
from itadmin.ui.region.ends_view import EndsLane

MOST_DAYS = 8
"""Days of a trend that are drawn, the newest; the table has them all."""


def cost_bars(seen: RegionSeen) -> list[BarRow]:
    """The cost per inhabitant of each kommun where it is known; how much it rests on is said at its end."""
    rows = []
    for each in seen.overview.kommuner:
        cost = each.cost_per_inhabitant
        if cost is not None:
            lacking = f", {each.uncosted} av {each.systems} system utan kostnad" if each.uncosted else ""
            rows.append(BarRow(each.kommun.name, (Piece(cost),), f"{format_whole_kronor(cost)}{lacking}"))
    return rows


def level_bars(seen: RegionSeen) -> list[BarRow]:
    """How many systems had come to each level on the newest days."""
    return [
        BarRow(
            point.day.isoformat(),
            tuple(Piece(number, level) for level, number in enumerate(point.systems)),
            f"{point.known} system, medelnivå{NBSP}{mean_words(point) or '–'}",
        )
        for point in seen.trend[-MOST_DAYS:]
    ]


def ends_lanes(seen: RegionSeen) -> list[EndsLane]:
    """The days of the agreements that bind each kommun; those without any are left out."""
    lanes = []
    for kommun in seen.matrix.kommuner:
        bound = [end for end in seen.ends if kommun.key in end.kommuner]
        lane = EndsLane(
            kommun.name,
            tuple(sorted({end.ends_on for end in bound if end.ends_on})),
            tuple(sorted({end.say_by for end in bound if end.say_by})),
        )
        if lane.ends or lane.notices:
            lanes.append(lane)
    return lanes
