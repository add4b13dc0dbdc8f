"""How a goal stands, and which version of a document has the goals that count."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.goals import (
    PRESSING_FIRST,
    STANDING_WORDS,
    Aimed,
    Measured,
    Share,
    Standing,
    Version,
    fallen_from,
    newest,
    standing_of,
    versions_that_count,
)

TODAY = date(2026, 11, 22)
WHOLE = 10_000


@pytest.mark.parametrize(
    ("status", "percent", "target", "year", "standing"),
    [
        ("pagar", 9024, WHOLE, 2028, Standing.UNDER_WAY),
        ("", 9024, WHOLE, None, Standing.UNDER_WAY),
        ("pagar", WHOLE, WHOLE, 2028, Standing.REACHED),
        ("ej_paborjad", 9600, 9500, 2020, Standing.REACHED),
        ("pagar", 9024, WHOLE, 2025, Standing.BEHIND),
        ("pagar", 9024, WHOLE, 2026, Standing.UNDER_WAY),
        ("klar", 9024, WHOLE, 2028, Standing.UNDER_WAY),
        ("klar", 9024, WHOLE, 2025, Standing.BEHIND),
        ("klar", None, WHOLE, 2025, Standing.REACHED),
        ("klar", 9024, None, 2025, Standing.REACHED),
        ("forsenad", 9024, WHOLE, 2030, Standing.BEHIND),
        ("forsenad", None, None, None, Standing.BEHIND),
        ("avbruten", 1, WHOLE, 2020, Standing.DROPPED),
        ("avbruten", WHOLE, WHOLE, 2020, Standing.DROPPED),
        ("pagar", None, None, 2030, Standing.UNDER_WAY),
        ("pagar", None, None, 2025, Standing.BEHIND),
        ("", None, None, 2025, Standing.BEHIND),
        ("ej_paborjad", None, WHOLE, 2030, Standing.UNMEASURED),
        ("", 5000, None, 2030, Standing.UNMEASURED),
        ("", 0, 0, 2030, Standing.REACHED),
    ],
)
def test_how_a_goal_stands(
    status: str, percent: int | None, target: int | None, year: int | None, standing: Standing
) -> None:
    assert standing_of(Aimed(status, target, year), percent, TODAY) is standing


@pytest.mark.parametrize(
    ("status", "standing"),
    [("pagar", Standing.UNMEASURED), ("forsenad", Standing.UNMEASURED), ("avbruten", Standing.DROPPED)],
)
def test_what_is_counted_cannot_be_told_of_when_there_is_nothing_to_count(status: str, standing: Standing) -> None:
    assert standing_of(Aimed(status, WHOLE, 2020, is_counted=True), None, TODAY) is standing


@given(
    status=st.sampled_from(["", "ej_paborjad", "pagar", "klar", "forsenad"]),
    target=st.integers(0, WHOLE),
    percents=st.tuples(st.integers(0, WHOLE), st.integers(0, WHOLE)),
    year=st.none() | st.integers(2020, 2032),
)
def test_more_is_never_worse(status: str, target: int, percents: tuple[int, int], year: int | None) -> None:
    less, more = (standing_of(Aimed(status, target, year), percent, TODAY) for percent in sorted(percents))
    assert PRESSING_FIRST.index(less) <= PRESSING_FIRST.index(more)


def test_every_standing_has_a_word_and_a_place() -> None:
    assert set(STANDING_WORDS) == set(PRESSING_FIRST) == set(Standing)


@given(st.integers(0, 5000), st.integers(1, 5000), st.integers(0, WHOLE))
def test_a_share_has_come_to_a_target_only_when_it_truly_has(number: int, more: int, target: int) -> None:
    share = Share(number, number + more)
    assert share.percent is not None
    assert (share.percent >= target) == (number * WHOLE >= target * (number + more))


READINGS = (Measured(date(2026, 3, 1), 8000), Measured(date(2026, 9, 1), 9000), Measured(date(2027, 1, 1), 9900))


def test_the_newest_reading_is_the_last_until_today() -> None:
    assert newest(READINGS, TODAY) == READINGS[1]
    assert newest(READINGS, date(2026, 2, 28)) is None


@pytest.mark.parametrize(
    ("percent", "day", "before"),
    [
        (8900, TODAY, READINGS[1]),
        (9000, TODAY, None),
        (9100, TODAY, None),
        (None, TODAY, None),
        (8500, date(2026, 9, 1), None),
        (7900, date(2026, 9, 1), READINGS[0]),
        (0, date(2026, 3, 1), None),
    ],
)
def test_what_has_fallen_since_it_was_last_read(percent: int | None, day: date, before: Measured | None) -> None:
    assert fallen_from(READINGS, percent, day) == before


@pytest.mark.parametrize(
    ("versions", "counting"),
    [
        ({}, set()),
        ({1: (None, "faststalld")}, {1}),
        ({1: (None, "utkast")}, {1}),
        ({1: (None, "")}, {1}),
        ({1: (None, "ersatt")}, set()),
        ({1: (None, "ersatt"), 2: (1, "faststalld"), 3: (2, "utkast")}, {2}),
        ({1: (None, "ersatt"), 2: (1, "inaktuell"), 3: (2, "remiss")}, {3}),
        ({1: (None, "faststalld"), 2: (1, "faststalld")}, {2}),
        ({2: (1, "faststalld"), 1: (None, "faststalld")}, {2}),
        ({1: (None, "utkast"), 2: (1, "utkast")}, {2}),
        ({1: (None, "ersatt"), 2: (1, "utkast"), 3: (1, "remiss")}, {3}),
        ({1: (None, "faststalld"), 2: (None, "utkast")}, {1, 2}),
        ({1: (9, "utkast")}, {1}),
        ({1: (1, "faststalld")}, {1}),
        ({1: (2, "utkast"), 2: (1, "utkast")}, {2}),
    ],
)
def test_of_each_chain_of_versions_one_counts(versions: dict[int, tuple[int | None, str]], counting: set[int]) -> None:
    assert versions_that_count({key: Version(*version) for key, version in versions.items()}) == counting


@given(
    st.dictionaries(
        st.integers(0, 12),
        st.tuples(
            st.none() | st.integers(0, 12), st.sampled_from(["utkast", "remiss", "faststalld", "ersatt", "inaktuell"])
        ),
    )
)
def test_a_document_never_counts_beside_another_of_its_chain(versions: dict[int, tuple[int | None, str]]) -> None:
    known = {key: Version(*version) for key, version in versions.items()}
    counting = versions_that_count(known)
    assert all(versions[key][1] not in ("ersatt", "inaktuell") for key in counting)
    for key in counting:
        for other in counting - {key}:
            assert not _are_linked(known, key, other)
    living = {key for key, (_before, status) in versions.items() if status not in ("ersatt", "inaktuell")}
    assert all(key in counting or any(_are_linked(known, key, other) for other in counting) for key in living)


def _are_linked(versions: dict[int, Version], one: int, other: int) -> bool:
    reached, last = {one}, set[int]()
    while reached != last:
        last = set(reached)
        reached |= {key for key, version in versions.items() if version.replaces in last}
        reached |= {key for key in versions if any(versions[found].replaces == key for found in last)}
    return other in reached
