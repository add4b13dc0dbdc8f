"""The overview of the region as tables: each part, whose word it is, and what is missing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from itadmin.services.samverkan.heard import Heard, told_heard
from itadmin.services.samverkan.overview_tables import region_tables, sheet_of
from itadmin.services.samverkan.overview_words import told_of
from itadmin.services.samverkan.region import Kommun
from itadmin.services.samverkan.seen import PARTS, Part, RegionSeen, region_seen


def seen(region: Any) -> RegionSeen:
    return region_seen(region.reading, region.matrix())


def rows(region: Any, part: Part) -> list[dict[str, Any]]:
    sheet = sheet_of(seen(region), part)
    titles = [column.title for column in sheet.columns]
    return [dict(zip(titles, row, strict=True)) for row in sheet.rows]


@pytest.fixture
def told(region: Any) -> Any:
    """A system of two kommuner with an agreement each, and one of a neighbour alone."""
    ours = region.system(area="Bygg", annual_cost=907_600_00, user_count=10)
    theirs = region.system(code="1461")
    region.system("Såg", "1461", product="Såg", starter_key="sag")
    region.level(ours, "1460", 3, starts_on="2025-01-01")
    region.agreement(ours, title="Vårt", starts_on="2024-01-01", first_term_ends_on="2027-12-31", notice_months=3,
                     renewal_months=12)  # fmt: skip
    region.agreement(theirs, "1461", title="Deras", starts_on="2024-01-01", first_term_ends_on="2027-06-30")
    return region


def test_who_has_what_with_levels(told: Any) -> None:
    first, second = rows(told, Part.SYSTEMS)
    assert (first["System"], first["Område"], first["Bengtsfors"], first["Mellerud"]) == (
        "Kvarnen", "Bygg", "●\N{NBSP}3", "●",
    )  # fmt: skip
    assert (first["Kommuner"], first["Användare"], second["Bengtsfors"], second["Mellerud"]) == (2, 10, "", "●")


def test_suppliers_in_common_name_each_system_once(region: Any) -> None:
    ours = region.add("organisations", name="Kvarn AB", kind="leverantor")
    theirs = region.add("organisations", "1461", name="Kvarn AB", kind="leverantor")
    region.system(supplier=ours, product="A", starter_key="a")
    region.system(code="1461", supplier=theirs, product="B", starter_key="b")
    (row,) = rows(region, Part.SUPPLIERS)
    assert (row["Leverantör"], row["Antal"], row["System"]) == ("Kvarn AB", 2, "Kvarnen")


def test_agreements_of_all_stand_by_their_nearest_day(told: Any) -> None:
    first, second = rows(told, Part.AGREEMENTS)
    assert (first["Avtal"], first["Slutar tidigast"], first["Vems avtal"]) == ("Deras", date(2027, 6, 30), "Mellerud")
    assert (second["Säg upp senast"], second["Slutar tidigast"]) == (date(2027, 9, 30), date(2027, 12, 31))


def test_what_is_over_or_followed_is_no_agreement_to_watch(told: Any) -> None:
    old = told.agreement(told.matrix().rows[0].id, title="Gammalt", starts_on="2020-01-01",
                         first_term_ends_on="2025-12-31")  # fmt: skip
    assert old.bytes not in {end.key for end in seen(told).ends}


def test_an_agreement_that_another_takes_the_place_of_is_left_out(told: Any) -> None:
    old = next(end for end in seen(told).ends if end.title == "Vårt")
    told.agreement(
        old.rows[0].id, title="Nytt", starts_on="2028-01-01", first_term_ends_on="2030-12-31", replaces=old.id
    )
    assert [end.title for end in seen(told).ends] == ["Deras", "Nytt"]


def test_an_agreement_whose_time_cannot_be_counted_comes_last_and_is_told(told: Any) -> None:
    told.agreement(told.matrix().rows[0].id, title="Utan tid")
    assert rows(told, Part.AGREEMENTS)[-1]["Avtal"] == "Utan tid"
    assert told_of(seen(told), Part.AGREEMENTS) == "För 1\N{NBSP}avtal går tiden inte att räkna ut."


def test_cost_a_head_says_what_is_missing(told: Any) -> None:
    first = rows(told, Part.COSTS)[0]
    assert (first["Kommun"], first["Kostnad per invånare, kr"], first["Uppgifter från"]) == (
        "Bengtsfors", 100_00, "eget register",
    )  # fmt: skip
    assert told_of(seen(told), Part.COSTS) == (
        "Invånare 2024-12-31. Belopp i hela kronor utan moms. "
        "Kostnad saknas för system: 2 av 2 i Mellerud. Jämför därför med försiktighet."
    )


def test_levels_since_the_first_record(told: Any) -> None:
    told.level(told.matrix().rows[0].id, "1461", 3, starts_on="2026-02-01", by="1460")
    first, last = rows(told, Part.LEVELS)
    assert (first["Dag"], first["Nivå 0"], last["Dag"]) == (date(2025, 12, 31), 1, date(2026, 11, 22))
    assert told_of(seen(told), Part.LEVELS) == "Medelnivån var 0,0 2025-12-31 och är 3,0 2026-11-22."


def test_without_levels_it_is_said(region: Any) -> None:
    region.system()
    assert told_of(seen(region), Part.LEVELS) == "Ingen samverkansnivå har en dag ännu."


def test_who_has_sent_and_who_has_not() -> None:
    kommuner = [Kommun(name.encode(), name, "", is_guest=False) for name in ("Bengtsfors", "Dals-Ed", "Åmål")]
    heard = [Heard(kommuner[0], date(2026, 11, 22), is_own=True), Heard(kommuner[1], date(2026, 11, 2))]
    assert told_heard([*heard, Heard(kommuner[2], None)]) == (
        "Uppgifter från det egna registret (Bengtsfors) och Dals-Ed 2026-11-02. "
        "Åmål har inte skickat någon fil; det som visas om den är andras uppgifter."
    )


@pytest.mark.parametrize("part", Part)
def test_the_part_that_is_shown_stands_last(told: Any, part: Part) -> None:
    found = region_tables(seen(told), part, "Bygg")
    assert found.tables[-1].name == PARTS[part]
    assert {table.name for table in found.tables} == set(PARTS.values())
    assert found.told.startswith("Bara området Bygg. ")


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        (Part.SUPPLIERS, "Ingen leverantör är känd i mer än en kommun."),
        (Part.AGREEMENTS, "Inget avtal som binder är känt för systemen."),
    ],
)
def test_an_empty_part_says_so(region: Any, part: Part, sentence: str) -> None:
    region.system()
    assert (rows(region, part), told_of(seen(region), part)) == ([], sentence)
