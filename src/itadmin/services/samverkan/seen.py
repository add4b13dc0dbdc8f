"""All that the overview of the region tells, gathered once for a matrix or for the part of it that an area is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from itadmin.domain.text import swedish_key
from itadmin.services.reading import Reading
from itadmin.services.samverkan.cells import Matrix
from itadmin.services.samverkan.ends import AgreementEnd, ends_of
from itadmin.services.samverkan.heard import Heard, heard_of
from itadmin.services.samverkan.overview import RegionOverview, region_overview
from itadmin.services.samverkan.trend import Point, trend_of


class Part(StrEnum):
    """What the overview tells of."""

    SYSTEMS = "system"
    SUPPLIERS = "leverantorer"
    AGREEMENTS = "avtal"
    COSTS = "kostnad"
    LEVELS = "nivaer"


PARTS: Mapping[Part, str] = {
    Part.SYSTEMS: "Vem har vad",
    Part.SUPPLIERS: "Gemensamma leverantörer",
    Part.AGREEMENTS: "Avtal efter slut",
    Part.COSTS: "Kostnad per invånare",
    Part.LEVELS: "Nivåer över tid",
}
"""What each part is called, in the order they are told."""


@dataclass(frozen=True, slots=True)
class RegionSeen:
    """All that the overview tells of a matrix."""

    matrix: Matrix
    overview: RegionOverview
    ends: tuple[AgreementEnd, ...]
    trend: tuple[Point, ...]
    heard: tuple[Heard, ...]


def region_seen(reading: Reading, matrix: Matrix) -> RegionSeen:
    """Gather it, with the rows by area and name."""
    rows = sorted(matrix.rows, key=lambda row: (not row.areas, swedish_key(", ".join(row.areas)), row.sort_key))
    matrix = replace(matrix, rows=tuple(rows))
    return RegionSeen(
        matrix,
        region_overview(reading, matrix),
        ends_of(reading, matrix),
        trend_of(reading, matrix),
        heard_of(reading, matrix),
    )
