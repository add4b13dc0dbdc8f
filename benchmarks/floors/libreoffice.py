"""Papers as LibreOffice's Writer makes PDFs of them, where it is installed; the program has no use for it.

It opens them as HTML: without contents, header, footer or page numbers, and without tags. That is all in its favour.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.floors.plain import Grid, Headline, NewPage, Outline, Part, Rich, Text, parts
from itadmin.documents.content import Paper

_NAMES = ("soffice", "libreoffice")
_LONGEST = 300
_LOOK = (
    "@page { size: 210mm 297mm; margin: 30mm 25mm 23mm } "
    "body, td, th { font-family: 'Source Sans 3', sans-serif; font-size: 10.5pt } td, th { font-size: 9.25pt } "
    "h1 { font-size: 15pt } h2 { font-size: 11.5pt } .new { page-break-before: always }"
)


class LibreOfficeError(Exception):
    """It made fewer files than it was given."""


def program() -> str:
    """Where it is; "" when it is not installed."""
    return next(filter(None, map(shutil.which, _NAMES)), "")


class LibreOffice:
    """Sets papers, many with one start: to start takes longer than to make one."""

    def __init__(self, command: str) -> None:
        self._command = command

    def build(self, papers: Sequence[Paper]) -> list[bytes]:
        """The papers as plain PDF files, in the same order. Raises LibreOfficeError."""
        with TemporaryDirectory(prefix="itadmin-") as temporary:
            folder = Path(temporary)
            sources = [folder / f"{number:04}.html" for number in range(len(papers))]
            for path, paper in zip(sources, papers, strict=True):
                path.write_text(source(paper), encoding="utf-8", errors="ignore")
            profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
            filters = ("--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export")
            command = [self._command, profile, "--headless", *filters, "--outdir", temporary, *map(str, sources)]
            done = subprocess.run(command, capture_output=True, text=True, timeout=_LONGEST, check=False)
            made = [path.with_suffix(".pdf") for path in sources]
            if not all(path.exists() for path in made):
                raise LibreOfficeError(done.stderr.strip())
            return [path.read_bytes() for path in made]


def source(paper: Paper) -> str:
    """The paper as HTML."""
    body = "\n".join(map(_part, parts(paper)))
    return f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><style>{_LOOK}</style></head>{body}</html>'


def _part(part: Part) -> str:
    match part:
        case Headline():
            return f"<h{part.level}>{escape(part.text)}</h{part.level}>"
        case Text():
            return f"<p>{escape(part.label)} {_rich(part.text)}</p>"
        case Grid():
            return _grid(part)
        case NewPage():
            return '<p class="new">&nbsp;</p>'
        case Outline():
            return f"<p>{escape(part.title)}</p>"


def _grid(grid: Grid) -> str:
    head, rows = (grid.rows[:1], grid.rows[1:]) if grid.headed else ((), grid.rows)
    repeated = f"<thead>{_rows(head, 'th')}</thead>" if head else ""
    return f'<table width="100%" border="1">{repeated}<tbody>{_rows(rows, "td")}</tbody></table>'


def _rows(rows: Iterable[Iterable[Rich]], tag: str) -> str:
    cells = ("".join(f"<{tag}>{_rich(cell)}</{tag}>" for cell in row) for row in rows)
    return "".join(f"<tr>{row}</tr>" for row in cells)


def _rich(text: Rich) -> str:
    return "".join(f"<b>{_lines(stretch)}</b>" if strong else _lines(stretch) for stretch, strong in text)


def _lines(stretch: str) -> str:
    return escape(stretch).replace("\n", "<br>")
