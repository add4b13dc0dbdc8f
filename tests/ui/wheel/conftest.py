"""A year with a period, two days in one sign, a day of an agreement and one without a lane."""

from collections.abc import Callable
from datetime import date

import pytest

from itadmin.domain.calculations.year_ring import MOST_LANES, Happening, Sign, YearPicture, ring_of

TODAY = date(2026, 11, 22)
LEGEND: tuple[tuple[Sign | int, str], ...] = (
    *((sign, sign.value) for sign in Sign),
    *((level, f"nivå {level}") for level in range(6)),
)


@pytest.fixture
def happening() -> Callable[..., Happening]:
    """Makes one: its first and last day, and what else it is."""

    def make(first: str, last: str = "", name: str = "Möte", sign: Sign = Sign.DISC, level: int = 1) -> Happening:
        cells = (first, sign.value, name, "")
        begins = date.fromisoformat(first)
        ends = date.fromisoformat(last) if last else begins
        return Happening(begins, ends, name, sign, level, f"{name} den {first}.", cells)

    return make


@pytest.fixture
def picture(happening: Callable[..., Happening]) -> Callable[..., YearPicture]:
    """Makes the picture of some happenings; of the usual ones when none are given."""

    def make(*happenings: Happening) -> YearPicture:
        usual = (
            *(happening("2026-02-01", "2026-02-28", f"Uppföljning {number}") for number in range(MOST_LANES + 1)),
            happening("2026-05-05", name="Första mötet"),
            happening("2026-05-06", name="Andra mötet"),
            happening("2026-08-31", name="Support", sign=Sign.DIAMOND),
        )
        ring = ring_of(2026, happenings or usual, TODAY)
        headings = ("Dag", "Vad", "Namn", "Ansvarig")
        return YearPicture("Årshjul 2026", "Årshjul 2026: åtta dagar.", ring, ("22 nov", "vecka 47"), LEGEND, headings)

    return make
