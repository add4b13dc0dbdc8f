"""A paper as typst sets it, where its Python package is installed; the program has no use for it.

Tagged, PDF/A-2a and PDF/UA-1 as ours, with contents and "Sida x av y". typst uses every core there is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from benchmarks.floors.plain import Grid, Headline, NewPage, Outline, Part, Rich, Text, parts
from itadmin.assets import asset
from itadmin.documents.content import Paper

_STANDARDS = ["a-2a", "ua-1"]
_INDENT_MM = 5
_LABEL_MM = 17
_LOOK = """
#set text(font: "Source Sans 3", size: 10.5pt, lang: "sv")
#set par(leading: 0.45em, spacing: 0.75em)
#set table(stroke: (x, y) => (bottom: 0.35pt), inset: (x: 6pt, y: 4pt), align: left)
#show heading: set text(font: "Source Serif 4 Subhead", weight: 600)
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 2): set text(size: 11.5pt)
#show table: set text(size: 9.25pt)
"""


def is_installed() -> bool:
    """Whether it can be measured here."""
    return find_spec("typst") is not None


class Typst:
    """Sets papers; its faces are read once, as the program reads its own once."""

    def __init__(self) -> None:
        self._typst: Any = import_module("typst")
        fonts = self._typst.Fonts(include_system_fonts=False, font_paths=[str(asset("resources", "fonts"))])
        self._compiler = self._typst.Compiler(font_paths=fonts, ignore_system_fonts=True)

    def build(self, paper: Paper) -> bytes:
        """The paper as a tagged file."""
        made: bytes = self._compiler.compile(
            source(paper).encode(errors="ignore"), pdf_standards=_STANDARDS, timestamp=int(paper.created.timestamp())
        )
        return made


def source(paper: Paper) -> str:
    """The paper as a text that typst reads."""
    left, right = _string(paper.footer_left), _string(" ".join((paper.header_right, *paper.marks)))
    page = (
        '#set page(paper: "a4", margin: (x: 25mm, top: 30mm, bottom: 23mm), '
        f"header: [#{_string(paper.profile.organisation)} #h(1fr) #{right}], "
        f"footer: context [#{left} #h(1fr) Sida #here().page() av #counter(page).final().first()])"
    )
    about = f"#set document(title: {_string(paper.title)}, author: {_string(paper.profile.organisation)})"
    return "\n".join((about, page, _LOOK, *map(_part, parts(paper))))


def _part(part: Part) -> str:
    match part:
        case Headline():
            listed = str(part.listed).lower()
            return f"#heading(level: {part.level}, outlined: {listed})[#{_string(part.text)}]"
        case Text(label=""):
            return f"#par[{_rich(part.text)}]"
        case Text():
            pad, room = part.depth * _INDENT_MM, _INDENT_MM if part.label == "–" else _LABEL_MM
            label = f"#box(width: {room}mm)[#{_string(part.label)}]"
            return f"#pad(left: {pad}mm, par(hanging-indent: {room}mm)[{label}{_rich(part.text)}])"
        case Grid():
            return _grid(part)
        case NewPage():
            return f"#pagebreak(weak: true)\n#set page(flipped: {str(part.landscape).lower()})"
        case Outline():
            return f"#outline(title: {_string(part.title)})"


def _grid(grid: Grid) -> str:
    head, rows = (grid.rows[:1], grid.rows[1:]) if grid.headed else ((), grid.rows)
    widths = "".join(f"{width}fr, " for width in grid.widths)
    header = "".join(f"table.header({_cells(row)}), " for row in head)
    return f"#table(columns: ({widths}), {header}{', '.join(map(_cells, rows))})"


def _cells(row: Iterable[Rich]) -> str:
    return ", ".join(f"[{_rich(cell)}]" for cell in row)


def _rich(text: Rich) -> str:
    return "".join(f"#strong[{_lines(stretch)}]" if strong else _lines(stretch) for stretch, strong in text)


def _lines(stretch: str) -> str:
    return "#linebreak()".join(f"#{_string(line)}" for line in stretch.split("\n"))


def _string(text: str) -> str:
    """A string as typst writes it: JSON's escapes, as far as they are the same."""
    return json.dumps("".join(character for character in text if character >= " "), ensure_ascii=False)
