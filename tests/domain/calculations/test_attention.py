"""Bands, order and marks of the work list."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.attention import (
    BAND_WORDS,
    HANDLED,
    RESTING,
    Act,
    AttentionLine,
    Band,
    Mark,
    band_of,
    in_order,
    is_within,
)

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(1900, 1, 1), date(9999, 12, 31))
PLACES = {band: place for place, band in enumerate(Band)}


@pytest.mark.parametrize(
    ("day", "band"),
    [
        (date(1900, 1, 1), Band.FORSENAT),
        (TODAY - timedelta(days=1), Band.FORSENAT),
        (TODAY, Band.INOM_30_DAGAR),
        (date(2026, 12, 22), Band.INOM_30_DAGAR),
        (date(2026, 12, 23), Band.INOM_6_MANADER),
        (date(2027, 5, 22), Band.INOM_6_MANADER),
        (date(2027, 5, 23), Band.SENARE),
        (date(9999, 12, 31), Band.SENARE),
    ],
)
@pytest.mark.parametrize("grave", [False, True])
def test_a_day_decides_how_pressing_it_is(day: date, band: Band, *, grave: bool) -> None:
    assert band_of(day, TODAY, grave=grave) is band


@pytest.mark.parametrize(
    ("grave", "undated", "band"),
    [
        (True, Band.INOM_6_MANADER, Band.INOM_30_DAGAR),
        (True, Band.SENARE, Band.INOM_30_DAGAR),
        (False, Band.FORSENAT, Band.FORSENAT),
        (False, Band.INOM_6_MANADER, Band.INOM_6_MANADER),
        (False, Band.SENARE, Band.SENARE),
    ],
)
def test_what_has_no_day_is_soon_if_it_is_grave(grave: bool, undated: Band, band: Band) -> None:
    assert band_of(None, TODAY, grave=grave, undated=undated) is band


@given(DAYS, DAYS, DAYS, st.booleans())
def test_an_earlier_day_is_never_less_pressing(one: date, other: date, today: date, grave: bool) -> None:
    earlier, later = sorted((one, other))
    assert PLACES[band_of(earlier, today, grave=grave)] <= PLACES[band_of(later, today, grave=grave)]


@given(DAYS, DAYS, DAYS)
def test_nothing_gets_less_pressing_by_waiting(day: date, one: date, other: date) -> None:
    before, after = sorted((one, other))
    assert PLACES[band_of(day, after, grave=False)] <= PLACES[band_of(day, before, grave=False)]


@pytest.mark.parametrize(
    ("day", "within"),
    [
        (TODAY - timedelta(days=1), False),
        (TODAY, True),
        (date(2027, 5, 22), True),
        (date(2027, 5, 23), False),
    ],
)
def test_what_is_near_is_to_come_within_half_a_year(day: date, within: bool) -> None:
    assert is_within(day, TODAY) is within


def line(record: str, day: date | None, *, grave: bool = False, undated: Band = Band.INOM_6_MANADER) -> AttentionLine:
    return AttentionLine(
        kind="prov",
        register="systems",
        record_id=UUID(int=0),
        record=record,
        said="Prov.",
        day=day,
        band=band_of(day, TODAY, grave=grave, undated=undated),
        responsible="",
        responsible_id=None,
        occasion="",
        act=Act.OPEN,
        grave=grave,
    )


class Telling:
    """Counts how often it is put in words."""

    def __init__(self) -> None:
        self.times = 0

    def in_words(self) -> str:
        self.times += 1
        return "Det förlängs."


def test_a_reason_is_put_in_words_when_it_is_read() -> None:
    telling = Telling()
    untold = line("Lifecare", None)._replace(said=telling)
    in_order([("b", untold), ("a", line("Ecos", None))])
    assert telling.times == 0
    assert (untold.reason, telling.times) == ("Det förlängs.", 1)
    assert line("Ecos", None).reason == "Prov."


def test_lines_come_in_the_order_they_are_to_be_done() -> None:
    lines = [
        line("senare", date(2028, 1, 1)),
        line("utan dag", None),
        line("b snart", TODAY),
        line("a snart", TODAY),
        line("allvarlig snart", TODAY, grave=True),
        line("uppgift saknas", None, undated=Band.SENARE),
        line("för sent", date(2026, 1, 1)),
        line("allvarlig", None, grave=True),
    ]
    assert [item.record for item in in_order((item.record, item) for item in lines)] == [
        "för sent",
        "allvarlig snart",
        "a snart",
        "b snart",
        "allvarlig",
        "utan dag",
        "senare",
        "uppgift saknas",
    ]


@pytest.mark.parametrize(
    ("verdict", "until", "quiet"),
    [
        (HANDLED, None, True),
        (RESTING, TODAY + timedelta(days=1), True),
        (RESTING, TODAY, False),
        (RESTING, TODAY - timedelta(days=1), False),
        (RESTING, None, False),
    ],
)
def test_a_mark_is_quiet_until_its_day(verdict: str, until: date | None, quiet: bool) -> None:
    assert Mark(UUID(int=0), verdict, until, "").is_quiet(TODAY) is quiet


def test_every_band_has_a_name() -> None:
    assert set(BAND_WORDS) == set(Band)
