"""What receivers lose is named whole, and nobody reads that records go where only a field of them becomes empty."""

import pytest

from itadmin.services.sharing.less import Lost, told_lost


@pytest.mark.parametrize(
    ("lost", "told"),
    [
        ({}, ""),
        ({"systems": frozenset()}, "Här försvinner alla system."),
        ({"systems": frozenset(), "people": frozenset()}, "Här försvinner alla system och alla personer."),
        (
            {"systems": frozenset({"annual_cost"}), "agreements": frozenset({"prices.amount", "annual_price"})},
            "Här töms fält: system – kostnad; avtal – pris, prisrader: belopp.",
        ),
        (
            {"agreements": frozenset({"prices", "prices.amount"}), "people": frozenset()},
            "Här försvinner alla personer. Dessutom töms fält: avtal – prisrader.",
        ),
    ],
)
def test_what_is_lost_is_told_whole(lost: Lost, told: str) -> None:
    assert told_lost(lost, "Här") == told
