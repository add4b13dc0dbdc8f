"""What a year costs: lines, prices of agreements by days and systems, and that nothing is lost or counted twice."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.cost_table import CostSum, Grouping, divided, sums
from itadmin.domain.calculations.costs import Cost, Line, Owned, Priced, Source, Sources, by_year, days_held

LIFECARE, VIKLO, W3D3 = b"\x01", b"\x02", b"\x03"
SUPPORT, CLOUD = b"\x11", b"\x12"
SOCIAL, LEDNING = b"\x21", b"\x22"
TIETO = b"\x31"

SYSTEMS = {
    LIFECARE: Owned(SOCIAL, None, None, None, None),
    VIKLO: Owned(SOCIAL, None, 99_900_00, None, None),
    W3D3: Owned(LEDNING, TIETO, 50_000_00, 2026, None),
}
AGREEMENTS = {
    SUPPORT: Priced("support", (LIFECARE, VIKLO), TIETO, 100_000_01, date(2025, 7, 2), None),
    CLOUD: Priced("tjanstekop", (LIFECARE,), TIETO, 36_500_00, None, None),
}


def line(key: bytes, kind: str, **values: Any) -> Line:
    return Line(key, kind, None, None, None, None, None, None)._replace(**values)


LINES = [
    (2026, line(b"a", "drift", system=LIFECARE, budget=20_000_00)),
    (2026, line(b"b", "licens", agreement=CLOUD, budget=40_000_00, actual=41_000_01)),
    (2026, line(b"c", "personal", bearer=LEDNING, actual=-500_00)),
    (2026, line(b"d", "ovrigt", system=W3D3)),
    (2025, line(b"e", "drift", system=LIFECARE, budget=18_000_00, actual=19_000_00)),
]
SOURCES = Sources(by_year(LINES), AGREEMENTS, SYSTEMS)


def told(costs: Iterable[Cost]) -> list[tuple[str, str, bytes | None, bytes | None, int]]:
    return [(cost.source, cost.kind, cost.system, cost.bearer, cost.amount) for cost in costs]


def test_a_year_is_made_of_lines_then_agreements_then_what_systems_say() -> None:
    assert told(SOURCES.costs(2026)) == [
        ("kostnadsrad", "drift", LIFECARE, SOCIAL, 20_000_00),
        ("kostnadsrad", "licens", LIFECARE, SOCIAL, 41_000_01),
        ("kostnadsrad", "personal", None, LEDNING, -500_00),
        ("avtal", "support", LIFECARE, SOCIAL, 50_000_01),
        ("avtal", "support", VIKLO, SOCIAL, 50_000_00),
        ("system", "ovrigt", W3D3, LEDNING, 50_000_00),
    ]


def test_the_year_before_has_part_of_the_agreement_and_a_system_not_in_use_nothing() -> None:
    half = (2 * 100_000_01 * 183 + 365) // (2 * 365)
    assert half == 50_136_99
    assert told(SOURCES.costs(2025)) == [
        ("kostnadsrad", "drift", LIFECARE, SOCIAL, 19_000_00),
        ("avtal", "support", LIFECARE, SOCIAL, 25_068_50),
        ("avtal", "support", VIKLO, SOCIAL, 25_068_49),
        ("avtal", "tjanstekop", LIFECARE, SOCIAL, 36_500_00),
    ]


def table(grouping: Grouping) -> dict[object, tuple[int | None, int | None, int, int, int, int | None]]:
    rows = sums(grouping, SOURCES.costs(2026), SOURCES.costs(2025))
    return {row.group: (row.budget, row.actual, row.amount, row.before, row.change, row.change_percent) for row in rows}


def test_the_worked_table_to_the_ore() -> None:
    assert table(Grouping.SYSTEM) == {
        LIFECARE: (60_000_00, 41_000_01, 111_000_02, 80_568_50, 30_431_52, None),
        VIKLO: (None, None, 50_000_00, 25_068_49, 24_931_51, None),
        W3D3: (None, None, 50_000_00, 0, 50_000_00, None),
        None: (None, -500_00, -500_00, 0, -500_00, None),
    }
    assert table(Grouping.BEARER) == {
        SOCIAL: (60_000_00, 41_000_01, 161_000_02, 105_636_99, 55_363_03, None),
        LEDNING: (None, -500_00, 49_500_00, 0, 49_500_00, None),
    }
    assert table(Grouping.SUPPLIER)[TIETO] == (40_000_00, 41_000_01, 191_000_02, 86_636_99, 104_363_03, 120_46)
    assert table(Grouping.KIND)["support"] == (None, None, 100_000_01, 50_136_99, 49_863_02, None)


def begun(agreement: Priced, owned: int | None = None, lines: tuple[tuple[int, Line], ...] = ()) -> CostSum:
    found = Sources(by_year(lines), {SUPPORT: agreement}, {VIKLO: Owned(None, None, owned, None, None)})
    return CostSum(None, found.costs(2026), found.costs(2025))


HALF = Priced("support", (VIKLO,), None, 365_00, date(2025, 7, 2), None)


@pytest.mark.parametrize(("values", "apparent", "percent"), [
    ({}, 182_00, None),
    ({"follows": True}, 0, 99_45),
    ({"first": date(2025, 1, 2)}, 1_00, None),
    ({"first": date(2025, 1, 1)}, 0, 0),
    ({"first": date(2026, 1, 1)}, 365_00, None),
    ({"first": None}, 0, 0),
    ({"last": date(2026, 1, 1)}, -182_00, -99_45),
])  # fmt: skip
def test_an_agreement_that_begins_in_no_other_s_place_makes_an_apparent_change(
    values: dict[str, Any], apparent: int, percent: int | None
) -> None:
    found = begun(HALF._replace(**values))
    assert {cost.is_begun for cost in found.costs} == {bool(apparent)}
    assert (found.begun, found.change_percent) == (apparent, percent)


def test_what_its_system_said_that_it_cost_until_then_is_taken_off() -> None:
    assert begun(HALF._replace(first=date(2026, 1, 1)), owned=300_00).begun == 65_00


@pytest.mark.parametrize(("before", "percent"), [(200_00, 400_00), (199_99, None), (1, None), (0, None)])
def test_more_than_five_times_as_much_is_told_without_a_percentage(before: int, percent: int | None) -> None:
    lines = by_year([(2026, line(b"n", "drift", actual=1_000_00)), (2025, line(b"f", "drift", actual=before))])
    found = Sources(lines, {}, {})
    assert CostSum(None, found.costs(2026), found.costs(2025)).change_percent == percent


def test_a_percentage_stands_where_most_of_the_change_is_known() -> None:
    lines = ((2026, line(b"n", "drift", actual=300_00)), (2025, line(b"f", "drift", actual=100_00)))
    found = begun(HALF, lines=lines)
    assert (found.begun, found.change, found.change_percent) == (182_00, 382_00, 134_98)
    assert begun(HALF, lines=((2025, line(b"f", "drift", actual=400_00)),)).change_percent == -37_39


def test_a_line_without_amount_says_nothing_and_leaves_the_price_of_its_agreement() -> None:
    empty = Sources(by_year([(2026, line(b"x", "licens", agreement=CLOUD))]), AGREEMENTS, {})
    assert (Source.AGREEMENT, 36_500_00) in [(cost.source, cost.amount) for cost in empty.costs(2026)]


def test_lines_of_an_agreement_take_the_place_of_its_price_wherever_they_stand() -> None:
    lines = by_year([(2026, line(b"x", "support", system=VIKLO, agreement=SUPPORT, actual=7))])
    found = Sources(lines, {SUPPORT: AGREEMENTS[SUPPORT]}, SYSTEMS | {W3D3: SYSTEMS[LIFECARE]}).costs(2026)
    assert [(cost.source, cost.system, cost.amount, cost.supplier) for cost in found] == [
        (Source.LINE, VIKLO, 7, TIETO)
    ]


@pytest.mark.parametrize(("first", "last", "year", "days"), [
    (None, None, 2026, (365, 365)),
    (None, None, 2028, (366, 366)),
    (date(2026, 12, 31), None, 2026, (1, 365)),
    (date(2027, 1, 1), None, 2026, (0, 365)),
    (None, date(2026, 1, 1), 2026, (1, 365)),
    (date(2020, 1, 1), date(2025, 12, 31), 2026, (0, 365)),
    (date(2026, 3, 1), date(2026, 2, 1), 2026, (0, 365)),
])  # fmt: skip
def test_the_days_of_a_year_are_counted_with_first_and_last(
    first: date | None, last: date | None, year: int, days: tuple[int, int]
) -> None:
    assert days_held(first, last, year) == days


def test_a_system_that_is_retired_costs_to_its_last_year() -> None:
    old = Sources({}, {}, {VIKLO: Owned(None, None, 5, 2019, 2025)})
    assert [sum(cost.amount for cost in old.costs(year)) for year in (2018, 2019, 2025, 2026)] == [0, 5, 5, 0]


def test_what_is_divided_is_rounded_half_up_and_by_nothing_is_nothing() -> None:
    assert [divided(5, 2), divided(-5, 2), divided(7, 0), divided(7, None)] == [3, -2, None, None]


MAYBE = st.none() | st.integers(-(10**9), 10**9)
SYSTEM_IDS = st.sampled_from([b"\x01", b"\x02", b"\x03", b"\x04", b"\x05"])
PARTIES = st.none() | st.sampled_from([b"\x21", b"\x22"])
AGREEMENT_IDS = st.sampled_from([b"\x11", b"\x12", b"\x13"])
DAYS = st.none() | st.dates(date(2024, 1, 1), date(2028, 1, 1))
A_LINE = st.builds(
    Line, st.binary(min_size=2, max_size=4), st.sampled_from(["drift", "licens", ""]), st.none() | SYSTEM_IDS,
    st.none() | AGREEMENT_IDS, MAYBE, MAYBE, PARTIES, PARTIES,
)  # fmt: skip
SOME_SYSTEMS = st.lists(SYSTEM_IDS, unique=True).map(tuple)
AN_AGREEMENT = st.builds(Priced, st.sampled_from(["support", "drift"]), SOME_SYSTEMS, PARTIES, MAYBE, DAYS, DAYS)
A_SYSTEM = st.builds(Owned, PARTIES, PARTIES, MAYBE, st.none(), st.none())
ANY = st.builds(
    Sources,
    st.dictionaries(st.sampled_from([2025, 2026]), st.lists(A_LINE, max_size=8).map(tuple)),
    st.dictionaries(AGREEMENT_IDS, AN_AGREEMENT),
    st.dictionaries(SYSTEM_IDS, A_SYSTEM),
)


@given(ANY)
def test_the_total_is_the_same_however_it_is_grouped_and_nothing_is_lost(sources: Sources) -> None:
    now, before = sources.costs(2026), sources.costs(2025)
    for grouping in Grouping:
        rows = sums(grouping, now, before)
        assert sum(row.amount for row in rows) == sum(cost.amount for cost in now)
        assert sum(row.before for row in rows) == sum(cost.amount for cost in before)
        assert sum(row.change for row in rows) == CostSum(None, now, before).change
    lines = [each for each in sources.lines.get(2026, ()) if each.amount is not None]
    of_lines = [cost for cost in now if cost.source is Source.LINE]
    assert sum(cost.amount for cost in of_lines) == sum(each.amount or 0 for each in lines)
    assert sum(cost.budget or 0 for cost in of_lines) == sum(each.budget or 0 for each in lines)
    assert sum(cost.actual or 0 for cost in of_lines) == sum(each.actual or 0 for each in lines)


@given(ANY)
def test_nothing_is_counted_twice(sources: Sources) -> None:
    now = sources.costs(2026)
    by_price = {cost.key for cost in now if cost.source is Source.AGREEMENT}
    by_line = {cost.agreement for cost in now if cost.source is Source.LINE}
    assert not by_price & by_line
    by_themselves = [cost.system for cost in now if cost.source is Source.SYSTEM]
    assert len(by_themselves) == len(set(by_themselves))
    assert not set(by_themselves) & {cost.system for cost in now if cost.source is not Source.SYSTEM}
    for key in by_price:
        price = sources.agreements[key].price or 0
        assert abs(sum(cost.amount for cost in now if cost.key == key)) <= abs(price)
