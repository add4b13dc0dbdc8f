"""How a cell of the matrix looks and what it says in words: the level of a kommun now, or where it wants to come.

Plain values; draws nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from itadmin.domain.text import small_initial
from itadmin.domain.words import Words
from itadmin.services.samverkan.cells import Cell, Matrix, Row
from itadmin.services.samverkan.region import Kommun

LEVELS = "samverkansniva"
"""The value list of what levels are called."""

OTHERS_WORD, DIFFERING, ARROW, NO_LEVEL, SIMILAR = "*", "≠", "→", "–", "?"


class Shown(StrEnum):
    """What the cells show."""

    NOW = "nu"
    TARGET = "mal"


class CellLook(NamedTuple):
    """What stands in a cell, and the level of its ground, None for an outline alone, dashed where nothing is certain.

    `ends_soon` gives it a flap. An empty `text` is an empty cell.
    """

    text: str = ""
    ground: int | None = None
    ends_soon: bool = False
    is_dashed: bool = False


EMPTY = CellLook()


def look_of(cell: Cell | None, shown: Shown) -> CellLook:
    """How a cell looks."""
    if cell is None:
        return EMPTY
    if cell.is_only_similar:
        return CellLook(SIMILAR, is_dashed=True)
    ends_soon = cell.way_out is not None
    if cell.level is None and cell.target is None:
        return CellLook(NO_LEVEL, ends_soon=ends_soon) if cell.uses else EMPTY
    signs = f"{OTHERS_WORD if cell.said_by else ''}{DIFFERING if cell.differs else ''}"
    if shown is Shown.NOW or cell.target is None:
        ground = cell.level if shown is Shown.NOW else None
        return CellLook(f"{_figure(cell.level)}{signs}", ground, ends_soon)
    is_left = cell.level is None or cell.level < cell.target
    text = f"{_figure(cell.level)}{ARROW}{cell.target}" if is_left else str(cell.target)
    return CellLook(f"{text}{signs}", cell.target, ends_soon)


def looks_in(matrix: Matrix, shown: Shown) -> set[CellLook]:
    """All the ways that the cells of a matrix look."""
    return {look_of(cell, shown) for row in matrix.rows for cell in row.cells.values()}


def joint_look(row: Row, shown: Shown) -> CellLook:
    """How the level of the whole looks."""
    if shown is Shown.NOW or not row.target:
        return CellLook(str(row.level), row.level if shown is Shown.NOW else None)
    is_left = row.level < row.target
    return CellLook(f"{row.level}{ARROW}{row.target}" if is_left else str(row.target), row.target)


def level_words(words: Words, level: int) -> str:
    """A level with what it is called: "nivå 3 Samma applikation"."""
    return f"nivå {words.label_of(LEVELS, str(level))}"


def cell_words(matrix: Matrix, row: Row, kommun: Kommun, words: Words) -> str:
    """All that a cell says, as sentences."""
    cell = row.cells.get(kommun.key)
    return " ".join((f"{row.name}, {kommun.name}: {_standing(cell, words)}.", *_more(matrix, cell, words)))


def _figure(level: int | None) -> str:
    return NO_LEVEL if level is None else str(level)


def _standing(cell: Cell | None, words: Words) -> str:
    if cell is None:
        return "inget system"
    if cell.is_only_similar:
        return "ett liknande system som ingen har matchat"
    if cell.level is None:
        return "systemet används, nivån är inte angiven" if cell.uses else "ingen nivå"
    return level_words(words, cell.level)


def _more(matrix: Matrix, cell: Cell | None, words: Words) -> Iterator[str]:
    """Target, agreement, and whose word it is."""
    if cell is None:
        return
    if cell.target is not None:
        by = f" till {cell.word.target_on}" if cell.word and cell.word.target_on else ""
        yield f"Målet är {level_words(words, cell.target)}{by}."
    if cell.way_out is not None:
        yield f"Avtal på väg ut: {cell.way_out}."
    if cell.word is not None and not cell.word.is_own:
        yield f"Uppgift från {_whose(matrix, cell.word.by)}."
    for other in cell.differing:
        level = "ingen nivå" if other.level is None else small_initial(level_words(words, other.level))
        yield f"{_whose(matrix, other.by)} har angett {level}."


def _whose(matrix: Matrix, key: bytes) -> str:
    known = matrix.by_key.get(key)
    return known.name if known else "en annan organisation"
