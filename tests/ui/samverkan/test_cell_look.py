"""How a cell of the matrix looks, by what is known of the kommun and of whose word that is."""

from datetime import date

import pytest

from itadmin.domain.calculations.region_levels import Word
from itadmin.services.samverkan.cells import Cell
from itadmin.ui.samverkan.cell_look import EMPTY, CellLook, Shown, look_of
from itadmin.ui.samverkan.cell_painting import legend_of

KOMMUN, OTHER = b"k" * 16, b"o" * 16


def word(level: int | None, target: int | None = None, by: bytes = KOMMUN) -> Word:
    return Word(b"s" * 16, KOMMUN, by, level, target, "", "", "", b"r" * 16)


ENDING = Cell(uses=True, way_out=date(2027, 1, 1))
SIMILAR = Cell(similar=(b"x",))
DIFFERENT = Cell(word=word(2, 4), differing=(word(3, None, OTHER),))


@pytest.mark.parametrize(
    ("cell", "now", "target"),
    [
        (None, EMPTY, EMPTY),
        (Cell(), EMPTY, EMPTY),
        (SIMILAR, CellLook("?", is_dashed=True), CellLook("?", is_dashed=True)),
        (Cell(uses=True), CellLook("–"), CellLook("–")),
        (ENDING, CellLook("–", ends_soon=True), CellLook("–", ends_soon=True)),
        (Cell(word=word(0)), CellLook("0", 0), CellLook("0")),
        (Cell(word=word(3)), CellLook("3", 3), CellLook("3")),
        (Cell(word=word(3, 3)), CellLook("3", 3), CellLook("3", 3)),
        (Cell(word=word(2, 4)), CellLook("2", 2), CellLook("2→4", 4)),
        (Cell(word=word(None, 4)), CellLook("–"), CellLook("–→4", 4)),
        (Cell(word=word(2, 4, OTHER)), CellLook("2*", 2), CellLook("2→4*", 4)),
        (DIFFERENT, CellLook("2≠", 2), CellLook("2→4≠", 4)),
        (Cell(word=word(5), way_out=date(2027, 1, 1)), CellLook("5", 5, ends_soon=True), CellLook("5", ends_soon=True)),
    ],
)
def test_the_look_of_a_cell(cell: Cell | None, now: CellLook, target: CellLook) -> None:
    assert (look_of(cell, Shown.NOW), look_of(cell, Shown.TARGET)) == (now, target)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([], ["systemet saknas"]),
        ([Cell(word=word(3))], ["systemet saknas"]),
        ([SIMILAR], ["liknande, ej matchat", "systemet saknas"]),
        ([DIFFERENT, Cell(uses=True)], ["andra säger annat", "nivå saknas", "systemet saknas"]),
        ([Cell(word=word(1, None, OTHER))], ["uppgift från annan", "systemet saknas"]),
        (
            [Cell(uses=True, way_out=date(2027, 1, 1))],
            ["avtal på väg ut inom 24 månader", "nivå saknas", "systemet saknas"],
        ),
    ],
)
def test_only_signs_that_stand_somewhere_are_explained(cells: list[Cell], expected: list[str]) -> None:
    looks = [look_of(cell, Shown.NOW) for cell in cells]
    assert [words for _look, words in legend_of(looks, Shown.NOW)] == expected
    assert [words for _look, words in legend_of(looks, Shown.TARGET)][-1] == "systemet saknas"
    assert "nu → mål" in [words for _look, words in legend_of(looks, Shown.TARGET)]
