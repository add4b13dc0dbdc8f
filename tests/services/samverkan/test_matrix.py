"""The matrix: who is seen, what stands in a cell, and what a row adds up to."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.opportunities import Reason
from itadmin.domain.calculations.region_levels import Step
from itadmin.domain.identifiers import municipality_id
from itadmin.services.reading import ListQuery
from itadmin.services.samverkan.matrix import Asked
from itadmin.services.samverkan.trend import history_of
from itadmin.storage.file import DamagedError

DALSLAND = ["Bengtsfors", "Dals-Ed", "Färgelanda", "Mellerud", "Åmål"]
FAR = "2035-01-01"


def key(code: str) -> bytes:
    return municipality_id(code).bytes


def names(matrix: Any) -> list[str]:
    return [kommun.name for kommun in matrix.kommuner]


def test_an_empty_register_has_the_kommuner_around_and_no_rows(region: Any) -> None:
    matrix = region.matrix()
    assert (names(matrix), matrix.rows) == (DALSLAND, ())


def test_systems_of_one_product_are_one_row_and_others_rows_of_their_own(region: Any) -> None:
    own, theirs = region.system(), region.system("KVARN", "1461")
    region.system("Annat", "1461", product="Annat", starter_key="annat")
    region.system("Avvecklat", lifecycle="avvecklad", product="A")
    region.system("Förslag", suggestion=True, product="B")
    matrix = region.matrix()
    assert [(row.name, len(row.systems)) for row in matrix.rows] == [("Annat", 1), ("Kvarnen", 2)]
    assert matrix.row_of(theirs) == matrix.row_of(own)
    assert matrix.row_of(own).id == own
    assert matrix.row_of(UUID(int=1)) is None


def test_what_is_retired_is_no_row_but_ties_what_is_the_same_as_it(region: Any) -> None:
    region.add("organisations", name="Kvarn AB", organisation_number="5560360793", kind="leverantor")
    supplier = region.workspace.reading().keys("organisations", ListQuery(words="Kvarn AB"))[0]
    region.system("Ett", starter_key=None, supplier=supplier)
    region.system("Två", "1461")
    assert len(region.matrix().rows) == 2
    region.system("Tre", "1438", supplier=supplier, lifecycle="avvecklad")
    (row,) = region.matrix().rows
    assert (row.name, len(row.systems), sorted(row.cells)) == ("Ett", 2, sorted(map(key, ("1460", "1461"))))


def test_a_text_that_cannot_have_been_written_is_damage(region: Any) -> None:
    region.system()
    with region.workspace.file.writing() as connection:
        connection.exec_driver_sql("UPDATE systems SET label = CAST(x'c3' AS TEXT)")
    with pytest.raises(DamagedError):
        region.matrix()


def test_what_somebody_has_said_is_the_same_is_one_row(region: Any) -> None:
    one, other = region.system(product="Ett"), region.system("Två", "1461", product="Annat")
    assert len(region.matrix().rows) == 2
    region.add("matches", verdict="samma", one=one, other=other)
    assert len(region.matrix().rows) == 1


def test_rows_come_by_level_then_name_and_the_whole_is_what_two_have_reached(region: Any) -> None:
    for name, levels in {"B": (3, 3), "A": (3, 4), "Ö": (5, 5), "C": (5, 1)}.items():
        system = region.system(name, product=name)
        for code, level in zip(("1460", "1461"), levels, strict=True):
            region.level(system, code, level, by="1460")
    assert [(row.name, row.level) for row in region.matrix().rows] == [
        ("Ö", 5),
        ("A", 3),
        ("B", 3),
        ("C", 1),
    ]


def test_own_word_of_a_kommun_replaces_ours_and_the_difference_is_told(region: Any) -> None:
    own, theirs = region.system(), region.system(code="1461")
    region.level(own, "1461", 2, by="1460", target_level="4", starts_on="2026-01-01")
    cell = region.cell("1461")
    assert (cell.level, cell.target, cell.said_by, cell.differs) == (2, 4, municipality_id("1460"), False)
    region.level(theirs, "1461", 3, starts_on="2020-01-01")
    cell = region.cell("1461")
    assert (cell.level, cell.target, cell.said_by) == (3, None, None)
    assert [(word.by, word.level) for word in cell.differing] == [(municipality_id("1460").bytes, 2)]


def test_a_level_counts_from_its_day_and_until_its_last(region: Any) -> None:
    system = region.system()
    region.level(system, "1460", 1, ends_on="2026-11-21")
    region.level(system, "1461", 2, by="1460", starts_on="2026-11-23")
    region.level(system, "1492", 3, by="1460", starts_on="2026-11-22", ends_on="2026-11-22")
    levels = {kommun: cell.level for kommun, cell in region.row().cells.items()}
    assert levels == {municipality_id("1460").bytes: None, municipality_id("1492").bytes: 3}


def test_a_guest_stands_after_the_members_and_only_where_it_takes_part(region: Any) -> None:
    system = region.system()
    region.level(system, "1785", 3, by="1460")
    region.system("Bara deras", "1785", product="Deras", starter_key="deras")
    matrix = region.matrix()
    assert names(matrix) == [*DALSLAND, "Säffle"]
    assert [kommun.is_guest for kommun in matrix.kommuner] == [False] * 5 + [True]
    assert [row.name for row in matrix.rows] == ["Kvarnen"]


def test_a_system_is_not_lifted_by_guests_alone(region: Any) -> None:
    system = region.system()
    for code, level in (("1785", 2), ("1765", 1)):
        region.level(system, code, level, by="1460")
    matrix = region.matrix()
    assert (matrix.rows[0].level, history_of(region.reading, matrix, matrix.rows[0]).joint) == (0, (Step("", 0),))
    region.level(system, "1460", 3)
    assert region.row().level == 2


def test_the_kommuner_of_a_region_are_what_the_register_says(region: Any) -> None:
    def ids(*codes: str) -> list[UUID]:
        return [municipality_id(code) for code in codes]

    system = region.system()
    for code in ("1460", "1785", "1461"):
        region.level(system, code, 3, by="1460")
    region.system(code="1461")
    west = region.add("regions", name="Väst", members=ids("1460", "1785"))
    east = region.add("regions", name="Öst", members=ids("1460", "1461", "1438"), guests=ids("1785"))
    theirs = region.add("regions", "1492", name="Andras", members=ids("1492", "1765"))
    assert names(region.matrix()) == ["Bengtsfors", "Säffle"]
    assert names(region.matrix(Asked(region=west))) == ["Bengtsfors", "Säffle"]
    assert names(region.matrix(Asked(region=east))) == ["Bengtsfors", "Dals-Ed", "Mellerud", "Säffle"]
    assert region.matrix(Asked(region=east)).members.name == "Öst"
    assert names(region.matrix(Asked(region=theirs))) == ["Åmål", "Årjäng"]


def test_a_region_that_a_neighbour_keeps_counts_where_we_are_a_member(region: Any) -> None:
    members = [municipality_id(code) for code in ("1460", "1438")]
    region.add("regions", "1438", name="Norr", members=members)
    assert names(region.matrix()) == ["Bengtsfors", "Dals-Ed"]


@pytest.mark.parametrize(
    ("lifecycle", "uses"), [(None, True), ("i_drift", True), ("under_avveckling", True), ("planerad", False)]
)
def test_who_uses_a_system_has_it_in_use(region: Any, lifecycle: str | None, uses: bool) -> None:
    region.system(lifecycle=lifecycle)
    assert region.cell("1460").uses is uses


def test_use_is_also_told_by_levels_and_by_use_of_parts_of_a_kommun(region: Any) -> None:
    system = region.system(user_count=100)
    unit = region.add("organisations", name="Socialförvaltningen", kind="forvaltning", parent=municipality_id("1438"))
    region.add("system_uses", system=system, organisation=unit, status="anvands", user_count=30)
    region.add("system_uses", system=system, organisation=unit, status="planeras", user_count=5)
    region.add("system_uses", system=system, organisation=municipality_id("1492"), status="upphort", user_count=9)
    region.add("system_uses", system=system, organisation=municipality_id("1460"), status="anvands", user_count=90)
    region.level(system, "1461", 3, by="1460")
    region.level(system, "1439", 2, by="1460")
    row = region.row()
    found = {kommun: (cell.uses, cell.users) for kommun, cell in row.cells.items()}
    assert found == {
        municipality_id("1460").bytes: (True, 100),
        municipality_id("1438").bytes: (True, 35),
        municipality_id("1461").bytes: (True, None),
        municipality_id("1439").bytes: (False, None),
    }
    assert row.users == 135


def test_cost_is_what_the_system_says_else_its_part_of_its_agreements(region: Any) -> None:
    own, theirs = region.system(annual_cost=100_000), region.system(code="1461")
    other = region.system("Annat", "1461", product="Annat", starter_key="annat")
    region.agreement(own, annual_price=999_999)
    region.agreement(theirs, "1461", systems=[theirs, other], annual_price=80_000)
    row = region.matrix().row_of(own)
    assert {kommun: cell.cost for kommun, cell in row.cells.items()} == {
        municipality_id("1460").bytes: 100_000,
        municipality_id("1461").bytes: 40_000,
    }
    assert row.cost == 140_000


def test_nothing_known_adds_up_to_nothing_known(region: Any) -> None:
    region.system()
    row = region.row()
    assert (row.users, row.cost, row.level, row.target, row.reasons) == (None, None, 0, 0, ())


def test_an_agreement_that_ends_within_the_window_is_marked_in_its_kommun(region: Any) -> None:
    own, theirs = region.system(), region.system(code="1461")
    agreement = region.agreement(own, first_term_ends_on="2028-11-22")
    region.agreement(theirs, "1461", first_term_ends_on="2028-11-23")
    row = region.row()
    assert row.cells[municipality_id("1460").bytes].way_out == date(2028, 11, 22)
    assert row.cells[municipality_id("1461").bytes].way_out is None
    assert [(ending.agreement, ending.day) for ending in row.endings] == [(agreement.bytes, date(2028, 11, 22))]
    assert len(region.row(Asked(months=36)).endings) == 2
    assert region.row(Asked(months=1)).endings == ()


@pytest.mark.parametrize(
    ("values", "marked"),
    [
        ({}, True),
        ({"kind": "driftavtal"}, True),
        ({"kind": None}, True),
        ({"kind": "pub_avtal"}, False),
        ({"status": "uppsagt"}, True),
        ({"status": "utkast"}, False),
        ({"status": "ersatt"}, False),
    ],
)
def test_only_agreements_that_bind_and_run_are_marked(region: Any, values: dict[str, Any], marked: bool) -> None:
    region.agreement(region.system(), first_term_ends_on="2027-01-01", **values)
    assert bool(region.row().endings) is marked


def test_one_whose_successor_is_signed_is_not_on_its_way_out(region: Any) -> None:
    system = region.system()
    before = region.agreement(system, first_term_ends_on="2027-01-01")
    region.agreement(system, starts_on="2027-01-02", first_term_ends_on=FAR, replaces=before)
    assert region.row().endings == ()


def test_an_agreement_counts_for_all_kommuner_that_are_connected(region: Any) -> None:
    both = [municipality_id(code) for code in ("1460", "1439")]
    region.agreement(region.system(), first_term_ends_on="2027-01-01", connected_municipalities=both)
    row = region.row()
    assert {ending.kommun for ending in row.endings} == {kommun.bytes for kommun in both}
    assert set(row.using) == {kommun.bytes for kommun in both}


def test_the_four_circumstances_and_a_target_make_the_score(region: Any) -> None:
    own, theirs = region.system(function_rating="daligt"), region.system(code="1461", competence_rating="saknas")
    assert region.row().reasons == (Reason.BAD, Reason.COMPETENCE, Reason.SEVERAL)
    region.agreement(theirs, "1461", first_term_ends_on="2027-01-01")
    region.level(own, "1460", 2, target_level="3")
    row = region.row()
    assert (row.reasons, row.score) == (tuple(Reason), 5)
    assert row.bad == (municipality_id("1460").bytes,)
    assert [weak.kommun for weak in row.weak] == [municipality_id("1461").bytes]


def test_one_who_is_able_in_a_neighbours_system_is_too_few(region: Any) -> None:
    region.system(code="1461", competent_people=1)
    assert region.row().reasons == (Reason.COMPETENCE,)


def test_a_similar_system_is_told_only_where_there_is_nothing_else(region: Any) -> None:
    own = region.system()
    similar = region.system(code="1439", product="Kvarn 2", starter_key="kvarn2")
    mine = region.system(product="Kvarn 3", starter_key="kvarn3")
    matrix = region.matrix()
    row = matrix.row_of(own)
    theirs, ours = (row.cells[municipality_id(code).bytes] for code in ("1439", "1460"))
    assert (theirs.is_only_similar, theirs.similar) == (True, (similar.bytes,))
    assert (ours.is_only_similar, ours.similar) == (False, (mine.bytes,))
    assert (row.using, row.reasons) == ((municipality_id("1460").bytes,), ())


def test_systems_of_one_name_that_are_not_tied_are_similar(region: Any) -> None:
    own, theirs = region.system(product=""), region.system("KVARNEN", "1461", product="")
    matrix = region.matrix()
    assert len(matrix.rows) == 2
    cell = matrix.row_of(own).cells[municipality_id("1461").bytes]
    assert (cell.is_only_similar, cell.similar) == (True, (theirs.bytes,))
    region.add("matches", verdict="inte_samma", one=own, other=theirs)
    assert municipality_id("1461").bytes not in region.matrix().row_of(own).cells


def test_rows_of_an_area(region: Any) -> None:
    region.system("A", area="Omsorg", product="A")
    region.system("B", area="Skola", product="B")
    region.system("C", product="C")
    assert [row.name for row in region.matrix(Asked(area="OMSORG")).rows] == ["A"]
    assert region.matrix().areas == ("Omsorg", "Skola")


def test_what_is_not_for_everybody_is_marked(region: Any) -> None:
    region.system("A", product="A", security_protection=True)
    region.system("B", product="B", shared=False)
    region.system("C", product="C")
    assert {row.name: row.protected for row in region.matrix().rows} == {"A": True, "B": True, "C": False}
