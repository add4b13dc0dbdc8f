"""The own part of a shared price: by model, by inhabitants, and not at all where something is not known."""

from datetime import date

import pytest

from itadmin.services.costs.own_share import own_share
from itadmin.services.populations import Populations
from itadmin.storage.queries.cost_sharing import Sharing

DAY, YEAR_END = date(2026, 11, 22), date(2024, 12, 31)
ALL = frozenset({"1438", "1439", "1460", "1461", "1492"})
POPULATIONS = Populations()


def test_by_inhabitants_of_the_agreed_day() -> None:
    heads = {code: POPULATIONS.numbers_on(YEAR_END)[code] for code in ALL}
    expected = 108_500_000 * heads["1460"] / sum(heads.values())
    told = own_share(108_500_000, Sharing("BEFOLKNING", YEAR_END, ALL), "1460", POPULATIONS, DAY)
    assert told is not None
    assert abs(told - expected) <= 1


def test_all_parts_are_the_price() -> None:
    parts = [
        own_share(1_000_001, Sharing("FAST_RORLIG", YEAR_END, ALL), code, POPULATIONS, DAY) for code in sorted(ALL)
    ]
    assert sum(part or 0 for part in parts) == 1_000_001


@pytest.mark.parametrize(
    ("sharing", "own", "share"),
    [
        (Sharing("LIKA", None, frozenset({"1460", "1438"})), "1460", 50),
        (Sharing("LIKA", None, frozenset({"1460", "1438"}), {"1460": 300, "1438": 700}), "1460", 30),
        (Sharing("", None, frozenset({"1438"}), {"1438": 700}), "1460", None),
        (Sharing("", None, frozenset({"1460"}), {"1460": 0}), "1460", None),
        (Sharing("LIKA", None, frozenset({"1460", ""})), "1460", 50),
        (Sharing("LIKA", None, frozenset({"1461", "1438"})), "1460", None),
        (Sharing("BEFOLKNING", date(1901, 1, 1), ALL), "1460", None),
        (Sharing("BEFOLKNING", YEAR_END, frozenset({"1460", ""})), "1460", None),
        (Sharing("DIREKT", YEAR_END, ALL), "1460", None),
        (Sharing("HISTORISK", YEAR_END, ALL), "1460", None),
    ],
)
def test_what_can_be_told(sharing: Sharing, own: str, share: int | None) -> None:
    assert own_share(100, sharing, own, POPULATIONS, DAY) == share
