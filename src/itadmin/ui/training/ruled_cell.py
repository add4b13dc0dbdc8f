"""A cell of a table that looks as it will on paper, as plain values. No Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it is drawn: words, the demand it holds if any, what is wrong with it, and how it stands.

    `is_missing`: nothing is told that is expected. `is_head`: of a row that is about the others, as one of sums.
    """

    text: str
    demand: str = ""
    fault: str = ""
    is_missing: bool = False
    is_figure: bool = False
    is_name: bool = False
    is_head: bool = False
