"""All that the overview of the region tells of a matrix or of the part of it that an area is, part by part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

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


@dataclass(frozen=True)
class RegionSeen:
    """All that the overview tells of a matrix; each part is gathered when it is first asked for."""

    matrix: Matrix
    reading: Reading

    @cached_property
    def overview(self) -> RegionOverview:
        """The region at a glance."""
        return region_overview(self.reading, self.matrix)

    @cached_property
    def ends(self) -> tuple[AgreementEnd, ...]:
        """The agreements by their nearest day."""
        return ends_of(self.reading, self.matrix)

    @cached_property
    def trend(self) -> tuple[Point, ...]:
        """The levels year by year."""
        return trend_of(self.reading, self.matrix)

    @cached_property
    def heard(self) -> tuple[Heard, ...]:
        """Whose word it is, and of which day."""
        return heard_of(self.reading, self.matrix)


def region_seen(reading: Reading, matrix: Matrix) -> RegionSeen:
    """What there is to tell of a matrix, with the rows by area and name."""
    order = {areas: swedish_key(", ".join(areas)) for areas in {row.areas for row in matrix.rows}}
    rows = sorted(matrix.rows, key=lambda row: (not row.areas, order[row.areas], row.sort_key))
    return RegionSeen(replace(matrix, rows=tuple(rows)), reading)
