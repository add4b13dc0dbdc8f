"""The part of the matrix that one looks at."""

from typing import Any

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.services.samverkan.narrowing import Narrowing, Which, narrowed


@pytest.fixture
def matrix(region: Any) -> Any:
    """Systems of one kommun and of two, with levels and without; a guest takes part in the telephony."""
    region.add("regions", name="Dalsland", members=[municipality_id(code) for code in ("1460", "1461")])
    region.system("Ensam", area="Skola", product="A", starter_key="a")
    region.system("Nivå", area="Skola", product="B", starter_key="b")
    region.level(region.system("Mål", product="C", starter_key="c"), "1460", 0, target_level="3")
    region.system("Två", area="Vård", product="D", starter_key="d")
    region.system("Tvåan", "1461", product="D", starter_key="d")
    region.level(region.system("Växeln", area="Teknik", product="E", starter_key="e"), "1785", 1, by="1460")
    return region.matrix()


@pytest.mark.parametrize(
    ("narrowing", "expected"),
    [
        (Narrowing(), ["Ensam", "Mål", "Nivå", "Två", "Växeln"]),
        (Narrowing(area="SKOLA"), ["Ensam", "Nivå"]),
        (Narrowing(text=" två"), ["Två"]),
        (Narrowing(text="vaxeln"), ["Växeln"]),
        (Narrowing(which=Which.TOGETHER), ["Mål", "Två", "Växeln"]),
        (Narrowing(which=Which.OPENINGS), ["Mål", "Två"]),
        (Narrowing("Teknik", "v", Which.TOGETHER), ["Växeln"]),
        (Narrowing("Teknik", "x y"), []),
    ],
)
def test_the_rows_that_fit(matrix: Any, narrowing: Narrowing, expected: list[str]) -> None:
    assert sorted(row.name for row in narrowed(matrix, narrowing).rows) == expected


def test_members_stay_and_others_only_where_they_take_part(matrix: Any) -> None:
    assert [kommun.name for kommun in matrix.kommuner] == ["Bengtsfors", "Mellerud", "Säffle"]
    assert [kommun.name for kommun in narrowed(matrix, Narrowing("Skola")).kommuner] == ["Bengtsfors", "Mellerud"]
    assert narrowed(matrix, Narrowing("Teknik")).kommuner == matrix.kommuner


def test_nothing_asked_for_is_the_matrix_itself(matrix: Any) -> None:
    assert narrowed(matrix, Narrowing(text=" ")) is matrix


def test_the_row_one_stands_on_stays_unless_it_is_put_aside(matrix: Any) -> None:
    (row,) = narrowed(matrix, Narrowing(text="ensam")).rows
    openings = Narrowing(which=Which.OPENINGS, text="finns inte")
    assert [each.name for each in narrowed(matrix, openings, (), row.systems[0]).rows] == [row.name]
    assert narrowed(matrix, openings, {row.key}, row.systems[0]).rows == ()
