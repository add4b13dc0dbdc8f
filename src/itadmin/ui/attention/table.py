"""The work list as a table to print or save: every line that is shown, also those that are folded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from itadmin.domain.calculations.attention import BAND_WORDS, AttentionLine
from itadmin.domain.registers import REGISTERS
from itadmin.services.exporting.overview import Overview
from itadmin.services.exporting.sheet import Column, Sheet
from itadmin.ui.attention.titles import TITLE, points

_COLUMNS = (
    Column("Brådska"),
    Column("Dag", "day"),
    Column("Register"),
    Column("Gäller"),
    Column("Varför", "long_text"),
    Column("Ansvarig"),
)


def work_overview(lines: Iterable[AttentionLine], day: date) -> Overview:
    """The lines in the order they are given, as they are on a day."""
    rows = tuple(
        (
            BAND_WORDS[line.band],
            line.day,
            REGISTERS[line.register].plural,
            line.record,
            line.reason,
            line.responsible,
        )
        for line in lines
    )
    told = f"Det som kräver åtgärd den {day}: {points(len(rows))}."
    return Overview(TITLE, told, (Sheet(TITLE, _COLUMNS, rows),))
