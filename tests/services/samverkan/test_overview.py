"""The region at a glance: each kommun, suppliers in common, agreements by end, and rows by level."""

from __future__ import annotations

from typing import Any

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.services.samverkan.overview import RegionOverview, region_overview


def told(region: Any) -> RegionOverview:
    return region_overview(region.reading, region.matrix())


@pytest.fixture
def supplied(region: Any) -> Any:
    """Two systems of a supplier that two kommuner have, each with its own record of it, and one of another."""
    ours = region.add("organisations", name="Kvarn AB", kind="leverantor", organisation_number="5560360793")
    theirs = region.add("organisations", "1461", name="KVARN", kind="leverantor", organisation_number="5560360793")
    other = region.add("organisations", name="Annan AB", kind="leverantor")
    own = region.system(supplier=ours, annual_cost=907_600, user_count=10)
    region.system(code="1461", supplier=theirs, annual_cost=100)
    region.system("Såg", "1461", product="Såg", supplier=theirs)
    region.system("Annat", product="Annat", supplier=other, annual_cost=907_600)
    region.agreement(own, first_term_ends_on="2028-01-31")
    return region


def test_what_each_kommun_has_and_what_it_costs_a_head(supplied: Any) -> None:
    bengtsfors, dals_ed, *_rest = told(supplied).kommuner
    assert (bengtsfors.kommun.name, bengtsfors.systems, bengtsfors.shared) == ("Bengtsfors", 2, 1)
    assert (bengtsfors.users, bengtsfors.cost, bengtsfors.inhabitants) == (10, 1_815_200, 9076)
    assert bengtsfors.cost_per_inhabitant == 200
    assert (dals_ed.systems, dals_ed.cost, dals_ed.cost_per_inhabitant) == (0, None, None)


def test_suppliers_that_several_have_are_one_by_their_number(supplied: Any) -> None:
    (supplying,) = told(supplied).suppliers
    assert supplying.name == "Kvarn AB"
    assert supplying.kommuner == tuple(municipality_id(code).bytes for code in ("1460", "1461"))
    assert ([row.name for row in supplying.rows], supplying.cost) == (["Kvarnen", "Såg"], 907_700)


def test_agreements_on_their_way_out_come_by_day(supplied: Any) -> None:
    supplied.agreement(supplied.system("Nära", product="Nära"), first_term_ends_on="2027-01-31")
    found = [(str(each.ending.day), each.row.name) for each in told(supplied).endings]
    assert found == [("2027-01-31", "Nära"), ("2028-01-31", "Kvarnen")]


def test_rows_by_level_are_those_of_which_one_is_known(region: Any) -> None:
    for name, levels in {"A": (3, 3), "B": (5, 0), "C": ()}.items():
        system = region.system(name, product=name)
        for code, level in zip(("1460", "1461"), levels, strict=False):
            region.level(system, code, level, by="1460")
    assert told(region).levels == (1, 0, 0, 1, 0, 0)
